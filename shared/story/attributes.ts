/**
 * The names inside a story's Yjs document, spelled here and nowhere else. The text is one flat Y.Text: text[0] is
 * always "\n", and every "\n" opens a line and carries that line's attributes. Characters carry marks. Readers ignore
 * unknown keys, keys on the wrong kind of character, and values out of range.
 */

/** The only root of a story's Y.Doc: a Y.Text. */
export const TEXT_ROOT = 'text'

/** The character that opens a line. No other character of the text is a line end; "\r" never occurs. */
export const LINE = '\n'

/** Marks of a character, in the order in which they nest. The only legal value is `true`. */
export const MARKS = ['bold', 'italic', 'strike'] as const

export type MarkName = (typeof MARKS)[number]
export type Marks = Partial<Record<MarkName, true>>

/** Attributes of a "\n". */
export interface LineAttributes {
  /**
   * Physical line ends before this line, 1 or more; absent = the story's usual gap. On the first line: line ends
   * before it, absent = none.
   */
  gap?: number
  /**
   * How those line ends are written where that differs from the file's usual one: one letter of EOL_LETTERS for
   * all of them, or exactly `gap` letters in file order. Any other length is ignored.
   */
  eol?: string
  /** Heading level 1…6; absent = paragraph. */
  block?: number
}

/** The letters of LineAttributes.eol and the bytes' characters they stand for. */
export const EOL_LETTERS = { n: '\n', r: '\r', w: '\r\n' } as const

export type EolLetter = keyof typeof EOL_LETTERS

/** No gap is ever read as more than this, so that a hostile attribute cannot make a file of line ends. */
export const MAX_GAP = 1000
