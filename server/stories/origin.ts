/**
 * The file on this machine that a story came from: writing the story back into it, and bringing in what somebody else has
 * changed in it meanwhile. What nobody here has seen is never written over. How both stand to each other is told by OriginStates.
 */
import { realpath } from 'node:fs/promises'
import { basename } from 'node:path'
import { Refusal } from '../../shared/refusals.ts'
import type { BroughtInAnswer } from '../../shared/wire/api.ts'
import { record } from '../auth/activity.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import type { Origin, StoredStory } from '../storage/storage.ts'
import { type BringWatch, bringIn, isFromFile } from './bring-in.ts'
import type { Desk } from './desk.ts'
import { everybodysReview } from './everybodys-review.ts'
import { readAsFile } from './export-story.ts'
import { textName } from './file-names.ts'
import { bytesAt, isSame, replaceFile } from './replace-file.ts'
import { keepReplaced } from './replaced-files.ts'
import { MOST_FILE } from './take-in.ts'

/** From now on the story can be written back to where it was read from. */
export async function keepOrigin(desk: Desk, story: string, path: string, known: Uint8Array): Promise<void> {
  await desk.storage.origins.put(story, { path: await realpath(path), known })
}

export interface WrittenBack {
  name: string
  /** Absolute. */
  path: string
  bytes: number
  /** The file had these bytes already. */
  unchanged: boolean
  /** As in replace-file. */
  beside: string | null
}

/** Suggestions that came from the file wait for a decision; it can be written all the same. */
export class UndecidedRefusal extends Refusal {
  constructor(name: string, count: number) {
    const what = count === 1 ? '1 change from it is' : `${count.toLocaleString('en')} changes from it are`
    const them = count === 1 ? 'it' : 'them'
    super(
      'conflict',
      `${name} was not written: ${what} not decided, and writing now takes ${them} out of the file. Accept or reject ${them} first.`,
    )
  }
}

/**
 * Whole or not at all, under the same name and with the same permissions; what the file held is kept in the data folder. A file
 * that is gone is made anew. Throws `not-found` for a story that came from no file here, `unsupported` where that is no
 * plain text, `conflict` when the file was changed since it was last read or written, or, without `force`, when suggestions that
 * were brought in from it wait for a decision; and what `readAsFile` throws.
 */
export async function writeBack(
  desk: Desk,
  actor: Actor,
  id: string,
  { force = false }: { force?: boolean } = {},
): Promise<WrittenBack> {
  const { story, origin } = await withOrigin(desk, actor, id)
  const { path, known } = origin
  const name = basename(path)
  if (textName({ name }) !== name) {
    throw new Refusal(
      'unsupported',
      `${name} is not written over: of such a file only the words would stay. Export the story in that format instead.`,
    )
  }
  const { bytes } = await readAsFile(desk, actor, id, 'txt')
  const present = await bytesAt(path)
  const undecided = force || (present && isSame(present, bytes)) ? 0 : await undecidedFrom(desk, story.id, name)
  const { unchanged, beside } = await replaceFile(path, bytes, {
    mayGo: (found) => isSame(found, known),
    keep: async (found) => {
      // Asked last: that somebody changed the file is the greater trouble.
      if (undecided > 0) throw new UndecidedRefusal(name, undecided)
      await keepReplaced(desk.replaced, { story: story.id, name, bytes: found, at: desk.now() })
    },
  })
  await desk.storage.origins.put(story.id, { path, known: bytes })
  await record(desk, actor, { act: 'written-back', story: story.id, detail: { file: name } })
  return { name, path, bytes: bytes.byteLength, unchanged, beside }
}

/** Open suggestions of a story that say what its file, of this name, says otherwise. */
export async function undecidedFrom(desk: Pick<Desk, 'storage'>, story: string, name: string): Promise<number> {
  const { review } = await everybodysReview(desk, story)
  return [...review.suggestions.values()].filter((one) => one.status === 'open' && isFromFile(one, name)).length
}

/**
 * What was changed in the file since it was last read or written becomes suggestions; from then on the file counts as seen.
 * Throws as `bringIn`, whose `watch` this is, and `not-found` when the file is gone.
 */
export async function bringFromOrigin(
  desk: Desk,
  actor: Actor,
  id: string,
  watch: BringWatch = {},
): Promise<BroughtInAnswer> {
  const { story, origin } = await withOrigin(desk, actor, id)
  const bytes = await bytesAt(origin.path)
  const name = basename(origin.path)
  if (bytes === null) throw new Refusal('not-found', `${name} is not there any more.`)
  if (bytes.byteLength > MOST_FILE)
    throw new Refusal(
      'too-large',
      `${name} is larger than 10 MiB now. Make it shorter, or take its parts in as stories of their own.`,
    )
  const { encoding } = story.form
  const answer = await bringIn(desk, actor, id, { name, bytes, encoding, base: { known: origin.known } }, watch)
  await desk.storage.origins.put(story.id, { path: origin.path, known: bytes })
  return answer
}

async function withOrigin(desk: Desk, actor: Actor, id: string): Promise<{ story: StoredStory; origin: Origin }> {
  const { story } = await authorise(desk, actor, 'writeBack', { story: id })
  const origin = await desk.storage.origins.get(story.id)
  if (origin) return { story, origin }
  throw new Refusal('not-found', 'This story did not come from a file on this machine; export it instead.')
}
