/** Words by which somebody is spoken to and hardly anything else said, where they end a sentence: less has to speak for their comma. */
import { DETERMINERS, PREPOSITIONS } from '../function-words.ts'
import { isStop } from '../sentences.ts'
import type { Token } from '../tokens.ts'
import type { Place, PlacedWords } from './places.ts'

/** How much less, in tenths. */
export const SLACK = 28

/** At the place begins such a word, or a rank or a kinsman's title with a capital; or a name after one word of command. */
export function isPlainAddress({ words, sentences, isName }: PlacedWords, { left, right }: Place): boolean {
  const { lower, shape } = words[right]!
  const last = words[left]!
  const after = words[right + 1]
  const isEnd = after === undefined || after.kind === 'close' || isStop(after)
  if (!isEnd) return false
  const isCommand = sentences[left] === left && COMMANDS.has(last.lower)
  if (isCommand && isName(right)) return after?.text === '!'
  if (!(shape === 'Capital' ? TITLES : CALLED).has(lower)) return false
  const isAtAll = last.lower === 'all' && words[left - 1]?.lower === 'at'
  return (
    (isAtAll || !DETERMINERS.has(last.lower)) &&
    !PREPOSITIONS.has(last.lower) &&
    !NOT_BEFORE.has(last.lower) &&
    last.shape !== 'Capital'
  )
}

