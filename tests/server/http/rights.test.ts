/** Every route against every kind of asker. A route that has no row here fails the first test. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OPERATOR } from '../../../server/auth/actor.ts'
import { CONFIRM_AGE } from '../../../server/auth/confirm.ts'
import { createInvite } from '../../../server/auth/invites.ts'
import { createToken, type TokenScope } from '../../../server/auth/tokens.ts'
import { ASKS_AGAIN } from '../../../server/http/ask-again.ts'
import { startStory } from '../../../server/stories/start-story.ts'
import { takeIn } from '../../../server/stories/take-in.ts'
import { ROLES } from '../../../shared/roles.ts'
import { asBrowser, type DeskHouse, form, json, openDeskHouse, welcome } from '../../kit/server-desk.ts'

const ASKERS = ['nobody', 'stranger', ...ROLES, 'owner'] as const
type Asker = (typeof ASKERS)[number]

interface Row {
  path?: (story: string, house: DeskHouse) => Promise<string> | string
  init?: () => RequestInit
  /** Status per asker: nobody, stranger, reader, commenter, proofreader, editor, maintainer, owner. */
  status: [number, number, number, number, number, number, number, number]
  /** About oneself: answers every token with 403. */
  sessionOnly?: true
  /** Changes how one comes in: refused in a session that was confirmed ten minutes ago, where there is a way to confirm it. */
  asksAgain?: true
}

/** Tokens of a maintainer: as what asker each is judged on the routes of its story, and on those of the library. */
const TOKENS: Record<string, { scope: (story: string) => TokenScope; onStory: Asker; inLibrary: Asker }> = {
  'a token for everything': { scope: () => ({}), onStory: 'maintainer', inLibrary: 'maintainer' },
  ...Object.fromEntries(
    ROLES.map((role) => [`a token cut to ${role}`, { scope: () => ({ role }), onStory: role, inLibrary: role }]),
  ),
  'a token for this story': { scope: (story) => ({ story }), onStory: 'maintainer', inLibrary: 'reader' },
  'a token to read this story': {
    scope: (story) => ({ story, role: 'reader' }),
    onStory: 'reader',
    inLibrary: 'reader',
  },
  'a token for another story': {
    scope: () => ({ story: another }),
    onStory: 'stranger',
    inLibrary: 'stranger',
  },
}

const read: Row['status'] = [401, 404, 200, 200, 200, 200, 200, 200]
const everybody: Row['status'] = [200, 200, 200, 200, 200, 200, 200, 200]
const nowhere: Row['status'] = [404, 404, 404, 404, 404, 404, 404, 404]
const signedIn: Row['status'] = [401, 200, 200, 200, 200, 200, 200, 200]
const own = (done: number): Row['status'] => [401, done, done, done, done, done, done, done]
const refused: Row['status'] = [401, 401, 401, 401, 401, 401, 401, 401]
const maintain = (done: number): Row['status'] => [401, 404, 403, 403, 403, 403, done, done]
const owns = (done: number): Row['status'] => [401, 403, 403, 403, 403, 403, 403, done]
const takesIn = (done: number): Row['status'] => [401, 403, 403, 403, 403, 403, done, done]

const invitePath = async (story: string, { desk }: DeskHouse) =>
  `/api/invites/${(await createInvite(desk, OPERATOR, story, { role: 'reader' })).secret}`

const libraryInvite = async ({ desk }: DeskHouse) =>
  (await createInvite(desk, OPERATOR, null, { role: 'reader' })).invite.id

/** Somebody who may read the story, to be changed or removed. */
const readerOf = async (story: string, house: DeskHouse) =>
  (await welcome(house, 'Reader', { role: 'reader', story })).actor.user.id

const doorPath = async (story: string, { desk }: DeskHouse) => {
  await desk.storage.stories.update(story, { linkRole: 'reader' })
  return `/api/stories/${story}/door`
}

/** Each is taken once. */
let logins = 0
const freshLogin = () => {
  logins += 1
  return `ann${logins}`
}

