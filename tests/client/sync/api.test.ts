import { afterEach, describe, expect, test, vi } from 'vitest'
import { ApiError, deleteStory, errorOf, getStory, renameStory, sayError } from '../../../client/sync/api.ts'
import { exportAddress, getExport, intake } from '../../../client/sync/file-api.ts'
import { ALONE, isGivenUp, type Progress, postWhile } from '../../../client/sync/long-work.ts'

function answers(make: () => Response | Promise<Response>) {
  const asked = vi.fn((_path: string, _init: RequestInit) => Promise.resolve(make()))
  vi.stubGlobal('fetch', asked)
  return asked
}

interface Sent {
  address: string
  headers: string[]
  body: unknown
}

/** Files go by XMLHttpRequest. Null = it is never answered. */
function posts(answer: () => string | null, status = 200): Sent[] {
  const sent: Sent[] = []
  class Request {
    upload = {}
    status = status
    responseText = ''
    onload = (): void => undefined
    onabort = (): void => undefined
    #at: Sent = { address: '', headers: [], body: null }
    open(_method: string, address: string): void {
      this.#at.address = address
    }
    setRequestHeader(name: string): void {
      this.#at.headers.push(name)
    }
    send(body: unknown): void {
      sent.push({ ...this.#at, body })
      const text = answer()
      if (text === null) return
      this.responseText = text
      queueMicrotask(() => this.onload())
    }
    abort(): void {
      this.onabort()
    }
  }
  vi.stubGlobal('XMLHttpRequest', Request)
  return sent
}

async function errorFrom(work: Promise<unknown>): Promise<ApiError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ApiError)) throw new Error('no ApiError was thrown')
  return error
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('answers of the server', () => {
  test('a refusal becomes an error with its code, its sentence and its status', async () => {
    answers(() => Response.json({ error: { code: 'not-found', message: 'There is no such story.' } }, { status: 404 }))
    expect(await errorFrom(getStory('x'))).toMatchObject({
      code: 'not-found',
      message: 'There is no such story.',
      status: 404,
    })
  })

  test('what a proxy says instead is not shown; the status is', async () => {
    answers(() => new Response('<h1>Bad gateway</h1>', { status: 502 }))
    const error = await errorFrom(getStory('x'))
    expect(error).toMatchObject({ code: 'unavailable', status: 502 })
    expect(error.message).toContain('502')
    expect(error.message).not.toContain('<')
  })

  test('JSON that is no refusal counts as no reason given', () => {
    expect(errorOf(500, '{}')).toMatchObject({ code: 'unavailable', status: 500 })
  })

  test('when nobody answers, it says so and does not guess what became of it', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    const error = await errorFrom(deleteStory('x'))
    expect(error).toMatchObject({ code: 'unreachable', status: 0 })
    expect(error.message).toContain('cannot be reached')
  })

  test('an answer without a body is no error', async () => {
    answers(() => new Response(null, { status: 204 }))
    expect(await deleteStory('x')).toBeUndefined()
  })
})

describe('what is sent', () => {
  test('objects go as JSON', async () => {
    const asked = answers(() => Response.json({}))
    await renameStory('a b', null)
    const [path, init] = asked.mock.calls[0]!
    expect(path).toBe('/api/stories/a%20b')
    expect(init).toMatchObject({ method: 'PATCH', body: '{"title":null}' })
    expect(new Headers(init.headers).get('content-type')).toBe('application/json')
  })

  test('files go as a form, whose type the browser has to write; an encoding goes along only when it was chosen', async () => {
    const sent = posts(() => '{}')
    const file = new File(['words'], 'story.txt')
    await intake(file, 'windows-1252', ALONE())
    await intake(file, null, ALONE())
    const forms = sent.map(({ body }) => body as FormData)
    expect(forms.map((form) => form.get('encoding'))).toEqual(['windows-1252', null])
    expect(forms.map((form) => (form.get('file') as File).name)).toEqual(['story.txt', 'story.txt'])
    expect(sent[0]?.headers).toEqual(['accept'])
  })

  test('no part of an address can leave its place', () => {
    const choice = { format: 'txt&a=b' as 'txt', clean: ['quotes', 'dashes'] as const }
    expect(exportAddress('../x', choice)).toBe('/api/stories/..%2Fx/export?format=txt%26a%3Db&clean=quotes%2Cdashes')
  })
})

describe('while the server reads a file', () => {
  test('it is asked by the word that went along, and what is given up here says so', async () => {
    vi.useFakeTimers()
    const asked = answers(() => Response.json({ stage: 'parsing', done: 500, all: 0 }))
    const sent = posts(() => null)
    const told: Progress[] = []
    const giving = new AbortController()
    const waiting = { signal: giving.signal, told: (progress: Progress) => void told.push(progress) }
    const work = errorFrom(postWhile('/api/intake?', new FormData(), waiting))
    await vi.advanceTimersByTimeAsync(1_100)
    const word = sent[0]?.address.split('&work=')[1] ?? ''
    expect(word).toMatch(/^[\w-]{8,64}$/)
    expect(asked.mock.calls.map(([path]) => path)).toEqual([`/api/work/${word}`, `/api/work/${word}`])
    expect(told).toEqual(Array(2).fill({ stage: 'parsing', done: 500, all: 0 }))
    giving.abort()
    expect(isGivenUp(await work)).toBe(true)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(asked).toHaveBeenCalledTimes(2)
  })

  test('a refusal is its own, and nothing that was given up', async () => {
    posts(() => '{"error":{"code":"unsupported","message":"This is a picture."}}', 422)
    const error = await errorFrom(postWhile('/api/intake?', new FormData(), ALONE()))
    expect(error).toMatchObject({ code: 'unsupported', message: 'This is a picture.', status: 422 })
    expect(isGivenUp(error)).toBe(false)
  })
})

test('whatever was thrown has a sentence, and a fault of the program is logged', () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  expect(sayError(new ApiError('gone', 'It was deleted.', 410))).toBe('It was deleted.')
  expect(logged).not.toHaveBeenCalled()
  expect(sayError(new Error('broken'))).toBe('broken')
  expect(sayError('odd')).toBe('odd')
  expect(logged).toHaveBeenCalledTimes(2)
  logged.mockRestore()
})

describe('a file to keep', () => {
  test('has the name that the server gave it, whatever its letters', async () => {
    const disposition = `attachment; filename="_.txt"; filename*=UTF-8''${encodeURIComponent('小 1.txt')}`
    answers(() => new Response('words', { headers: { 'content-disposition': disposition } }))
    const { name, bytes } = await getExport('x', { format: 'txt' })
    expect([name, await bytes.text()]).toEqual(['小 1.txt', 'words'])
  })

  test('is asked for in another encoding where the own one does not do', async () => {
    const asked = answers(() => new Response(''))
    await getExport('x', { format: 'txt', encoding: 'utf-8' })
    expect(asked.mock.calls[0]?.[0]).toMatch(/^\/api\/stories\/x\/export\?format=txt&encoding=utf-8&work=[\w-]{8,64}$/)
  })

  test('that was refused says why', async () => {
    const refusal = { error: { code: 'cannot-encode', message: 'Line 4 holds “小”.' } }
    answers(() => Response.json(refusal, { status: 422 }))
    expect(await errorFrom(getExport('x', { format: 'txt' }))).toMatchObject({
      code: 'cannot-encode',
      message: 'Line 4 holds “小”.',
    })
  })
})
