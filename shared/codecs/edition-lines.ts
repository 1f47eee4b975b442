/**
 * The lines of an edition: the text with proposals made in it or marked in it, and with the places where notes start and
 * end between its words. Works on the pieces of a text, one after the other; knows no suggestion's author, age or state.
 */
import type { Place } from '../review/anchor.ts'
import type { Change } from '../review/change.ts'
import { LINE } from '../story/attributes.ts'
import { type DeltaRun, lineAttributesOf, marksOf, sameMarks } from '../story/delta.ts'
import type { EditionItem, EditionLine, EditionText, LineProposal, TextProposal, View } from './edition.ts'
import type { Proposal } from './edition-proposals.ts'

/** Runs with legal attributes; proposals in order of place; places in indexes of the text as it stands. */
export interface LineParts {
  runs: readonly DeltaRun[]
  view: View
  proposals: readonly Proposal[]
  /** By note. */
  places: ReadonlyMap<string, Place>
}

export function linesOf({ runs, view, proposals, places }: LineParts): EditionLine[] {
  const writer = new LineWriter(view, places)
  const source = new Source(runs)
  for (const { suggestion, place, change } of view === 'now' ? [] : proposals) {
    for (const run of source.upTo(place.from)) writer.keep(run)
    for (const op of deletionsFirst(change)) {
      if ('insert' in op) writer.insert({ insert: op.insert, attributes: op.attributes ?? {} }, suggestion)
      else if ('delete' in op) for (const run of source.next(op.delete)) writer.delete(run, suggestion)
      else for (const run of source.next(op.retain)) writer.format(run, op.attributes ?? {}, suggestion)
    }
    writer.settle()
  }
  for (const run of source.upTo(Number.POSITIVE_INFINITY)) writer.keep(run)
  return writer.finish()
}

/** Of operations at one place, so that what replaces words stands behind them. What comes of it is the same. */
function deletionsFirst(change: Change): Change {
  const out: Change = []
  for (const op of change) {
    let at = out.length
    if ('delete' in op) while (at > 0 && 'insert' in out[at - 1]!) at--
    out.splice(at, 0, op)
  }
  return out
}

/** The runs of the text, taken from front to back. */
class Source {
  readonly #runs: readonly DeltaRun[]
  #run = 0
  #within = 0
  #at = 0

  constructor(runs: readonly DeltaRun[]) {
    this.#runs = runs
  }

