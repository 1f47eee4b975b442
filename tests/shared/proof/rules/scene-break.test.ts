import { describe, expect, test } from 'vitest'
import { sceneBreak } from '../../../../shared/proof/rules/scene-break.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

const SCENES = 'One.\n\n* * *\n\nTwo.\n\n* * *\n\nThree.\n\n* * *\n\nFour.\n\n'

describe('scene-break', () => {
  test('the few are drawn as the many', () => {
    expect(fixWith(sceneBreak, `${SCENES}~~~\n\nFive.`)).toBe(`${SCENES}* * *\n\nFive.`)
    expect(fixWith(sceneBreak, `${SCENES}***\n\nFive.`)).toBe(`${SCENES}* * *\n\nFive.`)
  })

  test('of two forms without a habit the first one stands, or the more frequent one', () => {
    expect(fixWith(sceneBreak, 'One.\n\n***\n\nTwo.\n\n#\n\nThree.')).toBe('One.\n\n***\n\nTwo.\n\n***\n\nThree.')
    expect(fixWith(sceneBreak, 'One.\n\n***\n\nTwo.\n\n#\n\nThree.\n\n#\n\nFour.')).toContain('One.\n\n#')
  })

  test('the style sheet decides before the majority', () => {
    expect(fixWith(sceneBreak, 'One.\n\n***\n\nTwo.', { sheet: { sceneBreak: '#' } })).toBe('One.\n\n#\n\nTwo.')
  })

  test.each([
    SCENES,
    'One.\n\n***\n\nTwo.\n\n#\n\nThree.\n\n~\n\nFour.',
    `${SCENES}...\n\nFive.`,
    `${SCENES}He wrote * * * here.`,
  ])('silent: %s', (right) => {
    expect(findWith(sceneBreak, right)).toEqual([])
  })

  test('a wider gap cannot take the place of a mark', () => {
    expect(findWith(sceneBreak, 'One.\n\n***\n\nTwo.', { sheet: { sceneBreak: '' } })).toEqual([])
  })
})
