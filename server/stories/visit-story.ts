/** Coming into a story by its address alone: what that opens, as a newcomer, and as a person known already. */
import { Refusal } from '../../shared/refusals.ts'
import type { LinkRole } from '../../shared/roles.ts'
import { record } from '../auth/activity.ts'
import type { Actor } from '../auth/actor.ts'
import type { StoredStory, StoredUser } from '../storage/storage.ts'
import type { Desk } from './desk.ts'
import { checkNewcomer, createNewcomer, knownOf, type Newcomer } from './join-story.ts'

export type OpenStory = StoredStory & { linkRole: LinkRole }

/** Throws `not-found` alike for a story that is absent, deleted, or open to the invited only. */
export async function openDoor(desk: Desk, id: string): Promise<OpenStory> {
  const story = await desk.storage.stories.get(id)
  if (story !== null && story.deletedAt === null && isOpen(story)) return story
  throw new Refusal('not-found', 'There is no such story, or it is not open to you.')
}

/** Lets somebody in by the door. Throws as `openDoor`, `bad-request` for a newcomer without a name, `forbidden` for a limited token. */
export async function enterByAddress(
  desk: Desk,
  actor: Actor | null,
  id: string,
  newcomer: Newcomer,
): Promise<{ story: string; user: StoredUser; isNew: boolean }> {
  const story = await openDoor(desk, id)
  const known = knownOf(actor)
  if (!known) checkNewcomer(newcomer)
  const user = known ?? (await createNewcomer(desk, newcomer))
  await noteVisit(desk, user, story)
  return { story: story.id, user, isNew: !known }
}

/** Remembers, the first time, that somebody is in who has nothing but the address to thank for it; called whenever they come. */
export async function noteVisit(desk: Desk, user: StoredUser | null, story: StoredStory): Promise<void> {
  if (user === null || user.owner || user.libraryRole !== null || !isOpen(story)) return
  const { people } = desk.storage
  if ((await people.role(story.id, user.id)) !== null) return
  if (!(await people.noteVisit(story.id, user.id, desk.now()))) return
  desk.told(story.id)
  await record(desk, { user }, { act: 'visited', story: story.id, detail: { role: story.linkRole } })
}

function isOpen(story: StoredStory): story is OpenStory {
  return story.linkRole !== null
}
