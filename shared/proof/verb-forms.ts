/** Frames for the wrong form of a verb: had went, was took, didn't knew, lay for lie, sit for set, rise for raise. */
import { type FrameTable, frames, frameTable } from './frames.ts'
import { IRREGULAR_VERBS } from './irregular-verbs.ts'
import { NO_NOUNS, VERBS } from './verbs.ts'

const ADVERBS =
  'not|never|ever|just|already|always|almost|also|only|since|even|once|nearly|long|all|both|recently|finally|suddenly|really|barely|probably|obviously|clearly'

/** Both need a look further back: "all that she had fell down" is right. */
export const PERFECTS: FrameTable = frameTable(
  frames(
    'After “have” and “had” stands the participle (had gone), not the past (went).',
    IRREGULAR_VERBS.filter(({ past }) => past !== 'did')
      .map(
        ({ past, participle }) => `
        @have|have ${ADVERBS}|-ly? [${past}] => ${participle}
        i'd|you'd|he'd|she'd|we'd|they'd|who'd|it'd ${ADVERBS}|-ly? [${past}] => ${participle}
        ^ had|have|has|hadn't|haven't|hasn't @subj|@name [${past}] => ${participle}`,
      )
      .concat('has|have|had ever|never|already [did] !not|nothing => done')
      .join('\n'),
  ),
)

const PASSIVE = 'take give write know throw draw eat shake wear tear steal choose drive'.split(' ')

/** As `PERFECTS`: "the man he was took over" is right. */
export const PASSIVES: FrameTable = frameTable(
  frames(
    'After “was” and “were” stands the participle (was taken), not the past (took).',
    IRREGULAR_VERBS.filter(({ base }) => PASSIVE.includes(base))
      .map(
        ({ past, participle }) =>
          `was|were|been|being|wasn't|weren't not|never|being|already|finally|badly? [${past}] => ${participle}`,
      )
      .join('\n'),
  ),
)

const PLAIN_PASTS =
  'had have|told tell|thought think|heard hear|said say|kept keep|made make|brought bring|caught catch|meant mean|slept sleep|understood understand|stood stand|lost lose|wanted want|looked look|seemed seem|liked like|needed need|moved move|noticed notice|cared care|tried try|realized realize|realised realise|stopped stop|loved love|asked ask|answered answer|believed believe|seen see|gone go'

const BASES = [
  ...IRREGULAR_VERBS.map(({ base, past }) => `${past} ${base}`).filter((pair) => !/^(?:saw|fell|ground) /.test(pair)),
  ...PLAIN_PASTS.split('|'),
  ...VERBS.filter(({ past, base }) => /ed$/.test(past) && past !== base && !PLAIN_PASTS.includes(`${past} `)).map(
    ({ past, base }) => `${past} ${base}`,
  ),
]

const DONE =
  'been|known|gone|seen|come|done|taken|told|stayed|left|had|thought|said|listened|tried|asked|stopped|married|died|lived|heard|kept|made'

const THINGS =
  'box|cup|cups|glass|glasses|bag|bags|plate|plates|book|books|mug|tray|phone|basket|bottle|bowl|gift|package|suitcase|backpack|groceries|scroll|lamp|candle|card|flowers|dishes|pen|papers|present'

const RISING = 'sun|moon|smoke|mist|fog|water|steam|dust|wind|tide|temperature|dough|flames|anger|panic'

const UPWARD = '.|and|in|from|above|over|out|up|around|again|through|higher|with|as'

