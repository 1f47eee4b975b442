/** Doing what the server lets nobody do who signed in a while ago: asks the person first, or once it has refused, then does it. */
import { getAccount } from '../../sync/account-api.ts'
import { ApiError } from '../../sync/api.ts'
import type { ActAgain } from './acts-again.ts'
import { askConfirm, type Confirmed } from './confirm-dialog.ts'

/**
 * Before anything is typed: asks where the server would refuse, else not. Null when the person thought better of it.
 * Rejects with ApiError.
 */
export async function confirmFirst(act: ActAgain): Promise<Confirmed | null> {
  const account = await getAccount()
  return account.confirm ? askConfirm(account, act) : { password: '' }
}

/**
 * Does it; where it is refused with `confirm`, asks and does it once more. False when the person thought better of it;
 * rejects with whatever `work` rejects with otherwise.
 */
export async function confirmed(act: ActAgain, work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'confirm')) throw error
    if ((await askConfirm(await getAccount(), act)) === null) return false
    await work()
  }
  return true
}
