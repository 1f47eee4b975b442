/**
 * <story-editor>: the manuscript, editable or only to be read, always live. It owns the Tiptap editor and offers what
 * buttons, panels and the palette need of it; they never see ProseMirror. Saving and the room are the handle's affair.
 */
import { Editor } from '@tiptap/core'
import type { Mark, Node } from '@tiptap/pm/model'
import { type Command, type Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { html, LitElement, type PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type * as Y from 'yjs'
import { MARKS, type MarkName } from '../../shared/story/attributes.ts'
import { Binding } from './binding.ts'
import { insertSceneGap, setHeading, toggleMark, toggleVerse } from './commands.ts'
import './editor.css'
import { FollowEnded, OutlineChanged, StateChanged, type TextState } from './editor-events.ts'
import type { EditorHandle } from './editor-handle.ts'
import { FindSession } from './find.ts'
import { focusText } from './focus-text.ts'
import { Follow } from './follow.ts'
import { linePosition } from './positions.ts'
import { readSelection, relativeSelection } from './relative-selection.ts'
import { COVERED } from './reveal.ts'
import './review/review.css'
import { ReviewLayer } from './review/review-layer.ts'
import { storyExtensions } from './schema.ts'
import { ScrollAnchor } from './scroll-anchor.ts'
import { storyPlugins } from './story-plugins.ts'
import { outlineOfDoc, wordsIn } from './story-words.ts'
import type { OwnProposal } from './suggesting/records.ts'
import type { SuggestingMode } from './suggesting/suggesting-mode.ts'
import { StoryUndo } from './undo.ts'

/** Headings and words are counted when nobody has typed for this long. Milliseconds. */
const SETTLE_MS = 300

@customElement('story-editor')
export class StoryEditor extends LitElement {
  /** The open story. Another one may be set at any time; null shows nothing. */
  @property({ attribute: false }) handle: EditorHandle | null = null
  /** In `suggest` what is done becomes `proposals`, in `read` nothing is; the text stays live in all three. */
  @property() mode: WritingMode = 'edit'
  /** Where suggestions come from and go to; without it nothing is suggested. */
  @property({ attribute: false }) proposals: Proposals | null = null
  /** The text's accessible name, e.g. "Low Water, editing". */
  @property() label = ''

  /** Find and replace in this text; outlives a change of story. */
  readonly find = new FindSession()
  /** Notes and suggestions in this text; outlives a change of story. */
  readonly review = new ReviewLayer()
  private readonly late: LateLayer[] = []

  private open: OpenStory | null = null
  private following: Follow | null = null
  private told: TextState | null = null
  /** On just now. */
  private suggesting: Proposals | null = null
  private settling: ReturnType<typeof setTimeout> | undefined

  /** Puts the keyboard into the text, where the caret was. */
  focusText(): void {
    if (this.open) focusText(this.open.editor.view)
  }

  /** Switches a mark of the selection, or of the next letters. Like all that change the text: nothing in read mode. */
  toggleMark(name: MarkName): void {
    this.run(toggleMark(name))
  }

  /** Makes the selected lines headings of this level (1 to 6), or paragraphs (0). */
  setHeading(level: number): void {
    this.run(setHeading(level))
  }

  /** A scene gap before the caret's line, or before a new line that begins at the caret. Again: none. */
  insertSceneGap(): void {
    this.run(insertSceneGap(this.usualGap))
  }

  /** The selected lines become verse, one line end below the line before; again: as usual. */
  toggleVerse(): void {
    this.run(toggleVerse(this.usualGap))
  }

  /** Takes back one's own last edit, and nobody else's. */
  undo(): void {
    if (this.suggesting) this.suggesting.mode.undo()
    else if (this.open && this.mode === 'edit') this.open.undoing.undo(this.open.editor.view)
  }

  redo(): void {
    if (this.suggesting) this.suggesting.mode.redo()
    else if (this.open && this.mode === 'edit') this.open.undoing.redo(this.open.editor.view)
  }

  /** Scrolls to a line, from 1, clamped to the story, and sets the caret there; `focus` also moves the keyboard. */
  goToLine(line: number, { focus = true }: { focus?: boolean } = {}): void {
    const view = this.open?.editor.view
    if (!view) return
    const { doc } = view.state
    const index = Math.min(Math.max(Math.trunc(line), 1), doc.childCount) - 1
    const position = linePosition(doc, index)
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, position + 1)))
    if (focus) focusText(view)
    const node = view.nodeDOM(position)
    if (node instanceof HTMLElement) node.scrollIntoView({ block: 'center' })
  }

  /** Scrolls as this person's view does, until `follow-ended`; null ends it without that event. */
  follow(userId: string | null): void {
    this.following?.stop()
    this.following = null
    if (userId === null || !this.open || !this.handle) return
    this.following = new Follow(userId, this.open.editor.view, this.handle.awareness, () => {
      this.following = null
      this.dispatchEvent(new FollowEnded())
    })
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override render() {
    return html`<div class="story-text"></div>`
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('handle')) {
      const stay = this.place()
      this.unmount()
      this.mount()
      stay?.()
    } else if (this.open && ['mode', 'label', 'proposals'].some((name) => changed.has(name as keyof StoryEditor))) {
      this.open.editor.setOptions({ editable: this.writable })
    }
    this.suggest()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.hasUpdated && !this.open) this.mount()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.unmount()
  }

  /** For a story that is opened anew under the caret: brings caret and view to where they are now. */
  private place(): (() => void) | null {
    if (!this.open || !this.handle) return null
    const { editor, text } = this.open
    const { doc, selection } = editor.state
    const [place, top] = [relativeSelection(text, doc, selection), scrollY]
    const { $head } = selection
    const [line, offset] = [$head.index(0), $head.parentOffset]
    return () => {
      if (!this.open) return
      const { state, view } = this.open.editor
      const index = Math.min(line, state.doc.childCount - 1)
      // Where the letters at the caret are not in the text any more, as near to them as can be.
      const near = linePosition(state.doc, index) + 1 + Math.min(offset, state.doc.child(index).content.size)
      const { anchor, head } = readSelection(place, this.open.text, state.doc) ?? { anchor: near, head: near }
      const selected = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head))
      view.dispatch(state.tr.setSelection(selected))
      scrollTo({ top, behavior: 'instant' })
    }
  }

  private get writable(): boolean {
    return this.mode === 'edit' || (this.mode === 'suggest' && this.proposals !== null)
  }

  /** Turns suggesting on or off, as mode and proposals are now. */
  private suggest(): void {
    const wanted = this.open && this.mode === 'suggest' ? this.proposals : null
    if (!this.open || this.suggesting === wanted) return
    const { view } = this.open.editor
    // What is being composed ends first: it belongs to the mode that it was begun in.
    if (view.composing) view.dom.blur()
    this.suggesting?.mode.leave()
    this.suggesting = wanted
    wanted?.mode.enter(view, wanted.records())
    // What stands in the text now is not drawn over it as well, not for one frame.
    this.review.drawNow()
    this.tell()
  }

  /** Adds a layer that was loaded after the story, for every story that is open from now on. */
  use(layer: LateLayer): void {
    this.late.push(layer)
    if (this.open) this.lay(layer)
  }

  private lay(layer: LateLayer): void {
    if (!this.open) return
    const { editor } = this.open
    for (const plugin of layer.plugins) editor.registerPlugin(plugin)
    layer.attach(editor.view, this.handle)
  }

  private get usualGap(): number {
    return this.handle?.gap ?? 2
  }

  private run(command: Command): void {
    const view = this.open?.editor.view
    if (!view || !this.writable) return
    command(view.state, view.dispatch, view)
    view.focus()
  }

  private mount(): void {
    const element = this.querySelector('.story-text')
    if (!this.handle || !element) return
    const { gap, text } = this.handle
    const anchor = new ScrollAnchor()
    const binding = new Binding(text, {
      onMismatch: (reason) => console.warn('The text was set anew:', reason),
      beforeRemote: () => anchor.hold(),
    })
    const undoing = new StoryUndo(binding)
    const editor = new Editor({
      extensions: [
        ...storyExtensions(gap),
        storyPlugins({ binding, undoing, anchor, find: this.find, review: this.review, handle: this.handle }),
      ],
      element,
      editable: this.writable,
      editorProps: {
        attributes: () => this.textAttributes(),
        scrollMargin: COVERED,
        scrollThreshold: COVERED,
      },
      injectCSS: false,
      enableInputRules: false,
      enablePasteRules: false,
      enableCoreExtensions: {
        clipboardTextSerializer: false,
        delete: false,
        drop: false,
        keymap: false,
        paste: false,
        textDirection: false,
      },
      onBeforeCreate({ editor }) {
        editor.options.content = binding.docOf(editor.schema) as never
      },
      onTransaction: ({ transaction }) => {
        this.tell()
        if (!transaction.docChanged) return
        this.settle()
        this.find.textChanged()
      },
    })
    this.open = { editor, undoing, text }
    this.find.attach(editor.view)
    this.review.attach(editor.view, text)
    for (const layer of this.late) this.lay(layer)
    this.told = null
    this.tell()
    this.tellOutline()
  }

  private unmount(): void {
    clearTimeout(this.settling)
    this.suggesting?.mode.leave()
    this.suggesting = null
    this.follow(null)
    this.find.attach(null)
    this.review.attach(null, null)
    for (const layer of this.late) layer.attach(null, null)
    this.open?.editor.destroy()
    this.open?.undoing.destroy()
    this.open = null
  }

  private textAttributes(): Record<string, string> {
    return {
      ...(this.writable ? { role: 'textbox', 'aria-multiline': 'true' } : { role: 'article', tabindex: '0' }),
      ...(this.label !== '' && { 'aria-label': this.label }),
      translate: 'no',
      spellcheck: 'false',
      autocorrect: 'off',
      autocapitalize: 'off',
    }
  }

  private tell(): void {
    if (!this.open) return
    const { editor, undoing } = this.open
    const now = stateOf(editor.view, this.suggesting?.mode ?? undoing)
    if (this.told && same(this.told, now)) return
    this.told = now
    this.dispatchEvent(new StateChanged(now))
  }

  private settle(): void {
    clearTimeout(this.settling)
    this.settling = setTimeout(() => this.tellOutline(), SETTLE_MS)
  }

  private tellOutline(): void {
    if (!this.open) return
    const { entries, words } = outlineOfDoc(this.open.editor.state.doc, this.usualGap)
    this.dispatchEvent(new OutlineChanged(entries, words))
  }
}

