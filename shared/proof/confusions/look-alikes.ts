/** Words that differ by a letter or by how they are parted: to and too, then and than, breath and breathe, a part and apart. */
import { frames } from '../frames.ts'

export const LOOK_ALIKES = [
  ...frames(
    '“Too” means as well, or more than enough.',
    `
    way|far|almost|is|was|are|were|seemed|felt|it's|a|trifle|bit|rather [to] low|high|hot|cold|short|long|deep|dark|late|good|bad|small|large|polite|clever|old|young|tired|weak|ill|excited|astonished|surprised|frightened .|to|for => too
    way|far|is|was|are|were|it's|that's|be|been|not|you're|i'm|he's|she's|all|just|much [to] late|much|soon|bad|many|old|young|weak|tired|busy|scared|stubborn|stupid|dangerous|easy|proud|shy|loud|big|small|far|early|heavy|beautiful|good|strong .|for|and|now|that|to => too
    ^|.|not me [to] . => too
    ^|.|and i love|miss|hate|missed you [to] . => too
    `,
  ),
  ...frames(
    '“To” goes before a verb or says where to; “too” means as well, or more than enough.',
    `
    [too] be => to
    how|what|where|used|had|has|began|liked|like|glad|ready|sure|afraid|enough|order|time|chance|refused|decided|managed|tried|failed|promised|meant|hoped|expected|continued|forced|likely|about|happened|came|come|pleased|anxious|determined|nothing|something|anything|way|right|wish|wished|hope|got|is|was|duty [too] be|go|get|see|make|do|say|have|take|find|talk|tell|come|give|put|think|keep|let|know => to
    !i|he|she|they|we|you|it|us|him|her|them|me|@name|.|none|far|much|all|only|but [too] the|him|them|us|me|my|your|his|their|our => to
    going|went|go|goes|want|wanted|wants|need|needed|needs|trying|tried|try|used|back|able|next|supposed|ought|seemed|began|started|according|over|close [too] the|be|go|get|see|make|do|say|him|her|them|his|my|their|your|have|take|find|sleep|talk|tell => to
    `,
  ),
  ...frames(
    '“Than” compares; “then” says when or what follows.',
    `
    !once|no|any more|less *? [then] a|an|any|anyone|anything|ever|usual|half|once|enough|most|people|those => than
    sooner|better|worse|further|farther|larger|richer|poorer|wiser|braver|kinder|nicer|sadder|happier|cleverer|finer|fuller|safer|slower|quicker|later|earlier|thinner|fatter|wider|narrower|rather|other|otherwise [then] the|a|an|any|ever|he|she|they|we|you|i|him|them|her|me|us|his|my|your|their|that|those|this|these|to|in => than
    rather|other [then] !. => than
    !once|any|no|some|much|even|little more|less [then] a|an|enough|ever|happy|willing|likely|just|anything|anyone|he|she|they|i|you|we|one|two|three|ten|twenty|fifty|hundred|usual|that|before|my|his|her => than
    bigger|smaller|older|younger|faster|stronger|weaker|taller|smarter|greater|higher|lower|better|worse|shorter|darker|brighter|louder|closer|deeper|thicker|easier|harder|longer|colder|warmer|heavier|lighter|prettier [then] a|an|the|any|anyone|anything|ever|usual|before|most|any|i|he|she|you|they|we|him|her|me|them|us|his|my|your|their|that|this|all|expected|normal => than
    `,
  ),
  ...frames(
    '“Then” says when or what follows; “than” compares.',
    `
    just|and|but|so|now|well|even|only|was|is|why|how|who|what|until|since|till|by|oh [than] he|she|it|they|we|i|you|the|there|a|an|my|his|her|came|went|said|turned|looked|took|with|at|suddenly|as|in => then
    and|until|since|till [than] !. => then
    back|until|since|till|by|now|even [than] . => then
    ^ [than] he|she|it|they|we|i|the|there => then
    `,
  ),
  ...frames(
    '“Lose” is to have no longer; “loose” is not tight, or to let go.',
    `
    @aux|never|not [loose] you|everything|everyone|control|hope|consciousness|sight|focus|interest|patience|faith|touch|track|weight|them|again|another|someone => lose
    @aux|never|not [loose] my|your|his|her|our|their|the mind|temper|way|life|lives|balance|grip|job|head|patience|footing|game|war|battle|fight|bet|baby|control|cool|friends|family|virginity|memory|memories|sanity|nerve => lose
    @aux|never|not [loose] him|her|me|us|it .|again|to|too|like|in|now|forever => lose
    [loosing] control|consciousness|blood|sight|hope|interest|patience|focus|track|touch|everything|you|him|them => losing
    [loosing] my|your|his|her|our|their|the mind|temper|way|life|balance|head|patience|footing|game|war|battle|fight|job => losing
    `,
  ),
  ...frames(
    '“Loose” is not tight; “lose” is to have no longer.',
    `
    let|broke|break|breaking|cut|hung|hang|tore|tear|shook|worked|turned|cutting [lose] => loose
    `,
  ),
  ...frames(
    '“Breathe” is what one does; “breath” is what one takes.',
    `
    can|can't|cannot|couldn't|could|didn't|don't|doesn't|won't|wouldn't|barely|hardly [breath] !enough|left => breathe
    !breath|from to [breath] .|a|in|out|again|deeply|easier|easily|through|heavily|properly|normally|hard|harder|and|as|when|for|with|the|under|it|his|her|because|at => breathe
    let|help|helped me|him|us|them|you [breath] .|again|in|out|for => breathe
    just|and|now|^|. [breath] in|out and|through|slowly|deeply|. => breathe
    `,
  ),
  ...frames(
    '“Breath” is what one takes; “breathe” is what one does.',
    `
    a|the|his|my|their|of|every|each|another|deep|shaky|shuddering|ragged|shallow|sharp|last [breathe] => breath
    held|hold|holding|caught|catch|catching|lost|under his|her|my|their|your [breathe] => breath
    a|the|one|his|her|my deep|shaky|shuddering|ragged|long|quick|slow [breathe] => breath
    deep|shaky|ragged|shallow|sharp|short|few|two|three|his|their|my [breathes] => breaths
    `,
  ),
  ...frames(
    '“Cloth” is fabric, “clothes” are worn, and “clothe” is to dress somebody.',
    `
    a|of|piece|pieces|strip|strips|scrap|damp|wet [clothe] .|and|over|from|around|to|on|that|with|in|across => cloth
    change|set|pile|wearing|wore|wear|her|his|my|their|your|off|new of? [cloths] .|and|off|on|were|were|were|to => clothes
    `,
  ),
  ...frames(
    '“Past” says where something moves or when; “passed” is the verb.',
    `
    walked|ran|went|rushed|flew|drove|sped|brushed|pushed|slipped|stepped|strode|hurried|swept|jogged|darted|marched|squeezed|stormed|stalked|raced|glided|shoved|shot|crept|sneaked|snuck [passed] @obj|@det|@name|people|crowds => past
    walking|running|brushing|pushing|stepping|strolling|driving|speeding|flying|rushing|slipping [passed] me|him|us|them|her|it|the|a|an|@name => past
    looked|stared|gazed|glanced|looking|staring [passed] @obj|@poss|@name => past
    in|from|of|about the|his|her|my|their|your|our [passed] . => past
    the|these [passed] few|week|month|year|several|two|three|four|five|hour|days|weeks|months|years|couple => past
    `,
  ),
  ...frames(
    '“Passed” is the verb; “past” says where something moves or when.',
    `
    @subj|@name [past] out|away|him|her|them|me|on => passed
    had|has|have|'d [past] .|by|since|before|away|out|on|before|between => passed
    time|hours|days|minutes|weeks|months|moments|seconds [past] by|quickly|slowly|since|before|without|as => passed
    `,
  ),
  ...frames(
    '“Apart” is asunder; “a part” belongs to something.',
    `
    fall|fell|falling|tear|tore|torn|rip|ripped|pull|pulled|break|broke|come|came|coming|blown|far|drift|drifted|grown|grew|miles|inches|worlds|tearing|falling|feet|spread [a part] .|from|at|again|when|as|if|like|by => apart
    `,
  ),
  ...frames(
    '“A part of” belongs to something; “apart” is asunder.',
    `
    is|was|be|been|being|as|become|became|were|are|am|feel|i'm|you're|he's|she's|they're|we're|it's|him|her|me|still|forever [apart] of => a part
    `,
  ),
  ...frames(
    'In this sense it is written as one word.',
    `
    [a long] with => along
    come|came|tag|tagged|went|go|walk|bring|brought|play|played [a long] .|with|for|the => along
    go|run|ran|walked|walk|went|get|stay|turned|looked|far|right|pulled|moved|backed|backing|stepped|flew|drove [a way] from => away
    go|gone|straight|right|up [a head] . => ahead
    wide|jolted|jerked|still|stay|stayed [a wake] .|and|at|all|when|by => awake
    stepped|step|pushed|moved|brushed|pulled|tossed|shoved|threw|cast [a side] .|and|to|his|her|as|so => aside
    `,
  ),
  ...frames(
    '“Led” is the past of “lead”.',
    `
    had|has|have|was|were|been|be|being [lead] him|her|them|us|me|you|by|astray|away|into|through|back|here|there|inside|outside|upstairs => led
    ^|and|then|as|.|which|that he|she [lead] him|her|them|me|us the|into|to|through|out|away|down|up|back|inside|by|over|towards|toward => led
    `,
  ),
  ...frames(
    '“Where” asks or says in what place; “were” is a form of “be”.',
    `
    ^ [were] the? hell|did|do|does|are|am|is|was => where
    know|knew|wonder|wondered|remember|see|sure|ask|asked|tell [were] he|she|it|they|you|i|we|the|his|her|everyone is|was|were|are|had|have|went|could|would|'s|lived|live|came => where
    `,
  ),
  ...frames(
    '“Were” is a form of “be”; “where” asks or says in what place.',
    `
    they|we [where] -ing|not|all|both|in|so|too|now|still|just|only|about|gone|never|very|always|at|on|supposed|able|happy|alone|surrounded|together|finally|being => were
    there [where] not|no|so|many|two|three|several|only|a|some|other => were
    `,
  ),
  ...frames(
    '“We’re” is short for “we are”; “were” is the past of “are”.',
    `
    ^ [were] gonna|leaving|almost|lost|done .|here|there|now|home => we're
    ^ [were] going|not to|back|home|going|leaving => we're
    they|you|there|we|who [we're] => were
    `,
  ),
  ...frames(
    '“Quite” means rather or fully; “quiet” means without noise.',
    `
    not|isn't|wasn't|never|couldn't|can't [quiet] ready|sure|right|there|what|as|the|understand|believe|like|so|enough|know|place|see => quite
    [quiet] sure|possibly|obviously|frankly|literally|honestly|certain => quite
    [quiet] a few => quite
    `,
  ),
  ...frames(
    '“Quiet” means without noise; “quite” means rather or fully.',
    `
    keep|stay|kept|stayed|went|fell|grew|be|too|very|remained|remain|gone [quite] .|and|for|until|as => quiet
    the|peace and [quite] .|of|and|was => quiet
    `,
  ),
  ...frames(
    'After “could”, “would” and the like it is “have” (“could’ve”), not “of”.',
    `
    would|could|should|must|wouldn't|couldn't|shouldn't|mustn't|mightn't|would've [of] !course => have
    i|you|he|she|it|we|they|@name might [of] been|done|gone|had|known|seen|said|made|taken|got|gotten|heard|lost|-ed => have
    !the|a|god|his|her|my|own|last|free|good may|will [of] been|done|gone|had|known|seen|made|taken|-ed => have
    `,
  ),
  ...frames(
    '“Definitely” means surely; “defiantly” means in defiance.',
    `
    most|almost [defiantly] => definitely
    will|would|it's|that's|i'm|should|this|he's|she's|there's|can [defiantly] not|the|a|an|going|have|need|get|something|one|be|being => definitely
    `,
  ),
  ...frames(
    'Another word of nearly the same letters is meant.',
    `
    ^ [her] had|was|were|did a|an|the|not|no|never|been|just|so => she
    everyone|everything|nothing|nobody|anyone|anything|none|everybody|somewhere|anywhere [accept] for|the|his|her|me|him|that|when|you|this|us|them => except
    couldn't|can't|won't|didn't|don't|wouldn't|cannot|doesn't [except] that|it|the|his|her|my|your|this|him|you|any => accept
    to [except] it|this|your|his|my|that => accept
    some|any|of|my|your|his|the|this|good|bad|piece|legal [advise] => advice
    to|will|would|should|must|can|can't|i [advice] you|him|them|against|me|us => advise
    i|we|they|he|she [prey] that|for|to => pray
    of|easy|fell|fall|falling [pray] .|to|and|for => prey
    i|you|he|she|they|we|to|would|will|don't|didn't [loath] him|her|you|them|the|this|that|it|being => loathe
    am|is|was|were|i'm|be|been [loathe] to => loath
    glanced|looked|smiled|coughed|slipped|nodded|as|very|more|whispered [discretely] => discreetly
    @aux|barely|hardly [bath] in|him|her|them|myself|himself|herself|the => bathe
    was|were|is|are|am|i'm|you're|he's|she's|they're|we're|it's|wasn't|weren't|isn't|not|be|been [suppose] to => supposed
    ^|.|and|that|as|like|but|what|where he|she|it [use] to => used
    am|are|is|was|were|be|been|i'm|you're|he's|she's|they're|wasn't|get|got|getting not? [use] to being|it|this|that|having|seeing|him|her|you|doing => used
    `,
  ),
]
