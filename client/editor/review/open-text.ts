/** One view with its text while it is open: the threads in it, the lines in view, and all that is listened to. */
import type { EditorView } from '@tiptap/pm/view'
import * as Y from 'yjs'
import type { Place } from '../../../shared/review/anchor.ts'
import type { Move } from '../../../shared/review/vocabulary.ts'
import { LineTable } from './line-table.ts'
import { LinesInView } from './lines-in-view.ts'
import { ReturningWords } from './returning-words.ts'
import { ThreadsInText } from './threads-in-text.ts'

/** Who hears of what happens. */
export interface Ears {
  drawLater(): void
  resized(): void
  pointedAt(target: EventTarget | null): void
  moved(thread: string, place: Place, how: Move): void
}

export class OpenText {
  readonly view: EditorView
  readonly text: Y.Text
  readonly threads: ThreadsInText
  readonly returning: ReturningWords
  readonly window = new LinesInView()
  lines: LineTable
  private readonly resized: ResizeObserver
  private readonly stop = new AbortController()
  private readonly ears: Ears

  constructor(view: EditorView, text: Y.Text, ears: Ears) {
    this.view = view
    this.text = text
    this.ears = ears
    this.threads = new ThreadsInText(text)
    this.returning = new ReturningWords(this.threads)
    this.lines = new LineTable(view.state.doc)
    this.resized = new ResizeObserver(() => {
      this.window.forget()
      ears.resized()
    })
    this.resized.observe(view.dom)
    text.observe(this.changed)
    const { signal } = this.stop
    const scrolled = () => {
      if (!this.window.covers(view)) ears.drawLater()
    }
    document.addEventListener('scroll', scrolled, { capture: true, passive: true, signal })
    view.dom.addEventListener('pointerover', ({ target }) => ears.pointedAt(target), { passive: true, signal })
    view.dom.addEventListener('pointerleave', () => ears.pointedAt(null), { passive: true, signal })
    // Behind the editor's own listeners: it empties the clipboard before it writes.
    for (const type of ['copy', 'cut'] as const) {
      view.dom.addEventListener(type, ({ clipboardData }) => this.returning.gives(clipboardData), { signal })
    }
    view.dom.addEventListener('paste', () => this.returning.pasted(), { signal })
    const paper = () => {
      this.window.all()
      ears.drawLater()
    }
    matchMedia('print').addEventListener('change', ({ matches }) => (matches ? paper() : this.window.forget()), {
      signal,
    })
  }

  /** The lines of what is shown now. */
  linesNow(): LineTable {
    if (this.lines.doc !== this.view.state.doc) this.lines = new LineTable(this.view.state.doc)
    return this.lines
  }

  /** Whether what is shown is what the text says; not while words are composed, nor before the server's first line. */
  level(): boolean {
    return !this.view.composing && this.linesNow().length === this.text.length
  }

  close(): void {
    this.text.unobserve(this.changed)
    this.resized.disconnect()
    this.stop.abort()
  }

  private readonly changed = (event: Y.YTextEvent, { local, origin }: Y.Transaction): void => {
    const { delta } = event
    const travels = origin instanceof Y.UndoManager
    const moves = local ? this.returning.changed(this.text, delta, travels) : this.returning.followed(delta)
    for (const { id, place } of moves) this.ears.moved(id, place, travels ? 'undo' : 'paste')
    this.ears.drawLater()
  }
}
