/** What a person does in suggesting mode, and what happens: one claim a row of the table that the mode was made after. */
import { Slice } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { insertSceneGap, splitLine, toggleMark } from '../../../../client/editor/commands.ts'
import { positionAt } from '../../../../client/editor/positions.ts'
import { copied } from '../../../../client/editor/suggesting/copied.ts'
import { type Direction, erase, type Unit } from '../../../../client/editor/suggesting/erase.ts'
import { docOfDraft } from '../../../../client/editor/text-to-doc.ts'
import { encodeStory } from '../../../../shared/story/story-doc.ts'
import { schema, USUAL_GAP } from '../../../kit/editor-replica.ts'
import { checkDocument, SuggestingDesk, seedOf } from '../../../kit/suggesting-desk.ts'

/** Display indexes count the first "\n": 1 is the start of the first line. */
function desk(...lines: string[]): SuggestingDesk {
  return new SuggestingDesk(seedOf(...lines))
}

function run(at: SuggestingDesk, command: Command): void {
  command(at.state, (transaction) => at.view.dispatch(transaction))
}

function press(at: SuggestingDesk, direction: Direction, times = 1, unit: Unit = 'letter'): void {
  for (let count = 0; count < times; count += 1) erase(at.view, direction, unit, USUAL_GAP)
}

/** After every row the text is untouched, and text and records give the document again. */
function sound(at: SuggestingDesk): void {
  checkDocument(at.state.doc, at.text, at.records())
}

describe('letters', () => {
  test('typing proposes, and grows what it touches', () => {
    const at = desk('a brown fox')
    at.select(3)
    at.type('qu')
    at.type('ick ')
    expect(at.caret).toBe('a [+quick ]|brown fox')
    expect(at.records()).toMatchObject([{ base: [], change: [{ insert: 'quick ' }] }])
    sound(at)
  })

  test('typing and Backspace inside one’s own proposal edit it; when it is empty it is withdrawn', () => {
    const at = desk('a fox')
    at.select(3)
    at.type('red ')
    const { id } = at.records()[0]!
    at.select(4)
    at.type('x')
    expect(at.shown).toBe('a [+rxed ]fox')
    expect(at.records()).toMatchObject([{ id, change: [{ insert: 'rxed ' }] }])
    at.select(8)
    press(at, 'backward', 5)
    expect(at.shown).toBe('a fox')
    expect(at.records()).toEqual([])
    expect(at.withdrawn).toEqual([{ id, into: null }])
  })

  test('Backspace strikes and leaves the caret left of it, Delete right of it; runs grow one record', () => {
    const at = desk('one two')
    at.select(8)
    press(at, 'backward', 3)
    expect(at.caret).toBe('one |[-two]')
    at.select(1)
    press(at, 'forward', 3)
    expect(at.caret).toBe('[-one]| [-two]')
    expect(at.records()).toHaveLength(2)
    press(at, 'forward')
    expect(at.shown).toBe('[-one two]')
    expect(at.records()).toMatchObject([{ base: [{ insert: 'one two' }], change: [{ delete: 7 }] }])
    sound(at)
  })

  test('Ctrl Backspace strikes a word', () => {
    const at = desk('one two three')
    at.select(9)
    press(at, 'backward', 1, 'word')
    expect(at.caret).toBe('one |[-two ]three')
    press(at, 'forward', 1, 'word')
    expect(at.caret).toBe('one [-two three]|')
  })

  test('beside struck words the caret goes over them first, and then takes the next live letter', () => {
    const at = desk('abcdef')
    at.select(3, 5)
    press(at, 'backward')
    expect(at.caret).toBe('ab[-cd]|ef')
    press(at, 'backward')
    expect(at.caret).toBe('a|[-bcd]ef')
    press(at, 'forward')
    expect(at.caret).toBe('a[-bcde]|f')
    expect(at.records()).toHaveLength(1)
  })

  test('an emoji is struck as a whole', () => {
    const at = desk('a👍🏽b')
    at.select(6)
    press(at, 'backward')
    expect(at.shown).toBe('a[-👍🏽]b')
    sound(at)
  })

  test('a replacement is one record, the caret behind the new word', () => {
    const at = desk('a certain thing')
    at.select(3, 10)
    at.type('sure')
    expect(at.caret).toBe('a [-certain][+sure]| thing')
    expect(at.records()).toMatchObject([{ base: [{ insert: 'certain' }], change: [{ delete: 7 }, { insert: 'sure' }] }])
    sound(at)
  })

  test('after a deleted selection one types behind what is struck', () => {
    const at = desk('one two three')
    at.select(5, 8)
    press(at, 'forward')
    expect(at.caret).toBe('one [-two]| three')
    at.type('2')
    expect(at.shown).toBe('one [-two][+2] three')
    expect(at.records()).toHaveLength(1)
  })

  test('inside struck words new ones stand where they were typed, in the same record', () => {
    const at = desk('abcdef')
    at.select(1, 7)
    press(at, 'backward')
    at.select(4)
    at.type('X')
    expect(at.shown).toBe('[-abc][+X][-def]')
    expect(at.records()).toMatchObject([{ change: [{ delete: 3 }, { insert: 'X' }, { delete: 3 }] }])
    sound(at)
  })

  test('of a corrected word only the letters that differ are proposed', () => {
    const at = desk('a borwn fox')
    const { doc, tr } = at.state
    at.view.dispatch(tr.insertText('brown', positionAt(doc, 3), positionAt(doc, 8)))
    expect(at.shown).toBe('a b[-or][+ro]wn fox')
    sound(at)
  })

  test('a letter that is the same as a struck one is a new letter', () => {
    const at = desk('one two')
    at.select(5, 8)
    press(at, 'backward')
    at.select(8)
    at.type('two')
    expect(at.shown).toBe('one [-two][+two]')
    sound(at)
  })
})

