/** What the people of a story have decided about its style. A rule asks here before it asks what most of the story does. */

export type Dialect = 'en-US' | 'en-GB'

export type EllipsisForm = '…' | '...' | '. . .'

/** `em`: word—word. `spaced-en`: word – word. The doubled hyphen is typewriter style. */
export type DashForm = 'em' | 'spaced-em' | 'spaced-en' | 'double-hyphen' | 'spaced-double-hyphen'

export interface SheetName {
  name: string
  /** Other forms that are right too. */
  aliases: readonly string[]
  kind: 'person' | 'place' | 'term'
}

/** Every decision may be missing: then the story's own majority counts. */
export interface StyleSheet {
  /** The form preferred → the variants that it takes the place of, lower case unless the capital matters. */
  spellings?: Readonly<Record<string, readonly string[]>>
  names?: readonly SheetName[]
  dialect?: Dialect
  /** What speech stands in. */
  quotes?: 'double' | 'single'
  /** How quotation marks and apostrophes are drawn. */
  quoteForm?: 'straight' | 'curly'
  dash?: DashForm
  ellipsis?: EllipsisForm
  /** Whole numbers below this are spelled out in narration (Chicago Manual of Style 17th ed. 9.2: 101). */
  spellNumbersBelow?: number
  /** The line between two scenes, e.g. `* * *`; '' for a wider gap alone. */
  sceneBreak?: string
}
