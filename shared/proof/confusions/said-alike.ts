/**
 * Words said alike where what they are tells them apart: a thing stands where something is done (to sea it), where one is
 * something (was board), or before a thing (pail skin). One row for each word and the place it is found in.
 */
import { type Frame, frames } from '../frames.ts'

const WHY = 'Another word that sounds like this one is meant.'

const END = '.|and|or|but|of|in|on|at|to|with|from|for|by|was|is|were|had|that|as|when|while|into|behind'

/** A thing's name where somebody does it. */
const DOING = each(
  `sea see, meat meet, berry bury, creek creak, beet beat, urn earn, bred breed, sleigh slay, pier peer, sum some`,
  (slip, right) => `to|@modal|didn't|don't|never|i|we|they [${slip}] @obj|@det|what|how|into|through => ${right}`,
)

/** The same, in the past or of one who does it. */
const DONE = each(
  `wares wears, guest guessed, toad towed, maid made, herd heard, mete met, nose knows, beet beat`,
  (slip, right) => `i|he|she|we|they|who|nobody|everyone|everybody|@name [${slip}] !of|out|. => ${right}`,
)

/** A thing's name where it is said how one is. */
const BEING = each(
  'board bored, pail pale, week weak, idol idle, soar sore, bazaar bizarre, grate great, vial vile, sheikh chic',
  (slip, right) => `
    am|is|was|were|are|be|been|being|i'm|he's|she's|it's|you're|they're|felt|feel|feels|looked|looks|seemed|sounded|grew|turned|went|got|getting|so|very|too|really [${slip}] .|and|with|from|as|out|but|at|to|after|that => ${right}
  `,
)

/** What is done, where a thing stands. */
const THING = each(
  'thrown throne, bred bread, knows nose, heard herd, pried pride, wrapped rap, guessed guest, fined find, prayed parade',
  (slip, right) =>
    `!every|all @poss|golden|iron|king's|queen's|fresh|stale|some|runny|broken|honored|honoured [${slip}] ${END} => ${right}`,
)

