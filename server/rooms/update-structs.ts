/**
 * Reads a Yjs V1 update without applying anything: its structs and its delete set, as the server's gate judges them.
 * Strict where Yjs is lenient: every byte must be accounted for, strings must be UTF-8, nothing may be empty. Layout:
 * yjs/src/utils/encoding.js (writeClientsStructs, writeDeleteSet) over lib0 variable-length integers.
 */

export interface StructId {
  client: number
  clock: number
}

export interface Struct {
  /** `skip` is a hole; `other` is content no story holds, with `detail` saying which. Nothing is read after an `other`. */
  kind: 'gc' | 'skip' | 'deleted' | 'string' | 'format' | 'other'
  clock: number
  /** In clock units: UTF-16 code units of a string, 1 for a format. Never 0. */
  length: number
  origin: StructId | null
  rightOrigin: StructId | null
  /** The item names its parent (a root, another item, a map key) and not the neighbours it stands between. */
  rooted: boolean
  /** A string with "\r" or NUL in it. */
  control: boolean
  /** Of a string: where the first halves of surrogate pairs are, in code units from its beginning; null when it has none. */
  pairs: readonly number[] | null
  /** Of a format: the attribute's key and its value as JSON text. */
  key: string
  detail: string
}

/** All structs of one client in the update, without holes between them: each begins where the one before ended. */
export interface Section {
  client: number
  clock: number
  end: number
  structs: Struct[]
}

/** `length` clock units of a client, from `clock` on. */
export interface ClockRange {
  client: number
  clock: number
  length: number
}

export interface UpdateContent {
  /** By descending client id, each client once. */
  sections: Section[]
  structs: number
  deletes: ClockRange[]
  /** Byte offset at which the delete set begins. */
  deletesAt: number
}

/** The bytes are not a V1 update. */
export class MalformedUpdate extends Error {
  override readonly name = 'MalformedUpdate'
}

/** Throws MalformedUpdate. Reads at most `maxStructs` structs and as many delete ranges, and refuses more. */
export function readUpdate(bytes: Uint8Array, maxStructs: number): UpdateContent {
  const reader = new Reader(bytes)
  const sections: Section[] = []
  let structs = 0
  let before = Number.POSITIVE_INFINITY
  for (let left = reader.count(3); left > 0; left--) {
    const count = reader.count(2)
    const client = reader.uint()
    // Yjs itself writes them so; a client listed twice would make it forget the first list.
    if (client >= before) throw new MalformedUpdate('clients are not in descending order')
    before = client
    structs += count
    if (structs > maxStructs) throw new MalformedUpdate(`more than ${maxStructs} structs`)
    if (count === 0) throw new MalformedUpdate('a client without structs')
    const section = readSection(reader, client, count)
    sections.push(section)
    if (section.structs.at(-1)?.kind === 'other') return { sections, structs, deletes: [], deletesAt: bytes.length }
  }
  const deletesAt = reader.at
  return { sections, structs, deletes: readDeletes(reader, maxStructs), deletesAt }
}

function readSection(reader: Reader, client: number, count: number): Section {
  const first = reader.uint()
  const section: Section = { client, clock: first, end: first, structs: [] }
  for (let left = count; left > 0; left--) {
    const struct = readStruct(reader, section.end)
    if (struct.length === 0) throw new MalformedUpdate('an empty struct')
    section.structs.push(struct)
    section.end += struct.length
    if (!Number.isSafeInteger(section.end)) throw new MalformedUpdate('a clock out of range')
    if (struct.kind === 'other') break
  }
  return section
}

const HAS_ORIGIN = 0x80
const HAS_RIGHT_ORIGIN = 0x40
const HAS_KEY = 0x20
const OTHER_CONTENT = ['', '', 'json', 'binary', '', 'embed', '', 'type', 'any', 'doc']

