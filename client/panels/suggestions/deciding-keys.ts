/** The key of suggestions on the whole page: F9 to the next one, Shift F9 to the one before. Letters are the card's. */
import type { Deciding } from './deciding.ts'

/** True when the key was this one; then it is done. */
export function pressDecidingKey(event: KeyboardEvent, deciding: Pick<Deciding, 'step'>): boolean {
  if (event.isComposing || event.key !== 'F9' || event.ctrlKey || event.altKey || event.metaKey) return false
  event.preventDefault()
  deciding.step(event.shiftKey ? -1 : 1)
  return true
}
