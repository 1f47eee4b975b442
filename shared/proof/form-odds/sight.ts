/** A line as those see it who ask which form of a verb belongs where: its words, their kinds, and what a later verb may depend on. */
import { isFunctionWord } from '../function-words.ts'
import { isStop } from '../sentences.ts'
import type { Token } from '../tokens.ts'
import { wordKind } from '../word-kinds.ts'
import { BASE, type Inflected, inflectedOf, PAST, THIRD } from './paradigms.ts'

/** A line as a place sees it; one of each for every token. */
export interface Sight {
  /** The word itself; `@` a name, `#` a number, `$` where a sentence or a speech begins or ends. */
  words: readonly string[]
  /** Function words and marks as they are; verbs by their form, others by kind and ending. */
  kinds: readonly string[]
  /** What a later verb may depend on, by name: auxiliaries, "to", verbs, conjunctions, borders; else null. */
  holds: readonly (string | null)[]
}

/** A sentence or a speech begins or ends. */
export const EDGE = '$'

export function sightOf(tokens: readonly Token[]): Sight {
  const words: string[] = []
  const kinds: string[] = []
  const holds: (string | null)[] = []
  let before = EDGE
  let holdBefore: string | null = EDGE
  for (const [at, token] of tokens.entries()) {
    const seen = seenAs(tokens, at, token)
    let hold = seen.hold
    // A will, the can.
    if (hold === 'M' && OWNERS.has(before) && before !== 'this') hold = null
    if (hold === UNSURE) {
      const { forms } = seen.verb!
      // The plain form and that with an s may be nouns, and a participle after "the" tells of what something is like.
      const isVerb: boolean =
        (forms & (BASE | THIRD)) === 0
          ? !OWNERS.has(before) || forms === PAST
          : SUBJECTS.has(before) ||
            holdBefore === 'to' ||
            holdBefore === 'M' ||
            holdBefore === 'do' ||
            holdBefore === 'did'
      hold = isVerb || seen.verb!.lemma === 'let' ? verbName(seen.verb!) : null
    }
    words.push(seen.word)
    kinds.push(seen.kind)
    holds.push(hold)
    before = seen.word
    holdBefore = hold
  }
  return { words, kinds, holds }
}

/** What can be said of a word wherever it stands. */
interface Seen {
  word: string
  kind: string
  hold: string | null
  verb: Inflected | undefined
  /** Frequent enough to be more than a name at the start of a sentence. */
  isKnown: boolean
}

/** A verb, if the words before it let it be one. */
const UNSURE = '?verb'

const plain = (word: string, hold: string | null): Seen => ({ word, kind: word, hold, verb: undefined, isKnown: true })

const NAME = plain('@', null)
const NUMBER = plain('#', null)
const BORDER = plain(EDGE, EDGE)
const ASKED = plain('?', '?')

/** After "Will" at the start of a question. */
const ASKED_OF = new Set(
  'i you he she it we they there that this the your my his her our any anyone someone somebody'.split(' '),
)

const TITLES = new Set('mr mrs ms dr st prof sgt capt lt col gen'.split(' '))

const seenWords = new Map<string, Seen>()

/** Words remembered. */
const KEPT = 30_000

function seenAs(tokens: readonly Token[], at: number, { kind, lower, shape, text }: Token): Seen {
  if (kind === 'number') return NUMBER
  if (kind === 'open' || kind === 'close') return BORDER
  const last = tokens[at - 1]
  if (kind === 'mark' && isStop(tokens[at]!)) {
    if (text === '.' && last !== undefined && TITLES.has(last.lower)) return NAME
    return text === '?' ? ASKED : BORDER
  }
  const key = kind === 'mark' ? text.slice(0, 1) : lower
  let seen = seenWords.get(key)
  if (seen === undefined) {
    seen = kind === 'mark' ? plain(key, key) : seenWord(key)
    if (seenWords.size >= KEPT) seenWords.clear()
    seenWords.set(key, seen)
  }
  if (shape === 'lower' || kind === 'mark') return seen
  const isAmid = last?.kind === 'word'
  // Will had left: no question.
  if (lower === 'will' && !isAmid && !ASKED_OF.has(tokens[at + 1]?.lower ?? '')) return NAME
  if (isFunctionWord(lower) || lower.startsWith("i'"))
    return isAmid && (lower === 'will' || lower === 'may') ? NAME : seen
  return seen.isKnown && !isAmid ? seen : NAME
}

