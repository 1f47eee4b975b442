/** <library-page>: all stories, live; searched and sorted here; new ones come in by files, by dropping, or empty. */
import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { PACKED_ENDINGS, PLAIN_ENDINGS } from '../../../shared/codecs/readable.ts'
import { may } from '../../../shared/roles.ts'
import type { Story } from '../../../shared/wire/api.ts'
import '../../panels/palette/command-palette.ts'
import type { PaletteCommand } from '../../panels/palette/palette-commands.ts'
import { go, storyPath } from '../../router.ts'
import { sayError, startStory } from '../../sync/api.ts'
import { type LibraryFeed, openLibraryFeed } from '../../sync/library-feed.ts'
import { askName } from '../../ui/ask-name.ts'
import { icon } from '../../ui/icons.ts'
import { announce } from '../../ui/live-region.ts'
import '../../ui/library.css'
import { LightElement } from '../../ui/light-element.ts'
import '../../ui/pull-down.ts'
import { counted } from '../../ui/times.ts'
import { showToast } from '../../ui/toast.ts'
import { Watch } from '../../ui/watch.ts'
import { PageKeys } from '../page-keys.ts'
import { mayAdmit, PEOPLE_PATH } from '../people/owner-commands.ts'
import { personCommands, personMenu } from '../person-menu.ts'
import { loadSession, session } from '../session.ts'
import { loaded, withPart } from '../story/late-part.ts'
import { arranged, ORDER_NAMES, ORDERS, type Order } from './library-order.ts'
import { storyRow } from './story-row.ts'

const ORDER_KEY = 'galley/order'
const TICK_MS = 30_000

const downloadAll = () => withPart(import('../../panels/export/library-export.ts'), (part) => part.showLibraryExport())

/** What a person is offered to choose from. */
const ACCEPTED = ['text/plain', ...PLAIN_ENDINGS, ...PACKED_ENDINGS].join(',')

@customElement('library-page')
export class LibraryPage extends LightElement {
  @state() private search = ''
  @state() private order: Order = ORDERS.find((name) => name === localStorage.getItem(ORDER_KEY)) ?? 'changed'
  @state() private over = false
  private readonly watch = new Watch(this)
  private readonly keys = new PageKeys(this, ({ key }) => {
    const field = this.querySelector<HTMLElement>('[type="search"]')
    if (key === '/') field?.focus()
    return key === '/' && field !== null
  })
  private feed!: LibraryFeed
  private tick: ReturnType<typeof setInterval> | undefined
  private depth = 0

  override connectedCallback(): void {
    super.connectedCallback()
    document.title = 'Stories · Galley'
    this.feed = openLibraryFeed()
    this.tick = setInterval(() => this.requestUpdate(), TICK_MS)
    for (const [type, listener] of this.dragging) addEventListener(type, listener)
    void loaded(import('./origin-chip.ts'))
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.feed.close()
    clearInterval(this.tick)
    for (const [type, listener] of this.dragging) removeEventListener(type, listener)
  }

  protected override render() {
    const stories = this.watch.read(this.feed.stories)
    const problem = this.watch.read(this.feed.problem)
    if (this.watch.read(this.feed.signedOut)) void loadSession()
    const me = this.watch.read(session)?.person
    return html`
      <a class="skip" href="#stories">Skip to the stories</a>
      <header class="topbar">
        <div><a class="home" href="/" aria-current="page">${icon('galley', { mark: true })}<span class="title">Galley</span></a></div>
        <div></div>
        <div>
          <button class="btn icon-only quiet" aria-label="Commands (Ctrl K)" title="Commands (Ctrl K)" @click=${() => this.keys.commands()}>${icon('command')}</button>
          ${mayAdmit() ? html`<a class="btn icon-only quiet" href=${PEOPLE_PATH} aria-label="People in the library" title="People in the library">${icon('users')}</a>` : nothing}
          ${me ? personMenu(me, this.keys.list) : nothing}
        </div>
      </header>
      <main class="library" id="stories" tabindex="-1">
        ${
          problem !== ''
            ? html`<div class="callout warn" role="status">${icon('cloud-off')}<div><b>${problem}</b> What you see may be old. This page tries again by itself.</div></div>`
            : nothing
        }
        ${stories === null ? skeleton() : stories.length === 0 ? this.empty() : this.full(stories, me?.id ?? '')}
        <input type="file" hidden multiple accept=${ACCEPTED} @change=${this.chosen} />
      </main>
      <command-palette .commands=${() => this.commands()}></command-palette>
      <keys-dialog></keys-dialog>
      ${this.over ? html`<div class="drop-cover" aria-hidden="true"><p>${icon('file-down')}Let go to take it in</p></div>` : nothing}
    `
  }

