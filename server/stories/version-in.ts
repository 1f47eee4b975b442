/**
 * Another version of a story, from a file, against the story as it stands: what it changes as suggestions, with the notes and
 * tracked changes that it holds itself. Pure and slow; done in the text thread.
 */
import { readAnnotations } from '../../shared/codecs/annotations/read-annotations.ts'
import type { ReadNote, ReadSuggestion } from '../../shared/codecs/codec.ts'
import type { Loss } from '../../shared/codecs/loss.ts'
import { isAnnotations } from '../../shared/codecs/readable.ts'
import { readTxt } from '../../shared/codecs/txt.ts'
import { Refusal } from '../../shared/refusals.ts'
import { quoteOf } from '../../shared/review/anchor.ts'
import { covered, sameBase } from '../../shared/review/change.ts'
import { PresentWords } from '../../shared/review/present-words.ts'
import { deltaOf, draftOf } from '../../shared/story/delta.ts'
import type { Draft } from '../../shared/story/draft.ts'
import { lineText } from '../../shared/story/lines.ts'
import { type PlacedReview, placeReview } from '../../shared/story/place-review.ts'
import { readStory } from '../../shared/story/story-doc.ts'
import { type Incoming, incoming, placesIn } from '../../shared/story/three-way.ts'
import type { KeptText } from './kept-text.ts'
import { type GivenFile, type ReadTold, readWithin } from './read-into.ts'

/** `source`: the file as it was taken in, so that only what the version changes since then is suggested. `now`: the story itself. */
export const BASES = ['source', 'now'] as const
/** `known`: bytes of an earlier state of the same file. */
export type VersionBase = (typeof BASES)[number] | { known: Uint8Array }

export interface VersionGiven extends KeptText {
  given: GivenFile
  base: VersionBase
  /** Also what seems to be another text, or about another. */
  anyway?: boolean | undefined
}

export interface VersionRead {
  /** What the version says otherwise; the suggestions are nobody's in particular. */
  changes: PlacedReview
  /** What the file held besides its words. */
  held: PlacedReview
  /** Suggestions among the changes on words that were changed here as well. */
  conflicts: number
  losses: Loss[]
}

/** Throws what the file's reader throws. */
export function readVersion(
  { updates, form, name, source, given, base, anyway = false }: VersionGiven,
  told: ReadTold = () => undefined,
): VersionRead {
  return readStory(updates, (text) => {
    const now = draftOf(text.toDelta())
    if (isAnnotations(given.name)) {
      const { losses, ...held } = readAnnotations(given.bytes, now, { name, anyway })
      return { changes: NOTHING, held: placeReview(text, held), conflicts: 0, losses }
    }
    const { draft: theirs, notes, suggestions, losses } = readWithin(given, told)
    const earlier = typeof base === 'object' ? base.known : base === 'source' ? source : null
    const was = earlier ? readTxt(earlier, { encoding: form.encoding }).draft : now
    refuseStranger(given.name, theirs, now, anyway)
    told('comparing', theirs.lines.length, theirs.lines.length)
    const found = incoming(was, theirs, now)
    const placed = notes.length + suggestions.length
    told('placing', placed, placed)
    const held = heldIn(theirs, now, { notes, suggestions })
    return {
      changes: placeReview(text, { notes: [], suggestions: found.map(asSuggestion) }),
      held: placeReview(text, held),
      conflicts: found.filter(({ conflict }) => conflict).length,
      losses: [...losses, ...orphaned(held.notes), ...missing(suggestions.length - held.suggestions.length)],
    }
  })
}

const NOTHING: PlacedReview = { notes: [], suggestions: [] }

/** Of the phrases of a version, those that the story must have so that it can be one: another story has one in fifteen at most. */
const LEAST_SHARED = 0.15
/** Words in a phrase. */
const PHRASE = 3
/** Of fewer phrases most may have been written anew; single words tell then. */
const FEW_PHRASES = 60

/** Accepting it would strike the whole story. Throws Refusal `unsupported` for an empty one, `conflict` for what seems to be another story. */
function refuseStranger(name: string, theirs: Draft, now: Draft, anyway: boolean): void {
  const [words, here] = [wordsOf(theirs), wordsOf(now)]
  if (here.length === 0) return
  if (words.length === 0)
    throw new Refusal('unsupported', `${name} is empty; as a version it would strike the whole story.`)
  const size = Math.min(words.length, here.length) < FEW_PHRASES ? 1 : PHRASE
  const [phrases, known] = [phrasesOf(words, size), new Set(phrasesOf(here, size))]
  const shared = phrases.filter((phrase) => known.has(phrase)).length
  if (anyway || shared >= phrases.length * LEAST_SHARED) return
  throw new Refusal(
    'conflict',
    `${name} has hardly ${size === 1 ? 'a word' : 'a sentence'} in common with this story. If it is another one, take it in as a story of its own.`,
  )
}

function phrasesOf(words: readonly string[], size: number): string[] {
  return words.slice(size - 1).map((_, at) => words.slice(at, at + size).join(' '))
}

function wordsOf({ lines }: Draft): string[] {
  return lines.flatMap(
    (line) =>
      lineText(line)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
  )
}

function asSuggestion({ place, change, conflict }: Incoming): ReadSuggestion {
  const reason = conflict ? 'These words were changed here as well.' : ''
  return { by: '', at: null, place, change, reason, replies: [] }
}

/** Where the notes and changes of the version are in the story; a note on words that are not here has lost them. */
function heldIn(
  theirs: Draft,
  now: Draft,
  { notes, suggestions }: { notes: ReadNote[]; suggestions: ReadSuggestion[] },
): { notes: ReadNote[]; suggestions: ReadSuggestion[] } {
  const wanted = [...notes, ...suggestions].flatMap(({ place }) => place ?? [])
  const found = placesIn(theirs, now, wanted)
  const placeOf = new Map(wanted.map((place, nth) => [place, found[nth] ?? null]))
  const [were, are] = [new PresentWords(deltaOf(theirs)), new PresentWords(deltaOf(now))]
  const text = deltaOf(theirs)
    .map(({ insert }) => insert)
    .join('')
  return {
    notes: notes.map((note): ReadNote => {
      if (!note.place) return note
      const place = placeOf.get(note.place) ?? null
      return place ? { ...note, place } : { ...note, place, lost: quoteOf(text, note.place) }
    }),
    suggestions: suggestions.flatMap((suggestion) => {
      const place = placeOf.get(suggestion.place)
      if (!place || place.to - place.from !== covered(suggestion.change)) return []
      return sameBase(were.at(suggestion.place), are.at(place)) ? [{ ...suggestion, place }] : []
    }),
  }
}

function orphaned(notes: readonly ReadNote[]): Loss[] {
  const count = notes.filter(({ lost }) => lost).length
  if (count === 0) return []
  const what = count === 1 ? 'One note is' : `${count} notes are`
  return [{ kind: 'orphans', count, message: `${what} without a place: the words are not in this story.` }]
}

function missing(count: number): Loss[] {
  if (count === 0) return []
  const what = count === 1 ? 'One tracked change is' : `${count} tracked changes are`
  return [{ kind: 'misplaced', count, message: `${what} on words that this story does not have.` }]
}
