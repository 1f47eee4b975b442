/**
 * A story with its review as plain data, in one view: what every writer of a format reads. It holds nothing of Yjs and
 * nothing that is one person's alone. Made by edition-of.ts; people are keys here, and what they are called is in `people`.
 */
import type { Place } from '../review/anchor.ts'
import type { Base, Change } from '../review/change.ts'
import type { NoteKind } from '../review/vocabulary.ts'
import type { LineAttributes, Marks } from '../story/attributes.ts'
import type { Loss } from './loss.ts'

/** `now`: as the text stands. `accepted`: as if every open suggestion were. `marked`: as it stands, with what is proposed in it. */
export const VIEWS = ['now', 'accepted', 'marked'] as const
export type View = (typeof VIEWS)[number]

export interface Edition {
  view: View
  title: string
  /** BCP 47, "en" where nothing is known. */
  language: string
  /** When the file speaks, ISO 8601 in UTC, whole seconds. The same story on the same date is the same bytes. */
  date: string
  /** At least one. */
  lines: readonly EditionLine[]
  /** In the order of their places; those without one come last. None where notes are left out. */
  notes: readonly EditionNote[]
  /** Likewise; all there were, whatever became of them, but those that were withdrawn. */
  suggestions: readonly EditionSuggestion[]
  /** Key of a person → display name, never "". */
  people: ReadonlyMap<string, string>
  /** What this view itself could not carry, e.g. a suggestion on words that another one changes as well. */
  losses: readonly Loss[]
}

/** One line of the text. Its attributes are those that it has in this view; of a changed one, as proposed. */
export interface EditionLine extends LineAttributes {
  /** What is proposed for the line end before it: the "\n" that opens the line. Only in the view `marked`. */
  opening: LineProposal | null
  items: readonly EditionItem[]
}

export type LineProposal =
  /** `insert`: the line before is to be split here. `delete`: this line is to be joined to the one before it. */
  { kind: 'insert' | 'delete'; suggestion: string } | { kind: 'format'; suggestion: string; was: LineAttributes }

/** In order. A note on a point starts and ends in one place. Starts and ends stand between the texts, in any line. */
export type EditionItem = EditionText | { starts: string } | { ends: string }

/** Never empty, never with "\n"; neighbours that are alike in all but the words are one. */
export interface EditionText {
  text: string
  /** As they are in this view; of changed ones, as proposed. */
  marks: Marks
  /** Only in the view `marked`. */
  proposal: TextProposal | null
}

export type TextProposal =
  | { kind: 'insert' | 'delete'; suggestion: string }
  | { kind: 'format'; suggestion: string; was: Marks }

/** Times are ISO 8601 in UTC; people are keys of `people`. */
interface EditionThread {
  id: string
  by: string
  at: string
  /** Name of its tag; null = none. */
  label: string | null
  replies: readonly EditionReply[]
  /**
   * In the text as it stands now (the "\n" that opens the first line is index 0), UTF-16 code units; null = on the whole
   * story, or its words are gone.
   */
  place: Place | null
}

export interface EditionReply {
  id: string
  by: string
  at: string
  body: string
}

export interface EditionNote extends EditionThread {
  kind: NoteKind
  /** Markdown-lite; "" = none, or taken back while its replies stay. */
  body: string
  mustFix: boolean
  assigned: string | null
  resolved: { by: string; at: string } | null
  /** The words it was made on; "" on the whole story. */
  quote: string
}

export interface EditionSuggestion extends EditionThread {
  base: Base
  change: Change
  reason: string
  /** Of the checker, whose finding it was. */
  rule: string | null
  status: 'open' | 'accepted' | 'rejected'
  decided: { by: string; at: string; reason: string; amended: boolean } | null
}
