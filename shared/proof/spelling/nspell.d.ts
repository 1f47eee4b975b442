/** The little of nspell that is used. Its published types bring in those of Node, which this room must not see. */
declare module 'nspell' {
  interface Dictionary {
    /** Every form → its flags. */
    readonly data: Readonly<Record<string, readonly string[]>>
    readonly flags: Readonly<Record<string, string | undefined>>
    correct(word: string): boolean
    suggest(word: string): string[]
  }
  function nspell(aff: string, dic: string): Dictionary
  export = nspell
}
