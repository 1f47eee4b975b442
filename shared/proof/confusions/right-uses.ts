/**
 * Places where a word is right although the words beside it nearly always go with the other one: turns of phrase that
 * novels have too seldom to be learnt from. Most are written as frames whose flagged word is the right one.
 */
import { type FrameTable, frames, frameTable } from '../frames.ts'
import { isStop } from '../sentences.ts'
import type { Token } from '../tokens.ts'

export const RIGHT_USES: FrameTable = frameTable(
  frames(
    'This word is right here.',
    `
    ^ [your|their] -ing => as is
    [you're|they're] mother|father|brother|sister|friend|master|parents|family|heart|body and|or|enough => as is
    ^ [you're|they're] friends|friend|family|company|money|home|cousins|brothers|sisters|partners|enemies|neighbors|neighbours => as is
    , [you're|they're] friends|friend|family|company|money|home|cousins|brothers|sisters|partners|enemies|neighbors|neighbours => as is
    and|but|that|if|because|when|so [you're|they're] friends|friend|family|company|money|home|cousins|brothers|sisters|partners|enemies => as is
    at|in|on|by|over|up|out|about|for|with|of|to [you're|it's|they're] good|warm|cold|dark|hot|bad|fine|safe|right|wrong|hard|easy|late|early|quiet|over|all|not|a|the|too|so|very .|at|in|on|to|for|that => as is
    i|he|she|they|we|you|@name [too] have|has|had|was|were|are|am|is|could|would|should|did|do|felt|knew|must|might|will|came|went|saw|heard|turned|looked => as is
    us|him|her|them|me [too] .|and|but|as|when|with|in|on => as is
    once|any|no more [then] => as is
    [loose] @det|@obj|@name arrow|arrows|bolt|bolts|shaft|shafts|dogs|hounds|dog|knot|knots|rope|ropes|hold|grip|tongue|tongues|hair => as is
    breath to [breath] => as is
    had|has|have|of|with|like [lead] in|on|to|. => as is
    [quiet] a while|moment|minute|second|long|little|bit|day|night|week => as is
    come|go|and [hear] @det|@poss|@obj|what|how => as is
    as a [whole] => as is
    on|upon the [whole] => as is
    [know] one|all ,|. => as is
    way [past] . => as is
    stood|stand|stands|left|remained|remain [whole] => as is
    tag|sign|signs|label|letters|plate|screen|note|it|text|message|headline|banner|plaque|badge|that|which|card|poster|shirt [read] * => as is
    left|hand|side to [right] => as is
    and [through] @obj|@det|@name|everything => as is
    [yours|mine] .|start|begin|come|go|is|was|were|are|had|has|did|does|will|would|can|to|and => as is
    house and [lot] => as is
    lose|loose|win|won|lost [some] . => as is
    taken|took|take [who] => as is
    the|a|most|more|very|less|an [able] -ed|man|men|woman|way|body|seaman|seamen|hands|leader|student => as is
    [shore] and|road|line|party|leave|bird|birds => as is
    the|in|these|those|his|her [later] editions|volumes|episodes|years|chapters|stages|part => as is
    here|there [too] this|that|last|tonight|now => as is
    [too] pat => as is
    party|match|game|fight|fit|one|that i|you|he|she|we|they [threw] => as is
    -ed [witch] was|is|had|who|of => as is
    a|the|this|that [meet] of => as is
    peculiar|particular|rubber|leather|worn|left|right|boot|shoe|foot [sole] => as is
    a|the|great|nice|his|her|big|another|brilliant|good [save] => as is
    of [coarse] !.|i|he|she|they|you|we|it|not|the|there|but|and|this|that|if => as is
    `,
  ),
)

/** The same where frames and the words beside them say otherwise too. */
export const EVER_RIGHT: FrameTable = frameTable(
  frames(
    'This word is right here.',
    `
    closer|nearer|up|down|back|from to [here] .|and|but|than|before|when => as is
    am i [here] . => as is
    do|does|did [hear] . => as is
    it|him|them|me|us [past] @det|@obj|. => as is
    the [peace] of the|our|this galaxy|world|system|planet|empire|country|land|house|place|night|evening|morning|dusk|blue|stars => as is
    disturb|disturbed|disturbing|shatter|shattered|shattering|maintain|maintained|maintaining|keep|keeping|kept|breaking|broke|break the [peace] => as is
    i|he|she|we|they even [thought] @det|@obj|@name => as is
    [hell] take @det|@obj => as is
    [write] up|off @poss|everything => as is
    the|a|our|their|his|her|its [mother] ship|ships|country|tongue|superior|world|cat|bird => as is
    [leaf] through => as is
    talk|talks|talked|talking [sense] . => as is
    could|can [of] @det|-ing => as is
    ever [were] . => as is
    of|at|by|for|about|without [their|your|its] not|never|ever -ing => as is
    to [no] known|other|one|man => as is
    `,
  ),
)

/**
 * The same where a frame is too short to see it: "louder even than that", of which the comparative stands further off, "year
 * by year", and "your I.F.A.W. members".
 */
export function isRightFarOff(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at]!
  if (tokens[at - 2]?.lower === lower && BETWEEN.has(tokens[at - 1]!.lower)) return true
  if (OWNERS.has(lower)) return isInitial(tokens[at + 1]) && tokens[at + 2]?.text === '.' && isInitial(tokens[at + 3])
  if (lower !== 'than') return false
  for (let look = at - 1; look >= 0 && at - look < FAR && !isStop(tokens[look]!); look -= 1) {
    if (COMPARATIVES.has(tokens[look]!.lower)) return true
  }
  return false
}

const BETWEEN = new Set('by after upon on to for'.split(' '))

const OWNERS = new Set('your their its whose'.split(' '))

function isInitial(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}$/u.test(token.text)
}

/** Tokens between a comparative and its "than" at most. */
const FAR = 12

/** Those that are said of most things; what else ends in -er is too often a noun. */
const COMPARATIVES = new Set(
  (
    'more less rather sooner better worse fewer closer nearer louder softer harder faster slower higher lower greater larger smaller bigger longer shorter ' +
    'older younger stronger weaker deeper easier happier later earlier further farther wider brighter darker heavier lighter hotter colder warmer ' +
    'richer poorer nicer finer safer quicker thicker thinner'
  ).split(' '),
)
