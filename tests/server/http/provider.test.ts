/** Signing in through an OpenID provider: the whole way over HTTP, with an honest provider and with one that lies. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { OPERATOR } from '../../../server/auth/actor.ts'
import { CONFIRM_AGE } from '../../../server/auth/confirm.ts'
import { FLOW_AGE } from '../../../server/auth/provider-flows.ts'
import { createToken } from '../../../server/auth/tokens.ts'
import { type Listening, listen } from '../../../server/http/listen.ts'
import { removeFromLibrary } from '../../../server/stories/remove-from-library.ts'
import { setLibraryRole } from '../../../server/stories/set-library-role.ts'
import { PROVIDER_PROBLEMS, providerProblem } from '../../../shared/wire/provider-problems.ts'
import { cookieJar, type Jar } from '../../kit/cookie-jar.ts'
import { type Lie, type LyingProvider, startLyingProvider } from '../../kit/lying-provider.ts'
import { type OpenidProviderUnderTest, startOpenidProvider } from '../../kit/openid-provider.ts'
import { type DeskHouse, json, openDeskHouse, welcome } from '../../kit/server-desk.ts'

const BEGIN = '/api/sign-in/provider'
const RETURN = `${BEGIN}/return`

let house: DeskHouse
let galley: Listening

async function open(options: Parameters<typeof openDeskHouse>[0]): Promise<void> {
  house = await openDeskHouse(options)
  galley = await listen(house.app, { host: '127.0.0.1', port: 0 })
}

async function shut(): Promise<void> {
  await galley.close(0)
  await house.close()
}

const beginAt = (to = '/') => `${galley.url}${BEGIN}?to=${encodeURIComponent(to)}`
const isOurs = (url: string) => new URL(url).origin === galley.url
const isReturn = (url: string) => isOurs(url) && new URL(url).pathname === RETURN
/** Pages of the client are not built here. */
const isPage = (url: string) => isOurs(url) && !new URL(url).pathname.startsWith('/api/')
const problemOf = (url: string) => new URL(url).searchParams.get('problem')

/** From an address to the page of ours where it ends, as somebody whom the honest provider knows or asks. */
async function dance(jar: Jar, start: string, as: string | { stop: true }): Promise<string> {
  const back = await toReturn(jar, start, as)
  return (await jar.follow(back, (url) => !isPage(url))).url
}

/** As far as the address of ours that the provider sends the browser back to, not asked yet. */
async function toReturn(jar: Jar, start: string, as: string | { stop: true }): Promise<string> {
  const there = await jar.follow(start, (url) => !isReturn(url) && !isPage(url))
  if (there.status === null) return there.url
  const form = typeof as === 'string' ? { subject: as } : { stop: '1' }
  const posted = await jar.ask(there.url, { method: 'POST', body: new URLSearchParams(form) })
  return (await jar.follow(posted.location ?? '', (url) => !isReturn(url))).url
}

async function me(jar: Jar): Promise<{ id: string; name: string } | null> {
  const { text } = await jar.ask(`${galley.url}/api/session`)
  return (JSON.parse(text) as { person: { id: string; name: string } | null }).person
}

/** Somebody with a session and without a provider's account. */
async function guest(name: string): Promise<{ jar: Jar; id: string; cookie: string }> {
  const { actor, cookie } = await welcome(house, name)
  const jar = cookieJar()
  jar.put(galley.url, cookie)
  return { jar, id: actor.user.id, cookie }
}

/** Where the browser is to go to link an account. */
function beginLink(jar: Jar, to = '/you'): Promise<string> {
  return beginAs(jar, '/api/account/provider', to)
}

/** Where the browser is to go so that somebody who is in shows that it is they. */
function beginConfirm(jar: Jar, to = '/you'): Promise<string> {
  return beginAs(jar, '/api/account/confirm/provider', to)
}

async function beginAs(jar: Jar, path: string, to: string): Promise<string> {
  const { status, text } = await post(jar, path, { to })
  expect(status).toBe(200)
  return (JSON.parse(text) as { url: string }).url
}

