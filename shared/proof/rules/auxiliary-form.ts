/** The form of a verb after a helping verb that stands before it: would forget, did she learn, had gone, to go. */
import { dressed, findFrames, frames, frameTable } from '../frames.ts'
import { regularForms } from '../inflect.ts'
import { IRREGULAR_VERBS } from '../irregular-verbs.ts'
import type { LineRule } from '../rule.ts'
import { VERBS } from '../verbs.ts'

export const auxiliaryForm: LineRule = {
  name: 'auxiliary-form',
  level: 'default',
  kind: 'grammar',
  title: 'Verb after a helping verb',
  explain:
    'After “would”, “could”, “did” and “to” a verb has its plain form (he would forget, did she learn), after “had” its ' +
    'participle (had eaten).',
  example: { wrong: 'Where did she learned that?', right: 'Where did she learn that?' },
  source: 'Chicago Manual of Style 17th ed. 5.144–5.147 (auxiliary verbs).',
  *check(line, { facts }) {
    for (const { frame, first } of findFrames(TABLE, line, facts)) {
      const { start: offset, end, text } = line.tokens[first]!
      const right = dressed(frame.right, text, facts.forms.apostrophe)
      yield { offset, length: end - offset, message: frame.why, replacements: [right] }
    }
  },
}

/** Past and base of what is no noun, no adjective and no base of another verb: "to fell" and "would found" are right. */
const STRONG = (
  'went go|came come|became become|took take|mistook mistake|gave give|forgave forgive|drank drink|sang sing|began begin|broke break|spoke speak|' +
  'stole steal|woke wake|awoke awake|chose choose|froze freeze|drove drive|wrote write|rode ride|flew fly|grew grow|knew know|threw throw|blew blow|drew draw|withdrew withdraw|' +
  'ate eat|shook shake|wore wear|tore tear|swore swear|shrank shrink|sank sink|forgot forget|told tell|thought think|heard hear|said say|kept keep|made make|brought bring|caught catch|' +
  'meant mean|slept sleep|understood understand|stood stand|lost lose|got get|fought fight|bought buy|taught teach|sold sell|sent send|spent spend|crept creep|wept weep|' +
  'hid hide|bit bite|held hold|fed feed|met meet|wanted want|looked look|seemed seem|asked ask|answered answer|believed believe|remembered remember|' +
  'learned learn|learnt learn|stayed stay|returned return|turned turn|walked walk|talked talk|opened open|closed close|pulled pull|pushed push|happened happen|tried try|died die|lived live'
)
  .split('|')
  .map((row) => row.split(' ') as [string, string])

/** Their pasts are bases or other words as well. */
const OTHERS = new Set([
  'found',
  'fell',
  'saw',
  'lay',
  'put',
  'cut',
  'hit',
  'hurt',
  'read',
  'left',
  'used',
  'needed',
  'rang',
  'swam',
  'ran',
  'rose',
  'shone',
])

const PASTS: readonly (readonly [past: string, base: string])[] = [
  ...new Map([
    ...STRONG,
    ...VERBS.filter(({ past }) => !OTHERS.has(past)).map(({ past, base }) => [past, base] as const),
  ]),
]

/** Right after a helping verb as well: "should these lost ones", "would be thought", "the would said"; so a subject stands before. */
const MODALS =
  "would could should will might must can wouldn't couldn't shouldn't won't mustn't can't cannot".replaceAll(' ', '|')

/** Regular or with one form for past and participle, and no nouns. */
const DONE = new Set(
  'believe remember learn realize realise explain decide protect finish enjoy enter appear happen destroy tell hear keep bring understand lose teach sell send hide meet'.split(
    ' ',
  ),
)

/** Nothing but the plain form has come between: "he would never forgot". */
const ADVERBS = 'not|never|always|just|only|soon|then|also|still|probably|surely|certainly'

/** Done to somebody or something, and no noun or quality: should be deported. */
const DONE_TO =
  'arrest punish execute destroy protect remember replace remove repair deport invite accept reject admire invent perform discover inform explain require include describe avoid forget! release believe'

