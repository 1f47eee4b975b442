import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { judge, STEP2_LIMITS, type Verdict } from '../../../server/rooms/gate.ts'
import { RoomLog } from '../../../server/rooms/room-log.ts'
import { dice, freshLog } from '../../kit/honest-traffic.ts'
import { unitsOfDoc } from '../../kit/item-order.ts'
import { format, rawUpdate, string } from '../../kit/raw-update.ts'
import { SEED_CLIENT } from '../../kit/room-under-test.ts'

const SEED = Number(process.env.GALLEY_SEED ?? Date.now() % 1_000_000)
const ROUNDS = Number(process.env.GALLEY_SESSIONS ?? 60)

const HALVED = { kind: 'refused', code: 'bad-request', message: expect.stringMatching(/cut a character/) }

/** "\n", "a", an emoji at 2 and 3, "b", an emoji at 5 and 6. */
const emojiLog = () => freshLog(['a\u{1f600}b\u{1f601}'])
const S = SEED_CLIENT

function offer(log: RoomLog, bytes: Uint8Array, id = 'ann'): Verdict {
  const verdict = judge(bytes, log, { id, role: 'editor' }, STEP2_LIMITS)
  if (verdict.kind === 'pass' && verdict.update) log.extend([{ seq: log.head + 1, update: verdict.update }])
  return verdict
}

const one = (...structs: Parameters<typeof rawUpdate>[0][number]['structs']) =>
  rawUpdate([{ client: 5, clock: 0, structs }])

function docOf(log: RoomLog): Y.Doc {
  const doc = new Y.Doc()
  doc.getText('text')
  Y.applyUpdate(doc, log.answer(Uint8Array.of(0)))
  return doc
}

describe('a pair of surrogates', () => {
  it.each<[string, Uint8Array]>([
    ['deleting its first half', rawUpdate([], [[S, 2, 1]])],
    ['deleting its second half', rawUpdate([], [[S, 3, 1]])],
    ['a deletion that ends inside it', rawUpdate([], [[S, 1, 2]])],
    ['a deletion that begins inside it', rawUpdate([], [[S, 3, 2]])],
    ['a deletion from inside one to inside another', rawUpdate([], [[S, 3, 3]])],
    ['a letter between its halves', one(string('x', [S, 2], [S, 3]))],
    ['a letter behind its first half', one(string('x', [S, 2]))],
    ['a letter before its second half', one(string('x', [S, 1], [S, 3]))],
    ['a mark that begins inside it', one(format('bold', 'true', [S, 2], [S, 3]))],
    ['a letter inside one that comes with it', one(string('\u{1f600}', [S, 1], [S, 2]), string('x', [5, 0], [S, 2]))],
    [
      'deleting half of one that comes with it',
      rawUpdate([{ client: 5, clock: 0, structs: [string('\u{1f600}', [S, 1], [S, 2])] }], [[5, 1, 1]]),
    ],
  ])('is not cut by %s', (_what, bytes) => {
    const log = emojiLog()
    const before = log.stateVector()
    expect(offer(log, bytes)).toMatchObject(HALVED)
    expect(log.stateVector()).toEqual(before)
    // Nothing of it was taken in, so the same ids are free.
    expect(offer(log, one(string('x', [S, 1], [S, 2])))).toMatchObject({ kind: 'pass' })
    expect(docOf(log).getText('text').toString()).toBe('\nax\u{1f600}b\u{1f601}')
  })

  it('is not cut by a struct of which half is known under another content', () => {
    const log = emojiLog()
    expect(offer(log, one(string('x', [S, 1], [S, 2]))).kind).toBe('pass')
    expect(offer(log, one(string('\u{1f602}', [S, 1], [S, 2])))).toMatchObject(HALVED)
    expect(offer(log, one(string('x\u{1f602}', [S, 1], [S, 2])))).toMatchObject({ kind: 'pass' })
  })

  it.each<[string, Uint8Array, string]>([
    ['may be deleted as a whole', rawUpdate([], [[S, 2, 2]]), '\nab\u{1f601}'],
    [
      'may be deleted as two halves at once',
      rawUpdate(
        [],
        [
          [S, 3, 1],
          [S, 2, 1],
        ],
      ),
      '\nab\u{1f601}',
    ],
    ['may be deleted with what is around it', rawUpdate([], [[S, 1, 6]]), '\n'],
    ['may have a letter before it', one(string('x', [S, 1], [S, 2])), '\nax\u{1f600}b\u{1f601}'],
    ['may have a letter behind it', one(string('x', [S, 3], [S, 4])), '\na\u{1f600}xb\u{1f601}'],
  ])('%s', (_what, bytes, text) => {
    const log = emojiLog()
    expect(offer(log, bytes).kind).toBe('pass')
    expect(docOf(log).getText('text').toString()).toBe(text)
  })

  it('that was cut before anybody watched is two separate signs', () => {
    const { snapshot } = emojiLog().state
    const cut = [rawUpdate([], [[S, 2, 1]]), one(string('x', [S, 5], [S, 6]))]
    const back = () =>
      new RoomLog({
        snapshot,
        stateVector: Y.encodeStateVectorFromUpdate(snapshot),
        upto: 0,
        tail: cut.map((update, index) => ({ seq: index + 1, update })),
        clients: new Map([[S, '']]),
      })
    expect(offer(back(), rawUpdate([], [[S, 3, 1]])).kind).toBe('pass')
    expect(offer(back(), rawUpdate([], [[S, 6, 1]])).kind).toBe('pass')
    expect(offer(back(), rawUpdate([{ client: 7, clock: 0, structs: [string('y', [S, 2], [S, 3])] }])).kind).toBe(
      'pass',
    )
    expect(offer(back(), rawUpdate([{ client: 7, clock: 0, structs: [string('y', [5, 0], [S, 6])] }])).kind).toBe(
      'pass',
    )
  })
})

