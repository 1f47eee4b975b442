import { writeAny, writeVarString, writeVarUint } from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type GateLimits, judge, STEP2_LIMITS, UPDATE_LIMITS, type Verdict } from '../../../server/rooms/gate.ts'
import type { RoomLog } from '../../../server/rooms/room-log.ts'
import { dice, freshLog, play } from '../../kit/honest-traffic.ts'
import { format, length, other, type RawStruct, rawUpdate, string, stringBytes } from '../../kit/raw-update.ts'
import { SEED_CLIENT } from '../../kit/room-under-test.ts'

const SEED = Number(process.env.GALLEY_SEED ?? Date.now() % 1_000_000)
const SESSIONS = Number(process.env.GALLEY_SESSIONS ?? 60)

const ANN = { id: 'ann', role: 'editor' } as const
const BOB = { id: 'bob', role: 'editor' } as const
const RAE = { id: 'rae', role: 'reader' } as const

/** An honest neighbour in the first state of `freshLog`: the "\n" and the "A" after it. */
const LEAD = [SEED_CLIENT, 0] as const
const LETTER = [SEED_CLIENT, 1] as const

const offered = (
  log: RoomLog,
  update: Uint8Array,
  writer: Parameters<typeof judge>[2] = ANN,
  limits: GateLimits = UPDATE_LIMITS,
) => judge(update, log, writer, limits)

const one = (struct: RawStruct, client = 5, clock = 0) => rawUpdate([{ client, clock, structs: [struct] }])

/** A doc in step with the log. */
function docOf(log: RoomLog, client = 5): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = client
  doc.getText('text')
  Y.applyUpdate(doc, log.answer(new Uint8Array([0])))
  return doc
}

/** The update that one local change makes. */
function changeOf(doc: Y.Doc, change: (text: Y.Text) => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  const caught: Uint8Array[] = []
  const catchUpdate = (update: Uint8Array) => caught.push(update)
  doc.on('update', catchUpdate)
  doc.transact(() => change(doc.getText('text')))
  doc.off('update', catchUpdate)
  return caught.length === 1 ? (caught[0] as Uint8Array) : Y.encodeStateAsUpdate(doc, before)
}

describe('honest traffic', () => {
  it(`passes, all of it, and the log reads as every client does (seed ${SEED})`, () => {
    let [frames, readers, deleted, formats] = [0, 0, 0, 0]
    for (let session = 0; session < SESSIONS; session++) {
      const tally = play(SEED + session, 600)
      expect(tally.failures).toEqual([])
      frames += tally.frames
      readers += tally.readers
      deleted += tally.kinds.deleted ?? 0
      formats += tally.kinds.format ?? 0
    }
    expect(frames).toBeGreaterThan(SESSIONS * 50)
    // What is hard must have been in it.
    expect(Math.min(readers, deleted, formats)).toBeGreaterThan(0)
  })

  it('passes what makes the first line a heading and a paragraph again, and text after it', () => {
    const log = freshLog()
    const doc = docOf(log)
    for (const block of [1, 2, null, 3]) {
      expect(
        offered(
          log,
          changeOf(doc, (text) => text.format(0, 1, { block })),
        ).kind,
      ).toBe('pass')
    }
    expect(
      offered(
        log,
        changeOf(doc, (text) => text.insert(1, 'The ', {})),
      ).kind,
    ).toBe('pass')
    // Offline: a heading made and unmade again leaves a deleted item before the first character.
    const offline = docOf(freshLog(), 6)
    offline.getText('text').format(0, 1, { block: 1 })
    offline.getText('text').format(0, 1, { block: 2 })
    expect(offered(freshLog(), Y.encodeStateAsUpdate(offline, freshLog().stateVector()), ANN, STEP2_LIMITS).kind).toBe(
      'pass',
    )
  })

  it('passes every formatting that the story model has, and its end', () => {
    const log = freshLog()
    const doc = docOf(log)
    for (const attributes of [{ bold: true }, { italic: true, strike: true }, { bold: null }, { strike: null }]) {
      expect(
        offered(
          log,
          changeOf(doc, (text) => text.format(2, 4, attributes)),
        ),
      ).toMatchObject({ kind: 'pass' })
    }
    const line = doc.getText('text').toString().indexOf('\n', 2)
    for (const attributes of [
      { gap: 1 },
      { gap: 1000, eol: 'wnr' },
      { block: 6 },
      { gap: null, eol: null, block: null },
    ]) {
      expect(
        offered(
          log,
          changeOf(doc, (text) => text.format(line, 1, attributes)),
        ),
      ).toMatchObject({ kind: 'pass' })
    }
  })

  it('takes a repeated update for nothing new, and of an overlapping one only what is new', () => {
    const log = freshLog()
    const doc = docOf(log)
    const first = changeOf(doc, (text) => text.insert(3, 'one ', {}))
    expect(offered(log, first)).toEqual({ kind: 'pass', update: first, newClients: [5] })
    expect(offered(log, first)).toEqual({ kind: 'pass', update: null, newClients: [] })
    doc.getText('text').insert(7, 'two', {})
    const both = offered(log, Y.encodeStateAsUpdate(doc, freshLog().stateVector()), ANN, STEP2_LIMITS)
    expect(
      both.kind === 'pass' && both.update && Y.decodeUpdate(both.update).structs.map(({ id }) => id.clock),
    ).toEqual([4])
  })

  it('does not store the deletions again that every sync step 2 repeats', () => {
    const log = freshLog()
    const doc = docOf(log)
    expect(
      offered(
        log,
        changeOf(doc, (text) => text.delete(2, 3)),
      ).kind,
    ).toBe('pass')
    const step2 = Y.encodeStateAsUpdate(doc, log.stateVector())
    expect(step2.length).toBeGreaterThan(2)
    expect(offered(log, step2, ANN, STEP2_LIMITS)).toEqual({ kind: 'pass', update: null, newClients: [] })
    doc.getText('text').delete(5, 1)
    const more = offered(log, Y.encodeStateAsUpdate(doc, log.stateVector()), ANN, STEP2_LIMITS)
    expect(more.kind === 'pass' && more.update && [...Y.decodeUpdate(more.update).ds.clients.values()][0]).toHaveLength(
      1,
    )
  })
})

