import { expect, test } from 'vitest'
import { keyName } from '../../../client/editor/keys.ts'

const pressed = (key: string, held: Partial<KeyboardEvent> = {}) =>
  ({ key, code: '', ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, ...held }) as KeyboardEvent
const name = (key: string, held: Partial<KeyboardEvent> = {}, mac = false) => keyName(pressed(key, held), mac)

test('letters go by what the key produces', () => {
  expect(name('z', { ctrlKey: true, code: 'KeyY' })).toBe('Mod-z')
  expect(name('Z', { ctrlKey: true, shiftKey: true })).toBe('Mod-Shift-z')
  expect(name('x', { ctrlKey: true, shiftKey: true })).toBe('Mod-Shift-x')
})

test('where Ctrl Alt makes a character, the character wins', () => {
  expect(name('²', { ctrlKey: true, altKey: true, code: 'Digit2' })).toBe('Mod-Alt-²')
  expect(name('2', { ctrlKey: true, altKey: true, code: 'Digit2' })).toBe('Mod-Alt-2')
})

test('on a keyboard of another script Ctrl goes with the Latin letter of the key', () => {
  expect(name('я', { ctrlKey: true, code: 'KeyZ' })).toBe('Mod-z')
})

test('on a Mac Cmd is Mod, and Ctrl Cmd is Mod Alt', () => {
  expect(name('b', { metaKey: true }, true)).toBe('Mod-b')
  expect(name('1', { metaKey: true, ctrlKey: true }, true)).toBe('Mod-Alt-1')
  expect(name('b', { ctrlKey: true }, true)).toBe('Other-b')
})

test('plain keys and other modifiers', () => {
  expect(name('Enter', { shiftKey: true })).toBe('Shift-Enter')
  expect(name('b', { ctrlKey: true, metaKey: true })).toBe('Other-Mod-b')
  expect(name('a')).toBe('a')
})
