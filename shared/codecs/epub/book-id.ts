/** A name for the book of a story that stays the same from one export to the next, so that readers see one book. */
import { hash } from '../../proof/hash.ts'
import type { Manuscript } from '../codec.ts'

/** A URN of a version 8 UUID (RFC 9562 §5.8), made of the file as it was taken in; of its name and title without one. */
export function bookId({ name, source, edition }: Pick<Manuscript, 'name' | 'source' | 'edition'>): string {
  const from = source ? [name, ...pieces(source)] : [name, edition.title]
  const hex = ['a', 'b', 'c']
    .map((salt) =>
      Number.parseInt(hash(salt, ...from), 36)
        .toString(16)
        .padStart(14, '0'),
    )
    .join('')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(12, 15)}-a${hex.slice(15, 18)}-${hex.slice(18, 30)}`
}

function pieces(bytes: Uint8Array): string[] {
  const all: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) all.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return all
}
