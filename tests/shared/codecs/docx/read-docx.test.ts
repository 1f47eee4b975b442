/** What other programs write into a Word file, and what of it becomes a story with its review. */
import { describe, expect, test } from 'vitest'
import {
  ANN,
  BEN,
  comment,
  del,
  ins,
  linesIn,
  on,
  p,
  r,
  read,
  type WordParts,
  wordFile,
  wordParts,
  zipOf,
} from './word-file.ts'

const ANN_SAYS = { by: 'Ann', at: '2026-01-28T12:00:00Z' }
const BEN_SAYS = { by: 'Ben', at: '2026-01-29T12:00:00Z' }

function readParts(parts: WordParts | string) {
  return read(wordFile(typeof parts === 'string' ? { body: parts } : parts))
}

describe('words', () => {
  test('keep the three marks of a story, whether said on the run or by a named look', () => {
    const styles =
      '<w:style w:type="character" w:styleId="E"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>' +
      '<w:style w:type="character" w:styleId="F"><w:basedOn w:val="E"/><w:name w:val="x"/></w:style>'
    const bold = r('a', '<w:b/>') + r('b', '<w:b w:val="1"/>') + r('c', '<w:b w:val="0"/>')
    const named = r('d', '<w:rStyle w:val="F"/>') + r('e', '<w:rStyle w:val="E"/><w:i w:val="false"/>')
    const { draft } = readParts({ body: p(bold + named + r('f', '<w:dstrike/>')), styles })
    expect(draft.lines[0]?.spans).toEqual([
      { text: 'ab', bold: true },
      { text: 'c' },
      { text: 'd', italic: true },
      { text: 'e' },
      { text: 'f', strike: true },
    ])
  })

  test('have signs that are elements as characters, and what fields and links show', () => {
    const run = (inner: string) => `<w:r>${inner}</w:r>`
    const field =
      run('<w:fldChar w:fldCharType="begin"/>') +
      run('<w:instrText>DATE secret</w:instrText>') +
      run('<w:fldChar w:fldCharType="separate"/>') +
      r('May') +
      run('<w:fldChar w:fldCharType="end"/>')
    const link = `<w:hyperlink r:id="x">${r('here')}</w:hyperlink>`
    const signs = run(
      '<w:tab/><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="Wingdings" w:char="F04A"/><w:br w:type="page"/>',
    )
    const back = readParts(p(field + link + signs))
    expect(linesIn(back)).toEqual(['Mayhere\t\u2011\u00ad\f'])
    expect(back.losses.map(({ kind, count }) => [kind, count])).toEqual([
      ['fields', 1],
      ['links', 1],
      ['symbols', 1],
    ])
  })

  test('in the strict form of the standard are the same words', () => {
    const strict = new Map(
      [...wordParts({ body: p('Some') })].map(([name, xml]) => [
        name,
        xml
          .replaceAll(
            'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
            'http://purl.oclc.org/ooxml/wordprocessingml/main',
          )
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006/',
            'http://purl.oclc.org/ooxml/officeDocument/',
          ),
      ]),
    )
    expect(linesIn(read(zipOf(strict)))).toEqual(['Some'])
  })

  test('of tables are lines, those of pictures and boxes are left out and counted', () => {
    const box = `<w:pict><w:txbxContent>${p('boxed')}</w:txbxContent></w:pict>`
    const choice = `<mc:AlternateContent><mc:Choice Requires="x">${r('modern')}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`
    const row = `<w:tr><w:tc><w:tcPr><w:ins ${ANN}/></w:tcPr>${p('one')}</w:tc><w:tc>${p('two')}</w:tc></w:tr>`
    const back = readParts(`${p(`<w:r><w:drawing><a/></w:drawing>${choice}</w:r>${r('text')}`)}<w:tbl>${row}</w:tbl>`)
    expect(linesIn(back)).toEqual(['text', 'one', 'two'])
    expect(back.losses.map(({ kind, count }) => [kind, count])).toEqual([
      ['images', 1],
      ['text-boxes', 1],
      ['tables', 1],
    ])
  })

  test('that are hidden, listed or looked at otherwise are counted', () => {
    const back = readParts(
      p(
        r('a', '<w:vanish/>') + r('b', '<w:u w:val="single"/>') + r('c', '<w:u w:val="none"/>'),
        '<w:numPr><w:numId w:val="1"/></w:numPr>',
      ),
    )
    expect(linesIn(back)).toEqual(['bc'])
    expect(back.losses.map(({ kind, count }) => [kind, count])).toEqual([
      ['lists', 1],
      ['hidden', 1],
      ['formatting', 1],
    ])
  })

  test('of headers and footers are counted, numbers of pages are not', () => {
    expect(readParts({ body: p('a'), footer: p('My Novel') }).losses).toMatchObject([{ kind: 'pages', count: 1 }])
    expect(readParts({ body: p('a'), footer: p('- 7 -') }).losses).toEqual([])
  })

  test('of the title are the title', () => {
    expect(readParts({ body: p('a'), title: ' The\n Novel ' }).title).toBe('The Novel')
    expect(readParts({ body: p('a') }).title).toBeNull()
  })
})

