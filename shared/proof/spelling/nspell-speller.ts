/** A Speller made of a Hunspell dictionary: the text of its .aff and .dic files, loaded by the caller. */
import nspell from 'nspell'
import type { Speller } from '../speller.ts'

/** Some tenths of a second's work. Both texts decoded. */
export function nspellSpeller(aff: string, dic: string): Speller {
  const dictionary = nspell(aff, dic)
  const known = new Map<string, boolean>()
  let words: string[] | null = null
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
    words() {
      words ??= suggestible(dictionary)
      return words
    },
  }
}

/** The Hunspell flags of forms that are right, or half a word, but nobody wants to be offered. */
const UNWANTED = ['NOSUGGEST', 'FORBIDDENWORD', 'ONLYINCOMPOUND', 'WARN'] as const

function suggestible({ data, flags }: ReturnType<typeof nspell>): string[] {
  const unwanted = UNWANTED.flatMap((name) => flags[name] ?? [])
  const words: string[] = []
  for (const word in data) {
    const own = data[word]
    if (own === undefined || own.length === 0 || !unwanted.some((flag) => own.includes(flag))) words.push(word)
  }
  return words
}
