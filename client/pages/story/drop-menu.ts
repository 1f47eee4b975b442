/** <drop-menu>: a button with a menu below it, with the keys that menus have. Closes after each act. */
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { type IconName, icon } from '../../ui/icons.ts'
import './drop-menu.css'

export type MenuEntry = MenuAct | 'rule'

export interface MenuAct {
  label: string
  icon?: IconName
  keys?: string
  /** For what is on or off. */
  checked?: boolean
  /** Why it cannot be done now; it stays reachable and says so. */
  barred?: string
  /** An address that the browser downloads. */
  download?: string
  run?: () => void
}

@customElement('drop-menu')
export class DropMenu extends LitElement {
  @property() label = ''
  @property() icon: IconName = 'chevron-down'
  /** Words on the button besides its icon. */
  @property() words = ''
  @property({ type: Boolean }) tiny = false
  @property({ attribute: false }) entries: readonly MenuEntry[] = []
  @query('button') private readonly button!: HTMLButtonElement
  @query('[popover]') private readonly menu!: HTMLElement
  private readonly menuId = `menu-${Math.random().toString(36).slice(2)}`

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override render() {
    const size = `${this.words === '' ? ' icon-only' : ''}${this.tiny ? ' tiny' : ''}`
    return html`<button
        class="btn quiet${size}"
        aria-label=${this.label}
        title=${this.label}
        aria-haspopup="menu"
        aria-expanded="false"
        popovertarget=${this.menuId}
        @keydown=${this.openByKey}
        @mousedown=${keepFocus}
      >
        ${icon(this.icon)}${this.words}
      </button>
      <div class="drop-list" id=${this.menuId} role="menu" aria-label=${this.label} popover @toggle=${this.toggled} @keydown=${this.move} @mousedown=${keepFocus}>
        ${this.entries.map((entry) => (entry === 'rule' ? html`<hr />` : this.entry(entry)))}
      </div>`
  }

  private entry(act: MenuAct): TemplateResult {
    const inner = html`<span class="sign">${act.checked ? icon('check', { small: true }) : act.icon ? icon(act.icon, { small: true }) : nothing}</span>
      <span class="grow">${act.label}</span>${act.keys ? html`<kbd>${act.keys}</kbd>` : nothing}`
    if (act.download) {
      return html`<a role="menuitem" tabindex="-1" href=${act.download} download @click=${() => this.menu.hidePopover()}>${inner}</a>`
    }
    return html`<button
      role=${act.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
      aria-checked=${act.checked === undefined ? nothing : String(act.checked)}
      aria-disabled=${act.barred ? 'true' : nothing}
      title=${act.barred ?? nothing}
      tabindex="-1"
      @click=${() => this.run(act)}
    >
      ${inner}
    </button>`
  }

  private run(act: MenuAct): void {
    if (act.barred) return
    this.menu.hidePopover()
    act.run?.()
  }

  private readonly toggled = (event: ToggleEvent): void => {
    const open = event.newState === 'open'
    this.button.setAttribute('aria-expanded', String(open))
    if (!open) return
    const { left, right, bottom } = this.button.getBoundingClientRect()
    const { offsetWidth, offsetHeight } = this.menu
    const start = left + offsetWidth > innerWidth - 8 ? right - offsetWidth : left
    this.menu.style.left = `${Math.max(8, Math.min(start, innerWidth - offsetWidth - 8))}px`
    this.menu.style.top = `${Math.max(8, Math.min(bottom + 4, innerHeight - offsetHeight - 8))}px`
    this.items()[0]?.focus()
  }

  private readonly openByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    this.menu.showPopover()
  }

  private readonly move = (event: KeyboardEvent): void => {
    const items = this.items()
    const at = items.indexOf(document.activeElement as HTMLElement)
    const last = items.length - 1
    const to = { ArrowDown: at >= last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1, Home: 0, End: last }[event.key]
    if (to !== undefined) {
      event.preventDefault()
      items[to]?.focus()
    } else if (event.key === 'Tab') {
      this.menu.hidePopover()
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const letter = event.key.toLowerCase()
      const next = [...items.slice(at + 1), ...items.slice(0, at + 1)]
      next.find((item) => item.textContent?.trim().toLowerCase().startsWith(letter))?.focus()
    }
  }

  private items(): HTMLElement[] {
    return [...this.menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')]
  }
}

/** The text keeps its selection while a menu above it is used with the mouse. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault()
}

declare global {
  interface HTMLElementTagNameMap {
    'drop-menu': DropMenu
  }
}
