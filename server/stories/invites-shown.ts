/** Invite links as they are listed (shared/wire/people `Invite`): with the name of who made them, without the secret. */
import type { Invite as InviteShown } from '../../shared/wire/people.ts'
import type { Invite } from '../auth/invites.ts'
import type { Desk } from './desk.ts'

export async function invitesShown(desk: Desk, invites: readonly Invite[]): Promise<InviteShown[]> {
  const names = new Map((await desk.storage.people.users()).map(({ id, name }) => [id, name]))
  return invites.map(({ id, role, createdAt, by, expiresAt, uses, mostUses }) => ({
    id,
    role,
    createdAt: new Date(createdAt).toISOString(),
    by: (by !== null && names.get(by)) || '',
    expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
    uses,
    mostUses,
  }))
}
