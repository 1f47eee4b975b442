/** How often one may ask, who counts as one, and that refusals are recorded. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { OPERATOR } from '../../../server/auth/actor.ts'
import { createToken } from '../../../server/auth/tokens.ts'
import { startStory } from '../../../server/stories/start-story.ts'
import { asBrowser, type DeskHouse, form, json, openDeskHouse, welcome } from '../../kit/server-desk.ts'

let house: DeskHouse
beforeEach(async () => {
  house = await openDeskHouse({ still: true })
})
afterEach(() => house.close())

/** Knocks at a door without a session, by a socket from `address`. */
function knock(address: string, headers: Record<string, string> = {}) {
  const env = { incoming: { socket: { remoteAddress: address } } }
  return house.app.request('http://localhost/api/invites/made-up', { headers }, env)
}

async function statusesOf(count: number, ask: (index: number) => Response | Promise<Response>) {
  const statuses: number[] = []
  for (let index = 0; index < count; index += 1) statuses.push((await ask(index)).status)
  return [statuses.slice(0, -1).every((status) => status !== 429), statuses.at(-1) === 429]
}

describe('[T19] an address counts as one', () => {
  test('whatever its headers say, where no proxy is set up', async () => {
    const forged = (i: number) => ({
      'x-forwarded-for': `10.0.0.${i}`,
      'x-real-ip': `10.0.1.${i}`,
      forwarded: `for=10.0.2.${i}`,
      'cf-connecting-ip': `10.0.3.${i}`,
    })
    expect(await statusesOf(61, (i) => knock('203.0.113.5', forged(i)))).toEqual([true, true])
    expect((await knock('203.0.113.6')).status).toBe(410)
  })

  test.each([
    [1, (i: number, from: string) => `10.0.0.${i}, ${from}`],
    [1, (i: number, from: string) => `10.0.0.${i},10.0.1.${i} ,  ${from}`],
    [2, (i: number, from: string) => `10.0.0.${i}, ${from}, 192.0.2.1`],
    [2, (i: number, from: string) => `10.0.0.${i}, [${from}]:1${i}, 192.0.2.1`],
  ])('behind %i proxies, as the outermost of them saw it, whatever stands before', async (proxies, chain) => {
    await house.close()
    house = await openDeskHouse({ proxies, still: true })
    const by = (from: string) => (i: number) => knock('192.0.2.9', { 'x-forwarded-for': chain(i, from) })
    expect(await statusesOf(61, by('203.0.113.5'))).toEqual([true, true])
    expect((await by('203.0.113.6')(1)).status).toBe(410)
  })

  test('as its socket, behind a proxy whose header is missing or no address', async () => {
    await house.close()
    house = await openDeskHouse({ proxies: 1, still: true })
    const odd = ['', 'unknown', 'a'.repeat(2000), '10.0.0.999', '<script>']
    expect(await statusesOf(61, (i) => knock('192.0.2.9', { 'x-forwarded-for': odd[i % 5] ?? '' }))).toEqual([
      true,
      true,
    ])
  })

  test('with its whole network, if it is IPv6: one machine has all of that', async () => {
    expect(await statusesOf(61, (i) => knock(`2001:db8:0:1::${i.toString(16)}`))).toEqual([true, true])
    expect((await knock('2001:db8::1:ffff:0:0:1')).status).toBe(429)
    expect((await knock('2001:db8:0:2::1')).status).toBe(410)
    expect((await knock('::ffff:203.0.113.5')).status).toBe(410)
  })

  test('and is told truthfully when to try again', async () => {
    await statusesOf(60, () => knock('203.0.113.5'))
    const refused = await knock('203.0.113.5')
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(await refused.json()).toMatchObject({
      error: { code: 'rate', message: expect.stringContaining('a second') },
    })
    house.ahead = 1000
    expect((await knock('203.0.113.5')).status).toBe(410)
  })
})

describe('somebody who is known', () => {
  test('changes 120 things in a burst, then five a second, from however many browsers and programs', async () => {
    const { actor, cookie } = await welcome(house, 'Ann')
    const token = await createToken(house.desk, actor.user, 'script')
    const rename = json('PATCH', { title: 'x' })
    const bearer = { ...rename, headers: { ...rename.headers, authorization: `Bearer ${token}` } }
    const ask = (i: number) =>
      asBrowser(house.app, i % 2 ? cookie : null)('/api/stories/AAAAAAAAAAAAAAAA', i % 2 ? rename : bearer)
    const statuses: number[] = []
    for (let i = 0; i < 130; i += 1) statuses.push((await ask(i)).status)
    expect(statuses.slice(0, 120)).toEqual(Array.from({ length: 120 }, () => 404))
    expect(statuses.slice(120)).toEqual(Array.from({ length: 10 }, () => 429))
    expect((await asBrowser(house.app, cookie)('/api/stories')).status).toBe(200)
    const other = await welcome(house, 'Ben')
    expect((await asBrowser(house.app, other.cookie)('/api/stories/AAAAAAAAAAAAAAAA', rename)).status).toBe(404)
  })

  test('uploads 30 times in a burst, then every other second', async () => {
    const { cookie } = await welcome(house, 'Ann', { owner: true })
    const upload = () => asBrowser(house.app, cookie)('/api/intake', form({ 'new.txt': 'Words.' }))
    const statuses: number[] = []
    for (let i = 0; i < 35; i += 1) statuses.push((await upload()).status)
    expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 200))
    expect(statuses.slice(30)).toEqual(Array.from({ length: 5 }, () => 429))
    house.ahead = 2000
    expect((await upload()).status).toBe(200)
  })
})

