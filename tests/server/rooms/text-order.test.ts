import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { judge, STEP2_LIMITS, type Verdict } from '../../../server/rooms/gate.ts'
import type { RoomLog } from '../../../server/rooms/room-log.ts'
import { TextIndex } from '../../../server/rooms/text-index.ts'
import { dice, freshLog } from '../../kit/honest-traffic.ts'
import { unitsOfDoc, unitsOfOrder } from '../../kit/item-order.ts'
import { type RawStruct, rawUpdate, string } from '../../kit/raw-update.ts'
import { SEED_CLIENT } from '../../kit/room-under-test.ts'

const SEED = Number(process.env.GALLEY_SEED ?? Date.now() % 1_000_000)
const ROUNDS = Number(process.env.GALLEY_SESSIONS ?? 400)

type Id = readonly [number, number]

const EVE = { id: 'eve', role: 'editor' } as const
const LEAD: Id = [SEED_CLIENT, 0]

/** A log and what everybody honest has of it. */
interface Table {
  log: RoomLog
  server: Y.Doc
  /** Client id = account. */
  people: Y.Doc[]
}

function table(clients: readonly number[]): Table {
  const log = freshLog(['abcdef'])
  const docs = [9_999, ...clients].map((client) => {
    const doc = new Y.Doc()
    doc.clientID = client
    doc.getText('text')
    Y.applyUpdate(doc, log.answer(Uint8Array.of(0)))
    return doc
  })
  return { log, server: docs[0] as Y.Doc, people: docs.slice(1) }
}

/** What passes goes to everybody. */
function offer({ log, server, people }: Table, account: string, bytes: Uint8Array): Verdict {
  const verdict = judge(bytes, log, { id: account, role: 'editor' }, STEP2_LIMITS)
  if (verdict.kind === 'pass' && verdict.update) {
    log.extend([{ seq: log.head + 1, update: verdict.update }])
    for (const doc of [server, ...people]) Y.applyUpdate(doc, verdict.update)
  }
  return verdict
}

function sendAll(at: Table): Verdict[] {
  return at.people.map((doc) => offer(at, String(doc.clientID), Y.encodeStateAsUpdate(doc, at.log.stateVector())))
}

it(`lets in no neighbours that make honest people disagree (seed ${SEED})`, () => {
  const seen = { pass: 0, refused: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    const random = dice(SEED + round)
    const below = (end: number) => Math.floor(random() * end)
    const at = table([100, 200, 300])
    const hostile = [50, 150, 250, 350]
    const next = new Map(hostile.map((client) => [client, 0]))
    const edit = (doc: Y.Doc) => {
      const text = doc.getText('text')
      const place = 1 + below(Math.min(text.length, 6))
      if (below(5) === 0 && text.length > place + 1) text.delete(place, 1)
      else text.insert(place, 'xy'.slice(below(2)), below(6) === 0 ? { bold: true } : {})
    }
    /** Two that stand anywhere, or near each other in this order. */
    const neighbours = (): [Id | undefined, Id] => {
      const units = unitsOfOrder(at.log.text().order).map((unit): Id => {
        const [client = 0, clock = 0] = unit.split(':').map(Number)
        return [client, clock]
      })
      const left = below(units.length + 1) - 1
      const right = below(3) > 0 ? left + 1 + below(4) : below(units.length)
      return [units[left], units[right] ?? LEAD]
    }
    for (let turn = 0; turn < 8; turn++) {
      for (const doc of at.people) for (let edits = below(4); edits > 0; edits--) edit(doc)
      for (let strikes = 1 + below(3); strikes > 0; strikes--) {
        const client = hostile[below(hostile.length)] as number
        const clock = next.get(client) as number
        const structs: RawStruct[] = Array.from({ length: 1 + below(2) }, () => string('Z', ...neighbours()))
        const before = unitsOfOrder(at.log.text().order).join()
        const { kind } = offer(at, EVE.id, rawUpdate([{ client, clock, structs }]))
        if (kind === 'pass') next.set(client, clock + structs.length)
        else expect(unitsOfOrder(at.log.text().order).join()).toBe(before)
        if (kind === 'pass' || kind === 'refused') seen[kind]++
      }
      if (below(2) > 0) {
        const [doc] = [at.people[below(at.people.length)] as Y.Doc]
        const sent = offer(at, String(doc.clientID), Y.encodeStateAsUpdate(doc, at.log.stateVector()))
        expect(sent.kind, `seed ${SEED + round}`).toBe('pass')
      }
    }
    expect(sendAll(at).map(({ kind }) => kind)).toEqual(['pass', 'pass', 'pass'])
    const order = unitsOfDoc(at.server)
    for (const doc of at.people) expect(unitsOfDoc(doc), `seed ${SEED + round}`).toEqual(order)
    expect(unitsOfOrder(at.log.text().order), `seed ${SEED + round}`).toEqual(order)
    expect(unitsOfOrder(TextIndex.of([at.log.state.snapshot, ...at.log.state.updates]).order)).toEqual(order)
  }
  // Both must have been in it, or it says nothing.
  expect(Math.min(seen.pass, seen.refused)).toBeGreaterThan(ROUNDS)
})

