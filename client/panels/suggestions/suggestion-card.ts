/**
 * <suggestion-card>: what stands on the card of one suggestion: the change, why, and when it is the active one, all that can
 * be decided about it. The card around it, its thread and its place are the margin's, which is handed the functions below.
 */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { plainRuleName } from '../../../shared/proof/rule-name.ts'
import { isEmpty } from '../../../shared/review/change.ts'
import type { Suggestion } from '../../../shared/review/state.ts'
import { MOST_REASON } from '../../../shared/review/vocabulary.ts'
import { may, type Role } from '../../../shared/roles.ts'
import type { Waiting } from '../../sync/review.ts'
import { avatar, type Face } from '../../ui/avatar.ts'
import { icon } from '../../ui/icons.ts'
import { LightElement } from '../../ui/light-element.ts'
import '../../ui/pull-down.ts'
import { counted, exactTime, timeAgo } from '../../ui/times.ts'
import { Watch } from '../../ui/watch.ts'
import { changeView } from './change-view.ts'
import { sayChange } from './change-words.ts'
import { type Deciding, proposedWords } from './deciding.ts'
import { amended } from './retype.ts'
import './stale-view.ts'
import './suggestions.css'

/** What a card is told by the margin; the margin's own context fits this shape. */
export interface CardContext {
  me: string
  role: Role
  active: boolean
  /** From 1; 0 where it is not known. */
  line: number
  /** Milliseconds since 1970, of this rendering. */
  now: number
  seenBefore: number
  waiting: readonly Waiting[]
  person: (account: string) => Face
  /** Replies and the field to answer. */
  thread: TemplateResult
}

/** What the page hands to the margin for the content of suggestion cards. */
export function suggestionCard(deciding: Deciding): (suggestion: Suggestion, context: CardContext) => TemplateResult {
  return (suggestion, context) =>
    html`<suggestion-card data-id=${suggestion.id} .suggestion=${suggestion} .context=${context} .deciding=${deciding}></suggestion-card>`
}

/** What the page hands to the margin for keys on a focused suggestion card. True when the key was one of these. */
export function suggestionKey(
  deciding: Deciding,
): (suggestion: Suggestion, key: string, context: Pick<CardContext, 'me' | 'role'>) => boolean {
  return (suggestion, key, { role }) => {
    if (!may(role, 'decide')) return false
    const letter = key.toLowerCase()
    if (letter === 'z') void deciding.undo()
    else if (suggestion.status !== 'open') return false
    else if (letter === 'a' || letter === 'x') decideByKey(deciding, suggestion, letter)
    else if (letter === 'e') cardOf(suggestion)?.amend()
    else return false
    return true
  }
}

/** Of a stale one the letters open the choice: they may not decide what was not looked at. */
function decideByKey(deciding: Deciding, suggestion: Suggestion, letter: 'a' | 'x'): void {
  const reason = cardOf(suggestion)?.reason ?? ''
  if (letter === 'a' && deciding.staleNow(suggestion) !== undefined) deciding.source.setActive(suggestion.id)
  else void deciding.decide(letter === 'a' ? 'accept' : 'reject', suggestion, { goOn: true, reason })
}

function cardOf({ id }: Suggestion): SuggestionCard | null {
  return document.querySelector<SuggestionCard>(`suggestion-card[data-id="${CSS.escape(id)}"]`)
}

@customElement('suggestion-card')
export class SuggestionCard extends LightElement {
  @property({ attribute: false }) suggestion!: Suggestion
  @property({ attribute: false }) context!: CardContext
  @property({ attribute: false }) deciding!: Deciding
  /** Why it is decided so; as typed. */
  @state() reason = ''
  /** Words that are to stand instead of the proposed ones; null = it is not being amended. */
  @state() private words: string | null = null
  /** Why it is proposed, as its author types it; null = that is not being written. */
  @state() private why: string | null = null
  private readonly watch = new Watch(this)

  /** Opens the proposed words for changing. */
  amend(): void {
    if (!this.mayDecide || this.stale !== undefined) return
    this.deciding.source.setActive(this.suggestion.id)
    this.words = proposedWords(this.suggestion)
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.amend')?.focus())
  }

