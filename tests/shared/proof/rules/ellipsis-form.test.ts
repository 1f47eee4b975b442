import { describe, expect, test } from 'vitest'
import { ellipsisForm } from '../../../../shared/proof/rules/ellipsis-form.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('ellipsis-form', () => {
  test('the few are drawn as the many', () => {
    expect(fixWith(ellipsisForm, 'One... two... three...\n\nFour… five')).toBe('One... two... three...\n\nFour... five')
    const drawn = 'Zero… one… two… three… four… five…'
    expect(fixWith(ellipsisForm, `${drawn}\n\nSix. . . seven... eight`)).toBe(`${drawn}\n\nSix… seven… eight`)
  })

  test('a story that has no habit is left alone', () => {
    expect(findWith(ellipsisForm, 'One... two…')).toEqual([])
    expect(findWith(ellipsisForm, 'One... two... three… four…')).toEqual([])
    expect(findWith(ellipsisForm, 'Etc. . and ..')).toEqual([])
  })

  test('the style sheet decides before the majority', () => {
    const settings = { sheet: { ellipsis: '…' } } as const
    expect(fixWith(ellipsisForm, 'One... two... three.... four', settings)).toBe('One… two… three…. four')
  })

  test('a fourth dot stays', () => {
    expect(fixWith(ellipsisForm, 'a… b… c… d… e… f....')).toBe('a… b… c… d… e… f….')
  })
})