it('forgets everything of an update that it refuses', () => {
  const at = table([])
  const [left, right]: [Id, Id] = [
    [SEED_CLIENT, 2],
    [SEED_CLIENT, 3],
  ]
  const bobs = rawUpdate([{ client: 7, clock: 0, structs: [string('bob', left, right)] }])
  const first = rawUpdate([{ client: 5, clock: 0, structs: [string('eve', LEAD, [SEED_CLIENT, 1])] }])
  const carls = rawUpdate([{ client: 9, clock: 0, structs: [string('carl', LEAD, [SEED_CLIENT, 1])] }])
  for (const [account, bytes] of Object.entries({ bob: bobs, eve: first, carl: carls }))
    expect(offer(at, account, bytes).kind).toBe('pass')
  const known = offer(at, EVE.id, rawUpdate([{ client: 5, clock: 3, structs: [string('x', left, right)] }]))
  expect(known.kind).toBe('pass')
  const order = unitsOfOrder(at.log.text().order)
  // Writes beside Bob's letters, and so says to know them; then something that cannot be.
  const [bob, own]: [Id, Id] = [
    [7, 1],
    [5, 4],
  ]
  const refused = [string('\u{1f600}', bob, [7, 2]), string('y', left, right)]
  const halved = [string('\u{1f600}', bob, [7, 2]), string('q', [5, 2], [SEED_CLIENT, 1]), string('y', own, [7, 2])]
  for (const structs of [refused, halved]) {
    expect(offer(at, EVE.id, rawUpdate([{ client: 5, clock: 4, structs }])).kind).toBe('refused')
    expect(unitsOfOrder(at.log.text().order)).toEqual(order)
  }
  // Without that she may write as somebody who has not seen Bob's letters, and no emoji of hers is there.
  const honest = rawUpdate([{ client: 5, clock: 4, structs: [string('yy', [5, 3], right)] }], [[5, 4, 1]])
  expect(offer(at, EVE.id, honest).kind).toBe('pass')
  const later = rawUpdate([{ client: 5, clock: 6, structs: [string('z', [5, 5], right)] }])
  expect(offer(at, EVE.id, later).kind).toBe('pass')
  expect(unitsOfOrder(at.log.text().order)).toEqual(unitsOfDoc(at.server))
})

it('is done soon with an update that would have it look through everything for each of its letters', () => {
  const at = table([])
  const crowd = Array.from({ length: 1000 }, (_, index) => ({
    client: 20_000 - index,
    clock: 0,
    structs: [string('x', LEAD)],
  }))
  const more = crowd.map((section) => ({ ...section, client: section.client - 5000 }))
  const limits = { ...STEP2_LIMITS, walk: 1_000_000 }
  expect(judge(rawUpdate(crowd), at.log, EVE, limits)).toMatchObject({ kind: 'pass' })
  expect(judge(rawUpdate(more), at.log, EVE, limits)).toMatchObject({ kind: 'refused', code: 'too-large' })
  expect([...at.log.text().order.runs()]).toHaveLength(1002)
})