function post(jar: Jar, path: string, body: object) {
  const init = json('POST', body)
  return jar.ask(`${galley.url}${path}`, { ...init, headers: { ...init.headers, origin: galley.url } })
}

/** As if all of their sessions had been confirmed ten minutes ago; the provider's clock is a true one, so ours is too. */
async function grownOld(user: string): Promise<void> {
  const { people } = house.desk.storage
  for (const { hash } of await people.tickets({ kind: 'session', user })) {
    await people.confirmSession(hash, Date.now() - CONFIRM_AGE)
  }
}

const makeToken = async (jar: Jar) => (await post(jar, '/api/account/tokens', { name: 'T' })).status

async function did(act: string): Promise<{ user: string | null; detail: Record<string, string> }[]> {
  const entries = await house.desk.storage.activity.list({ limit: 50 })
  return entries.filter((entry) => entry.act === act).map(({ user, detail }) => ({ user, detail }))
}

const identities = async (user: string) => (await house.desk.storage.credentials.identities(user)).length

describe('with a provider that keeps the rules', () => {
  let provider: OpenidProviderUnderTest
  beforeEach(async () => {
    provider = await startOpenidProvider()
    await open({ openid: provider.settings })
    provider.admit(`${galley.url}${RETURN}`)
    provider.people.set('ann', { name: 'Ann Arbor', email: 'ann@one.example' })
    provider.people.set('bob', { preferred_username: 'bob', email: 'ann@one.example' })
  })
  afterEach(async () => {
    expect(provider.faults).toEqual([])
    await provider.close()
    await shut()
  })

  test('a newcomer gets an account under the name there, no role, and goes on to where they wanted', async () => {
    const jar = cookieJar()
    expect(await dance(jar, beginAt('/join/abc?x=1#y'), 'ann')).toBe(`${galley.url}/join/abc?x=1#y`)
    const ann = await me(jar)
    expect(ann?.name).toBe('Ann Arbor')
    const [user] = await house.desk.storage.people.users()
    expect(user).toMatchObject({ id: ann?.id, owner: false, libraryRole: null })
    expect(await did('signed-in')).toEqual([{ user: ann?.id, detail: { way: 'provider' } }])
    expect(await did('joined')).toEqual([])
    expect(house.faults).toEqual([])
  })

  test('the same person comes back from another browser to the same account, in a session of its own', async () => {
    const [one, other] = [cookieJar(), cookieJar()]
    await dance(one, beginAt(), 'ann')
    provider.people.set('ann', { name: 'Somebody Else' })
    await dance(other, beginAt(), 'ann')
    expect(await me(other)).toEqual(await me(one))
    expect(other.cookies(galley.url)).not.toBe(one.cookies(galley.url))
    expect(await house.desk.storage.people.users()).toHaveLength(1)
  })

  test('two people of one mail address are two', async () => {
    const [ann, bob] = [cookieJar(), cookieJar()]
    await dance(ann, beginAt(), 'ann')
    await dance(bob, beginAt(), 'bob')
    expect((await me(bob))?.name).toBe('bob')
    expect((await me(bob))?.id).not.toBe((await me(ann))?.id)
  })

  test('a newcomer who comes twice at the same time gets one account', async () => {
    const jars = [cookieJar(), cookieJar(), cookieJar()]
    const backs = await Promise.all(jars.map((jar) => toReturn(jar, beginAt(), 'ann')))
    await Promise.all(jars.map((jar, index) => jar.ask(backs[index] ?? '')))
    const ids = await Promise.all(jars.map(async (jar) => (await me(jar))?.id))
    expect(new Set(ids).size).toBe(1)
    expect(await house.desk.storage.people.users()).toHaveLength(1)
  })

  test.each([
    ['\u202eAnn\u0000 B.', 'Ann B.'],
    [`${'a'.repeat(59)}👩‍👧`, 'a'.repeat(59)],
    [' \u200e ', 'Newcomer'],
    [undefined, 'Newcomer'],
  ])('a name there of %j is "%s" here', async (name, shown) => {
    provider.people.set('eve', name === undefined ? {} : { name })
    const jar = cookieJar()
    await dance(jar, beginAt(), 'eve')
    expect((await me(jar))?.name).toBe(shown)
  })

  test('the request asks for a code with PKCE, state and nonce, for no mail address, and names our way back', async () => {
    const { location } = await cookieJar().ask(beginAt())
    const asked = Object.fromEntries(new URL(location ?? '').searchParams)
    expect(asked).toMatchObject({
      response_type: 'code',
      scope: 'openid profile',
      code_challenge_method: 'S256',
      redirect_uri: `${galley.url}${RETURN}`,
    })
    for (const secret of [asked.state, asked.nonce, asked.code_challenge]) expect(secret).toMatch(/^[\w-]{43}$/)
    expect(asked.state).not.toBe(asked.nonce)
  })

  test('the cookie of a sign-in under way is short-lived and for no script, and gone afterwards', async () => {
    const jar = cookieJar()
    const back = await toReturn(jar, beginAt(), 'ann')
    const [line = ''] = jar.set(galley.url)
    expect(line).toMatch(/^galley_provider=[\w-]{43}; /)
    for (const part of ['HttpOnly', 'SameSite=Lax', `Max-Age=${FLOW_AGE / 1000}`]) expect(line).toContain(part)
    await jar.ask(back)
    expect(jar.cookies(galley.url)).not.toContain('galley_provider')
    expect(jar.cookies(galley.url)).toContain('galley_session')
  })

  test('[T18] a session that was planted in the browser is not the one that it gets', async () => {
    const jar = cookieJar()
    const planted = `galley_session=${'A'.repeat(43)}`
    jar.put(galley.url, planted)
    await dance(jar, beginAt(), 'ann')
    expect(await me(jar)).not.toBeNull()
    expect(jar.cookies(galley.url)).not.toContain(planted)
  })

  test('a way back that is asked for a second time opens nothing', async () => {
    const jar = cookieJar()
    const back = await toReturn(jar, beginAt(), 'ann')
    const cookies = jar.cookies(galley.url)
    await jar.ask(back)
    const thief = cookieJar()
    for (const cookie of cookies.split('; ')) thief.put(galley.url, cookie)
    expect(problemOf((await thief.ask(back)).location ?? '')).toBe('expired')
    expect(await me(thief)).toBeNull()
  })

  test('a code of one sign-in does not serve another one', async () => {
    const [ann, eve] = [cookieJar(), cookieJar()]
    const hers = new URL(await toReturn(ann, beginAt(), 'ann'))
    const mine = new URL(await toReturn(eve, beginAt(), 'eve'))
    mine.searchParams.set('code', hers.searchParams.get('code') ?? '')
    expect(problemOf((await eve.ask(mine.href)).location ?? '')).toBe('refused')
    expect(await me(eve)).toBeNull()
  })

  test('nobody can be made to finish what began in another browser', async () => {
    const [eve, ann, bob] = [cookieJar(), cookieJar(), cookieJar()]
    const bait = await toReturn(eve, beginAt(), 'eve')
    expect(problemOf((await ann.ask(bait)).location ?? '')).toBe('expired')
    expect(await me(ann)).toBeNull()
    const again = await toReturn(eve, beginAt(), 'eve')
    await bob.ask(beginAt())
    expect(problemOf((await bob.ask(again)).location ?? '')).toBe('expired')
    expect(await me(bob)).toBeNull()
    expect(await house.desk.storage.people.users()).toEqual([])
  })

  test('ten minutes later it is too late', async () => {
    const jar = cookieJar()
    const back = await toReturn(jar, beginAt(), 'ann')
    house.ahead = FLOW_AGE
    expect(problemOf((await jar.ask(back)).location ?? '')).toBe('expired')
    expect(await me(jar)).toBeNull()
  })

  test('who stops at the provider is told so and can try again to the same place', async () => {
    const end = await dance(cookieJar(), beginAt('/stories/abcdef'), { stop: true })
    expect(end).toBe(`${galley.url}/sign-in?problem=refused&to=%2Fstories%2Fabcdef`)
    expect(house.faults).toEqual([])
  })

  test('a removed person is refused and gets no second account', async () => {
    const jar = cookieJar()
    await dance(jar, beginAt(), 'ann')
    const { id = '' } = (await me(jar)) ?? {}
    await removeFromLibrary(house.desk, OPERATOR, id)
    expect(problemOf(await dance(cookieJar(), beginAt(), 'ann'))).toBe('removed')
    expect(problemOf(await dance(jar, beginAt(), 'ann'))).toBe('removed')
    expect(await me(jar)).toBeNull()
    expect(await house.desk.storage.people.users()).toHaveLength(1)
    expect(await did('sign-in-failed')).toMatchObject([{ user: null, detail: { way: 'provider' } }])
  })

  test('who is signed in is told so and stays who they are', async () => {
    const { jar, id } = await guest('Gus')
    const told = `${galley.url}/sign-in?problem=signed-in&to=%2Fstories%2Fabcdef`
    expect((await jar.ask(beginAt('/stories/abcdef'))).location).toBe(told)
    expect(provider.asked).toEqual([])
    const newcomer = cookieJar()
    const back = await toReturn(newcomer, beginAt(), 'ann')
    newcomer.put(galley.url, (await welcome(house, 'Gus')).cookie)
    const before = await me(newcomer)
    expect(problemOf((await newcomer.ask(back)).location ?? '')).toBe('signed-in')
    expect(await me(newcomer)).toEqual(before)
    expect((await me(jar))?.id).toBe(id)
    expect(await house.desk.storage.people.users()).toHaveLength(2)
  })

  test('who is signed in by then is not turned into another person that the provider knows', async () => {
    await dance(cookieJar(), beginAt(), 'ann')
    const jar = cookieJar()
    const back = await toReturn(jar, beginAt(), 'ann')
    const { actor, cookie } = await welcome(house, 'Gus')
    jar.put(galley.url, cookie)
    expect(problemOf((await jar.ask(back)).location ?? '')).toBe('signed-in')
    expect((await me(jar))?.id).toBe(actor.user.id)
  })

  describe('linking', () => {
    test('gives a guest a way back to their own account, until they unlink it', async () => {
      const { jar, id } = await guest('Gus')
      expect(await dance(jar, await beginLink(jar, '/you'), 'ann')).toBe(`${galley.url}/you`)
      expect((await me(jar))?.id).toBe(id)
      const elsewhere = cookieJar()
      await dance(elsewhere, beginAt(), 'ann')
      expect(await me(elsewhere)).toMatchObject({ id, name: 'Gus' })
      const unlink = { method: 'DELETE', headers: { origin: galley.url } }
      for (let times = 0; times < 2; times++) {
        expect((await jar.ask(`${galley.url}/api/account/provider`, unlink)).status).toBe(204)
      }
      expect(await identities(id)).toBe(0)
      const later = cookieJar()
      await dance(later, beginAt(), 'ann')
      expect((await me(later))?.id).not.toBe(id)
      const way = 'provider'
      expect((await did('credential')).map(({ detail }) => detail)).toEqual([
        { way, done: 'removed' },
        { way, done: 'set' },
      ])
    })

    test("is refused for an account of somebody else's, and for a second one of one's own", async () => {
      await dance(cookieJar(), beginAt(), 'ann')
      const { jar, id } = await guest('Gus')
      const end = await dance(jar, await beginLink(jar, '/you?tab=ways#here'), 'ann')
      expect(end).toBe(`${galley.url}/you?tab=ways&problem=taken#here`)
      expect(await identities(id)).toBe(0)
      const other = await guest('Gil')
      await dance(other.jar, await beginLink(other.jar), 'bob')
      const fresh = cookieJar()
      fresh.put(galley.url, other.cookie)
      expect(problemOf(await dance(fresh, await beginLink(fresh), 'eve'))).toBe('taken')
      expect(await identities(other.id)).toBe(1)
    })

    test('does not happen by a sign-in that another site began', async () => {
      const { jar, id } = await guest('Gus')
      expect(problemOf((await jar.ask(beginAt('/you'))).location ?? '')).toBe('signed-in')
      const body = json('POST', {})
      const headers = { ...body.headers, origin: 'https://evil.example' }
      expect((await jar.ask(`${galley.url}/api/account/provider`, { ...body, headers })).status).toBe(403)
      expect(await identities(id)).toBe(0)
    })

    test('ends when the browser belongs to somebody else by then', async () => {
      const { jar, id } = await guest('Gus')
      const back = await toReturn(jar, await beginLink(jar), 'ann')
      const other = await welcome(house, 'Gil')
      jar.put(galley.url, other.cookie)
      expect(problemOf((await jar.ask(back)).location ?? '')).toBe('expired')
      expect(await identities(id)).toBe(0)
      expect(await identities(other.actor.user.id)).toBe(0)
    })

    test('and unlinking are not for access tokens', async () => {
      const { actor } = await welcome(house, 'Owner', { owner: true })
      const token = await createToken(house.desk, actor.user, 'program')
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      for (const method of ['POST', 'DELETE']) {
        const init = { method, headers, ...(method === 'POST' ? { body: '{}' } : {}) }
        expect((await cookieJar().ask(`${galley.url}/api/account/provider`, init)).status).toBe(403)
      }
    })
  })

  describe('showing that it is oneself', () => {
    let jar: Jar
    let id: string
    beforeEach(async () => {
      jar = cookieJar()
      await dance(jar, beginAt(), 'ann')
      id = (await me(jar))?.id ?? ''
      await grownOld(id)
    })

    /** The browser is signed in here only: the provider of the tests stops at a change of accounts to ask about it. */
    const forgottenThere = () => {
      const session = jar.cookies(galley.url)
      jar = cookieJar()
      jar.put(galley.url, session)
    }

    test('by the linked account lets one change the ways in again, and comes back to the page', async () => {
      expect(await makeToken(jar)).toBe(403)
      const session = jar.cookies(galley.url)
      expect(await dance(jar, await beginConfirm(jar, '/you?confirmed'), 'ann')).toBe(`${galley.url}/you?confirmed`)
      expect(jar.cookies(galley.url)).toBe(session)
      expect(await makeToken(jar)).toBe(201)
      await grownOld(id)
      const unlink = { method: 'DELETE', headers: { origin: galley.url } }
      expect((await jar.ask(`${galley.url}/api/account/provider`, unlink)).status).toBe(403)
      expect(await identities(id)).toBe(1)
    })

    test('is asked for anew by the provider, though one is signed in there', async () => {
      const there = await jar.follow(await beginConfirm(jar), (url) => !isReturn(url) && !isPage(url))
      expect(there.url).toMatch(/\/who\/[\w-]+$/)
      const { searchParams } = new URL(await beginConfirm(jar))
      expect(searchParams.get('max_age')).toBe('0')
      expect(new URL((await cookieJar().ask(beginAt())).location ?? '').searchParams.has('max_age')).toBe(false)
    })

    test('by another account there is refused, linked to somebody else or to nobody, and the log tells of it', async () => {
      await dance(cookieJar(), beginAt(), 'bob')
      for (const subject of ['bob', 'eve']) {
        forgottenThere()
        expect(await dance(jar, await beginConfirm(jar, '/you?a=b'), subject)).toBe(
          `${galley.url}/you?a=b&problem=another`,
        )
        expect(await makeToken(jar)).toBe(403)
      }
      expect(await house.desk.storage.people.users()).toHaveLength(2)
      const [refused] = await did('refused')
      expect(refused).toMatchObject({ user: id, detail: { what: `GET ${RETURN}` } })
    })

    test('by an account that was unlinked in the meantime is refused', async () => {
      const back = await toReturn(jar, await beginConfirm(jar), 'ann')
      await house.desk.storage.credentials.unlinkIdentities(id, 1)
      expect(problemOf((await jar.ask(back)).location ?? '')).toBe('another')
    })

    test('does not happen twice by one answer, nor in the browser of another', async () => {
      const back = await toReturn(jar, await beginConfirm(jar), 'ann')
      const gus = await guest('Gus')
      expect(problemOf((await gus.jar.ask(back)).location ?? '')).toBe('expired')
      expect(problemOf((await jar.ask(back)).location ?? '')).toBe('expired')
      expect(await makeToken(jar)).toBe(403)
      const again = await toReturn(jar, await beginConfirm(jar), 'ann')
      expect((await jar.ask(again)).location).toBe(`${galley.url}/you`)
      await grownOld(id)
      expect(problemOf((await jar.ask(again)).location ?? '')).toBe('expired')
      expect(await makeToken(jar)).toBe(403)
    })

    test('ends when the browser belongs to somebody else by then', async () => {
      const back = await toReturn(jar, await beginConfirm(jar), 'ann')
      const other = await welcome(house, 'Gil')
      jar.put(galley.url, other.cookie)
      expect(problemOf((await jar.ask(back)).location ?? '')).toBe('expired')
    })

    test('is not a sign-in: an answer to the one does not serve the other', async () => {
      const elsewhere = cookieJar()
      const signingIn = new URL(await toReturn(elsewhere, beginAt(), 'ann'))
      forgottenThere()
      const back = new URL(await toReturn(jar, await beginConfirm(jar), 'bob'))
      back.searchParams.set('code', signingIn.searchParams.get('code') ?? '')
      expect(problemOf((await jar.ask(back.href)).location ?? '')).toBe('refused')
      expect(await makeToken(jar)).toBe(403)
    })

    test('is refused at once to somebody without an account there, to another site, and to a token', async () => {
      const gus = await guest('Gus')
      expect((await post(gus.jar, '/api/account/confirm/provider', {})).status).toBe(409)
      const foreign = { ...json('POST', {}), headers: { origin: 'https://evil.example' } }
      expect((await jar.ask(`${galley.url}/api/account/confirm/provider`, foreign)).status).toBe(403)
      const token = await createToken(
        house.desk,
        (await welcome(house, 'Owner', { owner: true })).actor.user,
        'program',
      )
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      const init = { method: 'POST', headers, body: '{}' }
      expect((await cookieJar().ask(`${galley.url}/api/account/confirm/provider`, init)).status).toBe(403)
    })
  })

  test('no `to` leads elsewhere, on whichever way', async () => {
    const { jar } = await guest('Gus')
    for (const to of [
      'https://evil.example',
      '//evil.example',
      '/.//evil.example',
      '/\\evil.example',
      '/api/session',
    ]) {
      expect((await jar.ask(beginAt(to))).location).toBe(`${galley.url}/sign-in?problem=signed-in`)
      expect(await dance(cookieJar(), beginAt(to), 'ann')).toBe(`${galley.url}/`)
      expect(await dance(cookieJar(), beginAt(to), { stop: true })).toBe(`${galley.url}/sign-in?problem=refused`)
    }
    expect(await dance(jar, await beginLink(jar, '//evil.example'), { stop: true })).toBe(
      `${galley.url}/?problem=refused`,
    )
  })

  test('a flood of beginnings ends, and is not carried to the provider', async () => {
    const jar = cookieJar()
    const statuses = []
    for (let knock = 0; knock < 70; knock++) statuses.push((await jar.ask(beginAt())).status)
    expect(statuses[0]).toBe(302)
    // On a slow machine a knock may be allowed again by the time of the last.
    expect(statuses).toContain(429)
    expect(provider.asked).toEqual(['/.well-known/openid-configuration'])
  })
})

