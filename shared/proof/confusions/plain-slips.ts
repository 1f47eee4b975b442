/** Pairs that sound or look alike, in the commonest places where only one of the two can stand: of and off, where and were, hear and here. */
import { frames } from '../frames.ts'

const WHY = 'Another word that sounds or looks like this one is meant.'

export const PLAIN_SLIPS = frames(
  WHY,
  `
  could|can not [breath] .|in|out|again|through|and|or|properly|easily => breathe
  [lied] it|them|him|her down|on|in|beside => laid
  [lied] the|his|her|my !way|whole|entire|other|same|best|first on|in|down|beside|across|against|next => laid
  he|she|i|they|we [excepted] the|his|her|my|their|your|it|this|an|a => accepted
  [excepted] his|her|my|their|your invitation|offer|apology|apologies|gift|challenge|fate|help|proposal => accepted
  ^ [may be] he|she|it|they|i|we|you|the|that's|it's => maybe
  went|gone|goes|ran|walked|turned|backed|moved [a way] . => away
  !let|lets|letting|to go|goes|going [of] .|with|into|without|like|again|his|her|my|their|your|him => off
  went|ran|hurried|drove|driven|marched|walked|started|paid|threw|trotted|wandered|pulled|hauled|carried|get|take|took|tore|sent|far|put [of] .|with|into|without|like|again|his|her|my|their|your|him => off
  know|knew|wonder|wondered|wondering|see|saw|remember|tell|told|find|ask|asked|exactly|just|from|that's|about|to|place [were] he|she|they|we|you|i|it => where
  [were] is|are|was|did|do|does|could|would|will|has|had => where
  [who's] father|mother|brother|sister|wife|husband|son|daughter|children|name|hand|hands|face|head|heart|work|duty|mind|books|eyes|hair|voice|very|house|business|presence|lives => whose
  he|she|they|i|who|then [through] himself|herself|myself|themselves|open|away|off|his|her|my|their|him|them => threw
  -ing|came|went|ran|get|got|look|go|pass|passed|looked|walked|seen|heard|broke|all|half|right|straight|strode|rode|drove|way|rushed|searched|wandered|read|crept|stared|slipped|fell [threw] the|his|her|my|their|a|an|it|them|all|this|that => through
  is|are|was|were|be|been|am|i'm|he's|she's|it's|you're|we're|they're|live|lived|lives|stay|stayed|wait|sit|sat|look|over|from|left|leave|brought|bring|see|right|back|down [hear] .|is|in|and|at|on|for|with|to|now|till|until|when|before|alone|again|last|this|tonight => here
  ^ [hear] is|are|was|comes|goes|lies => here
  i|he|she|they|we|you|have|had|has|having|never|ever|i've|you've|we've|i'd|he'd|she'd|be|been|was|were|who|not|hadn't|haven't|@name [herd] => heard
  !the|an|a|in|one|every|each|mind's [eye's] .|have|were|are|had|when|of|that|like|grew|fell|met|and|as|upon|with|at|into|from|wide|over|to|for|so|but|which|-ed => eyes
  set|clapped|laid|keep|kept|fixed|with [eye's] on => eyes
  @poss *? [eye's] .|were|are|had|on|to|and|upon|with|at|in|into|from|wide|that|as|over => eyes
  all|quite|that's|is|was|were|you're|he's|she's|i'm|it's|perfectly|turned [write] .|to|in|and|for|about|with|of|or|when|if|there|here|now|enough|that => right
  all|quite|perfectly [write] => right
  @det [write] hand|side|arm|eye|thing|way|time|kind|sort|man|place|moment|word|foot|leg|to => right
  i|he|she|they|we|you|who|never|nobody|everybody|hardly|@name [new] that|it|what|he|she|this|him|her|how|about|you|they|i|the|a|nothing|better|exactly|where|why|who|whether|of|them|not|very|well|perfectly|by|. => knew
  to|don't|didn't|doesn't|can't|could|would|should|will|must|may|might|you'd|i'd|won't|shall|you'll|i'll|they'll|i|you [no] what|how|why|who|where|when|that|it|i|you|the|about|of|whether|him|her|me|them|if|anything|nothing|my|his|this => know
  don't|didn't|doesn't|i|you [no] . => know
  !a|an|the|his|her|my|your|their|very|so|too|that|this|in|with|some|and|of [quiet] right|sure|clear|likely|certain|different|possible|true|plain|obvious|another|forgot|understand|useless|naturally|unnecessary|equal|able|impossible|enough|-ly => quite
  [quiet] a lot|bit|deal|number|different => quite
  !the|this|that|of|in|such|a|fine|bad|what|warm|cold|hot|good|wet|dry|for|and|lovely|nice|his|my|any|foul|fair|rough|stormy|spring|summer|winter|autumn [weather] he|she|i|they|we|you|or|to => whether
  a|little|every|one|another [peace] of !mind => piece
  was|were|been|being|had|has|have|having [lead] to|into|him|her|them|me|us|by|away|the|up|down|out|back|from|along|astray => led
  went|go|came|ran|drove|flew|get|hurried|going|running|walking|rode|swept|rushed|strode|pushed|looked|look|stare|stared|slipped|brushed [passed] the|his|her|him|them|me|us|it|a|my|their => past
  went|came|ran|drove|flew|rode|boomed|rolled|whizzed|hurried|swept|rushed|marched [passed] . => past
  half|quarter [passed] *|# => past
  he|she|they|i|we|who|had|have|has|having [past] the|through|by|over|on|into|out|away|from|him|her|me|to|along|down|a => passed
  his|her|my|your|their|our|evening|best|own|ordinary|those [cloths] => clothes
  @poss|the|some|good|of|for|such|take|much [advise] !you|him|her|them|me|us|that|the => advice
  `,
)
