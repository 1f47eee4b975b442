/** Random text files for the codecs' tests, with an encoder of their own to judge by. */
import fc from 'fast-check'
import type { Encoding } from '../../../shared/story/file-form.ts'

/** The characters of the bytes 0…255 in Windows-1252. */
export const BYTES_1252 =
  String.fromCharCode(...Array.from({ length: 128 }, (_, byte) => byte)) +
  '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ' +
  String.fromCharCode(...Array.from({ length: 96 }, (_, byte) => byte + 0xa0))

export function bytesOf(text: string, encoding: Encoding, bom: boolean): Uint8Array {
  const marked = bom ? `\ufeff${text}` : text
  if (encoding === 'utf-8') return new Uint8Array(Buffer.from(marked, 'utf8'))
  if (encoding === 'windows-1252') return Uint8Array.from(text, (character) => BYTES_1252.indexOf(character))
  const bytes = Buffer.from(marked, 'utf16le')
  return new Uint8Array(encoding === 'utf-16le' ? bytes : bytes.swap16())
}

export interface TextFile {
  text: string
  encoding: Encoding
  bom: boolean
  bytes: Uint8Array
}

const narrow = ['a', 'b', 'The', ' ', '  ', '\t', '\u00a0', '\f', '\v', '…', '“', 'ë', '\u00ad', '\u009d', ' said.']
const wide = [
  ...narrow,
  '\u0085',
  '\u2028',
  '\u2029',
  '\u202f',
  '\ufeff',
  '👩‍👩‍👧',
  'e\u0301',
  '𝔘',
  '字',
  '\u200d',
  '\ufffd',
]
const styles = [['\n'], ['\r\n'], ['\r'], ['\n', '\r\n'], ['\n', '\r', '\r\n']]

const textIn = (pieces: string[]) =>
  fc.constantFrom(...styles).chain((eols) => {
    const words = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''))
    const ends = fc.array(fc.constantFrom(...eols), { maxLength: 4 }).map((parts) => parts.join(''))
    return fc.array(fc.oneof(words, ends), { maxLength: 14 }).map((parts) => parts.join(''))
  })

/** A file in one of the four encodings, with or without byte order mark, of every kind of line end and blank. */
export const textFile: fc.Arbitrary<TextFile> = fc
  .constantFrom<Encoding>('utf-8', 'utf-16le', 'utf-16be', 'windows-1252')
  .chain((encoding) =>
    fc.tuple(textIn(encoding === 'windows-1252' ? narrow : wide), fc.boolean()).map(([text, marked]) => {
      const bom = marked && encoding !== 'windows-1252'
      // Without a mark of its own, a leading U+FEFF would be one.
      const words = bom || !text.startsWith('\ufeff') ? text : `a${text}`
      return { text: words, encoding, bom, bytes: bytesOf(words, encoding, bom) }
    }),
  )
