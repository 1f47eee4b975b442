/** Words that always have a capital: I, days, months, languages and nations; and Mum or Dad where that is what she or he is called. */
import { isFiniteVerb } from '../finite-verbs.ts'
import { isFunctionWord, PREPOSITIONS } from '../function-words.ts'
import { isUpper } from '../letters.ts'
import type { ProseLine } from '../prose-line.ts'
import type { LineRule } from '../rule.ts'
import { isStop } from '../sentences.ts'
import { isMark, type Token } from '../tokens.ts'

export const properCapital: LineRule = {
  name: 'proper-capital',
  level: 'default',
  kind: 'spelling',
  title: 'Missing capital',
  explain:
    'I, the days, the months, languages, nations and holidays have a capital wherever they stand; so has Mum, where it is what somebody is called.',
  example: { wrong: 'On monday i learned english.', right: 'On Monday I learned English.' },
  source:
    'Chicago Manual of Style 17th ed. 5.46 (I), 8.36 (kinship names), 8.38 (nationalities), 8.88 (days, months), 8.89 (holidays).',
  *check(line) {
    const { tokens } = line
    let kin = -1
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at]!
      if (token.kind !== 'word' || isUpper(token.text[0]!)) continue
      const { start, end, text, lower } = token
      const isI = I_FORMS.has(lower)
      const base = lower.endsWith("'s") ? lower.slice(0, -2) : lower
      const isProper = PROPER.has(base)
      const isFamily = FAMILY.has(base) && (isCalled(line, at) || (kin === at - 2 && tokens[at - 1]?.lower === 'and'))
      if (isFamily) kin = at
      if (!isI && (token.shape !== 'lower' || (!isProper && !isFamily))) continue
      const next = tokens[at + 1]
      // "(i)", "i.e.", "i = 3".
      if (isI && (isMark(next, '.') || isMark(next, ')')) && next!.start === end) continue
      if (isI && at > 0 && isMark(tokens[at - 1], '(')) continue
      if (lower === 'french' && next !== undefined && NO_NATION.has(next.lower)) continue
      if (lower === 'august' && !isDate(tokens[at - 1]?.lower, next?.kind === 'number')) continue
      if ((lower === 'march' || lower === 'may') && !isMonth(tokens, at)) continue
      yield {
        offset: start,
        length: end - start,
        message: `“${text[0]!.toUpperCase()}${text.slice(1)}” has a capital.`,
        replacements: [text[0]!.toUpperCase() + text.slice(1)],
        sure: true,
      }
    }
  },
}

const FAMILY = new Set(
  'mum mom dad gran granny grandma grandpa grandad granddad nan nana mummy daddy mommy mama papa'.split(' '),
)

/** Novels of a hundred years ago have these in small letters throughout. */
const OLD_STYLE = new Set('papa mama'.split(' '))

const TELLING = new Set(
  'said asked replied whispered muttered shouted called yelled answered added snapped sighed told cried laughed says asks'.split(
    ' ',
  ),
)

/** "said gran", "with mum", "when dad came": without "his" or "the" it is what she or he is called by. */
function isCalled(line: ProseLine, at: number): boolean {
  const { tokens } = line
  const before = tokens[at - 1]
  const next = tokens[at + 1]
  const told = before?.kind === 'word' ? before.lower : ''
  if (TELLING.has(told)) return true
  const { lower } = tokens[at]!
  if (OLD_STYLE.has(lower) || OLD_STYLE.has(lower.slice(0, -2))) return false
  const isOver = lower.endsWith("'s") || next === undefined || next.kind !== 'word' || isFunctionWord(next.lower)
  if (ASKING.has(told) || (PREPOSITIONS.has(told) && !COMPARING.has(told))) return isOver
  const doing = next?.kind === 'word' && (isFiniteVerb(next.lower) || DOES.has(next.lower))
  if (OPENING.has(told) || before === undefined || isStop(before) || before.kind === 'open')
    return (
      doing || (next?.lower === 'and' && FAMILY.has(tokens[at + 2]?.lower ?? '') && tokens[at + 3]?.kind === 'word')
    )
  // "Hi, mum," she said.
  return (
    isMark(before, ',') &&
    next?.kind === 'mark' &&
    GREETING.has(tokens[at - 2]?.lower ?? '') &&
    line.isSpeech(before.start)
  )
}

/** Of "march" and "may": a day or a year stands beside it, or a part of the month before it. */
function isMonth(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? ''
  if (
    tokens[at + 1]?.kind === 'number' &&
    (before === 'in' || before === 'on' || before === 'since' || before === 'until')
  )
    return true
  return before === 'of' && PARTS.has(tokens[at - 2]?.lower ?? '') && tokens[at + 1]?.kind !== 'word'
}

function isDate(before: string | undefined, isNumbered: boolean): boolean {
  return isNumbered || before === 'in' || before === 'last' || before === 'since' || before === 'until'
}

const ASKING = new Set(
  'ask tell call miss missed love loved help helped hug hugged kissed phone phoned text texted remind reminded'.split(
    ' ',
  ),
)

/** Of these prepositions a word of kind stands after without an article, too: like mother, as dad. */
const COMPARING = new Set('like as than of per up out off in on'.split(' '))

const OPENING = new Set('when because if that but while until before after since where then so though'.split(' '))

const DOES = new Set(
  'says knows thinks wants gets comes looks keeps makes loves hates goes always never just still'.split(' '),
)

const GREETING = new Set(
  'hi hello hey bye goodbye thanks please yes no okay ok yeah sorry morning night you me it'.split(' '),
)

const PARTS = new Set('end beginning middle month start rest'.split(' '))

const I_FORMS = new Set(['i', "i'm", "i'll", "i've", "i'd", "i'd've"])

const PROPER = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays ' +
    'january february march april may june july august september october november december ' +
    'english french german spanish italian russian japanese korean american british european african mexican canadian australian irish scottish ' +
    'chinese greek indian latin jewish christian muslim arabic portuguese norwegian swedish egyptian persian turkish brazilian vietnamese asian texan ' +
    'america england london europe tokyo japan france germany italy russia africa australia canada mexico ireland scotland ' +
    'christmas halloween thanksgiving easter hanukkah ramadan'
  ).split(' '),
)

/** French fries and windows are no longer from France (Chicago 8.60). */
const NO_NATION = new Set(
  'fries fry toast door doors window windows kiss kissed kissing braid braids press vanilla twist horn bread'.split(
    ' ',
  ),
)
