/** Patches judged by the two programs that people will feed them to. Both must stand on the machine. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FORMATS } from '../../../shared/codecs/formats.ts'
import { patch } from '../../../shared/codecs/patch.ts'
import { readTxt, txt } from '../../../shared/codecs/txt.ts'
import type { Draft } from '../../../shared/story/draft.ts'
import { NEW_FORM } from '../../../shared/story/file-form.ts'
import { lineText } from '../../../shared/story/lines.ts'
import { bytesOf, type TextFile, textFile } from './text-files.ts'

const run = promisify(execFile)
const utf8 = (text: string) => bytesOf(text, 'utf-8', false)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-patch-'))
  for (const program of ['git', 'patch']) {
    await run(program, ['--version']).catch(() => {
      throw new Error(`These tests need the program "${program}": install it.`)
    })
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Case {
  name: string
  source: Uint8Array | null
  patch: Uint8Array
  now: Uint8Array
}

const PROGRAMS = {
  'git apply': (file: string) => ['git', '-c', 'core.autocrlf=false', 'apply', file],
  'patch -p1': (file: string) => ['patch', '-p1', '--no-backup-if-mismatch', '-i', file],
  'git apply -R': (file: string) => ['git', '-c', 'core.autocrlf=false', 'apply', '-R', file],
} as const

/** Applies every case's patch, each in a folder of its own, a few at a time, and compares the bytes. */
async function expectApplied(cases: Case[], programs = Object.keys(PROGRAMS) as (keyof typeof PROGRAMS)[]) {
  const jobs = cases.flatMap((one) => programs.map((program) => ({ one, program })))
  const workers = Array.from({ length: 4 }, async () => {
    for (let job = jobs.pop(); job; job = jobs.pop()) await apply(job.one, job.program)
  })
  await Promise.all(workers)
}

let count = 0
async function apply({ name, source, patch, now }: Case, program: keyof typeof PROGRAMS): Promise<void> {
  const back = program.endsWith('-R')
  const [from, to] = back ? [now, source] : [source, now]
  count += 1
  const room = join(folder, String(count))
  const cwd = join(room, 'work')
  await mkdir(cwd, { recursive: true })
  if (from) await writeFile(join(cwd, name), from)
  await writeFile(join(room, 'p'), patch)
  const [command, ...args] = PROGRAMS[program]('../p')
  const env = { ...process.env, GIT_CEILING_DIRECTORIES: folder, LC_ALL: 'C' }
  await run(command!, args, { cwd, env }).catch((error) => {
    throw new Error(`${program} refused: ${error.stdout}${error.stderr}\n${Buffer.from(patch).toString('latin1')}`)
  })
  if (!to) return
  const result = await readFile(join(cwd, name))
  expect(result.equals(to), `${program}: ${Buffer.from(patch).toString('latin1')}`).toBe(true)
}

/** A few random edits of lines, as a room would leave them. */
const edits = fc.array(
  fc.record({ at: fc.nat(), act: fc.constantFrom('type', 'cut', 'insert', 'remove', 'gap'), size: fc.nat({ max: 5 }) }),
  { minLength: 1, maxLength: 4 },
)

function edited(draft: Draft, list: { at: number; act: string; size: number }[]): Draft {
  const lines = draft.lines.map((line) => ({ ...line }))
  for (const { at, act, size } of list) {
    const index = at % lines.length
    const line = lines[index]!
    const points = [...lineText(line)]
    if (act === 'type') line.spans = [{ text: `${points.slice(0, size).join('')}new${points.slice(size).join('')}` }]
    else if (act === 'cut') line.spans = points.length > size ? [{ text: points.slice(size).join('') }] : []
    else if (act === 'insert') lines.splice(index + 1, 0, { spans: [{ text: 'A line more.' }] })
    else if (act === 'remove' && index > 0) lines.splice(index, 1)
    else if (act === 'gap' && index > 0) line.gap = size + 1
  }
  return { lines }
}

/** Longer files than the codec's, so that hunks stand apart, merge and touch the ends. */
const longFile: fc.Arbitrary<TextFile> = fc
  .tuple(textFile, fc.array(fc.constantFrom('a', 'b', '', 'Same.', 'Said\f she.'), { maxLength: 40 }), fc.boolean())
  .filter(([{ encoding }]) => !encoding.startsWith('utf-16'))
  .map(([file, lines, crlf]) => {
    const text = file.text + lines.join(crlf ? '\r\n' : '\n')
    return { ...file, text, bytes: bytesOf(text, file.encoding, file.bom) }
  })

