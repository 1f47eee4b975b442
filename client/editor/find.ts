/**
 * Find and replace in one open story. What is found is drawn and moves with the text; after an edit, anybody's, it is
 * looked for again. Replacing changes exactly the words that were found, keeps their marks, and is one step of undo.
 */
import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { Node } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, type EditorView } from '@tiptap/pm/view'
import { DrawnLayer } from './drawn-layer.ts'
import { type FindMatch, type FindQuery, MOST_MATCHES, matchesIn, patternOf, replacementOf } from './find-matches.ts'
import type { Found } from './found-words.ts'
import { PatternSearch } from './pattern-search.ts'
import { reveal } from './reveal.ts'
import { asUndoStep } from './undo.ts'

export interface FindResult {
  /** `idle`: no query. `bad-pattern`: `message` says why. `took-too-long`: a regular expression was given up on. */
  state: 'idle' | 'searching' | 'found' | 'took-too-long' | 'bad-pattern'
  count: number
  /** More there may be, but no more than this many are looked for. */
  limited: boolean
  /** Index of the match that next and previous start from; -1 for none. */
  active: number
  message: string
}

/** One match as a preview shows it: the words around it on its line, and what would stand in its place. */
export interface FindRow {
  /** Number of the line, from 1. */
  line: number
  before: string
  match: string
  after: string
  replacement: string
}

const IDLE: FindResult = { state: 'idle', count: 0, limited: false, active: -1, message: '' }
/** How long after an edit it is looked for again. Milliseconds. */
const AGAIN_MS = 150
/** Characters of the line shown at each side in a preview. */
const AROUND = 40

export class FindSession {
  readonly plugins = [new DrawnLayer('found'), new DrawnLayer('found-active')] as const
  private readonly now = signal<FindResult>(IDLE)
  private readonly patterns = new PatternSearch()
  private view: EditorView | null = null
  private query: FindQuery | null = null
  private matches: readonly FindMatch[] = []
  /** The document in which `matches` were found. */
  private searched: Node | null = null
  private again: ReturnType<typeof setTimeout> | undefined

  get result(): ReadonlySignal<FindResult> {
    return this.now
  }

  /** Looks for the query and goes to the first match from the caret on. An empty text clears. */
  async search(query: FindQuery): Promise<void> {
    this.query = query.text === '' ? null : query
    await this.look()
    if (this.matches.length > 0) this.activate(this.firstFrom(this.view?.state.selection.from ?? 0), false)
  }

  /** Goes to the next match, after the last one to the first, and selects it. */
  next(): void {
    this.step(1)
  }

  previous(): void {
    this.step(-1)
  }

  /** What would be replaced, for all matches in order. */
  rows(template: string): FindRow[] {
    const doc = this.searched
    if (!doc) return []
    return this.matches.map((match) => {
      const text = lineText(doc, match.line)
      const found = text.slice(match.from, match.to)
      return {
        line: match.line + 1,
        before: `${match.from > AROUND ? '…' : ''}${text.slice(Math.max(0, match.from - AROUND), match.from)}`,
        match: found,
        after: `${text.slice(match.to, match.to + AROUND)}${text.length > match.to + AROUND ? '…' : ''}`,
        replacement: this.replacement(match, found, template),
      }
    })
  }

  /** Replaces the active match and goes to the next. False when there is none, or the text may not be changed. */
  async replaceOne(template: string): Promise<boolean> {
    await this.lookIfStale()
    const active = this.now.value.active
    if (!this.matches[active] || !this.replace([active], template)) return false
    await this.look()
    if (this.matches.length > 0) this.activate(Math.min(active, this.matches.length - 1), true)
    return true
  }

  /** Replaces all matches, or those with the given indices, in one step of undo. Returns how many. */
  async replaceAll(template: string, selected?: ReadonlySet<number>): Promise<number> {
    await this.lookIfStale()
    const indices = [...this.matches.keys()].filter((index) => selected === undefined || selected.has(index))
    if (indices.length === 0 || !this.replace(indices, template)) return 0
    await this.look()
    return indices.length
  }

  /** The matches with the given indices and what would replace them; null when others are found now than were chosen from. */
  async found(template: string, selected: ReadonlySet<number>): Promise<Found | null> {
    const { matches } = this
    await this.lookIfStale()
    const doc = this.searched
    if (!doc || doc !== this.view?.state.doc || this.matches.length !== matches.length) return null
    const chosen = this.matches.filter((_, index) => selected.has(index))
    return {
      doc,
      matches: chosen.map((match) => {
        const words = lineText(doc, match.line).slice(match.from, match.to)
        return { ...match, replacement: this.replacement(match, words, template) }
      }),
    }
  }

  /** Forgets the query and draws nothing. The text keeps the selection of the last match. */
  close(): void {
    this.query = null
    this.forget(IDLE)
  }

  /** For the editor: the view to search in, null when it goes. */
  attach(view: EditorView | null): void {
    clearTimeout(this.again)
    this.patterns.stop()
    this.view = null
    this.forget(IDLE)
    this.view = view
    if (view && this.query) void this.look()
  }

  /** For the editor: the document has changed. */
  textChanged(): void {
    if (!this.query) return
    clearTimeout(this.again)
    this.again = setTimeout(() => void this.look(), AGAIN_MS)
  }

