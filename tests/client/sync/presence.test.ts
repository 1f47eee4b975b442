import { describe, expect, test } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { presentPeople } from '../../../client/sync/presence.ts'

const ME = { id: 'me', name: 'Zoe', swatch: 1 }

function scene(): {
  awareness: Awareness
  text: Y.Text
  join: (client: number, state: Record<string, unknown>) => void
} {
  const doc = new Y.Doc()
  const text = doc.getText('text')
  text.insert(0, '\nOne.\nTwo.\nThree.', {})
  const awareness = new Awareness(doc)
  return {
    awareness,
    text,
    join(client, state) {
      const other = new Y.Doc()
      other.clientID = client
      const theirs = new Awareness(other)
      theirs.setLocalState(state)
      applyAwarenessUpdate(awareness, encodeAwarenessUpdate(theirs, [client]), 'test')
      theirs.destroy()
    },
  }
}

function cursorAt(text: Y.Text, index: number): object {
  const place = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index))
  return { anchor: place, head: place }
}

describe('who is here', () => {
  test('oneself comes first, also before the server has said anything', () => {
    const { awareness, text, join } = scene()
    join(5, { user: { id: 'ann', name: 'Ann', swatch: 3 } })
    expect(presentPeople(awareness, text, ME).map(({ id, self }) => [id, self])).toEqual([
      ['me', true],
      ['ann', false],
    ])
    awareness.destroy()
  })

  test('a person with several tabs is one person, with the line of the tab that has one', () => {
    const { awareness, text, join } = scene()
    join(5, { user: { id: 'ann', name: 'Ann', swatch: 3 } })
    join(6, { user: { id: 'ann', name: 'Ann', swatch: 3 }, cursor: cursorAt(text, 8) })
    join(7, { user: { id: 'ann', name: 'Ann', swatch: 3 } })
    const people = presentPeople(awareness, text, ME)
    expect(people).toHaveLength(2)
    expect(people[1]).toEqual({ id: 'ann', name: 'Ann', swatch: 3, line: 2, self: false })
    awareness.destroy()
  })

  test('the line is that of the caret, from 1, else the first in view', () => {
    const { awareness, text, join } = scene()
    join(5, { user: { id: 'a', name: 'A', swatch: 1 }, cursor: cursorAt(text, 1), view: { line: 2 } })
    join(6, { user: { id: 'b', name: 'B', swatch: 1 }, cursor: cursorAt(text, text.length) })
    join(7, { user: { id: 'c', name: 'C', swatch: 1 }, cursor: null, view: { line: 1 } })
    expect(presentPeople(awareness, text, ME).map(({ line }) => line)).toEqual([null, 1, 3, 2])
    awareness.destroy()
  })

  test('a state of the wrong shape harms nobody', () => {
    const { awareness, text, join } = scene()
    join(5, { user: { id: 'a', name: 'A', swatch: 1 }, cursor: { head: { item: 'nonsense', tname: 7 } }, view: 'far' })
    join(6, { user: 'nobody' })
    expect(presentPeople(awareness, text, ME).map(({ id, line }) => [id, line])).toEqual([
      ['me', null],
      ['a', null],
    ])
    awareness.destroy()
  })
})
