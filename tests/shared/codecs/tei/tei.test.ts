/** TEI: the parts of a text under their names, and who is responsible for what is proposed in it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tei } from '../../../../shared/codecs/tei/tei.ts'
import { XmlReader } from '../../../../shared/codecs/xml/read-xml.ts'
import { lineOf, manuscriptOf, words } from '../../../kit/manuscripts.ts'
import { charactersIn, markedManuscript } from '../../../kit/marked-manuscripts.ts'

const write = (...parts: Parameters<typeof manuscriptOf>) =>
  new TextDecoder().decode(tei.write(manuscriptOf(...parts)).bytes)

test('divisions, paragraphs, line and scene breaks, and rendition have their names', () => {
  const text = write([
    lineOf('Before & after'),
    lineOf('One', { block: 2 }),
    lineOf([words('a '), words('b', { bold: true, italic: true })]),
    lineOf('verse', { gap: 1 }),
    lineOf('Later.', { gap: 3 }),
  ])
  expect(text).toContain(
    '<body>\n<div>\n<p>Before &amp; after</p>\n</div>\n<div>\n<head>One</head>\n<p>a <hi rend="bold italic">b</hi><lb/>verse</p>\n' +
      '<milestone unit="scene" rend="blank"/>\n<p>Later.</p>\n</div>\n</body>',
  )
})

test('marked, random manuscripts are sound XML in which each pointer has its end, and hold their words in both views', () => {
  fc.assert(
    fc.property(markedManuscript, (manuscript) => {
      const { bytes } = tei.write(manuscript)
      const ids = new Set<string>()
      const pointers: string[] = []
      const open: string[] = []
      const said = { now: '', accepted: '' }
      const reader = new XmlReader(
        new Map([
          ['http://www.tei-c.org/ns/1.0', 't'],
          ['http://www.w3.org/XML/1998/namespace', 'xml'],
        ]),
        {
          opened(element) {
            open.push(element.name)
            const id = element.attribute('xml:id')
            if (id !== undefined) {
              expect(ids.has(id), `two elements have the id ${id}`).toBe(false)
              ids.add(id)
            }
            for (const name of ['resp', 'corresp', 'target', 'targetEnd']) pointers.push(element.attribute(name) ?? '')
          },
          closed: () => open.pop(),
          text(piece) {
            if (!open.includes('t:body') || (piece.trim() === '' && !open.includes('t:p') && !open.includes('t:head')))
              return
            if (!open.includes('t:add')) said.now += piece
            if (!open.includes('t:del')) said.accepted += piece
          },
        },
      )
      reader.push(bytes)
      reader.end()
      for (const pointer of pointers) if (pointer !== '') expect(ids).toContain(pointer.slice(1))
      for (const view of ['now', 'accepted'] as const) {
        const expected = charactersIn(manuscript, view).filter((character) => !/^<(p\d?|br)>$/.test(character))
        expect(said[view]).toBe(expected.map((character) => String.fromCodePoint(character.codePointAt(0)!)).join(''))
      }
    }),
    { numRuns: 100 },
  )
})
