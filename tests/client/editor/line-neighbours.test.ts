import { EditorState } from '@tiptap/pm/state'
import { type Decoration, DecorationSet } from '@tiptap/pm/view'
import { expect, test } from 'vitest'
import { lineNeighboursPlugin, neighbourClass } from '../../../client/editor/line-neighbours.ts'
import { docOfDraft } from '../../../client/editor/text-to-doc.ts'
import { randomEdit, seededRandom } from '../../kit/editor-edits.ts'
import { schema, USUAL_GAP } from '../../kit/editor-replica.ts'

const doc = docOfDraft(schema, {
  lines: [
    { block: 1, spans: [] },
    { spans: [{ text: 'flush' }] },
    { spans: [{ text: 'usual' }] },
    { spans: [{ text: 'first of a verse' }] },
    { gap: 1, spans: [{ text: 'verse' }] },
    { gap: 1, spans: [{ text: 'last' }] },
    { gap: 3, spans: [{ text: 'scene' }] },
  ],
})

test('the line after a heading is flush; verse takes the line above it in, and ends', () => {
  const classes = doc.children.map((_, line) => neighbourClass(doc, line, USUAL_GAP))
  expect(classes).toEqual([null, 'flush', null, 'verse-first', null, 'verse-last', null])
})

test('a line taken out and put back in one edit keeps its mark', () => {
  const plugin = lineNeighboursPlugin(USUAL_GAP)
  const state = EditorState.create({ doc, plugins: [plugin] })
  const line = doc.child(3)
  const at = doc.children.slice(0, 3).reduce((sum, { nodeSize }) => sum + nodeSize, 0)
  const after = state.apply(state.tr.delete(at, at + line.nodeSize).insert(at, line))
  expect(plugin.getState(after)?.find().map(start)).toEqual(plugin.getState(state)?.find().map(start))
})

test('after any edit what is drawn is what would be drawn anew', () => {
  const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1e9)
  const random = seededRandom(seed)
  const plugin = lineNeighboursPlugin(USUAL_GAP)
  let state = EditorState.create({ doc, plugins: [plugin] })
  for (let edit = 0; edit < 800; edit += 1) {
    state = state.apply(randomEdit(state, random).transaction)
    const drawn = plugin.getState(state)?.find().map(start) ?? []
    const anew = lineNeighboursPlugin(USUAL_GAP)
    const fresh = EditorState.create({ doc: state.doc, plugins: [anew] })
    const expected = (anew.getState(fresh) ?? DecorationSet.empty).find().map(start)
    expect(drawn.sort(ascending), `FUZZ_SEED=${seed}`).toEqual(expected.sort(ascending))
  }
})

function start(mark: Decoration): number {
  return mark.from
}

function ascending(a: number, b: number): number {
  return a - b
}
