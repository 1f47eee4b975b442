/** The characters of a marked-up file, for the readers of such formats, and the form of the story that is made of it. */
import { Refusal } from '../refusals.ts'
import { type Encoding, type FileForm, NEW_FORM } from '../story/file-form.ts'
import { BOMS, decode, startsWithBom } from './encodings.ts'
import { readTxt } from './txt.ts'

export interface SourceText {
  /** Without byte order mark; every line end is "\n". */
  text: string
  /** Of a text file beside it: its encoding and line ends; paragraphs two line ends apart. */
  form: FileForm
  guessed: boolean
}

/** Bytes of markup: some ten novels. */
const MOST_SOURCE = 16 * 1024 * 1024

/** Throws Refusal `too-large`, and `not-lossless` and `unsupported` as readTxt does. */
export function sourceText(bytes: Uint8Array, told: Encoding | undefined): SourceText {
  if (bytes.length > MOST_SOURCE) {
    throw new Refusal('too-large', 'This file is longer than any story. Split it into parts first.')
  }
  const { form, guessed } = readTxt(bytes, { encoding: told, mostLines: MOST_SOURCE_LINES })
  const { encoding, bom, eol } = form
  const text = decode(bytes, encoding, startsWithBom(bytes, encoding) ? BOMS[encoding].length : 0)
  return { text: text.replace(/\r\n?/g, '\n'), form: { ...NEW_FORM, encoding, bom, eol, ending: eol }, guessed }
}

const MOST_SOURCE_LINES = 1_000_000
