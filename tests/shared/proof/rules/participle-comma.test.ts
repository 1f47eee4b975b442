import { describe, expect, test } from 'vitest'
import { participleComma } from '../../../../shared/proof/rules/participle-comma.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('participle-comma', () => {
  test.each([
    ['"Not yet," said Matthew shaking his head.', '"Not yet," said Matthew, shaking his head.'],
    ['She cried out banging him back into the wall.', 'She cried out, banging him back into the wall.'],
    [
      'She blinked and pulled her fingers away rubbing her thumb.',
      'She blinked and pulled her fingers away, rubbing her thumb.',
    ],
    ['He sobbed out clutching onto her like a lifeline.', 'He sobbed out, clutching onto her like a lifeline.'],
    [
      'A voice called from behind the girl causing her to turn.',
      'A voice called from behind the girl, causing her to turn.',
    ],
    ['He dropped the cup again making her jump.', 'He dropped the cup again, making her jump.'],
    ['She screamed shaking the tears from her face.', 'She screamed, shaking the tears from her face.'],
    ['She smiled softly touching his cheek.', 'She smiled softly, touching his cheek.'],
    ['"I need a new leg," she said rubbing her knee.', '"I need a new leg," she said, rubbing her knee.'],
    ['"All of them," she said not looking up.', '"All of them," she said, not looking up.'],
    ['"Go," the old man said pointing at the door.', '"Go," the old man said, pointing at the door.'],
    ['"Okay," I say pulling on my boots.', '"Okay," I say, pulling on my boots.'],
    ['"Never," I told him grabbing my bag.', '"Never," I told him, grabbing my bag.'],
    ['He sighed not knowing what to say.', 'He sighed, not knowing what to say.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(participleComma, wrong)).toBe(right)
  })

  test.each([
    '"I know," she said during dinner.',
    '"No," she said nothing would help.',
    'He stood there not looking up.',
    'He was a man not knowing his own mind.',
    'She left him for not wanting children.',
    'The street jumps, and I’m on my back looking up at the rain.',
    'He walked away whistling a tune, and sat there staring at her.',
    'She saw him quickly making her bed.',
    'He kept on hitting him. She heard them again calling her name.',
    'She cried out, banging him into the wall.',
    'He was slowly making his way home.',
    'The man standing there smiled. He looked out over the railing.',
    '"She cried out banging him," he said.',
    'He talked about making her happy. She left without causing a scene.',
    'It was the smoke causing her to cough.',
    'She worked hard all morning and went out looking for him.',
    'He had been up making her breakfast.',
    'She spent the night there holding his hand.',
    'Slowly turning her head, she smiled.',
    'There was a noise outside again making her jump.',
    'And she answered smiling, “A very nice young man.”',
    'She admitted knowing nothing about it. He continued drawing the curtain.',
    'He returned carrying the jug with both hands.',
  ])('silent: %s', (right) => {
    expect(findWith(participleComma, right)).toEqual([])
  })
})
