/** Export over HTTP and on the command line, on a whole server: views, names, notes, cleaning, the report, the zip. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccount } from '../../../server/auth/accounts.ts'
import { OPERATOR } from '../../../server/auth/actor.ts'
import { createToken } from '../../../server/auth/tokens.ts'
import { startStory } from '../../../server/stories/start-story.ts'
import type { TextWork } from '../../../server/stories/text-worker.ts'
import { Refusal } from '../../../shared/refusals.ts'
import type { Role } from '../../../shared/roles.ts'
import { anchorAt } from '../../../shared/story/places.ts'
import type { ExportReport } from '../../../shared/wire/api.ts'
import { RawClient } from '../../kit/raw-client.ts'
import { freshId, openNote } from '../../kit/review-commands.ts'
import { asBrowser, openDeskHouse, welcome } from '../../kit/server-desk.ts'
import { type ServerUnderTest, startUnderTest } from '../../kit/server-under-test.ts'
import { inTerminal } from '../../kit/terminal.ts'

const TEXT = 'Teh “first” line. \n\nA "second" line.\n\n\n'
let server: ServerUnderTest
let story: string
const tokens = new Map<string, string>()

beforeAll(async () => {
  server = await startUnderTest({ stories: null })
  story = (await startStory(server.desk, OPERATOR, { name: 'Zoë’s story', text: TEXT })).id
  await startStory(server.desk, OPERATOR, { name: 'Plain', text: 'Nothing to see.' })
  await startStory(server.desk, OPERATOR, { name: 'plain', text: 'Nothing to hear.' })
  for (const role of ['reader', 'proofreader', 'editor'] satisfies Role[]) {
    const user = await createAccount(server.desk, { name: `Ann ${role}`, owner: false })
    await server.storage.people.setRole(story, user.id, role)
    tokens.set(role, await createToken(server.desk, user, 'test'))
  }
  const headers = { authorization: `Bearer ${tokens.get('proofreader')}` }
  const url = `${server.url.replace('http', 'ws')}/rooms`
  const client = await new RawClient(url, { galley: '1' }, story, undefined, headers).sync()
  const propose = (suggestion: string, from: number, words: string, insert: string) => ({
    id: freshId(),
    type: 'propose',
    suggestion,
    anchor: anchorAt(client.text, { from, to: from + words.length }),
    base: [{ insert: words }],
    change: [{ delete: words.length }, { insert }],
    reason: 'For @Ann editor to look at',
  })
  await ask('proofreader', openNote('note-one', { private: true, body: 'Nobody is to read this.' }))
  await ask('proofreader', openNote('note-two', { body: 'Everybody may.' }))
  await ask('proofreader', propose('sugg-one', 1, 'Teh', 'The'), propose('sugg-two', 1, 'Teh “first”', 'One'))
  await ask('editor', propose('sugg-three', client.text.toString().indexOf('second'), 'second', 'third'))
  const decisions = [{ suggestion: 'sugg-three', rev: 1 }]
  await ask('editor', { id: freshId(), type: 'decide', verdict: 'reject', reason: '', decisions })
  client.close()
})
afterAll(async () => {
  await server.close()
  expect(server.faults).toEqual([])
})

function get(who: string, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${tokens.get(who)}`, 'content-type': 'application/json' }
  return fetch(`${server.url}${path}`, { ...init, headers })
}

const exported = (query: string, who = 'reader') => get(who, `/api/stories/${story}/export?${query}`)

const reportOf = async (query: string) =>
  (await (await get('reader', `/api/stories/${story}/export/report?${query}`)).json()) as ExportReport

async function ask(who: string, ...commands: unknown[]): Promise<void> {
  const answer = await get(who, `/api/stories/${story}/review`, { method: 'POST', body: JSON.stringify({ commands }) })
  const { results } = (await answer.json()) as { results: { error: unknown }[] }
  expect(results.map(({ error }) => error)).toEqual(commands.map(() => null))
}

function galley(...args: string[]) {
  return inTerminal(server.folder, [...args, '--data', join(server.folder, 'data')])
}

describe('a story', () => {
  test('is its text as it stands, or with all open suggestions made', async () => {
    expect(await (await exported('format=txt')).text()).toBe(TEXT)
    expect(await (await exported('format=txt&view=accepted')).text()).toBe(TEXT.replace('Teh', 'The'))
    expect(await (await exported('format=patch&view=accepted')).text()).toContain('+The “first” line. \n')
  })

  test('is the same bytes whenever it is asked for, as an attachment under its own name', async () => {
    const [one, other] = [await exported('format=record-json'), await exported('format=record-json')]
    expect(await one.text()).toBe(await other.text())
    expect(one.headers.get('content-disposition')).toBe(
      'attachment; filename="Zo__s story.corrections.json"; filename*=UTF-8\'\'Zo%C3%AB%E2%80%99s%20story.corrections.json',
    )
    expect(one.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('names nobody when names are left out, not even where somebody is mentioned', async () => {
    const named = await (await exported('format=record-csv')).text()
    expect(named).toContain('Ann editor')
    const masked = await (await exported('format=record-csv&names=false')).text()
    expect(masked).not.toMatch(/Ann/)
    expect(masked).toMatch(/For @Reviewer \d to look at/)
  })

  test('is cleaned in what was chosen and nothing else, and the report counts it', async () => {
    const clean = 'trailing-blanks,final-newline'
    expect(await (await exported(`clean=${clean}`)).text()).toBe('Teh “first” line.\n\nA "second" line.\n')
    expect((await reportOf(`clean=${clean}`)).cleaned).toEqual([
      { choice: 'trailing-blanks', count: 1, message: '1 line was freed of blanks at the end.' },
      { choice: 'final-newline', count: 2, message: '2 line ends were put in or taken out behind the last line.' },
    ])
  })
})

describe('the report', () => {
  test('says what the file is, what it does not hold, and how it begins', async () => {
    const text = TEXT.replace('Teh', 'The')
    expect(await reportOf('view=accepted')).toEqual({
      name: 'Zoë’s story.txt',
      bytes: Buffer.byteLength(text),
      mediaType: 'text/plain; charset=utf-8',
      views: ['now', 'accepted'],
      losses: [
        expect.objectContaining({ kind: 'overlapping', count: 1 }),
        { kind: 'reasons', count: 2, message: 'The reasons and replies of 2 suggestions are not in this file.' },
        { kind: 'notes', count: 1, message: expect.stringContaining('1 note is') },
      ],
      cleaned: [],
      preview: text,
    })
    const { losses } = await reportOf('notes=0')
    expect(losses.map(({ kind, count }) => [kind, count])).toEqual([['suggestions', 2]])
  })

  test('is no copy: the activity log hears only of files that were taken', async () => {
    const before = await server.storage.activity.list({ story, limit: 100 })
    await reportOf('')
    expect(await server.storage.activity.list({ story, limit: 100 })).toEqual(before)
    await exported('')
    expect((await server.storage.activity.list({ story, limit: 1 }))[0]?.act).toBe('exported')
  })
})

test.each([
  ['format=pdf', 'format'],
  ['view=original', 'view'],
  ['view=marked', 'marked'],
  ['clean=quotes,everything', 'clean'],
  ['format=record-csv&clean=quotes', 'cleaned'],
  ['names=perhaps', 'names'],
])('what no format offers is refused by name: %s', async (query, named) => {
  for (const path of [`stories/${story}/export`, `stories/${story}/export/report`, 'export']) {
    const answer = await get('reader', `/api/${path}?${query}`)
    expect(answer.status, path).toBe(400)
    expect(((await answer.json()) as { error: { message: string } }).error.message).toContain(named)
  }
})

describe('the library', () => {
  test('is a zip of what one may read, with a report, the same bytes each time', async () => {
    const answer = await get('reader', '/api/export?view=accepted')
    expect(answer.headers.get('content-type')).toBe('application/zip')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const files = unzipSync(bytes)
    expect(Object.keys(files)).toEqual(['Zoë’s story.txt', 'report.json'])
    expect(strFromU8(files['Zoë’s story.txt']!)).toBe(TEXT.replace('Teh', 'The'))
    const report = JSON.parse(strFromU8(files['report.json']!)) as { stories: unknown[] }
    expect(report.stories).toMatchObject([{ id: story, file: 'Zoë’s story.txt', error: null }])
    const again = await get('reader', '/api/export?view=accepted')
    expect(Buffer.compare(bytes, new Uint8Array(await again.arrayBuffer()))).toBe(0)
  })

  test('on the command line has every story, each under a name of its own, and a report beside it', async () => {
    const made = await galley('export', '--all', '--format', 'txt', '--zip', 'all.zip', '--report', 'report.json')
    expect(made).toMatchObject({ code: 0, out: 'all.zip\n' })
    expect(made.err).toContain('Zoë’s story.txt: Plain text has no margin')
    const files = unzipSync(await readFile(join(server.folder, 'all.zip')))
    expect(Object.keys(files).sort()).toEqual(['Plain.txt', 'Zoë’s story.txt', 'plain (2).txt', 'report.json'])
    const report = JSON.parse(await readFile(join(server.folder, 'report.json'), 'utf8')) as { stories: unknown[] }
    expect(report.stories).toEqual(JSON.parse(strFromU8(files['report.json']!)).stories)
  })
})

test('a story that does not fit is told in the report, and the others are written', async () => {
  const { id } = await startStory(server.desk, OPERATOR, { name: 'Smile', text: '\u{1f600}' })
  const made = await galley('export', 'Smile', 'Plain', '--encoding', 'windows-1252', '--zip', 'some.zip')
  expect(made).toMatchObject({ code: 1, out: 'some.zip\n' })
  expect(made.err).toContain('Windows-1252')
  const files = unzipSync(await readFile(join(server.folder, 'some.zip')))
  expect(Object.keys(files)).toEqual(['Plain.txt', 'report.json'])
  expect(JSON.parse(strFromU8(files['report.json']!)).stories).toMatchObject([
    { file: 'Plain.txt', error: null },
    { id, file: null, error: { code: 'cannot-encode' } },
  ])
})

test('one library is packed at a time, and the next one when it is done or was given up', async () => {
  const house = await openDeskHouse()
  try {
    const { cookie } = await welcome(house, 'Ann', { owner: true })
    const browser = asBrowser(house.app, cookie)
    await startStory(house.desk, OPERATOR, { name: 'One', text: 'One.' })
    const { run } = house.desk.texts
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const late: TextWork['run'] = async (name, ask) => held.then(() => run(name, ask))
    Object.assign(house.desk, { texts: { run: late } })
    const first = browser('/api/export')
    expect((await browser('/api/export')).status).toBe(503)
    release()
    expect((await first).status).toBe(200)
    expect((await browser('/api/export', { signal: AbortSignal.abort() })).status).toBe(503)
    expect((await browser('/api/export')).status).toBe(200)
  } finally {
    await house.close()
  }
})

test('whoever waits can ask how far it is, and nobody else can', async () => {
  const house = await openDeskHouse()
  try {
    const { cookie } = await welcome(house, 'Ann', { owner: true })
    const [ann, ben] = [asBrowser(house.app, cookie), asBrowser(house.app, (await welcome(house, 'Ben')).cookie)]
    for (const name of ['One', 'Two']) await startStory(house.desk, OPERATOR, { name, text: name })
    const { run } = house.desk.texts
    const seen: unknown[] = []
    const watched: TextWork['run'] = async (...asked) => {
      seen.push(await (await ann('/api/work/my-library')).json())
      expect((await ben('/api/work/my-library')).status).toBe(404)
      return run(...asked)
    }
    Object.assign(house.desk, { texts: { run: watched } })
    expect((await ann('/api/export?work=my-library')).status).toBe(200)
    expect(seen).toEqual([
      { stage: 'writing', done: 0, all: 2 },
      { stage: 'writing', done: 1, all: 2 },
      { stage: 'packing', done: 2, all: 2 },
    ])
    expect((await ann('/api/work/my-library')).status).toBe(404)
    expect((await ann('/api/export?work=../my')).status).toBe(400)
  } finally {
    await house.close()
  }
})

test('an export whose asker has gone away is given up', async () => {
  const { texts } = server.desk
  const run = texts.run.bind(texts)
  const asker = new AbortController()
  const givenUp = new Promise<void>((resolve) => {
    texts.run = async (_name, _ask, watch) => {
      asker.abort()
      return new Promise((_, reject) =>
        watch?.signal?.addEventListener('abort', () => {
          resolve()
          reject(new Refusal('unavailable', 'Given up.'))
        }),
      )
    }
  })
  try {
    const { signal } = asker
    await expect(get('reader', `/api/stories/${story}/export?format=docx`, { signal })).rejects.toThrow(/abort/i)
    await givenUp
  } finally {
    texts.run = run
  }
})

test('what is given up at the terminal leaves whole files, and no zip', async () => {
  const all = ['export', '--all', '--data', join(server.folder, 'data')]
  const given = await inTerminal(server.folder, [...all, '--out', 'given-up'], { interruptAt: /^2 of/ })
  expect(given.code).toBe(130)
  expect(given.err).toContain('Given up.')
  expect(given.progress).toMatch(/^1 of \d+ stories: reading /)
  expect(given.out.trim().split('\n')).toHaveLength(1)
  expect(await readdir(join(server.folder, 'given-up'))).toHaveLength(1)
  const zip = await inTerminal(server.folder, [...all, '--zip', 'given-up.zip'], { interruptAt: /^1 of/ })
  expect(zip.code).toBe(130)
  await expect(readFile(join(server.folder, 'given-up.zip'))).rejects.toThrow('ENOENT')
})

test('the command line takes the same choices, and tells what they came to', async () => {
  const choices = ['--view', 'accepted', '--no-notes', '--clean', 'trailing-blanks,final-newline']
  const made = await galley('export', story, ...choices, '--out', 'out')
  expect(made).toMatchObject({ code: 0, out: `${join('out', 'Zoë’s story.txt')}\n` })
  expect(made.err).toBe(
    [
      '1 open suggestion is left out: an earlier suggestion changes the same words.',
      'The reasons and replies of 2 suggestions are not in this file.',
      '1 line was freed of blanks at the end.',
      '2 line ends were put in or taken out behind the last line.',
    ]
      .map((line) => `Zoë’s story.txt: ${line}\n`)
      .join(''),
  )
  expect(await readFile(join(server.folder, 'out', 'Zoë’s story.txt'), 'utf8')).toBe(
    'The “first” line.\n\nA "second" line.\n',
  )
  const masked = await galley('export', story, '--format', 'record-csv', '--no-names', '--out', 'out')
  expect(masked.code).toBe(0)
  expect(await readFile(join(server.folder, 'out', 'Zoë’s story.corrections.csv'), 'utf8')).not.toContain('Ann')
  expect(await galley('export', story, '--view', 'marked')).toMatchObject({
    code: 2,
    err: expect.stringContaining('has no view'),
  })
  expect(await galley('export', story, '--clean', 'teeth')).toMatchObject({ code: 2 })
})
