/** The first events of a story's review: what came with its file, under the names that the file gives. */

import type { ReadWords } from '../../shared/codecs/codec.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { EventBody, Origin, ReviewEvent } from '../../shared/review/events.ts'
import { type EventFigures, figuresOf } from '../../shared/review/figures.ts'
import { Fold } from '../../shared/review/reduce.ts'
import { EMPTY_REVIEW } from '../../shared/review/state.ts'
import { MOST_BODY, MOST_REASON } from '../../shared/review/vocabulary.ts'
import type { PlacedNote, PlacedReview, PlacedSuggestion } from '../../shared/story/place-review.ts'
import type { StoredEvent } from '../storage/storage.ts'

export interface BroughtEvents {
  events: StoredEvent[]
  figures: EventFigures[]
}

export interface Bringing {
  /** Account of whoever brings the file. */
  by: string
  /** Milliseconds since 1970. */
  at: number
  newId: () => string
}

/** Notes, suggestions and replies that one file may bring. */
const MOST_BROUGHT = 20_000

/** Throws as `broughtBodies`. */
export function broughtEvents(review: PlacedReview, { by, at, newId }: Bringing): BroughtEvents {
  const bodies = broughtBodies(review, newId)
  const fold = new Fold(EMPTY_REVIEW)
  const made: BroughtEvents = { events: [], figures: [] }
  const time = new Date(at).toISOString()
  for (const [nth, body] of bodies.entries()) {
    const event: ReviewEvent = { ...body, seq: nth + 1, at: time, by }
    const before = fold.now
    fold.take(event)
    const figures = figuresOf(before, event, fold.now, false)
    // What is open is counted once, behind the last.
    made.figures.push(nth < bodies.length - 1 ? { ...figures, open: null } : figures)
    made.events.push({ seq: nth + 1, id: body.id, at, user: by, alone: false, body: JSON.stringify(body) })
  }
  return made
}

export type BroughtBody = EventBody & { type: 'open-note' | 'reply' | 'resolve' | 'propose' }

/** Each note and suggestion with what was said about it. Throws Refusal `too-large` for more than MOST_BROUGHT. */
export function broughtBodies({ notes, suggestions }: PlacedReview, newId: () => string): BroughtBody[] {
  const bodies = [
    ...notes.flatMap((note) => noteBodies(note, newId)),
    ...suggestions.flatMap((suggestion) => suggestionBodies(suggestion, newId)),
  ]
  if (bodies.length <= MOST_BROUGHT) return bodies
  const most = MOST_BROUGHT.toLocaleString('en')
  throw new Refusal(
    'too-large',
    `This file has more than ${most} comments and changes; accept or remove some of them first.`,
  )
}

function noteBodies({ anchor, quote, resolved, replies, ...said }: PlacedNote, newId: () => string): BroughtBody[] {
  const note = newId()
  const { kind = 'comment', mustFix = false } = said
  const opened: BroughtBody = {
    id: newId(),
    type: 'open-note',
    note,
    kind,
    label: null,
    anchor,
    quote,
    body: kind === 'praise' ? shortened(said.body, MOST_BODY) : bodyOf(said.body),
    assigned: null,
    mustFix,
    private: false,
    origin: { ...originOf(said), ...(said.to ? { to: said.to } : {}) },
  }
  const last = replies.at(-1) ?? said
  const ended: BroughtBody[] = resolved ? [{ id: newId(), type: 'resolve', note, origin: originOf(last) }] : []
  return [opened, ...replyBodies(note, replies, newId), ...ended]
}

function suggestionBodies(
  { anchor, base, change, reason, replies, ...said }: PlacedSuggestion,
  newId: () => string,
): BroughtBody[] {
  const suggestion = newId()
  return [
    {
      id: newId(),
      type: 'propose',
      suggestion,
      anchor,
      base,
      change,
      reason: shortened(reason, MOST_REASON),
      label: null,
      origin: originOf(said),
    },
    ...replyBodies(suggestion, replies, newId),
  ]
}

function replyBodies(thread: string, replies: readonly ReadWords[], newId: () => string): BroughtBody[] {
  return replies.map((said) => replyBody(thread, said, newId))
}

/** One answer in a thread. */
export function replyBody(thread: string, said: ReadWords, newId: () => string): BroughtBody {
  return { id: newId(), type: 'reply', thread, reply: newId(), body: bodyOf(said.body), origin: originOf(said) }
}

function originOf({ by, at }: Omit<ReadWords, 'body'>): Origin {
  return { name: by, at }
}

/** A comment without words says so: every note has some. */
function bodyOf(words: string): string {
  return shortened(words, MOST_BODY) || '(empty)'
}

function shortened(given: string, most: number): string {
  const words = given.replace(/[\p{Cs}\0]/gu, '\ufffd').trim()
  return words.length > most ? `${words.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…` : words
}
