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
    'nice try|me too|you too|right now|are you there'
  ).split('|'),
])

/** One word before a name at the end: no verb, and nothing that a name completes. */
const LAST = new Set(
  'now here again today yet anymore tonight tomorrow alone enough already please though anyway you ourselves yourself myself'.split(
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
