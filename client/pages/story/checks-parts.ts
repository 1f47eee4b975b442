/** What of the checker stands on the page: count in the strip, panel, card, batch bar, commands and keys. Loaded with it. */
import { html, nothing, type TemplateResult } from 'lit'
import '../../panels/checks/checks-count.ts'
import '../../panels/checks/checks-panel.ts'
import '../../panels/checks/checks.css'
import '../../panels/checks/finding-card.ts'
import '../../panels/checks/fix-batch.ts'
import { showWordList } from '../../panels/checks/word-list.ts'
import { keyWords } from '../../panels/keys/key-words.ts'
import type { PaletteCommand } from '../../panels/palette/palette-commands.ts'
import type { ChecksBound } from './checks-bound.ts'
import { StoryChecks } from './story-checks.ts'

export class ChecksParts {
  private readonly host: HTMLElement & { requestUpdate(): void }
  private readonly bound: ChecksBound
  private readonly checks: StoryChecks
  private open = false
  /** What the panel is to turn to; another object each time. */
  private wanted: { view: 'checks' | 'style' } | null = null
  private readonly stopBatch: () => void

  constructor(host: ChecksParts['host'], bound: ChecksBound) {
    this.host = host
    this.bound = bound
    this.checks = new StoryChecks({ ...bound, focusCard: () => void host.querySelector('finding-card')?.take() })
    this.stopBatch = this.checks.batch.subscribe(() => host.requestUpdate())
  }

  stop(): void {
    this.stopBatch()
    this.checks.stop()
  }

  panel(): TemplateResult | typeof nothing {
    if (!this.open) return nothing
    return html`<checks-panel .checks=${this.checks} .wanted=${this.wanted} .closed=${this.close}></checks-panel>`
  }

  strip(): TemplateResult {
    return html`<checks-count .checks=${this.checks} .toggle=${this.toggle} ?open=${this.isSeen}></checks-count>`
  }

  over(): TemplateResult {
    const batch = this.checks.batch.peek()
    return html`<finding-card .checks=${this.checks}></finding-card>
      ${
        batch
          ? html`<fix-batch .checks=${this.checks} .findings=${batch.findings} .title=${batch.title} .closed=${() => this.checks.showBatch([], '')}></fix-batch>`
          : nothing
      }`
  }

  commands(): PaletteCommand[] {
    const { checks } = this
    const style = checks.filter.peek() === 'style'
    return [
      { id: 'checks/next', group: 'Go', label: 'Next finding', keys: keyWords('F8'), run: () => checks.step(1) },
      {
        id: 'checks/previous',
        group: 'Go',
        label: 'Previous finding',
        keys: keyWords('Shift-F8'),
        run: () => checks.step(-1),
      },
      { id: 'checks/panel', group: 'View', label: 'Checks', checked: this.isSeen, run: this.toggle },
      { id: 'checks/sheet', group: 'View', label: 'Style sheet', run: () => this.showSheet() },
      { id: 'checks/words', group: 'Story', label: 'Words of this story…', run: () => void showWordList(checks) },
      {
        id: 'checks/style',
        group: 'View',
        label: 'Check style too',
        checked: style,
        run: () => checks.setFilter(style ? 'default' : 'style'),
      },
      {
        id: 'checks/second-opinion',
        group: 'View',
        label: 'Second opinion (Harper)',
        checked: checks.second.on.peek(),
        run: () => checks.second.turn(!checks.second.on.peek()),
      },
      ...checks.batches().map(
        ({ title, findings }): PaletteCommand => ({
          id: `checks/batch/${findings[0]?.rule}`,
          group: 'Decide',
          label: `${checks.ways.peek()[0] === 'write' ? 'Fix' : 'Propose'} all: ${title}…`,
          detail: `${findings.length}`,
          run: () => checks.showBatch(findings, title),
        }),
      ),
    ]
  }

  press(event: KeyboardEvent): boolean {
    if (event.key === 'F8' && !event.ctrlKey && !event.altKey && !event.metaKey) {
      this.checks.step(event.shiftKey ? -1 : 1)
      return true
    }
    // With the keyboard in the card or the panel, they see to it themselves.
    const inText = event.target instanceof HTMLElement && event.target.isContentEditable
    if (event.key === 'Escape' && inText && this.checks.source.active.peek()) {
      this.checks.source.open(null)
      return true
    }
    return false
  }

  private get isSeen(): boolean {
    return this.open && !this.bound.covered()
  }

  private showSheet(): void {
    this.wanted = { view: 'style' }
    this.show()
  }

  private show(): void {
    this.open = true
    this.bound.uncover()
    this.host.requestUpdate()
  }

  private readonly toggle = (): void => {
    if (this.isSeen) this.close()
    else this.show()
  }

  /** Puts the panel away. */
  readonly close = (): void => {
    if (!this.open) return
    this.open = false
    this.host.requestUpdate()
  }
}
