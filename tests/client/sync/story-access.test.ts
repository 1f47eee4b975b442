import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket as NodeSocket } from 'ws'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Keep } from '../../../client/sync/keep.ts'
import { connectRoom, type RoomConnection } from '../../../client/sync/room-socket.ts'
import { SaveTracker } from '../../../client/sync/save-tracker.ts'
import { StoryAccess } from '../../../client/sync/story-access.ts'
import { may, type Role } from '../../../shared/roles.ts'
import type { RoleFrame } from '../../../shared/wire/frames.ts'
import { MemoryStore } from './memory-store.ts'
import { SmallRoom } from './small-room.ts'

const AT = '2026-01-02T14:05:00'
const READER: RoleFrame = { role: 'reader', by: 'Idris', at: AT }
const EDITOR: RoleFrame = { role: 'editor', by: 'Idris', at: AT }
const note = (why: string) => ({ title: 'One', why, at: AT })

let room: SmallRoom
let store: MemoryStore
let doc: Y.Doc
let text: Y.Text
let keep: Keep
let tracker: SaveTracker
let access: StoryAccess
let connection: RoomConnection | null
/** What `told` answered to role frames. */
let answers: boolean[]

beforeEach(async () => {
  room = await SmallRoom.open()
  room.doc.clientID = 1
  room.doc.getText('text').insert(0, '\nOne.', {})
  store = new MemoryStore()
  answers = []
  connection = null
})

afterEach(async () => {
  connection?.close()
  tracker.stop()
  await keep.close()
  await room.close()
})

async function enter(role: Role): Promise<void> {
  doc = new Y.Doc()
  text = doc.getText('text')
  tracker = new SaveTracker()
  const now = () => Date.now()
  keep = new Keep(store, doc, may(role, 'write'), {
    edited: (count) => tracker.tell({ type: 'edited', count, at: now() }),
    kept: (through) => tracker.tell({ type: 'kept', through, at: now() }),
    fault: (fault) => tracker.tell({ type: 'store', fault }),
    announce: () => undefined,
  })
  await keep.begin({ read: true, note })
  access = new StoryAccess({ role, title: 'One', text, keep, tracker, left: null })
  connection = connectRoom({
    origin: room.origin,
    story: 'abcdef',
    doc,
    awareness: new Awareness(doc),
    Socket: NodeSocket as unknown as typeof WebSocket,
    watch: {
      connecting: () => undefined,
      online: () => tracker.tell({ type: 'online', at: now() }),
      offline: () => tracker.tell({ type: 'offline', at: now() }),
      ended: () => undefined,
      sent: (frame) => tracker.tell({ type: 'sent', frame, at: now() }),
      saved(frame) {
        tracker.tell({ type: 'saved', frame })
        keep.acknowledge(tracker.facts.acknowledged)
      },
      refused: ({ frame, message }) => tracker.tell({ type: 'refused', frame, message }),
      role: (frame) => void access.told(frame).then((good) => answers.push(good)),
      reviewAfter: () => 0,
      review: () => undefined,
      synced: () => undefined,
      admit: () => Promise.resolve(true),
    },
  })
  await vi.waitFor(() => expect(tracker.facts.sentFrames).toBe(1))
  await vi.waitFor(() => expect(tracker.facts.covers).toEqual([]))
}

const answered = () => vi.waitFor(() => expect(answers).toHaveLength(1), { timeout: 5_000 })

