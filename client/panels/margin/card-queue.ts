/** Going through the cards one after the other: by the page's keys, by a card's own, and on after a decision. */
import { announce } from '../../ui/live-region.ts'
import { type Entry, isDone } from './margin-entries.ts'
import { kindOf } from './margin-filter.ts'
import { entryWords } from './margin-words.ts'

export type Step = 'note' | 'tag' | 'suggestion'

/** The margin as the queue needs it. */
export interface QueuedMargin {
  /** What the filter shows, in the order of the text. */
  readonly listed: readonly Entry[]
  /** The thread in hand. */
  readonly current: string | null
  /** Index in `listed` of the first whose words are in view or below. */
  readonly firstInView: number
  /** Opens a thread; its card gets the keyboard when `focus`. */
  go(id: string, focus: boolean): void
  toWords(id: string): void
  nameOf(account: string): string
}

const NAMES = { note: 'note', tag: 'tag', suggestion: 'suggestion' } as const

export class CardQueue {
  readonly #margin: QueuedMargin

  constructor(margin: QueuedMargin) {
    this.#margin = margin
  }

  /**
   * The next or previous of a kind from the one in hand, else from the view on; stops at the ends and says so. Its card gets
   * the keyboard, wherever that was: left in the text, the letter keys of cards would be typed into the story.
   */
  step(kind: Step, by: 1 | -1): void {
    const { listed, current } = this.#margin
    const among = listed.filter((entry) => isOf(entry, kind) && (!isDone(entry) || entry.id === current))
    const next = nextOf(listed, among, current, this.#margin.firstInView, by)
    if (!next) {
      announce(among.length === 0 ? `No ${NAMES[kind]}s here.` : `${by > 0 ? 'Last' : 'First'} ${NAMES[kind]}.`)
      return
    }
    this.#open(next, among)
  }

  /** From card to card, whatever the kind. */
  move(from: string, by: 1 | -1): void {
    const { listed } = this.#margin
    const next = listed[listed.findIndex(({ id }) => id === from) + by]
    if (next) this.#margin.go(next.id, true)
    else announce(by > 0 ? 'Last card.' : 'First card.')
  }

  /** After a decision: to the next that is open, to the words after the last one. */
  goOn(from: string): void {
    const { listed } = this.#margin
    const at = listed.findIndex(({ id }) => id === from)
    const next = listed.find((entry, index) => index > at && !isDone(entry))
    if (next)
      this.#open(
        next,
        listed.filter((entry) => !isDone(entry)),
      )
    else {
      announce('That was the last one.')
      this.#margin.toWords(from)
    }
  }

  #open(entry: Entry, among: readonly Entry[]): void {
    const at = `${among.indexOf(entry) + 1} of ${among.length}`
    this.#margin.go(entry.id, true)
    announce(`${at}. ${entryWords(entry, (account) => this.#margin.nameOf(account))}.`)
  }
}

function isOf(entry: Entry, kind: Step): boolean {
  if (kind === 'suggestion') return entry.kind === 'suggestion'
  return kind === 'tag' ? kindOf(entry) === 'tag' : entry.kind === 'note'
}

/** `among` in the order of `listed`. From a thread of another kind, the next is the first of this kind behind it. */
export function nextOf(
  listed: readonly Entry[],
  among: readonly Entry[],
  current: string | null,
  inView: number,
  by: 1 | -1,
): Entry | undefined {
  const here = current === null ? -1 : listed.findIndex(({ id }) => id === current)
  // From no thread: what begins in view comes next, what is above it came before.
  const at = here >= 0 ? here : inView - (by > 0 ? 1 : 0)
  const behind = (entry: Entry) => listed.indexOf(entry) - at
  return by > 0 ? among.find((entry) => behind(entry) > 0) : among.findLast((entry) => behind(entry) < 0)
}
