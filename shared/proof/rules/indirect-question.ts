/** A question mark on what only tells of a question: he asked where she was? */
import { isFiniteVerb } from '../finite-verbs.ts'
import { isFunctionWord } from '../function-words.ts'
import type { LineRule } from '../rule.ts'
import type { Token } from '../tokens.ts'

export const indirectQuestion: LineRule = {
  name: 'indirect-question',
  level: 'default',
  kind: 'punctuation',
  title: 'Question mark where nobody asks',
  explain: 'The sentence tells that somebody asked or wondered; it does not ask itself. It ends in a full stop.',
  example: { wrong: 'He asked where she was?', right: 'He asked where she was.' },
  source: 'Chicago Manual of Style 17th ed. 6.69 (indirect questions take no question mark); New Hart’s Rules 4.9.1.',
  *check({ tokens, sentences, quotations, heading }) {
    if (heading) return
    for (const { from, to, start, end } of sentences) {
      const mark = tokens[to - 1]!
      if (mark.text !== '?' || to - from < 6) continue
      if (quotations.some((quotation) => quotation.start < end && quotation.end > start)) continue
      if (!tellsOfQuestion(tokens, from, to - 1)) continue
      yield {
        offset: mark.start,
        length: 1,
        message: 'This tells of a question and asks none.',
        replacements: ['.'],
      }
    }
  },
}

/** Somebody, a verb of asking, and a clause in the order of a statement; nothing else. */
function tellsOfQuestion(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (tokens[at]!.kind !== 'word') return false
  let at = from
  if (/^(?:and|but|so|then)$/.test(tokens[at]!.lower)) at += 1
  const subject = tokens[at]!
  if (!SUBJECTS.has(subject.lower) && (subject.shape !== 'Capital' || isFunctionWord(subject.lower))) return false
  at += 1
  while (at < from + 4 && /^(?:just|only|really|still|also|even|then|had|has)$/.test(tokens[at]?.lower ?? '')) at += 1
  const verb = tokens[at]?.lower ?? ''
  const second = tokens[at + 1]?.lower ?? ''
  if (/^(?:asked|wondered|wonders|asks|wonder)$/.test(verb)) at += 1
  else if (/^(?:didn't|don't|doesn't|couldn't)$/.test(verb) && /^(?:know|understand|see|remember|care)$/.test(second))
    at += 2
  else if (/^(?:wanted|wants|needed)$/.test(verb) && second === 'to' && tokens[at + 2]?.lower === 'know') at += 3
  else if (/^(?:had|have|has)$/.test(tokens[at - 1]!.lower) && verb === 'no' && second === 'idea') at += 2
  else return false
  const object = tokens[at]
  if (object !== undefined && (OBJECTS.has(object.lower) || object.shape === 'Capital')) at += 1
  const asking = tokens[at]?.lower ?? ''
  if (!ASKING.has(asking)) return false
  const next = tokens[at + 1]?.lower ?? ''
  if (next === 'to') return true
  // "wondered what had happened" is a statement too, "wondered what was he doing" is muddled and another matter
  for (let verbAt = at + 1; verbAt < to; verbAt += 1) {
    const { lower } = tokens[verbAt]!
    if (isFiniteVerb(lower)) return verbAt > at + 1 || !SUBJECTS.has(tokens[verbAt + 1]?.lower ?? '')
  }
  return true
}

const SUBJECTS = new Set('i he she they we it nobody everyone everybody'.split(' '))
const OBJECTS = new Set('me him her them us myself himself herself themselves'.split(' '))
const ASKING = new Set('what where who whom why when how if whether which whose'.split(' '))
