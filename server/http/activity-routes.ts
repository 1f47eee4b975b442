/** What was done: to one story, and in the whole library. */
import { Hono } from 'hono'
import { ActivityAnswer, ActivityQuery } from '../../shared/wire/people.ts'
import { listActivity } from '../stories/list-activity.ts'
import { asks, says } from './describe.ts'
import { signedIn } from './guard.ts'
import type { Parts, Web, WebApp } from './web.ts'

export function activityRoutes({ desk }: Parts): WebApp {
  const app = new Hono<Web>()

  app.get(
    '/api/stories/:id/activity',
    says({ summary: 'Who did what to the story, newest first', tag: 'activity', answer: ActivityAnswer }),
    asks(ActivityQuery),
    async (c) => c.json(await listActivity(desk, signedIn(c), c.req.param('id'), c.req.valid('query').before)),
  )

  app.get(
    '/api/activity',
    says({ summary: 'Who did what in the whole library, newest first', tag: 'activity', answer: ActivityAnswer }),
    asks(ActivityQuery),
    async (c) => c.json(await listActivity(desk, signedIn(c), null, c.req.valid('query').before)),
  )

  return app
}
