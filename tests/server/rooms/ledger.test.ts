import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type Decider, eventOf, type StoryText } from '../../../server/rooms/ledger.ts'
import type { RoomLimits } from '../../../server/rooms/limits.ts'
import type { Command } from '../../../shared/review/commands.ts'
import type { ReviewEvent } from '../../../shared/review/events.ts'
import type { Reviewer } from '../../../shared/review/judge.ts'
import { FIRST_LABELS } from '../../../shared/review/labels.ts'
import { reduce } from '../../../shared/review/reduce.ts'
import { EMPTY_REVIEW, type ReviewState, type Suggestion } from '../../../shared/review/state.ts'
import { CLOSE } from '../../../shared/wire/frames.ts'
import { dice } from '../../kit/honest-traffic.ts'
import { RawClient } from '../../kit/raw-client.ts'
import { anyCommand, command, freshId, openNote, PEOPLE, propose, restricted } from '../../kit/review-commands.ts'
import { type RoomUnderTest, roomUnderTest, storedText, until } from '../../kit/room-under-test.ts'
import { StorageInBetween } from '../../kit/storage-in-between.ts'

const [ANN, BOB, CAT, DAN, EVE] = PEOPLE as [Reviewer, Reviewer, Reviewer, Reviewer, Reviewer]

let room: RoomUnderTest
let between: StorageInBetween
const clients: RawClient[] = []

async function start(options: { decider?: Decider; limits?: Partial<RoomLimits> } = {}): Promise<void> {
  between = new StorageInBetween()
  room = await roomUnderTest({ wrap: between.wrap, ...options })
}

afterEach(async () => {
  between.release()
  between.failing = false
  for (const client of clients.splice(0)) client.close()
  await room.close()
})

function client({ id, role }: Reviewer, galley = true, doc?: Y.Doc): RawClient {
  const one = new RawClient(room.url, { user: id, role, ...(galley ? { galley: '1' } : {}) }, 'story1', doc)
  clients.push(one)
  return one
}

/** Inside, level, and told of what happens. */
async function listener(person: Reviewer): Promise<RawClient> {
  const one = await client(person).sync()
  one.askReview()
  await until(() => one.reviews.length > 0, 'the review is answered')
  return one
}

/** Until it is on disk; answers its number. */
async function done(by: Reviewer, asked: Command): Promise<number> {
  const { seq, stored } = await room.rooms.review('story1', by, asked)
  expect(await stored).toBe(true)
  return seq
}

async function stored(): Promise<ReviewEvent[]> {
  return (await room.storage.review.list('story1', 0, 10_000)).events.map(eventOf)
}

const heardOf = (one: RawClient) => one.heard.map((bytes) => Buffer.from(bytes).toString('latin1')).join('\n')

