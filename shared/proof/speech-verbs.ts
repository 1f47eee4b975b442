/**
 * Verbs that a speech can hang on, by how surely they mean speaking. What people do with their faces and lungs besides
 * (sigh, laugh, smile) is no speaking: those are in `action-verbs.ts`.
 */
import { regularForms } from './inflect.ts'

/**
 * `plain`: hardly ever anything but speaking. `open`: often something else (called a cab, continued walking), so what
 * follows must be looked at. `addressed`: like open, and may name the hearer (told him). `breathy`: a noise that carries
 * words only when something says so (gasped out).
 */
type SpeechVerb = 'plain' | 'open' | 'addressed' | 'breathy'

const PLAIN =
  'whisper mutter murmur mumble reply exclaim respond retort stammer stutter shout yell shriek hiss growl snarl remark quip! ' +
  'chide interject inquire enquire holler bellow croak rasp drawl blurt whine plead comment protest grumble snap! bark sneer ' +
  'intone gush splutter sputter bluster chirp deadpan! query scream screech lisp rejoin opine'

const OPEN =
  'answer call cry add continue explain repeat order command demand declare announce insist admit! agree argue state ' +
  'suggest reason echo joke confess concede complain guess note observe offer counter object encourage apologize ' +
  'apologise confirm boast brag! muse scold correct tease taunt mock curse roar howl coo purr conclude finish interrupt ' +
  'lie cheer boom volunteer marvel gripe greet hint propose prompt persist press reiterate recite vow wail squeak squeal'

const ADDRESSED = 'ask warn inform assure remind promise urge beg! instruct advise reassure'

const BREATHY = 'gasp groan moan grunt pant wheeze sob! choke whimper huff breathe'

const IRREGULAR: readonly (readonly [string, SpeechVerb])[] = [
  ['said', 'plain'],
  ['says', 'plain'],
  ['saying', 'plain'],
  ['told', 'addressed'],
  ['tells', 'addressed'],
  ['telling', 'addressed'],
  ['began', 'open'],
  ['begins', 'open'],
  ['swore', 'open'],
  ['swears', 'open'],
  ['spat', 'breathy'],
  ['spits', 'breathy'],
  ['bit', 'breathy'],
  ['bites', 'breathy'],
  ['ground', 'breathy'],
  ['grinds', 'breathy'],
  ['grit', 'breathy'],
  ['gritted', 'breathy'],
  ['forced', 'breathy'],
  ['lying', 'open'],
  ['thought', 'open'],
  ['thinks', 'open'],
]

const VERBS: ReadonlyMap<string, SpeechVerb> = new Map([
  ...inflected(PLAIN, 'plain'),
  ...inflected(OPEN, 'open'),
  ...inflected(ADDRESSED, 'addressed'),
  ...inflected(BREATHY, 'breathy'),
  ...IRREGULAR,
])

const BASES = new Set(`say tell begin ${PLAIN} ${OPEN} ${ADDRESSED} ${BREATHY}`.replaceAll('!', '').split(' '))

/** Of a finite form (said, says), in lower case; null for other words, bases and participles. */
export function speechVerb(word: string): SpeechVerb | null {
  return word.endsWith('ing') ? null : (VERBS.get(word) ?? null)
}

/** Any form of any of them: a sentence with one may well introduce a speech. */
export function isOfSpeech(word: string): boolean {
  return VERBS.has(word) || BASES.has(word)
}

/** The base, as after "managed to". */
export function isSpeechBase(word: string): boolean {
  return BASES.has(word)
}

/** "I say", "they whisper": the plain form, of those that hardly ever are anything but speaking. */
export function isPlainBase(word: string): boolean {
  return PLAIN_BASES.has(word)
}

const PLAIN_BASES = new Set(`say ask ${PLAIN}`.replaceAll('!', '').split(' '))

function inflected(list: string, kind: SpeechVerb): [string, SpeechVerb][] {
  return list.split(' ').flatMap((entry) => regularForms(entry).map((form): [string, SpeechVerb] => [form, kind]))
}
