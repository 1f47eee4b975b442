import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, describe, expect, it } from 'vitest'
import { type Decider, eventOf } from '../../../server/rooms/ledger.ts'
import { DATABASE_FILE, openSqlite } from '../../../server/storage/open-sqlite.ts'
import type { ReviewFigures } from '../../../server/storage/storage.ts'
import type { Command } from '../../../shared/review/commands.ts'
import type { ReviewEvent } from '../../../shared/review/events.ts'
import type { Reviewer } from '../../../shared/review/judge.ts'
import { reduce } from '../../../shared/review/reduce.ts'
import { EMPTY_REVIEW, type Note, type Suggestion } from '../../../shared/review/state.ts'
import { dice } from '../../kit/honest-traffic.ts'
import { anyCommand, command, freshId, openNote, PEOPLE, propose } from '../../kit/review-commands.ts'
import { type RoomUnderTest, roomUnderTest } from '../../kit/room-under-test.ts'
import { StorageInBetween } from '../../kit/storage-in-between.ts'

const [ANN, BOB, CAT, DAN, EVE] = PEOPLE as [Reviewer, Reviewer, Reviewer, Reviewer, Reviewer]

let room: RoomUnderTest
let data: string
const between = new StorageInBetween()

async function start(): Promise<void> {
  data = await mkdtemp(join(tmpdir(), 'galley-figures-'))
  room = await roomUnderTest({ data, decider, wrap: between.wrap })
}

afterEach(async () => {
  between.lying = false
  await room.close()
})

/** Finds every suggestion as it was, and leaves the text alone. */
const decide: Decider['decide'] & Decider['undecide'] = async (_, __, suggestions) => ({
  update: null,
  stale: [],
  outcomes: suggestions.map(({ id, rev, base, anchor }) => ({
    suggestion: id,
    rev,
    before: base,
    after: base,
    anchor,
    amended: false,
  })),
})
const decider: Decider = { decide, undecide: decide }

async function done(by: Reviewer, asked: Command): Promise<number> {
  const { seq, stored } = await room.rooms.review('story1', by, asked)
  expect(await stored).toBe(true)
  return seq
}

async function figures({ id }: Reviewer): Promise<Omit<ReviewFigures, 'seenAt'>> {
  const [found] = await room.storage.review.figures([{ story: 'story1', reader: id }])
  if (!found) throw new Error('no figures')
  const { seenAt: _, ...rest } = found
  return rest
}

async function stored(): Promise<ReviewEvent[]> {
  return (await room.storage.review.list('story1', 0, 10_000)).events.map(eventOf)
}

const looked = (upto: number) => command({ id: freshId(), type: 'see', upto })
const verdict = (verdict: 'accept' | 'reject', suggestion: string) =>
  command({ id: freshId(), type: 'decide', verdict, decisions: [{ suggestion, rev: 1 }] })

