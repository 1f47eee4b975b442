/**
 * <origin-notice>: says in the open story that somebody has changed the file that it came from, and brings that in as
 * suggestions. Looks when the page is come back to, and now and then; what one is writing is not disturbed.
 */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { OriginFileAnswer } from '../../../shared/wire/api.ts'
import { ApiError, sayError } from '../../sync/api.ts'
import { bringFromOrigin, getOriginFile } from '../../sync/file-api.ts'
import { isGivenUp, type Progress } from '../../sync/long-work.ts'
import { icon } from '../../ui/icons.ts'
import { announce } from '../../ui/live-region.ts'
import { mayGiveUp, readingWords } from '../../ui/reading-words.ts'
import { counted } from '../../ui/times.ts'
import { showToast } from '../../ui/toast.ts'
import { workProgress } from '../../ui/work-progress.ts'
import '../../panels/save/save-mark.css'

/** Milliseconds between two looks at the file. */
const EVERY_MS = 15_000

@customElement('origin-notice')
export class OriginNotice extends LitElement {
  @property() story = ''
  @state() private origin: OriginFileAnswer | null = null
  @state() private busy = false
  /** How far the server is with it; null while that takes no time worth saying. */
  @state() private progress: Progress | null = null
  private bringing = new AbortController()
  /** "Later" was said; another look at the page says it again. */
  @state() private later = false
  private timer: ReturnType<typeof setInterval> | undefined

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('visibilitychange', this.seen)
    this.timer = setInterval(() => void this.look(), EVERY_MS)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    document.removeEventListener('visibilitychange', this.seen)
    clearInterval(this.timer)
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (!changes.has('story')) return
    this.origin = null
    this.later = false
    void this.look()
  }

  protected override render() {
    const { origin, progress } = this
    if (origin?.file !== 'changed' || this.later) return nothing
    return html`<section class="callout save-callout" aria-label="The file of this story">
      ${icon('folder-sync')}
      <p><b>${origin.name} was changed on disk</b> What it says otherwise can come in as suggestions; the text stays as it is.</p>
      <div class="row">${progress ? workProgress(readingWords(progress), progress, mayGiveUp(progress) ? () => this.bringing.abort() : null) : this.answers()}</div>
    </section>`
  }

  private answers(): TemplateResult {
    return html`<button class="btn" ?disabled=${this.busy} aria-busy=${this.busy ? 'true' : 'false'} @click=${() => void this.bring()}>Bring its changes in</button>
      <button class="btn quiet" @click=${() => {
        this.later = true
      }}>Later</button>`
  }

  private async look(): Promise<void> {
    if (document.hidden || this.busy) return
    const { story } = this
    const was = this.origin?.file
    try {
      const origin = await getOriginFile(story)
      if (story !== this.story) return
      this.origin = origin
      if (origin.file === 'changed' && was === 'same') announce(`${origin.name} was changed on disk.`)
    } catch (error) {
      // Offline, or no longer allowed: the page says so itself.
      if (!(error instanceof ApiError)) throw error
    }
  }

  private async bring(): Promise<void> {
    this.busy = true
    this.bringing = new AbortController()
    const told = (progress: Progress): void => {
      this.progress = progress
    }
    try {
      const { name, suggestions } = await bringFromOrigin(this.story, { signal: this.bringing.signal, told })
      showToast(
        suggestions === 0
          ? `${name} says nothing otherwise.`
          : `${counted(suggestions, 'suggestion')} from ${name}, in the margin.`,
      )
    } catch (error) {
      showToast(isGivenUp(error) ? 'Cancelled. Nothing was brought in.' : sayError(error))
    } finally {
      this.progress = null
      this.busy = false
    }
    await this.look()
  }

  private readonly seen = (): void => {
    this.later = false
    void this.look()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'origin-notice': OriginNotice
  }
}
