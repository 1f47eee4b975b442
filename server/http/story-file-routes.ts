/** /api/stories/:id/…: the story as files: source, preview of the changes, writing into the export folder. */
import { Hono } from 'hono'
import { Refusal } from '../../shared/refusals.ts'
import { ChangesAnswer, WrittenAnswer } from '../../shared/wire/api.ts'
import { record } from '../auth/activity.ts'
import { ownsHouse } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import { textName } from '../stories/file-names.ts'
import { previewChanges } from '../stories/preview-changes.ts'
import { writeToFolder } from '../stories/write-to-folder.ts'
import { asks, says } from './describe.ts'
import { download } from './download.ts'
import { ExportQuery, optionsOf } from './export-query.ts'
import { signedIn } from './guard.ts'
import type { Parts, Web, WebApp } from './web.ts'

const WriteQuery = ExportQuery.omit({ format: true })

export function storyFileRoutes({ desk }: Parts): WebApp {
  const app = new Hono<Web>()

  app.get(
    '/api/stories/:id/source',
    says({ summary: 'The file as it was taken in', tag: 'stories', media: ['text/plain'] }),
    async (c) => {
      const actor = signedIn(c)
      const { story } = await authorise(desk, actor, 'read', { story: c.req.param('id') })
      const source = await desk.storage.stories.source(story.id)
      if (!source) throw new Refusal('not-found', 'This story was started here; it came from no file.')
      const name = textName(story)
      await record(desk, actor, { act: 'exported', story: story.id, detail: { format: 'source', file: name } })
      return download(c, {
        name,
        mediaType: `text/plain; charset=${story.form.encoding}`,
        bytes: source,
      })
    },
  )

  app.get(
    '/api/stories/:id/changes',
    says({ summary: 'The text now against the file as taken in', tag: 'stories', answer: ChangesAnswer }),
    async (c) => c.json(await previewChanges(desk, signedIn(c), c.req.param('id'))),
  )

  app.post(
    '/api/stories/:id/write',
    says({ summary: 'Writes the file into the export folder', tag: 'stories', answer: WrittenAnswer }),
    asks(WriteQuery),
    async (c) => {
      const actor = signedIn(c)
      const { file, bytes, unchanged } = await writeToFolder(
        desk,
        actor,
        c.req.param('id'),
        optionsOf(c.req.valid('query')),
      )
      return c.json({ file, folder: ownsHouse(actor) ? desk.exports : '', bytes, unchanged })
    },
  )

  return app
}
