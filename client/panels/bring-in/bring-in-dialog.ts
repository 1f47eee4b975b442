/** <bring-in-dialog>: another version of the story, from a file: what it is compared with, and what came of it. */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { PACKED_ENDINGS, PLAIN_ENDINGS, REVIEW_ENDINGS } from '../../../shared/codecs/readable.ts'
import type { BroughtInAnswer, Story } from '../../../shared/wire/api.ts'
import { ApiError, sayError } from '../../sync/api.ts'
import { bringIn } from '../../sync/file-api.ts'
import { isGivenUp, type Progress } from '../../sync/long-work.ts'
import { DialogElement } from '../../ui/dialog-element.ts'
import { icon } from '../../ui/icons.ts'
import { announce } from '../../ui/live-region.ts'
import { mayGiveUp, readingWords } from '../../ui/reading-words.ts'
import { counted } from '../../ui/times.ts'
import { workProgress } from '../../ui/work-progress.ts'
import './bring-in.css'

@customElement('bring-in-dialog')
export class BringInDialog extends DialogElement {
  @property({ attribute: false }) story!: Story
  @state() private file: File | null = null
  @state() private base: 'source' | 'now' = 'source'
  @state() private busy = false
  @state() private problem = ''
  @state() private note = UNCHANGED
  /** The file seems to be about another text; its bringer may know better. */
  @state() private isDoubtful = false
  @state() private answer: BroughtInAnswer | null = null
  /** How far what was sent is; null while that takes no time worth saying. */
  @state() private progress: Progress | null = null
  private sending = new AbortController()
  @query('[type="file"]') private readonly chooser!: HTMLInputElement

  protected override heading() {
    return html`Bring a file into ${this.story.title}`
  }

  protected override body(): TemplateResult {
    if (this.answer) return result(this.answer)
    return html`<p>
        What the file says otherwise becomes suggestions, and the text stays until they are accepted. Comments and tracked
        changes in the file come along, as does a file of annotations. Notes and suggestions that are here stay where they are.
      </p>
      <div class="chosen">
        <button type="button" class="btn" autofocus @click=${() => this.chooser.click()}>
          ${icon('file-text', { small: true })}${this.file ? 'Choose another…' : 'Choose a file…'}
        </button>
        <span class="name">${this.file?.name ?? ''}</span>
        <input type="file" hidden accept=${[...PLAIN_ENDINGS, ...PACKED_ENDINGS, ...REVIEW_ENDINGS].join(',')} @change=${this.chosen} />
      </div>
      ${this.story.hasSource ? this.bases() : nothing}
      ${this.progress ? workProgress(readingWords(this.progress), this.progress, null) : nothing}
      ${
        this.problem
          ? html`<div class="callout bad" role="alert">${icon('triangle-alert')}<div><b>Nothing was brought in</b><p>${this.problem}</p></div></div>`
          : nothing
      }`
  }

  protected override foot(): TemplateResult {
    if (this.answer)
      return html`<span class="grow"></span><button type="button" class="btn primary" @click=${() => this.close()}>Done</button>`
    const { progress } = this
    const isFixed = progress !== null && !mayGiveUp(progress)
    return html`<span class="small hush">${this.busy ? '' : this.note}</span>
      <span class="grow"></span>
      <button type="button" class="btn quiet" ?disabled=${isFixed} @click=${() => (this.busy ? this.sending.abort() : this.close())}>Cancel</button>
      <button type="button" class="btn primary" ?disabled=${!this.file || this.busy} aria-busy=${this.busy ? 'true' : 'false'} @click=${() => void this.bring()}>
        ${this.busy ? icon('loader-circle') : nothing}${this.busy ? 'Bringing in…' : this.isDoubtful ? 'Bring in anyway' : 'Bring in'}
      </button>`
  }

  protected override mayClose(): boolean {
    return !this.busy
  }

  private bases(): TemplateResult {
    const choice = (base: 'source' | 'now', name: string, what: string) => html`<label>
      <input type="radio" name="bring-in-base" .checked=${this.base === base} @change=${() => {
        this.base = base
      }} />
      <span><b>${name}</b><small>${what}</small></span>
    </label>`
    return html`<fieldset class="plain bases">
      <legend>What in it is new</legend>
      ${choice('source', 'What was changed since the story was taken in', 'Corrections made here stay; only what differs from the first file is suggested.')}
      ${choice('now', 'Everything that differs from the story now', 'For a file that was exported from here, or typed anew.')}
    </fieldset>`
  }

  private chosen(): void {
    this.file = this.chooser.files?.[0] ?? null
    this.problem = ''
    this.note = UNCHANGED
    this.isDoubtful = false
  }

  private told(progress: Progress): void {
    this.progress = progress
  }

  private async bring(): Promise<void> {
    if (!this.file || this.busy) return
    this.busy = true
    this.problem = ''
    this.note = UNCHANGED
    this.sending = new AbortController()
    const waiting = { signal: this.sending.signal, told: (progress: Progress) => this.told(progress) }
    try {
      const { base, isDoubtful: anyway } = this
      this.answer = await bringIn(this.story.id, this.file, { base, anyway }, waiting)
      announce(summary(this.answer))
    } catch (error) {
      if (isGivenUp(error)) this.note = 'Cancelled. Nothing was brought in.'
      else {
        this.problem = sayError(error)
        this.isDoubtful = error instanceof ApiError && error.code === 'conflict'
      }
    } finally {
      this.progress = null
      this.busy = false
    }
  }
}

const UNCHANGED = 'The text is not changed.'

function result(answer: BroughtInAnswer): TemplateResult {
  const { conflicts, notes, unplaced, tracked, replies, known, losses } = answer
  const rows = [
    conflicts &&
      `${counted(conflicts, 'of them is', 'of them are')} on words that were changed here as well; their cards say so.`,
    notes && `${counted(notes, 'comment')} came along as notes.`,
    unplaced && `${counted(unplaced, 'of them is', 'of them are')} on the whole story, as the words are not here.`,
    tracked && `${counted(tracked, 'tracked change')} came along as suggestions, under the names in the file.`,
    replies && `${counted(replies, 'answer')} came along in threads that are here.`,
    known && `${counted(known, 'comment or change is', 'comments and changes are')} here already.`,
    ...losses.map(({ message }) => message),
  ].filter((row) => row)
  return html`<div class="callout good" role="status">${icon('check')}<div><b>${summary(answer)}</b>
    ${rows.length > 0 ? html`<ul>${rows.map((row) => html`<li>${row}</li>`)}</ul>` : nothing}</div></div>`
}

function summary({ name, suggestions }: BroughtInAnswer): string {
  return suggestions === 0
    ? `${name} says nothing otherwise.`
    : `${counted(suggestions, 'suggestion')} from ${name}, in the margin.`
}

/** Resolves when it was closed. */
export function showBringIn(story: Story): Promise<void> {
  const dialog = document.createElement('bring-in-dialog')
  dialog.story = story
  return dialog.show()
}

declare global {
  interface HTMLElementTagNameMap {
    'bring-in-dialog': BringInDialog
  }
}
