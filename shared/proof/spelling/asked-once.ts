/** Answers of a dictionary, kept: it never changes its mind, and rules for the whole story ask the same after every edit. */
import type { Speller } from '../speller.ts'

/** The same answer as `ask`, which must depend on nothing but the word and the speller. */
export function askedOnce(
  ask: (word: string, speller: Speller) => boolean,
): (word: string, speller: Speller) => boolean {
  const answers = new WeakMap<Speller, Map<string, boolean>>()
  return (word, speller) => {
    let known = answers.get(speller)
    if (known === undefined) {
      known = new Map()
      answers.set(speller, known)
    }
    let answer = known.get(word)
    if (answer === undefined) {
      answer = ask(word, speller)
      known.set(word, answer)
    }
    return answer
  }
}
