/**
 * Notices when words that were lost here come back: keeps which threads lost theirs by one's own hand, what the clipboard
 * holds, and finds the new place when the same words arrive by undo, paste or dragging (the rules are lost-words').
 */
import type * as Y from 'yjs'
import type { Place } from '../../../shared/review/anchor.ts'
import type { Note, Suggestion } from '../../../shared/review/state.ts'
import type { ChangeOp } from '../event-to-steps.ts'
import { arrived, CLIPBOARD_TYPE, cameBack, type HeldThread, pastedPlace, readHeld } from './lost-words.ts'
import { quoteOfThread, type ThreadInText, type ThreadsInText } from './threads-in-text.ts'

/** The clipboard remembers no more threads than this. */
const MOST_HELD = 500

/** A thread and its words' new place. */
export interface Returned {
  id: string
  place: Place
}

export class ReturningWords {
  private readonly threads: ThreadsInText
  /** Threads that were exact before one's own edit took words of theirs. */
  private readonly lost = new Set<string>()
  private taken: HeldThread[] = []
  private pasting: HeldThread[] = []

  constructor(threads: ThreadsInText) {
    this.threads = threads
  }

  /** A change by somebody else: nothing of theirs is ours to move. */
  followed(delta: readonly ChangeOp[]): Returned[] {
    this.threads.follow(delta)
    return []
  }

  /** A change made here, by undo or redo when `travels`. Returns what came back with it. `text` is as it is after. */
  changed(text: Y.Text, delta: readonly ChangeOp[], travels: boolean): Returned[] {
    const touched = this.threads.follow(delta)
    const losing = delta.some((op) => op.delete !== undefined)
    const now: string[] = []
    if (losing) {
      for (const id of touched) if (this.threads.get(id)?.state === 'exact') now.push(id)
      for (const id of now) this.lost.add(id)
    }
    const places = arrived(delta)
    if (places.length === 0) return []
    // A plain edit brings back what the same edit took: words that were dragged.
    const sought = travels ? [...this.lost] : now
    if (sought.length === 0 && this.pasting.length === 0) return []
    const words = text.toString()
    const returned = [...this.held(words, places), ...this.sought(words, places, sought)]
    for (const { id } of returned) this.lost.delete(id)
    return returned
  }

  /** Before a copy or a cut of this place. */
  takes(threads: readonly ThreadInText[], { from, to }: Place): void {
    this.taken = threads
      .filter((thread) => thread.state === 'exact' && thread.from >= from && thread.to <= to && thread.from < thread.to)
      .filter(({ thread }) => mayMove(thread))
      .slice(0, MOST_HELD)
      .map((thread) => ({ id: thread.id, offset: thread.from - from, words: thread.words }))
  }

  /** After the editor has written the clipboard. */
  gives(clipboard: DataTransfer | null): void {
    if (this.taken.length > 0) clipboard?.setData(CLIPBOARD_TYPE, JSON.stringify(this.taken))
    this.taken = []
  }

  /** Before a paste; what it brings is looked at until `pasted`. */
  pastes(clipboard: DataTransfer | null): void {
    this.pasting = readHeld(clipboard?.getData(CLIPBOARD_TYPE) ?? '')
  }

  pasted(): void {
    this.pasting = []
  }

  private held(words: string, places: readonly Place[]): Returned[] {
    return this.pasting.flatMap((held) => {
      const thread = this.threads.threadOf(held.id)
      if (
        !thread ||
        !mayMove(thread) ||
        this.stands(held.id, words, held.words) ||
        quoteOfThread(thread)?.words !== held.words
      )
        return []
      const place = pastedPlace(words, held, places)
      return place ? [{ id: held.id, place }] : []
    })
  }

  private sought(words: string, places: readonly Place[], ids: readonly string[]): Returned[] {
    return ids.flatMap((id) => {
      const thread = this.threads.threadOf(id)
      const quote = thread && mayMove(thread) ? quoteOfThread(thread) : null
      if (!quote || this.pasting.some((held) => held.id === id)) return []
      if (this.stands(id, words, quote.words)) {
        this.lost.delete(id)
        return []
      }
      const place = cameBack(words, quote, places)
      return place ? [{ id, place }] : []
    })
  }

  /** Whether the thread's own characters say these words. */
  private stands(id: string, text: string, words: string): boolean {
    const standing = this.threads.standing(id)
    return standing !== null && !standing.gone && text.slice(standing.from, standing.to) === words
  }
}

/** What was decided stays where the decision left it. */
function mayMove(thread: Note | Suggestion): boolean {
  return !('status' in thread) || thread.status === 'open'
}
