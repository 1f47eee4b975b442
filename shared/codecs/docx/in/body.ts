/** What the body of a Word file says, before it is made into a story: paragraphs of runs, and who changed what about them. */
import type { Marks } from '../../../story/attributes.ts'

/** Who changed something and when; times as in ReadWords. */
export interface Tracked {
  by: string
  at: string | null
}

/** Whether something came or went. Both: somebody struck what another had inserted. */
export interface Fate {
  inserted: Tracked | null
  deleted: Tracked | null
}

export interface BodyRun extends Fate {
  /** Never empty, never with "\n". */
  text: string
  marks: Marks
  formatted: (Tracked & { was: Marks }) | null
}

/** Starts, ends and references name a comment; notes a footnote by its kind and number. */
export type BodyItem = BodyRun | { starts: string } | { ends: string } | { refers: string } | { note: string }

export interface Look {
  /** Level of a heading, 1…6; null = a paragraph. */
  block: number | null
  /** Space before it beyond what its style has, twentieths of a point. */
  space: number
  /** Without the space that its style puts between it and the one before. */
  close: boolean
}

export interface Paragraph {
  /** Begun by a line break within a paragraph of the file. */
  soft: boolean
  look: Look
  formatted: (Tracked & { was: Look }) | null
  items: BodyItem[]
  /** What became of the mark that ends it. */
  mark: Fate
}

export function isRun(item: BodyItem): item is BodyRun {
  return 'text' in item
}

export function sameTracked(one: Tracked | null, other: Tracked | null): boolean {
  return one?.by === other?.by && one?.at === other?.at
}

export function sameFate(one: Fate, other: Fate): boolean {
  return sameTracked(one.inserted, other.inserted) && sameTracked(one.deleted, other.deleted)
}
