/** The same numbers at every run. */

export type Dice = (below: number) => number

export function dice(seed: number): Dice {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    // The low digits of such a generator repeat soon.
    return Math.floor((state / 2_147_483_648) * below)
  }
}
