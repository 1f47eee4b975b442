/**
 * Stories with random words, notes and suggestions of several people, from a seed; and what a file that holds all of it has
 * to bring back. Proposals are as tight as a file has them: each begins and ends with something that changes.
 */
import type { ReadNote, ReadSuggestion, ReadWords } from '../../../shared/codecs/codec.ts'
import type { Edition } from '../../../shared/codecs/edition.ts'
import { apply, type Base, type Change, type ChangeOp, inverse } from '../../../shared/review/change.ts'
import { PresentWords } from '../../../shared/review/present-words.ts'
import type { Reply } from '../../../shared/review/state.ts'
import type { LineAttributes, Marks } from '../../../shared/story/attributes.ts'
import type { DeltaRun } from '../../../shared/story/delta.ts'
import type { Line } from '../../../shared/story/draft.ts'
import { ReviewedStory } from './edition-parts.ts'

export interface RandomOptions {
  /** Only characters that foreign programs keep. */
  tame?: boolean
  /**
   * Without what LibreOffice 7.4 forgets when it saves: headings and gaps that change, proposals that touch, comments that
   * begin or end with a line end.
   */
  plain?: boolean
}

/** Characters that formats trip over. */
const TAME = ['a', 'word', 'The', ' ', ' ', ' ', 'naïve', 'e\u0301', '“so”', '<b>', '&amp;', '—', '…', '😀', '𝒜', '_x_']
const WILD = [
  ...TAME,
  '\t',
  '\f',
  '  ',
  '\u00a0',
  ']]>',
  '<w:p/>',
  '&#10;',
  '\u2028',
  '\u0085',
  '\u200d',
  'שלום',
  '"',
  "'",
]

export const RANDOM_NAMES: ReadonlyMap<string, string> = new Map([
  ['ann-account', 'Ann Lee'],
  ['ben-account', 'Ben <b>&"Co"</b>'],
  ['cleo-account', 'Clěo 😀 O’Neil'],
])

export class RandomReview {
  readonly story: ReviewedStory
  readonly #random: () => number
  readonly #words: readonly string[]
  readonly #plain: boolean

  constructor(seed: number, { tame = false, plain = false }: RandomOptions = {}) {
    this.#plain = plain
    this.#random = mulberry32(seed)
    this.#words = tame ? TAME : WILD
    const lines = Array.from({ length: this.#below(7) + 1 }, (_, index) => this.#line(index, tame))
    this.story = new ReviewedStory({ lines })
    this.#propose()
    for (let nth = this.#below(5); nth > 0; nth--) this.#note(tame)
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit)
  }

  #one<Value>(values: readonly Value[]): Value {
    return values[this.#below(values.length)]!
  }

  #text(most: number): string {
    return Array.from({ length: this.#below(most) + 1 }, () => this.#one(this.#words)).join('')
  }

  #marks(): Marks {
    return this.#one([
      {},
      {},
      { italic: true },
      { bold: true },
      { strike: true },
      { bold: true, italic: true },
    ] as const)
  }

  #attributes(): LineAttributes {
    if (this.#plain) return {}
    return this.#one([{}, {}, {}, { gap: 1 }, { gap: 3 }, { gap: 4 }, { block: 1 }, { block: 3, gap: 3 }] as const)
  }

