/** <export-dialog>: what has changed against the file, what a format cannot hold, and the file: downloaded or written back. */
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { may } from '../../../shared/roles.ts'
import type { ChangesAnswer, Story } from '../../../shared/wire/api.ts'
import { ApiError, exportAddress, getChanges, getExport, writeToFolder } from '../../sync/api.ts'
import { encodingName, formWords } from '../../ui/form-words.ts'
import { icon } from '../../ui/icons.ts'
import { announce } from '../../ui/live-region.ts'
import { saveFile } from '../../ui/save-file.ts'
import { counted, sized } from '../../ui/times.ts'
import { changesSummary, changesView } from './changes-view.ts'
import './export-dialog.css'

type Format = 'txt' | 'patch'

interface Said {
  tone: 'good' | 'bad'
  title: string
  detail: string
}

/** The code of a refusal and of a loss alike: the words do not fit the encoding of the file. */
const MISFIT = 'cannot-encode'

@customElement('export-dialog')
export class ExportDialog extends LitElement {
  @property({ attribute: false }) story: Story | null = null
  /** Edits of this browser that the server does not have yet: a file would lack them. */
  @property({ type: Number }) unsent = 0

  @state() private changes: ChangesAnswer | null = null
  @state() private format: Format = 'txt'
  @state() private busy: 'no' | 'download' | 'write' = 'no'
  /** Why the words do not fit the file's own encoding; "" while they do. */
  @state() private misfit = ''
  @state() private asUtf8 = false
  @state() private said: Said | null = null
  @query('dialog') private readonly dialog!: HTMLDialogElement
  private asked = 0

