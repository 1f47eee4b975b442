/** Which thread of several on the same words is meant: suggestions over notes, the innermost first, then one below the other. */
import type { ReviewLook } from './look.ts'
import { noteIsDrawn } from './note-marks.ts'
import { isDrawn } from './suggestion-marks.ts'
import type { ThreadInText } from './threads-in-text.ts'

/** Ids of the threads whose drawn words a place on the screen belongs to, innermost element first. */
export function threadsUnder(target: EventTarget | null): string[] {
  const ids: string[] = []
  if (!(target instanceof Element)) return ids
  for (let element = target.closest<HTMLElement>('[data-thread]'); element; ) {
    const id = element.dataset.thread
    if (id && !ids.includes(id)) ids.push(id)
    element = element.parentElement?.closest<HTMLElement>('[data-thread]') ?? null
  }
  return ids
}

/** Ids of the drawn threads that touch an index of the text, topmost first. */
export function drawnAt(threads: readonly ThreadInText[], index: number, look: ReviewLook): string[] {
  return ranked(
    threads.filter(
      (thread) =>
        thread.from <= index &&
        index <= thread.to &&
        thread.state !== 'orphan' &&
        ('kind' in thread.thread ? noteIsDrawn(thread.thread, look) : isDrawn(thread, look)),
    ),
  ).map(({ id }) => id)
}

/** The one that a click on these opens: the topmost, or the next below the one that was open already. Null for none. */
export function next(threads: readonly ThreadInText[], open: string | null): string | null {
  const order = ranked(threads)
  const at = order.findIndex(({ id }) => id === open)
  return order[(at + 1) % order.length]?.id ?? null
}

function ranked(threads: readonly ThreadInText[]): ThreadInText[] {
  const rank = ({ thread }: ThreadInText) => ('change' in thread ? 0 : 1)
  return [...threads].sort((one, other) => rank(one) - rank(other) || one.to - one.from - (other.to - other.from))
}
