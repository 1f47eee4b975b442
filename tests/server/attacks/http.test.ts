/**
 * Hostile requests on the real port, as bytes where a well-behaved client would tidy them up: other sites, forms,
 * prototype keys, sizes, names that break headers and paths, addresses to guess, and what the answers give away.
 */
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { update } from '../../kit/attacker-frames.ts'
import { type Battlefield, openBattlefield } from '../../kit/battlefield.ts'
import { rawUpdate, string } from '../../kit/raw-update.ts'

let field: Battlefield
let owner: Record<string, string>
let editor: Record<string, string>
let stranger: Record<string, string>
let maintainer: Record<string, string>
beforeAll(async () => {
  field = await openBattlefield()
  const { user, token } = await field.server.owner()
  secrets.push(token, field.server.folder)
  owner = { cookie: await field.server.cookie(user), origin: field.server.url }
  editor = (await field.account('Mallory editor', 'editor')).headers
  maintainer = (await field.account('Mallory maintainer', 'maintainer')).headers
  stranger = (await field.account('Mallory stranger', null)).headers
})
afterAll(async () => {
  await field.holds('after all requests')
  await field.end()
})

/** What no answer may hold. */
const secrets: string[] = []
const INNARDS = /node_modules|\.ts:\d|\bat .*\(.*:\d+:\d+\)|SQLITE|libsql|ZodError|SyntaxError|TypeError/

interface Answer {
  status: number
  headers: NodeJS.Dict<string | string[]>
  body: string
}

/** The path goes out as it is given. */
async function send(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Uint8Array; chunked?: boolean } = {},
): Promise<Answer> {
  const { port } = new URL(field.server.url)
  const { method = 'GET', headers = {}, body, chunked = false } = options
  const length = body === undefined || chunked ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  const asked = request({ host: '127.0.0.1', port, path, method, headers: { ...headers, ...length }, agent: false })
  const answered = once(asked, 'response')
  // An answer may come, and the connection end, before all of a body is sent.
  asked.on('error', () => asked.destroy())
  asked.end(body)
  const [response] = await answered
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  const answer = { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() }
  expect(answer.body, path).not.toMatch(INNARDS)
  for (const secret of secrets) expect(JSON.stringify(answer), path).not.toContain(secret)
  return answer
}

