/** Files out of a multipart body, whatever their fields are called. */
import { z } from 'zod'
import { Refusal } from '../../shared/refusals.ts'
import { ENCODINGS } from '../../shared/story/file-form.ts'
import { type FileGiven, MOST_FILE } from '../stories/take-in.ts'
import { parsed } from './describe.ts'
import type { WebContext } from './web.ts'

/** The biggest body with files, bytes: some files at once, and what multipart adds. */
export const MOST_FILES_BODY = 8 * MOST_FILE

const Fields = z.object({ encoding: z.enum(ENCODINGS).optional() })

/** At least one file. A field `encoding`, when not empty, holds for all of them. */
export async function filesOf(c: WebContext): Promise<FileGiven[]> {
  let body: Record<string, unknown>
  try {
    body = await c.req.parseBody({ all: true })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new Refusal('bad-request', 'The files cannot be read: the multipart body is malformed.')
  }
  const { encoding } = parsed(Fields, { encoding: body.encoding === '' ? undefined : body.encoding })
  const files = Object.values(body)
    .flat()
    .filter((value) => value instanceof File)
  if (files.length === 0) throw new Refusal('bad-request', 'No file was sent. Send it as multipart/form-data.')
  return Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), encoding })),
  )
}

/** True when the body is multipart/form-data. */
export function hasFiles(c: WebContext): boolean {
  return /^multipart\/form-data\b/i.test(c.req.header('content-type') ?? '')
}
