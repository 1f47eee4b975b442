/** Two people speaking in one paragraph. */
import { type Tag, tagAt } from '../dialogue-tag.ts'
import type { LineRule } from '../rule.ts'
import { speechEnds } from '../speech-end.ts'
import type { Token } from '../tokens.ts'
import { baseOf } from '../word-parts.ts'

export const twoSpeakers: LineRule = {
  name: 'two-speakers',
  level: 'style',
  kind: 'style',
  title: 'Two speakers in a paragraph',
  explain:
    'Each speaker has a paragraph of their own, so that a reader who loses count of who speaks finds the way back.',
  example: { wrong: '“Go,” he said. “No,” she said.', right: '“Go,” he said.\n“No,” she said.' },
  source: 'Chicago Manual of Style 17th ed. 13.39; New Hart’s Rules 9.2.3.',
  *check(line, { facts }) {
    const { tokens } = line
    let first: string | null = null
    for (const { close, open } of speechEnds(line)) {
      const tag = tagAt(tokens, close + 1, facts)
      if (tag === null || tag.is === 'beat') continue
      const speaker = speakerOf(tokens, tag)
      if (speaker === null) continue
      if (first !== null && areTwo(first, speaker)) {
        const start = tokens[open]!.start
        yield {
          offset: start,
          length: tokens[open + 1]!.end - start,
          message: 'Somebody else speaks here: a new paragraph?',
        }
      }
      first = speaker
    }
  },
}

function speakerOf(tokens: readonly Token[], tag: Tag): string | null {
  if (tag.subject === 'noun') return null
  return baseOf(tokens[tag.inverted ? tag.verb + 1 : tag.from]!.lower)
}

/** A name and a pronoun may be one person. */
function areTwo(one: string, other: string): boolean {
  const pronouns = new Set(['he', 'she', 'they', 'i', 'we', 'you', 'it'])
  return one !== other && pronouns.has(one) === pronouns.has(other)
}
