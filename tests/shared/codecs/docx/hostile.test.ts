/** Files that want to do harm, or are none: each is refused in plain words, and what is too much is never unpacked whole. */
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../../../shared/refusals.ts'
import { rawZip, swollen } from '../raw-zip.ts'
import { comment, linesIn, p, r, read, wordFile, wordParts, zipOf } from './word-file.ts'

/** The refusal as "code: sentence". */
function refusal(bytes: Uint8Array): string {
  try {
    read(bytes)
  } catch (error) {
    if (error instanceof Refusal) return `${error.code}: ${error.message}`
    throw error
  }
  return 'read'
}

function withDocument(xml: string): Uint8Array {
  return zipOf(wordParts({ body: '' }).set('word/document.xml', xml))
}

const BODY = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

describe('what is no Word file of today', () => {
  const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

  test('is told by what it is, with what to do', () => {
    expect(refusal(new Uint8Array())).toMatch('unsupported: This is not a Word file')
    expect(refusal(new TextEncoder().encode('{\\rtf1}'))).toMatch('unsupported: This is not a Word file')
    expect(refusal(zipOf(new Map([['mimetype', 'application/epub+zip']])))).toMatch(
      'unsupported: This is not a Word file',
    )
    expect(refusal(withDocument('<workbook xmlns="x"/>'))).toMatch('unsupported: This is a file of another kind')
    expect(refusal(new Uint8Array([...compound, 0, 0]))).toMatch('unsupported: This is a Word file of before 2007')
    const name = new Uint8Array(
      new Uint16Array(Array.from('EncryptedPackage', (letter) => letter.charCodeAt(0))).buffer,
    )
    expect(refusal(new Uint8Array([...compound, 7, ...name]))).toMatch(
      'unsupported: This Word file is locked with a password',
    )
  })

  test('is refused wherever it is cut off or flipped, and never half read', () => {
    const whole = wordFile({ body: p(r('Some words of a story.')), comments: comment(0, 'x') })
    for (let length = 0; length < whole.length; length += 7) {
      expect(refusal(whole.subarray(0, length)), `${length} bytes`).toMatch(/^unsupported: /)
    }
    for (let at = 0; at < whole.length; at += 5) {
      const flipped = whole.slice()
      flipped[at]! ^= 0x55
      // Some bytes mean nothing, such as those of a time.
      expect(refusal(flipped), `byte ${at}`).toMatch(/^(read$|unsupported: |too-large: )/)
    }
  })
})

describe('the zip', () => {
  test('may not name a part that leads out of it, or one twice', () => {
    for (const name of ['../x', '/etc/x', 'C:\\x', 'a/../../x', 'a\\b']) {
      expect(refusal(zipOf(new Map([[name, 'x'], ...wordParts({ body: p('a') })])))).toMatch(
        'names that no program gives',
      )
    }
    const twice = renamed(
      zipOf(new Map([...wordParts({ body: p('a') }), ['word/Document.xml', '']])),
      'Document',
      'document',
    )
    expect(refusal(twice)).toBe('unsupported: This file has two parts of the same name.')
  })

  test('may not say one thing in its directory and another at its parts', () => {
    const bytes = wordFile({ body: p('a') })
    const local = bytes.slice()
    local[indexOf(local, 'word/document.xml')]! ^= 1
    expect(refusal(local)).toMatch('unsupported: This file is damaged')
  })

  test('may not be locked with a password', () => {
    const bytes = wordFile({ body: p('a') })
    const directory = lastIndexOf(bytes, [0x50, 0x4b, 1, 2])
    bytes[directory + 8]! |= 1
    expect(refusal(bytes)).toMatch('unsupported: This file is locked with a password')
  })

  test('may not have more parts than any story needs', () => {
    const parts = new Map(Array.from({ length: 2001 }, (_, nth) => [`part${nth}.xml`, '']))
    expect(refusal(zipOf(parts))).toMatch('too-large: This file packs more than 2,000 parts')
  })

  test('of 400 KB that unpacks to 400 MB is refused long before, and what it holds is never there as a whole', () => {
    const packed = bomb(400)
    expect(packed.length).toBeLessThan(500_000)
    const before = process.memoryUsage.rss()
    expect(refusal(packed)).toMatch('too-large: Far more is packed into this file')
    expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 1024 * 1024)
  })
})

