/**
 * Requests and answers of `/api` about people: who may come into a story or the whole library, by which links, and what
 * was done. Times are ISO 8601 in UTC. One's own account is in account.ts.
 */
import { z } from 'zod'
import { LINK_ROLES, ROLES } from '../roles.ts'

export const Id = z.string().regex(/^[A-Za-z0-9_-]{6,64}$/)
export const Name = z.string().trim().min(1).max(60)
export const Swatch = z.number().int().min(1).max(8)
const Roles = z.enum(ROLES)

export const Person = z.object({ id: z.string(), name: z.string(), swatch: Swatch })

/** An invite link as it is listed; `id` is not the secret. */
export const Invite = z.object({
  id: z.string(),
  role: Roles,
  createdAt: z.string(),
  /** Name of its maker; "" = the terminal. */
  by: z.string(),
  expiresAt: z.string().nullable(),
  uses: z.number().int(),
  /** Null = any number of times. */
  mostUses: z.number().int().nullable(),
})

/** POST /api/stories/:id/invites and POST /api/people/invites → 201. */
export const InviteRequest = z.object({
  role: Roles,
  days: z.number().int().min(1).max(365).default(30),
  mostUses: z.number().int().min(1).max(1000).nullable().default(null),
})

/** The link is shown once. */
export const InviteMade = Invite.extend({ url: z.string() })

/**
 * How somebody comes into a story: as the owner, by a role on the whole library, invited to the story, or by nothing but
 * the story's address.
 */
export const WAYS_IN = ['owner', 'library', 'invited', 'address'] as const

/**
 * GET /api/stories/:id/people. PUT …/people/:person takes RoleRequest, DELETE …/people/:person removes (both 204; of those
 * who were invited only, else `conflict`). DELETE …/invites/:invite revokes (204). PUT …/link takes LinkRequest (204).
 */
export const PeopleAnswer = z.object({
  people: z.array(Person.extend({ role: Roles, way: z.enum(WAYS_IN) })),
  invites: z.array(Invite),
  /** What anybody with the story's address may do; null = nothing. */
  linkRole: z.enum(LINK_ROLES).nullable(),
})

export const RoleRequest = z.object({ role: Roles })
export const LinkRequest = z.object({ role: z.enum(LINK_ROLES).nullable() })

/**
 * GET /api/people, for the owner: everybody, and the links to the whole library. PUT /api/people/:person takes
 * LibraryRoleRequest (204); DELETE /api/people/:person ends all that the person could do, for good (204);
 * DELETE /api/people/invites/:invite revokes (204).
 */
export const LibraryPeopleAnswer = z.object({
  people: z.array(
    Person.extend({
      owner: z.boolean(),
      /** On the whole library. */
      role: Roles.nullable(),
      stories: z.array(z.object({ id: Id, title: z.string(), role: Roles })),
      createdAt: z.string(),
      /** Last time a browser of theirs asked anything; null = never since this is noted. */
      seenAt: z.string().nullable(),
    }),
  ),
  invites: z.array(Invite),
})

export const LibraryRoleRequest = z.object({ role: Roles.nullable() })

/** GET /api/invites/:token: what the link offers, before joining. */
export const InviteAnswer = z.object({
  role: Roles,
  from: z.string(),
  /** Null = the whole library. */
  story: z.object({ title: z.string(), words: z.number().int() }).nullable(),
  /** Set when the asker has a session: joining needs no name then. */
  person: Person.nullable(),
  /** A colour that the fewest people here have, as a proposal for a newcomer. */
  swatch: Swatch,
})

/** POST /api/invites/:token and POST /api/stories/:id/door. `name` and `swatch` are ignored when the asker has a session. */
export const JoinRequest = z.object({ name: Name.optional(), swatch: Swatch.optional() })
export const Joined = z.object({
  /** Null = the whole library. */
  story: Id.nullable(),
  person: Person,
})

/**
 * GET /api/stories/:id/door, for people without a session: what the story's address alone opens. `not-found` when it
 * opens nothing, as for a story that does not exist.
 */
export const DoorAnswer = z.object({
  role: z.enum(LINK_ROLES),
  title: z.string(),
  words: z.number().int(),
  swatch: Swatch,
})

/** All that the log knows; what `about` and `detail` hold for each is said beside it. */
export const ACTIVITIES = [
  /** detail.role, detail.by (name of the invite's maker, "" = the terminal); a newcomer or somebody known. */
  'joined',
  /** By the story's address, for the first time. detail.role */
  'visited',
  /** about, detail.role, detail.was ("" = none) */
  'role',
  /** about: out of a story, or out of the library. */
  'removed',
  /** detail.role, detail.days, detail.mostUses ("" = any number) */
  'invited',
  /** An invite link. detail.role */
  'revoked',
  /** What the story's address opens. detail.role ("" = nothing) */
  'address',
  /** detail.file */
  'added',
  /** A file, into a story that was there. detail.file */
  'brought-in',
  /** detail.title */
  'renamed',
  /** A copy as a file. detail.format, detail.file */
  'exported',
  /** Into the export folder. detail.file */
  'written',
  /** Into the file that the story came from. detail.file */
  'written-back',
  'deleted',
  'restored',
  /** The owner's link was opened. */
  'owner',
  /** detail.way: password, passkey, provider, link (one that was printed for them) */
  'signed-in',
  /** Wrong password or passkey. detail.way, detail.login (of an account that exists, else ""), detail.count */
  'sign-in-failed',
  'signed-out',
  /** A session on another device. detail.browser */
  'session-ended',
  /** A way of coming back was set or removed. detail.way (also: owner link, sign-in link), detail.done: set, removed */
  'credential',
  /** detail.name, detail.role ("" = all), detail.done: made, revoked */
  'token',
  /** The server said no. detail.what: a route or "socket"; detail.code, detail.message, detail.count */
  'refused',
  /** The webhook's receiver did not take events; they wait. detail.host, detail.message, detail.count */
  'webhook-failed',
  /** It takes them again. detail.host, detail.count */
  'webhook-back',
] as const

export const Activity = z.object({
  seq: z.number().int(),
  at: z.string(),
  act: z.enum(ACTIVITIES),
  /** Null = the terminal, or somebody without an account. */
  who: Person.nullable(),
  about: Person.nullable(),
  story: z.object({ id: Id, title: z.string() }).nullable(),
  detail: z.record(z.string(), z.string()),
})

/** GET /api/stories/:id/activity and GET /api/activity, newest first, 100 at a time; `?before=` a seq goes on. */
export const ActivityAnswer = z.object({ entries: z.array(Activity), more: z.boolean() })
export const ActivityQuery = z.object({ before: z.coerce.number().int().positive().optional() })

export type Person = z.infer<typeof Person>
export type Invite = z.infer<typeof Invite>
export type InviteRequest = z.input<typeof InviteRequest>
export type InviteMade = z.infer<typeof InviteMade>
export type WayIn = (typeof WAYS_IN)[number]
export type PeopleAnswer = z.infer<typeof PeopleAnswer>
export type LibraryPeopleAnswer = z.infer<typeof LibraryPeopleAnswer>
export type InviteAnswer = z.infer<typeof InviteAnswer>
export type Joined = z.infer<typeof Joined>
export type DoorAnswer = z.infer<typeof DoorAnswer>
export type ActivityName = (typeof ACTIVITIES)[number]
export type Activity = z.infer<typeof Activity>
export type ActivityAnswer = z.infer<typeof ActivityAnswer>
