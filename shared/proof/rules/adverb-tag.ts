/** Adverbs on speech tags: "she said softly". */
import { tagsOf } from '../narration.ts'
import type { LineRule } from '../rule.ts'

export const adverbTag: LineRule = {
  name: 'adverb-tag',
  level: 'style',
  kind: 'style',
  title: 'Adverb on a speech tag',
  explain:
    'An adverb after “said” tells how the words sound. Often the words themselves, or a gesture, show it better.',
  example: { wrong: '“Go,” she said angrily.', right: '“Go!” She slammed the door.' },
  source: 'A custom of modern fiction; no manual asks for it.',
  *check(line) {
    for (const tag of tagsOf(line)) {
      const verb = tag.findIndex(({ lower }) => TAGS.has(lower))
      if (verb < 0 || verb > 3) continue
      const adverb = [tag[verb - 1], tag[verb + 1], tag[verb + 2]].find(
        (token) => token !== undefined && /^[a-z]{3,}ly$/.test(token.lower) && !NO_ADVERBS.has(token.lower),
      )
      if (adverb === undefined) continue
      const { start, end } = adverb
      yield { offset: start, length: end - start, message: 'The speech may do without this adverb.' }
    }
  },
}

const TAGS = new Set(
  'said asked replied answered whispered muttered murmured shouted yelled cried called told added responded mumbled'.split(
    ' ',
  ),
)

const NO_ADVERBS = new Set('only family early finally friendly lonely silly sally emily lily kelly'.split(' '))
