import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { parseFrame } from '../../../server/rooms/parse-frame.ts'
import { RoomLog } from '../../../server/rooms/room-log.ts'
import { freshLog } from '../../kit/honest-traffic.ts'
import { unitsOfDoc, unitsOfOrder } from '../../kit/item-order.ts'
import { SEED_CLIENT } from '../../kit/room-under-test.ts'

/** A log with one row for each keystroke of somebody who types and sometimes deletes. */
function typed(keys: number): { log: RoomLog; doc: Y.Doc; rows: Uint8Array[] } {
  const log = freshLog()
  const doc = new Y.Doc()
  doc.clientID = 5
  const text = doc.getText('text')
  Y.applyUpdate(doc, log.answer(Uint8Array.of(0)))
  const rows: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => rows.push(update))
  for (let key = 0; key < keys; key++) {
    if (key % 10 === 9) text.delete(3, 2)
    else text.insert(3 + (key % 10), String(key % 10), {})
  }
  log.extend(rows.map((update, index) => ({ seq: index + 1, update })))
  return { log, doc, rows }
}

const read = (...updates: Uint8Array[]) => {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return { text: doc.getText('text').toString(), pending: doc.store.pendingStructs ?? doc.store.pendingDs }
}

it('answers a newcomer with everything, from a tail of thousands of rows', () => {
  const { log, doc, rows } = typed(3000)
  expect(log.head).toBe(rows.length)
  expect(read(log.answer(Uint8Array.of(0)))).toEqual({ text: doc.getText('text').toString(), pending: null })
  expect(log.tailRows).toBe(rows.length)
})

it('answers somebody who was here with what is missing, and somebody who has it all with no text', () => {
  const { log, doc, rows } = typed(300)
  const before = new Y.Doc()
  Y.applyUpdate(before, freshLog().answer(Uint8Array.of(0)))
  for (const update of rows.slice(0, 250)) Y.applyUpdate(before, update)
  const answer = log.answer(Y.encodeStateVector(before))
  expect(answer.length).toBeLessThan(log.answer(Uint8Array.of(0)).length / 3)
  Y.applyUpdate(before, answer)
  expect(before.getText('text').toString()).toBe(doc.getText('text').toString())
  expect(Y.decodeUpdate(log.answer(Y.encodeStateVector(doc))).structs).toEqual([])
})

it('goes on from what it has merged, and from a snapshot that took the place of rows', () => {
  const { log, doc } = typed(100)
  const whole = log.answer(Uint8Array.of(0))
  const snapshot = Y.encodeStateAsUpdate(doc)
  doc.once('update', (update: Uint8Array) => log.extend([{ seq: log.head + 1, update }]))
  doc.getText('text').insert(1, 'later ', {})
  expect(read(log.answer(Uint8Array.of(0))).text).toBe(doc.getText('text').toString())
  log.compacted(100, snapshot)
  expect(log.tailRows).toBe(1)
  expect(read(log.answer(Uint8Array.of(0)))).toEqual({ text: doc.getText('text').toString(), pending: null })
  expect(log.updateFrameSince(99)).toBeNull()
  expect(log.updateFrameSince(100)?.length).toBeGreaterThan(5)
  expect(log.updateFrameSince(101)?.length).toBe(5)
  log.compacted(50, whole)
  expect(log.head).toBe(101)
})

it('knows clocks, deletions and the order of everything when it is read back from disk', () => {
  const { log, doc, rows } = typed(100)
  doc.once('update', (update: Uint8Array) => rows.push(update))
  doc.getText('text').format(0, 1, { block: 1 })
  const fresh = freshLog()
  const back = new RoomLog({
    snapshot: fresh.state.snapshot,
    stateVector: fresh.stateVector(),
    upto: 0,
    tail: rows.map((update, index) => ({ seq: index + 1, update })),
    clients: new Map([[SEED_CLIENT, '']]),
  })
  expect(back.clocks).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)))
  expect(log.clocks.size).toBe(1)
  const deleted = Y.createDeleteSetFromStructStore(doc.store).clients.get(5) ?? []
  expect(deleted.length).toBeGreaterThan(0)
  for (const { clock, len } of deleted)
    expect(back.text().deleted.missing({ client: 5, clock, length: len })).toEqual([])
  expect(unitsOfOrder(back.text().order)).toEqual(unitsOfDoc(doc))
})

it('refuses rows that do not follow', () => {
  const { log } = typed(3)
  expect(() => log.extend([{ seq: 5, update: new Uint8Array(2) }])).toThrow(/does not follow/)
})

it('holds what it was opened with once, and still tells whoever lags behind what came since', () => {
  const { doc, rows } = typed(60)
  const fresh = freshLog()
  const back = new RoomLog({
    snapshot: fresh.state.snapshot,
    stateVector: fresh.stateVector(),
    upto: 0,
    tail: rows.map((update, index) => ({ seq: index + 1, update })),
    clients: new Map([[SEED_CLIENT, '']]),
  })
  const opened = rows.length
  const atOpening = Y.encodeStateAsUpdate(doc)
  const missed: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => missed.push(update))
  for (const word of ['one ', 'two ']) doc.getText('text').insert(1, word, {})
  back.extend(missed.map((update, index) => ({ seq: opened + 1 + index, update })))
  expect(read(back.answer(Uint8Array.of(0))).text).toBe(doc.getText('text').toString())
  expect([back.tailRows, back.head, back.state.updates.length]).toEqual([opened + 2, opened + 2, 0])
  expect(back.updateFrameSince(opened - 1)).toBeNull()
  const caughtUp = back.updateFrameSince(opened) ?? new Uint8Array()
  expect(read(atOpening, parseFrameUpdate(caughtUp)).text).toBe(doc.getText('text').toString())
  // A snapshot of less than it was opened with can only be an old one.
  back.compacted(opened - 1, new Uint8Array())
  back.compacted(opened, atOpening)
  expect([back.tailRows, back.head, back.state.updates.length]).toEqual([2, opened + 2, 2])
  expect(read(back.answer(Uint8Array.of(0)))).toEqual({ text: doc.getText('text').toString(), pending: null })
})

function parseFrameUpdate(bytes: Uint8Array): Uint8Array {
  const frame = parseFrame(bytes)
  if (frame.kind !== 'text') throw new Error('not an update')
  return frame.update
}