const KNOWN_BY_THE_NEXT = frames(
  WHY,
  `
  [pail] skin|face|faces|cheek|cheeks|lips|moon|moonlight|light|hair|eyes|hand|hands|fingers|blue|green|pink|yellow|gold|gray|grey|sunlight|sky|as|complexion => pale
  [pale] of water|milk|paint => pail
  [idol] hands|chatter|threat|threats|talk|gossip|curiosity|conversation|moment|moments|minds|thoughts => idle
  golden|teen|pop|stone|clay|false|pagan [idle] => idol
  [wholly] robe|robes|water|book|light|place|ground|war|land|grail|city|temple|symbol|knight|priest|spirit|ghost|cow|crap|hell|shit|sword|relic|order|father|day|text|man|woman => holy
  [holy] unexpected|new|different|unprepared|convinced|dependent|responsible|devoted|inadequate|unlike => wholly
  a|the|with|no|has|had|have|such|of|in|is|was|my|his|her|one|this|that [grate] power|powers|deal|many|big|man|king|hall|time|day|idea|friend|friends|pain|danger|joy|care|force|speed|war|city|evil|honor|honour|job|success|lord|house|number|sword|leader|wizard|warrior|place|life|wall|tree|height|beast|dragon|battle|hero|relief|news => great
  ^|sounds|looks|that's [grate] .|to|job|idea|that|at|with => great
  [cereal] killer|killers|number|numbers|murderer|murders|liar => serial
  [soar] throat|throats|muscles|muscle|arm|arms|loser|back|feet|spot|legs|shoulder|shoulders|eyes|neck|thumb => sore
  to|@modal [sore] through|above|over|high|into|like => soar
  [soul] purpose|survivor|survivors|reason|heir|owner|focus|responsibility|witness|exception|custody|possession|aim => sole
  [shear] exhaustion|luck|force|will|willpower|terror|panic|number|numbers|size|joy|volume|determination|power|weight|amount|madness|stupidity|boredom|coincidence|drop|cliff|cliffs|pleasure|horror|relief|desperation|speed|strength|nerve|audacity|delight|beauty => sheer
  [eminent] danger|death|doom|attack|threat|arrival|destruction => imminent
  [gorilla] warfare|war|tactics|fighters|fighter => guerrilla
  [rye] smile|grin|look|humor|humour|laugh|chuckle|voice => wry
  [medal|meddle|mettle] door|doors|bars|gate|box|pole|table|chair|plate|plates|wall|walls|floor|pipe|pipes|stairs|rod|desk|clang|claws|wings|hand|railing => metal
  [bear] feet|hands|skin|foot|chest|minimum|walls|floor|essentials|shoulders|legs|branches => bare
  [bare] with me|us => bear
  [vial] creature|creatures|man|woman|smell|thing|act|stench|beast|words|taste => vile
  [vile] of poison|blood|potion|liquid|the|medicine|holy|clear|red => vial
  [decent] into|down|through => descent
  [bridle] shop|party|gown|suite|shower|veil|dress => bridal
  [naval] piercing|ring => navel
  [heir] conditioning|conditioner|force|bag|bags => air
  [brake] down|up|free|apart|even => break
  [break] pedal|pedals|lights|fluid => brake
  [stake] dinner|knife|knives|sandwich => steak
  [steak] through|into|in @poss|the|its heart => stake
  [isle] seat|seats => aisle
  [thrown] room|rooms => throne
  [root] to|home|back the|school|work|home => route
  [bough] and arrow|arrows => bow
  [bough] of the|a|his|her|our|their ship|boat|vessel|galley|canoe => bow
  [reign] fell|falling|pouring|poured|pattered|drumming|drummed|lashing|lashed|drops|drop|clouds|cloud|storm|coat|boots => rain
  [rain] of terror => reign
  [rain] supreme => reign
  [tale] between @poss legs => tail
  [tale] wagging|wagged|swished|lashed|twitched|thrashed|flicked|curled => tail
  [tail] of|about woe|how|love|heroes|adventure => tale
  [faze] of the|his|her|my moon|life|plan => phase
  [throws] of passion|death|ecstasy|battle|a|grief => throes
  [slight] of hand => sleight
  [hoard|hoards] of zombies|orcs|goblins|people|monsters|enemies|undead|fans|students|soldiers|demons|tourists => horde
  [road] to hoe => row
  [flare] for drama|fashion|languages => flair
  [knight] sky|air|breeze|shift|time => night
  [night] in shining => knight
  [knight] was|is over|falling => night
  [mourning] after|air|light|sun|sunlight|routine|came|paper|coffee|before|dew|sky|person => morning
  [stationary] shop|store|cupboard|drawer => stationery
  [lightening] bolt|bolts|struck|flashed|flash|flashes|storm|strike|strikes|rod => lightning
  `,
)

