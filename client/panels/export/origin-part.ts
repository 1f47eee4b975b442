/** <origin-part>: the file on the server's machine that the story came from: what differs, write back, bring in. */
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { OriginAnswer } from '../../../shared/wire/api.ts'
import { ApiError, sayError } from '../../sync/api.ts'
import { bringFromOrigin, getOrigin, writeBack } from '../../sync/file-api.ts'
import { isGivenUp, type Progress } from '../../sync/long-work.ts'
import { askFirst } from '../../ui/ask-first.ts'
import { icon } from '../../ui/icons.ts'
import { announce } from '../../ui/live-region.ts'
import { mayGiveUp, readingWords } from '../../ui/reading-words.ts'
import { counted } from '../../ui/times.ts'
import { workProgress } from '../../ui/work-progress.ts'

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
  /** How far the server is with bringing in; null while that takes no time worth saying. */
  @state() private progress: Progress | null = null
  private bringing = new AbortController()

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
        ${differs && origin.undecided > 0 ? html`<p>${undecidedWords(origin.undecided)}</p>` : nothing}
        ${this.progress ? this.going(this.progress) : nothing}
        <p class="row">
          ${
            origin.file === 'changed'
              ? html`<button type="button" class="btn" ?disabled=${this.busy} @click=${() => void this.act(() => this.bring())}>Bring its changes in as suggestions</button>`
              : differs || origin.file === 'gone'
                ? html`<button type="button" class="btn" ?disabled=${this.busy} @click=${() => void this.mayWrite(origin)}>Write back to ${origin.name}</button>`
                : nothing
          }
        </p>
      </div>
    </div>`
  }

  private going(progress: Progress): TemplateResult {
    return workProgress(readingWords(progress), progress, mayGiveUp(progress) ? () => this.bringing.abort() : null)
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
      if (isGivenUp(error)) {
        this.said = 'Cancelled. Nothing was brought in.'
        announce(this.said)
      } else this.problem = sayError(error)
    } finally {
      this.progress = null
      this.busy = false
    }
    await this.look()
  }

  private async mayWrite({ name, undecided }: OriginAnswer): Promise<void> {
    const force = undecided > 0
    if (force) {
      const question = `Take ${counted(undecided, 'undecided change')} out of ${name}?`
      const consequence = `${undecidedWords(undecided)} The suggestions stay here, and can still be accepted and written back later.`
      if (!(await askFirst(question, consequence, 'Write all the same'))) return
    }
    await this.act(() => this.write(force))
  }

  private async write(force: boolean): Promise<string> {
    const { name, bytes, beside } = await writeBack(this.story, force)
    const written = `Written back: ${name}, ${bytes.toLocaleString('en')} bytes.`
    return beside
      ? `${written} Another program wrote into it at the same moment; that is kept beside it as ${beside}.`
      : written
  }

  private async bring(): Promise<string> {
    this.bringing = new AbortController()
    const told = (progress: Progress): void => {
      this.progress = progress
    }
    const { suggestions } = await bringFromOrigin(this.story, { signal: this.bringing.signal, told })
    if (suggestions === 0) return 'It says nothing otherwise. It can be written back now.'
    return `${counted(suggestions, 'suggestion')} from the file, in the margin. Decide on them before you write back: what is not accepted goes out of the file.`
  }
}

function undecidedWords(count: number): string {
  const [are, them] = count === 1 ? ['is', 'it'] : ['are', 'them']
  return `${counted(count, 'change')} from the file ${are} not decided; writing now takes ${them} out of the file.`
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
