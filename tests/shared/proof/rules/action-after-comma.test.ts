import { describe, expect, test } from 'vitest'
import { actionAfterComma } from '../../../../shared/proof/rules/action-after-comma.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

const CAST = '\n\nThere was Mara, and there was Kell.'

describe('action-after-comma', () => {
  test.each([
    ['"Go," he shrugged off his coat.', '"Go." He shrugged off his coat.'],
    ['"Oops," she knocked herself on the head. "I forgot."', '"Oops." She knocked herself on the head. "I forgot."'],
    ['"Go," Kell turned away.', '"Go." Kell turned away.'],
    ['“Go,” the old man nodded.', '“Go.” The old man nodded.'],
    ['"Go," his eyes narrowed.', '"Go." His eyes narrowed.'],
    ['"Go," she smiled.', '"Go." She smiled.'],
    ['"Now," he offered her the pear.', '"Now." He offered her the pear.'],
    ['"Now," she started to laugh.', '"Now." She started to laugh.'],
    ['"Go," she picked up her cards.', '"Go." She picked up her cards.'],
    ['"Go," Mara climbed onto the trunk.', '"Go." Mara climbed onto the trunk.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(actionAfterComma, wrong + CAST)).toBe(right + CAST)
  })

  test.each([
    '"Go," he said, and shrugged.',
    '"Go." He shrugged.',
    '"I think," he paused, "that you know."',
    '"I think," she looked up, "you know."',
    '"Go," he snapped.',
    '"Go," he choked out.',
    '"Go," she sighed out.',
    '"Go," he said.',
    '"Go," came the answer.',
    '"Go," was all he said.',
    '"Go," his voice low and rough.',
    '"Go," shrugging, she left.',
    '"Go," her mother agreed.',
    'The words "Go away," painted in red',
    '"Now," she began to explain.',
    '"Now," he answered her.',
    '"Now," Mara put in.',
    '"Now," she answered a little uncertainly.',
  ])('silent: %s', (right) => {
    expect(findWith(actionAfterComma, right + CAST)).toEqual([])
  })

  const LAUGHED = '"No," she laughed.\n\n"Not yet," Mara smiled.\n\n"Maybe," he nodded.\n\n"Soon," he chuckled.\n\n'

  test('who laughs one speech after the other does so on purpose, but nobody shrugs one', () => {
    expect(findWith(actionAfterComma, LAUGHED + CAST)).toEqual([])
    expect(findWith(actionAfterComma, `${LAUGHED}"Go," she shrugged.${CAST}`)).toHaveLength(1)
  })

  test('a story that mostly has full stops there laughs no speech on purpose', () => {
    expect(findWith(actionAfterComma, `${LAUGHED}"No." She laughed.\n\n"Yes." He smiled.${CAST}`)).toHaveLength(4)
  })
})
