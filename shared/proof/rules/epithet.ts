/** Somebody whom the story knows by name, called by hair or age: the raven, the pink-haired woman, the older man. */
import { narrationOf } from '../narration.ts'
import type { LineRule } from '../rule.ts'

export const epithet: LineRule = {
  name: 'epithet',
  level: 'style',
  kind: 'style',
  title: 'Epithet for a person',
  explain:
    'Calling a known person “the blonde” or “the older man” makes readers look for somebody new. The name, or he and she, is hardly ever too much.',
  example: { wrong: 'The raven sighed.', right: 'Sasuke sighed.' },
  source: 'A custom of modern fiction; no manual asks for it.',
  *check(line) {
    const { tokens } = line
    for (const at of narrationOf(line)) {
      if (tokens[at]!.lower !== 'the') continue
      const [one, other] = [tokens[at + 1], tokens[at + 2]]
      if (one?.kind !== 'word') continue
      const isDescribed = other?.kind === 'word' && PERSONS.has(other.lower)
      const isLong = isDescribed && (/-(?:haired|eyed|skinned)$/.test(one.lower) || AGES.has(one.lower))
      if (!isLong && !(HAIRS.has(one.lower) && !(other?.kind === 'word' && THINGS.has(other.lower)))) continue
      const end = isLong ? other.end : one.end
      yield {
        offset: tokens[at]!.start,
        length: end - tokens[at]!.start,
        message: 'The name or a pronoun may do here.',
      }
    }
  },
}

const HAIRS = new Set('raven ravenette blonde blond brunette redhead pinkette rosette bluenette noirette'.split(' '))

const THINGS = new Set('hair haired locks strands wig man woman boy girl bird flew cawed croaked feathers'.split(' '))

const AGES = new Set('older younger taller shorter smaller bigger elder'.split(' '))

const PERSONS = new Set(
  'man woman boy girl male female teen teenager ninja kunoichi shinobi one beauty lady'.split(' '),
)
