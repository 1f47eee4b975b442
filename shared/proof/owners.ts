/**
 * Who has things in stories, and what they have: for possessives whose apostrophe is missing (her mothers voice). Apart
 * from it stand things that are verbs as well (face, hand), as after a plural they may be just that.
 */

const words = (list: string): readonly string[] => list.split(' ')

const PEOPLE = words(
  'mother father mom mum dad mommy mummy daddy mama papa brother sister husband wife uncle aunt auntie cousin grandmother grandfather grandma grandpa granny nana nan gran daughter son nephew niece ' +
    'parent stepfather stepmother friend boyfriend girlfriend roommate neighbor neighbour stranger enemy lover partner boss landlord landlady teacher professor principal headmaster coach student doctor nurse ' +
    'patient sheriff officer policeman cop detective captain sergeant general colonel lieutenant commander admiral soldier sailor guard knight prince princess king queen emperor empress duke duchess lord lady ' +
    'baron servant maid butler driver pilot farmer miller baker butcher smith blacksmith innkeeper barkeep bartender waiter waitress merchant thief assassin killer murderer priest monk nun bishop pope ' +
    'wizard witch sorcerer mage healer alchemist vampire werewolf demon devil angel ghost spirit goddess giant dwarf elf fairy monster creature beast dragon alien robot girl boy man woman lad kid child baby ' +
    'toddler infant bride groom bridegroom host hostess guest chief foreman person victim widow orphan hunter warrior archer rider hero villain master mistress owner singer author writer artist painter lawyer judge clerk shopkeeper janitor mayor president ' +
    'dog cat kitten puppy horse mare stallion pony wolf fox bear lion tiger cow bull pig goat sheep rabbit bird raven crow owl eagle hawk snake spider rat mouse',
)

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['man', 'mans'],
  ['woman', 'womans'],
  ['policeman', 'policemans'],
  ['child', 'childs'],
  ['wolf', 'wolfs'],
  ['werewolf', 'werewolfs'],
  ['wife', 'wifes'],
  ['thief', 'thiefs'],
  ['elf', 'elfs'],
  ['mouse', 'mouses'],
  ['person', 'persons'],
  ['sheep', 'sheeps'],
])

/** Written as if for several, or for one without its apostrophe → the one. Lower case. */
export const OWNERS: ReadonlyMap<string, string> = new Map([
  ...PEOPLE.map((one) => [writtenOf(one), one] as const),
  ...PEOPLE.filter((one) => one.endsWith('y')).map((one) => [`${one}s`, one] as const),
])

function writtenOf(one: string): string {
  const irregular = IRREGULAR.get(one)
  if (irregular !== undefined) return irregular
  if (/[^aeiou]y$/.test(one)) return `${one.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh)$/.test(one) ? `${one}es` : `${one}s`
}

/** Of these the form without apostrophe is no plural, so it is never right before what somebody has. */
export const NO_PLURALS: ReadonlyMap<string, string> = new Map([
  ...[...IRREGULAR].filter(([one]) => one !== 'person').map(([one, written]) => [written, one] as const),
  ['mens', 'men'],
  ['womens', 'women'],
  ['childrens', 'children'],
])

/** Nobody, somebody and the like with an s. */
export const SOMEBODIES: ReadonlyMap<string, string> = new Map(
  words('somebody nobody everybody anybody someone everyone anyone').map((one) => [`${one}s`, one] as const),
)

/** What somebody has, and is a noun only. */
export const BELONGINGS: ReadonlySet<string> = new Set(
  words(
    'hair lips lip ear ears cheek cheeks chin throat jaw chest waist wrist wrists fists leg legs arms feet knees teeth tongue brow forehead temple blood breath heart heartbeat soul bones body bodies skin fur tail tails paw paws ' +
      'snout wings claws horns eyes eyebrows eyelids lap hands fingers shoulders voice voices faces ' +
      'garage porch yard lawn driveway mailbox house houses room rooms bedroom bathroom kitchen office study chamber chambers quarters apartment flat hut tent castle palace tower farm barn garden stable stall den cage kennel basket grave tomb coffin throne crown ' +
      'coat coats jacket shirt sweater hoodie dress skirt cloak robe robes sleeve sleeves collar scarf gloves glove hat cap helmet shoes shoe boots boot socks pants jeans trousers apron clothes belt purse wallet handbag backpack suitcase ' +
      'car cars truck van bike bicycle motorcycle boat carriage wagon saddle sword swords dagger bow axe spear staff wand armor armour gun guns rifle pistol phone laptop computer diary journal letter letters letterbox handwriting signature portrait photograph ' +
      'bed blanket pillow chair couch sofa door doorstep doorway keys key necklace locket bracelet glasses spectacles toys toy doll ' +
      'birthday wedding funeral death deaths life lives verse childhood past future fate destiny fault advice permission opinion idea ideas decision secret secrets story stories dream dreams nightmare memory memories mind thoughts feelings emotions anger rage grief sorrow pain ' +
      'happiness joy temper mood behaviour behavior attitude reaction expression presence absence attention approval orders advances tears laughter footsteps gaze words tone opinion accent ' +
      'name names nickname age number money salary job family families brother brothers sister sisters mother father mom mum dad husband wife son sons daughter daughters children child parents friend friends boyfriend girlfriend cousin uncle aunt grandmother grandfather dog dogs cat cats horse horses ' +
      'magic power powers spell curse strength courage skill skills loyalty eldest youngest favorite favourite homework lunch dinner breakfast recipe team army armies kingdom castle men crew',
  ),
)

/** What somebody has, or does: her face, and they face the wall. */
export const BELONGINGS_OR_VERBS: ReadonlySet<string> = new Set(
  words(
    'face eye hand arm shoulder head back nose mouth neck stomach belly elbow finger foot side knee nail desk pocket bag bottle cup ring mask book watch smile grin laugh scream cry shout whisper sigh stare look glare glance frown ' +
      'touch kiss grip hold grasp embrace hug sleep turn work plan plans trust love hate hope help answer question reply request call promise command lead shadow scent smell plate place seat ship shield store shop ' +
      'room chamber house bike journal dream fate number name dress lunch orders order',
  ),
)

/** Where only several have it: they ask for the apostrophe after the s. */
export const SHARED: ReadonlySet<string> = new Set(
  words('changing locker bathroom toilet toilets restroom dormitory dorm dorms showers team'),
)
