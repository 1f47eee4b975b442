import { describe, expect, test } from 'vitest'
import { linesOfText, withGaps } from '../../../client/editor/pasted-lines.ts'
import { lineText } from '../../../shared/story/lines.ts'

const pasted = (text: string, usualGap = 2) =>
  withGaps(linesOfText(text), usualGap).map((line) => `${line.gap ?? ''}${lineText(line)}`)

describe('pasted plain text', () => {
  test('blank lines part paragraphs; single line ends between them are verse', () => {
    expect(pasted('One.\n\nRoses\nviolets\n\nTwo.')).toEqual(['One.', 'Roses', '1violets', 'Two.'])
  })

  test('without a blank line every line is a paragraph', () => {
    expect(pasted('a\nb\nc')).toEqual(['a', 'b', 'c'])
  })

  test('a bigger distance than most is a scene gap', () => {
    expect(pasted('a\n\nb\n\n\nc\n\nd')).toEqual(['a', 'b', '3c', 'd'])
    expect(pasted('a\n\n\nb\n\n\nc')).toEqual(['a', 'b', 'c'])
  })

  test('in a story of single line ends a blank line is the scene gap', () => {
    expect(pasted('a\nb\n\nc\nd', 1)).toEqual(['a', 'b', '2c', 'd'])
  })

  test('line ends of all systems are alike, and NULs are gone', () => {
    expect(pasted('a\r\n\r\nb\rc\0')).toEqual(['a', 'b', '1c'])
  })

  test('line ends at the edges are dropped, alone they are lines', () => {
    expect(pasted('\n\na\n')).toEqual(['a'])
    expect(pasted('\n')).toEqual(['', ''])
    expect(pasted('')).toEqual([])
    expect(pasted('  ')).toEqual(['  '])
  })

  test('spaces and tabs stay as they are', () => {
    expect(pasted('  a\tb  ')).toEqual(['  a\tb  '])
  })
})
