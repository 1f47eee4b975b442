/** One function per endpoint of `/api`. Every failure is an ApiError whose message can be shown as it is. */

import type { View } from '../../shared/codecs/edition.ts'
import type { Cleaning } from '../../shared/codecs/export-options.ts'
import type { FormatName } from '../../shared/codecs/formats.ts'
import type { Command } from '../../shared/review/commands.ts'
import type { Encoding } from '../../shared/story/file-form.ts'
import type { SessionAnswer } from '../../shared/wire/account.ts'
import type {
  BroughtInAnswer,
  ChangesAnswer,
  ExportReport,
  IntakeAnswer,
  OriginAnswer,
  Story,
  TakenIn,
  WrittenAnswer,
  WrittenBackAnswer,
} from '../../shared/wire/api.ts'
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
export const openOwnerLink = (token: string, name: string, swatch: number) =>
  ask<SessionAnswer>('POST', '/api/session', { token, name, swatch })
export const changeProfile = (name: string, swatch: number) =>
  ask<SessionAnswer>('PATCH', '/api/session', { name, swatch })
export const signOut = () => ask<void>('DELETE', '/api/session')

export const listStories = async () => (await ask<{ stories: Story[] }>('GET', '/api/stories')).stories
export const getStory = (id: string) => ask<Story>('GET', story(id))
export const startStory = (name: string) => ask<TakenIn>('POST', '/api/stories', { name, text: '' })
export const intake = (file: File, encoding: Encoding | null) =>
  ask<IntakeAnswer>('POST', '/api/intake', form(file, encoding))
/** `progress` gets the share of the bytes that were sent, 0 to 1. */
export function takeIn(file: File, encoding: Encoding | null, progress: (share: number) => void): Promise<TakenIn> {
  return new Promise((resolve, reject) => {
    // fetch does not tell how much it has sent.
    const request = new XMLHttpRequest()
    request.open('POST', '/api/stories')
    request.setRequestHeader('accept', 'application/json')
    request.upload.onprogress = ({ loaded, total }) => progress(total === 0 ? 0 : loaded / total)
    request.onload = () => {
      if (request.status === 201) resolve(JSON.parse(request.responseText) as TakenIn)
      else reject(errorOf(request.status, request.responseText))
    }
    request.onerror = () => reject(unreachable())
    request.send(form(file, encoding))
  })
}
/** `base`: what the file is compared with, see server/stories/version-in. */
export const bringIn = (id: string, file: File, base: 'source' | 'now') =>
  ask<BroughtInAnswer>('POST', `${story(id)}/bring-in?base=${base}`, form(file, null))
export const getOrigin = (id: string) => ask<OriginAnswer>('GET', `${story(id)}/origin`)
export const writeBack = (id: string) => ask<WrittenBackAnswer>('POST', `${story(id)}/origin`)
export const bringFromOrigin = (id: string) => ask<BroughtInAnswer>('POST', `${story(id)}/origin/bring-in`)
export const renameStory = (id: string, title: string | null) => ask<Story>('PATCH', story(id), { title })
export const deleteStory = (id: string) => ask<void>('DELETE', story(id))
export const restoreStory = (id: string) => ask<Story>('POST', `${story(id)}/restore`)
export const getChanges = (id: string) => ask<ChangesAnswer>('GET', `${story(id)}/changes`)
/** How a story is written as a file; see shared/codecs/export-options. */
export interface ExportChoice {
  format: FormatName
  view?: View
  names?: boolean
  notes?: boolean
  clean?: readonly Cleaning[]
  /** Instead of the file's own; the way out where the answer is `cannot-encode`. */
  encoding?: Encoding | null
}
export const writeToFolder = (id: string, choice: ExportChoice) =>
  ask<WrittenAnswer>('POST', `${story(id)}/write?${query({ ...choice, format: undefined })}`)
export const exportAddress = (id: string, choice: ExportChoice) => `${story(id)}/export?${query({ ...choice })}`
export const getExportReport = (id: string, choice: ExportChoice) =>
  ask<ExportReport>('GET', `${story(id)}/export/report?${query({ ...choice })}`)
/** The story as a file, under the name that the server gives it. */
export async function getExport(id: string, choice: ExportChoice): Promise<{ name: string; bytes: Blob }> {
  const answer = await send('GET', exportAddress(id, choice), undefined)
  if (!answer.ok) throw errorOf(answer.status, await answer.text())
  const coded = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1]
  return { name: coded ? decodeURIComponent(coded) : `story.${choice.format}`, bytes: await answer.blob() }
}
/** What became of each command; see shared/wire/review. */
export const sendCommands = async (id: string, commands: readonly Command[]) =>
  (await ask<CommandsAnswer>('POST', `${story(id)}/review`, { commands })).results

function story(id: string): string {
  return `/api/stories/${encodeURIComponent(id)}`
}

/** What is not given is left to the server. */
function query(given: Readonly<Record<string, unknown>>): string {
  const said = Object.entries(given).filter(
    ([, value]) => value !== undefined && value !== null && String(value) !== '',
  )
  return new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString()
}

function form(file: File, encoding: Encoding | null): FormData {
  const data = new FormData()
  if (encoding) data.set('encoding', encoding)
  data.set('file', file, file.name)
  return data
}

/** The answer's JSON, undefined where it has no content. Rejects with ApiError. */
export async function ask<T>(method: string, path: string, body?: object): Promise<T> {
  const answer = await send(method, path, body)
  if (answer.ok) return (answer.status === 204 ? undefined : await answer.json()) as T
  if (answer.status === 401 && !path.startsWith('/api/sign-in/')) unknown()
  throw errorOf(answer.status, await answer.text())
}

async function send(method: string, path: string, body: object | undefined): Promise<Response> {
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

function unreachable(): ApiError {
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
