/**
 * Words of notes and replies that were begun and not sent, as they lie in this browser's localStorage: one place for each
 * account, story and field. What stands in a draft is note-drafts'; here is what becomes of it when the person leaves.
 */

const PREFIX = 'galley/draft'
/** Place of the new note, whose draft is more than its words. */
export const NEW_NOTE = 'new'

/** `place`: NEW_NOTE, or the id of the thread that is answered. */
export function draftKey(user: string, story: string, place: string): string {
  return `${PREFIX}/${user}/${story}/${place}`
}

/** The words of the story's drafts, parted by empty lines; "" when there are none. */
export function draftWords(user: string, story: string): string {
  return draftsOf(user)
    .filter((draft) => draft.story === story && draft.words !== '')
    .map(({ words }) => words)
    .join('\n\n')
}

/** Those of one story, with their words. */
export function forgetDrafts(user: string, story: string): void {
  for (const draft of draftsOf(user)) if (draft.story === story) forget(draft.key)
}

/** Forgets the account's drafts without words; answers the ids of the stories that have some with words. */
export function settleDrafts(user: string): Set<string> {
  const drafts = draftsOf(user)
  for (const { key, words } of drafts) if (words === '') forget(key)
  return new Set(drafts.flatMap(({ story, words }) => (words === '' ? [] : [story])))
}

interface Draft {
  key: string
  story: string
  /** Trimmed. */
  words: string
}

function draftsOf(user: string): Draft[] {
  const start = `${PREFIX}/${user}/`
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '')
    return keys.filter((key) => key.startsWith(start)).map((key) => draftAt(key, key.slice(start.length)))
  } catch (error) {
    // A forbidden store: no draft was ever put there.
    console.warn(error)
    return []
  }
}

function draftAt(key: string, where: string): Draft {
  const [story = '', place = ''] = where.split('/')
  const kept = localStorage.getItem(key) ?? ''
  return { key, story, words: (place === NEW_NOTE ? bodyOf(kept) : kept).trim() }
}

/** "" when it was written by another version, or cut off: there are no words in it to show. */
function bodyOf(kept: string): string {
  const [, body = '""'] = /"body":("(?:[^"\\]|\\.)*")/.exec(kept) ?? []
  return String(JSON.parse(body))
}

function forget(key: string): void {
  localStorage.removeItem(key)
}
