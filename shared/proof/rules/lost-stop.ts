/** The full stop between two sentences is lost, and the capital tells: he sat down ▮ She looked away. */
import { isFiniteVerb } from '../finite-verbs.ts'
import { isFunctionWord } from '../function-words.ts'
import type { LineRule } from '../rule.ts'
import type { Token } from '../tokens.ts'
import { VERB_OF_THIRD } from '../verbs.ts'

export const lostStop: LineRule = {
  name: 'lost-stop',
  level: 'default',
  kind: 'punctuation',
  title: 'No mark between two sentences',
  explain:
    'A new sentence begins here, as its capital says, but the one before it has not ended. A full stop, a question mark or an ' +
    'exclamation mark is lost.',
  example: { wrong: 'He sat down She looked away.', right: 'He sat down. She looked away.' },
  source: 'Chicago Manual of Style 17th ed. 6.12 (period), 6.68 (question mark).',
  *check({ tokens, text, heading }) {
    if (heading) return
    for (let at = 2; at < tokens.length; at += 1) {
      const token = tokens[at]!
      if (token.shape !== 'Capital' || !BEGINNINGS.has(token.lower)) continue
      const last = tokens[at - 1]!
      if (last.shape !== 'lower' || (isFunctionWord(last.lower) && !ENDINGS.has(last.lower))) continue
      if (LEADING.has(last.lower) || !/^\s+$/.test(text.slice(last.end, token.start))) continue
      if (!beginsSentence(tokens, at) || !isSentence(tokens, at)) continue
      yield {
        offset: last.start,
        length: token.end - last.start,
        message: 'One sentence ends here and another begins, with no mark between them.',
        replacements: ['.', '?', '!'].map((mark) => `${last.text}${mark} ${token.text}`),
      }
    }
  },
}

/** "She looked", "The door was": a small word follows, and a verb near. */
function beginsSentence(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at]!
  const next = tokens[at + 1]
  if (next?.kind !== 'word') return false
  if (CONTRACTED.test(lower)) return true
  if (next.shape !== 'lower') return false
  const near = tokens.slice(at + 1, at + (PRONOUNS.has(lower) ? 3 : 6))
  return near.some(isVerb)
}

/** What stands before it in its sentence has a verb of its own. */
function isSentence(tokens: readonly Token[], to: number): boolean {
  let found = false
  for (let at = to - 1; at >= 0; at -= 1) {
    const token = tokens[at]!
    if (token.kind === 'open' || token.kind === 'close') return found
    if (token.kind === 'mark' && /^[.!?…:;(*_]/.test(token.text)) return found
    if (isVerb(token)) found = true
  }
  return found
}

function isVerb({ kind, lower }: Token): boolean {
  return kind === 'word' && (isFiniteVerb(lower) || VERB_OF_THIRD.has(lower) || CONTRACTED.test(lower))
}

const PRONOUNS = new Set('he she they it we you'.split(' '))

const CONTRACTED = /^(?:(?:he|she|it|that|there)'(?:s|d|ll)|(?:we|they|you)'(?:re|d|ll|ve))$/

const BEGINNINGS = new Set(
  "he she they it we you the a this there his her their its my then that when he's she's it's they're we're there's that's he'd she'd they'd it'd".split(
    ' ',
  ),
)

/** Small words that may end a sentence. */
const ENDINGS = new Set(
  'it him her them me us you there here up down in out on off over away back around again too now then more yet still inside outside ever hers his mine yours theirs'.split(
    ' ',
  ),
)

/** What follows may be a name, a title or what is said. */
const LEADING = new Set(
  'called named said says read reads titled entitled word words sign thought saying song book film movie'.split(' '),
)
