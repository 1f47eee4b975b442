/**
 * What the checker found, in the text: a thread under the words near the view, which one is active, and its fixes. Knows
 * nothing of panels or of the worker: the page shows it lines with findings. A line that was written in since it was
 * looked at keeps the threads it has, which move with its letters, so that nothing flickers while one types.
 */

import { effect, type ReadonlySignal, signal } from '@preact/signals-core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import { Decoration, type EditorView } from '@tiptap/pm/view'
import type { Finding } from '../../../shared/proof/finding.ts'
import { type LetterChange, letterChanges } from '../../../shared/proof/letter-changes.ts'
import type { Place } from '../../../shared/review/anchor.ts'
import type { CheckedLine } from '../../sync/checking.ts'
import { readCaret } from '../caret-read.ts'
import './checks.css'
import { caretsIn } from '../carets.ts'
import { DrawnLayer } from '../drawn-layer.ts'
import type { EditorHandle } from '../editor-handle.ts'
import type { Found, Replacement } from '../found-words.ts'
import { COVERED, reveal } from '../reveal.ts'
import { LineTable } from '../review/line-table.ts'
import { LinesInView } from '../review/lines-in-view.ts'
import { replaceWords } from './replace-words.ts'

/** What would stand in the place of a finding's words. */
export interface Fix {
  finding: Finding
  replacement: string
}

const NONE: readonly CheckedLine[] = []

export class FindingsLayer {
  private readonly layer = new DrawnLayer('findings')
  private readonly opened = signal<Finding | null>(null)
  private readonly window = new LinesInView()
  private view: EditorView | null = null
  private handle: EditorHandle | null = null
  private table: LineTable | null = null
  private lines = NONE
  private frame = 0
  /** What is drawn may not be what should be. */
  private stale = false
  /** The caret is in a word that is being written. */
  private typing = false
  private stopShowing = (): void => {}

  readonly plugins: readonly Plugin[] = [
    this.layer.plugin,
    new Plugin({
      view: () => ({
        update: (view, before) => {
          const typed = view.state.doc !== before.doc
          if (!typed && view.state.selection.eq(before.selection)) return
          this.typing = typed && view.hasFocus()
          this.drawLater()
        },
      }),
      props: {
        handleClick: (_view, _position, { target }) => {
          const key = target instanceof Element ? target.closest('.find')?.getAttribute('data-finding') : null
          this.open(key ? this.near(key) : null)
          return false
        },
      },
    }),
  ]

  /** The finding that was clicked, stepped to or opened; null when none is, or it is there no more. */
  get active(): ReadonlySignal<Finding | null> {
    return this.opened
  }

  /** Draws these lines' findings, and whatever they become, until the next call; null draws none. */
  show(lines: ReadonlySignal<readonly CheckedLine[]> | null): void {
    this.stopShowing()
    this.lines = NONE
    this.opened.value = null
    this.stopShowing = lines
      ? effect(() => {
          this.lines = lines.value
          this.followActive()
          this.drawSoon()
        })
      : () => {}
    this.drawLater()
  }

  open(finding: Finding | null): void {
    if (this.opened.peek() === finding) return
    this.opened.value = finding
    this.drawLater()
  }

