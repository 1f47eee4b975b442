/** Quotation marks drawn otherwise than the story draws them. */
import type { LineRule } from '../rule.ts'

export const quoteForm: LineRule = {
  name: 'quote-form',
  level: 'default',
  kind: 'consistency',
  title: 'Straight or curly quotation marks',
  explain:
    'The story draws its quotation marks straight or curly nearly everywhere, or its style sheet says which, and here it does not.',
  example: { wrong: '"Go." (in a story that writes “Go.”)', right: '“Go.”' },
  source: 'Chicago Manual of Style 17th ed. 6.115 (curly in print); either will do on a page that keeps to it.',
  *check(line, { facts }) {
    const wanted = facts.forms.quoteForm
    if (wanted === null) return
    for (const { offset, role, double } of line.quoteMarks) {
      const mark = line.text[offset]!
      if (!'"\'“”‘’'.includes(mark)) continue
      const right = wanted === 'straight' ? (double ? '"' : "'") : curly(role, double)
      if (mark === right) continue
      yield {
        offset,
        length: 1,
        message:
          wanted === 'straight' ? 'The story draws its quotation marks straight.' : `Here the story writes “${right}”.`,
        replacements: [right],
        sure: true,
      }
    }
  },
}

function curly(role: 'open' | 'close', double: boolean): string {
  if (role === 'open') return double ? '“' : '‘'
  return double ? '”' : '’'
}
