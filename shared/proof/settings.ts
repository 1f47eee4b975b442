/** What the checker is asked to do for one story: data only, as it travels to the worker and comes from the ledger. */
import type { Level } from './finding.ts'
import type { Dialect, StyleSheet } from './style-sheet.ts'

export interface ApprovedWord {
  /** As it is to be written: the capital matters. */
  word: string
  kind: 'name' | 'place' | 'term' | 'spelling'
}

export interface Settings {
  /** `style` finds what `default` does and more. */
  level: Level
  dialect: 'guess' | Dialect
  words: readonly ApprovedWord[]
  sheet: StyleSheet | null
  /** Names of rules not wanted. */
  off: readonly string[]
  /** In speech: `grammar` silences grammar and style, never punctuation; `spelling` silences spelling. */
  muteDialogue: { grammar: boolean; spelling: boolean }
  /** Keys of findings. */
  dismissed: readonly string[]
}

export const USUAL: Settings = {
  level: 'default',
  dialect: 'guess',
  words: [],
  sheet: null,
  off: [],
  muteDialogue: { grammar: false, spelling: false },
  dismissed: [],
}
