/**
 * The one interface of every file format. Codecs are pure: bytes in, draft out, and back; no files, no clock.
 */
import type { Place, Quote } from '../review/anchor.ts'
import type { Change } from '../review/change.ts'
import type { RecordEntry } from '../review/record.ts'
import type { NoteKind } from '../review/vocabulary.ts'
import type { Draft } from '../story/draft.ts'
import type { Encoding, FileForm } from '../story/file-form.ts'
import type { Edition, View } from './edition.ts'
import type { Loss } from './loss.ts'

export interface ReadResult {
  draft: Draft
  form: FileForm
  /** True when the encoding was guessed from the bytes, not told by a mark or by the caller. */
  guessed: boolean
}

/** What a file held besides its words. Places are those in `deltaOf(draft)`, UTF-16 code units: index 0 is the first "\n". */
export interface ReadReview {
  /** Null = it does not say. */
  title: string | null
  notes: ReadNote[]
  /** None overlaps another one. */
  suggestions: ReadSuggestion[]
  losses: Loss[]
}

/** Somebody's words. The name is what the file says, display text alone, never an account; "" = it does not say. */
export interface ReadWords {
  by: string
  /** ISO 8601 in UTC; null = it does not say, or says what cannot be. */
  at: string | null
  body: string
}

export interface ReadNote extends ReadWords {
  /** Null = on the whole story; from = to on a point. */
  place: Place | null
  /** Of a note without a place: the words it is about, which the text does not have, or not for certain. */
  lost?: Quote
  resolved: boolean
  replies: ReadWords[]
  /** `comment` where nothing is said. */
  kind?: Exclude<NoteKind, 'tag'>
  mustFix?: boolean
  /** Whom it is for: display text alone, as a name is; nobody where nothing is said. */
  to?: string
}

export interface ReadSuggestion extends Omit<ReadWords, 'body'> {
  place: Place
  /** Over the words at the place. */
  change: Change
  reason: string
  replies: ReadWords[]
}

export interface ReadOptions {
  /** Of text: overrides what the bytes look like. */
  encoding?: Encoding | undefined
  /** More lines with words than that are `too-large`. */
  mostLines: number
  /** Hears now and then how many lines were read so far; not at all of a short text. */
  told?: ((lines: number) => void) | undefined
}

/** Lines between two times that a reader tells how far it is. */
export const TOLD_EVERY = 500

/** Reads one kind of file. */
export interface Reader {
  /** With the dot, in lower case. */
  readonly extensions: readonly string[]
  /**
   * Throws Refusal `unsupported` (not such a file, or one that it will not read: encrypted, with a DTD…), `too-large`
   * (words, lines, or what is packed in it), `not-lossless` as readTxt does. Links to outside are never followed.
   */
  read(bytes: Uint8Array, options: ReadOptions): ReadResult & ReadReview
}

export interface WriteResult {
  bytes: Uint8Array
  /** Without parameters beyond charset, ready for Content-Type. */
  mediaType: string
  losses: Loss[]
}

/** What a writer may know: the story in the wanted view, its review, and the file it came from. */
export interface Manuscript {
  /** In the wanted view; in `marked` as it stands now. */
  draft: Draft
  form: FileForm
  /** The file name at intake, e.g. "chapter 1.txt"; never a path. */
  name: string
  /** The bytes as taken in, null for a story that was started here. */
  source: Uint8Array | null
  edition: Edition
  /** What has been decided and written so far, in order of time; people as in the edition. */
  record: readonly RecordEntry[]
}

export interface WriteOptions {
  /** Instead of the file's own encoding: the way out of a `cannot-encode`. Formats with a fixed one ignore it. */
  encoding?: Encoding | undefined
}

export interface Codec {
  /** The name used in `?format=` and `--format`. */
  readonly format: string
  /** With the dot. */
  readonly extension: string
  /** Those that it can write; the first is the usual one. */
  readonly views: readonly View[]
  /** Throws Refusal `cannot-encode` when the words do not fit the file's encoding. */
  write(manuscript: Manuscript, options?: WriteOptions): WriteResult
}
