/** HTML as a story: text blocks, marks, breaks, proposals; what is no text is left out and told; hostile files are no danger. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Codec } from '../../../../shared/codecs/codec.ts'
import { editionOf } from '../../../../shared/codecs/edition-of.ts'
import { epub } from '../../../../shared/codecs/epub/epub.ts'
import { readEpub } from '../../../../shared/codecs/epub/read-epub.ts'
import { archive } from '../../../../shared/codecs/html/archive.ts'
import { html } from '../../../../shared/codecs/html/html.ts'
import { readHtml } from '../../../../shared/codecs/html/read-html.ts'
import { draftOf } from '../../../../shared/story/delta.ts'
import { NEW_FORM } from '../../../../shared/story/file-form.ts'
import { manuscriptOf } from '../../../kit/manuscripts.ts'
import { charactersIn, inView, markedManuscript } from '../../../kit/marked-manuscripts.ts'
import { blanksJoined } from '../../../kit/pandoc-characters.ts'
import { acceptedDraft, draftCharacters, draftText } from '../../../kit/read-drafts.ts'
import { draftOfLines, ReviewedStory } from '../edition-parts.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readHtml.read(bytes(text), { mostLines: 1000 })
const kinds = (text: string) => read(text).losses.map(({ kind, count }) => `${kind} ${count}`)

test('blocks are lines, `br` begins a line of verse, rules and hard blanks part scenes', () => {
  const { draft } = read(
    '<h1>One <b>x</b></h1>\n<div><p>First\n  line.</p>loose</div><p>a<br>b<br><br>c</p><hr><p>&nbsp;</p><p>d</p><br><br><br>e',
  )
  expect(draftText(draft)).toEqual(['# One x', 'First line.', 'loose', 'a', '|b', 'c', '* * *', '~d', '~e'])
})

test('marks come from elements and from the styles that word processors write', () => {
  const { draft } = read(
    '<p><b>a</b><i>b<strong>c</strong></i><s>d</s><span style="font-style: italic; font-weight:700">e</span>f',
  )
  expect(draftCharacters(draft)).toEqual(['<p>', 'ab', 'bi', 'cbi', 'ds', 'ebi', 'f'])
})

test('scripts, styles, pictures, forms and asides are left out and told', () => {
  const page = `<head><title>A &amp; B</title><style>p{}</style><script>if (a < b) "</p>"</script></head>
    <nav>Home</nav><p>Text <img src=x onerror=alert(1)>and <a href="http://a.b">link</a><svg><text>no</text></svg>.</p><aside>no</aside>
    <textarea>no</textarea><iframe src="http://a.b">no</iframe><table><tr><td>cell</td><td>two</td></tr></table><!-- no -->`
  expect(draftText(read(page).draft)).toEqual(['Text and link.', 'cell', 'two'])
  expect(read(page).title).toBe('A & B')
  expect(kinds(page)).toEqual(['scripts 3', 'images 2', 'forms 1', 'asides 2', 'links 1', 'tables 1'])
})

test('`ins` and `del` are suggestions, neighbours one, and blanks stay on their side', () => {
  const { draft, suggestions } = read(
    '<p>In <del datetime="2026-03-04T05:06Z">teh </del><ins>the </ins>end <ins>x</ins>.</p>',
  )
  expect(draftText(draft)).toEqual(['In teh end .'])
  expect(suggestions).toEqual([
    {
      place: { from: 4, to: 8 },
      change: [{ delete: 4 }, { insert: 'the ' }],
      by: '',
      at: '2026-03-04T05:06:00.000Z',
      reason: '',
      replies: [],
    },
    { place: { from: 12, to: 12 }, change: [{ insert: 'x' }], by: '', at: null, reason: '', replies: [] },
  ])
})

test('random manuscripts come back from archive HTML and from marked pages', () => {
  fc.assert(
    fc.property(markedManuscript, (marked) => {
      const now = inView(marked, 'now')
      const plain = blanksJoined(charactersIn(now, 'now'))
      const mostLines = 1000
      expect(blanksJoined(draftCharacters(readHtml.read(archive.write(now).bytes, { mostLines }).draft))).toEqual(plain)
      // Proposed line ends are signs for people in a page; the words are what comes back.
      const lines = marked.edition.lines.map((line) => ({ ...line, opening: null }))
      const manuscript = manuscriptOf(lines, marked.edition)
      const page = readHtml.read(html.write(manuscriptOf(lines, { ...marked.edition, lines })).bytes, { mostLines })
      const said = (characters: string[]) => characters.filter((character) => !/^(\s|<(p\d?|br)>)$/.test(character))
      expect(said(draftCharacters(page.draft))).toEqual(said(charactersIn(manuscript, 'now')))
      expect(said(draftCharacters(acceptedDraft(page)))).toEqual(said(charactersIn(manuscript, 'accepted')))
    }),
    { numRuns: 200 },
  )
})

describe('a page of our own', () => {
  const story = () => {
    const made = new ReviewedStory(draftOfLines('The  old\tcat sat.', 'It was\u00a0late.', 'Nobody came.'))
    const reply = { id: 'r', by: 'ben-account', at: '2026-02-01T10:00:00.000Z', body: 'Yes.\n\n  And no.' }
    const replies = [{ ...reply, editedAt: null, deleted: false, reactions: {} }]
    made.note(made.placeOf('old\tcat'), { kind: 'question', mustFix: true, replies, label: 'tag-pace', body: 'Which?' })
    made.note({ from: 8, to: 30 }, { kind: 'praise', body: 'Good <b>', by: '~Zoë "Z"' })
    made.note(null, { body: 'All of it.', resolved: { by: 'ben-account', at: reply.at } })
    made.note(made.placeOf('Nobody'), { body: 'Who?' })
    made.replace('sat', 'lay', { reason: 'Tense.', replies })
    made.text.delete(made.placeOf('Nobody ').from, 7)
    return made
  }
  const labels = { 'tag-pace': { id: 'tag-pace', name: 'pace', description: '', swatch: 1 } }
  const written = (codec: Codec, made = story()) => {
    const review = { ...made.review, labels: new Map(Object.entries(labels)) }
    const { edition } = editionOf({ ...made.parts({ view: 'marked' }), review })
    const more = { draft: draftOf(made.runs), form: NEW_FORM, name: 'a.txt', source: null, record: [] }
    return codec.write({ edition, ...more }).bytes
  }

  test.each([
    [html, readHtml],
    [epub, readEpub],
  ])(
    'brings back its notes with their kinds, answers and ends, and its suggestions with author and reason',
    (codec, reader) => {
      const back = reader.read(written(codec), { mostLines: 100 })
      expect(draftText(back.draft)).toEqual(['The  old\tcat sat.', 'It was\u00a0late.', 'came.'])
      const replies = [{ by: 'Ben', at: '2026-02-01T10:00:00.000Z', body: 'Yes.\n\n  And no.' }]
      expect(back.notes).toMatchObject([
        { by: 'Ann Lee', body: 'pace: Which?', kind: 'question', mustFix: true, place: { from: 6, to: 13 }, replies },
        { by: 'Zoë "Z"', body: 'Good <b>', kind: 'praise', place: { from: 8, to: 30 }, resolved: false },
        { body: 'All of it.', place: null, resolved: true },
        { body: 'Who?', place: null, lost: { words: 'Nobody' } },
      ])
      expect(back.suggestions).toEqual([
        {
          by: 'Ann Lee',
          at: '2026-01-01T00:05:00.000Z',
          reason: 'Tense.',
          replies,
          place: { from: 14, to: 17 },
          change: [{ delete: 3 }, { insert: 'lay' }],
        },
      ])
      expect(back.losses).toEqual([])
    },
  )

  test('laid out anew by somebody’s editor says the same', () => {
    const page = new TextDecoder()
      .decode(written(html))
      .replaceAll('<p>', '\n  <p>\n    ')
      .replaceAll('</p>', '\n  </p>')
    const back = read(page)
    expect(draftText(back.draft)).toEqual(['The  old\tcat sat.', 'It was\u00a0late.', 'came.'])
    expect(back.notes.map(({ body, by }) => [by, body])).toEqual([
      ['Ann Lee', 'pace: Which?'],
      ['Zoë "Z"', 'Good <b>'],
      ['Ann Lee', 'All of it.'],
      ['Ann Lee', 'Who?'],
    ])
  })

  test('is told by what it says of itself: asides and keys of others stay what they were', () => {
    const page = new TextDecoder().decode(written(html)).replace(/<meta name="generator"[^>]*>/, '')
    const { notes, suggestions, losses } = read(page)
    expect([notes, suggestions.map(({ by, reason }) => [by, reason])]).toEqual([[], [['', '']]])
    expect(losses.map(({ kind }) => kind)).toEqual(['scripts', 'asides'])
  })

  test('with hostile keys and marks is read in time, and puts nothing outside of the text', () => {
    const own = '<meta name="generator" content="Galley">'
    const keys = ['constructor', '__proto__', 'n1'].join(' ')
    const aside = (key: string) =>
      `<aside data-note="${key}"><p><b>A</b><time datetime="x"></time><span class="words">x</span></p></aside>`
    const { notes, draft } = read(
      `${own}<p>a <mark data-note="${keys}">b</mark><ins data-suggestion="__proto__">c</ins></p>${['constructor', '__proto__', 'n1', 'n1'].map(aside).join('')}`,
    )
    // One key is a suggestion's already.
    expect(notes.map(({ place }) => place)).toEqual([
      { from: 3, to: 4 },
      { from: 3, to: 4 },
    ])
    expect(draftText(draft)).toEqual(['a b'])
    expect(read(`${own}${'<mark data-note="a b c">'.repeat(20_000)}x`).notes).toEqual([])
    const many = Array.from({ length: 200_000 }, (_, nth) => nth).join(' ')
    expect(
      read(`${own}<p><mark data-note="${many}">${'<mark data-note="a">x </mark>'.repeat(50_000)}</mark>`).notes,
    ).toEqual([])
    expect(read(`${own}${'<aside data-note="a">'.repeat(20_000)}x`).notes).toEqual([])
    expect(read(`${own}<p><a data-note="n"></a></p>${aside('n')}`).notes[0]?.place).toEqual({ from: 1, to: 1 })
  })
})

test('old pages tell their encoding, and one that cannot be read is refused', () => {
  const old = Uint8Array.from('<meta charset="iso-8859-1"><p>caf\u00e9 \u0093x\u0094</p>', (character) =>
    character.charCodeAt(0),
  )
  const { draft, form } = readHtml.read(old, { mostLines: 10 })
  expect(draftText(draft)).toEqual(['café “x”'])
  expect(form.encoding).toBe('windows-1252')
  expect(() => read('<meta charset="shift_jis"><p>x')).toThrow(/shift_jis/)
})

test('hostile pages cost what their length costs, and no more', () => {
  const many = 50_000
  expect(draftText(read(`${'<div>'.repeat(many)}x`).draft)).toEqual(['x'])
  expect(draftText(read(`${'<b><i><p>'.repeat(many)}x`).draft)).toEqual(['x'])
  expect(draftText(read(`${'<ins><del>'.repeat(many)}x`).draft)).toEqual([''])
  expect(draftText(read(`<p ${Array.from({ length: many }, (_, at) => `a${at}=1`).join(' ')}>x`).draft)).toEqual(['x'])
  expect(draftText(read(`${'</span>'.repeat(many)}<svg>${'<svg>'.repeat(many)}`).draft)).toEqual([''])
  expect(draftText(read(`${'&'.repeat(many)}`).draft)).toEqual(['&'.repeat(many)])
  expect(() => readHtml.read(bytes('<p>x'.repeat(1001)), { mostLines: 1000 })).toThrow(/more than 1,000 lines/)
  expect(() => readHtml.read(new Uint8Array(17 * 1024 * 1024).fill(0x20), { mostLines: 1000 })).toThrow(
    /longer than any story/,
  )
})

test('a line end that is written as a number is a blank', () => {
  expect(draftText(read('<p>a&#10;b&#13;c&#0;</p>').draft)).toEqual(['a b c\ufffd'])
})
