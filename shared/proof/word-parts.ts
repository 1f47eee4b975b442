/** What a word is made of, for vocabularies and dictionaries: the base without its possessive, the parts between hyphens. */

/** Without a possessive ending, straight or curly: Naruto's → Naruto, James' → James. Anything else as it is. */
export function baseOf(word: string): string {
  const last = word.length - 1
  if (isApostrophe(word[last])) return (word[last - 1] ?? '').toLowerCase() === 's' ? word.slice(0, last) : word
  if (isApostrophe(word[last - 1]) && (word[last] === 's' || word[last] === 'S') && last > 1)
    return word.slice(0, last - 1)
  return word
}

/** The bases between hyphens, none of them empty: Sakura-chan's → Sakura, chan. */
export function partsOf(word: string): readonly string[] {
  const base = baseOf(word)
  if (!base.includes('-')) return [base]
  return base.split('-').filter((part) => part !== '')
}

function isApostrophe(letter: string | undefined): boolean {
  return letter === "'" || letter === '’'
}