  private full(stories: readonly Story[], me: string) {
    const shown = arranged(stories, this.search, this.order)
    const acts = {
      changed: (story: Story) => this.feed.put(story),
      deleted: (id: string) => void this.deleted(id, shown),
    }
    return html`
      <header>
        <h1>Stories</h1>
        <label class="search">
          ${icon('search', { small: true })}<span class="unseen">Search the stories</span>
          <input class="input" type="search" placeholder="Search" .value=${this.search} @input=${this.searched} />
        </label>
        <pull-down
          .label=${`Sorted by: ${ORDER_NAMES[this.order]}`}
          .look=${'choose bare'}
          .face=${html`${ORDER_NAMES[this.order]}${icon('chevron-down', { small: true })}`}
          .items=${ORDERS.map((order) => ({ label: ORDER_NAMES[order], checked: order === this.order, run: () => this.sort(order) }))}
        ></pull-down>
        <button class="btn icon-only quiet" aria-label="Download all stories" title="Download all stories" @click=${downloadAll}>${icon('download')}</button>
        ${this.mayAdd ? this.addMenu() : nothing}
      </header>
      ${
        shown.length === 0
          ? html`<p class="nothing">${icon('search')}<b>No story has these words</b>Titles, openings, file names and names of people are searched.
              <button class="btn tiny" @click=${() => this.clearSearch()}>Show all ${stories.length}</button></p>`
          : html`<ol class="stories">
              ${repeat(
                shown,
                ({ id }) => id,
                (story) => storyRow(story, me, Date.now(), acts),
              )}
            </ol>`
      }
      ${
        this.mayAdd
          ? html`<div class="drop">
              ${icon('file-down')}
              <p><b>Drop a manuscript anywhere on this page,</b> or <button class="link" @click=${this.choose}>choose files</button></p>
              <p class="small hush">Text in any of the usual encodings, Word with its comments and changes, Markdown, web pages, EPUB. It goes to this Galley and nowhere else.</p>
            </div>`
          : nothing
      }
    `
  }

  private empty() {
    if (!this.mayAdd) {
      return html`<header><h1>Stories</h1></header>
        <p class="nothing">${icon('link')}<b>No story is open to you now</b>Whoever invited you can send a new link.</p>`
    }
    return html`
      <header><h1>Stories</h1></header>
      <div class="drop first-drop">
        ${icon('file-down')}
        <h2>Put the first manuscript on the desk</h2>
        <p>Drop a text file or a Word document here, or <button class="link" @click=${this.choose}>choose one</button>. Every byte of a text is kept; a document’s comments and tracked changes come along.</p>
        <p class="after"><button class="btn large" @click=${() => void this.startEmpty()}>Start an empty story</button></p>
      </div>
      <ol class="steps">
        <li><b>Bring in the text</b>You see its encoding, line ends and scene gaps before anything is kept.</li>
        <li><b>Ask people in</b>A link for each role, from reading to looking after it. They choose a name; no mail and no password needed.</li>
        <li><b>Take it back corrected</b>Only the lines that were changed differ from your file.</li>
      </ol>
    `
  }

  private addMenu() {
    return html`<pull-down
      .look=${'btn primary'}
      .face=${html`${icon('plus', { small: true })}Add a story`}
      .items=${[
        { label: 'Choose files…', icon: 'file-text' as const, run: () => this.choose() },
        { label: 'Start an empty story…', icon: 'pen-line' as const, run: () => void this.startEmpty() },
      ]}
    ></pull-down>`
  }

  /** As the server has it: the owner, and those who look after a story already. */
  private get mayAdd(): boolean {
    const stories = this.feed.stories.peek() ?? []
    return session.peek()?.owner === true || stories.some(({ role }) => may(role, 'invite'))
  }

