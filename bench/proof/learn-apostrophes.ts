/**
 * `node --import tsx bench/proof/learn-apostrophes.ts FOLDER`: learns from the novels in a folder (*.txt) which words in -s
 * are somebody's and which are several, sets limits so that hardly any in a novel that was not learnt from is called wrong,
 * and writes the table that the checker reads. Which novels these were stands in texts/SOURCES.md.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type OwnerQuestion, writtenOdds } from '../../shared/proof/apostrophes/odds.ts'
import { ownerPlaces, ownerSigns } from '../../shared/proof/apostrophes/places.ts'
import { ProseLine } from '../../shared/proof/prose-line.ts'
import { say } from '../figures.ts'
import { linesOf } from './contestants.ts'
import { type Example, logistic } from './logistic.ts'
import { tableFile } from './table-file.ts'

/** The table's own comment. */
const ABOUT = [
  'What was learnt from novels of words in -s, whose something is or several; made by bench/proof/learn-apostrophes.ts, never',
  'by hand. A question a row, as odds.ts reads it. The rows are figures; no sentence of a novel can be had back from them.',
]

/** Groups of novels; each is judged by what the others teach. */
const GROUPS = 3

/** A sign seen less often says nothing. */
const SEEN = 8

/** What a place counts: less than one, so that signs that mostly stand together do not shout. */
const SHARE = 0.9

/** Tenths: smaller weights are left out. */
const LEAST_WEIGHT = 4

/** Places in a million words that may be called wrong in novels not learnt from: apostrophes missed, and called wrong. */
const WRONG = { missing: 8, stray: 4 }

const TARGET = join(import.meta.dirname, '../../shared/proof/apostrophes/odds-table.ts')

interface Seen {
  signs: Uint32Array
  form: "'s" | "s'" | 's'
}

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('usage: learn-apostrophes.ts FOLDER\n')
  process.exit(2)
}

const numbers = new Map<string, number>()
const counts: number[] = []
const groups: Seen[][] = Array.from({ length: GROUPS }, () => [])
const words = read(folder)
const all = groups.flat()
say(
  `${words} words, ${all.length} places, ${all.filter(({ form }) => form !== 's').length} owners, ${counts.length} signs`,
)
const names = [...numbers.keys()]
writeFileSync(TARGET, tableFile('OWNER_ODDS', ABOUT, [learnt('owner'), learnt('many')]))

function read(from: string): number {
  let count = 0
  const files = readdirSync(from).filter((file) => file.endsWith('.txt'))
  for (const [at, file] of files.sort().entries()) {
    for (const source of linesOf(readFileSync(join(from, file), 'utf8')).source) {
      const line = new ProseLine(source)
      count += line.tokens.length
      if (line.heading) continue
      for (const place of ownerPlaces(line.tokens)) {
        const signs = ownerSigns(line.tokens, place, line.isSpeech(line.tokens[place.at]!.start))
        groups[at % GROUPS]!.push({ signs: Uint32Array.from(signs, numberOf), form: place.form })
      }
    }
  }
  return count
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

function isAsked(question: OwnerQuestion, form: Seen['form']): boolean {
  return question === 'owner' || form !== 's'
}

function isFirst(question: OwnerQuestion, form: Seen['form']): boolean {
  return question === 'owner' ? form !== 's' : form === "s'"
}

function learnt(question: OwnerQuestion): string {
  const yes: number[] = []
  const no: number[] = []
  for (const group of groups) {
    const model = modelOf(
      question,
      groups.filter((other) => other !== group),
    )
    for (const { signs, form } of group) {
      if (!isAsked(question, form)) continue
      let sum = model.bias
      for (const sign of signs) sum += model.weights.get(sign) ?? 0
      ;(isFirst(question, form) ? yes : no).push(sum)
    }
  }
  no.sort((one, other) => other - one)
  yes.sort((one, other) => one - other)
  const missing = Math.max(15, no[Math.floor((WRONG.missing * words) / 1e6)] ?? 0)
  const stray = Math.min(-15, yes[Math.floor((WRONG.stray * words) / 1e6)] ?? 0)
  const share = (some: readonly number[], test: (odds: number) => boolean): string =>
    `${((100 * some.filter(test).length) / some.length).toFixed(1)} %`
  say(
    `${question}: ${yes.length} yes, ${no.length} no; above ${missing} ${share(yes, (odds) => odds > missing)} of yes`,
  )
  say(`  below ${stray} ${share(no, (odds) => odds < stray)} of no`)
  say(`  yes above 0: ${share(yes, (odds) => odds > 0)}, no below 0: ${share(no, (odds) => odds <= 0)}`)
  const { bias, weights } = modelOf(question, groups)
  const named = new Map([...weights].map(([sign, weight]) => [names[sign]!, weight]))
  return writtenOdds({ question, bias, missing, stray, weights: named })
}

function modelOf(
  question: OwnerQuestion,
  from: readonly (readonly Seen[])[],
): { bias: number; weights: Map<number, number> } {
  const local = new Map<number, number>()
  const own: number[] = []
  const examples: Example[] = []
  for (const { signs, form } of from.flat()) {
    if (!isAsked(question, form)) continue
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
    examples.push({ signs: heard, isFirst: isFirst(question, form), share: SHARE })
  }
  const found = logistic(examples, own.length)
  const weights = new Map<number, number>()
  for (const [at, sign] of own.entries()) {
    const weight = Math.round(found[at]! * 10)
    if (Math.abs(weight) >= LEAST_WEIGHT) weights.set(sign, weight)
  }
  return { bias: Math.round(found[own.length]! * 10), weights }
}
