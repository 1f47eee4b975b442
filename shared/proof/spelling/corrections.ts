/**
 * What a misspelt word was meant to be, best first. All words of the dictionary and of the story are measured by
 * `nearness`, and ranked by it less what is in their favour: being common, being the story's own, sounding the same.
 */
import type { WordCount } from '../facts.ts'
import { isUpper } from '../letters.ts'
import type { Speller } from '../speller.ts'
import { commonness } from './commonness.ts'
import { FICTION_WORDS } from './fiction-words.ts'
import { nearness, soundOf } from './nearness.ts'

/** Beyond this a word is another word. */
const MOST = 2.4

export interface Own {
  words: ReadonlyMap<string, WordCount>
  isName(word: string): boolean
}

/** Up to `most`, each with the capitals of `word`. `word` with straight apostrophes and no possessive. */
export function correctionsFor(word: string, speller: Speller, own: Own, most = 5): string[] {
  const lower = word.toLowerCase()
  const ranked = new Map<string, number>()
  const put = (right: string, cost: number): void => {
    const shown = casedAs(word, right)
    if (shown !== word && cost < (ranked.get(shown) ?? Number.POSITIVE_INFINITY)) ranked.set(shown, cost)
  }
  const told = TOLD.get(lower)
  if (told) put(told, -2)
  if (word === lower) {
    const capital = [capitalised(word), word.toUpperCase()].find((form) => speller.correct(form))
    if (capital) put(capital, 0)
  }
  const sound = soundOf(lower)
  const index = indexOf(speller)
  const candidates = index.words.length > 0 ? near(lower, index) : speller.suggest(word)
  for (const right of candidates) put(right, costOf(lower, right.toLowerCase(), right, sound, own))
  for (const [right, { capital, first }] of own.words) {
    if (right === lower || Math.abs(right.length - lower.length) > 2) continue
    const isName = own.isName(right)
    if (!isName && !speller.correct(right)) continue
    const written = isName && capital + first > 0 ? capitalised(right) : right
    put(written, costOf(lower, right, written, sound, own))
  }
  for (const { pair, cost } of splits(lower, speller)) put(pair, cost)
  if (ranked.size === 0) for (const right of byStem(lower, speller, own)) put(right, 0)
  return [...ranked.entries()]
    .filter(([, cost]) => cost < MOST)
    .sort(([one, oneCost], [other, otherCost]) => oneCost - otherCost || (one < other ? -1 : 1))
    .slice(0, most)
    .map(([right]) => right)
}

/** cresendoing: no dictionary has the right form either, but it has crescendo. */
function byStem(lower: string, speller: Speller, own: Own): string[] {
  const [, stem, ending] = /^(\p{L}{4,})(ing|ed|ly|like|less|s)$/u.exec(lower) ?? []
  if (stem === undefined || ending === undefined || speller.correct(stem)) return []
  return correctionsFor(stem, speller, own, 2).map((right) => right + ending)
}

/** Some word of the dictionary is one plain slip away: what looks like a coinage may be a misspelling. */
export function hasNearWord(word: string, speller: Speller): boolean {
  const lower = word.toLowerCase()
  return near(lower, indexOf(speller)).some((right) => nearness(lower, right.toLowerCase(), 1.15) <= 1.15)
}

/**
 * The word lies close to what may have been meant: to a right word, or to two or three run together, by part. What lies
 * close to nothing is rather somebody's coinage than a misspelling.
 */
export function isLikelySlip(word: string, speller: Speller): boolean {
  return word
    .toLowerCase()
    .split('-')
    .some((part) => isSlip(part, speller))
}

function isSlip(lower: string, speller: Speller): boolean {
  if (TOLD.has(lower) || splits(lower, speller).length > 0) return true
  const index = indexOf(speller)
  if (index.words.length === 0) return true
  const reach = lower.length < SHORT ? 1.15 : 1.6
  return (
    near(lower, index).some((right) => right !== lower && nearness(lower, right.toLowerCase(), reach) <= reach) ||
    byStem(lower, speller, NOTHING_OWN).length > 0
  )
}

/**
 * The same for a word that begins a sentence: it may be a name that the story has nowhere else, so only what lies close
 * to a common word is taken for a slip.
 */
export function isLikelyFirstSlip(word: string, speller: Speller): boolean {
  const lower = word.toLowerCase()
  if (TOLD.has(lower) || lower.includes("'") || lower.includes('-')) return true
  const index = indexOf(speller)
  if (index.words.length === 0) return true
  return near(lower, index).some(
    (right) => commonness(right.toLowerCase()) > 0 && nearness(lower, right.toLowerCase(), 0.95) <= 0.95,
  )
}

/** From here on a word has room for two slips. Code units. */
const SHORT = 9

const NOTHING_OWN: Own = { words: new Map(), isName: () => false }

