/**
 * A Word file as parts by what they are for, not by where they lie (Open Packaging Conventions, ISO/IEC 29500-2). What a
 * relationship has outside of the file is never looked at.
 */
import { Refusal } from '../../../refusals.ts'
import { type XmlListener, XmlReader } from '../../xml/read-xml.ts'
import { looksLikeZip, ZIP_LIMITS, Zip } from '../../zip/read-zip.ts'
import { NAMESPACES } from '../names.ts'

export interface Package {
  /** Feeds the part of a kind, as the last word of its relationship's type has it ("comments"); false = there is none. */
  read(kind: string, listener: XmlListener): boolean
  /** Feeds all parts of a kind, one after the other, but no more than anybody needs. */
  readAll(kind: string, listener: XmlListener): void
}

/** Bytes of all parts that are read; a long novel full of changes is a third of that. */
const MOST_UNPACKED = 64 * 1024 * 1024
/** Parts of one kind that are read. */
const MOST_OF_A_KIND = 20

/** Throws Refusal `unsupported` with what to do for what is no Word file, and what Zip throws. */
export function openPackage(bytes: Uint8Array): Package {
  refuseOthers(bytes)
  const zip = new Zip(bytes, { ...ZIP_LIMITS, unpacked: MOST_UNPACKED })
  if (!zip.has('_rels/.rels')) throw notWord()
  const ofPackage = relationshipsIn(zip, '_rels/.rels', '')
  const document = ofPackage.find(({ kind }) => kind === 'officeDocument')?.part
  if (!document || !zip.has(document)) throw notWord()
  const [folder, file] = cut(document)
  const relations = `${folder}_rels/${file}.rels`
  const all = [...ofPackage, ...(zip.has(relations) ? relationshipsIn(zip, relations, folder) : [])]
  const partsOf = (kind: string) => [
    ...new Set(all.filter((one) => one.kind === kind && zip.has(one.part)).map(({ part }) => part)),
  ]
  return {
    read(kind, listener) {
      const [part] = partsOf(kind)
      if (part) readPart(zip, part, listener)
      return part !== undefined
    },
    readAll(kind, listener) {
      const parts = partsOf(kind).slice(0, MOST_OF_A_KIND)
      for (const part of parts) readPart(zip, part, listener)
    },
  }
}

interface Relationship {
  kind: string
  part: string
}

function relationshipsIn(zip: Zip, name: string, folder: string): Relationship[] {
  const found: Relationship[] = []
  readPart(zip, name, {
    opened(element) {
      if (element.name !== 'rel:Relationship' || element.attribute('TargetMode') === 'External') return
      const kind = (element.attribute('Type') ?? '').split('/').at(-1) ?? ''
      found.push({ kind, part: partName(folder, element.attribute('Target') ?? '') })
    },
    closed() {},
    text() {},
  })
  return found
}

/** A name within the zip, "" for what leads out of it. */
function partName(folder: string, target: string): string {
  const parts: string[] = []
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..' && parts.pop() === undefined) return ''
    if (part !== '' && part !== '.' && part !== '..') parts.push(part)
  }
  return parts.join('/')
}

function cut(name: string): [folder: string, file: string] {
  const at = name.lastIndexOf('/') + 1
  return [name.slice(0, at), name.slice(at)]
}

function readPart(zip: Zip, name: string, listener: XmlListener): void {
  const reader = new XmlReader(NAMESPACES, listener)
  zip.unpack(name, (piece) => reader.push(piece))
  reader.end()
}

/** Compound files ([MS-CFB]) hold Word files of before 2007, and those of today that have a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ENCRYPTED = Array.from('EncryptedPackage', (letter) => [letter.charCodeAt(0), 0]).flat()

function refuseOthers(bytes: Uint8Array): void {
  if (looksLikeZip(bytes)) return
  if (!COMPOUND.every((byte, at) => bytes[at] === byte)) throw notWord()
  const locked = indexOf(bytes, ENCRYPTED) >= 0
  throw new Refusal(
    'unsupported',
    locked
      ? 'This Word file is locked with a password. Save it without one, then take it in again.'
      : 'This is a Word file of before 2007. Save it as .docx first and take that in.',
  )
}

function indexOf(bytes: Uint8Array, wanted: readonly number[]): number {
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return at
  }
  return -1
}

function notWord(): Refusal {
  return new Refusal(
    'unsupported',
    'This is not a Word file (.docx), whatever its name says. Save it as .docx or .txt and take that in.',
  )
}
