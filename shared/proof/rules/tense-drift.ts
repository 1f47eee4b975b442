/** A sentence of narration in the present amid a scene in the past, or the other way round. */
import { narrationOf } from '../narration.ts'
import type { ProseLine } from '../prose-line.ts'
import type { StoryRule } from '../rule.ts'
import { scenesOf } from '../scenes.ts'
import type { Token } from '../tokens.ts'

export const tenseDrift: StoryRule = {
  name: 'tense-drift',
  level: 'style',
  kind: 'style',
  title: 'Other tense',
  explain:
    'Nearly all of this scene is told in one tense, and this verb stands in another. Thoughts and general truths may do so.',
  example: { wrong: 'He was late. She is angry.', right: 'He was late. She was angry.' },
  source: 'Chicago Manual of Style 17th ed. 5.119–5.120 (consistency of tense is a matter of sense).',
  *checkStory({ lines, summaries }) {
    for (const { from, to } of scenesOf(lines, summaries)) {
      const past: { line: number; token: Token }[] = []
      const present: { line: number; token: Token }[] = []
      for (let line = from; line < to; line += 1) {
        for (const token of verbsOf(lines[line]!)) (PAST.has(token.lower) ? past : present).push({ line, token })
      }
      const all = past.length + present.length
      if (all < 10) continue
      const odd = present.length * 7 <= all ? present : past.length * 7 <= all ? past : []
      for (const { line, token } of odd) {
        const { start, end } = token
        const message = `Most of this scene is told in the ${odd === present ? 'past' : 'present'}.`
        yield { line, offset: start, length: end - start, message }
      }
    }
  },
}

/** Forms of be, have and do, which tell their tense, right after a pronoun of the third person. */
function verbsOf(line: ProseLine): Token[] {
  const found: Token[] = []
  for (const at of narrationOf(line)) {
    const token = line.tokens[at]!
    if (!PAST.has(token.lower) && !PRESENT.has(token.lower)) continue
    if (/^(?:he|she|it|they|there)$/.test(line.tokens[at - 1]?.lower ?? '')) found.push(token)
  }
  return found
}

const PAST = new Set("was were had did wasn't weren't hadn't didn't".split(' '))

const PRESENT = new Set("is are has does isn't aren't hasn't doesn't don't".split(' '))
