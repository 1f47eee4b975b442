/**
 * The words of a line as inline HTML that is XHTML as well: marks, proposals as `ins` and `del`, highlighted words of
 * notes, and a number behind them that leads to what is said. What is said is told by who asks for it.
 */
import type { BlockLine } from '../blocks.ts'
import type { Edition, EditionNote, EditionSuggestion, EditionText } from '../edition.ts'
import { escapeXml } from '../xml/write-xml.ts'
import { LINE_END_CLASS, LINE_LOOK_CLASS, LOOK_BLOCK, LOOK_GAP, LOOK_WORDS } from './own-marks.ts'

/** Something that is said about words, with its number in the order of the text. */
export interface Said {
  number: number
  /** By which the words in the text name it. */
  key: string
  thread: EditionNote | EditionSuggestion
}

export class InlineHtml {
  readonly #edition: Edition
  readonly #epub: boolean
  readonly #threads: ReadonlyMap<string, EditionNote | EditionSuggestion>
  readonly #keys: ReadonlyMap<string, string>
  readonly #open = new Set<string>()
  readonly #lastOf: ReadonlyMap<string, object>
  #said: Said[] = []
  #number = 0

  /** `epub`: links carry the names that reading systems know for notes. `lines`: all that will be written. */
  constructor(edition: Edition, lines: readonly BlockLine[], { epub }: { epub: boolean }) {
    this.#edition = edition
    this.#epub = epub
    this.#threads = new Map([...edition.notes, ...edition.suggestions].map((thread) => [thread.id, thread]))
    this.#keys = new Map([
      ...edition.notes.map(({ id }, index): [string, string] => [id, `n${index + 1}`]),
      ...edition.suggestions.map(({ id }, index): [string, string] => [id, `s${index + 1}`]),
    ])
    const last = new Map<string, object>()
    for (const line of lines) {
      if (line.opening) last.set(line.opening.suggestion, line)
      if (line.look) last.set(line.look.suggestion, line.look)
      for (const item of line.items) if ('text' in item && item.proposal) last.set(item.proposal.suggestion, item)
    }
    this.#lastOf = last
  }

  /** What was said since it was asked last, in order. */
  takeSaid(): Said[] {
    const said = this.#said
    this.#said = []
    return said
  }

  /** Notes that no words led to: on the whole story, or on words that are gone. */
  get unplaced(): EditionNote[] {
    return this.#edition.notes.filter(({ id }) => this.#threads.has(id) && !this.#met.has(id))
  }

  keyOf({ id }: EditionNote | EditionSuggestion): string {
    return this.#keys.get(id) ?? ''
  }

  /** A proposed line end, at the end of the line before it. */
  end(line: BlockLine): string {
    if (!line.opening) return ''
    const { kind, suggestion } = line.opening
    return `${this.#proposed(kind, suggestion, '', ` class="${LINE_END_CLASS}"`)}${this.#lastOf.get(suggestion) === line ? this.#reasons(suggestion) : ''}`
  }

  /** How a line is proposed to stand, before its words. */
  look({ look }: BlockLine): string {
    if (!look) return ''
    const { suggestion, block, gap } = look
    const said = [
      block === undefined ? '' : block === null ? 'no heading' : `heading ${block}`,
      gap === undefined ? '' : gap === null ? 'usual gap' : gap === 1 ? 'no gap' : 'gap',
    ]
    const attributes = [
      ` class="${LINE_LOOK_CLASS}" ${LOOK_WORDS}="${said.filter((one) => one).join(', ')}"`,
      block === undefined ? '' : ` ${LOOK_BLOCK}="${block ?? ''}"`,
      gap === undefined ? '' : ` ${LOOK_GAP}="${gap ?? ''}"`,
    ]
    const out = this.#proposed('insert', suggestion, '', attributes.join(''))
    return this.#lastOf.get(suggestion) === look ? out + this.#reasons(suggestion) : out
  }

  line({ items }: BlockLine): string {
    let out = ''
    for (const item of items) {
      if ('text' in item) out += this.#text(item)
      else if ('starts' in item) {
        if (this.#threads.has(item.starts)) this.#open.add(item.starts)
      } else if (this.#threads.has(item.ends)) {
        this.#open.delete(item.ends)
        out += this.#link(item.ends)
      }
    }
    return out
  }

  readonly #met = new Set<string>()

  #text(item: EditionText): string {
    const { text, marks, proposal } = item
    const names = [marks.bold ? 'strong' : '', marks.italic ? 'em' : '', marks.strike ? 's' : ''].filter((name) => name)
    let out = escapeXml(text)
    for (const name of names.reverse()) out = `<${name}>${out}</${name}>`
    if (proposal && proposal.kind !== 'format') out = this.#proposed(proposal.kind, proposal.suggestion, out)
    if (this.#open.size > 0)
      out = `<mark data-note="${[...this.#open].map((id) => this.#keys.get(id)).join(' ')}">${out}</mark>`
    return proposal && this.#lastOf.get(proposal.suggestion) === item ? out + this.#reasons(proposal.suggestion) : out
  }

  #proposed(kind: 'insert' | 'delete', suggestion: string, inner: string, more = ''): string {
    const tag = kind === 'insert' ? 'ins' : 'del'
    const thread = this.#threads.get(suggestion)
    const who = thread ? escapeXml(this.#edition.people.get(thread.by) ?? '') : ''
    const says = thread
      ? ` datetime="${escapeXml(thread.at)}" title="${who}" data-suggestion="${this.keyOf(thread)}"`
      : ''
    return `<${tag}${more}${says}>${inner}</${tag}>`
  }

  #reasons(suggestion: string): string {
    const thread = this.#threads.get(suggestion)
    return thread && 'reason' in thread && (thread.reason !== '' || thread.replies.length > 0)
      ? this.#link(suggestion)
      : ''
  }

  #link(id: string): string {
    const thread = this.#threads.get(id)!
    this.#number += 1
    this.#met.add(id)
    const key = this.keyOf(thread)
    this.#said.push({ number: this.#number, key, thread })
    const type = this.#epub ? ' epub:type="noteref"' : ''
    const note = 'reason' in thread ? '' : ` data-note="${key}"`
    return `<sup><a id="ref-${this.#number}" href="#note-${this.#number}"${note}${type} role="doc-noteref">${this.#number}</a></sup>`
  }
}
