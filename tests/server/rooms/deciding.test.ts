import { afterEach, describe, expect, it } from 'vitest'
import { TextDecider } from '../../../server/rooms/decider.ts'
import { eventOf } from '../../../server/rooms/ledger.ts'
import { TextReader } from '../../../server/rooms/text-reader.ts'
import { quoteOf } from '../../../shared/review/anchor.ts'
import type { Change } from '../../../shared/review/change.ts'
import type { Command, CommandOf } from '../../../shared/review/commands.ts'
import type { EventOf, ReviewEvent } from '../../../shared/review/events.ts'
import { reduce } from '../../../shared/review/reduce.ts'
import { EMPTY_REVIEW, type ReviewState } from '../../../shared/review/state.ts'
import { anchorAt, standingsOf } from '../../../shared/story/places.ts'
import { RawClient } from '../../kit/raw-client.ts'
import { openNote } from '../../kit/review-commands.ts'
import { type RoomUnderTest, roomUnderTest, storedText, until } from '../../kit/room-under-test.ts'

let room: RoomUnderTest
let reader: TextReader
const clients: RawClient[] = []

async function start(): Promise<void> {
  reader = new TextReader()
  room = await roomUnderTest({ decider: new TextDecider(reader) })
}

afterEach(async () => {
  for (const client of clients.splice(0)) client.close()
  await room.close()
  await reader.close()
  expect(room.faults).toEqual([])
})

async function writer(user: string): Promise<RawClient> {
  const one = new RawClient(room.url, { user, role: 'editor', galley: '1' })
  clients.push(one)
  await one.sync()
  one.askReview()
  await until(() => one.reviews.length > 0, 'the review is answered')
  return one
}

let made = 0
const id = (what: string) => `${what}-${String(++made).padStart(6, '0')}`

async function ask(command: Command, by = 'ann'): Promise<{ seq: number; stale: unknown[] }> {
  const { seq, stale, stored } = await room.rooms.review('story1', { id: by, role: 'editor' }, command)
  expect(await stored).toBe(true)
  return { seq, stale }
}

/** On the words, or at the point behind them when there is no base. */
async function propose(on: RawClient, from: number, to: number, change: Change): Promise<string> {
  const suggestion = id('suggest')
  const base = from === to ? [] : [{ insert: on.text.toString().slice(from, to) }]
  const anchor = anchorAt(on.text, { from, to })
  await ask({ id: id('propose'), type: 'propose', suggestion, anchor, base, change, reason: '' })
  return suggestion
}

function decide(verdict: 'accept' | 'reject', ...suggestions: string[]): CommandOf<'decide'> {
  const decisions = suggestions.map((suggestion) => ({ suggestion, rev: 1, amended: null }))
  return { id: id('decide'), type: 'decide', verdict, reason: '', decisions }
}

async function events(): Promise<ReviewEvent[]> {
  return (await room.storage.review.list('story1', 0, 10_000)).events.map(eventOf)
}

async function state(): Promise<ReviewState> {
  return reduce(EMPTY_REVIEW, await events())
}

