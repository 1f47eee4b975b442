/** `/api` but for files (file-api.ts): one function per endpoint. Every failure is an ApiError whose message can be shown as it is. */
import type { Command } from '../../shared/review/commands.ts'
import type { SessionAnswer } from '../../shared/wire/account.ts'
import type { Story, TakenIn } from '../../shared/wire/api.ts'
import type { CommandsAnswer } from '../../shared/wire/review.ts'

export class ApiError extends Error {
  override readonly name = 'ApiError'
  /** A code of shared/refusals, or `unreachable`. */
  readonly code: string
  /** 0 when nobody answered. */
  readonly status: number

  constructor(code: string, message: string, status: number) {
    super(message)
    this.code = code
    this.status = status
  }
}

let unknown: () => void = () => undefined

/** `listener` is called when the server answers that it does not know this browser, not when a sign-in is refused. */
export function whenUnknown(listener: () => void): void {
  unknown = listener
}

/** A sentence for a person, whatever was thrown. A fault of the program is said in its own words, and logged. */
export function sayError(error: unknown): string {
  if (error instanceof ApiError) return error.message
  console.error(error)
  return error instanceof Error ? error.message : String(error)
}

export const getSession = () => ask<SessionAnswer>('GET', '/api/session')
/** `profile`: null where the link lets somebody back in, who has one. */
export const openOwnerLink = (token: string, profile: { name: string; swatch: number } | null) =>
  ask<SessionAnswer>('POST', '/api/session', { token, ...profile })
export const changeProfile = (name: string, swatch: number) =>
  ask<SessionAnswer>('PATCH', '/api/session', { name, swatch })
export const signOut = () => ask<void>('DELETE', '/api/session')

export const listStories = async () => (await ask<{ stories: Story[] }>('GET', '/api/stories')).stories
export const getStory = (id: string) => ask<Story>('GET', story(id))
export const startStory = (name: string) => ask<TakenIn>('POST', '/api/stories', { name, text: '' })
export const renameStory = (id: string, title: string | null) => ask<Story>('PATCH', story(id), { title })
export const deleteStory = (id: string) => ask<void>('DELETE', story(id))
export const restoreStory = (id: string) => ask<Story>('POST', `${story(id)}/restore`)
/** What became of each command; see shared/wire/review. */
export const sendCommands = async (id: string, commands: readonly Command[]) =>
  (await ask<CommandsAnswer>('POST', `${story(id)}/review`, { commands })).results

/** Of everything about one story. */
export function story(id: string): string {
  return `/api/stories/${encodeURIComponent(id)}`
}

/** The answer's JSON, undefined where it has no content. Rejects with ApiError. */
export async function ask<T>(method: string, path: string, body?: object): Promise<T> {
  const answer = await send(method, path, body)
  if (answer.ok) return (answer.status === 204 ? undefined : await answer.json()) as T
  if (answer.status === 401 && !path.startsWith('/api/sign-in/')) unknown()
  throw errorOf(answer.status, await answer.text())
}

/** Rejects with ApiError when nobody answers; whatever is answered is the caller's to judge. */
export async function send(method: string, path: string, body: object | undefined): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body && !(body instanceof FormData)) headers['content-type'] = 'application/json'
  try {
    return await fetch(path, {
      method,
      headers,
      ...(body && { body: body instanceof FormData ? body : JSON.stringify(body) }),
    })
  } catch {
    // fetch tells every failure of the network as one TypeError; all of them mean the same here.
    throw unreachable()
  }
}

export function unreachable(): ApiError {
  return new ApiError('unreachable', 'The server cannot be reached. Try again when it is back.', 0)
}

/** What an answer that is not a success says. */
export function errorOf(status: number, text: string): ApiError {
  try {
    const { error } = JSON.parse(text) as { error: { code: string; message: string } }
    return new ApiError(error.code, error.message, status)
  } catch {
    // Not Galley's own answer: a proxy stands in between.
    return new ApiError(
      'unavailable',
      `The server answered ${status} without saying why. Try again in a moment.`,
      status,
    )
  }
}
