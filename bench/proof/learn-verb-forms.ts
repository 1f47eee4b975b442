/**
 * `node --import tsx bench/proof/learn-verb-forms.ts FOLDER`: learns from the novels in a folder (*.txt) which form of a verb
 * stands where, and whether "was" or "were"; sets limits so that hardly a form in a novel that was not learnt from is called
 * wrong, and writes the table that the checker reads. Which novels these were stands in texts/SOURCES.md.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { closedForms, isWished, standingAt, toldBy } from '../../shared/proof/form-odds/closed.ts'
import { numberPairOf } from '../../shared/proof/form-odds/number-pairs.ts'
import {
  limitName,
  MOST_WEIGHT,
  numberLimitName,
  oddsOfForms,
  spellingsOf,
  type Weighed,
  writtenWeighed,
} from '../../shared/proof/form-odds/odds.ts'
import { BASE, FORM_COUNT, type Inflected, inflectedOf, THIRD } from '../../shared/proof/form-odds/paradigms.ts'
import { FAR_SIGNS, FIRST_SIGNS, farSigns, NEAR_SIGNS, nearSigns } from '../../shared/proof/form-odds/place.ts'
import { OWNERS, sightOf } from '../../shared/proof/form-odds/sight.ts'
import { tellingOf, tensesOf } from '../../shared/proof/form-odds/telling.ts'
import { ProseLine } from '../../shared/proof/prose-line.ts'
import { say } from '../figures.ts'
import { linesOf } from './contestants.ts'
import { type Judged, limitsOf } from './form-limits.ts'
import { softmax } from './softmax.ts'
import { tableFile } from './table-file.ts'

/** The table's own comment. */
const ABOUT = [
  'What was learnt from novels of which form of a verb stands where; made by bench/proof/learn-verb-forms.ts, with what was',
  'changed since in texts/SOURCES.md beside it. Rows as odds.ts reads them: words that are nouns as well, limits, then what the signs say. No sentence can be had back from them.',
]

/** Novels full of talk in dialect or broken English: they teach nothing of what is wrong elsewhere. */
const ODD_TALK = /^(?:earl-derr-biggers|eleanor-h-porter)/

/** Groups of novels; each is judged by what the others teach. */
const GROUPS = 4

/** A sign seen less often says nothing. */
const SEEN = 6

/** Of the present, and of the past. */
const NOW = new Set("is are am i'm it's he's she's you're we're they're don't doesn't has have isn't aren't".split(' '))

const THEN = new Set("was were had did wasn't weren't hadn't didn't went said came saw told got".split(' '))

/** Right in older books, or elsewhere another word: of no account where limits are set. */
const OLD = new Set(
  'sunk sung sprung rung shrunk swum begun drunk bid rent dare dared need meet swell bully woke forgot hid bit spoke broke saw found bore'.split(
    ' ',
  ),
)

/** A spelling that stands as often after "the" and the like is a noun as well. */
const NOUN_SHARE = 0.04

/** Tenths by which the first signs have to speak for what stands there for nobody to look further. */
const PLAIN = 25

const ROUNDS = 3

const WIDTH = NEAR_SIGNS + FAR_SIGNS

const TARGET = join(import.meta.dirname, '../../shared/proof/form-odds/odds-table.ts')

/** Places laid end to end. */
class Places {
  readonly signs: number[] = []
  readonly answers: number[] = []
  readonly groups: number[] = []
  readonly verbs: (Inflected | null)[] = []
  readonly spellings: string[] = []
  readonly standing: number[] = []
  readonly wished: boolean[] = []
  readonly inSpeech: boolean[] = []
  readonly several: boolean[] = []
  readonly told: string[] = []
  readonly hold: string[] = []
  readonly subject: string[] = []
  readonly copies: boolean[] = []
}

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('usage: learn-verb-forms.ts FOLDER\n')
  process.exit(2)
}
const ids = new Map<string, number>()
const seen: number[] = []
const nouns = new Map<string, { noun: number; all: number }>()
const forms = new Places()
const numbers = new Places()
const words = readNovels(folder)
const nounRow = [...nouns].filter(([, { noun, all }]) => noun >= 3 && noun / all > NOUN_SHARE).map(([word]) => word)
const isNoun = new Set(nounRow)
say(`${words} words read, ${forms.answers.length} verbs, ${ids.size} signs`)
const ofForms = learnt(forms, FORM_COUNT, 45, 6_700, true)
const ofNumbers = learnt(numbers, 2, 12, 2_500, false)
const rows = [
  nounRow.sort().join(' '),
  ofForms.limits,
  ofNumbers.limits,
  ...writtenWeighed(ofForms.weighed),
  ...writtenWeighed(ofNumbers.weighed),
]
writeFileSync(TARGET, tableFile('FORM_ODDS', ABOUT, rows))
say(`written to ${TARGET}`)

