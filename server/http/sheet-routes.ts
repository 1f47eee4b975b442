/** /api/stories/:id/sheet: the style sheet as a file, and taken from one. */
import { Hono } from 'hono'
import { z } from 'zod'
import { SheetTakenAnswer } from '../../shared/wire/review.ts'
import { exportSheet, SHEET_FORMATS, takeSheet } from '../stories/style-sheet.ts'
import { asks, says } from './describe.ts'
import { attachment } from './download.ts'
import { signedIn } from './guard.ts'
import type { Parts, Web, WebApp } from './web.ts'

const MEDIA = ['text/markdown', 'application/json']
const SheetQuery = z.object({ format: z.enum(SHEET_FORMATS).default('json') })

export function sheetRoutes({ desk }: Parts): WebApp {
  const app = new Hono<Web>()

  app.get(
    '/api/stories/:id/sheet',
    says({ summary: 'The style sheet: what was decided about the writing', tag: 'review', media: MEDIA }),
    asks(SheetQuery),
    async (c) => {
      const { format } = c.req.valid('query')
      const { name, mediaType, bytes } = await exportSheet(desk, signedIn(c), c.req.param('id'), format)
      c.header('Content-Type', mediaType)
      c.header('Content-Disposition', attachment(name))
      return c.body(new Uint8Array(bytes))
    },
  )

  app.put(
    '/api/stories/:id/sheet',
    says({
      summary: 'Decides what a style sheet says; what it does not name stays',
      tag: 'review',
      answer: SheetTakenAnswer,
      text: MEDIA,
    }),
    async (c) => c.json(await takeSheet(desk, signedIn(c), c.req.param('id'), await c.req.text())),
  )

  return app
}