function costOf(lower: string, right: string, written: string, sound: string, own: Own): number {
  const cost = nearness(lower, right, MOST + 0.2)
  if (cost === Number.POSITIVE_INFINITY) return cost
  const count = own.words.get(right)
  const uses = count ? count.capital + count.first + count.lower : 0
  const inStory = uses > 0 ? Math.min(0.5, 0.15 + 0.08 * Math.log2(uses)) : 0
  const capital = isUpper(written[0]!) ? 0.5 : 0
  const alike = sound !== '' && soundOf(right) === sound ? 0.45 : 0
  const rank = commonness(right)
  return cost - inStory - alike + capital - (rank === 0 ? 0 : 0.25 + 0.12 * rank)
}

/** Shorter words of fiction are sounds and droppings: right where they stand, wrong as a guess. */
const OFFERED = 5

interface Index {
  words: readonly string[]
  /** One bit for each letter that occurs. */
  masks: Uint32Array
}

const indexes = new WeakMap<Speller, Index>()

function indexOf(speller: Speller): Index {
  let index = indexes.get(speller)
  if (index === undefined) {
    const listed = speller.words()
    const words =
      listed.length === 0
        ? listed
        : [...listed, ...[...FICTION_WORDS].filter((word) => word.length >= OFFERED && !speller.correct(word))]
    index = { words, masks: Uint32Array.from(words, (word) => maskOf(word.toLowerCase())) }
    indexes.set(speller, index)
  }
  return index
}

function maskOf(word: string): number {
  let mask = 0
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charCodeAt(at) - 97
    if (letter >= 0 && letter < 26) mask |= 1 << letter
  }
  return mask
}

/** Words of about the length that share all but a few letters. */
function near(lower: string, { words, masks }: Index): string[] {
  const mask = maskOf(lower)
  const found: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!
    if (Math.abs(word.length - lower.length) > 2 || bits(masks[at]! ^ mask) > 3) continue
    found.push(word)
  }
  return found
}

function bits(mask: number): number {
  let rest = mask
  let count = 0
  while (rest !== 0 && count < 4) {
    rest &= rest - 1
    count += 1
  }
  return count
}

function splits(lower: string, speller: Speller): { pair: string; cost: number }[] {
  const pairs: { pair: string; cost: number }[] = []
  for (let at = 1; at < lower.length; at += 1) {
    const [one, other] = [lower.slice(0, at), lower.slice(at)]
    if ((one.length < 2 && one !== 'a' && one !== 'i') || other.length < 2) continue
    if (!speller.correct(one) || !speller.correct(other)) continue
    const ranks = Math.min(commonness(one), commonness(other))
    if (ranks > 0) pairs.push({ pair: `${one === 'i' ? 'I' : one} ${other}`, cost: 1.1 - 0.15 * ranks })
  }
  return pairs
}

function casedAs(word: string, right: string): string {
  if (word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()) return right.toUpperCase()
  return isUpper(word[0] ?? '') ? capitalised(right) : right
}

function capitalised(word: string): string {
  const at = word.search(/\p{L}/u)
  return at < 0 ? word : word.slice(0, at) + word[at]!.toUpperCase() + word.slice(at + 1)
}

/** Slips that lie further off than their looks, or nearer to a word that nobody means. */
const TOLD: ReadonlyMap<string, string> = new Map(
  (
    'alot=a lot|alots=a lot|aswell=as well|infact=in fact|atleast=at least|eachother=each other|incase=in case|inbetween=in between|noone=no one|' +
    "aint=ain't|cmon=c'mon|ya'll=y'all|yall=y'all|unphased=unfazed|im=I'm|ive=I've|id=I'd|dont=don't|didnt=didn't|doesnt=doesn't|isnt=isn't|" +
    "wasnt=wasn't|werent=weren't|couldnt=couldn't|wouldnt=wouldn't|shouldnt=shouldn't|hasnt=hasn't|havent=haven't|hadnt=hadn't|arent=aren't|" +
    "youre=you're|theyre=they're|thats=that's|whats=what's|theres=there's|heres=here's|hes=he's|shes=she's|youve=you've|youll=you'll|theyll=they'll|" +
    "weve=we've|theyve=they've|itll=it'll|its'=its|wanna'=wanna|thier=their|teh=the|adn=and|hte=the|taht=that|waht=what|whith=with|wich=which|" +
    'becuase=because|becasue=because|beacuse=because|cuase=cause|tounge=tongue|probly=probably|prolly=probably|suprise=surprise|suprised=surprised|' +
    'definately=definitely|definatly=definitely|definetly=definitely|defiantely=definitely|rouge=rogue|buisness=business|concious=conscious|' +
    'unconcious=unconscious|loosing=losing|sargent=sergeant|futher=further|persue=pursue|sieze=seize|wierd=weird|supposably=supposedly|irregardless=regardless|' +
    'nessecary=necessary|neccessary=necessary|rember=remember|remeber=remember|truely=truly|untill=until|usefull=useful|allright=all right|' +
    'everytime=every time|highschool=high school|nevermind=never mind|apart=apart|alittle=a little|abit=a bit|ofcourse=of course|thankyou=thank you|' +
    'somethings=something|sence=sense|cloths=clothes|thru=through|tho=though|tonite=tonight|lite=light|nite=night|cuz=because'
  )
    .split('|')
    .map((pair) => pair.split('=') as [string, string]),
)
