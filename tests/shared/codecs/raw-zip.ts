/** Zips by hand, byte for byte, for what no zip program would write. */
import { constants, crc32, deflateRawSync } from 'node:zlib'

export interface RawPart {
  name: string
  /** As it lies in the file. */
  packed: Uint8Array
  /** What the zip says of it; right ones where nothing is said. */
  method?: number
  size?: number
  crc?: number
  flags?: number
  /** Its name where the part lies, if it is another one there. */
  localName?: string
  /** The part lies where that one does. */
  over?: string
}

/** Stored parts unless they say otherwise. */
export function rawZip(parts: readonly RawPart[]): Uint8Array {
  const chunks: Uint8Array[] = []
  const places = new Map<string, number>()
  let at = 0
  const put = (chunk: Uint8Array) => {
    chunks.push(chunk)
    at += chunk.length
  }
  for (const part of parts) {
    if (part.over !== undefined) continue
    places.set(part.name, at)
    put(record(0x04034b50, 30, [...common(part, 4), [26, 2, part.name.length]]))
    put(Buffer.from(part.localName ?? part.name, 'latin1'))
    put(part.packed)
  }
  const directory = at
  for (const part of parts) {
    const place = places.get(part.over ?? part.name) ?? 0
    put(record(0x02014b50, 46, [...common(part, 6), [28, 2, part.name.length], [42, 4, place]]))
    put(Buffer.from(part.name, 'latin1'))
  }
  const count = parts.length
  put(
    record(0x06054b50, 22, [
      [8, 2, count],
      [10, 2, count],
      [12, 4, at - directory],
      [16, 4, directory],
    ]),
  )
  return new Uint8Array(Buffer.concat(chunks))
}

/** As many mebibytes of one letter, each packed to a kilobyte, after a start; never made as a whole. */
export function swollen(start: string, letter: string, mebibytes: number): RawPart {
  const piece = Buffer.alloc(1024 * 1024, letter)
  const flushed = { level: 9, finishFlush: constants.Z_FULL_FLUSH }
  const packed = deflateRawSync(piece, flushed)
  let crc = crc32(start)
  for (let nth = 0; nth < mebibytes; nth += 1) crc = crc32(piece, crc)
  return {
    name: '',
    method: 8,
    packed: Buffer.concat([
      deflateRawSync(start, flushed),
      ...Array.from({ length: mebibytes }, () => packed),
      deflateRawSync(''),
    ]),
    size: start.length + mebibytes * piece.length,
    crc,
  }
}

type Field = readonly [offset: number, bytes: 2 | 4, value: number]

function common({ packed, method = 0, size = packed.length, crc, flags = 0 }: RawPart, from: number): Field[] {
  return [
    [from, 2, 20],
    [from + 2, 2, flags],
    [from + 4, 2, method],
    [from + 10, 4, crc ?? crc32(packed)],
    [from + 14, 4, packed.length],
    [from + 18, 4, size],
  ]
}

function record(signature: number, length: number, fields: readonly Field[]): Buffer {
  const bytes = Buffer.alloc(length)
  bytes.writeUInt32LE(signature)
  for (const [offset, size, value] of fields) bytes.writeUIntLE(value, offset, size)
  return bytes
}
