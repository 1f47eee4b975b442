/** A story as a file: one codec, whoever asks. */
import type { WriteOptions, WriteResult } from '../../shared/codecs/codec.ts'
import { FORMATS, type FormatName } from '../../shared/codecs/formats.ts'
import { type Actor, reach } from '../auth/actor.ts'
import type { StoredStory } from '../storage/storage.ts'
import type { Desk } from './desk.ts'
import { splitName } from './file-names.ts'

/** All formats there are. */
export const FORMAT_NAMES = Object.keys(FORMATS) as [FormatName, ...FormatName[]]

/** Throws `cannot-encode` when the words do not fit the encoding, `unsupported` when the format cannot hold it. */
export async function exportStory(
  desk: Desk,
  actor: Actor,
  id: string,
  format: FormatName,
  options: WriteOptions = {},
): Promise<WriteResult & { name: string }> {
  const { story } = await reach(desk, actor, id, 'read')
  const [{ draft }, source] = await Promise.all([desk.drafts.draft(id), desk.storage.stories.source(id)])
  const written = FORMATS[format].write({ draft, form: story.form, name: story.name, source }, options)
  return { ...written, name: exportName(story, format) }
}

/** A txt has the name of the file it came from; another format its stem and an extension of its own. */
export function exportName(story: StoredStory, format: FormatName): string {
  return format === 'txt' ? story.name : splitName(story.name)[0] + FORMATS[format].extension
}
