/** Who is signed in at this browser: asked once at the start, then changed by what the pages do and by the server's no. */
import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { SessionAnswer } from '../../shared/wire/account.ts'
import { getSession, signOut, whenUnknown } from '../sync/api.ts'
import { forgetSettled } from '../sync/forget-kept.ts'
import { forgetAnswers } from '../sync/last-answers.ts'

const now = signal<SessionAnswer | null>(null)
const over = signal(false)
let leaving = false
let asking = false

/** Null until the server has answered. */
export const session: ReadonlySignal<SessionAnswer | null> = now

/** True once the server no longer knew this browser though nobody signed out in this tab: the session was ended elsewhere. */
export const ended: ReadonlySignal<boolean> = over

/** Rejects with ApiError. */
export async function loadSession(): Promise<SessionAnswer> {
  const answer = await getSession()
  setSession(answer)
  return answer
}

/** What the server answered to a sign-in or a change. What was remembered for another person is forgotten. */
export function setSession(answer: SessionAnswer): void {
  const before = now.peek()?.person
  if (before && answer.person && before.id !== answer.person.id) forgetAnswers()
  over.value = answer.person === null && !leaving && (over.peek() || Boolean(before))
  now.value = answer
}

/**
 * Signs out and forgets what this browser kept of the account; answers how many stories stay because they hold words
 * that are not saved. Rejects with ApiError; then nothing has changed.
 */
export async function leave(): Promise<number> {
  const user = now.peek()?.person?.id
  leaving = true
  try {
    await signOut()
    forgetAnswers()
    const stay = user === undefined ? 0 : await forgetSettled(user)
    await loadSession()
    return stay
  } finally {
    leaving = false
  }
}

// Any request may be the first to learn that a session was ended; the pages then show the way in.
whenUnknown(() => {
  if (asking || leaving || now.peek()?.person === null) return
  asking = true
  loadSession()
    // Not reached after all: the next request that is refused asks again.
    .catch((error: unknown) => console.warn(error))
    .finally(() => {
      asking = false
    })
})
