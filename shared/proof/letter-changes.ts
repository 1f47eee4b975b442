/** What a correction changes where only the marks around words do: those of a speech, not the speech. */

/** UTF-16 code units of the words; `insert` takes the place of what lies between. */
export interface LetterChange {
  from: number
  to: number
  insert: string
}

/**
 * In order and apart; the first begins with the words and the last ends with them. One, of everything, where a letter or a figure
 * changes, or an end stays: that is read as a whole. None for equal words.
 */
export function letterChanges(words: string, replacement: string): LetterChange[] {
  if (words === replacement) return []
  const marks = words.length === replacement.length ? marksChanged(words, replacement) : []
  const around = marks[0]?.from === 0 && marks.at(-1)?.to === words.length
  return around && marks.every(isOfMarks(words)) ? marks : [{ from: 0, to: words.length, insert: replacement }]
}

/** What differs, letter by letter. */
function marksChanged(words: string, replacement: string): LetterChange[] {
  const changes: LetterChange[] = []
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] === replacement[at]) continue
    const from = at
    while (at < words.length && words[at] !== replacement[at]) at += 1
    changes.push({ from, to: at, insert: replacement.slice(from, at) })
  }
  return changes
}

/** No letter, no figure, and no half of a surrogate pair. */
function isOfMarks(words: string): (change: LetterChange) => boolean {
  return ({ from, to, insert }) =>
    !/[\p{L}\p{N}\p{Cs}]/u.test(words.slice(from, to) + insert) && isWhole(words, from, to)
}

/** Not so for letters beyond the basic plane: they differ in one half alone, or in both. */
function isWhole(words: string, from: number, to: number): boolean {
  return [from - 1, from, to - 1, to].every((at) => !/[\uD800-\uDFFF]/.test(words[at] ?? ''))
}
