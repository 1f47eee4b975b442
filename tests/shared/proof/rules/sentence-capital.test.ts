import { describe, expect, test } from 'vitest'
import { sentenceCapital } from '../../../../shared/proof/rules/sentence-capital.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('sentence-capital', () => {
  test.each([
    ['She left. he stayed.  then she came back.', 'She left. He stayed.  Then she came back.'],
    ['It was late.\n\nthe door was shut, and nobody came.', 'It was late.\n\nThe door was shut, and nobody came.'],
    [
      'It was late.\n\n"go away," he said. She went. "why not?"',
      'It was late.\n\n"Go away," he said. She went. "Why not?"',
    ],
    ['She said, "go away."', 'She said, "Go away."'],
    ['Did he go? "why not?" she said.', 'Did he go? "Why not?" she said.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(sentenceCapital, wrong)).toBe(right)
  })

  test.each([
    '"I think," he said, "you should go."',
    'Mr. de Winter lived in St. james Rd. and paid 5 lbs. in cash, etc. and so on.',
    '"Oh! how nice? yes," she said. He waited . . . and waited. Then... nothing.',
    '"I was going to—"\n\n"go away?" he said.',
    '\x27Tis so. \x27em all. He cried "bravo" and the word "go" was heard.',
    'He put it in the\n\nmiddle of the road and left.',
    'It was the 3 p.m. train.',
  ])('silent: %s', (right) => {
    expect(findWith(sentenceCapital, right)).toEqual([])
  })
})
