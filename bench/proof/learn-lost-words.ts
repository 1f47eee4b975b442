/**
 * `node --import tsx bench/proof/learn-lost-words.ts FOLDER`: drops small words from the novels in a folder (*.txt) and learns
 * between which words one was lost, and which; sets limits so that hardly a gap in a novel that was not learnt from is called
 * one, and writes the table that the checker reads. Which novels these were stands in texts/SOURCES.md.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LOST_WORDS } from '../../shared/proof/lost-words/families.ts'
import { type FamilyOdds, gapOdds, writtenFamily } from '../../shared/proof/lost-words/odds.ts'
import { besides, CHOICE_SIGNS, choiceSigns, GAP_SIGNS, gapSigns } from '../../shared/proof/lost-words/place.ts'
import { ProseLine } from '../../shared/proof/prose-line.ts'
import { say } from '../figures.ts'
import { linesOf } from './contestants.ts'
import { type Example, logistic } from './logistic.ts'
import { tableFile } from './table-file.ts'

/** The table's own comment. */
const ABOUT = [
  'What was learnt from novels of between which words a small one cannot be missing; made by bench/proof/learn-lost-words.ts,',
  'never by hand. One family a row, as odds.ts reads it. The rows are figures; no sentence of a novel can be had back from them.',
]

/** A gap, or where a word was dropped. */
interface Gap {
  signs: readonly string[]
  choice: readonly string[]
  /** The dropped word; null in a gap that has lost none. */
  lost: string | null
  /** Its novel's group; each is judged by what the others teach. */
  group: number
}

const GROUPS = 3

/** Two kinds of words side by side are looked at where the gap between them has lost a word at least so often (in places seen) … */
const SEEN_PAIR = 15

/** … and lost none at most so many times as often. */
const WHOLE_TO_LOST = 1.5

/** Losses between two kinds that have to be found for them to be looked at. */
const USEFUL = 3

/** A sign seen less often says nothing. */
const SEEN = 14

/** Tenths: smaller weights are left out. */
const LEAST_WEIGHT = 7

/** Novels in which somebody leaves small words out all the time (Charlie Chan), so that they teach nothing of whole gaps. */
const SPARING = /^earl-derr-biggers/

const TARGET = join(import.meta.dirname, '../../shared/proof/lost-words/odds-table.ts')

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('usage: learn-lost-words.ts FOLDER\n')
  process.exit(2)
}
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.txt') && !SPARING.test(file))
  .sort()
  .map((file) => join(folder, file))
const familyOf = new Map(LOST_WORDS.flatMap(({ name, words }) => words.map((word) => [word, name] as const)))
const pairs = suspectPairs()
const { gaps, words } = gapsIn()
say(`${words} words read, ${gaps.length} gaps looked at`)
const rows = LOST_WORDS.flatMap(({ name, wrong }) => {
  const odds = learnt(name, wrong)
  return odds ? writtenFamily(odds) : []
})
writeFileSync(TARGET, tableFile('LOST_ODDS', ABOUT, rows))
say(`${rows.length} families written to ${TARGET}`)

/** Family → pairs of kinds between which a word of it may have been lost. */
function suspectPairs(): Map<string, Set<string>> {
  const whole = new Map<string, number>()
  const lost = new Map<string, number>()
  for (const { all, at, family } of places()) {
    const key = pairKey(all, at, family !== null)
    const counts = family === null ? whole : lost
    const counted = family === null ? key : `${family} ${key}`
    counts.set(counted, (counts.get(counted) ?? 0) + 1)
  }
  const suspects = new Map(LOST_WORDS.map(({ name }) => [name, new Set<string>()]))
  for (const [key, count] of lost) {
    const gap = key.indexOf(' ')
    const pair = key.slice(gap + 1)
    if (count >= SEEN_PAIR && (whole.get(pair) ?? 0) <= WHOLE_TO_LOST * count)
      suspects.get(key.slice(0, gap))!.add(pair)
  }
  return suspects
}

function pairKey(all: ReturnType<typeof besides>, at: number, isDropped: boolean): string {
  return `${all[at - 1]!.kind} ${all[isDropped ? at + 1 : at]!.kind}`
}

/** Every gap between two words, and every one that would be there without the small word. */
function* places() {
  for (const [index, file] of files.entries()) {
    for (const source of linesOf(readFileSync(file, 'utf8')).source) {
      const { tokens } = new ProseLine(source)
      const all = besides(tokens)
      for (let at = 1; at < tokens.length; at += 1) {
        if (tokens[at]!.kind !== 'word' || tokens[at - 1]!.kind !== 'word') continue
        yield { all, at, family: null, word: null, group: index % GROUPS }
        const word = tokens[at]!.lower
        const family = familyOf.get(word)
        if (family !== undefined && tokens[at + 1]?.kind === 'word')
          yield { all, at, family, word, group: index % GROUPS }
      }
    }
  }
}

function gapsIn(): { gaps: Gap[]; words: number } {
  const found: Gap[] = []
  const any = new Set([...pairs.values()].flatMap((some) => [...some]))
  let count = 0
  for (const { all, at, family, word, group } of places()) {
    if (family === null) count += 1
    const key = pairKey(all, at, family !== null)
    if (family === null ? !any.has(key) : !pairs.get(family)!.has(key)) continue
    const around = family === null ? all : [...all.slice(Math.max(0, at - 3), at), ...all.slice(at + 1, at + 4)]
    const here = family === null ? at : Math.min(3, at)
    found.push({ signs: gapSigns(around, here), choice: choiceSigns(around, here), lost: word, group })
  }
  return { gaps: found, words: count }
}

