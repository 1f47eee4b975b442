/**
 * What the W3C Web Annotation Data Model (Recommendation of 23 February 2017) says MUST be: one check of ours for each of the
 * 54 assertions on annotations, the 10 on collections and those on pages within them that the working group's own tests name,
 * under their names; and what the model says beyond them. `broken` tells which a collection does not keep to.
 */

type Json = Record<string, unknown>
type Check = (part: Json) => boolean

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld'
const MOTIVATIONS =
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging'.split(
    ' ',
  )
const SELECTORS = 'Fragment Css XPath TextQuote TextPosition DataPosition Svg Range'
  .split(' ')
  .map((name) => `${name}Selector`)

const lists = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value])
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const objects = (value: unknown): Json[] => lists(value).filter(isObject)
const isText = (value: unknown): value is string => typeof value === 'string'
const isIri = (value: unknown) => isText(value) && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value)
const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0
/** §3.3.1 and Appendix B: xsd:dateTime, which MUST have a zone, and SHOULD have Z. Ours have. */
const isTime = (value: unknown) => isText(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value)
const isMotivation = (value: unknown) => isText(value) && (MOTIVATIONS.includes(value) || isIri(value))
const has = (part: Json, key: string) => Object.hasOwn(part, key)
const hasType = (part: Json, ...types: string[]) => lists(part.type).some((type) => types.includes(type as string))
/** One value, and it fits. */
const one =
  (key: string, fits: (value: unknown) => boolean): Check =>
  (part) =>
    has(part, key) && fits(part[key])
const atMostOne =
  (key: string, fits: (value: unknown) => boolean): Check =>
  (part) =>
    !has(part, key) || fits(part[key])
const all =
  (key: string, fits: (value: unknown) => boolean): Check =>
  (part) =>
    lists(part[key]).every(fits)

const isChoiceOrSet: Check = (part) => hasType(part, 'Choice', 'Composite', 'List', 'Independents')
const isSpecific: Check = (part) => has(part, 'source')
const isEmbedded: Check = (part) => isText(part.value) && !isSpecific(part) && !isChoiceOrSet(part)
const isExternal: Check = (part) => isIri(part.id) && !isSpecific(part) && !isEmbedded(part) && !isChoiceOrSet(part)
const isContext: Check = (part) => lists(part['@context']).includes(CONTEXT)

/** Of bodies or targets, those within a choice, and what a specific resource is of. */
const resources = (annotation: Json, key: 'body' | 'target'): Json[] =>
  objects(annotation[key]).flatMap((part) => [part, ...objects(part.items), ...objects(part.source)])
const everyOf =
  (key: 'body' | 'target', check: Check): Check =>
  (annotation) =>
    resources(annotation, key).every(check)
const never =
  (key: 'body' | 'target', kind: Check, ...keys: string[]): Check =>
  (annotation) =>
    resources(annotation, key).every((part) => !kind(part) || !keys.some((name) => has(part, name)))

/** Each selector or state, with those that refine it or bound it. */
const within = (annotation: Json, key: 'selector' | 'state'): unknown[] => {
  const deep = (value: unknown): unknown[] =>
    isObject(value)
      ? [value, ...['refinedBy', 'startSelector', 'endSelector'].flatMap((name) => lists(value[name]).flatMap(deep))]
      : [value]
  const specific = [...resources(annotation, 'body'), ...resources(annotation, 'target')]
  return specific.flatMap((part) => lists(part[key]).flatMap(deep))
}
const everySelector =
  (types: string[], check: Check): Check =>
  (annotation) =>
    objects(within(annotation, 'selector')).every((part) => !hasType(part, ...types) || check(part))
const everyState =
  (type: string, check: Check): Check =>
  (annotation) =>
    objects(within(annotation, 'state')).every((part) => !hasType(part, type) || check(part))
const isSelector = (value: unknown) => isIri(value) || (isObject(value) && SELECTORS.includes(value.type as string))
const isState = (value: unknown) =>
  isIri(value) || (isObject(value) && ['TimeState', 'HttpRequestState'].includes(value.type as string))

const direction = atMostOne('textDirection', (value) => ['ltr', 'rtl', 'auto'].includes(value as string))
const isInterval: Check = (part) => one('sourceDateStart', isTime)(part) && one('sourceDateEnd', isTime)(part)

