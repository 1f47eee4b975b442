/**
 * <checks-panel>: everything the checker found, in the margin's place: by rule, with what can be done about a rule's findings
 * together; what was dismissed, and which rules run. The style sheet and the words have parts of their own in it.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { guard } from 'lit/directives/guard.js'
import { repeat } from 'lit/directives/repeat.js'
import { may } from '../../../shared/roles.ts'
import type { CheckedLine } from '../../sync/checking.ts'
import { icon } from '../../ui/icons.ts'
import { LightElement } from '../../ui/light-element.ts'
import { counted } from '../../ui/times.ts'
import { Watch } from '../../ui/watch.ts'
import { askChecks } from './ask-checks.ts'
import type { ChecksContext } from './checks-context.ts'
import { dismissedList } from './dismissed-list.ts'
import { findingGroups } from './finding-groups.ts'
import { GroupOrder } from './group-order.ts'
import { findingGroup } from './group-view.ts'
import { HoldFocus } from './hold-focus.ts'
import { ruleList } from './rule-list.ts'
import { secondOpinionRow } from './second-opinion-row.ts'
import './style-counts.ts'
import './words-block.ts'

type Shown = 'checks' | 'style' | 'rules' | 'dismissed'

@customElement('checks-panel')
export class ChecksPanel extends LightElement {
  @property({ attribute: false }) checks!: ChecksContext
  @property({ attribute: false }) closed: () => void = () => undefined
  /** What it is asked to turn to, whenever another object is given; null = nothing. */
  @property({ attribute: false }) wanted: { readonly view: 'checks' | 'style' } | null = null

  @state() private view: Shown = 'checks'
  /** Rules of which all findings are listed. */
  @state() private whole: ReadonlySet<string> = new Set()
  /** How often somebody opened a rule or shut it. */
  @state() private turns = 0
  private order = new GroupOrder()
  private readonly watch = new Watch(this)
  protected readonly focused = new HoldFocus(this, '.hit', '[role="tab"][aria-selected="true"]')

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('checks')) this.order = new GroupOrder()
    if (changed.has('wanted') && this.wanted) this.turn(this.wanted.view)
  }

  protected override render(): TemplateResult {
    const { view } = this
    const lines = this.watch.read(this.checks.shown)
    const count = lines.reduce((sum, { findings }) => sum + findings.length, 0)
    return html`<section class="checks" aria-label="Checks" @keydown=${this.press}>
      <div class="checks-head">
        <div class="row" role="tablist" aria-label="Beside the text">
          <button role="tab" aria-selected="false" tabindex="-1" @click=${this.closed} @keydown=${this.tabKey}>Notes</button>
          ${this.tab('checks', html`Checks<span class="count">${count.toLocaleString('en')}</span>`)}
          ${this.tab('style', 'Style')}
        </div>
        <span class="grow"></span>
        <button class="btn icon-only quiet tiny" aria-label="Which rules run" title="Which rules run" aria-pressed=${view === 'rules' ? 'true' : 'false'} @click=${() => this.turn(view === 'rules' ? 'checks' : 'rules')}>${icon('sliders-horizontal')}</button>
        <button class="btn icon-only quiet tiny" aria-label="Close checks" title="Close (Esc)" @click=${this.closed}>${icon('x')}</button>
      </div>
      <div class="panel-body" id="checks-body" role="tabpanel" aria-label=${view === 'style' ? 'Style' : 'Checks'}>${this.body(view, lines)}</div>
    </section>`
  }

  private tab(view: 'checks' | 'style', face: unknown): TemplateResult {
    const on = view === 'style' ? this.view === 'style' : this.view !== 'style'
    return html`<button role="tab" aria-selected=${on ? 'true' : 'false'} aria-controls="checks-body" tabindex=${on ? 0 : -1} @click=${() => this.turn(view)} @keydown=${this.tabKey}>${face}</button>`
  }

  private turn(view: Shown): void {
    this.view = view
    if (view === 'style') void import('./style-tab.ts')
  }

  private body(view: Shown, lines: readonly CheckedLine[]): unknown {
    const { checks } = this
    const rules = this.watch.read(checks.checking.rules)
    const state = this.watch.read(checks.review.state)
    const role = this.watch.read(checks.role)
    const hidden = this.watch.read(checks.hidden)
    if (view === 'style') return html`<style-tab .context=${checks}></style-tab>`
    if (view === 'rules')
      return ruleList({ rules, off: state.off, hidden, role, checks, back: () => this.turn('checks') })
    if (view === 'dismissed') {
      return dismissedList({ dismissed: state.dismissed, rules, checks, back: () => this.turn('checks') })
    }
    return html`${this.filters(lines)} ${this.trouble()} ${this.second()}
      <words-block .context=${checks}></words-block>
      ${checks.filter.peek() === 'style' ? html`<style-counts .checks=${checks}></style-counts>` : nothing}
      ${this.groups(lines)} ${this.foot(lines, state.dismissed.size)}`
  }

  private filters(lines: readonly CheckedLine[]): TemplateResult {
    const { checks } = this
    const filter = this.watch.read(checks.filter)
    const all = lines.flatMap(({ findings }) => findings)
    const style = all.filter(({ level }) => level === 'style').length
    const chip = (level: typeof filter, words: string) =>
      html`<button class="chip" aria-pressed=${filter === level ? 'true' : 'false'} @click=${() => checks.setFilter(level)}>${words}</button>`
    return html`<div class="filterline" role="group" aria-label="What is shown">
      ${chip('default', `Certain ${(all.length - style).toLocaleString('en')}`)}
      ${chip('style', filter === 'style' ? `Style ${style.toLocaleString('en')}` : 'Style')}
      ${may(checks.role.peek(), 'decide') ? this.speechChip() : nothing}
    </div>`
  }

  private speechChip(): TemplateResult {
    const { review } = this.checks
    const mute = review.state.peek().style.get('muteDialogue')?.decision
    const on = mute?.part === 'muteDialogue' && (mute.value.grammar || mute.value.spelling)
    const turn = () =>
      void askChecks(
        review,
        on
          ? { type: 'undecide-style', style: 'muteDialogue' }
          : {
              type: 'decide-style',
              decision: { part: 'muteDialogue', value: { grammar: true, spelling: true } },
              example: '',
            },
      )
    return html`<button class="chip" aria-pressed=${on ? 'true' : 'false'} title="Spelling and grammar are not looked at between quotation marks" @click=${turn}>Leave speech alone</button>`
  }

  private second(): TemplateResult {
    const { second } = this.checks
    const [on, progress] = [this.watch.read(second.on), this.watch.read(second.progress)]
    return secondOpinionRow({ on, progress, turn: (wanted) => second.turn(wanted) })
  }

  private trouble(): TemplateResult | typeof nothing {
    const { checking } = this.checks
    const failed = this.watch.read(checking.failed)
    if (failed !== null) return html`<p class="small checks-trouble">${failed}</p>`
    return this.watch.read(checking.missing) === null
      ? nothing
      : html`<p class="small checks-trouble">Spelling is not checked: its dictionaries could not be loaded. Load the page again when the server is back.</p>`
  }

  /** Drawn anew only when something in it is other: how far the reading is changes at every edit. */
  private groups(lines: readonly CheckedLine[]): unknown {
    const { checks, whole } = this
    const active = this.watch.read(checks.source.active)
    const ways = this.watch.read(checks.ways)
    const rules = checks.checking.rules.peek()
    const settled = this.watch.read(checks.checking.left) === 0
    const parts = [lines, rules, active, ways, whole, settled && !this.order.isSettled, this.turns, checks.role.peek()]
    return guard([...parts, checks.filter.peek()], () => {
      const groups = this.order.arranged(findingGroups(lines, rules, checks.filter.peek()), settled)
      return repeat(
        groups,
        ({ rule }) => rule,
        (group, index) => {
          const opened = this.order.isOpen(group.rule, index === 0)
          return findingGroup(group, {
            checks,
            lines,
            active,
            ways,
            opened,
            turned: (open) => this.turnGroup(group.rule, opened, open),
            whole: whole.has(group.rule),
            showWhole: () => {
              this.whole = new Set([...this.whole, group.rule])
            },
          })
        },
      )
    })
  }

  /** The browser tells it of what is opened by drawing it, too. */
  private turnGroup(rule: string, opened: boolean, open: boolean): void {
    if (open === opened) return
    this.order.turn(rule, open)
    this.turns += 1
  }

  private foot(lines: readonly CheckedLine[], dismissed: number): TemplateResult {
    const left = this.watch.read(this.checks.checking.left)
    const found = lines.some(({ findings }) => findings.length > 0)
    const off = this.checks.review.state.peek().off.size + this.checks.hidden.peek().size
    const read = Math.max(0, lines.length - left)
    const turnedOff = off > 0 ? ` ${counted(off, 'rule is', 'rules are')} off.` : ''
    return html`<p class="small hush checks-foot">
      ${
        left > 0
          ? html`<span aria-busy="true">${read.toLocaleString('en')} of ${counted(lines.length, 'line')} read</span>`
          : found
            ? `All ${counted(lines.length, 'line')} read.${turnedOff}`
            : `Nothing found in ${counted(lines.length, 'line')}.${turnedOff}`
      }
      ${
        dismissed > 0
          ? html` ${dismissed.toLocaleString('en')} dismissed, <button class="link" @click=${() => this.turn('dismissed')}>show them</button>`
          : nothing
      }
    </p>`
  }

  private readonly tabKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    const tabs = [...this.querySelectorAll<HTMLElement>('[role="tab"]')]
    const at = tabs.indexOf(event.currentTarget as HTMLElement)
    tabs[(at + (event.key === 'ArrowRight' ? 1 : -1) + tabs.length) % tabs.length]?.focus()
    event.preventDefault()
  }

  private readonly press = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
    event.preventDefault()
    event.stopPropagation()
    this.closed()
    this.checks.focusText()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'checks-panel': ChecksPanel
  }
}