describe('a command', () => {
  it('is shown to everybody who asked, with the account and the time of the server, and only once it is on disk', async () => {
    await start()
    const [bob, eve] = [await listener(BOB), await listener(EVE)]
    const quiet = await client(CAT).sync()
    between.hold()
    const taken = await room.rooms.review('story1', DAN, openNote('note-one'))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect([bob.events, eve.events]).toEqual([[], []])
    between.release()
    expect(await taken.stored).toBe(true)
    await until(() => bob.events.length + eve.events.length === 2, 'both have heard')
    expect(bob.events).toMatchObject([{ seq: 1, by: DAN.id, type: 'open-note', note: 'note-one' }])
    expect(Math.abs(Date.parse(bob.events[0]?.at ?? '') - Date.now())).toBeLessThan(60_000)
    expect(bob.events).toEqual(await stored())
    expect(quiet.reviews).toEqual([])
  })

  it('that comes again is done once, whether it is on disk or still on its way', async () => {
    await start()
    const bob = await listener(BOB)
    between.hold()
    const note = openNote('note-one')
    const first = await room.rooms.review('story1', DAN, note)
    const second = await room.rooms.review('story1', DAN, note)
    between.release()
    expect(await Promise.all([first.stored, second.stored])).toEqual([true, true])
    expect([first.seq, second.seq, await done(DAN, note)]).toEqual([1, 1, 1])
    await expect(room.rooms.review('story1', EVE, note)).rejects.toMatchObject({ code: 'conflict' })
    expect(await done(DAN, openNote('note-two'))).toBe(2)
    await until(() => bob.events.length === 2, 'both notes')
    expect(await stored()).toHaveLength(2)
  })

  it('may put any of the tags that a story begins with on words', async () => {
    await start()
    for (const { id } of FIRST_LABELS) await done(DAN, openNote(`note-${id}`, { kind: 'tag', label: id, body: '' }))
    expect(await stored()).toHaveLength(FIRST_LABELS.length)
  })

  it('is judged against those that are still on their way', async () => {
    await start()
    between.hold()
    const note = await room.rooms.review('story1', DAN, openNote('note-one'))
    const resolve = () => command({ id: freshId(), type: 'resolve', note: 'note-one' })
    const resolved = await room.rooms.review('story1', DAN, resolve())
    await expect(room.rooms.review('story1', BOB, resolve())).rejects.toMatchObject({ code: 'conflict' })
    await expect(room.rooms.review('story1', CAT, resolve())).rejects.toMatchObject({ code: 'forbidden' })
    between.release()
    await Promise.all([note.stored, resolved.stored])
    expect((await stored()).map(({ type }) => type)).toEqual(['open-note', 'resolve'])
  })

  it('opens a story that nobody is in, and finds what was done before it was let go', async () => {
    await start({ limits: { linger: 1 } })
    const note = openNote('note-one')
    expect(await done(DAN, note)).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await done(DAN, note)).toBe(1)
    expect(
      await done(CAT, command({ id: freshId(), type: 'reply', thread: 'note-one', reply: freshId(), body: 'Yes.' })),
    ).toBe(2)
  })

  it('is refused while the disk takes nothing; what was on its way is done when it does again', async () => {
    await start()
    const bob = await listener(BOB)
    between.failing = true
    const taken = await room.rooms.review('story1', DAN, openNote('note-one'))
    await until(() => bob.refused.length > 0, 'everybody is told')
    await expect(room.rooms.review('story1', DAN, openNote('note-two'))).rejects.toMatchObject({ code: 'unavailable' })
    expect(bob.events).toEqual([])
    between.failing = false
    expect(await taken.stored).toBe(true)
    await until(() => bob.events.length === 1, 'the note')
    expect((await stored()).map(({ seq }) => seq)).toEqual([1])
  })

  it('that reached the disk though its commit was reported as failed is done once', async () => {
    await start()
    const bob = await listener(BOB)
    between.lying = true
    const taken = await room.rooms.review('story1', DAN, openNote('note-one'))
    await until(() => bob.refused.length > 0, 'everybody is told')
    between.lying = false
    expect(await taken.stored).toBe(true)
    expect(await done(DAN, openNote('note-two'))).toBe(2)
    await until(() => bob.events.length === 2, 'both notes')
    expect(await stored()).toEqual(bob.events)
  })

  it('that is not on disk when the server stops is answered as not done', async () => {
    await start({ limits: { closeWithin: 50 } })
    between.failing = true
    const taken = await room.rooms.review('story1', DAN, openNote('note-one'))
    await room.rooms.close()
    expect(await taken.stored).toBe(false)
    await expect(room.rooms.review('story1', DAN, openNote('note-two'))).rejects.toMatchObject({ code: 'unavailable' })
  })
})

