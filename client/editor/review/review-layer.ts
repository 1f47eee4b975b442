/**
 * The review in the text: draws notes and suggestions near the view, tells where each thread stands (the margin's source),
 * which one is active, and which words came back under new characters. Knows nothing of cards, rooms or the server: the
 * page shows it a state and a look, and sends what it reports.
 */

import { type ReadonlySignal, signal } from '@preact/signals-core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { Decoration, EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import { type Anchor, type Place, type Quote, quoteOf } from '../../../shared/review/anchor.ts'
import { EMPTY_REVIEW, type ReviewState } from '../../../shared/review/state.ts'
import type { Move } from '../../../shared/review/vocabulary.ts'
import { anchorAt } from '../../../shared/story/places.ts'
import { readCaret } from '../caret-read.ts'
import { DrawnLayer } from '../drawn-layer.ts'
import { focusText } from '../focus-text.ts'
import { reveal } from '../reveal.ts'
import type { LineTable } from './line-table.ts'
import { PLAIN_LOOK, type ReviewLook } from './look.ts'
import { noteMarks } from './note-marks.ts'
import { OpenText } from './open-text.ts'
import { type PlacedThread, PlacedThreads, startOf } from './placed-threads.ts'
import { candidates } from './re-attach.ts'
import { selectedWords } from './selected-words.ts'
import { suggestionMarks } from './suggestion-marks.ts'
import { drawnAt, next, threadsUnder } from './topmost.ts'
import { WordsInHand } from './words-in-hand.ts'

/** An anchor to be set anew, for the page to send. */
export interface MovedThread {
  thread: string
  anchor: Anchor
  quote: Quote
  how: Move
}

/** Longer than an input method's last words take to arrive. Milliseconds. */
const COMPOSED_MS = 120

export class ReviewLayer {
  /** Told when words that were lost here came back by undo, paste or dragging; never for words that are not the very same. */
  onMove: (moved: MovedThread) => void = () => {}

  private readonly layer = new DrawnLayer('review')
  private readonly inHand = new WordsInHand()
  private readonly places = new PlacedThreads()
  private readonly opened = signal<string | null>(null)
  private readonly pointed = signal<string | null>(null)
  private readonly shifts = signal(0)
  private state: ReviewState = EMPTY_REVIEW
  private look: ReviewLook = PLAIN_LOOK
  private open: OpenText | null = null
  private lit: string | null = null
  private frame = 0
  private shifted = false
  /** The thread that was active when the button went down, by which a second click goes one below. */
  private pressed: string | null = null

  /** For the editor, in this order. */
  readonly plugins: readonly Plugin[] = [
    this.layer.plugin,
    this.inHand.plugin,
    new Plugin({
      view: () => ({
        update: (view, before) => {
          if (view.state.doc !== before.doc) {
            this.shifted = true
            this.drawLater()
          } else if (!view.state.selection.eq(before.selection)) this.caretMoved(view)
        },
      }),
      props: {
        handleClick: (_view, _position, event) => this.clicked(event),
        handleDOMEvents: {
          mousedown: () => {
            this.pressed = this.opened.peek()
            return false
          },
          compositionend: () => {
            setTimeout(() => this.drawLater(), COMPOSED_MS)
            return false
          },
          copy: () => this.takes(),
          cut: () => this.takes(),
          paste: (_view, event) => {
            this.open?.returning.pastes(event.clipboardData)
            return false
          },
        },
      },
    }),
  ]

  /** Every thread that stands on words, in the order of the text; orphans last. Changes at most once a frame. */
  get placed(): ReadonlySignal<readonly PlacedThread[]> {
    return this.places.told
  }

  /** The thread that the caret touches, or that was opened. */
  get active(): ReadonlySignal<string | null> {
    return this.opened
  }

  /** The thread whose words the pointer is on. */
  get hovered(): ReadonlySignal<string | null> {
    return this.pointed
  }

  /** Grows whenever lines may have moved on the screen; at most once a frame. */
  get layout(): ReadonlySignal<number> {
    return this.shifts
  }

  /** The review as it is now. */
  show(state: ReviewState): void {
    if (state === this.state) return
    this.state = state
    this.open?.threads.show(state)
    this.drawLater()
  }

  /** Changes how it is drawn; what is not named stays. */
  set(look: Partial<ReviewLook>): void {
    this.look = { ...this.look, ...look }
    this.drawLater()
  }

  setActive(id: string | null): void {
    if (this.opened.peek() === id) return
    this.opened.value = id
    this.drawLater()
  }

  /** Draws the words of a thread stronger while its card is pointed at. */
  light(id: string | null): void {
    if (this.lit === id) return
    this.lit = id
    this.drawLater()
  }

  /** Marks the words that a note is being written about, wherever they move; null = none. */
  markInHand(anchor: Anchor | null): void {
    if (this.open?.level()) this.inHand.mark(this.open, anchor)
  }

  /** Top of the line that a thread's words begin on, in pixels from the top of the sheet; null where it has none. */
  topOf(id: string): number | null {
    const { open } = this
    const thread = open?.threads.get(id)
    if (!open || !thread || thread.state === 'orphan') return null
    const { view, lines, window } = open
    const sheet = view.dom.closest('.sheet') ?? view.dom
    const line = lines.lineOf(startOf(thread))
    const element = view.dom.children[line]
    if (!element) return null
    const near = line >= window.first && line < window.end && lines.doc === view.state.doc
    const top = near ? view.coordsAtPos(positionOf(lines, thread)).top : element.getBoundingClientRect().top
    return top - sheet.getBoundingClientRect().top
  }