  protected override render(): TemplateResult {
    const { suggestion, context } = this
    this.watch.read(this.deciding.changes)
    if (suggestion.status !== 'open') return this.decided()
    const now = this.stale
    const mine = suggestion.by === context.me
    return html`<div class=${mine && !context.active && !this.isNews ? 'own-quiet' : ''}>
      ${this.header(now !== undefined)}
      ${
        now !== undefined && context.active
          ? html`<stale-view .suggestion=${suggestion} .deciding=${this.deciding} .now=${now} .author=${context.person(suggestion.by).name} ?decides=${this.mayDecide}></stale-view>`
          : changeView(suggestion.base, suggestion.change)
      }
      ${suggestion.rule === null ? nothing : html`<p class="small hush">${icon('spell-check-2', { small: true })} from the checker: ${plainRuleName(suggestion.rule)}</p>`}
      ${context.active ? this.opened(now !== undefined) : this.rest(now !== undefined)}
    </div>`
  }

  private get mayDecide(): boolean {
    return may(this.context.role, 'decide')
  }

  private get stale() {
    return this.deciding.staleNow(this.suggestion)
  }

  /** Somebody else touched it since this person looked. */
  private get isNews(): boolean {
    const { touched, replies } = this.suggestion
    return touched > this.context.seenBefore && (replies.at(-1)?.by ?? this.context.me) !== this.context.me
  }

  private get busy(): boolean {
    return this.deciding.busy.peek().has(this.suggestion.id)
  }

  /** A decision about it is on its way to the server. */
  private get waits(): boolean {
    const { id } = this.suggestion
    return this.context.waiting.some(
      ({ command, refused }) =>
        refused === null && command.type === 'decide' && command.decisions.some(({ suggestion }) => suggestion === id),
    )
  }

  private header(stale: boolean): TemplateResult {
    const { suggestion, context } = this
    const author = context.person(suggestion.by)
    const at = suggestion.revisedAt ?? suggestion.at
    return html`<header id="note-head-${suggestion.id}" data-line=${context.line}>
      ${avatar(author, { small: true })}<b>${author.name}</b>
      <time datetime=${at} title=${exactTime(at)}>${timeAgo(at, context.now)}</time>
      ${this.kind(stale)}${this.tag()}
    </header>`
  }

  /** Its tag; of the card in hand, where it is to be sorted, as a menu of all. */
  private tag(): TemplateResult | typeof nothing {
    const { suggestion, context, deciding } = this
    const { labels } = deciding.review.state.peek()
    const label = suggestion.label === null ? undefined : labels.get(suggestion.label)
    const own = suggestion.by === context.me && may(context.role, 'propose')
    if (!context.active || !(own || this.mayDecide)) {
      return label
        ? html`<span class="kind label p${label.swatch}" title=${label.description || nothing}>${icon('tag', { small: true })}<span>${label.name}</span></span>`
        : nothing
    }
    const item = (id: string | null, name: string) => ({
      label: name,
      checked: suggestion.label === id,
      run: () => void deciding.tag(suggestion, id),
    })
    return html`<pull-down
      class="kind label${label ? ` p${label.swatch}` : ''}"
      look="btn tiny quiet${label ? '' : ' icon-only'}"
      label=${label ? `Tag: ${label.name}` : 'Tag this suggestion'}
      .face=${html`${icon('tag', { small: true })}${label ? html`<span>${label.name}</span>` : nothing}`}
      .items=${[item(null, 'No tag'), null, ...[...labels.values()].map(({ id, name }) => item(id, name))]}
    ></pull-down>`
  }

