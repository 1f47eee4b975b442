/**
 * The order of a text's items without their content, deleted ones too, as every honest client has it: Yjs's conflict rule
 * (yjs/src/structs/Item.js, integrate) over runs. And the question that the rule itself never asks: could an honest
 * author have had these two neighbours side by side? Only then do clients that take items in in another order agree.
 */
import { type Author, ClockRuns, type Run, runOf } from './clock-runs.ts'
import type { StructId } from './update-structs.ts'

/** An item that is to be taken in; everything before `clock` of its client, and both neighbours, are in already. */
export interface Insertion {
  client: number
  clock: number
  length: number
  origin: StructId | null
  rightOrigin: StructId | null
}

/**
 * `front`: before the "\n" that opens the story. `apart`: its neighbours never stood side by side for somebody who knew
 * what its author knew. `costly`: that cannot be told within the steps allowed. Neither of these is taken in.
 */
export type Placement = 'text' | 'front' | 'apart' | 'costly'

/** Runs walked over and clients asked for what they knew; lowered as they are used up. */
export interface Steps {
  left: number
}

/** This many authors' knowledge is kept; it is only needed where people write at the same place at the same time. */
const MOST_KEPT = 32

export class TextOrder {
  readonly #authors = new Map<number, Author>()
  #start: Run | null = null
  #opening: StructId | null = null
  #mark = 0
  /** Author → other author → first clock of theirs that this one need not have known. */
  readonly #known = new Map<Author, Map<Author, number>>()

  /** The "\n" that opens the story; null while there is nothing. */
  get opening(): StructId | null {
    return this.#opening
  }

  /** Takes in what is known to be sound, wherever it says that it stands. */
  add(item: Insertion): void {
    this.#place(item, null)
  }

  /** Takes in what an honest author could have written. */
  tryAdd(item: Insertion, steps: Steps): Placement {
    return this.#place(item, steps)
  }

  /** Takes everything of these clients from these clocks on out again; nothing else may stand beside any of it. */
  removeFrom(ends: ReadonlyMap<number, number>): void {
    for (const [client, end] of ends) {
      const author = this.#authors.get(client)
      if (!author) continue
      this.#known.delete(author)
      for (let run = author.runs.last; run && run.clock >= end; run = author.runs.last) {
        author.runs.pop()
        if (run.previous) run.previous.next = run.next
        else this.#start = run.next
        if (run.next) run.next.previous = run.previous
      }
      const { last } = author.runs
      if (last) last.length = Math.min(last.length, end - last.clock)
      else this.#authors.delete(client)
      for (const [other, list] of author.knows) {
        while (list.length > 0 && (list[list.length - 2] as number) >= end) list.length -= 2
        if (list.length === 0) author.knows.delete(other)
      }
    }
  }

  /** Client, clock and length of each run, in the order of the text. */
  *runs(): Generator<readonly [client: number, clock: number, length: number]> {
    for (let run = this.#start; run; run = run.next) yield [run.author.client, run.clock, run.length]
  }

  #place(item: Insertion, steps: Steps | null): Placement {
    const { clock, length } = item
    const origin = item.origin ? (this.#authors.get(item.origin.client) ?? null) : null
    const originClock = item.origin?.clock ?? 0
    const rightAuthor = item.rightOrigin ? (this.#authors.get(item.rightOrigin.client) ?? null) : null
    const rightClock = item.rightOrigin?.clock ?? 0
    const left = origin ? this.#endingAt(origin, originClock) : null
    const beside = left ? left.next : this.#start
    // Mostly it stands where the author saw it.
    const isBeside = beside !== null && beside.author === rightAuthor && beside.clock === rightClock
    const right = isBeside ? beside : rightAuthor ? this.#startingAt(rightAuthor, rightClock) : null
    const author = this.#author(item.client)
    if (steps) {
      // The right neighbour stands inside what the left one ends: to the left of it.
      const apart = left && left.clock + left.length !== originClock + 1
      const fault = apart ? 'apart' : this.#fault(author, origin, originClock, left, right, rightClock, steps)
      if (fault) {
        if (author.runs.last === null) this.#authors.delete(author.client)
        return fault
      }
    }
    const after = (left ? left.next : this.#start) === right ? left : this.#afterConflicts(item, author, left, right)
    const { last } = author.runs
    let placed = after
    if (
      last !== null &&
      last === after &&
      after === left &&
      origin === author &&
      originClock === clock - 1 &&
      last.right === rightAuthor &&
      last.rightClock === rightClock
    ) {
      last.length += length
    } else {
      const next = after ? after.next : this.#start
      // The first item of all is the "\n" that opens the story.
      this.#opening ??= { client: item.client, clock }
      const front = this.#start !== null && (after === null || after.front)
      placed = runOf(author, clock, length, origin, originClock, rightAuthor, rightClock, after, next, front)
      this.#link(placed)
      author.runs.push(placed)
      this.#learn(author, clock, origin, originClock + 1)
      this.#learn(author, clock, rightAuthor, rightClock + 1)
    }
    return placed?.front ? 'front' : 'text'
  }

  /**
   * Between the neighbours stands nothing that the author has known: what they wrote before, what that was written
   * beside, what the neighbours themselves were written beside, and so on.
   */
  #fault(
    author: Author,
    origin: Author | null,
    originClock: number,
    left: Run | null,
    right: Run | null,
    rightClock: number,
    steps: Steps,
  ): 'apart' | 'costly' | null {
    let run = left ? left.next : this.#start
    if (run === right) return null
    const known = this.#knownTo(author, steps)
    if (origin) this.#spread(known, origin, originClock + 1, steps)
    if (right) this.#spread(known, right.author, rightClock + 1, steps)
    for (; run !== right; run = run.next) {
      if (run === null) return this.#forget(author, 'apart')
      if (--steps.left < 0) return this.#forget(author, 'costly')
      if (run.clock < (known.get(run.author) ?? 0)) return this.#forget(author, 'apart')
    }
    return null
  }

  /** An item that is refused has taught its author nothing. */
  #forget<Fault>(author: Author, fault: Fault): Fault {
    this.#known.delete(author)
    return fault
  }

  #knownTo(author: Author, steps: Steps): Map<Author, number> {
    let known = this.#known.get(author)
    if (!known) {
      known = new Map()
      const [oldest] = this.#known.keys()
      if (oldest && this.#known.size >= MOST_KEPT) this.#known.delete(oldest)
      this.#known.set(author, known)
    }
    this.#spread(known, author, author.runs.end, steps)
    return known
  }

  /** Adds what one knows who knows everything of `author` before `upTo`. */
  #spread(known: Map<Author, number>, author: Author, upTo: number, steps: Steps): void {
    if ((known.get(author) ?? 0) >= upTo) return
    known.set(author, upTo)
    const fresh = [author]
    for (let next = fresh.pop(); next && steps.left > 0; next = fresh.pop()) {
      const end = known.get(next) as number
      for (const [other, list] of next.knows) {
        steps.left--
        const theirs = knownBefore(list, end)
        if (theirs <= (known.get(other) ?? 0)) continue
        known.set(other, theirs)
        fresh.push(other)
      }
    }
  }

