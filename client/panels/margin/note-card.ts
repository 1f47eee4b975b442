/** <note-card>: one note beside its words: what was said, by whom, and when it is the active one, all that can be done. */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { newId } from '../../sync/new-id.ts'
import { avatar } from '../../ui/avatar.ts'
import { copyText } from '../../ui/copy-text.ts'
import { icon } from '../../ui/icons.ts'
import { LightElement } from '../../ui/light-element.ts'
import '../../ui/pull-down.ts'
import type { PullDownEntry } from '../../ui/pull-down.ts'
import { counted, exactTime, firstName, timeAgo } from '../../ui/times.ts'
import { showToast } from '../../ui/toast.ts'
import { drawBody } from './draw-body.ts'
import { type Kinded, kindChips, saysEnough } from './kind-chips.ts'
import { type MarginContext, waitsHere } from './margin-context.ts'
import { isNew, type NoteEntry } from './margin-entries.ts'
import { KIND_WORDS, rightsOver, shortened } from './margin-words.ts'
import './note-card.css'
import './note-history.ts'
import './thread-view.ts'
import type { ThreadView } from './thread-view.ts'
import './words-field.ts'
import type { WordsField } from './words-field.ts'

@customElement('note-card')
export class NoteCard extends LightElement {
  @property({ attribute: false }) entry!: NoteEntry
  @property({ attribute: false }) context!: MarginContext
  @property({ type: Boolean }) active = false
  /** Null = it is not being changed. */
  @state() private changing: (Kinded & { body: string }) | null = null
  /** Words to be proposed in place of those it is about; null = none are being written. */
  @state() private other: string | null = null
  @query('thread-view') private readonly view!: ThreadView | null

  /** Puts the keyboard into the field for a reply. */
  answer(): void {
    void this.updateComplete.then(() => this.view?.answer())
  }

  /** Opens the words for changing, where that is allowed. */
  change(): void {
    const { thread } = this.entry
    if (!rightsOver(thread, this.context.me, this.context.role).edit) return
    const { kind, label, body } = thread
    this.changing = { kind, label, body }
    void this.updateComplete.then(() => this.querySelector<WordsField>('.changing words-field')?.focusEnd())
  }

  /** Resolves, or opens again; true when it was resolved. */
  async toggleResolved(): Promise<boolean> {
    const { thread } = this.entry
    const { context } = this
    if (!rightsOver(thread, context.me, context.role).resolve) return false
    if (thread.resolved) {
      await context.ask({ type: 'reopen', note: thread.id })
      return false
    }
    const done = await context.ask({ type: 'resolve', note: thread.id })
    if (done) context.last.done('Resolved.', () => context.ask({ type: 'reopen', note: thread.id }))
    return done
  }

  /** Taken back, a note that nobody has answered is made anew as it was; what others said goes on where it stands. */
  private async delete(): Promise<void> {
    const { context } = this
    const { thread } = this.entry
    const { kind, label, anchor, quote, body, assigned, mustFix, private: own } = thread
    // First, for the keyboard would fall to the body with the card.
    context.goOn(thread.id)
    if (!(await context.ask({ type: 'delete-note', note: thread.id }))) return
    if (thread.replies.some(({ deleted }) => !deleted)) showToast('Deleted.')
    else {
      const words = { kind, label, anchor, quote, body, assigned, mustFix, private: own }
      context.last.done('Deleted.', () => context.ask({ type: 'open-note', note: newId(), ...words }))
    }
  }

  protected override render() {
    const { entry, context, active } = this
    const { thread: note } = entry
    return html`${this.header()} ${this.where()}
      ${
        note.deleted
          ? html`<p class="hush">Deleted by its author.</p>`
          : this.changing === null
            ? html`<div class="said${active ? '' : ' clip'}">${drawBody(note.body, context.people)}</div>`
            : this.changeForm(this.changing)
      }
      ${this.foot()}
      ${
        active
          ? html`<thread-view .thread=${note} .context=${context}></thread-view>
            ${this.other === null ? html`<div class="foot acts">${this.acts()}</div>` : this.otherForm(this.other)}`
          : nothing
      }`
  }

