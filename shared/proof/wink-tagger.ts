/**
 * A Tagger by wink-nlp and its small English model: a megabyte and a second to load, so whoever wants it imports this
 * file only then. It cuts words its own way (do n't, well - known); the classes are laid back onto the words given.
 */
import model from 'wink-eng-lite-web-model'
import winkNlp from 'wink-nlp'
import type { Tagger, WordClass } from './tagger.ts'

/** Sentences remembered, as several rules ask for the same one. */
const KEPT = 4000

/** A second's work; make one. */
export function winkTagger(): Tagger {
  const wink = winkNlp(model, ['pos'])
  const kept = new Map<string, readonly WordClass[]>()
  return {
    tag(words) {
      if (words.length === 0) return []
      const text = words.map((word) => word.replace(/[‘’]/g, "'").replace(/\s+/g, '')).join(' ')
      const known = kept.get(text)
      if (known) return known
      const tokens = wink.readDoc(text).tokens()
      const classes = laidBack(text.split(' '), tokens.out(wink.its.value), tokens.out(wink.its.pos) as WordClass[])
      if (kept.size >= KEPT) kept.clear()
      kept.set(text, classes)
      return classes
    },
  }
}

/**
 * A word that was cut has the class of its first piece (don't: do); cut at hyphens, of its last, a participle
 * there being an adjective (well-known).
 */
function laidBack(words: readonly string[], pieces: readonly string[], classes: readonly WordClass[]): WordClass[] {
  const laid: WordClass[] = []
  let piece = 0
  for (const word of words) {
    const first = piece
    let length = 0
    while (piece < pieces.length && length < word.length) {
      length += pieces[piece]!.length
      piece += 1
    }
    const isCompound = word.includes('-') && piece - first > 2
    const own = classes[isCompound ? lastWord(classes, first, piece) : first] ?? 'X'
    laid.push(isCompound && own === 'VERB' ? 'ADJ' : own)
  }
  return laid
}

function lastWord(classes: readonly WordClass[], from: number, to: number): number {
  for (let at = to - 1; at > from; at -= 1) if (classes[at] !== 'PUNCT' && classes[at] !== 'PART') return at
  return from
}
