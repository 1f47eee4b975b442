/** /api/stories/:id/record: the correction record as a file. */
import { Hono } from 'hono'
import { z } from 'zod'
import { exportRecord, RECORD_FORMATS } from '../stories/correction-record.ts'
import { asks, says } from './describe.ts'
import { signedIn } from './guard.ts'
import { attachment } from './story-file-routes.ts'
import type { Parts, Web, WebApp } from './web.ts'

const RecordQuery = z.object({ format: z.enum(RECORD_FORMATS).default('json') })

export function recordRoutes({ desk }: Parts): WebApp {
  const app = new Hono<Web>()

  app.get(
    '/api/stories/:id/record',
    says({
      summary: 'The correction record: what was decided and written, by whom, when and why',
      tag: 'review',
      media: ['text/csv', 'application/json'],
    }),
    asks(RecordQuery),
    async (c) => {
      const { name, mediaType, bytes } = await exportRecord(
        desk,
        signedIn(c),
        c.req.param('id'),
        c.req.valid('query').format,
      )
      c.header('Content-Type', mediaType)
      c.header('Content-Disposition', attachment(name))
      return c.body(new Uint8Array(bytes))
    },
  )

  return app
}
