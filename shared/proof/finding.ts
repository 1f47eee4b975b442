/** What the checker hands to people: one place in one line, what is wrong with it, and what could stand there instead. */
import { hash } from './hash.ts'

/** `default`: certain enough to underline. `style`: a matter of taste, shown only to those who ask. */
export type Level = 'default' | 'style'

export type Kind = 'spelling' | 'punctuation' | 'grammar' | 'consistency' | 'style'

export interface Finding {
  /** The rule's name, as in the catalogue. */
  rule: string
  level: Level
  kind: Kind
  /** 0-based. */
  line: number
  /** UTF-16 code units from the start of the line. */
  offset: number
  /** UTF-16 code units; at least 1 wherever the line has text, so that there is something to underline. */
  length: number
  /** Plain words, a whole sentence. */
  message: string
  /**
   * Best first; each takes the place of exactly the range. `\n` in one begins a new line there, at the story's usual
   * distance. Empty when only a person can tell, or when corrections are made on demand (`Checker.suggest`).
   */
  replacements: readonly string[]
  /** The first replacement may be made in bulk after a preview. */
  sure: boolean
  /** Survives edits elsewhere in the line and the story: a dismissal is kept under it. */
  key: string
}

/** What a rule tells of one place; the checker makes the finding of it. */
export interface Spot {
  /** UTF-16 code units in the line, as in `Finding`. */
  offset: number
  length: number
  message: string
  /** None when left out. */
  replacements?: readonly string[]
  /** False when left out. */
  sure?: boolean
}

/** Code units on each side of a finding that belong to its key. */
const AROUND = 20

/** `hash(rule, the flagged text, 20 units before, 20 units after)`: equal places in equal surroundings share a key. */
export function findingKey(rule: string, text: string, offset: number, length: number): string {
  const end = offset + length
  return hash(
    rule,
    text.slice(offset, end),
    text.slice(Math.max(0, offset - AROUND), offset),
    text.slice(end, end + AROUND),
  )
}
