/**
 * Plain names of things and people that are counted and are seldom another part of speech: in the singular an article, a
 * possessive or the like stands before them. Left out are those of which English makes set phrases without one (by hand,
 * at sea, in bed, on foot, to church) and those that are verbs as well (hand, face, watch).
 */

const words = (list: string): readonly string[] => list.split(' ')

const THINGS = words(
  'door room house wall bucket basket bottle knife sword dagger blanket pillow mattress curtain cupboard drawer shelf ladder staircase chair sofa couch stool lamp candle lantern mirror ' +
    'carpet window doorway gate fence roof chimney balcony kitchen bedroom bathroom cellar attic garden courtyard barn stable cottage castle tower palace village street ' +
    'road bridge river lake island hill mountain valley cliff cave forest tree bush leaf flower stone rock cloud puddle field meadow wagon carriage cart boat ' +
    'bicycle helmet shirt jacket dress skirt hat cap scarf glove boot shoe ring necklace purse wallet suitcase backpack umbrella book letter envelope newspaper diary ' +
    'photograph picture pencil pen phone telephone computer camera radio machine engine wheel rope chain hammer spoon fork plate bowl kettle pot pan cup mug ' +
    'sky gun guitar piano laptop keyboard hoodie sweater coat elevator notebook apple sandwich cake egg bone skull wing tail feather horse donkey goat pig cat kitten dog puppy wolf fox rabbit mouse rat bird dragon spider',
)

const PEOPLE = words(
  'boy girl man woman child baby stranger soldier sailor guard knight prince princess king queen wizard witch doctor nurse teacher student farmer miller priest monk ' +
    'servant thief policeman detective lawyer driver neighbour neighbor friend enemy brother sister uncle aunt nephew niece husband wife widow orphan giant ghost',
)

/** The same of four million words, also after “had”, “saw”, “opened” and the like, as often as not at the end of a sentence. */
const SELDOM_BARE = words(
  'actor alley angel apartment ape army balcony ballroom basement birthday block bureau butler cabin café cathedral cellar chain chauffeur cigarette cloak closet coffin couch counter coward crew crowd dagger director ditch doorstep driver engine expedition factory farmer ferry finger fist fleet fool footman fort fountain frontier half-hour handkerchief hole horizon host hostess household housekeeper hunter husband idea instant interval jungle kid kitchen laboratory landlady landlord lane laundry lifetime lobby lordship mainland manager mantelpiece map mattress mast mill minute mission mistress moat neighbour neighborhood neighbourhood newcomer niece nuisance objection oven overcoat palace pantry parlour partner pavement pillow platform pocket policeman porch princess prisoner prophet proposal receiver rival roof rug sailor saloon scheme sheriff shoulder sidewalk sitting-room slave sleeve spell staircase stick studio tale task threshold throat throne towel tramp typewriter umbrella universe valley vest victim villa wedding whip widow windmill yard sofa sandwich',
)

/**
 * Of which two million words of novels have not one after a preposition without an article, a possessive or the like;
 * singular, lower case.
 */
export const NEVER_BARE: ReadonlySet<string> = new Set([
  ...SELDOM_BARE,
  ...words(
    'announcement armchair article audience ball balloon bathroom bedroom bell bench bicycle bill book bottle box boy brother bull bunch castle cat chair cigar city clerk clock commission companion corner corpse corridor cottage cup cupboard department desk detective dollar doorway drawing-room elevator enemy envelope errand event exception friend funeral gate ghost gift glimpse guest hotel hut impression inn island knot lad ladder lady ' +
      'lamp lantern leg lesson library lover mask meal member message mirror model moment month nation officer package painter path pattern period photograph physician picture pipe pistol poem poet pond portrait prize problem restaurant revolver rifle river screen seat servant sofa soldier spectacle story taxi telegram tent theatre ticket topic tray tribe trunk vessel village visitor voyage wagon waiter wall weapon window world',
  ),
])

/** Singular, lower case. */
export const COUNT_NOUNS: ReadonlySet<string> = new Set([...THINGS, ...PEOPLE, ...NEVER_BARE])

const IRREGULAR = new Map([
  ['man', 'men'],
  ['woman', 'women'],
  ['policeman', 'policemen'],
  ['child', 'children'],
  ['mouse', 'mice'],
  ['wife', 'wives'],
  ['knife', 'knives'],
  ['wolf', 'wolves'],
  ['leaf', 'leaves'],
  ['shelf', 'shelves'],
  ['thief', 'thieves'],
])

/** Singular → plural, lower case, of the same words. */
export const PLURALS: ReadonlyMap<string, string> = new Map(
  [...COUNT_NOUNS].map((noun) => [noun, pluralOf(noun)] as const),
)

function pluralOf(noun: string): string {
  const irregular = IRREGULAR.get(noun)
  if (irregular !== undefined) return irregular
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}
