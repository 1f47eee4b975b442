/** Puts changes that are known by their places into one delta. */
import type { Attributes, DeltaOp } from '../delta-diff.ts'
import { compose } from './compose.ts'

/**
 * Places are indexes before all of the changes. Ranges must not overlap. What is inserted at one place stands there as it
 * was given, before the range that begins there.
 */
export class Edits {
  private readonly edits: { at: number; length: number; op: DeltaOp }[] = []

  insert(at: number, text: string, attributes: Attributes): void {
    if (text !== '') this.edits.push({ at, length: 0, op: { insert: text, attributes } })
  }

  delete(from: number, to: number): void {
    if (to > from) this.edits.push({ at: from, length: to - from, op: { delete: to - from } })
  }

  /** Nothing to do without attributes. */
  reattribute(from: number, to: number, attributes: Attributes | null): void {
    if (to > from && attributes) {
      this.edits.push({ at: from, length: to - from, op: { retain: to - from, attributes } })
    }
  }

  ops(): DeltaOp[] {
    const ops: DeltaOp[] = []
    let at = 0
    for (const edit of this.edits.sort((a, b) => a.at - b.at || Math.sign(a.length) - Math.sign(b.length))) {
      if (edit.at < at) throw new Error(`Edits: two changes of one place, ${edit.at}`)
      if (edit.at > at) ops.push({ retain: edit.at - at })
      ops.push(edit.op)
      at = edit.at + edit.length
    }
    return compose(ops, [])
  }
}
