/**
 * Which lines were told what of a word that they do not have, so that they are asked again when that is no longer true.
 * The checker finds by itself the lines that have a word.
 */

export class AskedWords<Asker> {
  readonly #answers = new Map<string, { used: boolean; by: Set<Asker> }>()
  /** Who asks from now on; null for nobody who would have to ask again. */
  asking: Asker | null = null

  /** Remembers the answer for who is asking, and gives it back. */
  told(word: string, used: boolean): boolean {
    if (this.asking === null) return used
    const answer = this.#answers.get(word)
    if (answer) answer.by.add(this.asking)
    else this.#answers.set(word, { used, by: new Set([this.asking]) })
    return used
  }

  /** Who was told otherwise of one of these words than is true now; forgets that they asked. */
  misled(words: Iterable<string>, isUsed: (word: string) => boolean): Asker[] {
    const misled: Asker[] = []
    for (const word of words) {
      const answer = this.#answers.get(word)
      if (answer === undefined || answer.used === isUsed(word)) continue
      this.#answers.delete(word)
      misled.push(...answer.by)
    }
    return misled
  }

  clear(): void {
    this.#answers.clear()
  }
}
