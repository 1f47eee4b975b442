/**
 * Laying for lying and setting for sitting, told by what follows: a place, and nothing that is laid or set. Hens lay and
 * set, masons lay, and the sun sets; those are left out.
 */
import { type FrameTable, frames, frameTable } from './frames.ts'

const WHERE =
  'there|here|awake|still|everywhere|somewhere|nearby|outside|inside|alone|asleep|dead|unconscious|motionless|helpless|face|flat|sprawled|curled|crumpled|broken|open|dormant|idle|abandoned|forgotten|next|beside|beneath|underneath|atop|amongst|among|face-down|facedown|sideways'

const ON = 'on|in|under|across|against|near|behind|between|by|over|at|inside|beside'

const PLACE = 'the|a|an|his|her|my|their|there|its|our|your|top|bed|front|that|this|piles|pieces|ruins|heaps'

const NO_LAYER =
  'hen|hens|chicken|chickens|duck|ducks|goose|geese|bird|birds|turtle|turtles|mason|masons|bricklayer|bricklayers|workmen|workman|workers|sailors|soldiers|servants|maids'

const NO_SETTER =
  'sun|suns|moon|star|stars|night|dusk|twilight|day|light|which|that|who|jelly|concrete|cement|plaster|glue|hen|hens|goose|clay|tide|current|wind'

/** Wherever they stand. */
export const LYING: FrameTable = frameTable(
  frames(
    'To “lie” is to rest somewhere (lay, lain, lying); to “lay” is to put something down (laid, laid, laying).',
    `
    was|were|is|are|am|be|been|i'm|he's|she's|it's|you're|we're|they're just|still|all|both|always? [laying] ${WHERE} => lying
    been|i'm|he's|she's|it's|you're|we're|they're|am|was|were|is|are [laying] ${ON} ${PLACE} !mortar|bricks|pipes|paint|charm|guilt|praise => lying
    been|i'm|he's|she's|you're|we're|they're [laying] . => lying
    !${NO_LAYER} horse|horses|cow|cows|cat|cats|dog|dogs|man|woman|girl|boy|child|children|kid|kids|guy|guys|soldier|body|bodies|people|men|women|corpse|corpses|clothes|toys|bottle|bottles|book|books|paper|papers|leaves|branch|branches|letter|key|keys|knife|sword|swords|phone|gun|blood|stuff|things|something|someone|somebody|nothing|bones|glass|shoes|rope|box|boxes|thing|one|figure|him|her|them|me|it|us|you|@name just|still|all? [laying] ${WHERE}|${ON} ${PLACE}|.|and|as|while|with|when|like|to|of|all|by|for !mortar|eggs => lying
    hate|hated|like|liked|love|loved|enjoy|enjoyed|from|by|than|of|after|while|keep|kept|tired|remember|remembered|stop|stopped [laying] here|there|awake|still|around|flat => lying
    ^|.|and|sat|just [laying] here|there|awake|flat|still|face|motionless|unconscious|beside|next => lying
    @subj|@name just|only|simply|both|all|still [laid] there|here|awake|still|motionless|flat => lay
    he|she|i|they|we|@name [laid] down|back for|with|when|after|again|as|there|here|beside|under => lay
    he|she|i|they|we|@name [laid] flat|sprawled|still .|on|in|and|against => lay
    `,
  ),
)

/** Heard in speech of some regions, so only for narration. */
export const SITTING: FrameTable = frameTable(
  frames(
    'To “sit” is to be seated or to rest somewhere; to “set” is to put something there.',
    `
    !${NO_SETTER} was|were|is|are|am|been|had been? just|still|all? [setting] there|here|around|alone|idle|empty|next|beside|underneath|beneath|atop|outside|nearby => sitting
    he|she|i|they|we|you|@name was|were|is|are|am|be just|still|all|both? [setting] ${ON} the|a|his|her|my|their|that|its|our !@det|order|motion => sitting
    !${NO_SETTER} had|has|have been just|still? [setting] ${ON}|for|since|out|all @det|years|weeks|months|days|hours|there => sitting
    !${NO_SETTER} was|were|is|are [setting] on|by|beside|under|in|at|against @det porch|step|steps|counter|table|shelf|desk|bench|couch|sofa|chair|floor|bed|stool|dock|fence|curb|roof|stairs|sidewalk|seat|window|driveway|garage|yard|corner|kitchen|truck|car|stove|hood|dresser|nightstand|windowsill|mantel|mantle|barn|saddle|rocker|swing|stoop|stump|log|rock => sitting
    him|her|them|me|it|us|you|man|woman|boy|girl|dog|cat|box|cup|bottle|bag|truck|car|someone|somebody|something|@name [setting] there|here|alone|beside|next|on|by|under|in|at @det|.|and|with|to porch|step|steps|counter|table|shelf|desk|bench|couch|sofa|chair|floor|bed|stool|dock|fence|curb|roof|stairs|dark|seat|window|driveway|corner|kitchen|truck|car|stove|hood|dresser|windowsill|barn|swing|stoop|stump|log|rock|tree|wheel => sitting
    `,
  ),
)
