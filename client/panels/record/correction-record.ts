/** <correction-record>: everything that changed a word, who asked for it, who decided, and why; filters, counts, and the way to the words. */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { plainRuleName } from '../../../shared/proof/rule-name.ts'
import {
  countRecord,
  type RecordEntry,
  type CorrectionRecord as RecordMade,
  type RecordOutcome,
  recordOf,
} from '../../../shared/review/record.ts'
import type { ReviewState } from '../../../shared/review/state.ts'
import type { ReviewHandle } from '../../sync/review.ts'
import { avatar, type Face } from '../../ui/avatar.ts'
import { icon } from '../../ui/icons.ts'
import { LightElement } from '../../ui/light-element.ts'
import { counted, exactTime, firstName } from '../../ui/times.ts'
import { Watch } from '../../ui/watch.ts'
import type { MarginSource } from '../margin/margin-source.ts'
import './record.css'
import {
  countOutcomes,
  endOf,
  filterRecord,
  newestFirst,
  RECORD_KINDS,
  type RecordFilter,
  type RecordKind,
  WHOLE_RECORD,
} from './record-filter.ts'
import { type RecordPart, recordParts } from './record-words.ts'

/** So many rows are shown at a time. */
const SHOWN = 200

const OUTCOME_WORDS: Record<RecordOutcome, { name: string; look: string; icon: 'check' | 'x' | 'pen-line' }> = {
  accepted: { name: 'Accepted', look: 'good', icon: 'check' },
  rejected: { name: 'Rejected', look: 'bad', icon: 'x' },
  edited: { name: 'Direct edit', look: 'warn', icon: 'pen-line' },
}

const KIND_WORDS: Record<RecordKind, string> = {
  accepted: 'Accepted',
  rejected: 'Rejected',
  edited: 'Direct edits',
  amended: 'Accepted with other words',
  format: 'Formatting only',
}

@customElement('correction-record')
export class CorrectionRecord extends LightElement {
  @property({ attribute: false }) review!: ReviewHandle
  /** Null where the text is not on the page: then nothing leads to the words. */
  @property({ attribute: false }) source: MarginSource | null = null
  @property() storyId = ''
  @property({ attribute: false }) person: (account: string) => Face = () => ({ name: 'Somebody', swatch: 8 })
  /** Called before the words of an entry are shown, e.g. to close the dialog around. */
  @property({ attribute: false }) leave: () => void = () => undefined
  /** Shows a line of the text, from 1. */
  @property({ attribute: false }) go: (line: number) => void = () => undefined

  @state() private filter: RecordFilter = WHOLE_RECORD
  @state() private shown = SHOWN
  private readonly watch = new Watch(this)
  private made: { state: ReviewState; record: RecordMade; newest: readonly RecordEntry[] } | null = null

  protected override render(): TemplateResult {
    const { record, newest } = this.read(this.watch.read(this.review.state))
    if (newest.length === 0) {
      return html`<p class="nothing">${icon('list')}<b>Nothing was corrected yet</b>Accepted and rejected suggestions and direct edits are listed here, with who and why.</p>`
    }
    const listed = filterRecord(newest, this.filter)
    return html`<div class="record">${this.bars(listed)} ${this.filters(record, listed.length)} ${this.tallies(listed)}
      ${listed.length === 0 ? html`<p class="nothing"><b>Nothing of this kind</b>Choose another person, tag, kind or words.</p>` : this.table(listed)}</div>`
  }

  /** As the files have it; put together once for each state of the review. */
  private read(state: ReviewState): { record: RecordMade; newest: readonly RecordEntry[] } {
    if (this.made?.state === state) return this.made
    const record = recordOf(state, { nameOf: (account) => this.person(account).name })
    this.made = { state, record, newest: newestFirst(record.entries) }
    return this.made
  }

