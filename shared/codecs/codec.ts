/**
 * The one interface of every file format. Codecs are pure: bytes in, draft out, and back; no files, no clock.
 */
import type { Draft } from '../story/draft.ts'
import type { Encoding, FileForm } from '../story/file-form.ts'

/** Something the written file could not carry; shown to the person who exports. */
export interface Loss {
  /** A stable word: "marks", "headings". */
  kind: string
  count: number
  /** One sentence for a person. */
  message: string
}

export interface ReadResult {
  draft: Draft
  form: FileForm
  /** True when the encoding was guessed from the bytes, not told by a mark or by the caller. */
  guessed: boolean
}

export interface WriteResult {
  bytes: Uint8Array
  /** Without parameters beyond charset, ready for Content-Type. */
  mediaType: string
  losses: Loss[]
}

/** What a writer may know: the story now, and the file it came from. */
export interface Manuscript {
  draft: Draft
  form: FileForm
  /** The file name at intake, e.g. "chapter 1.txt"; never a path. */
  name: string
  /** The bytes as taken in, null for a story that was started here. */
  source: Uint8Array | null
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
  /** Throws Refusal `cannot-encode` when the words do not fit the file's encoding. */
  write(manuscript: Manuscript, options?: WriteOptions): WriteResult
}
