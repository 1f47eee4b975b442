/**
 * <activity-list>: who did what, newest first, of one story or of the whole library. It asks a hundred at a time; the
 * filters choose among those that are here.
 */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Activity, Person } from '../../../shared/wire/people.ts'
import { sayError } from '../../sync/api.ts'
import { getActivity } from '../../sync/people-api.ts'
import { avatar } from '../../ui/avatar.ts'
import { icon } from '../../ui/icons.ts'
import { LightElement } from '../../ui/light-element.ts'
import { announce } from '../../ui/live-region.ts'
import { counted, exactTime, timeAgo } from '../../ui/times.ts'
import './activity.css'
import { KIND_NAMES, KINDS, type Kind, kindOf, sentenceOf, technicalOf } from './activity-words.ts'

@customElement('activity-list')
export class ActivityList extends LightElement {
  /** Id of the story; null = the whole library. */
  @property({ attribute: false }) place: string | null = null

  @state() private entries: readonly Activity[] | null = null
  @state() private more = false
  @state() private person = ''
  @state() private kind: Kind | '' = ''
  @state() private busy = false
  @state() private wrong = ''
  /** Answers to an earlier asking are too late. */
  private asked = 0

  /** Asks for the newest entries. */
  async load(): Promise<void> {
    this.entries = null
    this.person = ''
    this.kind = ''
    await this.ask(null)
  }

  protected override render() {
    const { entries } = this
    return html`${this.wrong ? html`<div class="callout bad" role="alert">${icon('triangle-alert')}<p>${this.wrong} <button class="link" @click=${() => void this.ask(entries?.at(-1)?.seq ?? null)}>Ask again</button></p></div>` : nothing}
    ${entries === null ? this.waiting() : entries.length === 0 ? html`<p class="nothing">${icon('list')}<b>Nothing is noted yet</b>Who comes, what is shared and taken away is listed here.</p>` : this.list(entries)}`
  }

  private waiting() {
    return this.wrong ? nothing : html`<p class="hush" aria-busy="true">Asking what was done…</p>`
  }

  private list(entries: readonly Activity[]): TemplateResult {
    const shown = entries.filter(
      ({ act, who, about }) =>
        (this.kind === '' || kindOf(act) === this.kind) &&
        (this.person === '' || who?.id === this.person || about?.id === this.person),
    )
    const now = Date.now()
    return html`<div class="activity-filters">
        <label><span class="unseen">Of whom</span>
          <select class="choose" @change=${this.personChosen}>
            <option value="">Everybody</option>
            ${peopleOf(entries).map(({ id, name }) => html`<option value=${id} ?selected=${id === this.person}>${name}</option>`)}
          </select></label>
        <label><span class="unseen">What kind</span>
          <select class="choose" @change=${this.kindChosen}>
            <option value="">Everything</option>
            ${KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === this.kind}>${KIND_NAMES[kind]}</option>`)}
          </select></label>
        <span class="grow"></span>
        <span class="small hush">${shown.length === entries.length ? '' : `${shown.length} of `}${this.more ? 'the latest ' : ''}${counted(entries.length, 'entry', 'entries')}</span>
      </div>
      ${
        shown.length === 0
          ? html`<p class="nothing"><b>Nothing of this kind</b>${this.more ? 'Older entries may have some.' : 'Choose another person or kind.'}</p>`
          : html`<ol class="activity" aria-label="What was done, newest first">${shown.map((entry) => this.row(entry, now))}</ol>`
      }
      ${
        this.more
          ? html`<p class="more-activity"><button class="btn" aria-busy=${this.busy ? 'true' : 'false'} @click=${() => void this.goOn(entries)}>${this.busy ? icon('loader-circle', { small: true }) : nothing}Show more</button></p>`
          : nothing
      }`
  }

  private row(entry: Activity, now: number): TemplateResult {
    const { who, did } = sentenceOf(entry)
    const { story } = entry
    const refused = kindOf(entry.act) === 'refused'
    return html`<li tabindex="-1">
      ${entry.who ? avatar(entry.who, { small: true }) : html`<span class="nobody">${icon(refused ? 'lock' : 'terminal', { small: true })}</span>`}
      <p title=${technicalOf(entry) || nothing}>
        ${refused ? html`<span class="chip bad">${icon('lock', { small: true })}Refused</span>` : nothing}
        <b>${who}</b> ${did}
      </p>
      ${this.place === null && story ? html`<a class="where serif" href=${`/stories/${encodeURIComponent(story.id)}`}>${story.title || 'Untitled'}</a>` : nothing}
      <time class="small hush" datetime=${entry.at} title=${exactTime(entry.at)}>${timeAgo(entry.at, now)}</time>
    </li>`
  }

  private readonly personChosen = (event: Event): void => {
    this.person = (event.target as HTMLSelectElement).value
  }

  private readonly kindChosen = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement
    this.kind = KINDS.find((kind) => kind === value) ?? ''
  }

  /** The keyboard goes on with the first that came. */
  private async goOn(entries: readonly Activity[]): Promise<void> {
    const before = this.querySelectorAll('.activity li').length
    await this.ask(entries.at(-1)?.seq ?? null)
    await this.updateComplete
    if (this.wrong === '') this.querySelectorAll<HTMLElement>('.activity li')[before]?.focus()
  }

  private async ask(before: number | null): Promise<void> {
    this.asked += 1
    const mine = this.asked
    this.busy = true
    try {
      const answer = await getActivity(this.place, before)
      if (mine !== this.asked) return
      this.entries = before === null ? answer.entries : [...(this.entries ?? []), ...answer.entries]
      this.more = answer.more
      this.wrong = ''
      if (before !== null) announce(`${counted(answer.entries.length, 'more entry', 'more entries')}.`)
    } catch (error) {
      if (mine === this.asked) this.wrong = sayError(error)
    } finally {
      if (mine === this.asked) this.busy = false
    }
  }
}

/** Everybody who did something or to whom it was done, each once, by name. */
function peopleOf(entries: readonly Activity[]): Person[] {
  const found = new Map<string, Person>()
  for (const { who, about } of entries) for (const person of [who, about]) if (person) found.set(person.id, person)
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

declare global {
  interface HTMLElementTagNameMap {
    'activity-list': ActivityList
  }
}
