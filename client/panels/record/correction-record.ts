/** <correction-record>: everything that changed a word, who asked for it, who decided, and why; filters, and the way to the words. */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { apply } from '../../../shared/review/change.ts'
import type { ReviewHandle } from '../../sync/review.ts'
import { avatar, type Face } from '../../ui/avatar.ts'
import { icon } from '../../ui/icons.ts'
import { LightElement } from '../../ui/light-element.ts'
import { counted, exactTime, firstName } from '../../ui/times.ts'
import { Watch } from '../../ui/watch.ts'
import type { MarginSource } from '../margin/margin-source.ts'
import './record.css'
import {
  accountsIn,
  countRecord,
  filterRecord,
  OUTCOMES,
  type RecordFilter,
  type RecordOutcome,
  type RecordRow,
  recordRows,
} from './record-rows.ts'
import { isFormattingOnly, type RecordPart, recordParts } from './record-words.ts'

/** So many rows are shown at a time. */
const SHOWN = 200

const OUTCOME_WORDS: Record<RecordOutcome, { name: string; look: string; icon: 'check' | 'x' | 'pen-line' }> = {
  accepted: { name: 'Accepted', look: 'good', icon: 'check' },
  rejected: { name: 'Rejected', look: 'bad', icon: 'x' },
  edited: { name: 'Direct edit', look: 'warn', icon: 'pen-line' },
}

@customElement('correction-record')
export class CorrectionRecord extends LightElement {
  @property({ attribute: false }) review!: ReviewHandle
  /** Null where the text is not on the page: then nothing leads to the words. */
  @property({ attribute: false }) source: MarginSource | null = null
  @property() storyId = ''
  @property({ attribute: false }) person: (account: string) => Face = () => ({ name: 'Somebody', swatch: 8 })
  /** Called before the words of a row are shown, e.g. to close the dialog around. */
  @property({ attribute: false }) leave: () => void = () => undefined
  /** Shows a line of the text, from 1. */
  @property({ attribute: false }) go: (line: number) => void = () => undefined

  @state() private filter: RecordFilter = { person: '', outcome: '', words: '' }
  @state() private shown = SHOWN
  private readonly watch = new Watch(this)

  protected override render(): TemplateResult {
    const rows = recordRows(this.watch.read(this.review.state), ({ base, change }) => apply(base, change))
    if (rows.length === 0) {
      return html`<p class="nothing">${icon('list')}<b>Nothing was corrected yet</b>Accepted and rejected suggestions and direct edits are listed here, with who and why.</p>`
    }
    const listed = filterRecord(rows, this.filter)
    return html`<div class="record">${this.bars(rows, listed)} ${listed.length === 0 ? html`<p class="nothing"><b>Nothing of this kind</b>Choose another person, outcome or words.</p>` : this.table(listed)}</div>`
  }

  private bars(rows: readonly RecordRow[], listed: readonly RecordRow[]): TemplateResult {
    const counts = countRecord(listed)
    const file = (format: string) => `/api/stories/${encodeURIComponent(this.storyId)}/record?format=${format}`
    return html`<div class="bars">
        <div><b>${counts.accepted.toLocaleString('en')}</b>accepted</div>
        <div><b>${counts.rejected.toLocaleString('en')}</b>rejected</div>
        <div><b>${counts.edited.toLocaleString('en')}</b>${counts.edited === 1 ? 'direct edit' : 'direct edits'}</div>
        <span class="grow"></span>
        <a class="btn" download href=${file('csv')}>${icon('download', { small: true })}CSV</a>
        <a class="btn" download href=${file('json')}>${icon('download', { small: true })}JSON</a>
      </div>
      <div class="record-filters">
        <label><span class="unseen">By whom</span>
          <select class="choose" @change=${(event: Event) => this.choose({ person: valueIn(event) })}>
            <option value="">Anyone</option>
            ${accountsIn(rows).map((account) => html`<option value=${account} ?selected=${account === this.filter.person}>${this.person(account).name}</option>`)}
          </select></label>
        <label><span class="unseen">Outcome</span>
          <select class="choose" @change=${(event: Event) => this.choose({ outcome: OUTCOMES.find((one) => one === valueIn(event)) ?? '' })}>
            <option value="">Any outcome</option>
            ${OUTCOMES.map((one) => html`<option value=${one} ?selected=${one === this.filter.outcome}>${OUTCOME_WORDS[one].name}</option>`)}
          </select></label>
        <input class="input" type="search" aria-label="Search the record" placeholder="Words or reason" autocomplete="off" .value=${this.filter.words} @input=${(event: Event) => this.choose({ words: valueIn(event) })} />
        <span class="grow"></span>
        <output class="small hush">${listed.length === rows.length ? counted(rows.length, 'row') : `${listed.length.toLocaleString('en')} of ${counted(rows.length, 'row')}`}</output>
      </div>`
  }

