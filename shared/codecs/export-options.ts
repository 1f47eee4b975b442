/** What somebody may choose when a story is written as a file. Light enough for a browser: the codecs are not here. */
import type { Encoding } from '../story/file-form.ts'
import type { View } from './edition.ts'

export const CLEANINGS = ['scene-breaks', 'quotes', 'dashes', 'ellipsis', 'trailing-blanks', 'final-newline'] as const
/** What a text file can be made tidy in, by the story's style sheet. */
export type Cleaning = (typeof CLEANINGS)[number]

/** What one choice came to. */
export interface Cleaned {
  choice: Cleaning
  count: number
  /** One sentence for a person. */
  message: string
}

export interface ExportOptions {
  /** The format's usual one if not given. */
  view?: View | undefined
  /** False: people are "Reviewer 1" and so on. True if not given. */
  names?: boolean | undefined
  /** False: without notes, and without what was said about suggestions. True if not given. */
  notes?: boolean | undefined
  /** Of plain text, and of a patch of it. None if not given. */
  clean?: readonly Cleaning[] | undefined
  /** Instead of the file's own. */
  encoding?: Encoding | undefined
}
