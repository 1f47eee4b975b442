/** Requests that the server works on for a while: how far it is, and giving it up. */
import type { WorkAnswer } from '../../shared/wire/api.ts'
import { ApiError, ask, errorOf, unreachable } from './api.ts'
import { newId } from './new-id.ts'

/** `sending`: bytes of the question go out; `receiving`: bytes of the answer come. `done` of `all`, 0 of 0 where nobody says how many. */
export type Progress = WorkAnswer | { stage: 'sending' | 'receiving'; done: number; all: number }

export interface Waiting {
  /** Called every half second, and not at all where the answer comes sooner. */
  told: (progress: Progress) => void
  signal: AbortSignal
}

/** How a request ended that was given up here. */
const GIVEN_UP = 'given-up'

/** True of what a request rejects with that was given up here. */
export function isGivenUp(error: unknown): boolean {
  return error instanceof ApiError && error.code === GIVEN_UP
}

/** Nobody asks how far it is, or gives it up. */
export const ALONE = (): Waiting => ({ told: () => undefined, signal: new AbortController().signal })

/** Milliseconds between two questions. */
const ASKED_MS = 500

/** GETs an address with a query of its own. Rejects with ApiError; as `isGivenUp` tells when `signal` was aborted. */
export function getWhile(address: string, { told, signal }: Waiting): Promise<Response> {
  return whileAsked({ told, signal }, async (word, ends) => {
    const answer = await fetch(`${address}&work=${word}`, { headers: { accept: 'application/json' }, signal })
    ends()
    if (!answer.ok) throw errorOf(answer.status, await answer.text())
    return new Response(await received(answer, told), { headers: answer.headers })
  })
}

/** POSTs files, or nothing, to an address with a query of its own; resolves to the answer's JSON. Rejects as `getWhile`. */
export function postWhile<T>(address: string, files: FormData | null, { told, signal }: Waiting): Promise<T> {
  return whileAsked(
    { told, signal },
    (word, ends) =>
      new Promise((resolve, reject) => {
        // fetch does not tell how much it has sent.
        const request = new XMLHttpRequest()
        request.open('POST', `${address}&work=${word}`)
        request.setRequestHeader('accept', 'application/json')
        let said = performance.now()
        request.upload.onprogress = ({ loaded, total }) => {
          if (performance.now() - said < ASKED_MS) return
          said = performance.now()
          told({ stage: 'sending', done: loaded, all: total })
        }
        request.onload = () => {
          ends()
          if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as T)
          else reject(errorOf(request.status, request.responseText))
        }
        request.onerror = () => reject(unreachable())
        request.onabort = () => reject(unreachable())
        signal.addEventListener('abort', () => request.abort(), { once: true })
        request.send(files)
      }),
  )
}

/** Asks how far the request of a word is until `ends` is called, or it is done. */
async function whileAsked<T>(
  { told, signal }: Waiting,
  request: (word: string, ends: () => void) => Promise<T>,
): Promise<T> {
  const word = newId()
  let here = false
  const asking = setInterval(() => {
    ask<WorkAnswer>('GET', `/api/work/${word}`).then(
      (progress) => !here && !signal.aborted && told(progress),
      // It is done, or nobody answers: the request itself will tell.
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error
      },
    )
  }, ASKED_MS)
  const ends = () => {
    here = true
    clearInterval(asking)
  }
  try {
    if (signal.aborted) throw unreachable()
    return await request(word, ends)
  } catch (error) {
    if (signal.aborted) throw new ApiError(GIVEN_UP, 'This was cancelled.', 0)
    // fetch tells every failure of the network as one TypeError; all of them mean the same here.
    throw error instanceof ApiError ? error : unreachable()
  } finally {
    ends()
  }
}

async function received(answer: Response, told: Waiting['told']): Promise<Blob> {
  const all = Number(answer.headers.get('content-length') ?? 0)
  const parts: Uint8Array<ArrayBuffer>[] = []
  let done = 0
  let said = performance.now()
  const reader = answer.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    parts.push(part.value)
    done += part.value.byteLength
    if (performance.now() - said < ASKED_MS) continue
    said = performance.now()
    told({ stage: 'receiving', done, all })
  }
  return new Blob(parts)
}
