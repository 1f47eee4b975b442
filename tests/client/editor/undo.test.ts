import { TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { splitLine } from '../../../client/editor/commands.ts'
import { asUndoStep } from '../../../client/editor/undo.ts'
import { encodeStory } from '../../../shared/story/story-doc.ts'
import { EditorReplica } from '../../kit/editor-replica.ts'

const START = encodeStory({ lines: [{ spans: [{ text: 'Low Water' }] }] }, 1)

function type(editor: EditorReplica, text: string, at: number): void {
  editor.dispatch(editor.state.tr.insertText(text, at))
}

function pass(from: EditorReplica, to: EditorReplica): void {
  for (const update of from.updates.splice(0)) to.receive(update)
}

test('letters typed without a pause go together, a step of its own goes alone', () => {
  const editor = new EditorReplica(START, 7)
  type(editor, 'a', 10)
  type(editor, 'b', 11)
  editor.dispatch(asUndoStep(editor.state.tr.insertText('C', 12)))
  type(editor, 'd', 13)
  const seen: string[] = []
  while (editor.undoing.undo(editor)) seen.push(editor.state.doc.textContent)
  expect(seen).toEqual(['Low WaterabC', 'Low Waterab', 'Low Water'])
  expect([editor.undoing.canUndo, editor.undoing.canRedo]).toEqual([false, true])
})

test('undo takes back one’s own edits and leaves what others wrote meanwhile', () => {
  const [a, b] = [new EditorReplica(START, 7), new EditorReplica(START, 8)]
  a.dispatch(a.state.tr.delete(1, 5))
  pass(a, b)
  type(b, ' rising', 6)
  pass(b, a)
  expect(a.undoing.undo(a)).toBe(true)
  expect(a.state.doc.textContent).toBe('Low Water rising')
  expect(a.undoing.undo(a)).toBe(false)
})

test('undo and redo put the caret back where it was', () => {
  const editor = new EditorReplica(START, 7)
  editor.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, 4, 10)))
  editor.dispatch(editor.state.tr.deleteSelection())
  editor.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, 1)))
  editor.undoing.undo(editor)
  expect([editor.state.selection.anchor, editor.state.selection.head]).toEqual([4, 10])
  editor.undoing.redo(editor)
  expect(editor.state.selection.head).toBe(1)
})

test('a split is undone as the one character it was', () => {
  const editor = new EditorReplica(START, 7)
  editor.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, 4)))
  splitLine(null)(editor.state, (transaction) => editor.dispatch(transaction))
  expect(editor.text.toString()).toBe('\nLow\n Water')
  editor.undoing.undo(editor)
  expect(editor.text.toString()).toBe('\nLow Water')
})
