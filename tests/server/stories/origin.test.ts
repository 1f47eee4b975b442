/** A story and the file it came from: what was changed on either side is known, and nothing unseen is written over. */
import { chmod, mkdtemp, readdir, readFile, rm, stat, unlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCommand } from '../../../server/cli/run-command.ts'
import { keepOrigin } from '../../../server/stories/origin.ts'
import { apply, wordsOf } from '../../../shared/review/change.ts'
import type { ReviewEvent } from '../../../shared/review/events.ts'
import { reduce } from '../../../shared/review/reduce.ts'
import { EMPTY_REVIEW, type Suggestion } from '../../../shared/review/state.ts'
import { ReviewAnswer } from '../../../shared/wire/review.ts'
import { freshId } from '../../kit/review-commands.ts'
import { type ServerUnderTest, startUnderTest } from '../../kit/server-under-test.ts'

const SOURCE = 'The Mill\r\n\r\nThe cat sat on the mat.\r\n\r\nNobody came.\r\n'

let folder: string
let file: string
let server: ServerUnderTest
let story: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-origin-'))
  file = join(folder, 'mill.txt')
  await writeFile(file, SOURCE)
  await chmod(file, 0o640)
  server = await startUnderTest({ stories: folder })
  story = (await server.storage.stories.list())[0]?.id ?? ''
})
afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true })
  expect(server.faults).toEqual([])
})

async function ask(path: string, init: RequestInit = {}): Promise<{ status: number; body: unknown }> {
  const { token } = await server.owner()
  const headers = { ...init.headers, authorization: `Bearer ${token}` }
  const answer = await fetch(`${server.url}/api/stories/${story}${path}`, { ...init, headers })
  return { status: answer.status, body: await answer.json() }
}

const post = (path: string) => ask(path, { method: 'POST' })

async function open(): Promise<Suggestion[]> {
  const { events } = ReviewAnswer.parse((await ask('/review?after=0')).body)
  const { suggestions } = reduce(EMPTY_REVIEW, events as ReviewEvent[])
  return [...suggestions.values()].filter(({ status }) => status === 'open')
}

const acceptAll = () => decideAll('accept')

async function decideAll(verdict: 'accept' | 'reject'): Promise<void> {
  const decisions = (await open()).map(({ id, rev }) => ({ suggestion: id, rev }))
  const body = JSON.stringify({ commands: [{ id: freshId(), type: 'decide', verdict, decisions }] })
  const headers = { 'content-type': 'application/json' }
  expect((await ask('/review', { method: 'POST', headers, body })).body).toMatchObject({ results: [{ error: null }] })
}

/** Makes the text say this. */
async function correct(from: string, to: string): Promise<void> {
  const form = new FormData()
  form.append('file', new File([SOURCE.replace(from, to)], 'new.txt'))
  await ask('/bring-in', { method: 'POST', body: form })
  await acceptAll()
}

test('a corrected story goes back into its file, under the same name and rights, and nothing is left beside it', async () => {
  expect((await ask('/origin')).body).toEqual({ name: 'mill.txt', story: 'same', file: 'same', undecided: 0 })
  await correct('cat', 'dog')
  expect((await ask('/origin')).body).toEqual({ name: 'mill.txt', story: 'differs', file: 'same', undecided: 0 })
  expect((await ask('/../../origins')).body).toEqual({
    origins: [{ id: story, name: 'mill.txt', story: 'differs', file: 'same' }],
  })
  expect((await post('/origin')).body).toMatchObject({ name: 'mill.txt', unchanged: false })
  expect(await readFile(file, 'utf8')).toBe(SOURCE.replace('cat', 'dog'))
  expect((await stat(file)).mode & 0o777).toBe(0o640)
  expect(await readdir(folder)).toEqual(['mill.txt'])
  expect((await ask('/origin')).body).toEqual({ name: 'mill.txt', story: 'same', file: 'same', undecided: 0 })
  expect((await post('/origin')).body).toMatchObject({ unchanged: true })
})

test('what somebody else changed in the file is not written over, comes in as suggestions, and then both go back', async () => {
  await correct('cat', 'dog')
  const theirs = SOURCE.replace('Nobody', 'Somebody')
  await writeFile(file, theirs)
  expect((await ask('/origin')).body).toEqual({ name: 'mill.txt', story: 'differs', file: 'changed', undecided: 0 })
  expect(await post('/origin')).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } })
  expect(await readFile(file, 'utf8')).toBe(theirs)

  expect((await post('/origin/bring-in')).body).toMatchObject({ suggestions: 1, conflicts: 0 })
  const [only] = await open()
  expect([wordsOf(only?.base ?? []), wordsOf(apply(only?.base ?? [], only?.change ?? []))]).toEqual([
    'Nobody',
    'Somebody',
  ])
  await acceptAll()
  expect((await post('/origin')).status).toBe(200)
  expect(await readFile(file, 'utf8')).toBe(theirs.replace('cat', 'dog'))
})