const KNOWN_BY_THE_WORD_BEFORE = frames(
  WHY,
  `
  thunder and [lightening] => lightning
  bolt|bolts|flash|flashes|streak|crack of [lightening] => lightning
  heavy|pouring|freezing|pounding|torrential|drizzling|spring|acid|evening|icy [reign] => rain
  in|through|into|from|of|hear|heard|against the [reign] .|and|drumming|falling|beating|hitting|outside|on|against|as => rain
  took|take|held|holding|hold|grabbed|grab|pulled|dropped|gripped|handed|seized|loosened|tightened|yanked|snapped on? the|his|her|my [rains|reigns|rain] => reins
  wooden|sharpened|silver [steak] => stake
  burned|burnt|burn|tied|burning|bound at|to the [steak] => stake
  at|raise|raised the? [steak] .|here|in|for|is|was|and => stake
  ate|eat|eating|grilled|juicy|fried|medium-rare a|the|his|some? [stake] => steak
  good|this|every|next|early|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|yesterday|following|christmas [mourning] => morning
  in the [mourning] .|and|when|i|he|she|we|they => morning
  good|every [knight] . => night
  all|late|at|last [knight] => night
  until|through|throughout|during|in|into the [knight] .|and|was|is => night
  wore|wear|wearing|wears|lifted|lace|wedding|bridal|white|black|long|silk|with|behind a|the|her? [vale] => veil
  lace|wedding|bridal|bride's|silk [vale] => veil
  the|@poss [vale] over|off|from|covering|covered her|his|the|my face|eyes|head|hair => veil
  down|up|across|from|in|blocking the [isle] .|and|to|toward|towards|in|with|seat|between|was => aisle
  center|centre|middle|shop|store|grocery|frozen|church [isle] => aisle
  slammed|slam|slamming|stomped|hit|hitting|pumped|stepped|pressed|squealing|screeching|foot on|off? the|his|her? [breaks] => brakes
  foot|stepped|slammed|stomped on|off the [break] => brake
  hit|hitting|pressed|tapped the [break] .|and|but|hard|too|just => brake
  emergency|parking|hand|foot [break] => brake
  take|took|taking|need|give|gave|have|having|had|needed|deserve @obj|yourself|himself|herself|myself? a [brake] .|from|and|for => break
  lunch|coffee|spring|tea|bathroom|smoke|winter|summer [brake] => break
  to|@modal|don't|didn't|never|nearly [brake] the|it|him|her|them|into|out|through|away|@poss|your => break
  gave|give|giving|gives|shot @obj a|an|the|his cold|hard|long|blank|death|dirty|icy|withering? [stair] => stare
  to|@modal|just|i|we|they|didn't [stair] at|back|into|blankly => stare
  wag|wags|wagged|wagging|swished|swishing|flicked|flicking|twitched|lashed|tucked|swung @poss|the [tale] => tail
  bushy|fluffy|furry|spiked|scaly|curly|forked|mermaid|wagging|barbed|its|dragon's|cat's|dog's|wolf's|fox's|horse's|tiger's|lizard's|beast's|creature's|mermaid's|monster's [tale] !of|about => tail
  fairy|wives' [tail] => tale
  fairy|wives' [tails] => tales
  told|tell|telling|tells|heard|spun @obj? a|the|this|that|his|her long|sad|tragic|old|strange|similar? [tail] => tale
  [effected] me|him|her|us|them|everyone|everybody|anyone|people => affected
  [effected] by => affected
  it|that|this|which|really|deeply|badly|not|has|had [effected] @poss|the way|mood|health|life|mind|sleep|memory|family|whole => affected
  [effects] me|him|her|us|them|you|everyone|everybody => affects
  i|he|she|it|@name|she's|he's|it's|i've|has|was|is|had [all ready] -ed|-ing|made|gone|been|done|said|told|knew|had|seen|lost|a|the|there|here|too|half|late|dark|dead|asleep|in|on|at|know|have|heard => already
  he|she|it|who|@name [lead] @obj|the|@poss|a|into|up|down|through|away|us|him|her => led
  had|have|has|was|were|been|which|that|this|stairs|path|road|door|trail|tracks|corridor [lead] @obj|the|into|up|down|through|away|to|back => led
  -est|worst|best|same|only|right|wrong|real|first|last|next|funny|weird|stupid|important [think] .|i|i've|i'd|he|he's|she|she's|they|we|we've|that|to|is|was|about|in|on|you|you've => thing
  it|him|her|them|me|us|himself|herself|way|right|just|straight|walked|ran|slid|went|rushed|hurried|pushed|drove|flew|walking|running|half [passed] @name|@det|@obj => past
  rightful|legitimate|true|sole|male|crown|only [air] .|to|of|and => heir
  the|an|sole [air] to the|his|her|a throne|kingdom|fortune|crown|whole|family|title|estate|empire => heir
  in|into|through|fresh|thin|cold|night|sea|mountain the? [heir] .|and|was|as => air
  crash|construction|building|camp|dig|excavation|burial|landing|crime|job|web|launch|drop [sight] => site
  out of|first|plain|in|her|his [site] . => sight
  out of|lost|lose|losing|catch|caught|at [site] of => sight
  at first|love [site] => sight
  in|with [aww] .|of|and|at|as|that|by => awe
  was|were|been|be|got|is|being|get [toad] back|away|to|into|by|. => towed
  just|don't|never|please|^|can't|could|would|will|to|must|should|let's|i'll|you|we|they [leaf] me|him|her|us|them|it|you|now|the|this|alone|without|before|town|home => leave
  could|can|will|would|must|should|might|can't|couldn't|didn't|won't [heel] => heal
  wound|wounds|started|begun|began|beginning|trying|time|power|magic|burns|cuts|bones to [heel] => heal
  wound|wounds|has|had|have|been|completely|fully|already|almost [heeled] .|and|up|by|before|but|over|the|his => healed
  [seized] to exist|be|move|beat|breathe|function|work|amaze|matter => ceased
  noise|sound|rain|music|shaking|crying|laughter|wind|talking|screaming|shouting|sounds|voices|singing finally|suddenly|abruptly? [seized] .|and|as => ceased
  [ceased] his|her|my|their|the arm|wrist|hand|shoulder|collar|sword|throne|opportunity|moment|chance|crown|throat => seized
  i|he|she|we|they|it|and|@name|body [shuttered] .|at|and|with|as|when|under|in => shuddered
  a|gave [shutter] and|ran|went|passed|of => shudder
  at|on|to|under|beneath|off|by|both @poss|bare|two? [feat] .|and|were|on|in|off|when|as|from|with|like|to|was|again => feet
  skipped|skips|missed|heart a|skip? [beet] .|and|as|when|in|faster|fast|at => beat
  to|@modal [higher] someone|somebody|him|her|them|me|us|people|more|you => hire
  heart|body|bodies|not|mind|tortured|immortal|kindred|living|lonely|lost|poor|dark and|a? [sole] .|and|was|is|from|in|to|into|with|had|has => soul
  my|your|her|his|their [sole] felt|feels|ached|aches|. => soul
  only|eldest|oldest|youngest|firstborn|beloved|adopted|illegitimate|bastard|mother's|father's|king's [sun] => son
  the|a|his|her [sun] of a|the|my|his|our mayor|king|duke|bitch|gun|chief|baker|farmer|lord|queen|emperor|baron|captain|god|man|woman|friend|doctor => son
  rising|setting|morning|hot|blazing|scorching|noonday|summer|afternoon|midday [son] => sun
  the [son] shone|sets|rises|shines|blazed|dipped|glared|warmed|peeked|sank|beat|went|was setting|rising|shining|down|hot|bright? => sun
  i|he|she|we|they|you|who|had|have|has|it|@name [past] by|right|straight|out|away|through|over|under|between|each|me|him|her|us|them|the|a|@poss|@name => passed
  * [past] right|straight by|through|over => passed
  i|he|she|we|they|@name|and|breath|patiently|just|you|who [weighted] .|for|until|till|and|to|patiently|outside|here|there|at|by|in|while|as|a => waited
  [rapped] around|round|tightly|up|in => wrapped
  [rapped] @poss|the|a|an|it|him|her|them arm|arms|hands|fingers|legs|coat|cloak|scarf|present|presents|gift|gifts|bandage|blanket|towel|in|up|around => wrapped
  [wrapped] on the|his|her|my door|window|table|desk|glass => rapped
  took|take|gave|give|made|make|with|low|deep|small|little|mock|polite a|an [bough] .|and|to|before => bow
  to|i|he|she|we|they|and|@modal [bough] to|before|down|@poss|low => bow
  guidance|school|camp|grief|marriage|career|high-school [councilor|councillor] => counselor
  [councilor|councillor] at my|the|his|her|our school => counselor
  around|round|with|at|in|on|by|of|near @poss|own|broad|her|his [waste] .|and|with|as|pulling => waist
  a|the|another|last|each|every|one|small|tiny|big|second|single|little [peace] of cake|pizza|paper|bread|toast|pie|cheese|cloth|wood|string|chocolate|glass|meat|candy|gum|furniture|land|the|it|him|her|my|his => piece
  [piece] and quiet => peace
  rest|at|in|left [piece] .|with|now|at => peace
  [piece] treaty|talks|offering|sign => peace
  [in vein] .|to|for|and => in vain
  are|and|was|all|it in [vein] .|to|and|but => vain
  @prep|@poss|queen|king|own|felt|feel|hear|heard|saw|see|smell|shook|opened|lost [it's] breath|eyes|claws|teeth|tail|wings|mouth|jaws|legs|fur|weight|gaze|surface|edge|edges|owner|master|prey|victim|victims|contents|roots|petals|head|face|skin|way|place|grip|back|side|walls|doors|windows|shape|color|colour => its
  ^ [it's] claws|teeth|wings|jaws|fur|roots|leaves|legs|paws|fangs were|was|dug|sank|had|glowed|looked|shone|seemed|are => its
  to|i|we|they|let us? [prey] .|for|to|that => pray
  his|her|its|their|easy|of [pray] .|and|was|into|in => prey
  root|wine|storm|dark|cold [seller] .|door|stairs|and|was => cellar
  down|into|in|to|from the [seller] .|stairs|door|and => cellar
  for|garage|yard [sail] .|sign => sale
  set [sale] => sail
  a|another|valuable|hard|first|last|important|good|@poss|history|math|piano|driving [lessen] .|in|to|that|from|about|was|and|i|he|she => lesson
  bale|bales|stack|stacks|pile|roll of [hey] => hay
  [waived] goodbye|at|back => waved
  [waived] to him|me|them|us|her|you|@name => waved
  [waived] his|her|my|a hand|hands|arm|arms => waved
  [waiving] goodbye|at|to|his|her => waving
  [role] @poss eyes|sleeves => roll
  [roled] @poss => rolled
  play|plays|played|playing|main|leading|starring|supporting|important|small a|the|his|her|an|no|my? [roll] in|. => role
  escape|bus|scenic|quickest|shortest|fastest|usual|trade [root] => route
  right|as if|though|perfectly|almost|on on? [queue] .|and|the => cue
  [dying|diing] @poss|her hair => dyeing
  hair's|hairs [breath] => breadth
  in a|an|the|this|that|such|his|her strange|similar|friendly|polite|timely|casual|calm|threatening? [manor] .|that|of|befitting|as => manner
  @poss|bedside|table|bad|good|no [manors] => manners
  to|i|he|she|we|they|@modal [loath] @obj|the|@poss|this|being|that => loathe
  was|were|is|am|be|are [loathe] to => loath
  was|were|been|felt|am|is|are|look|looked|completely|totally [warn] out|down|thin|. => worn
  pulled|stretched|rope|drew|string|muscles|skin|pulling|stretching|line|drawn [taught] .|and|as|over|across|with|between => taut
  @poss|front|its|furry|muddy|little|back|two [pause] .|and|on|in|over|were => paws
  i|he|she|it|they|we|you|that|this|who|what|never [wood] be|have|not|never|you|like|do|go|get|always|take|make|say|see|come|know|love|rather => would
  to|@modal|don't|didn't|i [right] a|the|@poss|it|this|him|her|me|you letter|note|book|story|down|back|poem|essay|name|song|report|about => write
  no|any|a|the|every|my|your|legal [write] to|. => right
  @poss|poor|wonderful [deer] ?|friend|sir|lady|brother|sister|god => dear
  oh|my [deer] .|friend|sir|lady|god|me|lord => dear
  i|we|they|you|to|@modal|don't|could [no] what|how|why|where|who|if|that|you're|it's|he's|she's|the|anything|everything => know
  `,
)

