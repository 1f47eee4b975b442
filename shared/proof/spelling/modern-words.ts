/**
 * Words of today's stories that dictionaries pass over: chats, games, fan fiction, kitchens, wardrobes, armouries, wards,
 * offices, brands and curses. Lower case. Nothing here lies one likely slip from a common word; what belongs to a dialect
 * or a language is in `tongues.ts`.
 */

/** Right wherever they stand; plurals in -s are told from these by the caller. */
export const MODERN_WORDS: ReadonlySet<string> = new Set(
  [
    // Of screens, chats and fan fiction.
    `
  birb boi bromance brony catgirl copypasta cosplayer crackfic cuddlebug darknet dev devlog doggo downvote edgelord fanon fic ficlet
  flashdrive floof foxgirl friendzone gamertag glowup himbo incel influencer jpeg kaomoji keylogger larper letsplay livestreamer
  longfic modpack normie podcaster powerbank pupper quadcopter redditor savefile scenester screencap screenname slowburn
  smartspeaker smol snek songfic speedrun speedrunner subreddit thot thumbdrive tiktoker touchpad trackpad turnip-boi upvote usie voicenote
  waifu weeaboo weeb youtuber zoomer
    `,
    // Of games and fantasy.
    `
  afrit airmage apsara archdemon asura barghest battlemage beastkin beastman bigfoot birdfolk bloodmage cambion catfolk chimaera chupacabra cooldown
  dantian daoist debuff demonkin demonkind despawn deva djinn domovoi dragonkin dragonkind draugr dullahan dwarfkind earthmage efreet elfkind fae
  firemage fishman foxkin gamepad garuda genasi gnoll golem gryphon hedgemage hippogriff homunculus huli-jing ifrit isekai jackalope jiangshi kelpie
  keybind kobold kraken leshy lizardfolk lizardman mageling manastone manticore marid megaboss merfolk miniboss minimap mothman
  nekomata nephilim newb oni pegasus pooka qilin questgiver questline quickslot raidboss rakshasa ratkin regressor reincarnator respawn rusalka
  sasquatch savepoint sidequest skillset spawnpoint statblock strigoi subboss summonee tanuki transmigrator vampirekind vrykolakas waypoint wendigo
  wolfkin
    `,
    // Of food and drink.
    `
  affogato aioli aperol arepa banoffee bao barm barmbrack beignet bhuna bibimbap biltong biryani biscotti bobotie boerewors
  borek boureka braai bridie brigadeiro bruschetta bulgogi burek butterbean caipirinha calzone cannoli carbonara cava ceviche chai
  charcuterie cheesesteak chianti chimichanga chimichurri chipotle chipshop chorizo choux clootie coffeeshop colcannon congee
  corndog cortado dal dhal donburi doner dosa dulce-de-leche empanada falafel farfalle fattoush feijoada fettuccini
  focaccia frittata fufu fusilli galangal gastropub gelato gochujang grappa gravlax gulab gyoza
  halloumi halva halwa harissa hoisin hushpuppy idli jalebi jollof kahlua katsu kefir kimbap kimchi kofta kombucha kugel
  kulfi ladoo laksa lamington lassi latke lefse limoncello lumpia macaron macchiato mai-tai malbec manicotti masala mazel mezcal
  meze mezze mole-poblano momo mooncake muffuletta neep negroni nigiri oolong pakora pancetta pandan paneer panettone panini
  pappardelle paratha parkin parmesan passata penne perogy pho pico-de-gallo pierogi pilau pilsner piroshky polenta ponzu
  poppadum poutine pozole prosecco puri queso raclette ragu raita rambutan rendang ribeye riesling
  rioja roti roulade sabzi sambal sambar sambuca sauvignon seitan semifreddo shakshuka shashlik skyr soju souvlaki spaetzle
  spanakopita spatchcock steak-frites stottie stovie stracciatella stroganoff tabouleh tagine tahini
  tapa tapenade tarte-tatin teashop tempeh teppanyaki tikka tonkatsu tostada tottie tteokbokki vada
  vindaloo wetherspoon wonton yakisoba yuzu zabaglione ziti
    `,
    // Of clothes, hair and the house.
    `
  aba abaya achkan afro agbada ao-dai babydoll balayage bascinet bodycon boho bowlcut bowtie bralette breadbin butsudan cami capri cardi cheongsam
  choli churidar coatrack coatstand combover croc dishrack dreadlock dupatta earcuff farthingale fascinator fauxhawk furisode gambeson gele
  genkan ghutra gi gilet hairclip hanbok hanfu headwrap heelys hennin hoody houndstooth jacuzzi jegging jellaba jodhpur kameez keffiyeh
  kippah kotatsu kufi kurta kurti lehenga lipliner longjohn loveseat lungi maxidress minidress minifridge monokini niqab ombre ombré
  pashmina phiran puffa qipao rashguard sabaton salwar sarafan saree shalwar shapewear shemagh sherwani sideburn skort speedo sweatpant tankini
  tchotchke thawb thobe towelrail trackie ugg unitard ushanka weskit wifebeater
    `,
    // Of arms, ships, horses, spaceships.
    `
  aftercastle ansible antigrav arbalest arquebus astrogator atlatl autodoc ballista barbican bardiche barquentine bartizan beakhead bec-de-corbin
  bodyglove bokken bridoon caltrop cantle cargobay carrack casemate cathead cavesson chakram cheval-de-frise claymore clydesdale crenel crossguard
  cryobay cryotube cyberdeck dao dataslate dogwatch estoc falchion falx flechette flitter flyssa fo'c's'le fo'c'sle footrope forestay futtock galleass
  garderobe glacis gladius glaive gravboot gravlift gravsled greataxe greave guisarme hackamore hames holodeck holomap holoprojector holoscreen
  hoverbike hovercar hoverpad hyperlane jian jitte jumpdrive karambit katar killswitch kindjal knarr knobkerrie kopis kris kukri kusarigama lasgun
  lateen lazgun lochaber-axe machicolation maglev mantlet marlinspike mechsuit merlon microjump misericorde morningstar motte nagamaki naginata
  nanosuit neurolink nodachi noseband numnah nunchaku odachi pavise percheron pilum plascrete plasteel plastron poignard polearm pollaxe poopdeck
  powerarmor quarterhorse ramscoop ravelin reata recurve replicant retrothruster ricasso rouncey sai scramasax seax shamshir shashka
  sheepshank shipmind shotel sica sjambok slipspace smartlink snaphance spacedock spanker spatha spaulder spetum spritsail starbase starchart
  starcruiser stardock stardrive starfighter starlane staysail swordstick tachi talwar targe terraformer tholepin tonfa topgallant trakehner
  trebuchet tulwar undercroft urumi vang voulge wallwalk warmblood warpick wheellock xebec xeno xenobiologist xenomorph yari zweihander
    `,
    // Of police, hospitals, schools and offices.
    `
  angiogram antipsychotic benzo betablocker bodycam bookbag caesarean cannula casefile coldcase dashcam defib
  deskmate flipchart haematoma hallpass helpdesk hematoma hotdesk immunosuppressant
  intubation ketamine laminator lidocaine lorazepam lunchlady manila microbrew midazolam mousepad naloxone nebuliser nebulizer nicu
  offboarding onboarding outtray oximeter oxycodone paddywagon perp pneumothorax postgrad powerpoint propofol rando roofie smoko
  squadcar squaddie steri-strip stoolie teambuilding timesheet todo-list tracheostomy unsub upskill vasovagal vic watercooler
  whistleblower ziptie
    `,
    // Of everyday life, written closed.
    `
  airwave backalley backcountry backdraft backroad bandmate barcode barfight barfridge bargoer battlecry bedmate beltline
  birthmother bloodbond bloodgift bloodtrail boltcutter boltcutters bootprint bottlecap boxcutter boyband breezeblock bugbite busdriver butterknife
  carseat carwash castlemate catsit chairleg charmbracelet chestplate chokepoint cityscape clapback clawmark clearcut clifface cloudbank
  coathook coatpocket codename codeword coffeetable crewmate crewmember crosshair cupholder deathwish dinnerplate dirtbag dirtbike dockhand
  doorhandle downstroke dragonlord dragonmount dustcloud dustcover dustmote eyeline eyesocket facelift facepaint faceplate
  fieldmouse firebolt firedrake flashbang flatcap floorplan fogbank foodcourt footwell fruitbowl frypan gangbanger gearstick girlband
  gloveleather glowstick grandbaby gravedirt graverobber gunbelt gunrack gunsmoke gutpunch hackjob halfbreed hammerblow
  handgrip handspan headspace headspin headstart heelprint hellhound hellscape highrise hitman hoofbeat hoofprint
  housecat housepet icecube icepick inkstain jailcell jetski kickboxer kitbag knifefight ladykiller lakeshore lifejacket
  lockpick lockpicker lovebite lunchbreak manbun mansplainer mindfuck mindgame mindlink mindmage mindreader mineshaft moodswing
  motorhome mouthguard newsfeed nightshift nightwatch nosejob oathbreaker offcut packmate parkbench
  pawprint petname phonecall photoshoot pisshead plotline pocketwatch powercut pressgang punchbowl raincloud ratcatcher
  roadmap roadtrip roleplay roleplayer rollercoaster rootball ropewalk sandworm shadowmage shellshock shitbag shitshow shitstorm
  shockwave shoeprint showerhead sideroad sidestreet skatepark smalltalk snowcap softie soulbond soulmage soundwave speedbump spellcraft
  stairhead stepmum stickman stinkbomb stormcloud stormfront strawman streetcorner sugarcube sunlounger sunray superbug
  sweetpea swordarm swordbelt swordhand swordmaster tannoy teamleader teatray tentmate tentpole ticketmaster tidepool timebomb timeskip
  toolbelt trainset trainwreck trashbag treestump truckdriver videogame warband warbeast warchief wardrum
  waterbottle werebear weredragon werefox weretiger windmage windowledge wingbeat wingman witchfinder witchhunt wolfpack woodstove
  workboot zipline
    `,
    // Names that people are called.
    `
  arsewipe assclown asshat asswipe ballbag bampot barmpot bawbag bellend biatch chav chode cockblock cockwomble cumslut dickwad dickweed douchecanoe
  dumbfuck eejit fuckface fucktard fuckwad fuckwit gobshite jerkoff jerkwad knobhead lardarse lardass minger mofo munter nobhead numbnuts
  peabrain scrote scuzzball shitface shitheel shitkicker shitter skeezeball slimebag smarmball smartarse spaz spod tard twonk twunt wankstain
    `,
    // What people do.
    `
  absquatulate absquatulated absquatulates absquatulating aggroed aggroing aggros apparating backchated backchating backchats backflip backfliped
  backfliping backflips bellyflop bellyflopped bellyflopping bellyflops blep blepped blepping bleps bodycheck bodychecked bodychecking bodychecks
  bodyslam bodyslamed bodyslaming bodyslams bollock bollocked bonk-oned bonk-oning booped booping boops bungeed bungeeing cannonballed cannonballing
  cannulate cannulated cannulates cannulating careern careerned careerning careerns catfished catfishing chirr chirred chirring chirrs chuff chuffs
  churr churred churring churrs cockblocked cockblocking cockblocks couchsurf couchsurfed couchsurfing couchsurfs crit crits critted critting deadlift
  deadlifted deadlifting deadlifts deadpaned deadpaning debone deboned debones deboning debride debrided debrides debriding debuffed debuffing debuffs
  debuged debuging declutter decluttered decluttering declutters decrypt decrypted decrypting decrypts defang defanged defanging defangs defibed
  defibing defibs degloss deglossed deglosses deglossing despawned despawning despawns destress destressed destresses destressing detangle detangled
  detangles detangling disapparate disapparates disapparating dming doomscroll doomscrolled doomscrolling doomscrolls downvoted downvotes downvoting
  dox doxed doxes doxing doxx doxxed doxxes doxxing exfiled exfiling eyerolled eyerolling facetime facetimed facetimes facetiming fangirled fistbumped
  fistbumping fletch fletched fletches frak frakked frakking fraks freefalled freefalling freefalls frontflip frontfliped frontfliping frontflips
  fwipped fwipping fwips fwooshed fwooshes fwooshing fwumped fwumping fwumps gank ganked ganking ganks gaslighted gaslighting glamp glamped glamping
  glamps griefed griefer griefered griefering griefers griefing gurn gurned gurning gurns handspringed handspringing headcanoned headcanoning headdesk
  headdesked headdesking headdesks headshoted headshoting high-fived high-fiving highfive highfived highfives highfiving hmphing hmphs hork horked
  horking horks hotwire hotwired hotwires hotwiring infil infiled infiling infils insta instaing instas intubating isekaied isekaiing isekais jitter
  jittered jittering kneecaped kneecaping kvell kvelled kvelling kvells leg-ited leg-iting livestreamed livestreaming livetweet livetweeted
  livetweeting livetweets lovebomb lovebombed lovebombing lovebombs mansplain mansplained mansplaining mansplains mardied mardies mardy mardying memed
  meming minmax minmaxed minmaxes minmaxing misaim misaimed misaiming misaims misgauge misgauged misgauges misgauging misgender misgendered
  misgendering misgenders misheared misreaded misspeaked missteped missteping mither mithered mithering mithers moider moidered moidering moiders
  multiclass multiclassed multiclasses multiclassing nebulise nebulised nebulises nebulising nebulize nebulized nebulizes nebulizing nerfing nock
  nocked nocking nocks nommed nomming noms noodge noodged noodges noodging nutmeged nutmeging offboard offboarded offboards onboarded onboards
  outguned outguning overdramatize overdramatized overdramatizes overdramatizing overshooted oversleeped overthinked parkoured parkouring parkours
  pfffted pfffting pfffts photobombed photobombing pistol-whiping pootle pootled pootles pootling portaled portaling powerlevel powerleveled
  powerleveling powerlevels proc procing procs rappeled rappeling rebraid rebraided rebraiding rebraids rebutton rebuttons recaped recaping reconed
  reconing recork recorked recorking recorks rehome rehomed rehomes rehoming reknit reknited rekniting reknits relace relaced relaces relacing relock
  relocks repost reposts resheath resheathe resheathed resheathes resheathing resheaths reskill reskilling reskills respawned respawning respawns
  respec respeced respecing respecs retcon retconed retconing retcons retiing rewrap rewraped rewraping rewraps rezip reziped reziping rezips schlump
  schlumped schlumping schlumps scooches screencaped screencaping screencaps screenshoted screenshoting scried scries scritches scrobble scrobbled
  scrobbles scrobbling scry shing shinged shinging shings shoosh shooshed shooshes shooshing shtup shtupped shtupping shtups sideeying sidequested
  sidequesting sidequests sidesteped sidesteping simped skeeve skeeved skeeves skeeving skitch skitched skitches skitching skritched skritches
  skritted skritting skype skyped skypes skyping smoosh smooshed smooshes smooshing smushes smushing snapchat snapchated snapchating snapchats snarked
  snarking speedruned speedruning speedruns spellcast spellcasted spellcasts spelunk spelunked spelunks squeeing squees squidge squidged squidges
  squidging squoosh squooshed squooshes squooshing stanned stanning staycation staycationed staycationing staycations subtweet subtweeted subtweeting
  subtweets sweatdroped sweatdroping tasing teleported teleporting teleports thwapped thwapping thwaps triaging tsks uncaping unclip uncliped
  uncliping unfreezed unjam unjamed unjaming unjams unloop unmaning unmute unpersoned unpersoning unpluged unpluging unsling unslinged unslinging
  unslings unstick unsticked unsticking unsticks unwad unwads unwraped unwraping unziped unziping upskilled upskilling upskills upvoted upvotes
  upvoting vlogged vlogging voicemailed voicemailing vroomed vrooming vrooms warged warging whomp whomped whomping whomps whuff whuffing whuffs
  whumped whumping whumps womp womped womping womps woosh wooshed wooshes wooshing wub wubbed wubbing wubs yeeting yoink yoinked yoinking yoinks
  ziptied zipties ziptiing
    `,
    // Of chats.
    `
  afk angsty betaed brb btw chonky cringy deffo defo derpy ez ffs fomo fyi gf ggwp glhf gn gtfo gtg haxx haxxor hbu heckin idc idgaf idk ikr ily ilysm
  imho imo irl isekai'd istg iykyk jfc jk kay kk kthx kthxbye lmfao lmk lols lolz mfw n00b ngl np nvm obvs oc ocs ofc omfg omg omgosh ooc ootd owo
  periodt plis pls plss plz pms pogchamp poggers pov povs ppl pwease rekt rly rn rpf sksksk smdh smh srsly sry stfu sussy tbf tbh tfw thx tldr tmr
  tmrw ttyl ty tysm unbeta'd unbetaed uwu wbu welp wips wtaf wtf wth wyd xoxo yolo
    `,
    // Of games.
    `
  adamantine adamantium aeromancer aeromancy atk bloodmagic chronomancer chronomancy chuunibyou cryomancer cryomancy d20 d6 dandere dmg electromancer
  genderbend genderbent geomancy grindy himedere hydromancer hydromancy jianghu josei jrpg ki kuudere ley-line litrpg lvl lvls magicka magitech
  minmaxer mithril mmorpg mmorpgs moba mobas moe multiversal mythril nat necromantic one-shotted oneshotted orichalcum permadeath procced pve pvp
  pyromancy qi respecced roguelite rpg rpgs rts seinen sp technomancer technomancy telekinetically thac0 thaumaturge thaumaturgic thaumaturgy
  two-shotted umbramancer vrmmo vrmmorpg wulin wuxia xianxia xp
    `,
    // Interjections and sounds.
    `
  aroo arooo awooo ba-dum bada-bing badum badump bejaysus bejeezus bejesus bleargh blegh bleugh blorp blub blurp brrp ch-chk cha-ching chak chk
  clackety clippety cock-a-doodle-doo cooee crik crivvens dangit darnit doink donk drum'n'bass dum-de-dum eurgh eyy feck fecking frell frelling fshh
  fsst fwap fwoom geez glub glug gluk glurk gnh gnngh gnnh goddamnit godsdammit godsdamn godsdamned godsdamnit gor-blimey gorram gyaa gyaaa gyah
  heckuva hee-hee heya heyo hiyah hnngh hoi-polloi hrm hrmf hrmm hrmph hubba hurgh hurm hurmph jings ka-blam ka-ching kablooey kaching kathunk
  ker-ching kerblam kerching klink klunk kraa kraaa krak krrk krrr kssht la-di-dah lah-di-dah lawks lemon-squeezy lub lub-dub mrowr mrrr muah mwuh
  nyan okey-doke okie-doke oy-vey oyez pssht ratatat ratta-tat righty-o rock'n'roll schlick schlorp schlurp shhk shink shite shites shk skrak skrrr
  skrrt skrt skwee splish splish-splash splorch splortch sproing ta-dah tee-hee thk thock thok thwomp tick-tocked tick-tocking tik tink tock tra-la
  tra-la-la tring tsst tunk uwaa uwaaa uwah w00t wahoo wassup wazzup whassup woot wowie wowza wowzers yadda yowie zoinks
    `,
    // Slang of today.
    `
  adorbs aight aiight amazeballs amirite awesomesauce babycakes bajillion bladdered blinky bollocky bougie bougier boujee bouta boutta brah broski
  bruh bruv bruvs bubbe bubbeh bussin cack-handed cackhanded cattish cba clubby coughy craptacular craptastic crushy cutiepie dawg dawgs deadass defs
  doggish doofus doofy dweeby fabulosity fantabulous finna flappy gajillion gasolined gaspy gigi glidey glowy goofus gothy grandkiddo grandpappy grody
  gyat halmeoni haraboji hipstery homegirl homegirls homie homies honeybun honeybunch huggy humungous ight ima imma iono janglier jank janky jocky
  kajillion kissy kuya lola-lolo mamaw manang mawmaw meemaw mingin minging moany murdery nanna nannas narly nerdgasm noseless noseless-ness pappous
  peepaw pookie probs punky radder ratarsed ropey schnookums shawty shouty sighy sista sistas skeevy skeezier skeezy slappy slidey sneezy sniffly
  snookums spazzy spinny squinty stabby stampy stompy sweetums swishy swoopy thicc tita tito totes-adorbs trollied tryna tweaky unalived unaliving
  underdressed unhackable unhittable unkillable unsexy unsubtly whirly winky yiayia zaide zayde zillionth zoomy
    `,
    // Brands and the like.
    `
  adderall advil aga aldi allen-key argos asda bacardi biro biros blu-tack bovril calpol cheeto cheetos chevy claritin clorox cornetto costco crocs
  dettol dorito doritos durex ebay epipen epipens estee fanta febreze filofax formica frisbee frisbees garmin gatorade gore-tex greggs guinness haribo
  harley harleys heineken ikea imac iphone iphones ipod ipods irn-bru jaffa kellogg kinko kitkat kleenex kool-aid kwik-e-mart laphroaig lego legos
  lidl listerine lucozade lycra lysol macbook marlboro marlboros marmite mcdonald's mcdonalds mcflurry mentos minecraft moleskine narcan neosporin
  nescafe nespresso nikes nintendo nurofen nutella nyquil ouija oxo paypal pepsi perrier photoshop photoshopped pikachu play-doh playdoh playstation
  pokeball pokemon pokéball polaroid polaroids postit primark pringle pringles prozac pyrex reddit reebok ribena ritalin rizla rizlas roblox rolex
  roomba sainsbury's samsung scalextric sodastream speedos spotify stanley-knife starbucks strepsil strepsils styrofoam subaru tefal teflon tesco
  tesco's tetris tic-tacs tiktok toblerone toyota travelodge tumblr twinkie twinkies twizzler twizzlers tylenol uber ubers uggs uno valium vaseline
  vegemite viagra vicodin volvo waitrose walkmans walmart weetabix wendy's wetherspoons whatsapp whatsapped wikipedia windex winnebago xanax xbox
  zimmer zippo zippos zoloft
    `,
  ]
    .flatMap((words) => words.split(/\s+/))
    .filter((word) => word !== ''),
)
