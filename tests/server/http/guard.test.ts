/** Where a request may come from, and what every answer carries. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createToken } from '../../../server/auth/tokens.ts'
import { ENGINE_POLICY, POLICY } from '../../../server/http/security-headers.ts'
import { asBrowser, type DeskHouse, type Guest, json, openDeskHouse, welcome } from '../../kit/server-desk.ts'

let house: DeskHouse
let owner: Guest
beforeAll(async () => {
  house = await openDeskHouse()
  owner = await welcome(house, 'Ann', { owner: true })
})
afterAll(() => house.close())

const newStory = json('POST', { name: 'New', text: '' })

function send(headers: Record<string, string>): Promise<Response> {
  const init = { ...newStory, headers: { 'content-type': 'application/json', host: 'galley.test:3000', ...headers } }
  return Promise.resolve(house.app.request('http://galley.test:3000/api/stories', init))
}

describe('[T2] a state-changing request with a session', () => {
  test.each([
    ['our own origin', { origin: 'http://galley.test:3000' }, 201],
    ['our own host behind a proxy with https', { origin: 'https://galley.test:3000' }, 201],
    ['no origin, but a browser that says same-origin', { 'sec-fetch-site': 'same-origin' }, 201],
    ['another site', { origin: 'https://evil.example' }, 403],
    ['a site that begins with our name', { origin: 'http://galley.test:3000.evil.example' }, 403],
    ['our name on another port', { origin: 'http://galley.test:4000' }, 403],
    ['an opaque origin', { origin: 'null' }, 403],
    ['no origin at all', {}, 403],
    [
      'our origin, but a browser that says cross-site',
      { origin: 'http://galley.test:3000', 'sec-fetch-site': 'cross-site' },
      403,
    ],
    ['a sibling host', { 'sec-fetch-site': 'same-site' }, 403],
  ] as [string, Record<string, string>, number][])('from %s', async (_, headers, status) => {
    const before = (await house.desk.storage.stories.list()).length
    const answer = await send({ cookie: owner.cookie, ...headers })
    expect(answer.status).toBe(status)
    expect((await house.desk.storage.stories.list()).length - before).toBe(status === 201 ? 1 : 0)
  })

  test('a form of another site as text/plain changes nothing', async () => {
    const before = await house.desk.storage.stories.list()
    const answer = await send({ cookie: owner.cookie, origin: 'https://evil.example', 'content-type': 'text/plain' })
    expect(answer.status).toBe(403)
    expect(await house.desk.storage.stories.list()).toEqual(before)
  })

  test('an access token needs no origin, for no site can make a browser send one', async () => {
    const token = await createToken(house.desk, owner.actor.user, 'script')
    expect((await send({ authorization: `Bearer ${token}` })).status).toBe(201)
    expect((await send({ authorization: 'Bearer gly_made-up' })).status).toBe(401)
    expect((await send({ authorization: 'Bearer gly_made-up', cookie: owner.cookie })).status).toBe(401)
  })
})

describe('[T1] an upgrade', () => {
  const upgrade = (headers: Record<string, string>) =>
    house.app.request('http://galley.test:3000/rooms/AAAAAAAAAAAAAAAA', {
      headers: { host: 'galley.test:3000', upgrade: 'websocket', connection: 'upgrade', ...headers },
    })

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['no origin', {}],
    ['a host that ends in ours', { origin: 'http://evil.galley.test:3000' }],
  ] as [string, Record<string, string>][])('with a session from %s is refused before it opens', async (_, headers) => {
    expect((await upgrade({ cookie: owner.cookie, ...headers })).status).toBe(403)
  })

  test('without a session is 401, to an absent story 404', async () => {
    expect((await upgrade({})).status).toBe(401)
    expect((await upgrade({ cookie: owner.cookie, origin: 'http://galley.test:3000' })).status).toBe(404)
  })
})

describe('every answer', () => {
  test('carries the policy and is not kept by anybody', async () => {
    await mkdir(join(house.folder, 'client', 'assets'), { recursive: true })
    await writeFile(join(house.folder, 'client', 'index.html'), '<!doctype html>')
    await writeFile(join(house.folder, 'client', 'assets', 'a-1234.js'), '0')
    const ask = asBrowser(house.app, owner.cookie)
    const paths = ['/', '/join/x', '/nowhere', '/nowhere.js', '/assets/a-1234.js', '/api/session', '/api/stories']
    for (const path of [...paths, '/api/nowhere', '/api/stories/AAAAAAAAAAAAAAAA', '/rooms/AAAAAAAAAAAAAAAA']) {
      const { headers } = await ask(path)
      expect(headers.get('content-security-policy'), path).toBe(POLICY)
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('referrer-policy'), path).toBe('no-referrer')
      expect(headers.get('strict-transport-security'), path).toBeNull()
      expect(headers.get('access-control-allow-origin'), path).toBeNull()
      const kept = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : /^no-(store|cache)$/
      expect(headers.get('cache-control'), path).toMatch(kept)
    }
  })

  test('the policy allows no inline script or style and no other host', () => {
    expect(POLICY).not.toMatch(/unsafe|https?:|\*/)
  })

  test('only the worker that has an engine to compile may compile, and may no more than that', async () => {
    await mkdir(join(house.folder, 'client', 'assets'), { recursive: true })
    await writeFile(join(house.folder, 'client', 'assets', 'second-opinion-worker-Ab_-12.js'), '0')
    await writeFile(join(house.folder, 'client', 'assets', 'engine-12.wasm'), '0')
    const ask = asBrowser(house.app, owner.cookie)
    const policyOf = async (path: string) => (await ask(path)).headers.get('content-security-policy')
    expect(await policyOf('/assets/second-opinion-worker-Ab_-12.js')).toBe(ENGINE_POLICY)
    expect(ENGINE_POLICY.replace(" 'wasm-unsafe-eval'", '')).toBe(POLICY)
    const others = [
      'second-opinion-12.js',
      'second-opinion-worker-12.js/x',
      'x/second-opinion-worker-12.js',
      'engine-12.wasm',
    ]
    for (const name of others) expect(await policyOf(`/assets/${name}`), name).toBe(POLICY)
    expect(await policyOf('/second-opinion-worker-Ab_-12.js')).toBe(POLICY)
    expect((await ask('/assets/engine-12.wasm')).headers.get('content-type')).toBe('application/wasm')
  })

  test('of a fault of ours says nothing about its innards', async () => {
    const broken = vi.spyOn(house.desk.storage.stories, 'list').mockRejectedValue(new Error('secret innards'))
    const answer = await asBrowser(house.app, owner.cookie)('/api/stories')
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('innards')
    expect(answer.headers.get('content-security-policy')).toBe(POLICY)
    expect(house.faults.splice(0)).toHaveLength(1)
    broken.mockRestore()
  })
})

