/** <origin-part>: the file on the server's machine that the story came from: what differs, write back, bring in. */
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { OriginAnswer } from '../../../shared/wire/api.ts'
import { ApiError, sayError } from '../../sync/api.ts'
import { bringFromOrigin, getOrigin, writeBack } from '../../sync/file-api.ts'
import { icon } from '../../ui/icons.ts'
import { announce } from '../../ui/live-region.ts'
import { counted } from '../../ui/times.ts'

@customElement('origin-part')
export class OriginPart extends LitElement {
  @property() story = ''
  /** It need not be said that both are the same. */
  @property({ type: Boolean }) quiet = false
  @state() private origin: OriginAnswer | null = null
  @state() private busy = false
  /** What came of the last act; "" = nothing was done yet. */
  @state() private said = ''
  @state() private problem = ''

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.look()
  }

  protected override render(): TemplateResult | typeof nothing {
    const { origin } = this
    if (!origin?.name) return nothing
    if (this.quiet && origin.story === 'same' && origin.file === 'same' && this.said + this.problem === '')
      return nothing
    const differs = origin.story === 'differs'
    return html`<div class="callout ${origin.file === 'changed' || this.problem ? 'warn' : ''}">
      ${icon(origin.file === 'changed' || this.problem ? 'triangle-alert' : 'folder-sync')}
      <div>
        <b>${title(origin)}</b>
        ${this.said ? html`<p>${this.said}</p>` : nothing}
        ${this.problem ? html`<p>${this.problem}</p>` : nothing}
        <p class="row">
          ${
            origin.file === 'changed'
              ? html`<button type="button" class="btn" ?disabled=${this.busy} @click=${() => void this.act(() => this.bring())}>Bring its changes in as suggestions</button>`
              : differs || origin.file === 'gone'
                ? html`<button type="button" class="btn" ?disabled=${this.busy} @click=${() => void this.act(() => this.write())}>Write back to ${origin.name}</button>`
                : nothing
          }
        </p>
      </div>
    </div>`
  }

  private async look(): Promise<void> {
    try {
      this.origin = await getOrigin(this.story)
    } catch (error) {
      // Words that the file's encoding cannot hold: the dialog says so, with the way out.
      if (!(error instanceof ApiError)) throw error
    }
  }

  private async act(work: () => Promise<string>): Promise<void> {
    this.busy = true
    this.problem = ''
    try {
      this.said = await work()
      announce(this.said)
    } catch (error) {
      this.problem = sayError(error)
    } finally {
      this.busy = false
    }
    await this.look()
  }

  private async write(): Promise<string> {
    const { name, bytes } = await writeBack(this.story)
    return `Written back: ${name}, ${bytes.toLocaleString('en')} bytes.`
  }

  private async bring(): Promise<string> {
    const { suggestions } = await bringFromOrigin(this.story)
    if (suggestions === 0) return 'It says nothing otherwise. It can be written back now.'
    return `${counted(suggestions, 'suggestion')} from the file, in the margin. Decide on them before you write back: what is not accepted goes out of the file.`
  }
}

function title({ name, story, file }: OriginAnswer): string {
  if (file === 'gone') return `${name}, which the story came from, is gone`
  if (file === 'changed') return `${name} was changed by somebody else since it was last read`
  return story === 'same' ? `${name} says what the story says` : `The story differs from ${name}, which it came from`
}

declare global {
  interface HTMLElementTagNameMap {
    'origin-part': OriginPart
  }
}
