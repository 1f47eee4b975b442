/** What the checker asks of a dictionary. The files are loaded by whoever builds one: nothing here reads or fetches. */

export interface Speller {
  /** Case as written: a lower-case first letter may be refused where the dictionary has a capital only. */
  correct(word: string): boolean
  /** Best first by the dictionary's own measure; slow (tens of milliseconds). */
  suggest(word: string): readonly string[]
}

/** One dictionary for each dialect; null where none was loaded. */
export interface Spellers {
  'en-US': Speller | null
  'en-GB': Speller | null
}
