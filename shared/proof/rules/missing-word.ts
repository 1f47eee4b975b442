/** A small word lost between two others, where nothing else can stand: wanted go, listen me, went the door, she to the door. */
import { dressed, findFrames, frames, frameTable } from '../frames.ts'
import type { LineRule } from '../rule.ts'

export const missingWord: LineRule = {
  name: 'missing-word',
  level: 'default',
  kind: 'grammar',
  title: 'A word is missing',
  explain: 'Between these two words a small one was lost: wanted to go, listen to me, went to the door.',
  example: { wrong: 'She wanted go home.', right: 'She wanted to go home.' },
  source:
    'A slip of the pen; Quirk et al., Comprehensive Grammar 16.38 (verbs with “to”), 16.28 (verbs with “to” and “at”).',
  *check(line, { facts }) {
    for (const { frame, first, last } of findFrames(TABLE, line, facts)) {
      const offset = line.tokens[first]!.start
      const length = line.tokens[last]!.end - offset
      const flagged = line.text.slice(offset, offset + length)
      const right = dressed(frame.right, flagged, facts.forms.apostrophe)
      yield { offset, length, message: frame.why, replacements: [right] }
    }
  },
}

const WANTING =
  'needs|needed|want|wanted|wants|decided|managed|refused|hoped|ought|able|unable|supposed|afraid|began|begun|started|tried|trying|failed|seemed|pretended|learned|learnt|agreed|promised|threatened|planned|forced|ready|allowed|intended|tends|tended|used|happened|offered|prepared|determined|going'

/** Base forms only that are no nouns, no pasts and no adjectives: "started work", "tried sleep", "begun run" stand for themselves. */
const BASES =
  'go see take make get know say tell find give hear keep become eat sit stand speak think ask write bring believe understand forget remember follow listen choose sing explain destroy kill save protect learn describe'

const DOORS = 'door|window|kitchen|garden|bathroom|bedroom|gate|castle|village|river|doctor|hospital|station'

const LOOKED_AT =
  'door|window|stranger|house|clock|ceiling|floor|wall|mirror|table|man|woman|boy|girl|letter|screen|fire|sky|stars|horse|sword|river'

/** What is said of a thing, a day or a person. */
const GOOD =
  'good|bad|great|nice|lovely|wonderful|long|hard|terrible|beautiful|strange|stupid|horrible|perfect|funny|kind|pretty|awful|cute|big|small|boring|weird|sad|happy|brave|smart|strong'

const ONES = 'him|me|them|us|her'

