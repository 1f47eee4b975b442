/** Foreign words that English stories print as they are, and older or rarer English that general dictionaries pass over. Lower case. */

export const LOAN_WORDS: ReadonlySet<string> = new Set(
  `
  mon ma mes ami amie amis amies cher chère chers une les des du au aux et est suis êtes oui non si bien bon bonne bons merci monsieur messieurs
  madame mesdames mademoiselle tiens voyons voilà voici eh hein chut allons parbleu sacré bleu dieu ciel tonnerre tonnerres mille milles vous tu moi
  toi lui nous ils elle elles qui que quoi pourquoi comment combien toujours jamais rien tout tous toute très trop petit petite petits grand grande
  beau belle vieux vieille pauvre homme femme fille garçon enfant enfants père mère frère soeur jour jours nuit soir matin coeur tête main pied monde
  vie mort amour guerre rue avec sans pour dans sur par mais donc alors encore peut être fait faire dit comme cela ça pas merveille merveilleux fâchez
  affaire affaires farceur brosse bas mal là-bas demi-vierge demi-vierges pince-nez
  herr frau fräulein ja nein und der das ist ich nicht gut guten mein meine liebe lieber gott danke bitte schön kinder
  señor señora señorita señores sí bueno buenos buenas adiós amigos gracias vaya hombre muchacho muchacha caramba mañana
  signor signora signore signorina grazie prego caro cara mio mia bambino bambina
  hic haec hoc hinc illae lachrimae lacrimae sunt est et non nunc semper deus dei homo homines res rerum vox populi tremens rara avis requiescat
  gipsy gipsies gipsylike despatch despatches despatched despatching hullo hulloa halloa footmark footmarks etcetera innuendoes memoranda persistency
  tragical tragically impersonality archeology racquet racquets innings hansom hansoms betwixt anent forsooth perchance whilom scrubwoman scrubwomen
  charwoman charwomen newspaperman newspapermen eyeshade eyeshades eardrop eardrops antimacassar antimacassars shilly-shally shilly-shallying
  realtor realtors dictaphone dictaphones flivver flivvers roadhouse roadhouses rathskeller highball highballs speakeasy speakeasies
  chintzes veldt massy streamy keyring keyrings doorkey doorkeys latchkey latchkeys awestricken highstrung newfashioned
  yuh wanta wantta coupla hoss ruther juh dunno m'm ma'm mum's whaddya watcha lemme gimme 'lo 'stead 'twa'n't
  `
    .split(/\s+/)
    .filter((word) => word !== ''),
)
