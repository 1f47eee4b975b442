/**
 * Every kind of frame from every role. A number in MESSAGE or SYNC, or a role in ROLES, that has no row here fails the
 * first test.
 */
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { ROLES, type Role } from '../../../shared/roles.ts'
import { CLOSE, MESSAGE, SYNC } from '../../../shared/wire/frames.ts'
import { RawClient } from '../../kit/raw-client.ts'
import { addStory, type RoomUnderTest, roomUnderTest, storedText, until } from '../../kit/room-under-test.ts'

/** `removed` was an editor, has lost the role, and does not take in that the connection has ended. */
const SENDERS = [...ROLES, 'removed'] as const
type Sender = (typeof SENDERS)[number]

/**
 * `saved`: on disk and shown to the others. `refused`: told so, and nothing else. `answered`: something comes back.
 * `shown`: the others see the presence. `closed`: as a message that is not one. `ignored`: nothing at all.
 */
type Outcome = 'saved' | 'refused' | 'answered' | 'shown' | 'closed' | 'ignored'

type FrameName = Exclude<keyof typeof MESSAGE, 'sync'> | `sync ${keyof typeof SYNC}`

interface Row {
  frame: (client: RawClient) => Uint8Array
  outcome: Record<Sender, Outcome>
}

const everybody = (outcome: Outcome): Row['outcome'] => ({
  reader: outcome,
  commenter: outcome,
  proofreader: outcome,
  editor: outcome,
  maintainer: outcome,
  removed: 'ignored',
})

const writers: Row['outcome'] = {
  reader: 'refused',
  commenter: 'refused',
  proofreader: 'refused',
  editor: 'saved',
  maintainer: 'saved',
  removed: 'ignored',
}

const FRAMES: Record<FrameName, Row> = {
  'sync step1': {
    frame: () => sync(SYNC.step1, Y.encodeStateVector(new Y.Doc())),
    outcome: everybody('answered'),
  },
  'sync step2': { frame: (client) => sync(SYNC.step2, letterOf(client)), outcome: writers },
  'sync update': { frame: (client) => sync(SYNC.update, letterOf(client)), outcome: writers },
  awareness: {
    frame: ({ doc }) => frameOf(MESSAGE.awareness, (encoder) => writeVarUint8Array(encoder, presenceOf(doc.clientID))),
    outcome: everybody('shown'),
  },
  auth: {
    frame: () =>
      frameOf(MESSAGE.auth, (encoder) => {
        writeVarUint(encoder, 0)
        writeVarString(encoder, 'permission denied')
      }),
    outcome: everybody('closed'),
  },
  queryAwareness: { frame: () => frameOf(MESSAGE.queryAwareness), outcome: everybody('answered') },
  saved: { frame: () => frameOf(MESSAGE.saved, (encoder) => writeVarUint(encoder, 1)), outcome: everybody('closed') },
  refused: { frame: () => said(MESSAGE.refused, { frame: 1, code: 'x', message: 'x' }), outcome: everybody('closed') },
  review: { frame: () => said(MESSAGE.review, { events: [], head: 1 }), outcome: everybody('closed') },
  reviewAfter: {
    frame: () => frameOf(MESSAGE.reviewAfter, (encoder) => writeVarUint(encoder, 0)),
    outcome: everybody('answered'),
  },
  role: { frame: () => said(MESSAGE.role, { role: 'maintainer', by: '', at: '' }), outcome: everybody('closed') },
}

const UNKNOWN = [4, 5, 99, 105, 127, 128, 300, 2 ** 31, 2 ** 40]
const UNKNOWN_SYNC = [3, 9, 127, 128, 300]

let room: RoomUnderTest
let count = 0
beforeAll(async () => {
  room = await roomUnderTest()
})
afterAll(async () => {
  await room.close()
  expect(room.faults).toEqual([])
})

test('every number of the protocol has a row, and every row each role', () => {
  const names = Object.keys(MESSAGE).flatMap((name) =>
    name === 'sync' ? Object.keys(SYNC).map((kind) => `sync ${kind}`) : [name],
  )
  expect(Object.keys(FRAMES).sort()).toEqual(names.sort())
  for (const { outcome } of Object.values(FRAMES)) expect(Object.keys(outcome).sort()).toEqual([...SENDERS].sort())
  const known: number[] = [...Object.values(MESSAGE), ...Object.values(SYNC)]
  expect(UNKNOWN.filter((number) => known.includes(number))).toEqual([])
})

