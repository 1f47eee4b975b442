/** Foreign words that English stories print as they are, and older or rarer English that general dictionaries pass over. Lower case. */

/** Of French, German, Spanish, Italian and Latin: what stands beside one of them is rather foreign as well. */
export const FOREIGN_WORDS: ReadonlySet<string> = new Set(
  `
  mon ami amie amis amies cher chère chers une les des du au et suis êtes oui si bien bon bonne bons merci tiens voyons voilà voici hein chut allons
  parbleu sacré bleu dieu ciel tonnerre tonnerres mille milles vous tu toi lui ils elle elles qui que quoi pourquoi combien toujours jamais rien tous
  toute très trop petit petits grande vieux vieille pauvre homme femme fille garçon enfant enfants père mère frère soeur jour jours nuit soir matin
  coeur tête monde mort guerre avec dans sur mais donc alors peut être fait faire dit comme cela ça merveille merveilleux fâchez affaire affaires
  farceur brosse bas mal là-bas demi-vierge demi-vierges pince-nez herr frau fräulein ja nein und der das ist ich nicht guten mein meine liebe lieber
  gott danke bitte schön señor señora señorita señores sí bueno buenos buenas adiós gracias vaya muchacho muchacha caramba mañana grazie prego caro
  cara mio mia bambino bambina hic haec hinc illae lachrimae lacrimae sunt nunc semper deus dei homines rerum vox populi tremens rara avis requiescat
  blanche carrée carré célèbre célèbres noir noire blanc verte soie foie gras mauvais mauvaise heure heures d'heure femmes hommes hélas enfin certes
  précisément parfaitement évidemment naturellement diable diablement sapristi mordi pardi tenez soit foi voyez écoutez assez autre autres choses
  année années ville château maison chambre pâté carte d'hôte l'amour l'homme l'enfant c'est n'est qu'il qu'elle d'un d'une d'accord j'ai m'appelle
  s'il aujourd'hui peut-être est-ce hors-d'oeuvre hors d'oeuvre von zu zum zur mit auf aus bei nach über unter durch für ohne gegen kein keine mehr
  noch schon sehr wie wo wer warum heute morgen abend geht geht's unser unsere haus mann frauen himmel donnerwetter achtung wunderbar schloss strasse
  gasse della delle degli del di da che sono sei buon buona buono giorno sera notte donna donne prima bella bello brava el los las una unos por como
  está están muy hasta luego su casa madre hijo hija hermano hermana quod quem cui se ipso facto ipse ipsa dixit cogito alia bellum mortem bona fide
  galbe ses hanches pervers potelé pudeur vertu volupté goulu parfum peau gonflé viel hier kom vot weint puella amende appelle terre pommes fides diem carpe omne omnia omnes ignotum disjecta membra standi vivendi operandi modus mens rea delicti habeas pater familias alma magna carta
  voce mortis iterum venturus est nemo impune lacessit fils bois haut barbe avoir propre bene pax gris boxe tapis ingénue je ne sais
  ipsissima verba rosa judice poena vade mecum terra firma incognita cotta anno domini magnifico
  toto grata franca victis mentis veritas veritatis corpus habeas sine loco parentis machina infinitum nauseam rigor mortis tabula memento mori
  absentia extremis situ vitro culpa facto jure prima facie libris caveat emptor vox populi dramatis personae annus mirabilis flagrante persona
  superbus ars longa brevis aeterna raison d'être d'état accompli guerre joie vivre noblesse laissez savoir mignon tartare royale enfant terrible
  objet d'art déjà ménage couture brûlée hoch hände hande raus verboten gesundheit wehrmacht lares penates
  `
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** Rarer English. */
export const LOAN_WORDS: ReadonlySet<string> = new Set(
  `
  gipsy gipsies gipsylike despatch despatches despatched despatching hullo hulloa halloa footmark footmarks etcetera innuendoes memoranda persistency
  tragical impersonality archeology racquet racquets scrubwoman scrubwomen eyeshade eyeshades eardrop eardrops shilly-shally shilly-shallying realtor
  realtors dictaphone dictaphones flivver flivvers chintzes veldt massy streamy keyring keyrings doorkey doorkeys awestricken highstrung newfashioned
  yuh wanta wantta coupla hoss ruther juh m'm ma'm 'lo 'stead 'twa'n't hewn rough-hewn shorn swart clave hoar unwrought bespake beshrew bedight
  affright affrighted enwrap enwrapped enwrapping snigger sniggers swale swales podgy podgier frowsy frowsier postern posterns furbelows billycock
  billycocks victoria victorias wagonette wagonettes char-à-banc tonneau tonneaus landaulet landaulette footway footways rooftree rooftrees shopwindow
  shopwindows bellpull bellpulls dustcoat dustcoats washhand-stand whatnots what-nots slavey slaveys tweeny tweenies coster costers costermonger
  costermongers gasfitter gasfitters jailor jailors gaolers patentee patentees goodman goodwife goodwives gammer dominie dominies mucker muckers
  chappie toppin rummier deuced deucedly dash'd confoundedly bloomin bleedin blinkin tophole toodle-oo tinkerty-tonk cheeri-oh righty-ho wotcher
  tommyrot footle old-fangled higgledy-piggledy topsy-turvy topsy-turvily helter-skelter harum-scarum hugger-mugger namby-pamby niminy-piminy
  hoity-toity terra-cotta bona-fide vis-à-vis tête-à-tête tête-à-têtes bric-à-brac cul-de-sac enigmatical hypothetic manufactory manufactories
  perturbate carbolise carbolised carbolized strychnia veronal digitalin hydrochloric sulphonal prussic nux vomica tetanic billet-doux portmanteaux
  gladstone goloshes inverness tam-o'-shanter balmoral bombazine nankeen moleskins homespuns dimities cretonnes wincey negus posset bohea tokay
  apollinaris chaffer chaffered chaffering quitted forebore unbethought snuffy duskily goldy bronzy pinkly thrilly pitchy corky slaty whity greeny
  hallo halloed halloing bided biding blest gat gats marcelled marcel holland hollands india-rubber arabs rathskellar rathskeller beldam carrack pinnace pinnaces
  bargee bargees finicking verandah verandahs negroes trapse trapsed trapseing inconsequence shapen bended tantalus scathe scathed scot-free personate tangerines
  begod befooled beflowered besooted curvetting cinematograph chop-suey marguerites guelder-roses piquet pierrot pomeranian ukelele threepenny sixpenny wobblies
  plutes plute p'r'aps pr'aps coppices contrairy merchandizing hal-lo pollywog knickerbocker porte-cochère tideless throned lordy hee-haw
  bluey simp simps saphead sapheads bohunk hootch dinge dinges stenog coupé coupés
  `
    .split(/\s+/)
    .filter((word) => word !== ''),
)
