/** Classes of UTF-16 code units, looked up in a table: the scanners ask once or twice for every unit of the story. */

export const OTHER = 0
export const SPACE = 1
export const LETTER = 2
export const DIGIT = 3
/** ' and its curly forms: an apostrophe or a single quotation mark, as its surroundings say. */
export const SINGLE = 4
export const DOUBLE = 5
/** Inside a word it joins: - and the Unicode hyphens, not the dashes. */
export const HYPHEN = 6

const table = new Uint8Array(0x10000).fill(255)

/** The class of the unit at `at`; SPACE beyond either end. Combining marks and soft hyphens count as letters. */
export function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (Number.isNaN(unit)) return SPACE
  const known = table[unit]!
  if (known !== 255) return known
  const found = classOf(String.fromCharCode(unit))
  table[unit] = found
  return found
}

/** A letter with a case of its own that is the upper one. */
export function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase()
}

function classOf(character: string): number {
  if (/[\p{L}\p{M}\u00ad]/u.test(character)) return LETTER
  if (/\p{N}/u.test(character)) return DIGIT
  if (/[\s\u200b\ufeff]/u.test(character)) return SPACE
  if (/['‘’ʼ‛]/u.test(character)) return SINGLE
  if (/["“”„‟«»]/u.test(character)) return DOUBLE
  if (/[-‐‑]/u.test(character)) return HYPHEN
  return OTHER
}
