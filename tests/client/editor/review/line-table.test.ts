/** The table of lines says what the walk over the document says, with own proposals in it or without. */

import { TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { indexOf, positionAt } from '../../../../client/editor/positions.ts'
import { LineTable } from '../../../../client/editor/review/line-table.ts'
import { selectedWords } from '../../../../client/editor/review/selected-words.ts'
import { displayIndexOf, textIndexOf, textLength } from '../../../../client/editor/suggesting/display.ts'
import { PROPOSAL, writeToken } from '../../../../client/editor/suggesting/token.ts'
import { encodeStory } from '../../../../shared/story/story-doc.ts'
import { randomEdit, seededRandom } from '../../../kit/editor-edits.ts'
import { EditorReplica, schema } from '../../../kit/editor-replica.ts'

const START = encodeStory(
  {
    lines: [{ spans: [{ text: 'Low Water' }] }, { spans: [] }, { spans: [{ text: 'It wasn’t a long letter, (no) ' }] }],
  },
  1,
)

test('places, indexes and words agree with the text in random documents', () => {
  const seed = Number(process.env.FUZZ_SEED ?? Date.now() >>> 0)
  const random = seededRandom(seed)
  const editor = new EditorReplica(START, 7)
  for (let op = 0; op < 60; op += 1) {
    editor.dispatch(randomEdit(editor.state, random).transaction)
    const { doc } = editor.state
    const table = new LineTable(doc)
    const text = editor.text.toString()
    expect(table.length, `FUZZ_SEED=${seed}`).toBe(text.length)
    for (let index = 1; index <= text.length; index += 1) {
      const position = positionAt(doc, index)
      expect(table.behind(index)).toBe(position)
      expect(table.indexAt(position)).toBe(indexOf(doc, position))
      if (text[index] && text[index] !== '\n') expect(table.before(index)).toBe(position)
      const to = Math.min(text.length, index + random(30))
      expect(table.words({ from: index, to })).toBe(text.slice(index, to))
    }
  }
  editor.destroy()
})

test('own proposed words and lines count nothing', () => {
  const token = (words: string) =>
    schema.text(words, [schema.marks[PROPOSAL]!.create({ token: writeToken('ins', 'r1') })])
  const { doc: plain } = new EditorReplica(START, 7).state
  const line = schema.nodes.paragraph!.create({ [PROPOSAL]: writeToken('ins', 'r2') }, schema.text('Water'))
  const doc = plain.copy(
    plain.content
      .replaceChild(
        0,
        plain.child(0).copy(plain.child(0).content.cut(0, 4).addToStart(token('Very ')).addToEnd(token('!'))),
      )
      .replaceChild(1, line)
      .addToEnd(plain.child(1)),
  )
  const table = new LineTable(doc)
  expect(table.length).toBe(textLength(doc))
  for (let position = 1; position < doc.content.size; position += 1) {
    const display = position - doc.resolve(position).index(0)
    if (doc.resolve(position).depth > 0) expect(table.indexAt(position)).toBe(textIndexOf(doc, display))
  }
  for (let index = 1; index < table.length; index += 1) {
    const before = table.before(index)
    if (table.words({ from: index, to: index + 1 }) !== '\n') {
      expect(before - doc.resolve(before).index(0)).toBe(displayIndexOf(doc, index))
    }
  }
  expect(table.words({ from: 1, to: 10 })).toBe('Low Water')
})

test('a note is about the selection, the word at the caret, or whole lines', () => {
  const { state } = new EditorReplica(START, 7)
  const table = new LineTable(state.doc)
  const about = (anchor: number, head = anchor) => {
    const place = selectedWords(table, TextSelection.create(state.doc, anchor, head))
    return place && table.words(place)
  }
  const end = state.doc.content.size - 1
  expect([about(2), about(4), about(5), about(10)]).toEqual(['Low', 'Low', 'Water', 'Water'])
  expect(about(12)).toBeNull()
  expect([about(19), about(end), about(end - 7)]).toEqual(['wasn’t', 'no', 'letter'])
  expect([about(2, 4), about(4, 7)]).toEqual(['ow', 'Wa'])
  expect(about(3, 20)).toBe('Low Water\n\nIt wasn’t a long letter, (no)')
  expect([about(1, 14), about(4, 5)]).toEqual(['Low Water\n'.trim(), null])
})