test('newcomers get the role on the library that is set up for them, and the log says how', async () => {
  const provider = await startOpenidProvider()
  await open({ openid: { ...provider.settings, role: 'commenter' } })
  provider.admit(`${galley.url}${RETURN}`)
  await dance(cookieJar(), beginAt(), 'ann')
  const [user] = await house.desk.storage.people.users()
  expect(user).toMatchObject({ libraryRole: 'commenter', owner: false })
  expect(await did('joined')).toEqual([{ user: user?.id, detail: { role: 'commenter', by: 'Test house' } }])
  await provider.close()
  await shut()
})

describe('who unlinks the account at the provider', () => {
  let provider: OpenidProviderUnderTest
  let jar: Jar
  let id: string
  beforeEach(async () => {
    provider = await startOpenidProvider()
    await open({ openid: { ...provider.settings, role: 'editor' } })
    provider.admit(`${galley.url}${RETURN}`)
    jar = cookieJar()
    await dance(jar, beginAt(), 'ann')
    id = (await me(jar))?.id ?? ''
    const unlink = { method: 'DELETE', headers: { origin: galley.url } }
    expect((await jar.ask(`${galley.url}/api/account/provider`, unlink)).status).toBe(204)
  })
  afterEach(async () => {
    await provider.close()
    await shut()
  })

  test('comes back as a newcomer without the role for newcomers: that is given once, so nobody gets back what was taken', async () => {
    await setLibraryRole(house.desk, OPERATOR, id, null)
    const back = cookieJar()
    await dance(back, beginAt(), 'ann')
    const user = await house.desk.storage.people.user((await me(back))?.id ?? '')
    expect(user).toMatchObject({ name: 'Newcomer', libraryRole: null })
    expect(user?.id).not.toBe(id)
    await dance(cookieJar(), beginAt(), 'ann')
    expect(await house.desk.storage.people.users()).toHaveLength(2)
  })

  test('and is removed then gets no second account, by signing in or by linking to another one', async () => {
    await removeFromLibrary(house.desk, OPERATOR, id)
    expect(problemOf(await dance(cookieJar(), beginAt(), 'ann'))).toBe('removed')
    const gus = await guest('Gus')
    expect(problemOf(await dance(gus.jar, await beginLink(gus.jar), 'ann'))).toBe('taken')
    expect(await identities(gus.id)).toBe(0)
  })

  test('links it again, and comes back by it to the same account', async () => {
    await dance(jar, await beginLink(jar), 'ann')
    expect(await identities(id)).toBe(1)
    const elsewhere = cookieJar()
    await dance(elsewhere, beginAt(), 'ann')
    expect((await me(elsewhere))?.id).toBe(id)
  })
})

