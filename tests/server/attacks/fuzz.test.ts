/**
 * Frames by dice: made of the parts that honest and hostile ones are made of, then cut, doubled, mixed and flipped.
 * And the other side of it: honest people only, with bad connections and many tabs, of whom nobody may be refused.
 */
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { CONTENTS, DELETIONS, IDENTITIES, MALFORMED, PLACES, WRITING } from '../../kit/attacker.ts'
import { step2, syncMessage, update } from '../../kit/attacker-frames.ts'
import { MESSAGES, SPOOFS } from '../../kit/attacker-messages.ts'
import { HALVES, NEIGHBOURS } from '../../kit/attacker-order.ts'
import { type Battlefield, HonestEditor, openBattlefield } from '../../kit/battlefield.ts'
import { dice } from '../../kit/honest-traffic.ts'
import { format, length, type RawSection, type RawStruct, rawUpdate, string } from '../../kit/raw-update.ts'
import { until } from '../../kit/room-under-test.ts'

const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000)
const FRAMES = Number(process.env.FUZZ_FRAMES ?? 3000)

let field: Battlefield
afterEach(() => field.end())

/** Small enough to be thrown by the thousand. */
const KNOWN = [
  ...IDENTITIES,
  ...DELETIONS,
  ...PLACES,
  ...NEIGHBOURS,
  ...HALVES,
  ...CONTENTS,
  ...MALFORMED,
  ...MESSAGES,
  ...SPOOFS,
  ...WRITING,
]

test.each(['reader', 'editor'] as const)(
  `whatever frames a %s sends, people go on typing and agree (FUZZ_SEED=${SEED})`,
  async (role) => {
    field = await openBattlefield()
    const random = dice(SEED)
    const below = (end: number) => Math.floor(random() * end)
    const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T
    const small = KNOWN.map(({ frames }) => frames(field.field()))
      .filter((frames) => frames.length === 1)
      .flat()
      .filter(({ length: bytes }) => bytes < 2000)
    let connections = 0
    for (let sent = 0; sent < FRAMES; ) {
      let socket = await field.attacker(role)
      for (const end = sent + 100; sent < end; sent++) {
        if (socket.socket.readyState !== WebSocket.OPEN) {
          socket.drop()
          socket = await field.attacker(role)
          connections++
        }
        socket.send([frame(below, pick, small, role)])
        // Now and then let the answers come.
        if (sent % 10 === 0) await new Promise((resolve) => setImmediate(resolve))
        if (sent % 40 === 0) field.typeOn()
      }
      const last = socket
      last.socket.close()
      await until(() => last.closed !== null, 'the room has read it all')
      const options = { tokens: role === 'reader', quick: sent % 1000 !== 0 }
      await field.holds(`FUZZ_SEED=${SEED}, ${sent} frames`, options)
      field.typeOn()
      await field.holds(`FUZZ_SEED=${SEED}, ${sent} frames, and what was typed then`, { ...options, quick: true })
    }
    expect(connections).toBeGreaterThan(5)
  },
  60_000,
)

type Below = (end: number) => number
type Pick = <T>(from: readonly T[]) => T

function frame(below: Below, pick: Pick, known: readonly Uint8Array[], role: 'reader' | 'editor'): Uint8Array {
  switch (below(5)) {
    case 0:
      return flipped(below, pick(known))
    case 1: {
      const whole = pick(known)
      return whole.subarray(0, below(whole.length + 1))
    }
    case 2: {
      // The payload of one in the wrapping of another.
      const [head, tail] = [pick(known), pick(known)]
      return Uint8Array.from([...head.subarray(0, below(4)), ...tail.subarray(below(4))])
    }
    case 3:
      return syncMessage(below(4), flipped(below, madeUp(below, pick, role)))
    default:
      return pick([update, step2])(madeUp(below, pick, role))
  }
}

function flipped(below: Below, bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice()
  for (let flips = below(3); flips > 0 && copy.length > 0; flips--) copy[below(copy.length)] = below(256)
  return copy
}

