/**
 * Where in a text the words of an annotation stand, by what its selectors say (W3C Web Annotation Data Model §4.2): at the
 * given position if they are there; else where they stand only once, with their context or by themselves; else where words
 * nearly like them stand, and only once. What could be in two places is in none: a note is never put on the wrong words.
 */
import type { Place } from '../../review/anchor.ts'

export interface Wanted {
  /** Code units; null = not said. */
  position: Place | null
  /** null = not said. */
  exact: string | null
  prefix: string
  suffix: string
}

export interface Found {
  place: Place
  /** The words are the very same. */
  isExact: boolean
}

/** Shorter words stand in too many places to be known by themselves, longer ones cost too much to be found by likeness. */
const SHORTEST = 12
const LONGEST = 400
/** One character in so many may be another one, or be missing, or be one too many. */
const PER_ERROR = 8
const MOST_ERRORS = 12
/** Code units of context on a side, where all of it is not there. */
const LESS_CONTEXT = [32, 16]
/** Places looked at for one annotation. */
const MOST_CANDIDATES = 200
/** Cells of the tables by which likeness is judged, for all annotations together: two or three seconds. */
const MOST_WORK = 400_000_000
/** Code units that are searched for a piece in the time of one cell. */
const PER_CELL = 8

export class WordFinder {
  readonly #text: string
  #work = MOST_WORK

  constructor(text: string) {
    this.#text = text
  }

  find({ position, exact, prefix, suffix }: Wanted): Found | null {
    if (exact === null) return null
    const found = (from: number): Found | null => this.#whole({ from, to: from + exact.length }, true)
    if (position && this.#stands(position, { exact, prefix, suffix })) return this.#whole(position, true)
    const around = this.#places(prefix + exact + suffix)
    if (around.length === 1 && (exact !== '' || prefix.length + suffix.length >= SHORTEST)) {
      return found((around[0] ?? 0) + prefix.length)
    }
    if (around.length > 1) return null
    const beside = this.#beside(exact, prefix, suffix)
    if (beside !== null) return beside === 'unclear' ? null : found(beside)
    if (exact.length < SHORTEST) return null
    const alone = this.#places(exact)
    if (alone.length === 1) return found(alone[0] ?? 0)
    return alone.length === 0 ? this.#nearly(exact) : null
  }

  /** Of an insertion, which has no words of its own, what is around it must be there. */
  #stands(
    { from, to }: Place,
    { exact, prefix, suffix }: Pick<Wanted, 'prefix' | 'suffix'> & { exact: string },
  ): boolean {
    if (this.#text.slice(from, to) !== exact || to - from !== exact.length) return false
    if (exact !== '') return true
    return this.#text.startsWith(suffix, to) && this.#text.slice(0, from).endsWith(prefix)
  }

  /** Where the words stand with a part of their context, on one side or both; the most of it that is there counts. */
  #beside(exact: string, prefix: string, suffix: string): number | 'unclear' | null {
    for (const most of LESS_CONTEXT) {
      const before = prefix.slice(-most).replace(/^[\udc00-\udfff]/, '')
      const after = suffix.slice(0, most).replace(/[\ud800-\udbff]$/, '')
      const places = new Set<number>()
      for (const [one, other] of [
        [before, after],
        ...(exact === ''
          ? []
          : [
              [before, ''],
              ['', after],
            ]),
      ] as const) {
        this.#work -= this.#text.length / PER_CELL
        if (this.#work < 0) return null
        if (one.length + other.length < most) continue
        for (const at of this.#places(one + exact + other)) places.add(at + one.length)
      }
      const [place] = places
      if (place !== undefined) return places.size === 1 ? place : 'unclear'
    }
    return null
  }

  /** The first two places. */
  #places(words: string): number[] {
    if (words === '') return []
    const first = this.#text.indexOf(words)
    if (first < 0) return []
    const second = this.#text.indexOf(words, first + 1)
    return second < 0 ? [first] : [first, second]
  }

  /** null where it would part a character. */
  #whole(place: Place, isExact: boolean): Found | null {
    const parts = (at: number) => /^[\ud800-\udbff][\udc00-\udfff]$/.test(this.#text.slice(at - 1, at + 1))
    return parts(place.from) || parts(place.to) ? null : { place, isExact }
  }

  /** With few enough errors one piece of the words is there as it was: only around such pieces it is worth a look. */
  #nearly(exact: string): Found | null {
    if (exact.length > LONGEST) return null
    const most = Math.min(MOST_ERRORS, Math.floor(exact.length / PER_ERROR))
    const size = Math.floor(exact.length / (most + 1))
    const seen = new Set<number>()
    let best: { place: Place; errors: number } | null = null
    let isOnly = true
    for (let nth = 0; nth <= most; nth += 1) {
      const piece = exact.slice(nth * size, nth === most ? exact.length : (nth + 1) * size)
      this.#work -= this.#text.length / PER_CELL
      if (this.#work < 0) return null
      for (let at = this.#text.indexOf(piece); at >= 0; at = this.#text.indexOf(piece, at + 1)) {
        const from = Math.max(0, at - nth * size - most)
        const to = Math.min(this.#text.length, at - nth * size + exact.length + most)
        if (seen.has(from)) continue
        seen.add(from)
        this.#work -= exact.length * (to - from)
        if (seen.size > MOST_CANDIDATES || this.#work < 0) return null
        const like = mostLike(this.#text.slice(from, to), exact)
        if (like.errors > most) continue
        const place = { from: from + like.from, to: from + like.to }
        const isSame = best !== null && place.from < best.place.to && best.place.from < place.to
        if (best && !isSame) isOnly = false
        if (!best || like.errors < best.errors) best = { place, errors: like.errors }
      }
    }
    return best && isOnly ? this.#whole(best.place, false) : null
  }
}

/** The stretch of the text with the fewest insertions, deletions and replacements to the words (Sellers 1980). */
function mostLike(text: string, words: string): Place & { errors: number } {
  // For each end in the words: the errors up to here, and where in the text that began. Beside them those for one more character.
  let [errors, next] = [
    Int32Array.from({ length: words.length + 1 }, (_, nth) => nth),
    new Int32Array(words.length + 1),
  ]
  let [starts, nextStarts] = [new Int32Array(words.length + 1), new Int32Array(words.length + 1)]
  let best = { errors: words.length, from: 0, to: 0 }
  for (let at = 1; at <= text.length; at += 1) {
    const unit = text.charCodeAt(at - 1)
    next[0] = 0
    nextStarts[0] = at
    for (let nth = 1; nth <= words.length; nth += 1) {
      const replaced = errors[nth - 1]! + (unit === words.charCodeAt(nth - 1) ? 0 : 1)
      const added = errors[nth]! + 1
      const missing = next[nth - 1]! + 1
      const least = Math.min(replaced, added, missing)
      next[nth] = least
      nextStarts[nth] = least === replaced ? starts[nth - 1]! : least === added ? starts[nth]! : nextStarts[nth - 1]!
    }
    ;[errors, next, starts, nextStarts] = [next, errors, nextStarts, starts]
    const reached = errors[words.length]!
    if (reached < best.errors) best = { errors: reached, from: starts[words.length]!, to: at }
  }
  return best
}
