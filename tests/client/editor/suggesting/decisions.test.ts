/** Decisions about one's own records: what the author sees, where the caret stays, and what becomes of a race. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { toggleMark } from '../../../../client/editor/commands.ts'
import { erase } from '../../../../client/editor/suggesting/erase.ts'
import type { OwnProposal } from '../../../../client/editor/suggesting/records.ts'
import { anchorAt } from '../../../../shared/story/places.ts'
import { textOf } from '../../../../shared/story/story-doc.ts'
import { USUAL_GAP } from '../../../kit/editor-replica.ts'
import { checkDocument, SuggestingDesk, seedOf } from '../../../kit/suggesting-desk.ts'
import { acceptInto } from '../../../kit/suggesting-room.ts'

function desk(...lines: string[]): SuggestingDesk {
  return new SuggestingDesk(seedOf(...lines))
}

function only(at: SuggestingDesk): OwnProposal {
  const [record, ...others] = at.records()
  if (!record || others.length > 0) throw new Error(`${others.length + 1} records`)
  return record
}

/** As the server's frame does: the decision and the change of the text in one. */
function accept(at: SuggestingDesk, record: OwnProposal): void {
  at.told.delete(record.id)
  at.mode.settle([{ ...record, accepted: true }], () => {
    if (!acceptInto(at.text, record)) throw new Error('stale')
  })
}

function reject(at: SuggestingDesk, record: OwnProposal): void {
  at.told.delete(record.id)
  at.mode.settle([{ ...record, accepted: false }])
}

function sound(at: SuggestingDesk): void {
  checkDocument(at.state.doc, at.text, at.records())
  expect(at.mismatches).toEqual([])
}

test('accepted words stay the same characters, and the caret stays inside its word', () => {
  const at = desk('a certain thing')
  at.select(3, 10)
  at.type('sure')
  at.select(12)
  accept(at, only(at))
  expect(at.caret).toBe('a su|re thing')
  expect(at.text.toString()).toBe('\na sure thing')
  sound(at)
})

test('rejected words go, struck ones stay as they were, formatting is what it was', () => {
  const at = desk('a certain thing')
  at.select(3, 10)
  at.type('sure')
  at.select(16, 20)
  toggleMark('bold')(at.state, (transaction) => at.view.dispatch(transaction))
  for (const record of at.records()) reject(at, record)
  expect(at.shown).toBe('a certain thing')
  expect(at.records()).toEqual([])
  sound(at)
})

test('accepted while the author wrote on: what is seen stays, the rest is proposed again, and the author is told', () => {
  const at = desk('a certain thing')
  at.select(3, 10)
  at.type('sure')
  const decided = only(at)
  at.type('ly')
  accept(at, decided)
  expect(at.caret).toBe('a sure[+ly]| thing')
  expect(at.raced).toEqual([{ id: decided.id, as: only(at).id }])
  expect(only(at).id).not.toBe(decided.id)
  sound(at)
})

test('rejected while the author wrote on: the newer proposal stays under another id', () => {
  const at = desk('a certain thing')
  at.select(3, 10)
  at.type('sure')
  const decided = only(at)
  at.type('ly')
  reject(at, decided)
  expect(at.shown).toBe('a [-certain][+surely] thing')
  expect(at.raced).toEqual([{ id: decided.id, as: only(at).id }])
  sound(at)
})

test('accepted with other words: those stand there, and nothing is proposed any more', () => {
  const at = desk('a certain thing')
  at.select(3, 10)
  at.type('sure')
  const decided = only(at)
  at.told.delete(decided.id)
  at.mode.settle([{ ...decided, accepted: true }], () => {
    acceptInto(at.text, { ...decided, change: [{ delete: 7 }, { insert: 'safe' }] })
  })
  expect(at.caret).toBe('a safe| thing')
  expect(at.raced).toEqual([])
  sound(at)
})

test('accepting a record that is part of another one by now: its words do not stand twice', () => {
  const at = desk('one two three')
  at.select(4)
  at.type('A')
  at.select(10)
  at.type('B')
  const [left, right] = at.records() as [OwnProposal, OwnProposal]
  at.select(5, 10)
  erase(at.view, 'forward', 'letter', USUAL_GAP)
  expect(at.shown).toBe('one[+A][- two ][+B]three')
  accept(at, right)
  expect(at.shown).toBe('one[- two ][+A]Bthree')
  expect(only(at).id).toBe(left.id)
  sound(at)
})

test('what undo brings back of a decided record is a new proposal', () => {
  const at = desk('one two')
  at.select(5, 8)
  erase(at.view, 'forward', 'letter', USUAL_GAP)
  const decided = only(at)
  at.mode.undo()
  at.mode.redo()
  reject(at, decided)
  expect(at.shown).toBe('one two')
  at.select(1)
  at.type('x')
  at.mode.undo()
  expect(at.shown).toBe('one two')
  sound(at)
})

