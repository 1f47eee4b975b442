/** What signing out does to what is kept in this browser: gone, except words that are not saved or sent yet. */

import { unsentRemarks } from './kept-aside.ts'
import { forgetKept, openKeptDatabase } from './kept-database.ts'
import { settleDrafts } from './kept-drafts.ts'

/**
 * Forgets every kept story of this account that the server has whole, those set aside too. Answers of how many
 * stories words stay that nobody else has: they are sent when the person signs in here again, and drafts are there again.
 */
export async function forgetSettled(user: string): Promise<number> {
  const prefix = `galley/${user}/`
  const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []))
  const stay = settleDrafts(user)
  for (const name of names) {
    const story = name.slice(prefix.length)
    if (await holdsUnsaved(user, story)) stay.add(story)
    else await forgetKept(user, story)
  }
  return stay.size
}

/** True when this browser holds words of the story, or about it, that the server has not acknowledged. */
export async function holdsUnsaved(user: string, story: string): Promise<boolean> {
  const store = openKeptDatabase(user, story)
  try {
    if ((await store.rows(0)).some((row) => row.unacknowledged)) return true
    return (await unsentRemarks(user, story)) !== ''
  } finally {
    store.close()
  }
}