/** What is drawn in the text and is not needed to read it. */
export interface LateLayer {
  readonly plugins: readonly Plugin[]
  /** The view and what it shows; null when they go. */
  attach(view: EditorView | null, handle: EditorHandle | null): void
}

export type WritingMode = 'edit' | 'suggest' | 'read'

/** One person's own proposals for the story that is open. */
export interface Proposals {
  readonly mode: SuggestingMode
  /** Those that are open, as the review has them now. */
  records(): OwnProposal[]
}

interface OpenStory {
  editor: Editor
  undoing: StoryUndo
  text: Y.Text
}

function stateOf({ state }: EditorView, undoing: Pick<StoryUndo, 'canUndo' | 'canRedo'>): TextState {
  const { doc, selection, schema, storedMarks } = state
  const { $head, from, to, empty } = selection
  const has = (name: MarkName) => {
    const mark = schema.marks[name]!
    if (empty) return mark.isInSet(storedMarks ?? $head.marks()) !== undefined
    return everyCharacter(doc, from, to, (marks) => mark.isInSet(marks) !== undefined)
  }
  return {
    line: $head.index(0) + 1,
    lines: doc.childCount,
    marks: MARKS.filter(has),
    heading: $head.depth > 0 && $head.parent.type.name === 'heading' ? $head.parent.attrs.level : 0,
    canUndo: undoing.canUndo,
    canRedo: undoing.canRedo,
    selectedWords: wordsIn(doc, selection),
  }
}

function everyCharacter(doc: Node, from: number, to: number, is: (marks: readonly Mark[]) => boolean): boolean {
  let all = true
  let any = false
  doc.nodesBetween(from, to, (node) => {
    if (!all) return false
    if (node.isText) {
      any = true
      all = is(node.marks)
    }
    return true
  })
  return all && any
}

function same(a: TextState, b: TextState): boolean {
  return (Object.keys(a) as (keyof TextState)[]).every((key) => String(a[key]) === String(b[key]))
}

declare global {
  interface HTMLElementTagNameMap {
    'story-editor': StoryEditor
  }
}
