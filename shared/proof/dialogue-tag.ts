/**
 * Who does what beside a speech: reads "he quietly said", "the old man asked", "said Kakashi" or "she shrugged" from a
 * token on, and says whether that is a tag (it speaks the speech), or a beat (somebody does something beside it). Reads
 * no punctuation before it: whether the speech ended rightly is for the rules to say.
 */
import { isAction, isBodyAction, isBodyPart, isTolerated } from './action-verbs.ts'
import type { StoryFacts } from './facts.ts'
import { isStop } from './sentences.ts'
import { isPlainBase, isSpeechBase, speechVerb } from './speech-verbs.ts'
import type { Token } from './tokens.ts'
import { baseOf, partsOf } from './word-parts.ts'

export interface Tag {
  /** `tag`: hardly anything but a tag. `likely`: a tag if its subject is in lower case. `beat`: no speaking. */
  is: 'tag' | 'likely' | 'beat'
  subject: 'pronoun' | 'name' | 'noun'
  /** "said Kakashi" */
  inverted: boolean
  /** Indexes of tokens: the first word, the verb, and what follows the verb with its adverbs and particles. */
  from: number
  verb: number
  next: number
}

/** Null when it is neither, or cannot be told. */
export function tagAt(tokens: readonly Token[], from: number, facts: StoryFacts): Tag | null {
  const inverted = invertedAt(tokens, from, facts)
  if (inverted) return inverted
  const who = subjectAt(tokens, from, facts)
  if (who === null) return null
  for (const end of who.ends) {
    const verb = skipAdverbs(tokens, end)
    if (who.kind === 'pronoun' && PLAIN_PERSONS.has(tokens[from]!.lower) && isPlainBase(tokens[verb]?.lower ?? '')) {
      const next = skipAdverbs(tokens, tokens[verb + 1]?.lower === 'back' ? verb + 2 : verb + 1)
      const tail = tailAt(tokens, next, facts)
      // "I say it all the time", "we ask him in".
      if (tail !== 'end' && tail !== 'manner' && !/^(?:to|under|with)$|^(?!.*thing$)..+ing$/.test(tokens[next]!.lower))
        return null
      return { is: 'tag', next, subject: 'pronoun', inverted: false, from, verb }
    }
    const found = readVerb(tokens, verb, facts)
    if (found) return { ...found, subject: who.kind, inverted: false, from, verb }
    const body = tokens[end - 1]
    if (who.kind === 'noun' && body && isBodyPart(body.lower) && isBodyAction(tokens[verb]?.lower ?? ''))
      return { is: 'beat', subject: 'noun', inverted: false, from, verb, next: verb + 1 }
  }
  return null
}

/** The word is a name of the story, as far as it is written; possessives are not. */
export function isNameToken(token: Token | undefined, facts: StoryFacts): boolean {
  if (token === undefined || token.kind !== 'word' || token.shape === 'lower' || token.shape === 'UPPER') return false
  if (baseOf(token.text) !== token.text) return false
  return facts.isName(partsOf(token.lower)[0] ?? '')
}

export function isPronoun(lower: string | undefined): boolean {
  return lower !== undefined && PRONOUNS.has(lower)
}

function isAdverb(lower: string): boolean {
  return (lower.endsWith('ly') && lower.length > 4 && !NOT_ADVERBS.has(lower)) || ADVERBS.has(lower)
}

interface Subject {
  kind: Tag['subject']
  /** Where its verb may stand, nearest first. */
  ends: readonly number[]
}

function subjectAt(tokens: readonly Token[], from: number, facts: StoryFacts): Subject | null {
  const first = tokens[from]
  if (first === undefined || first.kind !== 'word') return null
  if (PRONOUNS.has(first.lower)) return { kind: 'pronoun', ends: [from + 1] }
  const name = nameEnd(tokens, from, facts)
  if (name > from) return { kind: 'name', ends: [name] }
  // Known only from the beginnings of sentences, so it is a name because it speaks: "Wren said".
  const isSpeaking = first.shape === 'Capital' && speechVerb(tokens[from + 1]?.lower ?? '') === 'plain'
  if (isSpeaking && !NO_NOUN.has(first.lower) && facts.isKnown(first.lower)) return { kind: 'name', ends: [from + 1] }
  const isOwned = first.shape !== 'lower' && baseOf(first.text) !== first.text && facts.isName(baseOf(first.lower))
  if (isOwned || DETERMINERS.has(first.lower)) {
    const ends = nounEnds(tokens, from + 1)
    return { kind: 'noun', ends: SOMEBODY.has(first.lower) ? [from + 1, ...ends] : ends }
  }
  return null
}

