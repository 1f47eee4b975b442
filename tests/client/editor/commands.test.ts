/** What the keys of the text do, on stories written as strings: "|" is the caret, "[…]" a selection, a number before "#" the gap. */
import { type Command, EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import {
  eraseSelection,
  insertSceneGap,
  joinBackward,
  joinForward,
  setHeading,
  splitLine,
  toggleHeading,
  toggleMark,
  toggleVerse,
} from '../../../client/editor/commands.ts'
import { docOfDraft, lineOfNode } from '../../../client/editor/text-to-doc.ts'
import { lineText } from '../../../shared/story/lines.ts'
import { schema, USUAL_GAP } from '../../kit/editor-replica.ts'

describe('Enter', () => {
  test('opens a line with the usual gap, whatever this one has', () => {
    expect(result(splitLine(null), '3#ab|cd')).toBe('3#ab / |cd')
    expect(result(splitLine(null), 'ab|')).toBe('ab / |')
  })

  test('after a heading comes a paragraph, in its middle both stay headings, before it a paragraph is opened', () => {
    expect(result(splitLine(null), 'H1 ab|')).toBe('H1 ab / |')
    expect(result(splitLine(null), 'H1 a|b')).toBe('H1 a / H1 |b')
    expect(result(splitLine(null), 'x / 3#H1 |ab')).toBe('x / 3# / H1 |ab')
  })

  test('with Shift the new line is one line end away', () => {
    expect(result(splitLine(1), 'ab|cd')).toBe('ab / 1#|cd')
  })

  test('replaces what is selected, also over lines', () => {
    expect(result(splitLine(null), 'a[b / H2 c]d')).toBe('a / |d')
  })

  test('keeps bold switched on for the new line', () => {
    const state = stateOf('ab|').apply(stateOf('ab|').tr)
    const bold = state.apply(state.tr.addStoredMark(schema.marks.bold!.create()))
    expect(run(splitLine(null), bold).storedMarks?.map((mark) => mark.type.name)).toEqual(['bold'])
  })
})

describe('Backspace and Delete', () => {
  test('a scene gap becomes usual first, then the lines join', () => {
    expect(result(joinBackward(USUAL_GAP), 'a / 3#|b')).toBe('a / |b')
    expect(result(joinBackward(USUAL_GAP), 'a / |b')).toBe('a|b')
    expect(result(joinForward(USUAL_GAP), 'a| / 3#b')).toBe('a| / b')
    expect(result(joinForward(USUAL_GAP), 'a| / b')).toBe('a|b')
  })

  test('a line that moves up into an empty one stays what it is', () => {
    expect(result(joinBackward(USUAL_GAP), 'x /  / H2 |b')).toBe('x / H2 |b')
    expect(result(joinForward(USUAL_GAP), 'x / | / H2 b')).toBe('x / H2 |b')
  })

  test('verse joins at once', () => {
    expect(result(joinBackward(USUAL_GAP), 'a / 1#|b')).toBe('a|b')
  })

  test('at the start of the story a heading becomes a paragraph, and nothing else happens', () => {
    expect(result(joinBackward(USUAL_GAP), 'H1 |a')).toBe('|a')
    expect(result(joinBackward(USUAL_GAP), '|a / b')).toBe('|a / b')
    expect(result(joinForward(USUAL_GAP), 'a|')).toBe('a|')
  })

  test('inside a line they leave the letter to the browser', () => {
    expect(joinBackward(USUAL_GAP)(stateOf('a|b'))).toBe(false)
    expect(joinForward(USUAL_GAP)(stateOf('a|b'))).toBe(false)
    expect(eraseSelection(stateOf('a|b'))).toBe(false)
  })

  test('a selection goes as a whole; the left line stays what it is', () => {
    expect(result(eraseSelection, 'H1 a[b / c]d')).toBe('H1 a|d')
    expect(result(eraseSelection, 'H1 a / [b / c]')).toBe('H1 a / |')
  })

  test('nothing of a heading stays when the whole story goes', () => {
    expect(result(eraseSelection, 'H1 [a / b]')).toBe('|')
  })
})

describe('scene gap and verse', () => {
  test('at a line’s start the gap is set and taken back', () => {
    expect(result(insertSceneGap(USUAL_GAP), 'a / |b')).toBe('a / 3#|b')
    expect(result(insertSceneGap(USUAL_GAP), 'a / 3#|b')).toBe('a / |b')
    expect(result(insertSceneGap(USUAL_GAP), 'a / 1#|b')).toBe('a / 3#|b')
  })

  test('elsewhere a new line begins after the gap', () => {
    expect(result(insertSceneGap(USUAL_GAP), 'a|b')).toBe('a / 3#|b')
    expect(result(insertSceneGap(1), 'a|b')).toBe('a / 2#|b')
  })

  test('the first line has no line before it to stand apart from', () => {
    expect(result(insertSceneGap(USUAL_GAP), '|b')).toBe(' / 3#|b')
    expect(toggleVerse(USUAL_GAP)(stateOf('|b'))).toBe(false)
  })

  test('selected lines become verse, and usual again', () => {
    expect(result(toggleVerse(USUAL_GAP), 'a / [b / 1#c]')).toBe('a / 1#[b / 1#c]')
    expect(result(toggleVerse(USUAL_GAP), 'a / 1#[b / 1#c]')).toBe('a / [b / c]')
  })
})

describe('headings and marks', () => {
  test('all selected lines change, and keep their gaps', () => {
    expect(result(setHeading(2), 'a[b / 3#c]')).toBe('H2 a[b / 3#H2 c]')
    expect(result(toggleHeading(2), 'H2 a[b / 3#H2 c]')).toBe('a[b / 3#c]')
    expect(result(toggleHeading(2), 'H2 a[b / c]')).toBe('H2 a[b / H2 c]')
    expect(setHeading(0)(stateOf('a|'))).toBe(false)
  })

  test('an impossible level is a mistake of the caller', () => {
    expect(() => setHeading(7)(stateOf('a|'))).toThrow('setHeading: no level 7')
  })

  test('a selection that has a mark in part gets it everywhere', () => {
    const half = run(toggleMark('bold'), stateOf('[a]b'))
    const whole = run(toggleMark('bold'), half.apply(half.tr.setSelection(TextSelection.create(half.doc, 1, 3))))
    expect(lineOfNode(whole.doc.child(0)).spans).toEqual([{ text: 'ab', bold: true }])
    expect(lineOfNode(run(toggleMark('bold'), whole).doc.child(0)).spans).toEqual([{ text: 'ab' }])
  })
})

function result(command: Command, story: string): string {
  return written(run(command, stateOf(story)))
}

function run(command: Command, state: EditorState): EditorState {
  let now = state
  command(state, (transaction) => {
    now = state.apply(transaction)
  })
  now.doc.check()
  return now
}

function stateOf(story: string): EditorState {
  const places: number[] = []
  let position = 0
  const lines = story.split(' / ').map((part) => {
    const [, gap, level, marked] = /^(?:(\d+)#)?(?:H(\d) )?(.*)$/.exec(part)!
    let text = ''
    for (const sign of marked!) {
      if ('|[]'.includes(sign)) places.push(position + 1 + text.length)
      else text += sign
    }
    position += text.length + 2
    return {
      ...(gap && { gap: Number(gap) }),
      ...(level && { block: Number(level) }),
      spans: text === '' ? [] : [{ text }],
    }
  })
  const doc = docOfDraft(schema, { lines })
  return EditorState.create({ doc, selection: TextSelection.create(doc, places[0]!, places[1] ?? places[0]!) })
}

function written({ doc, selection }: EditorState): string {
  let position = 0
  return doc.children
    .map((node) => {
      const { gap, block, ...line } = lineOfNode(node)
      let text = lineText(line)
      const put = (place: number, sign: string) => {
        const offset = place - position - 1
        if (offset >= 0 && offset <= node.content.size) text = text.slice(0, offset) + sign + text.slice(offset)
      }
      if (selection.empty) put(selection.head, '|')
      else {
        put(selection.to, ']')
        put(selection.from, '[')
      }
      position += node.nodeSize
      return `${gap === undefined ? '' : `${gap}#`}${block === undefined ? '' : `H${block} `}${text}`
    })
    .join(' / ')
}
