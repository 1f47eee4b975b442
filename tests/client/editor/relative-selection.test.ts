import { TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { readSelection, relativeSelection } from '../../../client/editor/relative-selection.ts'
import { encodeStory } from '../../../shared/story/story-doc.ts'
import { EditorReplica } from '../../kit/editor-replica.ts'

const editor = () => new EditorReplica(encodeStory({ lines: [{ spans: [{ text: 'Low Water' }] }] }, 1), 7)

test('a selection stays on its words while others write at both ends', () => {
  const here = editor()
  const { doc } = here.state
  const kept = relativeSelection(here.text, doc, TextSelection.create(doc, 5, 10))
  here.text.insert(10, '!', {})
  here.text.insert(5, 'and ', {})
  expect(readSelection(JSON.parse(JSON.stringify(kept)), here.text, here.state.doc)).toEqual({ anchor: 9, head: 14 })
})

test('a caret stays behind the letter it follows', () => {
  const here = editor()
  const { doc } = here.state
  const kept = relativeSelection(here.text, doc, TextSelection.create(doc, 5))
  here.text.insert(5, 'x', {})
  expect(readSelection(kept, here.text, here.state.doc)).toEqual({ anchor: 5, head: 5 })
})

test.each([
  [null],
  ['x'],
  [{}],
  [{ anchor: 3, head: 4 }],
  [{ anchor: {}, head: {} }],
  [{ anchor: { item: { client: 'x', clock: -1 } }, head: { item: null, type: 7 } }],
  [{ anchor: { tname: 'other' }, head: { tname: 'text' } }],
  [{ anchor: { item: { client: 999, clock: 5 } }, head: { item: { client: 1, clock: 1e9 } } }],
])('what another client sent and nobody can read is no selection: %j', (value) => {
  const here = editor()
  expect(() => readSelection(value, here.text, here.state.doc)).not.toThrow()
  const place = readSelection(value, here.text, here.state.doc)
  if (place) expect(place.head).toBeLessThanOrEqual(here.state.doc.content.size)
})
