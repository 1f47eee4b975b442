/** Whether a spoken sentence asks: told by its word order alone, so that questions in the order of statements are not seen. */
import type { Token } from './tokens.ts'

/** The words from `from` up to `to` are in the order of a question. Idioms that ask nothing and polite requests are not. */
export function asks(tokens: readonly Token[], from: number, to: number): boolean {
  const words: string[] = []
  const first = skipOpeners(tokens, from, to)
  for (let at = first; at < to; at += 1) {
    const { kind, lower } = tokens[at]!
    if (kind === 'mark' && (lower === '*' || lower === '_')) continue
    if (kind === 'word' || kind === 'number' || lower === ',') words.push(lower)
    // Anything else may hold a second clause.
    else if (kind !== 'mark' || !/^\.|^…/.test(lower)) return false
  }
  if (words.includes('wonder') || IDIOMS.has(words.join(' '))) return false
  // "So does Kell", and what goes on after a tag: "his name," he said, "is Kell".
  const opener = tokens[tokens[first - 1]?.text === ',' ? first - 2 : first - 1]?.lower ?? ''
  const isBegun = tokens[from]!.shape === 'Capital' && (first === from || !/^(?:so|now|then)$/.test(opener))
  const isName = tokens[first + 1]?.shape === 'Capital' && tokens[first + 1]!.lower !== 'i'
  return (
    asksWhat(words) ||
    asksWhether(words) ||
    (isBegun && asksOfThing(words, isName)) ||
    SHORT.has(words.join(' ')) ||
    (isBegun && asksWho(words)) ||
    endsInTag(words)
  )
}

/**
 * The same of a sentence that nobody speaks: "why had he come back", "would they find her here". With a comma only after
 * its first words, as "had he known, he would" asks nothing.
 */