function readStruct(reader: Reader, clock: number): Struct {
  const info = reader.byte()
  const ref = info & 0x1f
  const struct: Struct = {
    kind: 'other',
    clock,
    length: 1,
    origin: null,
    rightOrigin: null,
    rooted: false,
    control: false,
    pairs: null,
    key: '',
    detail: '',
  }
  if (ref === 0 || ref === 10) {
    struct.kind = ref === 0 ? 'gc' : 'skip'
    struct.length = reader.uint()
    return struct
  }
  if (info & HAS_ORIGIN) struct.origin = { client: reader.uint(), clock: reader.uint() }
  if (info & HAS_RIGHT_ORIGIN) struct.rightOrigin = { client: reader.uint(), clock: reader.uint() }
  if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0) {
    struct.rooted = true
    if (reader.uint() === 1) reader.text()
    else struct.origin = { client: reader.uint(), clock: reader.uint() }
    if (info & HAS_KEY) reader.text()
  } else if (info & HAS_KEY) {
    throw new MalformedUpdate('a map key beside neighbours')
  }
  if (ref === 1) {
    struct.kind = 'deleted'
    struct.length = reader.uint()
  } else if (ref === 4) {
    struct.kind = 'string'
    reader.measure(struct)
  } else if (ref === 6) {
    struct.kind = 'format'
    struct.key = reader.text()
    struct.detail = reader.text()
  } else {
    const name = OTHER_CONTENT[ref]
    if (!name) throw new MalformedUpdate(`unknown content ${ref}`)
    struct.detail = name
  }
  return struct
}

function readDeletes(reader: Reader, max: number): ClockRange[] {
  const deletes: ClockRange[] = []
  for (let clients = reader.count(2); clients > 0; clients--) {
    const client = reader.uint()
    const count = reader.count(2)
    if (deletes.length + count > max) throw new MalformedUpdate(`more than ${max} delete ranges`)
    for (let left = count; left > 0; left--) {
      const range = { client, clock: reader.uint(), length: reader.uint() }
      if (range.length === 0) throw new MalformedUpdate('an empty delete range')
      if (!Number.isSafeInteger(range.clock + range.length)) throw new MalformedUpdate('a clock out of range')
      deletes.push(range)
    }
  }
  if (reader.at !== reader.bytes.length) throw new MalformedUpdate('bytes left over')
  return deletes
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

class Reader {
  readonly bytes: Uint8Array
  at = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  byte(): number {
    const value = this.bytes[this.at]
    if (value === undefined) throw new MalformedUpdate('the update ends too early')
    this.at++
    return value
  }

  /** lib0's varUint: seven bits a byte, lowest first; at most what a number holds exactly. */
  uint(): number {
    let value = 0
    let factor = 1
    for (;;) {
      const byte = this.byte()
      value += (byte & 0x7f) * factor
      if (value > Number.MAX_SAFE_INTEGER) throw new MalformedUpdate('an integer out of range')
      if (byte < 0x80) return value
      factor *= 128
      if (factor > 2 ** 56) throw new MalformedUpdate('an integer without end')
    }
  }

  /** A number of things of at least `size` bytes each: more than the bytes that are left can hold is a lie. */
  count(size: number): number {
    const value = this.uint()
    if (value * size > this.bytes.length - this.at) throw new MalformedUpdate('a count beyond the end')
    return value
  }

  text(): string {
    const from = this.#begin()
    try {
      return UTF8.decode(this.bytes.subarray(from, this.at))
    } catch {
      throw new MalformedUpdate('a string that is not UTF-8')
    }
  }

  /** Length, pairs and control characters of a string, without making the string. */
  measure(struct: Struct): void {
    const { bytes } = this
    let index = this.#begin()
    const end = this.at
    let units = 0
    let pairs: number[] | null = null
    while (index < end) {
      const lead = bytes[index] as number
      if (lead < 0x80) {
        if (lead === 0x0d || lead === 0) struct.control = true
        units++
        index++
      } else {
        const size = sequenceAt(bytes, index, end, lead)
        if (size === 4) {
          pairs ??= []
          pairs.push(units++)
        }
        units++
        index += size
      }
    }
    struct.length = units
    struct.pairs = pairs
  }

  /** Where a string begins; `at` is behind it now. */
  #begin(): number {
    const length = this.uint()
    if (length > this.bytes.length - this.at) throw new MalformedUpdate('a string beyond the end')
    const from = this.at
    this.at += length
    return from
  }
}

/** Bytes of the well-formed UTF-8 sequence at `index`, before `end` (Unicode 15, table 3-7: no overlong forms, no surrogates). */
function sequenceAt(bytes: Uint8Array, index: number, end: number, lead: number): number {
  const second = index + 1 < end ? (bytes[index + 1] as number) : 0
  const size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  if (lead < 0xc2 || lead > 0xf4 || second < low || second > high)
    throw new MalformedUpdate('a string that is not UTF-8')
  if (index + size > end) throw new MalformedUpdate('a string that is not UTF-8')
  for (let next = index + 2; next < index + size; next++) {
    if (((bytes[next] as number) & 0xc0) !== 0x80) throw new MalformedUpdate('a string that is not UTF-8')
  }
  return size
}
