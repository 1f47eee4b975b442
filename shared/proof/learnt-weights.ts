/** Weights of signs as the tables of learnt odds keep them: `sign weight`, parted by `|`. A sign has no `|`, but may have blanks. */

/** Tenths of a natural logarithm of odds, by sign. Of "" none. */
export function readWeights(text: string): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  if (text === '') return weights
  for (const entry of text.split('|')) {
    const gap = entry.lastIndexOf(' ')
    weights.set(entry.slice(0, gap), Number(entry.slice(gap + 1)))
  }
  return weights
}

/** The reverse of `readWeights`. */
export function writtenWeights(weights: Iterable<readonly [sign: string, weight: number]>): string {
  return [...weights].map(([sign, weight]) => `${sign} ${weight}`).join('|')
}
