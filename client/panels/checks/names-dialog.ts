/**
 * <story-names-dialog>: the names and coinages that the text has, to be put on the story's list together: how often, what
 * they are and where they stand, and a tick each.
 */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { LearntName } from '../../../shared/proof/names.ts'
import type { WordKind } from '../../../shared/review/vocabulary.ts'
import { may } from '../../../shared/roles.ts'
import { DialogElement } from '../../ui/dialog-element.ts'
import { icon } from '../../ui/icons.ts'
import { counted } from '../../ui/times.ts'
import { Watch } from '../../ui/watch.ts'
import { addWords } from './add-words.ts'
import type { ChecksContext } from './checks-context.ts'
import { kindSelect } from './word-words.ts'
import './words.css'

@customElement('story-names-dialog')
export class StoryNamesDialog extends DialogElement {
  protected override readonly look = 'wide'
  context!: ChecksContext
  @state() private names: readonly LearntName[] | null = null
  @state() private ticked: ReadonlySet<string> = new Set()
  @state() private kinds: ReadonlyMap<string, WordKind> = new Map()
  @state() private busy = false
  private readonly watch = new Watch(this)

  override connectedCallback(): void {
    super.connectedCallback()
    void this.load()
  }

  private async load(): Promise<void> {
    const { checking, review } = this.context
    const names = await checking.names()
    const { words } = review.state.peek()
    this.names = names.filter(({ word }) => !words.has(word))
    // What a dictionary has is right already; it may be put on the list all the same.
    this.ticked = new Set(this.names.flatMap(({ word, isNew }) => (isNew ? [word] : [])))
  }

  protected override heading() {
    return 'Names in the text'
  }

  protected override body() {
    const { names } = this
    if (names === null) return html`<p class="hush" aria-busy="true">Reading the story…</p>`
    if (names.length === 0) return html`<p>Every name in the text is on the word list.</p>`
    return html`<p class="hush small">Words of this story that dictionaries lack. On its list they are right as they are written here, and names that nearly match them are noticed.</p>
      <div class="row names-bar"><span class="num">${this.ticked.size.toLocaleString('en')} of ${names.length.toLocaleString('en')} ticked</span><span class="grow"></span>
        <button class="btn tiny quiet" @click=${() => this.tickAll(names)}>All</button>
        <button class="btn tiny quiet" @click=${() => this.tickAll([])}>None</button></div>
      <ul class="names">${names.map((name) => this.row(name))}</ul>`
  }

  protected override foot() {
    if (!this.names?.length) return nothing
    const { size } = this.ticked
    const verb = may(this.watch.read(this.context.role), 'decide') ? 'Add' : 'Propose'
    return html`<span class="grow"></span>
      <button type="button" class="btn quiet" @click=${() => this.close()}>Cancel</button>
      <button type="button" class="btn primary" aria-disabled=${size === 0 ? 'true' : 'false'} aria-busy=${this.busy ? 'true' : 'false'} @click=${this.add}>
        ${this.busy ? icon('loader-circle', { small: true }) : nothing}${verb} ${counted(size, 'word')}</button>`
  }

  private row({ word, count, kind, example }: LearntName): TemplateResult {
    const at = example.indexOf(word)
    return html`<li>
      <label><input type="checkbox" .checked=${this.ticked.has(word)} @change=${() => this.tick(word)} />
        <b>${word}</b> <span class="small hush num">${counted(count, 'time')}</span></label>
      ${kindSelect(this.kinds.get(word) ?? kind, `What ${word} is`, (chosen) => {
        this.kinds = new Map(this.kinds).set(word, chosen)
      })}
      <p class="example">${at === -1 ? example : html`${example.slice(0, at)}<mark>${word}</mark>${example.slice(at + word.length)}`}</p>
    </li>`
  }

  private tick(word: string): void {
    const next = new Set(this.ticked)
    if (!next.delete(word)) next.add(word)
    this.ticked = next
  }

  private tickAll(names: readonly LearntName[]): void {
    this.ticked = new Set(names.map(({ word }) => word))
  }

  private readonly add = async (): Promise<void> => {
    if (this.busy || this.ticked.size === 0 || !this.names) return
    const words = this.names.flatMap(({ word, kind }) =>
      this.ticked.has(word) ? [{ word, kind: this.kinds.get(word) ?? kind }] : [],
    )
    this.busy = true
    try {
      if (await addWords(this.context, words)) this.close()
    } finally {
      this.busy = false
    }
  }
}

/** Resolves when it was closed. */
export function showNames(context: ChecksContext): Promise<void> {
  const dialog = document.createElement('story-names-dialog')
  dialog.context = context
  return dialog.show()
}

declare global {
  interface HTMLElementTagNameMap {
    'story-names-dialog': StoryNamesDialog
  }
}
