/** A fresh invite link as an answer: the address that leads in, told this once. */
import type { InviteMade } from '../../shared/wire/people.ts'
import type { Invite } from '../auth/invites.ts'
import { invitesShown } from '../stories/invites-shown.ts'
import type { Parts, WebContext } from './web.ts'

export async function inviteMade(
  { desk, url }: Pick<Parts, 'desk' | 'url'>,
  c: WebContext,
  { secret, invite }: { secret: string; invite: Invite },
): Promise<InviteMade> {
  const [shown] = await invitesShown(desk, [invite])
  if (!shown) throw new Error('inviteMade: one link and none to show')
  return { ...shown, url: `${addressOf(c, url)}/join/${secret}` }
}

/** Where people reach this Galley: as configured, else as the asker's browser did (a proxy may have added the "s"). */
function addressOf(c: WebContext, url: URL | null): string {
  const origin = c.req.header('origin') ?? ''
  return (url ?? new URL(URL.canParse(origin) ? origin : c.req.url)).origin
}
