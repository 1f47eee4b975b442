/**
 * A term of the story's own that most of it writes with a capital, or most of it without, and here is otherwise: a
 * hokage among Hokages, "the Sound" among "The Sound". Words that a dictionary has may mean two things and are left out.
 */
import { COMPOUNDS, COUNTS } from '../compounds.ts'
import type { ProseLine } from '../prose-line.ts'
import type { StoryRule, StorySpot, StoryView } from '../rule.ts'
import type { Speller } from '../speller.ts'
import { askedOnce } from '../spelling/asked-once.ts'
import type { LineSummary } from '../summary.ts'
import type { Token } from '../tokens.ts'
import { baseOf } from '../word-parts.ts'

export const inventedCapital: StoryRule = {
  name: 'invented-capital',
  level: 'default',
  kind: 'consistency',
  title: 'Capital of a term',
  explain:
    'The story has made this word its own and nearly always writes it one way, with a capital or without, or with a capital on its “The”. Here it is the other way.',
  example: {
    wrong: 'soldiers of The Sound … the leader of the Sound',
    right: 'soldiers of The Sound … the leader of The Sound',
  },
  source: 'Chicago Manual of Style 17th ed. 8.1 (consistency), 8.6.',
  *checkStory(story) {
    yield* termsOf(story)
    yield* articlesOf(story)
  },
}

const isRight = askedOnce((word, speller) => speller.correct(word))

function* termsOf({ words, summaries, lines, facts, speller, otherSpeller }: StoryView): Generator<StorySpot> {
  if (speller === null) return
  const wrong = new Map<string, 'capital' | 'lower'>()
  for (const [word, { capital, first, lower }] of words) {
    if (capital === 0 || lower === 0 || word.length < 4) continue
    // Somebody's name, one time without: said ezra.
    const isNameOnce = lower === 1 && capital >= 1 && capital + first >= 3
    if (capital + lower < 5 && !isNameOnce) continue
    if (isRight(word, speller) || (otherSpeller !== null && isRight(word, otherSpeller))) continue
    if (capital >= 4 * lower || isNameOnce) wrong.set(word, 'lower')
    else if (lower >= 4 * capital) wrong.set(word, 'capital')
  }
  if (wrong.size === 0) return
  const doubtful: number[] = []
  const counted = new Set<string>()
  for (const [line, summary] of summaries.entries()) {
    const { lowers, capitals } = ownWordsOf(summary, speller)
    const isLower = lowers.some((word) => wrong.has(word))
    if (!isLower && !capitals.some((word) => wrong.has(word))) continue
    doubtful.push(line)
    if (isLower) addCounted(lines[line]!, wrong, counted)
  }
  for (const word of counted) wrong.delete(word)
  for (const line of doubtful) {
    const { tokens } = lines[line]!
    for (const [at, token] of tokens.entries()) {
      if (token.kind !== 'word' || token.shape === 'UPPER') continue
      const way = wrong.get(baseOf(token.lower))
      const isCapital = token.shape === 'Capital'
      if (way === undefined || (way === 'capital') !== isCapital) continue
      // With a name or in address it is a title: Hokage Tsunade, "Yes, Hokage."
      if (isCapital && (!isAmid(tokens, at) || isBesideName(tokens, at) || lines[line]!.isSpeech(token.start))) continue
      // "sakura colored": the thing that the name is taken from.
      if (!isCapital && COMPOUNDS.has(tokens[at + 1]?.lower ?? '')) continue
      const first = token.text.slice(0, 1)
      const right = (isCapital ? first.toLowerCase() : first.toUpperCase()) + token.text.slice(1)
      const message = `Most of the story writes “${baseOf(right)}”.`
      if (isCapital && facts.isName(token.text)) continue
      yield { line, offset: token.start, length: token.end - token.start, message, replacements: [right] }
    }
  }
}

/** What of a line's words a dictionary lacks, in lower case: few, while every word of the story would be asked for after every edit. */
interface OwnWords {
  lowers: readonly string[]
  capitals: readonly string[]
}

function ownWordsOf(summary: LineSummary, speller: Speller): OwnWords {
  let known = ownWords.get(speller)
  if (known === undefined) {
    known = new WeakMap()
    ownWords.set(speller, known)
  }
  let own = known.get(summary)
  if (own === undefined) {
    const isOwn = (word: string): boolean => !isRight(word, speller)
    own = {
      lowers: summary.lowers.filter(isOwn),
      capitals: summary.capitals.map((word) => word.toLowerCase()).filter(isOwn),
    }
    known.set(summary, own)
  }
  return own
}

const ownWords = new WeakMap<Speller, WeakMap<LineSummary, OwnWords>>()

/** Words that are counted in lower case: fifteen louis are no people of that name. */
function addCounted(
  { tokens }: ProseLine,
  wrong: ReadonlyMap<string, 'capital' | 'lower'>,
  counted: Set<string>,
): void {
  for (let at = 1; at < tokens.length; at += 1) {
    const token = tokens[at]!
    if (token.shape !== 'lower' || wrong.get(token.lower) !== 'lower') continue
    const before = tokens[at - 1]!
    if (before.kind === 'number' || COUNTS.has(before.lower)) counted.add(token.lower)
  }
}

/** The article of a name, amid a sentence: from The Sound, of the Sound. */
function* articlesOf({ words, lines }: StoryView): Generator<StorySpot> {
  if ((words.get('the')?.capital ?? 0) < 1) return
  const places = new Map<string, { line: number; token: Token }[]>()
  for (const [line, prose] of lines.entries()) {
    for (const { name, token } of articlesIn(prose)) {
      const found = places.get(name)
      if (found) found.push({ line, token })
      else places.set(name, [{ line, token }])
    }
  }
  for (const [name, found] of places) {
    const capitals = found.filter(({ token }) => token.shape === 'Capital').length
    const usual = capitals * 4 >= found.length * 3 ? 'The' : capitals * 4 <= found.length ? 'the' : null
    if (usual === null || found.length < 4 || capitals === 0) continue
    for (const { line, token } of found) {
      if (token.text === usual) continue
      const message = `Most of the story writes “${usual} ${name}”.`
      yield { line, offset: token.start, length: token.end - token.start, message, replacements: [usual] }
    }
  }
}

interface Article {
  /** Of what. */
  name: string
  token: Token
}

/** Every article of a name in a line; what is said of a line's text never changes. */
function articlesIn(line: ProseLine): readonly Article[] {
  let articles = known.get(line)
  if (articles !== undefined) return articles
  const found: Article[] = []
  const { tokens } = line
  for (let at = 1; at + 1 < tokens.length; at += 1) {
    const token = tokens[at]!
    const next = tokens[at + 1]!
    if (token.lower !== 'the' || token.shape === 'UPPER' || !isAmid(tokens, at) || next.shape !== 'Capital') continue
    found.push({ name: baseOf(next.text), token })
  }
  articles = found
  known.set(line, articles)
  return articles
}

const known = new WeakMap<ProseLine, readonly Article[]>()

/** A word stands right before, so a capital here means something. */
function isAmid(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return before?.kind === 'word' && before.shape === 'lower'
}

function isBesideName(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.shape === 'Capital' || tokens[at - 1]?.shape === 'Capital'
}
