import { describe, expect, test } from 'vitest'
import { tenseSlip } from '../../../../shared/proof/rules/tense-slip.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('tense-slip', () => {
  test.each([
    [
      'She found the cooler and ran. It was dark. She finds the door.',
      'She found the cooler and ran. It was dark. She found the door.',
    ],
    [
      'Tavo and Tavo came. They saw Tavo and waited. Tavo stand still and said nothing.',
      'Tavo and Tavo came. They saw Tavo and waited. Tavo stood still and said nothing.',
    ],
    [
      'She looked at them and cried. They were dead. She has seen them before.',
      'She looked at them and cried. They were dead. She had seen them before.',
    ],
    [
      'The house was poor. It has been poor for years, and she wept and ran.',
      'The house was poor. It had been poor for years, and she wept and ran.',
    ],
    [
      'She ran home and wept. It was dark when she find the door.',
      'She ran home and wept. It was dark when she found the door.',
    ],
  ])('%s', (wrong, right) => {
    expect(fixWith(tenseSlip, wrong)).toBe(right)
  })

  test.each([
    'Anna and Anna came. They saw Anna and wept. Anna’s look was kind, and so she stayed.',
    'She finds the door. She opens it. He looks at her.',
    'She ran. "It was dark. I went. She finds the door," he said. He looked at her.',
    'I found it and ran. It was dark. She has seen it since.',
    'She lived there and was happy. She is there still. She has a house. She has seen it.',
    'They wished it had been so and prayed. Heaven help them! God give them peace!',
    'They had come and gone and were tired. Let her find it. Did she find it?',
    'They made Mrs. Hale laugh. Mrs. Hale was pleased and sang. Mrs. Hale laughed.',
    'It was asked that he take it. Did he come and she go? They ran and hid and wept.',
  ])('silent: %s', (right) => {
    expect(findWith(tenseSlip, right)).toEqual([])
  })
})