const ROUTES: Record<string, Row> = {
  'GET /api/openapi.json': { status: everybody },
  'GET /api/session': { status: everybody },
  'POST /api/session': {
    init: () => json('POST', { token: 'not-the-secret', name: 'Eve', swatch: 1 }),
    status: [410, 410, 410, 410, 410, 410, 410, 410],
  },
  'PATCH /api/session': {
    init: () => json('PATCH', { name: 'New name', swatch: 2 }),
    status: signedIn,
    sessionOnly: true,
  },
  'DELETE /api/session': { status: own(204), sessionOnly: true },
  'POST /api/sign-in/password': {
    init: () => json('POST', { login: 'nobody', password: 'not the password' }),
    status: refused,
  },
  'POST /api/sign-in/passkey/options': { status: everybody },
  'POST /api/sign-in/passkey': { init: () => json('POST', { id: 'none', response: {} }), status: refused },
  'GET /api/account': { status: own(200), sessionOnly: true },
  'PUT /api/account/password': {
    init: () => json('PUT', { login: freshLogin(), password: 'correct horse battery' }),
    status: own(204),
    sessionOnly: true,
    asksAgain: true,
  },
  'DELETE /api/account/password': { status: own(204), sessionOnly: true, asksAgain: true },
  'POST /api/account/passkeys/options': { status: own(200), sessionOnly: true, asksAgain: true },
  // The ceremony itself is in passkeys.test.ts.
  'POST /api/account/passkeys': {
    init: () => json('POST', { id: 'none', label: 'Key', response: {} }),
    status: own(400),
    sessionOnly: true,
  },
  'DELETE /api/account/passkeys/:passkey': { status: own(404), sessionOnly: true, asksAgain: true },
  'DELETE /api/account/sessions': { status: own(204), sessionOnly: true },
  'DELETE /api/account/sessions/:session': { status: own(404), sessionOnly: true },
  'POST /api/account/tokens': {
    init: () => json('POST', { name: 'Script' }),
    status: own(201),
    sessionOnly: true,
    asksAgain: true,
  },
  'DELETE /api/account/tokens/:token': { status: own(404), sessionOnly: true },
  // No provider is set up here: provider.test.ts has one.
  'GET /api/sign-in/provider': { status: nowhere },
  'GET /api/sign-in/provider/return': { status: nowhere },
  'POST /api/account/provider': {
    init: () => json('POST', {}),
    status: own(404),
    sessionOnly: true,
    asksAgain: true,
  },
  'DELETE /api/account/provider': { status: own(204), sessionOnly: true, asksAgain: true },
  // Showing that it is oneself, by somebody who has nothing to show it with: confirm.test.ts has those who do.
  'POST /api/account/confirm/password': {
    init: () => json('POST', { password: 'correct horse battery' }),
    status: own(409),
    sessionOnly: true,
  },
  'POST /api/account/confirm/passkey/options': { status: own(409), sessionOnly: true },
  'POST /api/account/confirm/passkey': {
    init: () => json('POST', { id: 'none', response: {} }),
    status: own(403),
    sessionOnly: true,
  },
  'POST /api/account/confirm/provider': { init: () => json('POST', {}), status: own(404), sessionOnly: true },
  'GET /api/events': { status: signedIn },
  'GET /api/stories': { status: signedIn },
  'POST /api/stories': { init: () => form({ 'new.txt': 'Words.' }), status: takesIn(201) },
  'POST /api/intake': { init: () => form({ 'new.txt': 'Words.' }), status: takesIn(200) },
  'POST /api/stories/:id/bring-in': {
    // Says nothing otherwise, so the review is not asked, which only a running server has.
    init: () => form({ 'new.txt': 'Words.\n' }),
    status: [401, 404, 403, 403, 200, 200, 200, 200],
  },
  'GET /api/origins': { status: signedIn },
  'GET /api/stories/:id/origin': { status: maintain(200) },
  'GET /api/stories/:id/origin/file': { status: maintain(200) },
  // Nothing of the asker's is being worked on.
  'GET /api/work/:word': { status: own(404) },
  // Started from bytes, it came from no file.
  'POST /api/stories/:id/origin': { status: maintain(404) },
  'POST /api/stories/:id/origin/bring-in': { status: maintain(404) },
  'GET /api/stories/:id': { status: read },
  'PATCH /api/stories/:id': {
    init: () => json('PATCH', { title: 'Named' }),
    status: [401, 404, 403, 403, 403, 200, 200, 200],
  },
  'DELETE /api/stories/:id': { status: maintain(204) },
  'POST /api/stories/:id/restore': {
    path: async (story, { desk }) => {
      await desk.storage.stories.update(story, { deletedAt: 1 })
      return `/api/stories/${story}/restore`
    },
    status: maintain(200),
  },
  'GET /api/stories/:id/export': { status: read },
  'GET /api/stories/:id/export/report': { status: read },
  'GET /api/export': { status: signedIn },
  'GET /api/stories/:id/source': { status: read },
  'GET /api/stories/:id/changes': { status: read },
  'POST /api/stories/:id/write': { init: () => json('POST', {}), status: maintain(200) },
  'GET /api/stories/:id/review': { status: read },
  'GET /api/stories/:id/record': { status: read },
  'GET /api/stories/:id/sheet': { status: read },
  'PUT /api/stories/:id/sheet': {
    init: () => ({ method: 'PUT', body: '# Style sheet\n', headers: { 'content-type': 'text/markdown' } }),
    status: [401, 404, 403, 403, 403, 200, 200, 200],
  },
  'GET /api/stories/:id/participants': { status: read },
  // What a role may not do is told for each command: review.test.ts.
  'POST /api/stories/:id/review': { init: () => json('POST', { commands: [{}] }), status: read },
  'POST /api/stories/:id/invites': { init: () => json('POST', { role: 'reader' }), status: maintain(201) },
  'DELETE /api/stories/:id/invites/:invite': {
    path: async (story, { desk }) => {
      const { invite } = await createInvite(desk, OPERATOR, story, { role: 'reader' })
      return `/api/stories/${story}/invites/${invite.id}`
    },
    status: maintain(204),
  },
  'GET /api/stories/:id/people': { status: maintain(200) },
  'PUT /api/stories/:id/people/:person': {
    path: async (story, house) => `/api/stories/${story}/people/${await readerOf(story, house)}`,
    init: () => json('PUT', { role: 'commenter' }),
    status: maintain(204),
  },
  'DELETE /api/stories/:id/people/:person': {
    path: async (story, house) => `/api/stories/${story}/people/${await readerOf(story, house)}`,
    status: maintain(204),
  },
  'PUT /api/stories/:id/link': { init: () => json('PUT', { role: 'commenter' }), status: maintain(204) },
  'GET /api/stories/:id/door': { path: doorPath, status: everybody },
  'POST /api/stories/:id/door': {
    path: doorPath,
    init: () => json('POST', { name: 'Zoe' }),
    status: everybody,
    sessionOnly: true,
  },
  'GET /api/stories/:id/activity': { status: maintain(200) },
  'GET /api/activity': { status: owns(200) },
  'GET /api/people': { status: owns(200) },
  'POST /api/people/invites': { init: () => json('POST', { role: 'reader' }), status: owns(201) },
  'DELETE /api/people/invites/:invite': {
    path: async (_, house) => `/api/people/invites/${await libraryInvite(house)}`,
    status: owns(204),
  },
  'PUT /api/people/:person': {
    path: async (story, house) => `/api/people/${await readerOf(story, house)}`,
    init: () => json('PUT', { role: 'editor' }),
    status: owns(204),
  },
  'DELETE /api/people/:person': {
    path: async (story, house) => `/api/people/${await readerOf(story, house)}`,
    status: owns(204),
  },
  'GET /api/invites/:token': { path: invitePath, status: everybody },
  'POST /api/invites/:token': {
    path: invitePath,
    init: () => json('POST', { name: 'Zoe' }),
    status: everybody,
    sessionOnly: true,
  },
  // Without an upgrade it answers before it asks who is there; the upgrade itself is in room-route.test.ts.
  'GET /rooms/:id': { status: [400, 400, 400, 400, 400, 400, 400, 400] },
}

