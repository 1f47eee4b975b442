/**
 * <words-block>: the words of a story that are not decided yet: those that somebody wants on its list, with a yes and a
 * no for editors, in one line until somebody opens it: findings are what one came for. The list itself and the names that
 * the text has open as dialogs; how many of those are on no list is said once for each story.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { StoryWord } from '../../../shared/review/state.ts'
import { may } from '../../../shared/roles.ts'
import type { Ask } from '../../sync/review.ts'
import { icon } from '../../ui/icons.ts'
import { LightElement } from '../../ui/light-element.ts'
import { announce } from '../../ui/live-region.ts'
import { counted, exactTime, firstName } from '../../ui/times.ts'
import { Watch } from '../../ui/watch.ts'
import { askChecks } from './ask-checks.ts'
import type { ChecksContext } from './checks-context.ts'
import { HoldFocus } from './hold-focus.ts'
import { showNames } from './names-dialog.ts'
import { NamesOffer } from './names-offer.ts'
import { showWordList } from './word-list.ts'
import { inCommands, KIND_NAMES } from './word-words.ts'
import './words.css'

/** More of them than these lie folded. */
const FEW = 3

@customElement('words-block')
export class WordsBlock extends LightElement {
  @property({ attribute: false }) context!: ChecksContext

  /** How often each of the waiting words stands in the story. */
  @state() private counts: Readonly<Record<string, number>> = {}
  /** Whether the waiting words are seen. Until somebody turns them that goes by how many there are, but none fold or unfold because one is decided. */
  private unfolded: boolean | null = null
  private turnedByHand = false
  private asked = ''
  private readonly watch = new Watch(this)
  private readonly focused = new HoldFocus(this, '.word', '.words-foot button')
  private readonly offer = new NamesOffer(() => this.requestUpdate())

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('context') && changed.get('context')?.checking !== this.context.checking) this.asked = ''
  }

  protected override render(): TemplateResult {
    const { review, checking, named } = this.context
    this.watch.read(named)
    const role = this.watch.read(this.context.role)
    const { words } = this.watch.read(review.state)
    const read = this.watch.read(checking.left) === 0
    const waiting = [...words.values()].filter(({ allowed }) => allowed === null)
    const listed = words.size - waiting.length
    if (read) void this.count(waiting.map(({ word }) => word))
    const found = read && may(role, 'propose') ? this.offer.found(this.context) : null
    return html`${waiting.length > 0 ? this.waiting(waiting) : nothing}
      <p class="words-foot">
        ${may(role, 'propose') ? this.names(found) : nothing}
        <button class="btn tiny quiet" @click=${() => void showWordList(this.context)}>Word list<span class="count">${listed.toLocaleString('en')}</span></button>
      </p>`
  }

  private waiting(waiting: readonly StoryWord[]): TemplateResult {
    const { review } = this.context
    const decides = may(this.watch.read(this.context.role), 'decide')
    const allowAll = () => {
      const words = waiting.map(({ word, kind }) => ({ word, kind }))
      void askChecks(review, ...inCommands(words).map((some) => ({ type: 'allow-words', words: some }) as const))
    }
    if (this.unfolded === null || (waiting.length > FEW && !this.turnedByHand)) this.unfolded = waiting.length <= FEW
    const turned = ({ target }: Event) => {
      this.unfolded = (target as HTMLDetailsElement).open
    }
    const byHand = () => {
      this.turnedByHand = true
    }
    return html`<section class="block" aria-label="Words waiting for approval">
      <details ?open=${this.unfolded} @toggle=${turned}>
        <summary @click=${byHand}>${icon('chevron-right', { small: true })}<h3>${waitingWords(waiting)}</h3></summary>
        <ul>${waiting.map((word) => this.row(word, decides))}</ul>
        ${decides && waiting.length > 1 ? html`<button class="btn tiny quiet" @click=${allowAll}>Allow all</button>` : nothing}
      </details>
    </section>`
  }

  private row({ word, kind, by, at }: StoryWord, decides: boolean): TemplateResult {
    const { review } = this.context
    const own = by === review.me
    const who = own ? 'you ask' : `${firstName(this.context.person(by)) || 'somebody'} asks`
    const count = this.counts[word]
    const said = [KIND_NAMES[kind], ...(count ? [counted(count, 'time')] : []), who].join(', ')
    const act = async (command: Ask, done: string) => {
      if (await askChecks(review, command)) announce(`${done}: ${word}.`)
    }
    const drop = () => void act({ type: 'drop-words', words: [word] }, decides ? 'Refused' : 'Taken back')
    return html`<li class="word">
      <span class="is"><b>${word}</b> <span class="small hush" title=${exactTime(at)}>${said}</span></span>
      ${
        decides
          ? html`<button class="btn icon-only tiny quiet good" aria-label="Allow ${word}" title="Allow ${word}"
                @click=${() => void act({ type: 'allow-words', words: [{ word, kind }] }, 'Allowed')}>${icon('check')}</button>
              <button class="btn icon-only tiny quiet bad" aria-label="Refuse ${word}" title="Refuse ${word}" @click=${drop}>${icon('x')}</button>`
          : own && may(this.watch.read(this.context.role), 'propose')
            ? html`<button class="btn tiny quiet" aria-label="Take back ${word}" @click=${drop}>Take back</button>`
            : nothing
      }
    </li>`
  }

  private names(found: number | null): TemplateResult {
    const isNew = found === null ? nothing : html`<span class="count new">${found.toLocaleString('en')}</span>`
    const why =
      found === null ? 'Look through them' : `${counted(found, 'name')} not on the word list: look through them`
    return html`<button class="btn tiny quiet" title=${why} @click=${() => this.lookThrough()}>Names in the text…${isNew}</button>`
  }

  private lookThrough(): void {
    this.offer.done(this.context)
    void showNames(this.context).then(() => this.focused.settle())
  }

  /** Asked anew only when there are other words to count. */
  private async count(words: readonly string[]): Promise<void> {
    const asked = words.join('\n')
    if (asked === this.asked || words.length === 0) return
    this.asked = asked
    const { words: counts } = await this.context.checking.habits(words)
    if (asked === this.asked) this.counts = counts
  }
}

/** "17 names wait for approval". */
function waitingWords(words: readonly StoryWord[]): string {
  const noun = words.every(({ kind }) => kind === 'name') ? 'name' : 'word'
  return `${counted(words.length, noun)} ${words.length === 1 ? 'waits' : 'wait'} for approval`
}

declare global {
  interface HTMLElementTagNameMap {
    'words-block': WordsBlock
  }
}