describe('the feed', () => {
  it('brings everything from the number asked on, in frames of at most 256 KiB, and then what happens', async () => {
    await start()
    for (let index = 0; index < 60; index++)
      await room.rooms.review('story1', DAN, openNote(`note-${1000 + index}`, { body: 'ü'.repeat(9_000) }))
    expect(await done(DAN, openNote('note-last'))).toBe(61)
    const bob = await client(BOB).sync()
    bob.askReview(20)
    await until(() => bob.events.length === 41, 'all behind the twentieth')
    expect(bob.events.map(({ seq }) => seq)).toEqual(Array.from({ length: 41 }, (_, index) => 21 + index))
    expect(bob.reviews.at(-1)?.head).toBe(61)
    expect(bob.reviews.length).toBeGreaterThan(2)
    expect(Math.max(...bob.heard.map(({ length }) => length))).toBeLessThanOrEqual(256 << 10)
    await done(CAT, openNote('note-more'))
    await until(() => bob.events.length === 42, 'what happens')
  })

  it('answers who has it all with the head alone, and who has more than there is with the head that there is', async () => {
    await start()
    await done(DAN, openNote('note-one'))
    const [bob, cat] = [await client(BOB).sync(), await client(CAT).sync()]
    bob.askReview(1)
    cat.askReview(7)
    await until(() => bob.reviews.length + cat.reviews.length === 2, 'answers')
    expect([bob.reviews, cat.reviews]).toMatchObject([[{ events: [], head: 1 }], [{ events: [], head: 1 }]])
    await done(DAN, openNote('note-two'))
    await until(() => bob.events.length + cat.events.length === 2, 'what happens')
  })

  it('is for clients of Galley, and not to be asked without end', async () => {
    await start()
    const stock = await client(EVE, false).sync()
    stock.askReview()
    await until(() => stock.closed !== null, 'closed')
    expect(stock.closed).toBe(CLOSE.malformed)
    const eve = await client(EVE).sync()
    for (let index = 0; index < 40; index++) eve.askReview()
    await until(() => eve.closed !== null, 'closed too')
    expect(eve.closed).toBe(CLOSE.policy)
  })

  it('leaves behind who takes too little, and brings them everything in order when they take it', async () => {
    await start({ limits: { behindBuffer: 64 << 10, caughtUpBuffer: 32 << 10 } })
    const [bob, eve] = [await listener(BOB), await listener(EVE)]
    eve.socket.pause()
    const count = 1_500
    for (let index = 0; index < count; index++) {
      await room.rooms.review('story1', DAN, openNote(`note-${10_000 + index}`, { body: 'x'.repeat(9_000) }))
    }
    await until(() => bob.events.length === count, 'Bob has all of it')
    expect(eve.events.length).toBeLessThan(count)
    eve.socket.resume()
    await until(() => eve.events.length >= count, 'and then Eve')
    expect(eve.events.map(({ seq }) => seq)).toEqual(Array.from({ length: count }, (_, index) => index + 1))
    await done(DAN, openNote('note-after'))
    await until(() => eve.events.length === count + 1, 'live again')
  }, 60_000)

  it('ends with the role', async () => {
    await start()
    const [bob, eve] = [await listener(BOB), await listener(EVE)]
    room.rooms.setRole('story1', EVE.id, null, 'Ann')
    await done(DAN, openNote('note-one'))
    await until(() => bob.events.length === 1, 'Bob hears it')
    expect(eve.events).toEqual([])
  })
})

describe('a private note', () => {
  it('and all about it reaches its author in every window, and nobody else, whatever they ask', async () => {
    await start()
    const others = await Promise.all([ANN, BOB, CAT, EVE].map(listener))
    const [one, two] = [await listener(DAN), await listener(DAN)]
    const words = 'marmalade'
    await done(DAN, openNote('note-mine', { private: true, body: `${words} one` }))
    await done(
      DAN,
      command({ id: freshId(), type: 'reply', thread: 'note-mine', reply: 'reply-mine', body: `${words} two` }),
    )
    await done(
      DAN,
      command({
        id: freshId(),
        type: 'edit-note',
        note: 'note-mine',
        body: `${words} three`,
        kind: 'comment',
        label: null,
      }),
    )
    await done(DAN, command({ id: freshId(), type: 'resolve', note: 'note-mine' }))
    await done(DAN, command({ id: freshId(), type: 'see', upto: 2 }))
    await done(DAN, command({ id: freshId(), type: 'delete-note', note: 'note-mine' }))
    for (const by of [ANN, BOB]) {
      const reply = command({ id: freshId(), type: 'reply', thread: 'note-mine', reply: freshId(), body: 'Seen!' })
      await expect(room.rooms.review('story1', by, reply)).rejects.toMatchObject({ code: 'not-found' })
    }
    await done(BOB, openNote('note-open', { body: 'for all' }))
    const late = await Promise.all([ANN, BOB, EVE].map(listener))
    await until(() => [...others, ...late].every(({ events }) => events.length === 1), 'the public note')
    await until(() => one.events.length === 7 && two.events.length === 7, 'all of it')
    for (const other of [...others, ...late]) {
      expect(other.events).toMatchObject([{ seq: 7, note: 'note-open' }])
      expect(heardOf(other)).not.toMatch(/marmalade|note-mine|reply-mine|"see"/)
      expect(other.reviews.at(-1)?.head).toBe(7)
    }
    expect(heardOf(one)).toContain(words)
  })
})

/** Decides without looking: writes at the end of the first line, or finds all of it stale. */
function fakeDecider(options: { stale?: boolean; wait?: () => Promise<void>; write?: string } = {}): Decider {
  let client = 900
  const decide = async ({ snapshot, updates }: StoryText, _: Command, suggestions: readonly Suggestion[]) => {
    await options.wait?.()
    if (options.stale)
      return { update: null, outcomes: [], stale: suggestions.map(({ id }) => ({ suggestion: id, now: null })) }
    const doc = new Y.Doc()
    for (const update of [snapshot, ...updates]) Y.applyUpdate(doc, update)
    doc.clientID = ++client
    const before = Y.encodeStateVector(doc)
    if (options.write) doc.getText('text').insert(4, options.write, {})
    return {
      update: options.write ? Y.encodeStateAsUpdate(doc, before) : null,
      stale: [],
      outcomes: suggestions.map(({ id, rev, base, anchor }) => ({
        suggestion: id,
        rev,
        before: base,
        after: base,
        anchor,
        amended: false,
      })),
    }
  }
  return { decide, undecide: decide }
}