test('behind https the way back is the public address, and the cookie is pinned to it', async () => {
  const provider = await startLyingProvider()
  await open({ openid: provider.settings, url: new URL('https://galley.example') })
  const jar = cookieJar()
  const { location } = await jar.ask(beginAt())
  expect(new URL(location ?? '').searchParams.get('redirect_uri')).toBe(`https://galley.example${RETURN}`)
  expect(jar.set(galley.url)[0]).toMatch(/^__Host-galley_provider=.*; Secure/)
  await provider.close()
  await shut()
})

describe('with a provider that lies', () => {
  let liar: LyingProvider
  beforeEach(async () => {
    liar = await startLyingProvider()
    await open({ openid: liar.settings })
  })
  afterEach(async () => {
    await liar.close()
    await shut()
  })

  async function tell(lie: Lie): Promise<{ end: string; jar: Jar }> {
    liar.lie = lie
    const jar = cookieJar()
    return { end: (await jar.follow(beginAt(), (url) => !isPage(url))).url, jar }
  }

  test('the truth opens an account: what is refused below is refused for its lie', async () => {
    const { end, jar } = await tell({})
    expect(end).toBe(`${galley.url}/`)
    expect((await me(jar))?.name).toBe('Ann')
    const [exchange] = liar.exchanges
    expect(exchange?.get('code_verifier')).toMatch(/^[\w-]{43}$/)
    expect(exchange?.get('client_secret')).toBe('hush')
  })

  test.each<[string, Lie]>([
    ['another nonce', { claims: { nonce: 'another' } }],
    ['no nonce', { claims: { nonce: undefined } }],
    ['another issuer', { claims: { iss: 'https://id.example' } }],
    ['another audience', { claims: { aud: 'somebody-else' } }],
    ['two audiences and the other one authorised', { claims: { aud: ['galley-under-test', 'x'], azp: 'x' } }],
    ['an end in the past', { claims: { exp: 1 } }],
    ['no subject', { claims: { sub: undefined } }],
    ['a foreign signature', { foreignKey: true }],
    ['no signature', { unsigned: true }],
  ])('an ID token with %s opens nothing, and the owner can read of it', async (_, lie) => {
    const { end, jar } = await tell(lie)
    expect(problemOf(end)).toBe('untrusted')
    expect(await me(jar)).toBeNull()
    expect(await house.desk.storage.people.users()).toEqual([])
    expect(await did('sign-in-failed')).toMatchObject([{ detail: { way: 'provider' } }])
    expect(house.faults).toHaveLength(1)
    expect(house.faults[0]).toMatch(/^OpenID provider, untrusted: /)
    expect(house.faults[0]).not.toMatch(/hush|eyJ/)
  })

  test.each([
    ['does not say when', {}],
    ['asked two minutes ago', { claims: { auth_time: Math.floor(Date.now() / 1000) - 120 } }],
  ] as [string, Lie][])('one that %s does not show that it is oneself', async (_, lie) => {
    const { jar } = await tell({})
    await grownOld((await me(jar))?.id ?? '')
    liar.lie = lie
    expect(problemOf((await jar.follow(await beginConfirm(jar), (url) => !isPage(url))).url)).toBe('unasked')
    expect(await makeToken(jar)).toBe(403)
    liar.lie = { claims: { auth_time: Math.floor(Date.now() / 1000) } }
    expect((await jar.follow(await beginConfirm(jar), (url) => !isPage(url))).url).toBe(`${galley.url}/you`)
    expect(await makeToken(jar)).toBe(201)
  })

  test('one that is not set up any more holds nobody up who has no other way', async () => {
    const { jar } = await tell({})
    const { id = '' } = (await me(jar)) ?? {}
    await grownOld(id)
    expect(await makeToken(jar)).toBe(403)
    await house.desk.storage.credentials.unlinkIdentities(id, 1)
    await house.desk.storage.credentials.addIdentity({
      issuer: 'https://gone.example',
      subject: 'ann',
      user: id,
      createdAt: 1,
    })
    expect(await makeToken(jar)).toBe(201)
  })

  test('one that breaks down in the middle is unavailable, and the next try works', async () => {
    expect(problemOf((await tell({ status: 500 })).end)).toBe('unavailable')
    expect(problemOf((await tell({ silent: true })).end)).toBe('unavailable')
    expect((await tell({})).end).toBe(`${galley.url}/`)
  })

  test('one that is down is told as such; Galley itself goes on, and signs in once it is back', async () => {
    await liar.close()
    const jar = cookieJar()
    const { location } = await jar.ask(beginAt('/stories/abcdef'))
    expect(location).toBe(`${galley.url}/sign-in?problem=unavailable&to=%2Fstories%2Fabcdef`)
    expect(await me(jar)).toBeNull()
    const { jar: signedIn } = await guest('Gus')
    const init = json('POST', {})
    const headers = { ...init.headers, origin: galley.url }
    expect((await signedIn.ask(`${galley.url}/api/account/provider`, { ...init, headers })).status).toBe(503)
    expect(house.faults.every((fault) => /^OpenID provider, unavailable: .*ECONNREFUSED/.test(fault))).toBe(true)
    const port = Number(liar.settings.issuer.port)
    liar = await startLyingProvider(port)
    expect((await tell({})).end).toBe(`${galley.url}/`)
  })

  test('a problem that it writes itself is one of ours, and nothing of its words reaches the page', async () => {
    const jar = cookieJar()
    const { location } = await jar.ask(beginAt())
    const back = new URL(`${galley.url}${RETURN}`)
    back.searchParams.set('state', new URL(location ?? '').searchParams.get('state') ?? '')
    back.searchParams.set('error', '<script>')
    back.searchParams.set('error_description', 'Call 555 and tell them your password')
    const answer = await jar.ask(back.href)
    expect(answer.location).toBe(`${galley.url}/sign-in?problem=refused`)
    expect(house.faults).toEqual(['OpenID provider, refused: it answered "<script>"'])
  })
})

test('every problem has its sentence, and no other word is one', () => {
  for (const code of Object.keys(PROVIDER_PROBLEMS)) expect(providerProblem(code)).toMatch(/\.$/)
  for (const word of [null, '', 'toString', '__proto__', 'x']) expect(providerProblem(word)).toBeNull()
})
