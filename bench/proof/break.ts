/** Breaks a clean text in known ways, a paragraph a line, and keeps the key. The same text and seed give the same breaks. */
import { type Dice, dice } from '../review/dice.ts'
import type { Mark } from './mark.ts'
import { type Break, type Story, WAYS } from './ways.ts'

export interface Broken {
  text: string
  /** By offset; no two closer than `APART`. */
  marks: Mark[]
}

/** Code units between two breaks, so that neither hides nor makes the other. */
const APART = 60

/** What is wrong only because most of the text does otherwise. */
const ODD = new Set(['ellipsis form', 'dash form', 'quote form', 'apostrophe form', 'other dialect'])

/**
 * One break in about `every` words, the kinds by turns, so that a rare one counts as much as a frequent one as long as
 * the text has places for it.
 */
export function breakText(clean: string, isWord: (word: string) => boolean, seed: number, every = 60): Broken {
  const random = dice(seed)
  const lines = clean.split('\n')
  const story: Story = { lines, speakers: speakersOf(clean), isWord, pick: random }
  const kinds = WAYS.map(({ family, breaks }) => {
    const places: (Break & { family: string })[] = []
    let start = 0
    for (const [at, line] of lines.entries()) {
      const next = lines.slice(at + 1, at + 3).find((other) => other.trim() !== '') ?? ''
      for (const { from, to, wrong, also = [] } of breaks(line, story, next)) {
        places.push({ family, from: start + from, to: start + to, wrong, also })
      }
      start += line.length + 1
    }
    // A form that is to be the odd one out has to stay one.
    const most = ODD.has(family) ? Math.floor(places.length / 8) : places.length
    return shuffled(places, random).slice(0, most)
  })
  const most = Math.round(clean.split(/\s+/).length / every)
  const taken: (Break & { family: string })[] = []
  while (taken.length < most && kinds.some((places) => places.length > 0)) {
    for (const places of kinds) {
      if (taken.length >= most) break
      while (places.length > 0) {
        const place = places.pop()!
        if (taken.some(({ from, to }) => place.from < to + APART && from < place.to + APART)) continue
        taken.push(place)
        break
      }
    }
  }
  return apply(clean, taken)
}

function apply(clean: string, taken: (Break & { family: string })[]): Broken {
  const marks: Mark[] = []
  let text = ''
  let done = 0
  for (const { family, from, to, wrong, also = [] } of taken.sort((one, other) => one.from - other.from)) {
    text += clean.slice(done, from)
    marks.push({ offset: text.length, length: wrong.length, replacement: clean.slice(from, to), also, family })
    text += wrong
    done = to
  }
  return { text: text + clean.slice(done), marks }
}

/** Names beside "said" and its like, as a pattern. */
function speakersOf(text: string): string {
  const verb = '(?:said|asked|cried|replied|answered|exclaimed|demanded|returned)'
  const names = new Set<string>()
  for (const [, after, before] of text.matchAll(new RegExp(`${verb} ([A-Z][a-z]+)\\b|\\b([A-Z][a-z]+) ${verb}`, 'g'))) {
    const name = after ?? before ?? ''
    if (
      !/^(?:He|She|They|It|You|We|The|And|But|Who|Mr|Mrs|Miss|Dr|Sir|Lady|Lord|So|Then|This|That|What|As|No)$/.test(
        name,
      )
    )
      names.add(name)
  }
  return names.size > 0 ? [...names].sort().join('|') : 'Nobody'
}

function shuffled<T>(items: T[], random: Dice): T[] {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = random(at + 1)
    ;[items[at], items[other]] = [items[other]!, items[at]!]
  }
  return items
}
