/**
 * The review on the story page: ties the open story's review to the marks in the text, the margin, decisions, the record and
 * what is new. The panels know each other only through what is handed over here.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals-core'
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit'
import { Refusal } from '../../../shared/refusals.ts'
import { may, type Role } from '../../../shared/roles.ts'
import type { StoryEditor, WritingMode } from '../../editor/story-editor.ts'
import type { Proposer } from '../../panels/find/find-target.ts'
import { keyWords } from '../../panels/keys/key-words.ts'
import type { Instead } from '../../panels/margin/margin-context.ts'
import type { StoryMargin } from '../../panels/margin/story-margin.ts'
import type { PaletteCommand } from '../../panels/palette/palette-commands.ts'
import type { StoryHandle } from '../../sync/open-story.ts'
import { getParticipants } from '../../sync/people-api.ts'
import { icon } from '../../ui/icons.ts'
import { shortCount } from '../../ui/short-count.ts'
import type { Watch } from '../../ui/watch.ts'
import type { ChecksView } from './checks-view.ts'
import { loaded } from './late-part.ts'
import type { OwnSuggestions } from './own-suggestions.ts'
import type { ReviewPanels } from './review-panels.ts'
import { StoryNames } from './story-names.ts'
import { beginVisit } from './visit.ts'

/** One story's review with the editor that shows it. */
interface Bound {
  handle: StoryHandle
  editor: StoryEditor
  names: StoryNames
  /** Grows when people are called otherwise. */
  named: ReadonlySignal<unknown>
}

/** Without suggesting no suggestion stands in the text. */
const NONE: ReadonlySet<string> = new Set()

export type SuggestionsShown = 'marked' | 'plain' | 'accepted'

const SHOWN: Record<SuggestionsShown, string> = {
  marked: 'Marked up',
  plain: 'As it stands',
  accepted: 'As if all were accepted',
}

export class ReviewView implements ReactiveController {
  private readonly host: HTMLElement & { addController(controller: ReactiveController): void; requestUpdate(): void }
  private readonly watch: Watch
  private readonly uncover: () => void
  /** Null until it is loaded, with the panels. */
  private checks: ChecksView | null = null
  private readonly mode = signal<WritingMode>('edit')
  private bound: Bound | null = null
  /** Null until it is loaded. */
  private beside: ReviewPanels | null = null
  private stops: (() => void)[] = []
  private counts = ''
  private filter = ''
  /** Whether the page has put something in the margin's place. */
  private covered = false
  private shown: SuggestionsShown = 'marked'
  /** While suggesting; null until its part is loaded. */
  private own: OwnSuggestions | null = null
  private wantsOwn = false
  /** Ids that are decided together; null = no batch bar. */
  private batch: readonly string[] | null = null

  /** `uncover` takes away what the page has put in the margin's place. */
  constructor(host: ReviewView['host'], watch: Watch, uncover: () => void) {
    this.host = host
    this.watch = watch
    this.uncover = uncover
    host.addController(this)
  }

  hostDisconnected(): void {
    this.forget()
  }

  /** To be called whenever the page has been drawn; does something only when story or editor are others. */
  bind(handle: StoryHandle | null, editor: StoryEditor | null): void {
    if (this.bound?.handle === handle && this.bound?.editor === editor) return
    this.forget()
    if (!handle || !editor) return
    const { review } = handle
    const named = signal(0)
    const names = new StoryNames(
      () => getParticipants(handle.story.id),
      () => {
        // The names drawn in the text are others now.
        editor.review.set({})
        named.value += 1
        this.host.requestUpdate()
      },
    )
    const bound = { handle, editor, names, named }
    this.bound = bound
    editor.review.onMove = ({ thread, anchor, quote, how }) => {
      review.ask({ type: 'move-anchor', thread, anchor, quote, how }).catch((error: unknown) => {
        // Its author took it away, or it was decided, while its words moved.
        if (!(error instanceof Refusal)) throw error
      })
    }
    editor.review.set({ me: handle.me.id, person: (account) => names.known(account) })
    this.stops = [
      beginVisit(review),
      effect(() => editor.review.show(review.state.value)),
      effect(() => void names.meet(accountsIn(review.state.value))),
    ]
    void names.load()
    void this.standBeside(bound)
    if (this.wantsOwn) void this.beginSuggesting()
  }

