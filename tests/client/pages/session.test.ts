import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SessionAnswer } from '../../../shared/wire/account.ts'

const nobody: SessionAnswer = {
  person: null,
  owner: false,
  owned: true,
  provider: null,
  returns: false,
  version: '0',
}
const ruth: SessionAnswer = { ...nobody, person: { id: 'ruth', name: 'Ruth', swatch: 1 } }

/** What the server answers to the next GET /api/session, and to everything else. */
let now: SessionAnswer
let rest: () => Response
let asked: string[]

beforeEach(() => {
  vi.resetModules()
  now = ruth
  rest = () => new Response(null, { status: 204 })
  asked = []
  vi.stubGlobal('fetch', async (path: string, { method }: RequestInit) => {
    asked.push(`${method} ${path}`)
    return method === 'GET' && path === '/api/session' ? Response.json(now) : rest()
  })
  vi.stubGlobal('indexedDB', { databases: async () => [] })
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    get length() {
      return kept.size
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
})
afterEach(() => vi.unstubAllGlobals())

async function begin() {
  const session = await import('../../../client/pages/session.ts')
  const api = await import('../../../client/sync/api.ts')
  await session.loadSession()
  return { ...session, ...api }
}

const refused = () => Response.json({ error: { code: 'signed-out', message: 'You are signed out.' } }, { status: 401 })

describe('a session that was ended elsewhere', () => {
  test('is noticed by the first request that is refused, and asked about once', async () => {
    const { session, ended, listStories, getStory } = await begin()
    now = nobody
    rest = refused
    await Promise.allSettled([listStories(), getStory('a'), getStory('b')])
    await vi.waitFor(() => expect(session.value?.person).toBeNull())
    expect(ended.value).toBe(true)
    expect(asked.filter((request) => request === 'GET /api/session')).toHaveLength(2)
  })

  test('is over once somebody signs in', async () => {
    const { ended, loadSession, setSession } = await begin()
    now = nobody
    await loadSession()
    expect(ended.value).toBe(true)
    setSession(ruth)
    expect(ended.value).toBe(false)
  })

  test('a refused sign-in is not taken for one', async () => {
    const { session, ended } = await begin()
    const { signInByPassword } = await import('../../../client/sync/account-api.ts')
    rest = refused
    await expect(signInByPassword('ruth', 'wrong')).rejects.toThrow('signed out')
    expect([session.value?.person?.id, ended.value]).toEqual(['ruth', false])
    expect(asked.filter((request) => request === 'GET /api/session')).toHaveLength(1)
  })
})

describe('who was never here, or left by themselves', () => {
  test('is not told that a session was ended', async () => {
    now = nobody
    const { ended, listStories } = await begin()
    rest = refused
    await expect(listStories()).rejects.toThrow('signed out')
    expect(ended.value).toBe(false)
  })

  test('not even when the page’s own stream notices first', async () => {
    const { ended, leave, listStories } = await begin()
    now = nobody
    const leaving = leave()
    rest = refused
    await expect(listStories()).rejects.toThrow('signed out')
    expect(await leaving).toBe(0)
    expect(ended.value).toBe(false)
  })
})

test('what was remembered for one person is forgotten when another signs in', async () => {
  const { setSession } = await begin()
  localStorage.setItem('galley:answer:/api/stories/a', '{}')
  setSession({ ...ruth, person: { id: 'ruth', name: 'Ruth A.', swatch: 2 } })
  expect(localStorage.length).toBe(1)
  setSession({ ...ruth, person: { id: 'june', name: 'June', swatch: 2 } })
  expect(localStorage.length).toBe(0)
})

describe('what was begun in a note and not sent', () => {
  test('stays for its author at sign-out and is counted; a draft without words goes', async () => {
    const { leave } = await begin()
    const drafts = {
      'galley/draft/ruth/story-a/new': JSON.stringify({
        kind: 'comment',
        quote: { words: 'x' },
        body: 'He said “no”.',
      }),
      'galley/draft/ruth/story-a/thread-1': 'And then?',
      'galley/draft/ruth/story-b/new': JSON.stringify({ kind: 'question', body: ' ' }),
      'galley/draft/june/story-c/thread-2': 'Not Ruth’s',
    }
    for (const [key, words] of Object.entries(drafts)) localStorage.setItem(key, words)
    expect(await leave()).toBe(1)
    const left = Object.keys(drafts).filter((key) => localStorage.getItem(key) !== null)
    expect(left.map((key) => key.slice('galley/draft/'.length))).toEqual([
      'ruth/story-a/new',
      'ruth/story-a/thread-1',
      'june/story-c/thread-2',
    ])
  })

  test('is given as words when the story is gone, and only then forgotten', async () => {
    const { draftWords, forgetDrafts } = await import('../../../client/sync/kept-drafts.ts')
    localStorage.setItem('galley/draft/ruth/a/new', JSON.stringify({ quote: null, body: 'One "quoted"\nline ' }))
    localStorage.setItem('galley/draft/ruth/a/thread-1', ' Two ')
    localStorage.setItem('galley/draft/ruth/ab/thread-1', 'Of another story')
    localStorage.setItem('galley/draft/ruth/a/broken', '')
    expect(draftWords('ruth', 'a').split('\n\n')).toEqual(['One "quoted"\nline', 'Two'])
    forgetDrafts('ruth', 'a')
    expect([draftWords('ruth', 'a'), draftWords('ruth', 'ab')]).toEqual(['', 'Of another story'])
  })
})
