/**
 * `node --import tsx bench/proof/learn-confusions.ts FOLDER [FIRST,SECOND …]`: learns from the novels in a folder (*.txt)
 * which of two words belongs where, sets limits so that hardly anything in a novel that was not learnt from is called a
 * slip, and writes the table that the checker reads; with pairs named, learns those and leaves the other rows as they are.
 * Which novels these were stands in texts/SOURCES.md.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isCommonWord, SIGN_KINDS, SIGNS_AFTER, signsAt } from '../../shared/proof/confusions/context.ts'
import { oddsOf, type PairOdds, writtenOdds } from '../../shared/proof/confusions/odds.ts'
import { ODDS } from '../../shared/proof/confusions/odds-table.ts'
import { ProseLine } from '../../shared/proof/prose-line.ts'
import type { Token } from '../../shared/proof/tokens.ts'
import { say } from '../figures.ts'
import { dice } from '../review/dice.ts'
import { ALIKE, OFTEN, RARELY, SELDOM } from './confusion-pairs.ts'
import { linesOf } from './contestants.ts'
import { type Example, logistic } from './logistic.ts'
import { tableFile } from './table-file.ts'

/** The table's own comment. */
const ABOUT = [
  'What was learnt from novels of which word stands where; made by bench/proof/learn-confusions.ts, with what',
  'was changed since in texts/SOURCES.md beside it. One pair a row, as odds.ts reads it; no sentence of a novel can be had back from them.',
]

type Place = readonly string[]

const ALL_KINDS = Array.from({ length: SIGN_KINDS }, (_, kind) => kind)

/** Word, or two words parted by a space → its places. */
type Places = Map<string, Place[]>

/** Fewer are too few to learn from. */
const TOO_FEW = 5

/** A sign seen less often says nothing. */
const SEEN = 4

/** What a place of a word that only behaves alike counts, against one of the word itself. */
const ALIKE_SHARE = 0.25

/** Tenths: smaller weights are left out. */
const LEAST_WEIGHT = 3

/** Groups of novels; each is judged by what the others teach. */
const GROUPS = 6

/** Share of slips that a direction must find to be worth having. */
const WORTH = 0.15

const TARGET = join(import.meta.dirname, '../../shared/proof/confusions/odds-table.ts')

/** How a list of pairs is learnt and judged. */
interface Care {
  /** What finding a slip is worth: how much oftener writers make it than those of the other lists. */
  prize: number
  /** Places of a word that are enough. */
  enough: number
  /** Signs that are kept, the weightiest. */
  signs: number
  /** Tenths that a right place has to lie below the limit to count as safe: the next novel has stranger places. */
  margin: number
}

const CARE_OFTEN: Care = { prize: 10, enough: 100_000, signs: 5_000, margin: 4 }
const CARE_SELDOM: Care = { prize: 2, enough: 60_000, signs: 250, margin: 4 }
const CARE_RARELY: Care = { prize: 1, enough: 25_000, signs: 150, margin: 12 }

/** Wrong flags in a million words that all pairs together may cost. */
const BUDGET = 60

const [folder, ...named] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('usage: learn-confusions.ts FOLDER\n')
  process.exit(2)
}

const signs = new Map<string, string>()
const known = new Map(ODDS.map((row) => [row.split(' ', 2).join(','), row]))
const wanted = wantedWords()
const { groups, words } = placesIn(folder)
say(`${words} words read`)
const pairs = [...learnt(OFTEN, CARE_OFTEN), ...learnt(SELDOM, CARE_SELDOM), ...learnt(RARELY, CARE_RARELY)]
const price = priceFor((BUDGET * pairs.filter(isNamed).length) / [...OFTEN, ...SELDOM, ...RARELY].length)
const rows = pairs.flatMap((pair) => ('row' in pair ? pair.row : (rowOf(pair, price) ?? [])))
writeFileSync(TARGET, tableFile('ODDS', ABOUT, rows))
say(`${rows.length} pairs written to ${TARGET}`)

/** A limit, the share of slips that it finds, and the wrong flags in a million words that it costs. */
interface Offer {
  limit: number
  found: number
  wrong: number
}

interface Learnt {
  first: string
  second: string
  prize: number
  odds: Pick<PairOdds, 'bias' | 'weights'>
  /** Against the first word, against the second. */
  offers: readonly [Offer[], Offer[]]
}

/** A pair that was not learnt anew. */
interface Known {
  row: string
}

function isNamed(pair: readonly [string, string] | Learnt | Known): boolean {
  if ('row' in pair) return false
  const [first, second] = 'first' in pair ? [pair.first, pair.second] : pair
  return named.length === 0 || named.includes(`${first},${second}`)
}

function wantedWords(): ReadonlySet<string> {
  const found = [...OFTEN, ...SELDOM, ...RARELY].filter(isNamed).flat()
  return new Set([...found, ...found.flatMap((word) => ALIKE.get(word) ?? [])])
}

function learnt(list: typeof OFTEN, care: Care): (Learnt | Known)[] {
  return list.flatMap(([first, second]) => {
    if (isNamed([first, second])) return learnPair(first, second, care) ?? []
    const row = known.get(`${first},${second}`)
    return row === undefined ? [] : { row }
  })
}

