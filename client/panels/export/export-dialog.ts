/**
 * <export-dialog>: the story as a file of any kind: which text, what goes in, what the file cannot hold, and how it differs from
 * the file it came from. Downloaded, or written back into the folder.
 */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { CLEANINGS, type Cleaning } from '../../../shared/codecs/export-options.ts'
import { isPacked } from '../../../shared/codecs/readable.ts'
import { may } from '../../../shared/roles.ts'
import type { ChangesAnswer, ExportReport, Story } from '../../../shared/wire/api.ts'
import { ApiError } from '../../sync/api.ts'
import {
  type ExportChoice,
  exportAddress,
  getChanges,
  getExport,
  getExportReport,
  writeToFolder,
} from '../../sync/file-api.ts'
import { isGivenUp, type Progress, type Waiting } from '../../sync/long-work.ts'
import { encodingName, formWords } from '../../ui/form-words.ts'
import { icon } from '../../ui/icons.ts'
import { announce } from '../../ui/live-region.ts'
import { saveFile } from '../../ui/save-file.ts'
import { counted, sized } from '../../ui/times.ts'
import { showToast } from '../../ui/toast.ts'
import { workProgress } from '../../ui/work-progress.ts'
import { changesSummary, changesView } from './changes-view.ts'
import { CLEANING_NAMES, KINDS, type Kind, packedName, wouldWords } from './export-choices.ts'
import { FormatDialog, tick } from './format-dialog.ts'
import './origin-part.ts'
import { progressWords } from './progress-words.ts'

interface Said {
  tone: 'good' | 'bad'
  title: string
  detail: string
}

/** The code of a refusal and of a loss alike: the words do not fit the encoding of the file. */
const MISFIT = 'cannot-encode'

@customElement('export-dialog')
export class ExportDialog extends FormatDialog {
  @property({ attribute: false }) story!: Story
  /** Edits of this browser that the server does not have yet: a file would lack them. */
  @property({ type: Number }) unsent = 0

  @state() private clean: ReadonlySet<Cleaning> = new Set()
  @state() private asUtf8 = false

