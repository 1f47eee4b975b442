/** Markdown says the words and nothing else: what a CommonMark reader makes of it is the text that was written. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markdownOf } from '../../../../shared/codecs/markdown/emphasis.ts'
import { md } from '../../../../shared/codecs/markdown/md.ts'
import type { Marks } from '../../../../shared/story/attributes.ts'
import { lineOf, manuscriptOf, words } from '../../../kit/manuscripts.ts'
import { markdownCharacters } from '../../../kit/markdown-characters.ts'
import { charactersIn, hostileWords } from '../../../kit/marked-manuscripts.ts'

type Lines = Parameters<typeof manuscriptOf>[0]

const written = (lines: Lines) => new TextDecoder().decode(md.write(manuscriptOf(lines)).bytes)

test('paragraphs, verse, headings and scene breaks are those of Markdown', () => {
  const lines = [
    lineOf('One', { block: 1 }),
    lineOf('First.'),
    lineOf('verse', { gap: 1 }),
    lineOf('Wide.', { gap: 3 }),
    lineOf('* * *'),
    lineOf('Drawn.'),
    lineOf('Two #', { block: 2, gap: 5 }),
  ]
  expect(written(lines)).toBe('# One\n\nFirst.\\\nverse\n\n&nbsp;\n\nWide.\n\n* * *\n\nDrawn.\n\n## Two \\#\n')
  expect(written([lineOf('***'), lineOf('One.'), lineOf('#')])).toBe('***\n\nOne.\n\n***\n')
})

test('emphasis is asterisks where they count, and tags where they would fail', () => {
  const em = { italic: true } as const
  const one = (...items: ReturnType<typeof words>[]) => written([lineOf(items)]).trimEnd()
  expect(one(words('a '), words('b ', em), words('c'))).toBe('a *b* c')
  expect(one(words('un'), words('believ', em), words('able'))).toBe('un*believ*able')
  expect(one(words('“Hi,”', em), words('she'))).toBe('<em>“Hi,”</em>she')
  expect(one(words('a', { bold: true }), words('b', em))).toBe('<strong>a</strong><em>b</em>')
  expect(one(words('a', { bold: true, italic: true }))).toBe('***a***')
  expect(one(words('a', { strike: true }))).toBe('<s>a</s>')
})

test('a digit that has to be an entity is no letter to the asterisks beside it', () => {
  const abuts = { before: false, after: false }
  const spans = [
    { text: '8', marks: { bold: true, italic: true } },
    { text: 'y', marks: {} },
  ] as const
  expect(markdownOf(spans, { first: true, last: true, critic: true, abuts })).toBe('<strong><em>&#56;</em></strong>y')
  expect(markdownOf(spans, { first: true, last: true, critic: false, abuts })).toBe('***8***y')
})

test('blanks at the ends of a line, which Markdown would trim, are written as entities', () => {
  expect(written([lineOf('\ta b '), lineOf(' c\u00a0', { gap: 1 })])).toBe('&#9;a b&#32;\\\n&#32;c&#160;\n')
})

test('what it cannot hold is told', () => {
  const note = { id: 'n' } as never
  const { losses } = md.write(manuscriptOf([lineOf('a\u0001b')], { notes: [note] }))
  expect(losses.map(({ kind, count }) => [kind, count])).toEqual([
    ['notes', 1],
    ['characters', 1],
  ])
})

const marks = fc.constantFrom<Marks>(
  {},
  {},
  { italic: true },
  { bold: true },
  { bold: true, italic: true },
  { strike: true },
)
const spans = fc.array(fc.tuple(hostileWords, marks), { minLength: 1, maxLength: 6 })

test('random hostile words come back, blanks and all, and so does their emphasis', () => {
  const line = fc.tuple(spans, fc.boolean(), fc.constantFrom(0, 0, 0, 1, 6))
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (drawn) => {
      const lines = drawn.map(([pairs, verse, block], index) =>
        // A letter of its own, so that no line is blank or a scene break.
        lineOf([...pairs.map(([text, its]) => words(text, its)), words('y')], {
          ...(verse && index > 0 && !block && !drawn[index - 1]![2] ? { gap: 1 } : {}),
          ...(block ? { block } : {}),
        }),
      )
      expect(markdownCharacters(written(lines))).toEqual(charactersIn(manuscriptOf(lines), 'now'))
    }),
    { numRuns: 300 },
  )
})
