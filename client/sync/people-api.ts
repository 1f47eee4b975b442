/**
 * One function per endpoint of `/api` about people: who may come in, by which links, what was done. A place is the id of
 * a story, or null for the whole library. Every failure is an ApiError.
 */
import type { LinkRole, Role } from '../../shared/roles.ts'
import type {
  ActivityAnswer,
  DoorAnswer,
  InviteAnswer,
  InviteMade,
  InviteRequest,
  Joined,
  LibraryPeopleAnswer,
  PeopleAnswer,
  Person,
} from '../../shared/wire/people.ts'
import type { ParticipantsAnswer } from '../../shared/wire/review.ts'
import { ask } from './api.ts'

type Newcomer = Pick<Person, 'name' | 'swatch'>

export const getPeople = (story: string) => ask<PeopleAnswer>('GET', `${at(story)}/people`)
export const setRole = (story: string, person: string, role: Role) =>
  ask<void>('PUT', `${at(story)}/people/${encodeURIComponent(person)}`, { role })
export const removePerson = (story: string, person: string) =>
  ask<void>('DELETE', `${at(story)}/people/${encodeURIComponent(person)}`)
/** Null closes it. */
export const openByAddress = (story: string, role: LinkRole | null) => ask<void>('PUT', `${at(story)}/link`, { role })

export const getLibraryPeople = () => ask<LibraryPeopleAnswer>('GET', '/api/people')
/** Null takes the role on the whole library away; those on single stories stay. */
export const setLibraryRole = (person: string, role: Role | null) =>
  ask<void>('PUT', `/api/people/${encodeURIComponent(person)}`, { role })
/** For good. */
export const removeFromLibrary = (person: string) => ask<void>('DELETE', `/api/people/${encodeURIComponent(person)}`)

export const makeInvite = (place: string | null, request: InviteRequest) =>
  ask<InviteMade>('POST', `${invitesAt(place)}`, request)
export const revokeInvite = (place: string | null, invite: string) =>
  ask<void>('DELETE', `${invitesAt(place)}/${encodeURIComponent(invite)}`)
export const getInvite = (token: string) => ask<InviteAnswer>('GET', `/api/invites/${encodeURIComponent(token)}`)
export const join = (token: string, person: Newcomer | null) =>
  ask<Joined>('POST', `/api/invites/${encodeURIComponent(token)}`, person ?? {})

/** For a browser without a session; `not-found` when the address alone opens nothing. */
export const getDoor = (story: string) => ask<DoorAnswer>('GET', `${at(story)}/door`)
export const enterByAddress = (story: string, person: Newcomer) => ask<Joined>('POST', `${at(story)}/door`, person)

/** Whose names belong to a story. */
export const getParticipants = async (story: string) =>
  (await ask<ParticipantsAnswer>('GET', `${at(story)}/participants`)).people

/** Newest first; `before` a seq goes on from there. */
export const getActivity = (place: string | null, before: number | null = null) =>
  ask<ActivityAnswer>(
    'GET',
    `${place === null ? '/api' : at(place)}/activity${before === null ? '' : `?before=${before}`}`,
  )

function at(story: string): string {
  return `/api/stories/${encodeURIComponent(story)}`
}

function invitesAt(place: string | null): string {
  return place === null ? '/api/people/invites' : `${at(place)}/invites`
}
