/**
 * A small number for every word that was ever read: what is kept by word stands in lists, which answer at a fraction of the
 * cost of a map of strings. The numbers say nothing, and no finding may depend on them.
 */

const ids = new Map<string, number>()

/** Equal for equal words, another for any other; from 0 on without a gap. */
export function wordId(word: string): number {
  let id = ids.get(word)
  if (id === undefined) {
    id = ids.size
    ids.set(word, id)
  }
  return id
}
