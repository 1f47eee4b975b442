/** Writes the few parts of Yjs's V1 formats that the server makes by itself: state vectors and delete sets. */
import { createEncoder, toUint8Array, writeUint8Array, writeVarUint } from 'lib0/encoding'
import type { ClockRange } from './update-structs.ts'

/** A state vector: client id and first unknown clock of each. */
export function encodeStateVector(clocks: Iterable<readonly [number, number]>): Uint8Array {
  const entries = [...clocks].sort(([a], [b]) => b - a)
  const encoder = createEncoder()
  writeVarUint(encoder, entries.length)
  for (const [client, clock] of entries) {
    writeVarUint(encoder, client)
    writeVarUint(encoder, clock)
  }
  return toUint8Array(encoder)
}

/** An update from the bytes of its structs (everything before its delete set) and the ranges that it deletes. */
export function encodeUpdate(structs: Uint8Array, deletes: readonly ClockRange[]): Uint8Array {
  const byClient = new Map<number, ClockRange[]>()
  for (const range of deletes) {
    const ranges = byClient.get(range.client)
    if (ranges) ranges.push(range)
    else byClient.set(range.client, [range])
  }
  const encoder = createEncoder()
  writeUint8Array(encoder, structs)
  writeVarUint(encoder, byClient.size)
  for (const [client, ranges] of [...byClient].sort(([a], [b]) => b - a)) {
    writeVarUint(encoder, client)
    writeVarUint(encoder, ranges.length)
    for (const { clock, length } of ranges) {
      writeVarUint(encoder, clock)
      writeVarUint(encoder, length)
    }
  }
  return toUint8Array(encoder)
}
