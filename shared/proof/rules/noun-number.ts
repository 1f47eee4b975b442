/** One where several are counted, or several where one is: two boy, one of the girl, a books. */
import { COUNT_NOUNS, PLURALS } from '../count-nouns.ts'
import { dressed, findFrames, frames, frameTable } from '../frames.ts'
import type { LineRule } from '../rule.ts'

export const nounNumber: LineRule = {
  name: 'noun-number',
  level: 'default',
  kind: 'grammar',
  title: 'One or several',
  explain:
    'After “two”, “many”, “these” and “one of the” stands the form for several (two boys), after “a” the one for one.',
  example: { wrong: 'She was one of the girl who sang.', right: 'She was one of the girls who sang.' },
  source: 'Chicago Manual of Style 17th ed. 5.14–5.18 (number of nouns).',
  *check(line, { facts }) {
    for (const { frame, first, last } of findFrames(TABLE, line, facts)) {
      const { start: offset, shape, lower } = line.tokens[first]!
      if (shape !== 'lower' && !OPENERS.has(lower)) continue
      const { end } = line.tokens[last]!
      const text = line.text.slice(offset, end)
      const right = dressed(frame.right, text, facts.forms.apostrophe)
      yield { offset, length: end - offset, message: frame.why, replacements: [right] }
    }
  },
}

/** With a capital only because a sentence begins. */
const OPENERS = new Set(['this', 'many', 'much', 'a', 'an'])

/** What comes after the noun where it is not the first half of a longer one: "the two man crew". */
const ENDS =
  '.|and|or|but|with|without|in|on|at|from|to|of|for|by|behind|beside|near|under|over|through|across|around|into|who|that|which|where|when|as|while|was|were|had|have|came|went|stood|sat|looked|said|could|would|did|are|is|told|asked|gave|took|made|knew|saw|always|never|just|called|lived|died|brought|showed|here|there|today|tonight|now|then|again'

/** "One of the bunch", "two of the enemy". */
const COLLECTIVES = new Set(['bunch', 'tribe', 'enemy', 'nation', 'audience', 'department', 'library', 'river'])

/** Not “good” and “great”, which stand in “a good many” and the like, nor “few” and numbers. */
const QUALITIES =
  'big|small|bad|old|young|new|strange|beautiful|tiny|huge|nice|terrible|wonderful|black|white|red|dark|cold|sad|funny|scary|ugly'

const MORE = 'dream idea day night thing problem question feeling voice eye hand'
  .split(' ')
  .map((noun) => [noun, `${noun}s`] as const)

/** Of these there is only more or less. */
const MASSES = 'money|information|advice|furniture|luggage|baggage|homework|equipment'

const MANY_OF = `${[...PLURALS.values()].join('|')}|people|things|friends|days|words|questions|problems|mistakes|times`

/** A number stands before them, so they have no "s": two hundred men. */
const COUNTED =
  'a|an|the|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|several|few|couple|every|each|per|many|some|odd|half|that|this|these|those|his|her|their|my|your|our|last|first|next|another|other|#|-one|-two|-three|-four|-five|-six|-seven|-eight|-nine|-teen|all|both|how|even|good|full|whole|round|solid|mere|bare|clear|cool|nearly|almost|about'

const TABLE = frameTable([
  ...frames(
    'Without a number before it, this stands for several: hundreds of them.',
    ['hundred', 'thousand', 'dozen', 'million']
      .map(
        (many) =>
          `!${COUNTED} [${many}] of them|people|men|women|times|years|stars|birds|books|letters|miles|ways|things|tiny|little|small => ${many}s`,
      )
      .join('\n'),
  ),
  ...frames(
    'Several are meant here, so the noun has its form for several.',
    'metre meter mile yard year day hour minute step kilometre kilometer'
      .split(' ')
      .map(
        (one) =>
          `a hundred|thousand|dozen|couple|few of? [${one}] of|away|ago|later|long|high|deep|wide|tall|down|up|from|. => ${one}s`,
      )
      .join('\n'),
  ),
  ...frames('Several are meant, so there are many of them.', 'how [much] are|were there => many'),
  ...frames(
    'Of this there is more or less, not one or several.',
    `
    ${'furniture information luggage homework equipment'
      .split(' ')
      .map((noun) => `[${noun}s] => ${noun}`)
      .join('\n')}
    many|some|few|several|these|those|other|most [peoples] !of|and => people
    every [people] => person
    [an information] ${ENDS} => some information
    [an advice] ${ENDS} => some advice
    [a furniture] ${ENDS} => some furniture
    [a luggage] ${ENDS} => some luggage
    [a homework] ${ENDS} => some homework
    [a money] ${ENDS} => some money
    [a lots] of => a lot
    [less] people|men|women|children|words|students|soldiers|questions|friends . => fewer
    [less] people|men|women|children|words|students|soldiers|questions|friends than => fewer
    [few] money|information|furniture|luggage|water|food|hope . => little
    [many] ${MASSES}|water|bread|milk|snow|rain|blood|sugar|fun ${ENDS} => much
    [much] ${MANY_OF} ${ENDS} => many
    `,
  ),
  ...frames(
    'Several are meant, so “these” stands before them.',
    `these|those [kind] of => kinds
    these|those [sort] of => sorts
    these|those [type] of => types
    [this] ${[...PLURALS.values()].join('|')} are|were|had|have|that|. => these`,
  ),
  ...frames(
    'Several are meant here, so the noun has its form for several.',
    [...COUNT_NOUNS]
      .filter((noun) => !COLLECTIVES.has(noun))
      .map(
        (noun) => `
      !number|chapter|page|room|one|part|book two|three|four|five|six|seven|eight|nine|ten|twelve|several|these|those [${noun}] ${ENDS} => ${PLURALS.get(noun)}
      one|many|both|two|three|several of the|his|her|my|our|their|your|these|those [${noun}] ${ENDS} => ${PLURALS.get(noun)}`,
      )
      .join('\n'),
  ),
  ...frames(
    'After “a” stands the noun’s form for one.',
    [...PLURALS, ...MORE]
      .map(
        ([noun, plural]) => `!many|such|what|half|quite|not a|an|another ${QUALITIES} [${plural}] ${ENDS} => ${noun}`,
      )
      .join('\n'),
  ),
  ...frames(
    'After “a” stands the noun’s form for one.',
    [...PLURALS]
      .map(
        ([noun, plural]) =>
          `!many|such|what|half|quite|not|-times a|an|another|every|each [${plural}] ${ENDS} => ${noun}`,
      )
      .join('\n'),
  ),
])
