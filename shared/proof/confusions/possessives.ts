/** Possessives and the contractions that sound like them: your, its, their, whose; and there. */
import { frames } from '../frames.ts'

const BODY = 'eyes|face|hands|hair|arms|voice|mouth|fault|turn|clothes|sword|gun|phone|house|name|heart|mind|lips'

export const POSSESSIVES = [
  ...frames(
    '“You’re” is short for “you are”; “your” says whose something is.',
    `
    !@prep|mind|minds|minded|like|love|hate|remember|despite|excuse [your] trying|going|supposed|meant|able|unable|allowed|willing|about to => you're
    [your] gonna|kidding|joking => you're
    [your] not|the|a|an|my|his|her !game|list|so => you're
    [your] too late|young|old|good|kind|weak|slow|loud|big|small|stubborn|stupid|nice|hard .|to|for => you're
    [your] so|very|such a? *? welcome|beautiful|pretty|cute|stupid|annoying|sweet|mean|kind|funny|cruel|lucky|weird|right|wrong|cold|warm|idiot|fool|jerk|baby . => you're
    ^|that|if|know|think|because|when|but|what|sure|hope|glad|say|why|how [your] right|wrong|welcome|crazy|insane|late|alive|okay|ok|dead|hurt|safe|lying|leaving|bleeding|drunk|beautiful|amazing|pathetic|annoying|stupid|awesome|fine|early|mad|hungry|sick|alone . => you're
    ^|that|if|think|because|when|but|what|sure|hope|why|like [your] doing|saying|talking|getting|making|being|acting|asking|looking|wearing|feeling a|an|the|it|this|that|to|at|about|me|him|her|us|so|such|like|on|really => you're
    what|where|why|how|who|^ [your] doing|saying|thinking|talking about? . => you're
    `,
  ),
  ...frames(
    '“Your” says whose something is; “you’re” is short for “you are”.',
    `
    [you're] own => your
    [you're] fault|name|clothes|sword|gun|phone|hair => your
    @prep|is|was|open|close|shut|hold|get|take|give|lose|see|keep|use|move|show|like|love|know|both|all [you're] ${BODY} !to|of|in|and => your
    @prep|is|was|see|love|miss|know|like|tell|ask [you're] mother|father|mom|mum|dad|brother|sister|parents|friends|family|life !of|in => your
    `,
  ),
  ...frames(
    '“It’s” is short for “it is” or “it has”; “its” says whose something is.',
    `
    [its] a|an|the|not|been|gonna|because|okay|ok|what|how|why|like|just => it's
    [its] all|too|so|really|very|only|almost|about right|late|early|bad|good|much|over|hard|easy|easier|cold|hot|dark|nice|beautiful|true|simple|time|fine|wrong .|to|for|that|when|if|because => it's
    ^|but|think|know|because|that|if|guess|and [its] true|fine|late|nothing|over|alright|impossible|obvious|possible|hard|raining|snowing|getting|going|called|okay|complicated|good|nice|me|you .|to|for|that|cold|dark|late|out => it's
    ^ [its] time .|to|for|we|you|i => it's
    `,
  ),
  ...frames(
    '“Its” says whose something is, without an apostrophe; “it’s” is short for “it is” or “it has”.',
    `
    [it's] own => its
    [its'] => its
    of|in|on|from|with|by|at|into|onto|under|through|over|around|for|to|along|opened|shook|lifted|raised|lowered|turned|wagged|bared|spread|lost|lashed [it's] head|eyes|eye|mouth|tail|wings|wing|body|claws|teeth|jaws|paws|paw|legs|ears|fur|owner|master|mother|surface|edge|edges|weight|side|sides|walls|contents|course|former|depths|hilt|sheath|scabbard|hinges|way|place|leaves|branches|roots => its
    `,
  ),
  ...frames(
    '“There” points to a place or begins “there is”; “their” says whose something is.',
    `
    [their] is|are|was|were|isn't|aren't|wasn't|weren't => there
    [their] has|had|have|must|might|may|could|would|will been|be => there
    over|out|up|down|right|back|been|go|went|sit|stay|stand|stood|sat|standing|sitting|gone|lying|waiting [their] . => there
    `,
  ),
  ...frames(
    '“Their” says whose something is; “there” points to a place.',
    `
    of|in|on|with|from|to|for|by|into|at|and|under [there] own|eyes|faces|heads|hands|hearts|lives|names|bodies|backs|parents|mother|father|house|houses|clothes|weapons|voices|mouths|arms|feet|home => their
    opened|closed|shook|lost|took|held|raised|turned|lowered|drew|kept|spent|made|hold|take|lose|keep|have|had|left|finished [there] eyes|heads|hands|lives|weapons|swords|way|seats|breath|parents|home|arms|voices|clothes|own|minds|hopes => their
    `,
  ),
  ...frames(
    '“They’re” is short for “they are”.',
    `
    ^|that|because|think|know|if|said|but|when [there|their] gonna|going|coming|leaving|trying|planning|supposed to|after|for|back|with|here|home => they're
    ^|that|because|think|know|if|but|when|what|where|why [their] not|just|all|still|doing|saying|coming|dead|gone|alive|here|safe .|the|a|an|to|going|coming|here|that|there|as|so => they're
    ^|that|because|think|know|but [there] not|both|all going|coming|here|dead|gone|human|ready|safe|alive => they're
    `,
  ),
  ...frames(
    '“Their” says whose something is; “they’re” is short for “they are”.',
    `
    [they're] own => their
    of|in|on|with|from|for|by|into|at|under|and|opened|closed|lost|took|held|raised|lowered|turned|made [they're] eyes|faces|heads|hands|hearts|lives|names|bodies|backs|parents|mother|father|house|houses|clothes|weapons|voices|mouths|arms|feet|home|way|hair => their
    `,
  ),
  ...frames(
    '“Who’s” is short for “who is” or “who has”; “whose” asks or says to whom something belongs.',
    `
    [whose] been|gonna|coming|talking|asking|calling|laughing|speaking !. => who's
    [whose] going to|with|after|home => who's
    [whose] there|afraid|next|ready|responsible .|of|for => who's
    [who's] name|house|fault|idea|eyes|voice|hair|hands|blood|parents|side|clothes|turn|body|life !to|in|of => whose
    `,
  ),
  ...frames(
    '“He’s” and “she’s” say what somebody is or has; here “his” or “her” may be meant.',
    `
    of|in|on|with|from|into|at|under|through|over|opened|closed|shook|raised|lowered|held [he's] own|eyes|face|head|hands|hand|hair|heart|arms|arm|mouth|lips|shoulder|shoulders|chest|feet|voice|mind|back|side|pocket|room|mother|father => his
    `,
  ),
]