  private header(): TemplateResult {
    const { context, entry } = this
    const { thread: note } = entry
    const author = context.person(note.by)
    const { icon: sign, name } = KIND_WORDS[note.kind]
    const label = note.label === null ? null : context.state.labels.get(note.label)
    const waits = waitsHere(note.id, context)
    return html`<header id="note-head-${note.id}" data-line=${entry.line}>
      ${avatar(author, { small: true })}<b>${author.name}</b>
      ${
        waits
          ? html`<span class="small waits">${icon('cloud-off', { small: true })}kept here</span>`
          : html`<time datetime=${note.at} title=${exactTime(note.at)}>${timeAgo(note.at, context.now)}</time>`
      }
      ${note.editedAt ? html`<note-history .note=${note} .now=${context.now}></note-history>` : nothing}
      ${isNew(note, context.seenBefore, context.me) ? html`<span class="fresh" role="img" aria-label="New"></span>` : nothing}
      ${note.private ? html`<span class="small hush" title="Only you see this">${icon('lock', { small: true })}<span class="unseen">Private</span></span>` : nothing}
      <span class="kind${label ? ` p${label.swatch}` : ''}" title=${label?.description || nothing}>${icon(sign, { small: true })}${label?.name ?? name}</span>
    </header>`
  }

  /** The words that the note was about, when they are others now. */
  private where(): TemplateResult | typeof nothing {
    const { entry } = this
    const { quote, moved } = entry.thread
    if (entry.state === 'whole') return html`<p class="small hush">On the whole story</p>`
    if (entry.state === 'changed' && quote) {
      return html`<p class="small stale">The words have changed. They were:</p><p class="quote">“${shortened(quote.words, 200)}”</p>`
    }
    if (moved !== null) return html`<p class="small hush">${MOVED[moved]}</p>`
    return nothing
  }

  private foot(): TemplateResult | typeof nothing {
    const { context, active } = this
    const { assigned, mustFix, replies, resolved } = this.entry.thread
    const answers = replies.filter(({ deleted }) => !deleted).length
    if (assigned === null && !mustFix && resolved === null && (active || answers === 0)) return nothing
    return html`<div class="foot">
      ${mustFix ? html`<span class="chip warn">${icon('flag', { small: true })}Must fix</span>` : nothing}
      ${
        assigned
          ? html`<span class="assigned">${icon('corner-down-right', { small: true })}for ${assigned === context.me ? 'you' : firstName(context.person(assigned).name)}</span>`
          : nothing
      }
      ${resolved ? html`<span title=${exactTime(resolved.at)}>${icon('check', { small: true })} Resolved by ${context.person(resolved.by).name}</span>` : nothing}
      ${active || answers === 0 ? nothing : html`<span>${counted(answers, 'reply', 'replies')}</span>`}
    </div>`
  }

  private acts(): TemplateResult {
    const { thread: note } = this.entry
    const rights = rightsOver(note, this.context.me, this.context.role)
    return html`${
      rights.resolve
        ? html`<button class="btn tiny" @click=${() => void this.resolveAndGoOn()}>${icon(note.resolved ? 'undo-2' : 'check', { small: true })}${note.resolved ? 'Reopen' : 'Resolve'}</button>`
        : nothing
    }
      ${
        this.maySuggest
          ? html`<button class="btn tiny quiet" title="Propose other words in place of these" @click=${this.suggest}>${icon('message-square-diff', { small: true })}Propose…</button>`
          : nothing
      }
      <span class="does">
        <button class="btn icon-only tiny quiet" aria-label="Copy link to this note" title="Copy link to this note" @click=${() => void this.copyLink()}>${icon('link')}</button>
        ${
          rights.steer || rights.edit
            ? html`<pull-down label="More about this note" look="btn icon-only tiny quiet" .face=${icon('ellipsis')} .items=${this.more()}></pull-down>`
            : nothing
        }
      </span>`
  }

  private more(): PullDownEntry[] {
    const { context } = this
    const { thread: note } = this.entry
    const rights = rightsOver(note, context.me, context.role)
    const assign = (to: string | null) => void context.ask({ type: 'assign', note: note.id, to })
    return [
      ...(rights.edit ? [{ label: 'Edit', icon: 'pen-line' as const, key: 'E', run: () => this.change() }] : []),
      ...(rights.steer
        ? [
            {
              label: 'Must fix',
              checked: note.mustFix,
              run: () => void context.ask({ type: 'mark', note: note.id, mustFix: !note.mustFix }),
            },
          ]
        : []),
      ...(rights.edit
        ? [
            {
              label: 'Delete',
              icon: 'trash-2' as const,
              danger: true,
              run: () => void this.delete(),
            },
          ]
        : []),
      ...(rights.steer && !note.private
        ? [
            'Assign to',
            { label: 'Nobody', checked: note.assigned === null, run: () => assign(null) },
            ...context.people.map(({ id, name }) => ({
              label: id === context.me ? `${name} (you)` : name,
              checked: note.assigned === id,
              run: () => assign(id),
            })),
          ]
        : []),
    ]
  }