describe('who may write', () => {
  it('refuses what a reader writes, and lets pass without storing what Yjs tidies up for one', () => {
    const log = freshLog()
    expect(offered(log, one(string('x', LETTER)), RAE)).toMatchObject({ kind: 'refused', code: 'forbidden' })
    expect(offered(log, rawUpdate([], [[SEED_CLIENT, 3, 1]]), RAE)).toEqual({
      kind: 'pass',
      update: null,
      newClients: [],
    })
    expect(offered(log, rawUpdate([]), RAE)).toEqual({ kind: 'pass', update: null, newClients: [] })
  })

  it('binds a client id to the account that uses it first', () => {
    const log = freshLog()
    expect(offered(log, one(string('x', LETTER)))).toMatchObject({ kind: 'pass', newClients: [5] })
    expect(offered(log, one(string('y', [5, 0]), 5, 1), BOB)).toMatchObject({ kind: 'refused', code: 'forbidden' })
    expect(offered(log, one(string('y', [5, 0]), 5, 1))).toMatchObject({ kind: 'pass', newClients: [] })
  })

  it('lets nobody write under the server’s client id', () => {
    const log = freshLog()
    const clock = log.clocks.get(SEED_CLIENT) ?? 0
    expect(offered(log, one(string('x', LETTER), SEED_CLIENT, clock))).toMatchObject({
      kind: 'refused',
      code: 'forbidden',
    })
  })
})

