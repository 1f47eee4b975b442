/** The binding's edges; its main promise is kept by binding-fuzz.test.ts. */
import { EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Binding, BoundView, bindingPlugin } from '../../../client/editor/binding.ts'
import { encodeStory, textOf } from '../../../shared/story/story-doc.ts'
import { EditorReplica, schema } from '../../kit/editor-replica.ts'

const START = encodeStory({ lines: [{ spans: [{ text: 'Low Water' }] }, { spans: [{ text: 'One' }] }] }, 1)

describe('a text that is not there yet', () => {
  test('shows one empty line, takes no edit, and seeds nothing', () => {
    const doc = new Y.Doc()
    const holder = unseeded(doc)
    holder.dispatch(holder.state.tr.insertText('x', 1))
    expect(textOf(doc).length).toBe(0)
    expect(holder.state.doc.textContent).toBe('')
    Y.applyUpdate(doc, START)
    expect(holder.state.doc.childCount).toBe(2)
    holder.dispatch(holder.state.tr.insertText('x', 1))
    expect(textOf(doc).toString()).toBe('\nxLow Water\nOne')
  })
})

test('a view that is made anew, as when another plugin joins, writes nothing a second time', () => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, START)
  const text = textOf(doc)
  const binding = new Binding(text)
  const plugin = bindingPlugin(binding)
  const holder = {
    composing: false,
    state: EditorState.create({ doc: binding.docOf(schema), plugins: [plugin] }),
    dispatch(transaction: Transaction) {
      holder.state = holder.state.apply(transaction)
      bound.update()
    },
  }
  let bound = new BoundView(holder, binding)
  holder.dispatch(holder.state.tr.insertText('x', 1))
  bound.destroy()
  holder.state = holder.state.reconfigure({ plugins: [plugin, new Plugin({})] })
  bound = new BoundView(holder, binding)
  holder.dispatch(holder.state.tr.insertText('y', 2))
  expect(text.toString()).toBe('\nxyLow Water\nOne')
})

describe('what others write', () => {
  test('one’s own typing is not carried along by what others write at the caret', () => {
    const editor = new EditorReplica(START, 7)
    editor.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, 4)))
    editor.text.insert(4, 'XXX', {})
    expect(editor.state.selection.head).toBe(4)
    editor.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, 4, 7)))
    editor.text.insert(7, '!', {})
    editor.text.insert(4, '!', {})
    expect(editor.state.doc.textBetween(editor.state.selection.from, editor.state.selection.to)).toBe('XXX')
  })

  test('a mark switched on for the next letter outlives another’s letter', () => {
    const editor = new EditorReplica(START, 7)
    editor.dispatch(editor.state.tr.addStoredMark(schema.marks.bold!.create()))
    editor.text.insert(3, 'x', {})
    expect(editor.state.storedMarks).toHaveLength(1)
  })

  test('attributes that nobody knows, on the wrong characters, or out of range are not shown', () => {
    const editor = new EditorReplica(START, 7)
    editor.text.format(0, 1, { block: 9, gap: 0, bold: true, x: 1 })
    editor.text.format(1, 3, { block: 2, gap: 3, bold: 'yes', italic: true })
    expect(editor.state.doc.child(0).toJSON()).toEqual({
      type: 'paragraph',
      attrs: { gap: null, eol: null, proposal: '' },
      content: [
        { type: 'text', text: 'Low', marks: [{ type: 'italic' }] },
        { type: 'text', text: ' Water' },
      ],
    })
    expect(editor.mismatches).toEqual([])
  })

  test('when a broken client removes the first line end, the text is shown and not written to', () => {
    const editor = new EditorReplica(START, 7)
    editor.text.delete(0, 1)
    expect(editor.state.doc.textContent).toBe('Low WaterOne')
    editor.dispatch(editor.state.tr.insertText('x', 1))
    expect(editor.text.toString()).toBe('Low Water\nOne')
  })
})

describe('while a character is composed', () => {
  test('a change of its line waits, and nothing is lost on either side', () => {
    const editor = new EditorReplica(START, 7)
    editor.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, 5)))
    editor.compose(true)
    editor.dispatch(editor.state.tr.insertText('k', 5))
    editor.text.insert(1, 'XX', {})
    expect(editor.state.doc.child(0).textContent).toBe('Low kWater')
    editor.dispatch(editor.state.tr.insertText('ka', 5, 6))
    editor.dispatch(editor.state.tr.insertText('か', 5, 7))
    expect(editor.text.toString()).toBe('\nXXLow かWater\nOne')
    editor.compose(false)
    expect(editor.state.doc.child(0).textContent).toBe('XXLow かWater')
    expect(editor.state.selection.head).toBe(8)
  })

  test('letters that began after others wrote are replaced by what they become', () => {
    const editor = new EditorReplica(START, 7)
    editor.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, 5)))
    editor.compose(true)
    editor.text.insert(1, 'XX', {})
    editor.dispatch(editor.state.tr.insertText('k', 5))
    editor.dispatch(editor.state.tr.insertText('か', 5, 6))
    expect(editor.text.toString()).toBe('\nXXLow かWater\nOne')
  })

  test('a change of another line is shown at once', () => {
    const editor = new EditorReplica(START, 7)
    editor.compose(true)
    editor.text.insert(13, '!', {})
    expect(editor.state.doc.child(1).textContent).toBe('On!e')
  })

  test('words composed in a line that others deleted meanwhile are kept', () => {
    const editor = new EditorReplica(START, 7)
    editor.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, 5)))
    editor.compose(true)
    editor.text.delete(1, 9)
    editor.dispatch(editor.state.tr.insertText('日本', 5))
    editor.compose(false)
    expect(editor.state.doc.child(0).textContent).toBe('日本')
  })
})

function unseeded(doc: Y.Doc) {
  const binding = new Binding(textOf(doc), { verify: true })
  const holder = {
    composing: false,
    state: EditorState.create({ doc: binding.docOf(schema), plugins: [bindingPlugin(binding)] }),
    dispatch(transaction: EditorState['tr']) {
      holder.state = holder.state.applyTransaction(transaction).state
      bound.update()
    },
  }
  const bound = new BoundView(holder, binding)
  return holder
}
