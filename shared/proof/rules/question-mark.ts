/** A question in a speech that ends in a full stop, or in a comma before "he asked". */
import { tagAt } from '../dialogue-tag.ts'
import { asks } from '../question.ts'
import type { LineRule } from '../rule.ts'
import { goesOn } from '../speech-end.ts'
import { spokenSentences } from '../speech-sentences.ts'
import type { Token } from '../tokens.ts'

export const questionMark: LineRule = {
  name: 'question-mark',
  level: 'default',
  kind: 'punctuation',
  title: 'Question without its mark',
  explain:
    'This reads like a question, or the words beside it say that somebody asked it, but it does not end in a question mark. ' +
    'If it is meant flatly, as no real question, dismiss this.',
  example: { wrong: '“What are you doing.”', right: '“What are you doing?”' },
  source:
    'Chicago Manual of Style 17th ed. 6.68-6.69 (requests in the form of questions need none); New Hart’s Rules 4.9.1.',
  *check(line, { facts }) {
    const { tokens } = line
    for (const { from, to, stop, close } of spokenSentences(line)) {
      if (stop === null || (stop.text !== '.' && stop.text !== ',')) continue
      if (stop.text === '.' && close === null && tokens[to + 1] === undefined) continue
      const tag = close === null ? null : tagAt(tokens, close + 1, facts)
      if (stop.text === '.') {
        // A full stop before a tag is another rule's, which sets the question mark.
        if (tag !== null && tag.is !== 'beat' && (tag.is === 'tag' || tokens[close! + 1]?.shape === 'lower')) continue
        if (!asks(tokens, from, to)) continue
      } else {
        if (tag === null || tag.is === 'beat' || goesOn(tokens, tag.next)) continue
        const isAsked = ASKED.has(tokens[tag.verb]!.lower) && tag.is === 'tag' && mayAsk(tokens, from, to)
        if (!isAsked && !asks(tokens, from, to)) continue
      }
      yield {
        offset: stop.start,
        length: stop.end - stop.start,
        message: 'This is a question.',
        replacements: ['?'],
      }
    }
  },
}

/** Not "Help me," he asked. */
function mayAsk(tokens: readonly Token[], from: number, to: number): boolean {
  if (REQUESTS.has(tokens[from]!.lower) || to - from < 2) return false
  return !tokens.slice(from, to).some(({ lower }) => lower === 'please')
}

const ASKED = new Set('asked asks inquired inquires enquired enquires queried queries'.split(' '))

const REQUESTS = new Set(
  (
    "tell give help let let's come don't leave stop wait sit stay make bring show play take go be say read sing look listen " +
    'pass hold keep get put try forgive excuse allow please call never promise'
  ).split(' '),
)
