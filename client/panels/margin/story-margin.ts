/**
 * <story-margin>: the notes and suggestions of a story beside their words; on narrow windows pips and one card at a time.
 * It keeps the filter and the card in hand. Cards, layout, keys, writing and words are in files of their own.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { may, type Role } from '../../../shared/roles.ts'
import type { Person } from '../../../shared/wire/people.ts'
import type { ReviewHandle } from '../../sync/review.ts'
import { LightElement } from '../../ui/light-element.ts'
import { announce } from '../../ui/live-region.ts'
import { Watch } from '../../ui/watch.ts'
import { askReview } from './ask-review.ts'
import { COMPOSER, cardList } from './card-list.ts'
import { CardQueue, type Step } from './card-queue.ts'
import { showLabels } from './label-dialog.ts'
import { LastNoteAct } from './last-note-act.ts'
import { lostTray, refusedTray } from './lost-tray.ts'
import './margin.css'
import {
  type Instead,
  type MarginContext,
  renewed,
  type SuggestionCard,
  type SuggestionKey,
  WAITS_UNSAID,
} from './margin-context.ts'
import { type Entry, entriesOf, isDone, isJustDecided, type NoteEntry } from './margin-entries.ts'
import { ALL_OPEN, countWords, filterWords, isNarrow, type MarginFilter, sifted } from './margin-filter.ts'
import { marginHead, noteButton } from './margin-head.ts'
import { pressOnCard } from './margin-keys.ts'
import { ALL_SHOWN, type Cell, entriesBetween, firstFrom, MarginLayout, topOf, topsOf } from './margin-layout.ts'
import { MarginNews } from './margin-news.ts'
import { type Pip, pipsOf } from './margin-pips.ts'
import type { MarginSource } from './margin-source.ts'
import { MarginWindow } from './margin-window.ts'
import { narrowMargin } from './narrow-margin.ts'
import { NoteDrafts } from './note-drafts.ts'
import { NoteLink } from './note-link.ts'
import { NoteWriting } from './note-writing.ts'
import { caretAt } from './selection-watch.ts'

const MINUTE = 60_000

@customElement('story-margin')
export class StoryMargin extends LightElement {
  @property({ attribute: false }) review!: ReviewHandle
  @property({ attribute: false }) source!: MarginSource
  @property() story = ''
  /** Everybody who takes part in the story, oneself among them. */
  @property({ attribute: false }) people: readonly Person[] = []
  /** Whose name is not known yet has an empty one. */
  @property({ attribute: false }) person!: (account: string) => Person
  @property({ attribute: false }) override role: Role = 'reader'
  @property({ attribute: false }) suggestionCard: SuggestionCard = () => nothing
  @property({ attribute: false }) suggestionKey: SuggestionKey = () => false
  @property({ attribute: false }) instead: Instead | null = null
  /** Told when what the strip says has changed: "12 notes, 9 suggestions", and the filter's words, "" without one. */
  @property({ attribute: false }) said: (counts: string, filter: string) => void = () => undefined

  @state() private filter: MarginFilter = ALL_OPEN
  @state() private filtering = false
  /** On a narrow window: the list of all. */
  @state() private listing = false
  /** On a narrow window: the card that is open. */
  @state() private opened: string | null = null
  /** Height of the selection, pixels from the top of the sheet. */
  @state() private selectedTop: number | null = null
  private printing = false
  private context!: MarginContext
  private forCards: MarginContext | null = null
  /** All there is; what the filter names; that with the one in hand and what was just decided; what of it is near the view. */
  private all: readonly Entry[] = []
  private named: readonly Entry[] = []
  private entries: readonly Entry[] = []
  private shown: readonly Entry[] = []
  private lost: readonly NoteEntry[] = []
  private pips: readonly Pip[] = []
  private active: string | null = null
  private news: MarginNews | null = null
  private told = ''
  private frame = 0
  private timer = 0
  private drafts = new NoteDrafts('', '')
  private writing = new NoteWriting(this, this.drafts)
  private readonly window = new MarginWindow(this, {
    moved: () => this.placeSoon(),
    print: (on) => {
      this.printing = on
      this.requestUpdate()
      this.performUpdate()
    },
    selected: (y) => {
      this.selectedTop = y === null ? null : y - this.getBoundingClientRect().top
    },
  })
  private readonly watch = new Watch(this)
  private readonly link = new NoteLink(this)
  private readonly layout = new MarginLayout(() => this.placeSoon())
  private readonly queue = new CardQueue(this)
  private last = new LastNoteAct()

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.layout.stop()
    this.writing.unmark()
    clearTimeout(this.timer)
    cancelAnimationFrame(this.frame)
    this.frame = 0
  }

  /** Begins a note on what is selected, or on the word at the caret. */
  newNote(): void {
    if (!may(this.role, 'annotate')) return
    const selected = this.source.selection()
    const top = (caretAt() ?? 0) - this.getBoundingClientRect().top
    if (selected) this.writing.begin(selected, top)
    else announce('Put the caret into the text first.')
  }

  /** To the next or previous open one that the filter shows; stops at the ends and says so. */
  step(kind: Step, by: 1 | -1): void {
    this.queue.step(kind, by)
  }

  /** On a wide window the filter and the search; on a narrow one the list of all. */
  showList(on = !(this.window.compact ? this.listing : this.filtering)): void {
    if (this.window.compact) this.listing = on
    else this.filtering = on
  }

  /** Suggestions that the filter shows and that are open, for deciding them together. */
  get openSuggestions(): readonly Entry[] {
    return this.named.filter((entry) => entry.kind === 'suggestion' && !isDone(entry))
  }

  /** Opens a thread, whatever the filter; its card gets the keyboard when `focus`. */
  go(id: string, focus: boolean): void {
    const entry = this.all.find((one) => one.id === id)
    if (!entry) return
    if (!this.entries.includes(entry)) this.filter = { ...ALL_OPEN, show: isDone(entry) ? 'all' : 'open' }
    this.listing = false
    this.opened = id
    if (entry.state !== 'whole' && entry.state !== 'orphan') this.source.reveal(id)
    this.source.setActive(id)
    if (focus) void this.updateComplete.then(() => this.cardOf(id)?.focus({ preventScroll: entry.line > 0 }))
  }

  /** Closes what lies over the text and gives the keyboard to the words; a press on them opens it again. */
  toWords(id: string): void {
    this.source.reveal(id, { focus: true })
    if (this.window.compact) this.source.setActive(null)
  }

  sent(note: string): void {
    announce('Note left.')
    this.source.setActive(note)
  }

  get listed(): readonly Entry[] {
    return this.entries
  }

  get current(): string | null {
    return this.active
  }

  get firstInView(): number {
    return firstFrom(this.entries, this.source, this.viewTop)
  }

  nameOf(account: string): string {
    return this.person(account).name || 'Somebody'
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('story') || changed.has('review')) this.begin()
    const active = this.watch.read(this.source.active)
    this.watch.tell(this.source.layout, () => this.placeNow())
    this.context = this.makeContext()
    this.forCards = renewed(this.forCards, this.context)
    const { state, me, seenBefore, people } = this.context
    const found = entriesOf(state, this.watch.read(this.source.placed), Date.now())
    Object.assign(this, sifted(found, this.filter, { me, seenBefore, people }, active))
    if (active !== this.active) this.activate(active)
    this.shown = this.inReach()
    this.news?.tell(state, me, (account) => this.nameOf(account))
  }

  protected override render(): TemplateResult {
    if (this.printing) return html`${this.list(this.entries, false)}${lostTray(this.lost, this.context)}`
    if (this.window.compact) return this.narrow()
    return html`${this.head()}${this.offersNote ? noteButton(() => this.newNote()) : nothing}
      <svg class="leader" aria-hidden="true"><path /></svg>
      ${this.trays(this.list(this.shown, true))}`
  }

  protected override updated(): void {
    this.place()
    const { waiting, now } = this.context
    const { wanted } = this.link
    if (wanted !== null && this.all.some(({ id }) => id === wanted)) {
      this.link.wanted = null
      this.go(wanted, true)
    }
    const counts = countWords(this.named)
    const filter = isNarrow(this.filter) ? this.filterSaid : ''
    if (`${counts}\n${filter}` !== this.told) this.said(counts, filter)
    this.told = `${counts}\n${filter}`
    const soon = waiting.some(({ at, refused }) => refused === null && now - at <= WAITS_UNSAID)
    const passing = this.entries.some(isJustDecided)
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => this.requestUpdate(), soon || passing ? WAITS_UNSAID : MINUTE)
  }

  private begin(): void {
    const { review } = this
    this.drafts = new NoteDrafts(this.story, review.me)
    this.writing = new NoteWriting(this, this.drafts)
    this.news = new MarginNews(review)
    this.last = new LastNoteAct()
  }

  private makeContext(): MarginContext {
    const { review, role, people, drafts, source, last } = this
    return {
      state: this.watch.read(review.state),
      waiting: this.watch.read(review.waiting),
      me: review.me,
      role,
      people,
      seenBefore: this.watch.read(review.seenBefore),
      now: Date.now(),
      drafts,
      source,
      last,
      person: this.person,
      instead: this.instead,
      ask: (command) => askReview(review, command),
      goOn: (from) => this.queue.goOn(from),
      toWords: (id) => this.toWords(id),
    }
  }

  private activate(active: string | null): void {
    this.active = active
    if (active === null || this.window.touched) this.opened = active
    const list = this.querySelector<HTMLElement>('.cards.laid')
    if (list) this.layout.glide(list)
  }

  private head(): TemplateResult {
    const { context, filter, named, writing } = this
    return marginHead({
      count: named.length,
      empty: this.entries.length === 0,
      filtering: this.filtering,
      toggleFilter: () => {
        this.filtering = !this.filtering
      },
      filterSaid: this.filterSaid,
      mayWrite: may(this.role, 'annotate'),
      compose: () => writing.begin(null, this.viewTop),
      resume: writing.kept ? () => writing.resume(this.viewTop) : null,
      close: this.window.compact ? () => this.showList() : null,
      filter,
      change: (part) => {
        this.filter = { ...this.filter, ...part }
      },
      people: context.people,
      labels: [...context.state.labels.values()],
      counts: countWords(named),
      editLabels: this.editLabels,
    })
  }

  private list(entries: readonly Entry[], laid: boolean): TemplateResult {
    return cardList(entries, {
      context: this.forCards ?? this.context,
      active: this.active,
      laid,
      suggestionCard: this.suggestionCard,
      composer: laid ? this.composer() : null,
      click: (event, id) => this.clicked(event, id),
      press: (event, entry) => this.press(event, entry),
    })
  }

  private narrow(): TemplateResult {
    this.pips = pipsOf(this.entries, (entry) => topOf(entry, this.source))
    const opened = this.all.find(({ id }) => id === this.opened)
    return html`${narrowMargin({
      pips: this.pips,
      opened: this.opened,
      go: (id) => this.go(id, true),
      close: () => opened && this.toWords(opened.id),
      composer: this.composer(),
      composerTop: this.writing.top,
      list: this.listing ? html`${this.head()}${this.trays(this.list(this.entries.slice(0, ALL_SHOWN), false))}` : null,
      card: opened ? this.list([opened], false) : null,
    })}${this.offersNote ? noteButton(() => this.newNote()) : nothing}`
  }

  private composer(): TemplateResult | null {
    return this.writing.open ? this.writing.card(this.context, this.editLabels) : null
  }

  private trays(cards: TemplateResult): TemplateResult {
    return html`${refusedTray(this.context, this.review)}${cards}${lostTray(this.lost, this.context)}`
  }

  private get offersNote(): boolean {
    return this.selectedTop !== null && !this.writing.open && may(this.role, 'annotate')
  }

  private get editLabels(): (() => void) | null {
    return may(this.role, 'decide') ? () => void showLabels(this.review) : null
  }

  private get filterSaid(): string {
    return filterWords(this.filter, (account) => this.nameOf(account), this.context.state.labels)
  }

  /** Top of what is in view, pixels from the top of the sheet. */
  private get viewTop(): number {
    return Math.max(0, -this.getBoundingClientRect().top)
  }

  /** A screen above and below the view; all when they are few. */
  private inReach(): readonly Entry[] {
    const { entries, source, viewTop } = this
    if (entries.length <= ALL_SHOWN || this.window.compact) return entries
    return entriesBetween(entries, source, [viewTop - innerHeight, viewTop + 2 * innerHeight], this.active)
  }

  private cardOf(id: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`#note-card-${CSS.escape(id)}`)
  }

  private clicked(event: MouseEvent, id: string): void {
    if (id === this.active || (event.target as Element).closest('a, button, textarea, select, input')) return
    this.source.setActive(id)
    if (this.all.some((entry) => entry.id === id && entry.line > 0)) this.source.reveal(id)
  }

  private press(event: KeyboardEvent, entry: Entry): void {
    const card = event.currentTarget as HTMLElement
    if (event.key === 'Escape' && event.target !== card && !event.defaultPrevented) card.focus()
    else if (event.target !== card) return
    else {
      const { suggestionKey } = this
      const open = () => this.go(entry.id, true)
      const move = (by: 1 | -1) => this.queue.move(entry.id, by)
      if (!pressOnCard(event, card, entry, this.context, { move, open, suggestionKey })) return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  private placeSoon(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0
      this.placeNow()
    })
  }

  private placeNow(): void {
    if (this.isUpdatePending) return
    const shown = this.inReach()
    const same = shown.length === this.shown.length && shown.every((entry, index) => entry === this.shown[index])
    if (same && !this.window.compact) this.place()
    else this.requestUpdate()
  }

  private place(): void {
    const { source, active, writing } = this
    this.querySelectorAll<HTMLElement>('.pip').forEach((pip, index) => {
      pip.style.top = `${this.pips[index]?.top ?? 0}px`
    })
    const button = this.querySelector<HTMLElement>('.note-here')
    button?.style.setProperty('--y', `${this.selectedTop ?? 0}px`)
    const list = this.querySelector<HTMLElement>('.cards')
    if (!list?.classList.contains('laid')) {
      if (list) this.layout.release(list)
      return
    }
    const cells: Cell[] = topsOf(this.shown, source).map(([{ id }, top]) => {
      return { id, top, active: id === active && !writing.open }
    })
    if (writing.open) cells.push({ id: COMPOSER, top: writing.top, active: true })
    const leader = this.querySelector('.leader path')
    this.layout.place(list, cells, list.getBoundingClientRect().top - this.getBoundingClientRect().top, leader)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'story-margin': StoryMargin
  }
}
