import { describe, expect, test } from 'vitest'
import { blankLine } from '../../../../shared/proof/rules/blank-line.ts'
import { findWith } from '../../../kit/rule-under-test.ts'

const PLAIN = 'One came.\n\nTwo came.\n\nThree came.\n\n'

describe('blank-line', () => {
  test('two paragraphs that stand closer than all others', () => {
    const found = findWith(blankLine, `${PLAIN}"Are you well?"\n"I am."\n\nFive came.`)
    expect(found.map(({ line, offset, replacements }) => [line, offset, replacements])).toEqual([[4, 0, []]])
  })

  test.each([
    ['the habit of the story', 'One came.\nTwo came.\nThree came.\nFour came.'],
    ['verse', `${PLAIN}One came.\nTwo came.\nThree came.\n\nFour.`],
    ['an address', `${PLAIN}Dear Anna,\nI am well.\n\nFour came.`],
    ['a line that goes on', `${PLAIN}She went to\nthe door.\n\nFour came.`],
  ])('silent: %s', (_, story) => {
    expect(findWith(blankLine, story)).toEqual([])
  })
})
