/** Indexes of a text in UTF-16 code units, and in Unicode code points, in which the Web Annotation Data Model counts. */

export class CodePoints {
  /** Indexes of the second halves of surrogate pairs, rising. */
  readonly #seconds: number[] = []

  constructor(text: string) {
    for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) this.#seconds.push(index + 1)
  }

  /** Of an index in code units; one between two halves counts as behind both. */
  pointAt(index: number): number {
    return index - this.#count((nth) => (this.#seconds[nth] ?? 0) <= index)
  }

  /** Of an index in code points, which must be within the text. */
  indexAt(point: number): number {
    return point + this.#count((nth) => (this.#seconds[nth] ?? 0) - nth <= point)
  }

  /** How many pairs from the first on are so; those that are come before those that are not. */
  #count(isBefore: (nth: number) => boolean): number {
    let [low, high] = [0, this.#seconds.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (isBefore(middle)) low = middle + 1
      else high = middle
    }
    return low
  }
}
