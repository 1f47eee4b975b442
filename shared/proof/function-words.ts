/** Words that build sentences rather than name things: after a compound adjective none of them stands, after a subject many do. */

const words = (list: string): readonly string[] => list.split(' ')

export const DETERMINERS: ReadonlySet<string> = new Set(
  words(
    'a an the this that these those my your his her its our their some any no every each another both all either neither such what which whose',
  ),
)

export const PREPOSITIONS: ReadonlySet<string> = new Set(
  words(
    'of in on at to for with from by about into onto over under through across around behind beside besides between before after against without within upon near toward towards along among amid beneath below above beyond despite during except inside outside off out up down past since until till like unlike via than as per',
  ),
)

const CONJUNCTIONS: ReadonlySet<string> = new Set(
  words(
    'and or but nor so yet if because when while although though unless whether once whereas lest that who whom where why how whenever wherever however whatever',
  ),
)

const PRONOUNS: ReadonlySet<string> = new Set(
  words(
    'i you he she it we they me him her us them mine yours his hers ours theirs myself yourself himself herself itself ourselves themselves someone somebody something anyone anybody anything everyone everybody everything nobody nothing none one',
  ),
)

export const AUXILIARIES: ReadonlySet<string> = new Set(
  words(
    "am is are was were be been being have has had having do does did done can could will would shall should may might must ain't isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't didn't can't cannot couldn't won't wouldn't shan't shouldn't mightn't mustn't",
  ),
)

const LITTLE_ADVERBS = words(
  'not never ever always still just only even also too very quite rather really already then there here now again back away home instead together soon almost perhaps maybe yes no',
)

const ALL: ReadonlySet<string> = new Set([
  ...DETERMINERS,
  ...PREPOSITIONS,
  ...CONJUNCTIONS,
  ...PRONOUNS,
  ...AUXILIARIES,
  ...LITTLE_ADVERBS,
])

/** The word, in lower case, names nothing: no noun, adjective or full verb. */
export function isFunctionWord(lower: string): boolean {
  return ALL.has(lower)
}
