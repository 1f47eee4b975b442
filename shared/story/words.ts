/**
 * What a word is. A word is a run of letters, digits and their marks. Apostrophes, hyphens, full stops, underscores and
 * soft hyphens inside it belong to it when single ("don't", "well-known", "e.g", "3.14"), commas and colons only
 * between digits ("1,000", "10:30"); dashes and doubled hyphens part words. Scripts that write without spaces (Chinese,
 * Japanese, Thai, Lao, Khmer, Burmese) are parted by Intl.Segmenter. A scanner and not a regular expression, which fails
 * on a word of a million characters.
 */

/** How many words stand in a text. */
export function countWords(text: string): number {
  let count = 0
  for (let word = wordFrom(text, 0); word; word = wordFrom(text, word.end)) count += sizeOf(text, word)
  return count
}

/** The first `most` words with all that stands between them, trimmed; `cut` says whether there were more. */
export function firstWords(text: string, most: number): { text: string; cut: boolean } {
  let count = 0
  let end = 0
  for (let word = wordFrom(text, 0); word; word = wordFrom(text, word.end)) {
    count += sizeOf(text, word)
    if (count > most && end > 0) return { text: text.slice(0, end).trim(), cut: true }
    end = word.end
  }
  return { text: text.trim(), cut: false }
}

interface Word {
  /** UTF-16 code units. */
  start: number
  end: number
  unspaced: boolean
}

const [OTHER, LETTER, UNSPACED, DIGIT, MARK, JOINER, DIGIT_JOINER] = [0, 1, 2, 3, 4, 5, 6]

/** The first word at or after `from`. */
function wordFrom(text: string, from: number): Word | null {
  let start = from
  let kind = kindAt(text, start)
  while (start < text.length && !isBase(kind)) {
    start += widthAt(text, start)
    kind = kindAt(text, start)
  }
  if (start >= text.length) return null
  let unspaced = false
  let base = kind
  let end = start
  for (;;) {
    if (isBase(kind)) {
      base = kind
      unspaced ||= kind === UNSPACED
    } else if (kind === JOINER || kind === DIGIT_JOINER) {
      const next = kindAt(text, end + 1)
      const joins = kind === JOINER ? isBase(next) : base === DIGIT && next === DIGIT
      if (!joins) break
    } else if (kind !== MARK) break
    end += widthAt(text, end)
    kind = kindAt(text, end)
  }
  return { start, end, unspaced }
}

function isBase(kind: number): boolean {
  return kind === LETTER || kind === UNSPACED || kind === DIGIT
}

function widthAt(text: string, at: number): number {
  return text.codePointAt(at)! > 0xffff ? 2 : 1
}

/** Kinds of the code points below U+10000 as they come up: the properties are slow to ask. 255: not asked yet. */
const known = new Uint8Array(0x10000).fill(255)

function kindAt(text: string, at: number): number {
  const point = text.codePointAt(at)
  if (point === undefined) return OTHER
  if (point > 0xffff) return kindOf(point)
  if (known[point] === 255) known[point] = kindOf(point)
  return known[point]!
}

function kindOf(point: number): number {
  const character = String.fromCodePoint(point)
  if (/['’‘.\-‐‑_\u00ad\u200c\u200d]/u.test(character)) return JOINER
  if (/[,:]/.test(character)) return DIGIT_JOINER
  if (/\p{M}/u.test(character)) return MARK
  if (/\p{N}/u.test(character)) return DIGIT
  if (!/\p{L}/u.test(character)) return OTHER
  return UNSPACED_SCRIPT.test(character) ? UNSPACED : LETTER
}

const UNSPACED_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** Code units given to the segmenter at once: its time grows with the square of a long run. */
const PIECE = 1000

function sizeOf(text: string, { start, end, unspaced }: Word): number {
  if (!unspaced) return 1
  let count = 0
  for (let at = start; at < end; at += PIECE) {
    const piece = text.slice(at, Math.min(end, at + PIECE))
    for (const segment of segmenter.segment(piece)) if (segment.isWordLike) count += 1
  }
  return count
}
