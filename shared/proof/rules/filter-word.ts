/** Filter words: she saw, he felt, they noticed, between the reader and what is seen. */
import { narrationOf } from '../narration.ts'
import type { LineRule } from '../rule.ts'
import { baseOf } from '../word-parts.ts'

export const filterWord: LineRule = {
  name: 'filter-word',
  level: 'style',
  kind: 'style',
  title: 'Filter word',
  explain:
    '“She saw”, “he felt” and the like tell that somebody perceives. Showing the thing itself brings readers closer.',
  example: { wrong: 'She saw a light go on.', right: 'A light went on.' },
  source: 'A custom of modern fiction; no manual asks for it.',
  *check(line, { facts }) {
    for (const at of narrationOf(line)) {
      const verb = line.tokens[at]!
      const subject = line.tokens[at - 1]
      if (!FILTERS.has(verb.lower) || subject?.kind !== 'word') continue
      if (!/^(?:i|he|she|they|we|could)$/.test(subject.lower) && !facts.isName(baseOf(subject.text))) continue
      yield { offset: verb.start, length: verb.end - verb.start, message: 'What is perceived may stand by itself.' }
    }
  },
}

const FILTERS = new Set(
  'saw heard felt noticed realized realised watched wondered thought knew decided sensed spotted smelled tasted remembered seemed see hear feel smell sense taste'.split(
    ' ',
  ),
)