function nameEnd(tokens: readonly Token[], from: number, facts: StoryFacts): number {
  let at = from
  const title = tokens[at]
  // "said captain Bright": the capital is missing, and it is a name all the same.
  const isSmallRank = title?.shape === 'lower' && RANKS.has(title.lower) && isNameToken(tokens[at + 1], facts)
  if (isSmallRank || (title?.kind === 'word' && TITLES.has(title.lower) && title.shape === 'Capital')) {
    at += tokens[at + 1]?.text === '.' ? 2 : 1
    if (tokens[at]?.kind !== 'word' || tokens[at]!.shape === 'lower') return from
    at += 1
  } else {
    const isTwo = isCapital(tokens[at]) && isCapital(tokens[at + 1]) && !COMMON_FIRST.has(tokens[at]!.lower)
    if (!isNameToken(tokens[at], facts) && !(isTwo && isNameToken(tokens[at + 1], facts))) return from
    at += 1
  }
  while (at < from + 4 && isCapital(tokens[at]) && baseOf(tokens[at]!.text) === tokens[at]!.text) at += 1
  if (tokens[at]?.lower === 'and' && isNameToken(tokens[at + 1], facts)) at += 2
  return at
}

function isCapital(token: Token | undefined): boolean {
  return token?.kind === 'word' && (token.shape === 'Capital' || token.shape === 'Mixed')
}

function nounEnds(tokens: readonly Token[], from: number): number[] {
  const ends: number[] = []
  for (let at = from; at < from + 6; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'word' || NO_NOUN.has(token.lower)) break
    // "the Eel", "one of Kell's men", "the man holding Kell"
    if (token.shape !== 'lower' && at > from && !/(?:ing|of)$/.test(tokens[at - 1]!.lower)) break
    ends.push(at + 1)
  }
  return ends
}

function skipAdverbs(tokens: readonly Token[], from: number): number {
  let at = from
  while (at < from + 2 && tokens[at]?.kind === 'word' && isAdverb(tokens[at]!.lower)) at += 1
  return at
}

