/** Initials of names as people write them. */
import { expect, test } from 'vitest'
import { initials } from '../../../client/ui/avatar.ts'

test.each([
  ['Ruth Adeyemi', 'RA'],
  ['  ruth  van den  berg ', 'RB'],
  ['June', 'J'],
  ['', ''],
  ['😀 Smile', '😀S'],
  ['李 小龍', '李小'],
])('the initials of "%s" are "%s"', (name, letters) => {
  expect(initials(name)).toBe(letters)
})
