/**
 * Annotations onto a story that is there: notes and suggestions on the words that they are about, as far as those can be
 * found. What cannot is a note without a place that quotes them. Nothing that a file points to is ever fetched.
 */
import { Refusal } from '../../refusals.ts'
import { MOST_CONTEXT, MOST_QUOTE, type Place, type Quote } from '../../review/anchor.ts'
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

export interface AnnotatedStory {
  /** The story's file name; "" = not known. */
  name?: string
  /** Also what hardly quotes a word of this story. */
  anyway?: boolean
}

/**
 * `now`: the story as it stands; places are in its delta. The suggestions may overlap. Throws Refusal `unsupported` for what
 * holds no annotations, `too-large` for more than 20,000 of them, or a body of more than 65,536 characters, and `conflict`
 * for those that seem to be about another text, unless they are wanted `anyway`.
 */
export function readAnnotations(
  bytes: Uint8Array,
  now: Draft,
  { name = '', anyway = false }: AnnotatedStory = {},
): Omit<ReadReview, 'title'> {
  const { annotations, broken, more } = readCollection(bytes)
  const reader = new AnnotationReader(now)
  for (const annotation of annotations) reader.take(annotation)
  if (!anyway) reader.refuseStrangers(name)
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

/** UTF-16 code units of words that are quoted in a note on others that are nearly like them. */
const MOST_QUOTED = 200

/** Fewer quotes say nothing of which text they are from, unless the file names another one. */
const FEW_QUOTES = 3
/** Of the quotes, those that a text must have so that they can be about it. */
const LEAST_KNOWN = 0.1
/** Shorter words, UTF-16 code units, stand in every text. */
const TELLING = 12

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
  readonly #counts = { decided: 0, empty: 0, left: 0, quoted: 0, known: 0 }
  /** What the annotations with quotes are about, as the file names it. */
  readonly #sources = new Set<string>()

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

  refuseStrangers(name: string): void {
    const { quoted, known } = this.#counts
    const others = [...this.#sources].map(storyNamed)
    const other = name !== '' && others.every((one) => one !== null && one !== name) ? (others[0] ?? null) : null
    if (other === null ? quoted < FEW_QUOTES : quoted === 0) return
    if (known > 0 && known >= quoted * LEAST_KNOWN) return
    const which = known === 0 ? 'None' : `Only ${known}`
    const quotes =
      quoted === 1
        ? 'The one quote in this file is not'
        : `${which} of the ${quoted} quotes ${known === 1 || known === 0 ? 'is' : 'are'}`
    const about = other === null ? 'Is it another story’s file?' : `The file is about “${other}”.`
    throw new Refusal('conflict', `${quotes} in this story. ${about}`)
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
        ...lossOf(
          'orphans',
          notes.filter(({ lost }) => lost).length,
          'note is',
          'notes are',
          (subject) => `${subject} without a place: the words are not in this story, or more than once.`,
        ),
        ...lossOf('linked', left, 'further body or target is', 'further bodies or targets are', out),
      ],
    }
  }

  #open(annotation: ReadAnnotation): void {
    const { by, at, tags, body, motivation, mustFix } = annotation
    const { wanted, found } = this.#look(annotation)
    const words = [tags.join(', '), body].filter((part) => part !== '').join(': ')
    const isPraise = motivation === 'assessing'
    this.#keep(annotation, {
      by,
      at,
      body: words,
      ...placed(found, wanted),
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
    const { wanted, found } = this.#look(annotation)
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
    const said = found && !found.isExact ? quoting(wanted?.exact ?? null, words) : words
    this.#keep(annotation, { by, at, body: said, ...placed(found, wanted), resolved: false, replies: [] })
  }

  #look(annotation: ReadAnnotation): { wanted: Wanted | null; found: Found | null } {
    const wanted = wantedIn(annotation, this.#points, this.#text.length)
    const found = wanted && this.#finder.find(wanted)
    const words = wanted && (wanted.exact || wanted.prefix + wanted.suffix)
    if (words) {
      this.#counts.quoted += 1
      // Words that stand here twice are not placed, and are words of this story for all that.
      if (found || (words.length >= TELLING && this.#text.includes(words))) this.#counts.known += 1
      this.#sources.add(annotation.source)
    }
    return { wanted, found }
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

/** Where a note stands, or what it is about where that cannot be told. */
function placed(found: Found | null, wanted: Wanted | null): Pick<ReadNote, 'place' | 'lost'> {
  if (found) return { place: shifted(found) }
  const lost = wanted && lostWords(wanted)
  return lost ? { place: null, lost } : { place: null }
}

/** An insertion has no words of its own: those around it are looked for. */
function lostWords({ exact, prefix, suffix }: Wanted): Quote | null {
  if (exact === null || exact + prefix + suffix === '') return null
  const quote =
    exact === '' ? { words: prefix + suffix, before: '', after: '' } : { words: exact, before: prefix, after: suffix }
  return {
    words: cleaned(quote.words.slice(0, MOST_QUOTE)),
    before: cleaned(quote.before.slice(-MOST_CONTEXT)),
    after: cleaned(quote.after.slice(0, MOST_CONTEXT)),
  }
}

/** What no story has. */
function cleaned(words: string): string {
  return words.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '').replace(/[\p{Cs}\0]/gu, '\ufffd')
}

/** The file name of a story, in the IRI that our own files have for it; null = somebody else's. */
function storyNamed(source: string): string | null {
  const name = /^urn:galley:story:(.+)$/.exec(source)?.[1]
  if (name === undefined) return null
  try {
    return decodeURIComponent(name)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
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