function readNovels(from: string): number {
  let count = 0
  const files = readdirSync(from).filter((file) => file.endsWith('.txt') && !ODD_TALK.test(file))
  for (const [index, file] of files.sort().entries()) {
    const lines = linesOf(readFileSync(join(from, file), 'utf8')).source.map((source) => new ProseLine(source))
    const tenses = lines.map(tensesOf)
    for (const [at, line] of lines.entries()) {
      const told = tellingOf(tenses.slice(Math.max(0, at - 1), at + 2))
      count += readLine(line, told, index % GROUPS)
    }
  }
  return count
}

function readLine(line: ProseLine, telling: string, group: number): number {
  const { tokens } = line
  const sight = sightOf(tokens)
  const isPresent = isSpokenInPresent(line)
  let count = 0
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word') continue
    count += 1
    const pair = numberPairOf(token.lower)
    const verb = token.shape === 'lower' ? inflectedOf(token.lower) : undefined
    if (pair === undefined && verb === undefined) continue
    const inSpeech = line.isSpeech(token.start)
    if (verb !== undefined) {
      const noun = nouns.get(token.lower) ?? { noun: 0, all: 0 }
      nouns.set(token.lower, noun)
      noun.all += 1
      if ((verb.forms & ~(BASE | THIRD)) === 0 && OWNERS.has(sight.words[at - 1] ?? '')) {
        noun.noun += 1
        continue
      }
    }
    const lemma = pair?.name ?? verb!.lemma
    const near = nearSigns(sight, at, lemma)
    const to = pair === undefined ? forms : numbers
    // Hardly a novel is told in the present; what people say of the present stands in for it.
    for (const isCopy of inSpeech && isPresent ? [false, true] : [false]) {
      const told = isCopy ? 'present' : inSpeech ? 's' : telling
      const far = farSigns(sight, at, lemma, told)
      for (const [kind, sign] of [...near, ...far.signs].entries()) to.signs.push(numbered(kind, sign))
      to.answers.push(pair === undefined ? verb!.forms : pair.isOne ? 1 : 2)
      to.groups.push(group)
      to.verbs.push(verb ?? null)
      to.spellings.push(token.lower)
      const standing = standingAt(sight, at, far.governor, far.border)
      to.standing.push(standing)
      to.wished.push(isWished(standing, sight, at))
      to.inSpeech.push(inSpeech)
      to.several.push(far.isSeveral)
      to.hold.push(far.hold)
      to.subject.push(far.subject)
      to.told.push(toldBy(told, far.isAfterPast))
      to.copies.push(isCopy)
    }
  }
  return count
}

/** What is said in the line is said of the present only. */
function isSpokenInPresent(line: ProseLine): boolean {
  const spoken = line.tokens
    .filter(({ kind, start }) => kind === 'word' && line.isSpeech(start))
    .map(({ lower }) => lower)
  return spoken.some((word) => NOW.has(word)) && !spoken.some((word) => THEN.has(word))
}

function numbered(kind: number, sign: string): number {
  if (sign.includes('|')) return -1
  const key = `${kind} ${sign}`
  let id = ids.get(key)
  if (id === undefined) {
    id = seen.push(0) - 1
    ids.set(key, id)
  }
  seen[id]! += 1
  return id
}

/** What all novels teach, with limits from how each group of novels is judged by what the others teach. */
function learnt(
  places: Places,
  answers: number,
  budget: number,
  signs: number,
  isForms: boolean,
): { weighed: Weighed; limits: string } {
  const counts = new Uint32Array(seen.length)
  for (const id of places.signs) if (id >= 0) counts[id]! += 1
  const dense = new Int32Array(seen.length).fill(-1)
  const names: string[] = []
  for (const [name, id] of ids) {
    if (counts[id]! >= SEEN) dense[id] = names.push(name) - 1
  }
  const often = new Uint32Array(names.length)
  const own = Int32Array.from(places.signs, (id) => (id < 0 ? -1 : dense[id]!))
  for (const id of own) if (id >= 0) often[id]! += 1
  const examples = { signs: own, width: WIDTH, answers: Uint8Array.from(places.answers) }
  const all = Uint32Array.from(places.answers.keys())
  const weigh = (chosen: Uint32Array): Int16Array =>
    pruned(softmax(examples, chosen, names.length, answers, ROUNDS), often, answers, signs)
  const judged = new Map<string, Judged>()
  for (let group = 0; group < GROUPS; group += 1) {
    const weights = weigh(all.filter((place) => places.groups[place] !== group))
    let right = 0
    let count = 0
    for (const place of all) {
      if (places.groups[place] !== group || places.copies[place]) continue
      const scores = scoresOf(own, place, weights, names.length, answers)
      count += 1
      if ((places.answers[place]! >> best(scores.all)) & 1) right += 1
      if (isForms) judgeForm(places, place, scores, judged)
      else judgeNumber(places, place, scores, judged)
    }
    say(`group ${group}: ${((100 * right) / count).toFixed(1)} % told`)
  }
  const weights = weigh(all)
  const kinds = Array.from({ length: WIDTH }, () => new Map<string, Int8Array>())
  for (const [id, name] of names.entries()) {
    const of = weights.slice(id * answers, (id + 1) * answers)
    if (of.every((weight) => weight === 0)) continue
    const gap = name.indexOf(' ')
    kinds[Number(name.slice(0, gap))]!.set(name.slice(gap + 1), Int8Array.from(of))
  }
  const bias = [...weights.slice(names.length * answers)]
  return { weighed: { bias, weights: kinds }, limits: limitsOf(judged, budget, words) }
}

