/** /api/stories/:id/export, its report, and /api/export: stories written as files of any format, one or all in a zip. */
import { Hono } from 'hono'
import { FORMATS } from '../../shared/codecs/formats.ts'
import { Refusal } from '../../shared/refusals.ts'
import { ExportReport, WorkAnswer } from '../../shared/wire/api.ts'
import { exportLibrary } from '../stories/export-library.ts'
import { exportStory, readAsFile } from '../stories/export-story.ts'
import { asks, says } from './describe.ts'
import { download } from './download.ts'
import { ExportQuery, optionsOf } from './export-query.ts'
import { signedIn } from './guard.ts'
import type { LongWork, Progress } from './long-work.ts'
import type { Parts, Web, WebApp } from './web.ts'

const MEDIA = [
  'text/plain',
  'text/markdown',
  'text/html',
  'text/x-diff',
  'text/csv',
  'application/json',
  'application/epub+zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/octet-stream',
]

/** `works` are those of all routes: `/api/work` tells of any. */
export function exportRoutes({ desk }: Parts, works: LongWork): WebApp {
  const app = new Hono<Web>()
  /** Whole libraries are held in memory while they are packed: one at a time for everybody. */
  let packing = false

  app.get(
    '/api/stories/:id/export',
    says({ summary: 'The story as a file', tag: 'stories', media: MEDIA }),
    asks(ExportQuery),
    async (c) => {
      const query = c.req.valid('query')
      const actor = signedIn(c)
      const file = await works.watched(actor, { word: query.work, signal: c.req.raw.signal }, (watch) =>
        exportStory(desk, actor, c.req.param('id'), query.format, optionsOf(query), watch),
      )
      return download(c, file)
    },
  )

  app.get(
    '/api/stories/:id/export/report',
    says({ summary: 'What an export would hold and what not', tag: 'stories', answer: ExportReport }),
    asks(ExportQuery),
    async (c) => {
      const query = c.req.valid('query')
      const actor = signedIn(c)
      const file = await works.watched(actor, { word: query.work, signal: c.req.raw.signal }, (watch) =>
        readAsFile(desk, actor, c.req.param('id'), query.format, optionsOf(query), watch),
      )
      const { bytes, ...rest } = file
      return c.json({ ...rest, bytes: bytes.byteLength, views: FORMATS[query.format].views } satisfies ExportReport)
    },
  )

  app.get(
    '/api/export',
    says({ summary: 'All stories that one may read, as a zip', tag: 'stories', media: ['application/zip'] }),
    asks(ExportQuery),
    async (c) => {
      const actor = signedIn(c)
      const query = c.req.valid('query')
      if (packing) throw new Refusal('unavailable', 'Another library is being packed just now. Try again in a moment.')
      packing = true
      try {
        const { format, work } = query
        const { signal } = c.req.raw
        const zip = await works.run(actor, work, (tell) =>
          exportLibrary(desk, actor, { format, options: optionsOf(query), signal, progress: countOf(tell) }),
        )
        return download(c, zip)
      } finally {
        packing = false
      }
    },
  )

  app.get(
    '/api/work/:word',
    says({ summary: 'How far a long piece of work is that one waits for', tag: 'stories', answer: WorkAnswer }),
    (c) => {
      const progress = works.of(signedIn(c), c.req.param('word'))
      if (progress) return c.json(progress)
      throw new Refusal('not-found', 'That work is done, or was never begun.')
    },
  )

  return app
}

type Tell = (progress: Progress) => void

function countOf(tell: Tell): (done: number, all: number) => void {
  return (done, all) => tell({ stage: done < all ? 'writing' : 'packing', done, all })
}
