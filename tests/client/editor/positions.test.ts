/** Places in the document and in the flat text are each other's mirror. */
import { expect, test } from 'vitest'
import { flatLength, indexOf, lineAt, positionAt } from '../../../client/editor/positions.ts'
import { docOfDraft } from '../../../client/editor/text-to-doc.ts'
import { schema } from '../../kit/editor-replica.ts'

const doc = docOfDraft(schema, { lines: [{ spans: [{ text: 'ab' }] }, { spans: [] }, { spans: [{ text: 'c' }] }] })

test('every place inside a line has one index, and every index one place', () => {
  const places = [1, 2, 3, 5, 7, 8]
  expect(places.map((place) => indexOf(doc, place))).toEqual([1, 2, 3, 4, 5, 6])
  expect(places.map((_, index) => positionAt(doc, index + 1))).toEqual(places)
  expect(flatLength(doc)).toBe(6)
})

test('the place between two lines is the end of the upper one', () => {
  expect(indexOf(doc, 4)).toBe(3)
})

test('indices outside the text are clamped', () => {
  expect([positionAt(doc, -4), positionAt(doc, 0), positionAt(doc, 99)]).toEqual([1, 1, 8])
  expect(lineAt(doc, 99)).toEqual({ line: 2, offset: 1 })
})
