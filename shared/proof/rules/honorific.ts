/** Honorifics after names, written as most of the story writes them: Sakura-chan, not Sakura chan or Sakura-Chan. */
import { isUpper } from '../letters.ts'
import type { ProseLine } from '../prose-line.ts'
import type { StoryRule, StorySpot } from '../rule.ts'
import { baseOf } from '../word-parts.ts'

type Form = 'joined' | 'apart' | 'Joined'

interface Place {
  form: Form
  offset: number
  length: number
  /** With a possessive or not, as written. */
  name: string
  suffix: string
}

export const honorific: StoryRule = {
  name: 'honorific',
  level: 'default',
  kind: 'consistency',
  title: 'Honorific',
  explain:
    'Most of the story writes honorifics in one way (Sakura-chan), and here it is another (Sakura chan, Sakura-Chan). Dismiss it where somebody writes so on purpose.',
  example: { wrong: 'Sakura-chan, Ino-chan, and Hinata chan', right: 'Sakura-chan, Ino-chan, and Hinata-chan' },
  source:
    'Consistency within the story; no manual settles honorifics (Chicago Manual of Style 17th ed. 2.70, style sheets).',
  *checkStory(story) {
    if (![...SUFFIXES].some((suffix) => story.words.has(suffix))) return
    const places = story.lines.map((line) =>
      candidatesIn(line).filter(({ form, name }) => form !== 'apart' || story.facts.isName(name)),
    )
    const counts = { joined: 0, apart: 0, Joined: 0 }
    for (const line of places) for (const { form } of line) counts[form] += 1
    const usual = (Object.keys(counts) as Form[]).find((form) => counts[form] >= 3 && isMost(counts[form], counts))
    if (usual === undefined) return
    for (const [line, found] of places.entries()) {
      for (const { form, offset, length, name, suffix } of found) {
        if (form === usual) continue
        const right = written(usual, name, suffix)
        const message = `Most of the story writes “${right}”.`
        yield { line, offset, length, message, replacements: [right], sure: true } satisfies StorySpot
      }
    }
  },
}

function isMost(count: number, counts: Readonly<Record<Form, number>>): boolean {
  return count * 4 >= (counts.joined + counts.apart + counts.Joined) * 3
}

function written(form: Form, name: string, suffix: string): string {
  const lower = suffix.toLowerCase()
  if (form === 'joined') return `${name}-${lower}`
  return form === 'apart' ? `${name} ${lower}` : `${name}-${lower.slice(0, 1).toUpperCase()}${lower.slice(1)}`
}

/** Whether a name stands before it is asked later: that is about the story. What is said of a line's text never changes. */
function candidatesIn(line: ProseLine): readonly Place[] {
  let places = known.get(line)
  if (places === undefined) {
    places = line.tokens.length === 0 ? [] : placesIn(line)
    known.set(line, places)
  }
  return places
}

const known = new WeakMap<ProseLine, readonly Place[]>()

function placesIn({ tokens, text }: ProseLine): Place[] {
  const places: Place[] = []
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word' || !isUpper(token.text[0]!)) continue
    const hyphen = token.text.lastIndexOf('-')
    if (hyphen > 0) {
      const suffix = token.text.slice(hyphen + 1)
      if (!SUFFIXES.has(baseOf(suffix).toLowerCase())) continue
      const form = isUpper(suffix[0]!) ? 'Joined' : 'joined'
      places.push({
        form,
        offset: token.start,
        length: token.end - token.start,
        name: token.text.slice(0, hyphen),
        suffix,
      })
      continue
    }
    const next = tokens[at + 1]
    if (next?.kind !== 'word' || next.shape !== 'lower' || next.start !== token.end + 1) continue
    if (!SUFFIXES.has(baseOf(next.lower))) continue
    places.push({
      form: 'apart',
      offset: token.start,
      length: next.end - token.start,
      name: token.text,
      suffix: text.slice(next.start, next.end),
    })
  }
  return places
}

/** Those that are no English words. */
const SUFFIXES = new Set(
  'chan kun san sama sensei senpai sempai dono nii nee teme hime tan oniisan oneesan nii-san ssi nim oppa noona hyung'.split(
    ' ',
  ),
)
