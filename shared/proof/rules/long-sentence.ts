/** Sentences that go on for long. */
import type { LineRule } from '../rule.ts'

/** Words. Twice the length that most modern fiction keeps to. */
const LONGEST = 45

export const longSentence: LineRule = {
  name: 'long-sentence',
  level: 'style',
  kind: 'style',
  title: 'Long sentence',
  explain: `This sentence has more than ${LONGEST} words. That may be meant; if readers lose the thread, part it.`,
  example: { wrong: 'A sentence of sixty words.', right: 'Two sentences of thirty.' },
  source: 'A rule of thumb; no manual sets a length.',
  *check({ sentences, tokens }) {
    for (const { start, end, from, to } of sentences) {
      const words = tokens.slice(from, to).filter(({ kind }) => kind === 'word').length
      if (words <= LONGEST) continue
      yield { offset: start, length: end - start, message: `This sentence has ${words} words.` }
    }
  },
}
