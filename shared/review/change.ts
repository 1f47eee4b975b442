/**
 * What a suggestion proposes: a delta over the words it is about. One shape for insertion, deletion, replacement,
 * formatting, split and join, and for any mixture. Pure algebra; a text is never touched here.
 */
import type { DeltaRun } from '../story/delta.ts'

/** A value of an attribute; null takes it away. */
export type AttributeValue = true | number | string | null
export type ChangeAttributes = Record<string, AttributeValue>

export type ChangeOp =
  | { retain: number; attributes?: ChangeAttributes }
  | { insert: string; attributes?: ChangeAttributes }
  | { delete: number }

/** Covers its base exactly: what is retained and deleted is as long as the base. */
export type Change = ChangeOp[]

/** The words that a change is about, with their attributes. */
export type Base = DeltaRun[]

/** In UTF-16 code units. */
export function lengthOf(base: Base): number {
  return base.reduce((sum, { insert }) => sum + insert.length, 0)
}

/** How much of a base the change covers. */
export function covered(change: Change): number {
  return change.reduce((sum, op) => sum + ('retain' in op ? op.retain : 'delete' in op ? op.delete : 0), 0)
}

/** The characters alone. */
export function wordsOf(base: Base): string {
  return base.map(({ insert }) => insert).join('')
}

/** True when nothing would be another than it is. */
export function isEmpty(base: Base, change: Change): boolean {
  return sameBase(base, apply(base, change))
}

/** What the base becomes. Throws when the change does not cover it exactly. */
export function apply(base: Base, change: Change): Base {
  const reader = new Reader(base)
  const after: Base = []
  for (const op of change) {
    if ('insert' in op) push(after, op.insert, merged({}, op.attributes))
    else if ('delete' in op) reader.take(op.delete)
    else for (const run of reader.take(op.retain)) push(after, run.insert, merged(run.attributes, op.attributes))
  }
  if (!reader.done) throw new Error('apply: the change covers less than its base')
  return after
}

/** The change that leads back: `apply(apply(base, change), inverse(base, change))` is `base`. */
export function inverse(base: Base, change: Change): Change {
  const reader = new Reader(base)
  const back: Change = []
  for (const op of change) {
    if ('insert' in op) {
      back.push({ delete: op.insert.length })
      continue
    }
    for (const { insert, attributes = {} } of reader.take('delete' in op ? op.delete : op.retain)) {
      if ('delete' in op) back.push({ insert, attributes: attributes as ChangeAttributes })
      else back.push({ retain: insert.length, attributes: undoing(attributes, op.attributes ?? {}) })
    }
  }
  if (!reader.done) throw new Error('inverse: the change covers less than its base')
  return compact(back)
}

/** Whether two bases are the same characters with the same attributes, however they are cut into runs. */
export function sameBase(one: Base, other: Base): boolean {
  const [a, b] = [joined(one), joined(other)]
  return a.length === b.length && a.every((run, index) => sameRun(run, b[index]))
}

/** Neighbouring operations of one kind as one; nothing of no length; no empty attributes. */
export function compact(change: Change): Change {
  const out: Change = []
  for (const op of change) {
    const last = out.at(-1)
    if ('delete' in op) {
      if (op.delete === 0) continue
      if (last && 'delete' in last) last.delete += op.delete
      else out.push({ delete: op.delete })
      continue
    }
    const attributes = op.attributes && Object.keys(op.attributes).length > 0 ? { attributes: op.attributes } : {}
    if ('insert' in op) {
      if (op.insert === '') continue
      if (last && 'insert' in last && sameAttributes(last.attributes, op.attributes)) last.insert += op.insert
      else out.push({ insert: op.insert, ...attributes })
    } else if (op.retain > 0) {
      if (last && 'retain' in last && sameAttributes(last.attributes, op.attributes)) last.retain += op.retain
      else out.push({ retain: op.retain, ...attributes })
    }
  }
  return out
}

/** A change as it is shown: what goes, what comes, what stays or is only formatted anew. */
export interface ChangePart {
  kind: 'same' | 'gone' | 'new' | 'format'
  text: string
  attributes: Record<string, unknown>
}

export function partsOf(base: Base, change: Change): ChangePart[] {
  const reader = new Reader(base)
  return change.flatMap((op): ChangePart[] => {
    if ('insert' in op) return [{ kind: 'new', text: op.insert, attributes: op.attributes ?? {} }]
    const kind = 'delete' in op ? 'gone' : op.attributes ? 'format' : 'same'
    return reader
      .take('delete' in op ? op.delete : op.retain)
      .map(({ insert, attributes }) => ({ kind, text: insert, attributes: attributes ?? {} }))
  })
}

class Reader {
  readonly #base: Base
  #run = 0
  #at = 0

  constructor(base: Base) {
    this.#base = base
  }

  get done(): boolean {
    return this.#run >= this.#base.length
  }

  /** The next `length` characters. Throws when there are not so many. */
  take(length: number): Base {
    const taken: Base = []
    for (let left = length; left > 0; ) {
      const run = this.#base[this.#run]
      if (!run) throw new Error('the change covers more than its base')
      const piece = run.insert.slice(this.#at, this.#at + left)
      if (piece !== '') taken.push(run.attributes ? { insert: piece, attributes: run.attributes } : { insert: piece })
      left -= piece.length
      this.#at += piece.length
      if (this.#at < run.insert.length) break
      this.#run++
      this.#at = 0
    }
    return taken
  }
}

function joined(base: Base): Base {
  const out: Base = []
  for (const { insert, attributes } of base) if (insert !== '') push(out, insert, attributes ?? {})
  return out
}

function push(base: Base, insert: string, attributes: Record<string, unknown>): void {
  const last = base.at(-1)
  if (last && sameAttributes(last.attributes, attributes)) last.insert += insert
  else base.push(Object.keys(attributes).length > 0 ? { insert, attributes } : { insert })
}

function merged(attributes: Record<string, unknown> = {}, change: ChangeAttributes = {}): Record<string, unknown> {
  const now = Object.entries({ ...attributes, ...change }).filter(([, value]) => value !== null)
  return Object.fromEntries(now)
}

function undoing(was: Record<string, unknown>, change: ChangeAttributes): ChangeAttributes {
  return Object.fromEntries(
    Object.keys(change)
      .filter((key) => (was[key] ?? null) !== change[key])
      .map((key) => [key, (was[key] ?? null) as AttributeValue]),
  )
}

function sameRun(one: DeltaRun, other: DeltaRun | undefined): boolean {
  return other !== undefined && one.insert === other.insert && sameAttributes(one.attributes, other.attributes)
}

function sameAttributes(one: Record<string, unknown> = {}, other: Record<string, unknown> = {}): boolean {
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key])
}
