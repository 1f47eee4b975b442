/**
 * Words that stories are full of and general dictionaries are not: sounds and interjections, speech as it is heard, the
 * furniture of fantasy, space and schools, loans that fiction has made its own. Lower case. Names are not here.
 */

/** Right in any dialect. Plurals and possessives are told from these by `acceptable.ts`. */
export const FICTION_WORDS: ReadonlySet<string> = words(`
  ok okay okays okayed kneeled snuck pled dreamt spilt learnt leapt lit amongst whilst amidst unto alright hadst hast hath doth thou thee thy
  thine methinks nay aye ere oft twixt verily
  fangirl fangirls fangirling fanboy fanfic fanfics fandom headcanon cosplay livestream vlog vlogger selfie selfies emoji emojis hashtag
  wifi wi-fi app apps facebook youtube googled googling texted texting voicemail photobomb crypto
  doorframe doorframes doorjamb countertop countertops bedsheet bedsheets bedcovers bedspread nightlight headlamp windshield wristwatch keycard
  keycards keypad earbud earbuds mixtape playlist hoodie hoodies t-shirt tee tees tank-top jumpsuit catsuit legwarmers wristband waistband
  ponytail ponytails pigtail pigtails bedhead buzzcut mohawk goatee stubble topknot brunet brunets brunette redhead redheads blond blonds
  unshed unmoving unblinking unspeaking unhearing unheeding unbidden unreadable unamused unimpressed unconvinced unseeing unclenched
  unclench unclenching disbelievingly amusedly bemusedly warningly flirtily teasingly tauntingly pleadingly questioningly confusedly dazedly
  exasperatedly worriedly tiredly defeatedly relievedly determinedly embarrassedly annoyedly frustratedly flusteredly breathily raspily
  snarkily broodingly accusingly challengingly encouragingly soothingly smugly smirky smirkingly snarky snarkier sassily
  tsked tsking shushed shushing sniggered sniggering snorted guffawed harrumphed harrumphing hmphed squeed glomped glomp glomping facepalm
  facepalmed facepalming deadpanned deadpanning deadpan sweatdropped sweatdrop chibi blink-and-you kiddo kiddos bro bros sis dude dudes
  badass badasses badassery dumbass dumbasses jackass smartass asshole assholes assed arse arses arsehole bastard bastards bullshit bullshitting goddamn
  goddamned goddammit dammit damnit fuck fucks fucked fucker fuckers fucking motherfucker motherfucking clusterfuck shit shits shitty shitless
  bitch bitches bitchy freakin frickin freaking frigging friggin effing hella helluva hellhole crappy crapped piss pissed wanker
  momma mama mommy mamma mum mums mummy mom moms dad dads daddy papa poppa nana nan gran granny grandma grandpa gramps auntie aunty aunties
  gonna wanna gotta kinda sorta oughta shoulda coulda woulda musta mighta hafta hasta useta lotta lotsa outta whatcha watcha gotcha betcha
  dunno lemme gimme dontcha didja wouldja couldja c'mon s'pose s'posed d'you d'ya y'know y'all y'alls yer yeh ya ye yous youse
  ain't 'tis 'twas 'twere 'twill 'twould 'tisn't 'twasn't ma'am o'clock o'er e'er ne'er e'en ev'ry ev'ryone heav'n int'rest diff'rent fam'ly
  mem'ry t'other ol o' an' th' ha'penny will-o'-the-wisp jack-o'-lantern cat-o'-nine-tails ne'er-do-well 'em 'im 'er 'is 'e 'til 'till 'cause 'cos
  'cuz cuz coz 'bout 'round 'nother 'nuff 'kay 'sup 'neath 'gainst 'fraid 'scuse 'specially 'ello 'ere 'n 'n' 'course 'fore 'pon 'less 'member
  innit wot wha whaddya whaddaya whatd'you whaddup sup nuthin nothin somethin anythin mornin evenin thar dat dis dem dere de da sho
  fer git gits jes jus jist jest yessir nossir yessum gal gals guvnor guv lad lads lass lassie lassies laddie bairn wee aye och dinna cannae
  didnae wouldnae canna wouldna couldna ken mate mates bloke blokes
  shinobi kunoichi ninja ninjas ninjutsu genjutsu taijutsu jutsu jutsus kunai kunais shuriken katana katanas wakizashi jounin chuunin chunin
  genin anbu hokage kage kekkei chakra sharingan byakugan rinnegan senbon tanto yukata kimono obi haori hakama geta zori futon tatami shoji
  fusuma onsen ryokan dojo dojos sensei senseis senpai sempai kouhai otaku manga mangaka anime doujinshi bento onigiri ramen udon soba sushi
  sashimi mochi dango takoyaki okonomiyaki yakitori tempura teriyaki wasabi miso sake matcha sakura samurai ronin daimyo shogun geisha kami
  yokai youkai oni kitsune tengu kappa tsundere yandere yaoi yuri shonen shoujo shojo seiyuu gaijin baka hai oi nani arigato arigatou gomen
  konnichiwa sayonara ohayo itadakimasu tadaima okaeri kawaii sugoi desu daijoubu ne
  elven elvish elf elfin dwarven dwarvish orcish orc orcs goblin goblins fae faerie faeries fey undead unliving grimoire grimoires spellbook
  spellbooks spellcaster spellcasters spellcasting spellwork warlock warlocks mage mages archmage necromancer necromancers necromancy pyromancer
  lich revenant revenants wight wights wyvern wyverns dragonfire dragonborn dragonet dragonhide dragonriders dragonrider shapeshift shapeshifter
  shapeshifters shapeshifting shapeshifted werewolf werewolves werecat wolfsbane vampiric dhampir familiars scrying scryed portkey muggle muggles
  apparate apparated disapparated quidditch animagus firewhisky firewhiskey butterbeer horcrux auror aurors wandless mudblood pureblood purebloods
  halfblood half-blood blackguard greatsword longsword longswords shortsword broadsword broadswords longbow shortbow warhammer spearmen
  swordsmanship swordsman swordswoman bladework knifepoint swordpoint pauldron pauldrons vambrace vambraces gorget sabatons hauberk tabard
  tabards jerkin jerkins doublet doublets breeches portcullis battlements courtyard courtyards throneroom guardroom tavernkeep barkeep innkeep
  innkeeper stablehand stableboy manservant maidservant handmaid handmaids mageborn soulmate soulmates heartmate lifemate omegaverse
  starship starships spaceport spaceports spacesuit hyperspace hyperdrive hyperlight lightspeed lightyear lightyears forcefield forcefields
  holo holos holovid hologram holographic viewscreen viewscreens viewport viewports datapad datapads comm comms commlink comlink medbay medkit
  medpack exosuit exosuits mech mechs mecha cryo cryosleep cryopod cryptid cyborg cyborgs droid droids android terraform terraformed terraforming
  offworld offworlder offworlders groundside planetside dirtside airlock airlocks bulkhead bulkheads thruster thrusters retrorockets lightsaber
  lightsabers lightsabre blaster blasters phaser phasers railgun railguns nanite nanites nanobot nanobots nanotech neuralnet uplink uplinks
  gunfight gunfire firefight firefights headshot headshots takedown takedowns sitrep exfil intel recon callsign dogtag dogtags kevlar glock
  preteen preteens tween tweens homeroom quarterback upperclassman upperclassmen underclassman lunchroom cheerleading detention frat
  timeline timelines storyline storylines backstory subplot multiverse cutscene gameplay gamer gamers noob newbie newbies
  barista takeout takeaway latte lattes cappuccino frappuccino mocha smoothie burrito taco tacos ramen pho boba
  fiance fiancee fiances cafe cafes cliche cliches cliched naive naively naivety resume facade facades voila touche deja vu brulee creme papier
  mache matinee soiree protege proteges melee melees decor seance seances passe blase
  leant smelt burnt spoilt misspelt unlearnt unspoilt dwelt knelt spelt forwards upwards downwards afterwards homewards
  anymore whoever's whomever nevermind someplace anyplace everyplace noplace anyways alongside
  checkup checkups standoff standoffs layover stakeout stakeouts screwup screwups fuckup lineup lineups callout shoutout workaround walkthrough
  sleepover sleepovers makeover makeovers makeup stickup showdown handoff turnoff leftover leftovers runaround
  bandolier bandana bannister bloodlust chapstick chivvy chivvied crosshairs deadweight dreamscape exsanguinate exsanguinated exsanguinating eyeshadow gangly garrotte
  garrotted handprint heartbreaker hiccupped hiccupping petrichor ribcage rictus scrunchie slinked snippily sotto spasmed spasming steepled steepling unspool unspooled
  unspooling windchime yawp yawped amped armoire backbeat backstab barstool bedspring bestie bitchslap bitchslapped blowback bunkmate butthead cabbie camo chainmail
  churro clickety creeped cufflinks cufflink dagnabbit demoness dipshit ditzy doozy dorm dormmate douchebag douche drumroll evac evacs exfiltrate exfiltrated eyepatch eyeroll
  facemask faceplant faceplanted fatass firebending firebender fistbump flatline flatlined flatlining flipflop flipphone fluffball foosball freakout fugly grandkid
  halfling hardass headrush headshake heebie jeebies hijinks hissy homeschool homeschooled horndog hotdog houseguest hugger icepack intubate intubated jailbait
  jeepers jetlag jetlagged keychain kickass lightbulb lipgloss lockdown lovestruck starstruck lowkey mani pedi medevac merc mojito mojo nametag nutjob onesie passcode
  patdown pervy phlebotomist phonebook pinky pissy playdate plushie popsicle popstar racecar rearview rockstar romcom roomie scaredy scooch scooched scooching seatbelt
  shawarma shoebox skank skanky slimeball slo-mo slushie smackdown smush smushed snuggly spazz spazzed squadmate classmate sunburnt swordfight tase tased trenchcoat
  twentysomething thirtysomething unibrow unlikeable villainess waitressing walkie talkie weirded wiseass floofy gruntled amuse-bouche flambe gothic
  bodyweight birdsong spellbound moonrise moonset sunrise starfield snowmelt meltwater rainwater riverbank riverbed lakeside dockside quayside bedside roadside hillside
  trackside tailgate tailgated dashboard glovebox hubcap lampstand bookcase bookcases tabletop worktop hob cuppa cuppas biccy bickies telly loo knackered gobsmacked
  chuffed miffed naff poncy posh plonker prat prats pillock tosser tossers wazzock numpty muppet nutter nutters skint peckish snogging bollocks bollocking
  accoutrements accoutrement gaol gaoler connexion shew shewn shewed to-day to-morrow to-night draughty moulder mouldering thitherward nought naught mayhap couldst
  shouldst mightst wouldst wert sware drave clomb holpen builded awaked eyrie eyries parlourmaid rushlight rushlights chimneypiece perforce betook bethought
  forbore forsook goeth doeth goest doest mayst canst wilt shalt durst whilom eftsoons prithee gramercy zounds egad gadzooks forsooth avaunt anon alack welladay ods whereunto
  thereunto hereunto thenceforth whencesoever wheresoever whosoever whomsoever whatsoever howsoever leastways mebbe p'raps p'rhaps afore agin bust busted git
  haycart haywain postchaise dogcart dogcarts pony-trap brougham broughams landau landaus phaeton phaetons barouche hackney antimacassar antimacassars fender
  counterpane coverlid washstand washstands firedogs hearthrug hearthrugs tea-things tea-cup tea-cups waist-coat good-bye good-by goodby some-one any-one
  psychically telepathically empath empaths telepath telepaths telekinetic telekinesis precog pyrokinesis pyrokinetic
  wyrm wyrms wyrmling wyrmlings selkie selkies minotaur ghast naga nagas orcling orclings tiefling tieflings drow arcana mana warg wargs archmagus templar templars godling
  godlings lordling lordlings princeling princelings travois destrier destriers fletcher fletchers fletching fletchings glaives brigandine greaves cuirass cuirasses
  conn nav grav gravs terran terrans stims stim jeggings snapback hairtie hairties instagram netflix ipad chromebook bluetooth lyft venmo gif gifs dm dms dmed cringey
  yeet yeeted sus rizz highkey bae baes simping stan stans otp oneshot oneshots drabble drabbles wip mary-sue gary-stu husbando sideeye sideeyed smirkily wifey
  boyf girlf bff bffs wingwoman broodmate ziploc tupperware oreo oreos bao americano smores merlot pinot chablis shiraz rv rvs porta-potty whuffed chuffing whicker
  whickered whickering plink plinked plinking shunk shunked thunked thunking splooshed scritch scritched scritching skritch skritching goosebump updo updos enby enbies
  aromantic papaw memaw grammy nonna nonno tia tio abuela opa oma dadi amma noona hyung oppa npc npcs mmo dps aoe nerfed nerf hitpoint hitpoints playthrough dungeoneer
  dungeoneers hotbar promposal endzone zamboni homerun homeruns toolshed toolsheds velcro velcroed carabiner carabiners afterparty hangry hangrily bloodred
  bloodthirst orangey orangy purply mantlepiece mantlepieces lunger lungers afterworld civvy civvies pickaxe pickaxes lunette lunettes curtsey curtseys curtseying useable leathern anti-hero
`)

