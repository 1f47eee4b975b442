import { describe, expect, test } from 'vitest'
import { povSlip } from '../../../../shared/proof/rules/pov-slip.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

const scene = 'Then Sakura wondered where he was. Soon Sakura knew. At last Sakura felt better. '

describe('pov-slip', () => {
  test("somebody else's thoughts in a scene of one person", () => {
    expect(fixWith(povSlip, `${scene}Then Sasuke knew it too.`)).toBe(`${scene}Then Sasuke ⟦knew⟧ it too.`)
  })

  test('a scene of its own, or one where all minds are open, is left alone', () => {
    expect(findWith(povSlip, `${scene}\n\n***\n\nThen Sasuke knew it too.`)).toEqual([])
    expect(findWith(povSlip, 'Then Sakura knew. Then Sasuke knew. Then Sakura felt it. Then Sasuke felt it.')).toEqual(
      [],
    )
  })
})
