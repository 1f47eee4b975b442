import { describe, expect, test } from 'vitest'
import { outlineRows } from '../../../../client/panels/outline/outline-tree.ts'
import type { OutlineEntry } from '../../../../shared/story/counts.ts'

const heading = (line: number, level: number, label: string): OutlineEntry => ({
  line,
  kind: 'heading',
  level,
  label,
  words: 10,
})
const scene = (line: number, label: string): OutlineEntry => ({ line, kind: 'scene', level: 0, label, words: 100 })

const BOOK = [
  heading(0, 1, 'One'),
  scene(5, 'a'),
  scene(9, 'b'),
  heading(20, 1, 'Two'),
  scene(25, 'c'),
  heading(30, 2, 'Three'),
]

const shown = (entries: OutlineEntry[], line: number) =>
  outlineRows(entries, line).map(
    ({ entry, depth, words, current }) => `${'  '.repeat(depth)}${entry.label} ${words}${current ? ' <' : ''}`,
  )

describe('the outline', () => {
  test('shows scenes only below the heading in which the caret stands', () => {
    expect(shown(BOOK, 7)).toEqual(['One 210', '  a 100 <', '  b 100', 'Two 110', '  Three 10'])
    expect(shown(BOOK, 21)).toEqual(['One 210', 'Two 110 <', '  c 100', '  Three 10'])
  })

  test('lists every scene of a story that has no heading', () => {
    expect(shown([scene(0, 'a'), scene(4, 'b')], 5)).toEqual(['a 100', 'b 100 <'])
  })

  test('marks the first entry when the caret stands before it', () => {
    expect(shown([heading(3, 2, 'Late')], 1)).toEqual(['Late 10 <'])
  })

  test('is empty for a story without headings and scenes', () => {
    expect(outlineRows([], 1)).toEqual([])
  })
})
