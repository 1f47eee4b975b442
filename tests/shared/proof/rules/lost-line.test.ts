import { describe, expect, test } from 'vitest'
import { lostLine } from '../../../../shared/proof/rules/lost-line.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

const PLAIN = 'One came.\n\nTwo came.\n\nThree came.\n\n'

describe('lost-line', () => {
  test('between two speeches a wider gap is asked about, without an answer', () => {
    const found = findWith(lostLine, `${PLAIN}"Are you well?"\n\n\n"And your brother?"`)
    expect(found.map(({ line, offset, length, replacements }) => [line, offset, length, replacements])).toEqual([
      [4, 0, 4, []],
    ])
  })

  test('where scenes have a mark, any wider gap is', () => {
    const scenes = 'One.\n\n* * *\n\nTwo.\n\n* * *\n\nThree.\n\n* * *\n\n'
    expect(fixWith(lostLine, `${scenes}Four came.\n\n\nFive went.`)).toBe(`${scenes}Four came.\n\n\n⟦Five⟧ went.`)
  })

  test('where most wide gaps stand between speeches, the others are doubtful too', () => {
    const talk = '"One."\n\n\n"Two."\n\n"Three."\n\n\n"Four."\n\nFive came.\n\nSix came.\n\n'
    expect(findWith(lostLine, `${talk}Seven came.\n\n\nEight went.`)).toHaveLength(3)
  })

  test('the only wide gap of a story, before somebody who is known already', () => {
    expect(fixWith(lostLine, `${PLAIN}Anna came.\n\n\nShe waited.`)).toBe(`${PLAIN}Anna came.\n\n\n⟦She⟧ waited.`)
    expect(findWith(lostLine, `${PLAIN}Anna came.\n\n\nIn May Anna waited.`)).toEqual([])
  })

  test.each([
    ['gaps that only part scenes', `${PLAIN}Four came.\n\n\nFive went.\n\nSix went.\n\n\nSeven slept.`],
    ['the usual gap, however wide', 'One.\n\n\n"Two."\n\n\n"Three."\n\n\n"Four."'],
    ['gaps around a mark', `${PLAIN}"Four."\n\n\n***\n\n\n"Five."`],
    ['verse', 'One.\n"Two."\n"Three."\n\nFour.\n"Five."'],
    ['speech, then narration', `${PLAIN}"Four."\n\n\nFive went.\n\nSix went.\n\n\n"Seven."`],
  ])('silent: %s', (_, story) => {
    expect(findWith(lostLine, story)).toEqual([])
  })

  test('the style sheet may say that a gap is how scenes are parted', () => {
    expect(findWith(lostLine, `${PLAIN}"Four."\n\n\n"Five."`, { sheet: { sceneBreak: '' } })).toEqual([])
  })
})
