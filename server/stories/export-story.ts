/** A story as a file: one codec, whoever asks. */
import type { WriteOptions, WriteResult } from '../../shared/codecs/codec.ts'
import { FORMATS, type FormatName } from '../../shared/codecs/formats.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import type { StoredStory } from '../storage/storage.ts'
import type { Desk } from './desk.ts'
import { splitName } from './file-names.ts'
import { keptText } from './read-log.ts'

/** All formats there are. */
export const FORMAT_NAMES = Object.keys(FORMATS) as [FormatName, ...FormatName[]]

/**
 * Throws `cannot-encode` when the words do not fit the encoding, `unsupported` when the format cannot hold it, and what
 * the limits of TextWork throw.
 */
export async function exportStory(
  desk: Desk,
  actor: Actor,
  id: string,
  format: FormatName,
  options: WriteOptions = {},
): Promise<WriteResult & { name: string }> {
  const { story } = await authorise(desk, actor, 'read', { story: id })
  const written = await desk.texts.run('write', { ...(await keptText(desk, story)), format, options })
  return { ...written, name: exportName(story, format) }
}

/** A txt has the name of the file it came from; another format its stem and an extension of its own. */
export function exportName(story: StoredStory, format: FormatName): string {
  return format === 'txt' ? story.name : splitName(story.name)[0] + FORMATS[format].extension
}
