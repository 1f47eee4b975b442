/** Commands for a story's review, several in one request: what became of each. */

import { Refusal } from '../../shared/refusals.ts'
import { CommandSchema } from '../../shared/review/commands.ts'
import type { CommandResult, CommandsAnswer } from '../../shared/wire/review.ts'
import { record } from '../auth/activity.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import { AllStale, type Taken } from '../rooms/ledger.ts'
import type { Desk } from './desk.ts'

/**
 * One after the other; one that cannot be read or is refused does not stop those after it. Resolves when all that was found
 * good is on disk. Throws as `authorise` for somebody who may not read the story.
 */
export async function reviewStory(
  desk: Desk,
  actor: Actor,
  id: string,
  commands: readonly unknown[],
): Promise<CommandsAnswer> {
  const { story, role } = await authorise(desk, actor, 'read', { story: id })
  if (!actor.user) throw new Refusal('unavailable', 'The review is changed through a running server.')
  const by = { id: actor.user.id, role }
  const asked: (CommandResult | { id: string; taken: Taken })[] = []
  for (const given of commands) {
    const parsed = CommandSchema.safeParse(given)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      const field = issue?.path.join('.') || 'command'
      asked.push(refused(idOf(given), new Refusal('bad-request', `${field}: ${issue?.message ?? 'cannot be read'}`)))
      continue
    }
    const command = parsed.data
    try {
      asked.push({ id: command.id, taken: await desk.live.review(story.id, by, command) })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.code === 'forbidden') {
        const detail = { what: `review: ${command.type}`, code: error.code, message: error.message }
        await record(desk, actor, { act: 'refused', story: story.id, detail })
      }
      asked.push(refused(command.id, error))
    }
  }
  return { results: await Promise.all(asked.map((one) => ('taken' in one ? answered(one) : one))) }
}

async function answered({ id, taken }: { id: string; taken: Taken }): Promise<CommandResult> {
  if (await taken.stored) return { id, seq: taken.seq, error: null, stale: taken.stale }
  return refused(id, new Refusal('unavailable', 'The server stopped before this was saved. Try again in a moment.'))
}

function refused(id: string, error: Refusal): CommandResult {
  const stale = error instanceof AllStale ? error.stale : []
  return { id, seq: null, error: { code: error.code, message: error.message }, stale }
}

/** Of what could not be read, so that its sender knows which it was; "" where it has none. */
function idOf(given: unknown): string {
  const id = typeof given === 'object' && given !== null && 'id' in given ? given.id : ''
  return typeof id === 'string' ? id.slice(0, 64) : ''
}
