/**
 * Small patterns over tokens, written as text, for slips that show in the words around them. The rules own the tables;
 * here is only how a pattern is read and looked for.
 *
 * A pattern is a row of slots: `rather [then] @det|he|she`. What stands in `[]` is flagged. `a|b` is one of these
 * words, `@set` one of a set below, `-ing` any word that ends so, `*` any word, `#` a number, `.` punctuation or the
 * edge of the line, `^` the same where a sentence or a speech begins; `!a|b` anything but these; `a|b?` may be missing.
 * Slots stand side by side: a mark between two words is never skipped.
 */
import type { StoryFacts } from './facts.ts'
import type { ProseLine } from './prose-line.ts'
import { isStop } from './sentences.ts'
import type { Token } from './tokens.ts'
import { wordId } from './word-ids.ts'
import { baseOf } from './word-parts.ts'

export interface Frame {
  before: readonly Slot[]
  target: readonly Slot[]
  after: readonly Slot[]
  /** What should stand in the place of the flagged words, in lower case; '' takes them away. */
  right: string
  /** A whole sentence for the card. */
  why: string
}

/** Frames that are looked for together; `frameTable` makes one. */
export interface FrameTable {
  readonly frames: readonly Frame[]
  /** Its place among all tables. */
  readonly id: number
}

interface Ranked {
  frame: Frame
  /** The table's. */
  id: number
  /** Of two of a table that fit at one word the earlier is meant. */
  rank: number
}

/**
 * The frames of all tables whose flagged part begins with one word, apart by the word that has to stand right before or right
 * behind the part: of hundreds only those few are looked at whose neighbour is there.
 */
interface Candidates {
  before: Map<number, Ranked[]>
  after: Map<number, Ranked[]>
  /** Those of which no neighbour is a word by itself. */
  rest: Ranked[]
}

interface FrameMatch {
  frame: Frame
  /** Indexes of tokens, the last one included. */
  first: number
  last: number
}

interface Slot {
  words: ReadonlySet<string>
  /** Of the words, as in `wordId`. */
  ids: ReadonlySet<number>
  endings: readonly string[]
  /** `.`, `^`, `#`, `*` and `@name`. */
  edge: boolean
  beginning: boolean
  number: boolean
  any: boolean
  name: boolean
  negated: boolean
  optional: boolean
}

/** Frames from rows of `pattern => right`, one a line, that share a reason. */
export function frames(why: string, rows: string): Frame[] {
  return rows
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '')
    .map((row) => {
      const [pattern, right] = row.split('=>')
      if (pattern === undefined || right === undefined) throw new Error(`frames: no => in ${row}`)
      return compile(pattern.trim(), right.trim(), why)
    })
}

/** By `wordId`, the frames whose flagged part begins with the word: one look at it serves all tables. */
const byWord: (Candidates | undefined)[] = []
let tables = 0

export function frameTable(all: readonly Frame[]): FrameTable {
  const id = tables
  tables += 1
  for (const [rank, frame] of all.entries()) {
    for (const word of frame.target[0]!.ids) {
      byWord[word] ??= { before: new Map(), after: new Map(), rest: [] }
      file(byWord[word], { frame, id, rank })
    }
  }
  lastLine = null
  return { id, frames: all }
}

function file(candidates: Candidates, ranked: Ranked): void {
  const { before, target, after } = ranked.frame
  const [left, right] = [before.at(-1), target[1] ?? after[0]]
  if (left && isPlain(left)) for (const word of left.ids) put(candidates.before, word, ranked)
  else if (right && isPlain(right)) for (const word of right.ids) put(candidates.after, word, ranked)
  else candidates.rest.push(ranked)
}

/** Nothing but one of its words fits it. */
function isPlain({ words, endings, edge, beginning, number, any, name, negated, optional }: Slot): boolean {
  const isOpen = edge || beginning || number || any || name || negated || optional
  return words.size > 0 && endings.length === 0 && !isOpen
}

