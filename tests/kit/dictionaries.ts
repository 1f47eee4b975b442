/** The dictionaries that the checker is shipped with, loaded once for all tests of a file. */
import { readFileSync } from 'node:fs'
import type { Tools } from '../../shared/proof/checker.ts'
import { nspellSpeller } from '../../shared/proof/spelling/nspell-speller.ts'

export const SPELLERS: Tools = {
  spellers: { 'en-US': load('dictionary-en'), 'en-GB': load('dictionary-en-gb') },
  tagger: null,
}

function load(name: string) {
  // Its package shows the world no more than index.js; the two files lie beside that.
  const read = (kind: string): string => readFileSync(new URL(`index.${kind}`, import.meta.resolve(name)), 'utf8')
  return nspellSpeller(read('aff'), read('dic'))
}
