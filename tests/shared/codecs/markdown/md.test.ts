/** Markdown says the words and nothing else: what a CommonMark reader makes of it is the text that was written. */
import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { expect, test } from 'vitest'
import { md } from '../../../../shared/codecs/markdown/md.ts'
import type { Marks } from '../../../../shared/story/attributes.ts'
import { lineOf, manuscriptOf, words } from '../../../kit/manuscripts.ts'

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
  expect(written(lines)).toBe('# One\n\nFirst.\\\nverse\n\n***\n\nWide.\n\n***\n\nDrawn.\n\n## Two \\#\n')
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

test('what it cannot hold is told', () => {
  const note = { id: 'n' } as never
  const { losses } = md.write(manuscriptOf([lineOf('a\u0001b')], { notes: [note] }))
  expect(losses.map(({ kind, count }) => [kind, count])).toEqual([
    ['notes', 1],
    ['characters', 1],
  ])
})

const pieces = fc.stringMatching(/^[a-c "“”*_`~#<>&;:!|()[\]{}\\+=.\-\d\t\u00a0é字𝔘😀$^/'@?,%-]{1,6}$/u)
const tricky = fc.oneof(
  pieces,
  fc.constantFrom(
    '***',
    '---',
    '===',
    '# ',
    '1. ',
    '- ',
    '    ',
    '<b>',
    '&amp;',
    '[a](b)',
    '![',
    '{++',
    '++}',
    '~~',
    '~>',
    'http://a.b',
  ),
)
const marks = fc.constantFrom<Marks>(
  {},
  {},
  { italic: true },
  { bold: true },
  { bold: true, italic: true },
  { strike: true },
)
const spans = fc.array(fc.tuple(fc.oneof(tricky), marks), { minLength: 1, maxLength: 6 })

test('random hostile words come back, blanks and all, and so does their emphasis', () => {
  const line = fc.tuple(spans, fc.constantFrom(1, 2, undefined), fc.constantFrom(0, 0, 0, 1, 6))
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (drawn) => {
      const lines = drawn.map(([pairs, gap, block], index) =>
        // A letter of its own, so that no line is blank or a scene break.
        lineOf([...pairs.map(([text, its]) => words(text, its)), words('x')], {
          ...(gap && index > 0 ? { gap } : {}),
          ...(block ? { block } : {}),
        }),
      )
      expect(charactersOf(written(lines))).toEqual(expected(lines))
    }),
    { numRuns: 1000 },
  )
})

/** Every character with its marks; emphasis on blanks is not seen and not asked for. */
function expected(lines: Lines): string[] {
  const out: string[] = []
  for (const [index, { items, gap, block }] of lines.entries()) {
    const isVerse = gap === 1 && index > 0 && block === undefined && lines[index - 1]!.block === undefined
    out.push(isVerse ? '<br>' : `<p${block ?? ''}>`)
    for (const item of items) if ('text' in item) out.push(...charsOf(item.text, item.marks))
  }
  return out
}

function charsOf(text: string, { bold, italic, strike }: Marks): string[] {
  return Array.from(text, (character) =>
    character.trim() === '' ? character : `${character}${bold ? 'b' : ''}${italic ? 'i' : ''}${strike ? 's' : ''}`,
  )
}

interface Node {
  type: string
  value?: string
  depth?: number
  children?: Node[]
}

function charactersOf(markdown: string): string[] {
  const out: string[] = []
  const open: Record<string, number> = { strong: 0, em: 0, s: 0 }
  const visit = (node: Node, its: Marks): void => {
    if (node.type === 'paragraph') out.push('<p>')
    else if (node.type === 'heading') out.push(`<p${node.depth}>`)
    else if (node.type === 'break') out.push('<br>')
    else if (node.type === 'html') {
      const [, close, name] = /^<(\/?)(strong|em|s)>$/.exec(node.value!) ?? []
      if (name === undefined) throw new Error(`a tag that was not ours: ${node.value}`)
      open[name]! += close ? -1 : 1
    } else if (node.type === 'text') {
      const now: Marks = { ...its }
      if (open.strong) now.bold = true
      if (open.em) now.italic = true
      if (open.s) now.strike = true
      out.push(...charsOf(node.value!, now))
    } else if (!['root', 'emphasis', 'strong'].includes(node.type))
      throw new Error(`markup that was not ours: ${node.type}`)
    const inner: Marks = { ...its }
    if (node.type === 'emphasis') inner.italic = true
    if (node.type === 'strong') inner.bold = true
    for (const child of node.children ?? []) visit(child, inner)
  }
  visit(fromMarkdown(markdown) as Node, {})
  return out
}
