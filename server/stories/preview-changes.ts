/** The text now against the file as taken in, by words, before it is written anywhere. */
import { FORMATS } from '../../shared/codecs/formats.ts'
import { readTxt } from '../../shared/codecs/txt.ts'
import { Refusal } from '../../shared/refusals.ts'
import { changes } from '../../shared/story/changes.ts'
import type { Draft } from '../../shared/story/draft.ts'
import type { ChangesAnswer } from '../../shared/wire/api.ts'
import { type Actor, reach } from '../auth/actor.ts'
import type { StoredStory } from '../storage/storage.ts'
import type { Desk } from './desk.ts'

const NOTHING: Draft = { lines: [{ spans: [] }] }

/** A story without a file is compared with nothing. Words that the file cannot hold are listed among the losses. */
export async function previewChanges(desk: Desk, actor: Actor, id: string): Promise<ChangesAnswer> {
  const { story } = await reach(desk, actor, id, 'read')
  const [{ draft }, source] = await Promise.all([desk.drafts.draft(id), desk.storage.stories.source(id)])
  const was = source ? readTxt(source, { encoding: story.form.encoding }).draft : NOTHING
  const { bytes, losses } = written(story, draft, source)
  const identical = source !== null && bytes !== null && Buffer.compare(bytes, source) === 0
  return { ...changes(was, story.form, draft), identical, losses }
}

function written(
  story: StoredStory,
  draft: Draft,
  source: Uint8Array | null,
): { bytes: Uint8Array | null; losses: ChangesAnswer['losses'] } {
  try {
    return FORMATS.txt.write({ draft, form: story.form, name: story.name, source })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { bytes: null, losses: [{ kind: error.code, count: 1, message: error.message }] }
  }
}
