/**
 * `node --import tsx bench/proof/learn-near-words.ts FOLDER`: learns from the novels in a folder (*.txt) where the commoner
 * words stand, sets for each rarer word that may be written for one of them a limit that hardly anything in a novel that was
 * not learnt from passes, and writes the table that the checker reads. Which novels these were stands in texts/SOURCES.md.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadTools } from '../../server/cli/checker-tools.ts'
import { isCommonWord, SIGN_KINDS, signsAt } from '../../shared/proof/confusions/context.ts'
import { type NearOdds, writtenNear } from '../../shared/proof/confusions/near-odds.ts'
import { readOdds } from '../../shared/proof/confusions/odds.ts'
import { ODDS } from '../../shared/proof/confusions/odds-table.ts'
import { isFunctionWord } from '../../shared/proof/function-words.ts'
import { ProseLine } from '../../shared/proof/prose-line.ts'
import { wordKind } from '../../shared/proof/word-kinds.ts'
import { say } from '../figures.ts'
import { dice } from '../review/dice.ts'
import { linesOf } from './contestants.ts'
import { type Example, logistic } from './logistic.ts'
import { type Near, nearWords } from './near-words.ts'
import { type Numbered, NumberedSigns, type Place, type Places } from './numbered-signs.ts'
import { tableFile } from './table-file.ts'

/** The table's own comment. */
const ABOUT = [
  'What was learnt from novels of where common words stand, and which rarer ones may stand there by mistake; made by',
  'bench/proof/learn-near-words.ts, never by hand. One word a row, as near-odds.ts reads it; no sentence can be had back from it.',
]

const GROUPS = 3

/** A word that stands less often in the novels is not looked for … */
const OFTEN = 1_200

/** … or so often, where another one is said alike. */
const HEARD = 12

/** Places of a word, of one that may stand for it, and of any other words, that are enough. */
const ENOUGH = 4_000
const ENOUGH_SLIPS = 4_000
const ENOUGH_OTHERS = 6_000

/** A place in so many of any word is kept to learn from. */
const SAMPLED = 1 / 40

/** A sign seen less often says nothing. */
const SEEN = 4

/** Tenths: smaller weights are left out; and so many of the weightiest are kept. */
const LEAST_WEIGHT = 4
const MOST_SIGNS = 50

/** So often as a share of a word's uses a slip of the keys makes this one of its neighbours. */
const SLIP_OF_THE_KEYS = 4e-4

/** Tenths more than evens: nine of ten flags are to be right. */
const SURE = 0

/** Tenths that a right place has to lie below the limit to count as safe: the next novel has stranger places. */
const MARGIN = 10

/** Share of slips that a row must find to be worth having. */
const WORTH = 0.25

/** The next story may be full of a word that these novels hardly have: it counts as if it stood here so often. */
const SELDOM = 60

/** Wrong flags in a million words that a single word may cost, by how often any place looks like one of the word meant. */
const COST = 0.03

const NONE: Places = Array.from({ length: GROUPS }, () => [])

const TARGET = join(import.meta.dirname, '../../shared/proof/confusions/near-odds-table.ts')

const [folder, ...only] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('usage: learn-near-words.ts FOLDER\n')
  process.exit(2)
}
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .sort()
  .map((file) => join(folder, file))
const told = new Set(
  ODDS.map(readOdds).flatMap(({ first, second, against }) => [
    ...(against[0] === null ? [] : [`${first} ${second}`]),
    ...(against[1] === null ? [] : [`${second} ${first}`]),
  ]),
)
const { counts, words } = countsIn()
const nears = await wanted()
say(
  `${words} words read, ${nears.length} words to learn, ${nears.reduce((sum, { slips }) => sum + slips.size, 0)} slips`,
)
const places = new Map<string, Place[][]>()
const others = new Map<string, Place[][]>()
gather()
const rows = nears.flatMap((near) => {
  const row = learnt(near)
  return row ? writtenNear(row) : []
})
if (only.length === 0) writeFileSync(TARGET, tableFile('NEAR_ODDS', ABOUT, rows))
say(`${rows.length} words written to ${TARGET}`)

