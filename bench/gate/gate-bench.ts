/** The gate bench: what judging an update costs, and what the rooms lose by it against the same rooms with an open gate. */
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { bundle, GALLEY_SERVER } from '../build-servers.ts'
import { Figures, median, say } from '../figures.ts'
import { flooding, type Load, type Rate } from './flooding.ts'
import { building, judging } from './judging.ts'
import { HABITS } from './novel-traffic.ts'

interface Size {
  words: number
  updates: number
  acts: number
  rounds: number
  load: Load
}

const FULL: Size = {
  words: 100_000,
  updates: 20_000,
  acts: 8_000,
  rounds: 7,
  load: { words: 100_000, updates: 20_000, people: 8, letters: 6_000 },
}

const QUICK: Size = { ...FULL, acts: 2_000, rounds: 3, load: { ...FULL.load, letters: 3_000 } }

const GATE = 'with the gate'
const OPEN = 'with an open gate'

/** Prints progress on standard error and the table on standard output. */
export async function benchGate(quick: boolean): Promise<void> {
  const size = quick ? QUICK : FULL
  const figures = new Figures()
  say(`the gate’s index of ${size.words} words in ${size.updates} updates`)
  const built = building(size.words, size.updates)
  figures.set('index of the novel, built', 'ms', GATE, built.took)
  figures.set('… heap', 'MB', GATE, built.heap)
  for (const habit of HABITS) {
    say(`judging: ${habit}`)
    const judged = judging(size.words, size.updates, habit, habit === 'paste' ? size.acts / 10 : size.acts)
    figures.set(`judging ${habit}, median`, 'µs', GATE, judged.median)
    figures.set(`… ${habit}, p99`, 'µs', GATE, judged.p99)
  }
  await bundle(join(import.meta.dirname, '../dist/open-gate'), GALLEY_SERVER, [openGate])
  say(`${size.load.people} people in the novel, with the gate and without, ${size.rounds} rounds each by turns`)
  const rates = await flooding(size.load, size.rounds)
  compare(figures, 'letters per second of server CPU', rates, ({ perCpuSecond }) => perCpuSecond)
  compare(figures, 'letters per second to everybody', rates, ({ perSecond }) => perSecond)
  process.stdout.write(`${figures.table([GATE, OPEN])}\n`)
  say(`kept in ${figures.keep('gate', size)}`)
}

/** Rounds next to each other are compared, so that a machine that grows slower tells against both. */
function compare(figures: Figures, name: string, rates: { gate: Rate[]; open: Rate[] }, read: (rate: Rate) => number) {
  figures.set(`${name}, median`, '', GATE, median(rates.gate.map(read)))
  figures.set(`${name}, median`, '', OPEN, median(rates.open.map(read)))
  const ratios = rates.gate.map((rate, round) => read(rate) / read(rates.open[round] as Rate))
  figures.set(`${name}, median of the ratios of ${ratios.length} rounds`, '', GATE, median(ratios))
  say(`${name}, ratio of each round: ${ratios.map((ratio) => ratio.toFixed(3)).join(' ')}`)
}

/** The server as it ships but for the one module; nothing in the product knows of this. */
const openGate: Plugin = {
  name: 'open-gate',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === './gate.ts' && importer?.endsWith('/server/rooms/intake.ts')
      ? join(import.meta.dirname, 'open-gate.ts')
      : null,
}
