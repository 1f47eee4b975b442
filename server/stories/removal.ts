/** Whether somebody was taken out of a story since a link into it was made: such a link does not let them in again. */
import { Refusal } from '../../shared/refusals.ts'
import type { AuthDesk } from '../auth/desk.ts'
import type { Invite } from '../auth/invites.ts'
import type { StoredUser } from '../storage/storage.ts'

/** Rows of the log read at once. */
const PAGE = 200

/**
 * Throws `forbidden`, naming who did it. The story's log says so, newest first, and is read no further back than the link
 * was made. A link that is made after the removal lets them in: somebody who may invite gave it out knowing of it.
 */
export async function demandNotRemoved(desk: AuthDesk, user: StoredUser, { story, createdAt }: Invite): Promise<void> {
  if (story === null) return
  let before: number | undefined
  for (;;) {
    const rows = await desk.storage.activity.list({ story, limit: PAGE, ...(before === undefined ? {} : { before }) })
    for (const { act, about, at, user: by, seq } of rows) {
      if (at < createdAt) return
      if (act === 'removed' && about === user.id) throw removed(by && (await desk.storage.people.user(by)))
      before = seq
    }
    if (rows.length < PAGE) return
  }
}

function removed(by: StoredUser | '' | null): Refusal {
  const message = by ? `You were removed from this story by ${by.name}. Ask them.` : 'You were removed from this story.'
  return new Refusal('forbidden', `${message} A link that is made from now on lets you in again.`)
}
