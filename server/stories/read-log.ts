/** A story as it was last committed, as the bytes of its log: the same for a running server and a command beside it. */
import { Refusal } from '../../shared/refusals.ts'
import type { StoredStory } from '../storage/storage.ts'
import type { Desk } from './desk.ts'
import { textName } from './file-names.ts'
import type { KeptText } from './kept-text.ts'

/** What work on its text needs to know of a story. */
export async function keptText(desk: Pick<Desk, 'storage'>, story: StoredStory): Promise<KeptText> {
  const { id, form } = story
  const [room, source] = await Promise.all([desk.storage.rooms.load(id), desk.storage.stories.source(id)])
  if (!room) throw new Refusal('not-found', 'There is no such story.')
  return { updates: [room.snapshot, ...room.tail.map(({ update }) => update)], form, name: textName(story), source }
}
