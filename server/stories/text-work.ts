/**
 * What is computed over a whole text because somebody asked for it: reading a file, making a story of it, writing it
 * back, comparing it. Pure and slow; a running Galley does it in server/stories/text-work-thread.ts.
 */
import type { ReadResult, WriteOptions, WriteResult } from '../../shared/codecs/codec.ts'
import { FORMATS, type FormatName } from '../../shared/codecs/formats.ts'
import type { Loss } from '../../shared/codecs/loss.ts'
import { countEols, encodingsFor, readTxt } from '../../shared/codecs/txt.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Anchor } from '../../shared/review/anchor.ts'
import { type AnchoredLine, anchoredLines } from '../../shared/story/anchored-lines.ts'
import { changes } from '../../shared/story/changes.ts'
import { countsOf, titleOf } from '../../shared/story/counts.ts'
import type { Draft } from '../../shared/story/draft.ts'
import type { Encoding, FileForm } from '../../shared/story/file-form.ts'
import { endsOf, lineText } from '../../shared/story/lines.ts'
import { decodeStory, firstState } from '../../shared/story/story-doc.ts'
import type { ChangesAnswer, IntakeAnswer } from '../../shared/wire/api.ts'

/** Lines with words that a text may have when it is taken in. A long novel has a tenth of that. */
export const MOST_LINES = 200_000

/** UTF-16 code units of the line ends after the last line: they are part of what every library is told of a story. */
const MOST_ENDING = 10_000

interface GivenText {
  bytes: Uint8Array
  /** Overrides what the bytes look like. */
  encoding: Encoding | undefined
}

/** A story as it is stored; the updates begin with the snapshot. */
export interface KeptText {
  updates: Uint8Array[]
  form: FileForm
  /** File name at intake. */
  name: string
  source: Uint8Array | null
}

/** What a text becomes when it is taken in. */
export interface TakenText {
  snapshot: Uint8Array
  stateVector: Uint8Array
  form: FileForm
  guessed: boolean
  title: string
  opening: string
  words: number
  lines: number
}

/** Each kind of work: what is asked and what is answered. Everything in it can be sent to a thread. */
export interface TextJobs {
  /** Throws what `readTxt` throws; `too-large` also for a text that ends in too many line ends. The title is "" for a text without a word. */
  recognise: { ask: GivenText; answer: Omit<IntakeAnswer, 'name'> }
  /** Throws what `recognise` throws. `client` is the Yjs client id of the first state. */
  takeIn: { ask: GivenText & { client: number }; answer: TakenText }
  /** Throws what the codec throws. */
  write: { ask: KeptText & { format: FormatName; options: WriteOptions }; answer: WriteResult }
  /** The text now against the source, by words. Words that the file cannot hold are among the losses. */
  compare: { ask: KeptText; answer: ChangesAnswer }
  /** The lines in which anchors stand, by the keys that they come with; those whose words are gone are left out. */
  locate: { ask: KeptText & { anchors: [string, Anchor][] }; answer: [string, AnchoredLine][] }
}

export type JobName = keyof TextJobs

/** Does the work here and now. */
export function perform<Name extends JobName>(name: Name, ask: TextJobs[Name]['ask']): TextJobs[Name]['answer'] {
  return JOBS[name](ask)
}

const JOBS: { [Name in JobName]: (ask: TextJobs[Name]['ask']) => TextJobs[Name]['answer'] } = {
  recognise(given) {
    const { bytes } = given
    const { draft, form, guessed } = readGiven(given)
    const { words, paragraphs, sceneGaps } = countsOf(draft, form)
    const eols = Object.entries(countEols({ draft, form })).filter(([, count]) => count > 0)
    return {
      bytes: bytes.byteLength,
      form: { ...form, guessed },
      eols: Object.fromEntries(eols),
      title: titleOf(draft).title,
      paragraphs,
      sceneGaps,
      words,
      preview: preview(draft, form),
      encodings: encodingsFor(bytes),
    }
  },
  takeIn({ client, ...given }) {
    const { draft, form, guessed } = readGiven(given)
    const { words, lines } = countsOf(draft, form)
    return { ...firstState(draft, client), form, guessed, ...titleOf(draft), words, lines }
  },
  write({ updates, format, options, ...kept }) {
    return FORMATS[format].write({ ...kept, draft: decodeStory(updates) }, options)
  },
  compare({ updates, form, name, source }) {
    const draft = decodeStory(updates)
    const was = source ? readTxt(source, { encoding: form.encoding }).draft : NOTHING
    const { bytes, losses } = writtenTxt({ draft, form, name, source })
    const identical = source !== null && bytes !== null && Buffer.compare(bytes, source) === 0
    return { ...changes(was, form, draft), identical, losses }
  },
  locate({ updates, anchors }) {
    return [...anchoredLines(updates, new Map(anchors))]
  },
}

function readGiven({ bytes, encoding }: GivenText): ReadResult {
  const read = readTxt(bytes, { encoding, mostLines: MOST_LINES })
  if (read.form.ending.length <= MOST_ENDING) return read
  throw new Refusal('too-large', 'This text ends in more than 10,000 line ends; delete most of them first.')
}

const NOTHING: Draft = { lines: [{ spans: [] }] }

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

function writtenTxt(manuscript: Omit<KeptText, 'updates'> & { draft: Draft }): {
  bytes: Uint8Array | null
  losses: Loss[]
} {
  try {
    return FORMATS.txt.write(manuscript)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { bytes: null, losses: [{ kind: error.code, count: 1, message: error.message }] }
  }
}
