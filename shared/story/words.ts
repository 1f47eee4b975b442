/**
 * What a word is. A word is a run of letters, digits and their marks. Apostrophes, hyphens, full stops, underscores and
 * soft hyphens inside it belong to it when single ("don't", "well-known", "e.g", "3.14"), commas and colons only
 * between digits ("1,000", "10:30"); dashes and doubled hyphens part words. Scripts that write without spaces (Chinese,
 * Japanese, Thai, Lao, Khmer, Burmese) are parted by Intl.Segmenter.
 */

/** How many words stand in a text. */
export function countWords(text: string): number {
  let count = 0
  for (const [word] of text.matchAll(WORD)) count += UNSPACED.test(word) ? segments(word) : 1
  return count
}

/** The first `most` words with all that stands between them; `cut` says whether there were more. */
export function firstWords(text: string, most: number): { text: string; cut: boolean } {
  let count = 0
  let end = 0
  for (const match of text.matchAll(WORD)) {
    count += UNSPACED.test(match[0]) ? segments(match[0]) : 1
    if (count > most && end > 0) return { text: text.slice(0, end).trim(), cut: true }
    end = match.index + match[0].length
  }
  return { text: text.trim(), cut: false }
}

const WORD =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:(?:['’‘.\-‐‑_\u00ad\u200c\u200d]|(?<=\p{N})[,:](?=\p{N}))[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

function segments(text: string): number {
  let count = 0
  for (const segment of segmenter.segment(text)) if (segment.isWordLike) count += 1
  return count
}
