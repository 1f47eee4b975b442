/**
 * Reads zips that nobody vouches for (APPNOTE 6.3.3, without zip64, disks and encryption). Parts are found by the central
 * directory, unpacked piece by piece, and counted while they are: what is too much is never there as a whole. Names are
 * only names to look parts up by; nothing here is a path.
 */
import { Inflate } from 'fflate'
import { Refusal } from '../../refusals.ts'
import { decode } from '../encodings.ts'

export interface ZipLimits {
  /** Parts in the zip, read or not. */
  entries: number
  /** Bytes unpacked from it in all. */
  unpacked: number
}

export const ZIP_LIMITS: ZipLimits = { entries: 2000, unpacked: 100 * 1024 * 1024 }

/** A part of many bytes may be this many times as long as it was packed. Prose is 3 to 20 times. */
const MOST_RATIO = 100
/** From this many bytes on: short parts pack well and do no harm. */
const RATIO_COUNTS = 4 * 1024 * 1024
/** Packed bytes at a time, which deflate can make at most 1032 times as many of. */
const PIECE = 4096

interface Entry {
  method: number
  packed: number
  size: number
  crc: number
  at: number
}

/** True when the bytes begin as a zip does that has parts. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

export class Zip {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #entries = new Map<string, Entry>()
  readonly #limits: ZipLimits
  #unpacked = 0

  /**
   * Throws Refusal `unsupported` for what is no zip, is cut off, encrypted, or has two parts of one name or a name that
   * leads out of it; `too-large` for too many parts.
   */
  constructor(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#limits = limits
    this.#readDirectory()
  }

  /** Folders are not among them. In the order of the directory. */
  get names(): string[] {
    return [...this.#entries.keys()]
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /**
   * Gives a part piece by piece; each is a view that is good until the next one. Throws Refusal `unsupported` for what is
   * damaged, `too-large` as soon as more comes out than may, and whatever `take` throws.
   */
  unpack(name: string, take: (piece: Uint8Array) => void): void {
    const entry = this.#entries.get(name)
    if (!entry) throw new Error(`Zip.unpack: there is no part ${JSON.stringify(name)}`)
    const data = this.#dataOf(name, entry)
    let size = 0
    let crc = 0xffffffff
    const count = (piece: Uint8Array, packedSoFar: number): void => {
      size += piece.length
      this.#unpacked += piece.length
      const swollen = size > RATIO_COUNTS && size > packedSoFar * MOST_RATIO
      if (swollen || this.#unpacked > this.#limits.unpacked) throw tooMuch()
      if (size > entry.size) throw damaged()
      crc = nextCrc(crc, piece)
      if (piece.length > 0) take(piece)
    }
    if (entry.method === 0) {
      for (let at = 0; at < data.length; at += 65_536) count(data.subarray(at, at + 65_536), at + 65_536)
    } else inflate(data, count)
    if (size !== entry.size || (crc ^ 0xffffffff) >>> 0 !== entry.crc) throw damaged()
  }

  /** A whole part, for those that are short. Throws what `unpack` throws. */
  bytesOf(name: string): Uint8Array {
    const pieces: Uint8Array[] = []
    let size = 0
    this.unpack(name, (piece) => {
      pieces.push(piece.slice())
      size += piece.length
    })
    const bytes = new Uint8Array(size)
    let at = 0
    for (const piece of pieces) {
      bytes.set(piece, at)
      at += piece.length
    }
    return bytes
  }

  #readDirectory(): void {
    const end = this.#findEnd()
    const count = this.#view.getUint16(end + 10, true)
    const length = this.#view.getUint32(end + 12, true)
    let at = this.#view.getUint32(end + 16, true)
    if (count > this.#limits.entries) {
      throw new Refusal('too-large', `This file packs more than ${this.#limits.entries.toLocaleString('en')} parts.`)
    }
    if (at + length > end || this.#view.getUint16(end + 8, true) !== count) throw damaged()
    for (let nth = 0; nth < count; nth += 1) {
      if (at + 46 > end || this.#view.getUint32(at, true) !== 0x02014b50) throw damaged()
      const flags = this.#view.getUint16(at + 8, true)
      const [nameLength, extra, comment] = [28, 30, 32].map((offset) => this.#view.getUint16(at + offset, true))
      const next = at + 46 + nameLength! + extra! + comment!
      if (next > end) throw damaged()
      const name = nameOf(this.#bytes.subarray(at + 46, at + 46 + nameLength!))
      refuseName(name)
      if (flags & 1) throw new Refusal('unsupported', 'This file is locked with a password. Save it without one first.')
      if (this.#entries.has(name)) throw new Refusal('unsupported', 'This file has two parts of the same name.')
      if (!name.endsWith('/')) {
        this.#entries.set(name, {
          method: this.#view.getUint16(at + 10, true),
          crc: this.#view.getUint32(at + 16, true),
          packed: this.#view.getUint32(at + 20, true),
          size: this.#view.getUint32(at + 24, true),
          at: this.#view.getUint32(at + 42, true),
        })
      }
      at = next
    }
  }

  /** The end record stands last, before a comment of up to 65,535 bytes that nothing else may follow. */
  #findEnd(): number {
    const least = Math.max(0, this.#bytes.length - 22 - 0xffff)
    for (let at = this.#bytes.length - 22; at >= least; at -= 1) {
      if (this.#view.getUint32(at, true) !== 0x06054b50) continue
      if (at + 22 + this.#view.getUint16(at + 20, true) === this.#bytes.length) return at
    }
    throw damaged()
  }

  #dataOf(name: string, entry: Entry): Uint8Array {
    const { at, packed, method } = entry
    if (method !== 0 && method !== 8) throw new Refusal('unsupported', 'This file is packed in an unusual way.')
    if (at + 30 > this.#bytes.length || this.#view.getUint32(at, true) !== 0x04034b50) throw damaged()
    const nameLength = this.#view.getUint16(at + 26, true)
    const from = at + 30 + nameLength + this.#view.getUint16(at + 28, true)
    if (from + packed > this.#bytes.length) throw damaged()
    if (nameOf(this.#bytes.subarray(at + 30, at + 30 + nameLength)) !== name) throw damaged()
    return this.#bytes.subarray(from, from + packed)
  }
}

function inflate(data: Uint8Array, count: (piece: Uint8Array, packedSoFar: number) => void): void {
  let at = 0
  const stream = new Inflate((piece) => count(piece, at))
  try {
    do {
      const from = at
      at = Math.min(data.length, from + PIECE)
      stream.push(data.subarray(from, at), at === data.length)
    } while (at < data.length)
  } catch (error) {
    // The library's own errors carry a number; whatever else comes through here was thrown by who takes the pieces.
    if (error instanceof Error && typeof (error as { code?: unknown }).code === 'number') throw damaged()
    throw error
  }
}

/** Names outside ASCII are UTF-8 or some old code page; of those only the likeness counts. */
function nameOf(bytes: Uint8Array): string {
  try {
    return decode(bytes, 'utf-8')
  } catch (error) {
    if (error instanceof Refusal) return decode(bytes, 'windows-1252')
    throw error
  }
}

function refuseName(name: string): void {
  const leadsOut = name === '' || /^[/\\]|^[a-z]:|\\|\0/i.test(name) || name.split('/').includes('..')
  if (leadsOut) throw new Refusal('unsupported', 'This file has parts under names that no program gives them.')
}

function damaged(): Refusal {
  return new Refusal('unsupported', 'This file is damaged or cut off. Open it in its own program and save it anew.')
}

function tooMuch(): Refusal {
  return new Refusal('too-large', 'Far more is packed into this file than a story needs.')
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function nextCrc(crc: number, bytes: Uint8Array): number {
  let next = crc
  for (const byte of bytes) next = (next >>> 8) ^ CRC_TABLE[(next ^ byte) & 0xff]!
  return next
}
