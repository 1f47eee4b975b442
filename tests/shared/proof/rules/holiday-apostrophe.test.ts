import { describe, expect, test } from 'vitest'
import { holidayApostrophe } from '../../../../shared/proof/rules/holiday-apostrophe.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('holiday-apostrophe', () => {
  test.each([
    ['Happy Valentines Day, Sasuke-kun!', "Happy Valentine's Day, Sasuke-kun!"],
    ['a decorative box of Valentines chocolates', "a decorative box of Valentine's chocolates"],
    ['on New Years Eve', "on New Year's Eve"],
    ['on Mothers Day and April Fools Day', "on Mother's Day and April Fools' Day"],
    ['at a moments notice', "at a moment's notice"],
    ['"For gods sake," he said.', '"For god\'s sake," he said.'],
    ['He didn’t. She won’t. I can’t. For Gods sake', 'He didn’t. She won’t. I can’t. For God’s sake'],
    ['a good days work, an honest days work', "a good days work, an honest day's work"],
    ['an hours sleep and a years supply', "an hour's sleep and a year's supply"],
    ['The suns rays fell on the worlds oldest man.', "The sun's rays fell on the world's oldest man."],
    ['He jumped on to the cars roof.', "He jumped on to the car's roof."],
    [
      'the lions share, from a birds eye view, in the drivers seat',
      "the lion's share, from a bird's eye view, in the driver's seat",
    ],
    ['in the boys locker room, in the ladies bathroom', "in the boys' locker room, in the ladies' bathroom"],
  ])('%s', (wrong, right) => {
    expect(fixWith(holidayApostrophe, wrong)).toBe(right)
  })

  test.each([
    "Valentine's Day, New Year's Eve, Veterans Day",
    'She got many valentines.',
    'Ten new years passed. For two days work went on. Two weeks later.',
    'The gods sake themselves. He lost arms and length.',
    'The worlds beyond. The suns set. The cars passed. For hours sleep would not come.',
    'The mothers and fathers danced. The moments passed.',
  ])('silent: %s', (right) => {
    expect(findWith(holidayApostrophe, right)).toEqual([])
  })
})
