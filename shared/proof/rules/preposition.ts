/** A preposition that does not go with its word, or stands where English has none: depends of, married with, listen him, discuss about. */
import { dressed, findFrames, frames, frameTable } from '../frames.ts'
import type { LineRule } from '../rule.ts'

export const preposition: LineRule = {
  name: 'preposition',
  level: 'default',
  kind: 'grammar',
  title: 'Which small word goes with it',
  explain:
    'Which preposition a word goes with is fixed, and other languages fix it otherwise: it depends on us, she is married to ' +
    'him, listen to me; and some take none: we discussed it, he entered the room.',
  example: { wrong: 'Everything depends of the weather.', right: 'Everything depends on the weather.' },
  source:
    'Chicago Manual of Style 17th ed. 5.195 (prepositions with certain words); Quirk et al., Comprehensive Grammar 16.28, 16.69.',
  *check(line, { facts }) {
    for (const { frame, first, last } of findFrames(TABLE, line, facts)) {
      const offset = line.tokens[first]!.start
      const length = line.tokens[last]!.end - offset
      const right = dressed(frame.right, line.text.slice(offset, offset + length), facts.forms.apostrophe)
      yield { offset, length, message: frame.why, replacements: [right] }
    }
  },
}

const PLACES =
  'door|house|village|town|city|castle|station|school|river|gate|hotel|hospital|airport|bridge|forest|camp|palace|harbour|harbor|inn|tower|shop|office|classroom|apartment|library|park|market|temple|mountain|island|building|hall|room|kitchen|cave|top|end|edge|place'

const QUALITIES =
  'straight|white|black|red|big|small|strong|quiet|silent|cold|light|heavy|thin|fat|tall|quick|fast|hard|soft|old|beautiful|brave|pale|sharp|dark|bright|still|sweet|stupid|proud|green|blue|dry|stiff|clear|warm|happy|free|high|deep'

const ONES = 'him|me|them|us'

const AWAY = ['upstairs', 'downstairs', 'outside', 'inside', 'abroad']
  .map((word) => `go|went|come|came [to ${word}] .|and|with|because|when => ${word}`)
  .join('\n')

