/** A rule's name as people read it where its title is not known: of old suggestions, or where the checker does not run. */

/** "Tag comma" of "tag-comma". */
export function plainRuleName(rule: string): string {
  const words = rule.replaceAll('-', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
