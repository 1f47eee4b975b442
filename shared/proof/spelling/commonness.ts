/** How common a word is in stories, roughly: what ranks one correction before another when both lie equally near. */
import { NOVEL_WORDS } from './novel-words.ts'

/** 3 for the commonest, 2, 1 and a half below, 0 for all others. Lower case, apostrophes straight; inflected forms count as theirs. */
export function commonness(word: string): number {
  const own = RANKS.get(word)
  if (own !== undefined) return own
  for (const [ending, instead] of ENDINGS) {
    if (!word.endsWith(ending) || word.length < ending.length + 3) continue
    const stem = word.slice(0, word.length - ending.length)
    const rank = RANKS.get(stem + instead) ?? (stem.at(-1) === stem.at(-2) ? RANKS.get(stem.slice(0, -1)) : undefined)
    if (rank !== undefined) return rank < 1 ? rank : Math.max(1, rank - 1)
  }
  return 0
}

const ENDINGS: readonly (readonly [string, string])[] = [
  ['s', ''],
  ['es', ''],
  ['ies', 'y'],
  ['ed', ''],
  ['ed', 'e'],
  ['ied', 'y'],
  ['ing', ''],
  ['ing', 'e'],
  ['ly', ''],
  ['ily', 'y'],
  ['ly', 'le'],
  ['est', ''],
  ['est', 'e'],
  ['iest', 'y'],
  ['ness', ''],
  ['iness', 'y'],
  ['ful', ''],
  ['less', ''],
]

const RANKS = new Map<string, number>()

