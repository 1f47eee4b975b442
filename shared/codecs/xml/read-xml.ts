/**
 * Reads XML that nobody vouches for, piece by piece: UTF-8 alone, no document type, so no entities but the five, and
 * nothing is ever fetched. Gives elements under names that do not depend on the prefixes that a program chose.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { Refusal } from '../../refusals.ts'
import { decode } from '../encodings.ts'

export interface XmlLimits {
  /** Elements within each other. */
  depth: number
  /** Elements in all. */
  elements: number
}

export const XML_LIMITS: XmlLimits = { depth: 256, elements: 8_000_000 }

export interface XmlElement {
  /** Prefix of its namespace as in `namespaces`, ":" and local name; "?:name" in any other one. */
  readonly name: string
  /** By such a name; an attribute without a prefix by its local name alone. */
  attribute(name: string): string | undefined
}

export interface XmlListener {
  opened(element: XmlElement): void
  closed(name: string): void
  /** All of it up to the next element's start or end. */
  text(words: string): void
}

export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: true, position: false })
  readonly #namespaces: ReadonlyMap<string, string>
  #rest = new Uint8Array(0)
  #depth = 0
  #elements = 0
  #begun = false

  /** `namespaces`: address → prefix. */
  constructor(namespaces: ReadonlyMap<string, string>, listener: XmlListener, limits: XmlLimits = XML_LIMITS) {
    this.#namespaces = namespaces
    const parser = this.#parser
    parser.on('opentag', (tag) => {
      this.#depth += 1
      this.#elements += 1
      if (this.#depth > limits.depth) throw new Refusal('too-large', 'This file nests its parts deeper than any text.')
      if (this.#elements > limits.elements) throw new Refusal('too-large', 'This file has more parts than any text.')
      listener.opened(this.#elementOf(tag))
    })
    parser.on('closetag', (tag) => {
      this.#depth -= 1
      listener.closed(this.#nameOf(tag.uri, tag.local))
    })
    parser.on('text', (words) => listener.text(words))
    parser.on('cdata', (words) => listener.text(words))
    parser.on('doctype', () => {
      throw new Refusal('unsupported', 'This file declares a document type of its own, which is never read.')
    })
    parser.on('xmldecl', ({ encoding }) => {
      if (encoding && !/^(utf-?8|us-ascii)$/i.test(encoding)) throw malformed()
    })
    parser.on('error', () => {
      throw malformed()
    })
  }

  /** Throws Refusal `unsupported` for what is no XML of this kind, `too-large` past the limits. */
  push(piece: Uint8Array): void {
    const bytes = joined(this.#rest, piece)
    const end = wholeCharacters(bytes)
    this.#rest = bytes.slice(end)
    this.#write(bytes.subarray(0, end))
  }

  /** Throws what `push` throws; also where something is still open. */
  end(): void {
    if (this.#rest.length > 0) throw malformed()
    this.#parser.close()
  }

  #write(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    const text = this.#decode(bytes)
    this.#parser.write(this.#begun ? text : text.replace(/^\ufeff/, ''))
    this.#begun = true
  }

  #decode(bytes: Uint8Array): string {
    try {
      return decode(bytes, 'utf-8')
    } catch (error) {
      if (error instanceof Refusal) throw malformed()
      throw error
    }
  }

  #nameOf(uri: string, local: string): string {
    return uri === '' ? local : `${this.#namespaces.get(uri) ?? '?'}:${local}`
  }

  #elementOf(tag: SaxesTagNS): XmlElement {
    const nameOf = (uri: string, local: string) => this.#nameOf(uri, local)
    return {
      name: nameOf(tag.uri, tag.local),
      attribute(name) {
        for (const { uri, local, value } of Object.values(tag.attributes))
          if (name.endsWith(local) && nameOf(uri, local) === name) return value
        return undefined
      },
    }
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other
  const bytes = new Uint8Array(one.length + other.length)
  bytes.set(one)
  bytes.set(other, one.length)
  return bytes
}

/** Where the last character begins that may go on in the next piece; the length when none does. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) break
    if (byte < 0xc0) continue
    const size = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
    return size > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

function malformed(): Refusal {
  return new Refusal('unsupported', 'This file is damaged: one of its parts is no XML as programs write it.')
}
