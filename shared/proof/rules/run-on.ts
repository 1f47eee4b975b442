/** Two whole sentences with nothing between them: it shook ▮ she couldn't make it stop. */
import { plainPlaces, wrongPlaces } from '../commas/missing.ts'
import type { LineRule } from '../rule.ts'
import { isRunTogether } from '../run-together.ts'
import { raised } from '../speech-end.ts'

export const runOn: LineRule = {
  name: 'run-on',
  level: 'default',
  kind: 'punctuation',
  title: 'Two sentences run together',
  explain:
    'One sentence ends here and another begins, with no mark between them. A full stop or a semicolon parts them.',
  example: { wrong: 'Her hand shook she couldn’t stop it.', right: 'Her hand shook. She couldn’t stop it.' },
  source: 'Chicago Manual of Style 17th ed. 6.12 (period), 6.56 (semicolon).',
  *check(line, { facts }) {
    const { placed, wrong } = wrongPlaces(line, facts, 'run-on')
    const plain = plainPlaces(line, placed).filter(
      ({ kind, mark, left, right }) =>
        kind === 'run-on' && mark === '' && isRunTogether(placed.words, placed.parts[left]!, left, right),
    )
    const found = new Map([...plain, ...wrong].map((place) => [place.right, place]))
    for (const { left, right } of found.values()) {
      if (BROUGHT_FORWARD.test(placed.words[placed.parts[left]! + 2]?.lower ?? '')) continue
      const last = placed.words[left]!
      const next = placed.words[right]!
      const between = line.text.slice(last.end, next.start)
      if (between.trim() !== '') continue
      yield {
        offset: last.start,
        length: next.end - last.start,
        message: 'Two whole sentences meet here with no mark between them.',
        replacements: [`${last.text}. ${raised(next)}`, `${last.text}; ${next.text}`],
      }
    }
  },
}

/** "It was not of himself he thought": what the clause is about stands before it. */
const BROUGHT_FORWARD = /^(?:not|of|for|to|only|there|here)$/
