/** XML: words go in and come out, however they are cut into pieces, under names that do not depend on prefixes. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { XmlReader } from '../../../../shared/codecs/xml/read-xml.ts'
import { countImpossible, escapeXml, possible } from '../../../../shared/codecs/xml/write-xml.ts'

function heard(xml: string, { piece = 1 << 20, limits = { depth: 10, elements: 100 } } = {}): string[] {
  const said: string[] = []
  const reader = new XmlReader(
    new Map([['urn:one', 'one']]),
    {
      opened: (element) =>
        said.push(`<${element.name} ${element.attribute('one:a') ?? ''}|${element.attribute('a') ?? ''}>`),
      closed: (name) => said.push(`</${name}>`),
      text: (words) => said.push(words),
    },
    limits,
  )
  const bytes = new TextEncoder().encode(xml)
  for (let at = 0; at < bytes.length; at += piece) reader.push(bytes.subarray(at, at + piece))
  reader.end()
  return said
}

describe('reading', () => {
  test('knows elements and attributes by their namespace, whatever the prefix', () => {
    const xml = '<p:x xmlns:p="urn:one" p:a="1" a="2"><x xmlns="urn:two" a="3"/><x a="4"/></p:x>'
    expect(heard(xml)).toEqual(['<one:x 1|2>', '<?:x |3>', '</?:x>', '<x |4>', '</x>', '</one:x>'])
  })

  test('is the same however the bytes are cut, within characters as well', () => {
    const xml = '\ufeff<x>é😀 &amp; <![CDATA[<b>]]>\r\n𝒜</x>'
    for (const piece of [1, 2, 3, 4, 5, 7]) expect(heard(xml, { piece }).join('')).toBe('<x |>é😀 & <b>\n𝒜</x>')
  })

  test('stops at its limits', () => {
    expect(() => heard('<x>'.repeat(11))).toThrow('nests')
    expect(() => heard(`<x>${'<x/>'.repeat(100)}</x>`)).toThrow('more parts')
  })

  test('refuses half of a character at the end', () => {
    const reader = new XmlReader(new Map(), { opened() {}, closed() {}, text() {} })
    reader.push(new TextEncoder().encode('<x/>'))
    reader.push(Uint8Array.of(0xc3))
    expect(() => reader.end()).toThrow('damaged')
  })
})

describe('writing', () => {
  test('brings back every character that XML can hold, in content and in attributes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (words) => {
        const escaped = escapeXml(words)
        const said: string[] = []
        const reader = new XmlReader(new Map(), {
          opened: (element) => said.push(element.attribute('a') ?? ''),
          closed() {},
          text: (text) => said.push(text),
        })
        reader.push(new TextEncoder().encode(`<x a="${escaped}">${escaped}.</x>`))
        reader.end()
        expect(said).toEqual([possible(words), `${possible(words)}.`])
      }),
    )
  })

  test('leaves out and counts what XML cannot hold, and nothing else', () => {
    expect(possible('a\0\b\v\f\x1f\ud800\udc00\ud800b\udc00\ufffe\uffff\t\n\r\x7f\x85')).toBe(
      'a\ud800\udc00b\t\n\r\x7f\x85',
    )
    expect(countImpossible('a\0\b\v\f\x1f\ud800\udc00\ud800b\udc00\ufffe\uffff\t\n\r\x7f\x85')).toBe(9)
  })
})