/** What goes on: has been working here. */
const LASTING =
  'work wait live look talk walk try sit! stand watch read think play sleep learn search cry sing study listen'

const TABLE = frameTable([
  ...frames(
    'After “be” stands the participle: it is done to somebody.',
    DONE_TO.split(' ')
      .map((entry) => [entry.replace('!', ''), entry === 'forget!' ? 'forgotten' : regularForms(entry)[0]!] as const)
      .map(
        ([base, done]) =>
          `should|must|will|would|could|can|may|might|to|cannot|can't|won't|not be [${base}] .|by|at|in|and|from|for|as|with|to => ${done}`,
      )
      .concat(
        '@subj|@name was|were|is|are|been|be never|not|being? [call] away|off|by|back|up|out|upon => called',
        'is|was|are|were|be|been well|best|also|better|only? [know] for|to|as|by => known',
      )
      .join('\n'),
  ),
  ...frames(
    'After “has been” the verb stands with -ing: it goes on.',
    LASTING.split(' ')
      .map((entry) => [entry.replace('!', ''), regularForms(entry).at(-1)!] as const)
      .map(
        ([base, going]) =>
          `i|he|she|we|they|you|who|@name has|have|had|hadn't|haven't|hasn't not? been [${base}] .|here|there|for|in|at|on|with|all|to|like|too|about|since|so|hard => ${going}`,
      )
      .join('\n'),
  ),
  ...frames(
    'After “has” and “had” stands the participle.',
    `it|he|she|they|we|you|i has|have|had not|never|just|already|finally? [stop] -ing|.|at|in|for|here => stopped`,
  ),
  ...frames(
    'After “would”, “could”, “will” and the like stands the verb’s plain form.',
    PASTS.map(
      ([past, base]) => `
      @subj|@name|nobody|somebody|everybody|everyone|someone ${MODALS} ${ADVERBS}? [${past}] => ${base}`,
    ).join('\n'),
  ),
  ...frames(
    'After “did” stands the verb’s plain form: the past is said once.',
    PASTS.map(
      ([past, base]) => `
      ^|what|where|why|how|when did|didn't @subj|@name|nobody|somebody|anyone|anybody [${past}] => ${base}
      did|does not|ever|never [${past}] => ${base}`,
    )
      .concat('did|does not [had] => have')
      .join('\n'),
  ),
  ...frames(
    'After “would”, “does” and the like stands the verb’s plain form: the “s” is said once.',
    VERBS.filter(({ base }) => base !== 'need')
      .map(
        ({ third, base }) => `
      @subj|@name ${MODALS}|doesn't|didn't|don't ${ADVERBS}? [${third}] => ${base}
      ^|what|where|why|how|when do|does|did|doesn't|don't|didn't @subj|@name|anyone|anybody [${third}] => ${base}`,
      )
      .join('\n'),
  ),
  ...frames(
    'After “to” stands the verb’s plain form.',
    PASTS.map(
      ([past, base]) => `
      want|wants|wanted|trying|tried|going|began|started|decided|able|managed|need|needed|have|has|had|used|refused|hoped|supposed|him|them|me|us to [${past}] => ${base}`,
    ).join('\n'),
  ),
  ...frames(
    'After “have” and “had” stands the participle.',
    IRREGULAR_VERBS.filter(
      ({ base, participle }) =>
        base !== participle &&
        !/^(?:sea|ride|fall|run|drink|ring|drive|break|do|sink|spring|draw|blow|wear|tear|fly|swim|steal)$/.test(base),
    )
      .map(
        ({ base, participle }) => `
      !all|what|which|everything|nothing|those|-s|people|men|women|man|woman|thing @subj|@name has|had|have|hasn't|hadn't|haven't not|never|just|already|always|also? [${base}] => ${participle}`,
      )
      .concat(
        VERBS.filter(({ base, participle }) => DONE.has(base) && base !== participle).map(
          ({ base, participle }) => `
      !all|what|which|everything|nothing|those|-s|people|men|women|man|woman|thing @subj|@name has|had|have|hasn't|hadn't|haven't not|never|just|already|always|also? [${base}] => ${participle}`,
        ),
      )
      .join('\n'),
  ),
])
