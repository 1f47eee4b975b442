/**
 * What tells whether a comma belongs in a place, as short signs: the words around it, their kinds, how long the parts on
 * both sides are and where their verbs stand. Both the learning and the rules read a place by this file only.
 */
import { isFunctionWord, PREPOSITIONS } from '../function-words.ts'
import { OPEN_TO_ING } from '../participles.ts'
import { isStop } from '../sentences.ts'
import { wordKind } from '../word-kinds.ts'
import { addressStart, isAddress, isVerbToken, type Place, type PlacedWords } from './places.ts'

/** Each begins with a letter of its own for what it is about. The mark in the place itself is in none. */
export function signsOf(line: PlacedWords, { kind, left, right }: Place): string[] {
  const { parts, sentences } = line
  const part = parts[left]!
  const sentence = sentences[left]!
  const l1 = wordAt(line, left)
  const l2 = left > sentence ? wordAt(line, left - 1) : START
  const l3 = left > sentence + 1 ? wordAt(line, left - 2) : START
  const r1 = wordAt(line, right)
  const r2 = wordAt(line, right + 1)
  const r3 = isEnd(r2) ? END : wordAt(line, right + 2)
  const [k1, k2, k3] = [kindOf(l1), kindOf(l2), kindOf(l3)]
  const [q1, q2, q3] = [kindOf(r1), kindOf(r2), kindOf(r3)]
  const seen = partBefore(line, part, left)
  const coming = partAfter(line, right)
  const length = bucket(left - part + 1)
  const isFirst = part === sentence ? 'f' : 'l'
  const first = wordAt(line, part)
  const signs = [
    `a${l1}`,
    `b${l2}`,
    `c${r1}`,
    `d${r2}`,
    `e${r3}`,
    `f${k1}`,
    `g${k2} ${k1}`,
    `h${k1} ${q1}`,
    `i${q1} ${q2}`,
    `j${r1} ${q2}`,
    `k${l1} ${r1}`,
    `m${q2} ${q3}`,
    `n${k3} ${k2} ${k1}`,
    `o${isFirst}${first}`,
    `p${sentence === part ? '' : wordAt(line, sentence)}`,
    `q${length}${seen.finite}`,
    `r${bucket(left - sentence + 1)}`,
    `s${coming.length}${coming.end}`,
    `t${seen.since}`,
    `u${coming.finite}${coming.length}`,
    `v${seen.verb}`,
    `w${line.isSpeech(right) ? 's' : 'n'}${seen.finite}${coming.finite}`,
    `x${seen.waiting}`,
    `y${seen.preposition}`,
    `z${seen.open ? 'o' : ''}${coming.end}`,
    `A${k1} ${seen.since}`,
    `B${isFirst}${kindOf(first)} ${seen.finite}`,
    `C${q1} ${q2} ${coming.finite}`,
    `D${k1} ${seen.preposition}`,
    `E${l1.slice(-3)}`,
    `F${r2.slice(-3)}`,
  ]
  if (kind === 'named' || kind === 'naming') {
    const after = afterAddress(line, right)
    signs.push(`G${after}`, `H${k1} ${after}`, `I${k2} ${k1} ${after}`, `J${length}`, `K${l2} ${l1}`)
    if (kind === 'naming') signs.push(beforeAddress(line, left))
  } else if (kind === 'run-on') {
    signs.push(`G${k1} ${r1} ${q2}`, `H${k1} ${q2} ${coming.end}${coming.length}`, `I${seen.verb} ${k1}`)
    signs.push(
      `J${seen.waiting} ${seen.finite}`,
      `K${k2} ${k1} ${q1}`,
      `L${kindOf(first)} ${seen.verb}`,
      `M${l2} ${l1}`,
    )
  } else if (kind === 'relative') {
    signs.push(`G${/^it'?s?$/.test(first) ? 'it' : ''} ${r1}`, `H${l2} ${l1}`, `I${r1} ${coming.end}${coming.length}`)
  } else if (kind === 'participle') {
    signs.push(`G${seen.verb} ${seen.since}`, `H${seen.verb} ${k1}`, `I${seen.open ? 'o' : ''}${seen.finite} ${k1}`)
  } else if (kind === 'opening') {
    signs.push(
      `G${first} ${seen.finite}${coming.finite}`,
      `H${first} ${length}`,
      `I${k1} ${q1} ${seen.finite}${coming.finite}`,
    )
  } else if (kind === 'splice') {
    signs.push(`L${commas(line, sentence, left)}${coming.commas}`, `M${wordAt(line, sentence)} ${seen.finite}`)
  }
  return signs
}