describe('[T19] accounts that anybody may make', () => {
  /** Comes to a door without a session and without a name, which counts as well. */
  const come = (path: string, address: string) =>
    house.app.request(`http://localhost${path}`, json('POST', {}), {
      incoming: { socket: { remoteAddress: address } },
    })

  test('are sixty in a burst from one address, then one a minute, by whichever door', async () => {
    const paths = ['/api/invites/made-up', '/api/stories/AAAAAAAAAAAAAAAA/door']
    const by = (i: number) => come(paths[i % 2] ?? '', '203.0.113.5')
    expect(await statusesOf(61, by)).toEqual([true, true])
    house.ahead = 59_000
    expect((await by(0)).status).toBe(429)
    house.ahead = 61_000
    expect((await by(0)).status).not.toBe(429)
    expect((await come('/api/invites/made-up', '203.0.113.6')).status).not.toBe(429)
  })

  test('are three hundred in a burst through one open story, then one in ten seconds, from however many addresses', async () => {
    const { id } = await startStory(house.desk, OPERATOR, { name: 'Story', text: '' })
    await house.desk.storage.stories.update(id, { linkRole: 'reader' })
    const by = (i: number) => come(`/api/stories/${id}/door`, `203.0.${i >> 8}.${i & 255}`)
    expect(await statusesOf(301, by)).toEqual([true, true])
    const { cookie } = await welcome(house, 'Ann')
    expect((await asBrowser(house.app, cookie)(`/api/stories/${id}/door`, json('POST', {}))).status).toBe(200)
    house.ahead = 10_000
    expect((await by(400)).status).toBe(400)
  })
})

describe('a reader', () => {
  test('takes 120 copies in a burst, then five a second: each is work, and a row of the log', async () => {
    const { id } = await startStory(house.desk, OPERATOR, { name: 'Story', text: '' })
    const ann = await welcome(house, 'Ann', { role: 'reader', story: id })
    const files = ['export', 'source', 'changes']
    const copy = (i: number) => asBrowser(house.app, ann.cookie)(`/api/stories/${id}/${files[i % 3]}`)
    expect(await statusesOf(121, copy)).toEqual([true, true])
    expect((await asBrowser(house.app, ann.cookie)(`/api/stories/${id}`)).status).toBe(200)
    house.ahead = 200
    expect((await copy(0)).status).toBe(200)
  })

  test('who sends files all the same is refused before they are read', async () => {
    const ann = await welcome(house, 'Ann')
    let sent = 0
    const body = new ReadableStream({
      pull: (controller) => {
        if (++sent > 40) controller.close()
        else controller.enqueue(new Uint8Array(1 << 20))
      },
    })
    const headers = { 'content-type': 'multipart/form-data; boundary=x', 'transfer-encoding': 'chunked' }
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
    expect((await asBrowser(house.app, ann.cookie)('/api/intake', init)).status).toBe(403)
    expect(sent).toBeLessThan(3)
  })
})

describe('a refusal is recorded', () => {
  const log = async () =>
    (await house.desk.storage.activity.list({ limit: 100 })).filter(({ act }) => act === 'refused')

  test('with who, where, and what by its pattern: no id and no secret of the address', async () => {
    const { id } = await startStory(house.desk, OPERATOR, { name: 'Story', text: '' })
    const ann = await welcome(house, 'Ann', { role: 'reader', story: id })
    const path = `/api/stories/${id}/invites/secret-in-the-path`
    expect((await asBrowser(house.app, ann.cookie)(path, { method: 'DELETE' })).status).toBe(403)
    expect(await log()).toMatchObject([
      {
        act: 'refused',
        story: id,
        user: ann.actor.user.id,
        detail: { what: 'DELETE /api/stories/:id/invites/:invite', code: 'forbidden', count: '1' },
      },
    ])
    expect(JSON.stringify(await log())).not.toContain('secret-in-the-path')
  })

  test('also of somebody unknown, and before a route was reached', async () => {
    const evil = { origin: 'https://evil.example' }
    const answer = await asBrowser(house.app)('/api/stories', { ...json('POST', {}), headers: evil })
    expect(answer.status).toBe(403)
    expect(await log()).toMatchObject([
      { act: 'refused', story: null, user: null, detail: { what: 'POST /api/stories', code: 'forbidden' } },
    ])
  })

  test('once a minute, however many there are', async () => {
    const { id } = await startStory(house.desk, OPERATOR, { name: 'Story', text: '' })
    const ann = await welcome(house, 'Ann', { role: 'reader', story: id })
    for (let i = 0; i < 30; i += 1) await asBrowser(house.app, ann.cookie)(`/api/stories/${id}`, { method: 'DELETE' })
    expect(await log()).toHaveLength(1)
  })

  test('not where a story is absent or closed: that is an answer like any other', async () => {
    const ann = await welcome(house, 'Ann')
    await asBrowser(house.app, ann.cookie)('/api/stories/AAAAAAAAAAAAAAAA')
    expect(await log()).toEqual([])
  })
})