rank(
  1,
  `
  ability abruptly absence absolutely accept accident accidentally accommodate accompany accomplish accurate accuse achieve ache acknowledge acquaintance
  acquire actual address adjust admire admit adorable adventure advice advise affair affect afford aggressive agony alarm alcohol allow although
  amazing ambition amuse ancient anger angle announce annoy anticipate anxiety anxious apartment apologize apologise apology apparent appeal appear appearance appreciate
  approach appropriate approve argue argument arrange arrest arrive arrogant arrow article ashamed asleep assassin assault assist assume assure
  athlete atmosphere attach attack attempt attend attention attitude attract attractive audience awake aware awful awkward background balance balcony barely
  battle bear beard beautiful beauty become bedroom beginning behave behavior behaviour belief believe belong beneath benefit beside betray beyond bite bitter
  blame blanket blind blood bloody blow blush board bold bone bore borrow bottle bottom boundary branch brave breakfast breath breathe breeze bridge brief
  bright brilliant broken bruise brush burden bury business busy button calendar calm camp cancel candle captain capture career careful carriage castle
  category caught cause caution ceiling celebrate cemetery certain challenge chance character charm chase cheek cheerful chest chief childhood chocolate choice
  choke choose chose chuckle church cigarette circle circumstance city claim clear clench clever climb cling closet clothes cloud clumsy coat
  coffee coincidence collapse collar collect college color colour comfort comfortable command comment commit committee common companion company compare compete
  complain complete complicate conceal concentrate concern conclude condition confess confidence confident confront confuse congratulate conscience conscious consequence
  consider constant contain content continue control convenient conversation convince corner corpse correct cost couch cough courage cousin cover crawl
  crazy cream create creature crime criticize crowd cruel crush curious curl current curse curtain customer damage damn dance danger dangerous dare darkness
  daughter daze dazed deal dear decent deceive decide decision declare deep defeat defend defense defence definite definitely delicate delicious delight demand demon depend
  depress depression describe desert deserve desire despair desperate desperately despite destroy detail determine devastate devastated devil different difficult dinner disappear disappoint
  disappointed disappointment disaster discipline discover discuss disease disgust dismiss distance distract disturb divide doctor doubt drag dragon dramatic drawer dread dream dress drift drink
  drop drunk dumb dust duty eager earlier earth easily echo edge effect effort either elbow element elevator eliminate embarrass embarrassed embarrassing embarrassment
  embrace emerge emergency emotion emperor empty encounter encourage enemy energy engage enjoy enormous enough ensure enter entire entrance environment envelope equal equipment escape especially
  eventually evidence evil exact exaggerate examine example excellent except exchange excite exciting excited exclaim excuse exhaust exhausted exhale exist existence expect
  expensive experience explain explanation explode explore expose express expression extend extreme extremely eyebrow eyelid fail faint fair faith false familiar family
  famous fascinate fashion fate fault favor favour favorite favourite fear February feature feeling fellow fever field fierce fiery fight figure final
  finally finger firm flame flash flat flavor flesh flicker flinch float floor flow flower fluorescent focus follow fool foolish forearm forehead foreign forest forever forgive
  forget forgotten form former fortunately fortune forty forward frantic freedom freeze freezing frequent fresh friend friendly friendship frighten front frown frozen frustrate frustration
  fulfill full fun funeral funny furious furniture further future gain gasp gather gauge gaze general generous gentle gently genuine gesture ghost giant gift giggle
  glance glare glass glimpse glow goodbye gorgeous government grab grace gradual grammar grandmother grateful grave greet grief grin grip groan group grow growl
  guarantee guard guess guest guide guilt guilty guitar habit hallway handkerchief handle handsome happen happiness happy harass hardly harm haste hate haunt heal health
  heart heartbeat heaven heavy height heir helpless herself hero hesitate hesitation hidden hide hiss history hoarse hold hollow holiday holy honest honor honour hope hopeful hopeless
  horrible horror horse hospital hostage hotel however hug huge human humiliate humor humorous humour hundred hungry hunt hurry hurt husband hygiene
  idea ideal identify identity ignorance ignore illness image imaginary imagination imagine immediate immediately immense impatient important impossible impress incident include increase
  incredible incredibly indeed independent individual inevitable influence inform inhale injure innocent inside insist inspire instant instead instinct insult intelligence intelligent intend intense intention
  interest interesting interfere interrupt introduce invite involve irritate island itself jacket jaw jealous jealousy jerk jewelry journey judge judgment juice jump justice keen kept kitchen knee knife
  knight knock knowledge knuckle laboratory language lantern laugh laughter launch lawyer lazy lead leader lean leap learn leather leave legend leisure lesson letter level liaison
  library license lie lift lightning likely limit limp line lip liquid listen literally loneliness lonely longer loose lord lose loss loud lovely lower loyal loyalty luck lunch machine
  magazine magic magnificent maintain maintenance major manage manner march mark marriage marry mask mass massive master match material matter mean meant measure meat
  medicine medieval member memory mention mercy mere merely message middle might military million millennium mind miniature minor minute miracle mirror mischievous miserable misery miss mission mistake
  moan mock modern moment monster mood moonlight moral mortal mostly mountain mouth movement multiple murder murmur muscle music mutter mutual mysterious mystery nail naked
  narrow nasty natural naturally nature naughty nearby nearly necessary neck neighbor neighbour neither nerve nervous nervously niece nightmare ninety nod noise none nonsense normal notice noticeable nowhere
  numb obey object obvious obviously occasion occasionally occur occurred occurrence occurring offend offer office officer official often opinion opportunity oppose opposite option ordinary organize original
  otherwise outfit outside overwhelm pain paint palace pale palm panic parallel pardon parent parliament particular particularly partner passage passion past path patience patient pattern pause
  peace peaceful peculiar people perceive perfect perfectly perform perhaps permanent permission permit persevere persist persistent person personal personality persuade phenomenon phone photograph physical piece pierce pillow
  pink pitch place plain plan planet plate player plead pleasant please pleased pleasure plenty pocket poem point poison police polite ponder pool popular portrait position
  possess possession possibility possible possibly potato potatoes potential pour power powerful practice prayer prefer preferred prepare presence present pressure presume pretend pretty
  prevent previous price pride prince princess prison prisoner private privilege probably problem proceed process produce professor program promise pronounce pronunciation proper protect
  proud prove psychology public publicly pull punch punish purpose purse pursue push puzzle quality quarrel queen question questionnaire queue quick quiet quietly quite quiver race rage rain
  raise range rapid rare rather reach react reaction realize realise realized reassure rebel receipt receive recent recently reckon recognize recognise recognized recommend recover red reduce reference
  referred reflect refuse regard regret regular reject relationship relax release relevant relief relieve religion religious reluctant reluctantly remain remark remember remind remove repeat repetition reply
  report represent request require rescue resemble resist resistance resolve respect respond response responsible responsibility rest restaurant result reveal revenge reward rhyme rhythm rich rid ridicule
  ridiculous rise risk river roar romance romantic rough row royal rude ruin rule rumor rush sacrifice sad safe safety sarcastic sarcastically satisfy satisfied sausage scare scarf scatter scene schedule
  science scold scowl scrape scratch scream search season second secret secretary security seem seize select selfish sense sensible sensitive sentence separate separately sergeant serious seriously servant serve service settle several
  severe shade shadow shake shame shape share sharp sheriff shield shift shine shirt shiver shock shoe shoot shore shoulder shout shove shrug shudder siege sigh sight sign signal
  silence silent silently silly silver similar simple simply sincerely single sink situation skill skin skirt slam slap sleep sleeve slice slide slight slightly slip slow slowly
  smack smart smell smirk smoke smooth snap snarl sneak snort sob society soft softly soldier solid somebody somehow something sometimes somewhere soothe sorrow
  sorry soul source space spare spark special specific specifically speech spell spend spirit spite spoken spot spread spring stable staff stage stair stare start startle state station statue stay steady
  steal steel step stern stiff stomach storm story straight strange stranger strangle strategy stream street strength stretch strict strike string strong stubborn student study stuff
  stumble stupid style subtle succeed success successful sudden suddenly suffer sufficient suggest suicide suit sunlight supper supply support suppose supposed supposedly suppress surely surface
  surprise surprised surprising surprisingly surrender surround surrounded survive suspect suspicion suspicious swallow swear sweat sweet swift swing switch sword symbol sympathy system tease technique temperature temple tempt
  tender tense tension terrible terrify terrified terror thank theater theirs theory therefore thick thief thin thirst thorough thoroughly thousand threat threaten throat throne through throughout throw thumb thunder
  ticket tie tight tightly tiny tired together toilet tomatoes tomorrow tone tongue tonight torture touch tough toward towards tower town track trade tragedy tragic training traitor transferred trap travel treasure
  treat tremble tremendous trial trick trigger trouble true truly trunk trust truth tunnel twelfth twist tyranny ugly ultimate unbelievable unbelievably uncle uncomfortable unconscious undoubtedly unfortunate unfortunately uniform unique
  universe unknown unless unnecessary unusual until upon upset urge urgent useful usual usually vacuum vague vaguely valley valuable vampire vanish various vehicle vengeance venture version very
  vicious victim victory view village villain violence violent visible vision visit voice volume vulnerable wander warm warmth warn warrior wash waste watch water wave weak weakness weapon wear weather
  wedding Wednesday week weigh weight weird welcome whatever wheel whenever where whether which while whisper whistle whole wicked wide wife wild willing window wing winter wipe wisdom wise wish witch withdraw
  within without witness wizard woke wolf wonder wonderful worry worried worse worst worth wound wrap wreck wrist write writing written wrong yell yellow yesterday yield young yourself youth`,
)

