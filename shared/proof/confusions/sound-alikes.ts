/** Words that sound alike, or nearly: peek and peak, rein and reign, here and hear. */
import { frames } from '../frames.ts'

export const SOUND_ALIKES = [
  ...frames(
    'A “peek” is a quick look, a “peak” a summit, and “pique” stirs interest.',
    `
    sneak|quick|sneaky|stole|sneaked|snuck|stealing|sneaking a? [peak] .|at|inside|through|into|in|under|around|over => peek
    he|she|i|they|we|@name|head [peaked] out|through|around|inside|into|over|from|under|behind => peeked
    [peaking] out|through|around|inside|from|behind|under|over => peeking
    [peak] out|through|around|inside|from|behind|at|under => peek
    [peaked|peeked] his|her|my|their|your|everyone's|@name curiosity|interest|attention => piqued
    interest|curiosity was|is|were [peaked|peeked] => piqued
    curiosity [peaked|peeked] => piqued
    `,
  ),
  ...frames(
    '“Reins” steer a horse; to “reign” is to rule.',
    `
    free|full [reign] .|to|over|of|and|in => rein
    [reign] in his|her|my|their|your|the temper|anger|emotions|rage|feelings|fury|tongue|horse|horses|excitement|urge => rein
    [reigned] in his|her|my|their|your temper|anger|emotions|rage|feelings|fury|tongue|horse|excitement => reined
    take|took|taking|grab|grabbed|hand|handed|on|pulled|tugged|seized the|his|her [reigns] => reins
    [reins] supreme => reigns
    `,
  ),
  ...frames(
    '“Bear” is to carry or endure; “bare” is naked, or to uncover.',
    `
    can't|couldn't|cannot|can|could|not [bare] the|to|it|this|that|seeing|being|another => bear
    [bare] with me|us => bear
    [bare] in mind => bear
    [bare] witness => bear
    grin and [bare] => bear
    `,
  ),
  ...frames(
    '“Bare” is naked, or to uncover; “bear” is to carry or endure, and an animal.',
    `
    his|her|my|their|with|on [bear] feet|hands|chest|skin|legs|shoulders|back|foot|arms => bare
    [beared] his|her|its|their teeth|fangs => bared
    `,
  ),
  ...frames(
    'To “shudder” is to tremble; a “shutter” closes a window.',
    `
    he|she|i|they|it|@name|body|breath|and [shuttered] .|at|as|in|with|violently|under|slightly|when|again|against|out => shuddered
    made|make|making @obj [shutter] => shudder
    a [shutter] ran|went|passed|of|down|through => shudder
    [shuttering] breath|breaths|sigh|sob => shuddering
    `,
  ),
  ...frames(
    'To “wander” is to roam; to “wonder” is to ask oneself.',
    `
    [wondered] around|aimlessly|off|into|away|along|down => wandered
    [wondering] around|aimlessly|off|into|away|along|down => wandering
    [wondered] the streets|halls|hallways|corridors|woods|village => wandered
    [wondering] the streets|halls|hallways|corridors|woods|village => wandering
    [wonder] around|aimlessly|off|into|away => wander
    `,
  ),
  ...frames(
    'To “wonder” is to ask oneself; to “wander” is to roam.',
    `
    [wandered] if|why|whether|what|how => wondered
    [wandering] if|why|whether|what => wondering
    i|you|to|he|she|they|we|no [wander] if|why|whether|what|how|who => wonder
    `,
  ),
  ...frames(
    'To “faze” is to unsettle; a “phase” is a stage.',
    `
    didn't|doesn't|not|never|don't|won't|wouldn't|can't|couldn't [phase] him|her|me|us|them|you|it !out|in => faze
    seem|seemed|wasn't|weren't|isn't|least|bit|hardly|not|look|looked [phased] by|. => fazed
    [unphased] => unfazed
    `,
  ),
  ...frames(
    'To “hear” is done with ears; “here” is this place.',
    `
    over|right|in|out|stay|wait|around|up|down|come|came|am|get|are|is|was|were|be [hear] .|and => here
    can|can't|cannot|couldn't|could|didn't|don't|ever|never [here] you|him|her|that|it|me|them|anything|what|my|your|a|the|us => hear
    `,
  ),
  ...frames(
    '“Whole” is entire; a “hole” is an opening.',
    `
    the|this|that [hole] time|thing|world|day|night|way|family|point|story|village|town|school|class|week|month|year|truth|situation|idea|lot|life => whole
    `,
  ),
  ...frames(
    'A “hole” is an opening; “whole” is entire.',
    `
    gaping|bullet|black|rabbit|big|huge|small [whole] . => hole
    !as a|gaping|huge|big|small|burning [whole] in|through the|his|her|my|your|their wall|chest|ground|floor|heart|roof|ceiling|stomach|head|door|plan => hole
    `,
  ),
  ...frames(
    '“Knew” is the past of “know”; “new” is not old.',
    `
    a|brand [knew] => new
    i|he|she|they|we|you [new] that|it|what|he|she|this|him|her|how|exactly|better|nothing|about|all|it's|you|they|i => knew
    `,
  ),
  ...frames(
    'To “know” is to be aware; “no” is not any.',
    `
    don't|didn't|doesn't|to|i|you [no] what|how|why|who|where|that => know
    [know] longer => no
    ^ [know] matter|way|problem . => no
    `,
  ),
  ...frames(
    '“Through” says where something passes; “threw” is the past of “throw”.',
    `
    went|walked|ran|go|going|come|came|running|walking|looked|looking|half-way|halfway|way|fell|burst|got|get|pushed|rushed|been|straight|right [threw] the|his|her|my|a|their|it|this|him|me|them => through
    `,
  ),
  ...frames(
    '“Threw” is the past of “throw”; “through” says where something passes.',
    `
    ^|and|then|as he|she|i|they|we [through] him|it|himself|herself|up|them|open|me => threw
    `,
  ),
  ...frames(
    'A “piece” is a part; “peace” is calm.',
    `
    give|gave|giving @obj|@name a [peace] of => piece
    a|another|every|last|one|small|big [peace] of paper|cake|bread|meat|wood|cloth|glass|pie|advice|clothing|art|furniture|chocolate => piece
    for|some|his|her|my|inner [piece] of mind => peace
    rest|left|live|in [piece] . => peace
    `,
  ),
  ...frames(
    'Another word of the same sound is meant.',
    `
    out|read|wondered|mused|thought [allowed] . => aloud
    was|were|not|are|is|am|isn't|wasn't|being|be [aloud] to => allowed
    at|to the [alter] . => altar
    hit|slammed|pressed|pumped|slamming|hitting on? the [breaks] => brakes
    to|will|would|could|can|can't|couldn't [brake] free|up|through|his|her|my|your|their|apart => break
    vocal [chords] => cords
    vocal [chord] => cord
    struck|strike|strikes|hit|hits a [cord] .|with|in => chord
    of [coarse] .|i|he|she|you|not|they|we|it => course
    [dyeing|dieing] of|in|from|to|for => dying
    back and [fourth] => forth
    and so [fourth] => forth
    [heel] his|her|your|my|their|the wounds|wound|injuries|injury|cuts => heal
    his|her|my|their|high|on [heals] => heels
    nice|pleased|glad|pleasure|delighted to [meat] => meet
    window [pain] => pane
    window [pains] => panes
    ran|run|running|runs out of [patients] .|with => patience
    [poured] over his|her|the|their|my book|books|scroll|scrolls|documents|papers|map|maps|notes|files|reports|pages => pored
    [pouring] over his|her|the|their|my book|books|scroll|scrolls|documents|papers|map|maps|notes|files|reports|pages => poring
    he|she|i|they|@name|arms|arm [rapped] around|his|her|an|in => wrapped
    [roll] model|models => role
    i've|you've|have|has|never|ever|been [scene] the|him|her|it|this|that|them|you|such|anything|anyone|someone|. => seen
    at first [site] => sight
    out|lost|catch|caught of? [site] .|of => sight
    heart and [sole] => soul
    the|his|her|my|its [soul] purpose|reason|survivor|heir|owner|witness|exception|focus => sole
    up|down|climbed the [stares] => stairs
    nerves|will of [steal] => steel
    [tale] between his|her|their|its|your => tail
    wagged|wagging|swished its|his|her|their [tale] => tail
    pulled|stretched|went|drawn|rope|muscles|skin [taught] .|as|against|over|across|between|with => taut
    [thrown] room => throne
    in [vein] . => vain
    [vain|vains] in his|her neck|forehead|arm|temple => vein
    [waist] of time|space|breath|energy|money => waste
    around|about|at her|his|my|their|your [waste] => waist
    wondered|wonder|know|sure|decide|matter|tell|knew|wondering|unsure|ask|asked|asking|see [weather] he|she|i|they|we|you|it|or|to|there|this|that|the => whether
    [weather] or not => whether
    in|at|on|with|for|to|from [witch] he|she|they|i|it|we|you|case|the => which
    ever [sense] .|then|he|she|i|they|we|you|the => since
    made|makes|make|making no|any|some|little|more [since] . => sense
    makes|make [since] . => sense
    common [since] .|to|and => sense
    took|pulled|pulling|jumped|rolled|shrugged|wiped|threw|kicked|peeled|tore|ripped|brushed|shook|get|fell|slid [of] his|her|my|the|their|your|him|them|me|its => off
    because|instead|kind|sort|lots|sick|aware|capable|afraid|tired|proud [off] the|his|her|my|a|their|them|it|him|this|that|you|us|me|being => of
    `,
  ),
]
