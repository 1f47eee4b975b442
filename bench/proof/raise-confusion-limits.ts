/**
 * `node --import tsx bench/proof/raise-confusion-limits.ts FOLDER`: raises the limits of confused words so that hardly a
 * place in the novels of a folder (*.txt) that were not learnt from is called a slip, and leaves the weights as they are.
 * Which novels these were stands in texts/SOURCES.md.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { signsAt } from '../../shared/proof/confusions/context.ts'
import { oddsOf, oddsSlips, type PairOdds, readOdds, writtenOdds } from '../../shared/proof/confusions/odds.ts'
import { ODDS } from '../../shared/proof/confusions/odds-table.ts'
import { ProseLine } from '../../shared/proof/prose-line.ts'
import { say } from '../figures.ts'
import { OFTEN } from './confusion-pairs.ts'
import { linesOf } from './contestants.ts'
import { tableFile } from './table-file.ts'

/** The table's own comment. */
const ABOUT = [
  'What was learnt from novels of which word stands where; made by bench/proof/learn-confusions.ts, with what',
  'was changed since in texts/SOURCES.md beside it. One pair a row, as odds.ts reads it; no sentence of a novel can be had back from them.',
]

/** Flags of one word for another that may stay in the whole folder: a few of them are slips in the printed text. */
const LEFT = { often: 4, seldom: 1 }

const TARGET = join(import.meta.dirname, '../../shared/proof/confusions/odds-table.ts')

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('usage: raise-confusion-limits.ts FOLDER\n')
  process.exit(2)
}
const pairs = ODDS.map(readOdds)
const often = new Set<string>(OFTEN.map((words) => words.join(' ')))
const flagged = flaggedIn(folder)
writeFileSync(TARGET, tableFile('ODDS', ABOUT, pairs.map(raised).map(writtenOdds)))
say(`limits written to ${TARGET}`)

/** `written right` → the odds of each flag. */
function flaggedIn(from: string): ReadonlyMap<string, number[]> {
  const byWords = new Map<string, PairOdds>(
    pairs.flatMap((pair) => [
      [`${pair.first} ${pair.second}`, pair] as const,
      [`${pair.second} ${pair.first}`, pair] as const,
    ]),
  )
  const odds = new Map<string, number[]>()
  for (const file of readdirSync(from).filter((name) => name.endsWith('.txt'))) {
    for (const source of linesOf(readFileSync(join(from, file), 'utf8')).source) {
      const { tokens } = new ProseLine(source)
      for (const { at, right } of oddsSlips(tokens)) {
        const words = `${tokens[at]!.lower} ${right}`
        const known = odds.get(words) ?? []
        odds.set(words, known)
        known.push(Math.abs(oddsOf(byWords.get(words)!, signsAt(tokens, at))))
      }
    }
  }
  return odds
}

function raised(pair: PairOdds): PairOdds {
  const { first, second, against } = pair
  const left = often.has(`${first} ${second}`) ? LEFT.often : LEFT.seldom
  const limitOf = (words: string, limit: number | null): number | null => {
    const highest = (flagged.get(words) ?? []).sort((one, other) => other - one)[left]
    if (limit === null || highest === undefined) return limit
    say(`${words}: ${limit} → ${highest}`)
    return Math.max(limit, highest)
  }
  return { ...pair, against: [limitOf(`${first} ${second}`, against[0]), limitOf(`${second} ${first}`, against[1])] }
}