  @state() private report: ExportReport | null = null
  @state() private changes: ChangesAnswer | null = null
  @state() private busy: 'no' | 'download' | 'write' = 'no'
  /** Why the words do not fit the file's own encoding; "" while they do. */
  @state() private misfit = ''
  @state() private said: Said | null = null
  /** The question what it would be was given up. */
  @state() private unasked = false
  /** How far what the dialog waits for is; null while that takes no time worth saying. */
  @state() private progress: Progress | null = null
  private asking = new AbortController()
  private loading = new AbortController()

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    // What it would be is of no use any more; a file that was asked for still comes.
    this.asking.abort()
  }

  protected override firstUpdated(): void {
    super.firstUpdated()
    void this.ask()
    void this.compare()
  }

  protected override heading() {
    return html`Export ${this.story.title}`
  }

  protected override body(): TemplateResult {
    const { kind, story } = this
    return html`${this.formats()}
      ${kind.id === 'txt' ? this.cleaning() : nothing}
      ${this.unsent > 0 ? this.callout('warn', `${counted(this.unsent, 'change')} of yours ${this.unsent === 1 ? 'is' : 'are'} not on the server yet`, 'They will not be in the file. Wait until the page says “Saved”.') : nothing}
      ${this.misfit !== '' && this.encoded ? this.wayOut() : nothing}
      ${this.said ? this.callout(this.said.tone, this.said.title, this.said.detail) : nothing}
      ${kind.id === 'txt' ? this.packed() : nothing}
      ${kind.id === 'txt' && may(story.role, 'writeBack') ? html`<origin-part .story=${story.id} .quiet=${this.changes?.identical !== false}></origin-part>` : nothing}
      ${this.losses()}
      ${kind.id === 'txt' || kind.id === 'patch' ? this.difference() : this.beginning()}`
  }

  protected override foot(): TemplateResult {
    const { report, story } = this
    const what = this.kind.id === 'epub' ? 'the EPUB' : `the ${this.kind.name} file`
    return html`${
      this.progress
        ? workProgress(progressWords(this.progress, what), this.progress, () => this.giveUp())
        : html`<span class="small hush name" role="status">${report ? `${report.name}, ${sized(report.bytes)}` : this.unasked ? 'Its size is not known yet.' : 'Looking at the file…'}</span>`
    }
      <span class="grow"></span>
      ${
        this.kind.id === 'txt' && may(story.role, 'writeBack')
          ? html`<button type="button" class="btn" aria-busy=${this.busy === 'write' ? 'true' : 'false'} @click=${() => void this.write()}>
              ${icon(this.busy === 'write' ? 'loader-circle' : 'folder-sync', { small: true })}Write to folder
            </button>`
          : nothing
      }
      <a class="btn primary" href=${exportAddress(story.id, this.choice)} download aria-busy=${this.busy === 'download' ? 'true' : 'false'} @click=${(
        event: MouseEvent,
      ) => {
        event.preventDefault()
        void this.download()
      }}>${icon(this.busy === 'download' ? 'loader-circle' : 'download', { small: true })}Download</a>`
  }

  private get choice(): ExportChoice {
    return {
      ...this.chosen,
      clean: this.kind.id === 'txt' ? CLEANINGS.filter((one) => this.clean.has(one)) : [],
      encoding: this.encoded && this.asUtf8 ? 'utf-8' : null,
    }
  }

  protected override kinds(): readonly Kind[] {
    return KINDS.filter(({ needsSource }) => !needsSource || this.story.hasSource)
  }

  protected override about(kind: Kind): string {
    if (kind.id !== 'txt') return kind.about
    return formWords({ ...this.story.form, ...(this.asUtf8 ? { encoding: 'utf-8' } : {}) })
  }

  protected override changed(): void {
    this.said = null
    void this.ask()
  }

  /** Written in the encoding of the story's own file. */
  private get encoded(): boolean {
    return this.kind.id === 'txt' || this.kind.id === 'patch'
  }

  private cleaning(): TemplateResult {
    const found = this.report?.cleaned ?? []
    return html`<details class="cleaning" ?open=${this.clean.size > 0}>
      <summary>${icon('chevron-right', { small: true })}Clean up by the style sheet</summary>
      <div class="ticks">
        ${CLEANINGS.map((one) =>
          tick(CLEANING_NAMES[one], this.clean.has(one), (on) => {
            const clean = new Set(this.clean)
            if (on) clean.add(one)
            else clean.delete(one)
            this.clean = clean
            this.changed()
          }),
        )}
      </div>
      ${found.length > 0 ? html`<ul class="small">${found.map((one) => html`<li>${wouldWords(one)}</li>`)}</ul>` : nothing}
    </details>`
  }

  /** A file that was not plain text is not given back byte for byte. */
  private packed(): TemplateResult | typeof nothing {
    const { name } = this.story
    const what = packedName(name)
    if (!what || !this.story.hasSource) return nothing
    return html`<div class="callout">${icon('file-text')}<div><b>The story came from ${name}</b>
      <p>That is ${what}, of which only the words, notes and changes were read. It is never written over; this makes a text file of its words.</p></div></div>`
  }

  private losses(): TemplateResult | typeof nothing {
    const losses = this.report?.losses.filter(({ kind }) => kind !== MISFIT) ?? []
    if (losses.length === 0) return nothing
    return html`<div class="callout warn">
      ${icon('triangle-alert')}
      <div><b>${this.kind.id === 'txt' ? 'A text file cannot hold everything' : 'Not everything fits'}</b><ul>${losses.map(({ message }) => html`<li>${message}</li>`)}</ul></div>
    </div>`
  }

  private wayOut(): TemplateResult {
    return html`<div class="callout warn">
      ${icon('triangle-alert')}
      <div>
        <b>The words no longer fit a ${encodingName(this.story.form.encoding)} file</b>
        <p>${this.misfit}</p>
        <label class="utf8"><input type="checkbox" .checked=${this.asUtf8} @change=${(event: Event) => {
          this.asUtf8 = (event.target as HTMLInputElement).checked
          this.changed()
        }} /> Export as UTF-8</label>
      </div>
    </div>`
  }

  private beginning(): TemplateResult | typeof nothing {
    if (!this.report || this.report.preview === '') return nothing
    return html`<details class="beginning"><summary>${icon('chevron-right', { small: true })}The first lines</summary>
      <pre tabindex="0">${this.report.preview}</pre></details>`
  }

  private difference(): TemplateResult | typeof nothing {
    const { changes, story } = this
    if (!story.hasSource)
      return html`<p class="hush">This story was started here; there is no file to compare it with.</p>`
    if (!changes) return html`<p class="hush" aria-busy="true">Comparing with the file…</p>`
    if (this.view !== 'now') return this.beginning()
    if (changes.identical)
      return html`<div class="callout">${icon('check')}<p>${changesSummary(changes, isPacked(story.name))}</p></div>`
    return html`<section>
      <h3>${changesSummary(changes, isPacked(story.name))}</h3>
      ${changes.hunks.length > 0 ? changesView(changes) : nothing}
    </section>`
  }

  private callout(tone: 'warn' | 'good' | 'bad', title: string, detail: string): TemplateResult {
    return html`<div class="callout ${tone}">
      ${icon(tone === 'good' ? 'check' : 'triangle-alert')}
      <div><b>${title}</b><p>${detail}</p></div>
    </div>`
  }

  /** What the chosen file would be; the newest question counts, and those before it are given up. */
  private async ask(): Promise<void> {
    this.asking.abort()
    this.asking = new AbortController()
    const { signal } = this.asking
    this.report = null
    this.unasked = false
    this.progress = null
    try {
      this.report = await getExportReport(this.story.id, this.choice, this.waiting(signal))
    } catch (error) {
      if (!isGivenUp(error)) this.failed('The file could not be looked at', error)
    }
    if (!signal.aborted) this.progress = null
  }

  private waiting(signal: AbortSignal): Waiting {
    return {
      signal,
      told: (progress) => {
        this.progress = progress
      },
    }
  }

  private giveUp(): void {
    if (this.busy === 'download') this.loading.abort()
    else {
      this.asking.abort()
      this.unasked = true
    }
    this.progress = null
  }

  private async compare(): Promise<void> {
    try {
      this.changes = await getChanges(this.story.id)
      this.misfit = this.changes.losses.find(({ kind }) => kind === MISFIT)?.message ?? ''
    } catch (error) {
      this.failed('The comparison could not be made', error)
    }
  }

  private async download(): Promise<void> {
    // Both would be the same work.
    if (!this.report) this.asking.abort()
    this.loading = new AbortController()
    const { signal } = this.loading
    await this.work('download', 'Nothing was downloaded', async () => {
      const { name, bytes } = await getExport(this.story.id, this.choice, this.waiting(signal))
      saveFile(name, bytes)
      const what = bytes.size === 0 ? 'It is empty: nothing differs from the file.' : `${sized(bytes.size)}.`
      if (!this.isConnected) showToast(`Downloaded ${name}. ${what}`)
      return { tone: 'good', title: `Downloaded ${name}`, detail: what }
    })
    this.progress = null
    if (!this.report && this.isConnected && !signal.aborted) void this.ask()
    else this.unasked = !this.report
  }

  private async write(): Promise<void> {
    await this.work('write', 'Nothing was written', async () => {
      const { file, folder, bytes, unchanged } = await writeToFolder(this.story.id, this.choice)
      const where = folder === '' ? `${file} in the export folder` : `${folder.replace(/\/$/, '')}/${file}`
      const title = unchanged ? 'The file had these bytes already' : `Written, ${bytes.toLocaleString('en')} bytes`
      return { tone: 'good', title, detail: where }
    })
  }

  /** Does one thing at a time and says what came of it; a refusal in its own words under `failed`. */
  private async work(what: 'download' | 'write', failed: string, act: () => Promise<Said>): Promise<void> {
    if (this.busy !== 'no') return
    this.busy = what
    try {
      this.said = await act()
    } catch (error) {
      this.failed(failed, error)
    } finally {
      this.busy = 'no'
    }
    if (this.said) announce(`${this.said.title}. ${this.said.detail}`)
  }

  private failed(title: string, error: unknown): void {
    if (!(error instanceof ApiError)) throw error
    if (isGivenUp(error)) {
      this.said = { tone: 'good', title: 'Cancelled', detail: `${title}.` }
      return
    }
    const misfit = error.code === MISFIT && !this.asUtf8
    if (misfit) this.misfit = error.message
    const detail = misfit ? 'Tick “Export as UTF-8”, or replace the character.' : error.message
    this.said = { tone: 'bad', title, detail }
  }
}

/** Resolves when it was closed. */
export function showExport(story: Story, unsent: number): Promise<void> {
  const dialog = document.createElement('export-dialog')
  dialog.story = story
  dialog.unsent = unsent
  return dialog.show()
}

declare global {
  interface HTMLElementTagNameMap {
    'export-dialog': ExportDialog
  }
}
