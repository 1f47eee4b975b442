/** /api/stories: list, take in, rename, delete and bring back. Files out of a story are in story-file-routes.ts. */
import { Hono } from 'hono'
import { z } from 'zod'
import { Refusal } from '../../shared/refusals.ts'
import {
  BroughtInAnswer,
  IntakeAnswer,
  NewStoryRequest,
  RenameRequest,
  StoriesAnswer,
  Story,
  TakenIn,
} from '../../shared/wire/api.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import { bringIn } from '../stories/bring-in.ts'
import { deleteStory, restoreStory } from '../stories/delete-story.ts'
import { safeName } from '../stories/file-names.ts'
import { intake } from '../stories/intake.ts'
import { listStories } from '../stories/list-stories.ts'
import { renameStory } from '../stories/rename-story.ts'
import { startStory } from '../stories/start-story.ts'
import { type FileGiven, takeIn } from '../stories/take-in.ts'
import { BASES } from '../stories/version-in.ts'
import { noteVisit } from '../stories/visit-story.ts'
import { asks, jsonOf, parsed, says, takes } from './describe.ts'
import { WorkWord } from './export-query.ts'
import { signedIn } from './guard.ts'
import type { LongWork, WorkWatch } from './long-work.ts'
import { filesOf, hasFiles } from './multipart.ts'
import type { Parts, Web, WebApp, WebContext } from './web.ts'

/** What the version is compared by: the file as it was taken in, or the story as it stands. */
const BringInQuery = z.object({
  base: z.enum(BASES).default('source'),
  /** Annotations also if they seem to be about another text. */
  anyway: z.enum(['true', 'false']).default('false'),
  work: WorkWord,
})

const FilesQuery = z.object({ work: WorkWord })

/** `works`: where whoever sent a file asks how far it is. */
export function storyRoutes(parts: Parts, works: LongWork): WebApp {
  const { desk, cards } = parts
  const app = new Hono<Web>()
  const cardFor = async (actor: Actor, id: string) => {
    const { story, role } = await authorise(desk, actor, 'read', { story: id })
    return cards.card({ story, role }, actor.user?.id ?? '')
  }

  app.get(
    '/api/stories',
    says({ summary: 'The stories I may see', tag: 'stories', answer: StoriesAnswer }),
    async (c) => {
      const actor = signedIn(c)
      return c.json({ stories: await cards.cards(await listStories(desk, actor), actor.user?.id ?? '') })
    },
  )

  app.post(
    '/api/stories',
    says({
      summary: 'Takes files in, or starts a story from text',
      tag: 'stories',
      status: 201,
      answer: TakenIn,
      files: { several: true, json: NewStoryRequest },
    }),
    asks(FilesQuery),
    async (c) => {
      const actor = signedIn(c)
      await authorise(desk, actor, 'takeIn', 'library')
      const asked = { word: c.req.valid('query').work, signal: c.req.raw.signal }
      const takenIn = async () => {
        const given = await filesOf(c)
        return works.watched(actor, asked, (watch) => takeInAll(parts, actor, given, watch))
      }
      const files = hasFiles(c) ? await takenIn() : [await startOne(parts, actor, c)]
      const first = files.find(({ id }) => id !== null)
      if (!first?.id) throw new Error('stories: nothing was taken in and nothing refused')
      return c.json({ ...(await cardFor(actor, first.id)), files }, 201)
    },
  )

  app.post(
    '/api/intake',
    says({
      summary: 'What a file would be read as; keeps nothing',
      tag: 'stories',
      answer: IntakeAnswer,
      files: { several: false },
    }),
    asks(FilesQuery),
    async (c) => {
      const actor = signedIn(c)
      await authorise(desk, actor, 'takeIn', 'library')
      const [file] = await filesOf(c)
      if (!file) throw new Error('intake: no file and no refusal')
      const asked = { word: c.req.valid('query').work, signal: c.req.raw.signal }
      return c.json(await works.watched(actor, asked, (watch) => intake(desk, actor, file, watch)))
    },
  )

  app.post(
    '/api/stories/:id/bring-in',
    says({
      summary: 'Suggests what another version says otherwise, and brings its comments and tracked changes in',
      tag: 'stories',
      answer: BroughtInAnswer,
      files: { several: false },
    }),
    asks(BringInQuery),
    async (c) => {
      const actor = signedIn(c)
      const [file] = await filesOf(c)
      if (!file) throw new Error('bring-in: no file and no refusal')
      const { base, anyway, work } = c.req.valid('query')
      const given = { ...file, base, anyway: anyway === 'true' }
      return c.json(
        await works.watched(actor, { word: work, signal: c.req.raw.signal }, (watch) =>
          bringIn(desk, actor, c.req.param('id'), given, watch),
        ),
      )
    },
  )

  app.get('/api/stories/:id', says({ summary: 'One story', tag: 'stories', answer: Story }), async (c) => {
    const actor = signedIn(c)
    const { story, role } = await authorise(desk, actor, 'read', { story: c.req.param('id') })
    await noteVisit(desk, actor.user, story)
    return c.json(await cards.card({ story, role }, actor.user?.id ?? ''))
  })

  app.patch(
    '/api/stories/:id',
    says({ summary: 'Gives it a title', tag: 'stories', answer: Story }),
    takes(RenameRequest),
    async (c) => {
      const actor = signedIn(c)
      await renameStory(desk, actor, c.req.param('id'), c.req.valid('json').title)
      return c.json(await cardFor(actor, c.req.param('id')))
    },
  )

  app.delete('/api/stories/:id', says({ summary: 'Deletes it', tag: 'stories', status: 204 }), async (c) => {
    await deleteStory(desk, signedIn(c), c.req.param('id'))
    return c.body(null, 204)
  })

  app.post(
    '/api/stories/:id/restore',
    says({ summary: 'Brings a deleted story back', tag: 'stories', answer: Story }),
    async (c) => {
      const actor = signedIn(c)
      await restoreStory(desk, actor, c.req.param('id'))
      return c.json(await cardFor(actor, c.req.param('id')))
    },
  )

  return app
}

type Row = TakenIn['files'][number]

/** One after the other; a file that is refused does not stop the others. Throws the first refusal when all were. */
async function takeInAll({ desk }: Parts, actor: Actor, files: FileGiven[], watch: WorkWatch): Promise<Row[]> {
  const rows: Row[] = []
  let refusal: Refusal | null = null
  for (const file of files) {
    const name = safeName(file.name)
    try {
      const { id } = await takeIn(desk, actor, file, watch)
      rows.push({ name, id, error: null })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refusal ??= error
      rows.push({ name, id: null, error: error.message })
    }
  }
  if (refusal && rows.every(({ id }) => id === null)) throw refusal
  return rows
}

async function startOne({ desk }: Parts, actor: Actor, c: WebContext): Promise<Row> {
  const given = parsed(NewStoryRequest, await jsonOf(c))
  const { id, name } = await startStory(desk, actor, given)
  return { name, id, error: null }
}
