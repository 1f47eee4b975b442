/**
 * Lines of a page in which changes are proposed and words have notes: makes suggestions and notes of them. `ins` and `del` that
 * touch are one suggestion, or those that our own pages give one key; what is said about either is told by a SaidReader.
 */
import type { Place } from '../../review/anchor.ts'
import type { ReadNote, ReadOptions, ReadReview, ReadSuggestion } from '../codec.ts'
import { joinedBy, type Proposal, ReviewBuilder } from '../review-builder.ts'
import type { HtmlProposal, HtmlSink } from './html-sink.ts'
import type { SaidThread } from './read-said.ts'
import { timeOf } from './time-of.ts'

interface Proposed extends Pick<ReadSuggestion, 'by' | 'at'> {
  /** "" = the page names none. */
  name: string
}

export class MarkedLines implements HtmlSink {
  readonly #builder: ReviewBuilder
  readonly #proposed = new Map<number, Proposed>()
  readonly #keys = new Map<string, number>()
  /** As the builder tells them while it builds. */
  readonly #places = new Map<string, Place>()
  readonly #points = new Map<string, Place>()
  #about: readonly string[] = []
  /** The words since then. */
  #stretch: Place | null = null
  #key = 0
  #proposal: Proposal | null = null
  /** What is proposed for the end of this line. */
  #end: Proposal | null = null
  /** Nothing was said since the last proposal ended. */
  #touches = false

  constructor(options: ReadOptions) {
    this.#builder = new ReviewBuilder(options)
  }

  line(attributes: Parameters<HtmlSink['line']>[0]): void {
    this.#touches = false
    this.#builder.propose(this.#end ?? this.#proposal)
    this.#builder.line(attributes)
    this.#builder.propose(this.#proposal)
  }

  words(text: string, marks: Parameters<HtmlSink['words']>[1]): void {
    this.#touches = false
    this.#end = null
    const { at: from } = this.#builder
    this.#builder.words(text, marks)
    const { at: to } = this.#builder
    if (this.#about.length > 0) this.#stretch = { from: this.#stretch?.from ?? from, to }
  }

  propose(proposed: Parameters<HtmlSink['propose']>[0]): void {
    if (proposed === null) {
      this.#proposal = null
      this.#builder.propose(null)
      this.#touches = true
      return
    }
    const proposal = { kind: proposed.kind, key: this.#keyOf(proposed) }
    if (proposed.isLineEnd) this.#end = proposal
    else {
      this.#proposal = proposal
      this.#builder.propose(proposal)
    }
  }

  look({ attributes, ...proposed }: Parameters<HtmlSink['look']>[0]): void {
    this.#touches = false
    this.#builder.format({ kind: 'format', key: this.#keyOf(proposed), attributes })
  }

  about(notes: readonly string[]): void {
    const { from, to } = this.#stretch ?? {}
    if (from !== undefined && to !== undefined)
      for (const note of this.#about) this.#places.set(note, { from: this.#places.get(note)?.from ?? from, to })
    this.#about = notes
    this.#stretch = null
  }

  refer(note: string): void {
    const { at } = this.#builder
    if (!this.#points.has(note)) this.#points.set(note, { from: at, to: at })
  }

  /** `said`: what the page says about its words, by the keys that those have. */
  finish(
    said: ReadonlyMap<string, SaidThread>,
  ): Pick<ReadReview, 'notes' | 'suggestions'> & Pick<ReturnType<ReviewBuilder['finish']>, 'draft'> {
    this.about([])
    const { draft, changes } = this.#builder.finish()
    const suggestions = joinedBy((key) => this.#proposed.get(key)?.name ?? '', changes).map(
      ({ key, place, change }): ReadSuggestion => {
        const { name, by, at } = this.#proposed.get(key)!
        const thread = said.get(name)
        return { place, change, by, at, reason: thread?.first?.body ?? '', replies: thread?.replies ?? [] }
      },
    )
    const inDraft = ({ from, to }: Place) => ({ from: this.#builder.indexOf(from), to: this.#builder.indexOf(to) })
    const notes = [...said].flatMap(([name, { first, ...thread }]): ReadNote[] => {
      if (!first || this.#keys.has(name)) return []
      const place = this.#places.get(name) ?? this.#points.get(name)
      if (!place) return [{ ...first, ...thread, place: null }]
      const { lost: _, ...rest } = thread
      return [{ ...first, ...rest, place: inDraft(place) }]
    })
    return { draft, suggestions, notes }
  }

  #keyOf({ key: name, by, at }: Pick<HtmlProposal, 'key' | 'by' | 'at'>): number {
    const known = name === '' ? undefined : this.#keys.get(name)
    if (known !== undefined) return known
    const isSame = name === '' && this.#touches && this.#proposed.get(this.#key)?.name === ''
    if (isSame) return this.#key
    this.#key += 1
    this.#proposed.set(this.#key, { name, by, at: timeOf(at) })
    if (name !== '') this.#keys.set(name, this.#key)
    return this.#key
  }
}
