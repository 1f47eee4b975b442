/**
 * Changes by others that wait. While a person composes a character (Japanese, a dead key, most phones' keyboards), a
 * change of the composed line would make the browser break the composition off and leave its pieces behind. So the line
 * stays as it is until the composition ends; meanwhile this keeps the document that the text really stands for, and
 * carries the person's own steps over to it. Nothing is held back from the text itself, in either direction.
 */
import type { Node } from '@tiptap/pm/model'
import { Mapping, ReplaceStep, type Step, Transform } from '@tiptap/pm/transform'
import { applyChange, type ChangeOp } from './event-to-steps.ts'

export class HeldChanges {
  /** What the text stands for, while the editor shows something older. */
  private held: Node
  /** From places in the shown document to places in the held one. */
  private way = new Mapping()

  constructor(shown: Node) {
    this.held = shown
  }

  get doc(): Node {
    return this.held
  }

  /** Takes in a change of the text. Throws where `applyChange` does. */
  add(change: readonly ChangeOp[]): void {
    const transform = new Transform(this.held)
    applyChange(transform, change)
    this.way.appendMapping(transform.mapping)
    this.held = transform.doc
  }

  /**
   * Carries a step made on the shown document over to the held one, and takes it in; null when nothing of it is left to
   * do. Words put into a place that others have deleted stand where that place was.
   */
  carry(step: Step): { step: Step; before: Node; after: Node } | null {
    const before = this.held
    const carried = [step.map(this.way), this.insertedWhere(step)].find((each) => each?.apply(before).doc) ?? null
    const way = new Mapping()
    way.appendMap(step.getMap().invert())
    way.appendMapping(this.way)
    if (carried) way.appendMap(carried.getMap(), 0)
    this.way = way
    const after = carried?.apply(before).doc
    if (!carried || !after) return null
    this.held = after
    return { step: carried, before, after }
  }

  /** Where a place in the shown document is in the held one. */
  placeOf(position: number): number {
    return this.way.map(position, -1)
  }

  private insertedWhere(step: Step): Step | null {
    if (!(step instanceof ReplaceStep) || step.slice.size === 0) return null
    const place = this.way.map(step.from, -1)
    return new ReplaceStep(place, place, step.slice)
  }
}

/** Whether a change touches the line that opens at `opener` and whose text ends before `end` (places in the flat text). */
export function touches(change: readonly ChangeOp[], opener: number, end: number): boolean {
  let index = 0
  for (const { retain, delete: deleted, attributes } of change) {
    const length = retain ?? deleted ?? 0
    if ((retain === undefined || attributes) && index <= end && index + length >= opener) return true
    index += length
  }
  return false
}
