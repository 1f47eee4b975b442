/**
 * `node --import tsx bench/proof/learn-confusions.ts FOLDER`: learns from the novels in a folder (*.txt) which of two words
 * belongs where, sets limits so that hardly anything in a novel that was not learnt from is called a slip, and writes the
 * table that the checker reads. Which novels these were stands in texts/SOURCES.md.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isCommonWord, SIGN_KINDS, SIGNS_AFTER, signsAt } from '../../shared/proof/confusions/context.ts'
import { oddsOf, type PairOdds, writtenOdds } from '../../shared/proof/confusions/odds.ts'
import { ProseLine } from '../../shared/proof/prose-line.ts'
import type { Token } from '../../shared/proof/tokens.ts'
import { say } from '../figures.ts'
import { dice } from '../review/dice.ts'
import { ALIKE, OFTEN, SELDOM } from './confusion-pairs.ts'
import { linesOf } from './contestants.ts'
import { type Example, logistic } from './logistic.ts'

type Place = readonly string[]

const ALL_KINDS = Array.from({ length: SIGN_KINDS }, (_, kind) => kind)

/** Word, or two words parted by a space → its places. */
type Places = Map<string, Place[]>

/** Places of one word that are enough. */
const ENOUGH = 100_000

/** Fewer are too few to learn from. */
const TOO_FEW = 5

/** A sign seen less often says nothing. */
const SEEN = 4

/** What a place of a word that only behaves alike counts, against one of the word itself. */
const ALIKE_SHARE = 0.25

/** Tenths: smaller weights are left out. */
const LEAST_WEIGHT = 3

/** Wrong flags in a million words that one word of a pair may cost. */
const WRONG_OFTEN = 2
const WRONG_SELDOM = 0.3

/** Groups of novels; each is judged by what the others teach. */
const GROUPS = 6

/** Share of slips that a direction must find to be worth having. */
const WORTH = 0.15

const TARGET = join(import.meta.dirname, '../../shared/proof/confusions/odds-table.ts')

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('usage: learn-confusions.ts FOLDER\n')
  process.exit(2)
}

const wanted = new Set([...OFTEN, ...SELDOM, ...ALIKE.values()].flat())
const { groups, words } = placesIn(folder)
say(`${words} words read`)
const rows = [...learnt(OFTEN, WRONG_OFTEN), ...learnt(SELDOM, WRONG_SELDOM)]
writeFileSync(TARGET, tableFile(rows))
say(`${rows.length} pairs written to ${TARGET}`)

function learnt(pairs: typeof OFTEN, wrong: number): string[] {
  return pairs.flatMap(([first, second]) => {
    const pair = learnPair(first, second, Math.floor((wrong * words) / 1e6))
    return pair ? [writtenOdds(pair)] : []
  })
}

/** The novels' places, in groups of whole novels. */
function placesIn(from: string): { groups: Places[]; words: number } {
  const parts: Places[] = Array.from({ length: GROUPS }, () => new Map())
  let count = 0
  const files = readdirSync(from).filter((file) => file.endsWith('.txt'))
  for (const [at, file] of files.sort().entries()) {
    const places = parts[at % GROUPS]!
    for (const source of linesOf(readFileSync(join(from, file), 'utf8')).source) {
      const { tokens } = new ProseLine(source)
      for (const [index, { kind, lower }] of tokens.entries()) {
        if (kind !== 'word') continue
        count += 1
        if (wanted.has(lower) && isCommonWord(tokens, index)) add(places, lower, signsAt(tokens, index))
        const two = `${lower} ${tokens[index + 1]?.lower ?? ''}`
        if (wanted.has(two)) add(places, two, signsAt(asOne(tokens, index), Math.min(2, index)))
      }
    }
  }
  return { groups: parts, words: count }
}

function add(places: Places, word: string, place: Place): void {
  const known = places.get(word)
  if (known) known.push(place)
  else places.set(word, [place])
}

/** The neighbourhood of two words as if they were one. */
function asOne(tokens: readonly Token[], at: number): Token[] {
  return [...tokens.slice(Math.max(0, at - 2), at + 1), ...tokens.slice(at + 2, at + 5)]
}

