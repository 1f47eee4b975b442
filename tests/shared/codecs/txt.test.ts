/** The byte promise: a file comes back as it was, and an edit changes the bytes of its own line and no others. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countEols, encodingsFor, fileText, readTxt, txt } from '../../../shared/codecs/txt.ts'
import { Refusal } from '../../../shared/refusals.ts'
import { draftOf } from '../../../shared/story/delta.ts'
import type { Draft } from '../../../shared/story/draft.ts'
import { type Encoding, type FileForm, NEW_FORM } from '../../../shared/story/file-form.ts'
import { lineText } from '../../../shared/story/lines.ts'
import { createStoryDoc, draftOfDoc, textOf } from '../../../shared/story/story-doc.ts'
import { BYTES_1252, bytesOf, textFile } from './text-files.ts'

const SEEDS = ['000_2f6a5e787794db23', '001_7bfad517695e0641', '002_fd4c9f8caa6ae07a']
const utf8 = (text: string) => bytesOf(text, 'utf-8', false)

const write = (draft: Draft, form: FileForm) => txt.write({ draft, form, name: 'a.txt', source: null }).bytes

function expectSame(actual: Uint8Array, expected: Uint8Array): void {
  expect(Buffer.from(actual).equals(Buffer.from(expected)), `${show(actual)}\n${show(expected)}`).toBe(true)
}

function show(bytes: Uint8Array): string {
  return JSON.stringify(Buffer.from(bytes.subarray(0, 400)).toString('latin1'))
}

function refusal(act: () => unknown): Refusal {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}

function expectRoundTrip(bytes: Uint8Array, encoding?: Encoding): void {
  const { draft, form } = readTxt(bytes, { encoding })
  expectSame(write(draft, form), bytes)
  expectSame(write(draftOfDoc(createStoryDoc(draft, 1)), form), bytes)
}

describe('[P1] a file written back without a change is the file', () => {
  test('for random files of every encoding, line end and odd character', () => {
    fc.assert(
      fc.property(textFile, ({ bytes, encoding }) => expectRoundTrip(bytes, encoding)),
      { numRuns: 1000 },
    )
  })

  test('also where the encoding is found from the bytes; only NULs leave it open', () => {
    fc.assert(
      fc.property(textFile, ({ bytes, bom }) => {
        try {
          readTxt(bytes)
        } catch (error) {
          expect(error).toMatchObject({ code: 'not-lossless' })
          expect(bytes.includes(0) && !bom).toBe(true)
          return
        }
        expect(readTxt(bytes).form.encoding).toBe(encodingsFor(bytes)[0])
        expectRoundTrip(bytes)
      }),
      { numRuns: 500 },
    )
  })

  test('for random bytes that are read at all, in each encoding that is offered', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        for (const encoding of encodingsFor(bytes)) expectRoundTrip(bytes, encoding)
      }),
      { numRuns: 500 },
    )
  })

  test.each(SEEDS)('for seed %s', (name) => {
    expectRoundTrip(readFileSync(`seeds/${name}.txt`))
  })

  test('for an empty file, which is one empty line', () => {
    const { draft, form } = readTxt(new Uint8Array())
    expect(draft).toEqual({ lines: [{ spans: [] }] })
    expect(form).toEqual({ encoding: 'utf-8', bom: false, eol: '\n', gap: 2, ending: '' })
    expectRoundTrip(new Uint8Array())
  })

  test('for a byte order mark and nothing else', () => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) expectRoundTrip(bytesOf('', encoding, true))
  })

  test('for one line of 1 MB, and for 100,000 line ends', () => {
    expectRoundTrip(utf8('word and 😀 '.repeat(80_000)))
    expectRoundTrip(utf8('\r\n'.repeat(100_000)))
    expectRoundTrip(utf8(`a${'\r\n\r\n\n'.repeat(2500)}b\n\n\nc`))
    expectRoundTrip(utf8(`${'\r'.repeat(3000)}b`))
  })

  test('for every byte of Windows-1252', () => {
    const all = Uint8Array.from({ length: 255 }, (_, byte) => byte + 1)
    const { draft, form, guessed } = readTxt(all)
    expect([form.encoding, guessed]).toEqual(['windows-1252', true])
    expect(fileText(draft, form)).toBe(BYTES_1252.slice(1))
    expectRoundTrip(all)
  })
})

describe('what a file is read as', () => {
  test('line ends belong to the gap before the next line, and the last ones to the ending', () => {
    const { draft, form } = readTxt(utf8('\nTitle\n\nOne\n\n\nTwo\nverse\n\nThree \n \n\n'))
    expect(draft.lines).toEqual([
      { gap: 1, spans: [{ text: 'Title' }] },
      { spans: [{ text: 'One' }] },
      { gap: 3, spans: [{ text: 'Two' }] },
      { gap: 1, spans: [{ text: 'verse' }] },
      { spans: [{ text: 'Three ' }] },
      { gap: 1, spans: [{ text: ' ' }] },
    ])
    expect(form).toEqual({ encoding: 'utf-8', bom: false, eol: '\n', gap: 2, ending: '\n\n' })
  })

  test('unusual line ends are letters on their line: one for all, or one for each', () => {
    const { draft, form } = readTxt(utf8('a\r\nb\nd\r\n\re\r\nf\r\n'))
    expect(form).toMatchObject({ eol: '\r\n', gap: 1, ending: '\r\n' })
    expect(draft.lines.map(({ gap, eol }) => [gap, eol])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      [undefined, 'n'],
      [2, 'wr'],
      [undefined, undefined],
    ])
    expect(countEols({ draft, form })).toEqual({ '\n': 1, '\r\n': 4, '\r': 1 })
  })

  test('the usual gap is the most frequent one, the bigger of two', () => {
    expect(readTxt(utf8('a\nb\n\nc')).form.gap).toBe(2)
    expect(readTxt(utf8('a\nb\nc\n\nd')).form.gap).toBe(1)
    expect(readTxt(utf8('\n\n\na\n\n\n')).form.gap).toBe(2)
  })

  test('only "\\n", "\\r" and "\\r\\n" end a line', () => {
    const words = 'a\u0085b\u2028c\u2029d\fe\vf\u00a0\u202f\u00ad\ufeffg'
    expect(readTxt(utf8(words)).draft.lines).toEqual([{ spans: [{ text: words }] }])
  })

  test('lines with words are as many as the caller allows, and no more', () => {
    const text = utf8('\n\na\n\nb\r\nc\n\n')
    expect(readTxt(text, { mostLines: 3 })).toEqual(readTxt(text))
    expect(refusal(() => readTxt(text, { mostLines: 2 }))).toMatchObject({ code: 'too-large' })
    expect(refusal(() => readTxt(utf8('a\nb\nc'), { mostLines: 2 })).message).toMatch('more than 2 lines')
  })

  test('a file of nothing but line ends is one empty line', () => {
    const { draft, form } = readTxt(utf8('\r\n\n'))
    expect(draft.lines).toEqual([{ spans: [] }])
    expect(form).toMatchObject({ ending: '\r\n\n', gap: 2 })
  })

  test.each([
    ['a byte order mark', bytesOf('Zoë', 'utf-16be', true), 'utf-16be', false],
    ['strict UTF-8', utf8('Zoë'), 'utf-8', false],
    ['NULs at odd offsets', bytesOf('Zoë said no.', 'utf-16le', false), 'utf-16le', true],
    ['NULs at even offsets', bytesOf('Zoë said no.', 'utf-16be', false), 'utf-16be', true],
    [
      'line ends alone in a text without Latin letters',
      bytesOf('彼は走った。\n彼女は見た。\n', 'utf-16le', false),
      'utf-16le',
      true,
    ],
    ['nothing better', bytesOf('Zoë', 'windows-1252', false), 'windows-1252', true],
  ])('the encoding is told by %s', (_, bytes, encoding, guessed) => {
    const read = readTxt(bytes)
    expect([read.form.encoding, read.guessed]).toEqual([encoding, guessed])
    expect(encodingsFor(bytes)[0]).toBe(encoding)
  })

  test('an encoding that is given is used, and is no guess', () => {
    const { draft, form, guessed } = readTxt(utf8('ë'), { encoding: 'windows-1252' })
    expect([lineText(draft.lines[0]!), form.encoding, guessed]).toEqual(['Ã«', 'windows-1252', false])
  })
})

describe('what cannot be read without loss is refused, with the place and the way out', () => {
  test.each([
    ['a stray continuation byte', [0x61, 0x80], 'utf-8', 1],
    ['a cut character', [0x61, 0xe2, 0x82], 'utf-8', 1],
    ['a broken character', [0x61, 0xe2, 0x82, 0x61], 'utf-8', 3],
    ['an overlong form', [0xc0, 0xaf], 'utf-8', 0],
    ['a three-byte overlong form', [0x61, 0xe0, 0x80, 0xaf], 'utf-8', 1],
    ['a surrogate in UTF-8', [0x61, 0x61, 0xed, 0xa0, 0x80], 'utf-8', 2],
    ['a code point past the last', [0xf4, 0x90, 0x80, 0x80], 'utf-8', 0],
    ['an odd length', [0x61, 0x00, 0x62], 'utf-16le', 2],
    ['a lone high surrogate', [0x61, 0x00, 0x00, 0xd8, 0x62, 0x00], 'utf-16le', 2],
    ['a lone low surrogate after a mark', [0xfe, 0xff, 0xdc, 0x00], 'utf-16be', 2],
  ] as const)('%s', (_, bytes, encoding, offset) => {
    const { code, message } = refusal(() => readTxt(Uint8Array.from(bytes), { encoding }))
    expect(code).toBe('not-lossless')
    expect(message).toContain(`at byte offset ${offset},`)
    expect(message).toContain('Choose another encoding')
    expect(encodingsFor(Uint8Array.from(bytes))).not.toContain(encoding)
  })

  test('a broken file with a byte order mark is not guessed around', () => {
    expect(refusal(() => readTxt(Uint8Array.of(0xff, 0xfe, 0x61))).code).toBe('not-lossless')
  })

  test('a file with a NUL is no text', () => {
    for (const bytes of [[0x61, 0x00, 0x00, 0x62], [0x89, 0x50, 0x00, 0x01, 0x02], [0]]) {
      const { code, message } = refusal(() => readTxt(Uint8Array.from(bytes)))
      expect(code).toBe('not-lossless')
      expect(message).toContain('NUL')
    }
    expect(encodingsFor(Uint8Array.of(0))).toEqual([])
  })

  test('nothing else is refused: Windows-1252 reads every file without a NUL', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 30 }), (bytes) => {
        fc.pre(!bytes.includes(0))
        expect(encodingsFor(bytes)).toContain('windows-1252')
      }),
    )
  })
})

describe('after an edit only that line differs', () => {
  /** Lines as the file's own characters give them: where words stand between line ends. */
  const wordsIn = (text: string) => [...text.matchAll(/[^\r\n]+/g)]
  /** Offset of a line's first character in the Y.Text: each line is opened by one "\n". */
  const offsetOf = (draft: Draft, line: number) =>
    draft.lines.slice(0, line).reduce((sum, before) => sum + 1 + lineText(before).length, 1)

  test('through a Y.Doc: typing, deleting, Enter and joining, in random files', () => {
    const place = fc.record({ line: fc.nat(), at: fc.nat(), act: fc.constantFrom('type', 'delete', 'split', 'join') })
    fc.assert(
      fc.property(textFile, place, (file, { line: nth, at: anywhere, act }) => {
        const { draft, form } = readTxt(file.bytes, { encoding: file.encoding })
        const runs = wordsIn(file.text)
        fc.pre(runs.length > 0)
        const line = nth % runs.length
        const run = runs[line]!
        const points = [...run[0]]
        const before = points.slice(0, anywhere % (points.length + 1)).join('')
        const at = run.index + before.length
        const doc = createStoryDoc(draft, 1)
        const offset = offsetOf(draft, line) + before.length
        const next = points[anywhere % (points.length + 1)]
        let expected: string
        if (act === 'type') {
          textOf(doc).insert(offset, 'Zz', {})
          expected = `${file.text.slice(0, at)}Zz${file.text.slice(at)}`
        } else if (act === 'delete') {
          fc.pre(next !== undefined && points.length > 1)
          textOf(doc).delete(offset, next!.length)
          expected = file.text.slice(0, at) + file.text.slice(at + next!.length)
        } else if (act === 'split') {
          fc.pre(before !== '' && next !== undefined)
          textOf(doc).insert(offset, '\n', {})
          expected = file.text.slice(0, at) + form.eol.repeat(form.gap) + file.text.slice(at)
        } else {
          fc.pre(line > 0)
          const last = runs[line - 1]!
          textOf(doc).delete(offsetOf(draft, line) - 1, 1)
          expected = file.text.slice(0, last.index + last[0].length) + file.text.slice(run.index)
        }
        expectSame(write(draftOfDoc(doc), form), bytesOf(expected, file.encoding, file.bom))
      }),
      { numRuns: 800 },
    )
  })

  test('a gap that was changed takes the usual line ends when its letters no longer fit', () => {
    const { draft, form } = readTxt(utf8('a\n\nb\r\r\nc\n\nd'))
    expect(draft.lines[2]).toEqual({ eol: 'rw', spans: [{ text: 'c' }] })
    draft.lines[2]!.gap = 3
    expectSame(write(draft, form), utf8('a\n\nb\n\n\nc\n\nd'))
  })

  test('a lone "\\r" that an edit brought before a "\\n" stays a line end of its own', () => {
    const emptied = readTxt(utf8('a\nb\nc\rd\ne'))
    emptied.draft.lines[3]!.spans = []
    expectSame(write(emptied.draft, emptied.form), utf8('a\nb\nc\n\ne'))

    const windows = readTxt(utf8('a\r\nb\r\nc\rd\ne'))
    windows.draft.lines[3]!.spans = []
    expectSame(write(windows.draft, windows.form), utf8('a\r\nb\r\nc\r\r\ne'))

    const mac = readTxt(utf8('a\rb\rc\rd\n'))
    mac.draft.lines[3]!.spans = []
    expectSame(write(mac.draft, mac.form), utf8('a\rb\rc\r\r'))

    for (const [text, kept] of [
      ['\ra\n\n\r', '\r\r\r\r'],
      ['\n\n\n\r\ra\n', '\n\n\n\n\n\n'],
    ] as const) {
      const file = readTxt(utf8(text))
      file.draft.lines[0]!.spans = []
      expectSame(write(file.draft, file.form), utf8(kept))
    }
  })

  test('whatever lines are emptied, the number of line ends stays', () => {
    fc.assert(
      fc.property(textFile, fc.array(fc.nat(), { maxLength: 3 }), (file, emptied) => {
        const { draft, form } = readTxt(file.bytes, { encoding: file.encoding })
        for (const nth of emptied) draft.lines[nth % draft.lines.length]!.spans = []
        const count = (text: string) => text.match(/\r\n|\r|\n/g)?.length ?? 0
        expect(count(fileText(draft, form))).toBe(count(file.text))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('writing', () => {
  const plain = (text: string): Draft => draftOf([{ insert: `\n${text}` }])

  test('marks and headings are listed as lost', () => {
    const draft: Draft = {
      lines: [
        { block: 1, spans: [{ text: 'Title' }] },
        { spans: [{ text: 'a' }, { text: 'b', bold: true }, { text: 'c', italic: true }] },
      ],
    }
    const { bytes, losses, mediaType } = txt.write({ draft, form: NEW_FORM, name: 'a.txt', source: null })
    expectSame(bytes, utf8('Title\n\nabc\n'))
    expect(mediaType).toBe('text/plain; charset=utf-8')
    expect(losses.map(({ kind, count }) => [kind, count])).toEqual([
      ['marks', 2],
      ['headings', 1],
    ])
    expect(txt.write({ draft: plain('x'), form: NEW_FORM, name: 'a.txt', source: null }).losses).toEqual([])
  })

  test('words that the encoding cannot hold are refused by name and line, and fit as UTF-8', () => {
    const form: FileForm = { ...NEW_FORM, encoding: 'windows-1252' }
    const manuscript = { draft: plain('Zoë\nRōnin'), form, name: 'a.txt', source: null }
    const { code, message } = refusal(() => txt.write(manuscript))
    expect(code).toBe('cannot-encode')
    expect(message).toBe(
      'Line 3 of the file holds “ō” (U+014D), which a Windows-1252 file cannot hold. Replace it, or export as UTF-8.',
    )
    const { bytes, mediaType } = txt.write(manuscript, { encoding: 'utf-8' })
    expectSame(bytes, utf8('Zoë\n\nRōnin\n'))
    expect(mediaType).toBe('text/plain; charset=utf-8')
  })

  test('half a surrogate pair and a NUL are refused in every encoding', () => {
    for (const [text, name] of [
      ['a\ud83d', 'U+D83D'],
      ['a\0', 'U+0000'],
    ] as const) {
      for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const) {
        const form: FileForm = { ...NEW_FORM, encoding }
        const { code, message } = refusal(() => txt.write({ draft: plain(text), form, name: 'a.txt', source: null }))
        expect(code).toBe('cannot-encode')
        expect(message).toContain(`Line 1 of the file holds ${name}`)
      }
    }
  })
})
