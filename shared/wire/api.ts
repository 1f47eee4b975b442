/**
 * Requests and answers of `/api` about stories, as zod schemas: the server parses with them and describes itself by
 * them; the client imports their types. Those about people are in people.ts and account.ts. Times are ISO 8601 in UTC. Errors are `{error: {code, message}}`, see shared/refusals.
 */
import { z } from 'zod'
import { VIEWS } from '../codecs/edition.ts'
import { CLEANINGS } from '../codecs/export-options.ts'
import { ROLES } from '../roles.ts'
import { ENCODINGS } from '../story/file-form.ts'
import { Id, Person } from './people.ts'

export const ErrorAnswer = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

export const Form = z.object({
  encoding: z.enum(ENCODINGS),
  guessed: z.boolean(),
  bom: z.boolean(),
  eol: z.enum(['\n', '\r', '\r\n']),
  gap: z.number().int(),
  ending: z.string(),
})

export const Story = z.object({
  id: Id,
  /** Of the file it came from; its ending says what kind of file that was. */
  name: z.string(),
  title: z.string(),
  /** True when a person gave the title. */
  titled: z.boolean(),
  /** The opening words after the title. */
  opening: z.string(),
  words: z.number().int(),
  lines: z.number().int(),
  createdAt: z.string(),
  changedAt: z.string(),
  changedBy: Person.nullable(),
  /** The asker's role. */
  role: z.enum(ROLES),
  /** Who is inside right now, each person once. */
  here: z.array(Person),
  form: Form,
  /** False for a story that was started here. */
  hasSource: z.boolean(),
  /** What waits in its review for the asker. Private notes of others count in no number. */
  review: z.object({
    /** Open ones. */
    notes: z.number().int(),
    suggestions: z.number().int(),
    /** Notes, suggestions and direct edits about which others did something since the asker looked last. */
    fresh: z.number().int(),
    /** When that was; null = never, then nothing counts as fresh. */
    seenAt: z.string().nullable(),
  }),
})

/**
 * GET /api/stories. Routes without a body of their own: DELETE /api/stories/:id (204), POST /api/stories/:id/restore
 * (Story), GET /api/stories/:id/source (the file as taken in), GET /api/stories/:id/export
 * (the file in a format, view and encoding), GET /api/export (all stories so, as a zip with a report.json).
 */
export const StoriesAnswer = z.object({ stories: z.array(Story) })

/** POST /api/stories as JSON: `text` becomes the story, "" an empty one. */
export const NewStoryRequest = z.object({ name: z.string().trim().min(1).max(200), text: z.string().default('') })

/**
 * POST /api/stories → 201. With one file the story itself, `files` has that one row. With several: the first story that
 * was taken in, and a row for each file. When none was taken in the answer is an error.
 */
export const TakenIn = Story.extend({
  files: z.array(z.object({ name: z.string(), id: z.string().nullable(), error: z.string().nullable() })),
})

/** What did not come along, on the way out or in; `kind` is a stable word. */
const Loss = z.object({ kind: z.string(), count: z.number().int(), message: z.string() })

/** POST /api/intake: what a file would be read as; nothing is kept. */
export const IntakeAnswer = z.object({
  name: z.string(),
  bytes: z.number().int(),
  /** Read as it is, byte for byte; false for what another program has packed. */
  plain: z.boolean(),
  form: Form,
  /** "\n", "\r\n", "\r" → how often. */
  eols: z.record(z.string(), z.number().int()),
  title: z.string(),
  paragraphs: z.number().int(),
  sceneGaps: z.number().int(),
  words: z.number().int(),
  /** The first lines, at most 600 characters. */
  preview: z.string(),
  /** Encodings that read this file without loss; the first is the proposal. */
  encodings: z.array(z.enum(ENCODINGS)),
  /** Comments and tracked changes that come with it. */
  notes: z.number().int(),
  suggestions: z.number().int(),
  /** What does not come along. */
  losses: z.array(Loss),
})

/** POST /api/stories/:id/bring-in: another version of the story, from a file. */
export const BroughtInAnswer = z.object({
  name: z.string(),
  /** What it says otherwise. */
  suggestions: z.number().int(),
  /** Of these, on words that were changed here as well. */
  conflicts: z.number().int(),
  /** Comments that it holds, and those whose words are not here: they are on the whole story. */
  notes: z.number().int(),
  unplaced: z.number().int(),
  /** Tracked changes that it holds. */
  tracked: z.number().int(),
  /** Answers in threads that are here. */
  replies: z.number().int(),
  /** Comments and changes that are here already, and did not come a second time. */
  known: z.number().int(),
  losses: z.array(Loss),
})

/** GET /api/stories/:id/origin/file: the file on the server's machine that a story came from. */
export const OriginFileAnswer = z.object({
  /** Null = there is none, and the rest says nothing. */
  name: z.string().nullable(),
  /** Against what it was when it was last read or written here; `changed` = by somebody else. */
  file: z.enum(['same', 'changed', 'gone']),
  /** Open suggestions that were brought in from it: writing back takes what they say out of it. */
  undecided: z.number().int(),
})