/** The odds that all novels teach, with limits from how each group of novels is judged by what the others teach. */
function learnPair(first: string, second: string, wrong: number): PairOdds | null {
  const count = (word: string): number => groups.reduce((sum, places) => sum + (places.get(word)?.length ?? 0), 0)
  if (Math.min(count(first), count(second)) < TOO_FEW) {
    say(`${first}, ${second}: too few`)
    return null
  }
  const forFirst: number[] = []
  const forSecond: number[] = []
  for (const group of groups) {
    const odds = oddsFrom(
      groups.filter((other) => other !== group),
      first,
      second,
    )
    for (const place of group.get(first) ?? []) forFirst.push(oddsOf(odds, place))
    for (const place of group.get(second) ?? []) forSecond.push(oddsOf(odds, place))
  }
  const turned = (odds: number): number => -odds
  const against = [
    limitOf(forFirst.map(turned), forSecond.map(turned), wrong),
    limitOf(forSecond, forFirst, wrong),
  ] as const
  if (against[0] === null && against[1] === null) {
    say(`${first}, ${second}: not told apart`)
    return null
  }
  const found = (slips: readonly number[], limit: number | null): string =>
    limit === null ? '-' : `${Math.round((100 * slips.filter((odds) => odds > limit).length) / slips.length)} %`
  say(
    `${first}, ${second}: finds ${found(forSecond.map(turned), against[0])} of the first for the second, ${found(forFirst, against[1])} of the reverse; limits ${against.join(', ')}`,
  )
  return { first, second, ...oddsFrom(groups, first, second), against }
}

function oddsFrom(novels: readonly Places[], first: string, second: string): Pick<PairOdds, 'bias' | 'weights'> {
  const placesOf = (word: string): readonly Place[] => novels.flatMap((places) => places.get(word) ?? [])
  const ofFirst = some(placesOf(first), ENOUGH)
  const ofSecond = some(placesOf(second), ENOUGH)
  const numbers = new Map<string, number>()
  const seen: number[] = []
  const numberOf = (sign: string, kind: number): number => {
    const key = `${kind} ${sign}`
    const number = numbers.get(key) ?? seen.push(0) - 1
    numbers.set(key, number)
    seen[number]! += 1
    return number
  }
  const numbered = (place: Place, kinds: readonly number[]): number[] =>
    kinds.filter((kind) => !/[~|]/.test(place[kind]!)).map((kind) => numberOf(place[kind]!, kind))
  const examples: Example[] = []
  for (const [isFirst, places, word, other] of [
    [true, ofFirst, first, second],
    [false, ofSecond, second, first],
  ] as const) {
    // The rarer of the two would hardly be heard otherwise.
    const share = Math.min(4, Math.sqrt((ofFirst.length + ofSecond.length) / (2 * places.length)))
    for (const place of places) examples.push({ signs: numbered(place, ALL_KINDS), isFirst, share })
    const alike = (ALIKE.get(word) ?? []).filter((one) => one !== other).flatMap(placesOf)
    for (const place of some(alike, Math.max(20_000, 4 * places.length))) {
      examples.push({ signs: numbered(place, SIGNS_AFTER), isFirst, share: ALIKE_SHARE })
    }
  }
  const heard = examples.map((one) => ({ ...one, signs: one.signs.filter((sign) => seen[sign]! >= SEEN) }))
  const found = logistic(heard, seen.length)
  const weights = ALL_KINDS.map(() => new Map<string, number>())
  for (const [key, number] of numbers) {
    const weight = Math.round(found[number]! * 10)
    const gap = key.indexOf(' ')
    if (Math.abs(weight) >= LEAST_WEIGHT) weights[Number(key.slice(0, gap))]!.set(key.slice(gap + 1), weight)
  }
  return { bias: Math.round(found[seen.length]! * 10), weights }
}

/** The odds from which on a word is called a slip: at most `wrong` of its right places lie above. Null where too few slips would. */
function limitOf(right: readonly number[], slips: readonly number[], wrong: number): number | null {
  const worst = [...right].sort((one, other) => other - one)
  // The fewer places were judged, the more has to speak for it.
  const least = right.length >= 300 ? 20 : right.length >= 100 ? 25 : 28
  const limit = Math.max(least, worst[wrong] ?? 0)
  const found = slips.filter((odds) => odds > limit).length
  return found >= WORTH * slips.length && found > 0 ? limit : null
}

function some<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items
  const random = dice(items.length)
  return items.filter(() => random(items.length) < most)
}

function tableFile(lines: readonly string[]): string {
  return `/**
 * What was learnt from novels of which word stands where; made by bench/proof/learn-confusions.ts, never by hand. One pair a
 * row, as odds.ts reads it. The rows are figures; no sentence of a novel can be had back from them.
 */
export const ODDS: readonly string[] = [
${lines.map((row) => `  ${quoted(row)},`).join('\n')}
]
`
}

/** In single quotation marks, unless that would take more escapes. */
function quoted(row: string): string {
  const plain = row.replaceAll('\\', '\\\\')
  return row.split("'").length > row.split('"').length
    ? `"${plain.replaceAll('"', '\\"')}"`
    : `'${plain.replaceAll("'", "\\'")}'`
}
