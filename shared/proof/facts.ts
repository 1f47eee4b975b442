/**
 * What is true of the story as a whole: its names, its dialect, the forms most of it uses. Folded from line summaries
 * by adding and taking away, so an edit costs one line. Word counts change with every word typed, so line rules do not
 * see them: they see only what is in `StoryFacts`, and their findings are made again when that changes.
 */
import { FORMS, type Form, type FormName } from './forms.ts'
import type { Settings } from './settings.ts'
import type { Dialect, StyleSheet } from './style-sheet.ts'
import type { LineSummary } from './summary.ts'

/** What the style sheet says, else what at least three quarters of the story does; null when neither tells. */
export type Forms = { readonly [Name in FormName]: Form<Name> | null } & { readonly sceneBreak: string | null }

export interface StoryFacts {
  /**
   * A name: approved, or always with a capital and so amid a sentence. A line rule may ask only about words of its own
   * line and its neighbours, without possessive, by hyphenated part (`partsOf`).
   */
  isName(word: string): boolean
  /** A name, an approved word, or a word that the story writes twice and only with a capital. The same restriction. */
  isKnown(word: string): boolean
  /** In lower case three times or more. The same restriction. */
  isFrequent(word: string): boolean
  /** In lower case just twice. The same restriction. */
  isTwice(word: string): boolean
  /** Somewhere in lower case. Of any word: who asks is asked again when that changes. Lower case, apostrophe straight. */
  isUsed(word: string): boolean
  forms: Forms
  dialect: Dialect
  /** Changes with `forms` and `dialect`. */
  version: string
}

/** How often a word stands where, in a story. */
export interface WordCount {
  /** With a capital that must mean something. */
  capital: number
  /** With a capital at the start of a sentence. */
  first: number
  lower: number
}

/** How many words of one dialect single quotation marks count for. */
const QUOTES_TELL = 3

/** How often somebody laughs a speech before it is the story's way and no slip. */
const HABIT = 4

/** The running totals. `add` and `remove` must be called in pairs with equal summaries. */
export class Tally {
  readonly #words = new Map<string, WordCount>()
  readonly #forms = new Map<string, number>()
  readonly #breaks = new Map<string, number>()
  /** Capitalised forms whose standing may have changed since `touched` was last asked. */
  readonly #touched = new Set<string>()
  #american = 0
  #british = 0

  add(summary: LineSummary): void {
    this.#count(summary, 1)
  }

  remove(summary: LineSummary): void {
    this.#count(summary, -1)
  }

  /** Lower-case word → its counts, with its capitalised and its lower-case uses. */
  get words(): ReadonlyMap<string, WordCount> {
    return this.#words
  }

  /** Lower-case words counted differently since this was last asked. */
  touched(): string[] {
    const words = [...this.#touched]
    this.#touched.clear()
    return words
  }

  forms(sheet: StyleSheet | null): Forms {
    const forms: Record<string, string | null> = {}
    for (const name of Object.keys(FORMS) as FormName[]) forms[name] = this.#majority(name)
    // The custom of nearly all: it takes a story that leaves the comma out twice to say otherwise.
    forms.openingComma = this.#leavesOutOpeningCommas ? null : 'with'
    if ((this.#forms.get('laughing comma') ?? 0) < HABIT) forms.laughing = null
    if (sheet?.ellipsis) forms.ellipsis = sheet.ellipsis
    if (sheet?.dash) forms.dash = sheet.dash
    if (sheet?.quotes) forms.quotes = sheet.quotes
    if (sheet?.quoteForm) forms.quoteForm = forms.apostrophe = sheet.quoteForm
    forms.sceneBreak = sheet?.sceneBreak ?? most(this.#breaks)
    return forms as unknown as Forms
  }

  dialect(settings: Settings): Dialect {
    if (settings.sheet?.dialect) return settings.sheet.dialect
    if (settings.dialect !== 'guess') return settings.dialect
    // Single quotation marks are British custom: they decide where the words hardly tell.
    const custom = this.#majority('quotes') === 'single' ? QUOTES_TELL : 0
    return this.#british + custom > this.#american ? 'en-GB' : 'en-US'
  }

  /** A comma that is left out once in nine times is forgotten; one that is left out oftener is so by taste. */
  get #leavesOutOpeningCommas(): boolean {
    const [left, put] = (['without', 'with'] as const).map((form) => this.#forms.get(`openingComma ${form}`) ?? 0)
    return left! > 1 + put! / 8
  }

  #majority(name: FormName): string | null {
    const counts = new Map(FORMS[name].map((form) => [form, this.#forms.get(`${name} ${form}`) ?? 0]))
    return most(counts)
  }

  #count(summary: LineSummary, by: 1 | -1): void {
    for (const word of summary.capitals) this.#word(word, 'capital', by)
    for (const word of summary.firsts) this.#word(word, 'first', by)
    for (const word of summary.lowers) this.#word(word, 'lower', by)
    for (const [name, forms] of Object.entries(summary.forms)) {
      for (const [form, count] of Object.entries(forms)) change(this.#forms, `${name} ${form}`, by * count)
    }
    if (summary.breakMark !== null) change(this.#breaks, summary.breakMark, by)
    this.#american += by * summary.american
    this.#british += by * summary.british
  }

  #word(word: string, where: keyof WordCount, by: 1 | -1): void {
    const lower = where === 'lower' ? word : word.toLowerCase()
    let count = this.#words.get(lower)
    if (count === undefined) {
      count = { capital: 0, first: 0, lower: 0 }
      this.#words.set(lower, count)
    }
    count[where] += by
    this.#touched.add(lower)
    if (count.capital === 0 && count.first === 0 && count.lower === 0) this.#words.delete(lower)
  }
}

function change(counts: Map<string, number>, key: string, by: number): void {
  const count = (counts.get(key) ?? 0) + by
  if (count === 0) counts.delete(key)
  else counts.set(key, count)
}

/** At least three of it, and three quarters of all. */
function most(counts: ReadonlyMap<string, number>): string | null {
  let all = 0
  let best: string | null = null
  let bestCount = 0
  for (const [form, count] of counts) {
    all += count
    if (count > bestCount) {
      best = form
      bestCount = count
    }
  }
  return bestCount >= 3 && bestCount * 4 >= all * 3 ? best : null
}
