/** What signing out does to the stories kept in this browser: gone, except those with words that are not saved yet. */
import { unsentRemarks } from './kept-aside.ts'
import { forgetKept, openKeptDatabase } from './kept-database.ts'

/**
 * Forgets every kept story of this account that the server has whole, those set aside too. Answers how many stay
 * because they hold words that nobody else has; they are sent when the person signs in here again.
 */
export async function forgetSettled(user: string): Promise<number> {
  const prefix = `galley/${user}/`
  const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []))
  let stay = 0
  for (const name of names) {
    const story = name.slice(prefix.length)
    if (await holdsUnsaved(user, story)) stay += 1
    else await forgetKept(user, story)
  }
  return stay
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
