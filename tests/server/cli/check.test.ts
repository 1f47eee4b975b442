/** `galley check` on files as they come: what it says of them, where, and what it does with words, sheets and trouble. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FileFinding } from '../../../server/cli/check.ts'
import { inTerminal } from '../../kit/terminal.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-check-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function galley(...args: string[]) {
  return inTerminal(folder, args)
}

async function findings(...args: string[]): Promise<FileFinding[]> {
  return JSON.parse((await galley('check', '--format', 'json', ...args)).out) as FileFinding[]
}

const put = (name: string, words: string | Uint8Array) => writeFile(join(folder, name), words)

test('offsets are those of the decoded file, whatever its line ends, blank lines, emoji and byte order mark', async () => {
  const words = '\r\n\n😀 She went to the the door.\r\n\r\n\r\nIt rained and and rained.\n'
  await put('odd.txt', `\uFEFF${words}`)
  const found = (await findings('odd.txt')).filter(({ rule }) => rule === 'doubled-word')
  expect(found.map(({ offset, length }) => words.slice(offset, offset + length))).toEqual(['the the', 'and and'])
  expect(found.map(({ replacements }) => replacements)).toEqual([['the'], ['and']])
  expect(found[0]).toEqual({
    file: 'odd.txt',
    offset: words.indexOf('the the'),
    length: 7,
    rule: 'doubled-word',
    level: 'default',
    message: expect.stringContaining('twice'),
    replacements: ['the'],
  })
})

test('for people there is a line for each finding, by the row of the file, and a count', async () => {
  await put('rows.txt', 'One.\n\n\nShe went to the the door.\n')
  const { code, out, err } = await galley('check', 'rows.txt')
  expect(out.split('\n').filter((line) => line.includes('doubled-word'))).toEqual([
    expect.stringMatching(/^rows\.txt:4:13 doubled-word: “the the” → the\. /),
  ])
  expect(err).toMatch(/^\d+ findings? in 1 of 1 files\.$/m)
  expect(code).toBe(0)
})

test('a file is never changed, and --strict says by its exit code that something was found', async () => {
  const words = 'She went to the the door.'
  await put('strict.txt', words)
  await put('clean.txt', 'She went to the door.')
  expect((await galley('check', '--strict', 'strict.txt')).code).toBe(1)
  expect((await galley('check', '--strict', 'clean.txt')).code).toBe(0)
  expect(await readFile(join(folder, 'strict.txt'), 'utf8')).toBe(words)
})

test('words from a file are right', async () => {
  await put('names.txt', 'A persistant rain fell on the appologetic town.\n')
  await put('list.txt', '# of this world\npersistant\nappologetic # as they say there\n')
  const misspelt = async (...args: string[]) =>
    (await findings('names.txt', ...args)).filter(({ rule }) => rule === 'spelling').length
  expect(await misspelt()).toBe(2)
  expect(await misspelt('--words', 'list.txt')).toBe(0)
})

test('a style sheet from a file decides, and what in it is not understood is named', async () => {
  await put('dots.txt', 'Wait… she said. Then… nothing… at all.\n')
  await put('sheet.md', '# Style sheet: Dots\n\n## Style\n\n- Ellipsis: ...\n- Mood: sombre\n')
  const { err, out } = await galley('check', 'dots.txt', '--sheet', 'sheet.md')
  expect(out.match(/ellipsis-form/g)).toHaveLength(3)
  expect(err).toContain('sheet.md: not understood and left out: - Mood: sombre')
})

test('a file that cannot be read is named and the others are checked', async () => {
  await put('good.txt', 'She went to the the door.')
  await put('picture.png', Uint8Array.of(0x89, 0x50, 0, 0, 0))
  const { code, out, err } = await galley('check', 'nowhere.txt', 'picture.png', 'good.txt', '.')
  expect(out).toContain('good.txt:1:13')
  expect(err).toContain('nowhere.txt: There is no such file.')
  expect(err).toMatch(/picture\.png: .*not a plain text file/)
  expect(err).toContain('.: This is a folder')
  expect(code).toBe(1)
})

test('long files show how far it is', async () => {
  await put('long.txt', 'It rained.\n'.repeat(1_000))
  expect((await galley('check', 'long.txt')).progress).toMatch(/long\.txt: reading, \d+ of 1000 lines/)
})

test('a call without a file, or with a level that is none, is told how it is meant', async () => {
  expect(await galley('check')).toMatchObject({ code: 2, err: expect.stringContaining('FILE is missing') })
  expect(await galley('check', '--level', 'harsh', 'x.txt')).toMatchObject({
    code: 2,
    err: expect.stringContaining('--level takes default or style'),
  })
})
