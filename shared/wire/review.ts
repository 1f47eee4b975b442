/**
 * The review over the wire: answers of `/api/stories/:id/review`, and what the frames MESSAGE.review and
 * MESSAGE.reviewAfter carry. Commands are in shared/review/commands, events in shared/review/events.
 */
import { z } from 'zod'
import type { Base } from '../review/change.ts'
import type { ReviewEvent } from '../review/events.ts'
import { Person } from './people.ts'

/** GET /api/stories/:id/review?after=SEQ: events behind `after` that the asker may see, oldest first, at most 1000. */
export const ReviewQuery = z.object({ after: z.coerce.number().int().min(0).default(0) })

const Event = z.custom<ReviewEvent>().meta({
  type: 'object',
  description: 'A command that was done, with seq, at (ISO 8601) and by (account)',
})

export const ReviewAnswer = z.object({
  events: z.array(Event),
  /** Sequence number of the story's last event, shown or not. Equal to the last one looked at when there is no more. */
  head: z.number().int(),
  more: z.boolean(),
})

/** GET /api/stories/:id/participants: all who may come in, and all who ever said something in the review. */
export const ParticipantsAnswer = z.object({ people: z.array(Person) })

/** A suggestion whose words are not what it was made for any more. `now` null: they are gone. */
export const Stale = z.object({
  suggestion: z.string(),
  now: z.custom<Base | null>().meta({ description: 'The words at its place now, as a delta; null = gone' }),
})

/**
 * POST /api/stories/:id/review. Results in the order of the commands; a command that was refused does not stop those after
 * it. `seq` is the event's number, also for a command that had been done before; null when it was refused. Of a decision on
 * several, those that are stale are left out and named; when all are, it is refused with `conflict`.
 */
export const CommandsAnswer = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      seq: z.number().int().nullable(),
      error: z.object({ code: z.string(), message: z.string() }).nullable(),
      stale: z.array(Stale),
    }),
  ),
})

/**
 * PUT /api/stories/:id/sheet, with a style sheet as text, Markdown or JSON (shared/proof/sheet-file). `decided`: what is new or other
 * now, each as its line in a sheet; `same`: how many were decided so before; `left`: lines that were not taken, and why.
 */
export const SheetTakenAnswer = z.object({
  decided: z.array(z.string()),
  same: z.number().int(),
  left: z.array(z.object({ line: z.string(), why: z.string() })),
})

export type SheetTakenAnswer = z.infer<typeof SheetTakenAnswer>
export type ParticipantsAnswer = z.infer<typeof ParticipantsAnswer>
export type ReviewAnswer = z.infer<typeof ReviewAnswer>
export type Stale = z.infer<typeof Stale>
export type CommandsAnswer = z.infer<typeof CommandsAnswer>
export type CommandResult = CommandsAnswer['results'][number]
