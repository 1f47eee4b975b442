/** What every storage must do about people: accounts, tickets, roles, ways of coming back, the activity log. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { Storage, StoredActivity, StoredPasskey, StoredTicket } from '../../server/storage/storage.ts'
import type { Place } from './place.ts'
import { newStory } from './rows.ts'

/** `now` gives the storage of the running test, open and empty, and its place. */
export function peopleContract(now: () => { storage: Storage; place: Place }): void {
  let storage: Storage
  let place: Place
  beforeEach(() => {
    ;({ storage, place } = now())
  })

  describe('people', () => {
    const ann = { id: 'ann', name: 'Ann', swatch: 1, owner: true, createdAt: 1, libraryRole: null, goneAt: null }
    const bob = { id: 'bob', name: 'Bob', swatch: 2, owner: false, createdAt: 2, libraryRole: null, goneAt: null }
    const ticket = (hash: string, change: Partial<StoredTicket> = {}): StoredTicket => ({
      hash,
      kind: 'session',
      user: null,
      label: '',
      story: null,
      role: null,
      createdAt: 1,
      expiresAt: null,
      usedAt: null,
      uses: 0,
      mostUses: null,
      confirmedAt: null,
      token: null,
      ...change,
    })

    it('keeps accounts and their changes', async () => {
      await storage.people.createUser(bob)
      expect(await storage.people.owner()).toBeNull()
      await storage.people.createUser(ann)
      expect(await storage.people.owner()).toEqual(ann)
      await expect(storage.people.createUser(ann)).rejects.toThrow()
      expect(await storage.people.users()).toEqual([ann, bob])
      await storage.people.updateUser('bob', { name: 'Robert' })
      await storage.people.updateUser('bob', { swatch: 7 })
      await storage.people.updateUser('bob', {})
      await storage.people.updateUser('bob', { libraryRole: 'editor', goneAt: 9 })
      expect(await storage.people.user('bob')).toEqual({
        ...bob,
        name: 'Robert',
        swatch: 7,
        libraryRole: 'editor',
        goneAt: 9,
      })
      expect(await storage.people.user('carl')).toBeNull()
    })

    it('keeps tickets, finds them by kind, story and account, and deletes them', async () => {
      await storage.people.createUser(ann)
      await storage.stories.create(newStory('story1'))
      const session = ticket('h1', { user: 'ann', label: 'browser', expiresAt: 9 })
      const invite = ticket('h2', {
        kind: 'invite',
        user: 'ann',
        story: 'story1',
        role: 'editor',
        token: 'h9',
        createdAt: 2,
      })
      await storage.people.createTicket(session)
      await storage.people.createTicket(invite)
      expect(await storage.people.ticket('h1')).toEqual(session)
      expect(await storage.people.ticket('h2')).toEqual(invite)
      expect(await storage.people.tickets({ kind: 'session' })).toEqual([session])
      expect(await storage.people.tickets({ kind: 'session', user: 'bob' })).toEqual([])
      expect(await storage.people.tickets({ kind: 'invite', story: 'story1', user: 'ann' })).toEqual([invite])
      await storage.people.deleteTicket('h1')
      expect(await storage.people.ticket('h1')).toBeNull()
    })

    it('keeps when the person of a session was last asked who they are, of no other ticket', async () => {
      await storage.people.createTicket(ticket('h1', { confirmedAt: 5 }))
      await storage.people.createTicket(ticket('h2', { kind: 'token' }))
      await storage.people.createTicket(ticket('h3', { confirmedAt: 6 }))
      for (const hash of ['h1', 'h2', 'nothing']) await storage.people.confirmSession(hash, 9)
      const kept = await Promise.all(['h1', 'h2', 'h3'].map((hash) => storage.people.ticket(hash)))
      expect(kept.map((one) => one?.confirmedAt)).toEqual([9, null, 6])
    })

    it('lets exactly one of many open a one-use ticket, across processes', async () => {
      await storage.people.createTicket(ticket('owner', { kind: 'owner-link', mostUses: 1 }))
      const other = await place.open()
      try {
        const tries = Array.from({ length: 20 }, (_, index) =>
          (index % 2 ? storage : other).people.useTicket('owner', 100 + index),
        )
        const outcomes = await Promise.all(tries)
        expect(outcomes.filter(Boolean)).toHaveLength(1)
        expect((await storage.people.ticket('owner'))?.usedAt).toBe(100 + outcomes.indexOf(true))
      } finally {
        await other.close()
      }
    })

    it('lets a ticket of many uses be used again, and a missing one never', async () => {
      await storage.people.createTicket(ticket('invite', { kind: 'invite' }))
      expect(await storage.people.useTicket('invite', 5)).toBe(true)
      expect(await storage.people.useTicket('invite', 6)).toBe(true)
      expect((await storage.people.ticket('invite'))?.usedAt).toBe(6)
      expect(await storage.people.useTicket('nothing', 6)).toBe(false)
    })

    it('keeps one role a person and story', async () => {
      await storage.people.createUser(ann)
      await storage.people.createUser(bob)
      await storage.stories.create(newStory('story1'))
      await storage.stories.create(newStory('story2'))
      await storage.people.setRole('story1', 'bob', 'reader')
      await storage.people.setRole('story1', 'bob', 'editor')
      await storage.people.setRole('story1', 'ann', 'maintainer')
      await storage.people.setRole('story2', 'bob', 'reader')
      expect(await storage.people.role('story1', 'bob')).toBe('editor')
      expect(await storage.people.members('story1')).toEqual([
        { user: 'ann', role: 'maintainer' },
        { user: 'bob', role: 'editor' },
      ])
      expect(await storage.people.roles('bob')).toEqual(
        new Map([
          ['story1', 'editor'],
          ['story2', 'reader'],
        ]),
      )
      await storage.people.setRole('story1', 'bob', null)
      await storage.people.setRole('story1', 'bob', null)
      expect(await storage.people.role('story1', 'bob')).toBeNull()
    })

    it('lets of many openers at once exactly as many in as a ticket may be used', async () => {
      await storage.people.createTicket(ticket('three', { kind: 'invite', mostUses: 3 }))
      const outcomes = await Promise.all(
        Array.from({ length: 12 }, (_, at) => storage.people.useTicket('three', at + 1)),
      )
      expect(outcomes.filter(Boolean)).toHaveLength(3)
      expect((await storage.people.ticket('three'))?.uses).toBe(3)
    })

    it('tells invites to the whole library from those to a story', async () => {
      await storage.stories.create(newStory('story1'))
      await storage.people.createTicket(ticket('all', { kind: 'invite' }))
      await storage.people.createTicket(ticket('one', { kind: 'invite', story: 'story1' }))
      const hashes = async (story?: string | null) =>
        (await storage.people.tickets({ kind: 'invite', ...(story === undefined ? {} : { story }) })).map(
          ({ hash }) => hash,
        )
      expect(await hashes(null)).toEqual(['all'])
      expect(await hashes('story1')).toEqual(['one'])
      expect(await hashes()).toEqual(['all', 'one'])
    })

    it('remembers who came by the address, each once, first come first', async () => {
      await storage.people.createUser(ann)
      await storage.people.createUser(bob)
      await storage.stories.create(newStory('story1'))
      await storage.people.noteVisit('story1', 'bob', 5)
      await storage.people.noteVisit('story1', 'ann', 6)
      await storage.people.noteVisit('story1', 'bob', 7)
      expect(await storage.people.visitors('story1')).toEqual(['bob', 'ann'])
      expect(await storage.people.visits('bob')).toEqual(['story1'])
      expect(await storage.people.visits('nobody')).toEqual([])
    })
  })

  describe('ways of coming back', () => {
    beforeEach(async () => {
      for (const id of ['ann', 'bob']) {
        const user = { id, name: id, swatch: 1, owner: false, createdAt: 1, libraryRole: null, goneAt: null }
        await storage.people.createUser(user)
      }
    })

    it('keeps one password a person, and gives a login to one person only', async () => {
      const { credentials } = storage
      expect(await credentials.setPassword({ user: 'ann', login: 'ann', hash: 'h1' })).toBe(true)
      expect(await credentials.setPassword({ user: 'bob', login: 'ann', hash: 'h2' })).toBe(false)
      expect(await credentials.setPassword({ user: 'ann', login: 'anna', hash: 'h3' })).toBe(true)
      expect(await credentials.passwordFor('ann')).toBeNull()
      expect(await credentials.passwordFor('anna')).toEqual({ user: 'ann', login: 'anna', hash: 'h3' })
      expect(await credentials.passwordOf('bob')).toBeNull()
      await credentials.deletePassword('ann')
      expect(await credentials.passwordOf('ann')).toBeNull()
    })

    it('keeps passkeys with their counters', async () => {
      const { credentials } = storage
      const passkey: StoredPasskey = {
        id: 'key1',
        user: 'ann',
        publicKey: Uint8Array.of(1, 2, 255),
        counter: 0,
        transports: ['internal', 'hybrid'],
        label: 'This laptop',
        createdAt: 3,
        usedAt: null,
      }
      await credentials.addPasskey(passkey)
      await expect(credentials.addPasskey({ ...passkey, user: 'bob' })).rejects.toThrow()
      await credentials.usePasskey('key1', 7, 9)
      expect(await credentials.passkey('key1')).toEqual({ ...passkey, counter: 7, usedAt: 9 })
      expect(await credentials.passkeys('ann')).toHaveLength(1)
      expect(await credentials.passkeys('bob')).toEqual([])
      await credentials.deletePasskey('key1')
      expect(await credentials.passkey('key1')).toBeNull()
    })

    it('links an account of a provider to one person only', async () => {
      const { credentials } = storage
      const identity = { issuer: 'https://id.example', subject: 's1', user: 'ann', createdAt: 4 }
      expect(await credentials.addIdentity(identity)).toBe(true)
      expect(await credentials.addIdentity({ ...identity, user: 'bob' })).toBe(false)
      const kept = { ...identity, unlinkedAt: null }
      expect(await credentials.identity('https://id.example', 's1')).toEqual(kept)
      expect(await credentials.identity('https://other.example', 's1')).toBeNull()
      expect(await credentials.identities('ann')).toEqual([kept])
      await credentials.unlinkIdentities('ann', 5)
      await credentials.unlinkIdentities('ann', 6)
      expect(await credentials.identities('ann')).toEqual([])
      expect(await credentials.identity('https://id.example', 's1')).toEqual({ ...kept, unlinkedAt: 5 })
      expect(await credentials.addIdentity({ ...identity, user: 'bob', createdAt: 7 })).toBe(true)
      expect(await credentials.addIdentity(identity)).toBe(false)
      expect(await credentials.identities('bob')).toEqual([{ ...kept, user: 'bob', createdAt: 7 }])
    })
  })

  it('lists activity newest first, of a story or of all, page by page', async () => {
    const entry = (at: number, story: string | null): Omit<StoredActivity, 'seq'> => ({
      at,
      story,
      user: 'ann',
      act: 'role',
      about: 'bob',
      detail: { role: 'editor' },
    })
    for (let at = 1; at <= 6; at++) await storage.activity.add(entry(at, at % 2 ? 'story1' : null))
    const all = await storage.activity.list({ limit: 4 })
    expect(all.map(({ at }) => at)).toEqual([6, 5, 4, 3])
    expect(all[1]).toEqual({ ...entry(5, 'story1'), seq: all[1]?.seq })
    const older = await storage.activity.list({ limit: 4, before: all[3]?.seq ?? 0 })
    expect(older.map(({ at }) => at)).toEqual([2, 1])
    expect((await storage.activity.list({ story: 'story1', limit: 9 })).map(({ at }) => at)).toEqual([5, 3, 1])
  })
}
