/**
 * Where anchors stand while the text changes: found in one walk when they come, then carried along by what each change
 * says. Only where that leaves a doubt, which is beside characters that are gone, are those few found anew. Always what
 * `standingsOf` would say; nothing here knows an editor.
 */
import * as Y from 'yjs'
import type { Anchor, Spot } from '../../../shared/review/anchor.ts'
import { type Standing, standingsOf } from '../../../shared/story/places.ts'
import type { ChangeOp } from '../event-to-steps.ts'

/** One end of an anchor: the index of its character, or where it stood. */
interface End {
  index: number
  alive: boolean
}

interface Tracked {
  anchor: Anchor
  /** Null for a point. */
  first: End | null
  last: End
}

export class AnchorTracker {
  private readonly text: Y.Text
  private readonly tracked = new Map<string, Tracked>()
  /** Whose characters are still on their way: an event of the review may overtake the words it is about. */
  private readonly awaited = new Map<string, Anchor>()

  constructor(text: Y.Text) {
    this.text = text
  }

  /**
   * Follows exactly these anchors from now on, by id. Returns the ids that are new, have another anchor than before or are no
   * more. An anchor whose characters this document never held is looked for again at every call, and once they come.
   */
  set(anchors: ReadonlyMap<string, Anchor>): Set<string> {
    const changed = new Set<string>()
    this.awaited.clear()
    for (const id of this.tracked.keys()) {
      if (anchors.has(id)) continue
      this.tracked.delete(id)
      changed.add(id)
    }
    const fresh = new Map<string, Anchor>()
    for (const [id, anchor] of anchors) if (this.tracked.get(id)?.anchor !== anchor) fresh.set(id, anchor)
    this.find(fresh)
    for (const id of fresh.keys()) changed.add(id)
    return changed
  }

  /** Null for an id that is not followed, or whose characters this document never held. */
  standing(id: string): Standing | null {
    const tracked = this.tracked.get(id)
    return tracked ? standingOf(tracked) : null
  }

  /** Goes along with a change that the text has made. Returns the ids that are found now or whose words may be others than before. */
  follow(delta: readonly ChangeOp[]): Set<string> {
    const { inserts, deletes } = spansOf(delta)
    const touched = new Set<string>()
    if (inserts.length === 0 && deletes.length === 0 && this.awaited.size === 0) return touched
    const doubtful = new Map<string, Anchor>()
    for (const [id, tracked] of this.tracked) {
      const { first, last } = tracked
      if (touches(first ?? last, last, inserts, deletes)) touched.add(id)
      const sure = move(last, inserts, deletes) && (first === null || move(first, inserts, deletes))
      if (!sure) doubtful.set(id, tracked.anchor)
    }
    for (const [id, anchor] of this.awaited) {
      if (!this.holds(anchor)) continue
      this.awaited.delete(id)
      doubtful.set(id, anchor)
      touched.add(id)
    }
    this.find(doubtful)
    return touched
  }

  private holds({ first, last }: Anchor): boolean {
    const { doc } = this.text
    const held = ({ client, clock }: Spot) => doc !== null && Y.getState(doc.store, client) > clock
    return held(last) && (first === null || held(first))
  }

  private find(anchors: ReadonlyMap<string, Anchor>): void {
    if (anchors.size === 0) return
    const points = new Map<string, Anchor>()
    for (const [id, { first, last }] of anchors) {
      points.set(`>${id}`, { first: null, last })
      if (first) points.set(`<${id}`, { first: null, last: first })
    }
    const found = standingsOf(this.text, points)
    for (const [id, anchor] of anchors) {
      const last = endOf(found.get(`>${id}`))
      const first = anchor.first ? endOf(found.get(`<${id}`)) : null
      if (last && (first || !anchor.first)) this.tracked.set(id, { anchor, first, last })
      else {
        this.tracked.delete(id)
        if (!this.holds(anchor)) this.awaited.set(id, anchor)
      }
    }
  }
}

/** A point stands behind its character while that lives, and where it stood when it does not. */
function endOf(point: Standing | undefined): End | null {
  if (!point) return null
  return { index: point.to - (point.gone ? 0 : 1), alive: !point.gone }
}

function standingOf({ first, last }: Tracked): Standing {
  const to = last.index + (last.alive ? 1 : 0)
  if (!first) return { from: to, to, gone: !last.alive }
  const from = Math.min(first.index, to)
  return { from, to, gone: from === to }
}

interface Insert {
  at: number
  length: number
}

interface Deletion {
  from: number
  to: number
}

/** What came and what went, in indexes of the text as it was. */
function spansOf(delta: readonly ChangeOp[]): { inserts: Insert[]; deletes: Deletion[] } {
  const [inserts, deletes]: [Insert[], Deletion[]] = [[], []]
  let at = 0
  for (const op of delta) {
    if (op.insert !== undefined) inserts.push({ at, length: typeof op.insert === 'string' ? op.insert.length : 1 })
    else if (op.delete !== undefined) {
      deletes.push({ from: at, to: at + op.delete })
      at += op.delete
    } else at += op.retain ?? 0
  }
  return { inserts, deletes }
}

/** Whether something comes or goes between two ends, or right beside them. For thousands at every key, so without closures. */
function touches(start: End, last: End, inserts: readonly Insert[], deletes: readonly Deletion[]): boolean {
  for (const { at } of inserts) if (at <= last.index && at >= start.index) return true
  for (const { from, to } of deletes) if (from <= last.index && to >= start.index) return true
  return false
}

/** False where the delta cannot say: the character goes, or something comes exactly where a gone one stood. */
function move(end: End, inserts: readonly Insert[], deletes: readonly Deletion[]): boolean {
  const { index, alive } = end
  let moved = index
  for (const { at, length } of inserts) {
    if (at === index && !alive) return false
    if (at <= index) moved += length
  }
  for (const { from, to } of deletes) {
    if (alive && from <= index && index < to) return false
    if (from < index) moved -= Math.min(to, index) - from
  }
  end.index = moved
  return true
}
