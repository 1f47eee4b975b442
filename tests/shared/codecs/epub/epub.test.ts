/** Books: the same story is the same bytes; what is read of a book is its words in their order; hostile books are refused. */
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { epub } from '../../../../shared/codecs/epub/epub.ts'
import { readEpub } from '../../../../shared/codecs/epub/read-epub.ts'
import { Zip } from '../../../../shared/codecs/zip/read-zip.ts'
import { lineOf, manuscriptOf, words } from '../../../kit/manuscripts.ts'
import { draftCharacters, draftText } from '../../../kit/read-drafts.ts'

const story = [
  lineOf('Part One', { block: 1 }),
  lineOf('First', { block: 2 }),
  lineOf([words('In '), words('it', { italic: true }), words('.')]),
  lineOf('verse', { gap: 1 }),
  lineOf('Later.', { gap: 4 }),
  lineOf('Second', { block: 2 }),
  lineOf('Within', { block: 4 }),
  lineOf('End.'),
]
const written = (lines = story, more = {}) => epub.write(manuscriptOf(lines, more)).bytes
const part = (bytes: Uint8Array, name: string) => new TextDecoder().decode(new Zip(bytes).bytesOf(name))

describe('written', () => {
  test('the same story on the same date is the same bytes, with its kind first and unpacked', () => {
    const bytes = written()
    expect(written()).toEqual(bytes)
    expect(new TextDecoder('latin1').decode(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip')
    expect(new Zip(bytes).names).toEqual([
      ...['mimetype', 'META-INF/container.xml', 'OEBPS/content.opf', 'OEBPS/nav.xhtml', 'OEBPS/style.css'],
      ...['OEBPS/chapter-1.xhtml', 'OEBPS/chapter-2.xhtml'],
    ])
  })

  test('an edited story is the same book, another one is not', () => {
    const idOf = (bytes: Uint8Array) => /urn:uuid:[0-9a-f-]{36}/.exec(part(bytes, 'OEBPS/content.opf'))![0]
    expect(idOf(written([lineOf('Else.')]))).toBe(idOf(written()))
    expect(idOf(written(story, { title: 'Another' }))).not.toBe(idOf(written()))
  })

  test('the contents nest as the headings do, and a chapter stays with the part that it opens', () => {
    expect(part(written(), 'OEBPS/nav.xhtml')).toContain(
      '<ol><li><a href="chapter-1.xhtml#heading-1">Part One</a><ol><li><a href="chapter-1.xhtml#heading-2">First</a></li>' +
        '<li><a href="chapter-2.xhtml#heading-3">Second</a><ol><li><a href="chapter-2.xhtml#heading-4">Within</a></li></ol></li></ol></li></ol>',
    )
  })
})

test('the contents come back to the levels that they left', () => {
  const headings = [2, 3, 6, 2, 1].map((block) => lineOf(`L${block}`, { block }))
  const levels = part(written(headings), 'OEBPS/nav.xhtml').replace(/<a [^>]*>|<\/a>/g, '')
  expect(levels).toContain('<ol><li>L2<ol><li>L3<ol><li>L6</li></ol></li></ol></li><li>L2</li><li>L1</li></ol></nav>')
})

describe('read', () => {
  test('our own book comes back as its lines, with its title', () => {
    const { draft, title, losses } = readEpub.read(written(), { mostLines: 100 })
    expect(title).toBe('A story')
    expect(draftText(draft)).toEqual([
      ...['# Part One', '## First', 'In it.', '|verse', 'Later.', '## Second', '#### Within', 'End.'],
    ])
    expect(draft.lines.find(({ spans }) => spans[0]?.text === 'Later.')?.gap).toBe(4)
    expect(draftCharacters(draft)).toContain('ii')
    expect(losses).toEqual([])
  })

  test('a book of another program is read by its spine, and what is no text is told', () => {
    const opf = `<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:d="http://purl.org/dc/elements/1.1/"><d:title> The
      Book </d:title></metadata><manifest><item id="b" href="text/b%20c.xhtml" media-type="application/xhtml+xml"/>
      <item id="a" href="../a.xhtml#x" media-type="application/xhtml+xml"/><item id="p" href="p.svg" media-type="image/svg+xml"/>
      <item id="n" href="n.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>
      <spine><itemref idref="b"/><itemref idref="p"/><itemref idref="n"/><itemref idref="a"/><itemref idref="none"/></spine></package>`
    const bytes = bookOf({
      'O/c.opf': opf,
      'O/text/b c.xhtml':
        '<?xml version="1.0"?><!DOCTYPE html><html><head><title/><script/></head><body><p>One</p><p/>Two<img src="p.svg"/></body></html>',
      'a.xhtml': '<html><body><p>Three</p></body></html>',
      'O/n.xhtml': '<p>no</p>',
      'O/p.svg': '<svg/>',
    })
    const { draft, title, losses } = readEpub.read(bytes, { mostLines: 10 })
    expect([title, draftText(draft)]).toEqual(['The Book', ['One', 'Two', 'Three']])
    expect(losses.map(({ kind, count }) => [kind, count])).toEqual([
      ['scripts', 1],
      ['images', 1],
      ['parts', 2],
    ])
  })

  const spine = (href: string) =>
    `<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="${href}" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`

  test.each([
    ['no zip', new Uint8Array([1, 2, 3]), /damaged/],
    ['a zip that is no book', zipSync({ a: strToU8('x') }), /no EPUB/],
    [
      'a document type',
      bookOf({ 'O/c.opf': `<!DOCTYPE p [<!ENTITY a "b">]>${spine('a.xhtml')}`, 'O/a.xhtml': '<p>x' }),
      /document type/,
    ],
    ['a spine that leads out', bookOf({ 'O/c.opf': spine('../../a.xhtml'), 'a.xhtml': '<p>x' }), /no text/],
    [
      'a spine that leads to the web',
      bookOf({ 'O/c.opf': spine('http://a.b/a.xhtml'), 'O/a.xhtml': '<p>x' }),
      /no text/,
    ],
    [
      'a shop’s lock',
      bookOf({
        'O/c.opf': spine('a.xhtml'),
        'O/a.xhtml': 'x',
        'META-INF/encryption.xml':
          '<e xmlns="http://www.w3.org/2001/04/xmlenc#"><CipherReference URI="O/a.xhtml"/></e>',
      }),
      /locked/,
    ],
    ['a bomb', bookOf({ 'O/c.opf': spine('a.xhtml'), 'O/a.xhtml': '<p>'.repeat(3_000_000) }), /Far more/],
  ])('%s is refused', (_, bytes, message) => {
    expect(() => readEpub.read(bytes, { mostLines: 10 })).toThrow(message)
  })

  test('an entity of a book’s own is words, and is never looked up', () => {
    const page =
      '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x; &amp; &#65;</p></body></html>'
    const { draft } = readEpub.read(bookOf({ 'O/c.opf': spine('a.xhtml'), 'O/a.xhtml': page }), { mostLines: 10 })
    expect(draftText(draft)).toEqual(['&x; & A'])
  })
})

function bookOf(parts: Record<string, string>): Uint8Array {
  const container =
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="O/c.opf"/></rootfiles></container>'
  const all = { 'META-INF/container.xml': container, ...parts }
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])))
}