/** "My lady ▮ there is", "Sir ▮ we must": such a word begins the sentence, and a clause with its own subject follows. */
export function isPlainCall({ words, sentences }: PlacedWords, { left, right }: Place): boolean {
  const from = sentences[left]!
  const isOwned = left === from + 1 && words[from]!.lower === 'my' && /^(?:lady|lord|liege)$/.test(words[left]!.lower)
  const { lower } = words[left]!
  const next = words[right]!.lower
  // "Boss ▮ you'll want to come": one of these without an article is nobody's subject; several may be ("guys I know").
  const isFirst =
    left === from ||
    (left === from + 1 && /^(?:but|and|so|okay|ok|well|no|yes|because|please)$/.test(words[from]!.lower))
  if (isFirst && (ROLES.has(lower) || (SEVERAL.has(lower) && next.includes("'"))) && CLAUSES.test(next)) return true
  if (!isOwned && !(left === from && /^(?:sir|ma'am|madam|milady|milord)$/.test(lower))) return false
  return /^(?:i|you|we|he|she|it|they|there|what|where|how|why|please|this|that's|it's|i'm|you're|we're|don't)$/.test(
    words[right]!.lower,
  )
}

/** Nothing around says that somebody is named, given or called so: "see you Monday", "I gave you Kell", "call me sir". */
export function mayBeAddress({ words, parts }: PlacedWords, { left, right }: Place): boolean {
  const { lower } = words[right]!
  const last = words[left]!.lower
  if (
    isPeople(lower) ||
    isCourtesy(words[left - 1]?.lower ?? '', last, lower) ||
    (lower === 'my' && last === 'not') ||
    (lower === 'miss' && SOMEBODY_DOES.test(last))
  )
    return false
  if (left === right - 1 && isCounted(words, right)) return false
  // "Now, Kell, me lad", "Kell darling", "Kell my boy": one address, as it is spoken.
  if (parts[left] === left && (last === 'me' || isNameBefore(words, left, right))) return false
  const lead = words[left - 1]?.lower ?? ''
  if (/day$|^(?:godspeed|north|south|east|west)$/.test(lower) || /^(?:no|old|poor|dear|good|my)$/.test(last))
    return false
  if (lower === 'my' && /^(?:him|them|it|me|us|is|are|was|were|am|be)$/.test(last)) return false
  return !(/^(?:me|him|her|us|them|you|it)$/.test(last) && GIVING.test(lead)) && !GIVING.test(last)
}

/** "You Solarians", "two hundred Martians", "only one Kell", "that Masefield": told of, not spoken to. */
export function isCounted(tokens: readonly Token[], at: number): boolean {
  const { lower: name, shape } = tokens[at]!
  if (shape !== 'Capital') return false
  const last = tokens[at - 1]!.lower
  const lead = tokens[at - 2]?.lower ?? ''
  if (/^(?:two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|few|many)$/.test(last))
    return true
  if (/^(?:you|us|them|these|those)$/.test(last) && /...[^su']s$/.test(name)) return true
  return (last === 'one' && lead === 'only') || (/^(?:this|that)$/.test(last) && PREPOSITIONS.has(lead))
}

/** "Hello, good sir", "kind sir": one address; not "very good, sir", which answers. */
export function isCourtesy(lead: string, quality: string, address: string): boolean {
  if (!/^(?:sir|madam|lady|lord|people|folk|gentlemen)$/.test(address)) return false
  if (quality === 'good')
    return !/^(?:very|all|so|too|pretty|is|was|are|be|that's|it's|they're|looks|sounds)$/.test(lead)
  return /^(?:kind|gentle|noble|fair|honest|worthy|gracious|dear|sweet)$/.test(quality)
}

/** After a name at the beginning: not "God bless you", "the book, Ways to the Sea", "M. Kell made". */
export function mayBeCall({ words }: PlacedWords, { left, right }: Place): boolean {
  const name = words[left]!.lower
  if (/^(?:god|heaven|heavens)$/.test(name) || isPeople(name) || /^(?:to|of|from)$/.test(words[right]!.lower))
    return false
  return !(words[left - 1]?.text === '.' && /^(?:m|mr|mrs|dr|st|mme)$/.test(words[left - 2]?.lower ?? ''))
}

/** "Kell darling", "Kell old chap": an endearment right after a name that stands by itself. */
function isNameBefore(words: PlacedWords['words'], left: number, right: number): boolean {
  const { lower, shape } = words[right]!
  return (
    shape === 'lower' && words[left]!.shape === 'Capital' && NAME_TAKES.test(lower) && !CALLS.test(words[left]!.lower)
  )
}

/** People by where they come from, and their languages: spoken of far oftener than to. */
export function isPeople(lower: string): boolean {
  return (
    PEOPLES.has(lower) || /^(?:english|irish|french|dutch|welsh|china|scots|norse)(?:wo)?m[ae]n$|.{4}isms?$/.test(lower)
  )
}

const PEOPLES = new Set(
  'english irish french dutch welsh scotch scottish spanish danish swedish polish turkish german germans american americans italian italians russian russians chinese japanese portuguese european europeans african africans indian indians mexican mexicans canadian canadians australian australians austrian austrians belgian belgians norwegian norwegians greek greeks latin hebrew arabic boer boers briton britons turk turks dane danes swede swedes pole poles jew jews christian christians catholic catholics protestant protestants baptist baptists methodist methodists mormon mormons muslim muslims buddhist buddhists yankee yankees bohemian bohemians'.split(
    ' ',
  ),
)

const ROLES = new Set(
  'boss captain coach chief doc doctor professor sergeant sarge inspector detective officer sheriff colonel major commander lieutenant son mate buddy pal dude bro kid kiddo honey sweetheart darling babe baby sweetie mum mom dad mama papa mommy mummy daddy grandma grandpa lad lass princess mister'.split(
    ' ',
  ),
)
const SEVERAL = new Set('guys folks boys girls kids lads gentlemen ladies everyone everybody'.split(' '))
const CLAUSES =
  /^(?:i|you|we|he|she|it|they|there|i'(?:m|ve|ll|d)|you'(?:re|ve|ll|d)|we'(?:re|ve|ll|d)|they'(?:re|ve|ll)|(?:he|she|it|that|there|what|where|who)'s|let's)$/

const NAME_TAKES = /^(?:darling|dear|dearest|old|my|love|baby|lad)$/
/** They begin a sentence with a capital and are no names. */
const CALLS =
  /^(?:thanks|thank|sorry|yes|no|oh|well|hello|hi|hey|goodbye|good-bye|please|wait|stop|come|look|listen|why|now|what|and|but|so)$/
const SOMEBODY_DOES = /^(?:i|you|we|they|to|not|never|will|would|did|do|don't|didn't|won't|can't|i'll|you'll|i'd)$/

/** With a name or a word for somebody as what they are about. */
const GIVING =
  /^(?:g[ai]ve[ns]?|giving|call(?:s|ed|ing)?|show(?:s|ed|n)?|bring|brought|sent|send|find|found|got|get|make|made|name[ds]?|want(?:s|ed)?|need(?:s|ed)?)$/

const COMMANDS = new Set(
  'run go stop wait jump duck hurry look listen come breathe hide hush relax move careful quick'.split(' '),
)
const CALLED = new Set(
  "sir ma'am madam sweetheart sweetie darling babe bro dude kiddo buddy pal mate mum mom mommy mummy daddy dad gentlemen lads milord milady laddie lassie sonny".split(
    ' ',
  ),
)
const TITLES = new Set(
  'uncle aunt auntie sheriff captain professor doctor inspector sergeant lieutenant commander admiral colonel officer detective coach master mistress mother father mum mom dad mama papa grandma grandpa'.split(
    ' ',
  ),
)
const NOT_BEFORE = new Set(
  'and or nor is was be been being call called calls calling said says say miss new old good best little young dear poor real whole kind good-bye drinking study only than just even not'.split(
    ' ',
  ),
)
