/**
 * One client's part of the order of a text: stretches of its clocks that stand side by side, without their content, found
 * by clock. In chunks, because a story's first state is one stretch that tens of thousands of later letters cut up.
 */

/** Units `clock` … `clock + length - 1` of one author; each but the first has the unit before it as its origin. */
export interface Run {
  author: Author
  clock: number
  length: number
  /** Left neighbour of the first unit when it was written; null at the very beginning. */
  origin: Author | null
  originClock: number
  /** Right neighbour of every unit when it was written; null at the very end. */
  right: Author | null
  rightClock: number
  previous: Run | null
  next: Run | null
  /** Stands before the "\n" that opens the story. */
  front: boolean
  /** Scratch for the conflict rule: when the run was last walked over. */
  mark: number
}

export interface Author {
  readonly client: number
  readonly runs: ClockRuns
  /**
   * Author → flat list of at, upTo…, both ascending: what this author wrote from clock `at` on stands beside, and so
   * knows, everything of the other before clock `upTo`.
   */
  readonly knows: Map<Author, number[]>
}

const CHUNK = 256

export class ClockRuns {
  /** Runs by ascending clock, without holes between them. */
  readonly #chunks: Run[][] = []
  #last: Run | null = null

  /** The run of the highest clocks. */
  get last(): Run | null {
    return this.#last
  }

  /** First clock that is in none. */
  get end(): number {
    return this.#last ? this.#last.clock + this.#last.length : 0
  }

  /** The run that holds the clock; undefined beyond the end. */
  at(clock: number): Run | undefined {
    const last = this.#last
    if (!last || clock >= last.clock + last.length || clock < 0) return undefined
    if (clock >= last.clock) return last
    const chunk = this.#chunks[this.#chunkOf(clock)] as Run[]
    return chunk[indexIn(chunk, clock)]
  }

  /** A run that begins at `end`. */
  push(run: Run): void {
    const chunk = this.#chunks.at(-1)
    if (chunk && chunk.length < CHUNK) chunk.push(run)
    else this.#chunks.push([run])
    this.#last = run
  }

  /** The second half of a run that has just been made shorter. */
  insert(run: Run): void {
    if (run.clock > (this.#last as Run).clock) {
      this.push(run)
      return
    }
    const at = this.#chunkOf(run.clock)
    const chunk = this.#chunks[at] as Run[]
    chunk.splice(indexIn(chunk, run.clock) + 1, 0, run)
    if (chunk.length > CHUNK) this.#chunks.splice(at + 1, 0, chunk.splice(CHUNK >> 1))
  }

  /** Removes the last run. */
  pop(): Run | undefined {
    const chunk = this.#chunks.at(-1)
    const run = chunk?.pop()
    if (chunk?.length === 0) this.#chunks.pop()
    this.#last = this.#chunks.at(-1)?.at(-1) ?? null
    return run
  }

  /** Index of the last chunk that begins at or before the clock. */
  #chunkOf(clock: number): number {
    let low = 0
    let high = this.#chunks.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (((this.#chunks[middle] as Run[])[0] as Run).clock <= clock) low = middle
      else high = middle - 1
    }
    return low
  }
}

/** Index of the last run that begins at or before the clock. */
function indexIn(chunk: readonly Run[], clock: number): number {
  let low = 0
  let high = chunk.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((chunk[middle] as Run).clock <= clock) low = middle
    else high = middle - 1
  }
  return low
}
