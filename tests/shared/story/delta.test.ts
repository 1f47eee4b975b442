/** Drafts and deltas: the reader forgives, the writer is exact, and a Y.Text stands between them without a change. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { deltaOf, draftOf } from '../../../shared/story/delta.ts'
import type { Draft } from '../../../shared/story/draft.ts'
import {
  createStoryDoc,
  decodeStory,
  draftOfDoc,
  encodeStory,
  firstState,
  textOf,
} from '../../../shared/story/story-doc.ts'

const marks = fc.record({ bold: fc.constant(true as const), italic: fc.constant(true as const) }, { requiredKeys: [] })
const text = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '\t', '\u00a0', 'é', '😀', '\u2028', '\f'),
  minLength: 1,
  maxLength: 6,
})
const span = fc.tuple(text, marks).map(([words, set]) => ({ text: words, ...set }))
const line = fc.tuple(
  fc.record(
    {
      gap: fc.integer({ min: 1, max: 4 }),
      eol: fc.constantFrom('n', 'r', 'w', 'rw'),
      block: fc.integer({ min: 1, max: 6 }),
    },
    { requiredKeys: [] },
  ),
  fc.array(span, { maxLength: 4 }),
)
/** Goes through the reader once so that equal neighbours are joined, as a draft promises. */
const drafts = fc
  .array(line, { minLength: 1, maxLength: 8 })
  .map((lines) => draftOf(deltaOf({ lines: lines.map(([attributes, spans]) => ({ ...attributes, spans })) })))

describe('reading a delta', () => {
  test('an empty text is one empty line', () => {
    expect(draftOf([])).toEqual({ lines: [{ spans: [] }] })
    expect(draftOf([{ insert: '\n', attributes: {} }])).toEqual({ lines: [{ spans: [] }] })
  })

  test('a text without the leading "\\n" reads as if its first paragraph had been opened', () => {
    expect(draftOf([{ insert: 'One\nTwo' }])).toEqual({
      lines: [{ spans: [{ text: 'One' }] }, { spans: [{ text: 'Two' }] }],
    })
  })

  test('unknown keys, keys on the wrong kind of character and illegal values are ignored', () => {
    const delta = [
      { insert: '\n', attributes: { gap: 0, eol: 'x', block: 7, bold: true, colour: 'red' } },
      {
        insert: 'One',
        attributes: { gap: 3, block: 1, eol: 'n', bold: 'yes', italic: true, __proto__: { strike: true } },
      },
      { insert: '\n', attributes: { gap: 1001, eol: 'rn', block: 1.5 } },
      { insert: 'Two', attributes: { bold: null } },
      { insert: { image: 'x' } },
      { insert: '\n', attributes: { gap: '2' } },
    ]
    expect(draftOf(delta)).toEqual({
      lines: [{ spans: [{ text: 'One', italic: true }] }, { eol: 'rn', spans: [{ text: 'Two' }] }, { spans: [] }],
    })
  })

  test('neighbours with the same marks are one span', () => {
    const delta = [
      { insert: '\n' },
      { insert: 'a', attributes: { x: 1 } },
      { insert: 'b' },
      { insert: 'c', attributes: { bold: true } },
    ]
    expect(draftOf(delta).lines[0]!.spans).toEqual([{ text: 'ab' }, { text: 'c', bold: true }])
  })

  test('NULs, lone surrogates and carriage returns are kept as they are', () => {
    expect(draftOf([{ insert: '\na\0\ud800\rb' }]).lines).toEqual([{ spans: [{ text: 'a\0\ud800\rb' }] }])
  })
})

describe('writing a delta', () => {
  test('begins with the leading "\\n" alone and gives every run explicit attributes', () => {
    const draft: Draft = {
      lines: [{ spans: [{ text: 'One' }] }, { gap: 1, spans: [{ text: 'Two', bold: true }] }, { spans: [] }],
    }
    expect(deltaOf(draft)).toEqual([
      { insert: '\n', attributes: {} },
      { insert: 'One', attributes: {} },
      { insert: '\n', attributes: { gap: 1 } },
      { insert: 'Two', attributes: { bold: true } },
      { insert: '\n', attributes: {} },
    ])
  })

  test('a span with a line end in it is a broken promise', () => {
    expect(() => deltaOf({ lines: [{ spans: [{ text: 'a\nb' }] }] })).toThrow(/line end/)
  })

  test('a draft comes back from its delta, and from a Y.Doc', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        expect(draftOf(deltaOf(draft))).toEqual(draft)
        expect(draftOfDoc(createStoryDoc(draft, 7))).toEqual(draft)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the first state of a story', () => {
  test('has the leading "\\n" as clock 0 of the given client id, also when the first line has attributes', () => {
    const doc = createStoryDoc({ lines: [{ gap: 2, block: 1, spans: [{ text: 'Title' }] }] }, 12345)
    const position = Y.createRelativePositionFromTypeIndex(textOf(doc), 0, 0)
    expect(position.item).toEqual(Y.createID(12345, 0))
    expect(textOf(doc).toString()).toBe('\nTitle')
  })

  test('is one update that opens to the same draft elsewhere', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const doc = new Y.Doc()
        textOf(doc)
        Y.applyUpdate(doc, encodeStory(draft, 9))
        expect(draftOfDoc(doc)).toEqual(draft)
        expect([...Y.decodeStateVector(Y.encodeStateVector(doc)).keys()]).toEqual([9])
        const { snapshot, stateVector } = firstState(draft, 9)
        expect(decodeStory([snapshot])).toEqual(draft)
        expect(stateVector).toEqual(Y.encodeStateVector(doc))
      }),
      { numRuns: 100 },
    )
  })

  test('and what was written since make the story together, and no story without what they build on', () => {
    const doc = createStoryDoc({ lines: [{ spans: [{ text: 'Low' }] }] }, 9)
    const updates = [Y.encodeStateAsUpdate(doc)]
    doc.on('update', (update: Uint8Array) => updates.push(update))
    textOf(doc).insert(4, ' tide', {})
    textOf(doc).delete(1, 1)
    expect(decodeStory(updates)).toEqual({ lines: [{ spans: [{ text: 'ow tide' }] }] })
    expect(() => decodeStory(updates.slice(1))).toThrow('has a gap')
  })
})
