/** Answers that the server works on for a while: how far it is, and giving it up. */
import type { WorkAnswer } from '../../shared/wire/api.ts'
import { ApiError, ask, errorOf, unreachable } from './api.ts'
import { newId } from './new-id.ts'

/** `receiving`: bytes of the answer are coming, `done` of `all`; 0 of 0 where the server does not say how many. */
export type Progress = WorkAnswer | { stage: 'receiving'; done: number; all: number }

export interface Waiting {
  /** Called every half second, and not at all where the answer comes sooner. */
  told: (progress: Progress) => void
  signal: AbortSignal
}

/** How a request ended that was given up here. */
export const GIVEN_UP = 'given-up'

/** Milliseconds between two questions. */
const ASKED_MS = 500

/** GETs an address with a query of its own. Rejects with ApiError; with the code GIVEN_UP when `signal` was aborted. */
export async function getWhile(address: string, { told, signal }: Waiting): Promise<Response> {
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
  try {
    const answer = await fetch(`${address}&work=${word}`, { headers: { accept: 'application/json' }, signal })
    here = true
    clearInterval(asking)
    if (!answer.ok) throw errorOf(answer.status, await answer.text())
    return new Response(await received(answer, told), { headers: answer.headers })
  } catch (error) {
    if (signal.aborted) throw new ApiError(GIVEN_UP, 'This was cancelled.', 0)
    // fetch tells every failure of the network as one TypeError; all of them mean the same here.
    throw error instanceof ApiError ? error : unreachable()
  } finally {
    clearInterval(asking)
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