  /** Scrolls to a thread's words and makes it active; `focus` puts the caret before them. Nothing for an orphan. */
  reveal(id: string, { focus = false }: { focus?: boolean } = {}): void {
    const { open } = this
    const thread = open?.threads.get(id)
    this.setActive(id)
    if (!open || !thread || thread.state === 'orphan') return
    const { view } = open
    const position = Math.min(positionOf(open.linesNow(), thread), view.state.doc.content.size)
    if (focus) {
      view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(position))))
      focusText(view)
      this.setActive(id)
    }
    reveal(view, position)
  }

  /**
   * What a new note would be about: the selected words, whole lines where several are selected, the word at a caret. Null on a
   * line without words, and while words are still being composed.
   */
  selection(): { anchor: Anchor; quote: Quote } | null {
    const { open } = this
    if (!open?.level()) return null
    const place = selectedWords(open.lines, open.view.state.selection)
    return place && this.anchored(place)
  }

  /** An anchor and a quote of a place, e.g. one of `candidatesFor`. Throws outside of the text. */
  anchored(place: Place): { anchor: Anchor; quote: Quote } {
    if (!this.open) throw new Error('ReviewLayer.anchored: no story is open')
    const { text } = this.open
    return { anchor: anchorAt(text, place), quote: quoteOf(text.toString(), place) }
  }

  /** Places that lost words may be put back on, the likeliest first; at most five. */
  candidatesFor(quote: Quote): Place[] {
    return this.open ? candidates(this.open.text.toString(), quote) : []
  }

  /** The same places as the margin offers them: with their line, from 1, and their words. */
  offers(quote: Quote): { line: number; words: string; anchor: Anchor; quote: Quote }[] {
    const { open } = this
    if (!open?.level()) return []
    return this.candidatesFor(quote).map((place) => {
      const { words } = quoteOf(open.text.toString(), place)
      return { line: open.lines.lineOf(place.from) + 1, words, ...this.anchored(place) }
    })
  }

  /** For the editor: the view and its text, null when they go. */
  attach(view: EditorView | null, text: Y.Text | null): void {
    this.open?.close()
    cancelAnimationFrame(this.frame)
    this.frame = 0
    this.open = null
    if (view && text) {
      this.open = new OpenText(view, text, {
        drawLater: () => this.drawLater(),
        resized: () => {
          this.shifted = true
          this.drawLater()
        },
        pointedAt: (target) => {
          this.pointed.value = threadsUnder(target)[0] ?? null
        },
        moved: (thread, place, how) => {
          const moved = { thread, ...this.anchored(place), how }
          // Not while Yjs is still telling of the change.
          queueMicrotask(() => this.onMove(moved))
        },
      })
      this.open.threads.show(this.state)
      this.drawLater()
    } else this.places.clear()
  }

  /** Draws what was shown and set so far without waiting for the next frame. */
  drawNow(): void {
    cancelAnimationFrame(this.frame)
    this.frame = 0
    this.draw()
  }

  private drawLater(): void {
    if (this.frame !== 0 || !this.open) return
    this.frame = requestAnimationFrame(() => {
      this.frame = 0
      this.draw()
    })
  }

  private draw(): void {
    const { open } = this
    if (!open || open.view.isDestroyed || !open.level()) return
    const { view, lines, threads, window } = open
    readCaret(view)
    const all = threads.read(lines)
    window.measure(view, all.length)
    const drawing = {
      lines,
      look: this.look,
      lit: { active: this.opened.peek(), hovered: this.lit },
      first: window.first,
      end: window.end,
    }
    const above = window.first > 0 ? lines.startOf(window.first - 1) : 0
    const below = window.end < lines.lines ? lines.startOf(window.end) : Number.POSITIVE_INFINITY
    const near = all.filter(({ from, to }) => to >= above && from < below)
    const marks = [...noteMarks(near, drawing), ...suggestionMarks(near, drawing)]
    if (signature(marks) !== signature(this.layer.drawn(view))) {
      view.dispatch(this.layer.set(view.state.tr, marks))
      this.shifted = true
    }
    this.places.tell(all, lines)
    if (this.shifted) {
      this.shifted = false
      this.shifts.value += 1
    }
  }

  /** The thread that is active stays so while the caret is on its words. Never while typing: then the text changes too. */
  private caretMoved(view: EditorView): void {
    const { open } = this
    if (!open || !view.hasFocus() || !open.level()) return
    const { selection } = view.state
    if (!selection.empty) return
    const touched = drawnAt(open.threads.read(open.lines), open.lines.indexAt(selection.head), this.look)
    if (!touched.includes(this.opened.peek() ?? '')) this.setActive(touched[0] ?? null)
  }

  private clicked(event: MouseEvent): false {
    const { open } = this
    if (!open?.view.state.selection.empty) return false
    const under = threadsUnder(event.target).map((id) => open.threads.get(id))
    const id = next(
      under.filter((thread) => thread !== undefined),
      this.pressed,
    )
    if (id) this.setActive(id)
    return false
  }

  private takes(): false {
    const { open } = this
    if (!open?.level()) return false
    const { selection } = open.view.state
    const [from, to] = [open.lines.indexAt(selection.from), open.lines.indexAt(selection.to)]
    open.returning.takes(open.threads.read(open.lines), { from, to })
    return false
  }
}

function positionOf(lines: LineTable, thread: Place): number {
  return thread.from < thread.to ? lines.before(thread.from) : lines.behind(thread.from)
}

function signature(marks: readonly Decoration[]): string {
  return marks
    .map(({ from, to, spec }) => `${from} ${to} ${spec.key}`)
    .sort()
    .join('\n')
}
