/**
 * The other side of suggesting mode, for its tests: a text that others edit, the author's records as they were told, and
 * decisions about them. Everything reaches the author late, in order, as frames.
 */
import * as Y from 'yjs'
import type { OwnProposal } from '../../client/editor/suggesting/records.ts'
import type { Decision } from '../../client/editor/suggesting/settle.ts'
import { type Base, type Change, sameBase } from '../../shared/review/change.ts'
import { lineAttributesOf, marksOf } from '../../shared/story/delta.ts'
import { standingsOf } from '../../shared/story/places.ts'
import { textOf } from '../../shared/story/story-doc.ts'

export interface Frame {
  update: Uint8Array | null
  decisions: Decision[]
}

export class SuggestingRoom {
  readonly doc = new Y.Doc()
  readonly text = textOf(this.doc)
  /** On their way to the author, in order. */
  readonly frames: Frame[] = []
  readonly open = new Map<string, OwnProposal>()
  private readonly over = new Set<string>()
  private updates: Uint8Array[] = []

  constructor(seed: Uint8Array) {
    this.doc.clientID = 77
    Y.applyUpdate(this.doc, seed)
    this.doc.on('update', (update: Uint8Array) => this.updates.push(update))
  }

  /** What the author told arrives; what is over stays so. */
  hear(changed: readonly OwnProposal[], withdrawn: readonly string[]): void {
    for (const record of changed) if (!this.over.has(record.id)) this.open.set(record.id, record)
    for (const id of withdrawn) {
      this.open.delete(id)
      this.over.add(id)
    }
  }

  /** Somebody else edits the text. */
  edit(act: (text: Y.Text) => void): void {
    this.doc.transact(() => act(this.text))
    this.send([])
  }

  /** False, and nothing happens, when the words of the record are not what it was made about. */
  accept(record: OwnProposal): boolean {
    if (!acceptInto(this.text, record)) return false
    this.end(record.id)
    this.send([{ ...record, accepted: true }])
    return true
  }

  reject(record: OwnProposal): void {
    this.end(record.id)
    this.send([{ ...record, accepted: false }])
  }

  private end(id: string): void {
    this.open.delete(id)
    this.over.add(id)
  }

  private send(decisions: Decision[]): void {
    const made = this.updates.splice(0)
    if (made.length > 0 || decisions.length > 0) {
      this.frames.push({ update: made.length > 0 ? Y.mergeUpdates(made) : null, decisions })
    }
  }
}

/** Writes a record into a text; false when it is stale there. */
export function acceptInto(text: Y.Text, { anchor, base, change }: OwnProposal): boolean {
  const place = standingsOf(text, new Map([['it', anchor]])).get('it')
  if (!place || place.gone || !sameBase(base, sliceOf(text, place.from, place.to))) return false
  text.doc?.transact(() => {
    const ops: Change = change.map((op) => ('insert' in op ? { ...op, attributes: op.attributes ?? {} } : op))
    text.applyDelta(place.from > 0 ? [{ retain: place.from }, ...ops] : ops)
  })
  return true
}

function sliceOf(text: Y.Text, from: number, to: number): Base {
  const out: Base = []
  let at = 0
  for (const { insert, attributes } of legalRuns(text)) {
    const piece = insert.slice(Math.max(from - at, 0), Math.max(to - at, 0))
    if (piece !== '') out.push(attributes ? { insert: piece, attributes } : { insert: piece })
    at += insert.length
  }
  return out
}

/** The text as every reader reads it: of what others may have written, only what may stand on a character. */
export function legalRuns(text: Y.Text): Base {
  return (text.toDelta() as Base).flatMap(({ insert, attributes }) => legalRun(insert, attributes ?? {}))
}

export function legalRun(text: string, attributes: Record<string, unknown>): Base {
  return text.split(/(\n)/).map((insert) => ({
    insert,
    attributes: { ...(insert === '\n' ? lineAttributesOf(attributes) : marksOf(attributes)) },
  }))
}
