/** An apostrophe where nothing belongs to anybody: the 1920's, two dog's, many book's. */
import { COUNT_NOUNS, PLURALS } from '../count-nouns.ts'
import { dressed, findFrames, frames, frameTable } from '../frames.ts'
import type { LineRule } from '../rule.ts'

export const pluralApostrophe: LineRule = {
  name: 'plural-apostrophe',
  level: 'default',
  kind: 'punctuation',
  title: 'Apostrophe in a plural',
  explain: 'Several of a thing have an s and no apostrophe (two dogs), and so have decades (the 1920s).',
  example: { wrong: 'Two dog’s barked.', right: 'Two dogs barked.' },
  source: 'Chicago Manual of Style 17th ed. 7.5–7.15 (plurals), 9.33 (decades).',
  *check(line, { facts }) {
    for (const { frame, first } of findFrames(TABLE, line, facts)) {
      const { start: offset, end, text, shape } = line.tokens[first]!
      if (shape !== 'lower') continue
      const right = dressed(frame.right, text, facts.forms.apostrophe)
      yield { offset, length: end - offset, message: frame.why, replacements: [right], sure: true }
    }
    if (!DECADE.test(line.text)) return
    for (const { index, 0: flagged } of line.text.matchAll(DECADES)) {
      const right = flagged.replace(/['’]s$/, 's')
      yield {
        offset: index,
        length: flagged.length,
        message: 'A decade has no apostrophe.',
        replacements: [right],
        sure: true,
      }
    }
  },
}

const DECADE = /\d0['’]s/

const DECADES = /(?<=\bthe (?:early |mid-?|late )?)(?:1[5-9]|20)\d0['’]s(?=[\s.,;:!?—)]|$)/g

const ENDS =
  '.|and|or|but|with|in|on|at|from|to|of|for|by|behind|beside|near|under|over|through|across|around|into|who|that|which|where|when|as|while|was|were|had|have|are|is|came|went|stood|sat|barked|looked|ran|could|would|did'

const TABLE = frameTable(
  frames(
    'Several, and nothing is theirs: no apostrophe.',
    [...COUNT_NOUNS]
      .map(
        (noun) =>
          `!of|from|to|than|like|as two|three|four|five|six|seven|eight|nine|ten|twelve|several|many|these|those|some|few [${noun}'s] ${ENDS} => ${PLURALS.get(noun)}`,
      )
      .join('\n'),
  ),
)
