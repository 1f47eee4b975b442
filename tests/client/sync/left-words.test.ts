import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { leftWords, leftWordsFile } from '../../../client/sync/left-words.ts'

const note = { title: 'Low/Water: “one”', why: 'Idris made you a reader at 14:05.', at: '2026-01-02T14:05:00' }

function typed(): { text: Y.Text; updates: Uint8Array[] } {
  const doc = new Y.Doc()
  const text = doc.getText('text')
  text.insert(0, '\nIt was late.', {})
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  text.insert(text.length, ' Nobody spoke.', {})
  return { text, updates }
}

test('the file says what story, when and why, and has each piece in its line', () => {
  const { text, updates } = typed()
  const { name, text: file } = leftWordsFile(leftWords(note, text, updates, null))
  expect(name).toBe('Low Water “one”, unsaved words.txt')
  expect(file.split('\n')).toEqual([
    'Low/Water: “one”',
    'Words that were not saved, 2 January 2026 at 14:05.',
    'Idris made you a reader at 14:05.',
    'What was typed stands between {++ and ++}; ¶ is a new line.',
    '',
    'Line 1: It was late.{++ Nobody spoke.++}',
    '',
  ])
})

test('words that can be placed nowhere are given as they were typed', () => {
  const left = leftWords({ ...note, title: '' }, null, typed().updates, 'aside')
  expect(left).toMatchObject({ words: 'Nobody spoke.', count: 2, lines: [], kept: 'aside' })
  expect(leftWordsFile(left).name).toBe('Untitled, unsaved words.txt')
  expect(leftWordsFile(left).text).toContain('\nNobody spoke.\n')
})