describe('lines', () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="H"/><w:name w:val="Mine"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="C"/><w:basedOn w:val="C"/></w:style>'

  test('are headings by name, by level, or by what their look is based on', () => {
    const looks = [
      '<w:pStyle w:val="H"/>',
      '<w:pStyle w:val="B"/>',
      '<w:outlineLvl w:val="0"/>',
      '<w:pStyle w:val="C"/>',
    ]
    const { draft } = readParts({ body: looks.map((look) => p('x', look)).join(''), styles })
    expect(draft.lines.map(({ block }) => block)).toEqual([2, 2, 1, undefined])
  })

  test('have wider gaps where empty paragraphs stand, unless these stand everywhere', () => {
    const gaps = (body: string) => readParts(body).draft.lines.map(({ gap }) => gap)
    expect(gaps(p('') + p('a') + p('b') + p('') + p(' ') + p('c') + p('d') + p(''))).toEqual([
      undefined,
      undefined,
      4,
      undefined,
    ])
    expect(gaps(p('a') + p('') + p('b') + p('') + p('c') + p('d') + p('') + p('') + p('e'))).toEqual([
      undefined,
      undefined,
      undefined,
      1,
      3,
    ])
  })

  test('break where a line is broken within a paragraph, and stand close then', () => {
    const { draft } = readParts(p('<w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r>') + p('three'))
    expect(draft.lines).toEqual([
      { spans: [{ text: 'one' }] },
      { gap: 1, spans: [{ text: 'two' }] },
      { spans: [{ text: 'three' }] },
    ])
  })

  test('of an empty file are one empty line', () => {
    expect(readParts('').draft).toEqual({ lines: [{ spans: [] }] })
    expect(readParts(p('') + p('')).draft).toEqual({ lines: [{ spans: [] }] })
  })

  test('past the most that there may be are refused', () => {
    const body = Array.from({ length: 1001 }, () => p('x')).join('')
    expect(() => readParts(body)).toThrow('more than 1,000 lines')
  })
})

