/** What STORY means on the command line: an id, a file name, or a file name without its extension; in this order. */
import { Refusal } from '../../shared/refusals.ts'
import type { StoredStory } from '../storage/storage.ts'
import type { Desk } from './desk.ts'
import { splitName, textName } from './file-names.ts'

/** Throws `not-found`, or `conflict` listing the ids where several have that name. */
export async function findStory(desk: Desk, wanted: string): Promise<StoredStory> {
  const stories = await desk.storage.stories.list()
  const byId = stories.find(({ id }) => id === wanted)
  if (byId) return byId
  const ways = [
    ({ name }: StoredStory) => name === wanted,
    (story: StoredStory) => textName(story) === wanted,
    ({ name }: StoredStory) => splitName(name)[0] === wanted,
  ]
  for (const fits of ways) {
    const found = stories.filter(fits)
    const [first] = found
    if (first && found.length === 1) return first
    if (first) {
      const ids = found.map(({ id }) => id).join(', ')
      throw new Refusal('conflict', `${found.length} stories are called "${wanted}"; name one by its id: ${ids}`)
    }
  }
  throw new Refusal('not-found', `There is no story "${wanted}". The command "list" shows them all.`)
}
