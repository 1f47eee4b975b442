/**
 * Random histories of three editors: FUZZ_SEED=… replays one history, FUZZ_RUNS=… sets how many there are. After every
 * local and remote step each editor must show exactly what its text says (EditorReplica checks), and in the end all the same.
 */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { pick, randomEdit, randomSelection, seededRandom } from '../../kit/editor-edits.ts'
import { EditorReplica } from '../../kit/editor-replica.ts'
import { fuzzSeeds, LOW_WATER } from '../../kit/fuzz-start.ts'

const OPS = 150
const SEEDS = fuzzSeeds('FUZZ', 200)

test(`three editors converge and always show their text (${SEEDS.length * OPS} edits)`, { timeout: 600_000 }, () => {
  for (const seed of SEEDS) {
    try {
      history(seed)
    } catch (error) {
      throw new Error(`FUZZ_SEED=${seed}`, { cause: error })
    }
  }
})

test('undoing all of one’s own edits leaves exactly what the others wrote', { timeout: 600_000 }, () => {
  for (const seed of SEEDS.slice(0, 100)) {
    const random = seededRandom(seed)
    const editor = new EditorReplica(LOW_WATER, 10)
    const before = editor.state.doc
    for (let op = 0; op < 30; op += 1) editor.dispatch(randomEdit(editor.state, random).transaction)
    while (editor.undoing.undo(editor)) editor.check()
    expect(editor.state.doc.eq(before), `FUZZ_SEED=${seed}\n${editor.state.doc}`).toBe(true)
    while (editor.undoing.redo(editor)) editor.check()
    editor.destroy()
  }
})

function history(seed: number): void {
  const random = seededRandom(seed)
  const editors = [11, 12, 13].map((id) => new EditorReplica(LOW_WATER, id))
  /** Updates still under way to each editor; delivered in any order. */
  const mail: Uint8Array[][] = editors.map(() => [])
  let ops: string[] = []
  const post = (from: number) => {
    const made = editors[from]!.updates.splice(0)
    for (const [to, box] of mail.entries()) if (to !== from) box.push(...made)
  }
  const deliver = (to: number) => {
    const [update] = mail[to]!.splice(random(mail[to]!.length), 1)
    if (update) editors[to]!.receive(update)
    post(to)
  }
  try {
    for (let op = 0; op < OPS; op += 1) {
      const at = random(editors.length)
      const editor = editors[at]!
      const dice = random(100)
      ops = [...ops.slice(-5), `${at}:${dice}`]
      if (dice === 99) editor.compose(!editor.composing)
      else if (dice < 3) editor.undoing.undo(editor)
      else if (dice < 6) editor.undoing.redo(editor)
      else if (dice < 10) editor.dispatch(randomSelection(editor.state, random))
      else {
        const { name, transaction } = randomEdit(editor.state, random)
        ops.push(name)
        editor.dispatch(transaction)
      }
      post(at)
      for (let count = random(4); count > 0; count -= 1) deliver(random(editors.length))
    }
    while (mail.some((box) => box.length > 0))
      deliver(
        pick(
          random,
          [...mail.keys()].filter((to) => mail[to]!.length > 0),
        ),
      )
    for (const editor of editors) editor.compose(false)
    // What was lost on the way to nobody: states, not updates, decide in the end.
    for (const a of editors) for (const b of editors) if (a !== b) a.receive(Y.encodeStateAsUpdate(b.doc))
    const [first, ...others] = editors
    for (const other of others) {
      expect(other.text.toDelta()).toEqual(first!.text.toDelta())
      expect(other.state.doc.eq(first!.state.doc)).toBe(true)
    }
    expect(editors.flatMap((editor) => editor.mismatches)).toEqual([])
  } catch (error) {
    throw new Error(`after ${ops.join(' ')}`, { cause: error })
  } finally {
    for (const editor of editors) editor.destroy()
  }
}
