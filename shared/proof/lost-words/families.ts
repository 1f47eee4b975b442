/** Small words that get lost, in families: words of one family can stand for each other in most places. */

interface LostFamily {
  name: string
  words: readonly string[]
  /** Gaps in a million words of novel that may be called a loss; about half of these are ones in the printed text. */
  wrong: number
}

export const LOST_WORDS: readonly LostFamily[] = [
  { name: 'article', words: 'a an the his her my their'.split(' '), wrong: 40 },
  { name: 'to', words: ['to'], wrong: 24 },
  { name: 'of', words: ['of'], wrong: 20 },
  { name: 'be', words: 'was were is are be been'.split(' '), wrong: 20 },
  { name: 'have', words: 'had has have'.split(' '), wrong: 14 },
  { name: 'doer', words: 'it he she i they we you'.split(' '), wrong: 7 },
]
