/** Random lives of two people, one of them in two tabs, over a network that loses, doubles and delays, with reloads in between. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Ask } from '../../../client/sync/review.ts'
import { reduce } from '../../../shared/review/reduce.ts'
import { EMPTY_REVIEW, type ReviewState } from '../../../shared/review/state.ts'
import { MemoryReview } from './memory-review.ts'
import { noteId, openNote, propose, ReviewClient } from './review-client.ts'
import { SmallLedger } from './small-ledger.ts'

const PEOPLE = ['ada-----', 'ada-----', 'ben-----']
const ADA_TABS = [0, 1]

/** Who, what, and a number to choose with. */
interface Step {
  who: number
  what: (typeof STEPS)[number]
  pick: number
}

const STEPS = [
  'ask',
  'ask',
  'ask',
  'ask',
  'wait',
  'wait long',
  'cut',
  'deafen',
  'mend',
  'leave the feed',
  'come back',
  'reload',
  'crash',
  'repeat a frame',
  'post again',
  'demote',
  'promote',
  'absorb',
  'restore',
] as const

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom(...STEPS),
  pick: fc.nat(10_000),
})

class World {
  readonly ledger = new SmallLedger()
  readonly stores = [new MemoryReview(), new MemoryReview()]
  readonly clients: ReviewClient[] = []
  /** Command ids whose asker was told that they are kept or done. */
  readonly promised = new Set<string>()
  /** What could not be promised any more after a restored backup. */
  restored = false
  #names = 0

  async open(who: number): Promise<void> {
    const account = PEOPLE[who]!
    const store = this.stores[ADA_TABS.includes(who) ? 0 : 1]!
    const other = ADA_TABS.find((tab) => tab !== who)
    const announce = () => {
      if (ADA_TABS.includes(who)) void this.clients[other!]?.sync.absorb()
    }
    const client = new ReviewClient(this.ledger, account, new MemoryReview(store), announce)
    this.clients[who] = client
    await client.sync.begin()
    client.connect(3)
  }

  async take({ who, what, pick }: Step): Promise<void> {
    const client = this.clients[who]!
    switch (what) {
      case 'ask':
        this.#ask(client, this.#choose(client.state, pick))
        break
      case 'wait':
        for (let turn = 0; turn < pick % 7; turn += 1) await Promise.resolve()
        break
      case 'wait long':
        await turns(2)
        break
      case 'cut':
        client.goOffline()
        break
      case 'deafen':
        client.line.deaf = true
        break
      case 'mend':
        client.goOnline()
        break
      case 'leave the feed':
        client.disconnect()
        break
      case 'come back':
        client.connect((pick % 4) + 1)
        break
      case 'reload':
        client.disconnect()
        await client.sync.close()
        await this.open(who)
        break
      case 'crash':
        client.disconnect()
        client.line.dead = true
        client.store.dead = true
        await this.open(who)
        break
      case 'repeat a frame': {
        const frame = client.frames[pick % Math.max(1, client.frames.length)]
        if (frame) client.sync.take(structuredClone(frame[0]), frame[1])
        break
      }
      case 'post again': {
        const waiting = client.waiting.filter(({ refused }) => refused === null).map(({ command }) => command)
        if (waiting.length > 0) await this.ledger.post(client.account, waiting)
        break
      }
      case 'demote':
        this.ledger.roles.set(client.account, 'reader')
        break
      case 'promote':
        this.ledger.roles.delete(client.account)
        break
      case 'absorb':
        await client.sync.absorb()
        break
      case 'restore':
        // Not while the server runs: everybody's connection is over with the old one.
        if (pick % 5 > 0) break
        for (const each of this.clients) {
          each.disconnect()
          each.frames.length = 0
        }
        this.ledger.restore(Math.max(0, this.ledger.events.length - (pick % 3)))
        this.restored = true
        for (const each of this.clients) each.connect()
    }
  }

  /** Everybody is back, and nothing waits any more. */
  async calm(): Promise<void> {
    this.ledger.roles.clear()
    for (const client of this.clients) client.goOnline()
    const busy = () =>
      this.clients.some(({ waiting, store }) => {
        const rows = [...store.rows.values()]
        return [...waiting, ...rows].some(({ refused }) => refused === null)
      })
    for (let turn = 0; turn < 500 && busy(); turn += 1) await turns(1)
    await turns(2)
  }

  #ask(client: ReviewClient, ask: Ask): void {
    const before = new Set(client.waiting.map(({ id }) => id))
    const asked = client.sync.ask(ask)
    const id = client.waiting.find((waiting) => !before.has(waiting.id))?.id
    asked.then(
      () => id !== undefined && this.promised.add(id),
      () => undefined,
    )
  }

  #choose(state: ReviewState, pick: number): Ask {
    const any = <T>(values: Iterable<T>): T | undefined => {
      const all = [...values]
      return all[(pick >> 4) % Math.max(1, all.length)]
    }
    this.#names += 1
    const name = `n${this.#names}`
    const note = any(state.notes.keys()) ?? noteId('none')
    const reply = any(state.notes.get(note)?.replies ?? [])?.id ?? noteId('none')
    const suggestion = any(state.suggestions.values())
    const about = { suggestion: suggestion?.id ?? noteId('none'), rev: suggestion?.rev ?? 1 }
    const choices: Ask[] = [
      openNote(name, { private: pick % 3 === 0 }),
      openNote(name),
      { type: 'reply', thread: note, reply: noteId(name), body: name },
      { type: 'edit-reply', thread: note, reply, body: name },
      { type: 'delete-reply', thread: note, reply },
      { type: 'resolve', note },
      { type: 'reopen', note },
      { type: 'react', thread: note, reply: null, reaction: '👍', on: pick % 2 === 0 },
      { type: 'edit-note', note, body: name, kind: 'comment', label: null },
      { type: 'delete-note', note },
      propose(name),
      { type: 'withdraw', ...about },
      { type: 'decide', verdict: pick % 2 === 0 ? 'accept' : 'reject', reason: name, decisions: [about] },
    ]
    return choices[pick % choices.length]!
  }
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0))
}

/** `seq` counts what was not shown, too. */
function shown(state: ReviewState) {
  return { ...state, seq: 0 }
}

test('whatever the network does, each shows the fold of the server’s events in the end, and nothing promised is lost or doubled', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async (steps) => {
      const world = new World()
      for (const who of PEOPLE.keys()) await world.open(who)
      try {
        for (const each of steps) await world.take(each)
        await world.calm()
        const { ledger } = world
        for (const client of world.clients) {
          const told = reduce(EMPTY_REVIEW, ledger.visible(client.account))
          expect(shown(client.state)).toEqual(shown(told))
          const kept = await client.store.events()
          const visible = ledger.visible(client.account)
          // Two tabs that both begin anew may each clear what the other kept; then less is kept, never something else.
          expect(kept).toEqual(world.restored ? visible.slice(0, kept.length) : visible)
          expect(client.waiting.every(({ refused }) => refused !== null)).toBe(true)
          expect(client.notes).toMatchObject({ waiting: 0, unkept: 0 })
        }
        const done = ledger.events.map(({ id }) => id)
        expect(new Set(done).size).toBe(done.length)
        if (!world.restored) {
          const heard = new Set(done)
          for (const id of world.promised) expect(heard.has(id) || ledger.refused.has(id)).toBe(true)
        }
      } finally {
        for (const client of world.clients) await client.sync.close()
      }
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 120) },
  )
}, 120_000)
