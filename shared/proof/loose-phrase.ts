/** A phrase that a comma sets off from the clause before it: one walk over the words of a line for the rules that ask for it. */
import { markMissing, wrongPlaces } from './commas/missing.ts'
import type { StoryFacts } from './facts.ts'
import type { Spot } from './finding.ts'
import type { ProseLine } from './prose-line.ts'
import type { Token } from './tokens.ts'

/** What `begins` finds, and besides what was learnt of such phrases, wherever they stand. */
export function* withLearnt(
  line: ProseLine,
  facts: StoryFacts,
  kind: 'participle' | 'absolute',
  message: string,
  begins: (tokens: readonly Token[], from: number, at: number) => boolean,
): Generator<Spot> {
  const found = [...missingCommas(line, message, begins)]
  yield* found
  const { placed, wrong } = wrongPlaces(line, facts, kind)
  for (const place of wrong) {
    // "I'm on my back looking up": what somebody is doing, with where they are in between.
    const part = placed.words.slice(placed.parts[place.left], place.right)
    if (kind === 'participle' && (part.some(({ lower }) => BEING.test(lower)) || isBound(placed.words, place.right)))
      continue
    const spot = markMissing(line, placed, place, message)
    if (!found.some(({ offset }) => offset === spot.offset)) yield spot
  }
}

/**
 * In narration, wherever at least two words stand without punctuation before the word at `at` and `begins` says that it
 * opens such a phrase. `from` is the first of those words.
 */
function* missingCommas(
  line: ProseLine,
  message: string,
  begins: (tokens: readonly Token[], from: number, at: number) => boolean,
): Generator<Spot> {
  const { tokens, text } = line
  let from = 0
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!
    if (token.kind !== 'word') {
      from = at + 1
      continue
    }
    if (at < from + 2 || !begins(tokens, from, at) || line.isSpeech(token.start)) continue
    const before = tokens[at - 1]!
    yield {
      offset: before.start,
      length: token.end - before.start,
      message,
      replacements: [`${text.slice(before.start, before.end)}, ${token.text}`],
    }
  }
}

/** "Admitted knowing", "continued drawing" and, with no word after it, "answered smiling". */
function isBound(words: readonly Token[], at: number): boolean {
  return (
    TAKING.test(words[at - 1]!.lower) ||
    (/^(?:said|answered|asked|replied)$/.test(words[at - 1]!.lower) && words[at + 1]?.kind !== 'word')
  )
}

/** Verbs whose object an -ing word may be. */
const TAKING =
  /^(?:admitt?|deny|denied|continu|remember|recall|regrett?|mention|suggest|consider|imagin|avoid|resent|risk|practis|practic|kept|keep|return|went|came)(?:e?d|s|es)?$/

/** A form of be in one word with its subject. */
const BEING = /^(?:i'm|(?:he|she|it|that|there)'s|(?:we|you|they)'re)$/
