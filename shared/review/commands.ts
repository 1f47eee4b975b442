/**
 * What people ask of a story's review, as zod schemas: the server parses with them, the client takes their types. Each
 * command carries an id made by its client, so that one that comes twice is done once. Ids of notes, replies and
 * suggestions are made by the client too. Whether it may be done is judge.ts' affair.
 */
import { z } from 'zod'
import { type LineAttributes, MAX_GAP, type MarkName } from '../story/attributes.ts'
import { MOST_CONTEXT, MOST_QUOTE } from './anchor.ts'
import { type Base, type Change, type ChangeAttributes, compact } from './change.ts'
import { StyleDecisionSchema } from './style-schema.ts'
import {
  MOST_BODY,
  MOST_CHANGE,
  MOST_DECISIONS,
  MOST_REASON,
  MOST_WORD,
  MOST_WORDS,
  MOVES,
  NOTE_KINDS,
  REACTIONS,
  VERDICTS,
  WORD_KINDS,
} from './vocabulary.ts'

const Id = z.string().regex(/^[A-Za-z0-9_-]{8,40}$/)
/** Those of the first labels are words. */
const LabelId = z.string().regex(/^[A-Za-z0-9_-]{2,40}$/)
const Account = z.string().regex(/^[A-Za-z0-9_-]{6,64}$/)
/** Half a surrogate pair, or NUL. */
const UNKEEPABLE = /[\p{Cs}\0]/u
const Words = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => !UNKEEPABLE.test(text), 'holds characters that cannot be kept')
const Body = Words(MOST_BODY).refine((text) => text.trim() !== '', 'is empty')
const Reason = Words(MOST_REASON).default('')

export const SpotSchema = z.object({
  client: z.number().int().min(1).max(0xffffffff),
  clock: z.number().int().min(0).max(0x7fffffff),
})
export const AnchorSchema = z.object({ first: SpotSchema.nullable(), last: SpotSchema })
export const QuoteSchema = z.object({
  words: Words(MOST_QUOTE),
  before: Words(MOST_CONTEXT),
  after: Words(MOST_CONTEXT),
})

const mark = z.literal(true).nullable()
const Attributes = z
  .strictObject({
    bold: mark,
    italic: mark,
    strike: mark,
    gap: z.number().int().min(1).max(MAX_GAP).nullable(),
    eol: z.string().max(MAX_GAP).nullable(),
    block: z.number().int().min(1).max(6).nullable(),
  } satisfies Record<MarkName | keyof LineAttributes, z.ZodType>)
  .partial()
  .transform((attributes) => attributes as ChangeAttributes)
const Text = Words(MOST_CHANGE).refine((text) => text !== '' && !text.includes('\r'), 'is no text of a story')
const Run = z.strictObject({ insert: Text, attributes: Attributes.optional() })
const Length = z.number().int().min(1).max(MOST_CHANGE)

export const BaseSchema = z
  .array(Run)
  .max(20_000)
  .transform((runs): Base => runs.map(({ insert, attributes }) => (attributes ? { insert, attributes } : { insert })))
export const ChangeSchema = z
  .array(
    z.union([
      z.strictObject({ retain: Length, attributes: Attributes.optional() }),
      z.strictObject({ delete: Length }),
      Run,
    ]),
  )
  .min(1)
  .max(20_000)
  .transform((ops) => compact(ops as Change))

const command = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ id: Id, type: z.literal(type), ...shape })

/** `thread` is the id of a note or of a suggestion. */
const thread = { thread: Id }
/** Name of a rule of the checker; of one that another proofreader has, that one's name and a slash before it. */
const RuleName = z.string().regex(/^(?:[a-z]{1,12}\/)?[a-z][a-z-]{1,39}$/)
const Word = Words(MOST_WORD).refine((word) => word.trim() === word && word !== '', 'is no word')
const proposal = { suggestion: Id, anchor: AnchorSchema, base: BaseSchema, change: ChangeSchema }

