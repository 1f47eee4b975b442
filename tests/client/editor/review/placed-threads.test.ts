/** What the margin is told of places, in random texts: FUZZ_SEED=… replays one. */
import { expect, test } from 'vitest'
import { LineTable } from '../../../../client/editor/review/line-table.ts'
import { PlacedThreads } from '../../../../client/editor/review/placed-threads.ts'
import { ThreadsInText } from '../../../../client/editor/review/threads-in-text.ts'
import { docOfText } from '../../../../client/editor/text-to-doc.ts'
import { overlapsOf } from '../../../../client/panels/suggestions/open-suggestions.ts'
import type { Note, Suggestion } from '../../../../shared/review/state.ts'
import { encodeStory } from '../../../../shared/story/story-doc.ts'
import { seededRandom } from '../../../kit/editor-edits.ts'
import { EditorReplica, schema } from '../../../kit/editor-replica.ts'
import { noteOn, reviewOf, suggestionAt } from '../../../kit/review-notes.ts'

const START = encodeStory(
  {
    lines: [
      { spans: [{ text: 'The harbour office kept two ledgers for it.' }] },
      { spans: [{ text: 'It was not a long letter.' }] },
      { spans: [{ text: 'Salt for the ledger, salt for the letter, and salt for the sea.' }] },
    ],
  },
  1,
)
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() >>> 0)

class Desk {
  readonly editor = new EditorReplica(START, 7)
  readonly threads = new ThreadsInText(this.editor.text)
  readonly placed = new PlacedThreads()
  /** How often something was told. */
  told = 0

  constructor(...shown: (Note | Suggestion)[]) {
    this.editor.text.observe(({ delta }) => void this.threads.follow(delta))
    this.placed.told.subscribe(() => {
      this.told += 1
    })
    this.show(...shown)
  }

  show(...shown: (Note | Suggestion)[]): void {
    this.threads.show(reviewOf(...shown))
    this.tell()
  }

  tell(): void {
    const { lines } = this
    this.placed.tell(this.threads.read(lines), lines)
  }

  get lines(): LineTable {
    return new LineTable(docOfText(schema, this.editor.text))
  }

  /** What one would be told who asks for the first time. */
  get afresh() {
    const { lines } = this
    const fresh = new PlacedThreads()
    fresh.tell(this.threads.read(lines), lines)
    return fresh.told.peek()
  }
}

test('a letter before all threads is not told, though it moves them; one in the words of a thread tells of that alone', () => {
  const desk = new Desk()
  const { text } = desk.editor
  desk.show(noteOn(text, 'first', 'two ledgers'), noteOn(text, 'second', 'long letter'))
  const before = desk.placed.told.peek()
  const [froms, told] = [before.map(({ from }) => from), desk.told]
  text.insert(4, 'x')
  desk.tell()
  expect(desk.told).toBe(told)
  expect(desk.placed.told.peek().map(({ from }) => from)).toEqual(froms.map((from) => from + 1))
  text.insert(text.toString().indexOf('ledgers'), 'x')
  desk.tell()
  const after = desk.placed.told.peek()
  expect(after[0]).toMatchObject({ state: 'changed', words: 'two xledgers' })
  expect(after[0]).not.toBe(before[0])
  expect(after[1]).toBe(before[1])
  desk.editor.destroy()
})

test('whatever is written, what was told is what is; untold is only what changes nothing between suggestions', () => {
  const random = seededRandom(SEED)
  const desk = new Desk()
  const { text } = desk.editor
  const shown: Suggestion[] = []
  for (let step = 0; step < 300; step += 1) {
    if (random(6) === 0) {
      const from = 1 + random(text.length)
      const place = { from, to: Math.min(text.length, from + random(12)) }
      shown.push(suggestionAt(text, `one-${step}`, place, [{ insert: 'x' }]))
      if (shown.length > 12) shown.shift()
      desk.threads.show(reviewOf(...shown))
    } else if (random(3) === 0 && text.length > 20) text.delete(1 + random(text.length - 12), 1 + random(10))
    else text.insert(1 + random(text.length), ['x', 'yz', '\n'][random(3)] ?? 'x')
    const overlaps = () => {
      const byId = new Map(desk.placed.told.peek().map((place) => [place.id, place]))
      return overlapsOf(shown.map((suggestion) => ({ suggestion, place: byId.get(suggestion.id) ?? null })))
    }
    const [before, told] = [overlaps(), desk.told]
    desk.tell()
    expect(desk.placed.told.peek(), `FUZZ_SEED=${SEED}, step ${step}`).toEqual(desk.afresh)
    if (desk.told === told) expect(overlaps(), `FUZZ_SEED=${SEED}, step ${step}`).toEqual(before)
  }
  desk.editor.destroy()
})
