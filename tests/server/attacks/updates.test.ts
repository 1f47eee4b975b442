/**
 * Everything that a hostile client could write, as an editor and as a reader, into a story in which two people type.
 * After each attack they, the export and a newcomer agree, and no token that anybody typed is lost or doubled.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Attack,
  CONTENTS,
  DELETIONS,
  IDENTITIES,
  MALFORMED,
  type Outcome,
  PLACES,
  WRITING,
} from '../../kit/attacker.ts'
import { AttackSocket } from '../../kit/attacker-frames.ts'
import { MESSAGES, SPOOFS } from '../../kit/attacker-messages.ts'
import { HALVES, NEIGHBOURS } from '../../kit/attacker-order.ts'
import { type Battlefield, openBattlefield } from '../../kit/battlefield.ts'
import { until } from '../../kit/room-under-test.ts'

let field: Battlefield
beforeAll(async () => {
  field = await openBattlefield()
})
afterAll(() => field.end())

const UPDATES: [string, Attack[]][] = [
  ['identities', IDENTITIES],
  ['deletions', DELETIONS],
  ['places', PLACES],
  ['neighbours', NEIGHBOURS],
  ['halves', HALVES],
  ['contents', CONTENTS],
  ['malformed', MALFORMED],
  ['messages', MESSAGES],
  ['presence', SPOOFS],
]

/** Answered `held` so far; they must be refused in the end. */
const waiting: { what: string; socket: AttackSocket }[] = []

async function strike(role: 'editor' | 'reader', attack: Attack, outcome: Outcome): Promise<void> {
  const what = `${role}: ${attack.name}`
  const socket = await field.attacker(role)
  field.typeOn()
  const frames = attack.frames(field.field())
  field.typeOn()
  socket.send(frames)
  field.typeOn()
  if (outcome === 'closed') {
    await until(() => socket.closed !== null, `${what} is closed`)
    expect([1007, 1008, 1009], `${what}: ${JSON.stringify(socket.closed)}`).toContain(socket.closed?.code)
    // A frame too large is the socket library's affair, which gives no reason.
    if (socket.closed?.code !== 1009) expect(socket.closed?.reason, what).toMatch(/\S/)
  } else if (outcome === 'refused') {
    await until(() => socket.refusals.length > 0 || socket.closed !== null, `${what} is refused`)
    expect(socket.refusals[0], `${what}: ${JSON.stringify(socket.closed)}`).toMatchObject({
      code: expect.stringMatching(
        role === 'reader' ? /^(forbidden|too-large)$/ : /^(bad-request|forbidden|too-large)$/,
      ),
      message: expect.stringMatching(/\S/),
    })
  }
  await field.holds(what, { quick: role === 'reader' })
  if (outcome === 'held') waiting.push({ what, socket })
  else {
    if (outcome === 'ignored') expect([socket.closed, socket.refusals], what).toEqual([null, []])
    socket.drop()
  }
}

describe.each(UPDATES)('an editor attacks by %s', (_group, attacks) => {
  test.each(attacks.map((attack) => [attack.name, attack] as const))('%s', (_name, attack) =>
    strike('editor', attack, attack.outcome),
  )
})

describe.each([...UPDATES, ['writing', WRITING]] as typeof UPDATES)('a reader attacks by %s', (group, attacks) => {
  afterAll(() => field.holds(`a reader’s ${group}`))
  test.each(attacks.map((attack) => [attack.name, attack] as const))('%s', (_name, attack) => {
    const outcome = attack.outcome === 'held' ? 'refused' : attack.outcome
    return strike('reader', attack, attack.toReader ?? outcome)
  })
})

test('what was held for something that never came is refused in the end', async () => {
  for (const { what, socket } of waiting) {
    await until(() => socket.refusals.length > 0, `${what} is refused`)
    expect(socket.refusals[0], what).toMatchObject({ code: 'conflict' })
    socket.drop()
  }
  expect(waiting.length).toBeGreaterThan(5)
  await field.holds('after all that was held')
})

test.each(['editor', 'reader'] as const)(
  '[T3] twenty refusals close the connection of an attacking %s',
  async (role) => {
    const socket = await field.attacker(role)
    const { server } = field.field()
    const [letter] = CONTENTS
    if (!letter) throw new Error('no attack')
    for (let round = 0; round < 20; round++) socket.send(letter.frames({ ...field.field(), server }))
    field.typeOn()
    await until(() => socket.closed !== null, 'closed')
    expect(socket.closed).toEqual({ code: 1008, reason: 'too many refused changes' })
    expect(socket.refusals).toHaveLength(20)
    await field.holds('after twenty refusals')
  },
)

test('[T17] who is made a reader is one from the next message on, also for what comes late', async () => {
  const { user, headers } = await field.account('Honest 1', 'editor')
  const demoted = await new AttackSocket(
    `${field.server.url.replace('http', 'ws')}/rooms/${field.story}?galley=1`,
    headers,
  ).open()
  await field.server.storage.people.setRole(field.story, user.id, 'reader')
  field.server.desk.live.setRole(field.story, user.id, 'reader', 'Ann')
  for (const attack of WRITING.slice(0, 3)) demoted.send(attack.frames(field.field()))
  await until(() => demoted.refusals.length === 3, 'refused')
  expect(demoted.refusals.map(({ code }) => code)).toEqual(['forbidden', 'forbidden', 'forbidden'])
  demoted.drop()
  await field.holds('after a demotion')
})

test('who had shown herself before the attacks writes her first letters after them', async () => {
  field.carol.type('Carol’s own. ', 3)
  await field.holds('Carol writes')
  expect(field.bob.text.toString().split('Carol’s own. ')).toHaveLength(2)
})
