/**
 * Merges many updates of the room's own log. Y.mergeUpdates slows with the square of its inputs, so many are merged in
 * small groups, and the results again. Only for bytes that have passed the gate.
 */
import * as Y from 'yjs'

const GROUP = 24

/** The updates must be in log order, and at least one. */
export function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
  let level = [...updates]
  while (level.length > 1) {
    const next: Uint8Array[] = []
    for (let index = 0; index < level.length; index += GROUP) {
      const group = level.slice(index, index + GROUP)
      next.push(group.length === 1 ? (group[0] as Uint8Array) : Y.mergeUpdates(group))
    }
    level = next
  }
  const merged = level[0]
  if (!merged) throw new Error('mergeUpdates: nothing to merge')
  return merged
}