function readVerb(tokens: readonly Token[], verb: number, facts: StoryFacts): Pick<Tag, 'is' | 'next'> | null {
  const token = tokens[verb]
  if (token === undefined || token.kind !== 'word' || token.shape !== 'lower') return null
  const { lower } = token
  if (TRYING.has(lower) && tokens[verb + 1]?.lower === 'to' && isSpeechBase(tokens[verb + 2]?.lower ?? '')) {
    return { is: 'tag', next: verb + 3 }
  }
  if (MODALS.has(lower)) {
    const then = skipAdverbs(tokens, verb + 1)
    const isSpeech = isSpeechBase(tokens[then]?.lower ?? '')
    return isSpeech ? { is: tailAt(tokens, then + 1, facts) === 'end' ? 'tag' : 'likely', next: then + 1 } : null
  }
  if (BEGINNING.has(lower) && tokens[verb + 1]?.lower === 'to') {
    return { is: isSpeechBase(tokens[verb + 2]?.lower ?? '') ? 'likely' : 'beat', next: verb + 2 }
  }
  if (/^go(?:es)?$|^went$/.test(lower) && tokens[verb + 1]?.lower === 'on') return { is: 'likely', next: verb + 2 }
  if (/^puts?$/.test(lower) && tokens[verb + 1]?.lower === 'in' && tailAt(tokens, verb + 2, facts) !== 'object')
    return { is: 'likely', next: verb + 2 }
  const kind = speechVerb(lower)
  if (kind === null) {
    if (!isAction(lower)) return null
    const isSpoken = isTolerated(lower) && tokens[verb + 1]?.lower === 'out'
    return isSpoken ? { is: 'tag', next: verb + 2 } : { is: 'beat', next: verb + 1 }
  }
  let next = verb + 1
  const particle = tokens[next]?.lower ?? ''
  const isOut = particle === 'out'
  if (isOut || particle === 'back') next += 1
  if (kind === 'breathy' && !isOut && ONLY_OUT.has(lower)) return particle === 'back' ? { is: 'likely', next } : null
  next = skipAdverbs(tokens, next)
  const seen = tailAt(tokens, next, facts)
  // "said to nobody", but "agreed to come".
  const tail = kind === 'plain' && tokens[next]?.lower === 'to' ? 'more' : seen
  if (isOut) return { is: lower === 'called' && tail === 'object' ? 'likely' : 'tag', next }
  if (kind === 'breathy') {
    const isSure = SHORT_OF_BREATH.has(lower) && (tail === 'end' || next > verb + 1)
    return { is: isSure ? 'tag' : 'likely', next }
  }
  if (kind === 'addressed' && tail === 'hearer') {
    return { is: tailAt(tokens, next + 1, facts) === 'end' || tokens[next + 1]?.text === ',' ? 'tag' : 'likely', next }
  }
  if (tail === 'object' && lower.startsWith('asked') && isShortNoun(tokens, next)) return { is: 'tag', next }
  // "He answered her", but "he answered the door".
  const isReply = tail === 'hearer' && lower.startsWith('answer')
  if ((tail === 'object' || tail === 'hearer') && HANDLING.has(lower) && !isReply) return { is: 'beat', next }
  if (tail === 'object' || tail === 'hearer' || tail === 'clause') return { is: 'likely', next }
  if (kind === 'plain') return { is: 'tag', next }
  if (lower === 'cried' || lower === 'lied' || lower === 'thought') return { is: 'likely', next }
  const isHow = tail === 'end' || tail === 'manner' || next > verb + 1
  return { is: isHow ? 'tag' : 'likely', next }
}

/** "the girl.", "the old man,": somebody asked, and nothing after them. */
function isShortNoun(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:the|his|her|my|their)$/.test(tokens[at]?.lower ?? '')) return false
  for (const end of [at + 2, at + 3]) {
    const token = tokens[end]
    if (token === undefined || isStop(token)) return true
    if (token.kind !== 'word') return token.text === ','
  }
  return false
}

/** What follows the verb: nothing, somebody spoken to, a thing, a clause of its own, how it was said, or anything else. */
function tailAt(
  tokens: readonly Token[],
  at: number,
  facts: StoryFacts,
): 'end' | 'hearer' | 'object' | 'clause' | 'manner' | 'more' {
  const token = tokens[at]
  if (token === undefined || isStop(token) || token.kind === 'close' || token.text === ';') return 'end'
  if (token.kind !== 'word') return token.text === ',' ? 'end' : 'more'
  const { lower } = token
  // "a little uncertainly"
  if (
    lower === 'a' &&
    /^(?:little|bit|trifle)$/.test(tokens[at + 1]?.lower ?? '') &&
    isAdverb(tokens[at + 2]?.lower ?? '')
  )
    return 'manner'
  if (HEARERS.has(lower)) return 'hearer'
  if (lower === 'her') {
    const after = tokens[at + 1]
    return after === undefined || after.kind !== 'word' || AFTER_HEARER.has(after.lower) ? 'hearer' : 'object'
  }
  if (isNameToken(token, facts)) return 'hearer'
  if (OBJECTS.has(lower)) return 'object'
  if (CLAUSES.has(lower)) return 'clause'
  if (MANNERS.has(lower) || (lower === 'in' && tokens.slice(at + 1, at + 5).some((near) => VOICES.has(near.lower)))) {
    return 'manner'
  }
  return 'more'
}

