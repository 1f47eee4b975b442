/**
 * Random histories of three editors with notes among them: FUZZ_SEED=… replays one, FUZZ_RUNS=… sets how many there are.
 * Updates arrive in any order, undo and redo come from anybody, and one of the three reads the story anew now and then.
 */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { LineTable } from '../../../../client/editor/review/line-table.ts'
import { ThreadsInText } from '../../../../client/editor/review/threads-in-text.ts'
import { docOfText } from '../../../../client/editor/text-to-doc.ts'
import type { Note, Suggestion } from '../../../../shared/review/state.ts'
import { standingsOf } from '../../../../shared/story/places.ts'
import { encodeStory, textOf } from '../../../../shared/story/story-doc.ts'
import { type Random, randomEdit, seededRandom } from '../../../kit/editor-edits.ts'
import { EditorReplica, schema } from '../../../kit/editor-replica.ts'
import { fuzzSeeds } from '../../../kit/fuzz-start.ts'
import { noteAt, noteOn, reviewOf, suggestionAt } from '../../../kit/review-notes.ts'

const OPS = 80
const SEEDS = fuzzSeeds('FUZZ', 10)

const START = encodeStory(
  {
    lines: [
      { block: 1, spans: [{ text: 'Low Water' }] },
      { spans: [{ text: 'The harbour office kept two ' }, { text: 'ledgers', italic: true }, { text: ' 😀 for it.' }] },
      { gap: 3, spans: [{ text: 'It was not a long letter.' }] },
      { gap: 1, spans: [{ text: 'Salt for the ledger' }] },
    ],
  },
  1,
)

test(`threads stand where a fresh look finds them, exact when they are on the very words (${SEEDS.length * OPS} edits)`, {
  timeout: 600_000,
}, () => {
  for (const seed of SEEDS) {
    try {
      history(seededRandom(seed))
    } catch (error) {
      throw new Error(`FUZZ_SEED=${seed}`, { cause: error })
    }
  }
})

function history(random: Random): void {
  const editors = [11, 12, 13].map((id) => new EditorReplica(START, id))
  const watched = editors[0]!
  const mail: Uint8Array[][] = editors.map(() => [])
  const threads = new ThreadsInText(watched.text)
  watched.text.observe(({ delta }) => void threads.follow(delta))
  const shown: (Note | Suggestion)[] = []
  for (let op = 0; op < OPS; op += 1) {
    const at = random(3)
    const editor = editors[at]!
    const dice = random(20)
    if (dice === 0) editor.undoing.undo(editor)
    else if (dice === 1) editor.undoing.redo(editor)
    else editor.dispatch(randomEdit(editor.state, random).transaction)
    for (const update of editor.updates.splice(0))
      for (const [to, box] of mail.entries()) if (to !== at) box.push(update)
    for (let count = random(4); count > 0; count -= 1) {
      const to = random(3)
      const [update] = mail[to]!.splice(random(mail[to]!.length), 1)
      if (update) editors[to]!.receive(update)
      // What a binding writes in answer to an update goes out as well.
      for (const answer of editors[to]!.updates.splice(0))
        for (const [box, list] of mail.entries()) if (box !== to) list.push(answer)
    }
    if (random(4) === 0) {
      // Of anybody's text: a note may come before the words it is on.
      shown.push(anyThread(editors[random(3)]!.text, `thread-${op}`, random))
      threads.show(reviewOf(...shown))
    }
    if (random(3) === 0) compare(threads, watched, shown)
  }
  compare(threads, watched, shown)
  for (const editor of editors) editor.destroy()
}

function anyThread(text: Y.Text, id: string, random: Random): Note | Suggestion {
  const from = 1 + random(text.length)
  const place = { from, to: Math.min(text.length, from + random(3) * random(20)) }
  if (random(3) > 0 && place.from < place.to) return noteAt(text, id, place)
  return suggestionAt(text, id, place, [{ insert: 'x' }])
}

function compare(threads: ThreadsInText, { text, doc }: EditorReplica, shown: readonly (Note | Suggestion)[]): void {
  const words = text.toString()
  const again = new Y.Doc()
  Y.applyUpdate(again, Y.encodeStateAsUpdate(doc))
  // Of updates out of order Yjs keeps some back that it could read, until the next one comes; the copy has read them.
  if (textOf(again).toString() !== words) return
  const now = threads.read(new LineTable(docOfText(schema, text)))
  const reopened = new ThreadsInText(textOf(again))
  reopened.show(reviewOf(...shown))
  expect(now).toEqual(reopened.read(new LineTable(docOfText(schema, textOf(again)))))
  const standings = standingsOf(text, new Map(shown.map(({ id, anchor }) => [id, anchor!])))
  for (const thread of now) {
    const { from, to, gone } = standings.get(thread.id)!
    expect({ from: thread.from, to: thread.to }).toEqual({ from, to })
    if (!thread.thread.quote) continue
    const quoted = thread.thread.quote.words
    expect(thread.state === 'exact').toBe(!gone && words.slice(from, to) === quoted)
    expect(thread.words).toBe(thread.state === 'orphan' ? '' : words.slice(from, to))
    if (thread.state === 'changed' && /[\p{L}\p{N}]/u.test(quoted)) {
      const parts = quoted.match(/[\p{L}\p{N}]+/gu)!
      expect(parts.some((part) => thread.words.includes(part))).toBe(true)
    }
  }
  again.destroy()
}

test('a note stays on its words through a split, a join and words written beside it', () => {
  const editor = new EditorReplica(START, 7)
  const threads = new ThreadsInText(editor.text)
  editor.text.observe(({ delta }) => void threads.follow(delta))
  threads.show(reviewOf(noteOn(editor.text, 'note-one', 'office kept')))
  const read = () => {
    const [thread] = threads.read(new LineTable(editor.state.doc))
    return `${thread!.state} ${thread!.words}`
  }
  const at = (words: string) => editor.text.toString().indexOf(words)
  editor.text.insert(at('office'), 'old ')
  editor.text.insert(at('office kept') + 'office kept'.length, ' always')
  expect(read()).toBe('exact office kept')
  editor.text.insert(at(' kept'), '\n')
  expect(read()).toBe('changed office\n kept')
  editor.text.delete(at('\n kept'), 1)
  expect(read()).toBe('exact office kept')
  editor.text.delete(at('office'), 'office kept'.length)
  expect(read()).toBe('orphan ')
  editor.destroy()
})
