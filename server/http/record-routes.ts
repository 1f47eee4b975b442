/** /api/stories/:id/record: the correction record as a file. */
import { Hono } from 'hono'
import { z } from 'zod'
import { exportRecord, RECORD_FORMATS } from '../stories/correction-record.ts'
import { asks, says } from './describe.ts'
import { download } from './download.ts'
import { signedIn } from './guard.ts'
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
      const { format } = c.req.valid('query')
      return download(c, await exportRecord(desk, signedIn(c), c.req.param('id'), format))
    },
  )

  return app
}