export const CommandSchema = z.discriminatedUnion('type', [
  command('open-note', {
    note: Id,
    kind: z.enum(NOTE_KINDS),
    /** Of kind `tag`: which. */
    label: LabelId.nullable().default(null),
    /** Null = on the whole story. */
    anchor: AnchorSchema.nullable(),
    quote: QuoteSchema.nullable(),
    body: Words(MOST_BODY),
    assigned: Account.nullable().default(null),
    mustFix: z.boolean().default(false),
    /** Seen by its author alone, for ever. */
    private: z.boolean().default(false),
  }),
  command('edit-note', { note: Id, body: Words(MOST_BODY), kind: z.enum(NOTE_KINDS), label: LabelId.nullable() }),
  command('delete-note', { note: Id }),
  command('reply', { ...thread, reply: Id, body: Body }),
  command('edit-reply', { ...thread, reply: Id, body: Body }),
  command('delete-reply', { ...thread, reply: Id }),
  command('resolve', { note: Id }),
  command('reopen', { note: Id }),
  command('assign', { note: Id, to: Account.nullable() }),
  command('mark', { note: Id, mustFix: z.boolean() }),
  command('react', { ...thread, reply: Id.nullable(), reaction: z.enum(REACTIONS), on: z.boolean() }),
  command('move-anchor', { ...thread, anchor: AnchorSchema, quote: QuoteSchema, how: z.enum(MOVES) }),
  command('set-label', {
    label: LabelId,
    name: Words(40).refine((text) => text.trim() !== '', 'is empty'),
    description: Words(200),
    swatch: z.number().int().min(1).max(8),
  }),
  command('remove-label', { label: LabelId }),
  /** `label`: its tag, from the start; older events do not have one. `rule`: of the checker, whose finding it was. */
  command('propose', { ...proposal, reason: Reason, label: LabelId.nullable().optional(), rule: RuleName.optional() }),
  /** `rev`: the revision that the author saw. */
  command('revise', { ...proposal, rev: z.number().int().min(1), reason: Reason }),
  /** Null takes the tag away. */
  command('tag', { suggestion: Id, label: LabelId.nullable() }),
  command('withdraw', { suggestion: Id, rev: z.number().int().min(1) }),
  command('decide', {
    verdict: z.enum(VERDICTS),
    reason: Reason,
    decisions: z
      .array(z.object({ suggestion: Id, rev: z.number().int().min(1), amended: ChangeSchema.nullable().default(null) }))
      .min(1)
      .max(MOST_DECISIONS),
  }),
  /** Takes back a decision of one command as a whole: the suggestions are open again. */
  command('undecide', { decision: Id }),
  /** Asks editors to let the checker know these words. */
  command('propose-words', {
    words: z
      .array(z.object({ word: Word, kind: z.enum(WORD_KINDS) }))
      .min(1)
      .max(MOST_WORDS),
  }),
  /** From now on they are words of the story, whether somebody proposed them or not. */
  command('allow-words', {
    words: z
      .array(z.object({ word: Word, kind: z.enum(WORD_KINDS) }))
      .min(1)
      .max(MOST_WORDS),
  }),
  /** Off the list, or not onto it. */
  command('drop-words', { words: z.array(Word).min(1).max(MOST_WORDS) }),
  /** Findings that are right as they stand, for everybody; `on` false brings them back. `words` are those flagged. */
  command('dismiss', {
    findings: z
      .array(z.object({ key: z.string().regex(/^[a-z0-9]{1,40}$/), rule: RuleName, words: Words(200) }))
      .min(1)
      .max(MOST_WORDS),
    on: z.boolean(),
  }),
  command('switch-rule', { rule: RuleName, on: z.boolean() }),
  command('decide-style', { decision: StyleDecisionSchema, example: Words(300) }),
  command('undecide-style', { style: z.string().min(1).max(120) }),
  /** The person has looked at everything up to this sequence number. For themself alone. */
  command('see', { upto: z.number().int().min(0) }),
])

/** POST /api/stories/:id/review: one after the other; the answer says for each what became of it. */
export const CommandsRequest = z.object({ commands: z.array(z.unknown()).min(1).max(200) })

export type Command = z.output<typeof CommandSchema>
export type CommandGiven = z.input<typeof CommandSchema>
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>
