/** A small word lost between two that never stand side by side without one: was teacher, had not born, ought go, voice trees. */
import { speaksDialect } from '../dialect-speech.ts'
import type { Spot } from '../finding.ts'
import { isAuxiliary, isFiniteVerb } from '../finite-verbs.ts'
import { dressed } from '../frames.ts'
import { DETERMINERS, isFunctionWord } from '../function-words.ts'
import { type Loss, lossAt } from '../lost-words/odds.ts'
import { besides, EDGE } from '../lost-words/place.ts'
import type { LineRule } from '../rule.ts'
import { isStop } from '../sentences.ts'
import type { Token } from '../tokens.ts'

export const lostWord: LineRule = {
  name: 'lost-word',
  level: 'default',
  kind: 'grammar',
  title: 'A small word lost',
  explain:
    'These two words hardly ever stand side by side; a small one, such as “the”, “to”, “was” or “have”, seems to be missing ' +
    'between them. Which one is a guess by the words around it.',
  example: { wrong: 'She looked at man for a long time.', right: 'She looked at the man for a long time.' },
  source:
    'A slip of the pen; learnt from novels (bench/proof/learn-lost-words.ts), as no manual lists what cannot stand together.',
  givesWay: true,
  prepare() {
    lossAt([EDGE, EDGE], 1)
  },
  *check(line, { facts }) {
    if (line.heading) return
    const { tokens } = line
    const all = besides(tokens)
    for (let at = 1; at < tokens.length; at += 1) {
      const token = tokens[at]!
      if (token.kind !== 'word' || tokens[at - 1]!.kind !== 'word') continue
      const loss = lossAt(all, at)
      if (loss === null) continue
      if (line.isSpeech(token.start) && speaksDialect(facts)) continue
      const [word] = loss.words
      if (word === undefined || isWhole(line.tokens, at, loss)) continue
      const spot: Spot = {
        offset: token.start,
        length: token.end - token.start,
        message: `Before “${token.text}” a small word such as “${word}” seems to be missing.`,
        replacements: loss.words.slice(0, 3).map((lost) => `${dressed(lost, 'x', null)} ${token.text}`),
      }
      yield spot
    }
  },
}

/** What the signs around a gap are too few to tell: "pile on pile", "all we have to do is wait", "the power it bestows", "then turned away", "such as came". */
function isWhole(tokens: readonly Token[], at: number, { family }: Loss): boolean {
  const { lower } = tokens[at]!
  const before = tokens[at - 1]!.lower
  if (lower.length > 3 && tokens[at - 2]?.lower === lower) return true
  // "There would no longer be time."
  if (lower === 'no' && /^(?:longer|more)$/.test(tokens[at + 1]?.lower ?? '')) return true
  if (family === 'to' && IS.test(before) && isDoing(tokens, at - 2)) return true
  // "Come look at this", "go see him".
  if (
    /^(?:come|go)$/.test(before) &&
    /^(?:look|see|get|find|sit|play|help|live|eat|meet|talk|say|tell|take|check|watch|visit)$/.test(lower)
  )
    return true
  // "Watched something go", "let somebody know".
  if (family === 'to' && SEEN_DOING.test(before) && isSeen(tokens, at - 2)) return true
  if (family === 'article' && NUMBER.test(tokens[at + 1]?.lower ?? '')) return true
  if (family === 'of') return SUBJECTS.has(lower) || isSubject(tokens, at)
  if (family === 'article') return isBare(tokens, at)
  // "When had his spirit awoken?"
  if (
    family === 'doer' &&
    isAuxiliary(lower) &&
    /^(?:when|where|why|how)$/.test(before) &&
    tokens[at - 1]!.shape === 'Capital'
  )
    return true
  return family === 'doer' && (before === 'then' || before === 'as')
}

const IS = /^(?:is|was|be)$/

/** "All she had to do, he knew, was wait", "what it did was help": behind a do that is said of, the plain form is at home. */
function isDoing(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at >= 0 && from - at < FAR_DOING; at -= 1) {
    const token = tokens[at]!
    if (isStop(token)) return false
    if (/^do(?:es|ne|ing)?$|^did$/.test(token.lower)) return true
  }
  return false
}

/** Words between "do" and "is" at most. */
const FAR_DOING = 9

/** "The sound a torch might make", "the circle the coin covered": whose clause it is, with the "that" left out. */
function isSubject(tokens: readonly Token[], at: number): boolean {
  if (!DETERMINERS.has(tokens[at]!.lower)) return false
  for (const behind of [at + 2, at + 3]) {
    const [noun, verb] = [tokens[behind - 1], tokens[behind]]
    if (noun?.kind !== 'word' || verb?.kind !== 'word' || isFunctionWord(noun.lower)) return false
    if (isAuxiliary(verb.lower) || isFiniteVerb(verb.lower)) return true
  }
  return false
}

/** Somebody or something does it before the eyes or ears of somebody, or is made to. */
function isSeen(tokens: readonly Token[], at: number): boolean {
  return /^(?:see(?:s|n|ing)?|saw|watch(?:ed|es|ing)?|hear(?:s|d|ing)?|felt|feel(?:s|ing)?|let(?:s|ting)?|ma(?:ke|kes|de|king)|help(?:s|ed|ing)?|ha(?:ve|d|s|ving)|notic(?:e|ed|ing))$/.test(
    tokens[at]?.lower ?? '',
  )
}

const SEEN_DOING = /^(?:some|any|every|no)(?:thing|body|one)$|^(?:people|others|things)$/

/** "At window two", "on page nine". */
const NUMBER = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)$/

/** "thrust head and shoulders", "in examination of it", "at huge shop windows": these go without an article. */
function isBare(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at]!
  const [next, then] = [tokens[at + 1], tokens[at + 2]]
  if (next?.lower === 'and' && then?.kind === 'word' && !DETERMINERS.has(then.lower) && !isVerb(then.lower)) return true
  if (next?.text === ',' && then?.kind === 'word' && !DETERMINERS.has(then.lower) && tokens[at + 3]?.lower === 'and')
    return true
  if (next?.lower === 'of' && ABSTRACT.test(lower)) return true
  return then?.kind === 'word' && next?.kind === 'word' && PLURAL.test(then.lower) && !isFunctionWord(next.lower)
}

function isVerb(lower: string): boolean {
  return isFiniteVerb(lower) || isFunctionWord(lower)
}

const ABSTRACT = /.{3}(?:tion|sion|ment|ance|ence)$/
const PLURAL = /..[^siu']s$/

const SUBJECTS = new Set(['i', 'you', 'he', 'she', 'it', 'we', 'they'])
