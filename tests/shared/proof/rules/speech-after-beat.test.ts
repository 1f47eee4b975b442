import { describe, expect, test } from 'vitest'
import { speechAfterBeat } from '../../../../shared/proof/rules/speech-after-beat.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

const CAST = '\n\nThere was Mara, and there was Kell.'

describe('speech-after-beat', () => {
  test.each([
    ['She smiled, "Go."', 'She smiled. "Go."'],
    ['He said "Go home now."', 'He said, "Go home now."'],
    ['He looked at her and said "Go home now."', 'He looked at her and said, "Go home now."'],
    ['"I came," he said "But I was wrong."', '"I came," he said. "But I was wrong."'],
    ['"I came," he said "and I stayed here."', '"I came," he said, "and I stayed here."'],
    ['Kell looked up from his book, "Go."', 'Kell looked up from his book. "Go."'],
    ['The rain fell. The old man shrugged, “Go.”', 'The rain fell. The old man shrugged. “Go.”'],
    [
      '"Your eyes..." He coughed harshly, "Your eyes are red."',
      '"Your eyes..." He coughed harshly. "Your eyes are red."',
    ],
    ['He said. "Go."', 'He said, "Go."'],
    ['Mara asked him. "Where?"', 'Mara asked him, "Where?"'],
    ['It rained. She said softly. "Go."', 'It rained. She said softly, "Go."'],
    ['She said to Kell. "Go."', 'She said to Kell, "Go."'],
    ['"It is late," she said, "You should go."', '"It is late," she said. "You should go."'],
    ['"Is it?" he asked, "We should go."', '"Is it?" he asked. "We should go."'],
  ])('%s', (wrong, right) => {
    expect(fixWith(speechAfterBeat, wrong + CAST)).toBe(right + CAST)
  })

  test.each([
    'She smiled. "Go."',
    'He said "No" to her.',
    'The sign said "Keep out of here."',
    'He said, "Go."',
    'She looked up and said, "Go."',
    'She turned to him, saying, "Go."',
    'He looked up, his voice low, "Go."',
    'He raised a sign, "Go away."',
    '"I think," she looked up, "That is wrong."',
    '"I think," she smiled, "you know."',
    '"Go." he said. "Come."',
    '"Go," he said. "Come."',
    'She nodded at the boy they called, "the king".',
    'He laughed, "Go."',
    'He shouted. "Go."',
    'She told him all he had said. "Go."',
    'He was done with what they said. "Go."',
    'When he stood, "Go," she said.',
    'With a nod, "Go," she said.',
    'She walked to the words on the wall, "Go home."',
    '"It is late," she said, "and you should go."',
    '"It is late," she said, "I think."',
    '"It is late," she said, "Mara."',
    'He gave a loud, "Ha!"',
    'She nodded with a cheerful, "Morning!"',
    'She said, "You should go."',
    '"Well," he said, laughed, and left. "You should go."',
    'He shook her hand and burbled, "Go."',
    '"Well," she said, adding aloud, "It is late."',
  ])('silent: %s', (right) => {
    expect(findWith(speechAfterBeat, right + CAST)).toEqual([])
  })
})