function learnt(family: string, wrong: number): FamilyOdds | null {
  const suspects = pairs.get(family)!
  const own = gaps.filter(
    ({ signs, lost }) => (lost === null && suspects.has(signs[0]!)) || (lost !== null && familyOf.get(lost) === family),
  )
  const whole: number[] = []
  const dropped: { odds: number; pair: string }[] = []
  for (let group = 0; group < GROUPS; group += 1) {
    const odds = oddsFrom(own.filter((gap) => gap.group !== group))
    for (const gap of own) {
      if (gap.group !== group) continue
      const known = gapOdds(odds, gap.signs)
      if (gap.lost === null) whole.push(known)
      else dropped.push({ odds: known, pair: gap.signs[0]! })
    }
  }
  const worst = whole.sort((one, other) => other - one)
  const limit = Math.max(20, worst[Math.floor((wrong * words) / 1e6)] ?? 0)
  const useful = new Map<string, number>()
  for (const { odds, pair } of dropped) if (odds > limit) useful.set(pair, (useful.get(pair) ?? 0) + 1)
  const found = [...useful.values()].reduce((sum, count) => sum + count, 0)
  say(
    `${family}: ${dropped.length} dropped, ${whole.length} whole; limit ${limit} finds ${Math.round((100 * found) / dropped.length)} %`,
  )
  if (found === 0) return null
  const choices = choicesFrom(own, family)
  const told = own.filter(({ lost }) => lost !== null)
  const right = told.filter(({ lost, choice }) => lost === best(choices, choice)).length
  say(`  the right word of ${choices.size} for ${Math.round((100 * right) / told.length)} %`)
  const worthwhile = [...useful].filter(([, count]) => count >= USEFUL).map(([pair]) => pair)
  return { name: family, limit, pairs: worthwhile, ...oddsFrom(own), choices }
}

function best(choices: FamilyOdds['choices'], signs: readonly string[]): string {
  let word = ''
  let most = Number.NEGATIVE_INFINITY
  for (const [choice, { bias, weights }] of choices) {
    let odds = bias
    for (const [kind, sign] of signs.entries()) odds += weights[kind]!.get(sign) ?? 0
    if (odds > most) {
      most = odds
      word = choice
    }
  }
  return word
}

function oddsFrom(own: readonly Gap[]): Pick<FamilyOdds, 'bias' | 'weights'> {
  return weighed(
    own.map(({ signs, lost }) => ({ signs, isFirst: lost !== null })),
    GAP_SIGNS,
    SEEN,
    LEAST_WEIGHT,
    true,
  )
}

/** Each word of the family against the others. */
function choicesFrom(own: readonly Gap[], family: string): FamilyOdds['choices'] {
  const told = own.filter(({ lost }) => lost !== null)
  const members = LOST_WORDS.find(({ name }) => name === family)!.words
  const some = told.length > 60_000 ? told.filter((_, at) => at % Math.ceil(told.length / 60_000) === 0) : told
  if (members.length === 1)
    return new Map([[members[0]!, { bias: 0, weights: Array.from({ length: CHOICE_SIGNS }, () => new Map()) }]])
  return new Map(
    members
      .filter((word) => some.filter(({ lost }) => lost === word).length >= 100)
      .map((word) => [
        word,
        weighed(
          some.map(({ choice, lost }) => ({ signs: choice, isFirst: lost === word })),
          CHOICE_SIGNS,
          20,
          10,
          false,
        ),
      ]),
  )
}

function weighed(
  cases: readonly { signs: readonly string[]; isFirst: boolean }[],
  kinds: number,
  seenOften: number,
  least: number,
  isLoud: boolean,
): Pick<FamilyOdds, 'bias' | 'weights'> {
  const numbers = new Map<string, number>()
  const seen: number[] = []
  const numbered = cases.map(({ signs, isFirst }): Example => {
    const own: number[] = []
    for (let kind = 0; kind < kinds; kind += 1) {
      if (/[~|]/.test(signs[kind]!)) continue
      const key = `${kind} ${signs[kind]!}`
      let number = numbers.get(key)
      if (number === undefined) {
        number = seen.push(0) - 1
        numbers.set(key, number)
      }
      seen[number]! += 1
      own.push(number)
    }
    // A whole gap that looks as if it had lost a word has to be heard: there are fewer of them.
    return { signs: own, isFirst, share: isFirst || !isLoud ? 1 : 2 }
  })
  for (const one of numbered) one.signs = one.signs.filter((sign) => seen[sign]! >= seenOften)
  const found = logistic(numbered, seen.length)
  const weights = Array.from({ length: kinds }, () => new Map<string, number>())
  for (const [key, number] of numbers) {
    const weight = Math.round(found[number]! * 10)
    const gap = key.indexOf(' ')
    if (Math.abs(weight) >= least) weights[Number(key.slice(0, gap))]!.set(key.slice(gap + 1), weight)
  }
  return { bias: Math.round(found[seen.length]! * 10), weights }
}
