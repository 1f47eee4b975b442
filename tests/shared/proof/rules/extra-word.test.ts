import { describe, expect, test } from 'vitest'
import { extraWord } from '../../../../shared/proof/rules/extra-word.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('extra-word', () => {
  test.each([
    ['She looked at them since a long time.', 'She looked at them for a long time.'],
    ['I live here since three years.', 'I live here for three years.'],
    ['We told to nobody. She asked to him.', 'We told nobody. She asked him.'],
    ['He must to go, but she can to stay.', 'He must go, but she can stay.'],
    ['It was in the a house near the his barn.', 'It was in the house near his barn.'],
    ['She is afraid from the dark and cried in her pillow.', 'She is afraid of the dark and cried into her pillow.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(extraWord, wrong)).toBe(right)
  })

  test.each([
    'It is a long time since two boys fell in. It has been years since two o’clock meant anything. Ever since many years ago.',
    'He told, to nobody in particular, a tale. The tale I told to nobody was this.',
    'I will do what I can to go. As best you can to be safe.',
    'Grade A the best. It was an A, the first one.',
    'They entered into an agreement. She was interested for once. He walked in the park. She went in.',
    'Since three he had waited. Of all the his and hers on sale.',
  ])('silent: %s', (right) => {
    expect(findWith(extraWord, right)).toEqual([])
  })
})