let house: DeskHouse
let another: string
beforeAll(async () => {
  house = await openDeskHouse()
  another = await freshStory()
})
afterAll(() => house.close())

test('every route that is served has a row, and every row a route', () => {
  const served = new Set(
    house.app.routes.filter(({ path, method }) => !path.includes('*') && method !== 'ALL').map(nameOf),
  )
  expect([...served].sort()).toEqual(Object.keys(ROUTES).sort())
})

test('every route that is served is described, and nothing else', async () => {
  const answer = await asBrowser(house.app)('/api/openapi.json')
  const { paths } = (await answer.json()) as { paths: Record<string, Record<string, { summary?: string }>> }
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { summary }]) => {
      expect(summary, `${method} ${path}`).toBeTruthy()
      return `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`
    }),
  )
  expect(described.sort()).toEqual(Object.keys(ROUTES).sort())
})

describe.each(Object.entries(ROUTES))('%s', (name, row) => {
  const [method = '', pattern = ''] = name.split(' ')

  test.each(ASKERS.map((asker) => [asker, statusFor(row, asker)] as const))('%s gets %i', async (asker, status) => {
    const story = await freshStory()
    const path = (await row.path?.(story, house)) ?? pattern.replace(':id', story)
    const ask = asBrowser(house.app, await cookieOf(asker, story))
    await expectStatus(ask(path, { method, ...row.init?.() }), status)
  })

  const judged = Object.entries(TOKENS).map(([token, { onStory, inLibrary }]) => {
    const status = statusFor(row, pattern.includes(':id') && !row.sessionOnly ? onStory : inLibrary)
    return [token, row.sessionOnly ? 403 : status] as const
  })
  test.each(judged)('%s gets %i', async (token, status) => {
    const story = await freshStory()
    const path = (await row.path?.(story, house)) ?? pattern.replace(':id', story)
    const { actor } = await welcome(house, 'The maintainer', { role: 'maintainer', story })
    const secret = await createToken(house.desk, actor.user, 'script', TOKENS[token]?.scope(story))
    const { headers, ...init } = { headers: {}, method, ...row.init?.() }
    const ask = asBrowser(house.app)
    await expectStatus(ask(path, { ...init, headers: { ...headers, authorization: `Bearer ${secret}` } }), status)
  })
})

