/**
 * Two whole sentences of narration with only a comma between. Looks at the commas of a sentence from left to right: a
 * part that begins with a subject and its verb is whole, unless something in it waits for the next (when, if, as).
 */
import { wrongPlaces } from '../commas/missing.ts'
import { beginsClause } from '../commas/places.ts'
import { isAuxiliary, isFiniteVerb } from '../finite-verbs.ts'
import { isFunctionWord, PREPOSITIONS } from '../function-words.ts'
import { plainSplices } from '../plain-splices.ts'
import type { ProseLine } from '../prose-line.ts'
import type { LineContext, LineRule } from '../rule.ts'
import type { Sentence } from '../sentences.ts'
import { isFigure } from '../splice-figures.ts'
import { isMark, type Token } from '../tokens.ts'
import { baseOf } from '../word-parts.ts'

export const commaSplice: LineRule = {
  name: 'comma-splice',
  level: 'default',
  kind: 'punctuation',
  title: 'Comma splice',
  explain:
    'Two sentences that could stand alone are joined by a comma only. A semicolon, a full stop, or a joining word such as “and” or “but” parts them better. In speech it is left alone.',
  example: {
    wrong: 'He had no time for her, he had a duty to fulfill.',
    right: 'He had no time for her; he had a duty to fulfill.',
  },
  source: 'Chicago Manual of Style 17th ed. 6.22–6.23; New Hart’s Rules 4.3.',
  *check(line, context) {
    if (line.heading) return
    const { tokens, text } = line
    const commas = new Set<number>()
    for (const sentence of line.sentences) {
      const comma = spliceIn(line, sentence, context)
      if (comma !== null) commas.add(comma)
    }
    const { placed, wrong } = wrongPlaces(line, context.facts, 'splice', ',')
    for (const place of wrong) {
      const comma = line.tokenAt(placed.words[place.right]!.start) - 1
      const after = tokens.slice(comma + 1, comma + 6)
      // "very carefully, the way you": a manner, no sentence.
      if (!beginsClause(placed, place) || !isMark(tokens[comma], ',') || isTime(after)) continue
      const left = placed.words.slice(placed.parts[place.left]!, place.left + 1)
      if (!isFigure(left, tokens.slice(comma + 1))) commas.add(comma)
    }
    const isName = (token: Token): boolean => context.facts.isName(baseOf(token.text))
    for (const comma of plainSplices(tokens, isName)) if (!line.isSpeech(tokens[comma]!.start)) commas.add(comma)
    for (const comma of commas) {
      const mark = tokens[comma]!
      const next = tokens[comma + 1]!
      const word = text.slice(next.start, next.end)
      yield {
        offset: mark.start,
        length: next.end - mark.start,
        message: 'Two whole sentences meet here with only a comma between them.',
        replacements: [`; ${word}`, `. ${word.slice(0, 1).toUpperCase()}${word.slice(1)}`],
      }
    }
  },
}

/** The first splice of the sentence. A row of short parts is a figure of speech: he came, he saw, he went. */
function spliceIn(line: ProseLine, { from, to, start, end }: Sentence, context: LineContext): number | null {
  const { tokens } = line
  if (line.quotations.some((quotation) => quotation.start < end && quotation.end > start)) return null
  const commas: number[] = []
  for (let at = from; at < to; at += 1) {
    const { kind, text } = tokens[at]!
    if (kind === 'mark' && text === ',') commas.push(at)
    else if (kind === 'mark' && /^(?:\(|\)|:|\*|_|\/)$/.test(text)) return null
    else if (kind === 'mark' && at < to - 1 && /^(?:;|—|–|-+|\.{3}|…)$/.test(text)) commas.push(at)
  }
  if (commas.length === 0 || commas.length > 4) return null
  let wasWhole = false
  let found: number | null = null
  const bounds = [from - 1, ...commas, to]
  for (let part = 0; part + 1 < bounds.length; part += 1) {
    const first = bounds[part]! + 1
    const last = bounds[part + 1]!
    const words = tokens.slice(first, last)
    const opening = words.find(({ kind }) => kind === 'word')
    if (opening === undefined) return null
    if (words.length === 1 && SUBORDINATORS.has(opening.lower)) return null
    if (part > 0 && /^(?:and|or|nor)$/.test(opening.lower) && part + 2 === bounds.length && found !== null) return null
    const isRelative = part > 0 && opening.lower === 'that'
    const isWhole = !isTime(words) && !isRelative && wholeAt(part === 0 ? withoutJoining(words) : words, context)
    const isComma = tokens[bounds[part]!]?.text === ','
    if (isComma && isWhole && wasWhole && !isAside(words) && !isTrained(words)) {
      if (found !== null && bounds[part + 1]! - bounds[part]! < LONG) return null
      const left = tokens.slice(bounds[part - 1]! + 1, bounds[part]!)
      if (isContrast(left, words)) return null
      if (isFigure(left, words) || (part > 1 && isReport(left))) return found
      found ??= bounds[part]!
    }
    const isLong = (bounds[part + 2] ?? last) - last > LONG
    wasWhole = isWhole && isClosed(words, isLong) && !(part > 0 && isTrained(words))
  }
  return found
}

