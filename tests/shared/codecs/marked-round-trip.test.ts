/**
 * Whatever marked file a random story under review is written as, and read again: the same suggestions and notes, by the same
 * people, on the same words. Word files come back exactly, which is more: docx/round-trip.test.ts.
 */
import { describe, expect, test } from 'vitest'
import { readAnnotations } from '../../../shared/codecs/annotations/read-annotations.ts'
import type { ReadNote, ReadSuggestion, ReadWords } from '../../../shared/codecs/codec.ts'
import type { Edition } from '../../../shared/codecs/edition.ts'
import { editionOf } from '../../../shared/codecs/edition-of.ts'
import { FORMATS } from '../../../shared/codecs/formats.ts'
import { readFile } from '../../../shared/codecs/readers.ts'
import { possible } from '../../../shared/codecs/xml/write-xml.ts'
import type { Place } from '../../../shared/review/anchor.ts'
import { apply, type Base, type Change } from '../../../shared/review/change.ts'
import { PresentWords } from '../../../shared/review/present-words.ts'
import { type DeltaRun, deltaOf, draftOf, legalRuns } from '../../../shared/story/delta.ts'
import { NEW_FORM } from '../../../shared/story/file-form.ts'
import { RANDOM_NAMES, RandomReview } from './random-review.ts'

type Marked = 'docx' | 'critic' | 'html' | 'epub' | 'annotations'

const RUNS = 100
const RESOLVED_LEFT_OUT: readonly Marked[] = ['critic']
/** Where marks cannot overlap, a note may stand behind its words. */
const POINTS: readonly Marked[] = ['critic']

/** Where no comment can stand on nothing, it stands before the first word. */
const AT_FIRST: readonly Marked[] = ['docx']

/** A place by the characters before it that are no blanks: what becomes of blank lines is each format’s own. */
interface Spot {
  from: number
  to: number
}

interface Said {
  by: string
  body: string
  replies: { by: string; at: string | null; body: string }[]
  place: Spot | null
  /** Of a suggestion, its words with their marks, as they are and as they are to be. */
  change?: [string, string]
  resolved?: boolean
}

class Text {
  readonly #words: string
  readonly #present: PresentWords

  constructor(runs: readonly DeltaRun[]) {
    this.#words = runs.map(({ insert }) => insert).join('')
    this.#present = new PresentWords(legalRuns([...runs]))
  }

