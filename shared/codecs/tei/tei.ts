/**
 * A story as TEI P5, for archives of texts: divisions by headings, paragraphs, line and scene breaks, rendition; marked,
 * additions and deletions with who is responsible, and notes behind the text that point into it.
 */
import { type Block, blocksOf, type Layout, type SceneBreak } from '../blocks.ts'
import type { Codec } from '../codec.ts'
import type { Edition, EditionItem, EditionNote, EditionSuggestion } from '../edition.ts'
import { encode } from '../encodings.ts'
import { withoutNotes } from '../html/html.ts'
import { controlsLeftOut, notesLeftOut, openLeftOut } from '../losses.ts'
import { escapeXml } from '../xml/write-xml.ts'

export const tei: Codec = {
  format: 'tei',
  extension: '.xml',
  views: ['now', 'accepted', 'marked'],
  write({ edition, form }) {
    const layout = blocksOf(edition, form)
    const isMarked = edition.view === 'marked'
    const text = new TeiWriter(isMarked ? edition : withoutNotes(edition)).document(layout)
    return {
      bytes: encode(text, 'utf-8'),
      mediaType: 'application/tei+xml; charset=utf-8',
      losses: [
        ...edition.losses,
        ...layout.losses,
        ...openLeftOut(edition),
        ...(isMarked ? [] : notesLeftOut(edition)),
        ...controlsLeftOut(edition),
      ],
    }
  },
}

class TeiWriter {
  readonly #edition: Edition
  /** Key → id in the file. */
  readonly #people: ReadonlyMap<string, string>
  readonly #threads: ReadonlyMap<string, { id: string; thread: EditionNote | EditionSuggestion }>
  readonly #met = new Set<string>()

  constructor(edition: Edition) {
    this.#edition = edition
    this.#people = new Map([...edition.people.keys()].map((key, index) => [key, `person-${index + 1}`]))
    const threads = [...edition.notes, ...edition.suggestions]
    this.#threads = new Map(threads.map((thread, index) => [thread.id, { id: `said-${index + 1}`, thread }]))
  }

  document({ blocks, breaksLast }: Layout): string {
    const { title, language, date } = this.#edition
    const body = divisionsOf(blocks).map(
      (division) => `<div>\n${division.map((block) => this.#block(block)).join('')}</div>\n`,
    )
    const end = breaksLast || blocks.length === 0 ? `<div>\n<p/>${sceneOf(breaksLast)}</div>\n` : ''
    const people = [...this.#people].map(
      ([key, id]) =>
        `<respStmt><resp>proofreading</resp><name xml:id="${id}">${escapeXml(this.#edition.people.get(key) ?? '')}</name></respStmt>`,
    )
    const text = `<body>\n${body.join('')}${end}</body>\n`
    return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="${escapeXml(language)}">
<teiHeader><fileDesc>
<titleStmt><title>${escapeXml(title)}</title>${people.join('')}</titleStmt>
<publicationStmt><p>Unpublished; written on <date when="${escapeXml(date)}">${escapeXml(date.slice(0, 10))}</date>.</p></publicationStmt>
<sourceDesc><p>Born digital.</p></sourceDesc>
</fileDesc></teiHeader>
<text>
${text}${this.#back()}</text>
</TEI>
`
  }

  #block({ kind, breaks, lines }: Block): string {
    const tag = kind === 'heading' ? 'head' : 'p'
    const texts = lines.map(({ opening, items }, index) => {
      const end = opening
        ? this.#proposed(opening.kind, opening.suggestion, index === 0 ? '<milestone unit="p"/>' : '<lb/>')
        : ''
      return `${index > 0 && opening === null ? '<lb/>' : ''}${end}${items.map((item) => this.#item(item)).join('')}`
    })
    return `${sceneOf(breaks)}<${tag}>${texts.join('')}</${tag}>\n`
  }

  #item(item: EditionItem): string {
    if ('starts' in item || 'ends' in item) {
      const said = this.#threads.get('starts' in item ? item.starts : item.ends)
      if (!said) return ''
      if ('ends' in item) this.#met.add(item.ends)
      return `<anchor xml:id="${said.id}-${'starts' in item ? 'start' : 'end'}"/>`
    }
    const { bold, italic, strike } = item.marks
    const rend = [bold ? 'bold' : '', italic ? 'italic' : '', strike ? 'strikethrough' : '']
      .filter((name) => name)
      .join(' ')
    const words = rend === '' ? escapeXml(item.text) : `<hi rend="${rend}">${escapeXml(item.text)}</hi>`
    const { proposal } = item
    return proposal && proposal.kind !== 'format' ? this.#proposed(proposal.kind, proposal.suggestion, words) : words
  }

  #proposed(kind: 'insert' | 'delete', suggestion: string, inner: string): string {
    const said = this.#threads.get(suggestion)
    const tag = kind === 'insert' ? 'add' : 'del'
    return `<${tag}${said ? `${this.#resp(said.thread.by)} corresp="#${said.id}"` : ''}>${inner}</${tag}>`
  }

  #back(): string {
    const notes = [...this.#threads.values()].map(({ id, thread }) => {
      const placed = this.#met.has(thread.id) ? ` target="#${id}-start" targetEnd="#${id}-end"` : ''
      const type =
        'status' in thread ? `suggestion-${thread.status}` : thread.resolved ? `${thread.kind}-resolved` : thread.kind
      const said = [{ ...thread, body: 'reason' in thread ? thread.reason : thread.body }, ...thread.replies]
      const entries = said.map(({ by, at, body }) => `<p${this.#resp(by)} n="${escapeXml(at)}">${escapeXml(body)}</p>`)
      return `<note xml:id="${id}" type="${type}"${placed}>${entries.join('')}</note>\n`
    })
    return notes.length > 0 ? `<back><div type="notes">\n${notes.join('')}</div></back>\n` : ''
  }

  #resp(by: string): string {
    const id = this.#people.get(by)
    return id === undefined ? '' : ` resp="#${id}"`
  }
}

function sceneOf(breaks: SceneBreak | null): string {
  if (breaks === null) return ''
  return `<milestone unit="scene" rend="${breaks.kind === 'gap' ? 'blank' : escapeXml(breaks.mark)}"/>\n`
}

/** A division begins with its heading, and has one. */
function divisionsOf(blocks: readonly Block[]): Block[][] {
  const divisions: Block[][] = []
  for (const block of blocks) {
    const last = divisions.at(-1)
    if (last && block.kind !== 'heading') last.push(block)
    else divisions.push([block])
  }
  return divisions
}
