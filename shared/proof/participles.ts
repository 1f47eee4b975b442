/** Which -ing words begin a phrase that is set off by a comma, and after which verbs none is. */

/** What comes of the action: "stepped on a branch, causing him to turn". After a noun, too. */
export const RESULTS: ReadonlySet<string> = new Set('causing forcing prompting earning startling allowing'.split(' '))

/** The same where an object pronoun follows, as "leaving" and "making" begin other phrases as well. */
export const RESULTS_FOR_SOMEBODY: ReadonlySet<string> = new Set(
  'leaving making letting sending giving knocking throwing pulling pushing dragging tearing shoving bringing'.split(
    ' ',
  ),
)

/** With one of these in the clause an -ing word belongs to it: saw him running, kept going, went on singing. */
export const OPEN_TO_ING: ReadonlySet<string> = new Set(
  (
    'see saw seen sees seeing hear heard hears hearing watch watched watches watching feel felt feels feeling notice noticed find found finds finding catch caught catches catching ' +
    'keep kept keeps keeping leave left start started stop stopped begin began begun spot spotted smell smelled smelt imagine imagined picture pictured have had has having get got ' +
    'want wanted like liked mind minded love loved hate hated remember remembered recall recalled forget forgot spend spent waste wasted busy send sent set sets bring brought observe observed ' +
    'glimpse glimpsed sense sensed detect detected avoid avoided finish finished quit risk risked consider considered discover discovered dread dreaded describe described ' +
    'is are was were be been being am there'
  ).split(' '),
)

/** Come, go, sit and stand take an -ing word without a comma: went away whistling, sat there staring. */
export const MOTIONS: ReadonlySet<string> = new Set(
  (
    'come came go went gone sit sat stand stood lie lay run ran walk walked end ended wind wound stay stayed set take took ride rode drive drove fly flew wander wandered ' +
    'hurry hurried rush rushed charge charged burst fall fell crawl crawled stumble stumbled storm stormed race raced tear tore dance danced move moved spin spun roll rolled ' +
    'swing swung wake woke die died live lived work worked linger lingered hang hung spring sprang jump jumped arrive arrived return returned appear appeared enter entered'
  ).split(' '),
)

/** Not participles of a verb at all, or prepositions by now. */
export const NO_PARTICIPLES: ReadonlySet<string> = new Set(
  'thing things something anything nothing everything being having going during morning evening king ring string spring wing sing bring sling sting swing fling cling ceiling building feeling meaning wedding clothing lightning railing painting warning beginning regarding considering including concerning following according depending excluding notwithstanding blessing offspring sibling darling sterling viking pudding boring interesting amazing exciting willing unwilling unwitting everlasting loving cunning daring'.split(
    ' ',
  ),
)

/** What an absolute phrase is about in fiction: part of somebody, or what flows from them. */
export const BODY: ReadonlySet<string> = new Set(
  (
    'hand hands finger fingers fist fists palm palms arm arms shoulder shoulders elbow leg legs knee knees foot feet toe toes body head face eyes eye gaze brow brows eyebrow eyebrows eyelids lashes lips lip mouth teeth jaw chin cheeks cheek nose ears ear ' +
    'hair locks tresses bangs ponytail braid neck throat chest back stomach heart breath breathing breaths voice tone words tears tear blood sweat skin muscles nails claws tail wings fur smile smirk grin expression mind thoughts pulse lungs ' +
    'cloak coat dress skirt robes shirt cape kimono boots heels weight hips spine fangs tongue knuckles nostrils hackles chakra sobs'
  ).split(' '),
)

/** Verbs of voice and the like: they have no object and take no -ing word. */
export const VOICES: ReadonlySet<string> = new Set(
  'shrieked screamed cried sobbed coughed whispered yelled shouted wailed gasped choked whimpered howled begged laughed nodded trembled sighed smiled grinned smirked giggled chuckled groaned moaned growled blushed winced'.split(
    ' ',
  ),
)