test('what was brought in counts as seen, but is not taken out of the file before it is decided, unless that is asked for', async () => {
  const theirs = SOURCE.replace('Nobody', 'Somebody').replace('sat', 'lay')
  await writeFile(file, theirs)
  await post('/origin/bring-in')
  expect((await post('/origin/bring-in')).body).toMatchObject({ suggestions: 0 })
  expect((await ask('/origin/file')).body).toEqual({ name: 'mill.txt', file: 'same', undecided: 2 })
  expect(await post('/origin')).toMatchObject({
    status: 409,
    body: { error: { message: expect.stringContaining('2 changes from it are not decided') } },
  })
  expect(await readFile(file, 'utf8')).toBe(theirs)
  expect((await post('/origin?force=true')).status).toBe(200)
  expect(await readFile(file, 'utf8')).toBe(SOURCE)
  const kept = join(server.desk.replaced, story)
  const held = await Promise.all((await readdir(kept)).map((name) => readFile(join(kept, name), 'utf8')))
  expect(held).toEqual([theirs])
})

test('what somebody rejected goes out of the file without more ado', async () => {
  await writeFile(file, SOURCE.replace('Nobody', 'Somebody'))
  await post('/origin/bring-in')
  await decideAll('reject')
  expect((await ask('/origin/file')).body).toMatchObject({ undecided: 0 })
  expect((await post('/origin')).status).toBe(200)
  expect(await readFile(file, 'utf8')).toBe(SOURCE)
})

test('a look exports only what was changed since the last one, and misses no change', async () => {
  const runs: string[] = []
  const { texts } = server.desk
  const run = texts.run.bind(texts)
  texts.run = (name, asked) => {
    runs.push(name)
    return run(name, asked)
  }
  // All files count as old: their times tell whether they were written.
  const { now } = server.desk
  Object.assign(server.desk, { now: () => now() + 60_000 })
  let reads = 0
  const { origins: kept } = server.desk.storage
  const get = kept.get.bind(kept)
  kept.get = (id) => {
    reads++
    return get(id)
  }
  const look = async () => {
    runs.length = 0
    const { origins } = (await ask('/../../origins')).body as { origins: { story: string; file: string }[] }
    return [origins[0]?.story, origins[0]?.file, runs.length]
  }
  expect(await look()).toEqual(['same', 'same', 1])
  reads = 0
  expect(await look()).toEqual(['same', 'same', 0])
  expect(reads).toBe(0)
  await correct('cat', 'dog')
  expect(await look()).toEqual(['differs', 'same', 1])
  expect(await look()).toEqual(['differs', 'same', 0])
  await post('/origin')
  const longAgo = new Date(1_000_000_000_000)
  await utimes(file, longAgo, longAgo)
  expect(await look()).toEqual(['same', 'same', 1])
  const written = await readFile(file, 'utf8')
  await writeFile(file, written.replace('dog', 'cow'))
  // As long as before, and said to be as old.
  await utimes(file, longAgo, longAgo)
  expect(await look()).toEqual(['same', 'changed', 0])
  await writeFile(file, written)
  expect(await look()).toEqual(['same', 'same', 0])
})

test('a file of another program is never written over with bare words', async () => {
  const packed = join(folder, 'mill.docx')
  await writeFile(packed, 'PK')
  await keepOrigin(server.desk, story, packed, Buffer.from('PK'))
  expect(await post('/origin')).toMatchObject({ status: 415 })
  expect(await readFile(packed, 'utf8')).toBe('PK')
})

test('a file that is gone is said to be gone, and made anew', async () => {
  await unlink(file)
  expect((await ask('/origin')).body).toMatchObject({ file: 'gone' })
  expect((await post('/origin/bring-in')).status).toBe(404)
  expect((await post('/origin')).status).toBe(200)
  expect(await readFile(file, 'utf8')).toBe(SOURCE)
})

/** `galley export --in-place`, and what it said. */
async function inPlace(...more: string[]): Promise<{ code: number; said: string[] }> {
  const said: string[] = []
  const code = await runCommand(['export', '--in-place', '--all', '--data', 'data', ...more], {
    out: (line) => void said.push(line),
    note: (line) => void said.push(line),
    progress: () => undefined,
    env: {},
    folder: server.folder,
  })
  return { code, said }
}

test('the terminal does the same: --in-place writes what differs, and says what it may not write over', async () => {
  await correct('cat', 'dog')
  expect(await inPlace()).toEqual({ code: 0, said: [file] })
  expect(await readFile(file, 'utf8')).toBe(SOURCE.replace('cat', 'dog'))
  await writeFile(file, 'Other words.')
  const { code, said } = await inPlace()
  expect(code).toBe(1)
  expect(said.at(-1)).toMatch(/was changed by somebody else/)
  expect(await readFile(file, 'utf8')).toBe('Other words.')
})

test('the terminal takes nothing undecided out of a file without --force', async () => {
  const theirs = SOURCE.replace('Nobody', 'Somebody')
  await writeFile(file, theirs)
  await post('/origin/bring-in')
  const { code, said } = await inPlace()
  expect(code).toBe(1)
  expect(said.at(-1)).toMatch(/1 change from it is not decided.*--force/)
  expect(await readFile(file, 'utf8')).toBe(theirs)
  expect((await inPlace('--force')).code).toBe(0)
  expect(await readFile(file, 'utf8')).toBe(SOURCE)
})
