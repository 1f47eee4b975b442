/** Words in this browser that were never saved: listed as long as they are kept, discarded when the person says so. */
import * as Y from 'yjs'
import { TEXT_ROOT } from '../../shared/story/attributes.ts'
import { wordsIn } from './complete-command.ts'
import { ASIDE, discardKept, openKeptDatabase } from './kept-database.ts'
import { openKeptReview } from './kept-review-database.ts'
import type { KeptRow } from './kept-store.ts'
import { type LeftWords, leftWords } from './left-words.ts'

export interface KeptWords extends LeftWords {
  /** Id of the story. */
  story: string
  /** Name of the store, for `discardKept`. */
  kept: string
}

/** What was set aside for this account and holds words, latest first. [] where the browser cannot list its stores. */
export async function listAside(user: string): Promise<KeptWords[]> {
  return (await listed((place) => place.user === user && place.at !== null)).sort(latestFirst)
}

/** All words of one story that are only here, whoever typed them at this browser; for a story that does not open. */
export async function listUnsaved(story: string): Promise<KeptWords[]> {
  return (await listed((place) => place.story === story)).sort(latestFirst)
}

export function discardWords({ kept }: Pick<KeptWords, 'kept'>): Promise<void> {
  return discardKept(kept)
}

interface Place {
  name: string
  user: string
  story: string
  /** Null = where the story itself is kept. */
  at: string | null
}

async function listed(wanted: (place: Place) => boolean): Promise<KeptWords[]> {
  const found: KeptWords[] = []
  for (const place of (await places()).filter(wanted)) {
    const { name, user, story, at } = place
    const store = openKeptDatabase(user, at === null ? story : `${story}${ASIDE}${at}`)
    try {
      const remarks = at === null ? await unsentRemarks(user, story) : ''
      const words = leftIn(await store.rows(0), place, remarks)
      if (words.words !== '') found.push({ ...words, story, kept: name, waiting: at === null })
    } finally {
      store.close()
    }
  }
  return found
}

/** The words of notes and suggestions that were never sent; "" when there are none. */
export async function unsentRemarks(user: string, story: string): Promise<string> {
  const review = openKeptReview(user, story)
  try {
    const words = (await review.outbox()).map(({ command }) => wordsIn(command))
    return words.filter((piece) => piece !== '').join('\n\n')
  } finally {
    review.close()
  }
}

function leftIn(rows: readonly KeptRow[], { name, at }: Place, remarks: string): LeftWords {
  const stated = rows.find((row) => row.note)?.note ?? { title: '', why: '', at: at ?? new Date().toISOString() }
  const note = { ...stated, ...(remarks !== '' && { remarks }) }
  const unsaved = rows.filter(({ unacknowledged }) => unacknowledged).map(({ update }) => update)
  const doc = new Y.Doc()
  try {
    for (const { update } of rows) Y.applyUpdate(doc, update)
    // Typing whose text is not here has no place in it.
    const placed = doc.store.pendingStructs === null ? doc.getText(TEXT_ROOT) : null
    return leftWords(note, placed, unsaved, name)
  } finally {
    doc.destroy()
  }
}

async function places(): Promise<Place[]> {
  if (typeof indexedDB.databases !== 'function') return []
  return (await indexedDB.databases()).flatMap(({ name = '' }): Place[] => {
    const [, user, story, at] = /^galley\/([^/]+)\/([^/]+)(?:\/aside\/(.+))?$/.exec(name) ?? []
    return user && story ? [{ name, user, story, at: at ?? null }] : []
  })
}

function latestFirst(one: KeptWords, other: KeptWords): number {
  return other.at.localeCompare(one.at)
}
