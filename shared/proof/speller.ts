/** What the checker asks of a dictionary. The files are loaded by whoever builds one: nothing here reads or fetches. */

export interface Speller {
  /** Case as written: a capital in front or all through is right for a lower-case word, not the other way round. */
  correct(word: string): boolean
  /** The dictionary's own suggestions, best first; slow (tens of milliseconds). The checker ranks its own from `words`. */
  suggest(word: string): readonly string[]
  /** Every form in it that may be suggested; empty where that cannot be told. Always the same array. */
  words(): readonly string[]
}

/** One dictionary for each dialect; null where none was loaded. */
export interface Spellers {
  'en-US': Speller | null
  'en-GB': Speller | null
}