/** A sentence may begin with "but"; a part after a comma that does is joined. */
function withoutJoining(words: readonly Token[]): readonly Token[] {
  return BEGINNINGS.has(words[0]!.lower) ? words.slice(1) : words
}

/** Subject and finite verb right at the beginning, after at most one adverb such as "maybe". */
function wholeAt(words: readonly Token[], { facts }: LineContext): boolean {
  if (words.length < 3) return false
  let at = OPENERS.has(words[0]!.lower) ? 1 : 0
  const subject = words[at]
  if (subject === undefined || subject.kind !== 'word') return false
  if (CONTRACTED.test(subject.lower)) return true
  if (TITLES.has(subject.lower) && subject.shape === 'Capital') {
    const name = words[at + 1]?.text === '.' ? at + 2 : at + 1
    if (at > 0 || words[name]?.shape !== 'Capital' || words[name]!.lower.endsWith("'s")) return false
    return isFiniteVerb(words[name + 1]?.lower ?? '')
  }
  if (POINTING.has(subject.lower) && isAuxiliary(words[at + 1]?.lower ?? '')) return true
  const isName =
    subject.shape === 'Capital' && facts.isName(baseOf(subject.text)) && baseOf(subject.text) === subject.text
  if (isName && words[at + 1]?.shape === 'Capital' && facts.isName(words[at + 1]!.text)) at += 1
  if (SUBJECTS.has(subject.lower) || isName) {
    let verb = at + 1
    while (verb < at + 3 && words[verb]?.lower.endsWith('ly')) verb += 1
    if (/^(?:just|never|always|still|also|even|only)$/.test(words[verb]?.lower ?? '')) verb += 1
    const found = words[verb]?.lower ?? ''
    return isName ? isAuxiliary(found) || (words.length > 3 && isFiniteVerb(found)) : isFiniteVerb(found)
  }
  if (!OWNERS.has(subject.lower)) return false
  for (let verb = at + 2; verb < Math.min(at + 4, words.length); verb += 1) {
    const { lower } = words[verb]!
    if (isAuxiliary(lower)) return true
    const next = words[verb + 1]?.lower ?? ''
    if (isFiniteVerb(lower) && isFunctionWord(next) && !isAuxiliary(next)) return true
  }
  return false
}

/** "A gun trained on him": no verb of its own, if it looks like one. */
function isTrained(words: readonly Token[]): boolean {
  return OWNERS.has(words[0]!.lower) && !words.slice(1, 4).some(({ lower }) => isAuxiliary(lower))
}

/**
 * Thought or said between commas: "it was, she knew, too late"; or the rest of a question. "She knew the way" and "I felt
 * that it was" have what they know and feel in themselves.
 */
function isAside(words: readonly Token[]): boolean {
  if (words.length < 4) return true
  const verb = words.findIndex(({ lower }, at) => at < 4 && ASIDE.has(lower))
  if (verb < 0) return false
  const next = words[words[verb + 1]?.lower === 'that' ? verb + 2 : verb + 1]?.lower ?? ''
  return words.length < verb + 4 || !SENSES.has(words[verb]!.lower) || !TAKEN.has(next)
}

