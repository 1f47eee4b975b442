/** A question that ends in a full stop: in a speech, or in a comma before "he asked", or told of what somebody thinks. */
import { tagAt } from '../dialogue-tag.ts'
import type { Spot } from '../finding.ts'
import type { ProseLine } from '../prose-line.ts'
import { asks, asksItself, isAsked } from '../question.ts'
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
  *check(line, { facts, previous }) {
    const { tokens, text } = line
    if (!line.heading) yield* narrated(line)
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
      yield spotAt(stop)
    }
  },
}

/** "Why had he come back." where nobody speaks. */
function* narrated({ tokens, sentences, quotations }: ProseLine): Generator<Spot> {
  for (const { from, to, start, end } of sentences) {
    const stop = tokens[to - 1]!
    if (stop.text !== '.' || to - from < 4 || !asksItself(tokens, from, to - 1)) continue
    if (quotations.some((quotation) => quotation.start < end && quotation.end > start)) continue
    yield spotAt(stop)
  }
}

function spotAt({ start, end }: Token): Spot {
  return { offset: start, length: end - start, message: 'This is a question.', replacements: ['?'] }
}

/** "What light" after somebody spoke of a light: asked back. */
function isEcho({ tokens, text }: ProseLine, from: number, to: number, previous: ProseLine | null): boolean {
  const [what, thing] = [tokens[from]!, tokens[from + 1]]
  if (to - from !== 2 || thing?.shape !== 'lower' || !/^(?:what|which)$/.test(what.lower)) return false
  const said = `${previous?.text ?? ''}\n${text.slice(0, what.start)}`
  return thing.lower.length > 2 && new RegExp(`\\b${thing.lower}\\b`).test(said)
}
