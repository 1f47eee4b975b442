import type { Command } from '@tiptap/pm/state'
import { AllSelection, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { insertSceneGap, setHeading, splitLine } from '../../../client/editor/commands.ts'
import { positionAt } from '../../../client/editor/positions.ts'
import { outlineOfDoc, wordsIn } from '../../../client/editor/story-words.ts'
import { erase } from '../../../client/editor/suggesting/erase.ts'
import { encodeStory } from '../../../shared/story/story-doc.ts'
import { USUAL_GAP } from '../../kit/editor-replica.ts'
import { SuggestingDesk } from '../../kit/suggesting-desk.ts'

/** "Ebb" as a heading, and two lines of three and four words. */
function desk(): SuggestingDesk {
  return new SuggestingDesk(
    encodeStory(
      {
        lines: [
          { block: 1, spans: [{ text: 'Ebb' }] },
          { spans: [{ text: 'The tide went' }] },
          { gap: 3, spans: [{ text: 'out ' }, { text: 'past', italic: true }, { text: ' the wall' }] },
        ],
      },
      1,
    ),
  )
}

function run(at: SuggestingDesk, command: Command): void {
  command(at.state, (transaction) => at.view.dispatch(transaction))
}

const counts = ({ state }: SuggestingDesk) => outlineOfDoc(state.doc, USUAL_GAP)
const selected = ({ state }: SuggestingDesk, from: number, to: number) =>
  wordsIn(state.doc, TextSelection.create(state.doc, positionAt(state.doc, from), positionAt(state.doc, to)))
const all = ({ state }: SuggestingDesk) => wordsIn(state.doc, new AllSelection(state.doc))

test('words, headings and scenes of a text are counted, and the words of each', () => {
  expect(counts(desk())).toEqual({
    words: 8,
    entries: [
      { line: 0, kind: 'heading', level: 1, label: 'Ebb', words: 4 },
      { line: 2, kind: 'scene', level: 0, label: 'out past the wall', words: 4 },
    ],
  })
  expect(all(desk())).toBe(8)
})

test.each<[what: string, act: (at: SuggestingDesk) => void]>([
  ['a word', (at) => at.type(' slowly')],
  ['letters inside a word', (at) => at.type('xy')],
  ['to strike a word', (at) => erase(at.view, 'backward', 'word', USUAL_GAP)],
  [
    'to strike a line end',
    (at) => {
      at.select(19)
      erase(at.view, 'backward', 'letter', USUAL_GAP)
    },
  ],
  [
    'to cut a word in two',
    (at) => {
      at.select(11)
      run(at, splitLine(USUAL_GAP))
    },
  ],
  [
    'words on a line of their own',
    (at) => {
      run(at, splitLine(USUAL_GAP))
      at.type('and came back')
    },
  ],
  [
    'two lines, one behind the other',
    (at) => {
      at.select(11)
      run(at, splitLine(USUAL_GAP))
      at.type('new')
      run(at, splitLine(USUAL_GAP))
    },
  ],
  ['a heading', (at) => run(at, setHeading(2))],
  ['a scene gap', (at) => run(at, insertSceneGap(USUAL_GAP))],
])('whoever proposes %s does not change what is counted', (_, act) => {
  const at = desk()
  const before = counts(at)
  at.select(18)
  act(at)
  expect(at.records()).not.toEqual([])
  const now = counts(at)
  expect(now.words).toBe(before.words)
  const plain = ({ line: _, ...entry }: (typeof now.entries)[number]) => entry
  expect(now.entries.map(plain)).toEqual(before.entries.map(plain))
  expect(all(at)).toBe(before.words)
  at.destroy()
})

test('an entry below a proposed line names its own line of the document', () => {
  const at = desk()
  at.select(18)
  run(at, splitLine(USUAL_GAP))
  expect(at.state.doc.childCount).toBe(4)
  expect(counts(at).entries.map(({ line }) => line)).toEqual([0, 3])
  at.destroy()
})

test('proposed words among those selected are not counted', () => {
  const at = desk()
  at.select(8)
  at.type(' low')
  expect(at.shown).toContain('The[+ low] tide went')
  expect(selected(at, 5, 22)).toBe(3)
  expect(selected(at, 5, 17)).toBe(2)
  expect(selected(at, 9, 12)).toBe(0)
  at.destroy()
})