/** annotations/annotationMusts.test */
const ANNOTATION: Record<string, Check> = {
  '3.1-annotationContextValidated': isContext,
  '3.1-annotationIdValidated': one('id', isIri),
  '3.1-annotationTypeValidated': (part) => hasType(part, 'Annotation'),
  '3.1-targetKeyFound': (part) => lists(part.target).length > 0,
  '3.2-targetObjectsRecognized': all(
    'target',
    (value) => isIri(value) || (isObject(value) && [isChoiceOrSet, isSpecific, isExternal].some((kind) => kind(value))),
  ),
  '3.2-bodyObjectsRecognized': all(
    'body',
    (value) =>
      isIri(value) ||
      (isObject(value) && [isChoiceOrSet, isSpecific, isExternal, isEmbedded].some((kind) => kind(value))),
  ),
  '3.2.5-notBodyBodyValue': (part) => !(has(part, 'body') && has(part, 'bodyValue')),
  '3.2.5-bodyValueValidated': atMostOne('bodyValue', isText),
  '3.3.1-annotationCreatedValidated': atMostOne('created', isTime),
  '3.3.1-annotationModifiedValidated': atMostOne('modified', isTime),
  '3.3.1-annotationGeneratedValidated': atMostOne('generated', isTime),
  '3.3.6-annotationRightsValidated': all('rights', isIri),
  '3.3.7-annotationCanonicalValidated': atMostOne('canonical', isIri),
  '3.3.7-annotationViaValidated': all('via', isIri),
  '3.2.1-bodyTextDirectionValidated': everyOf('body', direction),
  '3.3.1-bodyCreatedValidated': everyOf('body', atMostOne('created', isTime)),
  '3.3.1-bodyModifiedValidated': everyOf('body', atMostOne('modified', isTime)),
  '3.3.6-bodyRightsValidated': everyOf('body', all('rights', isIri)),
  '3.3.7-bodyCanonicalValidated': everyOf('body', atMostOne('canonical', isIri)),
  '3.3.7-bodyViaValidated': everyOf('body', all('via', isIri)),
  '3.2.7-bodyEWRNoItems': never('body', isExternal, 'items'),
  '3.3.5-bodyEWRNoPurpose': never('body', isExternal, 'purpose'),
  '3.2.4-bodyChoiceSetNoValue': never('body', isChoiceOrSet, 'value'),
  '4-bodyChoiceSetNoSource': never('body', isChoiceOrSet, 'source'),
  '3.3.5-bodyChoiceSetNoPurpose': never('body', isChoiceOrSet, 'purpose'),
  '3.2.7-bodyEmbeddedTextualNoItems': never('body', isEmbedded, 'items'),
  '4-bodyEmbeddedTextualNoSource': never('body', (part) => hasType(part, 'TextualBody'), 'source'),
  '3.2.7-bodySpecificResourceNoItems': never('body', isSpecific, 'items'),
  '4-bodySpecificResourceNoValue': never('body', isSpecific, 'value'),
  '3.2.1-targTextDirectionValidated': everyOf('target', direction),
  '3.3.1-targCreatedValidated': everyOf('target', atMostOne('created', isTime)),
  '3.3.1-targModifiedValidated': everyOf('target', atMostOne('modified', isTime)),
  '3.3.6-targRightsValidated': everyOf('target', all('rights', isIri)),
  '3.3.7-targCanonicalValidated': everyOf('target', atMostOne('canonical', isIri)),
  '3.3.7-targViaValidated': everyOf('target', all('via', isIri)),
  '3.2.7-targEWRNoItems': never('target', isExternal, 'items'),
  '3.3.5-targEWRNoPurpose': never('target', isExternal, 'purpose'),
  '3.2.4-targChoiceSetNoValue': never('target', isChoiceOrSet, 'value'),
  '4-targChoiceSetNoSource': never('target', isChoiceOrSet, 'source'),
  '3.3.5-targChoiceSetNoPurpose': never('target', isChoiceOrSet, 'purpose'),
  '3.2.7-targSpecificResourceNoItems': never('target', isSpecific, 'items'),
  '4-targSpecificResourceNoValue': never('target', isSpecific, 'value'),
  '3.2.4-targNoTypeTextualBody': everyOf('target', (part) => !hasType(part, 'TextualBody')),
  '4.2-selectorValidIfPresent': (part) => within(part, 'selector').every(isSelector),
  '4.3-stateValidIfPresent': (part) => within(part, 'state').every(isState),
  '4.3.3-refinedByValidated': (part) =>
    objects(within(part, 'state')).every((state) =>
      lists(state.refinedBy).every((by) => isState(by) || isSelector(by)),
    ),
  '4.4-styleClassValidIfPresent': (part) =>
    has(part, 'stylesheet') ||
    ![...resources(part, 'body'), ...resources(part, 'target')].some((one) => has(one, 'styleClass')),
  '4.2-fragmentCssXPathSelectorValid': everySelector(
    ['FragmentSelector', 'CssSelector', 'XPathSelector'],
    one('value', isText),
  ),
  '4.2.4-textQuoteSelectorValid': everySelector(['TextQuoteSelector'], one('exact', isText)),
  '4.2-TextDataPositionSelectorValid': everySelector(
    ['TextPositionSelector', 'DataPositionSelector'],
    (part) => isCount(part.start) && isCount(part.end),
  ),
  '4.2.7-svgSelectorValid': everySelector(['SvgSelector'], (part) => isText(part.value) || isIri(part.id)),
  '4.2.8-rangeSelectorValid': everySelector(
    ['RangeSelector'],
    (part) => isSelector(part.startSelector) && isSelector(part.endSelector),
  ),
  '4.3.1-timeStateValid': everyState('TimeState', (part) => one('sourceDate', isTime)(part) !== isInterval(part)),
  '4.3.2-httpRequestStateValid': everyState('HttpRequestState', one('value', isText)),
}