test('a word put over one that is struck in part is there in full', () => {
  const at = desk('one two')
  at.select(7, 8)
  press(at, 'forward')
  expect(at.shown).toBe('one tw[-o]')
  const { doc, tr } = at.state
  at.view.dispatch(tr.insertText('two', positionAt(doc, 5), positionAt(doc, 8)))
  expect(at.shown).toBe('one tw[-o][+o]')
  sound(at)
})

test('a word typed over one with the same first letter replaces it whole', () => {
  const at = desk('her brother')
  at.select(1, 12)
  at.type('his')
  expect(at.caret).toBe('[-her brother][+his]|')
  expect(at.records()).toMatchObject([
    { base: [{ insert: 'her brother' }], change: [{ delete: 11 }, { insert: 'his' }] },
  ])
  sound(at)
})

describe('lines', () => {
  test('Enter proposes a line', () => {
    const at = desk('one two')
    at.select(4)
    run(at, splitLine(null))
    expect(at.caret).toBe('one[+¶]| two')
    expect(at.records()).toMatchObject([{ change: [{ insert: '\n' }] }])
    sound(at)
  })

  test('Enter at the start of a heading: one record that opens a paragraph above it', () => {
    const at = new SuggestingDesk(
      encodeStory({ lines: [{ spans: [{ text: 'x' }] }, { block: 2, spans: [{ text: 'Tide' }] }] }, 1),
    )
    at.select(3)
    run(at, splitLine(null))
    expect(at.caret).toBe('x[~¶][+¶]|Tide')
    expect([at.state.doc.child(1), at.state.doc.child(2)].map(({ type }) => type.name)).toEqual([
      'paragraph',
      'heading',
    ])
    expect(at.records()).toHaveLength(1)
    sound(at)
  })

  test('Backspace at a line start proposes a join, caret before it; Delete at a line end, caret behind it', () => {
    const at = desk('one', 'two', 'three')
    at.select(5)
    press(at, 'backward')
    expect(at.caret).toBe('one|[-¶]two¶three')
    at.select(8)
    press(at, 'forward')
    expect(at.caret).toBe('one[-¶]two[-¶]|three')
    expect(at.records()).toMatchObject([{ change: [{ delete: 1 }] }, { change: [{ delete: 1 }] }])
    sound(at)
  })

  test('Backspace behind a struck line end goes on in the line above', () => {
    const at = desk('one', 'two')
    at.select(5)
    press(at, 'backward')
    at.select(5)
    press(at, 'backward')
    expect(at.caret).toBe('on|[-e¶]two')
    sound(at)
  })

  test('a line that was only proposed is really joined', () => {
    const at = desk('one two')
    at.select(4)
    run(at, splitLine(null))
    press(at, 'backward')
    expect(at.caret).toBe('one| two')
    expect(at.records()).toEqual([])
  })

  test('deleting over text, own words and a line end makes one record of what was touched', () => {
    const at = desk('one two', 'three')
    at.select(5)
    at.type('new ')
    const { id } = at.records()[0]!
    at.select(3, 15)
    press(at, 'backward')
    expect(at.shown).toBe('on[-e two¶th]ree')
    expect(at.records()).toMatchObject([{ id }])
    sound(at)
  })

  test('a changed gap and a heading are proposed with what they were; toggled back nothing is left', () => {
    const at = desk('one', 'two')
    at.select(5)
    run(at, insertSceneGap(USUAL_GAP))
    expect(at.records()).toMatchObject([
      { base: [{ insert: '\n' }], change: [{ retain: 1, attributes: { gap: USUAL_GAP + 1 } }] },
    ])
    sound(at)
    run(at, insertSceneGap(USUAL_GAP))
    expect(at.records()).toEqual([])
  })
})

