/** A thing that is counted, without "a", "the" or "her" before it, in narration: carried full bucket, went into kitchen, raised hand. */
import { COUNT_NOUNS, NEVER_BARE, PLURALS } from '../count-nouns.ts'
import type { Spot } from '../finding.ts'
import { isFunctionWord, PREPOSITIONS } from '../function-words.ts'
import type { ProseLine } from '../prose-line.ts'
import type { LineRule } from '../rule.ts'
import type { Token } from '../tokens.ts'

export const missingArticle: LineRule = {
  name: 'missing-article',
  level: 'default',
  kind: 'grammar',
  title: 'Missing “a”, “the” or “her”',
  explain:
    'A single thing that can be counted needs a small word before it: a full bucket, the kitchen, her hand. Set phrases ' +
    '(from door to door, at sea) and speech are left alone.',
  example: {
    wrong: 'He walked like a man who carries full bucket.',
    right: 'He walked like a man who carries a full bucket.',
  },
  source: 'Chicago Manual of Style 17th ed. 5.70–5.77 (articles); Quirk et al., Comprehensive Grammar 5.26–5.52.',
  *check(line) {
    if (line.heading) return
    const { tokens } = line
    for (let at = 1; at < tokens.length; at += 1) {
      const token = tokens[at]!
      if (token.shape !== 'lower') continue
      const { lower } = token
      const isOwned = BODY.has(lower) || KIN.has(lower) || PAIRED.has(lower)
      const spot =
        callingSpot(line, at) ??
        ofSpot(line, at) ??
        (line.isSpeech(token.start) ? null : isOwned ? bodySpot(line, at) : null) ??
        ((COUNT_NOUNS.has(lower) || ABSTRACT.has(lower) || AILMENTS.has(lower)) && !line.isSpeech(token.start)
          ? thingSpot(line, at)
          : null)
      if (spot) yield spot
    }
  },
}

/** "My father was teacher": whoever says so, it is one of many. */
function callingSpot({ tokens }: ProseLine, at: number): Spot | null {
  const token = tokens[at]!
  const before = tokens[at - 2]
  const isWork = tokens[at - 1]!.lower === 'as' && WORKS.has(before?.lower ?? '')
  if (!CALLINGS.has(token.lower) || before?.kind !== 'word') return null
  if (!isWork && !BEINGS.has(tokens[at - 1]!.lower)) return null
  const next = tokens[at + 1]
  const isEnd =
    isWork || next === undefined || (next.kind === 'mark' && /^[.,;!?]/.test(next.text)) || next.kind === 'close'
  if (!isEnd && !(next.lower === 'in' || next.lower === 'at')) return null
  if (!isWork && isFunctionWord(before.lower) && !CALLED.has(before.lower)) return null
  const right = `${/^[aeiou]/.test(token.lower) ? 'an' : 'a'} ${token.text}`
  return {
    offset: token.start,
    length: token.end - token.start,
    message: `What somebody is by calling has “a” before it: “${right}”.`,
    replacements: [right],
  }
}

/** "Both of hands", "one of soldiers". */
function ofSpot({ tokens }: ProseLine, at: number): Spot | null {
  const token = tokens[at]!
  const isPart = PAIRED.has(token.lower)
  if (!isPart && !SEVERAL.has(token.lower)) return null
  if (tokens[at - 1]!.lower !== 'of' || !PORTIONS.has(tokens[at - 2]?.lower ?? '')) return null
  let owner = 'the'
  for (let before = at - 3; isPart && before >= 0; before -= 1) {
    const found = OWNERS.get(tokens[before]!.lower)
    if (found === undefined) continue
    owner = found
    break
  }
  return {
    offset: token.start,
    length: token.end - token.start,
    message: `A small word is missing before “${token.text}”: “${owner}”.`,
    replacements: [`${owner} ${token.text}`],
  }
}

