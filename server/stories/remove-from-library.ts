/** Removes somebody from the library for good. The account stays as a name on what they did; it opens nothing any more. */
import { CLOSE } from '../../shared/wire/frames.ts'
import { record } from '../auth/activity.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import type { Desk } from './desk.ts'
import { guestOf } from './set-library-role.ts'

/**
 * Sessions, tokens, invite links that they made, ways of coming back and roles all end. Returns the hashes of the tickets
 * that are no more, so that what they hold open is shut. `not-found` and `conflict` as `setLibraryRole`.
 */
export async function removeFromLibrary(desk: Desk, actor: Actor, person: string): Promise<string[]> {
  await authorise(desk, actor, 'admit', 'library')
  const { id, name } = await guestOf(desk, person)
  const { people } = desk.storage
  // First of all: from here on nothing opens for the account, whatever is still under way.
  await people.updateUser(id, { goneAt: desk.now(), libraryRole: null })
  const by = actor.user?.name ?? 'The terminal'
  desk.live.drop({ user: id }, CLOSE.forbidden, `${by} removed you from this Galley.`)
  const ended = await endTickets(desk, id)
  await endCredentials(desk, id)
  for (const story of (await people.roles(id)).keys()) await people.setRole(story, id, null)
  desk.told(null)
  await record(desk, actor, { act: 'removed', about: id, detail: { name } })
  return ended
}

async function endTickets(desk: Desk, user: string): Promise<string[]> {
  const { people } = desk.storage
  const ended: string[] = []
  for (const kind of ['session', 'token', 'invite', 'owner-link'] as const) {
    for (const { hash } of await people.tickets({ kind, user })) {
      await people.deleteTicket(hash)
      ended.push(hash)
    }
  }
  return ended
}

async function endCredentials(desk: Desk, user: string): Promise<void> {
  const { credentials } = desk.storage
  await credentials.deletePassword(user)
  for (const { id } of await credentials.passkeys(user)) await credentials.deletePasskey(id)
  // What is kept of the provider's account opens nothing any more, but without it they would come back as a newcomer.
}