describe('tracked changes', () => {
  test('become suggestions: struck words stay in the text, inserted ones are proposed', () => {
    const back = readParts(p(r('In ') + del('teh') + ins('the', BEN) + r(' end.')))
    expect(linesIn(back)).toEqual(['In teh end.'])
    expect(back.suggestions).toEqual([
      { ...ANN_SAYS, place: { from: 4, to: 7 }, change: [{ delete: 3 }], reason: '', replies: [] },
      { ...BEN_SAYS, place: { from: 7, to: 7 }, change: [{ insert: 'the' }], reason: '', replies: [] },
    ])
  })

  test('of one author and time that touch are one replacement, also of words in several runs', () => {
    const { suggestions } = readParts(p(del('te') + del('h') + ins(r('t') + r('he', '<w:i/>')) + r(' end')))
    expect(suggestions.map(({ place, change }) => [place, change])).toEqual([
      [{ from: 1, to: 4 }, [{ delete: 3 }, { insert: 't' }, { insert: 'he', attributes: { italic: true } }]],
    ])
  })

  test('that move words are a deletion and an insertion', () => {
    const { suggestions, ...back } = readParts(
      p(del('gone ', ANN, 'moveFrom') + r('stays ') + ins('gone', ANN, 'moveTo')),
    )
    expect(linesIn(back)).toEqual(['gone stays '])
    expect(suggestions.map(({ place, change }) => [place, change])).toEqual([
      [{ from: 1, to: 6 }, [{ delete: 5 }]],
      [{ from: 12, to: 12 }, [{ insert: 'gone' }]],
    ])
  })

  test('within each other: what one inserted and another struck is in neither', () => {
    const nested = `<w:ins ${ANN}>${r('kept')}${del('struck', BEN)}</w:ins>`
    const { suggestions, losses, ...back } = readParts(p(r('a ') + nested))
    expect(linesIn(back)).toEqual(['a '])
    expect(suggestions.map(({ by, change }) => [by, change])).toEqual([['Ann', [{ insert: 'kept' }]]])
    expect(losses).toMatchObject([{ kind: 'nested', count: 1 }])
  })

  test('of marks are proposals of looks, of other looks they are counted', () => {
    const changed = (now: string, was: string) => `${now}<w:rPrChange ${ANN}><w:rPr>${was}</w:rPr></w:rPrChange>`
    const back = readParts(p(r('a', changed('<w:b/>', '<w:i/>')) + r('b', changed('<w:sz w:val="40"/>', ''))))
    expect(back.draft.lines[0]?.spans).toEqual([{ text: 'a', italic: true }, { text: 'b' }])
    expect(back.suggestions.map(({ change }) => change)).toEqual([
      [{ retain: 1, attributes: { bold: true, italic: null } }],
    ])
    expect(back.losses).toMatchObject([{ kind: 'looks', count: 1 }])
  })

  test('of paragraph marks split and join lines', () => {
    const body = p('one', `<w:rPr><w:del ${ANN}/></w:rPr>`) + p('two', `<w:rPr><w:ins ${BEN}/></w:rPr>`) + p('three')
    const back = readParts(body)
    expect(linesIn(back)).toEqual(['one', 'twothree'])
    expect(back.suggestions.map(({ by, place, change }) => [by, place, change])).toEqual([
      ['Ann', { from: 4, to: 5 }, [{ delete: 1 }]],
      ['Ben', { from: 8, to: 8 }, [{ insert: '\n' }]],
    ])
  })

  test('that strike a whole heading leave the look of the paragraph behind it, as word processors do', () => {
    const heading = p(del('Head'), `<w:outlineLvl w:val="0"/><w:rPr><w:del ${ANN}/></w:rPr>`)
    const back = readParts(heading + p('text'))
    expect(back.draft.lines.map(({ block }) => block)).toEqual([1, undefined])
    expect(back.suggestions.map(({ place, change }) => [place, change])).toEqual([
      [{ from: 0, to: 6 }, [{ retain: 1, attributes: { block: null } }, { delete: 5 }]],
    ])
  })

  test('that insert a heading leave the look of the paragraph behind it when they are refused', () => {
    const heading = p(ins('Head'), `<w:outlineLvl w:val="0"/><w:rPr><w:ins ${ANN}/></w:rPr>`)
    const back = readParts(heading + p('text'))
    expect(back.draft.lines).toEqual([{ spans: [{ text: 'text' }] }])
    expect(back.suggestions.map(({ place, change }) => [place, change])).toEqual([
      [{ from: 0, to: 1 }, [{ retain: 1, attributes: { block: 1 } }, { insert: 'Head\n' }]],
    ])
  })

  test('of a whole book are cut between its lines', () => {
    const line = 'x'.repeat(40_000)
    const body = Array.from({ length: 10 }, () => p(ins(line), `<w:rPr><w:ins ${ANN}/></w:rPr>`)).join('')
    const { suggestions } = readParts(body + p('end'))
    expect(suggestions.length).toBeGreaterThan(1)
    const lengths = suggestions.map(({ change }) =>
      change.reduce((sum, op) => sum + ('insert' in op ? op.insert.length : 0), 0),
    )
    expect(Math.max(...lengths)).toBeLessThanOrEqual(100_000)
    expect(lengths.reduce((sum, length) => sum + length)).toBe(400_010)
  })
})