function put(map: Map<number, Ranked[]>, word: number, ranked: Ranked): void {
  const known = map.get(word)
  if (known) known.push(ranked)
  else map.set(word, [ranked])
}

/** A word of a line, by its index, and a frame whose nearest words are there. */
interface Start {
  at: number
  ranked: Ranked
}

/** The line that was looked at last, as one rule after the other asks for it, and for each table where its frames may begin. */
let lastLine: ProseLine | null = null
let lastStarts: readonly (Start[] | undefined)[] = []

const NONE = -1

function startsIn(line: ProseLine): readonly (readonly Start[] | undefined)[] {
  if (lastLine === line) return lastStarts
  const { tokens } = line
  const starts: (Start[] | undefined)[] = []
  const add = (at: number, some: readonly Ranked[] | undefined): void => {
    if (some === undefined) return
    for (const ranked of some) {
      const known = starts[ranked.id]
      if (known) known.push({ at, ranked })
      else starts[ranked.id] = [{ at, ranked }]
    }
  }
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!
    if (token.kind !== 'word') continue
    const candidates = byWord[token.id]
    if (candidates === undefined) continue
    add(at, candidates.before.get(tokens[at - 1]?.id ?? NONE))
    add(at, candidates.after.get(tokens[at + 1]?.id ?? NONE))
    add(at, candidates.rest)
  }
  lastLine = line
  lastStarts = starts
  return starts
}

/** Every place where a frame fits; of two at one word only the first. */
export function* findFrames({ id }: FrameTable, line: ProseLine, facts: StoryFacts): Generator<FrameMatch> {
  const starts = startsIn(line)[id]
  if (starts === undefined) return
  const { tokens } = line
  for (let next = 0; next < starts.length; ) {
    const { at } = starts[next]!
    let best: Ranked | null = null
    for (; next < starts.length && starts[next]!.at === at; next += 1) {
      const { ranked } = starts[next]!
      if ((best === null || ranked.rank < best.rank) && fitsAt(ranked.frame, tokens, at, facts)) best = ranked
    }
    if (best) yield { frame: best.frame, first: at, last: at + best.frame.target.length - 1 }
  }
}

function fitsAt({ before, target, after }: Frame, tokens: readonly Token[], at: number, facts: StoryFacts): boolean {
  for (let index = 0; index < target.length; index += 1) {
    if (!fits(target[index]!, tokens, at + index, facts)) return false
  }
  return (
    follows(before, before.length - 1, tokens, at - 1, -1, facts) &&
    follows(after, 0, tokens, at + target.length, 1, facts)
  )
}

/** `right` with the capitals of `like` (a first capital, or all of two letters or more) and the apostrophe asked for. */
export function dressed(right: string, like: string, apostrophe: 'straight' | 'curly' | null): string {
  const letters = like.replace(/[^\p{L}]/gu, '')
  let text = right
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase())
    text = text.toUpperCase()
  else if (letters.slice(0, 1) !== letters.slice(0, 1).toLowerCase())
    text = text.slice(0, 1).toUpperCase() + text.slice(1)
  const isCurly = like.includes('’') || (!like.includes("'") && apostrophe === 'curly')
  return isCurly ? text.replaceAll("'", '’') : text
}

/** All slots from `index` on, in the direction of `step`, fit the tokens from `at` on. */
function follows(
  slots: readonly Slot[],
  index: number,
  tokens: readonly Token[],
  at: number,
  step: 1 | -1,
  facts: StoryFacts,
): boolean {
  const slot = slots[index]
  if (slot === undefined) return true
  if (fits(slot, tokens, at, facts) && follows(slots, index + step, tokens, at + step, step, facts)) return true
  return slot.optional && follows(slots, index + step, tokens, at, step, facts)
}

function fits(slot: Slot, tokens: readonly Token[], at: number, facts: StoryFacts): boolean {
  return isOneOf(slot, tokens, at, facts) !== slot.negated
}

