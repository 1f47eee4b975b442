import { describe, expect, test } from 'vitest'
import { missingApostrophe } from '../../../../shared/proof/rules/missing-apostrophe.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('missing-apostrophe', () => {
  test.each([
    [
      'Kessa ran. He saw Kessa and Kessa. It was Kessas turn.',
      "Kessa ran. He saw Kessa and Kessa. It was Kessa's turn.",
    ],
    ['My mothers verse and the sheriffs dogs.', "My mother's verse and the sheriff's dogs."],
    [
      'She had thirty years experience and two weeks notice.',
      "She had thirty years' experience and two weeks' notice.",
    ],
    [
      'Yesterdays paper lay on the table. It was in todays news.',
      "Yesterdays paper lay on the table. It was in today's news.",
    ],
  ])('%s', (wrong, right) => {
    expect(fixWith(missingApostrophe, wrong)).toBe(right)
  })

  test.each([
    'My brothers face the wall. The boys book a room. The girls dress their dolls.',
    'The mothers sang. My sisters and I. The kings of old.',
    'She had lived there thirty years alone. After two hours work it out.',
    'He met the Kessas and both Kessas. Anna and Annas.',
    'Two years rest on it.',
  ])('silent: %s', (right) => {
    expect(findWith(missingApostrophe, right)).toEqual([])
  })
})
