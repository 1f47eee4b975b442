/** A verb in a form that its place does not ask for, as far as odds learnt from novels tell: he turned and see, the box of letters were. */
import { speaksDialect } from '../dialect-speech.ts'
import { BASE, GERUND, PARTICIPLE, PAST } from '../form-odds/paradigms.ts'
import { formSlips } from '../form-odds/slips.ts'
import { dressed } from '../frames.ts'
import type { LineRule } from '../rule.ts'

export const verbFit: LineRule = {
  name: 'verb-fit',
  level: 'default',
  kind: 'grammar',
  title: 'Form of the verb',
  explain:
    'The words around this verb ask for another form of it: “he turned and saw” for “he turned and see”, “kept staring” for “kept stared”, “the box of letters was” for “the box of letters were”.',
  example: {
    wrong: 'He turned around and see a man in the doorway.',
    right: 'He turned around and saw a man in the doorway.',
  },
  source:
    'Quirk et al., Comprehensive Grammar 3.1–3.20 (forms of the verb), 10.34–10.50 (agreement), 14.20–14.21 (-ing and “to”).',
  givesWay: true,
  *check(line, { previous, next, facts }) {
    if (line.heading) return
    for (const { at, right, form } of formSlips(line, previous, next, speaksDialect(facts) ? CAUTION : 0)) {
      const { start: offset, end, text } = line.tokens[at]!
      yield {
        offset,
        length: end - offset,
        message: messageOf(form),
        replacements: [dressed(right, text, facts.forms.apostrophe)],
      }
    }
  },
}

/** Tenths of a natural logarithm of odds: how much more has to speak against what somebody says who talks dialect. */
const CAUTION = 25

function messageOf(form: number): string {
  if (form === 0) return 'This form of the verb does not go with its subject.'
  if (form === BASE) return 'Here the plain form of the verb belongs.'
  if (form === GERUND) return 'Here the form with -ing belongs.'
  if (form === PARTICIPLE) return 'Here the participle belongs (had gone, was broken).'
  return form === PAST ? 'Here the past form belongs.' : 'Here the form for “he” or “she” belongs.'
}
