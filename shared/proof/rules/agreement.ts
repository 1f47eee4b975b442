/** A verb that does not go with a subject that is no pronoun: each of them were, his eyes was, the man who know. Pronouns are subject-verb’s. */
import { COUNT_NOUNS, PLURALS } from '../count-nouns.ts'
import { speaksDialect } from '../dialect-speech.ts'
import { dressed, findFrames, frames, frameTable } from '../frames.ts'
import type { LineRule } from '../rule.ts'
import type { Token } from '../tokens.ts'
import { NO_NOUNS, VERB_OF_BASE, VERBS } from '../verbs.ts'

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
        if (line.isSpeech(offset) && (!speaks || speaksDialect(facts))) continue
        if (isTitled(line.tokens, first)) continue
        const right = dressed(frame.right, text, facts.forms.apostrophe)
        const past =
          EVERYBODY.includes(frame) && !line.isSpeech(offset) && isPast(line.tokens)
            ? VERB_OF_BASE.get(text)?.past
            : undefined
        yield {
          offset,
          length: end - offset,
          message: frame.why,
          replacements: past === undefined ? [right] : [past, right],
        }
      }
    }
  },
}

/** Told in the past, by a glance at what is said of it. */
function isPast(tokens: readonly Token[]): boolean {
  return tokens.some(({ lower }) => lower === 'was' || lower === 'were' || lower === 'had' || lower === 'said')
}

/** "The others and Dr. Bull were": no sentence begins after the stop. */
function isTitled(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 2]?.text === '.' && /^(?:mr|mrs|ms|dr|st)$/.test(tokens[at - 3]?.lower ?? '')
}

const SEVERAL =
  'eyes|hands|arms|fingers|legs|knees|lips|shoulders|feet|men|women|children|people|boys|girls|boots|shoes|clothes|windows|walls|stairs|trees|stars|horses|soldiers|voices|doors|lights|streets|houses|clouds|birds|dogs|words|thoughts'

const ENDS = '.|in|on|at|with|behind|beside|near|under|over|across|around|who|that|which'

const KIN =
  'brother|sister|mother|father|son|daughter|wife|husband|friend|uncle|aunt|boy|girl|man|woman|teacher|king|queen|captain|boss|house|city|car|dog|cat|horse|world'

/** A clause begins: what follows is its subject. Not after prepositions, where subject and verb change places (before his eyes was a sea). */
const CLAUSE = '^|and|but|that|because|when|while|so|though|although'

/** One thing, of however many: the sound of the drums was. Not those that are many themselves, as a row or a handful. */
const HEADS =
  'sound|smell|sight|weight|taste|feel|touch|noise|thought|idea|box|bag|list|color|colour|shape|size|edge|top|bottom|end|roar|rumble|echo|clatter|beat|beating|scent|stench|glow|flow|surface|memory|look|rhythm|crackle|flicker|hum|price|cost|purpose|center|centre|leader|owner|captain|loss|lack|hint|trace|thud|clink'

const ONE_WHY = 'The subject is one, so the verb is “was”, “is” or “has”.'

const SEVERAL_WHY = 'Several are meant, so the verb is “were”, “are” or “have”.'

/** Not those that are many people, and go with both in British English. */
const COUNTED = [...COUNT_NOUNS]
  .filter((noun) => !/^(?:enemy|bunch|tribe|audience|nation|department)$/.test(noun))
  .join('|')

/** One of a kind, with a verb in a clause of its own: "the army that protect the road". */
const SINGLES = [
  ...COUNT_NOUNS,
  ...'army city wind law voice light person guy kid thing company team ship train star sun storm god demon creature beast monster'.split(
    ' ',
  ),
]
  .filter((noun) => noun !== 'bunch' && noun !== 'tribe')
  .join('|')

const WHO = frames(
  'Who or what is meant is one, so the verb has its form for one.',
  VERBS.filter(({ base, past }) => base !== past && base !== 'lay')
    .map(
      ({ base, third }) => `
      !@prep|and|or|nor|than|one|if|let|make|made @det ${SINGLES} who${NO_NOUNS.has(base) ? '|that|which' : ''} [${base}] !. => ${third}
      ^ and|but|so @det ${SINGLES} who${NO_NOUNS.has(base) ? '|that|which' : ''} [${base}] !. => ${third}`,
    )
    .join('\n'),
)

/** No mass of these is one, whatever word comes next. */
const ONE_WHO = frames(
  'Who or what is meant is one, so the verb has its form for one.',
  `
  !of|and|or|with the|this|that|a one|man|woman|boy|girl|person|guy who [have] !. => has
  !of|and|or|with the|this|that|a one|man|woman|boy|girl|person|guy who [are] !. => is
  !of|and|or|with the|this|that|a one|man|woman|boy|girl|person|guy who [don't] => doesn't
  `,
)