  private table(rows: readonly RecordRow[]): TemplateResult {
    const now = Date.now()
    const lines = new Map(this.source?.placed.peek().map(({ id, line }) => [id, line]))
    let day = ''
    return html`<table>
        <caption class="unseen">Corrections, newest first</caption>
        <thead><tr><th scope="col">Line</th><th scope="col">Words</th><th scope="col">Proposed</th><th scope="col">Outcome</th><th scope="col">Decided</th><th scope="col">Why</th></tr></thead>
        <tbody>
          ${rows.slice(0, this.shown).map((row) => {
            const before = day
            day = dayOf(row.at, now)
            return html`${day === before ? nothing : html`<tr class="day"><th colspan="6" scope="rowgroup">${day}</th></tr>`} ${this.row(row, lines)}`
          })}
        </tbody>
      </table>
      ${
        rows.length > this.shown
          ? html`<p class="more-rows"><button class="btn" @click=${() => {
              this.shown += SHOWN
            }}>Show ${Math.min(SHOWN, rows.length - this.shown)} more</button></p>`
          : nothing
      }`
  }

  private row(row: RecordRow, lines: ReadonlyMap<string, number>): TemplateResult {
    const { name, look, icon: sign } = OUTCOME_WORDS[row.outcome]
    return html`<tr>
      <td class="line num">${this.place(row, lines)}</td>
      <td class="words">${recordParts(row).map(partView)}${isFormattingOnly(row) ? html` <span class="hush small">formatting only</span>` : nothing}${row.suggestions.length > 1 ? html` <span class="hush small">in ${row.suggestions.length.toLocaleString('en')} places</span>` : nothing}${row.more > 0 ? html` <span class="hush small">and ${counted(row.more, 'more line')}</span>` : nothing}</td>
      <td class="who">${this.who(row.by, row.proposedAt ?? row.at)}</td>
      <td><span class="chip ${look}">${icon(sign, { small: true })}${name}</span></td>
      <td class="who">${row.decidedBy === null ? html`<span class="hush small">an editor’s own</span>` : this.who(row.decidedBy, row.at, row.batch ? ', one batch' : '')}</td>
      <td class="small why">${row.amended ? html`<span class="hush">Accepted with other words. </span>` : nothing}${row.reason || html`<span class="hush">No reason given</span>`}</td>
    </tr>`
  }

  private place(row: RecordRow, lines: ReadonlyMap<string, number>): TemplateResult | typeof nothing {
    const first = row.suggestions[0]
    const line = first === undefined ? row.line : (lines.get(first) ?? null)
    if (line === null || line <= 0) return nothing
    const show = () => {
      this.leave()
      if (first === undefined) this.go(line)
      else this.source?.reveal(first, { focus: true })
    }
    return html`<button class="link" aria-label="Line ${line}, show in the text" @click=${show}>${line}${row.suggestions.length > 1 ? '…' : ''}</button>`
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