  upTo(index: number): DeltaRun[] {
    return this.next(index - this.#at)
  }

  /** As many code units, or what is left of them. */
  next(length: number): DeltaRun[] {
    const taken: DeltaRun[] = []
    for (let left = length; left > 0; ) {
      const run = this.#runs[this.#run]
      if (!run) break
      const insert = run.insert.slice(this.#within, this.#within + left)
      taken.push({ ...run, insert })
      left -= insert.length
      this.#at += insert.length
      this.#within += insert.length
      if (this.#within < run.insert.length) break
      this.#run++
      this.#within = 0
    }
    return taken
  }
}

type Attributes = Record<string, unknown>
type Proposed =
  | { kind: 'insert' | 'delete'; suggestion: string }
  | { kind: 'format'; suggestion: string; was: Attributes }

class LineWriter {
  readonly #view: View
  readonly #bounds: Bounds
  readonly #lines: EditionLine[] = []
  #items: EditionItem[] = []
  /** Of the text as it stands. */
  #at = 0
  /** What is inserted here stands for words that go, so a note on those goes on to its end. */
  #replacing = false

  constructor(view: View, places: ReadonlyMap<string, Place>) {
    this.#view = view
    this.#bounds = new Bounds(places)
  }

  keep(run: DeltaRun): void {
    this.#pass(run, (piece) => this.#write(piece, run.attributes ?? {}, null))
  }

  delete(run: DeltaRun, suggestion: string): void {
    const proposed: Proposed = { kind: 'delete', suggestion }
    this.#pass(run, (piece) => {
      if (this.#view === 'marked') this.#write(piece, run.attributes ?? {}, proposed)
    })
    this.#replacing = true
  }

  format(run: DeltaRun, change: Attributes, suggestion: string): void {
    const was = run.attributes ?? {}
    this.#pass(run, (piece) => this.#write(piece, { ...was, ...change }, { kind: 'format', suggestion, was }))
  }

  insert({ insert, attributes }: DeltaRun, suggestion: string): void {
    if (!this.#replacing) this.#bound(this.#bounds.behind(this.#at))
    this.#write(insert, attributes ?? {}, this.#view === 'marked' ? { kind: 'insert', suggestion } : null)
  }

  /** What was proposed at this place is done; another proposal may follow here. */
  settle(): void {
    this.#replacing = false
  }

  /** At least one line. Bounds outside of the text come last. */
  finish(): EditionLine[] {
    this.#bound(this.#bounds.before(Number.POSITIVE_INFINITY))
    if (this.#lines.length === 0) this.#lines.push({ opening: null, items: this.#items })
    return this.#lines
  }

  /** Words of the text, cut where notes start and end. */
  #pass({ insert }: DeltaRun, write: (piece: string) => void): void {
    this.#replacing = false
    for (let from = 0; from < insert.length; ) {
      this.#bound(this.#bounds.before(this.#at))
      const piece = insert.slice(from, from + this.#bounds.next - this.#at)
      write(piece)
      from += piece.length
      this.#at += piece.length
    }
  }

  #bound(items: readonly EditionItem[]): void {
    this.#items.push(...items)
  }

  #write(text: string, attributes: Attributes, proposed: Proposed | null): void {
    for (const [index, piece] of text.split(LINE).entries()) {
      if (index > 0) this.#open(attributes, proposed)
      if (piece !== '') this.#append(piece, attributes, proposed)
    }
  }

  #open(attributes: Attributes, proposed: Proposed | null): void {
    // What starts before the first line end starts in the first line.
    if (this.#lines.length > 0) this.#items = []
    const line = lineAttributesOf(attributes)
    this.#lines.push({ ...line, opening: this.#opening(line, proposed), items: this.#items })
  }

  #opening(line: ReturnType<typeof lineAttributesOf>, proposed: Proposed | null): LineProposal | null {
    if (proposed?.kind !== 'format') return proposed
    const was = lineAttributesOf(proposed.was)
    const same = was.gap === line.gap && was.eol === line.eol && was.block === line.block
    return same || this.#view !== 'marked' ? null : { ...proposed, was }
  }

  #append(text: string, attributes: Attributes, proposed: Proposed | null): void {
    // A text that no line end opens reads as if one did.
    if (this.#lines.length === 0) this.#lines.push({ opening: null, items: this.#items })
    const marks = marksOf(attributes)
    const next: EditionText = { text, marks, proposal: this.#proposal(marks, proposed) }
    const last = this.#items.at(-1)
    if (last && 'text' in last && alike(last, next)) {
      this.#items[this.#items.length - 1] = { ...last, text: last.text + text }
    } else this.#items.push(next)
  }

  #proposal(marks: EditionText['marks'], proposed: Proposed | null): TextProposal | null {
    if (proposed?.kind !== 'format') return proposed
    const was = marksOf(proposed.was)
    return sameMarks(was, marks) || this.#view !== 'marked' ? null : { ...proposed, was }
  }
}

function alike(one: EditionText, other: EditionText): boolean {
  const [a, b] = [one.proposal, other.proposal]
  if (!sameMarks(one.marks, other.marks) || a?.kind !== b?.kind || a?.suggestion !== b?.suggestion) return false
  return a?.kind !== 'format' || b?.kind !== 'format' || sameMarks(a.was, b.was)
}

/** Where notes start and end, from front to back. */
class Bounds {
  readonly #ends: { index: number; item: EditionItem }[] = []
  readonly #points: { index: number; note: string }[] = []
  readonly #starts: { index: number; item: EditionItem }[] = []

  constructor(places: ReadonlyMap<string, Place>) {
    for (const [note, { from, to }] of places) {
      if (from === to) this.#points.push({ index: from, note })
      else {
        this.#starts.push({ index: from, item: { starts: note } })
        this.#ends.push({ index: to, item: { ends: note } })
      }
    }
    // They are taken from the back. Those at one index come out in the order in which they were given.
    for (const list of [this.#ends, this.#points, this.#starts]) list.reverse().sort((a, b) => b.index - a.index)
  }

  /** The nearest index with something at it; infinite when there is none. */
  get next(): number {
    const indexes = [this.#ends, this.#points, this.#starts].map((list) => list.at(-1)?.index)
    return Math.min(...indexes.map((index) => index ?? Number.POSITIVE_INFINITY))
  }

  /** What belongs to the character before the index: ends up to it, and points. */
  behind(index: number): EditionItem[] {
    const out: EditionItem[] = []
    for (let last = this.#ends.at(-1); last && last.index <= index; last = this.#ends.at(-1)) {
      out.push(last.item)
      this.#ends.pop()
    }
    for (let last = this.#points.at(-1); last && last.index <= index; last = this.#points.at(-1)) {
      out.push({ starts: last.note }, { ends: last.note })
      this.#points.pop()
    }
    return out
  }

  /** All up to the index: those behind the character before it, then what starts with the character at it. */
  before(index: number): EditionItem[] {
    const out = this.behind(index)
    for (let last = this.#starts.at(-1); last && last.index <= index; last = this.#starts.at(-1)) {
      out.push(last.item)
      this.#starts.pop()
    }
    return out
  }
}
