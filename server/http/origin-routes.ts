/** /api/stories/:id/origin: the file on this machine that a story came from: how it stands, write back, bring in. */
import { Hono } from 'hono'
import { z } from 'zod'
import {
  BroughtInAnswer,
  OriginAnswer,
  OriginFileAnswer,
  OriginsAnswer,
  WrittenBackAnswer,
} from '../../shared/wire/api.ts'
import { bringFromOrigin, writeBack } from '../stories/origin.ts'
import { OriginStates } from '../stories/origin-states.ts'
import { asks, says } from './describe.ts'
import { WorkWord } from './export-query.ts'
import { signedIn } from './guard.ts'
import type { LongWork } from './long-work.ts'
import type { Parts, Web, WebApp } from './web.ts'

/** `force`: also while suggestions from the file wait for a decision; they are taken out of it then. */
const WriteBackQuery = z.object({ force: z.enum(['true', 'false']).default('false') })

const BringQuery = z.object({ work: WorkWord })

/** `works`: where whoever brings a file in asks how far it is. */
export function originRoutes({ desk }: Parts, works: LongWork): WebApp {
  const app = new Hono<Web>()
  const states = new OriginStates(desk)

  app.get(
    '/api/origins',
    says({
      summary: 'Stories that differ from the file they came from, and those that do not',
      tag: 'stories',
      answer: OriginsAnswer,
    }),
    async (c) => c.json({ origins: await states.list(signedIn(c)) }),
  )

  app.get(
    '/api/stories/:id/origin',
    says({ summary: 'How the story stands to the file it came from', tag: 'stories', answer: OriginAnswer }),
    async (c) => c.json(await states.of(signedIn(c), c.req.param('id'))),
  )

  app.get(
    '/api/stories/:id/origin/file',
    says({
      summary: 'Whether that file was changed by somebody else, and what from it is not decided',
      tag: 'stories',
      answer: OriginFileAnswer,
    }),
    async (c) => c.json(await states.file(signedIn(c), c.req.param('id'))),
  )

  app.post(
    '/api/stories/:id/origin',
    says({ summary: 'Writes it back into that file', tag: 'stories', answer: WrittenBackAnswer }),
    asks(WriteBackQuery),
    async (c) => {
      const force = c.req.valid('query').force === 'true'
      const { path: _, ...written } = await writeBack(desk, signedIn(c), c.req.param('id'), { force })
      return c.json(written)
    },
  )

  app.post(
    '/api/stories/:id/origin/bring-in',
    says({ summary: 'Suggests what was changed in that file', tag: 'stories', answer: BroughtInAnswer }),
    asks(BringQuery),
    async (c) => {
      const actor = signedIn(c)
      const asked = { word: c.req.valid('query').work, signal: c.req.raw.signal }
      return c.json(
        await works.watched(actor, asked, (watch) => bringFromOrigin(desk, actor, c.req.param('id'), watch)),
      )
    },
  )

  return app
}