const post = (body: unknown, headers: Record<string, string>, method = 'POST') => ({
  method,
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

const stories = async () => (await field.server.storage.stories.list()).map(({ id, name, title }) => [id, name, title])

describe('[T1] [T2] from another site', () => {
  test.each([
    ['a form', 'application/x-www-form-urlencoded', 'name=Evil&text='],
    ['a form of plain text that is JSON', 'text/plain', '{"name":"Evil","text":""}'],
    [
      'a form with a file',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="f"; filename="e.txt"\r\n\r\nEvil\r\n--x--\r\n',
    ],
    ['a beacon', 'application/json', '{"name":"Evil","text":""}'],
  ])('%s changes nothing', async (_, type, body) => {
    const before = await stories()
    for (const from of [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }]) {
      const headers = { cookie: owner.cookie ?? '', 'content-type': type, ...from } as Record<string, string>
      expect((await send('/api/stories', { method: 'POST', headers, body })).status).toBe(403)
    }
    expect(await stories()).toEqual(before)
  })

  test('deleting, renaming and inviting change nothing', async () => {
    const headers = { cookie: owner.cookie ?? '', origin: 'https://evil.example' }
    const story = `/api/stories/${field.story}`
    for (const [method, path] of [
      ['DELETE', story],
      ['PATCH', story],
      ['POST', `${story}/invites`],
      ['DELETE', '/api/session'],
    ] as const) {
      expect((await send(path, post({ role: 'editor', title: 'Evil' }, headers, method))).status, path).toBe(403)
    }
    expect((await send(story, { headers: owner })).body).toContain('Besieged')
  })

  test.each([
    ['another origin', () => ({ ...editor, origin: 'https://evil.example' }), 403],
    ['no session', () => ({ origin: field.server.url }), 401],
    ['a session without a role', () => stranger, 404],
    ['a session in the address only', () => ({ origin: field.server.url, 'x-cookie': editor.cookie ?? '' }), 401],
    ['a made-up token', () => ({ authorization: 'Bearer gly_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }), 401],
  ] as [string, () => Record<string, string>, number][])(
    'an upgrade with %s is answered before a single frame of it is read',
    async (_, headers, status) => {
      const { port } = new URL(field.server.url)
      const socket = connect(Number(port), '127.0.0.1')
      const { own, server } = field.field()
      const frame = update(rawUpdate([{ client: own, clock: 0, structs: [string('Z', [server, 1])] }]))
      const mask = Buffer.from([0x82, 0x80 | frame.length, 0, 0, 0, 0])
      const lines = Object.entries({
        host: `127.0.0.1:${port}`,
        upgrade: 'websocket',
        connection: 'Upgrade',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
        ...headers(),
      }).map(([name, value]) => `${name}: ${value}`)
      const asked = `GET /rooms/${field.story}?galley=1 HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`
      socket.write(Buffer.concat([Buffer.from(asked), mask, frame]))
      const [answer] = (await once(socket, 'data')) as [Buffer]
      socket.destroy()
      expect(answer.toString()).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
      await field.holds('a refused upgrade', { quick: true })
    },
  )
})

describe('[T10] prototype keys', () => {
  const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']

  test('in bodies and addresses make nobody an owner and break nothing', async () => {
    for (const key of KEYS) {
      const body = `{"${key}":{"owner":true,"role":"maintainer"},"name":"Mallory editor","swatch":1}`
      expect((await send('/api/session', post(body, editor, 'PATCH'))).status, key).toBe(200)
      for (const path of [
        `?${key}=1`,
        `?${key}[owner]=true`,
        `?a[${key}][x]=1`,
        `?format=${key}`,
        `?encoding=${key}`,
      ]) {
        const { status } = await send(`/api/stories/${field.story}/export${path}`, { headers: editor })
        expect([200, 400], path).toContain(status)
      }
      for (const path of [`/api/stories/${key}`, `/api/invites/${key}`, `/api/${key}`, `/rooms/${key}`, `/${key}`]) {
        expect((await send(path, { headers: editor })).status, path).toBeGreaterThanOrEqual(400)
      }
      expect((await send(`/api/stories/${field.story}/invites`, post({ role: key }, owner))).status, key).toBe(400)
    }
    expect(({} as { owner?: unknown }).owner).toBeUndefined()
    expect((await send('/api/session', { headers: editor })).body).toContain('"owner":false')
    expect((await send(`/api/stories/${field.story}/people`, { headers: editor })).status).toBe(403)
  })
})

describe('sizes', () => {
  test.each([
    ['a JSON body of 1 MB', '/api/session', 1 << 20, false],
    ['a JSON body of 1 MB that does not say how long it is', '/api/session', 1 << 20, true],
    ['a file body of 90 MB', '/api/stories', 90 << 20, false],
  ])('%s is refused', async (_, path, size, chunked) => {
    const method = path === '/api/session' ? 'PATCH' : 'POST'
    const body = Buffer.alloc(size, 0x20)
    const headers = { ...owner, 'content-type': 'application/json' }
    expect((await send(path, { method, headers, body, chunked })).status).toBe(413)
  })

  test('nobody without a session sends more than a small body, said or unsaid', async () => {
    for (const chunked of [false, true]) {
      const headers = { 'content-type': 'multipart/form-data; boundary=x' }
      const { status } = await send('/api/stories', {
        method: 'POST',
        headers,
        body: Buffer.alloc(1 << 20, 0x20),
        chunked,
      })
      expect(status).toBe(413)
    }
  })

  test('headers of 100 kB are refused, an address of 10 kB is not found', async () => {
    expect((await send('/api/session', { headers: { 'x-long': 'x'.repeat(100_000) } })).status).toBe(431)
    expect((await send(`/api/stories/${'x'.repeat(10_000)}`, { headers: editor })).status).toBe(404)
  })

  test('JSON 30,000 deep and a name of a megabyte are refused with a sentence', async () => {
    const deep = '['.repeat(30_000) + ']'.repeat(30_000)
    for (const body of [
      deep,
      `{"name":${deep},"swatch":1}`,
      `{"name":"${'x'.repeat(60_000)}","swatch":1}`,
      '"\\ud800"',
      'null',
      '',
    ]) {
      const answer = await send('/api/session', post(body, editor, 'PATCH'))
      expect(answer.status).toBe(400)
      expect(JSON.parse(answer.body)).toEqual({ error: { code: 'bad-request', message: expect.stringMatching(/\S/) } })
    }
  })
})

/** Names as an attacker would give them to a person, a title or a file. */
const NAMES = [
  'a\r\nSet-Cookie: evil=1',
  'a\r\n\r\n<script>alert(1)</script>',
  'a"; filename="evil.exe',
  '../../../../etc/passwd',
  '..\\..\\evil.txt',
  'C:\\evil.txt',
  '/etc/passwd',
  'a\0b.txt',
  '\u202etxt.exe',
  '<img src=x onerror=alert(1)>.txt',
  '%2e%2e%2fevil.txt',
  "a'); DROP TABLE stories;--",
  '.',
  '..',
  'con\u2028line.txt',
  '\ud800',
]

describe('[T12] [T22] [T27] [T29] names', () => {
  test.each(NAMES.map((name) => [JSON.stringify(name), name] as const))(
    'of a story, %s, breaks no header, no path and no query',
    async (_, name) => {
      const made = await send('/api/stories', post({ name, text: 'Words.' }, maintainer))
      expect([201, 400]).toContain(made.status)
      if (made.status !== 201) return
      const { id, name: kept } = JSON.parse(made.body) as { id: string; name: string }
      expect(kept).not.toMatch(/[/\\\0\r\n\u2028\u202e]|^\.\.?$/)
      const file = await send(`/api/stories/${id}/export`, { headers: maintainer })
      expect(file.status).toBe(200)
      expect(file.headers['set-cookie']).toBeUndefined()
      expect(file.headers['content-disposition']).toMatch(
        /^attachment; filename="[^"\\]*"; filename\*=UTF-8''[\w%.~!$&+^`|-]*$/,
      )
      expect(file.headers['x-content-type-options']).toBe('nosniff')
      const written = await send(`/api/stories/${id}/write`, post({}, maintainer))
      expect(written.status).toBe(200)
      expect(await readdir(field.server.folder)).toEqual(expect.arrayContaining(['data', 'exports']))
      expect(await readFile(join(field.server.folder, 'exports', kept), 'utf8')).toBe('Words.')
    },
  )

  test.each(NAMES.map((name) => [JSON.stringify(name), name] as const))(
    'of a person, %s, is shown as it is or refused',
    async (_, name) => {
      const { headers } = await field.account('Mallory renamed', 'reader')
      const answer = await send('/api/session', post({ name, swatch: 1 }, headers, 'PATCH'))
      expect([200, 400]).toContain(answer.status)
      if (answer.status === 200)
        expect((JSON.parse(answer.body) as { person: { name: string } }).person.name).toBe(name)
      else expect(name).toMatch(/[\p{Cc}\p{Cs}\u2028\u202e]/u)
      expect(answer.headers['content-type']).toMatch(/^application\/json/)
    },
  )
})

describe('[T22] paths', () => {
  test.each([
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%5c..%5cpackage.json',
    '/assets/../../package.json',
    '/%00',
    '/index.html%00.js',
    '/%c0%ae%c0%ae/package.json',
    '/%',
    '/%ff',
    '//etc/passwd',
    '/assets/%2fetc%2fpasswd',
    '/.git/config',
    '/data/galley.db',
    '/api/stories/..%2f..%2fsession',
    '/api/stories/%00',
    '/rooms/..%2f',
    '/api/stories/%E0%A4%A',
    "/api/stories/'%20OR%201=1",
  ])('%s leads to nothing', async (path) => {
    const answer = await send(path, { headers: stranger })
    expect(answer.body).not.toMatch(/"private": true|root:.*:0:|repositoryformatversion|SQLite format/)
    expect([400, 404, 503], `${path}: ${answer.status}`).toContain(answer.status)
  })
})

describe('[T15] [T16] guessing', () => {
  test('an absent story, a foreign one and a made-up address get the same answer', async () => {
    const [own, ...others] = await Promise.all(
      [field.story, 'AAAAAAAAAAAAAAAA', 'zzz', "'OR 1=1--"].map((id) =>
        send(`/api/stories/${encodeURIComponent(id)}`, { headers: stranger }),
      ),
    )
    expect(own?.status).toBe(404)
    for (const other of others) expect([other.status, other.body]).toEqual([own?.status, own?.body])
  })

  test('a token that is wrong, an invite that ended and one that never was tell nothing apart', async () => {
    const answers = await Promise.all(
      ['x', 'A'.repeat(43), field.story].map((secret) => send(`/api/invites/${secret}`, { headers: stranger })),
    )
    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size).toBe(1)
  })

  test('a forwarded address does not lift the limit of an open door', async () => {
    const knocks: number[] = []
    for (let knock = 0; knock < 80; knock++) {
      const headers = {
        'x-forwarded-for': `10.0.0.${knock}`,
        forwarded: `for=10.0.0.${knock}`,
        'x-real-ip': `10.0.0.${knock}`,
      }
      knocks.push((await send('/api/invites/made-up', { headers })).status)
    }
    expect(knocks).toContain(429)
  })
})