/** "Of them all, he told himself ▮ she was": between commas, with nothing but who thinks so. */
function isReport(words: readonly Token[]): boolean {
  const verb = words.findIndex(({ lower }) => ASIDE.has(lower) || THINKING.has(lower))
  return verb > 0 && verb < 4 && words.length < verb + 4 && !words.some(({ lower }) => lower === 'not')
}

/** "It wasn't a threat, it was a promise": the comma is the custom there. */
function isContrast(left: readonly Token[], right: readonly Token[]): boolean {
  const denies = left.slice(1, 4).some(({ lower }) => /^(?:wasn't|isn't|weren't|aren't|not)$/.test(lower))
  const deniesAgain = right.slice(1, 4).some(({ lower }) => lower === 'not' || lower.endsWith("n't"))
  return denies && !deniesAgain && left[0]!.lower === right[0]!.lower
}

/** Nothing in it waits for a clause to come: "she knew that when he came", "so tired", "the thing was". */
function isClosed(words: readonly Token[], isLong: boolean): boolean {
  if (words.length < (isLong ? 3 : 4)) return false
  if (words.some((_, at) => at > 0 && isWaiting(words, at))) return false
  return (
    !isAuxiliary(words[words.length - 1]!.lower) &&
    !/^(?:that|who|which|and|but|or)$/.test(words[words.length - 1]!.lower)
  )
}

/** Here begins a part whose main clause may come only after the comma: "and when he", "that in such cases". */
function isWaiting(words: readonly Token[], at: number): boolean {
  const { lower } = words[at]!
  const before = words[at - 1]!.lower
  if (WAITING.has(lower)) return before !== 'at'
  if (LATER.has(lower) && JOINING.has(before)) return true
  return JOINING.has(before) && before !== 'but' && PREPOSITIONS.has(lower)
}

/** "The moment he came, she left"; "that is to say". */
function isTime(words: readonly Token[]): boolean {
  const first = words[0]?.lower ?? ''
  if (first === 'that' && words[2]?.lower === 'to') return true
  return (OWNERS.has(first) || first === 'by') && words.slice(1, 4).some(({ lower }) => TIMES.has(lower))
}

/** Words, with the comma, from which on a third part makes no figure of speech. */
const LONG = 6

const SUBJECTS = new Set(
  'i he she it they we there this everything everyone everybody nothing nobody something someone somebody'.split(' '),
)

/** Subject and helping verb in one word. */
const CONTRACTED =
  /^(?:i'm|(?:he|she|it|that|there)'s|(?:we|they)'re|(?:i|he|she|it|we|they)'(?:d|ll)|(?:i|we|they)'ve)$/

const POINTING = new Set('this that these those'.split(' '))

const TITLES = new Set('mr mrs ms miss dr professor captain lord lady sir'.split(' '))

const BEGINNINGS = new Set('and but so yet'.split(' '))

const OWNERS = new Set('a an the this these those my your his her its our their next first last'.split(' '))

const OPENERS = new Set(
  'maybe perhaps still besides now then suddenly instead apparently obviously clearly strangely'.split(' '),
)

const SUBORDINATORS = new Set(
  'when while if as once after before until till unless although though since whenever wherever whether because whereas lest where even no like had were should how what who whose which whatever whoever'.split(
    ' ',
  ),
)

/** Amid a part: its main clause may come after the comma. */
const WAITING = new Set('when while if as once although though unless whenever so such'.split(' '))

/** The same only after a joining word: "and after he came". */
const LATER = new Set('after before since until where because what'.split(' '))

const JOINING = new Set('that and but because'.split(' '))

const TIMES = new Set('moment instant second minute time day way more less sooner hardly'.split(' '))

/** Verbs whose own object or clause may follow, and what it begins with. */
const SENSES = new Set(
  'felt knew seemed noticed realised realized remembered feared wondered believed saw heard'.split(' '),
)
const TAKEN = new Set(
  'the a an i he she they we there this his her its their my our no nothing as very so quite like too'.split(' '),
)

/** Besides these, between commas only. */
const THINKING = new Set('reflected argued consoled assured persuaded complained considered declared'.split(' '))

const ASIDE = new Set(
  'thought said knew felt supposed guessed realized realised wondered mused decided hoped believed seemed appeared figured told reminded noted added asked saw imagined admitted reckoned feared noticed insisted suspected remembered assumed replied answered concluded observed'.split(
    ' ',
  ),
)