describe('doors that are open to everybody', () => {
  test('refuse an address that knocks too often, and open again later', async () => {
    const knock = () => asBrowser(house.app)('/api/invites/made-up')
    const answers = await Promise.all(Array.from({ length: 61 }, knock))
    expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 60 }, () => 410), 429])
    house.ahead += 10_000
    expect((await knock()).status).toBe(410)
  })
})

describe('bodies', () => {
  const ask = () => asBrowser(house.app, owner.cookie)

  test.each([
    ['no JSON', '{"name":'],
    ['another shape', '{"title":7}'],
    ['nothing', ''],
  ])('that are %s are refused with a sentence', async (_, body) => {
    const init = { method: 'PATCH', headers: { 'content-type': 'application/json' }, body }
    const answer = await ask()('/api/stories/AAAAAAAAAAAAAAAA', init)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({ error: { code: 'bad-request', message: expect.stringMatching(/\S/) } })
  })

  test('that are too large are refused', async () => {
    const answer = await ask()('/api/session', json('PATCH', { name: 'x'.repeat(70_000), swatch: 1 }))
    expect(answer.status).toBe(413)
  })

  test('[T10] with the names of prototypes change no prototype', async () => {
    const init = { method: 'PATCH', headers: { 'content-type': 'application/json' } }
    const body = '{"__proto__":{"owner":true},"constructor":{"prototype":{"owner":true}},"name":"Ann","swatch":1}'
    expect((await ask()('/api/session', { ...init, body })).status).toBe(200)
    expect(({} as { owner?: unknown }).owner).toBeUndefined()
  })
})
