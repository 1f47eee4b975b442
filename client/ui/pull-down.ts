/**
 * <pull-down>: a button with a menu beneath it. Arrow keys, Home, End and first letters move; Esc closes and gives the
 * keyboard back. The items are data, so that the same ones may stand in the command palette.
 */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { type IconName, icon } from './icons.ts'
import { LightElement } from './light-element.ts'

export interface PullDownItem {
  label: string
  icon?: IconName
  /** Shown at the right, e.g. "Ctrl B". */
  key?: string
  /** Makes it a check item. */
  checked?: boolean
  danger?: boolean
  run: () => void
}

/** `null` draws a line between groups; a string names the group below it. */
export type PullDownEntry = PullDownItem | string | null

@customElement('pull-down')
export class PullDown extends LightElement {
  /** Accessible name and tooltip of the button. */
  @property() label = ''
  /** What the button shows. */
  @property({ attribute: false }) face: TemplateResult | string = ''
  @property() look = 'btn quiet icon-only'
  @property({ attribute: false }) items: readonly PullDownEntry[] = []
  /** Which edge of the button the menu keeps to. */
  @property() side: 'start' | 'end' = 'end'

  @query('button') private readonly button!: HTMLButtonElement
  @query('.pulled') private readonly menu!: HTMLElement
  private open = false
  private shownAtPress = false

  protected override render() {
    return html`
      <button
        class=${this.look}
        type="button"
        aria-haspopup="menu"
        aria-expanded=${this.open ? 'true' : 'false'}
        aria-label=${this.label || nothing}
        title=${this.label || nothing}
        @pointerdown=${this.pressedDown}
        @click=${this.toggle}
        @keydown=${this.pressedButton}
      >${this.face}</button>
      <div class="pulled" role="menu" popover="auto" aria-label=${this.label || nothing} @toggle=${this.toggled} @keydown=${this.pressed}>
        ${this.open ? this.items.map((entry) => this.entry(entry)) : nothing}
      </div>
    `
  }

  private entry(entry: PullDownEntry) {
    if (entry === null) return html`<hr role="separator" />`
    if (typeof entry === 'string') return html`<h3 role="presentation">${entry}</h3>`
    // Where one has a sign, all labels stand in one line below each other.
    const blank = this.items.some(hasSign) ? html`<span class="icon"></span>` : nothing
    const sign = entry.icon ? icon(entry.icon) : entry.checked === undefined ? blank : icon('check')
    const inside = html`${sign}
      <span class="grow">${entry.label}</span>${entry.key ? html`<kbd>${entry.key}</kbd>` : nothing}`
    const look = `${entry.danger ? 'bad' : ''}${entry.checked === false ? ' unchecked' : ''}`
    return html`<button
      type="button"
      role=${entry.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
      aria-checked=${entry.checked === undefined ? nothing : String(entry.checked)}
      tabindex="-1"
      class=${look}
      @click=${() => this.choose(entry)}
    >${inside}</button>`
  }

  private get shown(): boolean {
    return this.menu.matches(':popover-open')
  }

  /** A press outside the menu closes it, and the button is outside: its click must not open it again. */
  private pressedDown(): void {
    this.shownAtPress = this.shown
  }

  private toggle(event: MouseEvent): void {
    const byPointer = event.detail > 0
    if (byPointer ? this.shownAtPress : this.shown) this.hide()
    else void this.show()
  }

  private async show(): Promise<void> {
    this.open = true
    this.requestUpdate()
    await this.updateComplete
    this.menu.showPopover()
    this.place()
    this.rows()[0]?.focus()
  }

  private hide(): void {
    this.menu.hidePopover()
    this.button.focus()
  }

  private toggled(event: ToggleEvent): void {
    // Told late: it may be open again by now.
    if (event.newState === 'open' || this.shown) return
    this.open = false
    this.requestUpdate()
  }

  private choose(item: PullDownItem): void {
    this.hide()
    item.run()
  }

  private pressedButton(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    void this.show()
  }

  private pressed(event: KeyboardEvent): void {
    const rows = this.rows()
    const at = rows.indexOf(document.activeElement as HTMLElement)
    const to = targetOf(event.key, at, rows)
    if (to !== undefined) {
      event.preventDefault()
      rows[to]?.focus()
    } else if (event.key === 'Tab') {
      this.hide()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      this.hide()
    }
  }

  private rows(): HTMLElement[] {
    return [...this.menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')]
  }

  private place(): void {
    const { left, right, bottom, top } = this.button.getBoundingClientRect()
    const { offsetWidth: width, offsetHeight: height } = this.menu
    const x = this.side === 'end' ? right - width : left
    const below = bottom + 4 + height <= innerHeight || top < height
    this.menu.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`
    this.menu.style.top = `${below ? bottom + 4 : top - height - 4}px`
  }
}

function hasSign(entry: PullDownEntry): boolean {
  return entry !== null && typeof entry !== 'string' && (entry.icon !== undefined || entry.checked !== undefined)
}

function targetOf(key: string, at: number, rows: readonly HTMLElement[]): number | undefined {
  const last = rows.length - 1
  if (key === 'ArrowDown') return at >= last ? 0 : at + 1
  if (key === 'ArrowUp') return at <= 0 ? last : at - 1
  if (key === 'Home') return 0
  if (key === 'End') return last
  if (!/^[\p{L}\p{N}]$/u.test(key)) return undefined
  const starts = (row: HTMLElement) => row.textContent?.trim().toLowerCase().startsWith(key.toLowerCase())
  const found = rows.findIndex((row, index) => index > at && starts(row))
  return found >= 0 ? found : rows.findIndex(starts)
}

declare global {
  interface HTMLElementTagNameMap {
    'pull-down': PullDown
  }
}