  #learn(author: Author, at: number, other: Author | null, upTo: number): void {
    if (other === null || other === author) return
    const list = author.knows.get(other)
    if (!list) author.knows.set(other, [at, upTo])
    else if ((list.at(-1) as number) < upTo) list.push(at, upTo)
  }

  /** The run after which the item belongs, among those that were put between the same neighbours. */
  #afterConflicts(item: Insertion, author: Author, left: Run | null, right: Run | null): Run | null {
    const scanned = this.#mark + 1
    /** Marks from here on are on runs that may still come behind the item. */
    let conflicting = scanned
    let after = left
    for (let other = left ? left.next : this.#start; other !== null && other !== right; other = other.next) {
      other.mark = ++this.#mark
      if (isAt(item.origin, other.origin, other.originClock)) {
        if (other.author.client < author.client) {
          after = other
          conflicting = this.#mark + 1
        } else if (isAt(item.rightOrigin, other.right, other.rightClock)) break
      } else {
        const before = other.origin?.runs.at(other.originClock)
        if (!before || before.mark < scanned) break
        if (before.mark < conflicting) {
          after = other
          conflicting = this.#mark + 1
        }
      }
    }
    return after
  }

  #author(client: number): Author {
    let author = this.#authors.get(client)
    if (!author) {
      author = { client, runs: new ClockRuns(), knows: new Map() }
      this.#authors.set(client, author)
    }
    return author
  }

  /** The run whose last unit this is. */
  #endingAt(author: Author, clock: number): Run | null {
    const run = author.runs.at(clock)
    if (!run) return null
    if (run.clock + run.length > clock + 1) this.#split(run, clock + 1)
    return run
  }

  /** The run whose first unit this is. */
  #startingAt(author: Author, clock: number): Run | null {
    const run = author.runs.at(clock)
    return run && run.clock < clock ? this.#split(run, clock) : (run ?? null)
  }

  /** The part from `clock` on. */
  #split(run: Run, clock: number): Run {
    const { author, right, rightClock, next, front, mark } = run
    const length = run.clock + run.length - clock
    const rest = runOf(author, clock, length, author, clock - 1, right, rightClock, run, next, front)
    rest.mark = mark
    run.length = clock - run.clock
    this.#link(rest)
    author.runs.insert(rest)
    return rest
  }

  #link(run: Run): void {
    if (run.previous) run.previous.next = run
    else this.#start = run
    if (run.next) run.next.previous = run
  }
}

function isAt(id: StructId | null, author: Author | null, clock: number): boolean {
  return id === null ? author === null : author !== null && id.client === author.client && id.clock === clock
}

/** The highest `upTo` that was learnt before clock `end`; 0 when nothing was. */
function knownBefore(list: readonly number[], end: number): number {
  let low = 0
  let high = list.length >> 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[2 * middle] as number) < end) low = middle + 1
    else high = middle
  }
  return low === 0 ? 0 : (list[2 * low - 1] as number)
}
