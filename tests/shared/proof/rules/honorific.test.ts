import { describe, expect, test } from 'vitest'
import { honorific } from '../../../../shared/proof/rules/honorific.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

const usual = 'He saw Sakura-chan and Ino-chan with Sasuke-kun.'

describe('honorific', () => {
  test('the few are written as the many', () => {
    expect(fixWith(honorific, `${usual}\n\nThen Sasuke kun's friend left.`)).toBe(
      `${usual}\n\nThen Sasuke-kun's friend left.`,
    )
    expect(fixWith(honorific, `${usual}\n\nThen Ino-Chan left.`)).toBe(`${usual}\n\nThen Ino-chan left.`)
  })

  test('a story that writes them apart keeps them apart', () => {
    const apart = 'He saw Sakura chan and Ino chan with Sasuke kun and Kakashi sensei.'
    expect(fixWith(honorific, `${apart}\n\nThen Ino-chan left.`)).toBe(`${apart}\n\nThen Ino chan left.`)
  })

  test('without a habit, and after what is no name, it is silent', () => {
    expect(findWith(honorific, 'He saw Sakura-chan and Ino chan.')).toEqual([])
    expect(findWith(honorific, `${usual}\n\nThe sensei and the chan came. San Francisco.`)).toEqual([])
  })
})
