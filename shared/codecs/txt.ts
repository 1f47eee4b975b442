/**
 * Plain text, byte for byte. Reading parts a file into lines with words and the line ends between them; writing puts them
 * together again, so that an unchanged story is its file and a changed line changes only its own bytes. Only "\n", "\r"
 * and "\r\n" are line ends; every other character is text and is never trimmed, normalised or replaced.
 */
import { Refusal } from '../refusals.ts'
import { EOL_LETTERS, type EolLetter, MARKS, MAX_GAP } from '../story/attributes.ts'
import type { Draft, Line } from '../story/draft.ts'
import type { Encoding, Eol, FileForm } from '../story/file-form.ts'
import { endsOf, lineText } from '../story/lines.ts'
import type { Codec, Manuscript, ReadResult, WriteOptions } from './codec.ts'
import type { Edition, View } from './edition.ts'
import { BOMS, decode, ENCODING_NAMES, encode, firstUnencodable, nameOfCharacter, startsWithBom } from './encodings.ts'
import type { Loss } from './loss.ts'
import { openLeftOut } from './losses.ts'

/**
 * Reads a text file. Without `encoding`: the byte order mark decides; else strict UTF-8; else UTF-16 where NULs stand as
 * in UTF-16; else Windows-1252. The last two are guesses; UTF-8 is not, since other text hardly ever passes for it.
 * Throws Refusal `not-lossless` where the encoding cannot read the file (with the byte offset) or reads a NUL character in it, which
 * is no text; `too-large` for one of more than `mostLines` lines with words.
 */
export function readTxt(
  bytes: Uint8Array,
  options: { encoding?: Encoding | undefined; mostLines?: number | undefined } = {},
): ReadResult {
  const { encoding, guessed } = options.encoding ? { encoding: options.encoding, guessed: false } : detect(bytes)
  const bom = startsWithBom(bytes, encoding)
  const text = decode(bytes, encoding, bom ? BOMS[encoding].length : 0)
  const nul = text.indexOf('\0')
  if (nul >= 0) {
    throw new Refusal(
      'not-lossless',
      `This is not a plain text file: character ${nul + 1} is a NUL. If it is text in UTF-16, choose that encoding.`,
    )
  }
  const { draft, ...ends } = linesOf(text, options.mostLines ?? Number.POSITIVE_INFINITY)
  return { draft, form: { encoding, bom, ...ends }, guessed }
}

/** The encodings that read the file without loss, the likeliest first; [] where none does. */
export function encodingsFor(bytes: Uint8Array): Encoding[] {
  const first = detect(bytes).encoding
  const order = new Set<Encoding>([first, 'utf-8', 'windows-1252', 'utf-16le', 'utf-16be'])
  return [...order].filter((encoding) => reads(bytes, encoding))
}

/** How often each line end occurs in a file, as it was read: "\n", "\r\n" and "\r". */
export function countEols({ draft, form }: Pick<ReadResult, 'draft' | 'form'>): Record<Eol, number> {
  const counts: Record<Eol, number> = { '\n': 0, '\r\n': 0, '\r': 0 }
  for (const [index, line] of draft.lines.entries()) for (const eol of endsOf(line, index, form)) counts[eol] += 1
  for (const eol of eolsOf(form.ending)) counts[eol] += 1
  return counts
}

/**
 * The file's characters, without byte order mark. A lone "\r" directly before a "\n" would read back as one line end;
 * edits can bring them together, and then the one that is not the file's usual line end is written as the usual one.
 */
export function fileText(draft: Draft, form: FileForm): string {
  /** Line ends that stand next to each other, each group before a line's words; the last group is the ending. */
  const groups: { ends: Eol[]; words: string }[] = []
  for (const [index, line] of draft.lines.entries()) {
    const ends = endsOf(line, index, form)
    const last = groups.at(-1)
    if (last && last.words === '') {
      for (const eol of ends) last.ends.push(eol)
      last.words = lineText(line)
    } else groups.push({ ends, words: lineText(line) })
  }
  const last = groups.at(-1)!
  if (last.words === '') for (const eol of eolsOf(form.ending)) last.ends.push(eol)
  else groups.push({ ends: eolsOf(form.ending), words: '' })
  return groups.map(({ ends, words }) => keptApart(ends, form.eol).join('') + words).join('')
}

