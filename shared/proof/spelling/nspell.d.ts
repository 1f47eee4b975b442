/** The little of nspell that is used. Its published types bring in those of Node, which this room must not see. */
declare module 'nspell' {
  function nspell(aff: string, dic: string): { correct(word: string): boolean; suggest(word: string): string[] }
  export = nspell
}
