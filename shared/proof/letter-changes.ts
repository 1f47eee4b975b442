/** Which letters a correction changes where it stands for many words: the marks of a speech, not the speech. */

/** UTF-16 code units of the words; `insert` takes the place of what lies between. */
export interface LetterChange {
  from: number
  to: number
  insert: string
}

/**
 * In order and apart. One, of everything, unless the words are several and as long as what takes their place: a single word is
 * read as a whole. Never cuts a surrogate pair. None for equal words.
 */
export function letterChanges(words: string, replacement: string): LetterChange[] {
  if (words === replacement) return []
  if (words.length !== replacement.length || !/\s/.test(words)) {
    return [{ from: 0, to: words.length, insert: replacement }]
  }
  const changes: LetterChange[] = []
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] === replacement[at]) continue
    let [from, to] = [at, at + 1]
    if (isInPair(words, from) || isInPair(replacement, from)) from -= 1
    while (to < words.length && (words[to] !== replacement[to] || isInPair(words, to) || isInPair(replacement, to))) {
      to += 1
    }
    const last = changes.at(-1)
    // Two pairs that begin alike.
    if (last?.to === from) from = changes.pop()!.from
    changes.push({ from, to, insert: replacement.slice(from, to) })
    at = to
  }
  return changes
}

function isInPair(words: string, at: number): boolean {
  return /[\uDC00-\uDFFF]/.test(words[at] ?? '')
}