/** GET /api/stories/:id/origin: how both stand to each other. */
export const OriginAnswer = OriginFileAnswer.extend({
  /** Against the file as it was last read or written here. */
  story: z.enum(['same', 'differs']),
})

/** GET /api/origins: of all stories that one may write back and that came from a file. */
export const OriginsAnswer = z.object({ origins: z.array(OriginAnswer.omit({ undecided: true }).extend({ id: Id })) })

/** POST /api/stories/:id/origin: written back. */
export const WrittenBackAnswer = z.object({
  name: z.string(),
  bytes: z.number().int(),
  unchanged: z.boolean(),
  /** Name of a file beside it that holds what another program wrote at the same moment; null, hardly ever anything else. */
  beside: z.string().nullable(),
})

/** What a long piece of work is at. */
const WORK_STAGES = [
  // For other work on whole texts.
  'waiting',
  // A file is written (server/stories/write-story); of many stories those are counted.
  'reading',
  'arranging',
  'cleaning',
  'writing',
  'packing',
  // A file is read (server/stories/read-into), and what it brought is kept; lines are counted, then notes and changes.
  'recognising',
  'parsing',
  'comparing',
  'placing',
  'keeping',
] as const

/** GET /api/work/:word: how far an export is that one waits for, or a file on its way in. */
export const WorkAnswer = z.object({
  stage: z.enum(WORK_STAGES),
  /** What the stage counts; 0 of 0 where it counts nothing, `all` 0 where nobody knows how many there are. */
  done: z.number().int(),
  all: z.number().int(),
})

/** PATCH /api/stories/:id; null goes back to the title taken from the text. */
export const RenameRequest = z.object({ title: z.string().trim().min(1).max(200).nullable() })

/** One run of the word difference; equal stretches far from a change are cut to "…" with `skipped` lines. */
export const DiffLine = z.object({
  /** Line number in the file as taken in and in the text now, from 1; null where the line exists on one side only. */
  was: z.number().int().nullable(),
  now: z.number().int().nullable(),
  spans: z.array(z.object({ kind: z.enum(['same', 'gone', 'new']), text: z.string() })),
})

/** GET /api/stories/:id/changes: the text now against the file as taken in, by words; only changed lines and one of context. */
export const ChangesAnswer = z.object({
  /** Lines that differ. */
  differs: z.number().int(),
  /** True when the exported file would be the file as taken in, byte for byte. */
  identical: z.boolean(),
  hunks: z.array(z.object({ lines: z.array(DiffLine) })),
  losses: z.array(Loss),
  /** More changed than was sent: 500 hunks, and about two million characters, at most. */
  truncated: z.boolean(),
})

/** POST /api/stories/:id/write */
export const WrittenAnswer = z.object({
  /** Path inside the export folder. */
  file: z.string(),
  /** The folder as the person who runs the server named it; for owners only, else "". */
  folder: z.string(),
  bytes: z.number().int(),
  /** The file had these bytes already. */
  unchanged: z.boolean(),
})

/** GET /api/stories/:id/export/report, with the same query as the export itself. */
export const ExportReport = z.object({
  /** Of the file. */
  name: z.string(),
  bytes: z.number().int(),
  mediaType: z.string(),
  /** Those that the format can be written in; the first is the usual one. */
  views: z.array(z.enum(VIEWS)).readonly(),
  /** What the file does not hold. */
  losses: z.array(Loss),
  /** One for each choice of cleaning. */
  cleaned: z.array(z.object({ choice: z.enum(CLEANINGS), count: z.number().int(), message: z.string() })),
  /** The first 2,000 characters of the file; "" where it is no text. */
  preview: z.string(),
})

/**
 * GET /api/events (text/event-stream): one `library` event whenever a story the asker may see came, went, was renamed,
 * changed, its review went on, or somebody went in or out. `story` is null when it is no longer theirs to see.
 */
export const LibraryEvent = z.object({ id: Id, story: Story.nullable() })

export type Form = z.infer<typeof Form>
export type Story = z.infer<typeof Story>
export type TakenIn = z.infer<typeof TakenIn>
export type IntakeAnswer = z.infer<typeof IntakeAnswer>
export type BroughtInAnswer = z.infer<typeof BroughtInAnswer>
export type OriginsAnswer = z.infer<typeof OriginsAnswer>
export type OriginFileAnswer = z.infer<typeof OriginFileAnswer>
export type OriginAnswer = z.infer<typeof OriginAnswer>
export type WrittenBackAnswer = z.infer<typeof WrittenBackAnswer>
export type WorkAnswer = z.infer<typeof WorkAnswer>
export type DiffLine = z.infer<typeof DiffLine>
export type ChangesAnswer = z.infer<typeof ChangesAnswer>
export type WrittenAnswer = z.infer<typeof WrittenAnswer>
export type ExportReport = z.infer<typeof ExportReport>
export type LibraryEvent = z.infer<typeof LibraryEvent>
