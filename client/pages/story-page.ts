/**
 * <story-page>: one story, open. It holds the handle of the story, what the bar, the outline, the sheet and the panels
 * need of it, and the page's keys. Saving is sync's, the text the editor's, each panel its own.
 */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { Refusal } from '../../shared/refusals.ts'
import { may } from '../../shared/roles.ts'
import type { OutlineEntry } from '../../shared/story/counts.ts'
import type { Story } from '../../shared/wire/api.ts'
import type { OutlineChanged, StateChanged, TextState } from '../editor/editor-events.ts'
import '../editor/story-editor.ts'
import type { StoryEditor, WritingMode } from '../editor/story-editor.ts'
import '../panels/find/find-panel.ts'
import { storyOutline } from '../panels/outline/story-outline.ts'
import '../panels/palette/command-palette.ts'
import { peopleList } from '../panels/people/people-here.ts'
import { sayAside } from '../panels/save/save-mark.ts'
import { go } from '../router.ts'
import { type LibraryFeed, openLibraryFeed } from '../sync/library-feed.ts'
import { openStory, type StoryHandle } from '../sync/open-story.ts'
import { announce } from '../ui/live-region.ts'
import { theme } from '../ui/theme.ts'
import '../ui/pull-down.ts'
import { Watch } from '../ui/watch.ts'
import { lostPage } from './lost-page.ts'
import { accountCommands } from './person-menu.ts'
import { session } from './session.ts'
import { showKeys } from './show-keys.ts'
import { AccessView } from './story/access-view.ts'
import { loaded, withPart } from './story/late-part.ts'
import { bestMode, MODES, mayBeIn } from './story/modes.ts'
import { onNextEdit } from './story/next-edit.ts'
import { pressKey } from './story/page-keys.ts'
import { changeView, readingView, viewStyle } from './story/reading-view.ts'
import { ReviewView } from './story/review-view.ts'
import { type BarActs, storyBar, storyStrip } from './story/story-bar.ts'
import { storyCommands, typedCommands } from './story/story-commands.ts'
import { skeleton } from './story/story-skeleton.ts'
import './story/story-page.css'

const NO_TEXT: TextState = {
  line: 1,
  lines: 1,
  marks: [],
  heading: 0,
  canUndo: false,
  canRedo: false,
  selectedWords: 0,
}
/** Below this width the outline lies over the sheet and is closed at first. */
const NARROW = '(max-width: 80rem)'

@customElement('story-page')
export class StoryPage extends LitElement {
  @property() storyId = ''