const EVERYBODY = frames(
  'The subject is one, so the verb has its form for one.',
  VERBS.filter(({ base, past }) => base !== past && base !== 'lay')
    .map(
      ({ base, third }) => `
      ^ everybody|everyone|nobody|somebody [${base}] !. => ${third}
      ${NO_NOUNS.has(base) || base === 'want' ? `^ the|my|his|her|our|their ${SINGLES}|mother|father always|never|often|still|usually|sometimes? [${base}] !.|of|to => ${third}` : ''}`,
    )
    .join('\n'),
)

const PLURAL_VERBS = frames(
  'Several are meant, so the verb has its form for several.',
  VERBS.filter(
    ({ base }) =>
      NO_NOUNS.has(base) || /^(?:live|play|look|walk|want|need|like|love|wait|work|help|stand|sleep|run)$/.test(base),
  )
    .map(
      ({ base, third }) =>
        `^|because|but the|my|his|her|their|our|these|those parents|children|people|eyes|hands|men|women|${[...PLURALS.values()].join('|')} [${third}] => ${base}`,
    )
    .join('\n'),
)

const TABLES = [
  {
    speaks: false,
    table: frameTable([
      ...frames(
        ONE_WHY,
        `
        !if|though|@prep each|one|neither|either of them|us|you|these|those [were] => was
        each|one|neither|either of them|us|you [are] !. => is
        each|one|neither|either of them|us|you [have] !. => has
        !if|though|@prep each|one|neither|either of the|his|her|my|their|our * [were] => was
        !if|though each|neither|either|one of the|his|her|my|their|our * -s [were] => was
        each|one|neither|either of the|his|her|my|their|our * [have] !. => has
        each|one|neither|either of the|his|her|my|their|our * [are] !. => is
        each|every one [were] => was
        each|every one [have] => has
        each|every one [are] => is
        ^|and|but everyone|everybody|somebody|someone|nobody|anybody|everything|something|nothing [were] => was
        ^|and|but everyone|everybody|somebody|someone|nobody|everything|something|nothing [are] => is
        ^|and|but everyone|everybody|somebody|someone|nobody|everything|something|nothing [have] => has
        ^ the|his|her|my|our|their ${COUNTED} [were] !to|. => was
        ${CLAUSE} the ${HEADS} of @det|@poss? * -s [were] !.|to => was
        ${CLAUSE} the ${HEADS} of @det|@poss? -s [were] !.|to => was
        ${CLAUSE} the ${HEADS} of @det|@poss? -s [are] !.|to => is
        ${CLAUSE} the ${HEADS} of @det|@poss? -s [have] !.|to => has
        ^|and|but the|his|her|my|our|their hair|news|money|furniture|luggage|information|weather|music|smoke|snow|skin [were] => was
        ^|and|but there [were] a|an|one ${COUNTED} ${ENDS} => was
        ^ @name [have] @art|been|never|not|no|until|already|only|nothing|something => has
        ${CLAUSE} @poss|@art ${KIN} [have] !to|. => has
        ${CLAUSE} @poss|@art ${KIN} [do] not => does
        ${CLAUSE} @poss|@art ${KIN} [don't] => doesn't
        ^ @name [were] @art|never|not|already|only|nothing|something => was
        `,
      ),
      ...frames(
        SEVERAL_WHY,
        `
        ${CLAUSE} his|her|their|my|the|your|our ${SEVERAL} [was] => were
        ${CLAUSE} his|her|their|my|the|our|these|those|both|two|three|many|several ${[...PLURALS.values()].join('|')} [was] => were
        ${CLAUSE} his|her|their|my|the|our|these|those|both|two|three|many|several ${[...PLURALS.values()].join('|')} [has] => have
        ^|and|but there [was] no|some|other|more? ${[...PLURALS.values()].join('|')} ${ENDS} => were
        ${CLAUSE} some|many|most|these|those people [was] => were
        both of them|us|you|the|his|her|my|their [was] => were
        ^ he|she|i|@name and|& his|her|my|our ${KIN} [was] => were
        ^ my|his|her|our ${KIN} and i [was] => were
        ${CLAUSE} some|many|most|these|those people [has] => have
        ${CLAUSE} his|her|their|my|the|your|our ${SEVERAL} [has] => have
        ${CLAUSE} his|her|their|my|the|your|our ${SEVERAL} [is] => are
        ^|and|but there [was] many|several|few|lots|dozens|hundreds|thousands of? !a => were
        ${CLAUSE} the police [was] => were
        ${CLAUSE} the|these|those|my|his|her|our|their|all people|others|villagers|men|women|boys|girls|children|soldiers|guards|students|houses|walls|windows in|of|on|at|from @det * [was] => were
        ^|and|but there [was] so|too many|few !a => were
        `,
      ),
    ]),
  },
  {
    speaks: true,
    table: frameTable([
      ...frames(SEVERAL_WHY, '^|and|but|because|that there [is] not? enough|so|too? many|few? of them|us|you => are'),
      ...WHO,
      ...ONE_WHO,
      ...EVERYBODY,
      ...PLURAL_VERBS,
    ]),
  },
] as const
