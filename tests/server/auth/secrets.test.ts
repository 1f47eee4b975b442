/** How ids are made. */
import { expect, test } from 'vitest'
import { newId } from '../../../server/auth/secrets.ts'

test('an id never looks like an option of the command line', () => {
  // 0xf8 begins with the 62nd letter of base64url, "-".
  const dice = [0xf8, 0xf8, 0x41]
  const id = newId((bytes) => new Uint8Array(bytes).fill(dice.shift() ?? 0))
  expect(id).toBe('QUFBQUFBQUFBQUFB')
})
