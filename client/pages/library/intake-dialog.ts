/**
 * What was recognised in the files, before anything is kept: encoding, line ends, paragraphs, scene gaps, words and the
 * first lines. One file is shown whole; of several each has a row that opens.
 */
import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { isPacked } from '../../../shared/codecs/readable.ts'
import { ENCODINGS, type Encoding } from '../../../shared/story/file-form.ts'
import type { IntakeAnswer, Story } from '../../../shared/wire/api.ts'
import { go, storyPath } from '../../router.ts'
import { DialogElement } from '../../ui/dialog-element.ts'
import { encodingName, encodingWords, eolCounts } from '../../ui/form-words.ts'
import { icon } from '../../ui/icons.ts'
import '../../ui/intake.css'
import { announce } from '../../ui/live-region.ts'
import { readingWords } from '../../ui/reading-words.ts'
import { counted, sized } from '../../ui/times.ts'
import { showToast } from '../../ui/toast.ts'
import { workProgress } from '../../ui/work-progress.ts'
import { IntakeFile } from './intake-file.ts'

@customElement('intake-dialog')
export class IntakeDialog extends DialogElement {
  @property({ attribute: false }) files: readonly IntakeFile[] = []
  @property({ attribute: false }) taken: (story: Story) => void = () => undefined
  protected override readonly look = 'wide'
  /** The files that are not sent yet stay so. */
  private isGivenUp = false

  protected override heading() {
    return this.files.length === 1
      ? `Take in ${this.files[0]?.file.name}`
      : `Take in ${counted(this.files.length, 'file')}`
  }

  protected override body() {
    const [only] = this.files
    if (only && this.files.length === 1) return this.single(only)
    return html`<ul class="intake-files">
      ${this.files.map(
        (file) => html`<li>
          <details>
            <summary>
              ${icon('chevron-right', { small: true })}
              <b class="grow">${file.file.name}</b>
              ${this.state(file)}
            </summary>
            ${this.detail(file)}
          </details>
          ${file.stage === 'refused' ? html`<p class="wrong">${file.problem}</p>${otherEncoding(file)}` : nothing}
        </li>`,
      )}
    </ul>`
  }

  protected override foot() {
    const ready = this.files.filter(({ stage }) => stage === 'ready')
    const kept = this.files.filter(({ stage }) => stage === 'kept')
    const sending = this.sending
    const reading = this.files.some(({ stage }) => stage === 'reading')
    if (!sending && !reading && ready.length === 0) {
      return html`<span class="small hush">${kept.length > 0 ? `${counted(kept.length, 'file')} taken in.` : 'Nothing was kept.'}</span>
        <span class="grow"></span>
        <button type="button" class="btn primary" @click=${() => this.close()}>Done</button>`
    }
    const verb = this.files.length === 1 ? 'Take it in' : `Take in ${ready.length}`
    return html`<span class="small hush">${kept.length > 0 ? `${counted(kept.length, 'file')} taken in so far.` : 'Nothing is kept yet.'}</span>
      <span class="grow"></span>
      <button type="button" class="btn quiet" @click=${() => (sending ? this.giveUp() : this.close())}>Cancel</button>
      <button type="button" class="btn primary" autofocus aria-busy=${sending ? 'true' : 'false'} ?disabled=${ready.length === 0 || sending} @click=${this.keep}>
        ${sending ? icon('loader-circle') : nothing}${sending ? 'Taking in…' : verb}
      </button>`
  }

  protected override updated(): void {
    // The one act there is gets the keyboard as soon as it can be done, unless the person is at something else.
    const dialog = this.querySelector('dialog')
    const at = document.activeElement
    if (at === dialog || at === document.body || at?.closest('header')?.parentElement === dialog) {
      dialog?.querySelector<HTMLElement>('footer .primary:not([disabled])')?.focus()
    }
  }

  protected override mayClose(): boolean {
    return !this.sending
  }

  protected override closed(event: Event): void {
    if (event.target === this.querySelector('dialog')) this.giveUp()
    super.closed(event)
  }

  private giveUp(): void {
    this.isGivenUp = true
    for (const file of this.files) file.giveUp()
  }

  private get sending(): boolean {
    return this.files.some(({ stage }) => stage === 'sending')
  }

  private single(file: IntakeFile) {
    if (file.stage === 'refused') {
      return html`<div class="callout bad" role="alert">
        ${icon('triangle-alert')}
        <div><b>This file was not taken in</b><p>${file.problem}</p><p>Your file is as it was.</p></div>
        </div>
        ${otherEncoding(file)}`
    }
    return html`${this.detail(file)}${file.stage === 'sending' ? progressOf(file) : nothing}`
  }

  private state(file: IntakeFile) {
    switch (file.stage) {
      case 'reading':
        return file.progress ? progressOf(file) : html`<span class="hush small">Reading…</span>`
      case 'ready':
        return html`<span class="hush small num">${file.answer ? factsOf(file.answer) : ''}</span>`
      case 'sending':
        return progressOf(file)
      case 'kept':
        return html`<span class="chip good">${icon('check', { small: true })}Taken in</span>`
      case 'refused':
        return html`<span class="chip bad">${icon('triangle-alert', { small: true })}Not taken in</span>`
    }
  }

