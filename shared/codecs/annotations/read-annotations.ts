/**
 * Annotations onto a story that is there: notes and suggestions on the words that they are about, as far as those can be
 * found. What cannot is kept as a note on the whole story that quotes them. Nothing that a file points to is ever fetched.
 */
import type { Place } from '../../review/anchor.ts'
import { apply, type Base, type Change, covered, isEmpty, wordsOf } from '../../review/change.ts'
import { ChangeSchema } from '../../review/commands.ts'
import { PresentWords } from '../../review/present-words.ts'
import { MOST_CHANGE } from '../../review/vocabulary.ts'
import { type DeltaRun, deltaOf } from '../../story/delta.ts'
import type { Draft } from '../../story/draft.ts'
import type { ReadNote, ReadReview, ReadSuggestion, ReadWords } from '../codec.ts'
import type { Loss } from '../loss.ts'
import { lossOf } from '../losses.ts'
import { CodePoints } from './code-points.ts'
import { type Found, type Wanted, WordFinder } from './find-words.ts'
import { field, hasType, type ReadAnnotation, readCollection, textOf } from './read-json.ts'

/**
 * `now`: the story as it stands; places are in its delta. The suggestions may overlap. Throws Refusal `unsupported` for what
 * holds no annotations, `too-large` for more than 20,000 of them, or a body of more than 65,536 characters.
 */
export function readAnnotations(bytes: Uint8Array, now: Draft): Omit<ReadReview, 'title'> {
  const { annotations, broken, more } = readCollection(bytes)
  const reader = new AnnotationReader(now)
  for (const annotation of annotations) reader.take(annotation)
  const { notes, suggestions, losses } = reader.finish()
  return {
    notes,
    suggestions,
    losses: [
      ...losses,
      ...lossOf('broken', broken, 'item is', 'items are', (subject) => `${subject} no annotation of the W3C model.`),
      ...(more ? [{ kind: 'pages', count: 1, message: 'Further pages of this collection are not in the file.' }] : []),
    ],
  }
}

/** UTF-16 code units of the words that a note without a place begins with. */
const MOST_QUOTED = 200

type Thread = ReadNote | ReadSuggestion

class AnnotationReader {
  readonly #words: PresentWords
  readonly #text: string
  readonly #points: CodePoints
  readonly #finder: WordFinder
  readonly #threads = new Map<string, Thread>()
  /** By annotation, what it answers. */
  readonly #parents = new Map<string, string>()
  readonly #answers: ReadAnnotation[] = []
  readonly #notes: ReadNote[] = []
  readonly #suggestions: ReadSuggestion[] = []
  readonly #counts = { decided: 0, empty: 0, left: 0 }

  constructor(now: Draft) {
    const runs: DeltaRun[] = deltaOf(now)
    this.#words = new PresentWords(runs)
    this.#text = wordsOf(runs).slice(1)
    this.#points = new CodePoints(this.#text)
    this.#finder = new WordFinder(this.#text)
  }

  take(annotation: ReadAnnotation): void {
    this.#counts.left += annotation.left
    // Answers may come before what they answer.
    if (annotation.motivation === 'replying' || (annotation.motivation === 'assessing' && isOurs(annotation))) {
      if (annotation.id !== '') this.#parents.set(annotation.id, annotation.source)
      this.#answers.push(annotation)
    } else if (annotation.motivation === 'editing' && annotation.edited !== null) this.#propose(annotation)
    else this.#open(annotation)
  }

