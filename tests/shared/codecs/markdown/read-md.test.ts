/** Markdown as a story: what its forms become, what is told of the rest, and that hostile files are no danger. */
import { expect, test } from 'vitest'
import { md } from '../../../../shared/codecs/markdown/md.ts'
import { readMd } from '../../../../shared/codecs/markdown/read-md.ts'
import { lineOf, manuscriptOf } from '../../../kit/manuscripts.ts'
import { acceptedDraft, draftCharacters, draftText } from '../../../kit/read-drafts.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readMd.read(bytes(text), { mostLines: 1000 })
const lines = (text: string) => draftText(read(text).draft)
const kinds = (text: string) => read(text).losses.map(({ kind, count }) => `${kind} ${count}`)

test('paragraphs, verse, headings and breaks are lines; soft breaks and indents are none', () => {
  expect(lines('# One\n\nFirst\n  line.\n\n    Indented.\n\nverse\\\nmore  \nlast\n\n* * *\n\nTwo\n---\n')).toEqual([
    ...['# One', 'First line.', 'Indented.', 'verse', '|more', '|last', '* * *', '## Two'],
  ])
})

test('emphasis and inline tags mark words', () => {
  expect(draftCharacters(read('*a* **b** <s>d</s> ***e***').draft)).toEqual([
    '<p>',
    'ai',
    ' ',
    'bb',
    ' ',
    'ds',
    ' ',
    'ebi',
  ])
})

test('front matter gives the title; two scene breaks around prose are no front matter', () => {
  const { title, losses, draft } = read('---\ntitle: "A \\"b\\""\ndate: 2026-03-04\ntags:\n  - x\n---\n\nText.\n')
  expect([title, draftText(draft), losses.map(({ kind, count }) => [kind, count])]).toEqual([
    'A "b"',
    ['Text.'],
    [['front-matter', 2]],
  ])
  expect(read('---\nProse stands here.\n\n---\n').title).toBeNull()
  expect(lines('---\n\nProse.\n\n---\n')).toEqual(['---', 'Prose.', '---'])
})

test('what stories have no form for is kept as words and told', () => {
  expect(
    lines(
      '- one\n- two\n\n3. three\n\n> quoted\n\n```\ncode\nmore\n```\n\n[text](http://a.b) `code` ![alt](c.png)<u>x</u>\n\n<div>html <em>em</em></div>\n',
    ),
  ).toEqual([...['- one', '- two', '3. three', 'quoted', 'code', '|more', 'text code x', 'html em']])
  expect(
    kinds('- one\n\n> quoted\n\n```\ncode\n```\n\n[text](http://a.b) ![alt](c.png)<u>x</u>\n\n<script>1</script>\n'),
  ).toEqual([...['links 1', 'images 1', 'code 1', 'lists 1', 'quotes 1', 'html 2', 'scripts 1']])
})

test('CriticMarkup is suggestions and notes, of other programs as well', () => {
  const source =
    'The {~~teh~>the~~} end{++ of it++}{>>Ann: why?<<}.{>>A point.<<} {==Words==}{>>Bob 2026-03-04: note<<}{>>Cy 2026-03-05: reply<<} {--go--}{++come++}\n'
  const { draft, suggestions, notes } = read(source)
  expect(draftText(draft)).toEqual(['The teh end. Words go'])
  expect(draftText(acceptedDraft(read(source)))).toEqual(['The the end of it. Words come'])
  expect(suggestions.map(({ by, reason, place }) => [by, reason, place.from, place.to])).toEqual([
    ['', '', 5, 8],
    ['', 'Ann: why?', 12, 12],
    ['', '', 20, 22],
  ])
  expect(notes.map(({ by, at, body, place, replies }) => [by, at, body, place, replies.length])).toEqual([
    ['', null, 'A point.', { from: 13, to: 13 }, 0],
    ['Bob', '2026-03-04T00:00:00.000Z', 'note', { from: 14, to: 19 }, 1],
  ])
})

test('marks that do not close, or are escaped, are words', () => {
  expect(lines('a {++b\n\n\\{--c--} {>>d {~~e~~ f')).toEqual(['a {++b', '{--c--} {>>d {~~e~~ f'])
  expect(read('a {++b').suggestions).toEqual([])
})

test('a comment stands in the text also where there is none, or where lines before it come whole', () => {
  const notes = (source: string) => read(source).notes.map(({ body, place }) => [body, place])
  expect(notes('{>>Hm.<<}')).toEqual([['Hm.', { from: 1, to: 1 }]])
  expect(notes('One.\n\n{++Two.++}\n\nThree.{>>Hm.<<}\n')).toEqual([['Hm.', { from: 12, to: 12 }]])
})

test('marks where no text is leave the file as plain words, and that is told', () => {
  expect(kinds('[a](http://b/{++c++})')).toEqual(['critic 1', 'links 1'])
})

test('paragraphs that come or go as a whole leave no empty line', () => {
  const whole = read('One.\n\n{++Two.++}\n\n{--Three.--}\n\nFour.\n')
  expect(draftText(whole.draft)).toEqual(['One.', 'Three.', 'Four.'])
  expect(draftText(acceptedDraft(whole))).toEqual(['One.', 'Two.', 'Four.'])
  const first = read('{--One.--}\n\nTwo.\n')
  expect(draftText(acceptedDraft(first))).toEqual(['Two.'])
})

test('the Markdown of a story comes back as its lines', () => {
  const story = [
    lineOf('Part', { block: 1 }),
    lineOf('\tOne  two '),
    lineOf('verse', { gap: 1 }),
    lineOf('***'),
    lineOf('# no heading'),
  ]
  const { bytes: written } = md.write(manuscriptOf(story))
  expect(draftText(readMd.read(written, { mostLines: 10 }).draft)).toEqual([
    '# Part',
    '\tOne  two ',
    '|verse',
    '***',
    '# no heading',
  ])
})

test('hostile files cost what their length costs, or are refused', () => {
  const many = 3_000
  for (const piece of ['*a_', '[', '](', '`', '{++', '{>>', '<', '&', '**', '![', '{~~a~>', '{==}', '<b>', '\\']) {
    expect(read(piece.repeat(many)).draft.lines.length, piece).toBeGreaterThan(0)
  }
  expect(kinds('*a_'.repeat(many))).toEqual(['crowded 1'])
  expect(lines('*a_'.repeat(many))).toEqual(['*a_'.repeat(many)])
  expect(() => read('> '.repeat(many))).toThrow(/nests/)
  expect(() => read('- '.repeat(many))).toThrow(/nests/)
  expect(() => read(`${'x\n\n'.repeat(1001)}`)).toThrow(/more than 1,000 lines/)
  expect(() => read('a'.repeat(9 * 1024 * 1024))).toThrow(/longer than any story/)
  expect(() => readMd.read(Uint8Array.from([0x61, 0, 0x62]), { mostLines: 10 })).toThrow(/NUL/)
})
