/** The moment when somebody is in: a fresh session in a cookie, and the end of the one that the browser had. */
import { record } from '../auth/activity.ts'
import { beginSession, endSession } from '../auth/sessions.ts'
import type { StoredUser } from '../storage/storage.ts'
import { setSessionCookie } from './cookies.ts'
import type { Parts, WebContext } from './web.ts'

/** Signs the person in who has shown who they are; `way` is how, for the log. */
export async function enter(
  { desk, url, doors }: Pick<Parts, 'desk' | 'url' | 'doors'>,
  c: WebContext,
  user: StoredUser,
  way: 'owner' | 'link' | 'password' | 'passkey' | 'provider',
): Promise<void> {
  const { entry } = c.var
  setSessionCookie(c, url, await beginSession(desk, user, c.req.header('user-agent') ?? ''))
  await record(desk, { user }, way === 'owner' ? { act: 'owner' } : { act: 'signed-in', detail: { way } })
  if (entry?.ticket.kind !== 'session') return
  // Also of the same person: a secret that no browser holds any more opens nothing.
  await endSession(desk, entry)
  doors.shut(entry.ticket.hash)
}
