/** Which reader a file has, by the ending of its name. */
import { Refusal } from '../refusals.ts'
import type { Reader, ReadOptions, ReadResult, ReadReview } from './codec.ts'
import { docxReader } from './docx/in/read-docx.ts'
import { readEpub } from './epub/read-epub.ts'
import { readHtml } from './html/read-html.ts'
import { readMd } from './markdown/read-md.ts'
import { readTxt } from './txt.ts'

/** Those that are no plain text. */
export const READERS: readonly Reader[] = [docxReader, readMd, readHtml, readEpub]

/** True when the file is read as it is, byte for byte, and can be written back so. */
export function isPlainText(name: string): boolean {
  return readerOf(name) === undefined
}

/** Throws what the file's reader throws; any ending that is not known is read as plain text. */
export function readFile(name: string, bytes: Uint8Array, options: ReadOptions): ReadResult & ReadReview {
  const reader = readerOf(name)
  if (bytes.byteLength === 0 && NEVER_EMPTY.includes(endingOf(name)))
    throw new Refusal('unsupported', 'This file is empty. It was perhaps not copied whole: get or save it anew.')
  if (reader) return reader.read(bytes, options)
  const ending = OTHER_PROGRAMS.get(endingOf(name))
  if (ending)
    throw new Refusal('unsupported', `${ending} cannot be read. Save it as .docx or .txt first and take that in.`)
  if (endingOf(name) === '.jsonld') {
    throw new Refusal(
      'unsupported',
      'Annotations need a story that they are about. Open it and bring the file in there.',
    )
  }
  refuseOtherKind(bytes)
  return { ...readTxt(bytes, options), title: null, notes: [], suggestions: [], losses: [] }
}

/** Even a file of no words holds something. */
const NEVER_EMPTY: readonly string[] = ['.docx', '.epub']

/** Their bytes could pass for text in some encoding. */
const OTHER_PROGRAMS = new Map([
  ['.doc', 'A Word file of before 2007'],
  ['.odt', 'An OpenDocument file'],
  ['.rtf', 'A rich text file'],
  ['.pages', 'A Pages file'],
  ['.xml', 'An XML file'],
  ['.tei', 'A TEI file'],
])

/** First bytes of files that are no text, whatever they are called. */
const OTHER_KINDS: readonly [kind: string, bytes: readonly number[]][] = [
  ['a zip file; take in what is in it', [0x50, 0x4b, 0x03, 0x04]],
  ['a picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a picture', [0xff, 0xd8, 0xff]],
  ['a picture', [0x47, 0x49, 0x46, 0x38]],
  ['a PDF; save it as .docx or .txt first and take that in', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a Word file of before 2007; save it as .docx first and take that in', [0xd0, 0xcf, 0x11, 0xe0]],
]

function refuseOtherKind(bytes: Uint8Array): void {
  const kind = OTHER_KINDS.find(([, begins]) => begins.every((byte, at) => bytes[at] === byte))
  if (kind) throw new Refusal('unsupported', `This is no text file, it is ${kind[0]}.`)
}

function readerOf(name: string): Reader | undefined {
  return READERS.find(({ extensions }) => extensions.includes(endingOf(name)))
}

function endingOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot < 0 ? '' : name.slice(dot).toLowerCase()
}
