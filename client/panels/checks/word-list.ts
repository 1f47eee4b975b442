/** <word-list-dialog>: all words that a story calls its own, to be searched, added to by hand and, by editors, changed. */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { StoryWord } from '../../../shared/review/state.ts'
import { MOST_WORD, type WordKind } from '../../../shared/review/vocabulary.ts'
import { may } from '../../../shared/roles.ts'
import { DialogElement } from '../../ui/dialog-element.ts'
import { icon } from '../../ui/icons.ts'
import { counted, exactTime, timeAgo } from '../../ui/times.ts'
import { showToast } from '../../ui/toast.ts'
import { Watch } from '../../ui/watch.ts'
import { addWords } from './add-words.ts'
import { askChecks } from './ask-checks.ts'
import type { ChecksContext } from './checks-context.ts'
import { KIND_NAMES, kindSelect } from './word-words.ts'
import './words.css'

/** As much of the page as the list takes, for readers too. */
export type WordListContext = Pick<ChecksContext, 'review' | 'role' | 'named' | 'person'>

@customElement('word-list-dialog')
export class WordListDialog extends DialogElement {
  protected override readonly look = 'wide'
  context!: WordListContext
  @state() private search = ''
  @state() private kind: WordKind = 'name'
  private readonly watch = new Watch(this)

  protected override heading() {
    return 'Words of this story'
  }

  protected override body() {
    const { review, named } = this.context
    this.watch.read(named)
    const role = this.watch.read(this.context.role)
    const all = [...this.watch.read(review.state).words.values()].filter(({ allowed }) => allowed !== null)
    const wanted = this.search.trim().toLowerCase()
    const shown = all
      .filter(({ word }) => word.toLowerCase().includes(wanted))
      .sort((one, other) => one.word.localeCompare(other.word, 'en'))
    return html`${may(role, 'propose') ? this.adding() : nothing}
      ${
        all.length === 0
          ? html`<p class="hush">No words yet. Those that are on the list are right for everybody who checks this story.</p>`
          : html`<div class="row word-search">
                <input class="input" type="search" aria-label="Search the words" placeholder="Search" autocomplete="off" .value=${this.search}
                  @input=${({ target }: Event) => {
                    this.search = (target as HTMLInputElement).value
                  }} />
                <span class="small hush num" role="status">${wanted === '' ? counted(all.length, 'word') : `${shown.length} of ${all.length}`}</span>
              </div>
              <ul class="words-list" aria-label="Words of this story">${shown.map((word) => this.row(word))}</ul>`
      }`
  }

  protected override foot() {
    return html`<span class="grow"></span><button class="btn" @click=${() => this.close()}>Done</button>`
  }

  private adding(): TemplateResult {
    const decides = may(this.watch.read(this.context.role), 'decide')
    return html`<form class="row" aria-label="New word" @submit=${this.add}>
      <input class="input" name="word" required maxlength=${MOST_WORD} autocomplete="off" aria-label="New word" placeholder="A word as it is to be written" />
      ${kindSelect(this.kind, 'What the new word is', (kind) => {
        this.kind = kind
      })}
      <button class="btn">${icon('plus', { small: true })}${decides ? 'Add' : 'Propose'}</button>
    </form>`
  }

  private row({ word, kind, by, allowed }: StoryWord): TemplateResult {
    const { review } = this.context
    if (!allowed) return html``
    const decides = may(this.watch.read(this.context.role), 'decide')
    const asked = by === allowed.by ? '' : `, asked for by ${this.context.person(by) || 'somebody'}`
    return html`<li class="word">
      <span class="is"><b>${word}</b>
        <span class="small hush" title=${exactTime(allowed.at)}>${this.context.person(allowed.by) || 'somebody'}, ${timeAgo(allowed.at, Date.now())}${asked}</span></span>
      ${
        decides
          ? html`${kindSelect(kind, `What ${word} is`, (chosen) => void askChecks(review, { type: 'allow-words', words: [{ word, kind: chosen }] }))}
              <button class="btn icon-only tiny quiet bad" aria-label="Remove ${word}" title="Remove ${word}" @click=${() => void this.drop(word, kind)}>${icon('trash-2')}</button>`
          : html`<span class="small hush">${KIND_NAMES[kind]}</span>`
      }
    </li>`
  }

  private async drop(word: string, kind: WordKind): Promise<void> {
    const { review } = this.context
    if (!(await askChecks(review, { type: 'drop-words', words: [word] }))) return
    showToast(`“${word}” is off the list.`, {
      run: () => void askChecks(review, { type: 'allow-words', words: [{ word, kind }] }),
    })
  }

  private readonly add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const word = String(new FormData(form).get('word') ?? '').trim()
    if (word !== '' && (await addWords(this.context, [{ word, kind: this.kind }]))) form.reset()
  }
}

/** Resolves when it was closed. */
export function showWordList(context: WordListContext): Promise<void> {
  const dialog = document.createElement('word-list-dialog')
  dialog.context = context
  return dialog.show()
}

declare global {
  interface HTMLElementTagNameMap {
    'word-list-dialog': WordListDialog
  }
}
