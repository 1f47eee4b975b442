/** <find-panel>: find, and replace by a list of matches that can be unticked. The search itself is its target's. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { icon } from '../../ui/icons.ts'
import { announce } from '../../ui/live-region.ts'
import { counted } from '../../ui/times.ts'
import { showToast } from '../../ui/toast.ts'
import { Watch } from '../../ui/watch.ts'
import './find-panel.css'
import {
  type FindQuery,
  type FindTarget,
  type Proposer,
  proposedWords,
  replaceReason,
  resultWords,
} from './find-target.ts'

/** At most this many matches are listed; all are replaced unless unticked. */
const LISTED = 200

const SWITCHES = [
  ['matchCase', 'Aa', 'Match case'],
  ['wholeWord', '“w”', 'Whole words'],
  ['regex', '.*', 'Regular expression'],
] as const

@customElement('find-panel')
export class FindPanel extends LitElement {
  @property({ attribute: false }) target: FindTarget | null = null
  /** False where the text may not be changed: then there is nothing to replace with. */
  @property({ type: Boolean }) writable = false
  /**
   * Makes a suggestion of each chosen match. Null where nothing can be proposed.
   * Where the text may not be changed now but this is there, replacing only proposes.
   */
  @property({ attribute: false }) propose: Proposer | null = null
  @property({ type: Boolean }) replacing = false
  @property({ attribute: false }) closed: () => void = () => undefined
  @property({ attribute: false }) undo: () => void = () => undefined
  /** Calls back once, at this person's next edit of the text. */
  @property({ attribute: false }) nextEdit: (then: () => void) => void = () => undefined
  /** Shows a line of the text, from 1, without moving the keyboard there. */
  @property({ attribute: false }) go: (line: number) => void = () => undefined

  @state() private search: FindQuery = { text: '', matchCase: false, wholeWord: false, regex: false }
  @state() private template = ''
  @state() private dropped: ReadonlySet<number> = new Set()
  @state() private proposing = false
  /** Tag of what is proposed; null = none. */
  @state() private label: string | null = null
  private readonly watch = new Watch(this)
  private counted = 0

