/** What joins with what into an adjective before a noun: the second part, and the first parts that go with it. */

const COLOURS =
  'red blue green black white brown blond blonde golden gold silver grey gray pink purple violet orange yellow crimson scarlet amber emerald jade onyx obsidian raven ebony auburn copper ginger coral cerulean azure sapphire hazel dark light pale fair bright lavender teal turquoise ruby honey chocolate caramel platinum pearl ivory blood fire flame ice steel sky midnight snow rose sakura'

const NUMBERS = 'one two three four five six seven eight nine ten many single double triple'

/** "" as the first part: whatever is neither a function word nor ends in -ly. */
const ROWS: readonly (readonly [string, string])[] = [
  ['haired', ''],
  ['hearted', ''],
  [
    'eyed',
    `${COLOURS} ${NUMBERS} wide narrow sharp starry doe cross wild bleary misty teary glassy slit hollow sunken dull keen eagle hawk cat almond wet dry clear bug`,
  ],
  ['skinned', `${COLOURS} thick thin tan tanned olive porcelain smooth`],
  ['furred', COLOURS],
  ['faced', `${COLOURS} ${NUMBERS} stone baby straight grim round stern sour ash ashen bare freckle fresh`],
  ['headed', `red hot level thick clear bald empty hard ${NUMBERS} pink blond blonde white bone`],
  ['handed', `left right empty heavy bare high short single ${NUMBERS}`],
  // Not with a number: "two armed guards".
  ['armed', 'long strong'],
  ['legged', `long short bow cross ${NUMBERS}`],
  ['footed', `bare flat sure light four two`],
  ['minded', 'narrow open like simple single absent small strong weak evil bloody high absent'],
  ['tailed', `${NUMBERS} long short ${COLOURS}`],
  ['winged', `${COLOURS} ${NUMBERS} leather broad`],
  ['lipped', 'thin tight full red'],
  ['bearded', `${COLOURS} long`],
  ['shouldered', 'broad wide narrow square'],
  ['chested', 'broad bare flat deep barrel'],
  ['tempered', 'short hot bad even ill sweet quick foul'],
  ['natured', 'good ill sweet kind'],
  ['mannered', 'mild ill bad well'],
  ['blooded', 'cold hot warm blue red half full pure'],
  ['bodied', 'able full'],
  ['sided', NUMBERS],
  ['sleeved', 'long short'],
  ['heeled', 'high well'],
  ['pitched', 'high low'],
  ['clad', `${COLOURS} leather armor armour iron steel mail cloth fur silk`],
  [
    'shaped',
    'heart star diamond egg almond oval pear leaf moon crescent cross bell dome bowl fan teardrop spiral box cone wedge fox cat dog bird swan mushroom odd strange',
  ],
  ['sized', 'king queen medium bite life child man fist palm human normal average pocket family good decent full'],
  [
    'colored coloured',
    `${COLOURS} peach cream flesh sand rust wine plum lilac mustard olive straw rainbow multi dusty cherry`,
  ],
  [
    'looking',
    'innocent good strange odd weird dangerous angry evil scary serious expensive nasty normal ordinary official important friendly fierce shady suspicious sickly frail sinister delicious comfortable rough tough mean menacing ridiculous funny silly smart intelligent ancient worn sad harmless',
  ],
  ['aged', 'middle'],
  ['fashioned', 'old'],
  ['lost', 'long'],
  ['called', 'so'],
  ['length', 'shoulder waist knee ankle elbow chin floor full thigh calf arm'],
  ['threatening', 'life'],
  ['numbing', 'mind'],
  ['chilling', 'bone spine'],
  ['splitting', 'ear'],
  ['watering', 'mouth'],
  ['curdling', 'blood'],
  ['dropping', 'jaw'],
  ['wrenching', 'gut heart'],
  ['shattering', 'earth'],
  ['catching', 'eye'],
  ['ending', 'never'],
  ['paced', 'fast slow'],
]

/** Only after "a" or "in", as these are verbs as well: "the snow covered roofs". */
const COATED = 'covered filled soaked stained lined coated streaked splattered drenched caked infested'
const COATS =
  'blood mud snow ice dust dirt sweat tear tears chocolate flower smoke rain tree moss ivy sugar honey paint water ash food sand leaf oil wine fog moonlight silk fur fear pain rage'

/** Second part → first parts, null for any. */
export const COMPOUNDS: ReadonlyMap<string, ReadonlySet<string> | null> = new Map(
  ROWS.flatMap(([seconds, firsts]) =>
    seconds
      .split(' ')
      .map((second): [string, ReadonlySet<string> | null] => [
        second,
        firsts === '' ? null : new Set(firsts.split(' ')),
      ]),
  ),
)

export const COATED_COMPOUNDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  COATED.split(' ').map((second) => [second, new Set(COATS.split(' '))]),
)

/**
 * Second parts that hardly ever are anything else, so that any thing or quality goes with them after "a", "the" and the
 * like: a khaki coloured blanket, a horsey looking man. The first set is of parts that are verbs as well ("the man faced
 * ruin"), so only a quality goes with those.
 */
export const VERBAL_SECONDS: ReadonlySet<string> = new Set(
  'looking faced headed handed minded sounding eyed'.split(' '),
)
export const OPEN_SECONDS: ReadonlySet<string> = new Set(
  'skinned rimmed shaped colored coloured lipped legged footed chested shouldered tempered natured mannered blooded sided sized'.split(
    ' ',
  ),
)

/** With "well" and "ill" before anything that can be described. */
export const WELL_OR_ILL: ReadonlySet<string> = new Set('dressed bred natured tempered mannered'.split(' '))

/** After "a well", "the best" and the like. */
export const WELL_COMPOUNDS: ReadonlySet<string> = new Set(
  'known dressed trained built worn deserved placed aimed lit kept made hidden timed respected mannered behaved educated prepared used armed organized fed groomed muscled toned earned rehearsed stocked loved read meaning meant defined concealed guarded'.split(
    ' ',
  ),
)

/** Measures that stand in the singular after a number only in a compound. */
export const UNITS: ReadonlySet<string> = new Set(
  'liter litre gallon quart pint ounce year month week day hour minute second foot inch mile meter metre yard story storey layer man page room bedroom person star ton point round step word course hand seat night'.split(
    ' ',
  ),
)

export const TENS: ReadonlySet<string> = new Set('twenty thirty forty fifty sixty seventy eighty ninety'.split(' '))

export const ONES: ReadonlySet<string> = new Set('one two three four five six seven eight nine'.split(' '))

/** Above one. */
export const COUNTS: ReadonlySet<string> = new Set([
  ...'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen hundred thousand'.split(
    ' ',
  ),
  ...TENS,
])
