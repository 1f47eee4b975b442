/**
 * Slips of the ear wherever stories have them: lose and loose, do and due, too and two, since and sense, its March. Told by
 * the kind of word beside, not by single phrases; pairs that need more of the sentence are learnt (`odds.ts`).
 */
import { type Frame, frames } from '../frames.ts'

const DAYS =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|august|september|october|november|december|christmas|easter|halloween|midnight|noon|summer|winter'

/** What is shot, untied or let go: to loose these is right. */
const LET_GO =
  'arrow|arrows|bolt|bolts|shaft|shafts|dog|dogs|hound|hounds|horse|horses|knot|knots|rope|ropes|string|strings|missile|missiles|volley|tongue|tongues|belt|collar|hair|bonds|sail|sails|anchor|fire|hawk|falcon|snare|trap|-ing'

const PARTS =
  'shoes|shoe|boots|coat|coats|jacket|hat|gloves|socks|shirt|clothes|hand|hands|eyes|mouth|feet|foot|head|hair|face|teeth|arms|knees|bag|bags|things|stuff|phone|sword|keys|key|book|books|seat|homework|voice|helmet|armor|armour|weapon|weapons|wallet|purse|car|nose|ears|chin|fingers|tongue|breath|name'

export const EAR_SLIPS: readonly Frame[] = [
  ...frames(
    '“It’s” is short for “it is”; “its” says whose something is.',
    `
    !@prep|@poss|has|had|have|lost|spent|celebrated|knew|was [its] ${DAYS} .|already|now|again|today|tomorrow|morning|night|afternoon|evening|and|in|so => it's
    but|and|because|so|if|think|though|^ [its] march|may|autumn|spring|morning|night|dark|daylight|lunchtime|bedtime .|already|now|again|outside|here => it's
    but|and|because|so|though|^ [its] @name .|again|who|here => it's
    but|and|because|so|though|when|^|. [its] already|still|only|nearly|almost|past|after|not|half *? #|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|midnight|noon|past|dark|late|over|too|been|gone|early|yet .|and|so|here|o'clock|outside|now|in|for|thirty|late => it's
    `,
  ),
  ...frames(
    '“You’re” is short for “you are”; “your” says whose something is.',
    `
    ^ [your] kidding|joking|bleeding|staying|leaving|cheating|drooling|blushing|trembling|shaking|stalling|bluffing . => you're
    `,
  ),
  ...frames(
    'To “lose” is to have no more; “loose” is not tight, or to let go.',
    `
    can|can't|cannot|could|couldn't|will|won't|would|wouldn't|may|might|must|shall|should|shouldn't|don't|didn't|doesn't|i'll|you'll|he'll|she'll|we'll|they'll|i'd|you'd|we'd|they'd|they'd|never|always|gonna|not|rather|to|i [loose] @det|@poss|one|everything !${LET_GO} => lose
    if|when|unless|until|because|before|that|and|then|so|once|what you|we|they|i [loose] @det|@poss|everything !${LET_GO} => lose
    can|can't|could|couldn't|will|won't|would|wouldn't|might|must|should|don't|didn't|i'll|you'll|he'll|she'll|we'll|they'll|never|always|gonna|rather|you|we|they|i [loose] him|her|them|me|us|you|it|everything|everyone|control|hope|weight|sight|track|money|interest|patience|focus|consciousness|faith|touch|sleep|count|heart|face|ground|points|again|badly => lose
    can|can't|could|couldn't|will|won't|would|wouldn't|might|must|should|don't|didn't|we'll|you'll|they'll|i'll|never|always|gonna|to we|you|they|i? [loose] .|some => lose
    .|and we|you|they|i [loose] some => lose
    made|make|making|makes|see|saw|seen|hear|heard|watch|watched|help|helped|had|have @obj|@name|@name [loose] @poss|@det|it|everything|control|hope|weight|sight|track !${LET_GO} => lose
    `,
  ),
  ...frames(
    'Here “do” is meant; “due” is owed or expected.',
    `
    ^|what|how|why|where|when|who|which|, [due|dew] you|i|we|they !thought|think|believe|understand => do
    i|you|we|they|to|not|would|will|can|could [due|dew] not|it|this|that|so|what|anything|nothing|something|my|your|his|her => do
    `,
  ),
  ...frames(
    'Here “too” is meant; “two” is a number.',
    `
    ^ me|him|her|us|them [two] . => too
    [two] much => too
    it's|its|was|is|am|are|were|i'm|you're|he's|she's|we're|they're|be|been|not|far|way|much [two] late|soon|bad|far|big|hard|loud|fast|slow|tired|young|old|small|often|scared|hot|cold|dark|dangerous|close|early|long|short|heavy|weak|strong|easy|good|quiet|expensive|high|low|deep|busy|nice|proud|stupid .|to|for|and => too
    am|was|is|i'm|he's|she's|it's|felt|looked tired|hungry|thirsty|scared|cold|sorry|happy|sad|glad|afraid|wet|mad|angry|excited|surprised|nervous|confused|lonely|sick|dead|gone|there|here|crying|laughing|worried [two] . => too
    `,
  ),
  ...frames(
    '“Since” tells from when on, or why; “sense” is a feeling, or meaning.',
    `
    !give|gave|given|giving|make|made|makes|making|let|lets|taught|teach|talk|talked|knock|knocked|beat|to|and|can|could him|it|them|us|there|then|me|here [sense] . => since
    seen|heard|saw|hear|met|spoken|talked|touched|left|loved|known|missed from|about|to|with|of? @obj|@name|there|@name [sense] .|${DAYS}|last|then|that|he|she|i|we|they => since
    years|year|months|weeks|days|hours|ever|long|while|happened|changed|slept|eaten|married|alone|friends|here|there|way|home|together|been [sense] then|last|i|he|she|we|they|you|that|the|my|his|her|their|our|yesterday|school|childhood|breakfast|lunch|dinner|birth|${DAYS} => since
    !@poss|the|a|an|of|in|no|any|this|that|common|sixth|good|some|to|can|could|make|made|makes [sense] yesterday|breakfast|lunch|dinner|school|then|${DAYS} => since
    `,
  ),
  ...frames(
    'A letter is lost: “your” says whose something is.',
    `
    take|took|taking|wash|brush|close|open|shut|move|keep|hold|raise|lift|lower|wipe|clean|finish|eat|mind|pack|zip|tie|put|use|lose|break|watch|check|drop|lay|cover|cross|save|change|touch|need|like|love|lost|forgot|forget|is|was|saw|hurt|and|get|grab|bring|lift|pull|stick [you] ${PARTS} .|off|on|out|away|up|down|to|in|and|over|again|back|with|before|when|at|from|under|inside|is|are|was|were => your
    on|in|at|of|from|into|with|under|behind|near|around|over|by|through|against [you] ${PARTS} .|and|is|was|when|before|again|on|to|or => your
    `,
  ),
  ...frames(
    'A “stall” is where a horse stands or things are sold; a “stole” is worn.',
    `
    in|into|from|at|of|to|outside|inside|past|behind the|her|his|their|its|a|my last|first|next|empty|end|far|corner|other|box|horse|market|fruit|fish|food|own|open [stole] . => stall
    mare|horse|pony|stallion|gelding|cow|colt|foal|filly|goat|bull in|into|to|from|of|out|inside|back *? the|her|his|their|its|a [stole] => stall
    back in|into|to|inside the|her|his|their|its [stole] => stall
    bathroom|toilet|shower|market|fruit|food|fish|flower|horse [stole] => stall
    bathroom|toilet|shower|market|fruit|food|fish|flower|horse [stoles] => stalls
    muck|mucked|mucking|clean|cleaned|sweep|swept out? the|her|his|their [stole] => stall
    muck|mucked|mucking|clean|cleaned|sweep|swept out? the|her|his|their [stoles] => stalls
    `,
  ),
]
