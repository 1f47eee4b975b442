/** /api/stories/:id/origin: the file on this machine that a story came from: how it stands, write back, bring in. */
import { Hono } from 'hono'
import { BroughtInAnswer, OriginAnswer, OriginsAnswer, WrittenBackAnswer } from '../../shared/wire/api.ts'
import { bringFromOrigin, listOrigins, originOf, writeBack } from '../stories/origin.ts'
import { says } from './describe.ts'
import { signedIn } from './guard.ts'
import type { Parts, Web, WebApp } from './web.ts'

export function originRoutes({ desk }: Parts): WebApp {
  const app = new Hono<Web>()

  app.get(
    '/api/origins',
    says({
      summary: 'Stories that differ from the file they came from, and those that do not',
      tag: 'stories',
      answer: OriginsAnswer,
    }),
    async (c) => c.json({ origins: await listOrigins(desk, signedIn(c)) }),
  )

  app.get(
    '/api/stories/:id/origin',
    says({ summary: 'How the story stands to the file it came from', tag: 'stories', answer: OriginAnswer }),
    async (c) => c.json(await originOf(desk, signedIn(c), c.req.param('id'))),
  )

  app.post(
    '/api/stories/:id/origin',
    says({ summary: 'Writes it back into that file', tag: 'stories', answer: WrittenBackAnswer }),
    async (c) => {
      const { name, bytes, unchanged } = await writeBack(desk, signedIn(c), c.req.param('id'))
      return c.json({ name, bytes, unchanged })
    },
  )

  app.post(
    '/api/stories/:id/origin/bring-in',
    says({ summary: 'Suggests what was changed in that file', tag: 'stories', answer: BroughtInAnswer }),
    async (c) => c.json(await bringFromOrigin(desk, signedIn(c), c.req.param('id'))),
  )

  return app
}
