/** Which words of a story are names or its own coinages: approved by people, or learnt from how the story writes them. */
import type { WordCount } from './facts.ts'
import type { Settings } from './settings.ts'
import { partsOf } from './word-parts.ts'

/**
 * `frequent`: in lower case three times or more; a coinage if no dictionary has it, or a slip made again and again.
 * `twice`: in lower case just so often.
 */
export type Standing = 'name' | 'known' | 'frequent' | 'twice' | 'none'

/**
 * Learnt from counts alone. A capital amid a sentence and never lower case makes a name; so does a capital that is five
 * times as frequent as lower case (Will, Sky). Twice at the start of a sentence and never else is known, no more: it may
 * be any rare word.
 */
export function standingOf(word: string, count: WordCount | undefined): Standing {
  if (count === undefined || word.length < 2 || /^i['’]/.test(word)) return 'none'
  const { capital, first, lower } = count
  if (capital > 0 && lower === 0) return 'name'
  if (capital >= 3 && capital >= 5 * lower) return 'name'
  if (lower >= 3) return 'frequent'
  if (lower === 2) return 'twice'
  return lower === 0 && first >= 2 ? 'known' : 'none'
}

/** The word is right for how the story writes it, or because people said so. */
export function isStanding(standing: Standing): boolean {
  return standing === 'name' || standing === 'known'
}

/** Lower-case word → its standing by decision of people: the word list, and the names of the style sheet. */
export function approvedWords(settings: Pick<Settings, 'words' | 'sheet'>): ReadonlyMap<string, Standing> {
  const approved = new Map<string, Standing>()
  const approve = (phrase: string, standing: Standing): void => {
    for (const word of phrase.split(/\s+/)) {
      for (const part of partsOf(word)) {
        const lower = part.toLowerCase().replaceAll('’', "'")
        if (approved.get(lower) !== 'name') approved.set(lower, standing)
      }
    }
  }
  for (const { word, kind } of settings.words) approve(word, kind === 'name' || kind === 'place' ? 'name' : 'known')
  for (const { name, aliases, kind } of settings.sheet?.names ?? []) {
    for (const form of [name, ...aliases]) approve(form, kind === 'term' ? 'known' : 'name')
  }
  return approved
}
