/** Which reader a file has, and what is said of those that have none. */
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { isPlainText, readFile } from '../../../shared/codecs/readers.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (name: string, given: Uint8Array) => readFile(name, given, { mostLines: 1_000 })

describe('a file that cannot be read is refused in words that help', () => {
  test.each([
    ['cover.txt', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], /it is a picture/],
    ['photo.txt', [0xff, 0xd8, 0xff, 0xe0], /it is a picture/],
    ['all.zip', [0x50, 0x4b, 0x03, 0x04, 0x14], /it is a zip file; take in what is in it/],
    ['book', [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31], /it is a PDF; save it as \.docx or \.txt/],
    ['old.txt', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], /it is a Word file of before 2007/],
  ])('%s by its first bytes', (name, given, said) => {
    expect(() => read(name, Uint8Array.from(given))).toThrow(said)
  })

  test.each(['a.doc', 'a.ODT', 'a.rtf', 'a.pages', 'a.xml', 'a.tei'])('%s by its name', (name) => {
    expect(() => read(name, bytes('Words.'))).toThrow(/cannot be read\. Save it as \.docx or \.txt first/)
  })

  test.each(['a.docx', 'a.EPUB'])('%s of no bytes as one that is empty', (name) => {
    expect(() => read(name, new Uint8Array())).toThrow(/empty.*get or save it anew/)
  })

  test.each(['a.docx', 'a.epub'])('%s that is another zip with the way out', (name) => {
    expect(() => read(name, zipSync({ 'hello.txt': bytes('Hello.') }))).toThrow(/This is n.* as \.(?:docx or \.)?txt/)
  })

  test.each(['a.txt', 'a.md', 'a.html'])('not %s of no bytes: it is a story of no words', (name) => {
    expect(read(name, new Uint8Array())).toMatchObject({ losses: [], notes: [], suggestions: [] })
  })

  test('annotations by what they need', () => {
    expect(() => read('a.jsonld', bytes('{}'))).toThrow(/need a story that they are about/)
  })
})

test('any other name is plain text, with words that begin like other kinds of file too', () => {
  for (const name of ['chapter', 'a.text', 'notes.fountain', 'PK.txt']) {
    expect(isPlainText(name)).toBe(true)
    expect(read(name, bytes('PK is a name. %PDF is not.\n')).draft.lines).toHaveLength(1)
  }
})