  private bars(listed: readonly RecordEntry[]): TemplateResult {
    const counts = countOutcomes(listed)
    const file = (format: string) => `/api/stories/${encodeURIComponent(this.storyId)}/record?format=${format}`
    return html`<div class="bars">
        <div><b>${counts.accepted.toLocaleString('en')}</b>accepted</div>
        <div><b>${counts.rejected.toLocaleString('en')}</b>rejected</div>
        <div><b>${counts.edited.toLocaleString('en')}</b>${counts.edited === 1 ? 'direct edit' : 'direct edits'}</div>
        <span class="grow"></span>
        <span class="row">
          <a class="btn" download href=${file('csv')}>${icon('download', { small: true })}CSV</a>
          <a class="btn" download href=${file('json')}>${icon('download', { small: true })}JSON</a>
        </span>
      </div>`
  }

  private filters({ entries, people, tags }: RecordMade, listed: number): TemplateResult {
    const { filter } = this
    return html`<div class="record-filters">
        <label><span class="unseen">By whom</span>
          <select class="choose" @change=${(event: Event) => this.choose({ person: valueIn(event) })}>
            <option value="">Anyone</option>
            ${people.map(({ account }) => html`<option value=${account} ?selected=${account === filter.person}>${this.person(account).name}</option>`)}
          </select></label>
        <label><span class="unseen">Tag</span>
          <select class="choose" @change=${(event: Event) => this.choose({ tag: tags[Number(valueIn(event))]?.tag ?? null })}>
            <option value="-1">Any tag</option>
            ${tags.map(({ tag }, index) => html`<option value=${index} ?selected=${tag === filter.tag}>${tag || 'Without a tag'}</option>`)}
          </select></label>
        <label><span class="unseen">Kind</span>
          <select class="choose" @change=${(event: Event) => this.choose({ kind: RECORD_KINDS.find((one) => one === valueIn(event)) ?? '' })}>
            <option value="">Any kind</option>
            ${RECORD_KINDS.map((one) => html`<option value=${one} ?selected=${one === filter.kind}>${KIND_WORDS[one]}</option>`)}
          </select></label>
        <input class="input" type="search" aria-label="Search the record" placeholder="Words or reason" autocomplete="off" .value=${filter.words} @input=${(event: Event) => this.choose({ words: valueIn(event) })} />
        <span class="grow"></span>
        <output class="small hush">${listed === entries.length ? counted(listed, 'entry', 'entries') : `${listed.toLocaleString('en')} of ${counted(entries.length, 'entry', 'entries')}`}</output>
      </div>`
  }

  /** Of what is listed: who did how much, and what was about which tag. */
  private tallies(listed: readonly RecordEntry[]): TemplateResult | typeof nothing {
    if (listed.length === 0) return nothing
    const { people, tags } = countRecord(listed)
    return html`<details class="tallies">
      <summary>Counts by person and tag</summary>
      <div class="two">
        ${tally(
          'Person',
          ['Proposed', 'Accepted', 'Rejected', 'Decided', 'Direct edits'],
          people.map((one) => [
            this.person(one.account).name,
            [one.proposed, one.accepted, one.rejected, one.decided, one.edited],
          ]),
        )}
        ${tally(
          'Tag',
          ['Accepted', 'Rejected'],
          tags.map(({ tag, accepted, rejected }) => [tag || 'Without a tag', [accepted, rejected]]),
        )}
      </div>
    </details>`
  }

  private table(entries: readonly RecordEntry[]): TemplateResult {
    const now = Date.now()
    const lines = new Map(this.source?.placed.peek().map(({ id, line }) => [id, line]))
    let day = ''
    return html`<table class="entries">
        <caption class="unseen">Corrections, newest first</caption>
        <thead><tr><th scope="col">Line</th><th scope="col">Words</th><th scope="col">Proposed</th><th scope="col">Outcome</th><th scope="col">Decided</th><th scope="col">Why</th></tr></thead>
        <tbody>
          ${entries.slice(0, this.shown).map((entry) => {
            const before = day
            day = dayOf(endOf(entry), now)
            return html`${day === before ? nothing : html`<tr class="day"><th colspan="6" scope="rowgroup">${day}</th></tr>`} ${this.row(entry, lines)}`
          })}
        </tbody>
      </table>
      ${
        entries.length > this.shown
          ? html`<p class="more-rows"><button class="btn" @click=${() => {
              this.shown += SHOWN
            }}>Show ${Math.min(SHOWN, entries.length - this.shown)} more</button></p>`
          : nothing
      }`
  }