/** After a hyphen behind a name, or in front of it: honorifics and the like. */
export const HONORIFICS: ReadonlySet<string> = words(`
  kun chan san sama sensei senpai sempai dono teme dobe baka nii nee niisan neesan niichan neechan jiji jii baa baachan ojisan obasan oji oba hime
  ue tan rin kohai shi ya bae ssi nim ah yah gege jie jiejie mei meimei xiong ge di shixiong shidi shimei shizun laoshi ji bhai didi
`)

/**
 * Sounds, each written with every run of a letter as one: `hm` stands for hmm and hmmmm, `ah` for ahh, `pft` for pfft.
 * Repetitions of a whole (haha, heehee) are told by pattern in `acceptable.ts`.
 */
export const SOUNDS: ReadonlySet<string> = words(`
  ah ahem agh argh arg arh augh aw aye ay aiye ack ak bah blah bleh blech bleck bam bang boing bonk bop br bring boo bzt bz chomp clang clank clack clunk
  cough crack creak ding dong drip duh dun dang eh eek eep er erm ew eugh fizz fwip fwoosh fwop fwump ga gah gak gr grah guh gulp gasp ha hah hai haw
  heh hey hm hmph hmp hm'm hn hng ho hoi hon hoho hoy huh huf humph hur hup hurah hurray hoeray hooray hyah hya hi hik hic ick ih jez jeze jinkies
  jeez kablam kaboom kabom kachow kapow kerplunk kersplash ker kching klang klik ksh kya kyah la lol lmao rofl meh mew mhm mh mhmm miaow mm m mn mnh mph mrow
  mrp mwah mwa mwahaha muahaha nah nay neh nga ngh ng nh nom nomnom nope nuh nu nya nyah oh oho ohoho oi oink on ooh oh oo oof ook oops op oph ouch ouf ow ows
  oy pah pew pf pft pish posh pshaw ph phew phut ping pip plink plonk plop pok pong pop pow prt ps psh pst pt puf pwah rah rawr rar ra ribit rng
  sh shh shoo sheesh shesh skre skree slam smack smooch snap snif snikt snip sob splash splat splosh sploosh squee sque squelch squish swish swoosh tap tch tchah
  tada ta-da thonk thud thump thunk thwack thwap thwip thwok tick tsh tsk tsch tut twang ugh uf uh uhm uhn uhuh um umf umph un ung ungh unf unh up urg urgh urk urp uh
  vrom vroom wah waah wa wahey weh wham whap whee whe whew whirr whir whizz whiz whoa woah woa whoosh whup whump woohoo wohoo woh wow wo woo woof wof woops wup whoop
  whoopee wooh y yah yahoo yahey yaho yaoh yargh yap yay yeah yea yech yee yeehaw yehaw yeah yeh yep yeow yeowch yesh yike yikes yip yipe yipee yipie yo yoho yohoho yoo yohoo
  yow yowch yowza yuck yuk yum yumy yup zap zing zip zot zom zoom zowie z zz tehe tehee teehee hehe haha hihi huhu
`)

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''))
}
