/** A small word too many, or another one than English has there: the a, told to him, must to go, since a long time. */
import { dressed, findFrames, frames, frameTable } from '../frames.ts'
import type { LineRule } from '../rule.ts'
import { VERBS } from '../verbs.ts'

export const extraWord: LineRule = {
  name: 'extra-word',
  level: 'default',
  kind: 'grammar',
  title: 'A small word too many, or another one',
  explain:
    'Two small words stand here where English has one (the a house, must to go, told to him), or one where it has another ' +
    '(for a long time, not “since a long time”).',
  example: { wrong: 'She looked at them since a long time.', right: 'She looked at them for a long time.' },
  source:
    'Chicago Manual of Style 17th ed. 5.195 (prepositions with certain words); Quirk et al., Comprehensive Grammar 9.36 (since, for).',
  *check(line, { facts }) {
    for (const { frame, first, last } of findFrames(TABLE, line, facts)) {
      const { tokens, text } = line
      // A mark between the words, or a capital, makes other words of them: "grade A the", "in the A."
      if (tokens.slice(first, last + 1).some(({ text: word }) => word === 'A')) continue
      if (frame.target.length > 1 && tokens[last]!.text === 'The') continue
      const offset = tokens[first]!.start
      const length = tokens[last]!.end - offset
      const right = dressed(frame.right, text.slice(offset, offset + length), facts.forms.apostrophe)
      yield { offset, length, message: frame.why, replacements: [right] }
    }
  },
}

const BASES = `${VERBS.map(({ base }) => base).join('|')}|be|have|do`

const UNDER_MODALS = "can could must should would may might couldn't can't cannot mustn't shouldn't wouldn't"
  .split(' ')
  .map((modal) => `^|and|but|so|because|when|that @subj|@name [${modal} to] ${BASES} => ${modal}`)
  .join('\n')

/** Compared once already. */
const DEGREES = [
  ...'taller|smaller|bigger|older|younger|faster|slower|stronger|weaker|easier|harder|happier|prettier|higher|lower|louder|quieter|closer|nearer|deeper|darker|brighter|warmer|colder|longer|shorter|better|worse|richer|poorer|smarter|braver|lighter|heavier|wiser|thinner|fatter|nicer'
    .split('|')
    .map((word) => `!once|any|no|what's|and|even [more ${word}] => ${word}`),
  ...'tallest|smallest|biggest|oldest|youngest|fastest|slowest|strongest|weakest|easiest|hardest|happiest|prettiest|highest|lowest|loudest|quietest|closest|nearest|deepest|darkest|brightest|warmest|coldest|longest|shortest|best|worst|richest|poorest|smartest|bravest|heaviest|wisest|nicest'
    .split('|')
    .map((word) => `the|his|her|my|their|our [most ${word}] => ${word}`),
].join('\n')

const RANKS =
  'sergeant captain lieutenant corporal colonel inspector professor officer brother sister uncle aunt mr mrs mister'
    .split(' ')
    .map(
      (rank) =>
        `!all [the ${rank}] @name ${'.|and|was|had|said|to|in|on|at|with|came|went'} => ${rank.slice(0, 1).toUpperCase()}${rank.slice(1)}`,
    )
    .join('\n')

