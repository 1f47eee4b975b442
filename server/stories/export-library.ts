/** Many stories as one zip: those that the asker may read, or some of them, with a report of what each file does not hold. */
import type { Cleaned, ExportOptions } from '../../shared/codecs/export-options.ts'
import type { FormatName } from '../../shared/codecs/formats.ts'
import type { Loss } from '../../shared/codecs/loss.ts'
import type { ZipPart } from '../../shared/codecs/zip/write-zip.ts'
import { Refusal } from '../../shared/refusals.ts'
import { record } from '../auth/activity.ts'
import type { Actor } from '../auth/actor.ts'
import type { StoredStory } from '../storage/storage.ts'
import type { Desk } from './desk.ts'
import { exportName, readAsFile } from './export-story.ts'
import { folderNames, portableName } from './file-names.ts'
import { listStories } from './list-stories.ts'
import { givenUp } from './text-queue.ts'

export interface LibraryAsk {
  format: FormatName
  options: ExportOptions
  /** Ids; all that may be read if not given. */
  only?: readonly string[] | undefined
  /** How many of how many are done; of as many as there are, they are being packed. */
  progress?: (done: number, all: number) => void
  /** Gives the work up. */
  signal?: AbortSignal | undefined
}

/** A row of the report, in the zip as `report.json`: by name of the file, then what could not be written. */
export interface ReportRow {
  id: string
  title: string
  /** Inside the zip; null = it could not be written, and `error` says why. */
  file: string | null
  bytes: number
  losses: Loss[]
  cleaned: Cleaned[]
  error: { code: string; message: string } | null
}

export interface LibraryZip {
  name: string
  mediaType: string
  bytes: Uint8Array
  stories: ReportRow[]
}

/** Bytes of all files before they are packed. */
const MOST_BYTES = 200 * 1024 * 1024

const REPORT = 'report.json'

/**
 * The same stories as they stand are the same bytes. A story that cannot be written is a row of the report. Throws
 * `too-large` for more than a zip should hold, `bad-request` for what the format does not offer, and what packing throws.
 */
export async function exportLibrary(desk: Desk, actor: Actor, ask: LibraryAsk): Promise<LibraryZip> {
  const { format, options, only, progress, signal } = ask
  const readable = (await listStories(desk, actor)).map(({ story }) => story)
  const stories = only ? readable.filter(({ id }) => only.includes(id)) : readable
  const named = (story: StoredStory) => portableName(exportName(story, format))
  const names = folderNames(stories, named, [REPORT])
  const parts: ZipPart[] = []
  const rows: ReportRow[] = []
  let bytes = 0
  progress?.(0, stories.length)
  for (const story of stories) {
    if (signal?.aborted) throw givenUp()
    const written = await writtenRow(desk, actor, story, names.get(story.id) ?? '', ask)
    rows.push(written.row)
    if (written.part) parts.push(written.part)
    bytes += written.row.bytes
    if (bytes > MOST_BYTES) throw new Refusal('too-large', 'These are more than 200 MB of files. Export fewer at once.')
    progress?.(rows.length, stories.length)
  }
  parts.sort((one, other) => compare(one.name, other.name))
  rows.sort(writtenFirst)
  const report = { format, view: options.view ?? null, stories: rows }
  parts.push({ name: REPORT, bytes: new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`) })
  const name = `stories-${format}.zip`
  const packed = await desk.texts.run('pack', { parts }, { signal })
  await record(desk, actor, { act: 'exported', detail: { format, file: name } })
  return { name, mediaType: 'application/zip', bytes: packed.bytes, stories: rows }
}

async function writtenRow(
  desk: Desk,
  actor: Actor,
  { id, title, derivedTitle }: StoredStory,
  name: string,
  { format, options, signal }: LibraryAsk,
): Promise<{ row: ReportRow; part: ZipPart | null }> {
  const about = { id, title: title ?? derivedTitle }
  try {
    const { bytes, losses, cleaned } = await readAsFile(desk, actor, id, format, options, { signal })
    const row = { ...about, file: name, bytes: bytes.byteLength, losses, cleaned, error: null }
    return { row, part: { name, bytes } }
  } catch (error) {
    // What is wrong with the wish itself is wrong with every story, and what nobody waits for is no fault of one.
    if (signal?.aborted || !(error instanceof Refusal) || error.code === 'bad-request') throw error
    const { code, message } = error
    return {
      row: { ...about, file: null, bytes: 0, losses: [], cleaned: [], error: { code, message } },
      part: null,
    }
  }
}

function writtenFirst(one: ReportRow, other: ReportRow): number {
  if ((one.file === null) !== (other.file === null)) return one.file === null ? 1 : -1
  return compare(one.file ?? one.id, other.file ?? other.id)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