describe.each(Object.entries(FRAMES))('the frame "%s"', (_, { frame, outcome }) => {
  test.each(SENDERS.map((sender) => [sender, outcome[sender]] as const))('from a %s is %s', (sender, wanted) =>
    check(sender, frame, wanted),
  )
})

describe('a number that means nothing', () => {
  test.each(SENDERS)('ends the connection of a %s, and nothing else', async (sender) => {
    const wanted = sender === 'removed' ? 'ignored' : 'closed'
    for (const number of UNKNOWN) {
      await check(sender, () => frameOf(number, (encoder) => writeVarUint8Array(encoder, Uint8Array.of(0))), wanted)
    }
    for (const kind of UNKNOWN_SYNC) await check(sender, (client) => sync(kind, letterOf(client)), wanted)
  })
})

/** One sender and an honest editor in a story of their own; whatever happens, the editor's next letter is saved. */
async function check(sender: Sender, frame: Row['frame'], wanted: Outcome): Promise<void> {
  const story = `matrix${++count}`
  await addStory(room.storage, story, ['Words.'])
  const ann = await client(story, 'ann', 'editor').sync()
  const eve = await client(story, 'eve', sender === 'removed' ? 'editor' : sender).sync()
  await until(() => eve.lastSaved === eve.sent, 'hello')
  const before = { refused: eve.refused.length, step2s: eve.step2s, messages: eve.messages }
  if (sender === 'removed') {
    eve.socket.pause()
    room.rooms.setRole(story, 'eve', null, 'Ann')
  }
  eve.send(frame(eve))
  if (wanted === 'answered') await until(() => eve.messages > before.messages, 'an answer')
  if (wanted === 'shown') await until(() => ann.stateOf(eve.doc.clientID)?.user.id === 'eve', 'Ann sees Eve')
  if (wanted === 'saved') await until(() => eve.lastSaved === eve.sent + 1, 'saved')
  if (wanted === 'refused') await until(() => eve.refused.length > before.refused, 'refused')
  if (wanted === 'closed') await until(() => eve.closed !== null, 'closed')
  const annsFrame = ann.change((text) => text.insert(text.length, 'A', {}))
  await until(() => ann.lastSaved === annsFrame, "Ann's letter is saved")

  expect(await storedText(room.storage, story)).toBe(wanted === 'saved' ? '\nEWords.A' : '\nWords.A')
  expect([ann.closed, ann.refused]).toEqual([null, []])
  expect(ann.text.toString().includes('E')).toBe(wanted === 'saved')
  if (wanted !== 'shown') expect(ann.stateOf(eve.doc.clientID) ?? null).toBeNull()
  expect(eve.closed).toBe(wanted === 'closed' ? CLOSE.malformed : null)
  expect(eve.refused.slice(before.refused).map(({ code }) => code)).toEqual(wanted === 'refused' ? ['forbidden'] : [])
  expect(eve.roles).toEqual([])
  expect(room.rooms.present(story)).toEqual(wanted === 'closed' || wanted === 'ignored' ? ['ann'] : ['ann', 'eve'])
  for (const one of [ann, eve]) one.close()
}

function client(story: string, user: string, role: Role): RawClient {
  return new RawClient(room.url, { user, role, galley: '1' }, story)
}

/** An update that writes one letter. */
function letterOf({ doc }: RawClient): Uint8Array {
  const before = Y.encodeStateVector(doc)
  doc.getText('text').insert(1, 'E', {})
  return Y.encodeStateAsUpdate(doc, before)
}

function presenceOf(id: number): Uint8Array {
  const encoder = createEncoder()
  for (const number of [1, id, 1]) writeVarUint(encoder, number)
  writeVarString(encoder, JSON.stringify({ cursor: null }))
  return toUint8Array(encoder)
}

function sync(kind: number, payload: Uint8Array): Uint8Array {
  return frameOf(MESSAGE.sync, (encoder) => {
    writeVarUint(encoder, kind)
    writeVarUint8Array(encoder, payload)
  })
}

function said(number: number, payload: unknown): Uint8Array {
  return frameOf(number, (encoder) => writeVarString(encoder, JSON.stringify(payload)))
}

function frameOf(
  number: number,
  write: (encoder: ReturnType<typeof createEncoder>) => void = () => undefined,
): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, number)
  write(encoder)
  return toUint8Array(encoder)
}