  private kind(stale: boolean): TemplateResult | typeof nothing {
    const { id, by } = this.suggestion
    if (this.waits) return html`<span class="kind">${icon('cloud-off', { small: true })}Decision kept here</span>`
    if (stale) return html`<span class="kind stale">${icon('clock-alert', { small: true })}Stale</span>`
    const others = this.deciding.standing.peek().overlaps.get(id) ?? []
    if (others.length > 0) {
      const names = others.map((other) => this.authorOf(other)).filter((name) => name !== '')
      return html`<span class="kind" title="Overlaps a suggestion by ${[...new Set(names)].join(', ')}. Accepting one makes the other stale."
        >${icon('layers-2', { small: true })}Overlaps ${others.length}</span>`
    }
    return by === this.context.me ? html`<span class="kind">Yours</span>` : nothing
  }

  private authorOf(id: string): string {
    const other = this.deciding.review.state.peek().suggestions.get(id)
    return other ? this.context.person(other.by).name : ''
  }

  private rest(stale: boolean): TemplateResult | typeof nothing {
    const { reason, replies } = this.suggestion
    const answers = replies.filter(({ deleted }) => !deleted).length
    const told = reason.trim() || (answers > 0 ? counted(answers, 'reply', 'replies') : '')
    const decides = this.mayDecide && !stale && !this.waits
    if (told === '' && !decides) return this.refusal()
    return html`<div class="foot"><span>${told}</span>
        ${decides ? html`<span class="does">${this.sign('accept')}${this.sign('reject')}</span>` : nothing}
      </div>
      ${this.refusal()}`
  }

  private sign(verdict: 'accept' | 'reject'): TemplateResult {
    const { suggestion } = this
    const label = `${verdict === 'accept' ? 'Accept' : 'Reject'}: ${sayChange(suggestion.base, suggestion.change)}`
    return html`<button
      class="btn icon-only tiny quiet ${verdict === 'accept' ? 'good' : 'bad'}"
      aria-label=${label}
      title=${label}
      aria-busy=${this.busy ? 'true' : 'false'}
      @click=${(event: Event) => {
        // The margin opens a card that is clicked; this one is decided.
        event.stopPropagation()
        void this.deciding.decide(verdict, suggestion)
      }}
    >${icon(verdict === 'accept' ? 'check' : 'x')}</button>`
  }

  private opened(stale: boolean): TemplateResult {
    const { suggestion, context } = this
    const own = suggestion.by === context.me && may(context.role, 'propose')
    return html`${suggestion.reason && this.why === null ? html`<p class="why">${suggestion.reason}</p>` : nothing}
      ${this.mayDecide && !stale && !this.waits ? this.decisions() : nothing}
      ${own ? this.ownActs() : nothing}
      ${this.refusal()} ${context.thread}`
  }

  private ownActs(): TemplateResult {
    const { suggestion, why } = this
    const busy = this.busy ? 'true' : 'false'
    if (why === null) {
      return html`<div class="foot acts">
        <button class="btn tiny quiet" aria-busy=${busy} @click=${() => void this.deciding.withdraw(suggestion)}>Withdraw</button>
        <button class="btn tiny quiet" @click=${this.writeWhy}>${suggestion.reason ? 'Change reason…' : 'Say why…'}</button>
      </div>`
    }
    return html`<form class="because" @submit=${this.giveWhy} @keydown=${this.whyKey}>
      <input class="input" aria-label="Why you propose it" placeholder="Why you propose it" maxlength=${MOST_REASON} autocomplete="off" .value=${why} @input=${this.whyTyped} />
      <div class="foot acts">
        <button class="btn tiny" aria-busy=${busy} title="Save the reason (Enter)">Save</button>
        <button class="btn tiny quiet" type="button" @click=${this.leaveWhy}>Cancel</button>
      </div>
    </form>`
  }

