/** `galley export --in-place`: stories go back into the files that they came from; one that may not does not stop the others. */
import { Refusal } from '../../shared/refusals.ts'
import { OPERATOR } from '../auth/actor.ts'
import type { Desk } from '../stories/desk.ts'
import { findStory } from '../stories/find-story.ts'
import { UndecidedRefusal, writeBack } from '../stories/origin.ts'
import type { Terminal } from './verb.ts'

/** Prints the paths of what was written; false when a story could not be. Null = all that came from a file. */
export async function exportInPlace(
  desk: Desk,
  terminal: Terminal,
  wanted: readonly string[] | null,
  { force, signal }: { force: boolean; signal?: AbortSignal | undefined },
): Promise<boolean> {
  const words = wanted ?? [...(await desk.storage.origins.paths()).keys()]
  let whole = true
  for (const [nth, word] of words.entries()) {
    if (signal?.aborted) break
    terminal.progress(`${nth + 1} of ${words.length} ${words.length === 1 ? 'story' : 'stories'}`)
    try {
      const { id, deletedAt } = await findStory(desk, word)
      if (wanted === null && deletedAt !== null) continue
      const { path, unchanged, beside } = await writeBack(desk, OPERATOR, id, { force })
      if (!unchanged) terminal.out(path)
      if (beside)
        terminal.note(`${word}: another program wrote at the same moment; that is kept beside it as ${beside}`)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (wanted === null && error.code === 'not-found') continue
      whole = false
      terminal.note(
        `${word}: ${error.message}${error instanceof UndecidedRefusal ? ' --force writes all the same.' : ''}`,
      )
    }
  }
  return whole
}
