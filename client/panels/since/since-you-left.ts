/**
 * <since-you-left>: the strip's quiet "9 new since Thursday", and the list behind it: what was asked of me, answered, decided,
 * added and changed since my last visit. Each leads to its words; "All seen" puts it away.
 */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { MOST_QUOTE } from '../../../shared/review/anchor.ts'
import type { ReviewState } from '../../../shared/review/state.ts'
import type { ReviewHandle } from '../../sync/review.ts'
import { avatar, type Face } from '../../ui/avatar.ts'
import { icon } from '../../ui/icons.ts'
import { LightElement } from '../../ui/light-element.ts'
import { announce } from '../../ui/live-region.ts'
import { dayWords, exactTime, timeAgo } from '../../ui/times.ts'
import { Watch } from '../../ui/watch.ts'
import type { MarginSource } from '../margin/margin-source.ts'
import './since.css'
import { type Looked, NEWS_KINDS, type News, type NewsKind, newsSince } from './since-news.ts'

const HEADINGS: Record<NewsKind, string> = {
  asked: 'Asked of you',
  answered: 'Answered',
  decided: 'Decided',
  note: 'New notes',
  suggestion: 'New suggestions',
  edited: 'Changed in the text',
}
/** Of each kind so many are listed. */
const LISTED = 50
/** Words of one item, UTF-16 code units. */
const WORDS = 90

let made = 0

@customElement('since-you-left')
export class SinceYouLeft extends LightElement {
  @property({ attribute: false }) review!: ReviewHandle
  @property({ attribute: false }) source!: MarginSource
  @property({ attribute: false }) person: (account: string) => Face = () => ({ name: 'Somebody', swatch: 8 })
  /** Shows a line of the text, from 1. */
  @property({ attribute: false }) go: (line: number) => void = () => undefined

  /** Sequence number at which "All seen" was pressed. */
  @state() private cleared = 0
  @state() private open = false
  private readonly watch = new Watch(this)
  private readonly listId = `since-${++made}`
  /** When the person had looked last; kept, because looking changes it. */
  private lookedAt: { upto: number; at: string | null } | null = null

  protected override render(): TemplateResult | typeof nothing {
    const looked = this.looked(this.watch.read(this.review.state), this.watch.read(this.review.seenBefore))
    const news = newsSince(this.review.state.peek(), looked)
    if (news.length === 0) return nothing
    const since = looked.at === null ? 'your last visit' : dayWords(looked.at, Date.now())
    return html`<button class="since" aria-haspopup="dialog" aria-expanded=${this.open ? 'true' : 'false'} popovertarget=${this.listId}>
        ${icon('bell-dot', { small: true })}<span>${news.length.toLocaleString('en')} new<span class="long"> since ${since}</span></span>
      </button>
      <div id=${this.listId} class="since-list" popover role="dialog" aria-label="Since you left" @toggle=${this.toggled}>
        ${this.open ? this.list(news, since) : nothing}
      </div>`
  }

  private looked({ seen }: ReviewState, seenBefore: number): Looked {
    const { me } = this.review
    if (this.lookedAt?.upto !== seenBefore) {
      const mine = seen.get(me)
      this.lookedAt = { upto: seenBefore, at: mine?.upto === seenBefore ? mine.at : null }
    }
    const { name } = this.person(me)
    if (seenBefore > 0 && this.cleared > seenBefore) {
      return { me, name, upto: this.cleared, at: seen.get(me)?.at ?? this.lookedAt.at }
    }
    return { me, name, ...this.lookedAt }
  }

  private list(news: readonly News[], since: string): TemplateResult {
    const now = Date.now()
    return html`<header class="row">
        <h2>Since ${since}</h2>
        <span class="grow"></span>
        <button class="btn tiny" @click=${this.seen}>${icon('check', { small: true })}All seen</button>
      </header>
      ${NEWS_KINDS.map((kind) => {
        const these = news.filter((one) => one.kind === kind)
        if (these.length === 0) return nothing
        return html`<h3>${HEADINGS[kind]} <span class="num hush">${these.length.toLocaleString('en')}</span></h3>
          <ol>${these.slice(0, LISTED).map((one) => this.item(one, now))}</ol>
          ${these.length > LISTED ? html`<p class="small hush">and ${(these.length - LISTED).toLocaleString('en')} more</p>` : nothing}`
      })}`
  }

  private item(one: News, now: number): TemplateResult {
    const face = this.person(one.by)
    const words = one.words.slice(0, MOST_QUOTE).replace(/\s+/g, ' ').trim()
    const said =
      one.outcome === null
        ? words
        : `${one.outcome === 'accepted' ? 'Accepted' : 'Rejected'}${words ? `: ${words}` : ''}`
    return html`<li><button @click=${() => this.jump(one)}>
      ${avatar(face, { small: true })}
      <span class="news-words"><b>${face.name}</b> ${shortened(said)}</span>
      <time class="small hush" datetime=${one.at} title=${exactTime(one.at)}>${timeAgo(one.at, now)}</time>
    </button></li>`
  }

  private jump(one: News): void {
    this.hide()
    if (one.thread !== null) {
      this.source.setActive(one.thread)
      this.source.reveal(one.thread, { focus: true })
    } else if (one.line !== null) this.go(one.line)
  }

  private hide(): void {
    this.querySelector<HTMLElement>('[popover]')?.hidePopover()
  }

  private readonly seen = (): void => {
    this.hide()
    this.cleared = this.review.state.peek().seq
    this.review.seen()
    announce('All seen.')
  }

  private readonly toggled = (event: ToggleEvent): void => {
    this.open = event.newState === 'open'
  }
}

function shortened(words: string): string {
  if (words.length <= WORDS) return words
  return `${words.slice(0, WORDS).replace(/[\uD800-\uDBFF]$/, '')}…`
}

declare global {
  interface HTMLElementTagNameMap {
    'since-you-left': SinceYouLeft
  }
}
