/** Two changes, one made on what the other left, as one. */
import type { Attributes, DeltaOp } from '../delta-diff.ts'

/** `second` is a delta over what `first` makes. Where characters go and come at one place, they go first. */
export function compose(first: readonly DeltaOp[], second: readonly DeltaOp[]): DeltaOp[] {
  const [a, b] = [new Cursor(first), new Cursor(second)]
  const out: DeltaOp[] = []
  while (!a.done || !b.done) {
    const [one, other] = [a.next, b.next]
    if (other && 'insert' in other) push(out, b.take(Number.POSITIVE_INFINITY))
    else if (one && 'delete' in one) push(out, a.take(Number.POSITIVE_INFINITY))
    else if (!one) push(out, b.take(Number.POSITIVE_INFINITY))
    else if (!other) push(out, a.take(Number.POSITIVE_INFINITY))
    else {
      const length = Math.min(lengthOf(one), lengthOf(other))
      const [kept, then] = [a.take(length), b.take(length)]
      if ('delete' in then) {
        if ('retain' in kept) push(out, then)
      } else push(out, withAttributes(kept, 'retain' in then ? then.attributes : undefined))
    }
  }
  return out
}

/** Several changes, each made on what the one before left. */
export function composeAll(deltas: readonly (readonly DeltaOp[])[]): DeltaOp[] {
  const [first, ...rest] = deltas
  return rest.reduce<DeltaOp[]>((sum, each) => compose(sum, each), [...(first ?? [])])
}

/** In UTF-16 code units. */
export function lengthOf(op: DeltaOp): number {
  return 'insert' in op ? op.insert.length : 'delete' in op ? op.delete : op.retain
}

/** Where a place between two characters is after a change; before what is inserted there. */
export function placeAfter(ops: readonly DeltaOp[], index: number): number {
  let [old, now] = [0, 0]
  for (const op of ops) {
    if ('insert' in op) {
      now += op.insert.length
      continue
    }
    const length = Math.min(lengthOf(op), index - old)
    old += length
    if ('retain' in op) now += length
    if (old === index) return now
  }
  return now + index - old
}

/** True when the change changes nothing. */
export function isIdle(ops: readonly DeltaOp[]): boolean {
  return ops.every((op) => 'retain' in op && !op.attributes)
}

function withAttributes(op: DeltaOp, more: Attributes | undefined): DeltaOp {
  if (!more || 'delete' in op) return op
  const attributes: Attributes = { ...op.attributes, ...more }
  if ('retain' in op) return { ...op, attributes }
  for (const [key, value] of Object.entries(attributes)) if (value === null) delete attributes[key]
  return { ...op, attributes }
}

/** What goes is put before what comes at the same place. */
function push(ops: DeltaOp[], op: DeltaOp): void {
  const last = ops.at(-1)
  if (last && 'delete' in op) {
    if ('delete' in last) {
      last.delete += op.delete
      return
    }
    if ('insert' in last) {
      const inserted: DeltaOp[] = []
      while (ops.length > 0 && 'insert' in ops.at(-1)!) inserted.unshift(ops.pop()!)
      push(ops, op)
      ops.push(...inserted)
      return
    }
  }
  if (last && 'retain' in last && 'retain' in op && !last.attributes && !op.attributes) last.retain += op.retain
  else ops.push({ ...op })
}

class Cursor {
  private readonly ops: readonly DeltaOp[]
  private at = 0
  private used = 0

  constructor(ops: readonly DeltaOp[]) {
    this.ops = ops
  }

  get done(): boolean {
    return this.at >= this.ops.length
  }

  /** What is left of the operation that comes next. */
  get next(): DeltaOp | undefined {
    const op = this.ops[this.at]
    return op && this.used > 0 ? cut(op, this.used, lengthOf(op)) : op
  }

  /** At most `length` of it. */
  take(length: number): DeltaOp {
    const op = this.ops[this.at]!
    const end = Math.min(lengthOf(op), this.used + length)
    const taken = cut(op, this.used, end)
    this.used = end
    if (end === lengthOf(op)) [this.at, this.used] = [this.at + 1, 0]
    return taken
  }
}

function cut(op: DeltaOp, from: number, to: number): DeltaOp {
  if ('insert' in op) return { ...op, insert: op.insert.slice(from, to) }
  return 'delete' in op ? { delete: to - from } : { ...op, retain: to - from }
}
