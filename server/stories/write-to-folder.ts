/** Writes a story's file into a folder of the machine: the export folder, or one that the terminal named. */
import type { Cleaned, ExportOptions } from '../../shared/codecs/export-options.ts'
import type { FormatName } from '../../shared/codecs/formats.ts'
import type { Loss } from '../../shared/codecs/loss.ts'
import { record } from '../auth/activity.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import type { Desk } from './desk.ts'
import { exportName, readAsFile } from './export-story.ts'
import { folderNames } from './file-names.ts'
import type { JobWatch } from './text-queue.ts'
import { writeFileIn } from './write-file.ts'

export interface Outcome {
  /** Name inside the folder; differs from the story's where an older story has the same. */
  file: string
  /** Absolute. */
  path: string
  bytes: number
  unchanged: boolean
  losses: Loss[]
  cleaned: Cleaned[]
}

type FolderAsk = ExportOptions & {
  format?: FormatName
  /** The export folder if not given. */
  folder?: string
  watch?: JobWatch
}

/** Whole or not at all; an existing file is replaced. Throws what `readAsFile` throws. */
export async function writeToFolder(
  desk: Desk,
  actor: Actor,
  id: string,
  { format = 'txt', folder = desk.exports, watch, ...options }: FolderAsk = {},
): Promise<Outcome> {
  await authorise(desk, actor, 'writeBack', { story: id })
  const [{ bytes, losses, cleaned }, stories] = await Promise.all([
    readAsFile(desk, actor, id, format, options, watch),
    desk.storage.stories.list(),
  ])
  const file = folderNames(stories, (story) => exportName(story, format)).get(id)
  if (file === undefined) throw new Error(`writeToFolder: story ${id} vanished between two reads`)
  const { path, unchanged } = await writeFileIn(folder, file, bytes)
  await record(desk, actor, { act: 'written', story: id, detail: { file } })
  return { file, path, bytes: bytes.byteLength, unchanged, losses, cleaned }
}
