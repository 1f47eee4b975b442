/** A rare word again within a few lines of itself. */
import { isFunctionWord } from '../function-words.ts'
import type { LineRule } from '../rule.ts'
import type { Token } from '../tokens.ts'
import { baseOf } from '../word-parts.ts'

/** Words between the two. */
const NEAR = 40

export const echo: LineRule = {
  name: 'echo',
  level: 'style',
  kind: 'style',
  title: 'Echo',
  explain: `The same unusual word, or a form of it, stands within ${NEAR} words. Readers hear that; if it is not meant, say it otherwise once.`,
  example: {
    wrong: 'The obsidian stone lay by the obsidian wall.',
    right: 'The obsidian stone lay by the black wall.',
  },
  source: 'A custom of prose; no manual asks for it.',
  *check(line, { facts, previous }) {
    const last = new Map<string, number>()
    const before = previous === null ? [] : rareWords(previous.tokens)
    const own = rareWords(line.tokens)
    const shift = before.length === 0 ? 0 : before[before.length - 1]!.place + 1
    for (const { token, place, stem } of before)
      if (shift - place <= NEAR && !isOften(token, facts)) last.set(stem, place)
    for (const { token, place, stem } of own) {
      if (isOften(token, facts)) continue
      const earlier = last.get(stem)
      last.set(stem, place + shift)
      if (earlier === undefined || place + shift - earlier > NEAR || place + shift - earlier < 2) continue
      const { start, end, text } = token
      yield { offset: start, length: end - start, message: `“${text}” echoes a word shortly before.` }
    }
  },
}

interface Place {
  token: Token
  /** The how-many-eth word of its line. */
  place: number
  stem: string
}

function rareWords(tokens: readonly Token[]): Place[] {
  const found: Place[] = []
  let place = 0
  for (const token of tokens) {
    if (token.kind !== 'word') continue
    place += 1
    if (token.shape !== 'lower' || token.lower.length < 7 || isFunctionWord(token.lower) || COMMON.has(token.lower))
      continue
    found.push({ token, place, stem: stemOf(baseOf(token.lower)) })
  }
  return found
}

/** What the story says all the time is no echo. */
function isOften(token: Token, facts: Parameters<LineRule['check']>[1]['facts']): boolean {
  return facts.isFrequent(token.lower) || facts.isKnown(token.lower)
}

/** Cuts endings, no more: determined, determination → determin. */
function stemOf(word: string): string {
  return word.replace(/(?:ations?|ations|ingly|edly|ness|ment|ings?|ers?|ed|es|ly|s|e)$/, '')
}

const COMMON = new Set(
  'another anything everything something nothing someone anyone everyone because without himself herself themselves through although however thought looking looked turned started already between together against towards toward morning evening tonight tomorrow yesterday himself'.split(
    ' ',
  ),
)