describe('the XML', () => {
  test('may not declare a document type, whatever for', () => {
    const entity = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    for (const type of [entity, laughs, '<!DOCTYPE x SYSTEM "http://example.org/x.dtd">', '<!DOCTYPE x>']) {
      const xml = `${type}<w:document ${BODY}><w:body>${p('&a;')}</w:body></w:document>`
      expect(refusal(withDocument(xml))).toMatch('unsupported: This file declares a document type')
    }
  })

  test('knows no entities but the five', () => {
    const body = (words: string) => withDocument(`<w:document ${BODY}><w:body>${p(r(words))}</w:body></w:document>`)
    expect(linesIn(read(body('&lt;&gt;&amp;&quot;&apos;&#x1F600;')))).toEqual(['<>&"\'😀'])
    expect(refusal(body('&nbsp;'))).toMatch('unsupported: This file is damaged')
    expect(refusal(body('&#0;'))).toMatch('unsupported: This file is damaged')
  })

  test('must be whole, in UTF-8 and of one root', () => {
    const start = `<w:document ${BODY}><w:body>`
    for (const xml of [
      '',
      start,
      `${start}</w:document>`,
      `${start}</w:body></w:document><x/>`,
      `<?xml version="1.0" encoding="utf-16"?>${start}</w:body></w:document>`,
    ]) {
      expect(refusal(withDocument(xml))).toMatch('unsupported: This file is damaged')
    }
    const parts = [...wordParts({ body: p('\u00e9') })].map(([name, xml]) => [name, latin1(xml)] as const)
    expect(refusal(zipSync(Object.fromEntries(parts)))).toMatch('unsupported: This file is damaged')
  })

  test('may not nest deeper than any text', () => {
    expect(refusal(withDocument(`<w:document ${BODY}>${'<w:body>'.repeat(100_000)}`))).toMatch(
      'too-large: This file nests',
    )
  })

  test('may not have more paragraphs, or comments, than any text', () => {
    expect(refusal(wordFile({ body: '<w:p/>'.repeat(2_001) }))).toMatch('too-large: This text has too many paragraphs')
    const comments = Array.from({ length: 100_000 }, (_, id) => `<w:comment w:id="${id}"/>`).join('')
    expect(refusal(wordFile({ body: p('a'), comments }))).toMatch('too-large: This file has more than 20,000 comments')
  })
})

describe('what lies outside of the file', () => {
  test('is never looked at', () => {
    const outside = ['http://127.0.0.1:9/x', 'styles2.xml', 'file:///etc/passwd', '../../../etc/passwd']
    const relationships = outside
      .map((target, nth) => `<Relationship Id="o${nth}" Type="x/comments" Target="${target}" TargetMode="External"/>`)
      .join('')
    const inside = ['file:///etc/passwd', '../../../etc/passwd'].map(
      (target, nth) => `<Relationship Id="i${nth}" Type="x/comments" Target="${target}"/>`,
    )
    // A part of that name in the file is not what was meant either.
    const parts = wordParts({ body: p('a'), relationships: relationships + inside.join('') })
    const comments = `<w:comments ${BODY}>${comment(0, 'x')}</w:comments>`
    for (const name of ['word/http:/127.0.0.1:9/x', 'word/styles2.xml']) parts.set(name, comments)
    const back = read(zipOf(parts))
    expect([linesIn(back), back.notes]).toEqual([['a'], []])
  })
})

/** A document of nothing but one letter. */
function bomb(mebibytes: number): Uint8Array {
  const document = swollen(`<w:document ${BODY}><w:body><w:p><w:r><w:t>`, 'a', mebibytes)
  const parts = [...wordParts({ body: '' }).set('word/document.xml', '')]
  return rawZip(
    parts.map(([name, xml]) =>
      name === 'word/document.xml' ? { ...document, name } : { name, packed: new TextEncoder().encode(xml) },
    ),
  )
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

/** The same length, wherever it stands. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const out = bytes.slice()
  for (let at = indexOf(out, from); at >= 0; at = indexOf(out, from)) out.set(latin1(to), at)
  return out
}

function indexOf(bytes: Uint8Array, words: string): number {
  return Buffer.from(bytes).indexOf(words, 0, 'latin1')
}

function lastIndexOf(bytes: Uint8Array, wanted: readonly number[]): number {
  return Buffer.from(bytes).lastIndexOf(Buffer.from(wanted))
}
