import { describe, expect, test } from 'vitest'
import { sheetSpelling } from '../../../../shared/proof/rules/sheet-spelling.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

const settings = {
  sheet: {
    spellings: {
      gray: ['grey'],
      Uzumaki: ['Uzumakie'],
      'all right': ['alright'],
      okay: ['ok', 'o k'],
      'The Sound': ['the Sound'],
    },
    names: [{ name: 'Bob', aliases: ['alright'], kind: 'person' as const }],
  },
}

describe('sheet-spelling', () => {
  test.each([
    ['Grey hair, grey eyes. GREY!', 'Gray hair, gray eyes. GRAY!'],
    ['Naruto Uzumakie left.', 'Naruto Uzumaki left.'],
    ['"Ok," he said. "O k."', '"Okay," he said. "Okay."'],
    ['the leader of the Sound', 'the leader of The Sound'],
  ])('%s', (wrong, right) => {
    expect(fixWith(sheetSpelling, wrong, settings)).toBe(right)
  })

  test.each(['Gray, greyer, greyhound; the sound; alright', 'uzumakie'])('silent: %s', (right) => {
    expect(findWith(sheetSpelling, right, settings)).toEqual([])
  })

  test('without a sheet it says nothing', () => {
    expect(findWith(sheetSpelling, 'grey')).toEqual([])
  })
})