const TABLE = frameTable([
  ...frames(
    'A form of “be” is missing here.',
    [
      ...'looking coming trying waiting sitting standing running walking talking holding wearing thinking getting making taking doing working laughing crying smiling feeling staring reading eating sleeping living playing watching'
        .split(' ')
        .flatMap((word) => [
          `^ they|we [${word}] @prep|@det|@poss|so|for|like|very|too|there|here => were ${word}`,
          `^ i [${word}] @prep|@det|@poss|so|for|like|very|too|there|here => was ${word}`,
        ]),
      '^ they|we [going] to => were going',
      '^ i [going] to => was going',
      ...'careful able fine okay alright ready sorry happy afraid impossible dead safe quiet honest angry enough'
        .split(' ')
        .map(
          (word) =>
            `@subj|it|that|this|@name|you will|would|might|must|should|could|may|won't|can't not|never|all? [${word}] .|to|if|for|with|and|about => be ${word}`,
        ),
      '@subj|@name has|have|had|need|needs [be] careful|ready|there|here|quiet|a|the|able|strong|sure => to be',
      '@subj|@name had|has|have never|ever [so] scared|happy|afraid|tired|sad|angry|cold|hungry|alone|lonely|proud|sure|close|far => been so',
    ].join('\n'),
  ),
  ...frames(
    'A small word is missing here.',
    [
      ...BASES.split(' ').map(
        (base) =>
          `it's|is|was|about|enough|no time [${base}] .|home|to|up|back|the|for|and|him|her|them|me|it => to ${base}`,
      ),
      ...'people|water|smoke|books|holes|blood|tears|dust|stars|food|fear|students|soldiers|children|flowers|snow'
        .split('|')
        .map((word) => `was|is|were|are|so|and|place|room|house full [${word}] => of ${word}`),
      ...'coat|shoes|hat|jacket|boots|glasses|clothes|shirt|gloves|helmet|mask'
        .split('|')
        .map((word) => `i|he|she|we|they|@name|and put @poss [${word}] .|and => ${word} on`),
      ...ONES.split('|').flatMap((word) => [
        `went|walked|walk|ran|run|turned|looked|stay|moved|stepped|far away [${word}] .|and|as => from ${word}`,
      ]),
    ].join('\n'),
  ),
  ...frames(
    'A small word is missing here.',
    `
    is|was|were|are|be|as|of|with|only|just|be|been|became|than one [the] best|most|few|many|first|last|only|oldest|youngest|greatest|biggest|strongest|worst|richest|men|guards|soldiers|boys|girls|others => of the
    one [my] best|oldest|closest friends|students|men|memories => of my
    one [his] best|oldest|closest friends|students|men|memories => of his
    one [her] best|oldest|closest friends|students|men|memories => of her
    one [our] best|oldest|closest friends|students|men|memories => of our
    one [their] best|oldest|closest friends|students|men|memories => of their
    afraid|scared [the] dark|water|storm|thunder|teacher|dogs|ghosts|monsters .|and|but => of the
    sat|sit|sitting [the] table|desk|bar|piano|counter => at the
    picked|pick|picking [the] phone|receiver => up the
    looked|look|looking|stared|leaned|gazed|jumped|climbed|got|came|ran|walked|fell|run|get|went [of] the|his|her|my window|car|bus|room|house|bed|door|train|building|water|chair|kitchen => out of
    nothing|anything|something|everything [could] do|say => i could
    don't|didn't|doesn't think [is] a|the|very|too|so|possible|good|fair|right|going => it is
    don't|didn't|doesn't think [was] a|the|very|too|so|possible|good|fair|right|going => it was
    because|although [is] a|the|very|not|too|so|late|my|your => it is
    because|although [was] a|the|very|not|too|so|late|my|your => it was
    waiting|waited|wait [the] bus|train|taxi|results|doctor|others => for the
    waiting|waited|wait [a] bus|train|taxi|results|doctor|others => for a
    waiting|waited|wait [my] bus|train|taxi|results|doctor|others => for my
    waiting|waited|wait [his] bus|train|taxi|results|doctor|others => for his
    waiting|waited|wait [her] bus|train|taxi|results|doctor|others => for her
    ^ where|what|how|why [you] go|think|want|mean|live|come . => do you
    `,
  ),
  ...frames(
    'A “to” is missing before this verb.',
    BASES.split(' ')
      .map((base) => `!what|all|which|be|been|it|that|must ${WANTING} [${base}] !. => to ${base}`)
      .concat('ought|supposed|able|unable|going|seemed|pretended|used [be] !. => to be')
      .join('\n'),
  ),
  ...frames(
    'A “to” is missing here.',
    `
    listen|listened|listening|listens [him] .|and|when|for|with|as => to him
    listen|listened|listening|listens [me] .|and|when|for|with|as => to me
    listen|listened|listening|listens [them] .|and|when|for|with|as => to them
    listen|listened|listening|listens [us] .|and|when|for|with|as => to us
    listen|listened|listening|listens [her] .|and|when|for|with|voice|words|story => to her
    listen|listened|listening|listens [you] .|and|when|for|with|as => to you
    listen|listened|listening|listens [music] => to music
    listen|listened|listening|listens [the] !. => to the
    @subj|@name|and|had|have|to went|go|going|gone|came [the] ${DOORS} => to the
    belong|belonged|belongs [him] . => to him
    belong|belonged|belongs [me] . => to me
    belong|belonged|belongs [them] . => to them
    `,
  ),
  ...frames(
    'An “at” is missing here.',
    `
    he|she|i|they|we|you|@name looked|smiled|stared|glared|grinned [him] .|and|with|for|as|in !the|that => at him
    he|she|i|they|we|you|@name looked|smiled|stared|glared|grinned [me] .|and|with|for|as => at me
    he|she|i|they|we|you|@name looked|smiled|stared|glared|grinned [them] .|and|with|for|as => at them
    he|she|i|they|we|you|@name looked|smiled|stared|glared|grinned [us] .|and|with|for|as => at us
    `,
  ),
  ...frames(
    'An “of” is missing here.',
    `
    instead|front|spite [his] hand|hands|house|room|head|pocket|way|face|eyes|mother|father|brother|sister|friend|wife => of his
    because|instead|front|spite [him] . => of him
    because|instead|front|spite [me] . => of me
    because|instead|front|spite [them] . => of them
    in front|spite [the] => of the
    in front|spite [her] => of her
    `,
  ),
  ...frames(
    'A “have” is missing here.',
    `
    @subj|@name|it could|would|should|might|must|couldn't|wouldn't|shouldn't not|never|always? [been] => have been
    @subj|@name|it could|would|should|might|must|couldn't|wouldn't|shouldn't not|never|always? [gone] => have gone
    @subj|@name|it could|would|should|might|must|couldn't|wouldn't|shouldn't not|never|always? [seen] => have seen
    @subj|@name|it could|would|should|might|must|couldn't|wouldn't|shouldn't not|never|always? [known] => have known
    @subj|@name|it could|would|should|might|must|couldn't|wouldn't|shouldn't not|never|always? [taken] => have taken
    @subj|@name|it could|would|should|might|must|couldn't|wouldn't|shouldn't not|never|always? [given] => have given
    `,
  ),
  ...frames(
    'A small word is missing here.',
    `
    the|very middle|edge|end|rest|top|bottom|corner|back|foot [the] room|table|street|house|hall|garden|stairs|hill|road|bed|village|town|night|day|river|forest|field|corridor .|and => of the
    looked|looking|stared|staring|glanced|gazed|glancing|gazing [the] ${LOOKED_AT} => at the
    knocked|knocking [the] door|window => on the
    sat|sitting|stood|standing|lay|lying|right|down|walked|place|seat next [me] .|on|in|and|with|at => to me
    sat|sitting|stood|standing|lay|lying|right|down|walked|place|seat next [him] .|on|in|and|with|at => to him
    sat|sitting|stood|standing|lay|lying|right|down|walked|place|seat next [them] .|on|in|and|with|at => to them
    waited|waiting [him] .|to|at|in|and => for him
    waited|waiting [them] .|to|at|in|and => for them
    waited|waiting [me] .|to|at|in|and => for me
    `,
  ),
  ...frames(
    'An “of” is missing here.',
    'coffee|tea|water|wine|milk|beer|soup|rice|juice|whisky|whiskey'
      .split('|')
      .map(
        (drink) =>
          `a|the|his|her|my|another cup|mug|glass|bottle|bowl|pot [${drink}] .|and|in|on|from|to|with => of ${drink}`,
      )
      .join('\n'),
  ),
  ...frames(
    'A “to” is missing here.',
    `
    on @poss way [school] => to school
    on @poss way [work] .|and|when => to work
    `,
  ),
  ...frames(
    'An “a” is missing here.',
    `
    took|take|takes|drew|heaved|taking|drawing [deep] breath|sigh => a deep
    took|take|takes|drew|heaved|taking|drawing [long] breath|sigh|look => a long
    have|has|had|got [question] for|to|about|. => a question
    was|is|am|i'm|he's|she's [only] child . => an only
    `,
  ),
  ...[
    'knock',
    'sound',
    'noise',
    'flash',
    'scream',
    'crash',
    'voice',
    'rustle',
    'moment',
    'loud',
    'big',
    'strange',
    'small',
    'old',
    'young',
    'long',
    'huge',
    'little',
    'tall',
    'dark',
    'beautiful',
  ].flatMap((word) =>
    frames(
      'A small word is missing here.',
      `there was|is|came|stood [${word}] ${/^(?:knock|sound|noise|flash|scream|crash|voice|rustle|moment)$/.test(word) ? 'at|on|from|of|behind|in|outside|when|.' : 'man|woman|boy|girl|noise|sound|house|door|tree|room|table|pause|crash|dog|cat|book|hole|box|village|castle|forest|lake|voice|silence'} => ${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`,
    ),
  ),
  ...GOOD.split('|').flatMap((word) =>
    frames(
      'A small word is missing here.',
      `
      !a|@poss|the|some|no such [${word}] time|day|night|place|idea|person|way|man|woman|girl|boy|friend|story|house|life|smile|voice|face|mess|mistake|job|party|feeling .|that|with|at|in|and|for => a ${word}
      ^ what [${word}] day|night|idea|place|man|woman|girl|boy|house|story|life|question|smile|voice|mess|surprise|world|view . => a ${word}
      quite [${word}] girl|boy|man|woman|day|night|place|house|story|idea|surprise .|and|but|with|who => a ${word}
      he|she|it|that|this|i was|is|am [${word}] man|woman|girl|boy|friend|idea|place|night|story|feeling|mistake|party|person|day .|and|but|with|who|for|in => a ${word}
      `,
    ),
  ),
  ...frames(
    'A “the” is missing here.',
    `
    i'm|he's|she's|am|is|was|you're|are [only] one|person who|that|here|left|i|he|she|in|with => the only
    she|he|it|that|i|you|they is|was|were|are|am [best] friend|friends|man|people|player|student i|he|she|we|who|that|in|ever => the best
    ^ [same] thing|time|day|night|place happened|as|goes|with|every|again|. => the same
    in [morning] .|he|she|i|we|they|and|when => the morning
    in [evening] .|he|she|i|we|they|and|when => the evening
    in [afternoon] .|he|she|i|we|they|and|when => the afternoon
    all|half of [time] . => the time
    on [other] hand|side|end => the other
    from [other] side|end|room => the other
    to [other] side|end => the other
    most of [people] in|here|there|who => the people
    tell|told|know|knew|telling|knows @obj? [truth] .|about|and|now|when => the truth
    `,
  ),
  ...frames(
    'A “the” is missing here.',
    `
    he|she|it|this|that|i|they|we|is|was|were|are is|was|are|were|am [best] woman|boy|girl|day|thing|way|place|city|knight|fighter|swordsman|singer|student|part|time|son|daughter => the best
    he|she|it|this|that|i|they|we|is|was|were|are is|was|are|were|am [worst] man|woman|boy|girl|day|thing|way|place|city|knight|fighter|swordsman|singer|student|part|time|son|daughter => the worst
    he|she|it|this|that|i|they|we|is|was|were|are is|was|are|were|am [oldest] man|woman|boy|girl|day|thing|way|place|city|knight|fighter|swordsman|singer|student|part|time|son|daughter => the oldest
    he|she|it|this|that|i|they|we|is|was|were|are is|was|are|were|am [youngest] man|woman|boy|girl|day|thing|way|place|city|knight|fighter|swordsman|singer|student|part|time|son|daughter => the youngest
    he|she|it|this|that|i|they|we|is|was|were|are is|was|are|were|am [biggest] man|woman|boy|girl|day|thing|way|place|city|knight|fighter|swordsman|singer|student|part|time|son|daughter => the biggest
    he|she|it|this|that|i|they|we|is|was|were|are is|was|are|were|am [strongest] man|woman|boy|girl|day|thing|way|place|city|knight|fighter|swordsman|singer|student|part|time|son|daughter => the strongest
    he|she|it|this|that|i|they|we|is|was|were|are is|was|are|were|am [bravest] man|woman|boy|girl|day|thing|way|place|city|knight|fighter|swordsman|singer|student|part|time|son|daughter => the bravest
    he|she|it|this|that|i|they|we|is|was|were|are is|was|are|were|am [tallest] man|woman|boy|girl|day|thing|way|place|city|knight|fighter|swordsman|singer|student|part|time|son|daughter => the tallest
    for|after|took very? [long] time => a long
    in|at|to|into|from|near [middle] of @det => the middle
    at|until|till|near|by [end] of @det => the end
    at|from|in|since [beginning] of @det => the beginning
    on|at|over|near|to [edge] of @det => the edge
    at|to|from [bottom] of @det => the bottom
    for|was|is|it's|like [first] time => the first
    at|in|on|of|was|is [same] time|place|moment|day|night|room|house|way|man|woman|thing|kind|village => the same
    on|from|over|around|into|against [shoulder] of the|a|his|her|my|their => the shoulder
    on|from|over|around|into|against [neck] of the|a|his|her|my|their => the neck
    on|from|over|around|into|against [chest] of the|a|his|her|my|their => the chest
    on|from|over|around|into|against [knee] of the|a|his|her|my|their => the knee
    on|from|over|around|into|against [cheek] of the|a|his|her|my|their => the cheek
    on|from|over|around|into|against [forehead] of the|a|his|her|my|their => the forehead
    on|from|over|around|into|against [arm] of the|a|his|her|my|their => the arm
    on|from|over|around|into|against [head] of the|a|his|her|my|their => the head
    he|she|that|this|i|@name is|was|am [only] person|man|woman|boy|girl|child who|that|in|left => the only
    `,
  ),
  ...frames(
    'A verb is missing here.',
    `
    * had|has|have|hadn't|hasn't|haven't not|never|just|already? [born] yet|in|on|at|there|here|when|before|after|into|blind|rich|poor|. => been born
    ^ i|he|she|they [born] in|on|at => was born
        ^ he|she [standing] in|on|at|there|by|with|the|a|his|her|to => was standing
    ^ he|she [sitting] in|on|at|there|by|with|the|a|his|her|to => was sitting
    ^ he|she [waiting] in|on|at|there|by|with|the|a|his|her|to => was waiting
    ^ he|she [looking] in|on|at|there|by|with|the|a|his|her|to => was looking
    ^ he|she [holding] in|on|at|there|by|with|the|a|his|her|to => was holding
    ^ he|she [wearing] in|on|at|there|by|with|the|a|his|her|to => was wearing
    ^ he|she [going] in|on|at|there|by|with|the|a|his|her|to => was going
    ^ he|she [trying] in|on|at|there|by|with|the|a|his|her|to => was trying
    ^ he|she|they [to] the|his|her|their door|window|kitchen|bed|table|chair|car|house|room|gate|stairs|desk|wall|river => went to
    `,
  ),
])
