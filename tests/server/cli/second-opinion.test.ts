/** `galley check --second-opinion`: Harper beside our own findings, in the same list; clear words when it is not there. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { FileFinding } from '../../../server/cli/check.ts'
import { inTerminal } from '../../kit/terminal.ts'

const WORDS = `\uFEFFThings took a turn for the worst.\r\n\r\n“I came in the spur of the moment,” said Maren to the the cat.\r\n`

// Each run loads dictionaries and Harper, which is seconds here and many on a machine that has much else to do.
vi.setConfig({ testTimeout: 120_000 })

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-second-'))
  await writeFile(join(folder, 'story.txt'), WORDS)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

afterEach(() => {
  vi.doUnmock('harper.js/slimBinary')
  vi.doUnmock('harper.js/slimBinaryInlined')
  vi.resetModules()
})

function galley(...args: string[]) {
  return inTerminal(folder, ['check', ...args])
}

async function findings(...args: string[]): Promise<FileFinding[]> {
  return JSON.parse((await galley('--format', 'json', ...args, 'story.txt')).out) as FileFinding[]
}

test('what Harper says stands among our findings, by its place in the decoded file, only when asked for', async () => {
  const text = WORDS.slice(1)
  const found = await findings('--second-opinion')
  expect(found.map(({ rule, offset, length }) => [rule, text.slice(offset, offset + length)])).toEqual([
    ['harper/worse-or-worst', 'turn for the worst'],
    ['harper/on-the-spur-of-the-moment', 'in the spur of the moment'],
    ['doubled-word', 'the the'],
  ])
  expect(found[0]).toMatchObject({ file: 'story.txt', level: 'default', replacements: ['turn for the worse'] })
  expect((await findings()).map(({ rule }) => rule)).toEqual(['doubled-word'])
})

test('the list of words bears on it as on our rules, and how far it is is told', async () => {
  await writeFile(join(folder, 'words.txt'), 'spur\n')
  expect((await findings('--second-opinion', '--words', 'words.txt')).map(({ rule }) => rule)).not.toContain(
    'harper/on-the-spur-of-the-moment',
  )
  const { progress, out, code } = await galley('--second-opinion', 'story.txt')
  expect(progress).toContain('Loading Harper…')
  expect(progress).toContain('story.txt: Harper reads, 0 of 2 lines')
  expect(out).toContain('story.txt:1:15 harper/worse-or-worst: “turn for the worst” → turn for the worse. ')
  expect(code).toBe(0)
})

test('where its own file is not found by its address, the copy in a module is taken', async () => {
  vi.doMock('harper.js/slimBinary', () => ({
    slimBinary: { setup: () => Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' })) },
  }))
  expect((await findings('--second-opinion')).map(({ rule }) => rule)).toContain('harper/on-the-spur-of-the-moment')
})

test('when it cannot be loaded nothing is checked, and why is said in words', async () => {
  vi.doMock('harper.js/slimBinary', () => ({
    slimBinary: { setup: () => Promise.reject(new Error('the engine is torn')) },
  }))
  const { code, out, err } = await galley('--second-opinion', 'story.txt')
  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(
    /^The second opinion cannot be had: Harper could not be loaded \(the engine is torn\)\. .+--second-opinion/,
  )
})
