/** <checks-count>: how many findings there are, in the strip, or how far the reading is; opens the checks panel. */
import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { icon } from '../../ui/icons.ts'
import { LightElement } from '../../ui/light-element.ts'
import { shortCount } from '../../ui/short-count.ts'
import { counted } from '../../ui/times.ts'
import { Watch } from '../../ui/watch.ts'
import type { ChecksContext } from './checks-context.ts'

@customElement('checks-count')
export class ChecksCount extends LightElement {
  @property({ attribute: false }) checks!: ChecksContext
  @property({ attribute: false }) toggle: () => void = () => undefined
  @property({ type: Boolean }) open = false
  private readonly watch = new Watch(this)

  protected override render(): TemplateResult {
    const { checking, shown } = this.checks
    const left = this.watch.read(checking.left)
    const lines = this.watch.read(shown)
    this.watch.read(checking.missing)
    const words = countWords(lines, left)
    // Where there is room for numbers only, those of the reading would say nothing.
    const face = left > 0 ? html`<span class="long">${words.slice(0, -1)}</span>…` : shortCount(words)
    return html`<button title="Checks: what may be wrong in the text (F8 goes to the next)" aria-pressed=${this.open ? 'true' : 'false'} @click=${this.toggle}>${icon('spell-check-2', { small: true })}<span>${face}</span></button>`
  }
}

/** "38 findings", "No findings", or how many lines have been read so far. */
export function countWords(
  lines: readonly { text: string | null; findings: readonly unknown[] }[],
  left: number,
): string {
  if (left > 0) {
    const read = lines.length - Math.min(left, lines.length)
    return `Reading ${read.toLocaleString('en')} of ${counted(lines.length, 'line')}…`
  }
  const count = lines.reduce((sum, { findings }) => sum + findings.length, 0)
  return count === 0 ? 'No findings' : counted(count, 'finding')
}

declare global {
  interface HTMLElementTagNameMap {
    'checks-count': ChecksCount
  }
}
