/**
 * Words of a note that were not sent yet, kept in this browser per story and account, so that Esc, a reload or a crash
 * does not take them. One for a new note, one for each thread that is being answered.
 */
import type { Anchor, Quote } from '../../../shared/review/anchor.ts'
import type { NoteKind } from '../../../shared/review/vocabulary.ts'
import { draftKey, NEW_NOTE } from '../../sync/kept-drafts.ts'

export interface NoteDraft {
  kind: NoteKind
  label: string | null
  anchor: Anchor | null
  quote: Quote | null
  body: string
  assigned: string | null
  mustFix: boolean
  private: boolean
}

export class NoteDrafts {
  readonly #story: string
  readonly #account: string

  constructor(story: string, account: string) {
    this.#story = story
    this.#account = account
  }

  get note(): NoteDraft | null {
    const kept = this.#read(NEW_NOTE)
    if (kept === null) return null
    try {
      const draft = JSON.parse(kept) as NoteDraft
      return typeof draft.body === 'string' && typeof draft.kind === 'string' ? draft : null
    } catch {
      // Written by another version, or cut off: there are no words in it to show.
      return null
    }
  }

  /** Null forgets it. */
  keepNote(draft: NoteDraft | null): void {
    this.#write(NEW_NOTE, draft && JSON.stringify(draft))
  }

  reply(thread: string): string {
    return this.#read(thread) ?? ''
  }

  keepReply(thread: string, words: string): void {
    this.#write(thread, words === '' ? null : words)
  }

  #key(place: string): string {
    return draftKey(this.#account, this.#story, place)
  }

  #read(place: string): string | null {
    try {
      return localStorage.getItem(this.#key(place))
    } catch {
      // A forbidden store: drafts live as long as the page.
      return null
    }
  }

  #write(place: string, words: string | null): void {
    try {
      if (words === null) localStorage.removeItem(this.#key(place))
      else localStorage.setItem(this.#key(place), words)
    } catch {
      // As above, or full: what stands in the field is still there.
    }
  }
}
