import { afterEach, describe, expect, test, vi } from 'vitest'
import { ApiError, deleteStory, errorOf, getStory, renameStory, sayError } from '../../../client/sync/api.ts'
import { exportAddress, getExport, intake } from '../../../client/sync/file-api.ts'

function answers(make: () => Response | Promise<Response>) {
  const asked = vi.fn((_path: string, _init: RequestInit) => Promise.resolve(make()))
  vi.stubGlobal('fetch', asked)
  return asked
}

async function errorFrom(work: Promise<unknown>): Promise<ApiError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ApiError)) throw new Error('no ApiError was thrown')
  return error
}

afterEach(() => vi.unstubAllGlobals())

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
    const asked = answers(() => Response.json({}))
    const file = new File(['words'], 'story.txt')
    await intake(file, 'windows-1252')
    await intake(file, null)
    const forms = asked.mock.calls.map(([, { body }]) => body as FormData)
    expect(forms.map((form) => form.get('encoding'))).toEqual(['windows-1252', null])
    expect(forms.map((form) => (form.get('file') as File).name)).toEqual(['story.txt', 'story.txt'])
    expect(new Headers(asked.mock.calls[0]?.[1].headers).has('content-type')).toBe(false)
  })

  test('no part of an address can leave its place', () => {
    const choice = { format: 'txt&a=b' as 'txt', clean: ['quotes', 'dashes'] as const }
    expect(exportAddress('../x', choice)).toBe('/api/stories/..%2Fx/export?format=txt%26a%3Db&clean=quotes%2Cdashes')
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
