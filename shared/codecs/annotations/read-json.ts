/** What an annotation of a file says, whatever shape it has: the model's own, as strict or as loose as programs write it, or Hypothesis'. */
import { Refusal } from '../../refusals.ts'
import type { ReadWords } from '../codec.ts'
import { decode } from '../encodings.ts'
import { MOTIVATION_NAMES, type Motivation } from './vocabulary.ts'

export interface ReadAnnotation extends Pick<ReadWords, 'by' | 'at'> {
  /** "" = it has none. */
  id: string
  /** `commenting` where it is not said, or no word of the model. */
  motivation: Motivation
  /** Said in words; "" = nothing. */
  body: string
  /** New words for those it is about; null = it proposes none. */
  edited: string | null
  tags: string[]
  /** IRI of what it is about, which may be another annotation. */
  source: string
  /** Selectors of its first target; none = about all of it. */
  selectors: unknown[]
  /** Our own words, unjudged. */
  status: string
  change: string
  mustFix: boolean
  /** Bodies that are elsewhere, and targets beyond the first. */
  left: number
}

export interface ReadCollection {
  annotations: ReadAnnotation[]
  /** Items that are no annotation. */
  broken: number
  /** True when the file says that there are more in other files. */
  more: boolean
}

const MOST_BYTES = 32 * 1024 * 1024
const MOST_ANNOTATIONS = 20_000
/** UTF-16 code units of one body. */
const LONGEST_BODY = 64 * 1024

/** Throws Refusal `unsupported` for what holds no annotations, `too-large` for too many of them or too much in one. */
export function readCollection(bytes: Uint8Array): ReadCollection {
  if (bytes.length > MOST_BYTES)
    throw new Refusal('too-large', 'This file is larger than 32 MB. Split it into parts first.')
  const { items, more } = itemsOf(parsed(bytes))
  if (items.length > MOST_ANNOTATIONS) {
    const most = MOST_ANNOTATIONS.toLocaleString('en')
    throw new Refusal('too-large', `This file has more than ${most} annotations. Split it into parts first.`)
  }
  const annotations = items.flatMap((item) => readAnnotation(item) ?? [])
  if (annotations.length > 0 || items.length === 0)
    return { annotations, broken: items.length - annotations.length, more }
  throw new Refusal(
    'unsupported',
    'Nothing in this file is an annotation of the W3C model: each needs a type and a target.',
  )
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decode(bytes, 'utf-8').replace(/^\ufeff/, ''))
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof Refusal)) throw error
    throw new Refusal('unsupported', 'This file is no JSON in UTF-8, so it holds no annotations.')
  }
}

function itemsOf(json: unknown): { items: unknown[]; more: boolean } {
  if (Array.isArray(json)) return { items: json, more: false }
  if (hasType(json, 'AnnotationCollection')) {
    const first = field(json, 'first')
    if (typeof first === 'string') {
      throw new Refusal(
        'unsupported',
        'This file names its annotations only, and they are elsewhere. Save them in one file first.',
      )
    }
    return first === undefined ? pageOf(json) : pageOf(first)
  }
  if (hasType(json, 'AnnotationPage')) return pageOf(json)
  if (Array.isArray(field(json, 'rows'))) return { items: listOf(field(json, 'rows')), more: false }
  if (hasType(json, 'Annotation')) return { items: [json], more: false }
  throw new Refusal('unsupported', 'This file holds no annotations of the W3C model.')
}

function pageOf(page: unknown): { items: unknown[]; more: boolean } {
  return { items: listOf(field(page, 'items')), more: field(page, 'next') !== undefined }
}

/** null for what is none. */
function readAnnotation(json: unknown): ReadAnnotation | null {
  const targets = listOf(field(json, 'target'))
  const [target] = targets
  const isHypothesis = typeof field(json, 'uri') === 'string' && typeof field(json, 'text') === 'string'
  if (target === undefined || !(isHypothesis || hasType(json, 'Annotation'))) return null
  const bodies = isHypothesis ? [] : listOf(field(json, 'body') ?? field(json, 'bodyValue'))
  const motivation = motivationOf(field(json, 'motivation'))
  const said: string[] = isHypothesis ? [textOf(field(json, 'text'))] : []
  const tags = listOf(field(json, 'tags')).map(textOf)
  let edited: string | null = null
  let left = targets.length - 1
  for (const body of bodies.flatMap(choices)) {
    const value = typeof body === 'string' && field(json, 'body') === undefined ? body : textOf(field(body, 'value'))
    if (value === '' && typeof field(body, 'value') !== 'string') left += 1
    const purpose = field(body, 'purpose') === undefined ? motivation : motivationOf(field(body, 'purpose'))
    refuseLong(value)
    if (purpose === 'editing' && motivation === 'editing' && edited === null) edited = value
    else if (purpose === 'tagging') tags.push(value)
    else if (value !== '') said.push(value)
  }
  const parent = isHypothesis ? textOf(listOf(field(json, 'references')).at(-1)) : ''
  for (const words of [...said, ...tags]) refuseLong(words)
  return {
    id: textOf(field(json, 'id')),
    motivation: parent === '' ? motivation : 'replying',
    by: nameOf(field(json, 'creator') ?? field(json, 'user')),
    at: timeOf(field(json, 'created')),
    body: said.join('\n\n'),
    edited: edited?.replace(/\r\n?/g, '\n') ?? null,
    tags: tags.filter((tag) => tag !== ''),
    source: parent || (typeof target === 'string' ? target : textOf(field(target, 'source') ?? field(target, 'id'))),
    selectors: parent ? [] : listOf(field(target, 'selector')),
    status: textOf(field(json, 'status')),
    change: textOf(field(json, 'change')),
    mustFix: field(json, 'mustFix') === true,
    left,
  }
}

/** Of alternatives the first (§3.2.7 of the model). */
function choices(body: unknown): unknown[] {
  return hasType(body, 'Choice') ? listOf(field(body, 'items')).slice(0, 1) : [body]
}

function refuseLong(words: string): void {
  if (words.length <= LONGEST_BODY) return
  throw new Refusal('too-large', 'A comment in this file is longer than 65,536 characters. Shorten it first.')
}

function motivationOf(value: unknown): Motivation {
  const word = textOf(listOf(value)[0]).replace(/^.*[/#:]/, '')
  return MOTIVATION_NAMES.find((name) => name === word) ?? 'commenting'
}

/** Display text alone. Hypothesis: "acct:ann@example.org". */
function nameOf(creator: unknown): string {
  const [first] = listOf(creator)
  if (typeof first === 'string') return /^acct:([^@]+)@/.exec(first)?.[1] ?? ''
  return textOf(listOf(field(first, 'name'))[0]) || textOf(field(first, 'nickname'))
}

const EARLIEST = Date.UTC(1990, 0)
const LATEST = Date.UTC(2100, 0)

/** xsd:dateTime with a zone; else it does not say when it was. */
function timeOf(value: unknown): string | null {
  const text = textOf(value)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text)) return null
  const time = Date.parse(text)
  return time >= EARLIEST && time < LATEST ? new Date(time).toISOString() : null
}

export function field(of: unknown, key: string): unknown {
  if (typeof of !== 'object' || of === null || !Object.hasOwn(of, key)) return undefined
  return (of as Record<string, unknown>)[key] ?? undefined
}

/** One value stands for a list of one. */
export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function hasType(of: unknown, type: string): boolean {
  return listOf(field(of, 'type')).includes(type)
}
