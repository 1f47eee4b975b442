/** Where random histories of the editor begin: their seeds, and the story that they change. */
import { encodeStory } from '../../shared/story/story-doc.ts'

/** `${name}_SEED=…` in the environment replays one history, `${name}_RUNS=…` sets how many there are; else `runs`, new each time. */
export function fuzzSeeds(name: string, runs: number): number[] {
  const { [`${name}_SEED`]: seed, [`${name}_RUNS`]: wished } = process.env
  if (seed) return [Number(seed)]
  return Array.from({ length: Number(wished ?? runs) }, (_, run) => (Date.now() + run * 7919) >>> 0)
}

/** Of every kind of line, with marks and characters of several code units. */
export const LOW_WATER = encodeStory(
  {
    lines: [
      { block: 1, spans: [{ text: 'Low Water' }] },
      {
        spans: [
          { text: 'The harbour office kept two ' },
          { text: 'ledgers', italic: true },
          { text: ' 😀 for the sea.' },
        ],
      },
      { gap: 3, spans: [{ text: 'It was not a long letter. 👍🏽' }] },
      { gap: 1, spans: [{ text: 'Salt for the ledger', bold: true }] },
      { spans: [] },
    ],
  },
  1,
)
