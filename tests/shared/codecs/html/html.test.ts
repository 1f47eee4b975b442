/** Pages and archive HTML: what stands in them, what they forbid, what they say was left out. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Codec } from '../../../../shared/codecs/codec.ts'
import type { EditionNote, EditionSuggestion } from '../../../../shared/codecs/edition.ts'
import { archive } from '../../../../shared/codecs/html/archive.ts'
import { html } from '../../../../shared/codecs/html/html.ts'
import { PAGE_STYLE, PAGE_STYLE_HASH } from '../../../../shared/codecs/html/page-style.ts'
import { lineOf, manuscriptOf, words } from '../../../kit/manuscripts.ts'

const at = '2026-03-04T05:06:07Z'
const thread = { by: 'a', at, label: null, place: { from: 1, to: 2 } }
const note: EditionNote = {
  ...{ ...thread, id: 'n', kind: 'question', body: 'Sure?\nReally <b>?', mustFix: true, assigned: null, quote: '' },
  resolved: { by: 'a', at },
  replies: [{ id: 'r', by: 'b', at, body: 'Yes.' }],
}
const suggestion: EditionSuggestion = {
  ...{
    ...thread,
    id: 's',
    base: [],
    change: [],
    reason: 'typo',
    rule: null,
    status: 'open',
    decided: null,
    replies: [],
  },
}
const people = new Map([
  ['a', 'Ann "A" <x>'],
  ['b', 'Bob'],
])

const text = (codec: Codec, ...parts: Parameters<typeof manuscriptOf>) =>
  new TextDecoder().decode(codec.write(manuscriptOf(...parts)).bytes)

const lines = [
  lineOf('One', { block: 2 }),
  lineOf([words('In '), words('it', { bold: true, italic: true }), words(' & <b>')]),
  lineOf('verse', { gap: 1 }),
  lineOf('Next.', { gap: 4 }),
]

test('the archive gets blocks without attributes, one a line', () => {
  expect(text(archive, lines)).toBe(
    '<h2>One</h2>\n<p>In <strong><em>it</em></strong> &amp; &lt;b&gt;<br />verse</p>\n<hr />\n<p>Next.</p>\n',
  )
})

test('what the archive cannot show is told', () => {
  const { losses } = archive.write(manuscriptOf([lineOf('a\tb'), lineOf('c\f'), lineOf('d  e')], { notes: [note] }))
  expect(losses.map(({ kind, count }) => [kind, count])).toEqual([
    ['notes', 1],
    ['spaces', 2],
    ['characters', 1],
  ])
})

test('a page loads nothing, runs nothing, and allows itself its own style alone', () => {
  const page = text(html, lines)
  expect(PAGE_STYLE_HASH).toBe(`sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}`)
  expect(page).toContain(`content="default-src 'none'; style-src '${PAGE_STYLE_HASH}'"`)
  expect(page).toContain(`<style>${PAGE_STYLE}</style>`)
  expect(page).not.toMatch(/<script|<link|<img|\son\w+=|\sstyle=|url\(|@import/i)
})

test('a page that begins with a heading has no title of its own above it', () => {
  expect(text(html, lines)).not.toContain('<h1>')
  expect(text(html, lines.slice(1))).toContain('<h1>A story</h1>')
})

test('marked, proposals stand in the text and notes at its end, with links both ways', () => {
  const marked = [
    lineOf([
      words('In '),
      { starts: 'n' },
      words('teh', {}, { kind: 'delete', suggestion: 's' }),
      words('the', {}, { kind: 'insert', suggestion: 's' }),
      { ends: 'n' },
      words(' end'),
    ]),
    lineOf('Next.', { opening: { kind: 'insert', suggestion: 's' } }),
  ]
  const page = text(html, marked, { view: 'marked', notes: [note], suggestions: [suggestion], people })
  const who = `datetime="${at}" title="Ann &quot;A&quot; &lt;x&gt;" data-suggestion="s1"`
  expect(page).toContain(
    `<p>In <mark data-note="n1"><del ${who}>teh</del></mark><mark data-note="n1"><ins ${who}>the</ins></mark><sup><a id="ref-1" href="#note-1" data-note="n1" role="doc-noteref">1</a></sup> end` +
      `<ins class="line-end" ${who}></ins><sup><a id="ref-2" href="#note-2" role="doc-noteref">2</a></sup></p>\n<p>Next.</p>`,
  )
  const entry = (name: string, body: string, about = '') =>
    `<p><b>${name}</b> <time datetime="${at}">2026-03-04</time>: ${about}<span class="words">${body}</span></p>`
  expect(page).toContain(
    `<aside id="note-1" data-note="n1" data-kind="question" data-must-fix="true" data-state="resolved"><a href="#ref-1" role="doc-backlink" aria-label="Back to the text">1</a>` +
      entry('Ann &quot;A&quot; &lt;x&gt;', 'Sure?<br />Really &lt;b&gt;?', '[question, must fix] ') +
      `${entry('Bob', 'Yes.')}<p>Resolved by Ann &quot;A&quot; &lt;x&gt;.</p></aside>`,
  )
  expect(page).toContain('typo')
})

test('a note on the whole story stands among the others, with nothing to lead back to', () => {
  const page = text(html, lines, { view: 'marked', notes: [{ ...note, place: null }], people })
  expect(page).toMatch(/<aside data-note="n1"[^>]*><p><b>Ann/)
})
