/** Opens a story to everybody who has its address, or closes it to them again. */
import type { LinkRole } from '../../shared/roles.ts'
import { record } from '../auth/activity.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import { applyRights } from './apply-rights.ts'
import type { Desk } from './desk.ts'

/** `role` null closes it: those who came in by nothing else are put out at once, and are let in again when it opens. */
export async function openByAddress(desk: Desk, actor: Actor, id: string, role: LinkRole | null): Promise<void> {
  const { story } = await authorise(desk, actor, 'invite', { story: id })
  if (story.linkRole === role) return
  await desk.storage.stories.update(story.id, { linkRole: role })
  await applyRights(desk, { story: story.id }, actor.user?.name ?? '')
  desk.told(story.id)
  await record(desk, actor, { act: 'address', story: story.id, detail: { role: role ?? '' } })
}
