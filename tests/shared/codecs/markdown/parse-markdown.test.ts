/** Markdown is parsed alike whether anybody hears how far it is, and what they hear goes on from the first lines to the last. */
import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { expect, test } from 'vitest'
import { parseMarkdown } from '../../../../shared/codecs/markdown/parse-markdown.ts'

const PARTS = [
  ...['word ', '*', '**', '_', '\n', '\n\n', '> ', '- ', '1. ', '    ', '\t', '# ', '---', '```', '`', '<b>', '<div>'],
  ...['[a]', '(b)', '[a]: /b', ': ', '\\', '&amp;', '===', '  \n', '![', ']', '!', '* * *'],
]

test('the tree is the same as without anybody who listens', () => {
  const plain = { extensions: [{ disable: { null: ['codeIndented'] } }] }
  const source = fc.array(fc.constantFrom(...PARTS), { maxLength: 60 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(source, (text) => {
      const tree = fromMarkdown(text, plain)
      expect(parseMarkdown(text, () => undefined)).toEqual(tree)
      expect(parseMarkdown(text, undefined)).toEqual(tree)
    }),
    { numRuns: 500 },
  )
})

test('what is told grows by hundreds to nearly all lines with words, in every third of the way', () => {
  const heard: number[] = []
  parseMarkdown('The mill *stood* still.\n\n'.repeat(6_000), (lines) => heard.push(lines))
  expect(heard).toEqual(Array.from({ length: 11 }, (_, nth) => 500 * (nth + 1)))
})

test('a text in one block is told as well', () => {
  const heard: number[] = []
  parseMarkdown('The mill stood still.\n'.repeat(6_000), (lines) => heard.push(lines))
  expect(heard).toEqual([500, 1000, 1500, 2000, 2500, 3000, 3500, 4000])
})

test('of a short text nothing is told', () => {
  const heard: number[] = []
  parseMarkdown('The mill stood still.\n\n'.repeat(100), (lines) => heard.push(lines))
  expect(heard).toEqual([])
})
