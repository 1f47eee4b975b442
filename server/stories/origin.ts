/**
 * The file on this machine that a story came from: how both stand to each other, writing the story back into it, and bringing
 * in what somebody else has changed in it meanwhile. What nobody here has seen is never written over.
 */
import { readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { Refusal } from '../../shared/refusals.ts'
import { may } from '../../shared/roles.ts'
import type { BroughtInAnswer, OriginAnswer } from '../../shared/wire/api.ts'
import { record } from '../auth/activity.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import type { Origin, StoredStory } from '../storage/storage.ts'
import { bringIn } from './bring-in.ts'
import type { Desk } from './desk.ts'
import { readAsFile } from './export-story.ts'
import { listStories } from './list-stories.ts'
import { MOST_FILE } from './take-in.ts'
import { isSystemError, writeFileIn } from './write-file.ts'

/** From now on the story can be written back to where it was read from. */
export async function keepOrigin(desk: Desk, story: string, path: string, known: Uint8Array): Promise<void> {
  await desk.storage.origins.put(story, { path: await realpath(path), known })
}

/** Throws as `readAsFile`: words that the file's encoding cannot hold differ from any file. */
export async function originOf(desk: Desk, actor: Actor, id: string): Promise<OriginAnswer> {
  const { story } = await authorise(desk, actor, 'writeBack', { story: id })
  const origin = await desk.storage.origins.get(story.id)
  if (!origin) return { name: null, story: 'same', file: 'gone' }
  const [{ bytes }, present] = await Promise.all([readAsFile(desk, actor, id, 'txt'), bytesAt(origin.path)])
  return {
    name: basename(origin.path),
    story: isSame(bytes, origin.known) ? 'same' : 'differs',
    file: present === null ? 'gone' : isSame(present, origin.known) ? 'same' : 'changed',
  }
}

/** Of all stories that the actor may write back. One whose words its file cannot hold differs from it. */
export async function listOrigins(desk: Desk, actor: Actor): Promise<(OriginAnswer & { id: string })[]> {
  const [stories, paths] = await Promise.all([listStories(desk, actor), desk.storage.origins.paths()])
  const found: (OriginAnswer & { id: string })[] = []
  for (const { story, role } of stories) {
    const path = paths.get(story.id)
    if (path === undefined || !may(role, 'writeBack')) continue
    try {
      found.push({ id: story.id, ...(await originOf(desk, actor, story.id)) })
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'cannot-encode') throw error
      found.push({ id: story.id, name: basename(path), story: 'differs', file: 'same' })
    }
  }
  return found
}

export interface WrittenBack {
  name: string
  /** Absolute. */
  path: string
  bytes: number
  /** The file had these bytes already. */
  unchanged: boolean
}

/**
 * Whole or not at all, under the same name and with the same permissions. A file that is gone is made anew. Throws `not-found`
 * for a story that came from no file here, `conflict` when the file was changed since it was last read or written, and what
 * `readAsFile` throws.
 */
export async function writeBack(desk: Desk, actor: Actor, id: string): Promise<WrittenBack> {
  const { story, origin } = await withOrigin(desk, actor, id)
  const { path, known } = origin
  const [{ bytes }, present] = await Promise.all([readAsFile(desk, actor, id, 'txt'), bytesAt(path)])
  const name = basename(path)
  if (present !== null && !isSame(present, known) && !isSame(present, bytes)) {
    throw new Refusal(
      'conflict',
      `${name} was changed by somebody else since it was last read. Bring these changes in first; nothing was written.`,
    )
  }
  const mode = present === null ? undefined : (await stat(path)).mode & 0o7777
  const { unchanged } = await writeFileIn(dirname(path), name, bytes, { mode })
  await desk.storage.origins.put(story.id, { path, known: bytes })
  await record(desk, actor, { act: 'written-back', story: story.id, detail: { file: name } })
  return { name, path, bytes: bytes.byteLength, unchanged }
}

/**
 * What was changed in the file since it was last read or written becomes suggestions; from then on the file counts as seen.
 * Throws as `bringIn`, and `not-found` when the file is gone.
 */
export async function bringFromOrigin(desk: Desk, actor: Actor, id: string): Promise<BroughtInAnswer> {
  const { story, origin } = await withOrigin(desk, actor, id)
  const bytes = await bytesAt(origin.path)
  const name = basename(origin.path)
  if (bytes === null) throw new Refusal('not-found', `${name} is not there any more.`)
  if (bytes.byteLength > MOST_FILE) throw new Refusal('too-large', `${name} is larger than 10 MiB now.`)
  const { encoding } = story.form
  const answer = await bringIn(desk, actor, id, { name, bytes, encoding, base: { known: origin.known } })
  await desk.storage.origins.put(story.id, { path: origin.path, known: bytes })
  return answer
}

async function withOrigin(desk: Desk, actor: Actor, id: string): Promise<{ story: StoredStory; origin: Origin }> {
  const { story } = await authorise(desk, actor, 'writeBack', { story: id })
  const origin = await desk.storage.origins.get(story.id)
  if (origin) return { story, origin }
  throw new Refusal('not-found', 'This story did not come from a file on this machine; export it instead.')
}

/** Null when there is no such file. */
async function bytesAt(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return null
    if (isSystemError(error, 'EACCES', 'EISDIR'))
      throw new Refusal('unavailable', `${basename(path)} cannot be read any more.`)
    throw error
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}
