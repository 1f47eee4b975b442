/** What of a review is drawn in the text, and how; set by the page. */
import type { NoteKind } from '../../../shared/review/vocabulary.ts'

export interface Face {
  name: string
  /** 1…8. */
  swatch: number
}

export interface ReviewLook {
  /** Account of the person here. */
  me: string
  /** Kinds that are not drawn. */
  hidden: ReadonlySet<NoteKind | 'suggestion'>
  /** Resolved notes are drawn too, by a grey edge. */
  resolved: boolean
  /** Threads that are drawn at all; null = every one. */
  only: ReadonlySet<string> | null
  /** `plain`: the text as it stands, without any suggestion. `accepted`: as if all open ones had been accepted. */
  suggestions: 'marked' | 'plain' | 'accepted'
  /** Own open suggestions that are not drawn, because they stand in the text: those of suggesting mode. */
  standing: ReadonlySet<string>
  /** A person by their account; undefined for one who is not known. */
  person(account: string): Face | undefined
}

export const PLAIN_LOOK: ReviewLook = {
  me: '',
  hidden: new Set(),
  resolved: true,
  only: null,
  suggestions: 'marked',
  standing: new Set(),
  person: () => undefined,
}
