/**
 * A story as plain data: lines of marked spans. Codecs, counts and checks see only drafts, never a Y.Doc.
 */
import type { Marks } from './attributes.ts'

export interface Span extends Marks {
  text: string
}

export interface Line {
  /** See LineAttributes. */
  gap?: number
  eol?: string
  block?: number
  /** No span is empty; neighbours differ in their marks. An empty line has none. */
  spans: Span[]
}

/** At least one line, always: the empty story is one empty line. */
export interface Draft {
  lines: Line[]
}
