/** What a text file was besides its words, so that it can be written back byte for byte. */

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const

export type Encoding = (typeof ENCODINGS)[number]
export type Eol = '\n' | '\r' | '\r\n'

export interface FileForm {
  encoding: Encoding
  /** A byte order mark stood at the start. */
  bom: boolean
  /** The most frequent line end; "\n" in a file that has none. */
  eol: Eol
  /** The usual gap: the most frequent number of line ends between two lines, 2 where there is nothing to count. */
  gap: number
  /** The line ends after the last line, verbatim ("\n", "\r\n\r\n", ""…). */
  ending: string
}

/** The form of a story that was started here and not taken in from a file. */
export const NEW_FORM: FileForm = { encoding: 'utf-8', bom: false, eol: '\n', gap: 2, ending: '\n' }
