/** Who is signed in at this browser: asked once at the start, then changed by what the pages do. */
import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { SessionAnswer } from '../../shared/wire/api.ts'
import { getSession, signOut } from '../sync/api.ts'
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

/** Rejects with ApiError; then nothing has changed. */
export async function leave(): Promise<void> {
  await signOut()
  forgetAnswers()
  await loadSession()
}
