/** What a write back has written over is in every backup, and comes out of it as the files that it was. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FileInBackup, putFiles } from '../../../server/storage/files-in-backup.ts'
import { openSqlite } from '../../../server/storage/open-sqlite.ts'
import type { Storage } from '../../../server/storage/storage.ts'
import { backup } from '../../../server/stories/backup.ts'
import { keepReplaced, REPLACED_FOLDER } from '../../../server/stories/replaced-files.ts'
import { restore } from '../../../server/stories/restore.ts'

const AT = Date.parse('2026-03-01T10:00:00Z')

let folder: string
let storage: Storage
let replaced: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-restore-'))
  storage = await openSqlite(join(folder, 'data'))
  replaced = join(folder, 'data', REPLACED_FOLDER)
})
afterEach(async () => {
  await storage.close()
  await rm(folder, { recursive: true, force: true })
})

/** Name → bytes and time, of every file below. */
async function filesIn(path: string): Promise<Record<string, [string, number]>> {
  const names = (await readdir(path, { recursive: true })).sort()
  const all = await Promise.all(
    names.map(async (name): Promise<[string, [string, number]][]> => {
      const at = join(path, name)
      const there = await stat(at)
      return there.isFile() ? [[name, [(await readFile(at)).toString('latin1'), there.mtimeMs]]] : []
    }),
  )
  return Object.fromEntries(all.flat())
}

const keep = (story: string, name: string, words: string, at = AT) =>
  keepReplaced(replaced, { story, name, bytes: Buffer.from(words, 'latin1'), at })

test('files of several stories come back byte for byte, with their times and for nobody else to read', async () => {
  await keep('story-one', 'mill.txt', 'The cat.\r\n\xff\0')
  await keep('story-one', 'mill.txt', 'The dog.', AT + 60_000)
  await keep('story-two', 'café – “x”.txt', '')
  const before = await filesIn(replaced)
  expect(Object.keys(before)).toHaveLength(3)
  await backup({ storage, replaced }, join(folder, 'all.galley'))
  const restored = join(folder, 'restored')
  expect(await restore(join(folder, 'all.galley'), restored)).toBe(0)
  const now = join(restored, REPLACED_FOLDER)
  expect(await filesIn(now)).toEqual(before)
  for (const name of Object.keys(before)) expect((await stat(join(now, name))).mode & 0o777).toBe(0o600)

  // The backup of what was restored holds the same, once.
  const again = await openSqlite(restored)
  await backup({ storage: again, replaced: now }, join(folder, 'again.galley'))
  await again.close()
  await restore(join(folder, 'again.galley'), join(folder, 'third'))
  expect(await filesIn(join(folder, 'third', REPLACED_FOLDER))).toEqual(before)
})

test('a backup without any, or of before they were in it, makes no folder for them', async () => {
  await backup({ storage, replaced }, join(folder, 'none.galley'))
  await storage.backup(join(folder, 'older.galley'))
  for (const name of ['none', 'older']) {
    await restore(join(folder, `${name}.galley`), join(folder, name))
    expect(await readdir(join(folder, name))).not.toContain(REPLACED_FOLDER)
  }
})

test('a file of it that is hurt makes no folder at all', async () => {
  await keep('story-one', 'mill.txt', 'The cat sat on the mat.')
  await backup({ storage, replaced }, join(folder, 'all.galley'))
  const bytes = await readFile(join(folder, 'all.galley'))
  bytes.write('dog', bytes.indexOf('cat sat'))
  await writeFile(join(folder, 'hurt.galley'), bytes)
  await expect(restore(join(folder, 'hurt.galley'), join(folder, 'restored'))).rejects.toMatchObject({
    code: 'malformed',
    message: expect.stringContaining('is damaged'),
  })
  expect(await readdir(folder)).not.toContain('restored')
})

test.each([
  ['..', 'x.txt'],
  ['story', '../../x.txt'],
  ['/tmp', 'x.txt'],
  ['story', ''],
])('a backup that somebody has put %j/%j into writes nothing outside', async (story, name) => {
  const file = join(folder, 'all.galley')
  await storage.backup(file)
  const one: FileInBackup = { folder: story, name, at: AT, bytes: Buffer.from('x') }
  await putFiles(
    file,
    (async function* () {
      yield one
    })(),
  )
  const before = (await readdir(folder, { recursive: true })).sort()
  await expect(restore(file, join(folder, 'restored'))).rejects.toMatchObject({ code: 'malformed' })
  expect((await readdir(folder, { recursive: true })).sort()).toEqual(before)
})
