/** The wrong form of a verb: the past where the participle belongs, lay for lie, sat for set. */
import { speaksDialect } from '../dialect-speech.ts'
import { dressed, type FrameTable, findFrames } from '../frames.ts'
import { gerundSlips } from '../gerund-slips.ts'
import type { ProseLine } from '../prose-line.ts'
import { regularisedOf } from '../regularised-verbs.ts'
import { LYING, SITTING } from '../rest-forms.ts'
import type { LineContext, LineRule } from '../rule.ts'
import { NARRATED, PASSIVES, PERFECTS, SLIPS } from '../verb-forms.ts'

const TABLES: readonly FrameTable[] = [PERFECTS, PASSIVES, SLIPS, LYING, NARRATED, SITTING]

export const verbForm: LineRule = {
  name: 'verb-form',
  level: 'default',
  kind: 'grammar',
  title: 'Verb form',
  explain:
    'The verb stands in a form that does not go with the words before it: “had went” for “had gone”, “she seen” for “she saw”, “was laying” for “was lying”. What is said in speech on purpose can be dismissed.',
  example: { wrong: 'He had ran her off.', right: 'He had run her off.' },
  source: 'Chicago Manual of Style 17th ed. 5.100 (irregular verbs), 5.250 (lay; lie, sit; set, rise; raise).',
  *check(line, context) {
    const done = new Set<number>()
    for (const table of TABLES) {
      for (const spot of check(table, line, context)) {
        if (done.has(spot.offset)) continue
        done.add(spot.offset)
        yield spot
      }
    }
    for (const spot of regularised(line, context)) if (!done.has(spot.offset)) yield spot
    for (const { at, right } of gerundSlips(line.tokens)) {
      const { start: offset, end, text } = line.tokens[at]!
      if (done.has(offset)) continue
      const replacements = [dressed(right, text, context.facts.forms.apostrophe)]
      yield { offset, length: end - offset, message: 'After this word the next verb stands with -ing.', replacements }
    }
  },
}

function* check(table: FrameTable, line: ProseLine, { facts }: LineContext) {
  for (const { frame, first, last } of findFrames(table, line, facts)) {
    const { start: offset } = line.tokens[first]!
    if ((table === NARRATED || table === SITTING) && line.isSpeech(offset)) continue
    if ((table === PERFECTS || table === PASSIVES) && isRelative(line, first)) continue
    const length = line.tokens[last]!.end - offset
    const flagged = line.text.slice(offset, offset + length)
    const right = dressed(frame.right, flagged, facts.forms.apostrophe)
    yield { offset, length, message: frame.why, replacements: [right] }
  }
}

/** "He runned", "had throwed". */
function* regularised(line: ProseLine, { facts }: LineContext) {
  const { tokens } = line
  for (const [at, { kind, lower, shape, text, start: offset, end }] of tokens.entries()) {
    if (kind !== 'word' || shape !== 'lower' || !lower.endsWith('ed')) continue
    const right = regularisedOf(lower, tokens[at + 1]?.lower ?? '')
    if (right === undefined || (line.isSpeech(offset) && speaksDialect(facts))) continue
    const before = tokens[at - 1]?.lower ?? ''
    const form = BEFORE_PARTICIPLE.test(before) ? right.participle : right.past
    yield {
      offset,
      length: end - offset,
      message: 'This form of the verb is not in use in standard English.',
      replacements: [dressed(form, text, facts.forms.apostrophe)],
    }
  }
}

const BEFORE_PARTICIPLE =
  /^(?:have|has|had|haven't|hasn't|hadn't|been|was|were|is|are|be|being|got|never|already|.*'ve|.*'d)$/

/** A clause within a subject, whose verb comes only here: "all she had fell", "the one they had broke", "what he was took". */
function isRelative({ tokens }: ProseLine, verb: number): boolean {
  let at = verb - 1
  while (at > 0 && !SUBJECTS.has(tokens[at]!.lower)) {
    if (tokens[at]!.kind !== 'word' || verb - at > 3) return false
    at -= 1
  }
  const before = tokens[at - 1]
  if (before === undefined || before.kind !== 'word') return false
  return !CONJUNCTIONS.has(before.lower) && !/^ha(?:d|s|ve)(?:n't)?$/.test(before.lower)
}

const SUBJECTS = new Set(
  "i you he she it we they i've you've we've they've i'd you'd he'd she'd they'd we'd".split(' '),
)

const CONJUNCTIONS = new Set(
  'and but or so because when while as if than though although since until before after once then where whether like unless maybe perhaps why how know knew think thought said hope wish guess swear realized realised felt saw'.split(
    ' ',
  ),
)
