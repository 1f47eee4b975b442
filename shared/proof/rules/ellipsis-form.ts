/** Three dots drawn otherwise than the story draws them. */
import { ellipsisAt, FORMS } from '../forms.ts'
import type { LineRule } from '../rule.ts'

export const ellipsisForm: LineRule = {
  name: 'ellipsis-form',
  level: 'default',
  kind: 'consistency',
  title: 'Another form of ellipsis',
  explain:
    'The story writes its three dots in one way nearly everywhere, or its style sheet says which, and here they are written in another. ' +
    'Readers do not mind which form it is, only that it stays the same.',
  example: { wrong: 'Wait… (in a story that writes “...”)', right: 'Wait...' },
  source: 'Chicago Manual of Style 17th ed. 13.50-13.51; New Hart’s Rules 4.7; both leave the glyph to the house.',
  *check(line, { facts }) {
    const wanted = facts.forms.ellipsis
    if (wanted === null) return
    const { tokens } = line
    for (let at = 0; at < tokens.length; at += 1) {
      const form = ellipsisAt(tokens, at)
      if (form === null || form === wanted) continue
      const from = tokens[at]!
      const last = form === '. . .' ? tokens[at + 2]! : from
      // A fourth dot is a full stop of its own, and stays.
      const rest = form === '...' ? from.text.slice(3) : ''
      yield {
        offset: from.start,
        length: last.end - from.start,
        message: `The story writes its ellipses as “${wanted}”.`,
        replacements: [wanted + rest],
        sure: rest.length <= 1 && (FORMS.ellipsis as readonly string[]).includes(wanted),
      }
    }
  },
}
