/**
 * English of an older day, of trades and of country speech that general dictionaries pass over: dress and carriages, houses and ships,
 * oaths and exclamations, verse, as novels of before 1930 have them. Left out is what a fast typist makes of a commoner word: froward,
 * reck, tup. Lower case.
 */

export const OLDER_WORDS: ReadonlySet<string> = new Set(
  `
  a-tremble a-weary abask ablush abristle acidulated acock acrawl adaze adown adrip adrowse adzed aestival aflash aforetime
  afright afterlight afterlights aglare aglimmer aglint agloom agone agrin aguish alarum alarums alee anigh apery apout aquake aquiver
  arrack ashiver ashplant asimmer asperse asprawl astrachan asudden aswim athrill athrob atingle atremble awhirl awrack ballyrag bandog bandsaw
  bastinado be-frogged bedad befrogged behoof beldame beldames beldams belike beplastered beribboned besprinkled betted bewray bewrayed bezique bibelot
  bibelots biggin bilging bitt bitts blackguardly blatherskite blatherskites blent blucher bluchers bodeful bodiless boggart bogy bootjack bootjacks
  boric bosky bosun bosuns boulevardier bowery brainpan brannigan bravoes breeching breeks brummagem bullyrag bullyragged buncombe burgess burgesses
  burthen burthened burthens burthensome buskined byrnie byrnies cachinnate cachinnation calash cambrics candytuft cantrip capote capotes caravanserai
  carcase carcases carking casque casques catarrhal catsup chaw cheapjack cheval-glass chevelure chifferobe chiffonnier chifforobe chivvying chopfallen
  chough chromo chromos cicisbeo cinquefoil circumambient clamant clerkly coaming coamings cockloft coign coigns collop collops collywobbles conversable
  convolvulus coquet corncake corncakes cornchandler cornelian cotillon couverture crackbrained cravatted cuddy cuirassier culverin cumbrously
  cupboardful curricle curricles curvet curvets cutpurse cutpurses cutty dandyfied darkle darkling darndest demirep deshabille devoir devoirs dewlapped
  dight disjoined disrelish distrain distraite dittany divagation donjon doughboy doughboys downput downstretched doxies doxy dragoman dragomans
  dragomen droshkies droshky drouth déshabillé easting ecod eld embonpoint embrowned emprise empurpled engird engirt enow enrapt enravished ensanguined
  entrain environ environed ermined exequies eying eyry faery fainéant fal-lal falderal fallals fan-tod fan-tods fantod fantods
  farthingale ferruled fetich fetiches fiddlestick filcher fin-de-siècle finikin firedog firelock firelocks firkin firkins flageolet flambeau flambeaux
  flapdoodle flathead flaunty fleer fleered fleering flense flensed flensing flitch flitches flummery flunkey flunkeys footpad footpads footscraper
  foreshow forfend forspent fosse fosses foulards frangipani frisette frogged frowst frowsty fugleman furbelowed furzy fustest gaitered galatea galateas
  gallipot gallipots galluses gambade gamey gangrel garniture gasalier gasbracket gaselier gasjet gasolier gauds gauntleted gayeties gayety gayly
  generalissima georgette georgettes gillyflower gillyflowers ginghams gink ginks ginnery gipsying girandole girandoles godown godowns gol-darn
  gol-darned gonfalon gorsy gouts grandad grandads grandame grandiloquently grasswidow graveclothes greatcoated grifter grifters grig griskin grogram
  groundling groundsel grume guarda-costa gudgeon guerdon guerdons guimpe guimpes gutta-percha gyre halberdier halberdiers halfpennyworth handbreadth
  handgrip handloom handsbreadth harlequinade hartshorn hasheesh hatch-coaming hatch-coamings hatful hatfuls haverings heartsease heeltap heeltaps
  heigh-ho heliograph helpmeet helved hereat hesperides hessians hetman highbred hilloa hillocky hippogriff hobbledehoy hobbledehoys hocus hocussed
  hoity holloa holloaed holystoned hophead hopheads horologe horsepond horsy huckaback hyacinthine hydropathic ichor ill-kempt imbrue imbrued immurement
  impecuniosity importunities imposthume impuissance impuissant inamorato inconsequent inconsequently incontinently incrust incrusted incumbrance
  incumbrances inexpugnable ingle inkhorn intelligencer intermit intermitted intermitting intrench intrenched intrenchment intrenchments intrust
  intrusted intrusting intwine inweave inwove inwoven inwrought ironweed irrefragable iwis jackanapes japery jarvey jazzhound jehu jehus jessamine
  jimcrack jimson jingo jinricksha jinrickshas jogtrot jorum jorums jowled judas-tree juggins jutty kerchiefed kersey kerseymere kickshaw kickshaws
  kidnaped kidnaper kidnapers kinematograph kinglet kirtle kirtled kirtles knickerbockered knobbed knobkerrie knobstick knout knouted kodak kodaks kopje
  kopjes kukri kummel kümmel lackaday ladye ladykin laissez-faire lambrequin lambrequins landgrave landlordly landscapist lanthorn lanthorns lapis
  lascar lascars latchet latchets lathy lattermost launce laurelled laurustinus lazar lazaretto lazzarone lazzaroni leetle lefthand leggins lese-majesty
  leveret leverets limekiln limekilns linendraper linsey linsey-woolsey livre livres loathly lodgement lollypop lollypops looby lorgnon louis-d'or
  lovelock lovelocks lozenged lucent lucifers lustihood lustral lych macers machinely mackintoshed madonna-like magnificoes mah-jong malacca malapert
  malines malmsey maltster mandoline mandolines maneuvred mangel-wurzel mangolds manoeuver manoeuvered manoeuvering manoeuvers mantua mantua-maker
  marcasite marconigram margent marguerite marish marline marlinspike marplot martello maslin masquer masquers maugre maulstick meads megrim megrims
  mephitic meridional meseems mesmerist messrs mettled miasmatic miasmic mickle midshipmite milord milords miniver mirk mirky misdemean misdoubt
  misdoubted misdoubting mistered mizzling mobcap mobcaps modiste modistes moidore moidores monkeyish mooncalf moonshiny morbleu morion morions mortmain
  mouchoir mountebankery mousey moustachioed moveable moveables mown mumchance mummeries murther murthered murtherer muslins musquash muzz nainsook
  nankeens nard narghile narghiles nathless nautch ne'er-do-weel nenuphar nightcapped nighted nightrail ninnyhammer noblesse northing notecase notecases
  noyau nuncheon occiput ochres opodeldoc orgeat oriflamme overleap overpeer oversoul overtop oxlip oxlips palliasse palliasses palooka palpitant palter
  paltered paltering pannikin pannikins panoplied pantalets pantalettes pantaloon parlormaid parrakeet parrakeets parti-colored parti-coloured
  pasquinade passe-partout patten pattens pawky peacockish peajacket pearlies peascod peasecod peccant pelisse pelisses pell-mell penates pennoned
  pennyworths perdu perdue peri peris periwigged perorate perorated petticoated phiz phthisis pickaback pickaninnies pierhead pig-sty pig-stye pig-styes
  pigmies pigmy pigsticker pilgarlic pilule pinafored pinchbeck pinery pinxit pipeclay pipeclayed pipkin pipkins pistole pistoles plaguey plaguily
  plaguy plashy ploughboy ploughland plumbago poltroonery pompon pompons poniarded popish poplins poppied porridgy postboys postillion postillions
  potboys pottle primrosed princox prink prinked prinking printshop procuress promenaders pruderies prunella psalmody puddingy puddler puella puellas
  puggaree puissance puissant pulpiteer pumpy punctilios punkah punkahs pursuivant putteed putti quadroon quakeress quakerish quartern queerish quern
  quickset quidnunc quinquagenarian quitrent quixotry quotha rackety rainbowed rakehell rakehelly rallentando rappee ratafia readymade realler recked
  recking reckoner recusant redan redingote reeky reft relict relicts rencontre rencontres rencounter renegado repoussé repp reprobated reprobation
  reredos reticule reticules retroussé rhadamanthine rheumaticky ribbony ricepaper ricksha rickshas righthand rimy ringleted rondeau roofage rooky
  ropewalk roquelaure rouleau rouleaux ruche ruching ruction sabled sabred sabretache sal-volatile saleratus samite sanatory sandalled saraband
  sarabande sarcenet sargasso sarsenet satins saturnalia saunterer savannah savannahs saveloy saveloys savoir-faire sawney scabbarded scaley scallawag
  scallywag scallywags scampish scantling scantlings scarfpin scathless sceptred scintillant scotfree scoundrelly scouse screever scroggy seaboots
  secretaire secretaires sedges seidlitz selah seneschal sepoy sepoys seraphically sesquipedalian shagreen shako shakos shandygaff shaveling shavelings
  shawled shawlstrap sheepcote sherris shillalah shillingsworth shindies shindy shingly shipchandler shockhead shoeblack shoeblacks shopgirls shovelhat
  shrove sibilance sidewhiskers sillabub silverer silvern simoom simoon singlestick sippet sippets sirred sirupy skippingrope skirl skirled skirling
  skirls sleevelinks sleuthhound slopshop slubberdegullion slumbrous slumgullion small-towny smallclothes smartweed smellingsalts smoothbore smutch
  smutched sneakthief snickersnee snooded snuggeries snuggery soakage sodawater softish sonneteer sooted soothfast soothsay soubrette soubrettes
  soubriquet southing southrons spall spalling sparable spatchcock spatterdashes spectacled spencer spick-and-span spieler spikenard spindleshanks
  spirituelle splendiferous spondulix spoondrift spooney spooneys spooniest spoony sportsmanly springhalt sprit sprits spritsail spudding spurrier
  spurtle squabby squatty squill squinny squirearchy squireen stagey staghound staghounds statua stereopticon stertorously stiffish stilly stockinged
  stockjobber stonecrop strapper streamlet streamlets strickle stye styed styes stygian sublunary succory sullens sumach summersault sumptuary
  sunbonneted supposititious surcoat surcoats surpliced surtout surtouts swage swages swansdown swarded sweetbriar swelldom swordstick syringa syringas
  taboret tabouret tabourets tambour tanged tantivy tapestried tapster tapsters taradiddle taradiddles tarboosh tarlatan tarradiddle tarradiddles
  teagown teapoy teapoys teetotally teetotum tendance tenpence thegn therewithal thewed thimblerig thimblerigger thimbleriggers thistly tholepins
  thornbush thoroughpaced thou'lt thou'rt thou'st thrawn threadneedle thrippence thrippenny throstle throstles throve thuggee thumbstall thurible
  tiaraed tic-tac tiffany tiffin tilbury tilburys tin-lizzie tinselly tipstaff tirewoman tirewomen tisane tiswas titubate toadish toilettes tomfool
  topboots toper topers topgallant topknotted tormenter tormenters tother toused touzle touzled touzling toxophilite traceried trebly trepan trepanned
  tricksy tricorn tricorne triforium trinitarian triolet tripudiate triturate trothed trothplight troublous trousered trouserings trowsers trull trulls
  trumperies trusser tuckshop turncock twattle tweeded twelvepence twopennyworth ulstered umbrageous umbrellaed unappeasable unapt unarm unblest
  unbonneted uncompanioned undervest undine ungartered unget-at-able ungetatable ungirt unhouseled unmeet unnamable unneighbourly unofficered unrig
  unsanctified unsex unsexed unshriven untowardly unwashen unweeting upbear upborne upcast upcurled upfling upflung upheave upleap upleapt uprise
  uprisen uprose upsprang upspring upspringing uptilted usufruct utterable vailed vailing valanced valerian vampish vandyked vaporings vapouring
  vapourings varletry vedette vedettes velveteens vender venders ventriloquial verandahed verdured verdurous verjuice vermeil vermuth verst versts
  vestibuled viaticum vicinage victualler villadom villainously vinaigrettes viragos visaged vizard vizarded vizor vizored votaress voussoir wabble
  wabbled wabbling wabbly wadset waggon waggoner waggoners waggonette waggonettes waggons wainscotted wainscotting waistcoated washhouse washhouses
  washleather wassailers watchcase watchcock watchet waterbutt watercolourist watersprite waywiser weald wealden weanling weasand weatherboarded
  weathervane weazen weazened wellnigh wenching westering westing wetnurse whaleboned wharfinger whereafter wherefrom whigmaleerie whimbrel whimsey
  whimseys whiney whippy whitethorn whithersoever whitleather whitlow whitlows whomso whoreson whortleberries whortleberry wideawake wifie wightly
  wildfowler wildling winceyette windle-straw winebibber winebibbers wineglassful wisht wistaria withies witling witlings wizen womanfolk woodbines
  woodlander woodlark woodruff woolsack workbag workwoman worldling worldlings worsteds wotted wrapt wristlet wristlets wrynecked x-rayed x-rays
  yataghan yclept yeomanly yester yestereve yestermorn yesternight yoicks yokelish youngling younglings younker younkers zareba zenana zenanas zoetrope
  zouave zouaves
  `
    .split(/\s+/)
    .filter((word) => word !== ''),
)
