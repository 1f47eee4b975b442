/** What is found in lines of text for a query, and what it is replaced by. Pure; runs here and in the worker alike. */

export interface FindQuery {
  text: string
  matchCase: boolean
  wholeWord: boolean
  /** `text` is a JavaScript regular expression with the `u` flag, matched line by line. */
  regex: boolean
}

export interface FindMatch {
  /** Number of the line, from 0. */
  line: number
  /** UTF-16 code units from the start of the line. */
  from: number
  to: number
  /** Captured groups from $1 on; "" for one that took no part. */
  groups: readonly string[]
  /** By name; null when the expression names none. */
  named: Readonly<Record<string, string>> | null
}

/** No search gives more: nobody looks at more, and each one is drawn. */
export const MOST_MATCHES = 10_000

/** Throws SyntaxError when the query is not a regular expression. */
export function patternOf({ text, matchCase, wholeWord, regex }: FindQuery): RegExp {
  // Compiled alone first, so that a stray bracket cannot close the group that is put around it.
  const source = regex ? new RegExp(text, 'u').source : text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  return new RegExp(wholeWord ? `${NOT_AFTER_WORD}(?:${source})${NOT_BEFORE_WORD}` : source, matchCase ? 'gu' : 'giu')
}

/** Matches in one line; empty ones are skipped. At most `most`. */
export function matchesIn(text: string, line: number, pattern: RegExp, most: number): FindMatch[] {
  const matches: FindMatch[] = []
  for (const match of text.matchAll(pattern)) {
    if (matches.length >= most) break
    if (match[0] === '') continue
    matches.push({
      line,
      from: match.index,
      to: match.index + match[0].length,
      groups: match.slice(1).map((group) => group ?? ''),
      named: match.groups
        ? Object.fromEntries(Object.entries(match.groups).map(([name, group]) => [name, group ?? '']))
        : null,
    })
  }
  return matches
}

/**
 * The text that replaces a match. In a regular expression's replacement $&, $1…$99, $<name> and $$ stand for what they
 * stand for in JavaScript; otherwise every character stands for itself. Line ends become spaces.
 */
export function replacementOf(match: FindMatch, found: string, template: string, regex: boolean): string {
  const text = regex ? template.replace(/\$(?:([$&])|(\d{1,2})|<([^>]*)>)/g, expand) : template
  return text.replace(/[\r\n]+/g, ' ')

  function expand(whole: string, sign?: string, digits?: string, name?: string): string {
    if (sign === '$') return '$'
    if (sign === '&') return found
    if (name !== undefined) return match.named === null ? whole : (match.named[name] ?? '')
    if (digits === undefined) return whole
    const group = groupOf(match.groups, digits)
    return group === null ? whole : group
  }
}

/** "$12" is group 12 where there is one, else group 1 followed by "2". */
function groupOf(groups: readonly string[], digits: string): string | null {
  const both = Number(digits)
  if (both >= 1 && both <= groups.length) return groups[both - 1]!
  const first = Number(digits[0])
  return digits.length === 2 && first >= 1 && first <= groups.length ? groups[first - 1]! + digits[1] : null
}

const NOT_AFTER_WORD = String.raw`(?<![\p{L}\p{N}\p{M}_])`
const NOT_BEFORE_WORD = String.raw`(?![\p{L}\p{N}\p{M}_])`
