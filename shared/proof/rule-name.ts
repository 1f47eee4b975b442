/** A rule's name as people read it where its title is not known: of old suggestions, or where the checker does not run. */

/** "Tag comma" of "tag-comma"; "Modal of, from Harper" of "harper/modal-of". */
export function plainRuleName(rule: string): string {
  const from = rule.indexOf('/')
  const words = rule.slice(from + 1).replaceAll('-', ' ')
  const plain = capital(words)
  return from < 0 ? plain : `${plain}, from ${capital(rule.slice(0, from))}`
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
