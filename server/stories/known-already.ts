/**
 * What of a file's notes and suggestions a story has already: a file that was exported from here and comes back brings only
 * what is new in it.
 */
import type { ReadWords } from '../../shared/codecs/codec.ts'
import type { Anchor } from '../../shared/review/anchor.ts'
import { compact } from '../../shared/review/change.ts'
import type { Note, ReviewState, Suggestion } from '../../shared/review/state.ts'
import type { PlacedReview } from '../../shared/story/place-review.ts'

export interface NewOnly {
  review: PlacedReview
  /** To threads that are here. */
  replies: { thread: string; said: ReadWords }[]
  /** Notes and suggestions that are here already. */
  known: number
}

/** The same on the same words: a note that says what one here says, a change that one here proposed, whatever became of it. */
export function newOnly(
  state: Pick<ReviewState, 'notes' | 'suggestions'>,
  { notes, suggestions }: PlacedReview,
): NewOnly {
  const threads = new Map<string, (Note | Suggestion)[]>()
  for (const thread of [...state.notes.values(), ...state.suggestions.values()]) {
    const there = threads.get(keyOf(thread.anchor))
    if (there) there.push(thread)
    else threads.set(keyOf(thread.anchor), [thread])
  }
  const found: NewOnly = { review: { notes: [], suggestions: [] }, replies: [], known: 0 }
  const meet = (known: Note | Suggestion, replies: readonly ReadWords[]): void => {
    found.known += 1
    const said = new Set(known.replies.map(({ body }) => body.trim()))
    for (const reply of replies) if (!said.has(reply.body.trim())) found.replies.push({ thread: known.id, said: reply })
  }
  for (const note of notes) {
    const { lost } = note
    // Of words that are not here only the words tell which note it is.
    const there = lost
      ? [...state.notes.values()].filter(({ quote }) => quote?.words === lost.words)
      : threads.get(keyOf(note.anchor))
    const known = there?.find((thread) => 'body' in thread && saysTheSame(thread.body, note.body))
    if (known) meet(known, note.replies)
    else found.review.notes.push(note)
  }
  for (const suggestion of suggestions) {
    const wanted = JSON.stringify(compact(suggestion.change))
    const known = threads
      .get(keyOf(suggestion.anchor))
      ?.find((thread) => 'change' in thread && JSON.stringify(compact(thread.change)) === wanted)
    if (known) meet(known, suggestion.replies)
    else found.review.suggestions.push(suggestion)
  }
  return found
}

function keyOf(anchor: Anchor | null): string {
  if (!anchor) return ''
  const { first, last } = anchor
  return `${first?.client ?? ''} ${first?.clock ?? ''} ${last.client} ${last.clock}`
}

/** A file may have put the kind or the tag of a note before its words. */
function saysTheSame(here: string, there: string): boolean {
  return here.trim() !== '' && there.trim().endsWith(here.trim())
}
