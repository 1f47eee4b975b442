/**
 * Where the cards of the margin stand: in the order of the text, never touching, none above the floor, and together as
 * near to their words as that allows (least sum of weighted squares). Pool adjacent violators, so linear.
 */

export interface Wanted {
  /** Top that the card would have if it were alone, pixels. */
  want: number
  height: number
  /** Above 0. One of 10,000 stays at its words while its neighbours make room. */
  weight: number
}

/** Pixels between two cards. */
export const CARD_GAP = 6

/** Tops of the cards, in the order given; none is less than `floor`. */
export function settle(cards: readonly Wanted[], floor = 0, gap = CARD_GAP): number[] {
  // Less the heights of all cards before, "not touching" is "not descending", and the floor is one number for all.
  const before: number[] = []
  const blocks: { sum: number; weight: number; count: number }[] = []
  let offset = 0
  for (const { want, height, weight } of cards) {
    before.push(offset)
    let block = { sum: (want - offset) * weight, weight, count: 1 }
    for (let above = blocks.at(-1); above && mean(above) > mean(block); above = blocks.at(-1)) {
      blocks.pop()
      block = { sum: above.sum + block.sum, weight: above.weight + block.weight, count: above.count + block.count }
    }
    blocks.push(block)
    offset += height + gap
  }
  const levels = blocks.flatMap((block) => new Array<number>(block.count).fill(Math.max(floor, mean(block))))
  return levels.map((level, index) => level + (before[index] ?? 0))
}

function mean({ sum, weight }: { sum: number; weight: number }): number {
  return sum / weight
}
