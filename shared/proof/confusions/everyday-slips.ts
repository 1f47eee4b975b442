/**
 * Everyday words written for others of their sound or letters, where the words beside them leave only the other one: too for
 * to before a verb, through for threw, all ready for already. Sources: Garner's Modern English Usage under the words themselves.
 */
import { frames } from '../frames.ts'

const DOERS =
  'man|woman|boy|girl|men|women|boys|girls|kid|kids|postman|driver|guard|guards|captain|soldier|soldiers|king|queen|mother|father|mom|mum|dad|brother|sister|child|children|doctor|sergeant|thief|crowd'

const KIN =
  'sister mother father brother wife husband uncle aunt grandmother grandfather daughter cousin boss nephew niece grandma grandpa'.split(
    ' ',
  )

const THEIRS =
  'house|arm|face|room|grave|shoulder|bed|voice|hand|hands|hair|car|kitchen|lap|eyes|chair|coat|apartment|flat|funeral|wedding|birthday|side|office|desk|door|letter|letters|phone|bedroom|death'

const PERSONS = 'boy girl kid guy man woman dog cat horse child lady'.split(' ')

export const EVERYDAY_SLIPS = [
  ...frames(
    'Another word that sounds or looks like this one is meant.',
    `
    @name|he|she|they|we|${DOERS} [through] it|him|them|me over|out|into|away|back|down|across|against|onto|up|at|to|aside => threw
    want|wants|wanted|need|needs|needed|ask|asked|told|tell|like|expect|expected|allowed|forced|ordered you|him|her|them|me|us [too] do|be|get|go|make|see|say|take|come|find|tell|know|have|help|keep|stay|leave|let|give|think|stop|talk|look|hear|eat|sleep|die|kill|live|work|run|fight|believe|try|put|turn|speak|walk|sit|wait|understand|bring|buy|show|start|play|read|write|listen|meet|open|close|follow|join|answer => to
    it's|is|was|are|were|^|by|of|with|between|like these|those|his|her|my|our|their [to] brothers|sisters|men|women|boys|girls|friends|kids|guys|idiots|children|sons|daughters|cousins|uncles|aunts|soldiers|dogs|cats|horses|strangers => two
    how would|do|does|did|should he|she|i|you|they|we|anyone|anybody|somebody [now] .|that|about|where|who => know
    to|can|could|will|would|might|may|didn't|couldn't|tried|not [sooth] => soothe
    [sooths|soothes'] him|her|them|me|you|us|the|his|my => soothes
    [poured] over the|a|his|her|their|my|these|those|every|old|some *? *? book|books|map|maps|letters|papers|documents|charts|manuscript|manuscripts|ledger|ledgers|pages|records|files|scrolls|newspapers|texts => pored
    [pouring] over the|a|his|her|their|my|these|those|every|old|some *? *? book|books|map|maps|letters|papers|documents|charts|manuscript|manuscripts|ledger|ledgers|pages|records|files|scrolls|newspapers|texts => poring
    have|has|had|i've|we've|you've|they've|he'd|she'd|they'd|is|was|it's [all ready] been|gone|won|left|done|known|seen|made|taken|told|heard|lost|begun|started|eaten|dead|here|there|over|too|late|dark|said|asleep|knew|-ed => already
    kind|sort of [all ready] * => already
    have|has|had|i've|we've|you've|they've|he'd|she'd|they'd|i|he|she|it|they|we|you [all ways] been|gone|known|loved|wanted|thought|said|hated|liked|had|was|were|is|are|felt|wondered|-ed => always
    was|were|is|are|am|had|has|it's|i'm [all most] .|there|all|done|dead|gone|as|like|fell|killed|lost|never|died|every|nothing|home|empty|over|too|certainly|impossible|always|-ed => almost
    [all together] too|different|certain|sure|wrong|new|strange|unlike => altogether
    no idea|doubt|matter|clue [witch] => which
    idea|know|knew|wonder|wondered|sure|see|saw|tell|decide|remember [witch] way|one|of|side|door|direction|road|was|were|is => which
    in|through|from|by|to|at|on|for|of [witch] he|she|it|they|we|i|you|the|case => which
    room|house|street|forest|woods|night|everything|all was|grew|fell|went|became very|so? [quite] .|and|again => quiet
    very|so|too|really [quite] .|and|that|for|as|voice|room|house|night => quiet
    was|is|grew|fell [quite] in|inside|outside the room|house|forest|street|hall|office|kitchen|woods|car => quiet
    ought|used|have|had|able to [of] been|gone|done|said|known|seen|had|told|asked|come|taken|thought|left|made|got|given|-ed => have
    [lent] across|forward|back|against|down|toward|towards|closer|over .|and|to|the|his|her|me|my => leaned
    ^ [there] house|car|mother|father|parents|son|daughter|names|faces|dog|leader|voices|hands => their
    be|keep|kept|stay|stayed|remained|went|gone|lie|sat|sit|stood [quite] .|and|for|until|while|as|now => quiet
    as [quite] as => quiet
    is|was|were|are|it's|be|been|just|all|we're|they're|you're|i'm [apart] of @poss|the|a|this|that|it|something|me|us|who|what|her|him|them => a part
    [bring|bringing] a new car|house|boat|horse at|for|with => buy
    @poss|the [hole] body|life|world|family|time|day|night|house|story|thing|school|class|town|truth|face|head|point|place|week|year|lot|plan|reason|way => whole
    a great|good|little? deal of [patients] => patience
    lost|losing|lose|out|no|infinite|endless|little of? all? @poss? [patients] .|with|and|to|for => patience
    @poss [patients] was|is|wore|ran|has|had !been => patience
    was|were|is|had|lost|losing|regained|regain|and|fully|barely|knocked|been|still [conscience] .|of|again|when|and|enough|that => conscious
    lost|lose|losing|loses|regain|regained|regaining|lost his|her|my [conscious] => consciousness
    a guilty|clear|bad|clean [conscious] => conscience
    on his|her|my|your|their [conscious] => conscience
    he|she|i|they|@name|and|we [signed] with|in relief|exasperation|frustration|contentment|resignation|disappointment|despair|pleasure => sighed
    he|she|i|they|@name|and [signed] heavily|deeply|softly|loudly|wearily|tiredly|sadly|contentedly|dramatically => sighed
    let|letting|heaved|heaving|breathed out? a|another long|deep|heavy|little|loud|small|weary? [sign] .|and|as => sigh
    let|letting|heaved|heaving|breathed|gave|giving out? a|another long|deep|heavy|little|loud|small|weary? [sign] of relief|exasperation|frustration|contentment|resignation => sigh
    [griped|gripped'] the|his|her|my|their|its|it rail|railing|hand|hands|arm|arms|sword|wheel|edge|sides|handle|rope|bars|reins|shoulder|shoulders|hilt|tightly|table|chair|wrist|collar|knife|steering => gripped
    was|were|is|are|i'm|he's|she's|and|started|began|almost|nearly|of [chocking] .|on|to|him|her|me|on|back|and => choking
    [chocked] back|on|up|out => choked
    @art|my|an [angle] of|from the? *? lord|heaven|mercy|death|god|hell => angel
    guardian|fallen|little|avenging [angle|angles] => angel
    like|was|is|you're|she's|he's an [angle] .|and|to|of => angel
    ate|eat|had|have|eating|cooked|cook|made|make|for|at|before|after|over|during|to|served|his|her|our|their|skipped [diner] .|at|with|and|that|last|yesterday|tonight|alone|together|in|on|was => dinner
    the|a|young|old|another|dead|each|every|wounded|one|this|that [solider] => soldier
    the|of|two|three|other|his|all|dead|many|more|some|young [soliders] => soldiers
    a|the|nice|warm|sad|big|little|wide|small|crooked|wry|faint|slight [smell] on|crossed|spread *? @poss|across|over|the? face|lips => smile
    shaking|shook|trembled|trembling like a [leave] => leaf
    a|single|every|each|one|dry|dead|green|fallen|autumn|last [leave] .|fell|from|on|in|of => leaf
    put|putting|took|taking|tore|pulled|packed|washed @poss|some [close] on|off|. => clothes
    put|putting|pulled|took|taking on|off @poss|some [close] .|and => clothes
    the [isle] of the church|cathedral|theater|theatre|plane|bus|store|supermarket|chapel|train => aisle
    church|down|walked|up|walking the [isle] .|in|to|with|of|toward|towards|and|between|at|as => aisle
    a|the|royal|whole pain in the [but] => butt
    he|she|they|i|we [where] a|an|his|her|my|their|red|black|white|blue|green|old => wore
    ^ [we're] did|do|does|is|are|have|has|was|were|am|will|can|could|would => where
    ^ [there] coming|going|gonna|trying|making|getting|leaving|looking|watching|waiting .|to|for|at|on|in|tonight|now|home|here|with|back|us|me|him|her|after => they're
    ^ [theirs] no|nothing|only|something|always|someone|somebody|nobody|more|not => there's
    was|is|be|were|it's|are [there's] . => theirs
    he|she|it|they|that|this|which|@name [costed] => cost
    he|she|i|they|@name [breath] deeply|heavily|hard|slowly|in|out|again|through|easily|quietly|softly => breathed
    was|is|were|be|am|i'm|he's|she's|way|far|long|well [passed] caring|midnight|noon|bedtime|hope|help|bearing => past
    had|has|have|way|far|drank|drunk|ate|eaten|asked|asking|asks|cost [to] many|much * => too
    ran|run|runs|went|drove|talk|talks|talked|walked|moved|spoke|drive|driving|running|talking|walking|going|moving [to] fast|slow|slowly|quickly|loud|loudly|soon|late .|for|and|that => too
    waited|wait|waiting|looked|looking|asked|paid|ready [four] him|her|me|it|them|us|you|a|the|his|my => for
    is|was|are|were|i'm|he's|she's|you're [won] of the|us|them|my|his|her|those|these => one
    i|we|they|don't|didn't|doesn't [now] what|how|why|who|exactly => know
    don't|didn't|doesn't [now] that => know
    i|you|we|they|@have [won't] to => want
    he|she|it|@name [won't] to => wants
    i|he|she|they|we|you|@name [wonted] to => wanted
    ^ [bye] the way => by
    last|next|every|each|per|whole|all [weak] .|he|she|i|we|they|at|in|and|long|she|when => week
    a|one|two [weak|weaks] ago|later|before|after => week
    was|were|been|be|being [shone] the|a|how|to|into|around => shown
    [shacked] hands|his|her|my|their => shook
    stopped|dead|stop|froze|stops in @poss [tracts] => tracks
    [sweat] tooth|smile|girl|boy|voice|dreams|potato|potatoes|words => sweet
    covered|drenched|soaked|dripping|slick|bathed|beads in|with|of [sweet] .|and => sweat
    he|she|i|they|@name [filled] sick|tired|sad|bad|ill|better|like|lonely|guilty|ashamed => felt
    moral|high|strong|no [principals] .|and|or|left => principles
    against @poss [principals] => principles
    sat|stood|stayed|remained|completely|perfectly|was|were [stationery] .|and|in|on|at|while|for => stationary
    wrote|written|writing on @poss|the? [stationary] => stationery
    [exiting] news|time|times|adventure|adventures|story|game|thing|things|life|opportunity => exciting
    so|very|most|more|really|how [exiting] => exciting
    he|she|i|they|@name [quiet] his|her|my|their|the job|school|work|team => quit
    wrote|write|writing|written|read|reading in? @poss|the|a [dairy] => diary
    [dessert] sun|sand|sands|island|storm|heat|wind|air|floor => desert
    across|through|cross|crossed|crossing the [dessert] => desert
    a|the|his|her [flair] gun|guns => flare
    grabbed|held|dropped|pulled|took|tugged|jerked|gathered|loosened the|his|her [rains] => reins
    the|his|her|long [rein] of|lasted|began|ended => reign
    good|bad|no|table|excellent|better|best [manors] => manners
    very|so|too|quite|tall|how|as|more|most [hansom] => handsome
    to|her|his|my|their|each|this|that|the|which [cite] of .|the|a|him|her|blood|it => sight
    for|chocolate|ordered|ate|eat|eating [desert] .|and => dessert
    the|a [desert] menu|wine|spoon|plate|fork|trolley|cart => dessert
    `,
  ),
  ...frames(
    'The word for what stands near something has no “s”; “besides” is “as well”.',
    'sat|sit|sitting|sits|stood|stand|standing|stands|lay|lying|knelt|kneeling|walk|walked|walking|crouched|slept|down|close|right [besides] me|you|him|her|it|us|them|the|his|my|their|a|an|@name => beside',
  ),
  ...frames(
    'A word for several that does not end in “s” takes an apostrophe and an “s”.',
    `
    [childrens'] => children's
    [womens'] => women's
    [mens'] => men's
    other|most|some|many|few|dead|rich|poor|old|older|young|ordinary|normal|different|of|those|these|the|two|enough [peoples'] !and|of|to => people's
    `,
  ),
  ...frames(
    '“Who’s” is short for “who is”; “whose” says whose something is.',
    `
    [who's] whole|entire|own|turn|fault|idea|car|dog|room|phone|bag|coat|life|wife|job|house|side|blood|body|name|names|eyes|hand|hands|face|faces|voice|voices|hair|mouth|mind|child|baby|son|daughter|house|home|place => whose
    `,
  ),
  ...frames(
    '“He’s” is short for “he is” or “he has”; “his” says whose something is.',
    `
    ^|and|but|when|that|with|of|in|to|from|on|all [he's] parents|mother|father|brother|sister|wife|eyes|hands|head|hair|voice|heart|mouth|life|friends|son|daughter|arms|arm|feet|legs|clothes|house|room|sword|phone|shoulder|shoulders|lips|fingers => his
    `,
  ),
  ...frames(
    'Whose it is takes an apostrophe and an “s”.',
    KIN.map(
      (who) =>
        `held|holding|took|taking|squeezed|grabbed|in|by|on|with|from|of|to|at|into|for|near|behind|beside @poss [${who}] ${THEIRS} => ${who}'s`,
    ).join('\n'),
  ),
  ...frames(
    'One is meant, and “is” is joined to it with an apostrophe.',
    PERSONS.map((one) => `^ that|this [${one}s] a|an|gonna|going|not|too|so|got|been|dead|right|mine => ${one}'s`).join(
      '\n',
    ),
  ),
]