/** What the model says besides, in its own sections: no schema of the working group asks for it. */
const BEYOND: Record<string, Check> = {
  '3.1: no body key without a body': (part) => !has(part, 'body') || lists(part.body).length > 0,
  '3.2.4: embedded text says that it is': everyOf('body', (part) => !isEmbedded(part) || hasType(part, 'TextualBody')),
  '3.2.1: one format at most, and language': everyOf(
    'body',
    (part) => atMostOne('format', isText)(part) && all('language', isText)(part),
  ),
  '3.3.2: an agent has one IRI at most, and names that are strings': (part) =>
    objects(part.creator).every((agent) => atMostOne('id', isIri)(agent) && all('name', isText)(agent)),
  '3.3.5: motivations and purposes are such': (part) =>
    all('motivation', isMotivation)(part) && everyOf('body', all('purpose', isMotivation))(part),
  '4: a specific resource has one source': everyOf(
    'target',
    (part) => !isSpecific(part) || isIri(part.source) || isObject(part.source),
  ),
  '4.2.4: one prefix and one suffix at most': everySelector(
    ['TextQuoteSelector'],
    (part) => atMostOne('prefix', isText)(part) && atMostOne('suffix', isText)(part),
  ),
  '4.2.5: a position ends behind its start': everySelector(
    ['TextPositionSelector'],
    ({ start, end }) => (start as number) <= (end as number),
  ),
}

/** collections/collectionMusts.test */
const COLLECTION: Record<string, Check> = {
  '5.1-collectionContextValidated': isContext,
  '5.1-collectionIdValidated': one('id', isIri),
  '5.1-collectionTypeValidated': (part) => hasType(part, 'AnnotationCollection'),
  '5.1-collectionLabelValidated': atMostOne('label', isText),
  '5.1-collectionTotalValidated': atMostOne('total', isCount),
  '5.1-collectionFirstValidated': (part) => has(part, 'first') || !((part.total as number) > 0),
  '5.1-collectionLastValidated': atMostOne('last', isIri),
  '3.3.1-collectionCreatedValidated': atMostOne('created', isTime),
  '3.3.1-collectionModifiedValidated': atMostOne('modified', isTime),
  '3.3.6-collectionRightsValidated': all('rights', isIri),
  '3.1: a context beside the model’s is in a list with it': (part) =>
    !Array.isArray(part['@context']) || part['@context'].length > 1,
}

/** collections/pages/pageMusts.test, of a page within its collection. */
const PAGE: Record<string, Check> = {
  '5.2-pageIdValidated': one('id', isIri),
  '5.2-pageTypeValidated': (part) => hasType(part, 'AnnotationPage'),
  '5.2-pageItemsValidated': (part) =>
    Array.isArray(part.items) &&
    part.items.length > 0 &&
    part.items.every((item) => isIri(item) || (isObject(item) && hasType(item, 'Annotation'))),
  '5.2-pagePartOfValidated': atMostOne('partOf', (value) => isIri(value) || (isObject(value) && isIri(value.id))),
  '5.2-pageNextValidated': atMostOne('next', isIri),
  '5.2-pagePrevValidated': atMostOne('prev', isIri),
  '5.2-pageStartIndexValidated': atMostOne('startIndex', isCount),
}

export const MUSTS = Object.keys(ANNOTATION)

/** The assertions that an annotation, a document by itself, does not keep to. */
export function brokenBy(annotation: Json): string[] {
  return [...Object.entries(ANNOTATION), ...Object.entries(BEYOND)].flatMap(([name, holds]) =>
    holds(annotation) ? [] : [name],
  )
}

/** Each assertion that does not hold, with what it is about; [] for a collection as it must be. */
export function broken(collection: Json): string[] {
  const found: string[] = []
  const judge = (checks: Record<string, Check>, part: Json) => {
    for (const [name, holds] of Object.entries(checks)) if (!holds(part)) found.push(`${name}: ${JSON.stringify(part)}`)
  }
  judge(COLLECTION, collection)
  const page = collection.first
  if (isObject(page)) judge(PAGE, page)
  const items = isObject(page) ? objects(page.items) : []
  if (collection.total !== items.length) found.push('5.1: a collection has as many annotations as it says')
  if (new Set(items.map(({ id }) => id)).size < items.length) found.push('3.1: an annotation has an IRI of its own')
  for (const item of items) {
    const alone = { '@context': collection['@context'], ...item }
    for (const name of brokenBy(alone)) found.push(`${name}: ${JSON.stringify(item)}`)
  }
  return found
}
