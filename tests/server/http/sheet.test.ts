/** The style sheet over HTTP and on the command line, beside a running server and without one. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccount } from '../../../server/auth/accounts.ts'
import { OPERATOR } from '../../../server/auth/actor.ts'
import { createToken } from '../../../server/auth/tokens.ts'
import { runCommand } from '../../../server/cli/run-command.ts'
import { startStory } from '../../../server/stories/start-story.ts'
import type { Role } from '../../../shared/roles.ts'
import type { ReviewAnswer, SheetTakenAnswer } from '../../../shared/wire/review.ts'
import { type ServerUnderTest, startUnderTest } from '../../kit/server-under-test.ts'

const SHEET = `# Style sheet: A gray sky.

## Style

- Dash: em dash, closed up
- Ellipsis: …

## Spellings

- grey (not: gray)
  > A grey sky.
`

let server: ServerUnderTest
let story: string
const tokens = new Map<string, string>()

beforeAll(async () => {
  server = await startUnderTest({ stories: null })
  story = (await startStory(server.desk, OPERATOR, { name: 'Story', text: 'A gray sky.' })).id
  for (const role of ['reader', 'proofreader', 'editor'] satisfies Role[]) {
    const user = await createAccount(server.desk, { name: `A ${role}`, owner: false })
    await server.storage.people.setRole(story, user.id, role)
    tokens.set(role, await createToken(server.desk, user, 'test'))
  }
})
afterAll(async () => {
  await server.close()
  expect(server.faults).toEqual([])
})

function request(who: string, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${tokens.get(who)}` }
  return fetch(`${server.url}/api/stories/${story}${path}`, { ...init, headers })
}

async function put(who: string, words: string): Promise<SheetTakenAnswer> {
  const answer = await request(who, '/sheet', { method: 'PUT', body: words })
  expect(answer.status).toBe(200)
  return (await answer.json()) as SheetTakenAnswer
}

async function galley(data: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const code = await runCommand([...args, '--data', data], {
    out: (line) => {
      said.out += `${line}\n`
    },
    note: (line) => {
      said.err += `${line}\n`
    },
    progress: () => undefined,
    env: {},
    folder: server.folder,
  })
  return { code, ...said }
}

test('an editor decides what a file says, and whoever reads the story has the sheet in both forms', async () => {
  const taken = await put('editor', SHEET)
  expect(taken).toEqual({
    decided: ['- Dash: em dash, closed up', '- Ellipsis: …', '- grey (not: gray)\n  > A grey sky.'],
    same: 0,
    left: [],
  })
  const md = await request('reader', '/sheet?format=md')
  expect(md.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
  expect(md.headers.get('content-disposition')).toContain('Story.style-sheet.md')
  expect(await md.text()).toBe(SHEET)
  const json = await request('reader', '/sheet')
  expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(await json.json()).toEqual({
    styleSheet: [
      { decision: { part: 'dash', value: 'em' }, example: '' },
      { decision: { part: 'ellipsis', value: '…' }, example: '' },
      { decision: { part: 'spelling', preferred: 'grey', variants: ['gray'] }, example: 'A grey sky.' },
    ],
  })
  expect((await request('reader', '/sheet?format=doc')).status).toBe(400)
})

test('what was read back is the same already; it makes no event', async () => {
  const before = ((await (await request('editor', '/review')).json()) as ReviewAnswer).head
  for (const format of ['md', 'json']) {
    const words = await (await request('reader', `/sheet?format=${format}`)).text()
    expect(await put('editor', words)).toEqual({ decided: [], same: 3, left: [] })
  }
  expect(((await (await request('editor', '/review')).json()) as ReviewAnswer).head).toBe(before)
})

test('what cannot be taken is told line by line, and does not stop the rest', async () => {
  const long = 'a'.repeat(500)
  const { decided, left } = await put(
    'editor',
    `- Dash: none\n- whatever\n\n## Spellings\n- ${long} (not: b)\n- tyre (not: tire)\n`,
  )
  expect(decided).toEqual(['- tyre (not: tire)'])
  expect(left.map(({ line }) => line)).toEqual(['- Dash: none', '- whatever', `- ${long} (not: b)`])
  expect(left.map(({ why }) => why)).toEqual(['Not understood.', 'Not understood.', expect.stringMatching(/preferred/)])
})

test('a proofreader is refused, and what is decided has the name of who did it', async () => {
  const refused = await request('proofreader', '/sheet', { method: 'PUT', body: SHEET })
  expect(refused.status).toBe(403)
  expect((await request('editor', '/sheet', { method: 'PUT', body: 'a\0b' })).status).toBe(400)
  const { events } = (await (await request('reader', '/review')).json()) as ReviewAnswer
  expect(new Set(events.map(({ by }) => by)).size).toBe(1)
})

test('the command prints the sheet, writes it to a file, and takes one while the server runs; no token is left', async () => {
  const { user } = await server.owner()
  const data = join(server.folder, 'data')
  const printed = await galley(data, 'sheet', 'Story')
  expect(printed.code).toBe(0)
  expect(printed.out).toContain('- grey (not: gray)\n  > A grey sky.')
  const written = await galley(data, 'sheet', story, '--format', 'json', '--out', 'sheet.json')
  expect(written.code).toBe(0)
  const file = join(server.folder, 'sheet.json')
  const words = await readFile(file, 'utf8')
  expect(words).toBe(await (await request('reader', '/sheet?format=json')).text())
  await writeFile(file, words.replace('"em"', '"spaced-en"'))
  const { port } = new URL(server.url)
  const before = (await server.storage.people.tickets({ kind: 'token' })).length
  const taken = await galley(data, 'sheet', 'Story', '--set', 'sheet.json', '--port', port)
  expect(taken).toEqual({
    code: 0,
    out: '- Dash: en dash, spaced\n',
    err: 'Decided 1; 3 the same already; 0 left out.\n',
  })
  expect(await server.storage.people.tickets({ kind: 'token' })).toHaveLength(before)
  const { events } = (await (await request('reader', '/review')).json()) as ReviewAnswer
  expect(events.at(-1)).toMatchObject({ type: 'decide-style', by: user.id })
  const away = await galley(data, 'sheet', 'Story', '--set', 'sheet.json', '--port', '1')
  expect(away).toEqual({ code: 1, out: '', err: expect.stringMatching(/not at 127\.0\.0\.1:1; name its --host/) })
  expect(await server.storage.people.tickets({ kind: 'token' })).toHaveLength(before)
})

test('where no server runs the command takes the sheet itself, and says what it left out', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'galley-sheet-'))
  try {
    const data = join(folder, 'data')
    const file = join(folder, 'sheet.md')
    await writeFile(join(folder, 'story.txt'), 'A gray sky.\n')
    await writeFile(file, `${SHEET}- something else\n`)
    expect((await galley(data, 'import', join(folder, 'story.txt'))).code).toBe(0)
    expect(await galley(data, 'sheet', 'story', '--set', file)).toMatchObject({ code: 1, err: /Nobody owns/ })
    expect((await galley(data, 'token', 'create', '--name', 'x', '--owner', 'Ruth')).code).toBe(0)
    expect(await galley(data, 'sheet', 'story', '--set', file)).toEqual({
      code: 1,
      out: '- Dash: em dash, closed up\n- Ellipsis: …\n- grey (not: gray)\n  > A grey sky.\n',
      err: 'Left out: - something else: Not understood.\nDecided 3; 0 the same already; 1 left out.\n',
    })
    expect((await galley(data, 'sheet', 'story')).out).toBe(SHEET)
    await writeFile(file, new Uint8Array([0xff, 0xfe, 0x41]))
    expect(await galley(data, 'sheet', 'story', '--set', file)).toMatchObject({ code: 2, out: '' })
    expect((await galley(data, 'sheet', 'story', '--set', file, '--out', 'x')).code).toBe(2)
    expect((await galley(data, 'sheet')).code).toBe(2)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