/** All that a text file is made of; what is said of it is only counted. */
export type TextManuscript = Pick<Manuscript, 'draft' | 'form' | 'name' | 'source'> & {
  edition?: Pick<Edition, 'notes' | 'suggestions' | 'view'>
}

export const txt = {
  format: 'txt',
  extension: '.txt',
  views: ['now', 'accepted'] as readonly View[],
  write({ draft, form, edition }: TextManuscript, options: WriteOptions = {}) {
    const encoding = options.encoding ?? form.encoding
    const text = fileText(draft, form)
    refuseUnencodable(text, encoding)
    const words = encode(text, encoding)
    const bom = form.bom ? BOMS[encoding] : []
    const bytes = new Uint8Array(bom.length + words.length)
    bytes.set(bom)
    bytes.set(words, bom.length)
    const losses = [...(edition ? openLeftOut(edition) : []), ...lossesOf(draft, edition?.notes.length ?? 0)]
    return { bytes, mediaType: `text/plain; charset=${encoding}`, losses }
  },
} satisfies Codec

const LETTERS = new Map(Object.entries(EOL_LETTERS).map(([letter, eol]) => [eol, letter as EolLetter]))

function detect(bytes: Uint8Array): { encoding: Encoding; guessed: boolean } {
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
    if (startsWithBom(bytes, encoding)) return { encoding, guessed: false }
  }
  if (!bytes.includes(0)) return reads(bytes, 'utf-8') ? { encoding: 'utf-8', guessed: false } : GUESS
  const wide = guessUtf16(bytes)
  if (wide) return { encoding: wide, guessed: true }
  // Both read a NUL, and the reader then refuses it by name.
  return GUESS
}

const GUESS = { encoding: 'windows-1252', guessed: true } as const

function reads(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    return !decode(bytes, encoding).includes('\0')
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/**
 * UTF-16 without a byte order mark shows itself by NULs that stand at odd offsets only (LE) or at even ones only (BE),
 * each beside a Latin-1 character or a blank, and are not rare: line ends and spaces alone make more than one unit in 50.
 */
function guessUtf16(bytes: Uint8Array): Encoding | null {
  if (bytes.length % 2 === 1) return null
  const nuls = [0, 0]
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== 0) continue
    const partner = bytes[at ^ 1]!
    if (partner < 0x09 || (partner > 0x0d && partner < 0x20) || (partner > 0x7e && partner < 0xa0)) return null
    nuls[at & 1]! += 1
  }
  const [high, low] = [nuls[0]!, nuls[1]!]
  if ((high > 0 && low > 0) || (high + low) * 50 < bytes.length / 2) return null
  const encoding = low > 0 ? 'utf-16le' : 'utf-16be'
  return reads(bytes, encoding) ? encoding : null
}

function linesOf(text: string, mostLines: number): { draft: Draft } & Pick<FileForm, 'eol' | 'gap' | 'ending'> {
  const runs: { ends: Eol[]; words: string }[] = []
  let ends: Eol[] = []
  let at = 0
  let endingAt = 0
  for (const match of text.matchAll(/\r\n|\r|\n/g)) {
    if (match.index > at) {
      // Told before the rest is built: what is made of each line weighs a hundred times its bytes.
      if (runs.length >= mostLines) throw tooManyLines(mostLines)
      runs.push({ ends, words: text.slice(at, match.index) })
      ends = []
      endingAt = match.index
    }
    ends.push(match[0] as Eol)
    at = match.index + match[0].length
  }
  if (at < text.length) {
    if (runs.length >= mostLines) throw tooManyLines(mostLines)
    runs.push({ ends, words: text.slice(at) })
    endingAt = text.length
  }
  const ending = text.slice(endingAt)
  const all = runs.flatMap((run) => run.ends)
  for (const eol of eolsOf(ending)) all.push(eol)
  const eol = mostFrequent(all, () => 0) ?? '\n'
  const parted = runs.flatMap(partLongGap)
  const gap =
    mostFrequent(
      parted.slice(1).map((run) => run.ends.length),
      (a, b) => b - a,
    ) ?? 2
  const lines = parted.map((run, index) => lineOf(run.ends, run.words, index, eol, gap))
  return { draft: { lines: lines.length > 0 ? lines : [{ spans: [] }] }, eol, gap, ending }
}