/** How often a word stands in lower case. */
function countsIn(): { counts: Map<string, number>; words: number } {
  const found = new Map<string, number>()
  let all = 0
  for (const file of files) {
    for (const [word] of readFileSync(file, 'utf8').matchAll(/(?<![\p{L}’'-])\p{L}+(?![\p{L}-])/gu)) {
      all += 1
      if (word === word.toLowerCase()) found.set(word, (found.get(word) ?? 0) + 1)
    }
  }
  return { counts: found, words: all }
}

/** What is not told by the table of pairs, and rarer than what is meant. */
async function wanted(): Promise<Near[]> {
  const { spellers } = await loadTools()
  const speller = spellers['en-US']!
  return nearWords(counts, speller.words(), OFTEN, HEARD)
    .map(({ meant, slips }) => ({
      meant,
      slips: new Map(
        [...slips].filter(([slip, share]) => !told.has(`${slip} ${meant}`) && isRarer(slip, meant, share)),
      ),
    }))
    .filter(({ meant, slips }) => slips.size > 0 && !meant.includes("'") && (only.length === 0 || only.includes(meant)))
}

function isRarer(slip: string, meant: string, share: number): boolean {
  if (slip.includes("'")) return false
  const [own, right] = [counts.get(slip) ?? 0, counts.get(meant) ?? 0]
  return share >= 20 ? own <= 10 * right : own <= right / 10
}

function gather(): void {
  const asked = new Set(nears.flatMap(({ meant, slips }) => [meant, ...slips.keys()]))
  const random = dice(20_261_122)
  const shared = new Map<string, string>()
  const share = (sign: string): string => {
    const found = shared.get(sign)
    if (found !== undefined) return found
    shared.set(sign, sign)
    return sign
  }
  for (const [index, file] of files.entries()) {
    for (const source of linesOf(readFileSync(file, 'utf8')).source) {
      const { tokens } = new ProseLine(source)
      for (const [at, { kind, lower }] of tokens.entries()) {
        if (kind !== 'word' || !isCommonWord(tokens, at)) continue
        const isWanted = asked.has(lower) && random(Math.max(1, counts.get(lower) ?? 1)) < 3 * ENOUGH
        const isOther = !isFunctionWord(lower) && random(1e6) < 1e6 * SAMPLED
        if (!isWanted && !isOther) continue
        const place = signsAt(tokens, at).map(share)
        if (isWanted) keep(places, lower, index, place)
        if (isOther) {
          keep(others, wordKind(lower) ?? 'rare', index, [...place, lower])
          keep(others, 'any', index, [...place, lower])
        }
      }
    }
  }
}

function keep(into: Map<string, Place[][]>, name: string, index: number, place: Place): void {
  let found = into.get(name)
  if (found === undefined) {
    found = Array.from({ length: GROUPS }, () => [])
    into.set(name, found)
  }
  found[index % GROUPS]!.push(place)
}

/** Any places of words that behave like those that may stand for `meant`. */
function othersFor({ meant, slips }: Near): Places {
  const kinds = new Set([...slips.keys()].map((slip) => wordKind(slip) ?? 'any'))
  const own = [...kinds].map((kind) => others.get(kind) ?? NONE)
  return Array.from({ length: GROUPS }, (_, group) =>
    own.flatMap((list) => list[group]!.filter((place) => place[SIGN_KINDS] !== meant)),
  )
}

function learnt(near: Near): NearOdds | null {
  const signs = new NumberedSigns()
  const right = signs.numbered(places.get(near.meant) ?? NONE, ENOUGH)
  if (right.length < HEARD) return null
  const any = signs.numbered(othersFor(near), ENOUGH_OTHERS)
  const slips = [...near.slips.keys()].map(
    (slip) => [slip, signs.numbered(places.get(slip) ?? NONE, ENOUGH_SLIPS)] as const,
  )
  const wrong = [...slips.flatMap(([, own]) => own), ...any]
  const found: number[] = []
  const anyOdds: number[] = []
  const slipOdds = new Map(slips.map(([slip]) => [slip, [] as number[]] as const))
  for (let group = 0; group < GROUPS; group += 1) {
    const { weights, bias } = weighed(signs, right, wrong, group)
    const oddsIn = (list: readonly Numbered[], into: number[]): void => {
      for (const place of list) {
        if (place.group !== group) continue
        let odds = bias
        for (const sign of place.signs) odds += weights.get(sign) ?? 0
        into.push(odds)
      }
    }
    oddsIn(right, found)
    oddsIn(any, anyOdds)
    for (const [slip, own] of slips) oddsIn(own, slipOdds.get(slip)!)
  }
  anyOdds.sort((one, other) => other - one)
  const limits = new Map<string, number>()
  let best = 0
  for (const [slip, share] of near.slips) {
    const limit = limitFor(near.meant, slip, share, slipOdds.get(slip)!, anyOdds)
    const caught = found.filter((odds) => odds > limit).length / found.length
    if (caught < WORTH) continue
    limits.set(slip, limit)
    best = Math.max(best, caught)
  }
  const told = [...limits].map(([slip, limit]) => `${slip} ${limit}`).join(', ')
  say(`${near.meant}: ${found.length} places, best ${Math.round(100 * best)} %: ${told || '-'}`)
  if (limits.size === 0) return null
  const { weights, bias } = weighed(signs, right, wrong, -1)
  const byKind = Array.from({ length: SIGN_KINDS }, () => new Map<string, number>())
  for (const [number, weight] of weights) {
    const { kind, sign } = signs.keys[number]!
    byKind[kind]!.set(sign, weight)
  }
  return { meant: near.meant, limits, bias, weights: byKind }
}

/** The highest of what the slip's own rareness asks for, its own right places, and how many places of any kind look so. */
function limitFor(meant: string, slip: string, share: number, own: readonly number[], any: readonly number[]): number {
  const often = Math.max(SELDOM, counts.get(slip) ?? 0)
  const chance = (SLIP_OF_THE_KEYS * share * counts.get(meant)!) / Math.max(4, counts.get(slip) ?? 0)
  const fair = Math.round(-10 * Math.log(chance)) + SURE
  const worst = own.reduce((most, odds) => Math.max(most, odds), Number.NEGATIVE_INFINITY)
  const perMillion = (1e6 * often) / words
  const allowed = Math.floor((COST / perMillion) * any.length)
  const usual = any[Math.min(allowed, any.length - 1)] ?? 0
  return Math.max(18, fair, own.length === 0 ? 0 : worst + MARGIN, usual + 1)
}

/** The weightiest signs, in tenths, from all groups but one. */
function weighed(
  { seen }: NumberedSigns,
  right: readonly Numbered[],
  wrong: readonly Numbered[],
  without: number,
): { weights: ReadonlyMap<number, number>; bias: number } {
  const example = (isFirst: boolean, share: number): ((place: Numbered) => Example) => {
    return ({ signs }) => ({ signs: signs.filter((sign) => seen[sign]! >= SEEN), isFirst, share })
  }
  const yes = right.filter(({ group }) => group !== without)
  const no = wrong.filter(({ group }) => group !== without)
  // Both sides weigh the same, so that the odds are those of the places alone.
  const share = Math.min(40, no.length / Math.max(1, yes.length))
  const found = logistic([...yes.map(example(true, share)), ...no.map(example(false, 1))], seen.length)
  const heavy = seen
    .map((count, sign) => ({ sign, weight: Math.round(found[sign]! * 10), count }))
    .filter(({ weight }) => Math.abs(weight) >= LEAST_WEIGHT)
  const worth = ({ weight, count }: (typeof heavy)[number]): number => Math.abs(weight) * Math.sqrt(count)
  if (heavy.length > MOST_SIGNS) heavy.sort((one, other) => worth(other) - worth(one)).length = MOST_SIGNS
  return {
    weights: new Map(heavy.map(({ sign, weight }) => [sign, weight])),
    bias: Math.round(found[seen.length]! * 10),
  }
}
