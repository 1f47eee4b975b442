/** Little verbs that differ only by how many do it: was and were, is and are, doesn't and don't. */

export interface NumberPair {
  /** Of the pair: the form for one. */
  name: string
  /** What is written goes with one. */
  isOne: boolean
  /** The other form. */
  other: string
}

const PAIRS: ReadonlyMap<string, NumberPair> = new Map(
  "was were|is are|wasn't weren't|isn't aren't|doesn't don't|hasn't haven't".split('|').flatMap((pair) => {
    const [one = '', several = ''] = pair.split(' ')
    const both: [string, NumberPair][] = [
      [one, { name: one, isOne: true, other: several }],
      [several, { name: one, isOne: false, other: one }],
    ]
    return both
  }),
)

/** Undefined for any other word. Lower case, apostrophe straight. */
export function numberPairOf(lower: string): NumberPair | undefined {
  return PAIRS.get(lower)
}
