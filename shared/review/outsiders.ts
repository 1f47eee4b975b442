/**
 * People whom only a file names: whoever wrote a comment or a tracked change that came in with it. They are never an
 * account, cannot do anything, and are called what the file says. In a review they stand where accounts do.
 */

/** What no account begins with. */
const MARK = '~'
/** UTF-16 code units. */
const MOST_NAME = 80

/** As which that person stands in a review. A file that does not say makes one nameless person. */
export function outsider(name: string): string {
  return MARK + shortName(name)
}

/** What the person is called; null for an account. */
export function outsiderName(by: string): string | null {
  return by.startsWith(MARK) ? by.slice(MARK.length) || 'Unnamed' : null
}

/** Without what would turn or break a line. */
function shortName(name: string): string {
  const clean = name.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
  return clean.length > MOST_NAME ? clean.slice(0, MOST_NAME).replace(/[\ud800-\udbff]$/, '') : clean
}