function tooManyLines(most: number): Refusal {
  const limit = most.toLocaleString('en')
  return new Refusal('too-large', `This text has more than ${limit} lines; split it into parts first.`)
}

/** A gap over MAX_GAP becomes empty lines with gaps of that size: the same line ends in the file. */
function partLongGap(run: { ends: Eol[]; words: string }): { ends: Eol[]; words: string }[] {
  const parts: { ends: Eol[]; words: string }[] = []
  let from = 0
  for (; run.ends.length - from > MAX_GAP; from += MAX_GAP) {
    parts.push({ ends: run.ends.slice(from, from + MAX_GAP), words: '' })
  }
  parts.push({ ends: run.ends.slice(from), words: run.words })
  return parts
}

function lineOf(ends: readonly Eol[], words: string, index: number, eol: Eol, gap: number): Line {
  const line: Line = { spans: words === '' ? [] : [{ text: words }] }
  if (ends.length > 0 && (index === 0 || ends.length !== gap)) line.gap = ends.length
  const first = ends[0]
  if (first === undefined || ends.every((end) => end === eol)) return line
  line.eol = ends.every((end) => end === first) ? LETTERS.get(first)! : ends.map((end) => LETTERS.get(end)!).join('')
  return line
}

/** Of equally frequent ones the first by `order`, and then the first to occur. */
function mostFrequent<Value>(values: readonly Value[], order: (a: Value, b: Value) => number): Value | null {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || order(a, b))
  return best ? best[0] : null
}

function eolsOf(ends: string): Eol[] {
  return (ends.match(/\r\n|\r|\n/g) ?? []) as Eol[]
}

/** In the direction in which an end that was changed may meet the next one: "\n" meets what is before, "\r" what follows. */
function keptApart(ends: readonly Eol[], usual: Eol): Eol[] {
  const apart = [...ends]
  const meets = (index: number) => apart[index] === '\r' && apart[index + 1] === '\n'
  if (usual === '\n') {
    for (let index = apart.length - 2; index >= 0; index -= 1) if (meets(index)) apart[index] = usual
  } else {
    for (let index = 0; index < apart.length - 1; index += 1) if (meets(index)) apart[index + 1] = usual
  }
  return apart
}

function refuseUnencodable(text: string, encoding: Encoding): void {
  const nul = text.indexOf('\0')
  const misfit = firstUnencodable(text, encoding)
  const at = nul >= 0 && (misfit < 0 || nul < misfit) ? nul : misfit
  if (at < 0) return
  const character = String.fromCodePoint(text.codePointAt(at)!)
  const line = eolsOf(text.slice(0, at)).length + 1
  const anywhere = encoding === 'utf-8' || character === '\0' || /^[\ud800-\udfff]$/.test(character)
  throw new Refusal(
    'cannot-encode',
    anywhere
      ? `Line ${line} of the file holds ${nameOfCharacter(character)}, which is no character of a text file. Delete it, then export again.`
      : `Line ${line} of the file holds ${nameOfCharacter(character)}, which a ${ENCODING_NAMES[encoding]} file cannot hold. Replace it, or export as UTF-8.`,
  )
}

function lossesOf(draft: Draft, notes: number): Loss[] {
  const marks = draft.lines.flatMap((line) => line.spans).filter((span) => MARKS.some((name) => span[name])).length
  const headings = draft.lines.filter((line) => line.block !== undefined).length
  const losses: Loss[] = []
  if (marks > 0) {
    const message = `Plain text has no bold, italic or strike: ${marks === 1 ? '1 passage is' : `${marks} passages are`} written without.`
    losses.push({ kind: 'marks', count: marks, message })
  }
  if (headings > 0) {
    const message = `Plain text has no headings: ${headings === 1 ? '1 is written as an ordinary line' : `${headings} are written as ordinary lines`}.`
    losses.push({ kind: 'headings', count: headings, message })
  }
  if (notes > 0) {
    const message = `Plain text has no margin: ${notes === 1 ? '1 note is' : `${notes} notes are`} left out.`
    losses.push({ kind: 'notes', count: notes, message })
  }
  return losses
}