  private row(entry: RecordEntry, lines: ReadonlyMap<string, number>): TemplateResult {
    const { name, look, icon: sign } = OUTCOME_WORDS[entry.outcome]
    const { by, at, decidedBy, tag, together, more } = entry
    const why = [entry.reason, entry.decision].filter((reason) => reason !== '').join(' · ')
    return html`<tr>
      <td class="line num">${this.place(entry, lines)}</td>
      <td class="words">${recordParts(entry).map(partView)}${entry.formatOnly ? html` <span class="hush small">formatting only</span>` : nothing}${more > 0 ? html` <span class="hush small">and ${counted(more, 'more line')}</span>` : nothing}</td>
      <td class="who">${this.who(by.account, at)}</td>
      <td><span class="chip ${look}">${icon(sign, { small: true })}${name}</span></td>
      <td class="who">${decidedBy === null ? html`<span class="hush small">an editor’s own</span>` : this.who(decidedBy.account, endOf(entry), together > 1 ? `, one of ${together.toLocaleString('en')}` : '')}</td>
      <td class="small why">${tag === '' ? nothing : html`<span class="chip">${icon('tag', { small: true })}${tag}</span> `}${entry.amended ? html`<span class="hush">Accepted with other words. </span>` : nothing}${why || html`<span class="hush">No reason given</span>`}${this.checkerSaid(entry)}</td>
    </tr>`
  }

  private checkerSaid({ suggestion }: RecordEntry): TemplateResult | typeof nothing {
    const rule = suggestion === null ? null : (this.review.state.peek().suggestions.get(suggestion)?.rule ?? null)
    return rule === null ? nothing : html` <span class="hush">From the checker: ${plainRuleName(rule)}</span>`
  }

  private place({ suggestion, line: written }: RecordEntry, lines: ReadonlyMap<string, number>) {
    const line = suggestion === null ? written : (lines.get(suggestion) ?? null)
    if (line === null || line <= 0) return nothing
    const show = () => {
      this.leave()
      if (suggestion === null) this.go(line)
      else this.source?.reveal(suggestion, { focus: true })
    }
    return html`<button class="link" aria-label="Line ${line}, show in the text" @click=${show}>${line}</button>`
  }

  private who(account: string, at: string, more = ''): TemplateResult {
    const face = this.person(account)
    return html`<span class="row">${avatar(face, { small: true })}<span aria-hidden="true">${firstName(face.name)}</span></span>
      <small><time datetime=${at} title=${exactTime(at)}>${new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}</time>${more}</small>`
  }

  private choose(part: Partial<RecordFilter>): void {
    this.filter = { ...this.filter, ...part }
    this.shown = SHOWN
  }
}

function tally(
  of: string,
  columns: readonly string[],
  rows: readonly (readonly [string, readonly number[]])[],
): TemplateResult {
  return html`<table>
    <thead><tr><th scope="col">${of}</th>${columns.map((name) => html`<th scope="col" class="num">${name}</th>`)}</tr></thead>
    <tbody>
      ${rows.map(
        ([name, numbers]) =>
          html`<tr><th scope="row">${name}</th>${numbers.map((number) => html`<td class="num">${number.toLocaleString('en')}</td>`)}</tr>`,
      )}
    </tbody>
  </table>`
}

function valueIn(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value
}

function partView({ kind, text }: RecordPart): TemplateResult | string {
  if (kind === 'gone') return html`<del>${text}</del>`
  return kind === 'new' ? html`<ins>${text}</ins>` : text
}

function dayOf(at: string, now: number): string {
  const day = (time: number) => new Date(time).toDateString()
  if (day(Date.parse(at)) === day(now)) return 'Today'
  return new Date(at).toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })
}

declare global {
  interface HTMLElementTagNameMap {
    'correction-record': CorrectionRecord
  }
}
