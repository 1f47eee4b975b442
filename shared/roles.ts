/**
 * Who may do what: the one table. The server refuses by it, the client hides by it, docs/roles.md shows it. An act that
 * is not in it cannot be asked about, so a new act begins here.
 */

/** From least to most; each may do all that the ones before it may. */
export const ROLES = ['reader', 'commenter', 'proofreader', 'editor', 'maintainer'] as const

export type Role = (typeof ROLES)[number]

interface Rule<Least extends string> {
  least: Least
  /** Goes on after "may". */
  does: string
}

/** What is done to one story. */
export const ACTS = {
  read: { least: 'reader', does: 'read the story live, see who is here, take a copy as a file' },
  annotate: { least: 'commenter', does: 'leave notes on exact words, reply, react, resolve their own' },
  propose: { least: 'proofreader', does: 'propose changes, and tag, revise or withdraw them' },
  write: { least: 'editor', does: 'change the text' },
  decide: { least: 'editor', does: 'accept, reject and tag suggestions, resolve any note, change the tags' },
  rename: { least: 'editor', does: 'give the story another title' },
  writeBack: { least: 'maintainer', does: 'write the text back into the export folder' },
  invite: {
    least: 'maintainer',
    does: 'invite people, change their roles, remove them, open the story by its address',
  },
  activity: { least: 'maintainer', does: 'read who did what to it' },
  delete: { least: 'maintainer', does: 'delete the story and bring it back' },
} as const satisfies Record<string, Rule<Role>>

export type Act = keyof typeof ACTS

/** Somebody's standing in the whole library: the owner, one who maintains a story at least, anybody else. */
export const STANDINGS = ['guest', 'maintainer', 'owner'] as const

export type Standing = (typeof STANDINGS)[number]

/** What is done to the library as a whole. */
export const HOUSE_ACTS = {
  takeIn: { least: 'maintainer', does: 'add stories' },
  admit: { least: 'owner', does: 'invite to the whole library, change what somebody may do in it, remove people' },
  audit: { least: 'owner', does: 'read who did what in the whole library' },
} as const satisfies Record<string, Rule<Standing>>

export type HouseAct = keyof typeof HOUSE_ACTS

/** What people without an invitation may be given through a story's address, at most. */
export const LINK_ROLES = ['reader', 'commenter'] as const satisfies readonly Role[]

export type LinkRole = (typeof LINK_ROLES)[number]

/** True when `role` reaches the least role for `act`; somebody without a role (null) may nothing. */
export function may(role: Role | null, act: Act): boolean {
  return role !== null && ROLES.indexOf(role) >= ROLES.indexOf(ACTS[act].least)
}

/** True when `standing` reaches the least one for `act`. */
export function mayInHouse(standing: Standing, act: HouseAct): boolean {
  return STANDINGS.indexOf(standing) >= STANDINGS.indexOf(HOUSE_ACTS[act].least)
}

/** The higher of the roles given; null when there is none. */
export function highestRole(...roles: readonly (Role | null)[]): Role | null {
  return ROLES.findLast((role) => roles.includes(role)) ?? null
}

/** The lower of two roles; null when either is. */
export function lowerRole(one: Role | null, other: Role | null): Role | null {
  if (one === null || other === null) return null
  return ROLES.indexOf(one) < ROLES.indexOf(other) ? one : other
}