  /** Goes to a finding's words, puts the caret before them and makes it active. False where they are not there any more. */
  reveal(finding: Finding): boolean {
    const { view } = this
    const place = this.placeOf(finding)
    if (!view || !place) return false
    const { from } = this.positions(place)
    view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(from))))
    reveal(view, from)
    this.open(finding)
    return true
  }

  /** The next finding from the caret on, or the one before it; null at the end. Only those for which `counts` is true. */
  next(by: 1 | -1, counts: (finding: Finding) => boolean = () => true): Finding | null {
    const { view } = this
    const table = this.tableNow()
    if (!view || !table) return null
    const from = table.indexAt(view.state.selection.from)
    const active = this.opened.peek()
    const all = this.all().filter(counts)
    const places = all.map((finding) => this.placeOf(finding)?.from ?? -1)
    const at = active ? all.findIndex((finding) => isSame(finding, active)) : -1
    if (at >= 0) return all[at + by] ?? null
    return (
      (by === 1 ? all.find((_, index) => places[index]! >= from) : all.findLast((_, index) => places[index]! < from)) ??
      null
    )
  }

  /** Every finding whose words are still as they were found. */
  all(): Finding[] {
    return this.lines.flatMap(({ findings }, line) => (findings.length > 0 && this.isLevel(line) ? [...findings] : []))
  }

  /** Where the words are on the screen, all their lines; null when they are not there. */
  boxOf(finding: Finding): DOMRect | null {
    const { view } = this
    const place = this.placeOf(finding)
    if (!view || !place) return null
    const { from, to } = this.positions(place)
    const [start, end] = [view.coordsAtPos(from), view.coordsAtPos(to, -1)]
    const wraps = end.top > start.top + 1
    return new DOMRect(
      start.left,
      start.top,
      wraps ? 0 : end.right - start.left,
      (wraps ? end : start).bottom - start.top,
    )
  }

  /** The line of the screen that the caret stands in; null while nobody writes here. */
  caretBox(): DOMRect | null {
    const { view } = this
    if (!view?.hasFocus()) return null
    const { left, top, bottom } = view.coordsAtPos(view.state.selection.head)
    return new DOMRect(left, top, 0, bottom - top)
  }

  /** The first line on the screen, as findings count them; 0 where none is known. */
  lineInView(): number {
    const { view } = this
    const table = this.tableNow()
    if (!view || !table) return 0
    const { left, top } = view.dom.getBoundingClientRect()
    const at = view.posAtCoords({ left: left + 1, top: Math.max(top + 1, COVERED.top) })
    const index = at ? table.indexAt(at.pos) : 0
    const after = table.openings.findIndex((opening) => opening > index)
    return Math.max(0, (after < 0 ? table.openings.length : after) - 1)
  }

  /** Where a finding's words stand in the text; null when they are not there as they were found, in `lines`. */
  placeOf({ line, offset, length }: Finding, lines = this.lines): Place | null {
    const opening = this.tableNow()?.openings[line]
    if (opening === undefined || !this.isLevel(line, lines)) return null
    return { from: opening + 1 + offset, to: opening + 1 + offset + length }
  }

  /** Writes the replacements into the text as one step of undo. Returns how many; those that are not there any more are left. */
  fix(fixes: readonly Fix[]): number {
    const { view } = this
    if (!view?.editable) return 0
    const found = fixes.flatMap(({ finding, replacement }) => {
      const place = this.placeOf(finding)
      return place ? [{ ...this.positions(place), replacement }] : []
    })
    return replaceWords(view, found)
  }

  /** The words of these findings as matches in the document, for suggestions about them, and whose they are; null where nothing is open. */
  found(fixes: readonly Fix[]): { found: Found; fixOf: ReadonlyMap<object, Fix> } | null {
    const { view } = this
    if (!view) return null
    const { doc } = view.state
    const fixOf = new Map<Replacement, Fix>()
    for (const fix of fixes) {
      const place = this.placeOf(fix.finding)
      if (!place) continue
      const { from, to } = this.positions(place)
      const [$from, $to] = [doc.resolve(from), doc.resolve(to)]
      if ($from.index(0) !== $to.index(0)) continue
      const { replacement } = fix
      fixOf.set({ line: $from.index(0), from: $from.parentOffset, to: $to.parentOffset, replacement }, fix)
    }
    const matches = [...fixOf.keys()].sort((one, other) => one.line - other.line || one.from - other.from)
    return { found: { doc, matches }, fixOf }
  }

  /** For the editor: its view and what it shows, null when they go. */
  attach(view: EditorView | null, handle: EditorHandle | null): void {
    this.handle?.awareness.off('change', this.othersMoved)
    document.removeEventListener('scroll', this.scrolled, { capture: true })
    cancelAnimationFrame(this.frame)
    this.frame = 0
    this.view = view
    this.handle = handle
    this.table = null
    this.window.forget()
    if (!view || !handle) return
    handle.awareness.on('change', this.othersMoved)
    document.addEventListener('scroll', this.scrolled, { capture: true, passive: true })
    this.drawLater()
  }

  private readonly othersMoved = (): void => {
    if (this.lines.length > 0) this.drawLater()
  }

  private readonly scrolled = (): void => {
    if (this.view && !this.window.covers(this.view)) this.drawLater()
  }

  /** As soon as what runs now is through, so that the next frame has only to show it; no more than once between two frames. */
  private drawSoon(): void {
    const awaited = this.frame !== 0
    this.drawLater()
    if (!awaited) queueMicrotask(() => this.drawStale())
  }

  private drawLater(): void {
    if (!this.view) return
    this.stale = true
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0
      this.drawStale()
    })
  }

  private drawStale(): void {
    if (this.stale) this.draw()
  }

  private draw(): void {
    this.stale = false
    const { view, handle } = this
    const table = this.tableNow()
    // While a character is composed the text may be ahead of what is shown; places would be off.
    if (!view || !handle || !table || view.isDestroyed || view.composing || table.length !== handle.text.length) return
    readCaret(view)
    this.window.measure(view, Number.POSITIVE_INFINITY)
    const [first, end] = [table.startOf(this.window.first), table.startOf(this.window.end)]
    const drawn = this.layer.drawn(view)
    const written = this.wordsUnderCarets(view, handle)
    const marks = this.lines.flatMap(({ findings }, line) => {
      const opening = table.openings[line]
      if (opening === undefined || opening < first || opening > end) return []
      if (!this.isLevel(line)) {
        const start = table.behind(opening + 1)
        const behind = table.positionOf(table.lineOf(table.openings[line + 1] ?? table.length))
        return drawn.filter((mark) => mark.from >= start && mark.to <= Math.max(behind, start))
      }
      return findings.flatMap((finding) =>
        this.drawnOf(finding).flatMap((piece) => {
          const start = opening + 1 + finding.offset
          const { from, to } = this.positions({ from: start + piece.from, to: start + piece.to })
          const hidden = from >= to || written.some((at) => at >= from && at <= to)
          return hidden ? [] : [this.mark(finding, from, to)]
        }),
      )
    })
    if (signature(marks) === signature(drawn)) return
    view.dispatch(this.layer.set(view.state.tr, marks))
  }

  /** Its words; where only the marks around them would be others, those. */
  private drawnOf({ line, offset, length, sure, replacements: [first] }: Finding): Pick<LetterChange, 'from' | 'to'>[] {
    const words = this.lines[line]?.text?.slice(offset, offset + length)
    if (!sure || first === undefined || words === undefined) return [{ from: 0, to: length }]
    return letterChanges(words, first)
  }

  private mark(finding: Finding, from: number, to: number): Decoration {
    const active = this.opened.peek()
    const isActive = active !== null && isSame(active, finding)
    const attributes = {
      class: `find ${finding.kind}${isActive ? ' active' : ''}`,
      'data-finding': `${finding.line} ${finding.offset} ${finding.key}`,
      'aria-description': finding.message,
    }
    return Decoration.inline(from, to, attributes, { key: `${finding.key} ${isActive}` })
  }

  /** Positions that somebody writes at: nothing is said of a word that is not finished. */
  private wordsUnderCarets(view: EditorView, handle: EditorHandle): number[] {
    const others = caretsIn(handle, view)
      .filter(({ anchor, head }) => anchor === head)
      .map(({ head }) => head)
    return this.typing ? [...others, view.state.selection.head] : others
  }

  /** The active finding under the numbers it has now. */
  private followActive(): void {
    const active = this.opened.peek()
    if (!active) return
    const { findings = [] } = this.lines[active.line] ?? {}
    this.opened.value =
      findings.find((finding) => isSame(finding, active)) ?? this.near(`${active.line} ${active.offset} ${active.key}`)
  }

  private near(id: string): Finding | null {
    const [line = '', offset = '', key = ''] = id.split(' ')
    const all = this.lines.flatMap(({ findings }) => findings.filter((finding) => finding.key === key))
    const distance = (finding: Finding) =>
      Math.abs(finding.line - Number(line)) * 1e6 + Math.abs(finding.offset - Number(offset))
    return all.sort((one, other) => distance(one) - distance(other))[0] ?? null
  }

  /** Whether the line says what it said when it was looked at. */
  private isLevel(line: number, lines = this.lines): boolean {
    const table = this.tableNow()
    const opening = table?.openings[line]
    if (!table || opening === undefined) return false
    return table.words({ from: opening + 1, to: table.openings[line + 1] ?? table.length }) === lines[line]?.text
  }

  private tableNow(): LineTable | null {
    const { view } = this
    if (!view) return null
    if (this.table?.doc !== view.state.doc) this.table = new LineTable(view.state.doc)
    return this.table
  }

  private positions({ from, to }: Place): { from: number; to: number } {
    const table = this.tableNow()
    return table ? { from: table.before(from), to: table.behind(to) } : { from: 0, to: 0 }
  }
}

function isSame(one: Finding, other: Finding): boolean {
  return one.key === other.key && one.line === other.line && one.offset === other.offset
}

function signature(marks: readonly Decoration[]): string {
  return marks
    .map(({ from, to, spec }) => `${from} ${to} ${spec.key}`)
    .sort()
    .join('\n')
}
