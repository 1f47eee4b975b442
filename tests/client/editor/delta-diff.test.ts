/** Each kind of edit as the change of the flat text that it must be, and no bigger one. */
import { Slice } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { deltaOfStep, soundCharacters } from '../../../client/editor/delta-diff.ts'
import { docOfDraft } from '../../../client/editor/text-to-doc.ts'
import { schema } from '../../kit/editor-replica.ts'

const { paragraph, heading } = schema.nodes
const state = EditorState.create({
  doc: docOfDraft(schema, {
    lines: [
      { block: 1, spans: [{ text: 'Title' }] },
      { spans: [{ text: 'One ' }, { text: 'two', bold: true }] },
      { gap: 3, spans: [{ text: 'x👍🏽y' }] },
    ],
  }),
})
// Positions: Title 1–6, "One two" 8–15, "x👍🏽y" 17–23.

function deltas(make: (transaction: Transaction) => Transaction) {
  const transaction = make(state.tr)
  return transaction.steps.map((step, index) =>
    deltaOfStep(step, transaction.docs[index]!, transaction.docs[index + 1] ?? transaction.doc),
  )
}

const ops = (make: (transaction: Transaction) => Transaction) => deltas(make).map((delta) => delta.ops)

describe('deltaOfStep', () => {
  test('a typed letter is one insertion with explicit attributes', () => {
    expect(ops((tr) => tr.insertText('!', 6))).toEqual([[{ retain: 6 }, { insert: '!', attributes: {} }]])
    expect(ops((tr) => tr.insertText('!', 14))).toEqual([[{ retain: 13 }, { insert: '!', attributes: { bold: true } }]])
  })

  test('a split is one line end in', () => {
    expect(ops((tr) => tr.split(10, 1, [{ type: paragraph!, attrs: { gap: 1 } }]))).toEqual([
      [{ retain: 9 }, { insert: '\n', attributes: { gap: 1 } }],
    ])
  })

  test('a join is one line end out, and the left line keeps its attributes', () => {
    expect(ops((tr) => tr.join(16))).toEqual([[{ retain: 14 }, { delete: 1 }]])
  })

  test('a heading is one attribute', () => {
    expect(ops((tr) => tr.setNodeMarkup(7, heading!, { level: 2, gap: null, eol: null }))).toEqual([
      [{ retain: 6 }, { retain: 1, attributes: { block: 2 } }],
    ])
    expect(ops((tr) => tr.setBlockType(1, 1, paragraph!))).toEqual([[{ retain: 1, attributes: { block: null } }]])
  })

  test('a gap is one attribute', () => {
    expect(ops((tr) => tr.setNodeAttribute(16, 'gap', null))).toEqual([
      [{ retain: 14 }, { retain: 1, attributes: { gap: null } }],
    ])
  })

  test('a mark is written only where it is new', () => {
    expect(ops((tr) => tr.addMark(8, 15, schema.marks.bold!.create()))).toEqual([
      [{ retain: 7 }, { retain: 4, attributes: { bold: true } }],
    ])
  })

  test('lines put before the first one leave the first line end where it is', () => {
    const line = paragraph!.create({ gap: 2 }, schema.text('new'))
    expect(ops((tr) => tr.insert(0, line))).toEqual([
      [
        { retain: 1, attributes: { block: null, gap: 2 } },
        { insert: 'new', attributes: {} },
        { insert: '\n', attributes: { block: 1 } },
      ],
    ])
  })

  test('deleting the first line keeps the first line end with the second line’s attributes', () => {
    expect(ops((tr) => tr.delete(0, 7))).toEqual([[{ retain: 1, attributes: { block: null } }, { delete: 6 }]])
  })

  test('words that stay at both ends of a replacement are not touched', () => {
    expect(ops((tr) => tr.replaceWith(8, 11, schema.text('Ore')))).toEqual([
      [{ retain: 8 }, { delete: 1 }, { insert: 'r', attributes: {} }, { retain: 1 }],
    ])
  })

  test('a pair is never cut, and a replaced grapheme is replaced whole', () => {
    expect(ops((tr) => tr.replaceWith(18, 22, schema.text('👍🏿')))).toEqual([
      [{ retain: 16 }, { delete: 4 }, { insert: '👍🏿', attributes: {} }],
    ])
    const [half] = deltas((tr) => tr.delete(18, 19))
    expect(half).toEqual({
      ops: [{ retain: 16 }, { delete: 2 }, { insert: '\ufffd', attributes: {} }],
      altered: true,
    })
  })

  test('a mark that ends inside a pair covers or leaves the whole pair, and says so', () => {
    const [delta] = deltas((tr) => tr.addMark(17, 19, schema.marks.italic!.create()))
    expect(delta).toEqual({ ops: [{ retain: 15 }, { retain: 3, attributes: { italic: true } }], altered: true })
  })

  test('a pasted passage is one insertion of its lines', () => {
    const slice = new Slice(
      docOfDraft(schema, { lines: [{ spans: [{ text: 'a' }] }, { gap: 1, spans: [{ text: 'b' }] }] }).content,
      1,
      1,
    )
    expect(ops((tr) => tr.replace(8, 8, slice))).toEqual([
      [
        { retain: 7 },
        { insert: 'a', attributes: {} },
        { insert: '\n', attributes: { gap: 1 } },
        { insert: 'b', attributes: {} },
      ],
    ])
  })
})

test('characters that may not stand in a text are replaced one by one', () => {
  expect(soundCharacters('a\rb\0c\ud83dd\udc4de👍')).toBe('a\nb\ufffdc\ufffdd\ufffde👍')
})
