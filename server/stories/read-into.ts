/** A file on its way in: what it would be read as, and the story that it becomes. Pure and slow; done in the text thread. */
import type { ReadResult, ReadReview } from '../../shared/codecs/codec.ts'
import type { Loss } from '../../shared/codecs/loss.ts'
import { isPlainText, readFile } from '../../shared/codecs/readers.ts'
import { countEols, encodingsFor, fileText } from '../../shared/codecs/txt.ts'
import { Refusal } from '../../shared/refusals.ts'
import { countsOf, titleOf } from '../../shared/story/counts.ts'
import type { Draft } from '../../shared/story/draft.ts'
import type { Encoding, FileForm } from '../../shared/story/file-form.ts'
import { endsOf, lineText } from '../../shared/story/lines.ts'
import { type PlacedReview, placeReview } from '../../shared/story/place-review.ts'
import { createStoryDoc, stateOf, textOf } from '../../shared/story/story-doc.ts'
import type { IntakeAnswer } from '../../shared/wire/api.ts'

/** Lines with words that a text may have when it is taken in. A long novel has a tenth of that. */
export const MOST_LINES = 200_000

/** UTF-16 code units of the line ends after the last line: they are part of what every library is told of a story. */
const MOST_ENDING = 10_000

export interface GivenFile {
  /** Its ending says what it is. */
  name: string
  bytes: Uint8Array
  /** Overrides what the bytes look like; of plain text only. */
  encoding: Encoding | undefined
}

/**
 * In order: what the file is, and what is packed in it; its lines, of a number that is not known before; against the story that
 * it is a version of; its notes and changes onto the words.
 */
export type ReadStage = 'recognising' | 'parsing' | 'comparing' | 'placing'

/** Hears of each stage as it begins, and of lines in between. */
export type ReadTold = (stage: ReadStage, done: number, all: number) => void

/** What a file becomes when it is taken in. */
export interface TakenText extends PlacedReview {
  snapshot: Uint8Array
  stateVector: Uint8Array
  form: FileForm
  guessed: boolean
  /** Taken from the text. */
  title: string
  /** Said by the file; null = it does not say. */
  givenTitle: string | null
  opening: string
  words: number
  lines: number
  /** Of a file that is no plain text: its words as one, in UTF-8, to compare the story with later. Else null. */
  asText: Uint8Array | null
  losses: Loss[]
}

/** Throws what the file's reader throws; `too-large` also for a text that ends in too many line ends. The title is "" for a text without a word. */
export function recognise(given: GivenFile, told: ReadTold = () => undefined): Omit<IntakeAnswer, 'name'> {
  const { name, bytes } = given
  const { draft, form, guessed, title, notes, suggestions, losses } = readGiven(given, told)
  const { words, paragraphs, sceneGaps } = countsOf(draft, form)
  const plain = isPlainText(name)
  const eols = Object.entries(countEols({ draft, form })).filter(([, count]) => plain && count > 0)
  return {
    bytes: bytes.byteLength,
    plain,
    form: { ...form, guessed },
    eols: Object.fromEntries(eols),
    title: title ?? titleOf(draft).title,
    paragraphs,
    sceneGaps,
    words,
    preview: preview(draft, form),
    encodings: plain ? encodingsFor(bytes) : [],
    notes: notes.length,
    suggestions: suggestions.length,
    losses,
  }
}

/** Throws what `recognise` throws. `client` is the Yjs client id of the first state. */
export function readInto(
  { client, ...given }: GivenFile & { client: number },
  told: ReadTold = () => undefined,
): TakenText {
  const { draft, form, guessed, title, losses, ...review } = readGiven(given, told)
  const placed = review.notes.length + review.suggestions.length
  told('placing', placed, placed)
  const { words, lines } = countsOf(draft, form)
  const doc = createStoryDoc(draft, client)
  try {
    return {
      ...stateOf(doc),
      ...placeReview(textOf(doc), review),
      form,
      guessed,
      ...titleOf(draft),
      givenTitle: title,
      words,
      lines,
      asText: isPlainText(given.name) ? null : new TextEncoder().encode(fileText(draft, form)),
      losses,
    }
  } finally {
    doc.destroy()
  }
}

function readGiven(given: GivenFile, told: ReadTold): ReadResult & ReadReview {
  const read = readWithin(given, told)
  if (read.form.ending.length <= MOST_ENDING) return read
  throw new Refusal('too-large', 'This text ends in more than 10,000 line ends; delete most of them first.')
}

/** Throws what the file's reader throws. */
export function readWithin({ name, bytes, encoding }: GivenFile, told: ReadTold): ReadResult & ReadReview {
  told('recognising', 0, 0)
  return readFile(name, bytes, { encoding, mostLines: MOST_LINES, told: (lines) => told('parsing', lines, 0) })
}

/** UTF-16 code units. */
const MOST_PREVIEW = 600

function preview(draft: Draft, form: FileForm): string {
  let text = ''
  for (const [index, line] of draft.lines.entries()) {
    const gap = index === 0 ? '' : '\n'.repeat(Math.min(endsOf(line, index, form).length, 4))
    text += gap + lineText(line)
    if (text.length >= MOST_PREVIEW) break
  }
  return text.slice(0, MOST_PREVIEW).replace(/[\ud800-\udbff]$/, '')
}