const accept = (...suggestions: string[]) =>
  command({
    id: freshId(),
    type: 'decide',
    verdict: 'accept',
    decisions: suggestions.map((suggestion) => ({ suggestion, rev: 1 })),
  })

describe('a decision', () => {
  it('is refused where nobody works it out', async () => {
    await start()
    await done(CAT, propose('suggest-one'))
    await expect(room.rooms.review('story1', BOB, accept('suggest-one'))).rejects.toMatchObject({ code: 'unavailable' })
  })

  it('reaches those who listen as one frame of event and text, and all others as text', async () => {
    await start({ decider: fakeDecider({ write: '!' }) })
    const [bob, eve] = [await listener(BOB), await listener(EVE)]
    const [stock, quiet] = [await client(CAT, false).sync(), await client(CAT).sync()]
    await done(CAT, propose('suggest-one'))
    await until(() => eve.events.length === 1, 'the suggestion')
    const updates = eve.updates.length
    await done(BOB, accept('suggest-one'))
    const after = '\nOne! line.\nAnother line.'
    await until(() => [bob, eve, stock, quiet].every(({ text }) => text.toString() === after), 'the text everywhere')
    expect(eve.updates.length).toBe(updates)
    expect(eve.reviews.at(-1)).toMatchObject({ head: 2, events: [{ type: 'decide', by: BOB.id, verdict: 'accept' }] })
    expect(eve.reviews.at(-1)?.update.length).toBeGreaterThan(2)
    expect(eve.events[1]).not.toHaveProperty('decisions')
    expect(await storedText(room.storage, 'story1')).toBe(after)
    expect((await room.storage.rooms.load('story1'))?.clients.get(901)).toBe('')
    const frame = bob.change((text) => text.insert(1, 'B', {}))
    await until(() => bob.lastSaved === frame, 'Bob writes on')
    expect(bob.refused).toEqual([])
  })

  it('brings no text to who has not been sent the story yet: the story will hold it', async () => {
    await start({ decider: fakeDecider({ write: '!' }) })
    const early = client(EVE)
    await until(() => early.socket.readyState === early.socket.OPEN, 'open')
    early.askReview()
    await until(() => early.reviews.length > 0, 'the review is answered')
    await done(CAT, propose('suggest-one'))
    await done(BOB, accept('suggest-one'))
    await until(() => early.events.length === 2, 'the decision')
    expect(early.reviews.map(({ update }) => update.length)).toEqual([0, 0, 0])
    expect((await early.sync()).text.toString()).toBe('\nOne! line.\nAnother line.')
  })

  it('of which nothing can be done is refused with what is stale, and changes nothing', async () => {
    await start({ decider: fakeDecider({ stale: true }) })
    await done(CAT, propose('suggest-one'))
    await expect(room.rooms.review('story1', BOB, accept('suggest-one'))).rejects.toMatchObject({
      code: 'conflict',
      stale: [{ suggestion: 'suggest-one', now: null }],
    })
    expect(await stored()).toHaveLength(1)
  })

  it('of two at once on the same suggestion has one winner', async () => {
    await start({ decider: fakeDecider({ write: '!' }) })
    await done(CAT, propose('suggest-one'))
    const outcomes = await Promise.allSettled([done(ANN, accept('suggest-one')), done(BOB, accept('suggest-one'))])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(outcomes[1]).toMatchObject({ reason: { code: 'conflict' } })
    expect(await storedText(room.storage, 'story1')).toBe('\nOne! line.\nAnother line.')
  })

  it('sees the text stand still: what is typed meanwhile comes after, and none of it is lost', async () => {
    let open = () => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    await start({ decider: fakeDecider({ write: '!', wait: () => gate }) })
    const [bob, ann] = [await listener(BOB), await listener(ANN)]
    await done(CAT, propose('suggest-one'))
    const decided = done(BOB, accept('suggest-one'))
    await new Promise((resolve) => setTimeout(resolve, 30))
    let frame = 0
    for (const letter of 'while it lasts') frame = ann.change((text) => text.insert(text.length, letter, {}))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect([ann.lastSaved, (await room.storage.rooms.load('story1'))?.tail]).toEqual([expect.any(Number), []])
    open()
    await decided
    await until(() => ann.lastSaved === frame, 'all is saved')
    const whole = '\nOne! line.\nAnother line.while it lasts'
    await until(() => bob.text.toString() === whole && ann.text.toString() === whole, 'the same everywhere')
    expect(await storedText(room.storage, 'story1')).toBe(whole)
    expect((await room.storage.rooms.load('story1'))?.tail[0]?.user).toBe('')
    expect([ann.refused, bob.refused]).toEqual([[], []])
  })
})