describe('the figures of a review', () => {
  it('are 0 before there is one, and nothing is new to who never looked', async () => {
    await start()
    expect(await room.storage.review.figures([])).toEqual([])
    expect(
      await room.storage.review.figures([
        { story: 'story1', reader: ANN.id },
        { story: 'nothing', reader: ANN.id },
      ]),
    ).toEqual([
      { notes: 0, suggestions: 0, fresh: 0, seenAt: null },
      { notes: 0, suggestions: 0, fresh: 0, seenAt: null },
    ])
    await done(DAN, openNote('note-one'))
    expect(await figures(BOB)).toEqual({ notes: 1, suggestions: 0, fresh: 0 })
  })

  it('count what others did since one looked, each thing once, and nothing that one did oneself', async () => {
    await start()
    const first = await done(DAN, openNote('note-one'))
    for (const by of [BOB, DAN]) await done(by, looked(first))
    await done(CAT, propose('suggest-one'))
    await done(CAT, command({ id: freshId(), type: 'reply', thread: 'suggest-one', reply: 'reply-one', body: 'So.' }))
    await done(DAN, openNote('note-two'))
    await done(BOB, command({ id: freshId(), type: 'reply', thread: 'note-one', reply: 'reply-two', body: 'Yes.' }))
    expect(await figures(BOB)).toEqual({ notes: 2, suggestions: 1, fresh: 2 })
    const last = (await stored()).length
    expect(await figures(DAN)).toEqual({ notes: 2, suggestions: 1, fresh: 2 })
    await done(DAN, looked(last))
    expect(await figures(DAN)).toEqual({ notes: 2, suggestions: 1, fresh: 0 })
    const [{ seenAt } = { seenAt: null }] = await room.storage.review.figures([{ story: 'story1', reader: DAN.id }])
    expect(Math.abs((seenAt ?? 0) - Date.now())).toBeLessThan(60_000)
  })

  it('know of a private note for its author alone, in no number of anybody else', async () => {
    await start()
    const first = await done(BOB, openNote('note-one'))
    for (const by of [ANN, BOB, EVE]) await done(by, looked(first))
    await done(DAN, openNote('private-one', { private: true }))
    await done(DAN, command({ id: freshId(), type: 'reply', thread: 'private-one', reply: 'reply-one', body: 'Mine.' }))
    for (const by of [ANN, BOB, EVE]) expect(await figures(by)).toEqual({ notes: 1, suggestions: 0, fresh: 0 })
    expect(await figures(DAN)).toEqual({ notes: 2, suggestions: 0, fresh: 0 })
    expect(await figures({ id: '', role: 'reader' })).toEqual({ notes: 1, suggestions: 0, fresh: 0 })
    await done(DAN, command({ id: freshId(), type: 'resolve', note: 'private-one' }))
    expect(await figures(DAN)).toMatchObject({ notes: 1 })
  })

  it('take back what was new and is not any more: withdrawn, deleted, reopened, rejected', async () => {
    await start()
    const first = await done(DAN, openNote('note-one'))
    for (const by of [ANN, BOB, CAT, DAN]) await done(by, looked(first))
    await done(CAT, propose('suggest-one'))
    await done(CAT, propose('suggest-two'))
    await done(DAN, openNote('note-two'))
    expect(await figures(ANN)).toEqual({ notes: 2, suggestions: 2, fresh: 3 })
    await done(CAT, command({ id: freshId(), type: 'withdraw', suggestion: 'suggest-one', rev: 1 }))
    await done(DAN, command({ id: freshId(), type: 'delete-note', note: 'note-two' }))
    expect(await figures(ANN)).toEqual({ notes: 1, suggestions: 1, fresh: 1 })
    await done(BOB, verdict('reject', 'suggest-two'))
    expect(await figures(ANN)).toEqual({ notes: 1, suggestions: 0, fresh: 0 })
    expect(await figures(CAT)).toEqual({ notes: 1, suggestions: 0, fresh: 1 })
    await done(BOB, command({ id: freshId(), type: 'resolve', note: 'note-one' }))
    expect(await figures(DAN)).toEqual({ notes: 0, suggestions: 0, fresh: 1 })
    expect(await figures(ANN)).toEqual({ notes: 0, suggestions: 0, fresh: 0 })
    await done(BOB, command({ id: freshId(), type: 'reopen', note: 'note-one' }))
    expect(await figures(DAN)).toEqual({ notes: 1, suggestions: 0, fresh: 0 })
  })

  it('tell of an accepted suggestion to all but who accepted it, and of its undoing', async () => {
    await start()
    await done(CAT, propose('suggest-one'))
    for (const by of [ANN, BOB, CAT]) await done(by, looked(1))
    const accepted = verdict('accept', 'suggest-one')
    await done(BOB, accepted)
    expect([await figures(ANN), await figures(BOB), await figures(CAT)]).toEqual(
      [1, 0, 1].map((fresh) => ({ notes: 0, suggestions: 0, fresh })),
    )
    await done(BOB, command({ id: freshId(), type: 'undecide', decision: accepted.id }))
    expect(await figures(ANN)).toEqual({ notes: 0, suggestions: 1, fresh: 1 })
  })

  it('tell of a note that was assigned to the one that it was assigned to', async () => {
    await start()
    await done(DAN, openNote('note-one'))
    for (const by of [ANN, CAT]) await done(by, looked(1))
    await done(BOB, command({ id: freshId(), type: 'assign', note: 'note-one', to: CAT.id }))
    expect([await figures(ANN), await figures(CAT)]).toMatchObject([{ fresh: 0 }, { fresh: 1 }])
    await done(BOB, command({ id: freshId(), type: 'assign', note: 'note-one', to: ANN.id }))
    expect([await figures(ANN), await figures(CAT)]).toMatchObject([{ fresh: 1 }, { fresh: 0 }])
  })

  const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000)
  it(`are what reading all events would count, whatever happened and was stored twice (seed ${seed})`, async () => {
    await start()
    const random = dice(seed)
    for (let step = 0; step < 500; step++) {
      const by = PEOPLE[Math.floor(random() * PEOPLE.length)] ?? ANN
      const state = reduce(EMPTY_REVIEW, await stored())
      const open = [...state.suggestions.values()].find(({ status, rev }) => status === 'open' && rev === 1)
      const asked = open && random() < 0.1 ? verdict('accept', open.id) : anyCommand(state, random)
      // Now and then a commit reaches the disk and is reported as failed, so that it comes again.
      between.lying = random() < 0.02
      const taken = room.rooms.review('story1', by, asked).then(
        ({ stored: onDisk }) => onDisk,
        (error: unknown) => expect(error).toMatchObject({ name: 'Refusal' }),
      )
      if (between.lying) setTimeout(() => Object.assign(between, { lying: false }), 20)
      await taken
    }
    const events = await stored()
    expect(events.length).toBeGreaterThan(150)
    const counted = await Promise.all(PEOPLE.map(figures))
    expect(counted).toEqual(PEOPLE.map(({ id }) => countedByReading(events, id)))
    expect(Math.max(...counted.map(({ fresh }) => fresh))).toBeGreaterThan(0)

    // A database from before there were figures counts them when it is opened.
    await room.close()
    const db = new Database(join(data, DATABASE_FILE))
    for (const table of ['review_open', 'review_news', 'review_seen', 'webhook_positions', 'origins'])
      db.exec(`drop table ${table}`)
    for (const column of ['confirmed_at', 'token']) db.exec(`alter table tickets drop column ${column}`)
    db.exec(`update schema_version set version = ${VERSION_BEFORE}`)
    db.close()
    const again = await openSqlite(data)
    const refilled = await again.review.figures(PEOPLE.map(({ id }) => ({ story: 'story1', reader: id })))
    expect(refilled.map(({ seenAt: _, ...rest }) => rest)).toEqual(counted)
    await again.close()
    room = await roomUnderTest({ data, decider })
  })
})

