/** Programs of others read our HTML: the same words and emphasis, nothing that an archive would take away, sound pages. */
import fc from 'fast-check'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import rehypeSanitize from 'rehype-sanitize'
import { afterAll, expect, test } from 'vitest'
import { archive } from '../../shared/codecs/html/archive.ts'
import { html } from '../../shared/codecs/html/html.ts'
import { ForeignDesk } from '../kit/foreign.ts'
import { manuscriptOf } from '../kit/manuscripts.ts'
import { charactersIn, inView, markedManuscript, mergedManuscripts } from '../kit/marked-manuscripts.ts'
import { blanksJoined, pandocCharacters } from '../kit/pandoc-characters.ts'

const desk = new ForeignDesk()
afterAll(() => desk.remove())

const seed = Math.floor(Math.random() * 0x7fffffff)
const marked = mergedManuscripts(fc.sample(markedManuscript, { seed, numRuns: 300 }))
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** Archive of Our Own's allow-list of elements, from its public sanitizer settings. No attribute is needed. */
const ALLOWED =
  `a abbr acronym address b big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure
  h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q rp rt ruby s samp small span strike strong sub summary sup table tbody td tfoot th
  thead tr tt u ul var`.split(/\s+/)

test('a sanitizer set to the archive’s list changes nothing, and the archive sees no line end within a block', () => {
  const written = text(archive.write(inView(marked, 'accepted')).bytes)
  const tree = fromHtml(written, { fragment: true })
  const clean = rehypeSanitize({ tagNames: ALLOWED, attributes: {}, strip: [] })(tree)
  expect(toHtml(clean), `seed ${seed}`).toBe(toHtml(tree))
  for (const line of written.trimEnd().split('\n')) expect(line).toMatch(/^<(p|h[1-6])>.*<\/\1>$|^<hr \/>$/)
})

test.each(['now', 'accepted'] as const)('pandoc reads archive HTML and pages as their words: %s', async (view) => {
  const plain = inView(marked, view)
  const expected = blanksJoined(charactersIn(plain, 'now'))
  desk.put(`archive-${view}.html`, archive.write(plain).bytes)
  desk.put(`page-${view}.html`, html.write(manuscriptOf(plain.edition.lines, { title: '' })).bytes)
  for (const kind of ['archive', 'page']) {
    const { stdout } = await desk.run('pandoc', ['-f', 'html', '-t', 'json', `${kind}-${view}.html`])
    expectSame(pandocCharacters(stdout), expected)
  }
})

test('xmllint finds nothing wrong in a page, marked or not, but elements that are younger than it', async () => {
  desk.put('marked.html', html.write(marked).bytes)
  desk.put('now.html', html.write(inView(marked, 'now')).bytes)
  const { stderr } = await desk.run('xmllint', ['--html', '--noout', 'marked.html', 'now.html'])
  const errors = stderr.split('\n').filter((line) => / error : /.test(line))
  expect(errors.filter((line) => !/Tag (article|header|section|aside|mark|time) invalid/.test(line))).toEqual([])
})

function expectSame(read: readonly string[], expected: readonly string[]): void {
  const at = expected.findIndex((character, index) => read[index] !== character)
  const around = at < 0 ? [] : [expected.slice(Math.max(0, at - 20), at + 5), read.slice(Math.max(0, at - 20), at + 5)]
  expect({ at, around, length: read.length }, `seed ${seed}`).toEqual({ at: -1, around: [], length: expected.length })
}