export const SLIPS: FrameTable = frameTable([
  ...frames(
    'To “lay” is to put something down; the past of “lie” is “lay”.',
    `
    he|she|@name [lay] it|them|him down|on|aside|in|across|beside|back|against => laid
    [lie] a|one|your|his|her|another? hand|hands|finger on => lay
    of|on|beside|behind|between|under it|them|him|her|us [laid] a|an|two|three => lay
    ^|and|but|then there [laid] a|an|the|his|her|my|two|three => lay
    he|she|i|they|@name [laid] on|in|across|upon the|his|her|my|their|a bed|floor|ground|grass|sofa|couch|back|stomach|side|belly|sand|snow|dirt|bunk|hammock|roof|deck .|and|all|for|with|while|as|until|when|staring|listening|looking => lay
    he|she|i|they|@name [laid] awake|there|still .|and|all|for|with|while|as|until|when|in|on|staring|listening|looking => lay
    `,
  ),
  ...frames(
    'Without “have” it is the past that stands here.',
    `
    come|comes|came|coming [undid] => undone
    ^|where|what|when|how|because|that|but|so|until|after i|he|she|we|they|you|it [gotten] => got
    `,
  ),
  ...frames(
    'After “didn’t”, “couldn’t” and the like stands the verb’s base form.',
    BASES.map(
      (pair) => `
      !who|that|which|or|those didn't|doesn't|don't|couldn't|wouldn't|won't [${pair.split(' ')[0]}] => ${pair.split(' ')[1]}`,
    ).join('\n'),
  ),
  ...frames(
    'To “lie” is to rest somewhere (lay, lain, lying); to “lay” is to put something down (laid, laid, laying).',
    `
    was|were|is|are|be|been|still|just|them|him|her|me|it [laying] there|awake|beside|next|across|flat|face|motionless|unconscious|dead|asleep|against|under => lying
    !hen|hens|chicken|chickens was|were|is|are|be|been [laying] on|in the|a|his|her|my|their|its|bed|front|top !charm|mortar|guilt|praise => lying
    was|were|is|are|be|been just|still|right? [laying] under|underneath|beneath|behind|between|below|near|around|across => lying
    was|were|is|are|be|been [laying] just|right under|underneath|beneath|behind|between|below|near|inside|in|on|across => lying
    was|were|is|are|be|been [laying] down .|and|on|in|beside|next|with|when => lying
    card|body|bodies|book|man|woman|boy|girl|note|letter|sword|phone|paper|gun|thing|clothes|figure|corpse|@name [laying] across|beside|next|there|on|in|motionless|unconscious|dead => lying
    he|she|i|they|we|it|@name [laid] there|awake|motionless|unconscious|asleep .|and|in|on|with|for|as|until|beside|under => lay
    he|she|i|they|we|@name [laid] in bed => lay
    he|she|i|they|we|@name [laid] down|back .|on|next|beside|in|and|against|to => lay
    had|has|have carefully|gently|just? [lain] his|her|my|their|your !full|whole|entire|length|last => laid
    had|has|have carefully|gently|just? [lain] it|them|him => laid
    had|has|have carefully|gently|just? [lain] the|a|an ${THINGS}|coat|cloak|blanket|map|letter|body|sword|table|baby|child|knife => laid
    had|has|have|been [laid] there|awake|motionless|asleep|unconscious .|and|for|in|with|since|all|on => lain
    to|will|would|go|let's|should|can|could|must|didn't|i'll|don't [lay] down .|and|for|in|next|beside|with|here => lie
    to|can't|couldn't|will|would|you [lay] here|awake|still .|and|in|for|with|all|on|any => lie
    [lied] down|awake|beside|motionless => lay
    `,
  ),
  ...frames(
    'To “set” is to put something somewhere; to “sit” is to be seated.',
    `
    he|she|i|they|we|@name [set] there .|among|in|on|with|by|for|and|under|beside|like => sat
    he|she|i|they|we|and|then [sat] the|his|her|my|their ${THINGS} => set
    ^|. [sitting] the|his|her|my|their|a ${THINGS} => setting
    `,
  ),
  ...frames(
    'To “raise” is to lift something; to “rise” is to go up.',
    `
    [rose|rised] his|her|my|their|its|an eyebrow|eyebrows|brow|brows|hand|hands|head|arm|arms|voice|voices|eyes|glass|sword|fist|chin|gaze|gun => raised
    he|she|i|they|we|@name [raised] to his|her|my|their feet => rose
    he|she|i|they|we|@name [raised] from the|his|her|my|their seat|seats|chair|bed|ground|couch|floor|knees|table => rose
    ${RISING} had? began|started|begun|seemed|continues|continued to [raise] ${UPWARD} => rise
    ${RISING} was|were|is|are|kept [raising] ${UPWARD} => rising
    he|she|it|they just|slowly|suddenly|only|simply [raised] .|until|above => rose
    ${RISING} [raised] .|over|above|in|from|and => rose
    `,
  ),
  ...frames(
    'A condition that did not come true stands with “had” (if I had known), without “would”.',
    `
    ^ if @subj|@name [would have] ${DONE} => had
    wish|wishes @subj|@name [would have] ${DONE} => had
    `,
  ),
  ...frames(
    'What one knows or believes is not going on: without -ing.',
    `
    i [am knowing] => know
    i [am believing] => believe
    i [am understanding] you|him|it|that|what|how|why|now => understand
    he|she|it [is knowing] @det|@obj|what|how|that => knows
    we|you|they [are knowing] @det|@obj|what|how|that => know
    `,
  ),
  ...frames(
    'Of one’s age one says “I am twenty years old”.',
    `
    i [have] #|* years old => am
    he|she [has] #|* years old => is
    i|he|she|@name [had] #|* years old => was
    we|you|they [have] #|* years old => are
    we|you|they [had] #|* years old => were
    `,
  ),
  ...frames(
    'After this word stands another form of the verb.',
    `
    ${IRREGULAR_VERBS.filter(({ past }) => past !== 'did')
      .map(({ past, participle }) => `had|has|have ever [${past}] => ${participle}`)
      .join('\n')}
    ${'went go|came come|cried cry|laughed laugh|smiled smile|saw see|knew know|ate eat|drank drink|sang sing|took take|slept sleep|waited wait|looked look|walked walk'
      .split('|')
      .map((pair) => pair.split(' '))
      .map(([past, base]) => `make|makes|made|let|lets him|her|me|them|us [${past}] => ${base}`)
      .join('\n')}
    ${VERBS.filter(
      ({ base, participle }) => base !== participle && (NO_NOUNS.has(base) || /^(?:build|bite|hit|hide)$/.test(base)),
    )
      .map(
        ({ base, participle }) =>
          `he|she|it|i|they|we|house|city|door|letter|book was|were|been [${base}] by|in => ${participle}`,
      )
      .join('\n')}
    sun|moon|curtain|he|she|they|it|smoke had|has|have [rose] .|up|and|from|in|over|again|to => risen
    want|wants|wanted|like|need|going to [thanks] => thank
    it [is depend] => depends
    i [am not] understand|know|want|believe|remember|think => do not
    he|she|it|@name [is not] understand|know|want|believe|remember|think => does not
    we|you|they [are not] understand|know|want|believe|remember|think => do not
    ^ [do you can] => can you
    ^|and|what|who|where|why|how|when did|didn't @subj|@name|anybody|anyone [saw] => see
    ^|and|where|why|how|when did|didn't @subj|@name [fell] => fall
    ^|and|what|where|how|when did|didn't @subj|@name [found] => find
    ^|and|but|where|when|because|as|like @subj|there|@name [use] to be|have|live|think|know|like|love|hate|say|go|come => used
    who|which|that [use] to be|live|have => used
    @subj|everybody|everyone|nobody|@name had|has|have [starting] to => started
    @subj|everybody|everyone|nobody|@name had|has|have [beginning] to => begun
    @subj|everybody|everyone|nobody|@name had|has|have [trying] to => tried
    @subj|everybody|everyone|nobody|@name had|has|have [learning] to => learned
    @subj|everybody|everyone|nobody|@name had|has|have [deciding] to => decided
    how long [do you have] these|this|that|them .|and => have you had
    how long [do you know] @obj|@name|@poss|each|about => have you known
    how long [are you] married|here|there|waiting|together .|for|in|with => have you been
    window|glass|arm|leg|lock|heart|phone|car|engine|clock|mirror|nose|machine|cup|vase|bone|chain|chair was|were|is|are [broke] .|and|but|in => broken
    i|we|you|he|she|they will|would|should|might|must [can] ${VERBS.map(({ base }) => base).join('|')}|be|have|do => be able to
    ${VERBS.map(({ base, gerund }) => `started|began|start|begin|begins|starts|want|wants|wanted|tried|decided|managed to [${gerund}] => ${base}`).join('\n')}
    `,
  ),
  ...frames(
    'This form of the verb is not in use in standard English.',
    `
    been|had|have|has|just|was|were|get|got|be|being [layed] => laid
    [layed] down|out @det => laid
    [layed] there|on|in|down|awake|back|still|beside|next|under|across|at|with|motionless|flat|face|between|near|behind|by|facing|curled|asleep|dead|around|against|where|like|.|and => lay
    [layed] => laid
    [payed] => paid
    [casted] => cast
    [bursted] => burst
    [hurted] => hurt
    [catched] => caught
    [teached] => taught
    [bringed] => brought
    [splitted] => split
    [spreaded] => spread
    [shutted] => shut
    [thinked] => thought
    [runned] => ran
    [breaked] => broke
    [falled] => fell
    [stealed] => stole
    he|she|@name [grit] out|his|her => gritted
    `,
  ),
])

