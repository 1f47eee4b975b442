/**
 * Your and you're, its and it's, their, there and they're, told by what stands on both sides: a thing that can be owned
 * or an adjective after a preposition wants the possessive; a word that begins a new phrase cannot follow one.
 */
import { isFiniteVerb } from '../finite-verbs.ts'
import { isFunctionWord } from '../function-words.ts'
import type { Token } from '../tokens.ts'

export interface PossessiveSlip {
  /** Index of the token. */
  at: number
  /** In lower case, with a straight apostrophe. */
  right: string
  /** A whole sentence for the card. */
  why: string
}

export function* possessiveSlips(tokens: readonly Token[]): Generator<PossessiveSlip> {
  for (const [at, { kind, lower }] of tokens.entries()) {
    if (kind !== 'word') continue
    const pair = PAIRS.get(lower)
    if (pair === undefined) continue
    const [owner, verb] = pair
    if (lower === verb || lower === 'there') {
      if (wantsOwner(tokens, at))
        yield { at, right: owner, why: `“${owner}” says whose something is; “${lower}” does not.` }
    } else {
      const right = verbFor(tokens, at, lower)
      if (right !== null) yield { at, right, why: `“${lower}” says whose something is; here “${right}” is meant.` }
    }
  }
}

/** A map, as no word may meet what every object has: "constructor" is a word too. */
const PAIRS: ReadonlyMap<string, readonly [owner: string, verb: string]> = new Map([
  ['your', ['your', "you're"]],
  ["you're", ['your', "you're"]],
  ['its', ['its', "it's"]],
  ["it's", ['its', "it's"]],
  ['their', ['their', "they're"]],
  ["they're", ['their', "they're"]],
  ['there', ['their', "they're"]],
])

function wantsOwner(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at]!
  const next = tokens[at + 1]
  if (next?.kind !== 'word' || next.shape !== 'lower' || isFunctionWord(next.lower) || /ing$/.test(next.lower))
    return false
  const before = tokens[at - 1]?.kind === 'word' ? tokens[at - 1]!.lower : ''
  const after = tokens[at + 2]?.lower ?? ''
  const isThing = OWNED.has(next.lower) && !/^(?:and|enough|or)$/.test(after)
  if (lower === 'there') {
    return (
      OWNED.has(next.lower) && (THROUGHOUT.has(before) || TAKING.has(before)) && before !== 'from' && before !== 'to'
    )
  }
  const isAlong = lower === "you're" ? !ALONE.has(next.lower) : ALONG.has(before)
  if (isThing && (isAlong || THROUGHOUT.has(before) || TAKING.has(before))) return true
  if (/ly$/.test(next.lower)) return false
  if (TAKING.has(before) || ASKING.has(before)) return !PREDICATES.has(next.lower)
  // "What you're at you're good at" ends there; "with it's good name" goes on.
  const goesOn = tokens[at + 2]?.kind === 'word' && !isFunctionWord(after)
  if (THROUGHOUT.has(before)) return goesOn || !PREDICATES.has(next.lower)
  return INSIDE.has(before) && !PREDICATES.has(next.lower) && !isWaiting(tokens, at)
}

/** A clause that began with "when" may end right before: "when you are in it's warm". */
function isWaiting(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; tokens[back]?.kind === 'word'; back -= 1) if (WAITING.has(tokens[back]!.lower)) return true
  return false
}