  #line(index: number, tame: boolean): Line {
    const count = this.#below(4) + (tame ? 1 : 0)
    const spans = Array.from({ length: count }, () => ({ text: this.#text(6), ...this.#marks() }))
    const { gap, ...first } = this.#attributes()
    return { ...first, ...(index > 0 && gap ? { gap } : {}), spans }
  }

  #person(): string {
    return this.#one([...RANDOM_NAMES.keys()])
  }

  #replies(): Reply[] {
    return Array.from({ length: this.#one([0, 0, 1, 3]) }, (_, nth) => ({
      id: `reply-${this.#random()}`,
      by: this.#person(),
      at: `2026-02-0${nth + 1}T10:00:00.000Z`,
      body: this.#text(4),
      editedAt: null,
      deleted: false,
      reactions: {},
    }))
  }

  #reason(): string {
    return this.#one(['', `Because: ${this.#text(5)}`])
  }

  /** From the front to the back, none over another, often touching. */
  #propose(): void {
    const words = this.story.words
    const present = new PresentWords(this.story.runs)
    for (let at = 1; at < words.length; ) {
      const from = this.#whole(at + this.#below(9) + (this.#plain ? 1 : 0))
      const to = this.#whole(Math.min(words.length, from + this.#one([0, 1, 3, 9])))
      if (from > words.length) break
      const base = present.at({ from, to })
      const change = this.#change(base)
      if (change) {
        this.story.suggest({ from, to }, change, {
          by: this.#person(),
          reason: this.#reason(),
          replies: this.#replies(),
        })
      }
      at = this.#whole(Math.max(to, at + 1))
    }
  }

  /** Changes the first and the last character of the base; null where that cannot be. */
  #change(base: Base): Change | null {
    if (base.length === 0) return [this.#insertion()]
    const kind = this.#below(4)
    const length = base.reduce((sum, { insert }) => sum + insert.length, 0)
    if (kind === 0) return [{ delete: length }]
    if (kind === 1) return [{ delete: length }, this.#plain ? { insert: this.#text(4) } : this.#insertion()]
    if (this.#plain && base.some(({ insert }) => insert.startsWith('\n'))) return null
    return base.flatMap((run) => this.#formatted(run))
  }

  #formatted({ insert, attributes = {} }: DeltaRun): ChangeOp[] {
    if (!insert.startsWith('\n')) {
      return [{ retain: insert.length, attributes: { bold: attributes.bold ? null : true } }]
    }
    return [
      { retain: insert.length, attributes: { block: attributes.block ? null : 2, gap: attributes.gap ? null : 3 } },
    ]
  }

  #insertion(): ChangeOp {
    if (this.#below(3) === 0) return { insert: '\n', attributes: { ...this.#attributes() } }
    return { insert: this.#text(4), attributes: { ...this.#marks() } }
  }

  #note(tame: boolean): void {
    const length = this.story.words.length
    const words = this.story.words
    let from = this.#whole(1 + this.#below(length))
    let to = Math.max(from, this.#one([from, this.#whole(from + this.#below(12)), length]))
    if (this.#plain && words[from] === '\n') from = Math.min(from + 1, length)
    if (this.#plain && words[to - 1] === '\n') to -= 1
    to = Math.max(from, to)
    const whole = !tame && this.#below(9) === 0
    const resolved = this.#below(3) === 0 ? { by: 'ann-account', at: '2026-03-01T00:00:00.000Z' } : null
    const body = [this.#text(5), this.#text(5)].slice(this.#below(2)).join('\n')
    this.story.note(whole ? null : { from, to }, {
      by: this.#person(),
      body,
      resolved,
      replies: this.#replies(),
    })
  }

  /** Never within a pair of surrogates, never past the end. */
  #whole(index: number): number {
    const words = this.story.words
    const at = Math.min(index, words.length)
    return /[\udc00-\udfff]/.test(words[at] ?? '') ? at + 1 : at
  }
}

/** A suggestion by what comes of it, however its operations are cut. */
export interface Outcome extends Omit<ReadSuggestion, 'change'> {
  after: Base
  /** What its inverse needs: the base, so that what it takes away is compared as well. */
  back: Base
}

export function outcomeOf(words: PresentWords, suggestion: ReadSuggestion): Outcome {
  const { change, ...rest } = suggestion
  const base = words.at(rest.place)
  const after = apply(base, change)
  return { ...rest, after, back: apply(after, inverse(base, change)) }
}

/** What a file that holds everything of an edition brings back; times in whole seconds, in order of what is said first. */
export function expectedNotes({ notes, people }: Edition): ReadNote[] {
  const said = wordsBy(people)
  return notes
    .map((note) => ({
      ...said(note),
      // Where no comment can stand: on nothing, or before the first paragraph.
      place: note.place ? { from: Math.max(1, note.place.from), to: Math.max(1, note.place.to) } : { from: 1, to: 1 },
      resolved: note.resolved !== null,
      replies: note.replies.map(said),
    }))
    .sort(byTime)
}

export function expectedSuggestions({ suggestions, people }: Edition): ReadSuggestion[] {
  const said = wordsBy(people)
  return suggestions
    .flatMap(({ place, change, reason, replies, by, at }) => {
      if (!place) return []
      const { body: _, ...who } = said({ by, at, body: '' })
      return [{ ...who, place, change, reason, replies: replies.map(said) }]
    })
    .sort(byTime)
}

export function byTime(one: Pick<ReadWords, 'at'>, other: Pick<ReadWords, 'at'>): number {
  return (one.at ?? '') < (other.at ?? '') ? -1 : 1
}

function wordsBy(people: ReadonlyMap<string, string>) {
  return ({ by, at, body }: { by: string; at: string; body: string }): ReadWords => ({
    by: people.get(by) ?? '',
    at: `${at.slice(0, 19)}Z`,
    body,
  })
}

function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
