/** The correction record over HTTP and on the command line, on a whole server. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccount } from '../../../server/auth/accounts.ts'
import { OPERATOR } from '../../../server/auth/actor.ts'
import { createToken } from '../../../server/auth/tokens.ts'
import { runCommand } from '../../../server/cli/run-command.ts'
import { startStory } from '../../../server/stories/start-story.ts'
import type { CorrectionRecord } from '../../../shared/review/record.ts'
import type { Role } from '../../../shared/roles.ts'
import { anchorAt } from '../../../shared/story/places.ts'
import { RawClient } from '../../kit/raw-client.ts'
import { freshId, openNote } from '../../kit/review-commands.ts'
import { type ServerUnderTest, startUnderTest } from '../../kit/server-under-test.ts'

let server: ServerUnderTest
let story: string
const tokens = new Map<string, string>()

beforeAll(async () => {
  server = await startUnderTest({ stories: null })
  story = (await startStory(server.desk, OPERATOR, { name: 'Story', text: 'Teh first line.\n\nA second line.' })).id
  for (const role of ['reader', 'proofreader', 'editor'] satisfies Role[]) {
    const user = await createAccount(server.desk, { name: `A ${role}`, owner: false })
    await server.storage.people.setRole(story, user.id, role)
    tokens.set(role, await createToken(server.desk, user, 'test'))
  }
  tokens.set(
    'stranger',
    await createToken(server.desk, await createAccount(server.desk, { name: 'X', owner: false }), 'x'),
  )
})
afterAll(async () => {
  await server.close()
  expect(server.faults).toEqual([])
})

function request(who: string, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${tokens.get(who)}`, 'content-type': 'application/json' }
  return fetch(`${server.url}/api/stories/${story}${path}`, { ...init, headers })
}

async function ask(who: string, ...commands: unknown[]): Promise<void> {
  const answer = await request(who, '/review', { method: 'POST', body: JSON.stringify({ commands }) })
  const { results } = (await answer.json()) as { results: { error: unknown }[] }
  expect(results.map(({ error }) => error)).toEqual(commands.map(() => null))
}

async function galley(...args: string[]): Promise<{ code: number; out: string }> {
  let out = ''
  const code = await runCommand([...args, '--data', join(server.folder, 'data')], {
    out: (line) => {
      out += `${line}\n`
    },
    note: (line) => {
      out += `${line}\n`
    },
    progress: () => undefined,
    env: {},
    folder: join(server.folder, 'data'),
  })
  return { code, out }
}

test('who may read the story has the record as a table and as data, without a word of a note', async () => {
  const headers = { authorization: `Bearer ${tokens.get('proofreader')}` }
  const url = `${server.url.replace('http', 'ws')}/rooms`
  const client = await new RawClient(url, { galley: '1' }, story, undefined, headers).sync()
  const anchor = anchorAt(client.text, { from: 1, to: 4 })
  const change = [{ delete: 3 }, { insert: 'The' }]
  await ask('proofreader', openNote('note-one', { private: true, body: 'Nobody is to read this.' }), {
    id: freshId(),
    type: 'propose',
    suggestion: 'sugg-one',
    anchor,
    base: [{ insert: 'Teh' }],
    change,
    reason: 'Grammar',
  })
  await ask('editor', {
    id: freshId(),
    type: 'decide',
    verdict: 'accept',
    reason: 'of course',
    decisions: [{ suggestion: 'sugg-one', rev: 1 }],
  })
  client.close()
  const json = await request('reader', '/record')
  expect(json.headers.get('content-type')).toContain('application/json')
  expect(json.headers.get('content-disposition')).toContain('.corrections.json')
  const record = (await json.json()) as CorrectionRecord & { story: { id: string } }
  expect(record.story.id).toBe(story)
  expect(record.entries).toMatchObject([
    {
      outcome: 'accepted',
      line: 1,
      context: 'The first line.',
      before: 'Teh',
      after: 'The',
      by: { name: 'A proofreader' },
      decidedBy: { name: 'A editor' },
      reason: 'Grammar',
      decision: 'of course',
      tag: 'Grammar',
    },
  ])
  expect(record.tags).toEqual([{ tag: 'Grammar', accepted: 1, rejected: 0 }])
  const csv = Buffer.from(await (await request('reader', '/record?format=csv')).arrayBuffer()).toString()
  expect(csv.startsWith('\ufeffLine,Outcome,')).toBe(true)
  expect(csv).toContain('1,accepted,Teh,The,The,,,A proofreader,')
  for (const who of ['reader', 'proofreader']) {
    expect(await (await request(who, '/record')).text()).not.toContain('Nobody is to read')
  }
  expect((await request('stranger', '/record')).status).toBe(404)
  expect((await request('reader', '/record?format=doc')).status).toBe(400)
  const printed = await galley('record', story)
  expect(printed).toEqual({ code: 0, out: csv.replace(/\r\n$/, '\n') })
  const written = await galley('record', 'Story', '--format', 'json', '--output', 'record.json')
  expect(written.code).toBe(0)
  const { entries } = JSON.parse(await readFile(join(server.folder, 'data', 'record.json'), 'utf8')) as CorrectionRecord
  expect(entries).toEqual(record.entries)
  expect((await galley('record')).code).toBe(2)
})
