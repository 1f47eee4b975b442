/** Which person somebody at the terminal means. */
import { Refusal } from '../../shared/refusals.ts'
import type { StoredUser } from '../storage/storage.ts'
import type { Desk } from '../stories/desk.ts'

/**
 * By name or account id, of those who were not removed. `as`: what stands before an id in the call. Throws `not-found`, and
 * `conflict` with the ids where several are called so.
 */
export async function personCalled(desk: Pick<Desk, 'storage'>, wanted: string, as: string): Promise<StoredUser> {
  const people = (await desk.storage.people.users()).filter(({ goneAt }) => goneAt === null)
  const found = people.filter(({ id, name }) => id === wanted || name === wanted)
  const [person] = found
  if (!person) throw new Refusal('not-found', `There is nobody called "${wanted}" here.`)
  if (found.length === 1) return person
  throw new Refusal(
    'conflict',
    `${found.length} people are called "${wanted}"; name one by id: ${found.map(({ id }) => as + id).join(', ')}.`,
  )
}
