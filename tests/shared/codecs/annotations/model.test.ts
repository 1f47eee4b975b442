/** The checks of the model find what they are for: one annotation that breaks each assertion, and nothing else. */
import { expect, test } from 'vitest'
import { brokenBy, MUSTS } from './model.ts'

const GOOD = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'urn:x:1',
  type: 'Annotation',
  motivation: 'commenting',
  created: '2026-01-28T12:00:00Z',
  body: [{ type: 'TextualBody', value: 'the', format: 'text/plain', purpose: 'editing' }],
  target: {
    type: 'SpecificResource',
    source: 'urn:x:story',
    selector: [
      { type: 'TextQuoteSelector', exact: 'teh' },
      { type: 'TextPositionSelector', start: 1, end: 4 },
    ],
    state: { type: 'TimeState', sourceDate: '2026-01-28T12:00:00Z' },
  },
}
const target = (more: object) => ({ target: { ...GOOD.target, ...more } })
const body = (more: object) => ({ body: [{ ...GOOD.body[0], ...more }] })
const selector = (...parts: object[]) => target({ selector: parts })
const out = { id: 'http://x.example/a' }
const choice = { type: 'Choice', items: ['urn:x:a', 'urn:x:b'] }

const WRONG: Record<string, object> = {
  '3.1-annotationContextValidated': { '@context': ['http://x.example/'] },
  '3.1-annotationIdValidated': { id: 'no iri' },
  '3.1-annotationTypeValidated': { type: 'Note' },
  '3.1-targetKeyFound': { target: undefined },
  '3.2-targetObjectsRecognized': { target: { value: 'text' } },
  '3.2-bodyObjectsRecognized': { body: [{ type: 'TextualBody' }] },
  '3.2.5-notBodyBodyValue': { bodyValue: 'x' },
  '3.2.5-bodyValueValidated': { body: undefined, bodyValue: ['x', 'y'] },
  '3.3.1-annotationCreatedValidated': { created: '2026-01-28T12:00:00' },
  '3.3.1-annotationModifiedValidated': { modified: ['2026-01-28T12:00:00Z', '2026-01-29T12:00:00Z'] },
  '3.3.1-annotationGeneratedValidated': { generated: 'today' },
  '3.3.6-annotationRightsValidated': { rights: ['urn:x:1', 'none'] },
  '3.3.7-annotationCanonicalValidated': { canonical: ['urn:x:1', 'urn:x:2'] },
  '3.3.7-annotationViaValidated': { via: 'there' },
  '3.2.1-bodyTextDirectionValidated': body({ textDirection: 'up' }),
  '3.3.1-bodyCreatedValidated': body({ created: 'now' }),
  '3.3.1-bodyModifiedValidated': body({ modified: 'now' }),
  '3.3.6-bodyRightsValidated': body({ rights: 'mine' }),
  '3.3.7-bodyCanonicalValidated': body({ canonical: 'x' }),
  '3.3.7-bodyViaValidated': body({ via: ['x'] }),
  '3.2.7-bodyEWRNoItems': { body: { ...out, items: [] } },
  '3.3.5-bodyEWRNoPurpose': { body: { ...out, purpose: 'editing' } },
  '3.2.4-bodyChoiceSetNoValue': { body: { ...choice, value: 'x' } },
  '4-bodyChoiceSetNoSource': { body: { ...choice, source: 'urn:x:a' } },
  '3.3.5-bodyChoiceSetNoPurpose': { body: { ...choice, purpose: 'editing' } },
  '3.2.7-bodyEmbeddedTextualNoItems': body({ items: [] }),
  '4-bodyEmbeddedTextualNoSource': { body: { type: 'TextualBody', value: 'x', source: 'urn:x:a' } },
  '3.2.7-bodySpecificResourceNoItems': { body: { source: 'urn:x:a', items: [] } },
  '4-bodySpecificResourceNoValue': { body: { source: 'urn:x:a', value: 'x' } },
  '3.2.1-targTextDirectionValidated': target({ textDirection: 'up' }),
  '3.3.1-targCreatedValidated': target({ created: 'now' }),
  '3.3.1-targModifiedValidated': target({ modified: 'now' }),
  '3.3.6-targRightsValidated': target({ rights: 'mine' }),
  '3.3.7-targCanonicalValidated': target({ canonical: 'x' }),
  '3.3.7-targViaValidated': target({ via: ['x'] }),
  '3.2.7-targEWRNoItems': { target: { ...out, items: [] } },
  '3.3.5-targEWRNoPurpose': { target: { ...out, purpose: 'editing' } },
  '3.2.4-targChoiceSetNoValue': { target: { ...choice, value: 'x' } },
  '4-targChoiceSetNoSource': { target: { ...choice, source: 'urn:x:a' } },
  '3.3.5-targChoiceSetNoPurpose': { target: { ...choice, purpose: 'editing' } },
  '3.2.7-targSpecificResourceNoItems': target({ items: [] }),
  '4-targSpecificResourceNoValue': target({ value: 'x' }),
  '3.2.4-targNoTypeTextualBody': { target: { type: ['TextualBody'], value: 'x' } },
  '4.2-selectorValidIfPresent': selector({ type: 'WordSelector' }),
  '4.3-stateValidIfPresent': target({ state: { type: 'MoodState' } }),
  '4.3.3-refinedByValidated': target({ state: { ...GOOD.target.state, refinedBy: 'no iri' } }),
  '4.4-styleClassValidIfPresent': target({ styleClass: 'red' }),
  '4.2-fragmentCssXPathSelectorValid': selector({ type: 'CssSelector' }),
  '4.2.4-textQuoteSelectorValid': selector({ type: 'TextQuoteSelector', exact: ['teh'] }),
  '4.2-TextDataPositionSelectorValid': selector({ type: 'DataPositionSelector', start: -1, end: 4 }),
  '4.2.7-svgSelectorValid': selector({ type: 'SvgSelector' }),
  '4.2.8-rangeSelectorValid': selector({ type: 'RangeSelector', startSelector: GOOD.target.selector[0] }),
  '4.3.1-timeStateValid': target({
    state: { ...GOOD.target.state, sourceDateStart: '2026-01-28T12:00:00Z', sourceDateEnd: '2026-01-29T12:00:00Z' },
  }),
  '4.3.2-httpRequestStateValid': target({ state: { type: 'HttpRequestState' } }),
}

test('there are as many assertions as the working group has, and a wrong annotation for each', () => {
  expect(MUSTS).toHaveLength(54)
  expect(Object.keys(WRONG).sort()).toEqual([...MUSTS].sort())
})

test('an annotation as it must be keeps to all of them', () => {
  expect(brokenBy(GOOD)).toEqual([])
})

test.each(Object.entries(WRONG))('%s is found where it is broken', (name, wrong) => {
  const annotation = Object.fromEntries(
    Object.entries({ ...GOOD, ...wrong }).filter(([, value]) => value !== undefined),
  )
  expect(brokenBy(annotation)).toContain(name)
})
