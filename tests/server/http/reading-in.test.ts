/** Files on their way in over HTTP: whoever sent one can ask how far it is, and what is given up leaves nothing behind. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createAccount } from '../../../server/auth/accounts.ts'
import { OPERATOR } from '../../../server/auth/actor.ts'
import { createToken } from '../../../server/auth/tokens.ts'
import { keepOrigin } from '../../../server/stories/origin.ts'
import { takeIn } from '../../../server/stories/take-in.ts'
import type { JobWatch } from '../../../server/stories/text-queue.ts'
import type { TextWork } from '../../../server/stories/text-worker.ts'
import { WorkAnswer } from '../../../shared/wire/api.ts'
import { ReviewAnswer } from '../../../shared/wire/review.ts'
import { type ServerUnderTest, startUnderTest } from '../../kit/server-under-test.ts'

const lines = Array.from({ length: 1_200 }, (_, nth) => `The cat sat on mat ${nth}.`)
const HTML = `<body>${lines.map((line) => `<p>${line}</p>`).join('')}</body>`
const SOURCE = `${lines.join('\n\n')}\n`
const WORD = 'a-word-of-mine'

let server: ServerUnderTest
let texts: TextWork['run']
let story: string
let token: string
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-reading-'))
  server = await startUnderTest({ stories: null })
  texts = server.desk.texts.run.bind(server.desk.texts)
  const owner = await createAccount(server.desk, { name: 'Ann', owner: true })
  token = await createToken(server.desk, owner, 'test')
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await server.close()
  expect(server.faults).toEqual([])
})
beforeEach(async () => {
  server.desk.texts.run = texts
  const bytes = new TextEncoder().encode(SOURCE)
  story = (await takeIn(server.desk, OPERATOR, { name: 'mats.txt', bytes })).id
})

function send(path: string, words: string, name: string, signal?: AbortSignal): Promise<Response> {
  const body = new FormData()
  body.append('file', new File([words], name))
  const headers = { authorization: `Bearer ${token}` }
  return fetch(server.url + path, { method: 'POST', headers, body, ...(signal && { signal }) })
}

async function ask<T>(path: string): Promise<T> {
  return (await fetch(server.url + path, { headers: { authorization: `Bearer ${token}` } })).json() as Promise<T>
}

/** All that is told of the next piece of work, as whoever asks sees it. */
function stagesOf(): string[] {
  const stages: string[] = []
  server.desk.texts.run = async (name, given, watch) => {
    const told: JobWatch['told'] = (stage, done, all) => {
      stages.push(`${stage} ${done}/${all}`)
      watch?.told?.(stage, done, all)
    }
    const answer = await texts(name, given, { ...watch, told })
    // What was told last is what is answered while it is not done.
    stages.push(`asked: ${WorkAnswer.parse(await ask(`/api/work/${WORD}`)).stage}`)
    return answer
  }
  return stages
}

test('a web page is recognised, its lines are counted as they are read, and its words are placed', async () => {
  const looked = stagesOf()
  expect((await send(`/api/intake?work=${WORD}`, HTML, 'mats.html')).status).toBe(200)
  expect(looked).toEqual(['recognising 0/0', 'parsing 500/0', 'parsing 1000/0', 'asked: parsing'])
  const taken = stagesOf()
  const marked = HTML.replace('sat', '<del>sat</del><ins>lay</ins>')
  expect((await send(`/api/stories?work=${WORD}`, marked, 'mats.html')).status).toBe(201)
  expect(taken).toEqual(['recognising 0/0', 'parsing 500/0', 'parsing 1000/0', 'placing 1/1', 'asked: placing'])
})

test.each([
  ['docx', 'mats.docx', 'docx'],
  ['md', 'mats.md', 'md'],
  ['epub', 'mats.epub', 'epub'],
])('a version as %s is told line by line, then compared, then placed', async (format, name) => {
  const headers = { authorization: `Bearer ${token}` }
  const file = await fetch(`${server.url}/api/stories/${story}/export?format=${format}`, { headers })
  const body = new FormData()
  body.append('file', new File([await file.arrayBuffer()], name))
  const stages = stagesOf()
  const answer = await fetch(`${server.url}/api/stories/${story}/bring-in?work=${WORD}`, {
    ...{ method: 'POST', headers, body },
  })
  expect(answer.status).toBe(200)
  const kinds = stages.map((stage) => stage.replace(/ \d+\/\d+$/, ''))
  expect(kinds).toEqual(['recognising', 'parsing', 'parsing', 'comparing', 'placing', 'asked: placing'])
})

