/** Words that were lost come back by undo, by pasting what was cut and by dragging, and their notes with them; never by guess. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { LineTable } from '../../../../client/editor/review/line-table.ts'
import { ReturningWords } from '../../../../client/editor/review/returning-words.ts'
import { ThreadsInText } from '../../../../client/editor/review/threads-in-text.ts'
import { asUndoStep } from '../../../../client/editor/undo.ts'
import { encodeStory } from '../../../../shared/story/story-doc.ts'
import { EditorReplica, schema } from '../../../kit/editor-replica.ts'
import { noteAt, noteOn, reviewOf } from '../../../kit/review-notes.ts'

const START = encodeStory(
  { lines: [{ spans: [{ text: 'She saw the mud shine, and the mud dry.' }] }, { spans: [{ text: 'ha ha ha' }] }] },
  1,
)

/** One person's editor with notes on its first such words, set anew as told; what came back, as "id: words after what". */
class Desk {
  readonly editor = new EditorReplica(START, 7)
  readonly threads = new ThreadsInText(this.editor.text)
  readonly returning = new ReturningWords(this.threads)
  readonly back: string[] = []

  constructor(words: Record<string, string>) {
    const { text } = this.editor
    const notes = new Map(Object.entries(words).map(([id, words]) => [id, noteOn(text, id, words)]))
    this.threads.show(reviewOf(...notes.values()))
    this.read()
    text.observe(({ delta }, { local, origin }) => {
      const returned = local
        ? this.returning.changed(text, delta, origin instanceof Y.UndoManager)
        : this.returning.followed(delta)
      for (const { id, place } of returned) {
        const words = text.toString()
        const before = words.slice(Math.max(0, place.from - 4), place.from)
        this.back.push(`${id}: ${words.slice(place.from, place.to)} after "${before}"`)
        notes.set(id, noteAt(text, id, place, { moved: 'undo' }))
      }
      if (returned.length > 0) this.threads.show(reviewOf(...notes.values()))
    })
  }

  read() {
    return this.threads.read(new LineTable(this.editor.state.doc))
  }

  delete(words: string): void {
    const { editor } = this
    const from = editor.text.toString().indexOf(words)
    // One line in: a position is an index there.
    editor.dispatch(asUndoStep(editor.state.tr.delete(from, from + words.length)))
    this.read()
  }

  insert(words: string, at: number): void {
    this.editor.dispatch(asUndoStep(this.editor.state.tr.insertText(words, at)))
    this.read()
  }
}

/** A clipboard that keeps what it is given. */
function clipboard(): DataTransfer {
  const kept = new Map<string, string>()
  return {
    setData: (type: string, data: string) => void kept.set(type, data),
    getData: (type: string) => kept.get(type) ?? '',
  } as unknown as DataTransfer
}

test('words that one deleted and brings back by undo have their note again, among the same words', () => {
  const desk = new Desk({ first: 'the mud', both: 'saw the mud shine' })
  desk.delete('the mud shine')
  desk.editor.undoing.undo(desk.editor)
  // The other one holds on to its living end, and what came back stands within it.
  expect(desk.back).toEqual(['first: the mud after "saw "'])
  expect(desk.read().map(({ id, state, words }) => `${id} ${state} ${words}`)).toEqual([
    'both exact saw the mud shine',
    'first exact the mud',
  ])
})

test('a redo that takes words away and an undo that brings them back are met again and again', () => {
  const desk = new Desk({ note: 'mud shine' })
  desk.delete('mud shine')
  for (let time = 0; time < 2; time += 1) {
    desk.editor.undoing.undo(desk.editor)
    desk.read()
    desk.editor.undoing.redo(desk.editor)
    desk.read()
  }
  expect(desk.back).toEqual(['note: mud shine after "the "', 'note: mud shine after "the "'])
})

test('words that somebody else deleted are not ours to move, nor are those that are only typed again', () => {
  const desk = new Desk({ note: 'mud shine' })
  const other = new EditorReplica(Y.encodeStateAsUpdate(desk.editor.doc), 9)
  other.dispatch(other.state.tr.delete(13, 22))
  for (const update of other.updates) desk.editor.receive(update)
  desk.read()
  desk.insert('mud shine', 13)
  desk.editor.undoing.undo(desk.editor)
  desk.editor.undoing.redo(desk.editor)
  expect(desk.back).toEqual([])

  const own = new Desk({ note: 'mud shine' })
  own.delete('mud shine')
  own.insert('mud shine', 13)
  expect(own.back).toEqual([])
})

test('what was cut and is pasted elsewhere takes its notes along; a copy takes none', () => {
  const desk = new Desk({ note: 'mud', other: 'dry' })
  const { editor, returning } = desk
  const data = clipboard()
  const place = { from: 9, to: 22 }
  expect(editor.text.toString().slice(place.from, place.to)).toBe('the mud shine')
  const paste = (at: number) => {
    returning.pastes(data)
    desk.insert('the mud shine', at)
    returning.pasted()
  }
  returning.takes(desk.read(), place)
  returning.gives(data)
  paste(editor.state.doc.content.size - 1)
  expect(desk.back).toEqual([])
  desk.editor.undoing.undo(desk.editor)
  desk.delete('the mud shine')
  paste(editor.state.doc.content.size - 1)
  expect(desk.back).toEqual(['note: mud after "the "'])
})

test('a clipboard that was written by anything else is nothing', () => {
  const desk = new Desk({ note: 'mud' })
  desk.delete('mud')
  for (const json of [
    '',
    '{',
    '{}',
    '[1,null,{"id":"note"}]',
    '[{"id":"note","offset":-1,"words":"mud"}]',
    '[{"id":"note","offset":0,"words":"sea"}]',
  ]) {
    const data = clipboard()
    data.setData('application/x-galley-threads', json)
    desk.returning.pastes(data)
    desk.insert('sea', 5)
    desk.returning.pasted()
  }
  expect(desk.back).toEqual([])
})

test('words that are dragged to another place in one edit keep their note', () => {
  const desk = new Desk({ note: 'mud shine' })
  const { editor } = desk
  const transaction = editor.state.tr.delete(13, 22)
  editor.dispatch(transaction.insert(1, schema.text('mud shine ')))
  expect(desk.back).toEqual(['note: mud shine after "\n"'])
})

test('where the same words stand twice and nothing tells them apart, nothing is moved', () => {
  const desk = new Desk({ note: 'mud shine' })
  const { editor, threads } = desk
  const note = noteOn(editor.text, 'note', 'ha', { quote: { words: 'ha', before: '', after: '' } })
  threads.show(reviewOf(note))
  desk.read()
  desk.delete('ha ha ha')
  editor.undoing.undo(editor)
  expect(desk.back).toEqual([])
})
