/**
 * Words that novels are told in besides the commonest: each stands in three or more of seven novels of 1892 to 1925, four
 * times or more in all, counted over 610,000 words. Base forms, lower case; `commonness.ts` finds the inflected ones.
 */

export const NOVEL_WORDS: ReadonlySet<string> = new Set(
  `
  abandon abide abnormal abomination abroad abrupt absent absentminded absolute absorb abstract abstracted absurd abundant accent accomplishment accord according account accusation
  accustom achievement acquaint acquiesce action active activity actor acute adapt addition adjoin adjourn admirable admiration admission adopt adore adornment advance advantage
  advertisement advocate affection affectionate affirm afterwards aged agent agitate agitation agreeable aide aisle ajar alas alcove alert alight alike alive alley allowance ally
  alongside aloud altar alter alternate altogether amaze amazement ambitious amiable amid amount ample amusement analysis ancestor animal animate ankle announcement annoyance
  anteroom anybody anyhow apologetically appalled appalling appetite applause apple apply appointment appreciation appreciative apron arch arduous armchair army arose arouse
  arrangement arrival artificial artist artistic ascend ascertain ashen ashes aside aspect aspire assemble assert assertion assistance assistant associate association assumption
  assurance astonish astonishment astound attain attendant attentive attic attire attraction audible austere authoritative authority automatically autumn autumnal avail average
  avert avoid await awaken awed awoke babble bachelor backward bade baffle bake bald band bandage bang bank banner bare bargain bark barn barrel barren base basket bathroom batter
  bead beam beast beaten became beckon bedside beef beer beg beggar begun beheld behold being belle bellow beloved belt bench bend benefactor benevolent bent berth bestow bewilder
  bewilderment bewitch bigger bill bird birth birthday biscuit bitten blade blank blast blaze bleak bleed blend bless blessing blew blink block bloom blossom blot blown bluff
  blunder blunt blur blurt boast bob boil bolt bond bonnet bookcase boom boot border born borne bosom bother bough bounce bound bowed bowing boyhood boyish brace bracelet brain
  brake brand brandy bread breadth breast bred breed brick brighten brighter brim brisk broad broaden brocade broke brooch brood brow brute buck buckle buffet builder built bulge
  bulky bullet bump bunch bundle bungalow bureau burglar burnish burnt burrow burst bush businesslike bustle butler butter butterfly cabinet cage cake calamity calculate calf
  candidate cannot canvas capable capacity capital caps cardboard caress carpet cart carve cascade cast casual catastrophe cautious cave cease cell cellar central century ceremony
  certainty chain chamber champion chap chapter characteristic charge charity chat chatter cheap cheat cheer cheery cheese cherry chestnut chew chicken chiffon childish chill
  chilly chimney chin china chirp choir chord chorus chosen cigar citizen civil clad clank clap clash clasp clatter claw cleaner clearer clergyman clerk click client cliff clip
  cloak clock closer cloth club clump clung cluster clutch coal coarse coast coax cock cocktail coil coin collection colossal column combination combine comic commence commission
  commonplace commotion communicate communication community companionship comparative compel complacent complexion complication compliment composition comprehend compress
  compromise comrade conceit conceive concentration conception concert conclusion condemn condescend conduct confer confession confide confidential confine confirm confound
  confusion conjecture connect connection conscientious consent consequent considerable consideration consist console consternation consult consume contact contemplation contempt
  contemptuous continual continuous contradict contrary contrast contribute convenience conventional convert convey conviction convulsion cook cool copper copy cord cordial
  correspondence corridor corroborate costume cottage cotton count countenance counter country courageous court courtesy courtyard coward crab crack crackle cramp crash crate creak
  credit creep crept crest cricket cried cries criminal crimson cringe cripple crisp critical criticism crocus crook crop cross crouch crow crown crude crumble crumple crust
  crystal cuff cultivate culture cunning cupboard curb cure curiosity curly curt curve cushion custom cynical daily dainty damp dangle darken darker darling dart dash dawn daylight
  days dazzle deaf dealt deathbed debate debt decency deck decline decorate decoration deed deepen deeper deference defiance defiant define deft defy degree deject delay deliberate
  delicacy delirium deliver demure denial denounce dense denunciation deny depart department departure dependent deposit depth derange descend descent description design desk
  desolate despise destiny destruction detach detain detect detective determination detest deuce develop development device devote devotion devour diamond dictate difference
  difficulty digestion dignify dignity dilate diligent dimly dine dip direct direction director dirt dirty disadvantage disagreeable disagreement disapprove discard discern
  discharge disclose disconcert discontent discourage discovery discreet discussion disdain disdainful disgrace disguise dislike dismal dismay disorder dispel display dispose
  disposition disquiet dissolve distant distinct distinction distinguish distress district distrust disturbance dive divert divine division dizzy dock doll dollar domestic doom
  doorstep doorway dot double downright downstairs downward doze dozen drain drama drank draw drawn dreamy drench dried drill drip driven driver drone droop drove drown drowsy drug
  drunken dubious duck dull duly dumbfound duplicate dusk dusty dwarf dwell dwelt dying earn earnest ease easier east eastern eaten eccentric ecstasy ecstatically eddy educate
  education effectual eggs eight eighteen ejaculate elaborate elapse elder electric elegant elevate eleven eloquence elsewhere elude emerald emotional emphatic employ employee
  employer employment enable enchant enclose endure energetic engagement engineer engross enjoyment ensue enterprise entertain entertainment enthusiasm enthusiastic envy erect
  errand error escort essay essence essential establish establishment estate estimate eternal etiquette event evident exalt examination exceed exceeding exception excessive
  excitement exclamation excursion execute exercise exhibit exhilarate expand expanse expedition experiment expert expound expressive exquisite extra extract extraordinary exult
  exultation eyed eyeglass fabric facet faculty fade failure fairy fallen falter fancy fantastic fare farewell farm farther fascination fashionable fasten faster fatal fathom
  fatten fatter feast feather feeble feed female feminine fence fender fern ferocious fervent fetch feverish fewer fidget fifteen fifth fifty file fill film filthy finer fingertip
  finish fireplace fish fist fit fits flag flannel flap flare flatter flaw fled fleet flew flick flies flight flighty fling flirt flit flock flood flour flourish fluctuate flung
  flurry flush fluster flutter foam fold foliage folk fond footprint footstep forbid forbidden force forceps forcible forefinger foreigner foremost foresight forgave forgiven fork
  forlorn formality formidable forth fortnight fortunate fought foul foundation fountain fourteen fourth fowl fragment fragrant frame framework frank fray frenzy fright frightful
  frill fringe frock frog frost frosty froth fruit fully fumble furnish fury fuss futile gaiety gaily gale gallant gallery gallop gamble gambler gang gape garage gardener garment
  gate gaudy gaunt generation genial genius gentleman gentlemen ghastly gigantic ginger glade glaze gleam glide glimmer glint glisten glitter gloat gloom gloomy glorious glory
  glossy glove gnaw goat golden gong goose gossip gotten gown gracious graduate grain grand grant grasp grass grate gratify gratitude gravel gravity grease greasy greater greedy
  greener grew grievous grim grind groove grope grotesque grove grown growth grudge gruff grumble grunt guidance gulp gush gust gutter haggard halfway halt hammer handwriting handy
  happier harden harder harsh hasten hasty hatred haughty haul hazard haze headache healthy heap hearth hearty heathen heave heavier hedge heed heel heighten herd heroic hideous
  higher hinder hinge hint hips hire hitch hitherto hobby homemade homesick honey hoof hook hop horizon horn horrid horrify hospitable hospitality host hotter hound household
  housekeeper housemaid hover howl huddle hulk hum humanity humble humiliation humility hunch hung hurl hush husky huts hysteric hysterical identical idiot idle ignorant illustrate
  illustration imitate imitation immovable impassioned impatience imperious impersonal imperturbable implacable implore imply importance impose impression impressive imprison
  improbable improve improvement impulse impulsive incapable incessant inch incline income incomparable inconceivable incredulous indefinite indicate indication indifference
  indifferent indignant indignation indirect indistinguishable individuality indoor induce indulge indulgent industrious inexorable inexplicable inexpressible infernal infinite
  information ingenious inhabit inhabitant inherit initial initiative injury inner innocence innumerable inquest inquire inquiry insane insect insignificant insinuate insistent
  inspect inspector inspiration instance instinctive instruction intensity intent interior interminable intermittent interpose interruption interval interview intimacy intimate
  intricate intrigue introduction invalid invariable invent invention invest investigate investigation investment invisible invitation involuntary inward iron irresistible
  irritable isolate issue item ivory jaunty jerky jest jewel jingle joint joke jolly jovial joyful joyous juicy juncture junior justify jut kick kindle kingdom kneel knelt knit
  knot label lace lack ladder laden laid lain lake lamb lame lamp landscape lane languid languor lap larger lash lather latter lavender lavish lawn layer leaf leak lecture legal
  lemon lend length lengthen lent lest liar liberal liberality liberty lick lied lieutenant lifetime lighten lighter lilac lily limb linen linger link list listener literary lithe
  litter liver load loaf local lodge lofty logical loiter lonelier lookout loom loop loosen louder lounge lovemaking lover lucky lull lumber lump luncheon lung lurch lure lurk lust
  lustrous luxurious luxury lying madam madly madman madness magnify mahogany maid maiden main male malicious manifest manifestation mankind mansion mantelpiece mantle marble
  market marvel masculine masterpiece mat mate meadow meal meantime mechanical meddle meditation meditative medium melancholy mellow melody melt menace mend mental merciless
  merriment merry mess metal metallic method mice midnight midst midsummer mighty mild mile milk millionaire mine mingle minister mirth mischief mist mistaken mistress misty
  misunderstand mixed mixture mode model moist moisture momentary monogram monotony monstrous moody morbid moreover morrow moss motion motive motor mound mount mourn mouse muddy
  muffle mule mumble murderer muse musical musty mute mystify national native nearer neat necessity necklace neglect negro nest nevertheless newspaper nibble nicer nick nickel
  nimble nine noble noisy noon north nostril notebook notion notoriety notorious nourish novel novelty nowadays nudge numerous nurse nursery oaks obedience obedient objection
  obligation oblige obliterate oblivion oblivious obscure observation observe observer obstinate obtain occasional occupant occupation occupy ocean oculist offensive oftener older
  oneself onto operation opposition oppress oppressive optimism orange orator orchard ornament orphan ought ourselves outdoor outer outlet outline outrage outsider outward oval
  overcoat overcome overflow overhead overheard overlook overpower overtook owner pace pack packet paid pair pallor panel pang pant pantry parcel park partial particle passenger
  passersby passionate pat patch patent paternal pathetic pathway patter paying pearl pebble peep peer pencil penetrate penknife penny pepper perch performance perfume peril period
  perpetual perplex perplexity personage persuasion pert perturb pervade pester pets phase photographer phrase piano picnic pigs pile pinch pinnacle pipe pitiable pitiful pity
  placid plaintive plant plantation plaster platform plea pledge plod plot pluck plum plump plunge poetry poise poke poky policeman policy polish politic political politician pond
  ponderous porch pore port porter portion positive post postpone pots pound poverty powder practical praise pray preach preacher precaution precede precious precise prejudice
  preparation preposterous pres preserve press presumable prey priest prim principal principle print privacy prize probable procession proclaim prodigious product profession
  professional profit profitable profound progress project prolong promote prompt proof prop property proportion proposal propose proposition prospect prosperous protection protest
  protrude provide provincial prowl proximity prune publicity puff pulse pungent punishment pupil puppy purchase pure purity purple purr quaint quantity quart quarter quaver queer
  query quest quicker quieter rabbit rack racy radiance radiant radiate rag rail railroad railway rake ramble rang rank rapt rapture rapturous rash raspberry rate rattle rave raven
  reality reappear rear reasonable rebuke recall receiver reception recess recite reckless reclaim recognition recollect recollection reconcile record redder redhead refer
  reflection reflective refuge refusal regain region register reign rein rejoice rejoin relate relation relative relent relinquish reluctance rely remarkable remembrance remorse
  remote render renew rent reopen repair repay repent replace reporter repose repress reproach reproachful reprove reputation repute resemblance resent resentment reserve residence
  resign resolute resolution resound resource respectable restive restore restrain resume retain retire retort retreat return revelation reverence reverent reverie revive revolt
  revolve revolver rhythmic ribbon richer ridden ride rifle rift rigid rigidity riot ripple risen rival rivalry rivet roam roast rob robe robin rode roll romp root rope rose
  rosebush rosy rotten rouse rout rove rub rubber ruby ruddy ruffle rugs rumble rustic rustle rusty ruthless sacred sadden saddle safer sage sail sailor sake salary sale sallow
  saloon salt salute sample sand sandstone sandwich sang sank satin satisfaction satisfactory sauce saucer saunter savage scale scallop scamper scandal scant scar scarce scarlet
  scenery scent scheme scientific score scorn scoundrel scramble scrap scrawl scrawny screen screw scrutiny seal sear secrecy secretive secure seed seek seldom selection self
  senior sensation sensational sentiment sentimental serene series sermon serpent settee settlement seventeen seventy shabby shadowy shaggy shaken shaky shallow sharpen shatter
  shave shawl shed sheep sheepish sheer shelf shell shelter shelve shimmer shiny shone shook shortcut shorter shown shrank shrewd shriek shrill shrink shroud shrub shrubbery
  shuffle shutter shyly shyness sicken sideways sidle sift signature significance significant signify silhouette silk sill silvery simplicity simultaneous sincerity singular
  sinister sins site situate sixteen sixth sixty size skim skip skunk slab slave sleepy slender slept slid slim slipper slippery slit slop slope slumber slung slunk smaller smash
  smear smoky smother snake snatch sneer sniff snowy snub snug soak soar sober social sofa soften softer soil sold sole solemn solemnity solicitous solitary solitude solution solve
  sometime somewhat song sooner sore sought sour south southern southwest sovereign spade span spank sparkle spasm specialist specie specimen speck spectacle speculation sped speed
  speedy spent spies spill spin spine spire spiritual splash splendid spoil sponge spoon sport sprang sprung spun square squat squeak squeeze stab stack stagger stain staircase
  stake stale stalk stall stammer stamp standard standpoint starve statement stationmaster steadfast stealthy steam steep stem stick stiffen stifle stimulate sting stir stock
  stocking stole stolen stolid stony stool stoop store stormy stout stove straggle straighten straightway strain straw stray streak strengthen strenuous stress stricken stride
  strident strip strive strode stroke stroll stronger struck struggle stuck stud stump stunt sturdy subdue subject submerge submit subside substantial substitute succession suck
  sugar suggestion suggestive suitable sulky sullen sum summon sums sundial sung sunk sunken sunny sunrise sunset sunshine superb superior superiority supple supporter supposition
  surer surly surmise surpass survey sustain swamp swarm sway sweep sweeter sweetheart swell swept swim swimmer swish swollen swoop swore sworn swung sympathetic sympathetically
  symptom tack tackle tact tail taken tale talent taller tame tan tangible tangle tap tapestry task tassel taste tatter taught tawny tear teatime technical teeth telegram telephone
  temper temperament temporary temptation tend tendency tenor tentative term terrace test testimony text thicken thirsty thirteen thirty thread threshold thrill throb thrown thrust
  thud thump thus tickle tide tidy tied tiger tighten till tilt timid tinge tingle tint tip tips tiptoe tire tiresome tissue toast tobacco toes toil token tonic tool topic tore
  torn torrent toss total totter towel trace tradition traffic tragically trail tramp trample tranquil transaction transform transition transparent tray tread treetop tremor
  tremulous tribute trifle trim trip triumph triumphant troop trot trouser trout trumpet tuck tuft tug tumble tumult tumultuous tune turbulent twelve twice twig twilight twin
  twinkle twitch twitter type ulster umbrella unable unaccountable unbroken uncertain unchangeable unchanged unconcern uncontrollable uncover underground underneath undertake
  undignified undiscovered undo unearth uneasy unexpected unfair unfaithful unfamiliar unfinished unfold unhappy unheard unimportant unit universal unjust unkind unlike unlock
  unmistakable unnatural unobserved unofficial unpack unpleasant unprecedented unreal unreasoning unscrupulous unseen unsteady untoward untrue unused unutterable unwilling uphill
  uphold upland uplift upper upright upstairs upward usher using utmost utter vacant vacation vain value vanity variety vary vast vault vegetable vehemence vehement veil vein
  velvet vent veranda verdict verge verify verse vessel vexed vicinity vigil vigorous vile villager vine violet violin virtue visitor vital vitality vivid volley volunteer vote
  vowed voyage vulgar wage wagon wail waist waistcoat waiter wake waken wane wardrobe warrant washstand waver weaken wealth wealthy weary weave wedge weedy weekend weep wept west
  western westward whence whereupon wherever whim whine whip whirl whitewash whoever wholesome whom wicker widen wider widow widower wilder wilt win wince windy wine wink wintry
  wire wiry wiser wist wistful withdrew wither wits wive wont wooden woodland wool wore worker workmen worm worn worship worthy wrath wreath wrench wrestle wretch wretched wriggle
  wring wrinkle writer writhe wrote wrung yard yawn younger yourselves zeal zest
  `
    .split(/\s+/)
    .filter((word) => word !== ''),
)
