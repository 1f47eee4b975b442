/**
 * What is said about a story as comments of a file: its notes, and in a marked file why each change is proposed. Says what
 * each comment reads and in which order they stand; where they stand is for write-body.ts, which tells when each begins.
 */
import type { Edition, EditionNote, EditionReply, EditionSuggestion } from '../../edition.ts'

export interface Said {
  /** Display name. */
  by: string
  /** ISO 8601 in UTC. */
  at: string
  /** Paragraphs parted by "\n". */
  body: string
}

export interface Thread {
  /** What is said first, then the replies. */
  said: readonly [Said, ...Said[]]
  done: boolean
}

/** The threads of an edition, by the id of their note or suggestion. */
export function threadsOf(edition: Edition): Map<string, Thread> {
  const threads = new Map<string, Thread>()
  for (const note of edition.notes) {
    threads.set(note.id, thread(edition, note, noteBody(edition, note), note.resolved !== null))
  }
  for (const suggestion of edition.view === 'marked' ? edition.suggestions : []) {
    if (suggestion.status !== 'open' || (suggestion.reason === '' && suggestion.replies.length === 0)) continue
    threads.set(suggestion.id, thread(edition, suggestion, reasonOf(suggestion), false))
  }
  return threads
}

/** Throws when the edition names somebody whom it does not know. */
export function nameOf(edition: Edition, person: string): string {
  const name = edition.people.get(person)
  if (name === undefined) throw new Error(`nameOf: the edition does not know ${JSON.stringify(person)}`)
  return name
}

function thread(
  edition: Edition,
  { by, at, replies }: EditionNote | EditionSuggestion,
  body: string,
  done: boolean,
): Thread {
  const said = (one: Pick<EditionReply, 'by' | 'at' | 'body'>): Said => ({ ...one, by: nameOf(edition, one.by) })
  return { said: [said({ by, at, body }), ...replies.map(said)], done }
}

const KINDS = new Map([
  ['question', 'Question'],
  ['praise', 'Praise'],
])

/** A comment has no kind, tag, urgency or addressee of its own, so they stand before its words. */
function noteBody(edition: Edition, note: EditionNote): string {
  const signs = [
    KINDS.get(note.kind) ?? [],
    note.label ?? [],
    note.mustFix ? 'must fix' : [],
    note.assigned ? `for ${nameOf(edition, note.assigned)}` : [],
  ].flat()
  const gone = note.place === null && note.quote !== '' ? [`On words that are gone: “${note.quote}”`] : []
  const head = [...(signs.length > 0 ? [`[${signs.join(', ')}]`] : []), ...gone]
  return [...head, ...(note.body === '' ? [] : [note.body])].join('\n')
}

/** As people write it themselves, and as a reason is read: a tag, a colon, why. */
function reasonOf({ label, reason }: EditionSuggestion): string {
  if (label === null || reason.toLowerCase().startsWith(`${label.toLowerCase()}:`)) return reason
  return reason === '' ? label : `${label}: ${reason}`
}
