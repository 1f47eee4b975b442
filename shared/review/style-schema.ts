/** What a style decision may hold, as zod schemas; apart from style.ts, so that a browser need not load any. */
import { z } from 'zod'
import type { StyleDecision } from './style.ts'
import { DASHES, DIALECTS, ELLIPSES, MOST_WORD } from './vocabulary.ts'

const Word = z.string().trim().min(1).max(MOST_WORD)
const Variants = z.array(Word).max(40)

export const StyleDecisionSchema = z.discriminatedUnion('part', [
  z.object({ part: z.literal('dialect'), value: z.enum(DIALECTS) }),
  z.object({ part: z.literal('quotes'), value: z.enum(['double', 'single']) }),
  z.object({ part: z.literal('quoteForm'), value: z.enum(['straight', 'curly']) }),
  z.object({ part: z.literal('dash'), value: z.enum(DASHES) }),
  z.object({ part: z.literal('ellipsis'), value: z.enum(ELLIPSES) }),
  z.object({ part: z.literal('spellNumbersBelow'), value: z.number().int().min(0).max(1_000_000) }),
  z.object({ part: z.literal('sceneBreak'), value: z.string().max(40) }),
  z.object({ part: z.literal('muteDialogue'), value: z.object({ grammar: z.boolean(), spelling: z.boolean() }) }),
  z.object({ part: z.literal('spelling'), preferred: Word, variants: Variants.min(1) }),
  z.object({
    part: z.literal('name'),
    name: Word,
    aliases: Variants,
    kind: z.enum(['person', 'place', 'term']),
  }),
]) satisfies z.ZodType<StyleDecision>
