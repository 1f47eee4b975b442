import { describe, expect, test } from 'vitest'
import { absoluteComma } from '../../../../shared/proof/rules/absolute-comma.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('absolute-comma', () => {
  test.each([
    [
      'He passed the brokers in their headsets all of them muttering.',
      'He passed the brokers in their headsets, all of them muttering.',
    ],
    ['She stood at the door her hands shaking.', 'She stood at the door, her hands shaking.'],
    ['He coughed again his body rocking against the wall.', 'He coughed again, his body rocking against the wall.'],
    ['He coughed harshly blood tainting his saliva.', 'He coughed harshly, blood tainting his saliva.'],
    [
      'She shook her head her jagged and short locks whipping both of their faces.',
      'She shook her head, her jagged and short locks whipping both of their faces.',
    ],
    ['She shrieked tears dripping from her eyes.', 'She shrieked, tears dripping from her eyes.'],
    ['He nodded furiously his tears flying off his face.', 'He nodded furiously, his tears flying off his face.'],
    ['She whispered softly her voice filled with sadness.', 'She whispered softly, her voice filled with sadness.'],
    ['He hit the wall his hands shaking.', 'He hit the wall, his hands shaking.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(absoluteComma, wrong)).toBe(right)
  })

  test.each([
    'He saw all of them running. She heard both of them laughing.',
    'He coughed again, his body rocking.',
    'She saw his hands shaking and felt blood running down.',
    'He gave the man her hand smiling.',
    'She gently shook her head nodding.',
    'She stood there with her hair flying.',
    'He slowly raised his head smiling.',
    'He watched again his hands trembling.',
    'She cried tears of joy. Tears dripping down, she left.',
    'She could not stop her tears flowing.',
    '"She shrieked tears dripping," he said.',
    'It made his heart beating in his chest sound loud.',
    'He bit his lip and her hand was bleeding.',
  ])('silent: %s', (right) => {
    expect(findWith(absoluteComma, right)).toEqual([])
  })
})