it(`no cut gets in and no honest emoji is refused, whatever is tried where (seed ${SEED})`, () => {
  const seen = { pass: 0, refused: 0, honest: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    const random = dice(SEED + round)
    const below = (end: number) => Math.floor(random() * end)
    const log = emojiLog()
    const people = [docOf(log), docOf(log)]
    let clock = 0
    for (let turn = 0; turn < 40; turn++) {
      const person = below(people.length)
      const doc = people[person] as Y.Doc
      // Whole characters only, as the editor has it.
      const starts = [...doc.getText('text').toString().matchAll(/./gsu)].map(
        ({ index, 0: sign }) => index + sign.length,
      )
      const from = below(starts.length)
      const [at = 1, to = at] = [starts[from], starts[from + 1 + below(3)]]
      doc.transact(() => {
        if (below(3) === 0) doc.getText('text').delete(at, to - at)
        else doc.getText('text').insert(at, '\u{1f602}x\u{1f603}'.slice(0, 2 + below(4)).replace(/[\ud83d]$/, ''), {})
      })
      if (below(2) > 0) {
        seen.honest++
        const sent = offer(log, Y.encodeStateAsUpdate(doc, log.stateVector()), `person ${person}`)
        expect(sent.kind, `seed ${SEED + round}: ${JSON.stringify(sent)}`).toBe('pass')
      }
      const server = docOf(log)
      const units = unitsOfDoc(server).map((unit) => unit.split(':').map(Number) as [number, number])
      const place = below(units.length)
      const [client, first] = units[place] ?? [S, 1]
      const hostile =
        below(2) > 0
          ? rawUpdate([], [[client, first, 1 + below(3)]])
          : rawUpdate([{ client: 5, clock, structs: [string('\u{1f4a3}', [client, first], units[place + 1])] }])
      const verdict = offer(log, hostile, 'eve')
      if (verdict.kind === 'pass' || verdict.kind === 'refused') seen[verdict.kind]++
      clock = log.clocks.get(5) ?? 0
      const news = log.answer(Y.encodeStateVector(doc))
      if (below(2) > 0) Y.applyUpdate(doc, news)
      expect(docOf(log).getText('text').toString(), `seed ${SEED + round}`).not.toContain('\ufffd')
    }
    for (const [person, doc] of people.entries()) {
      Y.applyUpdate(doc, log.answer(Y.encodeStateVector(doc)))
      expect(offer(log, Y.encodeStateAsUpdate(doc, log.stateVector()), `person ${person}`).kind).toBe('pass')
    }
    for (const doc of people) {
      Y.applyUpdate(doc, log.answer(Y.encodeStateVector(doc)))
      expect(doc.getText('text').toString(), `seed ${SEED + round}`).toBe(docOf(log).getText('text').toString())
    }
    expect(docOf(log).getText('text').toString(), `seed ${SEED + round}`).not.toContain('\ufffd')
  }
  expect(Math.min(seen.pass, seen.refused, seen.honest)).toBeGreaterThan(ROUNDS)
})