/** A word with letters of others in it. */
const TYPED = /li[#%]+ne/
const TEXT = '\nOne line.\nAnother line.'

describe('a decision', () => {
  it('changes the text for everybody, keeps what it did, and is taken back as a whole', async () => {
    await start()
    const ann = await writer('ann')
    const [one, two] = [
      await propose(ann, 1, 4, [{ delete: 3 }, { insert: 'First' }]),
      await propose(ann, 19, 19, [{ insert: 'fine ' }]),
    ]
    const accept = decide('accept', one, two)
    await ask(accept)
    const now = '\nFirst line.\nAnother fine line.'
    await until(() => ann.text.toString() === now, 'the text has changed for ann')
    expect(await storedText(room.storage, 'story1')).toBe(now)
    expect((await state()).suggestions.get(one)).toMatchObject({
      status: 'accepted',
      decided: { before: [{ insert: 'One' }], after: [{ insert: 'First' }], amended: false },
    })
    await ask({ id: id('undecide'), type: 'undecide', decision: accept.id })
    await until(() => ann.text.toString() === TEXT, 'the text is as it was')
    const open = (await state()).suggestions.get(one)!
    expect([open.status, standingsOf(ann.text, new Map([[1, open.anchor]])).get(1)]).toEqual([
      'open',
      { from: 1, to: 4, gone: false },
    ])
    await ask(decide('accept', one, two))
    await until(() => ann.text.toString() === now, 'accepted once more')
  })

  it('taken back gives back what others had said of its words: suggestions and notes stand on them again', async () => {
    await start()
    const ann = await writer('ann')
    const one = await propose(ann, 1, 9, [{ delete: 8 }, { insert: 'A row' }])
    const [within, across, behind] = [
      await propose(ann, 5, 9, [{ delete: 4 }, { insert: 'rope' }]),
      await propose(ann, 5, 10, [{ delete: 5 }, { insert: 'rope!' }]),
      await propose(ann, 11, 18, [{ delete: 7 }]),
    ]
    const note = id('note')
    const [anchor, quote] = [anchorAt(ann.text, { from: 1, to: 4 }), quoteOf(ann.text.toString(), { from: 1, to: 4 })]
    await ask(openNote(note, { anchor, quote }))
    const accept = decide('accept', one)
    await ask(accept)
    await until(() => ann.text.toString() === '\nA row.\nAnother line.', 'the words are gone')
    await ask({ id: id('undecide'), type: 'undecide', decision: accept.id }, 'bob')
    await until(() => ann.text.toString() === TEXT, 'the words are back')

    const { suggestions, notes } = await state()
    const stand = (thread: string) => {
      const known = suggestions.get(thread) ?? notes.get(thread)
      return standingsOf(ann.text, new Map([[1, known!.anchor!]])).get(1)
    }
    expect([within, across, behind, note].map(stand)).toEqual([
      { from: 5, to: 9, gone: false },
      { from: 5, to: 10, gone: false },
      { from: 11, to: 18, gone: false },
      { from: 1, to: 4, gone: false },
    ])
    const moves = (await events()).filter(({ type }) => type === 'move-anchor')
    expect(moves.map(({ by, ...event }) => ({ by, ...event }))).toMatchObject(
      [within, across, note].map((thread) => ({ by: 'bob', thread, how: 'undo' })),
    )
    await ask(decide('accept', within))
    await until(() => ann.text.toString() === '\nOne rope.\nAnother line.', 'and can be decided')
  })

  it('taken back moves nothing where the same words came back twice, and nobody’s private note', async () => {
    await start()
    const ann = await writer('ann')
    const one = await propose(ann, 1, 9, [{ delete: 8 }, { insert: 'A row' }])
    await propose(ann, 3, 4, [{ delete: 1 }])
    const place = { from: 5, to: 9 }
    const [anchor, quote] = [anchorAt(ann.text, place), quoteOf(ann.text.toString(), place)]
    await ask(openNote(id('note'), { anchor, quote, private: true }))
    const accept = decide('accept', one)
    await ask(accept)
    await ask({ id: id('undecide'), type: 'undecide', decision: accept.id })
    await until(() => ann.text.toString() === TEXT, 'the words are back')
    expect((await events()).map(({ type }) => type)).not.toContain('move-anchor')
  })

  it('of which some are stale does the others and names those; when all are, nothing happens', async () => {
    await start()
    const ann = await writer('ann')
    const [one, two] = [await propose(ann, 1, 4, [{ delete: 3 }]), await propose(ann, 11, 18, [{ delete: 7 }])]
    ann.change((text) => text.insert(2, 'X'))
    await until(() => ann.lastSaved === ann.sent, 'saved')
    const { stale } = await ask(decide('accept', one, two))
    expect(stale).toEqual([{ suggestion: one, now: [{ insert: 'OXne' }] }])
    const before = await events()
    await expect(ask(decide('accept', one))).rejects.toMatchObject({ code: 'conflict' })
    expect(await events()).toEqual(before)
    expect((await state()).suggestions.get(one)?.status).toBe('open')
  })

  it('that rejects leaves every byte of the text alone, and can be taken back', async () => {
    await start()
    const ann = await writer('ann')
    const all = [await propose(ann, 1, 4, [{ delete: 3 }]), await propose(ann, 11, 18, [{ delete: 7 }])]
    const before = await room.storage.rooms.load('story1')
    const reject = decide('reject', ...all)
    await ask(reject)
    await ask({ id: id('undecide'), type: 'undecide', decision: reject.id })
    expect(await room.storage.rooms.load('story1')).toEqual(before)
    expect([...(await state()).suggestions.values()].map(({ status }) => status)).toEqual(['open', 'open'])
  })

  it('that comes twice is done once', async () => {
    await start()
    const ann = await writer('ann')
    const accept = decide('accept', await propose(ann, 4, 4, [{ insert: 'rous' }]))
    const answers = await Promise.all([ask(accept), ask(accept)])
    expect(answers[0]?.seq).toBe(answers[1]?.seq)
    await ask(accept)
    expect(await storedText(room.storage, 'story1')).toBe('\nOnerous line.\nAnother line.')
  })

  it('of two people at once has one outcome, and the other is told', async () => {
    await start()
    const ann = await writer('ann')
    const one = await propose(ann, 1, 4, [{ delete: 3 }, { insert: 'A' }])
    const both = await Promise.allSettled([ask(decide('reject', one), 'bob'), ask(decide('accept', one), 'cat')])
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(both[1]).toMatchObject({ reason: { code: 'conflict' } })
    expect(await storedText(room.storage, 'story1')).toBe(TEXT)
  })

  it('that was amended does what the editor wrote, and goes back to the words it was about', async () => {
    await start()
    const ann = await writer('ann')
    const one = await propose(ann, 1, 9, [{ delete: 8 }, { insert: 'A row' }])
    const accept = decide('accept', one)
    accept.decisions[0]!.amended = [{ delete: 3 }, { insert: 'Some' }, { retain: 5 }]
    await ask(accept)
    expect(await storedText(room.storage, 'story1')).toBe('\nSome line.\nAnother line.')
    expect((await state()).suggestions.get(one)?.decided?.amended).toBe(true)
    await ask({ id: id('undecide'), type: 'undecide', decision: accept.id })
    expect(await storedText(room.storage, 'story1')).toBe(TEXT)
  })

  it('leaves words that anybody may delete, from the first letter on', async () => {
    await start()
    const ann = await writer('ann')
    await ask(decide('accept', await propose(ann, 1, 4, [{ delete: 3 }, { insert: 'Two' }])))
    await until(() => ann.text.toString().startsWith('\nTwo'), 'the words have come')
    ann.change((text) => text.delete(1, 3))
    await until(() => ann.lastSaved === ann.sent, 'saved')
    expect(ann.refused).toEqual([])
    expect(await storedText(room.storage, 'story1')).toBe('\n line.\nAnother line.')
    const { clients: ids } = (await room.storage.rooms.load('story1'))!
    expect([...ids.values()].filter((account) => account === '')).toHaveLength(2)
  })

  it('on a story that was written in since the last one still finds the very words', async () => {
    await start()
    const ann = await writer('ann')
    for (let round = 0; round < 5; round++) {
      const at = ann.text.toString().indexOf('line')
      const one = await propose(ann, at, at + 4, [{ delete: 4 }, { insert: `line${round}` }])
      ann.change((text) => text.insert(1, `${round}`))
      await until(() => ann.lastSaved === ann.sent, 'saved')
      expect((await ask(decide('accept', one))).stale).toEqual([])
      await until(() => ann.text.toString().includes(`line${round}`), 'done')
    }
    expect(await storedText(room.storage, 'story1')).toBe('\n43210One line43210.\nAnother line.')
    expect(ann.text.toString()).toBe(await storedText(room.storage, 'story1'))
  })
})

describe('while people type', () => {
  it('into the words that are decided on, no letter is lost and none is spliced in', async () => {
    await start()
    const [ann, bob] = [await writer('ann'), await writer('bob')]
    let stop = false
    let typed = 0
    const typing = [ann, bob].map(async (client, nth) => {
      while (!stop) {
        const at = client.text.toString().indexOf('line')
        client.change((text) => text.insert(at < 0 ? 1 : at + 2, nth === 0 ? '#' : '%'))
        typed++
        await new Promise((resolve) => setTimeout(resolve, typed % 7))
      }
    })
    let accepted = 0
    let letters = 0
    for (let round = 0; round < 25; round++) {
      await until(() => TYPED.test(ann.text.toString()), 'somebody has typed into the words')
      const words = ann.text.toString()
      const [found] = words.match(TYPED) as RegExpMatchArray
      const from = words.indexOf(found)
      const to = from + found.length
      const command = decide('accept', await propose(ann, from, to, [{ delete: to - from }, { insert: 'line' }]))
      const { seq } = await ask(command).catch(() => ({ seq: 0 }))
      if (seq === 0) continue
      accepted++
      // Letters of others that stood in the words when they were accepted are what the suggestion was about.
      const event = (await events()).find((one): one is EventOf<'decide'> => one.seq === seq && one.type === 'decide')!
      const [{ before }] = event.outcomes as [EventOf<'decide'>['outcomes'][number]]
      letters += before.map(({ insert }) => insert).join('').length - 4
      expect(before.map(({ insert }) => insert).join('')).toBe(words.slice(from, to))
    }
    stop = true
    await Promise.all(typing)
    await until(() => ann.lastSaved === ann.sent && bob.lastSaved === bob.sent, 'all is saved')
    await until(() => ann.text.toString() === bob.text.toString(), 'both show the same')
    const now = await storedText(room.storage, 'story1')
    expect(ann.text.toString()).toBe(now)
    expect((now.match(/[#%]/g) ?? []).length).toBe(typed - letters)
    expect(now.replace(/[#%]/g, '')).toBe(TEXT)
    console.info(`${accepted} accepted, ${25 - accepted} stale, ${typed} letters typed`)
    expect(accepted).toBeGreaterThan(0)
  })
})
