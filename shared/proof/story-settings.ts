/** What the checker is to know of a story, out of its review: the list of words, the style sheet, what was dismissed. */
import type { ReviewState } from '../review/state.ts'
import type { StyleDecision } from '../review/style.ts'
import type { Level } from './finding.ts'
import { type Settings, USUAL } from './settings.ts'
import type { SheetName, StyleSheet } from './style-sheet.ts'

/** Words that are only proposed are not known yet. The same state gives equal settings, in the same order. */
export function settingsOf(
  { words, dismissed, off, style }: Pick<ReviewState, 'words' | 'dismissed' | 'off' | 'style'>,
  level: Level,
): Settings {
  const decisions = [...style.values()].map(({ decision }) => decision)
  const mute = decisions.find(({ part }) => part === 'muteDialogue')
  return {
    ...USUAL,
    level,
    words: [...words.values()].filter(({ allowed }) => allowed !== null).map(({ word, kind }) => ({ word, kind })),
    sheet: sheetOf(decisions),
    off: [...off.keys()],
    muteDialogue: mute?.part === 'muteDialogue' ? mute.value : USUAL.muteDialogue,
    dismissed: [...dismissed.keys()],
  }
}

/** The style sheet that these decisions make; null when they say nothing about style. */
export function sheetOf(decisions: readonly StyleDecision[]): StyleSheet | null {
  const sheet: StyleSheet = {}
  const spellings: Record<string, readonly string[]> = Object.create(null)
  const names: SheetName[] = []
  for (const decision of decisions) {
    switch (decision.part) {
      case 'spelling':
        spellings[decision.preferred] = decision.variants
        break
      case 'name':
        names.push({ name: decision.name, aliases: decision.aliases, kind: decision.kind })
        break
      case 'dialect':
        sheet.dialect = decision.value
        break
      case 'quotes':
        sheet.quotes = decision.value
        break
      case 'quoteForm':
        sheet.quoteForm = decision.value
        break
      case 'dash':
        sheet.dash = decision.value
        break
      case 'ellipsis':
        sheet.ellipsis = decision.value
        break
      case 'spellNumbersBelow':
        sheet.spellNumbersBelow = decision.value
        break
      case 'sceneBreak':
        sheet.sceneBreak = decision.value
        break
      case 'muteDialogue':
        break
    }
  }
  if (Object.keys(spellings).length > 0) sheet.spellings = spellings
  if (names.length > 0) sheet.names = names
  return Object.keys(sheet).length > 0 ? sheet : null
}
