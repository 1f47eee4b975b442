/**
 * Words that stories are full of and general dictionaries are not: sounds and interjections, speech as it is heard, the
 * furniture of fantasy, space and schools, loans that fiction has made its own. Lower case. Names are not here.
 */

/** Right in any dialect. Plurals and possessives are told from these by `acceptable.ts`. */
export const FICTION_WORDS: ReadonlySet<string> = words(`
  ok okay okayed kneeled snuck pled dreamt spilt learnt lit amongst amidst unto hast hath doth thou thee thy
  nay aye ere oft
  fangirl fangirls fangirling fanfic fanfics headcanon livestream vlog vlogger
  wifi wi-fi app apps facebook youtube photobomb crypto
  doorframe doorframes countertop countertops bedsheet bedsheets bedcovers keycard
  keycards mixtape t-shirt tee tees tank-top
  buzzcut mohawk
  unshed unmoving unspeaking unhearing unheeding unamused unclenched
  unclench unclenching amusedly warningly flirtily
  defeatedly relievedly embarrassedly annoyedly frustratedly flusteredly breathily raspily
  snarkily challengingly smirky smirkingly sassily
  tsked tsking sniggered sniggering hmphed squeed glomped glomp glomping
  sweatdropped sweatdrop chibi blink-and-you bro bros sis dude
  badass badasses badassery dumbass dumbasses smartass asshole assholes assed arse arses arsehole
  damnit fuck clusterfuck shit shitless
  freakin frickin friggin hella piss
  momma mama mum mums mom moms dad dads papa nana nan gran gramps aunty
  oughta shoulda coulda woulda musta mighta hafta hasta useta lotta lotsa whatcha watcha
  dontcha didja wouldja couldja c'mon s'pose s'posed d'you d'ya y'know y'all y'alls yer yeh ya ye yous youse
  ain't 'tis 'twas 'twere 'twill 'twould 'tisn't 'twasn't ma'am o'clock o'er e'er ne'er e'en ev'ry ev'ryone heav'n int'rest diff'rent fam'ly
  mem'ry t'other ol o' an' th' ha'penny will-o'-the-wisp jack-o'-lantern cat-o'-nine-tails ne'er-do-well 'em 'im 'er 'is 'e 'til 'till 'cause 'cos
  'cuz cuz coz 'bout 'round 'nother 'nuff 'kay 'sup 'neath 'gainst 'fraid 'scuse 'specially 'ello 'ere 'n 'n' 'course 'fore 'pon 'less 'member
  wot wha whaddya whaddaya whatd'you whaddup sup nuthin nothin somethin anythin mornin evenin thar dat dis dem dere de da sho
  fer git gits jes jus jist jest yessir nossir yessum gal gals guv lad lads lass wee aye och dinna cannae
  didnae wouldnae canna wouldna couldna ken mate
  shinobi kunoichi ninjutsu genjutsu taijutsu jutsu jutsus kunai kunais shuriken katana katanas wakizashi jounin chuunin chunin
  genin anbu hokage kage kekkei chakra sharingan byakugan rinnegan senbon tanto yukata obi haori hakama geta zori shoji
  fusuma onsen ryokan dojo dojos sensei senseis senpai sempai kouhai otaku mangaka doujinshi bento onigiri ramen udon soba
  sashimi mochi dango takoyaki okonomiyaki yakitori miso sake matcha sakura ronin daimyo kami
  yokai youkai oni kitsune tengu tsundere yandere yaoi yuri shonen shoujo shojo seiyuu gaijin baka hai oi nani arigato arigatou gomen
  konnichiwa sayonara ohayo itadakimasu tadaima okaeri kawaii sugoi desu daijoubu ne
  elven elf dwarven dwarvish orcish orc orcs fae fey undead unliving grimoire grimoires spellbook
  spellbooks spellcaster spellcasters spellcasting spellwork mage archmage pyromancer
  lich revenant revenants wyvern wyverns dragonfire dragonborn dragonet dragonhide dragonriders dragonrider shapeshift shapeshifter
  shapeshifters shapeshifting shapeshifted werecat wolfsbane vampiric dhampir scrying scryed portkey
  apparate apparated disapparated quidditch animagus firewhisky firewhiskey butterbeer horcrux auror aurors wandless mudblood pureblood purebloods
  halfblood half-blood greatsword longsword longswords shortsword shortbow warhammer spearmen
  swordswoman bladework knifepoint swordpoint pauldron pauldrons vambrace vambraces gorget sabatons tabard
  tabards throneroom tavernkeep innkeep
  stablehand stableboy mageborn heartmate lifemate omegaverse
  starship starships hyperdrive hyperlight lightspeed lightyear lightyears forcefield forcefields
  holo holos holovid viewscreen viewscreens viewport viewports datapad datapads comm comms commlink comlink medbay medkit
  medpack exosuit exosuits mech mechs mecha cryo cryosleep cryopod cryptid terraform terraformed terraforming
  offworld offworlder offworlders groundside planetside dirtside thruster thrusters lightsaber
  lightsabers lightsabre phaser phasers railgun railguns nanite nanites nanotech neuralnet uplink uplinks
  headshot headshots takedown takedowns sitrep exfil callsign dogtag dogtags kevlar glock
  tweens cheerleading frat
  storyline storylines cutscene gameplay gamers noob
  frappuccino taco ramen pho boba
  cafe deja vu brulee papier
  mache
  leant spoilt misspelt unlearnt unspoilt spelt
  whoever's nevermind noplace
  screwup screwups fuckup callout shoutout walkthrough
  handoff
  bandolier bandana bannister bloodlust chapstick chivvy chivvied crosshairs deadweight dreamscape exsanguinate exsanguinated exsanguinating eyeshadow gangly garrotte
  garrotted handprint heartbreaker hiccupped hiccupping petrichor ribcage rictus scrunchie slinked snippily sotto spasmed spasming steepled steepling unspool unspooled
  unspooling windchime yawp yawped amped armoire backbeat backstab barstool bedspring bestie bitchslap bitchslapped blowback bunkmate butthead cabbie camo chainmail
  churro clickety creeped cufflinks cufflink dagnabbit demoness dipshit ditzy doozy dorm dormmate douchebag drumroll evac evacs exfiltrate exfiltrated eyepatch eyeroll
  facemask faceplant faceplanted fatass firebending firebender fistbump flatline flatlined flatlining flipflop flipphone fluffball foosball freakout fugly grandkid
  halfling hardass headrush headshake heebie jeebies hijinks hissy homeschool homeschooled horndog hotdog houseguest hugger icepack intubate intubated jailbait
  jeepers jetlag jetlagged keychain kickass lightbulb lipgloss lockdown lovestruck lowkey mani pedi medevac merc mojito mojo nametag nutjob onesie passcode
  patdown pervy phlebotomist phonebook pinky pissy playdate plushie popsicle popstar racecar rearview rockstar romcom roomie scaredy scooch scooched scooching seatbelt
  shawarma shoebox skank skanky slimeball slo-mo slushie smackdown smush smushed snuggly spazz spazzed squadmate sunburnt swordfight tase tased trenchcoat
  twentysomething thirtysomething unibrow unlikeable villainess waitressing walkie weirded wiseass floofy gruntled amuse-bouche gothic
  bodyweight moonrise moonset starfield snowmelt meltwater
  trackside glovebox lampstand hob biccy bickies loo
  naff posh prat wazzock numpty muppet
  accoutrements accoutrement gaol gaoler connexion shew to-day to-morrow to-night draughty moulder mouldering thitherward nought naught mayhap couldst
  shouldst mightst wert sware drave clomb holpen builded awaked eyrie eyries parlourmaid rushlight rushlights chimneypiece
  goeth doeth goest doest wilt eftsoons gramercy egad gadzooks anon welladay ods whereunto
  whencesoever leastways mebbe p'raps p'rhaps afore agin bust git
  haycart haywain postchaise pony-trap barouche
  coverlid firedogs tea-things tea-cup tea-cups waist-coat good-bye good-by goodby some-one any-one
  empath empaths telepath telepaths precog pyrokinesis pyrokinetic
  wyrm wyrms wyrmling wyrmlings selkie selkies minotaur ghast naga nagas orcling orclings tiefling tieflings drow arcana mana warg wargs archmagus templar templars godling
  godlings lordling lordlings princeling princelings travois destrier destriers fletcher fletchers fletching fletchings glaives brigandine greaves cuirass cuirasses
  conn nav grav gravs terran terrans stims stim jeggings snapback hairtie hairties instagram netflix ipad chromebook bluetooth lyft venmo gif gifs dm dms dmed cringey
  yeet yeeted sus rizz highkey bae baes simping stan stans otp oneshot oneshots drabble drabbles wip mary-sue gary-stu husbando sideeye sideeyed smirkily wifey
  boyf girlf bff bffs wingwoman broodmate ziploc tupperware oreo oreos bao americano smores merlot pinot chablis shiraz rv rvs porta-potty whuffed chuffing whicker
  whickered whickering plink plinked plinking shunk shunked thunked thunking splooshed scritch scritched scritching skritch skritching goosebump updo updos enby enbies
  aromantic papaw memaw grammy nonna nonno tia tio abuela opa oma dadi amma noona hyung oppa npc npcs mmo dps aoe nerfed nerf hitpoint hitpoints playthrough dungeoneer
  dungeoneers hotbar promposal endzone zamboni homerun homeruns toolshed toolsheds velcro velcroed carabiner carabiners afterparty hangry hangrily bloodred
  bloodthirst orangey orangy purply mantlepiece mantlepieces lunger lungers afterworld civvy pickaxe lunette lunettes curtsey curtseys curtseying useable leathern anti-hero
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
  ah ahem agh argh arg arh augh aw aye ay aiye ack ak bah blah bleh blech bleck bam bang boing bonk bop br boo bzt bz
  ding dong drip duh dun dang eh eek eep er erm ew eugh fizz fwip fwoosh fwop fwump ga gah gak gr grah guh gulp gasp ha hah hai haw
  heh hey hm hmph hmp hm'm hn hng ho hoi hon hoho hoy huh huf hur hup hurah hurray hoeray hyah hya hi hik hic ick ih jez jeze jinkies
  jeez kablam kabom kachow kapow kerplunk kersplash ker kching klang klik ksh kya kyah la lol lmao rofl meh mew mhm mh mhmm miaow mm m mn mnh mph mrow
  mrp mwah mwa mwahaha muahaha nah nay neh nga ngh ng nh nom nomnom nope nuh nu nya nyah oh oho ohoho oi oink on ooh oh oo oof ook oops op oph ouch ouf ow ows
  oy pah pew pf pft pish posh ph phew phut ping pip plink plop pok pong pop pow prt ps psh pst pt puf pwah rah rawr rar ra ribit rng
  sh shh shoo sheesh shesh skre skree slam snap snif snikt snip sob sploosh squee sque tap tch tchah
  tada ta-da thonk thud thwap thwip thwok tick tsh tsk tsch tut ugh uf uh uhm uhn uhuh um umf umph un ung ungh unf unh up urg urgh urk urp uh
  vrom vroom wah waah wa wahey weh wham whap whee whe whew whirr whir whizz whiz whoa woah woa whup whump woohoo wohoo woh wow wo woo woof wof woops wup
  wooh y yah yahey yaho yaoh yargh yap yay yeah yea yech yee yeehaw yehaw yeah yeh yep yeow yeowch yesh yike yip yipe yipee yipie yo yoho yohoho yoo yohoo
  yow yowch yowza yuck yuk yum yumy yup zap zing zip zot zom zoom zowie z zz tehe tehee teehee hehe haha hihi huhu
`)

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''))
}
