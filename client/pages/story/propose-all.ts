/**
 * What was found becomes suggestions: the editor says which words they are, the review is asked, and while the person
 * suggests they stand in the text as their own. Loaded when it is asked for.
 */
import type { Place } from '../../../shared/review/anchor.ts'
import { standingsOf } from '../../../shared/story/places.ts'
import { type Found, wordsFound } from '../../editor/found-words.ts'
import type { StoryEditor } from '../../editor/story-editor.ts'
import type { Grounds } from '../../panels/find/find-target.ts'
import { type Proposed, proposeFound, standingApart } from '../../panels/find/propose-found.ts'
import type { StoryHandle } from '../../sync/open-story.ts'
import type { ReviewHandle } from '../../sync/review.ts'
import type { OwnSuggestions } from './own-suggestions.ts'

export interface ProposingParts {
  handle: Pick<StoryHandle, 'me' | 'text'> & { review: ReviewHandle }
  editor: { find: Pick<StoryEditor['find'], 'found'> }
  /** Null unless the person suggests just now. */
  own: Pick<OwnSuggestions, 'tell' | 'show' | 'drop'> | null
}

export interface MatchesProposed {
  proposed: readonly Proposed[]
  /** Left out, because a suggestion of one's own stands at the words already. */
  skipped: number
}

/** As the find panel's Proposer. */
export async function proposeAll(
  { handle, editor, own }: ProposingParts,
  template: string,
  chosen: ReadonlySet<number>,
  grounds: Grounds,
): Promise<MatchesProposed> {
  return proposeMatches({ handle, own }, () => editor.find.found(template, chosen), grounds)
}

/** Proposes what `find` gives once all that was typed is told; nothing where it gives null. Rejects with the first refusal. */
export async function proposeMatches(
  { handle, own }: Omit<ProposingParts, 'editor'>,
  find: () => Found | null | Promise<Found | null>,
  grounds: Grounds,
): Promise<MatchesProposed> {
  const { review, text } = handle
  // What was typed a moment ago is not in the review yet.
  own?.tell()
  const found = await find()
  const words = found && wordsFound(found, text)
  if (!found || !words) return { proposed: [], skipped: 0 }
  const apart = standingApart(words, takenBy(handle))
  const proposed = await proposeFound(review, apart, grounds, {
    asked: (proposals) => own?.show(proposals),
    refused: (proposal) => own?.drop(proposal),
  })
  return { proposed, skipped: found.matches.length - apart.length }
}

/** Where one's own open suggestions stand. */
export function takenBy({ me, review, text }: ProposingParts['handle']): Place[] {
  const own = [...review.state.peek().suggestions.values()].filter(
    ({ by, status }) => by === me.id && status === 'open',
  )
  const standings = standingsOf(text, new Map(own.map(({ id, anchor }) => [id, anchor])))
  return [...standings.values()].filter(({ gone }) => !gone)
}
