/**
 * <fix-batch>: many findings at once, each with its words before and after and a tick. It floats over the foot of the sheet
 * and steps through them; what is ticked is fixed or proposed in one act.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Finding } from '../../../shared/proof/finding.ts'
import { icon } from '../../ui/icons.ts'
import { LightElement } from '../../ui/light-element.ts'
import { announce } from '../../ui/live-region.ts'
import { Watch } from '../../ui/watch.ts'
import type { ChecksContext, Fix, FixWay } from './checks-context.ts'
import { around, replacedPieces } from './finding-words.ts'
import './fix-batch.css'

/** One instance; `id` stays while the text around it is edited. */
interface Instance extends Fix {
  id: string
}

@customElement('fix-batch')
export class FixBatch extends LightElement {
  @property({ attribute: false }) checks!: ChecksContext
  /** Those that can be fixed are offered, for as long as they are found. */
  @property({ attribute: false }) findings: readonly Finding[] = []
  /** What they have in common. */
  @property({ attribute: false }) override title = ''
  @property({ attribute: false }) closed: () => void = () => undefined

  @state() private dropped: ReadonlySet<string> = new Set()
  @state() private current: string | null = null
  @state() private busy: FixWay | null = null
  /** Of many; null where they are soon done. */
  @state() private far: { done: number; of: number } | null = null
  private stopping = new AbortController()
  private readonly watch = new Watch(this)

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('findings')) return
    this.dropped = new Set()
    this.current = null
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('.batch')?.focus({ preventScroll: true })
  }

  protected override render(): TemplateResult {
    const lines = this.watch.read(this.checks.shown)
    const ways = this.watch.read(this.checks.ways)
    const all = this.instances()
    const count = all.filter(({ id }) => !this.dropped.has(id)).length
    const at = all.findIndex(({ id }) => id === this.current)
    const dropped = all.length - count
    return html`<section class="float batch fixes" aria-label="${this.title}: several at once" tabindex="-1" @keydown=${this.press}>
      <div class="batch-lines">
        <div class="row">
          <b class="batch-title">${this.title}</b>
          <span class="hush small" role="status">${count.toLocaleString('en')} ticked${dropped > 0 ? `, ${dropped.toLocaleString('en')} dropped` : ''}</span>
          <span class="grow"></span>
          <button class="btn icon-only quiet" aria-label="Previous of these" title="Previous (K)" @click=${() => this.step(-1)}>${icon('chevron-up')}</button>
          <span class="num small hush">${at === -1 ? '' : `${at + 1} of ${all.length}`}</span>
          <button class="btn icon-only quiet" aria-label="Next of these" title="Next (J)" @click=${() => this.step(1)}>${icon('chevron-down')}</button>
          <button class="btn icon-only quiet" aria-label="Close the batch" title="Close (Esc)" @click=${this.close}>${icon('x')}</button>
        </div>
        <ol class="fix-list" aria-label="Each of them">
          ${all.map((instance) => this.row(instance, lines))}
        </ol>
        ${
          this.far
            ? this.progress(this.far)
            : html`<div class="row">
                <button class="btn tiny quiet" @click=${() => this.tickAll(true)}>All</button>
                <button class="btn tiny quiet" @click=${() => this.tickAll(false)}>None</button>
                <span class="grow"></span>
                ${ways.toReversed().map((way) => this.act(way, way === ways[0], count))}
              </div>`
        }
      </div>
    </section>`
  }

  private act(way: FixWay, first: boolean, count: number): TemplateResult {
    return html`<button class="btn ${first ? 'primary' : 'quiet'}" aria-disabled=${count === 0 ? 'true' : 'false'} aria-busy=${this.busy === way ? 'true' : 'false'} @click=${() => void this.go(way)}>
      ${this.busy === way ? icon('loader-circle', { small: true }) : nothing}${way === 'write' ? 'Fix' : 'Propose'} ${count.toLocaleString('en')}</button>`
  }

  /** What is done stays when it is stopped. */
  private progress({ done, of }: { done: number; of: number }): TemplateResult {
    const stopping = this.stopping.signal.aborted
    return html`<div class="row">
      <progress class="bar grow" aria-label="Proposing" max=${of} value=${done}></progress>
      <span class="num small">${done.toLocaleString('en')} of ${of.toLocaleString('en')} proposed</span>
      <button class="btn tiny" aria-disabled=${stopping ? 'true' : 'false'} @click=${this.cancel}>${stopping ? 'Stopping…' : 'Stop'}</button>
    </div>`
  }

  private row({ id, finding, replacement }: Instance, lines: ChecksContext['shown']['value']): TemplateResult {
    const { before, words, after } = around(finding, lines[finding.line] ?? { text: '', findings: [] })
    const ticked = !this.dropped.has(id)
    return html`<li class=${id === this.current ? 'active' : ''}>
      <input type="checkbox" aria-label="Line ${finding.line + 1}: ${words} becomes ${replacement.replaceAll('\n', ' new line ')}" .checked=${ticked} @change=${() => this.tick(id)} />
      <button class="there" @click=${() => this.show(id)}><span class="num">${(finding.line + 1).toLocaleString('en')}</span><span class="words">${before}${replacedPieces(words, replacement).map(({ kind, text }) => (kind === 'gone' ? html`<del>${text}</del>` : kind === 'new' ? html`<ins>${text}</ins>` : text))}${after}</span></button>
    </li>`
  }

  /** Equal findings in equal surroundings are told apart by their order. */
  private instances(): Instance[] {
    const numbered = (findings: readonly Finding[]) => {
      const seen = new Map<string, number>()
      return findings.map((finding) => {
        const number = (seen.get(finding.key) ?? 0) + 1
        seen.set(finding.key, number)
        return { id: `${finding.rule} ${finding.key} ${number}`, finding }
      })
    }
    const wanted = new Set(numbered(this.findings).map(({ id }) => id))
    return numbered(this.checks.source.all()).flatMap(({ id, finding }) => {
      const [replacement] = finding.replacements
      return replacement !== undefined && wanted.has(id) ? [{ id, finding, replacement }] : []
    })
  }

  private tick(id: string): void {
    const next = new Set(this.dropped)
    if (!next.delete(id)) next.add(id)
    this.dropped = next
  }

  private tickAll(on: boolean): void {
    this.dropped = on ? new Set() : new Set(this.instances().map(({ id }) => id))
  }

  private step(by: 1 | -1): void {
    const all = this.instances()
    const at = all.findIndex(({ id }) => id === this.current)
    const next = all[at === -1 ? (by === 1 ? 0 : all.length - 1) : at + by]
    if (!next) {
      announce(`That was the ${by === 1 ? 'last' : 'first'} of them.`)
      return
    }
    this.show(next.id)
    const { finding, replacement } = next
    const dropped = this.dropped.has(next.id) ? ', dropped' : ''
    announce(
      `${all.indexOf(next) + 1} of ${all.length}, line ${finding.line + 1}${dropped}: “${this.checks.wordsOf(finding)}” becomes “${replacement}”.`,
    )
  }

  private show(id: string): void {
    this.current = id
    const instance = this.instances().find((one) => one.id === id)
    if (!instance) return
    this.checks.source.reveal(instance.finding)
    // The batch is what is in hand; a card would lie over its list.
    this.checks.source.open(null)
    void this.updateComplete.then(() => this.querySelector('li.active')?.scrollIntoView({ block: 'nearest' }))
  }

  private async go(way: FixWay): Promise<void> {
    const fixes = this.instances().filter(({ id }) => !this.dropped.has(id))
    if (fixes.length === 0 || this.busy) return
    this.busy = way
    this.stopping = new AbortController()
    const { signal } = this.stopping
    try {
      await this.checks.fix(fixes, way, {
        signal,
        told: (done, of) => {
          this.far = done < of ? { done, of } : null
        },
      })
    } finally {
      this.busy = null
      this.far = null
    }
    this.close()
  }

  private readonly cancel = (): void => {
    this.stopping.abort()
    this.requestUpdate()
  }

  private readonly close = (): void => {
    this.closed()
    this.checks.focusText()
  }

  private readonly press = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const key = event.key.toLowerCase()
    if (key === 'escape') this.close()
    else if (key === 'j') this.step(1)
    else if (key === 'k') this.step(-1)
    else if (key === 'x' && this.current !== null) this.tick(this.current)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fix-batch': FixBatch
  }
}
