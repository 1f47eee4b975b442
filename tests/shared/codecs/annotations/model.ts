/**
 * What the W3C Web Annotation Data Model (Recommendation of 23 February 2017) says MUST be, of everything that we write:
 * one sentence of ours for each, by section, and whether a collection keeps to it.
 */

type Json = Record<string, unknown>

interface Must {
  section: string
  says: string
  of: (part: Json) => boolean
}

const lists = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value])
const isIri = (value: unknown) => typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value)
const hasOne = (part: Json, key: string, fits: (value: unknown) => boolean) =>
  Object.hasOwn(part, key) && fits(part[key])
const hasAtMostOne = (part: Json, key: string, fits: (value: unknown) => boolean) =>
  !Object.hasOwn(part, key) || fits(part[key])
const isText = (value: unknown) => typeof value === 'string'
const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0
const isTime = (value: unknown) => isText(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value as string)
const isType = (type: string) => (part: Json) => lists(part.type).includes(type)
const MOTIVATIONS =
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging'.split(
    ' ',
  )

const ANNOTATION: Must[] = [
  { section: '3.1', says: 'has exactly one IRI that identifies it', of: (part) => hasOne(part, 'id', isIri) },
  { section: '3.1', says: 'has the class Annotation among its types', of: isType('Annotation') },
  { section: '3.1', says: 'has one target or more', of: ({ target }) => lists(target).length > 0 },
  {
    section: '3.1',
    says: 'has no body key where it has no body',
    of: (part) => !('body' in part) || lists(part.body).length > 0,
  },
  { section: '3.2.5', says: 'has not both body and bodyValue', of: (part) => !('body' in part && 'bodyValue' in part) },
  {
    section: '3.3.1',
    says: 'has one time of creation at most, with the zone Z',
    of: (part) => hasAtMostOne(part, 'created', isTime),
  },
  {
    section: '3.3.1',
    says: 'has one time of generation at most, with the zone Z',
    of: (part) => hasAtMostOne(part, 'generated', isTime),
  },
  {
    section: '3.3.5',
    says: 'has motivations that are motivations',
    of: ({ motivation }) => lists(motivation).every((one) => MOTIVATIONS.includes(one as string)),
  },
]

const BODY: Must[] = [
  {
    section: '3.2.4',
    says: 'of embedded text has exactly one value, a string',
    of: (part) => hasOne(part, 'value', isText),
  },
  { section: '3.2.4', says: 'of embedded text says so', of: isType('TextualBody') },
  { section: '3.2.2', says: 'has one format at most', of: (part) => hasAtMostOne(part, 'format', isText) },
  {
    section: '3.3.5',
    says: 'has purposes that are motivations',
    of: ({ purpose }) => lists(purpose).every((one) => MOTIVATIONS.includes(one as string)),
  },
]

const AGENT: Must[] = [
  { section: '3.3.2', says: 'has one IRI at most', of: (part) => hasAtMostOne(part, 'id', isIri) },
  { section: '3.3.2', says: 'has names that are strings', of: ({ name }) => lists(name).every(isText) },
]

const TARGET: Must[] = [
  {
    section: '4',
    says: 'as a specific resource has exactly one source, an IRI',
    of: (part) => hasOne(part, 'source', isIri),
  },
  { section: '4', says: 'as a specific resource has one IRI at most', of: (part) => hasAtMostOne(part, 'id', isIri) },
]

const QUOTE: Must[] = [
  { section: '4.2.4', says: 'has exactly one exact, a string', of: (part) => hasOne(part, 'exact', isText) },
  { section: '4.2.4', says: 'has one prefix at most', of: (part) => hasAtMostOne(part, 'prefix', isText) },
  { section: '4.2.4', says: 'has one suffix at most', of: (part) => hasAtMostOne(part, 'suffix', isText) },
]

const POSITION: Must[] = [
  { section: '4.2.5', says: 'has exactly one start, not negative', of: (part) => hasOne(part, 'start', isCount) },
  { section: '4.2.5', says: 'has exactly one end, not negative', of: (part) => hasOne(part, 'end', isCount) },
  { section: '4.2.5', says: 'ends behind its start', of: ({ start, end }) => (start as number) <= (end as number) },
]

const COLLECTION: Must[] = [
  {
    section: '3.1',
    says: 'has the context of the model among its contexts',
    of: (part) => lists(part['@context']).includes('http://www.w3.org/ns/anno.jsonld'),
  },
  {
    section: '3.1',
    says: 'has a context that is a string, where it is the only one',
    of: (part) => !Array.isArray(part['@context']) || part['@context'].length > 1,
  },
  { section: '5.1', says: 'has exactly one IRI', of: (part) => hasOne(part, 'id', isIri) },
  { section: '5.1', says: 'has AnnotationCollection among its types', of: isType('AnnotationCollection') },
  {
    section: '5.1',
    says: 'has a total that is no negative number',
    of: (part) => hasAtMostOne(part, 'total', isCount),
  },
]

const PAGE: Must[] = [
  { section: '5.2', says: 'has exactly one IRI', of: (part) => hasOne(part, 'id', isIri) },
  { section: '5.2', says: 'has AnnotationPage among its types', of: isType('AnnotationPage') },
  {
    section: '5.2',
    says: 'has a list of one annotation or more',
    of: ({ items }) => Array.isArray(items) && items.length > 0,
  },
  { section: '5.2', says: 'has no start that is negative', of: (part) => hasAtMostOne(part, 'startIndex', isCount) },
]

/** Each sentence that does not hold, with what it is about; [] for a collection as it must be. */
export function broken(collection: Json): string[] {
  const found: string[] = []
  const judge = (musts: readonly Must[], what: string, part: unknown) => {
    for (const { section, says, of } of musts) {
      if (!of((part ?? {}) as Json)) found.push(`§${section}: a ${what} ${says}: ${JSON.stringify(part)}`)
    }
  }
  judge(COLLECTION, 'collection', collection)
  const page = collection.first as Json | undefined
  if (page) judge(PAGE, 'page', page)
  const items = lists(page?.items) as Json[]
  if (collection.total !== items.length) found.push('§5.1: a collection has as many annotations as it says')
  if (new Set(items.map(({ id }) => id)).size < items.length) found.push('§3.1: an annotation has an IRI of its own')
  judge(AGENT, 'agent', collection.generator)
  for (const item of items) {
    judge(ANNOTATION, 'annotation', item)
    judge(AGENT, 'agent', item.creator)
    for (const body of lists(item.body)) judge(BODY, 'body', body)
    for (const target of lists(item.target)) {
      if (typeof target === 'string') {
        if (!isIri(target)) found.push(`§3.2.1: a target is an IRI: ${target}`)
        continue
      }
      judge(TARGET, 'target', target)
      for (const selector of lists((target as Json).selector)) {
        const musts = { TextQuoteSelector: QUOTE, TextPositionSelector: POSITION }[(selector as Json).type as string]
        if (musts) judge(musts, 'selector', selector)
        else found.push(`§4.2: a selector says what it is: ${JSON.stringify(selector)}`)
      }
    }
  }
  return found
}
