/** Which entries of a list have changed since somebody asked, without a look at all of them after every small step of work. */

export class ChangedEntries<Entry> {
  readonly #changed = new Set<Entry>()
  /** Where they stand: from the first index to the one after the last. */
  #from = 0
  #to = 0

  /** `at` is where it stands in the list. */
  add(entry: Entry, at: number): void {
    const isFirst = this.#changed.size === 0
    this.#from = isFirst ? at : Math.min(this.#from, at)
    this.#to = isFirst ? at + 1 : Math.max(this.#to, at + 1)
    this.#changed.add(entry)
  }

  addAll(entries: readonly Entry[]): void {
    for (const [at, entry] of entries.entries()) this.add(entry, at)
  }

  /** It stands in the list no longer. */
  delete(entry: Entry): void {
    this.#changed.delete(entry)
  }

  /** The list has been cut or has grown: anything may stand anywhere in its `length`. */
  moved(length: number): void {
    this.#from = 0
    this.#to = length
  }

  /** Their indexes in the list as it is now, ascending; then none has changed. */
  take(entries: readonly Entry[]): number[] {
    const found: number[] = []
    if (this.#changed.size === 0) return found
    for (let at = this.#from; at < this.#to; at += 1) if (this.#changed.has(entries[at]!)) found.push(at)
    this.#changed.clear()
    return found
  }
}
