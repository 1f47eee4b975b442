import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { insertedWords, unsavedLines, unsavedWords } from '../../../client/sync/unsaved-words.ts'

function story(gc = true): { text: Y.Text; updates: Uint8Array[] } {
  const doc = new Y.Doc({ gc })
  const text = doc.getText('text')
  text.insert(0, '\nIt was late and the house was still.', {})
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  return { text, updates }
}

test('the words of several edits come in the order of the text, joined where they touch', () => {
  const { text, updates } = story()
  text.insert(text.length, ' Nobody', {})
  text.insert(text.length, ' spoke.', {})
  text.insert(12, 'very ', {})
  expect(unsavedWords(text, updates)).toBe('very\n\nNobody spoke.')
})

test('what was deleted again, and deletions, have no words, also where Yjs keeps them for undo', () => {
  const { text, updates } = story(false)
  text.insert(1, 'Oh. ', {})
  text.delete(1, 4)
  text.delete(1, 3)
  expect(unsavedWords(text, updates)).toBe('')
})

test('only the unsaved part of a run of typing is given', () => {
  const { text, updates } = story()
  text.insert(text.length, ' saved', {})
  updates.length = 0
  text.insert(text.length, ' unsaved', {})
  expect(unsavedWords(text, updates)).toBe('unsaved')
})

test('an update of a deep tail is found among thousands of pieces', () => {
  const { text, updates } = story()
  for (let index = 0; index < 3000; index += 1) text.insert(1, 'a', index % 2 ? { bold: true } : {})
  updates.length = 0
  text.insert(text.length, 'tail', {})
  expect(unsavedWords(text, updates)).toBe('tail')
})

test('typing is read off updates that no text can take any more', () => {
  const { text, updates } = story()
  text.insert(text.length, ' Nobody', {})
  text.delete(1, 3)
  text.insert(text.length, ' spoke.', {})
  expect(insertedWords(updates)).toBe('Nobody spoke.')
})

test('each insertion stands in its line, marked, and a line that is itself new says so', () => {
  const { text, updates } = story()
  text.insert(text.length, '\nNobody spoke.', {})
  updates.length = 0
  text.insert(12, 'very ', {})
  text.insert(1, 'Oh. ', {})
  text.insert(text.length, '\nThen', {})
  text.insert(text.length, ' she did.', {})
  expect(unsavedLines(text, updates)).toEqual([
    { line: 1, marked: '{++Oh. ++}It was late{++very ++} and the house was still.' },
    { line: 3, marked: '{++¶Then she did.++}' },
  ])
})

test('a line parted by an unsaved line end says where', () => {
  const { text, updates } = story()
  text.insert(13, '\n', {})
  expect(unsavedLines(text, updates)).toEqual([{ line: 2, marked: '{++¶++}and the house was still.' }])
})