  show(): void {
    this.said = null
    this.misfit = ''
    this.asUtf8 = false
    this.format = 'txt'
    this.dialog.showModal()
    void this.ask()
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override render() {
    const { story } = this
    return html`<dialog class="dialog export" closedby="any" aria-labelledby="export-title">
      ${story ? this.content(story) : nothing}
    </dialog>`
  }

  private content(story: Story): TemplateResult {
    return html`<header>
        <h2 id="export-title">Export ${story.title}</h2>
        <button class="btn icon-only quiet" aria-label="Close" title="Close" @click=${() => this.dialog.close()}>${icon('x')}</button>
      </header>
      <div class="body">
        ${
          story.hasSource
            ? html`<fieldset class="plain">
                <legend class="unseen">Format</legend>
                <div class="formats">
                  ${this.choice('txt', 'Text', formWords({ ...story.form, encoding: this.encoding ?? story.form.encoding }))} ${this.choice('patch', 'Patch', 'only the changes, for git apply or patch')}
                </div>
              </fieldset>`
            : nothing
        }
        ${this.unsent > 0 ? this.callout('warn', `${counted(this.unsent, 'change')} of yours ${this.unsent === 1 ? 'is' : 'are'} not on the server yet`, 'They will not be in the file. Wait until the page says “Saved”.') : nothing}
        ${this.misfit === '' ? nothing : this.wayOut(story)}
        ${this.said ? this.callout(this.said.tone, this.said.title, this.said.detail) : nothing}
        ${this.changes ? this.difference(this.changes, story) : this.said ? nothing : html`<p class="hush" aria-busy="true">Comparing with the file…</p>`}
      </div>
      <footer>
        <span class="small hush name">${fileName(story.name, this.format)}</span>
        <span class="grow"></span>
        ${
          may(story.role, 'writeBack')
            ? html`<button class="btn" aria-busy=${this.busy === 'write' ? 'true' : 'false'} @click=${() => void this.write(story)}>
                ${icon(this.busy === 'write' ? 'loader-circle' : 'folder-sync', { small: true })}Write to folder
              </button>`
            : nothing
        }
        <a class="btn primary" href=${exportAddress(story.id, this.format, this.encoding)} download @click=${(
          event: MouseEvent,
        ) => {
          event.preventDefault()
          void this.download(story)
        }}>${icon(this.busy === 'download' ? 'loader-circle' : 'download', { small: true })}Download</a>
      </footer>`
  }

  /** Null is the file's own. */
  private get encoding(): 'utf-8' | null {
    return this.asUtf8 ? 'utf-8' : null
  }

  private wayOut(story: Story): TemplateResult {
    return html`<div class="callout warn">
      ${icon('triangle-alert')}
      <div>
        <b>The words no longer fit a ${encodingName(story.form.encoding)} file</b>
        <p>${this.misfit}</p>
        <label class="utf8"><input type="checkbox" .checked=${this.asUtf8} @change=${(event: Event) => {
          this.asUtf8 = (event.target as HTMLInputElement).checked
          this.said = null
        }} /> Export as UTF-8</label>
      </div>
    </div>`
  }

  private choice(format: Format, name: string, what: string): TemplateResult {
    return html`<label>
      <input type="radio" name="export-format" .checked=${this.format === format} @change=${() => {
        this.format = format
      }} />
      <b>${name}</b><small>${what}</small>
    </label>`
  }

  private difference(changes: ChangesAnswer, story: Story): TemplateResult {
    const losses = changes.losses.filter(({ kind }) => kind !== MISFIT)
    return html`${
      losses.length > 0 && this.format === 'txt'
        ? html`<div class="callout warn">
              ${icon('triangle-alert')}
              <div><b>A text file cannot hold everything</b><ul>${losses.map(({ message }) => html`<li>${message}</li>`)}</ul></div>
            </div>`
        : nothing
    }
      ${
        story.hasSource
          ? changes.identical
            ? html`<div class="callout">${icon('check')}<p>${changesSummary(changes)}</p></div>`
            : html`<section>
                <h3>${changesSummary(changes)}</h3>
                ${changes.hunks.length > 0 ? changesView(changes) : nothing}
              </section>`
          : html`<p class="hush">This story was started here; there is no file to compare it with.</p>`
      }`
  }

  private callout(tone: 'warn' | 'good' | 'bad', title: string, detail: string): TemplateResult {
    return html`<div class="callout ${tone}">
      ${icon(tone === 'good' ? 'check' : 'triangle-alert')}
      <div><b>${title}</b><p>${detail}</p></div>
    </div>`
  }

  private async ask(): Promise<void> {
    const { story } = this
    if (!story) return
    this.asked += 1
    const mine = this.asked
    this.changes = null
    try {
      const changes = await getChanges(story.id)
      if (mine !== this.asked) return
      this.changes = changes
      this.misfit = changes.losses.find(({ kind }) => kind === MISFIT)?.message ?? ''
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (mine === this.asked)
        this.said = { tone: 'bad', title: 'The comparison could not be made', detail: error.message }
    }
  }

  private async download(story: Story): Promise<void> {
    await this.work('download', 'Nothing was downloaded', async () => {
      const { name, bytes } = await getExport(story.id, this.format, this.encoding)
      saveFile(name, bytes)
      const what = bytes.size === 0 ? 'It is empty: nothing differs from the file.' : `${sized(bytes.size)}.`
      return { tone: 'good', title: `Downloaded ${name}`, detail: what }
    })
  }

  private async write(story: Story): Promise<void> {
    await this.work('write', 'Nothing was written', async () => {
      const { file, folder, bytes, unchanged } = await writeToFolder(story.id, this.encoding)
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
      if (!(error instanceof ApiError)) throw error
      const misfit = error.code === MISFIT && !this.asUtf8
      if (misfit) this.misfit = error.message
      this.said = {
        tone: 'bad',
        title: failed,
        detail: misfit ? 'Tick “Export as UTF-8”, or replace the character.' : error.message,
      }
    } finally {
      this.busy = 'no'
    }
    announce(`${this.said.title}. ${this.said.detail}`)
  }
}

/** As the server names an export. */
function fileName(name: string, format: Format): string {
  return format === 'txt' ? name : `${name.replace(/(?<=.)\.[^.]*$/, '')}.patch`
}

declare global {
  interface HTMLElementTagNameMap {
    'export-dialog': ExportDialog
  }
}