/** The story's file, on this machine, as another program has left it. */
async function changedOnDisk(said: string): Promise<string> {
  const path = join(folder, 'mats.txt')
  await writeFile(path, said)
  await keepOrigin(server.desk, story, path, new TextEncoder().encode(SOURCE))
  return `/api/stories/${story}/origin/bring-in?work=${WORD}`
}

function bringFromDisk(path: string, signal?: AbortSignal): Promise<Response> {
  const headers = { authorization: `Bearer ${token}` }
  return fetch(server.url + path, { method: 'POST', headers, ...(signal && { signal }) })
}

/** Whoever asks with this signal gives up as soon as the text thread is at work for them; the work waits until it has heard. */
function givesUpAtWork(): { asker: AbortController; givenUp: Promise<void> } {
  const asker = new AbortController()
  const givenUp = new Promise<void>((resolve) => {
    server.desk.texts.run = async (name, given, watch) => {
      watch?.signal?.addEventListener('abort', () => resolve())
      asker.abort()
      await givenUp
      return texts(name, given, watch)
    }
  })
  return { asker, givenUp }
}

test('what was changed in the file on disk is told as it is read, compared and placed', async () => {
  const path = await changedOnDisk(SOURCE.replace('cat', 'dog'))
  const stages = stagesOf()
  expect((await bringFromDisk(path)).status).toBe(200)
  expect(stages).toEqual(['recognising 0/0', 'comparing 1200/1200', 'placing 0/0', 'asked: placing'])
})

test('given up, nothing of the file on disk comes in, and it still counts as changed', async () => {
  const path = await changedOnDisk(SOURCE.replace('cat', 'dog'))
  const { asker, givenUp } = givesUpAtWork()
  await expect(bringFromDisk(path, asker.signal)).rejects.toThrow(/abort/i)
  await givenUp
  await texts('recognise', { name: 'a.txt', bytes: new TextEncoder().encode('a'), encoding: undefined })
  server.desk.texts.run = texts
  expect(ReviewAnswer.parse(await ask(`/api/stories/${story}/review?after=0`)).events).toEqual([])
  expect(await ask(`/api/stories/${story}/origin/file`)).toMatchObject({ file: 'changed' })
})

test('what is kept is counted, one after the other', async () => {
  const review = server.desk.live.review.bind(server.desk.live)
  const seen: unknown[] = []
  const watched: typeof review = async (...given) => {
    seen.push(await ask(`/api/work/${WORD}`))
    return review(...given)
  }
  Object.assign(server.desk.live, { review: watched })
  try {
    const version = HTML.replace('cat', 'dog').replace('mat 7.', 'mat seven.')
    await send(`/api/stories/${story}/bring-in?base=now&work=${WORD}`, version, 'mats.html')
  } finally {
    Object.assign(server.desk.live, { review })
  }
  expect(seen).toEqual([
    { stage: 'keeping', done: 0, all: 2 },
    { stage: 'keeping', done: 1, all: 2 },
  ])
})

test.each(['/api/intake', '/api/stories', 'bring-in'])('sent to %s and given up, it leaves nothing', async (where) => {
  const path = where === 'bring-in' ? `/api/stories/${story}/bring-in` : where
  const before = await ask<{ stories: unknown[] }>('/api/stories')
  const { asker, givenUp } = givesUpAtWork()
  await expect(send(path, HTML.replace('cat', 'dog'), 'mats.html', asker.signal)).rejects.toThrow(/abort/i)
  await givenUp
  // The same thread does the next work, so that what was given up is over.
  await texts('recognise', { name: 'a.txt', bytes: new TextEncoder().encode('a'), encoding: undefined })
  expect(await ask<{ stories: unknown[] }>('/api/stories')).toEqual(before)
  expect(ReviewAnswer.parse(await ask(`/api/stories/${story}/review?after=0`)).events).toEqual([])
})

test('a word that could be an address is none', async () => {
  for (const path of ['/api/intake', '/api/stories', `/api/stories/${story}/bring-in`])
    expect((await send(`${path}?work=../session`, HTML, 'mats.html')).status).toBe(400)
})