const TABLE = frameTable([
  ...frames(
    'One explains something to somebody.',
    '[explained] @poss mother|father|brother|sister|wife|husband|friend|friends|boss|son|daughter|parents what|how|why|that|everything => explained to',
  ),
  ...frames(
    'Another preposition goes with this word.',
    `
    depend|depends|depended|depending [from|of] => on
    dreamed|dreamt|dream|dreaming [with] you|him|her|me|them|@name => about
    think|thinking|thought [in] you|him|her|me|them .|all|every|day|and|when => about
    tired|sick [from] @poss|all|the|these|this lies|jokes|games|questions|excuses|complaints|voice|nonsense|life => of
    dressed [with] black|white|red|blue|green|gray|grey|rags|old => in
    stared|glared|grinned|staring|glaring [on] me|him|her|us|them => at
    stared|glanced|staring|glancing [to] me|him|her|us|them .|and|with => at
    ^ [in] that|this night|morning|evening|afternoon => on
    ^ [in] that day everything|i|he|she|we|they|the => on
    ^ [in] night .|the|i|he|she|we|they|it => at
    !again|looked|look|looking|glanced|stared|nodded|smiled|shouted|laughed|angry [at] sunday|monday|tuesday|wednesday|thursday|friday|saturday .|morning|night|evening => on
    born [at] # => in
    [in] the first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|twentieth of january|february|march|april|may|june|july|august|september|october|november|december => on
    lives|lived|live|office|apartment|flat|room|was|is [in] the first|second|third|fourth|fifth|sixth|seventh|top|ground floor => on
    sat|sit|sitting|lay|lying|slept|sits [at] the|a|his|her sofa|couch|floor|bench|ground|grass => on
    sick|ill|here|there|together|married|waiting|dead|gone|missing|away|him|her|them [since] a|an week|month|year|hour|day|decade|long|while .|now|time => for
    agree|agreed|agrees|disagree [to|on] you|him|her|me|them . => with
    am|is|are|was|were|got|get|i'm|he's|she's|getting used [of|with] => to
    take|took|taking|takes|taken care [for|about|on] @obj|@poss|the|@name => of
    in love [for] @obj|@poss => with
    [answered to] his|her|my|the|their|our question|questions|letter|call => answered
    dozens|lots|lot|kind|sort|middle [off] => of
    held|holding|hold|clung|holds [on] my|his|her|their|your arm|arms|hand|hands|sleeve|shoulder|coat|rope => on to
    married [with] @det|@name|him|her|me|them|someone|somebody => to
    similar [with|as] @obj|@art|@poss|mine|yours|@name|what => to
    different [of|as] @obj|@poss|other|others|what|everyone => from
    accustomed [with] => to
    according [with] the|his|her|my|@name => to
    composed [from] => of
    covered|filled [of] => with
    jealous|ashamed [on|with] @obj|@name|@poss => of
    tired|sick [from] waiting|hiding|being|listening|hearing|him|her|them|you|this => of
    afraid|scared|frightened [from] -s => of
    back [to home] . => home
    afraid [about|with|for] spiders|snakes|dogs|heights|ghosts|water => of
    accused|accuse|accusing @obj|@name [for|about] => of
    accused [for] => of
    insist|insists|insisted|insisting [in|to] -ing => on
    participate|participated|participating [at|on|to] => in
    interested [about|on|with] @det|@obj|@name|-ing|what|how => in
    laughed|laughing [of] @obj|@name|@poss => at
    shouted|yelled|yelling|shouting [on] @obj|@name => at
    arrived|arrive|arrives|arriving [to] the|a|my|his|her|their|our|this|that ${PLACES} => at
    arrived|arrive|arrives|arriving [to] @name|london|paris|school|work .|and|in|at|on|with|after|before|when => in
    good|bad|terrible|great [in] maths|math|english|history|chess|football|magic|sports|languages|games .|and|but|or => at
    knocked|knocking|knock [to|in] the|my|his|her|their door|window|gate => on
    !most famous [of] => for
    congratulated|congratulate @obj|@name [for|about] @poss|the birthday|success|victory|promotion|exam|wedding|engagement => on
    believe|believes|believed [to] him|her|me|them|us . => in
    translated [in] english|french|german|spanish|italian|latin => into
    !come|comes|coming|came|drop|dropped|stop|stopped|pop|popped|call|called|go|stay [in] monday|tuesday|wednesday|thursday|friday|saturday|sunday .|morning|evening|night|afternoon => on
    [on] january|february|march|april|june|july|august|september|october|november|december . => in
    [in] my|his|her|our|your|their birthday|wedding|anniversary . => on
    the reason|reasons [of why] => why
    `,
  ),
  ...frames(
    'After this word stands no preposition.',
    `
    [discussing about] => discussing
    [discusses about] => discusses
    [mentioned about] => mentioned
    [mention about] => mention
    [described about] => described
    !in [despite of] => despite
    [approach to] him|me|them|us|you . => approach
    @subj|@name [reached to] the ${PLACES.replace('|end|edge', '')} => reached
    [reached at] the|a|my|his|her|their ${PLACES} => reached
    [resembles to] => resembles
    [resembled to] => resembled
    [obeyed to] => obeyed
    [obey to] => obey
    [contacted with] @obj|@name => contacted
    [entered in] the|a|his|her|their room|house|kitchen|hall|garden|castle|forest|building|shop|cave|tent|bedroom|village => entered
    [entering to] the|a|his|her|their => entering
    [enter to] the|a|his|her|their => enter
    [because of] i|he|she|they|we @modal|@have|@be|@do|-ed|did|went|came|saw|knew|thought|felt|wanted|want|know|think => because
    go|goes|going|went|come|comes|coming|came|return|returned|walked|ran|hurried|drove [to home] .|and|after|before|because|at|with|when|for|in|to|without => home
    go|goes|going|went|come|comes|coming|came|return|returned [to here] => here
    go|goes|going|went|get|got|return|returned [to there] => there
    ${AWAY}
    `,
  ),
  ...frames(
    'After “listen”, “look”, “wait” and the like a preposition stands before the person or thing.',
    [
      ...'her|it|my|his|this|your|our|their'
        .split('|')
        .map((word) => `listen|listened|listening|listens [${word}] !. => to ${word}`),
      'apologized|apologised|apologize|apologise [her] . => to her',
      ...ONES.split('|').flatMap((word) => [
        `listen|listened|listening|listens [${word}] => to ${word}`,
        `proud|fond|jealous|ashamed|afraid [${word}] .|and|for|when|now => of ${word}`,
        `explain|explained|explaining|explains [${word}] @wh|@art|everything|something|it|nothing|this => to ${word}`,
        `suggest|suggested|suggests [${word}] @art|that|some|another|something => to ${word}`,
        `describe|described [${word}] how|what|everything => to ${word}`,
        `mentioned|mention|confessed|announced [${word}] that|how|what|everything|the => to ${word}`,
        `whispered|whisper [${word}] that|something|in|a => to ${word}`,
        `happened|happens|happen [${word}] . => to ${word}`,
        `belong|belongs|belonged [${word}] .|and|now => to ${word}`,
        `waited|waiting|waits|wait [${word}] .|to|at|in|and|outside|here|there|by|near|until => for ${word}`,
        `looking|staring|smiling|glaring|pointing [${word}] .|and|with|as|like => at ${word}`,
        `agree|agreed|agrees|disagreed|disagree [${word}] . => with ${word}`,
        `apologized|apologised|apologize|apologise [${word}] => to ${word}`,
        `ask|asked|begged [${word}] help|money|advice|forgiveness . => ${word} for`,
      ]),
    ].join('\n'),
  ),
  ...frames(
    'Here stands another small word.',
    `
    [since] one|half month|week|hour|minute|year|century .|now|already|and => for
    [how] is|was it|this|that|he|she called . => what
    [how] do|does|did you|they|we|he|she call this|that|him|her|the|your => what
    [how] do|does|did it|he|she|they|you|this|that look like => what
    [every] of them|us|you|the|his|her|these|those|my|our => each
    [others] people|things|children|girls|boys|students|kids|friends => other
    as ${QUALITIES} [like] @art|@poss => as
    ${QUALITIES.split('|')
      .map((word) => `[so ${word} like] @art|@poss => as ${word} as`)
      .join('\n')}
    [how] do you think of|about => what
    `,
  ),
])
