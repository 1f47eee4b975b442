/** The first characters of a written file, for people to look at before they take it. */
import { decode } from '../../shared/codecs/encodings.ts'

/** UTF-16 code units. */
const MOST = 2000
/** No encoding here takes more for one. */
const MOST_BYTES = MOST * 4

/** "" for media types that are no text. What is not well-formed at its end is left out. */
export function openingCharacters(bytes: Uint8Array, mediaType: string): string {
  const [type = '', ...parameters] = mediaType.toLowerCase().split(/\s*;\s*/)
  if (!TEXT.test(type)) return ''
  const charset = parameters.find((one) => one.startsWith('charset='))?.slice('charset='.length) ?? 'utf-8'
  const opening = bytes.subarray(0, MOST_BYTES)
  // The platform takes Windows-1252 for Latin-1.
  const text = charset === 'windows-1252' ? decode(opening, charset) : new TextDecoder(charset).decode(opening)
  return text.slice(0, MOST).replace(/[\ud800-\udbff\ufffd]$/, '')
}

const TEXT = /^text\/|[/+](json|xml|mbox)$/
