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

  /** `all` in the order of the text, as of `lines`. */
  tell(all: readonly ThreadInText[], lines: LineTable): void {
    const before = this.places.peek()
    const now: PlacedThread[] = []
    let same = all.length === before.length
    for (const [nth, thread] of all.entries()) {
      const told = before[nth]
      const holds = told !== undefined && stillHolds(told, thread, lines)
      if (!holds) same = false
      now.push(holds ? told : placedOf(thread, lines))
    }
    for (const [nth, { from }] of all.entries()) now[nth]!.from = from
    if (!same) this.places.value = now
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
function lineOf(thread: ThreadInText, lines: LineTable): number {
  return thread.state === 'orphan' ? 0 : lines.lineOf(startOf(thread)) + 1
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
    told.line === lineOf(thread, lines)
  )
}