/** The prize that a wrong flag in a million words has to bring, so that all of them stay within `budget`. */
function priceFor(budget: number): number {
  let [low, high] = [0.001, 1_000]
  while (high / low > 1.01) {
    const middle = Math.sqrt(low * high)
    const spent = pairs.reduce(
      (sum, pair) =>
        'row' in pair
          ? sum
          : sum + pair.offers.reduce((all, list) => all + (best(list, pair.prize, middle)?.wrong ?? 0), 0),
      0,
    )
    if (spent > budget) low = middle
    else high = middle
  }
  say(`a wrong flag in a million words costs ${high.toFixed(2)}`)
  return high
}

/** The offer that brings most, null where none brings anything or too little is found. */
function best(offers: readonly Offer[], prize: number, price: number): Offer | null {
  let found: Offer | null = null
  const gain = (offer: Offer): number => prize * offer.found - price * offer.wrong
  for (const offer of offers) {
    if (offer.found < WORTH || gain(offer) <= 0) continue
    if (found === null || gain(offer) > gain(found)) found = offer
  }
  return found
}

function rowOf({ first, second, prize, odds, offers }: Learnt, price: number): string | null {
  const [one, other] = offers.map((list) => best(list, prize, price)) as [Offer | null, Offer | null]
  const told = (offer: Offer | null): string =>
    offer === null ? '-' : `${Math.round(100 * offer.found)} % at ${offer.limit} for ${offer.wrong.toFixed(2)}`
  say(`${first} for ${second}: ${told(one)}; ${second} for ${first}: ${told(other)}`)
  if (one === null && other === null) return null
  return writtenOdds({ first, second, ...odds, against: [one?.limit ?? null, other?.limit ?? null] })
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
  const shared = place.map(sharedSign)
  const found = places.get(word)
  if (found) found.push(shared)
  else places.set(word, [shared])
}

/** One string for equal signs, as there are tens of millions. */
function sharedSign(sign: string): string {
  const found = signs.get(sign)
  if (found !== undefined) return found
  signs.set(sign, sign)
  return sign
}

/** The neighbourhood of two words as if they were one. */
function asOne(tokens: readonly Token[], at: number): Token[] {
  return [...tokens.slice(Math.max(0, at - 2), at + 1), ...tokens.slice(at + 2, at + 5)]
}

/** The odds that all novels teach, with limits from how each group of novels is judged by what the others teach. */
function learnPair(first: string, second: string, care: Care): Learnt | null {
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
      care,
    )
    for (const place of group.get(first) ?? []) forFirst.push(oddsOf(odds, place))
    for (const place of group.get(second) ?? []) forSecond.push(oddsOf(odds, place))
  }
  const turned = (odds: number): number => -odds
  const offers: Learnt['offers'] = [
    offersOf(forFirst.map(turned), forSecond.map(turned), care),
    offersOf(forSecond, forFirst, care),
  ]
  say(`${first}, ${second}: ${forFirst.length} and ${forSecond.length} places`)
  return { first, second, prize: care.prize, odds: oddsFrom(groups, first, second, care), offers }
}

function oddsFrom(
  novels: readonly Places[],
  first: string,
  second: string,
  { enough, signs: most }: Care,
): Pick<PairOdds, 'bias' | 'weights'> {
  const placesOf = (word: string): readonly Place[] => novels.flatMap((places) => places.get(word) ?? [])
  const ofFirst = some(placesOf(first), enough)
  const ofSecond = some(placesOf(second), enough)
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
  const heavy = [...numbers]
    .map(([key, number]) => ({ key, weight: Math.round(found[number]! * 10), count: seen[number]! }))
    .filter(({ weight }) => Math.abs(weight) >= LEAST_WEIGHT)
  // A sign weighs by how often it speaks as well.
  const worth = ({ weight, count }: (typeof heavy)[number]): number => Math.abs(weight) * Math.sqrt(count)
  if (heavy.length > most) heavy.sort((one, other) => worth(other) - worth(one)).length = most
  for (const { key, weight } of heavy) {
    const gap = key.indexOf(' ')
    weights[Number(key.slice(0, gap))]!.set(key.slice(gap + 1), weight)
  }
  return { bias: Math.round(found[seen.length]! * 10), weights }
}

/** Every limit there could be for a word, by the odds against it in its own places and in those of the other. */
function offersOf(right: readonly number[], slips: readonly number[], { margin }: Care): Offer[] {
  // The fewer places were judged, the more has to speak for it.
  const least = right.length >= 300 ? 20 : right.length >= 100 ? 25 : 28
  return Array.from({ length: 60 }, (_, step) => {
    const limit = least + 2 * step
    const wrong = right.filter((odds) => odds > limit - margin).length
    return {
      limit,
      found: slips.filter((odds) => odds > limit).length / slips.length,
      wrong: (1e6 * wrong) / words,
    }
  })
}

function some<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items
  const random = dice(items.length)
  return items.filter(() => random(items.length) < most)
}