  private async lookIfStale(): Promise<void> {
    if (this.searched !== this.view?.state.doc) await this.look()
  }

  private async look(): Promise<void> {
    clearTimeout(this.again)
    const { query, view } = this
    if (!query || !view) {
      this.forget(IDLE)
      return
    }
    let pattern: RegExp
    try {
      pattern = patternOf(query)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      this.forget({ ...IDLE, state: 'bad-pattern', message: error.message.replace(/^.*:\s*/s, '') })
      return
    }
    const { doc } = view.state
    if (!query.regex) {
      this.show(doc, plainMatches(doc, pattern))
      return
    }
    this.now.value = { ...this.now.value, state: 'searching', message: '' }
    const lines = doc.children.map((line) => line.textContent)
    const result = await this.patterns.search(query, lines)
    if (this.query !== query || this.view !== view || result.state === 'superseded') return
    if (result.state !== 'found') this.forget({ ...IDLE, state: 'took-too-long' })
    else if (view.state.doc === doc) this.show(doc, result.matches)
    else await this.look()
  }

  private show(doc: Node, matches: readonly FindMatch[]): void {
    const active = matches.length === 0 ? -1 : Math.max(0, Math.min(this.now.value.active, matches.length - 1))
    this.matches = matches
    this.searched = doc
    this.now.value = {
      state: 'found',
      count: matches.length,
      limited: matches.length >= MOST_MATCHES,
      active,
      message: '',
    }
    this.draw(true)
  }

  private forget(result: FindResult): void {
    this.matches = []
    this.searched = null
    this.now.value = result
    if (this.view) for (const layer of this.plugins) layer.clear(this.view)
  }

  private draw(all: boolean): void {
    const { view, searched } = this
    if (!view || view.state.doc !== searched) return
    const places = placesOf(searched, this.matches)
    const [found, foundActive] = this.plugins
    const transaction = view.state.tr
    if (all)
      found.set(
        transaction,
        places.map(({ from, to }) => Decoration.inline(from, to, { class: 'lookup' })),
      )
    const place = places[this.now.value.active]
    foundActive.set(transaction, place ? [Decoration.inline(place.from, place.to, { class: 'active' })] : [])
    view.dispatch(transaction)
  }

  private step(by: 1 | -1): void {
    const { active, count } = this.now.value
    if (count > 0) this.activate((active + by + count) % count, true)
  }

  private activate(index: number, select: boolean): void {
    this.now.value = { ...this.now.value, active: index }
    this.draw(false)
    const { view, searched } = this
    const match = this.matches[index]
    if (!view || !match || !searched || view.state.doc !== searched) return
    const [place] = placesOf(searched, [match])
    if (!place) return
    if (select) view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, place.from, place.to)))
    reveal(view, place.from)
  }

  private firstFrom(position: number): number {
    if (!this.searched) return 0
    const index = placesOf(this.searched, this.matches).findIndex(({ from }) => from >= position)
    return Math.max(0, index)
  }

  private replace(indices: readonly number[], template: string): boolean {
    const { view, searched } = this
    if (!view?.editable || !searched || view.state.doc !== searched) return false
    const places = placesOf(searched, this.matches)
    const transaction = view.state.tr
    for (const index of [...indices].reverse()) {
      const { from, to } = places[index]!
      const found = searched.textBetween(from, to)
      replaceText(transaction, from, to, this.replacement(this.matches[index]!, found, template))
    }
    view.dispatch(asUndoStep(transaction))
    return view.state.doc !== searched
  }

  private replacement(match: FindMatch, found: string, template: string): string {
    return replacementOf(match, found, template, this.query?.regex ?? false)
  }
}

function replaceText(transaction: Transaction, from: number, to: number, text: string): void {
  if (text === '') transaction.delete(from, to)
  else
    transaction.replaceWith(from, to, transaction.doc.type.schema.text(text, transaction.doc.nodeAt(from)?.marks ?? []))
}

/** A line is searched once for a pattern, however often the story around it changes. */
const known = new WeakMap<Node, { pattern: string; matches: readonly FindMatch[] }>()

function plainMatches(doc: Node, pattern: RegExp): FindMatch[] {
  const matches: FindMatch[] = []
  for (const [line, node] of doc.children.entries()) {
    let entry = known.get(node)
    if (entry?.pattern !== String(pattern)) {
      entry = { pattern: String(pattern), matches: matchesIn(node.textContent, line, pattern, MOST_MATCHES) }
      known.set(node, entry)
    }
    for (const match of entry.matches) {
      if (matches.length >= MOST_MATCHES) return matches
      matches.push(match.line === line ? match : { ...match, line })
    }
  }
  return matches
}

/** Document positions of matches, which are in the order of the lines. */
function placesOf(doc: Node, matches: readonly FindMatch[]): { from: number; to: number }[] {
  let [line, start] = [0, 0]
  return matches.map((match) => {
    for (; line < match.line; line += 1) start += doc.child(line).nodeSize
    return { from: start + 1 + match.from, to: start + 1 + match.to }
  })
}

function lineText(doc: Node, line: number): string {
  return doc.child(line).textContent
}
