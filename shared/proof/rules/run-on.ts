/** Two whole sentences with nothing between them: it shook ▮ she couldn't make it stop. */
import { wrongPlaces } from '../commas/missing.ts'
import { mayBeSubject } from '../commas/places.ts'
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
    const found = new Set(wrong.map(({ right }) => right))
    for (let right = 1; right < placed.words.length && !line.heading; right += 1) {
      const from = placed.parts[right]!
      if (from < right && mayBeSubject(placed.words[from]!) && isRunTogether(placed.words, from, right - 1, right))
        found.add(right)
    }
    for (const right of found) {
      const left = right - 1
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
