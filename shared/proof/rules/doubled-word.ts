/** The same word twice in a row, where once was meant. */
import type { LineRule } from '../rule.ts'
import type { Token } from '../tokens.ts'

export const doubledWord: LineRule = {
  name: 'doubled-word',
  level: 'default',
  kind: 'grammar',
  title: 'Doubled word',
  explain:
    'A word stands here twice in a row. Words that are often doubled on purpose (had had, very very, no no) are left alone.',
  example: { wrong: 'She went to the the door.', right: 'She went to the door.' },
  source: 'A slip of the pen; no manual asks for it.',
  *check(line) {
    const { tokens } = line
    for (let at = 1; at < tokens.length; at += 1) {
      const one = tokens[at - 1]!
      const other = tokens[at]!
      if (one.kind !== 'word' || other.kind !== 'word') continue
      if (one.lower !== other.lower) {
        if (isPairTwice(tokens, at)) {
          const first = tokens[at - 3]!
          const pair = line.text.slice(first.start, tokens[at - 2]!.end)
          yield {
            offset: first.start,
            length: other.end - first.start,
            message: `“${one.text} ${other.text}” stands here twice.`,
            replacements: [pair],
          }
        }
        continue
      }
      // A capital on the second is a name or a title: "that That", "Icha Icha", "New York, New York".
      if (other.shape !== 'lower' || !SLIPS.has(other.lower)) continue
      if (tokens[at + 1]?.lower === other.lower || (at > 1 && tokens[at - 2]!.lower === other.lower)) continue
      if (COPULAS.has(other.lower) && isCleft(tokens, at)) continue
      if (other.lower === 'in' && isPhrasal(tokens[at - 2]?.lower)) continue
      yield {
        offset: one.start,
        length: other.end - one.start,
        message: `“${other.text}” stands here twice.`,
        replacements: [one.text],
        sure: ALWAYS.has(other.lower),
      }
    }
  },
}

/** "to the to the door": two small words, twice, without a mark between them. */
function isPairTwice(tokens: readonly Token[], at: number): boolean {
  const [one, other] = [tokens[at - 1]!, tokens[at]!]
  if (!PAIRED.has(one.lower) || !PAIRED.has(other.lower) || other.shape !== 'lower') return false
  return (
    tokens[at - 3]?.lower === one.lower &&
    tokens[at - 2]!.lower === other.lower &&
    tokens[at + 1]?.kind === 'word' &&
    tokens[at + 1]!.lower !== one.lower
  )
}

/** "She came in in a rush": the first one belongs to the verb. */
function isPhrasal(before: string | undefined): boolean {
  return (
    before !== undefined &&
    /^(?:came|come|comes|coming|went|go|goes|going|gone|moved?|moving|walk(?:s|ed|ing)?|let|take|took|taken|break|broke|was|were|is|be|been|am|are|bring|brought|turned?|logged|pull(?:ed)?|settled?|trapped|barged|burst|sat|way|stepped|flew|join(?:ed)?|cave[ds]?)$/.test(
      before,
    )
  )
}

/** Not “and”, “by” and “as”, with which people go on and on and on. */
const PAIRED = new Set(
  'the a an of to from with his their my your our its at for into in on was were he she they it had'.split(' '),
)

const ALWAYS = new Set('the a an of to and or from with his their my your our its at for into than as'.split(' '))

/**
 * Function words that English does not double. Left out: those that it does (had had, that that, her her), what soothes
 * (there there), and what is a name as well (Will will).
 */
const SLIPS = new Set([
  ...ALWAYS,
  ...(
    'in by but if then when while because they he she we it was were are be been would could should might must not ' +
    'this these those have has who which what where how before after about under through during some any him them me us said asked looked ' +
    "didn't wasn't weren't couldn't wouldn't hadn't isn't doesn't"
  ).split(' '),
])

const COPULAS = new Set(['was', 'were', 'are', 'be', 'been'])

/** "What it was was a mess", "all there were were stones": the clause before ends in the verb that the next one begins with. */
function isCleft(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 2; before >= 0 && before > at - 12; before -= 1) {
    const { kind, lower } = tokens[before]!
    if (kind !== 'word') return false
    if (CLEFT.has(lower)) return true
  }
  return false
}

const CLEFT = new Set('what all who whoever whatever where how thing things one ones that everything'.split(' '))
