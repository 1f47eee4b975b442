/** Words by which somebody is spoken to and hardly anything else said, where they end a sentence: less has to speak for their comma. */
import { DETERMINERS, PREPOSITIONS } from '../function-words.ts'
import { isStop } from '../sentences.ts'
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
  if (!isOwned && !(left === from && /^(?:sir|ma'am|madam|milady|milord)$/.test(words[left]!.lower))) return false
  return /^(?:i|you|we|he|she|it|they|there|what|where|how|why|please|this|that's|it's|i'm|you're|we're|don't)$/.test(
    words[right]!.lower,
  )
}

/** Nothing around says that somebody is named, given or called so: "see you Monday", "I gave you Kell", "call me sir". */
export function mayBeAddress({ words }: PlacedWords, { left, right }: Place): boolean {
  const { lower } = words[right]!
  const last = words[left]!.lower
  const lead = words[left - 1]?.lower ?? ''
  if (/day$|^(?:godspeed|north|south|east|west)$/.test(lower) || /^(?:no|old|poor|dear|good|my)$/.test(last))
    return false
  if (lower === 'my' && /^(?:him|them|it|me|us|is|are|was|were|am|be)$/.test(last)) return false
  return !(/^(?:me|him|her|us|them|you|it)$/.test(last) && GIVING.test(lead)) && !GIVING.test(last)
}

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
