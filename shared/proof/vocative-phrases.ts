/** Where somebody can be spoken to by name without a word to introduce it: what may stand right before and after the name. */

/** Whole phrases that end right before the name, words parted by spaces. */
const BEFORE = new Set([
  ...(
    'hey|hi|hello|goodbye|bye|farewell|thanks|sorry|yes|no|yeah|yep|nope|okay|ok|please|congratulations|oh|ah|well|wow|welcome back|' +
    'thank you|thank you so much|thanks a lot|thank god|good morning|good night|good evening|good afternoon|goodnight|happy birthday|' +
    "i'm sorry|i am sorry|i'm so sorry|i am so sorry|so sorry|i love you|love you|i miss you|i hate you|i missed you|i need you|" +
    'oh my god|oh god|oh no|my god|oh my|oh well|of course|come on|come here|come back|calm down|hold on|hang on|shut up|wake up|' +
    'hurry up|slow down|stand up|get up|sit down|grow up|go on|go away|go home|get out|get down|look out|watch out|stop it|' +
    'cut it out|knock it off|let go|be careful|be quiet|not now|not yet|not again|nice to meet you|good luck|see you|see you later|' +
    'see you tomorrow|take care|never mind|no way|all right|forgive me|excuse me|help me|listen to me|look at me|' +
    'trust me|believe me|tell me|answer me|let me go|leave me alone|what is it|what now|what the hell|are you okay|are you all right|' +
    "are you alright|are you sure|what's wrong|what's up|what happened|how are you|i don't know|i don't understand|good job|well done|" +
    "nice try|me too|you too|right now|are you there|in earnest|very well|very good|au revoir|see you again|what luck|any luck|eh|ah|back|quick|careful|steady|courage|look|listen|wait|come|mornin|mornin'|evenin'|one moment|a moment|just a moment|one minute|quite so|" +
    'exactly|precisely|indeed|certainly|naturally|good heavens|good lord|my word|upon my word|not at all|not a bit|no matter|many thanks|after you|' +
    'so long|go ahead|sit still|keep still|stand back|be still|be good|allow me|permit me|pardon me|i beg your pardon|beg your pardon'
  ).split('|'),
])

/** One word before a name at the end: no verb, and nothing that a name completes. */
const LAST = new Set(
  'now here again today yet anymore tonight tomorrow alone enough already please though anyway you ourselves yourself myself'.split(
    ' ',
  ),
)

/** Somebody who stands in apposition to a name: my friend Kell, the lawyer Arden. */
const PEOPLE = new Set(
  (
    'friend friends uncle aunt auntie cousin brother sister wife husband son daughter mother father boy boys girl girls man men woman lady gentleman lord master mistress ' +
    'king queen prince princess duke count saint doctor captain colonel general major inspector detective sergeant constable lawyer partner nephew niece companion colleague ' +
    'client servant maid cook nurse fellow chap guest neighbor neighbour rival enemy poet author artist queen chief boss secretary student orphan widow judge priest reverend brother-in-law ' +
    'brute fool scoundrel rascal devil beggar prophet sort dog cat horse mare mule pony bird name names word words title village town city river street road lake mount fort camp ship boat house hotel firm company family child kid baby'
  ).split(' '),
)

/** Qualities that stand right before a name: poor Kell, little Mara. */
const CLOSE = new Set(
  'poor dear young old little big good great sweet brave mad fair bold holy blessed black white red brown gray grey lucky lovely pretty wicked naughty darling other another same real true late only very just own first second last new plain simple'.split(
    ' ',
  ),
)

/** Verbs that take nobody after them. */
const TAKING_NOBODY = new Set(
  'go come wait sleep die stay begin smile laugh cry dance joking kidding dreaming lying listening waiting talking crying laughing coming'.split(
    ' ',
  ),
)

/** Things, so that no name stands in apposition to them (my friend Kell, the town Arden). */
const THINGS = new Set(
  (
    'time times one look way thing things day days life night idea tea coffee money heart head hair eyes clothes dinner lunch supper breakfast food ' +
    'job chance choice duty war game room house secret story guts sense sleep bed car mouth hands face world years minutes hours weeks months blood place truth fault problem mistake matter reason point business trouble hell shit mind heart'
  ).split(' '),
)

/** What somebody is, after a form of be. */
const STATES = new Set(
  (
    'crazy right wrong late sorry fine okay ok sure beautiful amazing stupid impossible welcome hopeless insane ridiculous cute ' +
    'sweet kind mean cruel unfair pathetic annoying funny hilarious serious mad angry tired hungry ready scared afraid safe ' +
    'home drunk bleeding hurt brilliant perfect wonderful terrible awful disgusting useless lucky early strange weird weak strong'
  ).split(' '),
)

/** A word for somebody, or for what has a name, which may follow it at once. */
export function isNamed(word: string): boolean {
  return PEOPLE.has(word) || /(?:..er|..or|..ist|..ian|man|woman|men|women)$/.test(word)
}

/** Stands before a name as part of it, so it is no end of a sentence. */
export function isClose(word: string): boolean {
  return CLOSE.has(word)
}

export function takesNobody(verb: string): boolean {
  return TAKING_NOBODY.has(verb)
}

export const LONGEST_PHRASE = 4

/** The words right before the name are such a phrase. */
export function isPhrase(words: string): boolean {
  return BEFORE.has(words)
}

export function isLastWord(word: string): boolean {
  return LAST.has(word)
}

export function isThing(word: string): boolean {
  return THINGS.has(word)
}

export function isState(word: string): boolean {
  return STATES.has(word)
}

/** "It's January ▮": a day, a month, a time; never those that are first names as well. */
export function isTime(lower: string): boolean {
  return TIMES.has(lower)
}

const TIMES = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march july september october november december midnight noon morning night evening afternoon winter summer autumn'.split(
    ' ',
  ),
)
