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

  test.each([
    ['It is late. I open the door and stepped into the dark.', 'It is late. I open the door and step into the dark.'],
    ['She is tired. She puts it on the table and sat down.', 'She is tired. She puts it on the table and sits down.'],
    ['It is dark. Tavo nods, and then turned to the wall.', 'It is dark. Tavo nods, and then turns to the wall.'],
    ['They are late. He stops the car and ran to the gate.', 'They are late. He stops the car and runs to the gate.'],
  ])('in a story of the present: %s', (wrong, right) => {
    expect(fixWith(tenseSlip, wrong)).toBe(right)
  })

  test.each([
    'It is late. He looks tired and bored with it.',
    'It is late. She has opened it and stepped into the dark.',
    'It is late. She opens it and, surprised, steps back. It is dark.',
    'It is late. He knows that I opened it and stepped into the dark.',
    'It is late. “I open it and stepped in,” she says. It is dark.',
    'It is late. She holds a shirt washed and pressed by her mother. It is dark.',
  ])('right in a story of the present: %s', (text) => {
    expect(findWith(tenseSlip, text)).toEqual([])
  })
})
