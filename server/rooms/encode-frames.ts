/** The frames a room sends, encoded once each and then shared by everybody they go to. */
import {
  createEncoder,
  toUint8Array,
  writeUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding'
import { MESSAGE, type RefusedFrame, type RoleFrame, SYNC } from '../../shared/wire/frames.ts'

/**
 * A sync frame: `kind` is one of SYNC, the payload a state vector or an update. Written by hand, because the payload may
 * be a novel and an encoder copies it several times.
 */
export function syncFrame(kind: number, payload: Uint8Array): Uint8Array {
  let lengthBytes = 1
  for (let rest = payload.length; rest >= 128; rest = Math.floor(rest / 128)) lengthBytes++
  const frame = new Uint8Array(2 + lengthBytes + payload.length)
  frame[0] = MESSAGE.sync
  frame[1] = kind
  let rest = payload.length
  for (let at = 2; at < 2 + lengthBytes; at++, rest = Math.floor(rest / 128)) {
    frame[at] = at === 1 + lengthBytes ? rest : (rest % 128) + 128
  }
  frame.set(payload, 2 + lengthBytes)
  return frame
}

export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(SYNC.update, update)
}

export function savedFrame(frames: number): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, MESSAGE.saved)
  writeVarUint(encoder, frames)
  return toUint8Array(encoder)
}

export function refusedFrame(refusal: RefusedFrame): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, MESSAGE.refused)
  writeVarString(encoder, JSON.stringify(refusal))
  return toUint8Array(encoder)
}

export function roleFrame(role: RoleFrame): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, MESSAGE.role)
  writeVarString(encoder, JSON.stringify(role))
  return toUint8Array(encoder)
}

/**
 * `events` are JSON texts already, for they go to many and come as such from storage; `head` as in ReviewFrame. `update` is
 * what they did to the text.
 */
export function reviewFrame(
  events: readonly string[],
  head: number,
  { update = NOTHING, more = false }: { update?: Uint8Array; more?: boolean } = {},
): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, MESSAGE.review)
  writeVarString(encoder, `{"events":[${events.join(',')}],"head":${head}${more ? ',"more":true' : ''}}`)
  writeVarUint8Array(encoder, update)
  return toUint8Array(encoder)
}

const NOTHING = new Uint8Array()

/** One client's entry of an awareness update; `json` is its state, "null" when it has gone. */
export function awarenessEntry(client: number, clock: number, json: string): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, client)
  writeVarUint(encoder, clock)
  writeVarString(encoder, json)
  return toUint8Array(encoder)
}

export function awarenessFrame(entries: readonly Uint8Array[]): Uint8Array {
  const update = createEncoder()
  writeVarUint(update, entries.length)
  for (const entry of entries) writeUint8Array(update, entry)
  const encoder = createEncoder()
  writeVarUint(encoder, MESSAGE.awareness)
  writeVarUint8Array(encoder, toUint8Array(update))
  return toUint8Array(encoder)
}
