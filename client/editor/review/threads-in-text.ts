/**
 * The notes and suggestions of a review as they stand in the text now: place, words and how each fares. Kept up by
 * every change of the text; words are read again only where something happened to them. Knows documents, not views.
 */

import type * as Y from 'yjs'
import { type Anchor, type AnchorState, anchorState, type Place, type Quote } from '../../../shared/review/anchor.ts'
import { wordsOf } from '../../../shared/review/change.ts'
import type { Note, ReviewState, Suggestion } from '../../../shared/review/state.ts'
import type { ChangeOp } from '../event-to-steps.ts'
import { AnchorTracker } from './anchor-tracker.ts'
import type { LineTable } from './line-table.ts'

/** A thread and its place. Indexes of the text, as of the last `read`, which keeps them up in place. */
export interface ThreadInText extends Place {
  id: string
  thread: Note | Suggestion
  state: AnchorState
  /** The words there now; "" for a point or an orphan. */
  words: string
}

export class ThreadsInText {
  private readonly tracker: AnchorTracker
  private readonly threads = new Map<string, Note | Suggestion>()
  private readonly known = new Map<string, ThreadInText>()
  /** Whose words have to be read again. */
  private readonly unread = new Set<string>()
  /** What the last `read` answered; null = there are others since. */
  private order: ThreadInText[] | null = null

  constructor(text: Y.Text) {
    this.tracker = new AnchorTracker(text)
  }

  /** What was withdrawn, and what is about the whole story, stands nowhere; what was decided stands where it left its words. */
  show({ notes, suggestions }: ReviewState): void {
    const anchors = new Map<string, Anchor>()
    this.threads.clear()
    const add = (thread: Note | Suggestion, anchor: Anchor | null) => {
      if (!anchor) return
      anchors.set(thread.id, anchor)
      this.threads.set(thread.id, thread)
      if (this.known.get(thread.id)?.thread !== thread) this.unread.add(thread.id)
    }
    for (const note of notes.values()) add(note, note.anchor)
    for (const suggestion of suggestions.values()) {
      if (suggestion.status !== 'withdrawn') add(suggestion, anchorOf(suggestion))
    }
    for (const id of this.tracker.set(anchors)) this.unread.add(id)
    for (const id of this.known.keys()) if (!this.threads.has(id)) this.known.delete(id)
    this.order = null
  }

  /** Goes along with a change that the text has made. Returns the ids whose words may be others than before. */
  follow(delta: readonly ChangeOp[]): Set<string> {
    const touched = this.tracker.follow(delta)
    for (const id of touched) {
      this.unread.add(id)
      if (!this.known.has(id)) this.order = null
    }
    return touched
  }

  threadOf(id: string): Note | Suggestion | undefined {
    return this.threads.get(id)
  }

  /** As of the last `read`. */
  get(id: string): ThreadInText | undefined {
    return this.known.get(id)
  }

  /** Where a thread stands this moment, also between a change and the next `read`. */
  standing(id: string): (Place & { gone: boolean }) | null {
    return this.tracker.standing(id)
  }

  /** All of them in the order of the text, the longer first where two begin together; orphans last. `lines` stands for the text. */
  read(lines: LineTable): readonly ThreadInText[] {
    const order = this.order ?? this.present()
    let [inOrder, lost] = [this.order !== null, false]
    // For thousands at every key: a plain loop.
    for (let nth = 0; nth < order.length; nth += 1) {
      const thread = order[nth]!
      const standing = this.tracker.standing(thread.id)
      if (!standing) {
        lost = true
        continue
      }
      thread.from = standing.from
      thread.to = standing.to
      if (this.unread.has(thread.id)) Object.assign(thread, fareOf(thread.thread, standing, lines))
      // Text that comes or goes shifts them all, and hardly ever past each other.
      if (inOrder && nth > 0 && compare(order[nth - 1]!, thread) > 0) inOrder = false
    }
    this.unread.clear()
    this.order = lost ? this.present() : order
    return inOrder && !lost ? this.order : this.order.sort(compare)
  }

  /** Those that the text has or had, in any order. */
  private present(): ThreadInText[] {
    const all: ThreadInText[] = []
    for (const [id, thread] of this.threads) {
      const known = this.known.get(id)
      if (!this.tracker.standing(id)) this.known.delete(id)
      else if (known?.thread === thread) all.push(known)
      else {
        const fresh: ThreadInText = { id, thread, from: 0, to: 0, state: 'exact', words: '' }
        this.known.set(id, fresh)
        this.unread.add(id)
        all.push(fresh)
      }
    }
    return all
  }
}

function compare(one: ThreadInText, other: ThreadInText): number {
  return (
    Number(one.state === 'orphan') - Number(other.state === 'orphan') ||
    one.from - other.from ||
    other.to - one.to ||
    one.thread.touched - other.thread.touched ||
    (one.id < other.id ? -1 : 1)
  )
}

/** Of a decided suggestion: where the decision left its words. */
export function anchorOf(suggestion: Suggestion): Anchor {
  return suggestion.decided?.anchor ?? suggestion.anchor
}

/** What the words of a thread are when they are exact; null for a thread on no words. */
export function quoteOfThread(thread: Note | Suggestion): Quote | null {
  if (thread.quote) return thread.quote
  return 'base' in thread ? { words: wordsOf(thread.base), before: '', after: '' } : null
}

function fareOf(
  thread: Note | Suggestion,
  place: Place & { gone: boolean },
  lines: LineTable,
): Pick<ThreadInText, 'state' | 'words'> {
  const words = lines.words(place)
  // What became of its words is told by the decision; they are not lost.
  if ('decided' in thread && thread.decided) return { state: place.gone ? 'changed' : 'exact', words }
  const quote = quoteOfThread(thread)
  const anchor = thread.anchor
  if (!anchor || !quote) return { state: place.gone ? 'orphan' : 'changed', words }
  // A suggestion whose word was altered is stale, and is decided where it stands.
  const stale = 'base' in thread && !place.gone && anchor.first !== null && words !== quote.words
  const state = stale ? 'changed' : anchorState(anchor, quote, place.gone ? null : words)
  return { state, words: state === 'orphan' ? '' : words }
}