describe('comments', () => {
  test('become notes on their words, with replies and what is resolved', () => {
    const comments =
      comment(0, 'Why?', { paragraph: '00000001' }) +
      comment(1, 'So.', { who: 'w:author="Ben" w:date="2026-01-29T12:00:00Z"', paragraph: '00000002' })
    const extended =
      '<w15:commentEx w15:paraId="00000001" w15:done="1"/><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="1"/>'
    const { notes } = readParts({ body: p(r('Say ') + on(0, r('this')) + r('.')), comments, extended })
    const replies = [{ ...BEN_SAYS, body: 'So.' }]
    expect(notes).toEqual([{ ...ANN_SAYS, body: 'Why?', place: { from: 5, to: 9 }, resolved: true, replies }])
  })

  test('without a range stand at their reference, without both on the whole story', () => {
    const reference = '<w:r><w:commentReference w:id="0"/></w:r>'
    const { notes } = readParts({ body: p(r('ab') + reference), comments: comment(0, 'x') + comment(1, 'y') })
    expect(notes.map(({ place }) => place)).toEqual([{ from: 3, to: 3 }, null])
  })

  test('go over several paragraphs, and may begin and end between them', () => {
    const body = `${p('one')}<w:commentRangeStart w:id="0"/>${p('two')}<w:commentRangeEnd w:id="0"/>${p('three')}`
    const { notes } = readParts({ body, comments: comment(0, 'x') })
    expect(notes[0]?.place).toEqual({ from: 5, to: 8 })
  })

  test('that span a change of the same person and time exactly are its reason', () => {
    const change = del('teh') + ins('the')
    const comments = comment(0, 'Typo.') + comment(1, 'Odd.')
    const { notes, suggestions } = readParts({ body: p(on(0, change) + r(' ') + on(1, r('end'))), comments })
    expect(suggestions.map(({ reason }) => reason)).toEqual(['Typo.'])
    expect(notes.map(({ body }) => body)).toEqual(['Odd.'])
  })

  test('in a circle of replies are each their own', () => {
    const comments = comment(0, 'a', { paragraph: '0000000A' }) + comment(1, 'b', { paragraph: '0000000B' })
    const extended =
      '<w15:commentEx w15:paraId="0000000A" w15:paraIdParent="0000000B"/><w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A"/>'
    expect(readParts({ body: p('x'), comments, extended }).notes.map(({ body }) => body)).toEqual(['a', 'b'])
  })

  test('have names as text alone, and no time that cannot be', () => {
    const dates = [
      '1900-01-01T00:00:00Z',
      '9999-01-01T00:00:00Z',
      'soon',
      '2026-01-28T14:00:00+02:00',
      '2026-01-28T12:00:00',
    ]
    const comments = dates
      .map((date, id) => comment(id, 'x', { who: `w:author=" Ann&#10;Lee " w:date="${date}"` }))
      .join('')
    const { notes } = readParts({ body: p('x'), comments })
    expect(notes.map(({ at }) => at)).toEqual([null, null, null, ANN_SAYS.at, ANN_SAYS.at])
    expect(notes[0]?.by).toBe('Ann Lee')
  })

  test('have the time in UTC where the file gives one beside that of somebody’s clock', () => {
    const cid = 'http://schemas.microsoft.com/office/word/2016/wordml/cid'
    const cex = 'http://schemas.microsoft.com/office/word/2018/wordml/cex'
    const relationships =
      '<Relationship Id="a" Type="x/2016/09/relationships/commentsIds" Target="ids.xml"/>' +
      '<Relationship Id="b" Type="x/2018/08/relationships/commentsExtensible" Target="ex.xml"/>'
    const du = 'xmlns:du="http://schemas.microsoft.com/office/word/2023/wordml/word16du"'
    const change = ins(
      'the',
      `${du} w:id="1" w:author="Ann" w:date="2026-01-28T14:00:00Z" du:dateUtc="2026-01-28T12:00:00Z"`,
    )
    const said = comment(0, 'Typo.', { who: 'w:author="Ann" w:date="2026-01-28T14:00:00Z"', paragraph: '0000000a' })
    const parts = wordParts({ body: p(on(0, change)), comments: said, relationships })
      .set(
        'word/ids.xml',
        `<i:commentsIds xmlns:i="${cid}"><i:commentId i:paraId="0000000A" i:durableId="00ab"/></i:commentsIds>`,
      )
      .set(
        'word/ex.xml',
        `<e:x xmlns:e="${cex}"><e:commentExtensible e:durableId="00AB" e:dateUtc="2026-01-28T12:00:00Z"/></e:x>`,
      )
    expect(read(zipOf(parts)).suggestions).toMatchObject([{ ...ANN_SAYS, reason: 'Typo.' }])
  })

  test('have footnotes beside them, as notes of nobody', () => {
    const footnotes = `<w:footnote w:type="separator" w:id="0">${p('--')}</w:footnote><w:footnote w:id="2">${p(' See there.')}</w:footnote>`
    const back = readParts({ body: p(`${r('ab')}<w:r><w:footnoteReference w:id="2"/></w:r>`), footnotes })
    expect(back.notes).toEqual([
      { by: '', at: null, body: 'Footnote: See there.', place: { from: 3, to: 3 }, resolved: false, replies: [] },
    ])
    expect(back.losses).toMatchObject([{ kind: 'footnotes', count: 1 }])
  })
})