const TABLE = frameTable([
  ...frames(
    'Here stands no article.',
    `
    in [the love] with => love
    @be|fell|fall|falling|are|is in [the love] . => love
    go|went|going|goes|gone|get|got to [the bed] early|late|at # => bed
    go|went|going|goes|gone to [the bed] at nine|ten|eleven|midnight|eight|seven => bed
    ^ [the life] is|was hard|short|beautiful|unfair|good|long|cruel|strange|boring => life
    like|love|hate|likes|loves|hates|enjoy|listen|listening [the music] and|. => music
    [a advice] => advice
    [an advice] => advice
    [a information] => information
    [an information] => information
    [a homework] .|for|to|and => homework
    [a luggage] => luggage
    [a furniture] .|in|and|from => furniture
    need|want|have|had|needed|wanted|earn|earned|got|some|lot [a money] => money
    gave|give|good|@obj [a good advice] => good advice
    gave|give|have|had|got|heard|bring|brought @obj? [a good news] .|for|and|to|about|from => good news
    gave|give|have|had|got|heard|bring|brought @obj? [a bad news] .|for|and|to|about|from => bad news
    [a hard work] . => hard work
    had|has|have|with [a long hair] .|and|that => long hair
    had|has|have|with [a short hair] .|and|that => short hair
    had|has|have|with [a black hair] .|and|that => black hair
    had|has|have|with [a blond hair] .|and|that => blond hair
    had|has|have|with [a brown hair] .|and|that => brown hair
    had|has|have|with [a blue eyes] => blue eyes
    had|has|have|with [a green eyes] => green eyes
    had|has|have|with [a brown eyes] => brown eyes
    `,
  ),
  ...frames(
    'Only one of these two words can stand here.',
    `
    ^|and|but he|she|i|it|@name [was is] => was
    ^|and|but he|she|it|@name [is was] => is
    ^|and|but we|they|you [were are] => were
    ^|and|but we|they|you [are were] => are
    ^|and|but i [am was] => was
    @subj|@name [can could] => could
    @subj|@name [could can] => could
    @subj|@name [will would] => would
    @subj|@name [would will] => would
    [returned back] .|to|home|from => returned
    [the a] !. => the
    [a the] !. => the
    [an the] !. => the
    [the an] !. => the
    [a an] => an
    [the his] !.|and => his
    [the my] !. => my
    [the their] !. => their
    [a his] !. => his
    [a their] !. => their
    [a her] !. => her
    * [his the] !. => the
    [their the] !. => the
    [my the] !. => the
    `,
  ),
  ...frames('The word itself says “more” or “most”.', `${DEGREES}\n[fastly] => fast`),
  ...frames(
    '“Enough” stands after the word, and “too” needs no “much”.',
    'old|big|tall|strong|good|brave|young|smart|fast|tired|happy|sad|hungry|scared|afraid|late|heavy|small|far'
      .split('|')
      .map(
        (word) => `
        am|is|was|are|were|not [enough ${word}] .|to|for => ${word} enough
        am|is|was|are|were [too much ${word}] => too ${word}`,
      )
      .join('\n'),
  ),
  ...frames('Before a rank or title with a name stands no “the”.', RANKS),
  ...frames(
    'After this verb stands no “to”.',
    `
    ${UNDER_MODALS}
    ^|and|but @subj|@name [told to] him|her|them|me|us|you|nobody|somebody|everybody|everyone|no !the|that => told
    ^|and|but @subj|@name [asked to] him|her|them|me|us|nobody|somebody|everybody => asked
    ^|and|but @subj|@name [answered to] him|her|them|me|us => answered
    [discussed about] => discussed
    [discuss about] => discuss
    [entered into] the|a|his|her|their room|house|kitchen|hall|garden|castle|forest|building|shop|cave|tent|bedroom|village => entered
    [entered to] the|a|his|her|their => entered
    [approached to] => approached
    `,
  ),
  ...frames(
    'After this word or in this place stands another word.',
    `
    [in] the same time . => at
    [at] the morning|evening|afternoon . => in
    go|went|came|come|walked|travelled|traveled|going|arrived [by] foot => on
    full [with] people|water|smoke|blood|tears|stones|books|holes|light|hope|fear|anger => of
    angry|mad [on] him|her|me|them|us|you|the|his|@name => with
    laughed|laughing [of|on|over] him|her|me|them|us => at
    proud [on|for] him|her|me|them|us|you|his|my|your => of
    fell|fall|falling|fallen in love [into|to|of] => with
    waited|waiting|waits [on] the|a train|bus|boat|answer|others|morning|night|end => for
    [did a] terrible|big|great|stupid|small? mistake|mistakes|decision => made a
    [do a] terrible|big|great|stupid|small? mistake|decision => make a
    [done a] terrible|big|great|stupid|small? mistake|decision => made a
    i|he|she|they|we|you|@name|and [said] the truth|lies => told
    i|he|she|they|we|you|@name|and [said] a lie|joke|story|secret => told
    to|@modal|@do|always|never|please [say] the|a truth|lies|lie|joke => tell
    to|@modal|@do|please [say] me|him|us that|what|how|why|where|if|about|something|everything|the|a => tell
    [remember] me|him|her|us|them to|of => remind
    you|he|she|it|that|this|they [remembers] me|him|her|us|them of => reminds
    it|he|she|that|this|they|you [remembered] me|him|her|us|them of => reminded
    can|could|will|would you [borrow] me|us|him|her => lend
    he|she|they|i|who|mother|father|grandmother|grandfather|brother [learned|learnt] me|him|her|us|them how|to|the|a|everything => taught
    finish it|this|that [until] noon|midnight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight . => by
    he|she|they|we|i|@name [won] me|him|her|us|them at|in|again|every => beat
    @modal|to|we'll|will|let's [make] a party => have
    @subj|@name [made] @poss|the homework|homeworks|shopping|dishes|laundry => did
    [do] a photo|picture|break => take
    @subj|@name [did] a|many photo|photos|picture|pictures => took
    to|@modal [do] a|the phone|mistake|decision|promise|wish|choice => make
    [open] the light|lights|tv|television|radio|lamp => turn on
    [opened] the light|lights|tv|television|radio|lamp => turned on
    [close] the light|lights|tv|television|radio|lamp => turn off
    [closed] the light|lights|tv|television|radio|lamp => turned off
    i|he|she|we|they|@name [passed] @art|#|two|three|four|five|six|ten|many|several|some hours|days|weeks|months|years on|doing|in|with|there|together => spent
    am|is|was|are|were|i'm|he's|she's|not|very|really|so|got|became [interesting] in => interested
    am|is|was|are|were|i'm|he's|she's|not|very|really|so [confusing] about|by => confused
    am|is|was|are|were|i'm|he's|she's|not|very|really|so [frightening] of => frightened
    am|is|was|are|were|i'm|so|very [boring] in|with|of|by|to => bored
    am|was|i'm|were|we're so|very|really|too? [exciting] about|to => excited
    i|he|she|they|we was|am|were so|very|really|quite|not [surprising] to|by|at|when|that => surprised
    film|movie|book|lesson|story|game is|was really|so|very|a|bit? [bored] .|and => boring
    sitting|sat|stood|standing|knelt|walked|lay|walking|sit [besides] @obj|@poss|the|@name => beside
    there|the|has|have|had|with [less] people|men|women|friends|soldiers|days|children|students|books|houses|hours|things|enemies => fewer
    he|she|they|i|we|@name drove|walked|ran|spoke|moved|talked|went|came [slow] and|.|down|through|toward|towards => slowly
    slept|sing|sings|sang|dance|danced|played|plays|did|fought [bad] .|last|and|because|that|when => badly
    @subj|@name sang|sing|sings|dances|danced|swims|cooks|cooked|plays|fights|speaks very|so|really|quite? [good] .|and|but|for|when => well
    could|can [hard] see|hear|believe|breathe|move|speak|stand|walk|feel|wait => hardly
    he|she|they|we|i|@name [arrived] the|a|our|my|his village|city|town|house|castle|station|airport|school|river|gate|camp|hotel at|before|after|in|by|when|just|. => reached
    he|she|i|they|we [forgot] @poss umbrella|keys|phone|bag|coat|book|hat|wallet at|in|on|inside => left
    i|we|they [know] him|her|them last|yesterday => met
    @subj|@name [listened] a|some|strange noise|noises|sound|sounds|voice|voices|scream|strange|knock|song => heard
    was|am|i'm|were|is|are [hearing] music|songs .|and|when|in|with => listening to
    was|am|i'm|were|is|are [hearing] to => listening
    he|she|they|i|we|@name [told] that he|she|i|we|they|it|there was|were|had|is|are|has|would|could|will|can|did|must => said
    he|she|i|they|we|@name [said] me|him|her|us|them that|to|how|what|where => told
    !at all|everything|nothing|something [what] he|she|they|i|we|you => that
    kids|men|women|people|children|boys|girls|students|friends [which] nobody|everybody|everyone|i|you|he|she|we|they => that
    man|woman|boy|girl|person|friend|teacher [which] nobody|everybody|i|you|he|she|we|they => that
    man|woman|boy|girl|men|women|people|children|soldier|soldiers|stranger|friend|someone|somebody [which] was|were|had|has|is|are|came|stood|sat|lived|went|said|looked|could|would => who
    !@prep|or|than [whom] was|were|is|are|had|has|came|stood|would|could !@subj|@name|the|a => who
    man|woman|boy|girl|men|women|people|friend|one to|with|from|for|by [who] he|she|they|i|we|you => whom
    `,
  ),
  ...frames(
    'For how long it lasts is said with “for”; “since” says when it began.',
    `
    !long|ever|ages|years|months|and [since] a long|very|short time|while => for
    !long|ever|ages|years|months|and [since] two|three|four|five|six|seven|eight|nine|ten|twelve|many|several|some minutes|hours|days|weeks|months|years !ago|before|after|of => for
    `,
  ),
  ...frames(
    'After this word stands another small word.',
    `
    afraid|scared [from] the|him|her|them|me|it|us|you|his|her => of
    interested [for] .|the|a|his|her|this|that => in
    consist|consisted|consists [from] => of
    capable [to] => of
    good|bad [in] drawing|singing|dancing|swimming|running|cooking|reading|lying|fighting|writing|math|maths => at
    responsible [of] => for
    cried|wept [in] his|her|my|their|its sleeve|sleeves|pillow|handkerchief|beard|hands|apron|shawl => into
    walked|went|came|ran|stepped|rushed|burst|hurried|stormed [in] the room|house|kitchen|hall|bedroom|shop|office => into
    `,
  ),
])