  private changeForm(changing: Kinded & { body: string }): TemplateResult {
    const stop = () => {
      this.changing = null
    }
    const put = (part: Partial<Kinded & { body: string }>) => {
      this.changing = { ...changing, ...part }
    }
    return html`<div class="changing">
      ${kindChips({
        kind: changing.kind,
        label: changing.label,
        labels: this.context.state.labels,
        editLabels: null,
        change: ({ kind, label }) =>
          put(kind ? { kind, label: kind === 'tag' ? changing.label : null } : { label: label ?? null }),
      })}
      <words-field
        label="Change your note"
        .people=${this.context.people}
        .value=${changing.body}
        .changed=${(body: string) => put({ body })}
        .send=${() => void this.save()}
        .leave=${stop}
      ></words-field>
      <div class="row">
        <span class="grow"></span>
        <button class="btn tiny quiet" @click=${stop}>Cancel</button>
        <button class="btn tiny" aria-disabled=${saysEnough(changing) ? 'false' : 'true'} @click=${() => void this.save()}>Save</button>
      </div>
    </div>`
  }

  private async save(): Promise<void> {
    const { id, kind, label, body } = this.entry.thread
    const { changing } = this
    if (changing === null || !saysEnough(changing)) return
    const same = changing.body === body && changing.kind === kind && changing.label === label
    if (same || (await this.context.ask({ type: 'edit-note', note: id, ...changing }))) this.changing = null
  }

  private get maySuggest(): boolean {
    const { words, thread } = this.entry
    return this.context.instead !== null && words !== '' && !thread.deleted && thread.resolved === null
  }

  private readonly suggest = (): void => {
    this.other = this.entry.words
    void this.updateComplete.then(() => this.querySelector<HTMLTextAreaElement>('.other textarea')?.select())
  }

  private otherForm(words: string): TemplateResult {
    return html`<form class="other" @submit=${this.proposeOther} @keydown=${this.pressOther}>
      <label class="small hush" for="other-${this.entry.id}">Words that should stand instead</label>
      <textarea id="other-${this.entry.id}" class="input serif" rows="3" .value=${words} @input=${this.otherTyped}></textarea>
      <div class="row">
        <span class="grow"></span>
        <button class="btn tiny quiet" type="button" @click=${this.leaveOther}>Cancel</button>
        <button class="btn tiny primary" aria-disabled=${words === this.entry.words ? 'true' : 'false'} title="Propose these words (Ctrl Enter)">Propose</button>
      </div>
    </form>`
  }

  private readonly otherTyped = (event: InputEvent): void => {
    this.other = (event.target as HTMLTextAreaElement).value
  }

  private readonly leaveOther = (): void => {
    this.other = null
    void this.updateComplete.then(() => this.closest<HTMLElement>('[tabindex]')?.focus())
  }

  private readonly pressOther = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    if (event.key === 'Escape') this.leaveOther()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.proposeOther(event)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  private readonly proposeOther = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { other, entry, context } = this
    if (other === null || other === entry.words || !(await context.instead?.(entry.id, other))) return
    this.leaveOther()
    showToast('Proposed.')
  }

  private async resolveAndGoOn(): Promise<void> {
    const { id } = this.entry
    if (await this.toggleResolved()) this.context.goOn(id)
  }

  private async copyLink(): Promise<void> {
    const link = `${location.origin}${location.pathname}#note=${this.entry.id}`
    showToast((await copyText(link)) ? 'Link copied.' : `The browser would not copy. The link is ${link}`)
  }
}

const MOVED = {
  paste: 'Moved with its words',
  undo: 'Came back with its words',
  hand: 'Put on these words by hand',
} as const

declare global {
  interface HTMLElementTagNameMap {
    'note-card': NoteCard
  }
}
