/** Words that always have a capital: I, days, months, languages and nations. */
import { isUpper } from '../letters.ts'
import type { LineRule } from '../rule.ts'
import { isMark } from '../tokens.ts'

export const properCapital: LineRule = {
  name: 'proper-capital',
  level: 'default',
  kind: 'spelling',
  title: 'Missing capital',
  explain:
    'I, the days, the months, languages, nations and holidays have a capital wherever they stand; so has Mum, where it is what somebody is called.',
  example: { wrong: 'On monday i learned english.', right: 'On Monday I learned English.' },
  source: 'Chicago Manual of Style 17th ed. 5.46 (I), 8.38 (nationalities), 8.88 (days, months), 8.89 (holidays).',
  *check({ tokens }) {
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at]!
      if (token.kind !== 'word' || isUpper(token.text[0]!)) continue
      const { start, end, text, lower } = token
      const isI = I_FORMS.has(lower)
      const isProper = PROPER.has(lower.endsWith("'s") ? lower.slice(0, -2) : lower)
      // "said gran": without "his" or "the" it is what she is called by.
      const isFamily = FAMILY.has(lower) && TELLING.has(tokens[at - 1]?.lower ?? '')
      if (!isI && (token.shape !== 'lower' || (!isProper && !isFamily))) continue
      const next = tokens[at + 1]
      // "(i)", "i.e.", "i = 3".
      if (isI && (isMark(next, '.') || isMark(next, ')')) && next!.start === end) continue
      if (isI && at > 0 && isMark(tokens[at - 1], '(')) continue
      if (lower === 'french' && next !== undefined && NO_NATION.has(next.lower)) continue
      if (lower === 'august' && !isDate(tokens[at - 1]?.lower, next?.kind === 'number')) continue
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

const TELLING = new Set(
  'said asked replied whispered muttered shouted called yelled answered added snapped sighed told cried laughed says asks'.split(
    ' ',
  ),
)

function isDate(before: string | undefined, isNumbered: boolean): boolean {
  return isNumbered || before === 'in' || before === 'last' || before === 'since' || before === 'until'
}

const I_FORMS = new Set(['i', "i'm", "i'll", "i've", "i'd", "i'd've"])

const PROPER = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays ' +
    'january february june july august september october november december ' +
    'english french german spanish italian russian japanese korean american british european african mexican canadian australian irish scottish ' +
    'america england london europe tokyo japan france germany italy russia africa australia canada mexico ireland scotland ' +
    'christmas halloween thanksgiving'
  ).split(' '),
)

/** French fries and windows are no longer from France (Chicago 8.60). */
const NO_NATION = new Set(
  'fries fry toast door doors window windows kiss kissed kissing braid braids press vanilla twist horn bread'.split(
    ' ',
  ),
)
