/** The words of a dictionary that lie near a misspelling: what it may have been meant to be. Found once for a word, and kept. */
import type { Speller } from '../speller.ts'
import { FICTION_WORDS } from './fiction-words.ts'
import { nearness } from './nearness.ts'

export interface NearWord {
  /** In lower case. */
  word: string
  /** As in `nearness`. */
  cost: number
}

/** Beyond this no misspelling lies from what was meant, but for the long ones. */
export const FAR = 1.6

/** What lies no further than `FAR`, nearest first, without the word itself; in lower case both. Some tenths of a millisecond. */
export function nearWords(lower: string, speller: Speller): readonly NearWord[] {
  const index = indexOf(speller)
  let found = index.found.get(lower)
  if (found === undefined) {
    const costs = new Map<string, number>()
    for (const written of likeWords(lower, speller)) {
      const word = written.toLowerCase()
      if (word === lower || costs.has(word)) continue
      const cost = nearness(lower, word, FAR)
      if (cost <= FAR) costs.set(word, cost)
    }
    found = [...costs].map(([word, cost]) => ({ word, cost })).sort((one, other) => one.cost - other.cost)
    index.found.set(lower, found)
  }
  return found
}

/** There is a list of words to look in: without one nobody can tell what is near. */
export function hasWordList(speller: Speller): boolean {
  return indexOf(speller).size > 0
}

/** Words as the dictionary writes them, of about the length, that share all but three letters. */
export function likeWords(lower: string, speller: Speller): string[] {
  const mask = maskOf(lower)
  const found: string[] = []
  const { byLength } = indexOf(speller)
  for (let length = lower.length - 2; length <= lower.length + 2; length += 1) {
    const shelf = byLength.get(length)
    if (shelf === undefined) continue
    const { words } = shelf
    const masks = masksOf(shelf)
    for (let at = 0; at < words.length; at += 1) if (isAlike(masks[at]! ^ mask)) found.push(words[at]!)
  }
  return found
}

/** Shorter words of fiction are sounds and droppings: right where they stand, wrong as a guess. */
const OFFERED = 5

interface Shelf {
  words: string[]
  /** One bit for each letter that occurs; empty until somebody looks here. */
  masks: number[]
}

function masksOf({ words, masks }: Shelf): readonly number[] {
  for (let at = masks.length; at < words.length; at += 1) masks.push(maskOf(words[at]!.toLowerCase()))
  return masks
}

interface Index {
  byLength: ReadonlyMap<number, Shelf>
  size: number
  found: Map<string, readonly NearWord[]>
}

const indexes = new WeakMap<Speller, Index>()

function indexOf(speller: Speller): Index {
  let index = indexes.get(speller)
  if (index === undefined) {
    const listed = speller.words()
    const byLength = new Map<number, Shelf>()
    const put = (word: string): void => {
      let shelf = byLength.get(word.length)
      if (shelf === undefined) {
        shelf = { words: [], masks: [] }
        byLength.set(word.length, shelf)
      }
      shelf.words.push(word)
    }
    for (const word of listed) put(word)
    if (listed.length > 0) {
      for (const word of FICTION_WORDS) if (word.length >= OFFERED && !speller.correct(word)) put(word)
    }
    index = { byLength, size: listed.length, found: new Map() }
    indexes.set(speller, index)
  }
  return index
}

function maskOf(word: string): number {
  let mask = 0
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charCodeAt(at) - 97
    if (letter >= 0 && letter < 26) mask |= 1 << letter
  }
  return mask
}

/** Three letters at most stand in one of the words only. */
function isAlike(difference: number): boolean {
  let rest = difference
  rest &= rest - 1
  rest &= rest - 1
  rest &= rest - 1
  return rest === 0
}