  /** The keyboard goes on with the row that comes into the place of the one that went. */
  private async deleted(id: string, shown: readonly Story[]): Promise<void> {
    const at = shown.findIndex((story) => story.id === id)
    this.feed.drop(id)
    await this.updateComplete
    const rows = this.querySelectorAll<HTMLElement>('.stories h2 a')
    const next = rows[Math.min(at, rows.length - 1)] ?? this.querySelector<HTMLElement>('main')
    next?.focus()
  }

  private sort(order: Order): void {
    this.order = order
    localStorage.setItem(ORDER_KEY, order)
  }

  private searched(event: Event): void {
    this.search = (event.target as HTMLInputElement).value
    const found = arranged(this.feed.stories.peek() ?? [], this.search, this.order).length
    announce(`${counted(found, 'story', 'stories')}.`)
  }

  private clearSearch(): void {
    this.search = ''
    this.querySelector<HTMLElement>('[type="search"]')?.focus()
  }

  private choose(): void {
    this.querySelector<HTMLInputElement>('[type="file"]')?.click()
  }

  private chosen(event: Event): void {
    const input = event.target as HTMLInputElement
    this.takeIn([...(input.files ?? [])])
    input.value = ''
  }

  private takeIn(files: File[]): void {
    if (files.length === 0) return
    withPart(import('./intake-dialog.ts'), (part) => part.openIntake(files, (story) => this.feed.put(story)))
  }

  private async startEmpty(): Promise<void> {
    const hint = 'What an export is called. The title comes from the first line that is written.'
    const usual = 'untitled.txt'
    const options = { hint, verb: 'Start writing', selected: usual.indexOf('.') }
    const name = await askName('Start an empty story', 'File name', usual, options)
    if (name === null) return
    try {
      const { id } = await startStory(name)
      go(storyPath(id))
    } catch (error) {
      showToast(sayError(error))
    }
  }

  private commands(): PaletteCommand[] {
    const stories = arranged(this.feed.stories.peek() ?? [], '', 'changed')
    return [
      ...(this.mayAdd ? this.addCommands() : []),
      ...personCommands(this.keys.list),
      ...stories.map(
        ({ id, title, words }): PaletteCommand => ({
          id: `story-${id}`,
          group: 'Stories',
          label: title || 'Untitled',
          detail: counted(words, 'word'),
          quoted: true,
          run: () => go(storyPath(id)),
        }),
      ),
    ]
  }

  private addCommands(): PaletteCommand[] {
    return [
      { id: 'add-files', group: 'Story', label: 'Take in files…', run: () => this.choose() },
      { id: 'add-empty', group: 'Story', label: 'Start an empty story…', run: () => void this.startEmpty() },
      { id: 'download-all', group: 'Stories', label: 'Download all stories…', run: downloadAll },
    ]
  }

  /** Entering and leaving is counted, for each element under the pointer tells of its own. */
  private readonly dragging: [string, (event: Event) => void][] = [
    ['dragenter', (event) => this.dragged(event as DragEvent, 1)],
    ['dragleave', (event) => this.dragged(event as DragEvent, -1)],
    ['dragover', (event) => hasFiles(event as DragEvent) && event.preventDefault()],
    ['drop', (event) => this.dropped(event as DragEvent)],
  ]

  private dragged(event: DragEvent, by: 1 | -1): void {
    if (!hasFiles(event) || !this.mayAdd || document.querySelector('dialog:modal')) return
    event.preventDefault()
    this.depth = Math.max(0, this.depth + by)
    this.over = this.depth > 0
  }

  private dropped(event: DragEvent): void {
    if (!hasFiles(event)) return
    event.preventDefault()
    this.depth = 0
    this.over = false
    if (this.mayAdd && !document.querySelector('dialog:modal')) this.takeIn([...(event.dataTransfer?.files ?? [])])
  }
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

function skeleton() {
  return html`<header><h1>Stories</h1></header>
    <ol class="stories waiting" aria-busy="true" aria-label="Loading">
      ${[0, 1, 2].map(() => html`<li><div><span class="skeleton"></span><span class="skeleton"></span><span class="skeleton"></span></div></li>`)}
    </ol>`
}

declare global {
  interface HTMLElementTagNameMap {
    'library-page': LibraryPage
  }
}