const HEARD_WRONG = frames(
  'The saying goes otherwise; this is how it is often heard.',
  `
  a [doggy-dog] world => dog-eat-dog
  a [doggy dog] world => dog-eat-dog
  brass [tax] => tacks
  by [year] .|and|from => ear
  blessing in [the skies] => disguise
  all [of the sudden] => of a sudden
  in the [mist] of battle|war|chaos|all|this|everything|a|an|the|his|her|my battle|fight|chaos|crowd|conversation|argument|panic|crisis|things? => midst
  [escape goat] => scapegoat
  [escape-goat] => scapegoat
  pass|passed|passes [mustard] => muster
  [reek|wreck] havoc => wreak
  [reeked|wrecked] havoc => wreaked
  [reeking|wrecking] havoc => wreaking
  [deep-seeded] => deep-seated
  deep [seeded] hatred|fear|anger|resentment|hate|need => seated
  @poss [beckon] call => beck and
  [case and point] => case in point
  [hunger pains] => hunger pangs
  [extract] @poss? revenge => exact
  [extracted] @poss? revenge => exacted
  [statue] of limitations => statute
  [shoe-in] => shoo-in
  [by in large] => by and large
  worse|worst comes to [worse] => worst
  [one in the same] => one and the same
  [supposably] => supposedly
  [per say] => per se
  [tie] me|us|him|her|them over until|till|for => tide
  heart [rendering] => rending
  [heart-rendering] => heart-rending
  [feeble] position => fetal
  [chock] it|that|this up => chalk
  [jive] with what|my|his|her|the => jibe
  [balled] @poss eyes out => bawled
  [balling] @poss eyes out => bawling
  struck|strike|strikes a [cord] => chord
  vocal [chords] => cords
  to [reign] @poss|it|him|her|them? in => rein
  [reigned] @poss|it|him|her|them in => reined
  [pour] over the|his|her|my|a|old book|books|map|maps|notes|papers|documents|scrolls|pages|files|letters|reports|texts => pore
  [poured] over the|his|her|my|a|old|every book|books|map|maps|notes|papers|documents|scrolls|pages|files|letters|reports|texts => pored
  [pouring] over the|his|her|my|a|old book|books|map|maps|notes|papers|documents|scrolls|pages|files|letters|reports|texts => poring
  [irregardless] => regardless
  made|make|makes|making [due] with => do
  for all [intense] and => intents
  [lack luster] => lackluster
  [nerve wrecking] => nerve-racking
  [nerve-wrecking] => nerve-racking
  [mind-bottling] => mind-boggling
  [wet] @poss|my|the appetite => whet
  [wonton] destruction|lust|violence|cruelty => wanton
  take|takes|took|taken|taking @obj|things|this|that|@name? for [granite] => granted
  [curve] @poss hunger|appetite|enthusiasm => curb
  [stark raven] mad => stark raving
  [self-depreciating] => self-deprecating
  [pier] pressure => peer
  under [raps] => wraps
  at @poss wit's|wits|wits' [ends] . => end
  beyond the [pail] => pale
  [full proof] => foolproof
  [full-proof] => foolproof
  damp [squid] => squib
  a [mute] point => moot
  [piqued|peeked|pique|peek] performance|condition|shape => peak
  fit as a [riddle] => fiddle
  `,
)

/** Frames of `row` for each pair of a list `slip right, slip right`. */
function each(list: string, row: (slip: string, right: string) => string): Frame[] {
  return list.split(',').flatMap((pair) => {
    const [slip = '', right = ''] = pair.trim().split(' ')
    return slip === right ? [] : frames(WHY, row(slip, right))
  })
}

export const SAID_ALIKE: readonly Frame[] = [
  ...HEARD_WRONG,
  ...KNOWN_BY_THE_WORD_BEFORE,
  ...KNOWN_BY_THE_NEXT,
  ...BEING,
  ...DONE,
  ...DOING,
  ...THING,
]