function invertedAt(tokens: readonly Token[], from: number, facts: StoryFacts): Tag | null {
  const verb = skipAdverbs(tokens, from)
  const token = tokens[verb]
  if (token === undefined || token.kind !== 'word') return null
  const kind = speechVerb(token.lower)
  if (kind === null || kind === 'breathy') return null
  // "Yells Mako", "asks the boy": a plural as well, so whoever speaks must end the tag.
  const isPresent = token.lower !== 'says' && token.lower.endsWith('s')
  if (
    isPresent ? kind !== 'plain' && !PRESENT.has(token.lower) : !/ed$|^said$|^says$|^began$|^cried$/.test(token.lower)
  )
    return null
  const subject = subjectAt(tokens, verb + 1, facts)
  if (subject === null || tokens[verb + 1]!.lower === 'it' || tokens[verb + 1]!.lower === 'you') return null
  if (subject.kind !== 'name' && kind !== 'plain' && !INVERTS.has(token.lower) && !isPresent) return null
  const next =
    subject.kind === 'noun'
      ? isPresent
        ? subject.ends.find((end) => isOver(tokens[end]))
        : subject.ends[0]
      : subject.ends.at(-1)
  if (next === undefined || (isPresent && (subject.kind === 'pronoun' || !isOver(tokens[next])))) return null
  return { is: 'tag', subject: subject.kind, inverted: true, from, verb, next }
}

/** Nothing more of who speaks, and no verb of theirs. */
function isOver(token: Token | undefined): boolean {
  return token === undefined || token.kind === 'close' || token.kind === 'mark' || AFTER_SPEAKER.has(token.lower)
}

const AFTER_SPEAKER = new Set('as while with in from to and before after without over at behind beside'.split(' '))
const PLAIN_PERSONS = new Set('i we they you'.split(' '))
const PRESENT = new Set('asks answers adds cries calls replies continues explains begins'.split(' '))
const PRONOUNS = new Set('he she they i we you it'.split(' '))
const TITLES = new Set(
  'mr mrs ms miss mx dr professor captain lady lord sir aunt uncle king queen prince princess sergeant'.split(' '),
)
const SOMEBODY = new Set('someone somebody everyone everybody another'.split(' '))
const RANKS = new Set('captain professor doctor sergeant king queen prince princess lord lady'.split(' '))
const DETERMINERS = new Set(
  'the a an his her its my our their one another someone somebody everyone everybody both'.split(' '),
)
const COMMON_FIRST = new Set(
  'then but and when as while so now if after before though although still even suddenly'.split(' '),
)
/** What no noun phrase goes on over. */
const NO_NOUN = new Set(
  (
    'he she they i we you it that which who whom whose as when while if because and or but than so until before after ' +
    'though although where what why how is was were are be been am had has have will would could should can may might must ' +
    'not never always did do does to'
  ).split(' '),
)
const ADVERBS = new Set(
  'just only then also again even soon almost aloud too once more first next instead back softly together afterwards'.split(
    ' ',
  ),
)
const NOT_ADVERBS = new Set('family reply early daily belly bully rally folly supply apply imply jelly'.split(' '))
const TRYING = new Set('tried tries managed manages attempted attempts'.split(' '))
const MODALS = new Set('would could might will'.split(' '))
const BEGINNING = new Set('started starts began begins continued continues'.split(' '))
/** With a thing after them they are done with the hands. */
const HANDLING = new Set(
  'offered offers answered answers called calls ordered orders finished finishes pressed presses'.split(' '),
)
const ONLY_OUT = new Set('bit bites ground grinds grit gritted forced breathed breathes choked chokes'.split(' '))
const SHORT_OF_BREATH = new Set('wheezed wheezes panted pants grunted grunts'.split(' '))
const HEARERS = new Set('him them me us you'.split(' '))
const AFTER_HEARER = new Set('as while when with in at to from after before and but through over'.split(' '))
const OBJECTS = new Set(
  (
    'the a an his my our their your its this that these those something nothing anything everything someone everyone goodbye ' +
    'hello it no any some all one two more another each every himself herself themselves myself so as-much little much yes'
  ).split(' '),
)
const CLAUSES = new Set('he she they i we there if whether how what why where when who which to'.split(' '))
const MANNERS = new Set('as while when through from before'.split(' '))
const VOICES = new Set('voice tone whisper breath tones voices'.split(' '))
const INVERTS = new Set('asked answered added continued explained cried called began'.split(' '))