describe('formatting', () => {
  test('bold on words of the text is proposed with what they were; toggled back nothing is left', () => {
    const at = desk('one two')
    at.select(5, 8)
    run(at, toggleMark('bold'))
    expect(at.shown).toBe('one [~two]')
    expect(at.records()).toMatchObject([
      { base: [{ insert: 'two' }], change: [{ retain: 3, attributes: { bold: true } }] },
    ])
    sound(at)
    run(at, toggleMark('bold'))
    expect(at.shown).toBe('one two')
    expect(at.records()).toEqual([])
  })

  test('bold on own words is simply theirs, on struck words nothing', () => {
    const at = desk('one two')
    at.select(8)
    at.type('!')
    at.select(1, 4)
    press(at, 'backward')
    at.select(1, 9)
    run(at, toggleMark('bold'))
    expect(at.shown).toBe('[-one][~ two][+!]')
    expect(at.records()).toMatchObject([
      {
        change: [{ delete: 3 }, { retain: 4, attributes: { bold: true } }, { insert: '!', attributes: { bold: true } }],
      },
    ])
    sound(at)
  })

  test('striking formatted words takes the formatting back first', () => {
    const at = desk('one two')
    at.select(5, 8)
    run(at, toggleMark('bold'))
    press(at, 'forward')
    expect(at.records()).toMatchObject([{ change: [{ delete: 3 }] }])
    sound(at)
  })

  test('bold switched on at the caret is for the next letter', () => {
    const at = desk('one')
    at.select(4)
    run(at, toggleMark('bold'))
    at.type('x')
    expect(at.records()).toMatchObject([{ change: [{ insert: 'x', attributes: { bold: true } }] }])
  })
})

describe('clipboard', () => {
  test('what is copied is what would be accepted', () => {
    const at = desk('one two', 'three')
    at.select(5, 8)
    at.type('2')
    at.select(10)
    press(at, 'backward')
    const { doc } = at.state
    const slice = copied(doc.slice(1, doc.content.size - 1))
    expect(slice.content.toString()).toBe('<paragraph("one 2three")>')
    expect([slice.openStart, slice.openEnd]).toEqual([1, 1])
  })

  test('a paste of lines is one record, whatever marks it came with', () => {
    const at = desk('one two')
    at.select(5)
    const lines = docOfDraft(schema, { lines: [{ spans: [{ text: 'a' }] }, { spans: [{ text: 'b', bold: true }] }] })
    const transaction = at.state.tr.replaceSelection(new Slice(lines.content, 1, 1)).setMeta('uiEvent', 'paste')
    at.view.dispatch(transaction)
    expect(at.shown).toBe('one [+a¶b]two')
    expect(at.records()).toHaveLength(1)
    sound(at)
  })

  test('dragged words are struck there and proposed here: two records', () => {
    const at = desk('one two three')
    const { doc, tr } = at.state
    const slice = copied(doc.slice(positionAt(doc, 1), positionAt(doc, 5)))
    tr.delete(positionAt(doc, 1), positionAt(doc, 5))
    tr.insert(tr.mapping.map(positionAt(doc, 9)), slice.content)
    at.view.dispatch(tr.setMeta('uiEvent', 'drop'))
    expect(at.shown).toBe('[-one ]two [+one ]three')
    expect(at.records()).toHaveLength(2)
    sound(at)
  })
})

describe('others', () => {
  test('what others write inside a record stands unmarked in it, and the record is told anew', () => {
    const at = desk('abcdef')
    at.select(2, 6)
    press(at, 'backward')
    const { id } = at.records()[0]!
    at.text.insert(3, 'X', {})
    expect(at.shown).toBe('a[-b]X[-cde]f')
    expect(at.records()).toMatchObject([{ id, change: [{ delete: 1 }, { retain: 1 }, { delete: 3 }] }])
    sound(at)
  })

  test('what others write beside own words stands behind them, unless their words are all to the right', () => {
    const at = desk('one two')
    at.select(5)
    at.type('new ')
    at.text.insert(5, 'X', {})
    expect(at.shown).toBe('one [+new ]Xtwo')
    sound(at)
    const replacing = desk('one two')
    replacing.select(5)
    replacing.type('new ')
    replacing.select(9, 12)
    press(replacing, 'backward')
    expect(replacing.shown).toBe('one [+new ][-two]')
    replacing.text.insert(5, 'X', {})
    expect(replacing.shown).toBe('one X[+new ][-two]')
    sound(replacing)
  })

  test('when others delete the words between two records, they become one, by the left one’s name', () => {
    const at = desk('one two three')
    at.select(3)
    at.type('A')
    at.select(10)
    at.type('B')
    const [left, right] = at.records()
    at.text.delete(3, 6)
    expect(at.shown).toBe('on[+AB]three')
    expect(at.records()).toMatchObject([{ id: left!.id }])
    expect(at.withdrawn).toEqual([{ id: right!.id, into: left!.id }])
    sound(at)
  })

  test('when others have done what was proposed, the record is withdrawn', () => {
    const at = desk('one two')
    at.select(5, 8)
    press(at, 'backward')
    const { id } = at.records()[0]!
    at.text.delete(5, 3)
    expect(at.records()).toEqual([])
    expect(at.withdrawn).toEqual([{ id, into: null }])
  })

  test('what others format under a proposal is its ground, and reject gives that back', () => {
    const at = desk('one two')
    at.select(5, 8)
    run(at, toggleMark('bold'))
    at.text.format(5, 3, { italic: true })
    expect(at.records()).toMatchObject([
      { base: [{ insert: 'two', attributes: { italic: true } }], change: [{ retain: 3, attributes: { bold: true } }] },
    ])
    sound(at)
  })
})
