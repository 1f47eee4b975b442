/**
 * May this actor do this? The one question that every door asks before it does anything. A story is always reached
 * through it, so that one that is absent and one that is closed to the asker give the same answer.
 */
import { Refusal } from '../../shared/refusals.ts'
import { ACTS, type Act, HOUSE_ACTS, type HouseAct, may, mayInHouse, type Role } from '../../shared/roles.ts'
import type { StoredStory } from '../storage/storage.ts'
import { type Actor, roleOn, standingOf } from './actor.ts'
import type { AuthDesk } from './desk.ts'

/** A story by its id; with `deleted` it must be a deleted one. */
export interface StoryObject {
  story: string
  deleted?: boolean
}

/**
 * The story and the actor's role on it. `not-found` when it does not exist, is deleted, or the actor has no role on it;
 * `forbidden` when the role does not reach.
 */
export function authorise(
  desk: AuthDesk,
  actor: Actor,
  act: Act,
  object: StoryObject,
): Promise<{ story: StoredStory; role: Role }>
/** Resolves when the actor may do this to the library as a whole, else throws `forbidden`. */
export function authorise(desk: AuthDesk, actor: Actor, act: HouseAct, object: 'library'): Promise<void>
export async function authorise(
  desk: AuthDesk,
  actor: Actor,
  act: Act | HouseAct,
  object: StoryObject | 'library',
): Promise<unknown> {
  if (object !== 'library') return onStory(desk, actor, act as Act, object)
  const { least, does } = HOUSE_ACTS[act as HouseAct]
  if (mayInHouse(await standingOf(desk, actor), act as HouseAct)) return undefined
  const who = least === 'owner' ? 'the owner of this Galley' : 'who maintains a story here'
  throw new Refusal('forbidden', `Only ${who} may ${does}. Ask the person who invited you.`)
}

async function onStory(
  desk: AuthDesk,
  actor: Actor,
  act: Act,
  object: StoryObject,
): Promise<{ story: StoredStory; role: Role }> {
  const story = await desk.storage.stories.get(object.story)
  const there = story !== null && (story.deletedAt !== null) === (object.deleted ?? false)
  // Asked also for a story that is absent, so that the answer takes as long.
  const role = await roleOn(desk, actor, story ?? { id: object.story, linkRole: null })
  if (!there || !role) throw new Refusal('not-found', 'There is no such story, or it is not open to you.')
  if (may(role, act)) return { story, role }
  const { least, does } = ACTS[act]
  throw new Refusal('forbidden', `Your role here is ${role}; to ${does} takes at least ${least}.`)
}
