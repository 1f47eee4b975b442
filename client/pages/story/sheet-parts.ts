/** The style sheet on the page of who has no checker: a count in the strip, a panel to read in, two commands. */
import { html, nothing, type TemplateResult } from 'lit'
import '../../panels/checks/checks.css'
import type { SheetContext } from '../../panels/checks/sheet-panel.ts'
import type { PaletteCommand } from '../../panels/palette/palette-commands.ts'
import { icon } from '../../ui/icons.ts'
import type { ChecksBound } from './checks-bound.ts'
import { loaded } from './late-part.ts'

export class SheetParts {
  private readonly host: HTMLElement & { requestUpdate(): void }
  private readonly bound: ChecksBound
  private readonly context: SheetContext
  private open = false

  constructor(host: SheetParts['host'], bound: ChecksBound) {
    const { handle, editor, named, nameOf } = bound
    this.host = host
    this.bound = bound
    const { review, role, story } = handle
    this.context = { review, role, story, named, person: nameOf, focusText: () => editor.focusText() }
  }

  stop(): void {
    this.open = false
  }

  panel(): TemplateResult | typeof nothing {
    if (!this.open) return nothing
    return html`<sheet-panel .context=${this.context} .closed=${this.close}></sheet-panel>`
  }

  strip(): TemplateResult {
    return html`<button title="What was decided about spelling, names and punctuation" aria-pressed=${this.isSeen ? 'true' : 'false'} @click=${this.toggle}>${icon('spell-check-2', { small: true })}Style sheet</button>`
  }

  over(): typeof nothing {
    return nothing
  }

  commands(): PaletteCommand[] {
    return [
      { id: 'sheet/panel', group: 'View', label: 'Style sheet', checked: this.isSeen, run: this.toggle },
      { id: 'sheet/words', group: 'Story', label: 'Words of this story…', run: () => void this.showWords() },
    ]
  }

  press(): boolean {
    return false
  }

  readonly close = (): void => {
    if (!this.open) return
    this.open = false
    this.host.requestUpdate()
  }

  private get isSeen(): boolean {
    return this.open && !this.bound.covered()
  }

  private readonly toggle = (): void => {
    if (this.isSeen) this.close()
    else void this.show()
  }

  private async show(): Promise<void> {
    if (!(await loaded(import('../../panels/checks/sheet-panel.ts')))) return
    this.open = true
    this.bound.uncover()
    this.host.requestUpdate()
  }

  private async showWords(): Promise<void> {
    const part = await loaded(import('../../panels/checks/word-list.ts'))
    await part?.showWordList(this.context)
  }
}
