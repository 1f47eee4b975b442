import { afterEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { TextReader } from '../../../server/rooms/text-reader.ts'
import { freshLog } from '../../kit/honest-traffic.ts'

const reader = new TextReader()
afterEach(() => reader.close())

it('builds a story from its log, keeps the caller’s bytes, and survives a log that makes no sense', async () => {
  const { snapshot } = freshLog(['A Title', 'Some words here.']).state
  const doc = new Y.Doc()
  Y.applyUpdate(doc, snapshot)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.getText('text').insert(9, 'Not ', { italic: true })
  doc.getText('text').delete(1, 2)
  const copy = snapshot.slice()
  const made = await reader.digest(snapshot, updates)
  expect(made.draft).toEqual({
    lines: [{ spans: [{ text: 'Title' }] }, { spans: [{ text: 'Not ', italic: true }, { text: 'Some words here.' }] }],
  })
  expect(snapshot).toEqual(copy)
  expect(made.stateVector).toEqual(Y.encodeStateVector(doc))
  expect(Y.encodeStateVectorFromUpdate(made.snapshot)).toEqual(made.stateVector)
  const [survey] = await Promise.all([reader.survey(snapshot, updates), reader.digest(snapshot, [])])
  expect(survey.survey).toEqual({ title: 'Title', opening: 'Not Some words here.', words: 5, lines: 2 })
  await expect(reader.digest(Uint8Array.of(1, 2, 3), [])).rejects.toThrow()
  await expect(reader.digest(updates[0] as Uint8Array, [])).rejects.toThrow(/gap/)
  expect((await reader.digest(snapshot, [])).draft.lines).toHaveLength(2)
  await reader.close()
  await expect(reader.digest(snapshot, [])).rejects.toThrow(/closed/)
})
