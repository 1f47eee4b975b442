/**
 * Where the threads stand, as the margin is told: again only of what is not as it was told before, so that typing, by which
 * all that follows moves on, draws no card anew.
 */
import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { AnchorState, Place } from '../../../shared/review/anchor.ts'
import type { LineTable } from './line-table.ts'
import type { ThreadInText } from './threads-in-text.ts'

/** As the margin's contract has it. */
export interface PlacedThread {
  id: string
  state: AnchorState
  line: number
  /** Kept up in place: that text before it came or went is not told. */
  from: number
  length: number
  words: string
}

export class PlacedThreads {
  private readonly places = signal<readonly PlacedThread[]>([])

  get told(): ReadonlySignal<readonly PlacedThread[]> {
    return this.places
  }

  /** `all` in the order of the text, as of `lines`. For thousands at every key: plain loops, and nothing made while all holds. */
  tell(all: readonly ThreadInText[], lines: LineTable): void {
    const before = this.places.peek()
    let same = all.length === before.length
    for (let nth = 0; same && nth < all.length; nth += 1) same = stillHolds(before[nth]!, all[nth]!, lines)
    if (same) {
      for (let nth = 0; nth < all.length; nth += 1) before[nth]!.from = all[nth]!.from
      return
    }
    this.places.value = all.map((thread, nth) => {
      const told = before[nth]
      if (!told || !stillHolds(told, thread, lines)) return placedOf(thread, lines)
      told.from = thread.from
      return told
    })
  }

  clear(): void {
    if (this.places.peek().length > 0) this.places.value = []
  }
}

/** Index of the letter that a thread begins on; of a point the one before it. */
export function startOf({ from, to }: Place): number {
  return from < to ? from : Math.max(0, from - 1)
}

function placedOf(thread: ThreadInText, lines: LineTable): PlacedThread {
  const { id, state, from } = thread
  return { id, state, line: lineOf(thread, lines), from, length: lengthOf(thread), words: wordsOf(thread) }
}

/** From 1; 0 for an orphan. */
function lineOf(thread: ThreadInText, lines: LineTable, guess = 1): number {
  return thread.state === 'orphan' ? 0 : lines.lineOf(startOf(thread), guess - 1) + 1
}

function lengthOf({ state, from, to }: ThreadInText): number {
  return state === 'orphan' ? 0 : to - from
}

function wordsOf({ from, to, words, thread }: ThreadInText): string {
  const point = 'base' in thread ? thread.anchor.first === null : from === to
  return point ? '' : words
}

/** Whether a thread is what was told of it, wherever in its line it stands. */
function stillHolds(told: PlacedThread, thread: ThreadInText, lines: LineTable): boolean {
  return (
    told.id === thread.id &&
    told.state === thread.state &&
    told.length === lengthOf(thread) &&
    told.words === wordsOf(thread) &&
    told.line === lineOf(thread, lines, told.line)
  )
}