  private decisions(): TemplateResult {
    const { suggestion, words } = this
    const busy = this.busy ? 'true' : 'false'
    const why = html`<input class="input" aria-label="Why, if you like to say" placeholder="Why (optional)" maxlength=${MOST_REASON} autocomplete="off" .value=${this.reason} @input=${this.reasonTyped} />`
    if (words !== null) {
      const same = isEmpty(suggestion.base, amended(suggestion.base, suggestion.change, words))
      return html`<div class="fields">
          <textarea class="input serif amend" rows="3" aria-label="Words that should stand" .value=${words} @input=${this.wordsTyped} @keydown=${this.amendKey}></textarea>
          ${why}
        </div>
        <div class="foot acts">
          <button class="btn primary tiny" aria-disabled=${same ? 'true' : 'false'} title=${same ? 'These words stand there already: reject it instead' : nothing} aria-busy=${busy} @click=${() => void this.acceptAmended()}>Accept these words</button>
          <button class="btn tiny quiet" @click=${this.stopAmending}>Back</button>
        </div>`
    }
    return html`<div class="fields">${why}</div>
      <div class="foot acts">
        <button class="btn tiny good" aria-busy=${busy} title="Accept (A)" @click=${() => this.decide('accept')}>${icon('check', { small: true })}Accept</button>
        <button class="btn tiny bad" aria-busy=${busy} title="Reject (X)" @click=${() => this.decide('reject')}>${icon('x', { small: true })}Reject</button>
        <button class="btn tiny quiet" title="Accept with other words (E)" @click=${() => this.amend()}>Amend…</button>
      </div>`
  }

  private decided(): TemplateResult {
    const { suggestion, context } = this
    const { decided } = suggestion
    if (!decided) return html`<p class="one-line">Withdrawn</p>`
    const verb = decided.verdict === 'reject' ? 'Rejected' : decided.amended ? 'Accepted with other words' : 'Accepted'
    const by = decided.by === context.me ? '' : ` by ${context.person(decided.by).name}`
    return html`<div class="one-line">
        ${icon(decided.verdict === 'accept' ? 'check' : 'x', { small: true })}
        <span class="edit" title=${sayChange(suggestion.base, suggestion.change)}>${verb}${by}</span>
        ${this.mayDecide ? html`<button class="btn tiny" aria-busy=${this.busy ? 'true' : 'false'} @click=${() => void this.deciding.undo([suggestion.id])}>Undo</button>` : nothing}
      </div>
      ${this.refusal()}`
  }

  private refusal(): TemplateResult | typeof nothing {
    const { id } = this.suggestion
    const why = this.deciding.wrong.peek().get(id)
    return why === undefined
      ? nothing
      : html`<p class="refusal small">${why} <button class="link" @click=${() => this.deciding.forgetWrong(id)}>All right</button></p>`
  }

  private decide(verdict: 'accept' | 'reject'): void {
    void this.deciding.decide(verdict, this.suggestion, { reason: this.reason.trim(), goOn: true })
  }

  private async acceptAmended(): Promise<void> {
    const { suggestion, words } = this
    if (words === null) return
    const change = amended(suggestion.base, suggestion.change, words)
    if (isEmpty(suggestion.base, change)) return
    const options = {
      reason: this.reason.trim(),
      goOn: true,
      ...(words !== proposedWords(suggestion) && { amended: change }),
    }
    if (await this.deciding.decide('accept', suggestion, options)) this.words = null
  }

  private readonly reasonTyped = (event: InputEvent): void => {
    this.reason = (event.target as HTMLInputElement).value
  }

  private readonly wordsTyped = (event: InputEvent): void => {
    this.words = (event.target as HTMLTextAreaElement).value
  }

  private readonly stopAmending = (): void => {
    this.words = null
    void this.updateComplete.then(() => this.closest<HTMLElement>('[tabindex]')?.focus())
  }

  private readonly writeWhy = (): void => {
    this.why = this.suggestion.reason
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>('.because input')?.focus())
  }

  private readonly whyTyped = (event: InputEvent): void => {
    this.why = (event.target as HTMLInputElement).value
  }

  private readonly giveWhy = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (await this.deciding.giveReason(this.suggestion, (this.why ?? '').trim())) this.leaveWhy()
  }

  private readonly leaveWhy = (): void => {
    this.why = null
    void this.updateComplete.then(() => this.closest<HTMLElement>('[tabindex]')?.focus())
  }

  private readonly whyKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return
    this.leaveWhy()
    event.preventDefault()
    event.stopPropagation()
  }

  private readonly amendKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    if (event.key === 'Escape') this.stopAmending()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.acceptAmended()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'suggestion-card': SuggestionCard
  }
}