  /** Puts the keyboard into the field; `words` (a selection, say) take the place of what stood there. */
  focusField(words = ''): void {
    if (words !== '') this.change({ text: words })
    void this.updateComplete.then(() => {
      this.querySelector<HTMLInputElement>('#find-words')?.select()
    })
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.target?.close()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.search.text !== '') void this.target?.search(this.search)
  }

  protected override willUpdate(_: PropertyValues): void {
    const count = this.target ? this.watch.read(this.target.result).count : 0
    // Another number of matches: the ticks no longer stand for the same words.
    if (count !== this.counted && this.dropped.size > 0) this.dropped = new Set()
    this.counted = count
  }

  protected override render() {
    const { target } = this
    if (!target) return nothing
    const result = this.watch.read(target.result)
    const wrong = result.state === 'bad-pattern' || result.state === 'took-too-long'
    const replacing = this.replacing && this.replaces
    return html`<section class="find-panel" role="search" aria-label="Find in the story" @keydown=${this.press}>
      <header class="row">
        <h2>${replacing ? 'Find and replace' : 'Find'}</h2>
        <span class="grow"></span>
        <button class="btn icon-only quiet tiny" aria-label="Close find" title="Close (Esc)" @click=${this.closed}>${icon('x')}</button>
      </header>
      <div class="line">
        <input
          id="find-words"
          class="input serif"
          aria-label="Find"
          placeholder="Find"
          aria-invalid=${wrong ? 'true' : 'false'}
          aria-describedby="find-result"
          autocomplete="off"
          spellcheck="false"
          .value=${this.search.text}
          @input=${(event: InputEvent) => this.change({ text: (event.target as HTMLInputElement).value })}
        />
        <button class="btn icon-only quiet" aria-label="Previous match" title="Previous (Shift Enter)" @click=${() => target.previous()}>${icon('chevron-up')}</button>
        <button class="btn icon-only quiet" aria-label="Next match" title="Next (Enter)" @click=${() => target.next()}>${icon('chevron-down')}</button>
      </div>
      <div class="row switches">
        ${SWITCHES.map(
          ([key, sign, name]) => html`<button
            class="btn tiny quiet"
            aria-pressed=${this.search[key] ? 'true' : 'false'}
            aria-label=${name}
            title=${name}
            @click=${() => this.change({ [key]: !this.search[key] })}
          >${sign}</button>`,
        )}
        <span class="grow"></span>
        <output id="find-result" class="small num ${wrong ? 'wrong' : 'hush'}">${resultWords(result)}</output>
      </div>
      ${replacing ? this.replacement(target, result.count) : this.offer()}
      ${result.state === 'found' && result.count > 0 ? this.list(target, replacing) : nothing}
    </section>`
  }

  private offer(): TemplateResult | typeof nothing {
    if (!this.replaces) return nothing
    return html`<button class="btn tiny quiet offer" @click=${() => {
      this.replacing = true
    }}>${icon('chevron-right', { small: true })}Replace…</button>`
  }

  private replacement(target: FindTarget, count: number): TemplateResult {
    const ticked = count - this.dropped.size
    return html`<div class="line">
        <input
          id="find-replacement"
          class="input serif"
          aria-label="Replace with"
          placeholder="Replace with"
          autocomplete="off"
          spellcheck="false"
          .value=${this.template}
          @input=${(event: InputEvent) => {
            this.template = (event.target as HTMLInputElement).value
          }}
        />
      </div>
      ${this.writable ? html`<div class="row">${this.replaceButtons(target, count, ticked)}</div>` : nothing}
      ${this.propose ? html`<div class="row">${this.proposeButton(target, count, ticked, this.propose)}</div>` : nothing}`
  }

  private get replaces(): boolean {
    return this.writable || this.propose !== null
  }

  private replaceButtons(target: FindTarget, count: number, ticked: number): TemplateResult {
    return html`<button class="btn" aria-disabled=${count === 0 ? 'true' : 'false'} @click=${() => void this.replaceOne(target)}>Replace</button>
      <button class="btn" aria-disabled=${ticked === 0 ? 'true' : 'false'} @click=${() => void this.replaceAll(target)}>
        Replace ${ticked === count ? 'all' : ''}${count > 0 ? ` ${ticked.toLocaleString('en')}` : ''}
      </button>`
  }

  private proposeButton(target: FindTarget, count: number, ticked: number, propose: Proposer): TemplateResult {
    return html`<button
      class="btn"
      title="Makes a suggestion of each; the text stays as it is"
      aria-disabled=${ticked === 0 ? 'true' : 'false'}
      aria-busy=${this.proposing ? 'true' : 'false'}
      @click=${() => void this.proposeAll(target, propose)}
    >Propose${count > 0 ? ` ${ticked.toLocaleString('en')}` : ''}</button>
    <select
      class="select"
      aria-label="Tag of the suggestions"
      @change=${(event: Event) => {
        this.label = (event.target as HTMLSelectElement).value || null
      }}
    >
      <option value="" ?selected=${this.label === null}>No tag</option>
      ${propose.labels.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.label}>${name}</option>`)}
    </select>`
  }

  private list(target: FindTarget, replacing: boolean): TemplateResult {
    const rows = target.rows(this.template)
    const active = target.result.peek().active
    return html`<ol class="matches" aria-label="Matches">
        ${rows.slice(0, LISTED).map(
          (row, index) => html`<li class=${index === active ? 'active' : ''}>
            ${
              replacing
                ? html`<input type="checkbox" aria-label="Replace in line ${row.line}" .checked=${!this.dropped.has(index)} @change=${() => this.toggle(index)} />`
                : nothing
            }
            <button aria-current=${index === active ? 'true' : nothing} @click=${() => void this.goTo(target, index)}>
              <span class="num">${row.line}</span>
              <span class="words"
                >${row.before}${
                  replacing && !this.dropped.has(index) && row.replacement !== row.match
                    ? html`<del>${row.match}</del><ins>${row.replacement}</ins>`
                    : html`<mark>${row.match}</mark>`
                }${row.after}</span
              >
            </button>
          </li>`,
        )}
      </ol>
      ${rows.length > LISTED ? html`<p class="small hush more">${counted(rows.length - LISTED, 'more match', 'more matches')}, not listed</p>` : nothing}`
  }

  private change(part: Partial<FindQuery>): void {
    this.search = { ...this.search, ...part }
    this.dropped = new Set()
    void this.target?.search(this.search)
  }

  private toggle(index: number): void {
    const next = new Set(this.dropped)
    if (!next.delete(index)) next.add(index)
    this.dropped = next
  }

  /** A search starts from the caret's line, so the caret goes there first; then on to the match within the line. */
  private async goTo(target: FindTarget, index: number): Promise<void> {
    const rows = target.rows(this.template)
    const line = rows[index]?.line
    if (line === undefined) return
    const first = rows.findIndex((row) => row.line === line)
    const kept = this.dropped
    this.go(line)
    await target.search(this.search)
    for (let step = first; step < index; step += 1) target.next()
    this.dropped = kept
  }

  private async replaceOne(target: FindTarget): Promise<void> {
    if (target.result.peek().count === 0) return
    if (await target.replaceOne(this.template)) announce(`Replaced. ${resultWords(target.result.peek())}.`)
  }

  private get tickedMatches(): Set<number> {
    const count = this.target?.result.peek().count ?? 0
    return new Set(Array.from({ length: count }, (_, index) => index).filter((index) => !this.dropped.has(index)))
  }

  private async proposeAll(target: FindTarget, proposer: Proposer): Promise<void> {
    const chosen = this.tickedMatches
    if (chosen.size === 0 || this.proposing) return
    this.proposing = true
    try {
      const reason = replaceReason(this.search.text, this.template)
      const label = proposer.labels.some(({ id }) => id === this.label) ? this.label : null
      const made = await proposer.propose(target, this.template, chosen, { reason, label })
      showToast(proposedWords(made), made.undo ? { run: made.undo } : undefined)
    } catch (error) {
      // A refusal; what it says is for the person.
      showToast(error instanceof Error ? error.message : String(error))
    } finally {
      this.proposing = false
    }
  }

  private async replaceAll(target: FindTarget): Promise<void> {
    const all = this.tickedMatches
    if (all.size === 0) return
    const done = await target.replaceAll(this.template, all)
    if (done === 0) announce('Nothing was replaced.')
    // Undo takes back one's last edit; once that is another one, the offer would be untrue.
    else this.nextEdit(showToast(`Replaced ${counted(done, 'match', 'matches')}.`, { run: this.undo }))
  }

  private readonly press = (event: KeyboardEvent): void => {
    if (event.isComposing || !this.target) return
    if (event.key === 'Escape') {
      event.preventDefault()
      this.closed()
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') {
      event.preventDefault()
      if (event.target.id === 'find-replacement') void (this.writable && this.replaceOne(this.target))
      else if (event.shiftKey) this.target.previous()
      else this.target.next()
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'find-panel': FindPanel
  }
}