  @state() private handle: StoryHandle | null = null
  @state() private ready = false
  @state() private refused = ''
  @state() private mode: WritingMode = 'edit'
  @state() private text = NO_TEXT
  @state() private entries: readonly OutlineEntry[] = []
  @state() private words = 0
  @state() private followed: string | null = null
  @state() private finding: 'no' | 'find' | 'replace' = 'no'
  /** On a narrow page the outline is open for one look, not for good. */
  @state() private drawer = false
  @query('story-editor') private readonly editor!: StoryEditor
  private feed: LibraryFeed | null = null
  private readonly watch = new Watch(this)
  private readonly access = new AccessView(this)
  private readonly reviewing = new ReviewView(this, this.watch, () => this.uncover())
  private opening = 0

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('keydown', this.press)
    if (this.hasUpdated) void this.open()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('keydown', this.press)
    this.leave()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('storyId') && this.storyId !== '') void this.open()
    // The role may change while one is inside.
    if (this.handle && !mayBeIn(this.mode, this.story(this.handle).role))
      this.mode = bestMode(this.story(this.handle).role)
    this.reviewing.setMode(this.mode)
  }

  protected override updated(): void {
    const story = this.handle && this.story(this.handle)
    document.title = story ? `${story.title} · Galley` : 'Galley'
    this.reviewing.bind(this.ready ? this.handle : null, this.editor)
    // By script and not as an attribute, which the content policy forbids.
    const sheet = this.querySelector<HTMLElement>('.sheet')
    for (const [name, value] of Object.entries(viewStyle(readingView.peek()))) sheet?.style.setProperty(name, value)
  }

  protected override render() {
    if (this.refused !== '') {
      void loaded(import('./story/lost-words.ts'))
      const words = html`<lost-words .storyId=${this.storyId}></lost-words>`
      return lostPage('This story does not open', this.refused, undefined, words)
    }
    return this.handle
      ? this.page(this.handle)
      : html`<p class="story-wait hush" aria-busy="true">Opening the story…</p>`
  }

  private page(handle: StoryHandle): TemplateResult {
    const acts = this.acts(handle)
    const save = this.watch.read(handle.save)
    const view = this.watch.read(readingView)
    this.watch.read(theme)
    const { story } = acts
    const replaced = this.watch.read(handle.replaced)
    // What is typed into a text that is no longer the server's would go nowhere.
    const apart = replaced || this.watch.read(handle.outdated)
    const outline = this.drawer || view.outline
    const side = this.finding !== 'no'
    // Behind the find panel it goes on counting.
    const margin = this.reviewing.margin(story.role, side)
    const look = `${view.spaced ? ' spaced' : ''}${view.numbers ? ' numbered' : ''}`
    return html`<a class="skip" href="#text" @click=${this.skip}>Skip to the text</a>
      ${storyBar(acts, this.access.mark(save, may(story.role, 'write')))} ${this.access.callout(save)}
      ${this.access.speaks ? nothing : html`<save-callout .state=${save} .unsaved=${handle.unsaved} ?replaced=${replaced}></save-callout>`}
      <div class="bench${outline ? ' with-outline' : ''}${this.drawer ? ' with-drawer' : ''}${side || margin !== nothing ? ' with-side' : ''}${side || margin === nothing ? '' : ' with-margin'}">
        <nav class="outline" aria-label="Outline and people">
          ${storyOutline({
            entries: this.entries,
            line: this.text.line,
            mayWrite: may(story.role, 'write'),
            go: (line) => {
              this.drawer = false
              this.editor.goToLine(line)
            },
          })}
          ${peopleList(acts)}
        </nav>
        <main class="sheet${look}" id="text" aria-busy=${this.ready ? 'false' : 'true'} @pointerdown=${this.closeDrawer}>
          <story-editor
            .handle=${this.ready ? handle : null}
            .mode=${apart ? 'read' : this.mode}
            .proposals=${this.reviewing.proposals}
            .label=${`${story.title}, ${MODES[this.mode].doing.toLowerCase()}`}
            @state-changed=${(event: StateChanged) => {
              this.text = event.state
            }}
            @outline-changed=${(event: OutlineChanged) => {
              this.entries = event.entries
              this.words = event.words
            }}
            @follow-ended=${() => {
              this.followed = null
              announce('No longer following.')
            }}
          ></story-editor>
          ${this.ready ? nothing : skeleton()}
        </main>
        ${side ? this.side() : nothing}
        ${margin === nothing ? nothing : html`<aside class="margin" aria-label="Notes and checks" ?hidden=${side}>${margin}</aside>`}
      </div>
      ${this.reviewing.over()} ${storyStrip(acts, { words: this.words, review: this.reviewing.strip() })} ${this.dialogs(handle, acts)}`
  }

  private side(): TemplateResult {
    return html`<aside class="side" aria-label="Find">
      <find-panel
        .target=${this.editor.find}
        .writable=${this.mode === 'edit'} .propose=${this.reviewing.propose(this.mode)}
        .replacing=${this.finding === 'replace'}
        .closed=${() => this.closeFind()}
        .undo=${() => this.editor.undo()}
        .nextEdit=${(then: () => void) => onNextEdit(this.handle?.text, then)}
        .go=${(line: number) => this.editor.goToLine(line, { focus: false })}
      ></find-panel>
    </aside>`
  }

  private dialogs(handle: StoryHandle, acts: BarActs): TemplateResult {
    return html`<command-palette
        hint="Type a command, a line number or a title"
        .commands=${() => [...storyCommands(this.acts(handle)), ...this.reviewing.commands(acts.story.role), ...accountCommands()]}
        .typed=${(words: string) => typedCommands(this.acts(handle), words)}
      ></command-palette>
      <share-dialog .story=${acts.story} .here=${acts.people} .me=${handle.me.id}></share-dialog>
      <keys-dialog></keys-dialog>`
  }

  private acts(handle: StoryHandle): BarActs {
    const story = this.story(handle)
    return {
      story,
      stories: this.feed ? (this.watch.read(this.feed.stories) ?? []) : [],
      editor: this.editor,
      text: this.text,
      mode: this.mode,
      entries: this.entries,
      me: this.watch.read(session)?.person ?? handle.me,
      people: this.watch.read(handle.people),
      followed: this.followed,
      setMode: (mode) => this.setMode(mode),
      find: (replacing) => this.openFind(replacing),
      closeFind: this.finding === 'no' ? null : () => this.closeFind(),
      outline: matchMedia(NARROW).matches ? this.drawer : this.watch.read(readingView).outline,
      toggleOutline: () => this.toggleOutline(),
      follow: (id) => {
        this.followed = id
        this.editor.follow(id)
      },
      share: () =>
        withPart(import('../panels/share/share-dialog.ts'), () => this.querySelector('share-dialog')?.show()),
      activity: () => withPart(import('../panels/activity/activity-dialog.ts'), (part) => part.showActivity(story)),
      exportFile: () =>
        withPart(import('../panels/export/export-dialog.ts'), (part) =>
          part.showExport(story, handle.save.peek().count ?? 0),
        ),
      bringIn: () => withPart(import('../panels/bring-in/bring-in-dialog.ts'), (part) => part.showBringIn(story)),
      rename: () =>
        withPart(import('./story-acts.ts'), ({ renameWithAsking }) =>
          renameWithAsking(story, (renamed) => this.feed?.put(renamed)),
        ),
      remove: () => void this.delete(story),
      keys: () => showKeys(this),
      palette: (words) => this.querySelector('command-palette')?.show(words),
      download: () => withPart(import('./story-acts.ts'), ({ downloadStory }) => downloadStory(story.id)),
      aside: this.access.kept.length > 0 ? this.access.openKept : null,
      goTo: go,
    }
  }

  /** As the library's stream last told it, as it was on opening until then; the role as the room says. */
  private story(handle: StoryHandle): Story {
    const stories = this.feed ? this.watch.read(this.feed.stories) : null
    const story = stories?.find(({ id }) => id === handle.story.id) ?? handle.story
    return { ...story, role: this.watch.read(handle.role) ?? 'reader' }
  }

  private async open(): Promise<void> {
    this.leave()
    this.opening += 1
    const mine = this.opening
    this.refused = ''
    try {
      const handle = await openStory(this.storyId)
      if (mine !== this.opening) {
        await handle.close()
        return
      }
      this.feed = openLibraryFeed()
      this.enter(handle)
      if (handle.aside !== null) sayAside(handle.aside)
      await handle.ready
      if (mine !== this.opening) return
      this.ready = true
      // There is nothing to look at in an empty story: one came to write.
      if (this.mode === 'edit' && handle.text.length <= 1) await this.beginWriting()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (mine === this.opening) this.refused = error.message
    }
  }

  private enter(handle: StoryHandle): void {
    this.handle = handle
    this.mode = bestMode(handle.role.peek() ?? 'reader')
    this.access.follow(handle, {
      gained: () => {
        this.mode = bestMode(handle.role.peek() ?? 'reader')
      },
      outdated: () => void this.renew(handle),
    })
  }

  /** The text shown is not the server's any more: it is opened anew, and takes the old one's place when it is there. */
  private async renew(old: StoryHandle): Promise<void> {
    const mine = this.opening
    try {
      const handle = await openStory(this.storyId)
      await handle.ready
      if (mine === this.opening) this.enter(handle)
      else await handle.close()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (mine === this.opening) this.refused = error.message
    }
    if (this.handle === old) return
    // The editor reads the caret's place off the old text.
    await this.updateComplete
    void old.close()
  }

  private async beginWriting(): Promise<void> {
    await this.updateComplete
    await this.editor.updateComplete
    this.editor.focusText()
  }

  private leave(): void {
    this.opening += 1
    const { handle } = this
    this.feed?.close()
    this.feed = null
    this.access.forget()
    this.reviewing.forget()
    this.handle = null
    this.ready = false
    this.finding = 'no'
    this.followed = null
    this.drawer = false
    this.text = NO_TEXT
    this.entries = []
    void handle?.close()
  }

  private setMode(mode: WritingMode): void {
    if (!this.handle || this.mode === mode || !mayBeIn(mode, this.story(this.handle).role)) return
    this.mode = mode
    announce(`${MODES[mode].doing}.`)
  }

  private toggleOutline(): void {
    if (matchMedia(NARROW).matches) this.drawer = !this.drawer
    else changeView({ outline: !readingView.peek().outline })
  }

  private openFind(replacing: boolean): void {
    this.finding = replacing && this.mode !== 'read' ? 'replace' : 'find'
    const selection = getSelection()?.toString() ?? ''
    const words = selection.includes('\n') || selection.length > 200 ? '' : selection
    void this.updateComplete.then(() => this.querySelector('find-panel')?.focusField(words))
  }

  private closeFind(): void {
    this.finding = 'no'
    this.editor.focusText()
  }

  /** Nothing stands in the margin's place any more, from now on. */
  private uncover(): void {
    if (this.finding === 'no') return
    this.finding = 'no'
    this.performUpdate()
  }

  private async delete(story: Story): Promise<void> {
    const acts = await loaded(import('./story-acts.ts'))
    if (await acts?.deleteWithUndo(story, ({ id }) => go(`/stories/${id}`))) go('/')
  }

  private readonly closeDrawer = (): void => {
    this.drawer = false
  }

  private readonly skip = (event: Event): void => {
    event.preventDefault()
    this.editor.focusText()
  }

  private readonly press = (event: KeyboardEvent): void => {
    // The text claims Esc in any case and does nothing with it.
    if (event.isComposing || (event.defaultPrevented && event.key !== 'Escape')) return
    if (!this.handle || document.querySelector(':is(dialog:modal, :popover-open)')) return
    const { handle } = this
    const done = pressKey(event, {
      page: this,
      finding: this.finding,
      palette: () => this.querySelector('command-palette')?.show(),
      find: (replacing) => this.openFind(replacing),
      setMode: (mode) => this.setMode(mode),
      review: this.reviewing,
      toggleOutline: () => this.toggleOutline(),
      saySaved: () =>
        this.querySelector('save-mark')?.answer(this.access.mark(handle.save.peek(), this.mode === 'edit')),
      closeDrawer: () => {
        const was = this.drawer
        this.drawer = false
        return was
      },
      keys: () => this.acts(handle).keys(),
    })
    if (done) event.preventDefault()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'story-page': StoryPage
  }
}