/** What stands for the possessive at `at`; null where it may be right. */
function verbFor(tokens: readonly Token[], at: number, lower: string): string | null {
  const next = tokens[at + 1]
  const after = tokens[at + 2]?.lower ?? ''
  const before = tokens[at - 1]
  if (lower === 'their' && (next === undefined || (next.kind !== 'word' && /^[.,!?;”"]$/.test(next.text)))) {
    return before?.kind === 'word' ? 'there' : null
  }
  if (next?.kind !== 'word' || (next.shape !== 'lower' && next.text !== 'I')) return null
  if (
    BEGINNING.has(next.lower) &&
    !(next.lower === 'so' && after === 'called') &&
    !(next.lower === 'not' && /^(?:in|un|im)/.test(after))
  ) {
    if (lower !== 'their') return PAIRS.get(lower)![1]
    return /^(?:not|so|too)$/.test(next.lower) ? "they're" : 'there'
  }
  if (lower === 'their') return COMING.has(next.lower) && COME.has(after) ? 'there' : null
  if (before !== undefined && before.kind === 'word' && !OPENING.has(before.lower)) return null
  if (PREDICATES.has(next.lower)) {
    const end = tokens[at + 2]
    if (isPairOfQualities(tokens, at + 1)) return null
    return end === undefined || end.kind !== 'word' || PREDICATE_ENDS.has(end.lower) ? PAIRS.get(lower)![1] : null
  }
  if (lower !== 'your' || !isDoing(next.lower, after) || /^[—–-]/.test(before?.text ?? '')) return null
  for (let rest = at + 2; tokens[rest]?.kind === 'word'; rest += 1) if (isFiniteVerb(tokens[rest]!.lower)) return null
  return PAIRS.get(lower)![1]
}

/** "Its clear and easy articulation": what is so is still to come. */
function isPairOfQualities(tokens: readonly Token[], at: number): boolean {
  if (tokens[at + 1]?.lower !== 'and') return false
  return [tokens[at + 2], tokens[at + 3]].every(
    (token) => token?.shape === 'lower' && !isFunctionWord(token.lower) && !isFiniteVerb(token.lower),
  )
}

/** "Your paying for it", "your staying here": nothing that somebody has, and what follows goes with the doing. */
function isDoing(lower: string, after: string): boolean {
  if (!/..ing$/.test(lower) || DEEDS.has(lower)) return false
  if (DOING_TO.has(after)) return true
  return (DOING.has(lower) && DOING_ENDS.has(after)) || (STAYING.has(lower) && STAYING_ENDS.has(after))
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Prepositions that never end a clause before another begins without a comma. */
const THROUGHOUT = words(
  'of with from into onto upon against beneath beside between among toward towards within to at under behind without',
)

/** These may. */
const ALONG = words(
  'in on by up over around through across down off out about for near above below after before along beyond and',
)

/** Of these, those that hardly end a clause at all but after a waiting word. */
const INSIDE = words('in on by over for through around')

const WAITING = words(
  'when if once after before as while until since because where whenever though although come comes came go goes went get gets got what that',
)

/** These may be what somebody is, or where. */
const ALONE = words(
  'friends friend family money company business home homes past part cause light sleep dinner work way blood employees members owners owner children parents age times time shadow history story life beauty dress cut',
)

/** Verbs that take a thing, never a clause. */
const TAKING = words(
  'take takes took taken taking bring brought put puts wash washed comb combed open opened close closed shut raise raised lower lowered lift lifted bear bore ' +
    'use used using lose lost losing break broke shake shook wave waved rub rubbed pull pulled push pushed follow followed reach reached enter entered ' +
    'cross crossed fill filled cover covered touch touched kiss kissed join joined serve served change changed earn earned spend spent give gave giving gives ' +
    'have having meet met leave left hold held holding keep kept keeping blow blew spread turn turned wag wagged drop dropped carry carried wear wore show showed ' +
    'clean cleaned cut clear cleared fold folded move moved throw threw point pointed drink drank eat ate finish finished save saved',
)

/** A question has begun, and its subject comes now. */
const ASKING = words("do does did can could will would should shall don't doesn't didn't couldn't wouldn't won't can't")

/** None of these stands after a possessive. */
const BEGINNING = words(
  'a an the this that these those he she they we i me him us them my his her our at on to from because if when why so not',
)

const COMING = words('remained came seemed appeared followed existed stood lay lived')
const COME = words('a an the to no only from nothing little some something')

/** A clause may begin after these. */
const OPENING = words(
  'that but because if while although though think suppose hope guess believe sure afraid course since until say said know when unless',
)

const PREDICATES = words(
  'ready sure afraid glad sorry lucky crazy welcome wrong right late alive honest wiry better worse easier harder hungry tired busy done able unable aware difficult ' +
    'impossible important true possible dangerous gone dead lovely wonderful terrible awful horrible cold hot warm dark early nice good bad fine clear obvious ' +
    'evident certain likely unlikely mad angry jealous kind mistaken beautiful funny strange odd queer sad safe sick ill well drunk free alone nothing something ' +
    'raining snowing over poison enough settled useless pretty hard easy cruel unfair quite rather perfectly really certainly probably simply only all',
)

const PREDICATE_ENDS = words(
  'to that for if when because about of with at now then you and or but than as too here there',
)

const DOING = words(
  'getting asking pulling making doing talking taking trying going looking saying thinking telling giving acting hurting killing scaring wasting missing ' +
    'wearing standing sitting crying bleeding lying smoking drinking eating playing working running walking leaving forgetting holding breaking hiding keeping',
)

/** Things in -ing, which somebody has. */
const DEEDS = words(
  'thing things being king ring wing string spring morning evening wedding building ceiling meeting feeling painting drawing clothing warning blessing darling sibling offering beginning ending ' +
    'hearing standing understanding writing timing upbringing training reading bearing calling winning earning saving dwelling lodging stocking something anything nothing everything',
)

/** Something is done to them. */
const DOING_TO = words('me him us them it a an the my his her our this that these those')

/** Somebody stays or goes. */
const STAYING = words(
  'coming staying sleeping leaving moving living dying starting sitting riding driving sharing eating fighting training working dancing singing cheating lying bleeding trembling shivering drooling shaking blushing joking kidding smiling glowing limping',
)

const STAYING_ENDS = words('here home there with on in at tonight tomorrow today now again back too together after')

const DOING_ENDS = words(
  'me him us them it a an the my his her this that up down out as at on to with for more too so like about',
)

/** Things, parts and people that somebody has one or a pair of, and that never follow "you are" without an article. */
const OWNED = words(
  'own eyes eye face faces head heads hand hands arm arms leg legs foot feet finger fingers hair mouth mouths lips lip nose ear ears tongue neck throat shoulder ' +
    'shoulders chest back heart hearts mind minds voice voices body bodies blood skin cheek cheeks knees knee tail tails wing wings claws paws fur teeth fist fists ' +
    'brow breath stomach belly bones soul mother father brother sister son daughter wife husband mistress master uncle aunt cousin parents children friends friend ' +
    'family name names house houses room rooms home homes bed door window windows bag coat hat hats shoes boots clothes dress pocket pockets sword gun knife ring ' +
    'book letter phone car cars horse horses dog table desk chair seat seats place places life lives way ways job work business businesses money fault turn story ' +
    'idea ideas plan plans opinion opinions choice prayers hopes dreams thoughts feelings memory memories past future own age case cause course share part habit ' +
    'habits consent investigation investigations imagination attention advice help promise duty word words time times day days sleep dinner supper tea breakfast ' +
    'lunch weapon weapons ship boat walls wall roof roofs gates doors leaves branches roots boughs surface edge edges side sides source contents value beauty depths ' +
    'weight size shape colour color light shadow shadows owner owners employees members wives husbands dads habit offices office tasks task money company presence absence ' +
    'destination destinations tempers temper anger pride secret secrets purpose silence significance effect effects sake',
)