describe('hostile updates', () => {
  const refusals: [string, Uint8Array][] = [
    ['text before the first line', one(string('x', undefined, LEAD))],
    ['text that names the root as its parent', one(string('x'))],
    ['another root', one({ ...string('x'), parent: 'other' })],
    ['a child of an item', one({ ...string('x'), parent: LETTER })],
    ['a key of a map', one({ ...string('x'), key: '__proto__' })],
    ['json', one(other(2, (e) => [writeVarUint(e, 1), writeVarString(e, '{}')], LETTER))],
    ['binary', one(other(3, (e) => writeVarString(e, 'x'), LETTER))],
    ['an embed', one(other(5, (e) => writeVarString(e, '{"image":"javascript:"}'), LETTER))],
    ['a nested type', one(other(7, (e) => writeVarUint(e, 1), LETTER))],
    ['any', one(other(8, (e) => [writeVarUint(e, 1), writeAny(e, { a: 1 })], LETTER))],
    ['a subdocument', one(other(9, (e) => [writeVarString(e, 'guid'), writeAny(e, {})], LETTER))],
    ['a carriage return', one(string('a\rb', LETTER))],
    ['a NUL', one(string('a\0b', LETTER))],
    ['an unknown attribute', one(format('color', '"red"', LETTER))],
    ['an attribute of the prototype', one(format('__proto__', '{"polluted":1}', LETTER))],
    ['a mark that is an object', one(format('bold', '{"a":1}', LETTER))],
    ['a mark that is false', one(format('bold', 'false', LETTER))],
    ['a gap of 0', one(format('gap', '0', LETTER))],
    ['a gap of 1001', one(format('gap', '1001', LETTER))],
    ['a gap of 1.5', one(format('gap', '1.5', LETTER))],
    ['a line end of unknown letters', one(format('eol', '"x"', LETTER))],
    ['a heading of level 7', one(format('block', '7', LETTER))],
    ['a collected struct that pushes the clock (F5)', one(length(0, 2 ** 40))],
    ['a collected struct of any size', one(length(0, 1))],
    ['a deleted struct that pushes the clock', one(length(1, 2 ** 40, LETTER))],
    ['client id 0', one(string('x', LETTER), 0)],
    ['a client id beyond 32 bits', one(string('x', LETTER), 2 ** 32)],
    ['the deletion of the first line end', rawUpdate([], [[SEED_CLIENT, 0, 2]])],
    ['a deletion of 2^50', rawUpdate([], [[SEED_CLIENT, 1, 2 ** 50]])],
  ]
  for (const [what, update] of refusals) {
    it(`refuses ${what}`, () => {
      const log = freshLog()
      const before = log.stateVector()
      expect(offered(log, update)).toMatchObject({
        kind: 'refused',
        code: expect.stringMatching(/^(bad-request|forbidden)$/),
      })
      expect(log.stateVector()).toEqual(before)
      expect(log.clients.has(5)).toBe(false)
    })
  }

  it('refuses text beside the formats that stand before the first line', () => {
    const log = freshLog()
    expect(offered(log, one(format('block', '1', undefined, LEAD))).kind).toBe('pass')
    const beside = one(string('x', [5, 0], LEAD), 5, 1)
    expect(offered(log, beside)).toMatchObject({ kind: 'refused' })
    // Both in one update, and on a log that was read back from disk.
    const both = rawUpdate([
      { client: 6, clock: 0, structs: [format('block', '1', undefined, LEAD), string('x', [6, 0])] },
    ])
    expect(offered(freshLog(), both)).toMatchObject({ kind: 'refused' })
    expect(offered(log, one(string('x', [5, 0], LEAD), 7))).toMatchObject({ kind: 'refused' })
  })

  const early: [string, Uint8Array][] = [
    ['a gap in the clock', one(string('x', LETTER), 5, 3)],
    ['an unknown left neighbour', one(string('x', [77, 0]))],
    ['an unknown right neighbour', one(string('x', LETTER, [77, 0]))],
    ['a neighbour beyond the end of its client', one(string('x', [SEED_CLIENT, 5000]))],
    ['itself as a neighbour', one(string('x', [5, 0]))],
    [
      'a hole',
      rawUpdate([{ client: 5, clock: 0, structs: [string('x', LETTER), length(10, 3), string('y', LETTER)] }]),
    ],
    ['a deletion in an unknown client', rawUpdate([], [[77, 0, 1]])],
    ['a deletion beyond the end', rawUpdate([], [[SEED_CLIENT, 1, 5000]])],
    [
      'a circle of neighbours',
      rawUpdate([
        { client: 6, clock: 0, structs: [string('x', [5, 0])] },
        { client: 5, clock: 0, structs: [string('y', [6, 0])] },
      ]),
    ],
  ]
  for (const [what, update] of early) {
    it(`does not let in ${what}`, () => {
      const log = freshLog()
      const before = log.stateVector()
      expect(offered(log, update).kind).toBe('early')
      expect(log.stateVector()).toEqual(before)
    })
  }

  const v2 = (() => {
    const doc = docOf(freshLog())
    doc.getText('text').insert(3, 'hello', {})
    return Y.encodeStateAsUpdateV2(doc)
  })()
  const malformed: [string, Uint8Array][] = [
    ['nothing', new Uint8Array()],
    ['a V2 update', v2],
    [
      'the run-length bomb known of Yjs (#687)',
      Buffer.from('00010000000001000100010200001602000001fdffffffff7f0000', 'hex'),
    ],
    ['bytes left over', rawUpdate([], [], [0])],
    [
      'more structs promised than there are bytes',
      rawUpdate([{ client: 5, clock: 0, structs: [string('x', LETTER)], count: 2 ** 40 }]),
    ],
    ['an empty string', one(string('', LETTER))],
    ['an empty deleted struct', one(length(1, 0, LETTER))],
    ['an empty deletion', rawUpdate([], [[SEED_CLIENT, 1, 0]])],
    [
      'a client listed twice',
      rawUpdate([
        { client: 5, clock: 0, structs: [string('x', LETTER)] },
        { client: 5, clock: 0, structs: [string('y', LETTER)] },
      ]),
    ],
    ['a lone surrogate', one(stringBytes([0xed, 0xa0, 0xbd], LETTER))],
    ['an overlong character', one(stringBytes([0xc0, 0x80], LETTER))],
    ['a character beyond Unicode', one(stringBytes([0xf4, 0x90, 0x80, 0x80], LETTER))],
    ['a character cut short', one(stringBytes([0xe2, 0x80], LETTER))],
    ['unknown content', one(other(11, () => undefined, LETTER))],
    ['a clock beyond what a number holds', one(length(1, Number.MAX_SAFE_INTEGER, LETTER), 5, 5)],
  ]
  for (const [what, update] of malformed) {
    it(`calls ${what} malformed`, () => expect(offered(freshLog(), update).kind).toBe('malformed'))
  }

  it('refuses what is too big or has too many parts', () => {
    const log = freshLog()
    expect(offered(log, one(string('x'.repeat(UPDATE_LIMITS.bytes), LETTER)))).toMatchObject({ code: 'too-large' })
    const many = rawUpdate([{ client: 5, clock: 0, structs: Array.from({ length: 20 }, () => string('x', LETTER)) }])
    expect(judge(many, log, ANN, { ...UPDATE_LIMITS, structs: 10 }).kind).toBe('malformed')
    const sections = Array.from({ length: 1001 }, (_, index) => ({
      client: 2000 - index,
      clock: 0,
      structs: [string('x', LETTER)],
    }))
    expect(offered(log, rawUpdate(sections))).toMatchObject({ code: 'too-large' })
  })

  it('lets every honest update in only whole: any cut of it is malformed, and harms nothing', () => {
    const doc = docOf(freshLog())
    const update = changeOf(doc, (text) => {
      text.insert(3, 'ü\u{1f600}', { bold: true })
      text.delete(8, 4)
    })
    for (let end = 0; end < update.length; end++) {
      const log = freshLog()
      expect(offered(log, update.subarray(0, end)).kind).toBe('malformed')
      expect(log.clocks.size).toBe(1)
    }
  })

  it(`never throws, and never lets in what Yjs would leave pending, whatever the bytes (seed ${SEED})`, () => {
    const random = dice(SEED)
    const doc = docOf(freshLog())
    const honest = changeOf(doc, (text) => {
      text.insert(3, 'abc\u{1f600}', { bold: true })
      text.insert(5, 'de', {})
      text.delete(9, 3)
    })
    const kinds = new Map<Verdict['kind'], number>()
    for (let round = 0; round < 5000; round++) {
      const bytes = honest.slice()
      for (let changes = 1 + Math.floor(random() * 3); changes > 0; changes--) {
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
      }
      const log = freshLog()
      const verdict = offered(log, bytes)
      kinds.set(verdict.kind, (kinds.get(verdict.kind) ?? 0) + 1)
      if (verdict.kind !== 'pass' || !verdict.update) continue
      const reader = docOf(freshLog(), 9)
      Y.applyUpdate(reader, verdict.update)
      expect(reader.store.pendingStructs).toBeNull()
      expect(reader.store.pendingDs).toBeNull()
      expect(reader.getText('text').toString()[0]).toBe('\n')
      expect(Y.encodeStateVector(reader).length).toBe(log.stateVector().length)
    }
    expect([...kinds.keys()].sort()).toEqual(['early', 'malformed', 'pass', 'refused'])
  })
})
