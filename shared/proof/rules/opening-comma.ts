/** A comma missing between a clause that leads up to the main one and the main one: when he came in ▮ the dog barked. */
import { markMissing, type WrongPlace, wrongPlaces } from '../commas/missing.ts'
import type { LineRule } from '../rule.ts'

export const openingComma: LineRule = {
  name: 'opening-comma',
  level: 'default',
  kind: 'punctuation',
  title: 'Comma after an opening clause',
  explain:
    'A clause that opens a sentence and says when, why or if something happens is parted by a comma from what happens. Without it one reads on too far.',
  example: { wrong: 'When he came in the dog barked.', right: 'When he came in, the dog barked.' },
  source: 'Chicago Manual of Style 17th ed. 6.24 (dependent clauses), 6.31 (introductory phrases).',
  *check(line, { facts }) {
    const { placed, wrong } = wrongPlaces(line, facts, 'opening')
    const best = new Map<number, WrongPlace>()
    for (const place of wrong) {
      const sentence = placed.sentences[place.left]!
      if (place.surplus > (best.get(sentence)?.surplus ?? 0)) best.set(sentence, place)
    }
    for (const place of best.values()) {
      yield markMissing(line, placed, place, 'What opens the sentence ends here, and a comma parts it from the rest.')
    }
  },
}
