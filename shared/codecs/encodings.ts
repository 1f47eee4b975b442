/**
 * Bytes to characters and back, for the four encodings that a story file may have. Strict both ways: what would not come
 * back byte for byte is refused with its place, never replaced. By hand, because the platform's decoders tell no offset,
 * Node's windows-1252 reads 0x80–0x9F as Latin-1, and there is no encoder but for UTF-8.
 */
import { Refusal } from '../refusals.ts'
import { ENCODINGS, type Encoding } from '../story/file-form.ts'

/** How a person calls them. */
export const ENCODING_NAMES: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
}

/** The byte order mark of an encoding; empty for windows-1252, which has none. */
export const BOMS: Record<Encoding, readonly number[]> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  'windows-1252': [],
}

export function startsWithBom(bytes: Uint8Array, encoding: Encoding): boolean {
  const bom = BOMS[encoding]
  return bom.length > 0 && bom.every((byte, index) => bytes[index] === byte)
}

/**
 * The characters of the bytes from byte `from` on; a byte order mark there is a character like any other. Throws Refusal
 * `not-lossless`, with the byte offset in the file, for bytes that the encoding does not allow; lone surrogates and half
 * code units among them. NULs are read as they are.
 */
export function decode(bytes: Uint8Array, encoding: Encoding, from = 0): string {
  if (encoding === 'windows-1252') return decode1252(bytes, from)
  return encoding === 'utf-8' ? decodeUtf8(bytes, from) : decodeUtf16(bytes, encoding === 'utf-16le', from)
}

/** Offset of the first character that the encoding cannot hold, or -1. Lone surrogates fit none. */
export function firstUnencodable(text: string, encoding: Encoding): number {
  if (encoding === 'windows-1252') {
    for (let index = 0; index < text.length; index += 1) if (byteOf(text.charCodeAt(index)) < 0) return index
    return -1
  }
  return text.search(LONE_SURROGATE)
}

/** The bytes of a text, without a byte order mark. Ask `firstUnencodable` before: what does not fit is a plain Error. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  const failed = firstUnencodable(text, encoding)
  if (failed >= 0) throw new Error(`encode: offset ${failed} does not fit ${encoding}`)
  if (encoding === 'utf-8') return encodeUtf8(text)
  if (encoding === 'windows-1252')
    return Uint8Array.from({ length: text.length }, (_, at) => byteOf(text.charCodeAt(at)))
  const bytes = new Uint8Array(text.length * 2)
  const low = encoding === 'utf-16le' ? 0 : 1
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    bytes[index * 2 + low] = unit & 0xff
    bytes[index * 2 + 1 - low] = unit >> 8
  }
  return bytes
}

/** "ā" (U+0101), for a sentence. */
export function nameOfCharacter(character: string): string {
  const point = character.codePointAt(0) ?? 0
  const name = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`
  return /[\p{C}\p{Z}]/u.test(character) ? name : `“${character}” (${name})`
}

/** WHATWG index windows-1252 for 0x80–0x9F; every other byte is the code point of the same number. */
const C1 = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d,
  0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,
  0x017e, 0x0178,
]
const FROM_1252 = Uint16Array.from({ length: 256 }, (_, byte) => C1[byte - 0x80] ?? byte)
const TO_1252 = new Map(Array.from(FROM_1252, (unit, byte) => [unit, byte]))

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

function byteOf(unit: number): number {
  return unit < 0x80 ? unit : (TO_1252.get(unit) ?? -1)
}

function decode1252(bytes: Uint8Array, from: number): string {
  const units = new Uint16Array(bytes.length - from)
  for (let at = from; at < bytes.length; at += 1) units[at - from] = FROM_1252[bytes[at]!]!
  return fromUnits(units)
}

function decodeUtf16(bytes: Uint8Array, little: boolean, from: number): string {
  const name = ENCODING_NAMES[little ? 'utf-16le' : 'utf-16be']
  if ((bytes.length - from) % 2 === 1)
    throw unreadable(name, bytes.length - 1, 'half a character at the end of the file')
  const units = new Uint16Array((bytes.length - from) / 2)
  for (let index = 0; index < units.length; index += 1) {
    const [a, b] = [bytes[from + index * 2]!, bytes[from + index * 2 + 1]!]
    units[index] = little ? a | (b << 8) : (a << 8) | b
  }
  const text = fromUnits(units)
  const lone = text.search(LONE_SURROGATE)
  if (lone >= 0) throw unreadable(name, from + lone * 2, 'half of a surrogate pair')
  return text
}

/** Accepts exactly the sequences of the Unicode Standard, table 3-7: no overlong forms, no surrogates. */
function decodeUtf8(bytes: Uint8Array, from: number): string {
  const units = new Uint16Array(bytes.length - from)
  let length = 0
  for (let at = from; at < bytes.length; ) {
    const lead = bytes[at]!
    if (lead < 0x80) {
      units[length++] = lead
      at += 1
      continue
    }
    const size = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
    if (size === 0) throw unreadable('UTF-8', at, `byte ${hex(lead)} cannot begin a character`)
    let point = lead & (0x7f >> size)
    for (let next = 1; next < size; next += 1) {
      const byte = bytes[at + next]
      if (byte === undefined) throw unreadable('UTF-8', at, 'a character is cut off at the end of the file')
      if (byte < 0x80 || byte > 0xbf)
        throw unreadable('UTF-8', at + next, `byte ${hex(byte)} cannot continue a character`)
      point = (point << 6) | (byte & 0x3f)
    }
    if (point < [0, 0, 0x80, 0x800, 0x10000][size]! || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) {
      throw unreadable('UTF-8', at, 'the bytes there are no character')
    }
    if (point >= 0x10000) {
      units[length++] = 0xd7c0 + (point >> 10)
      units[length++] = 0xdc00 + (point & 0x3ff)
    } else units[length++] = point
    at += size
  }
  return fromUnits(units.subarray(0, length))
}

function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  for (let index = 0; index < text.length; index += 1) {
    const point = text.codePointAt(index)!
    if (point < 0x80) bytes[length++] = point
    else {
      if (point < 0x800) bytes[length++] = 0xc0 | (point >> 6)
      else {
        if (point < 0x10000) bytes[length++] = 0xe0 | (point >> 12)
        else {
          bytes[length++] = 0xf0 | (point >> 18)
          bytes[length++] = 0x80 | ((point >> 12) & 0x3f)
          index += 1
        }
        bytes[length++] = 0x80 | ((point >> 6) & 0x3f)
      }
      bytes[length++] = 0x80 | (point & 0x3f)
    }
  }
  return bytes.slice(0, length)
}

/** In pieces, because a call takes only so many arguments. */
function fromUnits(units: Uint16Array): string {
  let text = ''
  for (let at = 0; at < units.length; at += 8192) text += String.fromCharCode(...units.subarray(at, at + 8192))
  return text
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0')
}

function unreadable(name: string, offset: number, reason: string): Refusal {
  const others = ENCODINGS.map((encoding) => ENCODING_NAMES[encoding]).filter((other) => other !== name)
  return new Refusal(
    'not-lossless',
    `This file cannot be read as ${name} without loss: at byte offset ${offset}, ${reason}. Choose another encoding (${others.join(', ')}), or mend the file.`,
  )
}
