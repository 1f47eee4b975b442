/** A story as a file: one codec, whoever asks. */
import type { ExportOptions } from '../../shared/codecs/export-options.ts'
import { FORMATS, type FormatName } from '../../shared/codecs/formats.ts'
import { record } from '../auth/activity.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import type { StoredStory } from '../storage/storage.ts'
import type { Desk } from './desk.ts'
import { accountNames, everybodysReview } from './everybodys-review.ts'
import { splitName, textName } from './file-names.ts'
import { keptText } from './read-log.ts'
import type { JobWatch } from './text-queue.ts'
import type { Telling, WrittenStory } from './write-story.ts'

/** All formats there are. */
export const FORMAT_NAMES = Object.keys(FORMATS) as [FormatName, ...FormatName[]]

/** A copy for whoever may read. Throws what `readAsFile` throws. */
export async function exportStory(
  desk: Desk,
  actor: Actor,
  id: string,
  format: FormatName,
  options: ExportOptions = {},
  watch: JobWatch = {},
): Promise<FileOfStory> {
  const file = await readAsFile(desk, actor, id, format, options, watch)
  await record(desk, actor, { act: 'exported', story: id, detail: { format, file: file.name } })
  return file
}

export type FileOfStory = WrittenStory & { name: string }

/**
 * Nothing is told to the activity log. Throws `cannot-encode` when the words do not fit the encoding, `unsupported` when the
 * format cannot hold it, `bad-request` for what the format does not offer, and what the limits of TextWork throw,
 * `unavailable` when it is given up.
 */
export async function readAsFile(
  desk: Desk,
  actor: Actor,
  id: string,
  format: FormatName,
  options: ExportOptions = {},
  watch: JobWatch = {},
): Promise<FileOfStory> {
  const { story } = await authorise(desk, actor, 'read', { story: id })
  const [kept, telling] = await Promise.all([keptText(desk, story), tellingOf(desk, story)])
  const written = await desk.texts.run('write', { ...kept, telling, format, options }, watch)
  return { ...written, name: exportName(story, format) }
}

/** A txt has the name of the file it came from; another format its stem and an extension of its own. */
export function exportName(story: StoredStory, format: FormatName): string {
  return format === 'txt' ? textName(story) : splitName(story.name)[0] + FORMATS[format].extension
}

/** Dated by the last change of text or review, so that the same story is the same bytes whenever it is written. */
async function tellingOf(desk: Desk, { id, title, derivedTitle, changedAt }: StoredStory): Promise<Telling> {
  const [{ review, changedAt: reviewedAt }, names] = await Promise.all([everybodysReview(desk, id), accountNames(desk)])
  const dialect = review.style.get('dialect')?.decision
  return {
    title: title ?? derivedTitle,
    language: dialect?.part === 'dialect' ? dialect.value : 'en',
    date: new Date(Math.max(changedAt, reviewedAt)).toISOString(),
    names,
    review,
  }
}
