/** Who is signed in at this browser: asked once at the start, then changed by what the pages do. */
import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { SessionAnswer } from '../../shared/wire/account.ts'
import { getSession, signOut } from '../sync/api.ts'
import { forgetSettled } from '../sync/forget-kept.ts'
import { forgetAnswers } from '../sync/last-answers.ts'

const now = signal<SessionAnswer | null>(null)

/** Null until the server has answered. */
export const session: ReadonlySignal<SessionAnswer | null> = now

/** Rejects with ApiError. */
export async function loadSession(): Promise<SessionAnswer> {
  now.value = await getSession()
  return now.value
}

export function setSession(answer: SessionAnswer): void {
  now.value = answer
}

/**
 * Signs out and forgets what this browser kept of the account; answers how many stories stay because they hold words
 * that are not saved. Rejects with ApiError; then nothing has changed.
 */
export async function leave(): Promise<number> {
  const user = now.peek()?.person?.id
  await signOut()
  forgetAnswers()
  const stay = user === undefined ? 0 : await forgetSettled(user)
  await loadSession()
  return stay
}