describe('whatever comes, doubled, out of order and over a bad network', () => {
  const seed = Number(process.env.GALLEY_SEED ?? Date.now() % 1_000_000)
  it(`every replica is the fold of the server’s events, as far as it may see them (seed ${seed})`, async () => {
    await start({ decider: fakeDecider(), limits: { linger: 1 } })
    const random = dice(seed)
    const replicas = PEOPLE.map((person) => new Replica(person))
    for (const replica of replicas) replica.connect()
    const asked: { by: Reviewer; command: Command }[] = []
    const running: Promise<unknown>[] = []
    let [good, bad] = [0, 0]
    // Something to be hidden is there whatever the dice say; it may be gone again at the end.
    const writers = PEOPLE.filter(({ role }) => role !== 'reader')
    for (const person of writers) await done(person, openNote(freshId(), { private: true }))
    for (let step = 0; step < 400; step++) {
      const by = PEOPLE[Math.floor(random() * PEOPLE.length)] ?? ANN
      const state = replicas.find(({ person }) => person === by)?.state ?? EMPTY_REVIEW
      const again = random() < 0.25 ? asked[Math.floor(random() * asked.length)] : undefined
      const one = again ?? { by, command: anyCommand(state, random) }
      asked.push(one)
      running.push(
        room.rooms.review('story1', one.by, one.command).then(
          async ({ stored: onDisk }) => {
            expect(await onDisk).toBe(true)
            good++
          },
          (error: unknown) => {
            expect(error).toMatchObject({ name: 'Refusal' })
            bad++
          },
        ),
      )
      if (random() < 0.5) await running.at(-1)
      for (const replica of replicas) if (random() < (replica.away ? 0.2 : 0.05)) replica.turn()
    }
    await Promise.all(running)
    for (const replica of replicas) replica.connect()
    // Whoever was told nothing since has not heard how far that goes either.
    const head = await done(ANN, openNote(freshId()))
    await until(() => replicas.every((replica) => replica.head === head), 'every replica is level')
    const events = await stored()
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
    const whole = reduce(EMPTY_REVIEW, events)
    for (const replica of replicas) {
      const { seq: _, ...own } = replica.state
      expect(own).toEqual(restricted(whole, replica.person.id))
    }
    // It must have been worth something.
    expect(Math.min(good, bad, events.length)).toBeGreaterThan(40)
    for (const replica of replicas) expect(replica.privateOfOthers(), replica.person.id).toEqual([])
    expect(events.filter((event) => event.type === 'open-note' && event.private).length).toBeGreaterThanOrEqual(
      writers.length,
    )
  }, 60_000)
})

/** One window: folds what it hears, is cut off now and then, and asks on from where it was. */
class Replica {
  readonly person: Reviewer
  head = 0
  #events: ReviewEvent[] = []
  #client: RawClient | null = null

  constructor(person: Reviewer) {
    this.person = person
  }

  get away(): boolean {
    return this.#client === null
  }

  get state(): ReviewState {
    this.#listen()
    return reduce(EMPTY_REVIEW, this.#events)
  }

  /** Private notes that never were this person’s to hear of. */
  privateOfOthers(): ReviewEvent[] {
    return this.#events.filter(
      ({ by, ...event }) => event.type === 'open-note' && event.private && by !== this.person.id,
    )
  }

  turn(): void {
    if (!this.#client) this.connect()
    else {
      this.#listen()
      this.#client.close()
      this.#client = null
    }
  }

  connect(): void {
    if (this.#client) return
    const one = client(this.person)
    this.#client = one
    one.socket.once('open', () => one.askReview(this.head))
    one.socket.on('message', () => this.#listen())
  }

  #listen(): void {
    for (const { events, head } of this.#client?.reviews.splice(0) ?? []) {
      this.#events.push(...events)
      this.head = head
    }
  }
}
