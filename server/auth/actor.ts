/** Who asks, and which role that gives them. Whether the role reaches for an act is asked in authorise.ts. */
import { highestRole, lowerRole, type Role, type Standing } from '../../shared/roles.ts'
import type { StoredStory, StoredUser } from '../storage/storage.ts'
import type { AuthDesk } from './desk.ts'

/** A signed-in person, or whoever runs commands on the machine itself (`user` null): that one may everything. */
export interface Actor {
  readonly user: StoredUser | null
  /** What the access token that they came by allows at most; null = they came without one, or it allows everything. */
  readonly limit: TokenLimit | null
  /** Hash of that token. */
  readonly token?: string
}

export interface TokenLimit {
  /** Null = whatever the person's own role is. */
  readonly role: Role | null
  /** The only story; null = every one. */
  readonly story: string | null
}

/** The hand at the terminal. */
export const OPERATOR: Actor = { user: null, limit: null }

/** True for the owner and for the hand at the terminal: maintainer of every story. */
export function ownsHouse({ user, limit }: Actor): boolean {
  return limit === null && (user === null || user.owner)
}

/** The actor's role on a story; null when they have none. Does not ask whether the story is deleted. */
export async function roleOn(
  desk: AuthDesk,
  actor: Actor,
  story: Pick<StoredStory, 'id' | 'linkRole'>,
): Promise<Role | null> {
  const { user } = actor
  const invited = user === null || user.owner ? null : await desk.storage.people.role(story.id, user.id)
  return roleFrom(actor, story, invited, true)
}

/**
 * The actor's role on each story that belongs in their library; null for the others. What is open to anybody by its
 * address belongs there once they have been inside.
 */
export async function rolesOf(
  desk: AuthDesk,
  actor: Actor,
): Promise<(story: Pick<StoredStory, 'id' | 'linkRole'>) => Role | null> {
  const { user } = actor
  if (user === null || user.owner) return (story) => roleFrom(actor, story, null, false)
  const [invited, visited] = await Promise.all([
    desk.storage.people.roles(user.id),
    desk.storage.people.visits(user.id),
  ])
  const seen = new Set(visited)
  return (story) => roleFrom(actor, story, invited.get(story.id) ?? null, seen.has(story.id))
}

/** What the actor is in the library as a whole. A token that is limited to one story, or below maintainer, is a guest's. */
export async function standingOf(desk: AuthDesk, actor: Actor): Promise<Standing> {
  const { user, limit } = actor
  if (ownsHouse(actor)) return 'owner'
  if (limit && (limit.story !== null || (limit.role !== null && limit.role !== 'maintainer'))) return 'guest'
  if (user === null || user.owner || user.libraryRole === 'maintainer') return 'maintainer'
  const roles = await desk.storage.people.roles(user.id)
  return [...roles.values()].includes('maintainer') ? 'maintainer' : 'guest'
}

function roleFrom(
  { user, limit }: Actor,
  story: Pick<StoredStory, 'id' | 'linkRole'>,
  invited: Role | null,
  byAddress: boolean,
): Role | null {
  if (limit?.story && limit.story !== story.id) return null
  const role: Role | null =
    user === null || user.owner
      ? 'maintainer'
      : highestRole(user.libraryRole, invited, byAddress ? story.linkRole : null)
  return limit?.role ? lowerRole(role, limit.role) : role
}
