/**
 * Who asks, and whether they may: the one place where a role is looked up. A story is always reached through `reach`,
 * so that one that is absent and one that is closed to the asker give the same answer.
 */
import { Refusal } from '../../shared/refusals.ts'
import { type Act, may, ROLES, type Role } from '../../shared/roles.ts'
import type { StoredStory, StoredUser } from '../storage/storage.ts'
import type { AuthDesk } from './desk.ts'

/** A signed-in person, or whoever runs commands on the machine itself (null): that one may everything. */
export interface Actor {
  readonly user: StoredUser | null
}

/** The hand at the terminal. */
export const OPERATOR: Actor = { user: null }

/** True for the owner and for the hand at the terminal: maintainer of every story. */
export function ownsHouse(actor: Actor): boolean {
  return actor.user === null || actor.user.owner
}

/** The actor's role on a story; null when they have none. Does not ask whether the story exists. */
export async function roleOn(desk: AuthDesk, actor: Actor, story: string): Promise<Role | null> {
  if (actor.user === null || ownsHouse(actor)) return 'maintainer'
  return desk.storage.people.role(story, actor.user.id)
}

/**
 * The story, for somebody who may do `act` to it. `not-found` when it does not exist, is deleted, or the actor has no role
 * on it; `forbidden` when the role does not reach. With `deleted` it must be a deleted one.
 */
export async function reach(
  desk: AuthDesk,
  actor: Actor,
  id: string,
  act: Act,
  options: { deleted?: boolean } = {},
): Promise<{ story: StoredStory; role: Role }> {
  const [story, role] = await Promise.all([desk.storage.stories.get(id), roleOn(desk, actor, id)])
  const there = story !== null && (story.deletedAt !== null) === (options.deleted ?? false)
  if (!there || !role) throw new Refusal('not-found', 'There is no such story, or it is not open to you.')
  if (!may(role, act)) throw new Refusal('forbidden', `Your role here is ${role}; this takes more.`)
  return { story, role }
}

/** Taking stories in is for the owner and for those who maintain a story already. Throws `forbidden`. */
export async function checkMayTakeIn(desk: AuthDesk, actor: Actor): Promise<void> {
  if (actor.user === null || ownsHouse(actor)) return
  const roles = await desk.storage.people.roles(actor.user.id)
  if ([...roles.values()].some((role) => may(role, 'invite'))) return
  throw new Refusal('forbidden', 'Only those who maintain a story may add one. Ask the person who invited you.')
}

/** The higher of two roles. */
export function higherRole(one: Role | null, other: Role): Role {
  return one !== null && ROLES.indexOf(one) > ROLES.indexOf(other) ? one : other
}
