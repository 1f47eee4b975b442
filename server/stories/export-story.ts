/** A story as a file: one codec, whoever asks. */
import type { WriteOptions, WriteResult } from '../../shared/codecs/codec.ts'
import { FORMATS, type FormatName } from '../../shared/codecs/formats.ts'
import { record } from '../auth/activity.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import type { StoredStory } from '../storage/storage.ts'
import type { Desk } from './desk.ts'
import { splitName } from './file-names.ts'
import { keptText } from './read-log.ts'

/** All formats there are. */
export const FORMAT_NAMES = Object.keys(FORMATS) as [FormatName, ...FormatName[]]

/** A copy for whoever may read. Throws what `readAsFile` throws. */
export async function exportStory(
  desk: Desk,
  actor: Actor,
  id: string,
  format: FormatName,
  options: WriteOptions = {},
): Promise<FileOfStory> {
  const file = await readAsFile(desk, actor, id, format, options)
  await record(desk, actor, { act: 'exported', story: id, detail: { format, file: file.name } })
  return file
}

export type FileOfStory = WriteResult & { name: string }

/**
 * Throws `cannot-encode` when the words do not fit the encoding, `unsupported` when the format cannot hold it, and what
 * the limits of TextWork throw.
 */
export async function readAsFile(
  desk: Desk,
  actor: Actor,
  id: string,
  format: FormatName,
  options: WriteOptions = {},
): Promise<FileOfStory> {
  const { story } = await authorise(desk, actor, 'read', { story: id })
  const written = await desk.texts.run('write', { ...(await keptText(desk, story)), format, options })
  return { ...written, name: exportName(story, format) }
}

/** A txt has the name of the file it came from; another format its stem and an extension of its own. */
export function exportName(story: StoredStory, format: FormatName): string {
  return format === 'txt' ? story.name : splitName(story.name)[0] + FORMATS[format].extension
}
