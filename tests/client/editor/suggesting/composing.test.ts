/** While a character is composed, everything goes on as in a plain editor, and becomes one suggestion at its end. */
import { expect, test } from 'vitest'
import { positionAt } from '../../../../client/editor/positions.ts'
import { checkDocument, SuggestingDesk, seedOf } from '../../../kit/suggesting-desk.ts'
import { acceptInto } from '../../../kit/suggesting-room.ts'

function desk(...lines: string[]): SuggestingDesk {
  return new SuggestingDesk(seedOf(...lines))
}

/** Composes over a range of display indexes, with the steps an input method makes. */
function compose(at: SuggestingDesk, from: number, to: number, ...syllables: string[]): void {
  at.view.composing = true
  let end = to
  for (const text of syllables) {
    const { doc, tr } = at.state
    at.view.dispatch(tr.insertText(text, positionAt(doc, from), positionAt(doc, end)).setMeta('composition', 1))
    end = from + text.length
  }
}

function end(at: SuggestingDesk): void {
  at.view.composing = false
  at.mode.composed()
}

function sound(at: SuggestingDesk): void {
  checkDocument(at.state.doc, at.text, at.records())
  expect(at.mismatches).toEqual([])
}

test('composing in the text is one suggestion, one record, one undo', () => {
  const at = desk('one two')
  compose(at, 5, 5, 'n', 'に', 'にほ', '日本')
  expect(at.shown).toBe('one 日本two')
  end(at)
  expect(at.shown).toBe('one [+日本]two')
  expect(at.records()).toHaveLength(1)
  at.mode.undo()
  expect(at.shown).toBe('one two')
  at.mode.redo()
  expect(at.shown).toBe('one [+日本]two')
  sound(at)
})

test('composing over a selection strikes it at the end, and not before', () => {
  const at = desk('one two')
  at.select(5, 8)
  compose(at, 5, 8, 'に', '日本')
  expect(at.shown).toBe('one 日本')
  end(at)
  expect(at.caret).toBe('one [-two][+日本]|')
  sound(at)
})

test('composing inside struck words keeps them struck', () => {
  const at = desk('abcdef')
  at.select(1, 7)
  at.view.dispatch(at.state.tr.deleteSelection())
  compose(at, 4, 4, 'に', '日')
  end(at)
  expect(at.shown).toBe('[-abc][+日][-def]')
  sound(at)
})

test('a composition that is cancelled leaves nothing', () => {
  const at = desk('one two')
  compose(at, 5, 5, 'に', '')
  end(at)
  expect(at.shown).toBe('one two')
  expect(at.records()).toEqual([])
  sound(at)
})

test('nothing is told while composing', () => {
  const at = desk('one two')
  compose(at, 5, 5, 'に')
  expect(at.records()).toEqual([])
  end(at)
  expect(at.records()).toHaveLength(1)
})

test('what others write meanwhile waits, in its order, and the composed line is not touched', () => {
  const at = desk('one two')
  compose(at, 5, 5, 'に', '日')
  at.text.insert(1, 'Well, ', {})
  at.text.insert(11, 'and ', {})
  expect(at.shown).toBe('one 日two')
  end(at)
  expect(at.shown).toBe('Well, one [+日]and two')
  sound(at)
})

test('a decision during a composition waits too', () => {
  const at = desk('one two')
  at.select(5)
  at.type('new ')
  const [record] = at.records()
  compose(at, 9, 9, 'に', '日')
  at.told.delete(record!.id)
  at.mode.settle([{ ...record!, accepted: true }], () => {
    acceptInto(at.text, record!)
  })
  at.text.insert(1, 'X', {})
  expect(at.shown).toBe('one [+new 日]two')
  end(at)
  expect(at.shown).toBe('Xone new [+日]two')
  expect(at.raced).toHaveLength(1)
  sound(at)
})

test('any other edit ends the session first', () => {
  const at = desk('one two')
  at.select(5)
  compose(at, 5, 5, '日')
  at.view.composing = false
  at.type('x')
  expect(at.shown).toBe('one [+日x]two')
  sound(at)
})

test('undo right after a composition, before it was put in order, takes it back', () => {
  const at = desk('one two')
  compose(at, 5, 5, '日')
  at.view.composing = false
  at.mode.undo()
  expect(at.shown).toBe('one two')
  sound(at)
})

test('compositions over and beside struck words leave what came before them to undo', () => {
  const at = desk('one two', 'three')
  at.select(5, 11)
  at.view.dispatch(at.state.tr.deleteSelection())
  at.view.composing = true
  const { doc, tr } = at.state
  at.view.dispatch(tr.delete(positionAt(doc, 5), positionAt(doc, 11)))
  compose(at, 5, 5, 'に', '日')
  end(at)
  expect(at.shown).toBe('one [-two¶th][+日]ree')
  while (at.mode.undo()) sound(at)
  expect(at.shown).toBe('one two¶three')
})

test('leaving while composing ends it first', () => {
  const at = desk('one two')
  compose(at, 5, 5, '日')
  at.mode.leave()
  expect(at.shown).toBe('one two')
  expect([...at.told.values()]).toMatchObject([{ change: [{ insert: '日' }] }])
})
