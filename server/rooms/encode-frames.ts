/** The frames a room sends, encoded once each and then shared by everybody they go to. */
import {
  createEncoder,
  toUint8Array,
  writeUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding'
import { MESSAGE, type RefusedFrame, SYNC } from '../../shared/wire/frames.ts'

/** A sync frame: `kind` is one of SYNC, the payload a state vector or an update. */
export function syncFrame(kind: number, payload: Uint8Array): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, MESSAGE.sync)
  writeVarUint(encoder, kind)
  writeVarUint(encoder, payload.length)
  const head = toUint8Array(encoder)
  // The payload may be a novel: it is copied once, where the encoder would grow, and copy it again at the end.
  const frame = new Uint8Array(head.length + payload.length)
  frame.set(head)
  frame.set(payload, head.length)
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
