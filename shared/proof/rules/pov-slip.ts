/** Somebody else's thoughts in a scene that is seen through one person. */
import { narrationOf } from '../narration.ts'
import type { StoryRule } from '../rule.ts'
import { scenesOf } from '../scenes.ts'
import type { Token } from '../tokens.ts'
import { baseOf } from '../word-parts.ts'

export const povSlip: StoryRule = {
  name: 'pov-slip',
  level: 'style',
  kind: 'style',
  title: 'Other point of view',
  explain:
    'Most of this scene is seen through one person, and here stands what somebody else thinks or feels. A narrator who knows all may do so.',
  example: {
    wrong: 'Sakura wondered where he was. Sasuke knew she was near.',
    right: 'Sakura wondered where he was. Sasuke looked her way.',
  },
  source: 'A custom of modern fiction; no manual asks for it.',
  *checkStory({ lines, summaries, facts }) {
    for (const { from, to } of scenesOf(lines, summaries)) {
      const minds = new Map<string, { line: number; token: Token }[]>()
      let all = 0
      for (let line = from; line < to; line += 1) {
        const { tokens } = lines[line]!
        for (const at of narrationOf(lines[line]!)) {
          const token = tokens[at]!
          const name = tokens[at - 1]
          if (!THINKS.has(token.lower) || name?.shape !== 'Capital' || !facts.isName(baseOf(name.text))) continue
          const places = minds.get(name.text) ?? []
          places.push({ line, token })
          minds.set(name.text, places)
          all += 1
        }
      }
      const most = Math.max(0, ...[...minds.values()].map(({ length }) => length))
      if (most < 3 || most * 3 < all * 2) continue
      for (const [name, places] of minds) {
        if (places.length === most) continue
        for (const { line, token } of places) {
          const { start, end } = token
          yield { line, offset: start, length: end - start, message: `What ${name} thinks, in somebody else’s scene.` }
        }
      }
    }
  },
}

const THINKS = new Set(
  'thought wondered knew realized realised felt decided hoped wished believed remembered mused feared'.split(' '),
)
