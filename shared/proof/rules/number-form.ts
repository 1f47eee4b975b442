/** Small numbers in figures, where the style sheet wants them spelled out in narration. */
import type { LineRule } from '../rule.ts'
import type { Token } from '../tokens.ts'

export const numberForm: LineRule = {
  name: 'number-form',
  level: 'default',
  kind: 'consistency',
  title: 'Number in figures',
  explain:
    'The style sheet says that whole numbers below a limit are spelled out in narration. Years, times of day, money, measures in symbols, and numbers in names (Team 7) stay in figures.',
  example: { wrong: 'He waited 5 days.', right: 'He waited five days.' },
  source: 'Chicago Manual of Style 17th ed. 9.2, 13.44 (in dialogue).',
  *check(line, { settings }) {
    const limit = settings.sheet?.spellNumbersBelow
    if (limit === undefined || line.heading) return
    const { tokens } = line
    for (const [at, token] of tokens.entries()) {
      const digits = /^(\d{1,3})((?:-[a-z]+)*)$/.exec(token.lower)
      if (token.kind !== 'number' || digits === null || line.isSpeech(token.start)) continue
      const value = Number(digits[1])
      if (value >= limit || digits[1] !== String(value) || isFigure(tokens, at)) continue
      const words = spelled(value)
      const isFirst = line.sentences.some(({ start }) => start === token.start)
      const right = (isFirst ? words.slice(0, 1).toUpperCase() + words.slice(1) : words) + digits[2]
      yield {
        offset: token.start,
        length: token.end - token.start,
        message: `The style sheet spells out numbers below ${limit}.`,
        replacements: [right],
        sure: true,
      }
    }
  },
}

/** Whole numbers from 0 to 999, in English: forty-two, three hundred seven. */
export function spelled(value: number): string {
  if (value < 20) return SMALL[value]!
  if (value < 100) {
    const rest = value % 10
    return TENS[Math.floor(value / 10)]! + (rest === 0 ? '' : `-${SMALL[rest]}`)
  }
  const rest = value % 100
  return `${SMALL[Math.floor(value / 100)]} hundred${rest === 0 ? '' : ` ${spelled(rest)}`}`
}

/** Part of a name, a time, a sum, a measure, a list, a range or a date. */
function isFigure(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  const next = tokens[at + 1]
  const number = tokens[at]!
  if (before && (before.end === number.start || (before.kind === 'word' && NAMES_BEFORE.has(before.lower)))) return true
  if (before?.kind === 'word' && before.shape === 'Capital' && at > 1 && before.end + 1 === number.start) return true
  if (next === undefined) return before === undefined
  if (next.start === number.end && !/^[.,;:!?…)—–]|^--|^\.\.\.$/.test(next.text) && next.kind !== 'close') return true
  if (before === undefined && /^[.):]$/.test(next.text)) return true
  const isHalfDay = /^[ap]$/.test(next.lower) && tokens[at + 2]?.text === '.' && tokens[at + 2]!.start === next.end
  return next.kind === 'number' || isHalfDay || AFTER.has(next.lower)
}

const NAMES_BEFORE = new Set(
  'chapter page room number no team channel route section grade level floor apartment act scene part day volume book line platform gate version'.split(
    ' ',
  ),
)

const AFTER = new Set(
  "am pm a.m p.m o'clock percent km cm mm kg mph lbs lb ft mg ml january february march april may june july august september october november december".split(
    ' ',
  ),
)

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )

const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
