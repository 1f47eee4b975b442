/**
 * The two answers without which a kept story cannot be opened offline: who I am, and what the story is called. Asked of
 * the server first; the last answer stands in where no server can be reached.
 */
import { Refusal, type RefusalCode } from '../../shared/refusals.ts'
import type { SessionAnswer } from '../../shared/wire/account.ts'
import type { Story } from '../../shared/wire/api.ts'
import type { Person } from '../../shared/wire/people.ts'

const WAIT_MS = 5_000
const PREFIX = 'galley:answer:'

export interface Answer<T> {
  value: T
  /** False for one that was remembered because no server could be reached. */
  live: boolean
}

/** The signed-in person. Refuses with `signed-out` or `unavailable`. */
export async function askWhoIAm(): Promise<Person> {
  const { person } = (await ask<SessionAnswer>('/api/session')).value
  if (!person) throw new Refusal('signed-out', 'You are signed out. Open your link again to come back in.')
  return person
}

/** Refuses as the server does, or with `unavailable` when it cannot be reached and this browser never had the story. */
export function askStory(id: string): Promise<Answer<Story>> {
  return ask<Story>(storyPath(id))
}

/** What the server last said of a story, without asking it. */
export function lastStory(id: string): Story | null {
  return remembered<Story>(storyPath(id))
}

/** Every story that this browser was told of and has not forgotten, latest changed first: those may open offline. */
export function lastStories(): Story[] {
  const found = withStorage((storage) =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
      .filter((key) => key.startsWith(`${PREFIX}/api/stories/`))
      .flatMap((key) => remembered<Story>(key.slice(PREFIX.length)) ?? []),
  )
  return (found ?? []).sort((a, b) => b.changedAt.localeCompare(a.changedAt))
}

export function forgetStory(id: string): void {
  withStorage((storage) => storage.removeItem(PREFIX + storyPath(id)))
}

/** Forgets the remembered answers; for signing out. */
export function forgetAnswers(): void {
  withStorage((storage) => {
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index))
    for (const key of keys) if (key?.startsWith(PREFIX)) storage.removeItem(key)
  })
}

function storyPath(id: string): string {
  return `/api/stories/${encodeURIComponent(id)}`
}

function remembered<T>(path: string): T | null {
  const last = withStorage((storage) => storage.getItem(PREFIX + path))
  return last ? (JSON.parse(last) as T) : null
}

async function ask<T>(path: string): Promise<Answer<T>> {
  const response = await reach(path)
  if (response === null) {
    const last = remembered<T>(path)
    if (last !== null) return { value: last, live: false }
    throw new Refusal(
      'unavailable',
      'The server cannot be reached, and this browser has not kept this story. Try again when it is back.',
    )
  }
  if (!response.ok) throw await refusalFrom(response)
  const text = await response.text()
  withStorage((storage) => storage.setItem(PREFIX + path, text))
  return { value: JSON.parse(text) as T, live: true }
}

/** Null when nobody answered, or only a proxy in front of a server that is down. */
async function reach(path: string): Promise<Response | null> {
  try {
    const response = await fetch(path, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(WAIT_MS),
    })
    return [502, 503, 504].includes(response.status) ? null : response
  } catch {
    // fetch tells every failure of the network as one TypeError; all of them mean the same here.
    return null
  }
}

async function refusalFrom(response: Response): Promise<Refusal> {
  try {
    const { error } = (await response.json()) as { error: { code: string; message: string } }
    return new Refusal(error.code as RefusalCode, error.message)
  } catch {
    return new Refusal('unavailable', `The server answered ${response.status} without saying why. Try again.`)
  }
}

/** Undefined where the browser allows no storage: then nothing is remembered, and offline opening is refused. */
function withStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(localStorage)
  } catch {
    return undefined
  }
}