test('undo passes over what a rejection has taken back already', () => {
  const at = desk('one two')
  at.select(5)
  at.type('new ')
  at.select(1)
  at.type('X')
  reject(at, at.records()[0]!)
  expect(at.shown).toBe('one [+new ]two')
  at.mode.undo()
  expect(at.shown).toBe('one two')
})

test('of two records at one place, made in two windows, the second waits as a card', () => {
  const [here, there] = [desk('one two'), new SuggestingDesk(seedOf('one two'), 'q')]
  for (const at of [here, there]) {
    at.select(5)
    at.type('new ')
  }
  const both = [...here.records(), ...there.records()]
  const at = new SuggestingDesk(seedOf('one two'), 'z', both)
  expect(at.shown).toBe('one [+new ]two')
  expect(at.stale).toEqual([both[1]])
})

test('undo of typing that was accepted since proposes to take it back, and never touches the text', () => {
  const at = desk('one two')
  at.select(5)
  at.type('new ')
  accept(at, only(at))
  at.mode.undo()
  expect(at.shown).toBe('one [-new ]two')
  expect(at.text.toString()).toBe('\none new two')
  sound(at)
})

test('several decisions in one frame are shown together', () => {
  const at = desk('one two three')
  at.select(1)
  at.type('A')
  at.select(6)
  at.type('B')
  const [first, second] = at.records() as [OwnProposal, OwnProposal]
  at.told.clear()
  at.mode.settle(
    [
      { ...first, accepted: true },
      { ...second, accepted: true },
    ],
    () => {
      at.doc.transact(() => {
        acceptInto(at.text, first)
        acceptInto(at.text, second)
      })
    },
  )
  expect(at.shown).toBe('Aone Btwo three')
  sound(at)
})

test('a decision that is taken back opens the record again, on the words that are back', () => {
  const at = desk('one two')
  at.select(5, 8)
  at.type('2')
  const decided = only(at)
  accept(at, decided)
  expect(at.shown).toBe('one 2')
  const server = new Y.Doc()
  Y.applyUpdate(server, Y.encodeStateAsUpdate(at.doc))
  const text = textOf(server)
  text.applyDelta([{ retain: 5 }, { insert: 'two', attributes: {} }, { delete: 1 }])
  const record = { ...decided, anchor: anchorAt(text, { from: 5, to: 8 }) }
  at.told.set(record.id, record)
  at.mode.reopen([record], () => Y.applyUpdate(at.doc, Y.encodeStateAsUpdate(server)))
  expect(at.shown).toBe('one [-two][+2]')
  expect(only(at).id).toBe(decided.id)
  sound(at)
})

test('a record whose words are others by now is not put into the text', () => {
  const at = desk('one two')
  at.select(5, 8)
  erase(at.view, 'forward', 'letter', USUAL_GAP)
  const record = only(at)
  at.text.insert(6, 'X', {})
  expect(acceptInto(at.text, record)).toBe(false)
  const again = new SuggestingDesk(seedOf('one three'), 'q', [])
  again.mode.reopen([record])
  expect(again.stale).toHaveLength(1)
  expect(again.shown).toBe('one three')
})

test('leaving shows the text alone with the caret on its characters; entering again shows the records', () => {
  const at = desk('a certain thing')
  at.select(3, 10)
  at.type('sure')
  at.select(18)
  const records = at.records()
  at.mode.leave()
  expect(at.caret).toBe('a certain thi|ng')
  at.mode.enter(at.view, records)
  expect(at.caret).toBe('a [-certain][+sure] thi|ng')
  expect([at.mode.canUndo, at.mode.canRedo]).toEqual([false, false])
  sound(at)
})

test('in a story whose first line end has not come yet nothing can be written', () => {
  const at = new SuggestingDesk(new Uint8Array([0, 0]))
  at.view.dispatch(at.state.tr.insertText('x', 1))
  expect(at.shown).toBe('')
})

test('when others take the struck words of a replacement out, it is stale; its words alone are never proposed', () => {
  const at = desk('he gasped out', 'x')
  at.select(4, 14)
  at.type('panted')
  const record = only(at)
  const others = new Y.Doc()
  Y.applyUpdate(others, Y.encodeStateAsUpdate(at.doc))
  textOf(others).applyDelta([{ retain: 4 }, { delete: 10 }, { insert: 'breathed', attributes: {} }])
  Y.applyUpdate(at.doc, Y.encodeStateAsUpdate(others))
  expect(at.shown).toBe('he breathed¶x')
  expect(at.stale).toEqual([record])
  expect(at.records()).toEqual([])
  expect(at.withdrawn).toEqual([])
  sound(at)
})