export function asksItself(tokens: readonly Token[], from: number, to: number): boolean {
  const first = skipOpeners(tokens, from, to)
  const words: string[] = []
  for (let at = first; at < to; at += 1) {
    const { kind, lower } = tokens[at]!
    if (kind !== 'word' && kind !== 'number') return false
    words.push(lower)
  }
  const [word = '', second = '', third = ''] = words
  if (words.length < 3 || words.includes('wonder') || words.includes('nor')) return false
  if (word === 'what' && second === 'if')
    return words.length > 3 && /^(?:he|she|they|it|i|we|the|this|that)$/.test(third)
  if (word === 'who') return isModal(second) && !PRONOUNS.has(third)
  const at = WH.has(word) ? 1 : 0
  // "Had he looked he could hardly", "what was the matter was": no end of the first clause is seen.
  if (/^(?:had|should|were)$/.test(word) && words.slice(2).some((other) => MODAL.test(other))) return false
  if (/^(?:was|is)$/.test(second) && words.slice(3).some((other) => /^(?:was|is)$/.test(other))) return false
  if (at === 1 && isAux(second)) return isInverted(words, 1) && !/^(?:can|may)$/.test(second)
  if (at === 1) return asksWhat(words)
  return (
    tokens[first]!.shape === 'Capital' &&
    isAux(word) &&
    !/^(?:do|don't|may|let|shall|might)$/.test(word) &&
    isInverted(words, 0)
  )
}

/** An auxiliary, a subject that can be nothing else, and more: "was it really", "had she left", "were the others". */
function isInverted(words: readonly string[], at: number): boolean {
  const subject = words[at + 1] ?? ''
  const after = words[at + 2] ?? ''
  if (/^(?:ever|so|not|indeed|good)$/.test(after)) return false
  return (
    PRONOUNS.has(subject) ||
    (at > 0 && (THINGS.has(subject) || subject === 'one')) ||
    (at === 0 && ANYBODY.has(subject)) ||
    (/^(?:is|was)$/.test(words[at]!) && /^(?:this|that|there)$/.test(subject))
  )
}

function isModal(word: string): boolean {
  return MODAL.test(word)
}

/** "is the door locked", "did Kell call", "will it hold"; never "do the dishes", "would it were", "should he come" */
function asksOfThing(words: readonly string[], isName: boolean): boolean {
  const [first = '', second = '', third = ''] = words
  if (
    words.length < 3 ||
    words.includes(',') ||
    /^(?:were|had|not|be|so|good|now|then|ever|really|indeed)$/.test(third)
  )
    return false
  if (/^(?:does|did|is|was|has)$/.test(first))
    return isName || THINGS.has(second) || (second === 'it' && first !== 'did')
  if (first === 'are') return isName || THINGS.has(second)
  if (/^(?:will|would|can|could)$/.test(first))
    return (isName && first !== 'will') || /^(?:it|he|she|they)$/.test(second)
  return first === 'were' && /^(?:you|they|we)$/.test(second)
}

/** "who said that", "what makes you say so" */
function asksWho(words: readonly string[]): boolean {
  const [first = '', second = '', third = ''] = words
  if (first === 'what' && /^(?:makes|made)$/.test(second)) return third === 'you' && words.length > 3
  return first === 'who' && words.length < 6 && WHO_DID.has(second) && WHOM.has(third)
}

function skipOpeners(tokens: readonly Token[], from: number, to: number): number {
  let at = from
  for (let skipped = 0; skipped < 3 && at < to; skipped += 1) {
    const isName = tokens[at]!.shape === 'Capital' && tokens[at + 1]?.text === ','
    if (isName && !FIRSTS.has(tokens[at]!.lower)) at += 2
    else if (OPENERS.has(tokens[at]!.lower)) at += tokens[at + 1]?.text === ',' ? 2 : 1
    else break
  }
  return at
}

/** "You knew him," she asked: the verb makes a question of it, unless it is a request ("Help me," he asked). */
export function isAsked(tokens: readonly Token[], from: number, to: number, verb: Token): boolean {
  if (!ASKED.has(verb.lower) || REQUESTS.has(tokens[from]!.lower)) return false
  return !tokens.slice(from, to).some(({ lower }) => lower === 'please')
}

/** what are you; how long has it; where's my */
function asksWhat(words: readonly string[]): boolean {
  const [first = '', second = ''] = words
  if (first === "who's" && second === 'there') return words.length === 2
  if (/^(?:what|where|who|how|when|why)'s$/.test(first)) return AFTER_S.has(second)
  if (first === 'which') {
    const aux = isAux(second) ? 1 : 2
    return isAux(words[aux]) && PRONOUNS.has(words[aux + 1] ?? '')
  }
  if (!WH.has(first)) return false
  let at = 1
  if (first === 'how' && MEASURES.has(second)) at = MEASURES_A_THING.has(second) && !isAux(words[2]) ? 3 : 2
  else if (second === 'the' && /^(?:hell|heck|fuck|devil)$/.test(words[2] ?? '')) at = 3
  else if (second === 'on' && words[2] === 'earth') at = 3
  else if (first === 'what' && /^(?:kind|sort)$/.test(second) && words[2] === 'of') at = 4
  else if (first === 'what' && isAux(words[2]) && !isAux(second))
    return PRONOUNS.has(words[3] ?? '') && /^[a-z]+$/.test(second)
  const aux = words[at]
  const subject = words[at + 1]
  if (!isAux(aux) || subject === undefined) return false
  if (first === 'why' && aux === "don't" && /^(?:you|we|i)$/.test(subject)) return false
  return PRONOUNS.has(subject) || (first !== 'when' && THINGS.has(subject))
}

/** did you see; is that your; never "could you", which may be a request, nor "am I glad", nor "is that so" */
function asksWhether(words: readonly string[]): boolean {
  const [first = '', second = '', third = ''] = words
  if (words.length > 4 && third === 'ever' && /^(?:have|has|had|did|do|does)$/.test(first)) return PRONOUNS.has(second)
  if (second === 'you' && words.length > 3 && WISHED.has(`${first} ${third}`)) return true
  if (words.length < 3 || /^(?:good|so|now|ever|indeed|then|though|,)$/.test(third)) return false
  if (third === 'really' && (words.length < 5 || !/^(?:do|does|did)$/.test(first))) return false
  if (ANYBODY.has(second)) return /^(?:do|does|did|are|is|was|have|has|can|could|will|would)$/.test(first)
  if (/^(?:do|does|did)$/.test(first))
    return /^(?:you|he|she|they|we)$/.test(second) || (first === 'did' && second === 'i')
  if (/^(?:are|is|was)$/.test(first)) return /^(?:you|he|she|they|it|this|that|there)$/.test(second)
  if (/^(?:can|shall|should)$/.test(first)) return /^(?:i|we)$/.test(second) && words.length > 3 && !words.includes(',')
  if (second === 'i') return first === 'have' && /^(?:told|been|seen|done)$/.test(third)
  return /^(?:have|has)$/.test(first) && (/^(?:you|he|she|they)$/.test(second) || (first === 'has' && second === 'it'))
}

/** ..., isn't it */
function endsInTag(words: readonly string[]): boolean {
  const [comma, aux = '', subject = ''] = words.slice(-3)
  if (comma !== ',' || !PRONOUNS.has(subject)) return false
  if (/n't$/.test(aux)) return words.length > 4
  // "You don't like him, do you"
  return words.slice(0, 4).includes(`${aux}n't`) || (aux === 'will' && words[1] === "won't")
}

function isAux(word: string | undefined): boolean {
  return word !== undefined && AUX.has(word)
}

/** "Can you hear me", "would you like some": a wish that is no order. */
const WISHED = new Set(
  'can hear|can see|can feel|can believe|can imagine|can smell|can remember|would like|would care|would rather|would prefer|could hear|could see|could feel'.split(
    '|',
  ),
)
const MODAL = /^(?:would|could|should|will|can|might)(?:n't)?$/
const ANYBODY = new Set('anybody anyone somebody someone everybody everyone nobody'.split(' '))
const WH = new Set('what where why how who when'.split(' '))
const AUX = new Set(
  (
    "is are was were am do does did have has had will would can could should shall might isn't aren't wasn't weren't don't " +
    "doesn't didn't haven't hasn't won't wouldn't can't couldn't shouldn't"
  ).split(' '),
)
const PRONOUNS = new Set('you he she they we i it'.split(' '))
const THINGS = new Set('the this that these those your my his her our their there'.split(' '))
const AFTER_S = new Set('the that this your his her my our their he she it wrong happening'.split(' '))
const MEASURES = new Set('long much many far old often soon bad big come'.split(' '))
const MEASURES_A_THING = new Set(['much', 'many'])
const OPENERS = new Set(
  'well so and but oh hey okay ok then now wait sorry no yes um uh er hmm ah hell seriously'.split(' '),
)
const FIRSTS = new Set([...WH, ...AUX])
/** Whole questions of two or three words. */
const SHORT = new Set(
  (
    'who else|what else|where else|how many|how much|how far|how long|how old|how bad|how soon|since when|says who|with what|where to|what for|with whom|with who|to whom|' +
    'by whom|for what|for how long|what happened|which one|which way|you did what|you what|how come|what kind|like what|what time|at what time|how so|in what way|about what'
  ).split('|'),
)
const WHO_DID = new Set(
  'did said told gave sent taught made hurt killed put took let hired called wrote asked brought stole broke started owns'.split(
    ' ',
  ),
)
const WHOM = new Set('it this that you him her me us them these those the'.split(' '))
const IDIOMS = new Set([
  'what do you know',
  'how do you do',
  'what can i say',
  'what could i say',
  'what did i tell you',
  'how are you',
])
const ASKED = new Set('asked asks inquired inquires enquired enquires queried queries'.split(' '))

const REQUESTS = new Set(
  (
    "tell give help let let's come don't leave stop wait sit stay make bring show play take go be say read sing look listen " +
    'pass hold keep get put try forgive excuse allow please call never promise'
  ).split(' '),
)