describe('a role that changes while one is inside', () => {
  test('an editor made a reader with everything saved keeps the text, and is told by whom and when', async () => {
    await enter('editor')
    text.insert(5, ' Two.', {})
    await vi.waitFor(() => expect(tracker.facts.acknowledged).toBe(1))
    room.tellRole(READER)
    await answered()
    expect(answers).toEqual([true])
    expect(access.role.value).toBe('reader')
    expect(access.change.value).toEqual({ kind: 'lost', sentence: 'Idris made you a reader at 14:05.' })
    expect([access.left.value, access.outdated.value]).toEqual([null, false])
    expect(store.aside).toEqual([])
  })

  test('what the server refuses after the change is counted, set aside with the reason, and the document is outdated', async () => {
    await enter('editor')
    room.refuse = (frame) => (frame > 1 ? { frame, code: 'forbidden', message: 'You may only read.' } : null)
    room.saving = false
    text.insert(5, ' Two words', {})
    room.tellRole(READER)
    await answered()
    expect(answers).toEqual([false])
    expect(access.outdated.value).toBe(true)
    expect(access.left.value).toMatchObject({
      words: 'Two words',
      count: 2,
      why: 'Idris made you a reader at 14:05.',
      kept: 'aside 1',
      waiting: false,
    })
    expect(access.left.value?.lines).toEqual([{ line: 1, marked: 'One.{++ Two words++}' }])
    expect(store.kept).toEqual([])
    expect(store.aside[0]?.some(({ unacknowledged }) => unacknowledged)).toBe(true)
    expect(room.doc.getText('text').toString()).toBe('\nOne.')
  })

  test('what was on its way and is saved after all is not called lost', async () => {
    await enter('editor')
    room.saving = false
    text.insert(5, ' Two.', {})
    await vi.waitFor(() => expect(room.received).toHaveLength(2))
    room.tellRole(READER)
    await vi.waitFor(() => expect(access.role.value).toBe('reader'))
    room.save()
    await answered()
    expect(access.left.value).toBeNull()
    expect(store.aside).toEqual([])
  })

  test('a deletion that was on its way may have been passed over: the text is opened anew, and it is said', async () => {
    await enter('editor')
    room.saving = false
    text.delete(1, 3)
    await vi.waitFor(() => expect(room.received).toHaveLength(2))
    room.tellRole(READER)
    await vi.waitFor(() => expect(access.role.value).toBe('reader'))
    room.save()
    await answered()
    expect(answers).toEqual([false])
    expect(access.left.value).toMatchObject({ words: '', count: 0, kept: null })
    expect([store.kept, store.aside]).toEqual([[], []])
  })

  test('a server that never answers is not waited for: the words count as not saved', async () => {
    await enter('editor')
    room.saving = false
    text.insert(5, ' Two.', {})
    room.tellRole(READER)
    await answered()
    expect(access.left.value?.words).toBe('Two.')
  })

  test('a reader made an editor writes at once, and what is written is kept and counted', async () => {
    await enter('reader')
    room.tellRole(EDITOR)
    await answered()
    expect(access.change.value).toEqual({ kind: 'gained', sentence: 'Idris made you an editor at 14:05.' })
    text.insert(5, ' Two.', {})
    expect(tracker.facts.edits).toBe(1)
    await vi.waitFor(() => expect(tracker.facts.acknowledged).toBe(1))
  })

  test('a change that leaves the writing as it was is told and nothing more', async () => {
    await enter('editor')
    text.insert(5, ' Two.', {})
    room.tellRole({ ...READER, role: 'maintainer' })
    await answered()
    expect(access.change.value?.kind).toBe('other')
    expect(access.outdated.value).toBe(false)
  })
})

describe('access that ends', () => {
  test('sets what is not saved aside; twice is once', async () => {
    await enter('editor')
    room.saving = false
    text.insert(5, ' Two.', {})
    await access.ended('Idris ended your access.', { aside: true })
    await access.ended('Another reason.', { aside: true })
    expect(access.role.value).toBeNull()
    expect(access.change.value).toEqual({ kind: 'ended', sentence: 'Idris ended your access.' })
    expect(access.left.value).toMatchObject({ words: 'Two.', kept: 'aside 1' })
    expect(store.notes.map(({ title, why }) => [title, why])).toEqual([['One', 'Idris ended your access.']])
    expect(access.outdated.value).toBe(false)
  })

  test('by a session that ended leaves the words where they are sent from on the return', async () => {
    await enter('editor')
    room.saving = false
    text.insert(5, ' Two.', {})
    await access.ended('You were signed out.', { aside: false })
    expect(access.left.value).toMatchObject({ words: 'Two.', waiting: true, kept: null })
    await keep.absorb()
    expect(store.kept.filter(({ unacknowledged }) => unacknowledged)).toHaveLength(1)
    expect(store.aside).toEqual([])
  })
})

test('a role that was lost while nobody was connected is found on coming back, and nothing is sent', async () => {
  await enter('editor')
  connection?.close()
  tracker.tell({ type: 'offline', at: Date.now() })
  text.insert(5, ' Two.', {})
  expect(await access.learned('reader')).toBe(false)
  expect(access.change.value?.sentence).toBe('While you were away you were made a reader.')
  expect(access.left.value?.words).toBe('Two.')
  expect(room.doc.getText('text').toString()).toBe('\nOne.')
})
