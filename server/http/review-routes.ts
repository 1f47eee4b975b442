/** /api/stories/:id/review: commands for a story's review, and the events that they made. */
import { Hono } from 'hono'
import { z } from 'zod'
import { CommandSchema, CommandsRequest } from '../../shared/review/commands.ts'
import { CommandsAnswer, ParticipantsAnswer, ReviewAnswer, ReviewQuery } from '../../shared/wire/review.ts'
import { listParticipants } from '../stories/list-participants.ts'
import { readReview } from '../stories/read-review.ts'
import { reviewStory } from '../stories/review-story.ts'
import { asks, jsonOf, parsed, says } from './describe.ts'
import { signedIn } from './guard.ts'
import type { Parts, Web, WebApp } from './web.ts'

/** The biggest body of commands, bytes: suggestions carry the words they are about. */
export const MOST_COMMANDS_BODY = 2 << 20

/** As the route takes them; what is wrong with one is told in its own result. */
const Commands = z.object({ commands: z.array(CommandSchema).min(1).max(200) })

export function reviewRoutes({ desk }: Parts): WebApp {
  const app = new Hono<Web>()

  app.get(
    '/api/stories/:id/review',
    says({ summary: 'What happened in the review, oldest first', tag: 'review', answer: ReviewAnswer }),
    asks(ReviewQuery),
    async (c) => c.json(await readReview(desk, signedIn(c), c.req.param('id'), c.req.valid('query').after)),
  )

  app.post(
    '/api/stories/:id/review',
    says({ summary: 'Notes, suggestions and decisions', tag: 'review', answer: CommandsAnswer, body: Commands }),
    async (c) => {
      const actor = signedIn(c)
      const { commands } = parsed(CommandsRequest, await jsonOf(c))
      return c.json(await reviewStory(desk, actor, c.req.param('id'), commands))
    },
  )

  app.get(
    '/api/stories/:id/participants',
    says({ summary: 'Whose names belong to the story', tag: 'review', answer: ParticipantsAnswer }),
    async (c) => c.json({ people: await listParticipants(desk, signedIn(c), c.req.param('id')) }),
  )

  return app
}
