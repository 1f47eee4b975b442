/** Where text may be cut: never inside what a reader sees as one character, and so never inside a surrogate pair. */

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** No cluster that people write is longer; keeps the look around a place short. In UTF-16 code units. */
const REACH = 64

/** Whether a cut of `text` at `index` would leave every grapheme whole. The ends of the text are fine. */
export function mayCut(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return true
  if (isPlain(text.charCodeAt(index - 1)) && isPlain(text.charCodeAt(index))) return true
  const from = Math.max(0, index - REACH)
  const around = text.slice(from, index + REACH)
  return segmenter.segment(around).containing(index - from)?.index === index - from
}

/** The last place at or before `index` where `text` may be cut. */
export function cutBefore(text: string, index: number): number {
  let at = index
  while (!mayCut(text, at)) at -= 1
  return at
}

/** Below the first combining mark nothing joins its neighbour ("\r\n" never occurs in a story). */
function isPlain(unit: number): boolean {
  return unit < 0x300 && unit !== 0xad
}
