/** A question in a speech that ends in a full stop, or in a comma before "he asked". */
import { tagAt } from '../dialogue-tag.ts'
import type { ProseLine } from '../prose-line.ts'
import { asks, isAsked } from '../question.ts'
import type { LineRule } from '../rule.ts'
import { goesOn } from '../speech-end.ts'
import { spokenSentences } from '../speech-sentences.ts'

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
  *check(line, { facts, previous }) {
    const { tokens, text } = line
    for (const { from, to, stop, close } of spokenSentences(line)) {
      if (stop === null || (stop.text !== '.' && stop.text !== ',')) continue
      if (stop.text === '.' && close === null && tokens[to + 1] === undefined) continue
      const tag = close === null ? null : tagAt(tokens, close + 1, facts)
      if (stop.text === '.') {
        // A full stop before a tag is another rule's, which sets the question mark.
        if (tag !== null && tag.is !== 'beat' && (tag.is === 'tag' || tokens[close! + 1]?.shape === 'lower')) continue
        if (!asks(tokens, from, to) && !isEcho(line, from, to, previous)) continue
        // "Did she say where." after "Did she say where?": repeated flatly on purpose.
        const words = text.slice(tokens[from]!.start, stop.start).toLowerCase()
        if (previous?.text.toLowerCase().includes(`${words}?`)) continue
      } else {
        if (tag === null || tag.is === 'beat' || goesOn(tokens, tag.next)) continue
        const isTag = tag.is === 'tag' && to - from > 1 && isAsked(tokens, from, to, tokens[tag.verb]!)
        if (!isTag && !asks(tokens, from, to)) continue
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

/** "What light" after somebody spoke of a light: asked back. */
function isEcho({ tokens, text }: ProseLine, from: number, to: number, previous: ProseLine | null): boolean {
  const [what, thing] = [tokens[from]!, tokens[from + 1]]
  if (to - from !== 2 || thing?.shape !== 'lower' || !/^(?:what|which)$/.test(what.lower)) return false
  const said = `${previous?.text ?? ''}\n${text.slice(0, what.start)}`
  return thing.lower.length > 2 && new RegExp(`\\b${thing.lower}\\b`).test(said)
}
