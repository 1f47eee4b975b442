/** What GET /api/session and every way of signing in answer: who am I here. */

import type { SessionAnswer } from '../../shared/wire/account.ts'
import { ownerOf } from '../auth/accounts.ts'
import { comesBack } from '../auth/sign-in.ts'
import { VERSION } from '../package-root.ts'
import type { StoredUser } from '../storage/storage.ts'
import { personOf } from '../stories/story-card.ts'
import type { Parts } from './web.ts'

export async function sessionAnswer(
  { desk, provider }: Pick<Parts, 'desk' | 'provider'>,
  user: StoredUser | null,
): Promise<SessionAnswer> {
  return {
    person: user && personOf(user),
    owner: user?.owner ?? false,
    owned: user?.owner || (await ownerOf(desk)) !== null,
    provider: provider?.label ?? null,
    returns: user !== null && (await comesBack(desk, user.id)),
    version: VERSION,
  }
}
