/** Apostrophes drawn otherwise than the story draws them. */
import type { LineRule } from '../rule.ts'

export const apostropheForm: LineRule = {
  name: 'apostrophe-form',
  level: 'default',
  kind: 'consistency',
  title: 'Straight or curly apostrophe',
  explain:
    'The story draws its apostrophes straight or curly nearly everywhere, or its style sheet says which, and here it does not.',
  example: { wrong: "don’t (in a story that writes don't)", right: "don't" },
  source: 'Chicago Manual of Style 17th ed. 6.117 (curly in print); either will do on a page that keeps to it.',
  *check(line, { facts }) {
    const wanted = facts.forms.apostrophe
    if (wanted !== 'straight' && line.text.includes('‘')) {
      // "a ‘68 Ford": figures left out, so the mark is an apostrophe, whatever the keyboard made of it.
      for (const { index } of line.text.matchAll(/(?<![\p{L}\p{N}])‘(?=\d\ds?(?![\p{L}\p{N}]))/gu)) {
        // Something later may close a quotation that opens here.
        if (/[’'](?![\p{L}\p{N}])/u.test(line.text.slice(index + 1))) continue
        yield {
          offset: index,
          length: 1,
          message: 'Figures are left out here, so the mark is an apostrophe.',
          replacements: ['’'],
          sure: true,
        }
      }
    }
    if (wanted === null) return
    const [wrong, right] = wanted === 'straight' ? [/[‘’]/g, "'"] : [/['‘]/g, '’']
    for (const { kind, start, text } of line.tokens) {
      if (kind !== 'word') continue
      for (const { index } of text.matchAll(wrong)) {
        yield {
          offset: start + index,
          length: 1,
          message: `The story draws its apostrophes ${wanted}.`,
          replacements: [right],
          sure: true,
        }
      }
    }
  },
}
