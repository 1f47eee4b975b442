/** "Well", "yes", "no", "oh" at the head of a spoken sentence without the comma after it. */
import type { LineRule } from '../rule.ts'
import { spokenSentences } from '../speech-sentences.ts'
import type { Token } from '../tokens.ts'

export const interjectionComma: LineRule = {
  name: 'interjection-comma',
  level: 'default',
  kind: 'punctuation',
  title: 'Comma after yes, no, well',
  explain:
    'A yes, no, well or oh at the head of a sentence is an exclamation by itself, and a comma parts it from the sentence.',
  example: { wrong: '“Well I never saw him.”', right: '“Well, I never saw him.”' },
  source: 'Chicago Manual of Style 17th ed. 6.34-6.35.',
  *check(line) {
    const { tokens } = line
    for (const { from, to } of spokenSentences(line)) {
      const word = tokens[from]!
      const next = tokens[from + 1]
      if (word.kind !== 'word' || next?.kind !== 'word' || from + 2 > to) continue
      if (!HEADS.has(word.lower) || !beginsClause(word.lower, next, tokens[from + 2])) continue
      yield {
        offset: word.start,
        length: word.end - word.start,
        message: `A comma follows “${word.text}” here.`,
        replacements: [`${word.text},`],
        sure: word.lower === 'yes' || word.lower === 'no' || word.lower === 'well',
      }
    }
  },
}

function beginsClause(head: string, next: Token, after: Token | undefined): boolean {
  const { lower } = next
  if (/^(?:i|you|he|she|we|they|it)['’](?:m|s|re|ve|ll|d)$/.test(lower)) return true
  if (lower === "that's" || lower === "there's" || lower === "what's") return head !== 'oh'
  if (!SUBJECTS.has(lower) || after === undefined || after.kind !== 'word') return false
  if (lower === 'i') return head !== 'well' || after.lower !== 'never'
  if (head === 'well') return true
  // "Oh you poor thing" is one exclamation.
  if (lower === 'you' || lower === 'it') return FINITE.has(after.lower)
  return FINITE.has(after.lower) || after.lower.endsWith('ed') || KNOWING.has(after.lower)
}

const HEADS = new Set('well yes no yeah yep nope nah oh okay ok hey um uh erm hmm wow ah'.split(' '))
const SUBJECTS = new Set('i you he she we they it'.split(' '))
const FINITE = new Set(
  (
    "am is are was were do does did have has had will would can could should may might must isn't aren't wasn't weren't don't " +
    "doesn't didn't haven't hasn't hadn't won't wouldn't can't couldn't shouldn't ain't"
  ).split(' '),
)
const KNOWING = new Set(
  'know think thought see saw guess mean want need love hate like said hope heard knew suppose believe get got just really never'.split(
    ' ',
  ),
)