const START = '^'
const END = '$'

function isEnd(word: string): boolean {
  return word === END || word === '?' || word === '!'
}

function wordAt(line: PlacedWords, at: number): string {
  const token = line.words[at]
  if (token === undefined || token.kind === 'close') return END
  if (token.kind === 'number') return '#'
  if (token.kind !== 'word')
    return isStop(token) ? (/[?!]/.test(token.text) ? token.text.slice(0, 1) : END) : token.text.slice(0, 1)
  if (token.shape === 'Capital') {
    if (line.isName(at)) return '@'
    const isFirst = line.sentences[at] === at
    if (!isFirst && !isFunctionWord(token.lower) && !token.lower.startsWith("i'")) return '@'
  }
  return token.lower
}

/** Function words, contractions and marks as they are; other words by their kind, rare ones by their ending. */
function kindOf(word: string): string {
  if (word.length < 2 || isFunctionWord(word)) return word
  const kind = wordKind(word)
  if (kind !== undefined) return kind
  if (word.endsWith('ing')) return '-ing'
  if (word.endsWith('ed')) return '-ed'
  if (word.endsWith('ly')) return '-ly'
  if (word.endsWith("'s")) return "-'s"
  if (word.includes("'")) return word
  return word.endsWith('s') ? '-s' : '-'
}

function bucket(count: number): string {
  if (count < 5) return String(count)
  return count < 7 ? '5' : count < 10 ? '7' : count < 15 ? '10' : '15'
}

interface PartBefore {
  /** How many finite verbs; 2 for more. */
  finite: number
  /** Words since the last of them; 4 for more, 9 for none. */
  since: number
  verb: string
  /** The last word that makes a clause depend on another. */
  waiting: string
  /** The last preposition and how far back it is. */
  preposition: string
  /** A verb that takes an -ing word. */
  open: boolean
}

function partBefore({ words }: PlacedWords, part: number, left: number): PartBefore {
  const seen: PartBefore = { finite: 0, since: 9, verb: '', waiting: '', preposition: '', open: false }
  for (let at = part; at <= left; at += 1) {
    const { lower } = words[at]!
    if (isVerbToken(words[at]!)) {
      seen.finite = Math.min(2, seen.finite + 1)
      seen.since = Math.min(4, left - at)
      seen.verb = lower
    }
    if (WAITING.has(lower)) seen.waiting = lower
    if (PREPOSITIONS.has(lower)) seen.preposition = left - at < 5 ? `${lower}${left - at}` : ''
    if (OPEN_TO_ING.has(lower)) seen.open = true
  }
  return seen
}

interface PartAfter {
  /** Words up to the next punctuation. */
  length: string
  /** That punctuation. */
  end: string
  /** Where the first finite verb stands; 0 for none near. */
  finite: number
  /** Whether commas come before the sentence ends. */
  commas: number
}

function partAfter({ words }: PlacedWords, right: number): PartAfter {
  let finite = 0
  let at = right
  while (at < words.length && (words[at]!.kind === 'word' || words[at]!.kind === 'number')) {
    if (finite === 0 && at - right < 5 && isVerbToken(words[at]!)) finite = at - right + 1
    at += 1
  }
  const mark = words[at]
  const end = mark === undefined ? END : mark.kind === 'mark' ? mark.text.slice(0, 1) : '"'
  return { length: bucket(at - right), end, finite, commas: end === ',' ? 1 : 0 }
}

function commas({ words }: PlacedWords, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at += 1) if (words[at]!.text === ',') count += 1
  return Math.min(2, count)
}

/** Whether the name that ends at `left` begins the sentence, and else the word before the comma before it. */
function beforeAddress(line: PlacedWords, left: number): string {
  const start = addressStart(line, left)
  if (start === line.sentences[left]) return 'L^'
  return line.words[start - 1]!.text === ',' ? `L, ${kindOf(wordAt(line, start - 2))}` : 'L-'
}

/** What stands after the name that begins at `at`. */
function afterAddress(line: PlacedWords, at: number): string {
  let end = at
  while (end < at + 3 && end < line.words.length && isAddress(line, end)) end += 1
  const word = wordAt(line, end)
  return word.length > 1 ? kindOf(word) : word
}

const WAITING = new Set(
  'when while if as once although though unless so such that because since before after until than who which what how where whether why whose like'.split(
    ' ',
  ),
)
