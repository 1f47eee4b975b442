/** A Speller made of a Hunspell dictionary: the text of its .aff and .dic files, loaded by the caller. */
import nspell from 'nspell'
import type { Speller } from '../speller.ts'

/** Half a second's work. Both texts as UTF-8 decoded strings. */
export function nspellSpeller(aff: string, dic: string): Speller {
  const dictionary = nspell(aff, dic)
  const known = new Map<string, boolean>()
  return {
    correct(word) {
      let correct = known.get(word)
      if (correct === undefined) {
        correct = dictionary.correct(word)
        known.set(word, correct)
      }
      return correct
    },
    suggest: (word) => dictionary.suggest(word),
  }
}