describe('in a session that was confirmed ten minutes ago', () => {
  const changing = Object.entries(ROUTES).filter(([name]) => /^(?!GET)\S+ \/api\/account\//.test(name))

  test('the table of the server says of each route of one’s account, and of no other, whether it asks again', () => {
    const waits = changing.map(([name, { asksAgain = false }]) => [name, asksAgain])
    expect(Object.fromEntries(waits)).toEqual(ASKS_AGAIN)
  })

  test.each(changing)(
    '%s asks who it is where that can be shown, and is as always where it cannot',
    async (name, row) => {
      for (const hasWay of [true, false]) {
        const story = await freshStory()
        const { actor, cookie } = await welcome(house, 'Ann', { role: 'editor', story })
        if (hasWay) await giveWay(actor.user.id)
        house.ahead += CONFIRM_AGE
        const [method = '', path = ''] = name.split(' ')
        const answer = await asBrowser(house.app, cookie)(path, { method, ...row.init?.() })
        const code = answer.ok ? '' : ((await answer.json()) as { error: { code: string } }).error.code
        if (hasWay && row.asksAgain) expect([answer.status, code]).toEqual([403, 'confirm'])
        else expect(code).not.toBe('confirm')
        if (!hasWay) expect(answer.status).toBe(statusFor(row, 'editor'))
      }
      expect(house.faults).toEqual([])
    },
  )
})

test('an absent, a deleted and a closed story answer alike on every route of a story', async () => {
  const closed = await startStory(house.desk, OPERATOR, { name: 'closed', text: '' })
  const deleted = await startStory(house.desk, OPERATOR, { name: 'deleted', text: '' })
  const stranger = await welcome(house, 'Stranger')
  await house.desk.storage.people.setRole(deleted.id, stranger.actor.user.id, 'maintainer')
  await house.desk.storage.stories.update(deleted.id, { deletedAt: 1 })
  for (const [name, row] of Object.entries(ROUTES)) {
    const [method = '', pattern = ''] = name.split(' ')
    if (!pattern.includes(':id') || pattern.startsWith('/rooms')) continue
    const ids = pattern.endsWith('/restore') ? [closed.id] : [closed.id, deleted.id]
    const tell = async (id: string) => {
      const path = pattern.replace(':id', id).replace(/:(invite|person)/, 'AAAAAAAAAA')
      const answer = await asBrowser(house.app, stranger.cookie)(path, { method, ...row.init?.() })
      return { status: answer.status, body: await answer.text() }
    }
    const absent = await tell('AAAAAAAAAAAAAAAA')
    expect(absent.status).toBe(404)
    for (const id of ids) expect(await tell(id), name).toEqual(absent)
  }
})

/** A passkey that nobody holds. */
async function giveWay(user: string): Promise<void> {
  ways += 1
  const key = { id: `key${ways}`, user, publicKey: new Uint8Array(), counter: 0, transports: [], label: '' }
  await house.desk.storage.credentials.addPasskey({ ...key, createdAt: 1, usedAt: null })
}
let ways = 0

function statusFor({ status }: Row, asker: Asker): number {
  return status[ASKERS.indexOf(asker)] ?? 0
}

async function freshStory(): Promise<string> {
  // Sign-in is limited by address; each row asks as if it were alone.
  house.ahead += 60_000
  const bytes = new TextEncoder().encode('Words.\n')
  return (await takeIn(house.desk, OPERATOR, { name: 'story.txt', bytes })).id
}

async function expectStatus(asked: Response | Promise<Response>, status: number): Promise<void> {
  const answer = await asked
  expect(answer.status).toBe(status)
  await answer.body?.cancel()
  expect(house.faults).toEqual([])
}

async function cookieOf(asker: Asker, story: string): Promise<string | null> {
  if (asker === 'nobody') return null
  const name = `The ${asker}`
  if (asker === 'stranger') return (await welcome(house, name)).cookie
  if (asker === 'owner') return (await welcome(house, name, { owner: true })).cookie
  return (await welcome(house, name, { role: asker, story })).cookie
}

function nameOf({ method, path }: { method: string; path: string }): string {
  return `${method} ${path}`
}
