/** Makes and revokes links that let people in: to one story, or (null) to the whole library. */
import { record } from '../auth/activity.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import { createInvite, INVITE_DAYS, type Invite, type InviteTerms, revokeInvite } from '../auth/invites.ts'
import type { Desk } from './desk.ts'

/** The secret is returned once. Who may invite may give every role, their own being the highest. */
export async function makeInvite(
  desk: Desk,
  actor: Actor,
  story: string | null,
  terms: InviteTerms,
): Promise<{ secret: string; invite: Invite }> {
  await mayInvite(desk, actor, story)
  const made = await createInvite(desk, actor, story, terms)
  const { role, days = INVITE_DAYS, mostUses } = terms
  const detail = { role, days: String(days), mostUses: mostUses ? String(mostUses) : '' }
  await record(desk, actor, { act: 'invited', story, detail })
  return made
}

/** Who came in by it stays. `not-found` when it leads elsewhere, or nowhere any more. */
export async function withdrawInvite(desk: Desk, actor: Actor, story: string | null, id: string): Promise<void> {
  await mayInvite(desk, actor, story)
  const { role } = await revokeInvite(desk, story, id)
  await record(desk, actor, { act: 'revoked', story, detail: { role } })
}

async function mayInvite(desk: Desk, actor: Actor, story: string | null): Promise<void> {
  if (story === null) await authorise(desk, actor, 'admit', 'library')
  else await authorise(desk, actor, 'invite', { story })
}
