import { describe, expect, test } from 'vitest'
import { pastTime } from '../../../../shared/proof/rules/past-time.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('past-time', () => {
  test.each([
    ['He has died two years ago.', 'He died two years ago.'],
    ['“I have seen him last night.”', '“I saw him last night.”'],
    ['“I’ve met her yesterday.”', '“I met her yesterday.”'],
    ['She has already left a week ago.', 'She already left a week ago.'],
    ['Has he gone? They have sold it three months ago.', 'Has he gone? They sold it three months ago.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(pastTime, wrong)).toBe(right)
  })

  test.each([
    'I have known him since two years ago.',
    'You must have seen him last night.',
    'We’d have sent it to you a week ago.',
    'He ought to have started ten minutes ago.',
    'They have sent their money just in the last week.',
    'I have seen the man who died two years ago.',
    'She has been here.',
    'I have made my cake long ago.',
  ])('%s is right', (right) => {
    expect(findWith(pastTime, right)).toEqual([])
  })
})
