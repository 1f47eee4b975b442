/** Coming in from the terminal: narrow access tokens for anybody, and the way back for an owner who is locked out. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccount } from '../../../server/auth/accounts.ts'
import { OPERATOR } from '../../../server/auth/actor.ts'
import { DAY } from '../../../server/auth/desk.ts'
import { accountFor, setPassword } from '../../../server/auth/passwords.ts'
import type { StoredUser } from '../../../server/storage/storage.ts'
import { removeFromLibrary } from '../../../server/stories/remove-from-library.ts'
import { startStory } from '../../../server/stories/start-story.ts'
import { type ServerUnderTest, startUnderTest } from '../../kit/server-under-test.ts'
import { inTerminal } from '../../kit/terminal.ts'

let server: ServerUnderTest
let story: string
let ann: StoredUser
beforeAll(async () => {
  server = await startUnderTest({ stories: null })
  story = (await startStory(server.desk, OPERATOR, { name: 'Story', text: 'Words.' })).id
  ann = await createAccount(server.desk, { name: 'Ann', owner: false })
  await server.storage.people.setRole(story, ann.id, 'maintainer')
  await server.owner()
})
afterAll(() => server.close())

function galley(...args: string[]) {
  return inTerminal(server.folder, [...args, '--data', join(server.folder, 'data')])
}

const ask = (path: string, secret: Record<string, string>, init: RequestInit = {}) =>
  fetch(`${server.url}${path}`, { ...init, headers: { origin: server.url, ...secret, ...init.headers } })
const json = (method: string, body: unknown): RequestInit => ({
  method,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})

describe('token', () => {
  test('makes one for somebody by name, cut to a role, a story and some days, beside a running server', async () => {
    const narrow = ['--role', 'reader', '--story', 'Story.txt', '--days', '7']
    const { code, out, err } = await galley('token', 'create', '--name', 'backup', '--for', 'Ann', ...narrow)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const bearer = { authorization: `Bearer ${out.trim()}` }
    expect((await ask(`/api/stories/${story}`, bearer)).status).toBe(200)
    expect((await ask(`/api/stories/${story}`, bearer, json('PATCH', { title: 'No' }))).status).toBe(403)
    const [row = ''] = (await galley('token', 'list')).out.split('\n').filter((line) => line.includes('backup'))
    const [id = '', name, made = '', person, role, only, ends = ''] = row.split('\t')
    expect([name, person, role, only]).toEqual(['backup', 'Ann', 'reader', story])
    expect(Date.parse(ends) - Date.parse(made)).toBe(7 * DAY)
    const [entry] = await server.storage.activity.list({ limit: 1, story })
    expect(await galley('token', 'revoke', id)).toMatchObject({ code: 0 })
    expect((await ask(`/api/stories/${story}`, bearer)).status).toBe(401)
    expect(entry).toMatchObject({ act: 'refused', user: ann.id })
    const mine = (await server.storage.activity.list({ limit: 10, story })).filter(({ act }) => act === 'token')
    expect(mine.map(({ user, about, detail }) => [user, about, detail])).toEqual([
      [null, ann.id, { name: 'backup', role: 'reader', done: 'revoked' }],
      [null, ann.id, { name: 'backup', role: 'reader', done: 'made' }],
    ])
  })

  test('is not made for nobody, for one of two of a name, nor for a story that is closed to its person', async () => {
    const closed = (await startStory(server.desk, OPERATOR, { name: 'Closed', text: '' })).id
    await createAccount(server.desk, { name: 'Twin', owner: false })
    const twin = await createAccount(server.desk, { name: 'Twin', owner: false })
    const make = (...args: string[]) => galley('token', 'create', '--name', 'x', ...args)
    expect(await make('--for', 'Nobody')).toMatchObject({ code: 1, out: '', err: expect.stringContaining('Nobody') })
    expect(await make('--for', 'Twin')).toMatchObject({ code: 1, out: '', err: expect.stringContaining(twin.id) })
    expect(await make('--for', 'Ann', '--story', closed)).toMatchObject({ code: 1, out: '' })
    expect((await galley('token', 'list')).out).not.toContain('\tx\t')
    expect(await make(`--for=${twin.id}`)).toMatchObject({ code: 0, err: '' })
  })
})

describe('owner-link', () => {
  const open = (link: string) =>
    ask('/api/session', {}, json('POST', { token: link.trim().split('/owner/')[1], name: 'Owner', swatch: 1 }))

  test('prints a link that opens once, beside a running server where the owner is signed in', async () => {
    const { user } = await server.owner()
    const cookie = await server.cookie(user)
    const { code, out, err } = await galley('owner-link', '--port', '4321')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^http:\/\/localhost:4321\/owner\/[\w-]{43}\n$/)
    const [entry] = await server.storage.activity.list({ limit: 1 })
    expect(entry).toMatchObject({ act: 'credential', user: null, about: user.id, detail: { way: 'owner link' } })
    expect(JSON.stringify(entry)).not.toContain(out.trim().split('/owner/')[1])
    const answer = await open(out)
    expect(answer.status).toBe(201)
    expect(await answer.json()).toMatchObject({ owner: true, person: { id: user.id } })
    expect((await open(out)).status).toBe(410)
    expect(await (await ask('/api/session', { cookie })).json()).toMatchObject({ owner: true })
  })

  test('ends every earlier one, and names the public address', async () => {
    const first = (await galley('owner-link')).out
    const second = (await galley('owner-link', '--url', 'https://galley.example')).out
    expect(second).toMatch(/^https:\/\/galley\.example\/owner\//)
    expect((await open(first)).status).toBe(410)
    expect((await open(second)).status).toBe(201)
  })

  test('takes no further word', async () => {
    expect(await galley('owner-link', 'please')).toMatchObject({ code: 2, out: '' })
  })
})

describe('sign-in-link', () => {
  const open = (link: string, more: object = {}) =>
    ask('/api/session', {}, json('POST', { token: link.trim().split('/back/')[1], ...more }))

  test('lets somebody who has forgotten the password in once, who then sets a new one', async () => {
    const june = await createAccount(server.desk, { name: 'June Forgetful', owner: false })
    await setPassword(server.desk, june, { login: 'june.f', password: 'the old password' })
    const { code, out, err } = await galley('sign-in-link', 'June Forgetful', '--url', 'https://galley.example')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^https:\/\/galley\.example\/back\/[\w-]{43}\n$/)
    const [entry] = await server.storage.activity.list({ limit: 1 })
    expect(entry).toMatchObject({ act: 'credential', user: null, about: june.id, detail: { way: 'sign-in link' } })
    expect(JSON.stringify(entry)).not.toContain(out.trim().split('/back/')[1])
    // A profile that is sent along changes nobody's name.
    const answer = await open(out, { name: 'Somebody else', swatch: 2 })
    expect(answer.status).toBe(201)
    expect(await answer.json()).toMatchObject({ owner: false, person: { id: june.id, name: 'June Forgetful' } })
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect((await open(out)).status).toBe(410)
    expect((await ask('/api/account/password', { cookie }, { method: 'DELETE' })).status).toBe(204)
    const pair = { login: 'june.f', password: 'quite another one' }
    expect((await ask('/api/account/password', { cookie }, json('PUT', pair))).status).toBe(204)
    expect((await accountFor(server.desk, 'june.f', 'quite another one'))?.id).toBe(june.id)
  })

  test('ends with a newer one, with three days and with a removal, and outlives a fresh owner’s link', async () => {
    const ben = await createAccount(server.desk, { name: 'Ben Forgetful', owner: false })
    const first = (await galley('sign-in-link', ben.id)).out
    const second = (await galley('sign-in-link', ben.id)).out
    expect((await open(first)).status).toBe(410)
    await galley('owner-link')
    const [ticket] = await server.storage.people.tickets({ kind: 'owner-link', user: ben.id })
    expect((ticket?.expiresAt ?? 0) - (ticket?.createdAt ?? 0)).toBe(3 * 24 * 60 * 60_000)
    await removeFromLibrary(server.desk, OPERATOR, ben.id)
    expect((await open(second)).status).toBe(410)
    expect(await server.storage.people.tickets({ kind: 'owner-link', user: ben.id })).toEqual([])
  })

  test('is for one person who is here, and not for the owner', async () => {
    const { user } = await server.owner()
    expect(await galley('sign-in-link', 'Nobody at all')).toMatchObject({ code: 1, out: '' })
    expect(await galley('sign-in-link', user.id)).toMatchObject({ code: 2, err: expect.stringContaining('owner-link') })
    expect(await galley('sign-in-link')).toMatchObject({ code: 2, out: '' })
  })

  test('an owner’s link is not opened without a name, and is not used up by that', async () => {
    const secret = (await galley('owner-link')).out.trim().split('/owner/')[1]
    expect((await ask('/api/session', {}, json('POST', { token: secret }))).status).toBe(400)
    const named = json('POST', { token: secret, name: 'Owner', swatch: 1 })
    expect((await ask('/api/session', {}, named)).status).toBe(201)
  })
})
