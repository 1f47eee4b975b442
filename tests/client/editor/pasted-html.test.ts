/** HTML as trees made by hand, since there is no DOM here; the browser's parser is tried with the whole editor. */
import { describe, expect, test } from 'vitest'
import { htmlOfLines } from '../../../client/editor/clipboard.ts'
import { linesOfHtml, type MarkupNode } from '../../../client/editor/pasted-html.ts'
import { withGaps } from '../../../client/editor/pasted-lines.ts'

type Child = MarkupNode | string
type Attributes = Record<string, string>

function h(name: string, attributes: Attributes, ...children: Child[]): MarkupNode {
  return {
    nodeType: 1,
    nodeName: name.toUpperCase(),
    nodeValue: null,
    childNodes: children.map((child) => (typeof child === 'string' ? textNode(child) : child)),
    getAttribute: (attribute) => attributes[attribute] ?? null,
  }
}

function textNode(value: string): MarkupNode {
  return { nodeType: 3, nodeName: '#text', nodeValue: value, childNodes: [] }
}

const comment: MarkupNode = { nodeType: 8, nodeName: '#comment', nodeValue: 'StartFragment', childNodes: [] }
const p = (...children: Child[]) => h('p', {}, ...children)
const br = () => h('br', {})

/** The lines in the form in which the editor takes them, without what is always there. */
function read(...children: Child[]): string[] {
  return htmlOfLines(withGaps(linesOfHtml(h('body', {}, ...children)), 2))
    .replace(/ data-pm-slice="[^"]*"/, '')
    .replaceAll(' data-gap="usual"', '')
    .split(/(?<=<\/(?:p|h\d)>)/)
}

describe('what is kept', () => {
  test('paragraphs, headings and the three marks, by tag or by style', () => {
    expect(
      read(
        h('h2', {}, 'Title'),
        p('a ', h('strong', {}, 'b'), ' ', h('span', { style: 'font-weight: 700; font-style:italic' }, 'c')),
        p(h('span', { style: 'text-decoration: underline line-through' }, 'gone'), h('del', {}, '!')),
      ),
    ).toEqual(['<h2>Title</h2>', '<p>a <strong>b</strong> <strong><em>c</em></strong></p>', '<p><s>gone!</s></p>'])
  })

  test('a style speaks against its tag, as around everything from a well-known word processor', () => {
    expect(
      read(h('b', { style: 'font-weight:normal' }, p('plain'), p(h('i', { style: 'font-style: normal' }, 'too')))),
    ).toEqual(['<p>plain</p>', '<p>too</p>'])
  })

  test('a heading’s own boldness is not a mark', () => {
    expect(read(h('h1', {}, h('b', {}, 'Title')))).toEqual(['<h1>Title</h1>'])
  })

  test('a break is a line of verse, two are a paragraph', () => {
    expect(read(p('roses', br(), 'violets', br(), br(), 'next', br()))).toEqual([
      '<p>roses</p>',
      '<p data-gap="1">violets</p>',
      '<p>next</p>',
    ])
  })

  test('an empty paragraph among full ones is a scene gap; between all of them it is nothing', () => {
    expect(read(p('a'), p('b'), p('\u00a0'), p('c'))).toEqual(['<p>a</p>', '<p>b</p>', '<p data-gap="3">c</p>'])
    expect(read(p('a'), p(), p('b'), p(br()), p('c'))).toEqual(['<p>a</p>', '<p>b</p>', '<p>c</p>'])
    expect(read(p('a'), p('b'), h('hr', {}), p('c'))).toEqual(['<p>a</p>', '<p>b</p>', '<p data-gap="3">c</p>'])
  })

  test('lines made of divisions are read like plain text', () => {
    const div = (...children: Child[]) => h('div', {}, ...children)
    expect(read(div('a'), div('b'))).toEqual(['<p>a</p>', '<p>b</p>'])
    expect(read(div('a'), div(br()), div('b'), div('c'))).toEqual(['<p>a</p>', '<p>b</p>', '<p data-gap="1">c</p>'])
  })
})

describe('what is dropped', () => {
  test('scripts, styles, pictures, hidden words and the bullets of lists; links keep their words', () => {
    expect(
      read(
        comment,
        h('style', {}, 'p{}'),
        h('script', {}, 'alert(1)'),
        p('see ', h('a', { href: 'javascript:alert(1)' }, 'this'), h('img', { src: 'x' })),
        p(h('span', { style: 'mso-list:Ignore' }, '·  '), 'item'),
        p(h('span', { style: 'display:none' }, 'secret'), 'shown'),
      ),
    ).toEqual(['<p>see this</p>', '<p>item</p>', '<p>shown</p>'])
  })

  test('lists and tables become lines', () => {
    const cell = (text: string) => h('td', {}, text)
    expect(
      read(
        h('ul', {}, h('li', {}, 'one'), h('li', {}, p('two'))),
        h('table', {}, h('tbody', {}, h('tr', {}, cell('a'), cell('b')))),
      ),
    ).toEqual(['<p>one</p>', '<p>two</p>', '<p>a\tb</p>'])
  })

  test('white space of the source is one space, and none at the edges', () => {
    expect(read(p('\n  a\n\tb ', h('i', {}, ' c '), '\n'))).toEqual(['<p>a b <em>c</em></p>'])
    expect(read(p('end.\u00a0 Two'), p('10\u00a0km'))).toEqual(['<p>end.  Two</p>', '<p>10\u00a0km</p>'])
    expect(read(p(h('span', { style: 'white-space:pre-wrap' }, 'a  b')))).toEqual(['<p>a  b</p>'])
  })

  test('a NUL is dropped, signs of markup stay signs', () => {
    expect(read(p('a\0<b>&'))).toEqual(['<p>a&lt;b&gt;&amp;</p>'])
  })
})

test('Galley’s own HTML comes back as it was: gaps, blanks, bold headings, empty lines', () => {
  const own = (name: string, gap: string, ...children: Child[]) => h(name, { 'data-gap': gap }, ...children)
  expect(
    read(
      own('h1', 'usual', h('strong', {}, 'T')),
      own('p', '3', '  a  b '),
      own('p', 'usual'),
      own('p', '1', '\u00a0'),
      own('p', 'usual', 'c'),
    ),
  ).toEqual([
    '<h1><strong>T</strong></h1>',
    '<p data-gap="3">  a  b </p>',
    '<p></p>',
    '<p data-gap="1">\u00a0</p>',
    '<p>c</p>',
  ])
})
