/** <command-palette>: everything that can be done here, by a few letters. A combobox over a list, in a modal dialog. */
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { icon } from '../../ui/icons.ts'
import './command-palette.css'
import { arrange, type PaletteCommand, type PaletteSection } from './palette-commands.ts'
import { recentCommands, rememberCommand } from './recent-commands.ts'

@customElement('command-palette')
export class CommandPalette extends LitElement {
  /** Asked each time the palette opens. */
  @property({ attribute: false }) commands: () => readonly PaletteCommand[] = () => []
  /** Commands made from what was typed, such as "Line 120"; they come first. */
  @property({ attribute: false }) typed: (query: string) => readonly PaletteCommand[] = () => []

  /** What may be typed here. */
  @property() hint = 'Type a command or a title'

  @state() private words = ''
  @state() private chosen = 0
  private offered: readonly PaletteCommand[] = []
  private recent: readonly string[] = []
  @query('dialog') private readonly dialog!: HTMLDialogElement
  @query('input') private readonly input!: HTMLInputElement

  /** Opens it with these words in the field; commands are gathered now. */
  show(words = ''): void {
    this.offered = this.commands()
    this.recent = recentCommands()
    this.words = words
    this.chosen = 0
    this.requestUpdate()
    void this.updateComplete.then(() => {
      if (!this.dialog.open) this.dialog.showModal()
      this.input.value = words
      this.input.select()
    })
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('chosen')) this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }

  protected override render() {
    const sections = this.sections()
    const flat = sections.flatMap(({ commands }) => commands)
    return html`<dialog class="dialog palette" closedby="any" aria-label="Commands">
      <div class="find-box">
        ${icon('command')}
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-autocomplete="list"
          aria-activedescendant=${flat.length > 0 ? `palette-${this.chosen}` : nothing}
          aria-label=${this.hint}
          placeholder=${this.hint}
          autocomplete="off"
          spellcheck="false"
          @input=${(event: InputEvent) => this.type((event.target as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => this.press(event, flat)}
        />
        <kbd>Esc</kbd>
      </div>
      <div class="list" id="palette-list" role="listbox" aria-label="Commands">
        ${sections.map((section) => this.section(section, flat))}
        ${flat.length === 0 ? html`<p class="none">Nothing fits “${this.words.trim()}”.</p>` : nothing}
      </div>
    </dialog>`
  }

  private section({ group, commands }: PaletteSection, flat: readonly PaletteCommand[]) {
    const id = `palette-group-${group.replace(/\W/g, '-')}`
    return html`<div role="group" aria-labelledby=${id}>
      <p class="group-name" role="presentation" id=${id}>${group}</p>
      ${commands.map((command) => {
        const index = flat.indexOf(command)
        return html`<div
          role="option"
          id="palette-${index}"
          aria-selected=${index === this.chosen ? 'true' : 'false'}
          @pointermove=${() => this.choose(index)}
          @click=${() => this.run(command)}
        >
          <span class=${command.quoted ? 'label serif' : 'label'}>${command.label}</span>
          ${command.checked ? html`${icon('check', { small: true })}<span class="unseen">on</span>` : nothing}
          ${command.detail ? html`<span class="small hush num">${command.detail}</span>` : nothing}
          ${command.keys ? html`<kbd>${command.keys}</kbd>` : nothing}
        </div>`
      })}
    </div>`
  }

  private sections(): PaletteSection[] {
    const typed = this.typed(this.words)
    const rest = arrange(this.offered, this.words, this.recent)
    return typed.length > 0
      ? [{ group: 'Go', commands: [...typed] }, ...rest.filter(({ group }) => group !== 'Go')]
      : rest
  }

  private type(words: string): void {
    this.words = words
    this.chosen = 0
  }

  private choose(index: number): void {
    if (this.chosen !== index) this.chosen = index
  }

  private press(event: KeyboardEvent, flat: readonly PaletteCommand[]): void {
    if (event.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (step !== undefined && flat.length > 0) {
      event.preventDefault()
      const next = this.chosen + step
      const wraps = Math.abs(step) === 1
      this.chosen = wraps ? (next + flat.length) % flat.length : Math.min(Math.max(next, 0), flat.length - 1)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const command = flat[this.chosen]
      if (command) this.run(command)
    }
  }

  /** Closed first, so that the focus is back where one left before the command moves it. */
  private run(command: PaletteCommand): void {
    this.dialog.close()
    rememberCommand(command.id)
    command.run()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'command-palette': CommandPalette
  }
}
