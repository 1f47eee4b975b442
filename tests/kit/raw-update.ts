/** Yjs V1 updates by hand, so that they can say what no honest client would. */
import {
  createEncoder,
  type Encoder,
  toUint8Array,
  writeUint8,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding'

type Id = readonly [client: number, clock: number]

export interface RawStruct {
  ref: number
  origin?: Id
  right?: Id
  /** Where there are no neighbours: a root's name, or the id of a parent item. */
  parent?: string | Id
  key?: string
  /** Writes the content. */
  content(encoder: Encoder): void
}

export interface RawSection {
  client: number
  clock: number
  structs: RawStruct[]
  /** Said to follow; the true number when absent. */
  count?: number
}

export type RawDelete = readonly [client: number, clock: number, length: number]

const neighbours = (origin?: Id, right?: Id) => ({ ...(origin ? { origin } : {}), ...(right ? { right } : {}) })

export const string = (text: string, origin?: Id, right?: Id): RawStruct => ({
  ref: 4,
  ...neighbours(origin, right),
  content: (encoder) => writeVarString(encoder, text),
})

export const stringBytes = (bytes: readonly number[], origin?: Id): RawStruct => ({
  ref: 4,
  ...neighbours(origin),
  content: (encoder) => writeVarUint8Array(encoder, Uint8Array.from(bytes)),
})

export const format = (key: string, json: string, origin?: Id, right?: Id): RawStruct => ({
  ref: 6,
  ...neighbours(origin, right),
  content: (encoder) => {
    writeVarString(encoder, key)
    writeVarString(encoder, json)
  },
})

export const length = (ref: 0 | 1 | 10, units: number, origin?: Id): RawStruct => ({
  ref,
  ...neighbours(origin),
  content: (encoder) => writeVarUint(encoder, units),
})

export const other = (ref: number, content: (encoder: Encoder) => void, origin?: Id): RawStruct => ({
  ref,
  ...neighbours(origin),
  content,
})

export function rawUpdate(
  sections: readonly RawSection[],
  deletes: readonly RawDelete[] = [],
  rest: readonly number[] = [],
): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, sections.length)
  for (const { client, clock, structs, count } of sections) {
    writeVarUint(encoder, count ?? structs.length)
    writeVarUint(encoder, client)
    writeVarUint(encoder, clock)
    for (const struct of structs) writeStruct(encoder, struct)
  }
  const clients = [...new Set(deletes.map(([client]) => client))]
  writeVarUint(encoder, clients.length)
  for (const client of clients) {
    const own = deletes.filter(([id]) => id === client)
    writeVarUint(encoder, client)
    writeVarUint(encoder, own.length)
    for (const [, clock, units] of own) {
      writeVarUint(encoder, clock)
      writeVarUint(encoder, units)
    }
  }
  for (const byte of rest) writeUint8(encoder, byte)
  return toUint8Array(encoder)
}

function writeStruct(encoder: Encoder, { ref, origin, right, parent, key, content }: RawStruct): void {
  if (ref === 0 || ref === 10) {
    writeUint8(encoder, ref)
    content(encoder)
    return
  }
  writeUint8(encoder, ref | (origin ? 0x80 : 0) | (right ? 0x40 : 0) | (key === undefined ? 0 : 0x20))
  for (const id of [origin, right]) {
    if (!id) continue
    writeVarUint(encoder, id[0])
    writeVarUint(encoder, id[1])
  }
  if (!origin && !right) {
    const byName = typeof parent === 'string' || parent === undefined
    writeVarUint(encoder, byName ? 1 : 0)
    if (byName) writeVarString(encoder, parent ?? 'text')
    else for (const part of parent) writeVarUint(encoder, part)
    if (key !== undefined) writeVarString(encoder, key)
  }
  content(encoder)
}
