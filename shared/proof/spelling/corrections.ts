/**
 * What a misspelt word was meant to be, best first. All words of the dictionary and of the story are measured by
 * `nearness`, and ranked by it less what is in their favour: being common, being the story's own, sounding the same.
 */
import type { WordCount } from '../facts.ts'
import { isFunctionWord } from '../function-words.ts'
import { isUpper } from '../letters.ts'
import type { Speller } from '../speller.ts'
import { commonness } from './commonness.ts'
import { hasWordList, likeWords } from './near-words.ts'
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
  const heard = respelt(lower, speller)
  if (heard) put(heard, -0.5)
  if (word === lower) {
    const capital = [capitalised(word), word.toUpperCase()].find((form) => speller.correct(form))
    if (capital) put(capital, 0)
  }
  const sound = soundOf(lower)
  const candidates = hasWordList(speller) ? likeWords(lower, speller) : speller.suggest(word)
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

/** Written as it is heard, in ways that lie far off by letters: enuff, delitful, telefone. Null for none. */
export function respelt(lower: string, speller: Speller): string | null {
  for (const [heard, written] of HEARD) {
    const right = lower.replace(heard, written)
    if (right !== lower && (written === 'tion' || commonness(right) > 0) && speller.correct(right)) return right
  }
  return null
}

const HEARD: readonly (readonly [RegExp, string])[] = [
  [/uff/, 'ough'],
  [/ufft/, 'ought'],
  [/ite?(?=$|s$|ly$|ful|ed$|er$|en|est$)/, 'ight'],
  [/f/, 'ph'],
  [/(?<=[ackns])sion/, 'tion'],
]

/** It stands on the list of slips that lie far off. Lower case. */
export function isTold(lower: string): boolean {
  return TOLD.has(lower)
}

/**
 * Two right words without the space between them, both common. A noun before a noun makes a compound (shopwindow); what
 * runs together by mistake has a little word in it or an adjective before it (eachother, highschool). Lower case.
 */
export function isRunTogether(lower: string, speller: Speller): boolean {
  return splits(lower, speller).some(({ pair }) => {
    const [one = '', other = ''] = pair.toLowerCase().split(' ')
    // incuriously, underservant: a prefix.
    if ((one === 'in' && other.endsWith('ly')) || (/^(?:under|over|out)$/.test(one) && !isFunctionWord(other)))
      return false
    return (
      Math.min(one.length, other.length) < 3 || isFunctionWord(one) || isFunctionWord(other) || DESCRIBING.test(one)
    )
  })
}

const DESCRIBING =
  /(?:ing|ful|ous)$|^(?:high|low|best|better|good|bad|next|last|same|old|new|big|little|small|whole|first|second|right|left|front|hot|cold|great|real|free|full|ice|late|early|young|dear|poor|most|least|many|few)$/

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

function splits(lower: string, speller: Speller): { pair: string; cost: number }[] {
  const pairs: { pair: string; cost: number }[] = []
  for (let at = 1; at < lower.length; at += 1) {
    const [one, other] = [lower.slice(0, at), lower.slice(at)]
    if ((one.length < 2 && one !== 'a' && one !== 'i') || other.length < 2) continue
    if (!speller.correct(one) || !speller.correct(other)) continue
    const ranks = Math.min(commonness(one), commonness(other))
    if (ranks >= 1) pairs.push({ pair: `${one === 'i' ? 'I' : one} ${other}`, cost: 1.1 - 0.15 * ranks })
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
    'twelveth=twelfth|fith=fifth|ninty=ninety|restaraunt=restaurant|restraunt=restaurant|leutenant=lieutenant|mischievious=mischievous|sherrif=sheriff|' +
    'nessecary=necessary|neccessary=necessary|rember=remember|remeber=remember|truely=truly|untill=until|usefull=useful|allright=all right|' +
    'everytime=every time|highschool=high school|nevermind=never mind|apart=apart|alittle=a little|abit=a bit|ofcourse=of course|thankyou=thank you|' +
    'somethings=something|sence=sense|cloths=clothes|thru=through|tho=though|enuff=enough|tonite=tonight|lite=light|nite=night|cuz=because'
  )
    .split('|')
    .map((pair) => pair.split('=') as [string, string]),
)
