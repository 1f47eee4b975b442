/** A thought in its own words without italics or quotation marks: I must go, she thought. */
import type { LineRule } from '../rule.ts'

export const unmarkedThought: LineRule = {
  name: 'unmarked-thought',
  level: 'style',
  kind: 'style',
  title: 'Thought without a mark',
  explain:
    'Somebody’s thought stands here in its own words, with nothing to part it from the narration. Many houses set it in italics.',
  example: { wrong: 'I must go, she thought.', right: '*I must go*, she thought.' },
  source: 'Chicago Manual of Style 17th ed. 13.43 (unspoken discourse).',
  *check(line) {
    const { tokens, sentences, text } = line
    for (const { from, to, start, end } of sentences) {
      const words = tokens.slice(from, to)
      if (words.some(({ kind }) => kind === 'open' || kind === 'close') || line.isSpeech(start)) continue
      if (/[*_]/.test(text.slice(Math.max(0, start - 1), end + 1))) continue
      const tag = words.findIndex(
        ({ lower }, at) =>
          lower === 'thought' && at > 2 && [words[at - 2], words[at - 3]].some((mark) => mark?.text === ','),
      )
      if (tag < 0) continue
      const own = words.slice(0, tag - 1).some(({ lower }) => OWN.has(lower))
      if (own)
        yield { offset: start, length: end - start, message: 'A thought in its own words; italics would mark it.' }
    }
  },
}

/** First person or present tense: not the narrator's. */
const OWN = new Set(
  "i i'm i've i'll i'd me my we we've we're our is are am isn't aren't don't can't won't has have it's that's he's she's".split(
    ' ',
  ),
)
