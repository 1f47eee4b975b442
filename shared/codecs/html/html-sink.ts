/** What a reader of HTML tells, in its order, and to whom. */
import type { LineAttributes, Marks } from '../../story/attributes.ts'

/** Who puts the lines together: a ReviewBuilder, or one that stands between. */
export interface HtmlSink {
  line(attributes: LineAttributes): void
  words(text: string, marks: Marks): void
  /** Null: no longer. */
  propose(proposal: HtmlProposal | null): void
  /** How the line that the next words open is to stand. */
  look(look: HtmlLook): void
  /** Keys of the notes that are about the words from here on. */
  about(notes: readonly string[]): void
  /** Here is the way to a note, which is about this point if there are no words that it is about. */
  refer(note: string): void
}

export interface HtmlProposal {
  kind: 'insert' | 'delete'
  /** What the element says of its time. */
  at: string | null
  /** Of one of our own: whose it is, and by which key the page knows it; else "". */
  by: string
  key: string
  /** It holds no words, and is about the end of the line in which it stands. */
  isLineEnd: boolean
}

/** Of our own pages alone. */
export interface HtmlLook extends Pick<HtmlProposal, 'at' | 'by' | 'key'> {
  attributes: { block?: number | null; gap?: number | null }
}
