/**
 * Takes a file in. Plain text and a name become a story whose untouched export is those bytes; nothing of them is changed, so
 * Unicode is not normalised either. What another program has packed becomes a story of its words, with the comments and
 * tracked changes that it holds as notes and suggestions. The same name twice makes two stories.
 */
import type { Loss } from '../../shared/codecs/loss.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Encoding, FileForm } from '../../shared/story/file-form.ts'
import { record } from '../auth/activity.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import { newId } from '../auth/secrets.ts'
import type { StoredStory } from '../storage/storage.ts'
import { broughtEvents } from './brought-events.ts'
import type { Desk } from './desk.ts'
import { safeName } from './file-names.ts'
import type { JobWatch } from './text-queue.ts'

/** The biggest file that is taken in, bytes. */
export const MOST_FILE = 10 * 1024 * 1024

export interface FileGiven {
  /** As the sender calls it; may hold a path, of which the last part is kept. */
  name: string
  bytes: Uint8Array
  /** Overrides what the bytes look like. */
  encoding?: Encoding | undefined
}

export interface TakenStory extends StoredStory {
  /** How many came with it. */
  notes: number
  suggestions: number
  /** What did not come along. */
  losses: Loss[]
}

/**
 * Throws `too-large` (bytes or lines), `unsupported` or `not-lossless`, and what the limits of TextWork throw; then
 * nothing was kept. So it is when it is given up while the file is read, as `unavailable`.
 */
export async function takeIn(desk: Desk, actor: Actor, file: FileGiven, watch: JobWatch = {}): Promise<TakenStory> {
  await authorise(desk, actor, 'takeIn', 'library')
  checkSize(file)
  return keepStory(desk, actor, { ...file, name: safeName(file.name), source: file.bytes }, watch)
}

/** Throws `too-large` for a file over MOST_FILE. */
export function checkSize(file: FileGiven): void {
  if (file.bytes.byteLength <= MOST_FILE) return
  throw new Refusal('too-large', `"${safeName(file.name)}" is larger than 10 MiB; split it into parts first.`)
}

/** Stores a story read from a file or started here; `form` overrides that of the bytes. Whoever brings it maintains it. */
export async function keepStory(
  desk: Desk,
  actor: Actor,
  given: FileGiven & { source: Uint8Array | null; form?: FileForm },
  watch: JobWatch = {},
): Promise<TakenStory> {
  const client = serverClient(desk)
  const { name, bytes, encoding } = given
  const ask = { name, bytes, encoding, client }
  const { snapshot, stateVector, asText, ...text } = await desk.texts.run('takeIn', ask, watch)
  const { notes, suggestions, losses } = text
  const story: StoredStory = {
    id: newId(desk.random),
    name,
    title: text.givenTitle,
    derivedTitle: text.title,
    opening: text.opening,
    words: text.words,
    lines: text.lines,
    form: given.form ?? text.form,
    encodingGuessed: text.guessed,
    createdAt: desk.now(),
    changedAt: desk.now(),
    changedBy: actor.user?.id ?? null,
    deletedAt: null,
    linkRole: null,
  }
  const brought = broughtEvents(text, {
    by: actor.user?.id ?? NOBODY,
    at: story.createdAt,
    newId: () => newId(desk.random),
  })
  const source = asText ?? given.source
  await desk.storage.stories.create({ story, source, snapshot, stateVector, client, ...brought })
  if (actor.user && !actor.user.owner) await desk.storage.people.setRole(story.id, actor.user.id, 'maintainer')
  desk.told(story.id)
  await record(desk, actor, { act: 'added', story: story.id, detail: { file: name } })
  return { ...story, notes: notes.length, suggestions: suggestions.length, losses }
}

/** The server itself. */
const NOBODY = ''

/** A Yjs client id for the server's one transaction: 31 random bits, never 0. */
function serverClient(desk: Desk): number {
  const [a = 0, b = 0, c = 0, d = 0] = desk.random(4)
  return ((a & 0x7f) * 0x1000000 + b * 0x10000 + c * 0x100 + d) | 1
}
