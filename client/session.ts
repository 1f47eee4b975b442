/** Who this browser is, as a signal that pages watch. */
import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { SessionAnswer } from '../shared/wire/api.ts'
import { getSession } from './sync/api.ts'

const now = signal<SessionAnswer | null>(null)

/** Null until the server has answered once. */
export const session: ReadonlySignal<SessionAnswer | null> = now

/** Takes an answer that another request brought along. */
export function setSession(answer: SessionAnswer | null): void {
  now.value = answer
}

/** Asks the server. Rejects with an ApiError when it cannot be asked; what was known stays. */
export async function refreshSession(): Promise<SessionAnswer> {
  now.value = await getSession()
  return now.value
}