  spot(place: Place | null): Spot | null {
    return (
      place && {
        from: solid(this.#words.slice(0, place.from)).length,
        to: solid(this.#words.slice(0, place.to)).length,
      }
    )
  }

  change(place: Place, change: Change): [string, string] {
    const base = this.#present.at(place)
    return [shown(base), shown(apply(base, change))]
  }
}

function solid(words: string): string {
  return possible(words).replace(/\s/g, '')
}

function shown(base: Base): string {
  return base
    .flatMap(({ insert, attributes = {} }) => {
      const marks = ['bold', 'italic', 'strike'].filter((name) => attributes[name]).map((name) => name[0])
      return [...solid(insert)].map((character) => character + marks.join(''))
    })
    .join(' ')
}

function wordsSaid({ by, at, body }: ReadWords): ReadWords {
  return { by, at: at && `${at.slice(0, 19)}Z`, body: solid(body) }
}

function readBack(format: Marked, edition: Edition, story: RandomReview['story']) {
  const draft = draftOf(story.runs)
  const manuscript = { edition, draft, form: NEW_FORM, name: 'a.txt', source: null, record: [] }
  const { bytes, losses } = FORMATS[format].write(manuscript)
  const toldOf = (wanted: string) => losses.find(({ kind }) => kind === wanted)?.count ?? 0
  const told = { marks: toldOf('scene-marks') }
  if (format === 'annotations') return { told, draft, ...readAnnotations(bytes, draft) }
  return { told, ...readFile(`a${FORMATS[format].extension}`, bytes, { mostLines: 1000 }) }
}

function expectedOf(edition: Edition, text: Text, format: Marked): Map<string, Said> {
  const { people } = edition
  const named = ({ by, at, body }: { by: string; at: string; body: string }) =>
    wordsSaid({ by: people.get(by) ?? '', at, body })
  const notes = edition.notes
    .filter(({ resolved, place }) => !RESOLVED_LEFT_OUT.includes(format) || (resolved === null && place !== null))
    .map((note): [string, Said] => {
      const { by, body } = named(note)
      const resolved = note.resolved !== null
      return [
        secondsOf(note.at),
        { by, body, replies: note.replies.map(named), place: text.spot(note.place), resolved },
      ]
    })
  const suggestions = edition.suggestions.flatMap((one): [string, Said][] => {
    if (!one.place) return []
    const { by, body } = named({ ...one, body: one.reason })
    const change = text.change(one.place, one.change)
    // Line ends and what lines look like: of those a format of paragraphs keeps what it can, and tells the rest.
    if (change[0] === change[1]) return []
    return [[secondsOf(one.at), { by, body, replies: one.replies.map(named), place: text.spot(one.place), change }]]
  })
  return new Map([...notes, ...suggestions])
}

function readOf(
  { notes, suggestions }: { notes: ReadNote[]; suggestions: ReadSuggestion[] },
  text: Text,
): Map<string, Said> {
  const said = new Map<string, Said>()
  const add = (at: string | null, one: Said) => {
    const key = secondsOf(at ?? 'never')
    said.set(said.has(key) ? `${key} again` : key, one)
  }
  for (const { at, resolved, place, replies, ...note } of notes) {
    const { by, body } = wordsSaid({ ...note, at })
    add(at, { by, body, replies: replies.map(wordsSaid), place: text.spot(place), resolved })
  }
  for (const { at, by, reason, replies, place, change } of suggestions) {
    const made = text.change(place, change)
    if (made[0] === made[1] && !said.has(secondsOf(at ?? ''))) continue
    add(at, { by, body: solid(reason), replies: replies.map(wordsSaid), place: text.spot(place), change: made })
  }
  return said
}

function secondsOf(at: string): string {
  return at.slice(0, 19)
}

describe.each(['docx', 'critic', 'html', 'epub', 'annotations'] as const)('%s', (format) => {
  test(`brings back who proposed and said what, on which words, of ${RUNS} random stories`, () => {
    let [proposed, noted] = [0, 0]
    for (let seed = 1; seed <= RUNS; seed++) {
      const { story } = new RandomReview(seed)
      if (solid(story.words) === '') continue
      const view = format === 'annotations' ? 'now' : 'marked'
      const { edition } = editionOf({ ...story.parts({ view }), names: RANDOM_NAMES })
      const back = readBack(format, edition, story)
      // Other signs between scenes are other characters to count.
      if (back.told.marks > 0) continue
      const text = new Text(deltaOf(back.draft))
      const [expected, read] = [expectedOf(edition, new Text(story.runs), format), readOf(back, text)]
      // What changes no character that the format knows may come back as what was said about it.
      const unseen = new Set(edition.suggestions.map(({ at }) => secondsOf(at)))
      const seen = [...read.keys()].filter((key) => expected.has(key) || !unseen.has(key))
      expect(seen.sort(), `seed ${seed}`).toEqual([...expected.keys()].sort())
      for (const [key, one] of expected) {
        const { place, ...rest } = read.get(key)!
        const { place: here, ...others } = one
        const wanted = AT_FIRST.includes(format) ? (here ?? { from: 0, to: 0 }) : here
        expect(rest, `seed ${seed}`).toEqual(others)
        const isBehind = POINTS.includes(format) && place?.from === wanted?.to && place?.to === wanted?.to
        if (!isBehind) expect(place, `seed ${seed}, ${JSON.stringify(one)}`).toEqual(wanted)
        if (one.change) proposed += 1
        else noted += 1
      }
    }
    expect(Math.min(proposed, noted)).toBeGreaterThan(RUNS / 2)
  })
})