  finish(): { notes: ReadNote[]; suggestions: ReadSuggestion[]; losses: Loss[] } {
    for (const answer of this.#answers) this.#answer(answer)
    const { decided, left } = this.#counts
    const notes = this.#notes.filter((note) => note.body !== '' || note.replies.length > 0 || note.kind === 'praise')
    const empty = this.#counts.empty + this.#notes.length - notes.length
    const out = (subject: string) => `${subject} left out.`
    return {
      notes,
      suggestions: this.#suggestions,
      losses: [
        ...lossOf('decided', decided, 'decided suggestion is', 'decided suggestions are', out),
        ...lossOf('empty', empty, 'annotation without words is', 'annotations without words are', out),
        ...lossOf('linked', left, 'further body or target is', 'further bodies or targets are', out),
      ],
    }
  }

  #open(annotation: ReadAnnotation): void {
    const { by, at, tags, body, motivation, mustFix } = annotation
    const wanted = wantedIn(annotation, this.#points, this.#text.length)
    const found = wanted && this.#finder.find(wanted)
    const words = [tags.join(', '), body].filter((part) => part !== '').join(': ')
    const isPraise = motivation === 'assessing'
    this.#keep(annotation, {
      by,
      at,
      body: found || !wanted ? words : quoting(wanted.exact, words),
      place: found ? shifted(found) : null,
      resolved: annotation.status === 'resolved',
      replies: [],
      ...(motivation === 'questioning' ? { kind: 'question' } : isPraise ? { kind: 'praise' } : {}),
      ...(mustFix ? { mustFix } : {}),
    })
  }

  #propose(annotation: ReadAnnotation): void {
    const { by, at, body, tags, edited, status } = annotation
    if (status === 'accepted' || status === 'rejected') {
      this.#counts.decided += 1
      if (annotation.id !== '') this.#parents.set(annotation.id, '')
      return
    }
    const wanted = wantedIn(annotation, this.#points, this.#text.length)
    const found = wanted && this.#finder.find(wanted)
    const reason = [tags.join(', '), body].filter((part) => part !== '').join(': ')
    const proposed = edited ?? ''
    const made = found?.isExact ? this.#changeAt(shifted(found), annotation.change, proposed) : null
    if (made) {
      const suggestion: ReadSuggestion = { by, at, ...made, reason, replies: [] }
      this.#suggestions.push(suggestion)
      if (annotation.id !== '') this.#threads.set(annotation.id, suggestion)
      return
    }
    // Not the words that it was made for: what it says is for people.
    const words = [`Proposed: “${proposed}”`, reason].filter((part) => part !== '').join('\n\n')
    const place = found ? shifted(found) : null
    const said = found?.isExact ? words : quoting(wanted?.exact ?? null, words)
    this.#keep(annotation, { by, at, body: said, place, resolved: false, replies: [] })
  }

  /** null for what would change nothing, or be too much. */
  #changeAt(place: Place, told: string, proposed: string): { place: Place; change: Change } | null {
    for (const from of place.from === 1 ? [1, 0] : [place.from]) {
      const wide = { from, to: place.to }
      const base = this.#words.at(wide)
      const change = toldChange(told, base, proposed, from === 0)
      if (change && isSound(base, change)) return { place: wide, change }
    }
    const base = this.#words.at(place)
    const gone: Change = place.to > place.from ? [{ delete: place.to - place.from }] : []
    const change: Change = proposed === '' ? gone : [...gone, { insert: proposed }]
    return isSound(base, change) ? { place, change } : null
  }

  #keep({ id }: ReadAnnotation, note: ReadNote): void {
    this.#notes.push(note)
    if (id !== '') this.#threads.set(id, note)
  }

  #answer(answer: ReadAnnotation): void {
    const thread = this.#threadOf(answer.source)
    const { by, at, body, status, motivation } = answer
    if (thread === null) return
    if (thread === undefined) this.#open(answer)
    else if (motivation === 'assessing') {
      if (status === 'resolved' && 'resolved' in thread) thread.resolved = true
    } else {
      const said: ReadWords = { by, at, body: [...answer.tags, body].filter((part) => part !== '').join(': ') }
      if (said.body === '') this.#counts.empty += 1
      else thread.replies.push(said)
    }
  }

  /** null = of what was left out; undefined = of nothing in this file. */
  #threadOf(source: string): Thread | null | undefined {
    const seen = new Set<string>()
    for (let id = source; !seen.has(id); id = this.#parents.get(id) ?? '') {
      const thread = this.#threads.get(id)
      if (thread) return thread
      if (this.#parents.get(id) === '') return null
      seen.add(id)
    }
    return undefined
  }
}

/** A verdict as our own export tells it; others' assessments say something about words. */
function isOurs({ status, selectors }: ReadAnnotation): boolean {
  return selectors.length === 0 && ['resolved', 'accepted', 'rejected'].includes(status)
}

/** null = about the whole story. */
function wantedIn({ selectors }: ReadAnnotation, points: CodePoints, length: number): Wanted | null {
  if (selectors.length === 0) return null
  const quote = selectors.find((selector) => hasType(selector, 'TextQuoteSelector'))
  const spot = selectors.find((selector) => hasType(selector, 'TextPositionSelector'))
  const exact = field(quote, 'exact')
  return {
    exact: typeof exact === 'string' ? exact : null,
    prefix: textOf(field(quote, 'prefix')),
    suffix: textOf(field(quote, 'suffix')),
    position: placeOf(field(spot, 'start'), field(spot, 'end'), points, length),
  }
}

function placeOf(start: unknown, end: unknown, points: CodePoints, length: number): Place | null {
  if (!isCount(start) || !isCount(end) || end < start || end > points.pointAt(length)) return null
  return { from: points.indexAt(start), to: points.indexAt(end) }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

/** In the delta, where the "\n" that opens the first line is index 0. */
function shifted({ place: { from, to } }: Found): Place {
  return { from: from + 1, to: to + 1 }
}

function quoting(exact: string | null, words: string): string {
  if (!exact) return words
  const cut = exact.length > MOST_QUOTED ? `${exact.slice(0, MOST_QUOTED).replace(/[\ud800-\udbff]$/, '')}…` : exact
  return `“${cut}”\n\n${words}`.trim()
}

/** The change as the file tells it, if it fits the words and leads to what is proposed. */
function toldChange(told: string, base: Base, proposed: string, isFirst: boolean): Change | null {
  if (told === '') return null
  try {
    const { success, data } = ChangeSchema.safeParse(JSON.parse(told))
    if (!success || covered(data) !== wordsOf(base).length) return null
    return wordsOf(apply(base, data)).slice(isFirst ? 1 : 0) === proposed ? data : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** What the review would not take for a suggestion is none. */
function isSound(base: Base, change: Change): boolean {
  const inserted = change.reduce((sum, op) => sum + ('insert' in op ? op.insert.length : 0), 0)
  if (change.length === 0 || inserted > MOST_CHANGE || wordsOf(base).length > MOST_CHANGE) return false
  if (change.some((op) => 'insert' in op && /[\p{Cs}\0\r]/u.test(op.insert))) return false
  return base.length > 0 ? !isEmpty(base, change) : true
}
