/** The margin's filter: what is shown, whose, which kind, and a search. */
import { html, nothing, type TemplateResult } from 'lit'
import type { Label } from '../../../shared/review/labels.ts'
import { NOTE_KINDS } from '../../../shared/review/vocabulary.ts'
import type { Person } from '../../../shared/wire/people.ts'
import { ALL_OPEN, isNarrow, type MarginFilter } from './margin-filter.ts'
import { KIND_WORDS } from './margin-words.ts'

export interface FilterBarOptions {
  filter: MarginFilter
  change: (part: Partial<MarginFilter>) => void
  people: readonly Person[]
  labels: readonly Label[]
  /** "3 of 12 notes". */
  counts: string
  /** Null where the role may not. */
  editLabels: (() => void) | null
}

const SHOW = [
  ['open', 'Open'],
  ['done', 'Done'],
  ['all', 'All'],
] as const

const KINDS = [...NOTE_KINDS, 'suggestion'] as const

const WHOSE = [
  ['mine', 'Mine'],
  ['asked', 'Naming me'],
  ['assigned', 'For me'],
  ['new', 'New'],
] as const

export function filterBar({ filter, change, people, labels, counts, editLabels }: FilterBarOptions): TemplateResult {
  return html`<div class="filters" role="search" aria-label="Filter notes">
    <input
      class="input"
      type="search"
      aria-label="Search notes"
      placeholder="Search notes"
      .value=${filter.words}
      @input=${(event: Event) => change({ words: (event.target as HTMLInputElement).value })}
    />
    <div class="filterline">
      ${SHOW.map(([show, name]) => html`<button class="chip" aria-pressed=${pressed(filter.show === show)} @click=${() => change({ show })}>${name}</button>`)}
      <span class="rule" aria-hidden="true"></span>
      ${WHOSE.map(
        ([whose, name]) =>
          html`<button class="chip" aria-pressed=${pressed(filter.whose === whose)} @click=${() => change({ whose: filter.whose === whose ? 'all' : whose })}>${name}</button>`,
      )}
      <button class="chip" aria-pressed=${pressed(filter.mustFix)} @click=${() => change({ mustFix: !filter.mustFix })}>Must fix</button>
    </div>
    <div class="row">
      <select class="select small" aria-label="Kind" @change=${(event: Event) => change({ kind: KINDS.find((kind) => kind === chosenIn(event)) ?? null })}>
        <option value="" ?selected=${filter.kind === null}>Every kind</option>
        ${NOTE_KINDS.map((kind) => html`<option value=${kind} ?selected=${filter.kind === kind}>${KIND_WORDS[kind].name}</option>`)}
        <option value="suggestion" ?selected=${filter.kind === 'suggestion'}>Suggestion</option>
      </select>
      <select class="select small" aria-label="Tag" @change=${(event: Event) => change({ label: chosenIn(event) || null })}>
        <option value="" ?selected=${filter.label === null}>Every tag</option>
        ${labels.map(({ id, name }) => html`<option value=${id} ?selected=${filter.label === id}>${name}</option>`)}
      </select>
      <select class="select small" aria-label="Person" @change=${(event: Event) => change({ person: chosenIn(event) || null })}>
        <option value="" ?selected=${filter.person === null}>Everybody</option>
        ${people.map(({ id, name }) => html`<option value=${id} ?selected=${filter.person === id}>${name}</option>`)}
      </select>
    </div>
    <div class="row small">
      <output class="hush num">${counts}</output>
      <span class="grow"></span>
      ${editLabels ? html`<button class="link" @click=${editLabels}>Tags…</button>` : nothing}
      ${isNarrow(filter) ? html`<button class="link" @click=${() => change(ALL_OPEN)}>Show all</button>` : nothing}
    </div>
  </div>`
}

function pressed(on: boolean): string {
  return on ? 'true' : 'false'
}

function chosenIn(event: Event): string {
  return (event.target as HTMLSelectElement).value
}
