/** What a style sheet from a file would change in the story's own. */
import { type SheetEntry, sheetToMarkdown } from '../../../shared/proof/sheet-file.ts'
import type { StyleEntry } from '../../../shared/review/state.ts'
import { type StyleDecision, styleId } from '../../../shared/review/style.ts'
import { MOST_WORD } from '../../../shared/review/vocabulary.ts'

/** As the review's commands have it. */
export const MOST_EXAMPLE = 300
const MOST_VARIANTS = 40
const MOST_BREAK = 40
const MOST_NUMBER = 1_000_000
/** A surrogate whose other half was cut off. */
const HALF = /\p{Cs}$/u

export interface SheetDifference {
  /** Decisions that the story does not have. */
  added: readonly SheetEntry[]
  /** Decisions about the same thing, with the one that the story has. */
  changed: readonly (SheetEntry & { before: StyleDecision })[]
  /** How many say what the story's sheet says. */
  same: number
  /** Longer than a sheet can hold. */
  tooLong: readonly SheetEntry[]
}

/** What the story has decided and the file does not name stays as it is. */
export function sheetDifference(
  entries: readonly SheetEntry[],
  style: ReadonlyMap<string, StyleEntry>,
): SheetDifference {
  const added: SheetEntry[] = []
  const changed: (SheetEntry & { before: StyleDecision })[] = []
  const tooLong: SheetEntry[] = []
  let same = 0
  for (const { decision, example: given } of entries) {
    const example = given.slice(0, MOST_EXAMPLE).replace(HALF, '')
    const before = style.get(styleId(decision))
    if (!fits(decision)) tooLong.push({ decision, example })
    else if (!before) added.push({ decision, example })
    else if (isSame({ decision, example }, before)) same += 1
    else changed.push({ decision, example, before: before.decision })
  }
  return { added, changed, same, tooLong }
}

/** A sheet says all that is decided, so equal sheets are equal decisions. */
function isSame(one: SheetEntry, other: SheetEntry): boolean {
  return sheetToMarkdown('', [one]) === sheetToMarkdown('', [other])
}

function fits(decision: StyleDecision): boolean {
  switch (decision.part) {
    case 'spelling':
      return areWords([decision.preferred, ...decision.variants])
    case 'name':
      return areWords([decision.name, ...decision.aliases])
    case 'sceneBreak':
      return decision.value.length <= MOST_BREAK
    case 'spellNumbersBelow':
      return decision.value <= MOST_NUMBER
    default:
      return true
  }
}

/** The first is what the others take the place of. */
function areWords(words: readonly string[]): boolean {
  return words.length <= MOST_VARIANTS + 1 && words.every((word) => word.trim().length <= MOST_WORD)
}
