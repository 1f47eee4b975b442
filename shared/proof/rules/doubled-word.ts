/** The same word twice in a row, where once was meant. */
import type { LineRule } from '../rule.ts'

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
      if (one.kind !== 'word' || other.kind !== 'word' || one.lower !== other.lower) continue
      // A capital on the second is a name or a title: "that That", "Icha Icha", "New York, New York".
      if (other.shape !== 'lower' || !SLIPS.has(other.lower)) continue
      if (tokens[at + 1]?.lower === other.lower || (at > 1 && tokens[at - 2]!.lower === other.lower)) continue
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

/** "She came in in a rush": the first one belongs to the verb. */
function isPhrasal(before: string | undefined): boolean {
  return (
    before !== undefined &&
    /^(?:came|come|comes|coming|went|go|goes|going|gone|moved?|moving|walk(?:s|ed|ing)?|let|take|took|taken|break|broke|was|were|is|be|been|am|are|bring|brought|turned?|logged|pull(?:ed)?|settled?|trapped|barged|burst|sat|stepped|flew|join(?:ed)?|cave[ds]?)$/.test(
      before,
    )
  )
}

const ALWAYS = new Set('the a an of to and or from with his their my your our its at for into than as'.split(' '))

/** Function words that English does not double; "had had", "that that", "is is", "you you" and adverbs it does. */
const SLIPS = new Set([
  ...ALWAYS,
  ...(
    'in by but if then when while because they he she we it was were are be been will would could should can may might ' +
    'must not this these those there here have has who which what where how before after about under through during some any ' +
    'him them me us said asked looked'
  ).split(' '),
])