/** The schema that had reviews and no figures. */
const VERSION_BEFORE = 4

/** The same by another way: from the whole history, item by item. */
function countedByReading(events: readonly ReviewEvent[], me: string): Omit<ReviewFigures, 'seenAt'> {
  const state = reduce(EMPTY_REVIEW, events)
  const mine = [...state.notes.values()].filter(({ private: closed, by }) => !closed || by === me)
  const upto = state.seen.get(me)?.upto ?? 0
  const fresh =
    upto === 0 ? [] : [...mine, ...state.suggestions.values()].filter((one) => isFresh(events, one, me, upto))
  return {
    notes: mine.filter(({ resolved, deleted }) => !resolved && !deleted).length,
    suggestions: [...state.suggestions.values()].filter(({ status }) => status === 'open').length,
    fresh: fresh.length,
  }
}

function isFresh(events: readonly ReviewEvent[], item: Note | Suggestion, me: string, upto: number): boolean {
  const about = events.filter((event) => isAbout(event, item.id))
  const isNew = (event: ReviewEvent | undefined) => event !== undefined && event.seq > upto && event.by !== me
  const last = (...types: ReviewEvent['type'][]) => about.findLast(({ type }) => types.includes(type))
  const kept = new Set(item.replies.filter(({ deleted }) => !deleted).map(({ id }) => id))
  const answered = about.some((event) => event.type === 'reply' && kept.has(event.reply) && isNew(event))
  if ('status' in item) {
    if (answered || item.status === 'withdrawn') return answered
    const decision = last('decide', 'undecide')
    const since = about.filter(({ seq }) => seq >= (decision?.type === 'undecide' ? decision.seq : 0))
    if (item.status === 'open') return since.some((event) => PROPOSING.has(event.type) && isNew(event))
    return isNew(decision) && (item.status === 'accepted' || item.by === me)
  }
  if (item.deleted) return false
  if (answered || isNew(last('open-note'))) return true
  const assigned = last('assign', 'resolve')
  if (assigned?.type === 'assign' && assigned.to === me && isNew(assigned)) return true
  return item.resolved !== null && item.by === me && isNew(last('resolve'))
}

const PROPOSING: ReadonlySet<string> = new Set(['propose', 'revise', 'undecide'])

function isAbout(event: ReviewEvent, id: string): boolean {
  if ('outcomes' in event) return event.outcomes.some(({ suggestion }) => suggestion === id)
  if ('note' in event) return event.note === id
  if ('thread' in event) return event.thread === id
  return 'suggestion' in event && event.suggestion === id
}