rank(
  2,
  `
  able about above across act actually add afraid after afternoon again against age ago agree ahead air all almost alone along already also always am among and angry another
  answer any anymore anyone anything anyway anywhere apart arm around ask asked at attention aunt away baby back bad bag ball bar bath beat because bed been before began begin behind believe believed
  bell below best better between big bit black blue boat body book boots both bottom bought bowl box boy boyfriend break bring brother brought brown build building burn bus but buy call called came can car
  card care carry case cat catch center chair change check child children class clean close closed clothes cold come coming completely could couldn't couple course cry cup cut dad dark date dead
  death decided did didn't die died different dinner disappeared do doctor does doesn't dog doing done don't door down drew drive drop during each ear early easy eat else end enough even evening ever every
  everybody everyone everything everywhere exactly eye eyes face fact fall far fast father feel feet fell felt few find fine finger finished fire first five fix floor fly food foot for forced forgot found four free friend from front
  full game garden gave get girl girlfriend give given glad go god goes going gold gone good got great green ground group guess gun guy had hadn't hair half hall hand hang happened happy hard has hasn't hat have haven't
  head hear heard heart heat heavy held hell hello help her here herself hey high hill him himself his hit hold hole home hope hot hour house how hundred hurt I'd I'll I'm I've ice idea if immediately inside into isn't it's its
  job join just keep kept key kid kill kind king kiss knew know known ladies lady land large last late later laughed law lay learn least leave led left leg less let lie life light like line listen little live living lock long
  look looked looking lord lose lost lot loud love low lunch made make man many maybe me mean meet men met middle mind minute mom money month moon more morning most mother mouth move much mum must my myself name
  near need never new news next nice night no nobody nor nose not note nothing now number of off offer oh okay old on once one only open or order other our out over own page paper part party pass people perhaps person
  phone pick picture piece place play please point poor pretty probably promise pull put question quick quickly quiet quite rain ran read ready real realized really reason red remember rest right ring road rock roof room round run
  safe said same sat save saw say school sea seat second secret see seemed seen sell send sense sent set seven shall she sheet ship shop short shot should shouldn't show shut sick side sign silence silver simple since sing sister sit six
  skin sky sleep slowly small smile smiled snow so soft some someone something sometimes son soon sort sound speak spoke stand standing star start stay still stone stood stop story straight strange street strong stuff such suddenly summer sun
  sure surprise table take talk tall tea teach teacher team tears tell ten than thank that that's the their them themselves then there there's these they they're they've thing think third this those though thought three threw through
  throw time to today together told tomorrow tonight too took top touch toward town train tree tried trouble true try trying turn turned twenty two under understand understood until up us use used usually very voice wait walk walked
  wall want wanted war warm was wasn't watch water way we wear week well went were weren't we're what what's when where which while white who whole whose why wide wife will wind window winter wish with without woke woman women won't wood word
  work world would wouldn't write yeah year yes yet you you'd you'll young your you're yours yourself you've`,
)

rank(
  3,
  `
  the and to of a in that he she it was his her had with as for on at him you not but from they be is were have all them said what out up would one could been there into when who which about
  then like their back no if me my we so just now down did do will can this or an by are more than your over before only time know don't because again where how didn't their through which really with
  through something thought know people little friend know think want want believe receive until going tried until`,
)

for (const word of NOVEL_WORDS) if (!RANKS.has(word)) RANKS.set(word, 0.5)

function rank(value: number, words: string): void {
  for (const word of words.split(/\s+/)) if (word !== '') RANKS.set(word.toLowerCase(), value)
}
