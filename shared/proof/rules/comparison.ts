/** How one compares: taller, not more tall; as much to me as, not than. */
import { dressed, findFrames, frames, frameTable } from '../frames.ts'
import type { LineRule } from '../rule.ts'

export const comparison: LineRule = {
  name: 'comparison',
  level: 'default',
  kind: 'grammar',
  title: 'Comparing',
  explain:
    'Short words are compared by their endings (tall, taller, the tallest), long ones by “more” and “most”. “As” is followed by “as”, “taller” by “than”.',
  example: { wrong: 'He was more tall than his father.', right: 'He was taller than his father.' },
  source: 'Chicago Manual of Style 17th ed. 5.85–5.88 (comparatives and superlatives).',
  *check(line, { facts }) {
    for (const { frame, first, last } of findFrames(TABLE, line, facts)) {
      const offset = line.tokens[first]!.start
      const length = line.tokens[last]!.end - offset
      const right = dressed(frame.right, line.text.slice(offset, offset + length), facts.forms.apostrophe)
      yield { offset, length, message: frame.why, replacements: [right] }
    }
  },
}

/** Only words that nobody sets “more” before for the sound of it, as in “more dead than alive”. Doubled letters and y as they are written. */
const SHORT =
  'tall taller tallest|big bigger biggest|small smaller smallest|old older oldest|young younger youngest|cheap cheaper cheapest|fast faster fastest|slow slower slowest|strong stronger strongest|weak weaker weakest|thick thicker thickest|thin thinner thinnest|loud louder loudest|long longer longest|large larger largest|easy easier easiest|heavy heavier heaviest|rich richer richest|poor poorer poorest|smart smarter smartest|early earlier earliest|nice nicer nicest|great greater greatest'
    .split('|')
    .map((row) => row.split(' ') as [string, string, string])

const TABLE = frameTable([
  ...frames(
    'A word as short as this is compared by its ending.',
    SHORT.map(
      ([plain, more, most]) => `
      !the|no|not|any [more ${plain}] than => ${more}
      is|was|are|were|be|been|much|even|ran|runs|run|grew|became|seemed|looked|felt [more ${plain}] than|. => ${more}
      the|@poss [most ${plain}] of|man|woman|boy|girl|thing|one|day|house|person|in|tree|city|place|building => ${most}
      the|@poss [most ${most}] => ${most}`,
    ).join('\n'),
  ),
  ...frames(
    'The ending says it already.',
    'strange ugly pretty happy angry funny brave wise dark bright cold hot kind sweet cute mean hard deep quick cruel'
      .split(' ')
      .map((plain) => [plain, superlative(plain)] as const)
      .map(([, most]) => `the|@poss [most ${most}] => ${most}`)
      .join('\n'),
  ),
  ...frames(
    '“As” is followed by another “as”.',
    `
    as good|much|many|bad|far|old|tall|strong|fast|hard|easy|important|beautiful|well [than] => as
    as much|many|good|bad|important|dear to|for me|him|her|us|them|you [than] => as
    `,
  ),
])

function superlative(plain: string): string {
  if (plain.endsWith('y')) return `${plain.slice(0, -1)}iest`
  if (plain.endsWith('e')) return `${plain}st`
  return plain === 'hot' ? 'hottest' : `${plain}est`
}