describe('a patch', () => {
  test('turns the source into the export, by git apply and by patch -p1, and back', async () => {
    const sample = fc.sample(fc.tuple(longFile, edits, fc.constantFrom('story.txt', 'my story.txt', 'Zoë “x”.txt')), {
      numRuns: 130,
      seed: 20240601,
    })
    const cases = sample.flatMap(([file, list, name]): Case[] => {
      const { draft, form } = readTxt(file.bytes, { encoding: file.encoding })
      const manuscript = { draft: edited(draft, list), form, name, source: file.bytes }
      const now = txt.write(manuscript).bytes
      const { bytes } = patch.write(manuscript)
      expect(bytes.length === 0).toBe(Buffer.from(now).equals(file.bytes))
      return bytes.length === 0 ? [] : [{ name, source: file.bytes, patch: bytes, now }]
    })
    expect(cases.length).toBeGreaterThanOrEqual(100)
    await expectApplied(cases)
  })

  test('of a seed has three lines of context and names the file', async () => {
    const source = new Uint8Array(await readFile('seeds/000_2f6a5e787794db23.txt'))
    const { draft, form } = readTxt(source)
    draft.lines[0]!.spans = [{ text: 'To Live For.' }]
    const manuscript = { draft, form, name: 'seed.txt', source }
    const { bytes, mediaType } = patch.write(manuscript)
    expect(mediaType).toBe('text/x-diff; charset=utf-8')
    const [a, b, c, hunk, ...lines] = Buffer.from(bytes).toString('utf8').split('\n')
    expect([a, b, c, hunk]).toEqual([
      'diff --git a/seed.txt b/seed.txt',
      '--- a/seed.txt',
      '+++ b/seed.txt',
      '@@ -1,4 +1,4 @@',
    ])
    expect(lines.slice(0, 3)).toEqual(['-To Die For.', '+To Live For.', ' '])
    await expectApplied([{ name: 'seed.txt', source, patch: bytes, now: txt.write(manuscript).bytes }])
  })

  test('is empty when nothing changed', () => {
    const source = utf8('a\r\nb')
    const { draft, form } = readTxt(source)
    expect(patch.write({ draft, form, name: 'a.txt', source }).bytes).toEqual(new Uint8Array())
  })

  test('of a story without a source makes a new file', async () => {
    const manuscript = {
      draft: { lines: [{ spans: [{ text: 'One' }] }] },
      form: NEW_FORM,
      name: 'my new.txt',
      source: null,
    }
    const { bytes } = patch.write(manuscript)
    expect(Buffer.from(bytes).toString()).toBe(
      'diff --git a/my new.txt b/my new.txt\nnew file mode 100644\n--- /dev/null\n+++ b/my new.txt\t\n@@ -0,0 +1,1 @@\n+One\n',
    )
    await expectApplied([{ name: 'my new.txt', source: null, patch: bytes, now: utf8('One\n') }])
  })

  test.each([
    ['gains its last line end', 'a\nb', 'a\nb\n'],
    ['loses its last line end', 'a\nb\n', 'a\nb'],
    ['was empty', '', 'a\n'],
    ['has lone carriage returns only', 'a\rb\rc', 'a\rB\rc'],
    ['has lines that look like a patch', '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-x', '--- a/x\n+++ b/y\n@@ -1 +1 @@\n-x'],
  ])('applies to a file that %s', async (_, before, after) => {
    const source = utf8(before)
    const { draft } = readTxt(utf8(after))
    const form = readTxt(utf8(after)).form
    const { bytes } = patch.write({ draft, form, name: 'a.txt', source })
    await expectApplied([{ name: 'a.txt', source, patch: bytes, now: utf8(after) }])
  })

  test('is refused for UTF-16, which git takes for binary', () => {
    const source = bytesOf('One', 'utf-16le', true)
    const { form } = readTxt(source)
    const draft: Draft = { lines: [{ spans: [{ text: 'Two' }] }] }
    expect(() => patch.write({ draft, form, name: 'a.txt', source })).toThrow(/UTF-16 LE.*txt/)
  })

  test('lists what plain text loses', () => {
    const draft: Draft = { lines: [{ block: 1, spans: [{ text: 'Two', bold: true }] }] }
    const { losses } = patch.write({ draft, form: NEW_FORM, name: 'a.txt', source: utf8('One\n') })
    expect(losses.map(({ kind }) => kind)).toEqual(['marks', 'headings'])
  })

  test('of a name that is a path is a broken promise', () => {
    const draft: Draft = { lines: [{ spans: [{ text: 'Two' }] }] }
    expect(() => patch.write({ draft, form: NEW_FORM, name: '../a.txt', source: utf8('One\n') })).toThrow(/file name/)
  })
})

test('every format is found under its own name', () => {
  for (const [name, codec] of Object.entries(FORMATS)) expect(codec.format).toBe(name)
})
