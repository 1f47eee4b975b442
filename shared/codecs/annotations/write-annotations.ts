/**
 * The review as a collection of the W3C Web Annotation Data Model (Recommendation of 2017, JSON-LD): notes, replies,
 * suggestions, and what became of them. The text that its selectors count in is the story's lines with one "\n" between each
 * two, as it stands. The story itself is not in the file, and nobody is known in it but by name.
 */
import type { Place } from '../../review/anchor.ts'
import { apply, type Base, type Change, compact, lengthOf, wordsOf } from '../../review/change.ts'
import { deltaOf } from '../../story/delta.ts'
import type { Codec } from '../codec.ts'
import type { Edition, EditionNote, EditionReply, EditionSuggestion } from '../edition.ts'
import { encode } from '../encodings.ts'
import { assignedLeftOut } from '../losses.ts'
import { CodePoints } from './code-points.ts'
import { CONTEXT, type Motivation } from './vocabulary.ts'

export const annotations: Codec = {
  format: 'annotations',
  extension: '.annotations.jsonld',
  views: ['now'],
  write({ draft, name, edition }) {
    const text = wordsOf(deltaOf(draft)).slice(1)
    const writer = new Writer(edition, text, urn('story', wellFormed(name)))
    const items = [
      ...edition.notes.flatMap((note) => writer.note(note)),
      ...edition.suggestions.flatMap((suggestion) => writer.suggestion(suggestion)),
    ]
    const id = urn('annotations', wellFormed(name))
    const collection = {
      '@context': CONTEXT,
      id,
      type: 'AnnotationCollection',
      label: edition.title,
      generator: { id: 'urn:galley:galley', type: 'Software', name: 'Galley' },
      generated: edition.date,
      total: items.length,
      // A page has one annotation at least.
      ...(items.length > 0
        ? { first: { id: `${id}:1`, type: 'AnnotationPage', partOf: id, startIndex: 0, items } }
        : {}),
    }
    return {
      bytes: encode(`${JSON.stringify(collection, null, 2)}\n`, 'utf-8'),
      mediaType: 'application/ld+json; charset=utf-8',
      losses: assignedLeftOut(edition),
    }
  },
}

/** UTF-16 code units of the words before and after, by which an annotation is found in a changed text. */
const AROUND = 64

type Body = { type: 'TextualBody'; value: string; format: 'text/plain'; purpose: Motivation; language?: string }

class Writer {
  readonly #edition: Edition
  readonly #text: string
  readonly #points: CodePoints
  readonly #source: string

  constructor(edition: Edition, text: string, source: string) {
    this.#edition = edition
    this.#text = text
    this.#points = new CodePoints(text)
    this.#source = source
  }

