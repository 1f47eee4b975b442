/** Tells which of one's own records are other than was last told, and which are no longer there. */
import type { Node } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import { sameSpot } from '../../../shared/review/anchor.ts'
import { anchorAt } from '../../../shared/story/places.ts'
import { ownRuns, type Span, spansOf } from './display.ts'
import type { Ids } from './ids.ts'
import { type OwnProposal, readProposal, sameProposal } from './records.ts'

/** A record that is no longer there: taken back, or part of the record `into` now. */
export interface Withdrawn {
  id: string
  into: string | null
}

export interface ReadOff {
  changed: OwnProposal[]
  withdrawn: Withdrawn[]
}

export class Reader {
  private readonly text: Y.Text
  private readonly told = new Map<string, { record: OwnProposal; lines: readonly Node[] }>()

  constructor(text: Y.Text) {
    this.text = text
  }

  /** What was last told. */
  get records(): OwnProposal[] {
    return [...this.told.values()].map(({ record }) => record)
  }

  /** These are known to whom it is told, as they are; and stand like that in `doc`, when one is given. */
  know(records: readonly OwnProposal[], doc: Node | null): void {
    const spans = new Map(doc ? spansOf(ownRuns(doc)).map((span) => [span.id, span]) : [])
    for (const record of records) {
      const span = spans.get(record.id)
      this.told.set(record.id, { record, lines: doc && span ? linesAround(doc, span) : [] })
    }
  }

  /** The record is no more, and whom it is told knows that. */
  forget(id: string): void {
    this.told.delete(id)
  }

  /** `doc` must stand for the text as it is. A record that is withdrawn is over: its id never comes again. */
  read(doc: Node, ids: Ids): ReadOff {
    const changed: OwnProposal[] = []
    const spans = spansOf(ownRuns(doc))
    for (const span of spans) {
      const lines = linesAround(doc, span)
      const told = this.told.get(span.id)
      // Lines in which nothing has changed are the same nodes as before.
      if (told && told.lines.length === lines.length && told.lines.every((line, i) => line === lines[i])) continue
      const { place, ...proposal } = readProposal(doc, span)
      const anchor = anchorAt(this.text, place)
      const record = { id: span.id, ...proposal, anchor }
      this.told.set(span.id, { record, lines })
      if (!told || !sameProposal(told.record, record) || !sameAnchor(told.record, record)) changed.push(record)
    }
    const there = new Set(spans.map(({ id }) => id))
    const withdrawn: Withdrawn[] = []
    for (const id of this.told.keys()) {
      if (there.has(id)) continue
      const into = ids.now(id)
      withdrawn.push({ id, into: into === id ? null : into })
    }
    for (const { id } of withdrawn) {
      this.told.delete(id)
      ids.end(id)
    }
    return { changed, withdrawn }
  }
}

/** The lines of a span and that of the character before it, on which a point stands. */
function linesAround(doc: Node, { from, to }: Span): Node[] {
  const lines: Node[] = []
  let start = 0
  for (let index = 0; index < doc.childCount && start < to; index += 1) {
    const line = doc.child(index)
    const end = start + 1 + line.content.size
    if (end >= from) lines.push(line)
    start = end
  }
  return lines
}

function sameAnchor({ anchor: one }: OwnProposal, { anchor: other }: OwnProposal): boolean {
  return sameSpot(one.first, other.first) && sameSpot(one.last, other.last)
}
