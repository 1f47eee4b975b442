/** A file that another program changes while it is being replaced: what that program wrote is never lost. */
import { chmod, link, mkdtemp, open, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { replaceFile, writtenMeanwhile } from '../../../server/stories/replace-file.ts'
import { keepReplaced } from '../../../server/stories/replaced-files.ts'

/** What another program does directly after the file was given its second name. */
const afterLink = vi.hoisted((): { act: () => Promise<unknown> } => ({ act: async () => undefined }))
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  const watched: typeof link = async (...given) => {
    await real.link(...given)
    await afterLink.act()
  }
  return { ...real, link: watched }
})

let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-replace-'))
  file = join(folder, 'mill.txt')
  await writeFile(file, 'old')
})
afterEach(async () => {
  afterLink.act = async () => undefined
  await rm(folder, { recursive: true })
})

const bytes = (words: string) => new TextEncoder().encode(words)

/** Replaces "old" by "new"; `meanwhile` happens between the first look and the exchange. */
function replace(meanwhile: () => Promise<unknown> = async () => undefined) {
  return replaceFile(file, bytes('new'), {
    mayGo: (present) => Buffer.from(present).toString() === 'old',
    keep: async () => void (await meanwhile()),
  })
}

test('it is exchanged whole, keeps its permissions, and nothing is left beside it', async () => {
  await chmod(file, 0o640)
  expect(await replace()).toEqual({ unchanged: false, beside: null })
  expect(await readFile(file, 'utf8')).toBe('new')
  expect((await stat(file)).mode & 0o777).toBe(0o640)
  expect(await readdir(folder)).toEqual(['mill.txt'])
  expect(await replace()).toEqual({ unchanged: true, beside: null })
})

test('what may not go stays, and is not kept as if it had gone', async () => {
  await writeFile(file, 'theirs')
  let kept = 0
  await expect(replace(async () => kept++)).rejects.toMatchObject({ code: 'conflict' })
  expect([await readFile(file, 'utf8'), kept]).toEqual(['theirs', 0])
})

test('a file that is written in place after the first look stands as that program wrote it', async () => {
  await expect(replace(() => writeFile(file, 'theirs'))).rejects.toMatchObject({ code: 'conflict' })
  expect(await readFile(file, 'utf8')).toBe('theirs')
  expect(await readdir(folder)).toEqual(['mill.txt'])
})

test('a file that is exchanged after the first look stands as that program left it', async () => {
  const exchanged = async () => {
    await writeFile(join(folder, 'other'), 'theirs')
    await rename(join(folder, 'other'), file)
  }
  await expect(replace(exchanged)).rejects.toMatchObject({ code: 'conflict' })
  expect(await readFile(file, 'utf8')).toBe('theirs')
  expect(await readdir(folder)).toEqual(['mill.txt'])
})

test('a file that is exchanged while it is looked at for the last time stands as that program left it', async () => {
  await writeFile(join(folder, 'other'), 'theirs')
  afterLink.act = () => rename(join(folder, 'other'), file)
  await expect(replace()).rejects.toMatchObject({ code: 'conflict' })
  expect(await readFile(file, 'utf8')).toBe('theirs')
  expect(await readdir(folder)).toEqual(['mill.txt'])
})

test('a file that goes away while it is looked at for the last time is not made again', async () => {
  afterLink.act = () => rm(file)
  await expect(replace()).rejects.toMatchObject({ code: 'conflict' })
  expect(await readdir(folder)).toEqual([])
})

test('a file that goes away after the first look is not made again', async () => {
  await expect(replace(() => rm(file))).rejects.toMatchObject({ code: 'conflict' })
  expect(await readdir(folder)).toEqual([])
})

test('one that is gone is made anew', async () => {
  await rm(file)
  expect(await replace()).toEqual({ unchanged: false, beside: null })
  expect(await readFile(file, 'utf8')).toBe('new')
  expect(await readdir(folder)).toEqual(['mill.txt'])
})

test('a link that stands there is neither followed nor replaced', async () => {
  const elsewhere = join(folder, 'elsewhere')
  await link(file, elsewhere)
  await rm(file)
  await symlink(elsewhere, file)
  await expect(replace()).rejects.toMatchObject({ code: 'conflict' })
  expect(await readFile(elsewhere, 'utf8')).toBe('old')
})

test('what a program went on writing into the replaced file stays beside the new one, under a name that is seen', async () => {
  const old = join(folder, '.old')
  await link(file, old)
  const writer = await open(file, 'r+')
  await writeFile(join(folder, 'made'), 'new')
  await rename(join(folder, 'made'), file)
  expect(await writtenMeanwhile(old, bytes('old'), file)).toBeNull()
  await writer.write('theirs', 0)
  await writer.close()
  const beside = await writtenMeanwhile(old, bytes('old'), file)
  expect(beside).toMatch(/^mill\.txt\.written-meanwhile-/)
  expect(await readFile(join(folder, beside ?? ''), 'utf8')).toBe('theirs')
  expect(await readFile(file, 'utf8')).toBe('new')
})

test('the last twenty of a story are kept, each once, the one that was seen last for longest', async () => {
  const kept = join(folder, 'kept')
  for (let nth = 0; nth < 25; nth++) {
    const words = nth === 24 ? 'words 4' : `words ${nth}`
    await keepReplaced(kept, { story: 's1', name: 'mill.txt', bytes: bytes(words), at: 1_000_000 + nth * 1000 })
  }
  const held = await Promise.all(
    (await readdir(join(kept, 's1'))).map((name) => readFile(join(kept, 's1', name), 'utf8')),
  )
  expect(held.sort()).toEqual(
    Array.from({ length: 25 }, (_, nth) => `words ${nth}`)
      .filter((_, nth) => nth >= 4 && nth < 24)
      .sort(),
  )
})