  note(note: EditionNote): object[] {
    const { id, kind, label, body, mustFix, resolved, place, quote } = note
    const motivation = MOTIVATIONS[kind]
    const bodies = [
      ...(body === '' ? [] : [this.#body(body, motivation === 'tagging' ? 'commenting' : motivation)]),
      ...this.#tag(label),
    ]
    const written = {
      ...this.#head(urn('note', id), motivation, note),
      ...(bodies.length > 0 ? { body: bodies } : {}),
      target: place || quote === '' ? this.#target(place) : this.#lost(quote),
      status: resolved ? 'resolved' : 'open',
      ...(mustFix ? { mustFix } : {}),
    }
    const verdict = resolved ? [this.#verdict(urn('note', id), 'resolved', resolved, '')] : []
    return [written, ...this.#replies(urn('note', id), note.replies), ...verdict]
  }

  suggestion(suggestion: EditionSuggestion): object[] {
    const { id, base, change, reason, rule, label, place, status, decided } = suggestion
    const first = place?.from === 0 ? 1 : 0
    const words = wordsOf(base).slice(first)
    const here = place && status === 'accepted' ? place : this.#placeOf(words, place)
    const plain = first === 0 && isReplacement(base, change) ? {} : { change: JSON.stringify(compact(change), inOrder) }
    const written = {
      ...this.#head(urn('suggestion', id), 'editing', suggestion),
      body: [
        this.#body(wordsOf(apply(base, change)).slice(first), 'editing'),
        ...(reason === '' ? [] : [this.#body(reason, 'commenting')]),
        ...this.#tag(label),
      ],
      target: here ? this.#target(here) : this.#lost(words),
      status,
      ...plain,
      ...(rule === null ? {} : { rule }),
      ...(status === 'accepted' ? { was: words } : {}),
    }
    const verdict = decided ? [this.#verdict(urn('suggestion', id), status, decided, decided.reason)] : []
    return [written, ...this.#replies(urn('suggestion', id), suggestion.replies), ...verdict]
  }

  /** The place, if the words still stand there. */
  #placeOf(words: string, place: Place | null): Place | null {
    return place && this.#text.slice(Math.max(0, place.from - 1), Math.max(0, place.to - 1)) === words ? place : null
  }

  #head(id: string, motivation: Motivation, { by, at }: { by: string; at: string }): object {
    const creator = { type: 'Person', name: this.#edition.people.get(by) ?? '' }
    return { id, type: 'Annotation', motivation, creator, created: at }
  }

  #body(value: string, purpose: Motivation): Body {
    const { language } = this.#edition
    return { type: 'TextualBody', value, format: 'text/plain', ...(language ? { language } : {}), purpose }
  }

  #tag(label: string | null): Body[] {
    return label === null ? [] : [{ type: 'TextualBody', value: label, format: 'text/plain', purpose: 'tagging' }]
  }

  #replies(parent: string, replies: readonly EditionReply[]): object[] {
    return replies.map((reply) => ({
      ...this.#head(urn('reply', reply.id), 'replying', reply),
      body: [this.#body(reply.body, 'replying')],
      target: parent,
    }))
  }

  /** For programs that know nothing of `status`, in words. */
  #verdict(target: string, status: string, said: { by: string; at: string }, reason: string): object {
    return {
      ...this.#head(`${target}:verdict`, 'assessing', said),
      body: [this.#body(status, 'assessing'), ...(reason === '' ? [] : [this.#body(reason, 'commenting')])],
      target,
      status,
    }
  }

  #target(place: Place | null): unknown {
    if (!place) return this.#source
    const [from, to] = [Math.max(0, place.from - 1), Math.max(0, place.to - 1)]
    const before = this.#text.slice(Math.max(0, from - AROUND), from).replace(/^[\udc00-\udfff]/, '')
    const after = this.#text.slice(to, to + AROUND).replace(/[\ud800-\udbff]$/, '')
    return {
      type: 'SpecificResource',
      source: this.#source,
      selector: [
        { type: 'TextQuoteSelector', exact: this.#text.slice(from, to), prefix: before, suffix: after },
        { type: 'TextPositionSelector', start: this.#points.pointAt(from), end: this.#points.pointAt(to) },
      ],
    }
  }

  /** Words that the story has no more. */
  #lost(exact: string): unknown {
    if (exact === '') return this.#source
    return { type: 'SpecificResource', source: this.#source, selector: [{ type: 'TextQuoteSelector', exact }] }
  }
}

const MOTIVATIONS = {
  comment: 'commenting',
  question: 'questioning',
  praise: 'assessing',
  tag: 'tagging',
} as const satisfies Record<EditionNote['kind'], Motivation>

/** True when the words alone say all of the change: everything goes and something comes, or only one of the two. */
function isReplacement(base: Base, change: Change): boolean {
  const inserted = wordsOf(apply(base, change))
  const whole = compact([{ delete: lengthOf(base) }, { insert: inserted }])
  return JSON.stringify(compact(change)) === JSON.stringify(whole)
}

/** The same change is the same text: attributes have no order of their own. */
function inOrder(key: string, value: unknown): unknown {
  if (key !== 'attributes' || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** No IRI holds other characters as they are (RFC 3987). The namespace is of our own making and is never looked up. */
function urn(kind: string, name: string): string {
  return `urn:galley:${kind}:${encodeURIComponent(name)}`
}

function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd')
}
