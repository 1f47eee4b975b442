/**
 * Two clauses with only a comma between that can be nothing else: each begins with its subject and its verb, nothing in the
 * first waits for the second, and the sentence ends with the second or goes on with a joining word.
 */
import { isAuxiliary, isFiniteVerb } from './finite-verbs.ts'
import { DETERMINERS, isFunctionWord, PREPOSITIONS } from './function-words.ts'
import { DOING_NOTHING_TO } from './run-together.ts'
import { isStop } from './sentences.ts'
import { isFigure } from './splice-figures.ts'
import type { Token } from './tokens.ts'
import { VERB_OF_BASE, VERB_OF_THIRD } from './verbs.ts'

/** Indexes of the commas, in order. */
export function* plainSplices(tokens: readonly Token[], isName: (token: Token) => boolean): Generator<number> {
  let from = 0
  let commas = 0
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!
    if (token.kind === 'word' || token.kind === 'number') continue
    if (token.text === '.' && TITLES.has(tokens[at - 1]?.lower ?? '')) continue
    if (token.text !== ',') {
      from = at + 1
      // After a dash, a bracket or a colon what follows may be part of anything.
      commas = token.kind === 'mark' && !isStop(token) && token.text !== ';' ? 1 : 0
      continue
    }
    commas += 1
    if (commas === 1 && isSplice(tokens, from, at, isName)) yield at
  }
}

function isSplice(tokens: readonly Token[], from: number, comma: number, isName: (token: Token) => boolean): boolean {
  const start = afterHowever(tokens, comma + 1)
  if (tokens[comma + 1]?.kind !== 'word' || !beginsClause(tokens, start, isName)) return false
  const end = partEnd(tokens, start)
  if (!isOver(tokens, end)) return false
  const first = JOINING.has(tokens[from]!.lower) ? from + 1 : from
  if (comma - first < 3 || !beginsFirst(tokens, first, comma, isName)) return false
  const left = tokens.slice(first, comma)
  const right = tokens.slice(start, end)
  if (isRemark(right) || left.length + right.length < 7) return false
  if (left.some((token, at) => token.kind !== 'word' || isWaiting(left, at))) return false
  const last = left.at(-1)!.lower
  if (isAuxiliary(last) && !left.some(({ lower }) => ASKING.has(lower))) return false
  if (PREPOSITIONS.has(last) && !MAY_END.has(last)) return false
  if (saysOnly(right) || saysOnly(left) || isTime(left) || isTime(right)) return false
  if (left.some(({ lower }) => DENIES.test(lower)) && left[0]!.lower === right[0]!.lower) return false
  if (right.some(({ lower }) => /^(?:so|such|neither|nor|who|which|whose)$/.test(lower))) return false
  return start > comma + 1 || !isFigure(left, right)
}

