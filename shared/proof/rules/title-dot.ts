/** Mr. with a full stop in one place and without in another. */
import type { ProseLine } from '../prose-line.ts'
import type { StoryRule, StorySpot } from '../rule.ts'

interface Place {
  dotted: boolean
  offset: number
  /** Of the title and its full stop. */
  length: number
  title: string
}

export const titleDot: StoryRule = {
  name: 'title-dot',
  level: 'default',
  kind: 'consistency',
  title: 'Mr. or Mr',
  explain:
    'A title before a name is written in one way all through: with a full stop in American books (Mr. Rook), without one in ' +
    'British books (Mr Rook).',
  example: { wrong: 'Mr Rook (in a story that writes Mr. everywhere)', right: 'Mr. Rook' },
  source: 'Chicago Manual of Style 17th ed. 10.4, 10.16 (with); New Hart’s Rules 10.2.4 (without).',
  *checkStory({ lines, words, facts }) {
    if (!TITLES.some((title) => words.has(title))) return
    const places = lines.map(placesOf)
    let dotted = 0
    let bare = 0
    for (const line of places) {
      for (const place of line) {
        if (place.dotted) dotted += 1
        else bare += 1
      }
    }
    if (dotted === 0 || bare === 0) return
    const isBritish = facts.dialect === 'en-GB' || facts.forms.quotes === 'single'
    const isDotted = dotted === bare ? !isBritish : dotted > bare
    for (const [line, found] of places.entries()) {
      for (const { dotted: has, offset, length, title } of found) {
        if (has === isDotted) continue
        const right = isDotted ? `${title}.` : title
        yield {
          line,
          offset,
          length,
          message: `Elsewhere the story writes “${right}”.`,
          replacements: [right],
          sure: true,
        } satisfies StorySpot
      }
    }
  },
}

const TITLES = ['mr', 'mrs', 'ms', 'dr', 'mx']

/** By line: what stands in a line's text never changes. */
const known = new WeakMap<ProseLine, readonly Place[]>()

function placesOf(line: ProseLine): readonly Place[] {
  let places = known.get(line)
  if (places === undefined) {
    places = /\b(?:M[rsx]s?|Dr)\b/.test(line.text) ? placesIn(line) : []
    known.set(line, places)
  }
  return places
}

function placesIn({ tokens }: ProseLine): Place[] {
  const places: Place[] = []
  for (const [at, token] of tokens.entries()) {
    if (token.shape !== 'Capital' || !TITLES.includes(token.lower)) continue
    const next = tokens[at + 1]
    const dotted = next?.text === '.' && next.start === token.end
    const name = dotted ? tokens[at + 2] : next
    if (name?.shape !== 'Capital') continue
    places.push({
      dotted,
      offset: token.start,
      length: (dotted ? next.end : token.end) - token.start,
      title: token.text,
    })
  }
  return places
}