  private detail(file: IntakeFile) {
    const { answer } = file
    if (!answer) {
      if (file.stage !== 'reading') return nothing
      return file.progress ? progressOf(file) : html`<p class="hush">Reading ${sized(file.file.size)}…</p>`
    }
    return html`<div class="intake">
      <dl class="facts">
        <div><dt>Title</dt><dd class="serif">${answer.title}</dd></div>
        ${
          answer.plain
            ? html`<div><dt>Encoding</dt><dd>${this.encodingChoice(file, answer)}</dd></div>
              <div><dt>Line ends</dt><dd>${eolCounts(answer.eols)}</dd></div>`
            : html`<div><dt>Comments</dt><dd class="num">${answer.notes.toLocaleString('en')}</dd></div>
              <div><dt>Changes</dt><dd class="num">${answer.suggestions.toLocaleString('en')}</dd></div>`
        }
        <div><dt>Paragraphs</dt><dd class="num">${answer.paragraphs.toLocaleString('en')}</dd></div>
        <div><dt>Scene gaps</dt><dd class="num">${answer.sceneGaps.toLocaleString('en')}</dd></div>
        <div><dt>Words</dt><dd class="num">${answer.words.toLocaleString('en')}</dd></div>
      </dl>
      ${answer.losses.length > 0 ? leftOut(answer.losses) : nothing}
      <p class="preview" tabindex="0" role="group" aria-label="The first lines">${answer.preview || 'The file is empty.'}</p>
    </div>`
  }

  private encodingChoice(file: IntakeFile, { form, encodings }: IntakeAnswer) {
    if (file.stage !== 'ready' || encodings.length < 2) return encodingWords(form)
    return html`<select
        class="select"
        aria-label="Encoding"
        @change=${(event: Event) => void file.look((event.target as HTMLSelectElement).value as Encoding)}
      >
        ${encodings.map((name) => html`<option value=${name} ?selected=${name === form.encoding}>${encodingName(name)}</option>`)}
      </select>
      ${form.bom ? html`<span class="hush small">with BOM</span>` : nothing}
      ${form.guessed ? html`<span class="hush small">guessed: do the first lines read right?</span>` : nothing}`
  }

  private async keep(): Promise<void> {
    const ready = this.files.filter(({ stage }) => stage === 'ready')
    this.isGivenUp = false
    for (const file of ready) {
      if (this.isGivenUp) break
      await file.keep()
      if (file.story) this.taken(file.story)
    }
    const kept = ready.flatMap(({ story }) => story ?? [])
    const [first] = kept
    if (this.files.length === 1 && first) {
      this.close()
      go(storyPath(first.id))
    } else if (kept.length === this.files.length) {
      this.close()
      showToast(`Took in ${counted(kept.length, 'story', 'stories')}.`)
    } else announce(`${kept.length} of ${counted(this.files.length, 'file')} taken in.`)
  }
}

function factsOf({ plain, form, words, notes, suggestions }: IntakeAnswer): string {
  if (plain) return `${encodingWords(form)}, ${counted(words, 'word')}`
  const brought = [notes && counted(notes, 'comment'), suggestions && counted(suggestions, 'change')]
  return [counted(words, 'word'), ...brought.filter((part) => part)].join(', ')
}

/** What a person may know better than the bytes tell; no help for a file that was refused for anything else. */
function otherEncoding(file: IntakeFile) {
  if (!file.misread || isPacked(file.file.name)) return nothing
  return html`<label class="row small other-encoding">
    Read it as
    <select class="select" @change=${(event: Event) => void file.look((event.target as HTMLSelectElement).value as Encoding)}>
      <option selected disabled hidden value="">another encoding</option>
      ${ENCODINGS.map((name) => html`<option value=${name}>${encodingName(name)}</option>`)}
    </select>
  </label>`
}

/** What does not come along. */
function leftOut(losses: IntakeAnswer['losses']) {
  return html`<div class="callout warn">
    ${icon('triangle-alert')}
    <div><b>Not everything comes along</b><ul>${losses.map(({ message }) => html`<li>${message}</li>`)}</ul></div>
  </div>`
}

function progressOf({ progress, file }: IntakeFile) {
  const words = progress ? readingWords(progress) : `Sending ${sized(file.size)}`
  return workProgress(words, progress ?? { done: 0, all: 0 }, null)
}

/** `taken` is called with each story that was kept. */
export function openIntake(files: readonly File[], taken: (story: Story) => void): void {
  const dialog = document.createElement('intake-dialog')
  dialog.taken = taken
  dialog.files = files.map((file) => new IntakeFile(file, () => dialog.requestUpdate()))
  void dialog.show()
  void (async () => {
    for (const file of dialog.files) {
      if (!dialog.isConnected) break
      await file.look()
    }
  })()
}

declare global {
  interface HTMLElementTagNameMap {
    'intake-dialog': IntakeDialog
  }
}