function isOneOf(slot: Slot, tokens: readonly Token[], at: number, facts: StoryFacts): boolean {
  const token = tokens[at]
  if (token === undefined || (token.kind !== 'word' && token.kind !== 'number')) {
    return slot.edge || (slot.beginning && isBeginning(tokens, at))
  }
  if (token.kind === 'number') return slot.number
  if (slot.any || slot.ids.has(token.id)) return true
  if (slot.name && token.shape === 'Capital' && facts.isName(baseOf(token.text))) return true
  return slot.endings.some((ending) => token.lower.length > ending.length + 1 && token.lower.endsWith(ending))
}

/** The edge of a line, the end of a sentence, or an opening quotation mark. */
function isBeginning(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token?.kind === 'close') return at > 0 && isStop(tokens[at - 1]!)
  return token === undefined || token.kind === 'open' || isStop(token)
}

function compile(pattern: string, right: string, why: string): Frame {
  const [before, rest] = pattern.split('[')
  const [target, after] = rest?.split(']') ?? []
  if (before === undefined || target === undefined || after === undefined)
    throw new Error(`frames: nothing to flag in ${pattern}`)
  return { before: slotsOf(before), target: slotsOf(target), after: slotsOf(after), right, why }
}

function slotsOf(row: string): Slot[] {
  if (row.trim() === '') return []
  return row.trim().split(/ +/).map(slotNamed)
}

/** Slots by how they are written: the same few stand in most rows. */
const slots = new Map<string, Slot>()

function slotNamed(text: string): Slot {
  let slot = slots.get(text)
  if (slot === undefined) {
    slot = slotOf(text)
    slots.set(text, slot)
  }
  return slot
}

function slotOf(text: string): Slot {
  const words = new Set<string>()
  const endings: string[] = []
  const kinds = new Set<string>()
  const negated = text.startsWith('!')
  const optional = text.endsWith('?')
  for (const part of text.slice(negated ? 1 : 0, optional ? -1 : undefined).split('|')) {
    const set = SETS[part]
    if (set !== undefined) for (const word of set.split(' ')) words.add(word)
    else if (KINDS.has(part)) kinds.add(part)
    else if (part.startsWith('-')) endings.push(part.slice(1))
    else if (part.startsWith('@')) throw new Error(`frames: no set ${part}`)
    else words.add(part)
  }
  return {
    words,
    ids: new Set([...words].map(wordId)),
    endings,
    edge: kinds.has('.'),
    beginning: kinds.has('^'),
    number: kinds.has('#'),
    any: kinds.has('*'),
    name: kinds.has('@name'),
    negated,
    optional,
  }
}

const KINDS = new Set(['.', '^', '#', '*', '@name'])

const SETS: Readonly<Record<string, string>> = {
  '@subj': 'i you he she it we they',
  '@obj': 'me you him her it us them',
  '@self': 'myself yourself himself herself itself ourselves themselves',
  '@poss': 'my your his her its our their',
  '@art': 'a an the',
  '@det': 'a an the this that these those my your his her its our their some any every each another',
  '@have':
    "have has had having i've you've we've they've haven't hasn't hadn't would've could've should've might've must've",
  '@be': "am is are was were be been being i'm you're he's she's it's we're they're isn't aren't wasn't weren't",
  '@modal':
    "can could will would shall should may might must can't cannot couldn't won't wouldn't shan't shouldn't mustn't i'll you'll he'll she'll we'll they'll",
  '@do': "do does did don't doesn't didn't",
  '@aux':
    "can could will would shall should may might must can't cannot couldn't won't wouldn't shan't shouldn't mustn't i'll you'll he'll she'll we'll they'll it'll do does did don't doesn't didn't to let lets let's",
  '@prep':
    'of in on at to for with from by about into onto over under through across around behind beside between after before against without within upon near toward towards',
  '@wh': 'what who why where when how if whether that which because',
}