  private async standBeside(bound: Bound): Promise<void> {
    const { checksView, reviewPanels } = await import('./review-panels.ts')
    if (this.bound !== bound) return
    this.checks = checksView(this.host, {
      handle: bound.handle,
      editor: bound.editor,
      mode: this.mode,
      own: () => (this.wantsOwn ? this.own : null),
      nameOf: (account) => bound.names.person(account).name,
      named: bound.named,
      covered: () => this.covered,
      uncover: this.uncover,
    })
    this.beside = reviewPanels(bound.handle.review, bound.editor.review, (account) => bound.names.person(account).name)
    this.host.requestUpdate()
  }

  /** What the editor suggests with; null while nothing is suggested. */
  get proposals(): OwnSuggestions | null {
    return this.own
  }

  /** What typing does just now. To be called before the page is drawn. */
  setMode(mode: WritingMode): void {
    const on = mode === 'suggest'
    this.mode.value = mode
    this.wantsOwn = on
    if (on) void this.beginSuggesting()
    this.bound?.editor.review.set({ standing: (on && this.own?.standing) || NONE })
  }

  private async beginSuggesting(): Promise<void> {
    const { bound } = this
    if (!bound || this.own) return
    const { OwnSuggestions } = await import('./own-suggestions.ts')
    await bound.handle.review.ready
    if (this.bound !== bound || this.own || !this.wantsOwn) return
    this.own = new OwnSuggestions(bound.handle, () => bound.editor.review.set({}))
    this.host.requestUpdate()
  }

  /** Proposes what the find panel found; null where nothing can be proposed. */
  propose(mode: WritingMode): Proposer | null {
    const { bound, own } = this
    if (!bound || mode === 'read' || (mode === 'suggest' && !own) || this.isApart(bound)) return null
    return {
      labels: [...bound.handle.review.state.peek().labels.values()],
      propose: async (_, template, chosen, grounds) => {
        const [{ proposeAll }, { mayTakeBack }] = await Promise.all([
          import('./propose-all.ts'),
          import('./take-back.ts'),
        ])
        const parts = { ...bound, own: mode === 'suggest' ? own : null }
        const { proposed, skipped } = await proposeAll(parts, template, chosen, grounds)
        const partsNow = () => ({ ...bound, own: this.wantsOwn ? this.own : null })
        const undo = proposed.length > 0 ? mayTakeBack(partsNow, proposed) : null
        return { proposed: proposed.length, skipped, undo }
      },
    }
  }

  /** What stands here may not be what the server has. */
  private isApart({ handle }: Bound): boolean {
    return this.watch.read(handle.replaced) || this.watch.read(handle.outdated)
  }

  private readonly instead: Instead = async (note, words) => {
    const part = await loaded(import('./propose-instead.ts'))
    const { bound, own } = this
    return (
      part !== null && bound !== null && part.proposeInstead({ ...bound, own: this.wantsOwn ? own : null }, note, words)
    )
  }

  /** `behind`: something else stands in its place, and it is not seen. */
  margin(role: Role, behind: boolean): TemplateResult | typeof nothing {
    this.covered = behind
    const { bound, beside } = this
    if (!bound || !beside) return nothing
    const panel = this.checks?.panel() ?? nothing
    this.watch.read(beside.deciding.changes)
    // The words in the text lead to their cards, so these stay where they are behind the panel.
    return html`${panel}<story-margin
      ?hidden=${behind || panel !== nothing}
      .review=${bound.handle.review}
      .source=${bound.editor.review}
      .story=${bound.handle.story.id}
      .people=${bound.names.people}
      .person=${bound.names.person}
      .role=${role}
      .suggestionCard=${beside.card}
      .suggestionKey=${beside.key}
      .instead=${may(role, 'propose') && !this.isApart(bound) ? this.instead : null}
      .said=${this.said}
    ></story-margin>`
  }

  /** What the strip says of the review, and what lies over the sheet's foot. */
  strip(): TemplateResult | typeof nothing {
    const { bound, beside } = this
    if (!bound || !beside) return nothing
    return html`<since-you-left
        .review=${bound.handle.review}
        .source=${bound.editor.review}
        .person=${bound.names.person}
        .go=${(line: number) => bound.editor.goToLine(line)}
      ></since-you-left>
      ${this.checks?.strip()}
      ${
        this.counts === ''
          ? nothing
          : html`<button title="Notes and suggestions: filter and search" @click=${() => this.showNotes()}>${this.countsFace()}</button>`
      }`
  }

  /** "12 notes, 9 suggestions", each number with a sign of its own where there is no room for words. */
  private countsFace(): TemplateResult {
    const [notes = '', suggestions = ''] = this.counts.split(', ')
    const filter = this.filter === '' ? nothing : html`<span class="long">, ${this.filter}</span>`
    return html`${icon('message-square', { small: true })}<span>${shortCount(suggestions === '' ? notes : `${notes}, `)}${
      suggestions === ''
        ? nothing
        : html`<span class="short">${icon('message-square-diff', { small: true })}</span>${shortCount(suggestions)}`
    }${filter}</span>`
  }

