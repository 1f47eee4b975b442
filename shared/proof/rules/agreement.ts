/** A verb that does not go with a subject of more words than one: each of them were, his eyes was, there is not enough of them. */
import { COUNT_NOUNS, PLURALS } from '../count-nouns.ts'
import { dressed, findFrames, frames, frameTable } from '../frames.ts'
import type { LineRule } from '../rule.ts'

export const agreement: LineRule = {
  name: 'agreement',
  level: 'default',
  kind: 'grammar',
  title: 'One or several, and the verb',
  explain:
    '“Each”, “everybody” and “one of them” are one and go with “was”; eyes, people and “many of them” are several and go ' +
    'with “were”. Speech is mostly left alone.',
  example: { wrong: 'Each of them were armed.', right: 'Each of them was armed.' },
  source: 'Chicago Manual of Style 17th ed. 5.138–5.142 (agreement), 5.7 (each, everyone).',
  *check(line, { facts }) {
    for (const { table, speaks } of TABLES) {
      for (const { frame, first } of findFrames(table, line, facts)) {
        const { start: offset, end, text } = line.tokens[first]!
        if (!speaks && line.isSpeech(offset)) continue
        const right = dressed(frame.right, text, facts.forms.apostrophe)
        yield { offset, length: end - offset, message: frame.why, replacements: [right] }
      }
    }
  },
}

const SEVERAL =
  'eyes|hands|arms|fingers|legs|knees|lips|shoulders|feet|men|women|children|people|boys|girls|boots|shoes|clothes|windows|walls|stairs|trees|stars|horses|soldiers|voices|doors|lights|streets|houses|clouds|birds|dogs|words|thoughts'

const ENDS = '.|in|on|at|with|behind|beside|near|under|over|across|around|who|that|which'

/** A clause begins: what follows is its subject. Not after prepositions, where subject and verb change places (before his eyes was a sea). */
const CLAUSE = '^|and|but|that|because|when|while|so|though|although'

const ONE_WHY = 'The subject is one, so the verb is “was”, “is” or “has”.'

const SEVERAL_WHY = 'Several are meant, so the verb is “were”, “are” or “have”.'

const TABLES = [
  {
    speaks: false,
    table: frameTable([
      ...frames(
        ONE_WHY,
        `
        !if|though each|one|neither|either of them|us|you|these|those [were] => was
        each|one|neither|either of them|us|you [are] !. => is
        each|one|neither|either of them|us|you [have] !. => has
        each|one|neither|either of the|his|her|my|their|our * [were] => was
        ^|and|but everyone|everybody|somebody|someone|nobody|anybody|everything|something|nothing [were] => was
        ^|and|but everyone|everybody|somebody|someone|nobody|everything|something|nothing [are] => is
        ^|and|but everyone|everybody|somebody|someone|nobody|everything|something|nothing [have] => has
        ^ he|she [were] !to|. => was
        ${CLAUSE} he|she|it [are] => is
        ${CLAUSE} i [are] => am
        ^ the|his|her|my|our|their ${[...COUNT_NOUNS].join('|')} [were] !to|. => was
        ^|and|but the|his|her|my|our|their hair|news|money|furniture|luggage|information|weather|music|smoke|snow|skin [were] => was
        ^|and|but there [were] a|an|one ${[...COUNT_NOUNS].join('|')} ${ENDS} => was
        ^|and|but|so|because|when|as|then|after|before|that he|she|it [have|haven't] @art|@poss|been|never|not|no|until|already|only|nothing|something|-ed|come|gone|seen|taken|had|made|done => has
        ^ @name [have|were] @art|been|never|not|no|until|already|only|nothing|something => has
        `,
      ),
      ...frames(
        SEVERAL_WHY,
        `
        ${CLAUSE} his|her|their|my|the|your|our ${SEVERAL} [was] => were
        ${CLAUSE} his|her|their|my|the|our|these|those|both|two|three|many|several ${[...PLURALS.values()].join('|')} [was] => were
        ${CLAUSE} his|her|their|my|the|our|these|those|both|two|three|many|several ${[...PLURALS.values()].join('|')} [has] => have
        ^|and|but there [was] no|some|other|more? ${[...PLURALS.values()].join('|')} ${ENDS} => were
        they|we [doesn't] => don't
        ${CLAUSE} i|you [has] => have
        ${CLAUSE} some|many|most|these|those people [was] => were
        ${CLAUSE} some|many|most|these|those people [has] => have
        ${CLAUSE} his|her|their|my|the|your|our ${SEVERAL} [has] => have
        ${CLAUSE} his|her|their|my|the|your|our ${SEVERAL} [is] => are
        ^|and|but there [was] many|several|few|so|too|lots|dozens|hundreds|thousands of|many? !a => were
        `,
      ),
    ]),
  },
  {
    speaks: true,
    table: frameTable([
      ...frames(SEVERAL_WHY, '^|and|but|because|that there [is] not? enough|so|too? many|few? of them|us|you => are'),
      ...frames(ONE_WHY, '^|and|but he|she|it [have] until|been|already => has'),
    ]),
  },
] as const
