/** Names and places of files: nothing from outside decides where a byte goes. */
import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { StoredStory } from '../../../server/storage/storage.ts'
import { folderNames, nameForNew, portableName, safeName, splitName } from '../../../server/stories/file-names.ts'
import { writeFileIn } from '../../../server/stories/write-file.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('a safe name', () => {
  test('is one file name that every file system takes, whatever was given', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc
        .array(fc.constantFrom('..', '/', '\\', '\0', '.', ' ', 'a', '\u202e', '\n', 'é', '🙂', '\ud83d'), {
          maxLength: 30,
        })
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(anything, (given) => {
        for (const name of [safeName(given), nameForNew(given)]) {
          expect(name).not.toMatch(/[/\\\p{Cc}\p{Cs}\u202e]/u)
          expect(name).not.toMatch(/^\.*$/)
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(230)
          expect(safeName(name)).toBe(name)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['chapter 1.txt', 'chapter 1.txt'],
    ['dir/chapter 1.txt', 'chapter 1.txt'],
    ['C:\\texts\\chapter 1.txt', 'chapter 1.txt'],
    ['../..', 'story.txt'],
    ['Ünï – “q”?.txt', 'Ünï – “q”?.txt'],
    ['.hidden', '.hidden'],
  ])('of %j is %j', (given, name) => expect(safeName(given)).toBe(name))

  test.each([
    ['What? "Now": a <b>|*.txt', 'What_ _Now__ a _b___.txt'],
    ['con.txt', '_con.txt'],
    ['LPT1', '_LPT1'],
    ['console.txt', 'console.txt'],
    ['ends in dots. .', 'ends in dots_'],
    ['../../etc/passwd', 'passwd'],
  ])('that can be unpacked anywhere, of %j is %j', (given, name) => expect(portableName(given)).toBe(name))

  test('of a story started here ends in .txt and holds a slash as a dash', () => {
    expect(nameForNew('Either/Or')).toBe('Either-Or.txt')
    expect(nameForNew('notes.TXT')).toBe('notes.TXT')
  })

  test('splits at the last dot, but not at one that it begins with', () => {
    expect(['a.b.txt', '.profile', 'plain'].map(splitName)).toEqual([
      ['a.b', '.txt'],
      ['.profile', ''],
      ['plain', ''],
    ])
  })
})

describe('names in one folder', () => {
  const stories = (...given: [id: string, name: string, createdAt: number][]) =>
    given.map(([id, name, createdAt]) => ({ id, name, createdAt }) as StoredStory)

  test('an older story keeps its name, a younger one is numbered, in whatever order they are listed', () => {
    const rows = stories(['c', 'Tale.TXT', 3], ['a', 'tale.txt', 1], ['d', 'tale (2).txt', 4], ['b', 'tale.txt', 2])
    const names = { a: 'tale.txt', b: 'tale (2).txt', c: 'Tale (3).TXT', d: 'tale (2) (2).txt' }
    expect(Object.fromEntries(folderNames(rows))).toEqual(names)
    expect(Object.fromEntries(folderNames([...rows].reverse()))).toEqual(names)
  })

  test('no two stories ever share one', () => {
    const name = fc.constantFrom('a.txt', 'A.txt', 'a (2).txt', 'a (2) (2).txt', 'é.txt', 'e\u0301.txt', 'b')
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), (given) => {
        const rows = stories(...given.map((one, at): [string, string, number] => [String(at), one, at]))
        const names = [...folderNames(rows).values()].map((one) => one.normalize('NFC').toLowerCase())
        expect(new Set(names).size).toBe(given.length)
      }),
    )
  })
})

describe('writing', () => {
  let folder: string
  let out: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'galley-write-'))
    out = join(folder, 'out', 'deep')
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  test('makes the folder, replaces a file whole, and leaves nothing else behind', async () => {
    expect(await writeFileIn(out, 'a.txt', bytes('one'))).toEqual({ path: join(out, 'a.txt'), unchanged: false })
    expect(await writeFileIn(out, 'a.txt', bytes('one'))).toMatchObject({ unchanged: true })
    expect(await writeFileIn(out, 'a.txt', bytes('two, longer'))).toMatchObject({ unchanged: false })
    expect(await readFile(join(out, 'a.txt'), 'utf8')).toBe('two, longer')
    expect(await readdir(out)).toEqual(['a.txt'])
  })

  test('[T22] replaces a link that leads out, and does not follow it', async () => {
    await mkdir(out, { recursive: true })
    const outside = join(folder, 'outside.txt')
    await writeFile(outside, 'mine')
    await symlink(outside, join(out, 'a.txt'))
    await writeFileIn(out, 'a.txt', bytes('story'))
    expect(await readFile(outside, 'utf8')).toBe('mine')
    expect((await lstat(join(out, 'a.txt'))).isFile()).toBe(true)
  })

  test('a link with the very same words is replaced too', async () => {
    await mkdir(out, { recursive: true })
    await writeFile(join(folder, 'outside.txt'), 'story')
    await symlink(join(folder, 'outside.txt'), join(out, 'a.txt'))
    expect(await writeFileIn(out, 'a.txt', bytes('story'))).toMatchObject({ unchanged: false })
    expect((await lstat(join(out, 'a.txt'))).isSymbolicLink()).toBe(false)
  })

  test.each(['../a.txt', 'b/a.txt', '/a.txt', '..', '.', '', 'a\0.txt'])(
    '[T22] to the name %j is a broken promise',
    async (name) => {
      await expect(writeFileIn(out, name, bytes('x'))).rejects.toThrow('not a file name')
    },
  )

  test('over a folder, or into what is no folder, is refused and changes nothing', async () => {
    await mkdir(join(out, 'a.txt'), { recursive: true })
    await expect(writeFileIn(out, 'a.txt', bytes('x'))).rejects.toMatchObject({ code: 'conflict' })
    await writeFile(join(folder, 'file'), 'mine')
    await expect(writeFileIn(join(folder, 'file'), 'a.txt', bytes('x'))).rejects.toMatchObject({ code: 'conflict' })
    expect(await readdir(out)).toEqual(['a.txt'])
  })
})
