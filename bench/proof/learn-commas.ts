/**
 * `node --import tsx bench/proof/learn-commas.ts FOLDER`: learns from the novels in a folder (*.txt) where a comma or the
 * end of a sentence stands, sets limits so that hardly any place in a novel that was not learnt from is called wrong, and
 * writes the table that the checker reads. Which novels these were stands in texts/SOURCES.md.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writtenOdds } from '../../shared/proof/commas/odds.ts'
import {
  beginsClause,
  namePlacesOf,
  PLACE_KINDS,
  type PlaceKind,
  placedWords,
  placesOf,
} from '../../shared/proof/commas/places.ts'
import { signsOf } from '../../shared/proof/commas/signs.ts'
import { ProseLine } from '../../shared/proof/prose-line.ts'
import { say } from '../figures.ts'
import { dice } from '../review/dice.ts'
import { linesOf } from './contestants.ts'
import { type Example, logistic } from './logistic.ts'
import { tableFile } from './table-file.ts'

/** The table's own comment. */
const ABOUT = [
  'What was learnt from novels of where commas and ends of sentences stand; made by bench/proof/learn-commas.ts, never by',
  'hand. One kind of places a row, as odds.ts reads it. The rows are figures; no sentence of a novel can be had back from them.',
]

/** Places of one kind in one group of novels: their signs by number, and whether the mark stands. */
interface Seen {
  signs: Uint32Array[]
  marked: boolean[]
}

/** Groups of novels; each is judged by what the others teach. */
const GROUPS = 3

/** Places of one kind that are enough to learn from. */
const ENOUGH = 130_000

/** A sign seen less often says nothing. */
const SEEN = 20

/** What a place counts: less than one, so that signs that mostly stand together do not shout. */
const SHARE = 0.9

/** Tenths: smaller weights are left out. */
const LEAST_WEIGHT = 3

/** Places in a million words that may be called wrong in novels not learnt from. */
const WRONG: Record<PlaceKind, number> = {
  'run-on': 6,
  splice: 12,
  participle: 15,
  absolute: 8,
  relative: 8,
  opening: 5,
  named: 22,
  naming: 10,
}

const TARGET = join(import.meta.dirname, '../../shared/proof/commas/odds-table.ts')

const [folder, ...only] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('usage: learn-commas.ts FOLDER [KIND…]\n')
  process.exit(2)
}

const numbers = new Map<string, number>()
const counts: number[] = []
const groups = Array.from({ length: GROUPS }, () => new Map<PlaceKind, Seen>())
const words = read(folder)
say(`${words} words, ${counts.length} signs`)
const names = [...numbers.keys()]
const rows = PLACE_KINDS.filter((kind) => only.length === 0 || only.includes(kind)).map(learnt)
if (only.length === 0) writeFileSync(TARGET, tableFile('COMMA_ODDS', ABOUT, rows))

function read(from: string): number {
  let count = 0
  const files = readdirSync(from).filter((file) => file.endsWith('.txt'))
  for (const [at, file] of files.sort().entries()) {
    const lines = linesOf(readFileSync(join(from, file), 'utf8')).source.map((source) => new ProseLine(source))
    const isName = namesIn(lines)
    for (const prose of lines) {
      const line = placedWords(prose, ({ lower }) => isName(lower))
      count += line.words.length
      if (prose.heading) continue
      for (const place of [...placesOf(line, true), ...namePlacesOf(line)]) {
        if (place.kind === 'splice' && !beginsClause(line, place)) continue
        if (only.length > 0 && !only.includes(place.kind)) continue
        let seen = groups[at % GROUPS]!.get(place.kind)
        if (seen === undefined) {
          seen = { signs: [], marked: [] }
          groups[at % GROUPS]!.set(place.kind, seen)
        }
        seen.signs.push(Uint32Array.from(signsOf(line, place), numberOf))
        seen.marked.push(isMarked(place.kind, place.mark))
      }
    }
  }
  return count
}

/** Of sentences the end is learnt, of all else the comma. */
function isMarked(kind: PlaceKind, mark: string): boolean {
  return kind === 'run-on' || kind === 'splice' ? mark === '.' : mark === ','
}

function numberOf(sign: string): number {
  let number = numbers.get(sign)
  if (number === undefined) {
    number = counts.push(0) - 1
    numbers.set(sign, number)
  }
  counts[number]! += 1
  return number
}

/** Words that the novel writes with a capital amid sentences, and never small. */
function namesIn(lines: readonly ProseLine[]): (lower: string) => boolean {
  const capitals = new Map<string, number>()
  const small = new Set<string>()
  for (const { tokens } of lines) {
    for (const [at, { kind, shape, lower }] of tokens.entries()) {
      if (kind !== 'word') continue
      if (shape === 'lower') small.add(lower)
      else if (shape === 'Capital' && tokens[at - 1]?.kind === 'word')
        capitals.set(lower, (capitals.get(lower) ?? 0) + 1)
    }
  }
  return (lower) => (capitals.get(lower) ?? 0) > 1 && !small.has(lower)
}

function learnt(kind: PlaceKind): string {
  const odds: number[] = []
  const marked: boolean[] = []
  for (const group of groups) {
    const model = modelOf(
      kind,
      groups.filter((other) => other !== group),
    )
    const seen = group.get(kind)
    if (seen === undefined) continue
    for (const [at, signs] of seen.signs.entries()) {
      let sum = model.bias
      for (const sign of signs) sum += model.weights.get(sign) ?? 0
      odds.push(sum)
      marked.push(seen.marked[at]!)
    }
  }
  const wrong = odds.filter((_, at) => !marked[at]).sort((one, other) => other - one)
  const right = odds.filter((_, at) => marked[at])
  const limit = Math.max(15, wrong[Math.floor((WRONG[kind] * words) / 1e6)] ?? 0)
  const found = right.filter((sum) => sum > limit).length
  say(
    `${kind}: ${right.length} marked, ${wrong.length} not; limit ${limit} finds ${((100 * found) / right.length).toFixed(1)} %`,
  )
  const { bias, weights } = modelOf(kind, groups)
  const named = new Map([...weights].map(([sign, weight]) => [names[sign]!, weight]))
  return writtenOdds({ kind, bias, limit, weights: named })
}

function modelOf(
  kind: PlaceKind,
  from: readonly Map<PlaceKind, Seen>[],
): { bias: number; weights: Map<number, number> } {
  const all = from.flatMap((group) => {
    const seen = group.get(kind)
    return seen ? seen.signs.map((signs, at) => ({ signs, isFirst: seen.marked[at]! })) : []
  })
  const random = dice(all.length)
  const some = all.length > ENOUGH ? all.filter(() => random(all.length) < ENOUGH) : all
  const local = new Map<number, number>()
  const own: number[] = []
  const examples: Example[] = some.map(({ signs, isFirst }) => {
    const heard: number[] = []
    for (const sign of signs) {
      if (counts[sign]! < SEEN) continue
      let number = local.get(sign)
      if (number === undefined) {
        number = own.push(sign) - 1
        local.set(sign, number)
      }
      heard.push(number)
    }
    return { signs: heard, isFirst, share: SHARE }
  })
  const found = logistic(examples, own.length)
  const weights = new Map<number, number>()
  for (const [at, sign] of own.entries()) {
    const weight = Math.round(found[at]! * 10)
    if (Math.abs(weight) >= LEAST_WEIGHT) weights.set(sign, weight)
  }
  return { bias: Math.round(found[own.length]! * 10), weights }
}
