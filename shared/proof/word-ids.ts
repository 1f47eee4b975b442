/**
 * A small number for every word that was ever read: what is kept by word stands in lists, which answer at a fraction of the
 * cost of a map of strings. The numbers say nothing, and no finding may depend on them.
 */

const ids = new Map<string, number>()

/** Words that are read and numbered, of all stories together; some ten novels have fewer. What is no story must not fill the memory. */
export const MOST_WORDS = 300_000

/** Of a word beyond those: it is in no table, and nothing is kept of it. */
export const NO_ID = -1

/** For words that are read: as `wordId`, or NO_ID. */
export function readWordId(word: string): number {
  return ids.get(word) ?? (ids.size < MOST_WORDS ? wordId(word) : NO_ID)
}

/** For words of tables. Equal for equal words, another for any other; from 0 on without a gap. */
export function wordId(word: string): number {
  let id = ids.get(word)
  if (id === undefined) {
    id = ids.size
    ids.set(word, id)
  }
  return id
}

/** A word and its number, as tokens have them. */
interface Numbered {
  lower: string
  id: number
}

/** Asks once for every word and keeps the answer: `ask` must depend on nothing but the word. */
export function keptByWord<T extends string | number | boolean | object | null>(
  ask: (lower: string) => T,
): (word: Numbered) => T {
  const kept: (T | undefined)[] = []
  return ({ lower, id }) => {
    if (id === NO_ID) return ask(lower)
    let answer = kept[id]
    if (answer === undefined) {
      answer = ask(lower)
      // Never a list with gaps, which would be kept as a map.
      while (kept.length <= id) kept.push(undefined)
      kept[id] = answer
    }
    return answer
  }
}