/** Common in speech on purpose, so only for narration. */
export const NARRATED: FrameTable = frameTable(
  frames(
    'Without “have” or “had” stands the past (saw), not the participle (seen).',
    `
    ^|.|and|when|as|that|because|then|what|who|where|if|but he|she|they|we|i|@name [seen] @det|@obj|@name|how|what|that|nothing|something => saw
    ^|.|and|when|as|that|because|then|what|if|but he|she|they|we|i|@name [done] @det|@obj|what|nothing|something => did
    ^|.|and|when|as|that|because|then|what|if|but he|she|they|we|i|it [begun] to|the|his|her|on|in|at|with|when|again|.|as => began
    [hisself] => himself
    [theirselves] => themselves
    ^|when|then|but|because he|she|they|we|i|it [sung] => sang
    ^|when|then|but|because he|she|they|we|i|it [rung] => rang
    ^|when|then|but|because he|she|they|we|i [drunk] @det|it|from|some => drank
    ^|when|then|but|because he|she|they|we|i|it [taken] @det|@obj|up|out|off|away => took
    ^|when|then|but|because he|she|they|we|i|it [given] @det|@obj|up|out|off|away => gave
    ^|when|then|but|because he|she|they|we|i|it [written] @det|@obj|up|out|off|away => wrote
    ^|when|then|but|because he|she|they|we|i|it [eaten] @det|@obj|up|out|off|away => ate
    ^|when|then|but|because he|she|they|we|i|it [thrown] @det|@obj|up|out|off|away => threw
    ^|when|then|but|because he|she|they|we|i|it [driven] @det|@obj|up|out|off|away => drove
    ^|when|then|but|because he|she|they|we|i|it [stolen] @det|@obj|up|out|off|away => stole
    ^|when|then|but|because he|she|they|we|i|it [chosen] @det|@obj|up|out|off|away => chose
    ^|when|then|but|because he|she|they|we|i|it [forgotten] @det|@obj|up|out|off|away => forgot
    ^|.|and|when|as|that|because|then|what|if|but he|she|they|we|i [swum] @det|across|to|it => swam
    `,
  ),
)
