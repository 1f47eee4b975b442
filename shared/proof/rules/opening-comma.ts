/** A comma missing between a clause that leads up to the main one and the main one: when he came in ▮ the dog barked. */
import { markMissing, type WrongPlace, wrongPlaces } from '../commas/missing.ts'
import { openingsOf } from '../openings.ts'
import type { LineRule } from '../rule.ts'

const MESSAGE = 'What opens the sentence ends here, and a comma parts it from the rest.'

export const openingComma: LineRule = {
  name: 'opening-comma',
  level: 'default',
  kind: 'punctuation',
  title: 'Comma after an opening clause',
  explain:
    'A clause that opens a sentence and says when, why or if something happens is parted by a comma from what happens. Without it one reads on too far. Most such places are shown only in a story that has the comma elsewhere.',
  example: { wrong: 'When he came in the dog barked.', right: 'When he came in, the dog barked.' },
  source: 'Chicago Manual of Style 17th ed. 6.24 (dependent clauses), 6.31 (introductory phrases).',
  *check(line, { facts }) {
    const { placed, wrong } = wrongPlaces(line, facts, 'opening')
    const best = new Map<number, WrongPlace>()
    for (const place of wrong) {
      const sentence = placed.sentences[place.left]!
      if (place.surplus > (best.get(sentence)?.surplus ?? 0)) best.set(sentence, place)
    }
    const seen = new Set<number>()
    for (const place of best.values()) {
      seen.add(placed.words[place.right]!.start)
      yield markMissing(line, placed, place, MESSAGE)
    }
    // Where the story has the comma nearly always; where it does not, none is missing.
    if (facts.forms.openingComma !== 'with' || line.heading) return
    for (const { main, comma } of openingsOf(placed.words)) {
      if (comma || seen.has(placed.words[main]!.start)) continue
      yield markMissing(line, placed, { left: main - 1, right: main }, MESSAGE)
    }
  },
}