/** "I'm sure", "it was evident", "that's all", "you may be sure": said of the whole, no clause of its own. */
function isRemark(words: readonly Token[]): boolean {
  const first = words[0]!.lower
  if (/^(?:that|this)(?:'s)?$/.test(first)) return true
  if (words.length < 3) return !words[1]?.lower.endsWith('ing')
  if (words.length < 6 && REMARKS.has(words.at(-1)!.lower)) return true
  return (
    words.length < 4 &&
    /^(?:i|you|it|it's|i'm|i've|you've)$/.test(first) &&
    !isAuxiliary(words[1]!.lower) &&
    !words[1]!.lower.endsWith('ing')
  )
}

const REMARKS = new Set(
  'sure certain evident true clear plain afraid glad known possible likely obvious told heard sorry though anyway course'.split(
    ' ',
  ),
)

/** The index after "however" and its comma. */
function afterHowever(tokens: readonly Token[], at: number): number {
  if (!HOWEVER.has(tokens[at]?.lower ?? '')) return at
  return tokens[at + 1]?.text === ',' ? at + 2 : at + 1
}

/** The same as `beginsClause`, and "the rain stopped", with nothing after a verb that takes nothing. */
function beginsFirst(tokens: readonly Token[], at: number, comma: number, isName: (token: Token) => boolean): boolean {
  if (beginsClause(tokens, at, isName)) return true
  return comma - at < 6 && OWNERS.has(tokens[at]!.lower) && DOING_NOTHING_TO.has(tokens[comma - 1]!.lower)
}

/** Subject and finite verb right at the beginning. */
export function beginsClause(tokens: readonly Token[], at: number, isName: (token: Token) => boolean): boolean {
  const subject = tokens[at]
  if (subject?.kind !== 'word') return false
  const { lower, shape } = subject
  if (CONTRACTED.test(lower)) return tokens[at + 1]?.kind === 'word'
  if (PRONOUNS.has(lower)) return isVerbOf(tokens, afterAdverbs(tokens, at + 1), lower)
  if (POINTING.has(lower)) return isAuxiliary(tokens[at + 1]?.lower ?? '')
  if (OWNERS.has(lower) && (shape !== 'Capital' || isFunctionWord(lower))) return hasNounAndVerb(tokens, at + 1)
  if (shape !== 'Capital' || isFunctionWord(lower) || lower.includes("'") || !isName(subject)) return false
  const after = tokens[at + 1]?.shape === 'Capital' && isName(tokens[at + 1]!) ? at + 2 : at + 1
  const verb = tokens[afterAdverbs(tokens, after)]
  return (
    verb?.shape === 'lower' &&
    (isAuxiliary(verb.lower) || (isFiniteVerb(verb.lower) && tokens[after + 1]?.kind === 'word'))
  )
}

function afterAdverbs(tokens: readonly Token[], from: number): number {
  let at = from
  while (at < from + 2 && /(?:ly|^(?:just|never|always|still|also|even|only|now|then))$/.test(tokens[at]?.lower ?? ''))
    at += 1
  return at
}

function isVerbOf(tokens: readonly Token[], at: number, subject: string): boolean {
  const verb = tokens[at]
  if (verb?.shape !== 'lower') return false
  if (isFiniteVerb(verb.lower)) return true
  if (/^(?:i|you|we|they)$/.test(subject)) return VERB_OF_BASE.has(verb.lower)
  return subject !== 'there' && VERB_OF_THIRD.has(verb.lower)
}

/** "the old street was", "my mother came to": a helping verb, or one that what it does follows. */
function hasNounAndVerb(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < from + 4; at += 1) {
    const token = tokens[at]
    if (token?.kind !== 'word' || PREPOSITIONS.has(token.lower) || NO_NOUN.has(token.lower)) return false
    if (at === from) continue
    if (isAuxiliary(token.lower)) return !/^(?:being|been)$/.test(token.lower)
    const after = tokens[at + 1]?.lower ?? ''
    if (token.shape === 'lower' && isFiniteVerb(token.lower) && !token.lower.endsWith('ed'))
      return isFunctionWord(after) && !isAuxiliary(after)
  }
  return false
}

function partEnd(tokens: readonly Token[], from: number): number {
  let at = from
  while (tokens[at]?.kind === 'word' || tokens[at]?.kind === 'number') at += 1
  return at
}

/** The sentence ends here, or a joining word goes on: with another comma it may be a row of clauses. */
function isOver(tokens: readonly Token[], end: number): boolean {
  const mark = tokens[end]
  if (mark === undefined) return true
  if (mark.kind === 'mark' && mark.text === '.') return true
  if (mark.text === '!') return true
  if (mark.text !== ',') return false
  const next = tokens[end + 1]
  if (next?.kind === 'close') return true
  if (next === undefined || !GOING_ON.has(next.lower)) return false
  return next.lower !== 'and' || isFiniteVerb(tokens[end + 2]?.lower ?? '')
}

/** A word after which the main clause may come only after the comma. */
function isWaiting(words: readonly Token[], at: number): boolean {
  const { lower } = words[at]!
  if (WAITING.has(lower)) return true
  return lower === 'that' && /^(?:had|were|should|in|on|at|from|by)$/.test(words[at + 1]?.lower ?? '')
}

/** "He thought", "I tell you", "it seemed to me": who says or thinks what stands on the other side. */
function saysOnly(words: readonly Token[]): boolean {
  const verb = words.findIndex(({ lower }, at) => at < 5 && SAYING.has(lower))
  if (SENSES.has(words[verb]?.lower ?? '') && OBJECTS.has(words[verb + 1]?.lower ?? '')) return false
  // "She knew that only too well": of what was said before.
  return verb >= 0 && (words.length < verb + 5 || /^(?:it|that|this)$/.test(words[verb + 1]!.lower))
}

/** "The moment he came, she left." */
function isTime(words: readonly Token[]): boolean {
  return words.slice(1, 4).some(({ lower }) => TIMES.has(lower)) && OWNERS.has(words[0]!.lower)
}

const CONTRACTED =
  /^(?:i'm|(?:he|she|it|that|there|nothing|everything|nobody|everybody|everyone)'s|(?:we|they|you)'re|(?:i|he|she|it|we|they|you)'(?:d|ll)|(?:i|we|they|you)'ve)$/
const DENIES = /^(?:not|never|no)$|n't$/
const JOINING = new Set('and but so then yet'.split(' '))
const PRONOUNS = new Set(
  'i he she it we they you there nobody nothing everybody everyone everything someone somebody something'.split(' '),
)
const POINTING = new Set('this that these those'.split(' '))
const TITLES = new Set('mr mrs ms dr st prof capt sgt'.split(' '))
const OWNERS: ReadonlySet<string> = new Set('the a an my your his her its our their every no'.split(' '))
const NO_NOUN: ReadonlySet<string> = new Set([...DETERMINERS, ...'and or but who which that'.split(' ')])
const WAITING = new Set(
  'when while if as once although though unless whenever so such because until till whether since before after than either neither hardly scarcely sooner more less wherever whatever whoever whose however'.split(
    ' ',
  ),
)
const GOING_ON = new Set(
  'and but so while as though although because until with which who like not where when'.split(' '),
)
const MAY_END = new Set(
  'in on out off up down over under across around behind beside inside outside past through by near above below'.split(
    ' ',
  ),
)
const SAYING = new Set(
  (
    'said says say thought think thinks knew know knows felt feel supposed suppose guessed guess realized realised wondered mused decided hoped hope believed believe seemed seems appeared figured told tell reminded ' +
    'noted added asked ask saw see imagined imagine admitted reckoned reckon feared noticed insisted suspected remembered remember assumed replied answered concluded observed swear swore mean meant fancy assure assured understand understood explained repeated cried promise promised bet warn warned'
  ).split(' '),
)
const SENSES = new Set('saw see felt feel remembered remember noticed feared understood'.split(' '))
const OBJECTS = new Set('me him her it them us the a an his my'.split(' '))
const ASKING = new Set('what who where how'.split(' '))
const HOWEVER = new Set('however therefore nevertheless nonetheless moreover furthermore consequently'.split(' '))
const TIMES = new Set(
  'moment instant second minute time day night morning evening week year hour way more less sooner first next last'.split(
    ' ',
  ),
)
