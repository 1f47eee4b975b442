/** Verbs that cannot carry a speech, for the rules that tell a beat ("He shrugged.") from a tag ("he said"). Finite forms only. */
import { regularForms } from './inflect.ts'

const ACTIONS =
  'shrug! nod! frown blink wink look turn walk step! pull push grab! reach lean cross raise lower open close glance stare ' +
  'gesture pause fold rub! scratch wipe tilt bow knock kick toss drop! slam! hug! kiss pat! gaze glare swallow stumble ' +
  'stretch squeeze poke stroke brush jump laugh smile grin! smirk chuckle giggle sigh beam cock tug! clench jerk flinch wince ' +
  'shiver tremble slump settle march stroll jog! climb pick peer nudge tap! clutch crouch kneel tuck flick lift roll pout collapse cough check hesitate pluck wait watch listen pour wrap hand fumble fidget hover shuffle sniff yawn clear'

const IRREGULAR =
  'stood stands sat sits took takes put puts threw throws ran runs shook shakes rose rises caught catches held holds ' +
  'went goes came comes left leaves got gets knelt hung hangs slid slides swung swings drew draws wore wears bent bends ' +
  'shut shuts dug digs set sets let lets ate eats drank drinks found finds gave gives saw sees stuck sticks crept strode hit hits'

const FINITE = new Set([
  ...ACTIONS.split(' ').flatMap((entry) => regularForms(entry).filter((form) => !form.endsWith('ing'))),
  ...IRREGULAR.split(' '),
])

/** What many writers use as if it were speaking: "Really?" she laughed. Not wrong enough to be sure. */
const TOLERATED = new Set(
  'smile grin! smirk chuckle giggle sigh laugh beam pout'
    .split(' ')
    .flatMap((entry) => regularForms(entry).filter((form) => !form.endsWith('ing'))),
)

/** What a body or a part of it does by itself: his eyes narrowed. */
const OF_A_BODY = new Set(
  'narrowed widened softened hardened trembled twitched tightened clenched fell dropped rose flew lit darkened shook moved went flashed crinkled'.split(
    ' ',
  ),
)

const PARTS = new Set(
  'eyes eye eyebrows eyebrow brow brows face hand hands lips lip mouth jaw gaze smile grin cheeks fists fist shoulders fingers head expression'.split(
    ' ',
  ),
)

/** Lower case, apostrophes straight; in the past or the third person. */
export function isAction(word: string): boolean {
  return FINITE.has(word)
}

/** An action that passes for speaking with many writers. */
export function isTolerated(word: string): boolean {
  return TOLERATED.has(word)
}

/** The same, or a nod, which goes with words as easily. */
export function passesForSpeaking(word: string): boolean {
  return TOLERATED.has(word) || word === 'nodded' || word === 'nods'
}

export function isBodyPart(word: string): boolean {
  return PARTS.has(word)
}

export function isBodyAction(word: string): boolean {
  return OF_A_BODY.has(word)
}
