import { expect, test } from 'vitest'
import { keyWords } from '../../../../client/panels/keys/key-words.ts'

test('keys are called as on the machine at hand', () => {
  expect(keyWords('Mod-Alt-1', false)).toBe('Ctrl Alt 1')
  expect(keyWords('Mod-Alt-1', true)).toBe('Ctrl Cmd 1')
  expect(keyWords('Mod-Shift-X', true)).toBe('Cmd Shift X')
  expect(keyWords('?', true)).toBe('?')
})