function seenWord(word: string): Seen {
  const verb = inflectedOf(word)
  const kind = word.length === 1 ? word : roughOf(word, verb)
  const hold = HOLDERS.get(word) ?? (word.includes("'") ? contracted(word) : verb === undefined ? null : UNSURE)
  return { word, kind, hold, verb, isKnown: verb !== undefined || wordKind(word) !== undefined }
}

function roughOf(word: string, verb: Inflected | undefined): string {
  if (isFunctionWord(word)) return word
  if (verb !== undefined && (verb.forms & (BASE | THIRD)) === 0) return `v${verb.forms}`
  const kind = wordKind(word)
  if (kind !== undefined) return /[^s]s$/.test(word) ? `${kind}s` : kind
  if (word.includes("'")) return word.endsWith("'s") ? "-'s" : word
  const ending = /(?:ing|ed|ly|[^s]s)$/.exec(word)?.[0] ?? ''
  return ending.length === 2 && ending.endsWith('s') ? '-s' : `-${ending}`
}

function verbName({ lemma, forms }: Inflected): string {
  return WITH_NAMES.has(lemma) ? `${lemma}${forms}` : `v${forms}`
}

function contracted(word: string): string | null {
  if (word.endsWith("'d")) return "'d"
  if (word.endsWith("'ve")) return 'have'
  if (word.endsWith("'ll")) return 'M'
  if (word.endsWith("'re") || word === "i'm") return 'are'
  if (SHORT_IS.has(word)) return "'s"
  // Not hain't and other words of dialect, which may stand for any of the auxiliaries.
  return word.endsWith("n't") ? (MODALS.has(word) ? 'M' : ODD) : null
}

/** An auxiliary of dialect: nobody can tell which. */
export const ODD = "n't"

const MODALS = new Set("can't couldn't won't wouldn't shan't shouldn't mightn't mustn't needn't daren't".split(' '))

const SHORT_IS = new Set("he's she's it's that's there's who's what's where's how's here's one's everyone's".split(' '))

/** After these a verb stands in a form that depends on the verb's own meaning. */
const WITH_NAMES = new Set(
  'let make see hear watch feel help have want keep start stop begin get go come be try use need dare find leave remember like'.split(
    ' ',
  ),
)

const HOLDERS: ReadonlyMap<string, string> = new Map([
  ...holders('M', 'will would shall should can could may might must cannot need dare'),
  ...holders('do', "do don't"),
  ...holders('does', "does doesn't"),
  ...holders('did', "did didn't"),
  ...holders('have', "have haven't"),
  ...holders('has', "has hasn't"),
  ...holders('had', "had hadn't"),
  ...holders('having', 'having'),
  ...holders('was', "was were wasn't weren't"),
  ...holders('is', "is isn't"),
  ...holders('are', "am are aren't ain't"),
  ...holders('be', 'be'),
  ...holders('been', 'been'),
  ...holders('being', 'being'),
  ...holders('to', 'to'),
  ...'and or but nor that who which whom whose when while whenever because since if whether as than though although until till before after where what how why so lest unless once'
    .split(' ')
    .map((word) => [word, word] as const),
])

function holders(name: string, words: string): (readonly [string, string])[] {
  return words.split(' ').map((word) => [word, name] as const)
}

/** Pronouns that are subjects, and "there". */
export const SUBJECTS: ReadonlySet<string> = new Set('i you he she it we they who there'.split(' '))

/** After these stands a noun, or what describes one. */
export const OWNERS: ReadonlySet<string> = new Set(
  'a an the my your his its our their this these those every no some any each another'.split(' '),
)

/** Bare forms that make no verb of what follows them. */
const ADVERBS = new Set(
  'not never ever always still just only even also too very quite really already then now again soon almost perhaps maybe all both once suddenly simply barely hardly often'.split(
    ' ',
  ),
)

export function isAdverb(word: string): boolean {
  return ADVERBS.has(word) || (word.length > 4 && word.endsWith('ly'))
}