/** Tenths, of the weightiest signs: a sign weighs by how often it speaks as well. */
function pruned(weights: Float64Array, often: Uint32Array, answers: number, most: number): Int16Array {
  const loud = (id: number): number => {
    const own = weights.subarray(id * answers, (id + 1) * answers)
    const spread = Math.max(...own) - Math.min(...own)
    return spread < 0.3 ? 0 : spread * Math.sqrt(often[id]!)
  }
  const worth = Float64Array.from(often, (_, id) => loud(id))
  const least = [...worth].sort((one, other) => other - one)[most] ?? 0
  return Int16Array.from(weights, (weight, at) => {
    const id = Math.floor(at / answers)
    if (id < often.length && (worth[id]! <= least || worth[id] === 0)) return 0
    const tenths = Math.round(weight * 10)
    return id === often.length ? tenths : Math.max(-MOST_WEIGHT, Math.min(MOST_WEIGHT, tenths))
  })
}

/** The spelling of these forms. */
function spellingOf(verb: Inflected, forms: number): string {
  return verb.all[Math.log2(forms & -forms)]!
}

interface Scores {
  /** By what the first signs say, and by all of them. */
  first: Float64Array
  all: Float64Array
}

function scoresOf(own: Int32Array, place: number, weights: Int16Array, count: number, answers: number): Scores {
  const all = Float64Array.from(weights.subarray(count * answers))
  let first = all
  for (let kind = 0; kind < WIDTH; kind += 1) {
    if (kind === FIRST_SIGNS) first = all.slice()
    const id = own[place * WIDTH + kind]!
    if (id < 0) continue
    for (let answer = 0; answer < answers; answer += 1) all[answer]! += weights[id * answers + answer]!
  }
  return { first, all }
}

function best(scores: Float64Array): number {
  return scores.reduce((most, score, at) => (score > scores[most]! ? at : most), 0)
}

function judgeForm(places: Places, place: number, scores: Scores, judged: Map<string, Judged>): void {
  const verb = places.verbs[place]!
  const own = places.answers[place]!
  const told = places.told[place]!
  const isSeveral = places.several[place]!
  const note = (name: string): Judged => {
    const known = judged.get(name) ?? { right: [], slips: [] }
    judged.set(name, known)
    return known
  }
  const oddsFor = (written: number, right: number): number => {
    const closed = closedForms(
      places.standing[place]!,
      { forms: written, lemma: verb.lemma },
      told,
      isSeveral,
      isNoun.has(spellingOf(verb, written)),
    )
    const offered = right & ~closed
    if (offered === 0) return Number.NEGATIVE_INFINITY
    const plain = oddsOfForms(scores.first, written) - oddsOfForms(scores.first, offered)
    if (plain > PLAIN) return Number.NEGATIVE_INFINITY
    return oddsOfForms(scores.all, offered) - oddsOfForms(scores.all, written)
  }
  for (const [spelling, bits] of spellingsOf(verb)) {
    if (bits === own) continue
    const circumstance = { isSpeech: places.inSpeech[place]!, isSeveral, hold: places.hold[place]! }
    const wrongly = limitName(own, bits, { ...circumstance, isNoun: isNoun.has(places.spellings[place]!) })
    const odds = oddsFor(own, bits)
    if (odds > 0 && !OLD.has(places.spellings[place]!)) note(wrongly).right.push(odds)
    note(limitName(bits, own, { ...circumstance, isNoun: isNoun.has(spelling) })).slips.push(oddsFor(bits, own))
  }
}

function judgeNumber(places: Places, place: number, scores: Scores, judged: Map<string, Judged>): void {
  const isOne = places.answers[place] === 1
  const odds = isOne ? scores.all[1]! - scores.all[0]! : scores.all[0]! - scores.all[1]!
  const { name: pair } = numberPairOf(places.spellings[place]!)!
  const name = (written: boolean): string =>
    numberLimitName(pair, written, places.inSpeech[place]!, places.subject[place]!)
  for (const one of [name(isOne), name(!isOne)]) if (!judged.has(one)) judged.set(one, { right: [], slips: [] })
  if (isOne || !places.wished[place]) judged.get(name(isOne))!.right.push(odds)
  judged.get(name(!isOne))!.slips.push(isOne && places.wished[place] ? Number.NEGATIVE_INFINITY : -odds)
}