/** "moved hand", "had buried brother": the owner is who did it. */
function bodySpot({ tokens, text }: ProseLine, at: number): Spot | null {
  const verb = tokens[at - 1]!
  const doer = tokens[tokens[at - 2]?.lower === 'had' ? at - 3 : at - 2]
  const { lower } = tokens[at]!
  const isDone = (KIN.has(lower) ? MEETS : PAIRED.has(lower) ? PAIR_MOVES : MOVES).has(verb.lower)
  if (doer === undefined || !isDone || !endsHere(tokens, at)) return null
  // Head over heels, face to face.
  if (tokens[at + 1]?.lower === 'over') return null
  const owner = OWNERS.get(doer.lower)
  if (owner === undefined && (/['’]s?$/.test(doer.text) || doer.shape !== 'Capital' || isFunctionWord(doer.lower)))
    return null
  const noun = tokens[at]!.text
  const owners = owner === undefined ? ['her', 'his'] : [owner]
  return {
    offset: verb.start,
    length: tokens[at]!.end - verb.start,
    message: `Whose ${noun}?`,
    replacements: owners.map((word) => `${text.slice(verb.start, verb.end)} ${word} ${noun}`),
  }
}

function thingSpot({ tokens, text }: ProseLine, at: number): Spot | null {
  let first = at
  while (first > 1 && at - first < 3 && tokens[first - 1]!.shape === 'lower' && QUALITIES.has(tokens[first - 1]!.lower))
    first -= 1
  const opener = tokens[first - 1]!
  if (opener.shape !== 'lower' || !endsHere(tokens, at) || isPaired(tokens, at)) return null
  const before = tokens[first - 2]
  const { lower } = tokens[at]!
  const isNeverBare = NEVER_BARE.has(lower)
  const isAbstract = ABSTRACT.has(lower)
  const isCalling = CALLINGS.has(lower) && tokens[at + 1]?.kind === 'mark'
  const isSaidOfOne =
    (first < at || (isNeverBare && !isAbstract) || isCalling) &&
    COPULAS.has(opener.lower) &&
    !STUFFS.has(lower) &&
    before !== undefined &&
    ONES.has(before.lower)
  const isGiven = GIVES.has(before?.lower ?? '') && GIVEN.has(opener.lower)
  const isHad =
    ((!isAbstract && TAKES.has(opener.lower)) ||
      (HAVING.has(opener.lower) && (first < at || isNeverBare || AILMENTS.has(lower)))) &&
    before !== undefined &&
    (DOERS.has(before.lower) || (before.shape === 'Capital' && !/['’]s?$/.test(before.text)))
  const isAfter = isNeverBare
    ? PREPOSITIONS.has(opener.lower) && !NOT_BEFORE.has(opener.lower)
    : first === at && INTO.has(opener.lower) && (!NO_PLACES.has(lower) || (opener.lower === 'to' && GOALS.has(lower)))
  const isWhere = !isAbstract && !SET_PHRASES.has(lower) && isAfter && isGoing(opener, before)
  const isSuch = opener.lower === 'such' && !SOME.has(before?.lower ?? '')
  const isLookedAt = opener.lower === 'at' && LOOKS.has(before?.lower ?? '') && !isAbstract
  const isThere =
    COPULAS.has(opener.lower) &&
    before?.lower === 'there' &&
    (!isAbstract || isNeverBare) &&
    !STUFFS.has(lower) &&
    lower !== 'room'
  const isPicked = !isAbstract && first === at && PARTICLES.has(opener.lower) && PICKS.has(before?.lower ?? '')
  const isTaken = !isAbstract && TAKING.has(opener.lower) && before !== undefined && IN_COURSE.has(before.lower)
  // "The sort of boy", "a matter of small moment".
  if (opener.lower === 'of' && KINDS.has(before?.lower ?? '')) return null
  if (!isSaidOfOne && !isHad && !isWhere && !isSuch && !isGiven && !isLookedAt && !isThere && !isTaken && !isPicked)
    return null
  const start = tokens[first]!
  const phrase = text.slice(start.start, tokens[at]!.end)
  const indefinite = `${/^(?:[aeio]|un|um|ug)/.test(start.lower) ? 'an' : 'a'} ${phrase}`
  const definite = `the ${phrase}`
  return {
    offset: start.start,
    length: tokens[at]!.end - start.start,
    message: `A small word is missing before “${phrase}”: “a”, “the”, “her” …`,
    replacements:
      isSaidOfOne || isSuch || isThere
        ? [indefinite]
        : isWhere || isLookedAt || isPicked || KNOWN.has(opener.lower)
          ? [definite, indefinite]
          : [indefinite, definite],
  }
}

/** The noun is the last word of its phrase: "kitchen door" and "boy's bag" go on. */
function endsHere(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  if (next === undefined) return true
  if (next.kind === 'word') {
    if (next.start !== tokens[at]!.end + 1) return false
    if (next.lower === 'and') return goesOn(tokens[at + 2])
    if (/^(?:stand|sitt|ly|wait|hold|wear|look|com|walk|hang|smil)ing$/.test(next.lower)) return true
    return isFunctionWord(next.lower) && !PAIRS.has(next.lower)
  }
  return next.kind === 'mark' && /^[.;:!?,]/.test(next.text)
}

/** "opened door and looked": what follows "and" is no second thing. */
function goesOn(token: Token | undefined): boolean {
  return (
    token?.kind === 'word' &&
    (/(?:[^e]ed|stood|went|came|saw|said|took|ran|fell|sat)$/.test(token.lower) || GOES_ON.has(token.lower))
  )
}

/** "to garden" and "to skirt the wood" are verbs; "went to garden" is not. */
function isGoing(opener: Token, before: Token | undefined): boolean {
  return opener.lower !== 'to' || (before !== undefined && GOES.has(before.lower))
}

/** "from door to door": without an article on purpose. "Man and boy" is none that ends here. */
function isPaired(tokens: readonly Token[], at: number): boolean {
  const noun = tokens[at]!.lower
  for (let near = Math.max(0, at - 4); near < tokens.length && near <= at + 4; near += 1) {
    if (near !== at && tokens[near]!.lower === noun) return true
  }
  return false
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** "It was green apple", "cold stone": what it is made of, or tastes of. */
const STUFFS = set('apple cake egg stone rock bone cloud feather')

/** In pencil, at bridge, in dress, without exception, in story. */
const SET_PHRASES = set('pencil bridge dress exception story')

const GOES_ON = set('he she i we they it then the a an his her my their there')

/** After these something is looked at. */
const LOOKS = set('looked looking look stared staring gazed gazing glanced glancing glared pointed pointing nodded')

/** “picked up phone”, “put down book”: not “up hill”, which is no verb's. */
const PARTICLES = set('up down on off')
const PICKS = set('picked pick picking put laid threw took hung snatched pulled')

/** In the course of doing: "was holding gun". */
const TAKING = set('holding wearing carrying opening closing riding driving drawing pulling pushing dragging buying')
const IN_COURSE = set('was is were am are been')

const GOALS = set('forest tower palace island mountain field')

/** Counted, but in too many phrases without “a” to be looked at anywhere but after a quality: "such beautiful place". */
const ABSTRACT = set(
  'place day night idea thing way feeling problem question mistake dream plan voice smile face look person life story game job party dinner morning evening',
)

/** What one has from time to time. */
const AILMENTS = set('headache nightmare')

const GIVES = set('gave give gives brought brings handed showed bought sent')

/** Not “her”, which may say whose it is. */
const GIVEN = set('me him us them you')

const HAVING = set('had has have')

/** "Some such thing", "no such place". */
const SOME = set('some any no one every many another')

const KINDS = set('bit sort kind type form piece length fragment matter feet foot')

const PAIRS = set('and or nor by after upon as')

/** Of a person; not "father", which is a name as well. */
const KIN = set('brother sister husband wife daughter son grandfather grandmother uncle aunt')

const MEETS = set(
  'buried killed lost loved kissed hugged missed hated married visited betrayed remembered followed thanked helped saw met told asked watched found forgave saved trusted',
)

const PAIRED = set('eyes hands arms fists teeth shoulders lips legs knees feet fingers wings')

const PAIR_MOVES = set(
  'closed opened rubbed rolled narrowed wiped clenched gritted shrugged folded crossed raised lifted lowered spread stretched washed shut',
)

const SEVERAL = new Set(PLURALS.values())

const PORTIONS = set('both each one two three some many most none either neither')

const WORKS = set('work works worked working job hired disguised dressed')

const BEINGS = set('was is am were')

const CALLED = set('he she i who')

const CALLINGS = set(
  'singer dancer painter waiter waitress baker butcher carpenter engineer writer mechanic secretary fisherman merchant blacksmith tailor journalist scientist musician hunter gardener ' +
    'programmer pilot surgeon actor actress monk priest doctor nurse teacher student farmer miller thief lawyer driver policeman sailor stranger knight witch wizard orphan widow giant',
)

const COPULAS = set('was is')

const ONES = set('he she it this that')

const DOERS = set('he she it i we they who')

const TAKES = set(
  'carries carried carry held holds has wore wears took takes opened opens closed closes shut found finds saw sees bought buys brought brings grabbed dropped lifted wrote ' +
    'picked entered reached crossed drew pulled pushed lit climbed stole sold',
)

/** What one opens or reaches was there before. */
const KNOWN = set('opened opens closed closes shut entered reached crossed climbed')

/** "Per month", "as friend", "out past midnight", "turned down wall after wall": adverbs and set phrases as well. */
const NOT_BEFORE = set('per as than via till until since up down out off past outside inside')

/** After these a place stands, and the other ones are in too many phrases. */
const INTO = set('into inside behind beside through across toward towards near under in on at from to')

const GOES = set('went came ran walked returned rushed hurried back over close next')

const NO_PLACES = set(
  'story hammer wing stone rock bone cake egg rope chain flower leaf cloud field street tree forest feather wing apple hill mountain island book tower palace court letter camera umbrella ' +
    'child baby king queen man woman boy girl husband wife brother sister uncle aunt horse cloth ' +
    'curtain candle lamp guard glove ring skirt hat cap plate door room house wall',
)

const MOVES = set('moved raised lifted lowered shook turned tilted bowed stretched extended withdrew')

const BODY = set('hand head arm chin finger mouth')

const OWNERS: ReadonlyMap<string, string> = new Map([
  ['he', 'his'],
  ['she', 'her'],
  ['i', 'my'],
  ['it', 'its'],
  ['they', 'their'],
  ['we', 'our'],
])

const QUALITIES = set(
  'very full empty small big large huge tiny old young good bad great little long short tall dark bright cold hot warm wet dry heavy light red black white green blue gray grey brown yellow ' +
    'strong weak brave kind nice useful beautiful pretty ugly strange new broken rusty wooden golden clever poor rich wise happy sad quiet thin fat thick narrow wide deep sharp round ' +
    'lonely evil gentle friendly dangerous famous powerful lovely simple stupid lazy proud tired hungry sick dead dirty clean special important perfect',
)
