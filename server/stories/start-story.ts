/** Starts a story here, from words given as text or from nothing; it has no file that it came from. */
import { NEW_FORM } from '../../shared/story/file-form.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import type { StoredStory } from '../storage/storage.ts'
import type { Desk } from './desk.ts'
import { nameForNew } from './file-names.ts'
import { checkSize, keepStory } from './take-in.ts'

/** `name` without ".txt" gets it. The text is read as a UTF-8 file would be; an empty one is a story of one empty line. */
export async function startStory(
  desk: Desk,
  actor: Actor,
  given: { name: string; text: string },
): Promise<StoredStory> {
  await authorise(desk, actor, 'takeIn', 'library')
  const name = nameForNew(given.name)
  const bytes = new TextEncoder().encode(given.text)
  checkSize({ name, bytes })
  const form = given.text === '' ? { form: NEW_FORM } : {}
  return keepStory(desk, actor, { name, bytes, encoding: 'utf-8', source: null, ...form })
}