/** An update of a few sections in which much is as it should be. */
function madeUp(below: Below, pick: Pick, role: 'reader' | 'editor'): Uint8Array {
  const field_ = field.field()
  const ids = [field_.server, field_.victim.client, field_.silent, field_.own, field_.own + 1]
  const id = (): readonly [number, number] => [pick(ids), below(40)]
  const struct = (): RawStruct => {
    const origin = below(10) > 0 ? id() : undefined
    const right = below(2) > 0 ? id() : undefined
    switch (below(6)) {
      case 0:
        return length(pick([0, 1, 10] as const), 1 + below(5), origin)
      case 1:
        return format(pick(['bold', 'gap', 'block', 'eol', 'link']), pick(['true', 'null', '2', '"n"']), origin, right)
      default:
        return string(pick(['Z', 'ZZ\u{1f600}', '\n', 'Z'.repeat(30)]), origin, right)
    }
  }
  const sections = Array.from(
    { length: 1 + below(3) },
    (_, index): RawSection => ({
      client: pick([field_.own, field_.own, field_.own + 1, field_.victim.client]) - index * 10,
      clock: pick([0, 0, 0, 1, field_.victim.clock]),
      structs: Array.from({ length: 1 + below(6) }, struct),
    }),
  )
  // What an editor deletes is deleted, so that an editor's dice would only prove that they may.
  const deletes = role === 'reader' ? [[pick(ids), below(30), 1 + below(30)] as const] : []
  return rawUpdate(sections, deletes)
}

test(`honest people on bad connections, with many tabs and heavy formatting, are refused nothing (FUZZ_SEED=${SEED})`, async () => {
  field = await openBattlefield()
  const random = dice(SEED)
  const below = (end: number) => Math.floor(random() * end)
  const tabs: HonestEditor[] = []
  for (const [name, role, count] of [
    ['Honest 1', 'editor', 3],
    ['Honest 2', 'maintainer', 2],
    ['Honest 3', 'reader', 2],
  ] as const) {
    const { headers } = await field.account(name, role)
    for (let tab = 0; tab < count; tab++) {
      tabs.push(await new HonestEditor(field.server.url, field.story, name, headers).synced())
    }
  }
  const readers = (tab: HonestEditor) => tab.name === 'Honest 3'
  for (let step = 0; step < 1500; step++) {
    const tab = tabs[below(tabs.length)] as HonestEditor
    const chance = below(100)
    if (chance < 4) tab.provider.disconnect()
    else if (chance < 10) tab.provider.connect()
    else if (chance < 14) {
      tab.provider.awareness.setLocalStateField('cursor', {
        anchor: JSON.parse(JSON.stringify(Y.createRelativePositionFromTypeIndex(tab.text, 1))),
        head: JSON.parse(JSON.stringify(Y.createRelativePositionFromTypeIndex(tab.text, tab.text.length))),
      })
    } else if (!readers(tab)) write(tab.text, below)
    if (step % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    if (step % 300 === 0) field.typeOn()
  }
  for (const tab of tabs) tab.provider.connect()
  await until(() => tabs.every((tab) => tab.provider.synced), 'all are back')
  const truth = () => field.ann.text.toString()
  await until(() => tabs.every((tab) => tab.text.toString() === truth()), `FUZZ_SEED=${SEED}: all agree`)
  await field.holds(`FUZZ_SEED=${SEED}: honest people`, { tokens: false })
  expect(tabs.flatMap(({ refusals }) => refusals)).toEqual([])
  for (const tab of tabs) tab.leave()
}, 60_000)

function write(text: Y.Text, below: (end: number) => number): void {
  const at = 1 + below(text.length)
  const some = Math.min(text.length - at, 1 + below(12))
  const value = text.toString()
  if (/[\ud800-\udfff]/.test(value.slice(at - 1, at + some + 1))) return
  switch (below(8)) {
    case 0:
    case 1:
      text.insert(at, 'word ', {})
      return
    case 2:
      text.insert(at, '\n', { gap: 2 })
      return
    case 3:
      if (some > 0) text.delete(at, some)
      return
    case 4:
      text.insert(at, '\u{1f600}', { bold: true })
      return
    case 5: {
      const line = value.indexOf('\n', below(text.length))
      if (line >= 0) text.format(line, 1, { block: below(2) ? 2 : null })
      return
    }
    default:
      if (some > 0)
        text.format(at, some, { [['bold', 'italic', 'strike'][below(3)] ?? 'bold']: below(2) ? true : null })
  }
}
