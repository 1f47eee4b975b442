/**
 * Other words in place of those that a note is about, as a suggestion: on the words as they are now, with what the note says
 * as its reason. Loaded when it is asked for.
 */
import type { Place } from '../../../shared/review/anchor.ts'
import { type Base, isEmpty } from '../../../shared/review/change.ts'
import type { Note } from '../../../shared/review/state.ts'
import { type DeltaRun, legalRuns } from '../../../shared/story/delta.ts'
import { anchorAt, standingsOf } from '../../../shared/story/places.ts'
import { standingApart } from '../../panels/find/propose-found.ts'
import { askReview } from '../../panels/margin/ask-review.ts'
import { shortened } from '../../panels/margin/margin-words.ts'
import { plainBody } from '../../panels/margin/note-body.ts'
import { changeBetween, retyped } from '../../panels/suggestions/retype.ts'
import { newId } from '../../sync/new-id.ts'
import { showToast } from '../../ui/toast.ts'
import { type ProposingParts, takenBy } from './propose-all.ts'

/** Longest reason made of a note, UTF-16 code units, about. */
const LONGEST = 200

/** True when it was proposed, or waits for the server; else the person has been told why not. */
export async function proposeInstead(
  { handle, own }: Pick<ProposingParts, 'handle' | 'own'>,
  note: string,
  words: string,
): Promise<boolean> {
  const { review, text } = handle
  // What was typed a moment ago is not in the review yet.
  own?.tell()
  const about = review.state.peek().notes.get(note)
  const place = about?.anchor && standingsOf(text, new Map([['', about.anchor]])).get('')
  if (!about || !place || place.gone || place.from === place.to) return refused('The words of this note are gone.')
  if (standingApart([{ place }], takenBy(handle)).length === 0) {
    return refused('A suggestion of yours touches these words. Change that one, or withdraw it first.')
  }
  const base = wordsAt(text.toDelta() as DeltaRun[], place)
  const change = changeBetween(base, retyped(base, words))
  if (isEmpty(base, change)) return refused('These words stand there already.')
  const proposal = { id: newId(), anchor: anchorAt(text, place), base, change }
  const { id: suggestion, ...proposed } = proposal
  const asked = askReview(review, { type: 'propose', suggestion, ...proposed, ...groundsOf(about, handle) })
  own?.show([proposal])
  const done = await asked
  if (!done) own?.drop(proposal)
  return done
}

/** Nothing of a note that only its author sees. */
function groundsOf(note: Note, { review }: ProposingParts['handle']): { reason: string; label: string | null } {
  if (note.private) return { reason: '', label: null }
  const { labels } = review.state.peek()
  const label = note.label !== null && labels.has(note.label) ? note.label : null
  return { reason: shortened(plainBody(note.body), LONGEST), label }
}

function wordsAt(delta: readonly DeltaRun[], { from, to }: Place): Base {
  const runs: DeltaRun[] = []
  let at = 0
  for (const run of delta) {
    const insert = run.insert.slice(Math.max(0, from - at), Math.max(0, to - at))
    if (insert !== '') runs.push({ ...run, insert })
    at += run.insert.length
  }
  return legalRuns(runs)
}

function refused(why: string): false {
  showToast(why)
  return false
}
