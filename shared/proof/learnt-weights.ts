/**
 * Weights of signs as the tables of learnt odds keep them: what weighs the same stands together, parted by `||` from the next,
 * its weight first, then its signs in order, each after a `|`. A third of the files' size is saved so. A sign has no `|`, is not empty, but may have blanks.
 */

/** Tenths of a natural logarithm of odds, by sign. Of "" none. */
export function readWeights(text: string): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  if (text === '') return weights
  for (const group of text.split('||')) {
    const [weight, ...signs] = group.split('|')
    for (const sign of signs) weights.set(sign, Number(weight))
  }
  return weights
}

/** The reverse of `readWeights`; the same weights are written the same, whatever their order. */
export function writtenWeights(weights: Iterable<readonly [sign: string, weight: number]>): string {
  const groups = new Map<number, string[]>()
  for (const [sign, weight] of weights) {
    const group = groups.get(weight)
    if (group === undefined) groups.set(weight, [sign])
    else group.push(sign)
  }
  return [...groups]
    .sort(([one], [other]) => one - other)
    .map(([weight, signs]) => [weight, ...signs.sort()].join('|'))
    .join('||')
}
