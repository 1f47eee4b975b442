/** Flags over environment over defaults, and clear refusals. */
import { expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'

test('defaults stand in the working folder and listen to this machine only', () => {
  expect(readConfig({}, {}, '/home/galley')).toEqual({
    port: 3000,
    host: '127.0.0.1',
    data: '/home/galley/data',
    stories: '/home/galley/seeds',
    exports: '/home/galley/exports',
    url: null,
  })
})

test('a flag goes over GALLEY_PORT, that over PORT, and an empty variable counts as none', () => {
  const env = { GALLEY_PORT: '4000', PORT: '5000', GALLEY_DATA: '', GALLEY_EXPORTS: '/out' }
  expect(readConfig({ port: '6000' }, env, '/home/galley')).toMatchObject({
    port: 6000,
    data: '/home/galley/data',
    exports: '/out',
  })
  expect(readConfig({}, env).port).toBe(4000)
  expect(readConfig({}, { PORT: '5000' }).port).toBe(5000)
})

test.each([
  ['port', '70000'],
  ['port', 'http'],
  ['port', '-1'],
  ['port', ''],
  ['host', 'http://x'],
  ['data', ' '],
  ['url', 'galley.example'],
  ['url', 'https://galley.example/path'],
  ['url', 'ftp://galley.example'],
])('--%s "%s" is refused by name', (flag, value) => {
  expect(() => readConfig({ [flag]: value }, {})).toThrow(`--${flag}`)
})
