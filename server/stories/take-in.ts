/**
 * Takes a file in: bytes and a name become a story whose untouched export is those bytes. The same name twice makes two
 * stories. Nothing of the bytes is changed, so Unicode is not normalised either.
 */
import { setImmediate } from 'node:timers/promises'
import { readTxt } from '../../shared/codecs/txt.ts'
import { Refusal } from '../../shared/refusals.ts'
import { countsOf, titleOf } from '../../shared/story/counts.ts'
import type { Draft } from '../../shared/story/draft.ts'
import type { Encoding, FileForm } from '../../shared/story/file-form.ts'
import { encodeStory } from '../../shared/story/story-doc.ts'
import { type Actor, checkMayTakeIn } from '../auth/actor.ts'
import { newId } from '../auth/secrets.ts'
import type { StoredStory } from '../storage/storage.ts'
import type { Desk } from './desk.ts'
import { safeName } from './file-names.ts'

/** The biggest file that is taken in, bytes. */
export const MOST_FILE = 10 * 1024 * 1024

export interface FileGiven {
  /** As the sender calls it; may hold a path, of which the last part is kept. */
  name: string
  bytes: Uint8Array
  /** Overrides what the bytes look like. */
  encoding?: Encoding | undefined
}

/** Throws `too-large`, `unsupported` or `not-lossless`; then nothing was kept. */
export async function takeIn(desk: Desk, actor: Actor, file: FileGiven): Promise<StoredStory> {
  await checkMayTakeIn(desk, actor)
  checkSize(file)
  const { draft, form, guessed } = readTxt(file.bytes, file.encoding ? { encoding: file.encoding } : {})
  return keepStory(desk, actor, { name: safeName(file.name), draft, form, guessed, source: file.bytes })
}

/** Throws `too-large` for a file over MOST_FILE. */
export function checkSize(file: FileGiven): void {
  if (file.bytes.byteLength <= MOST_FILE) return
  throw new Refusal('too-large', `"${safeName(file.name)}" is larger than 10 MiB; split it into parts first.`)
}

/** Stores a story read from a file or started here. Whoever brings it maintains it. */
export async function keepStory(
  desk: Desk,
  actor: Actor,
  given: { name: string; draft: Draft; form: FileForm; guessed: boolean; source: Uint8Array | null },
): Promise<StoredStory> {
  const client = serverClient(desk)
  const { title, opening } = titleOf(given.draft)
  // Each step of a long text takes a while; between them other people's typing goes through.
  await setImmediate()
  const counts = countsOf(given.draft, given.form)
  await setImmediate()
  const story: StoredStory = {
    id: newId(desk.random),
    name: given.name,
    title: null,
    derivedTitle: title,
    opening,
    words: counts.words,
    lines: counts.lines,
    form: given.form,
    encodingGuessed: given.guessed,
    createdAt: desk.now(),
    changedAt: desk.now(),
    changedBy: actor.user?.id ?? null,
    deletedAt: null,
  }
  const { snapshot, stateVector } = await desk.digester.digest(encodeStory(given.draft, client), [])
  await desk.storage.stories.create({ story, source: given.source, snapshot, stateVector, client })
  if (actor.user && !actor.user.owner) await desk.storage.people.setRole(story.id, actor.user.id, 'maintainer')
  desk.told(story.id)
  return story
}

/** A Yjs client id for the server's one transaction: 31 random bits, never 0. */
function serverClient(desk: Desk): number {
  const [a = 0, b = 0, c = 0, d = 0] = desk.random(4)
  return ((a & 0x7f) * 0x1000000 + b * 0x10000 + c * 0x100 + d) | 1
}