  /** What lies over the text. */
  over(): TemplateResult {
    return html`${this.checks?.over()} ${this.batchBar()}`
  }

  private batchBar(): TemplateResult | typeof nothing {
    const { beside, batch } = this
    if (!beside || !batch) return nothing
    return html`<suggestion-batch
      .deciding=${beside.deciding}
      .ids=${batch}
      .closed=${() => {
        this.batch = null
        this.host.requestUpdate()
      }}
    ></suggestion-batch>`
  }

  commands(role: Role): PaletteCommand[] {
    if (!this.beside) return []
    const note = {
      id: 'review/note',
      group: 'This selection' as const,
      label: 'Note on these words',
      keys: keyWords('Mod-Alt-M'),
    }
    return [
      ...(may(role, 'annotate') ? [{ ...note, run: () => this.toNotes()?.newNote() }] : []),
      ...(may(role, 'decide')
        ? [
            {
              id: 'review/batch',
              group: 'Decide' as const,
              label: 'Decide all suggestions shown…',
              run: () => this.decideShown(),
            },
          ]
        : []),
      { id: 'review/next', group: 'Go', label: 'Next note', keys: 'F2', run: () => this.toNotes()?.step('note', 1) },
      ...(this.checks?.commands() ?? []),
      { id: 'review/record', group: 'Story', label: 'Correction record', run: () => this.record() },
      ...(Object.keys(SHOWN) as SuggestionsShown[]).map(
        (shown): PaletteCommand => ({
          id: `review/shown/${shown}`,
          group: 'View',
          label: `Suggestions: ${SHOWN[shown].toLowerCase()}`,
          checked: this.shown === shown,
          run: () => this.show(shown),
        }),
      ),
    ]
  }

  /** True when the key was one of the margin's or of decisions; then it is done. */
  press(event: KeyboardEvent): boolean {
    const { beside, element } = this
    if (this.checks?.press(event)) return true
    // What these keys go to stands in the margin.
    if (/^F[249]$/.test(event.key)) this.toNotes()
    return beside !== null && element !== null && beside.press(event, element)
  }

  /** The margin, brought back where the checks or the page’s own panel stood in its place. */
  private toNotes(): StoryMargin | null {
    const { element } = this
    this.uncover()
    this.checks?.close()
    if (element) element.hidden = false
    return element
  }

  /** The list of a narrow page, else the filter; pressed again it goes. */
  private showNotes(): void {
    const was = this.element?.hidden
    this.toNotes()?.showList(was ? true : undefined)
  }

  record(): void {
    const { bound, beside } = this
    if (!bound || !beside) return
    void beside.record({
      review: bound.handle.review,
      source: bound.editor.review,
      storyId: bound.handle.story.id,
      person: bound.names.person,
      go: (line) => bound.editor.goToLine(line),
    })
  }

  private decideShown(): void {
    const open = this.element?.openSuggestions ?? []
    this.batch = open.map(({ id }) => id)
    this.host.requestUpdate()
  }

  private show(shown: SuggestionsShown): void {
    this.shown = shown
    this.bound?.editor.review.set({ suggestions: shown })
    this.host.requestUpdate()
  }

  private get element(): StoryMargin | null {
    return this.host.querySelector('story-margin')
  }

  private readonly said = (counts: string, filter: string): void => {
    if (counts === this.counts && filter === this.filter) return
    this.counts = counts
    this.filter = filter
    this.host.requestUpdate()
  }

  /** Lets the story go, before its handle closes. */
  forget(): void {
    for (const stop of this.stops) stop()
    this.checks?.stop()
    this.checks = null
    this.bound?.names.stop()
    this.stops = []
    this.bound = null
    this.beside = null
    this.own?.stop()
    this.own = null
    this.batch = null
    this.counts = ''
    this.filter = ''
  }
}

function accountsIn({
  notes,
  suggestions,
  edits,
  words,
  dismissed,
  style,
}: StoryHandle['review']['state']['value']): Set<string> {
  const accounts = new Set<string>()
  for (const { by, replies } of [...notes.values(), ...suggestions.values()]) {
    accounts.add(by)
    for (const reply of replies) accounts.add(reply.by)
  }
  for (const { by } of [...edits, ...words.values(), ...dismissed.values(), ...style.values()]) accounts.add(by)
  for (const { allowed } of words.values()) if (allowed) accounts.add(allowed.by)
  return accounts
}
