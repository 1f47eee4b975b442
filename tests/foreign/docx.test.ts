/**
 * Our Word files in the hands of others: LibreOffice finds every change, comment, author and time, and what it saves comes
 * back in; pandoc accepts to our accepted text and rejects to our original; python-docx, xmllint and unzip open them.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReadNote, ReadWords } from '../../shared/codecs/codec.ts'
import { PresentWords } from '../../shared/review/present-words.ts'
import { deltaOf, draftOf, legalRuns } from '../../shared/story/delta.ts'
import type { Draft } from '../../shared/story/draft.ts'
import { lineText } from '../../shared/story/lines.ts'
import { ForeignDesk } from '../kit/foreign.ts'
import { read, written } from '../shared/codecs/docx/word-file.ts'
import { draftOfLines, ReviewedStory } from '../shared/codecs/edition-parts.ts'
import { byTime, expectedNotes, expectedSuggestions, outcomeOf, RandomReview } from '../shared/codecs/random-review.ts'

const desk = new ForeignDesk()
const SEEDS = Array.from({ length: 12 }, (_, nth) => nth + 1)
/** With headings and gaps of every kind, changed as well; those without, which others save and accept as they are; by hand. */
const wild = SEEDS.map((seed) => [`wild-${seed}`, new RandomReview(seed, { tame: true }).story] as const)
const plain = SEEDS.map((seed) => [`plain-${seed}`, new RandomReview(seed, { tame: true, plain: true }).story] as const)
const stories = new Map([...wild, ...plain, ['every-case', everyCase()]])
const KEPT = [...plain.map(([name]) => name), 'every-case']

beforeAll(async () => {
  const names = [...stories].map(([name, story]) => {
    desk.put(`${name}.docx`, written(story).bytes)
    return `${name}.docx`
  })
  await desk.convert(names, 'fodt')
  await desk.convert(
    KEPT.map((name) => `${name}.docx`),
    'docx',
    'saved',
  )
}, 120_000)

afterAll(() => desk.remove())

describe('LibreOffice', () => {
  test('finds every change with its author and time, and every comment, resolved ones as such', () => {
    const fodt = desk.text('every-case.fodt')
    expect(regions(fodt)).toEqual([
      // It knows that a paragraph's look was changed, and has no word for it in its own format.
      'UnknownChange Ann Lee 2026-01-01T00:06:00',
      'deletion Ann Lee 2026-01-01T00:01:00',
      'deletion Ann Lee 2026-01-01T00:04:00',
      'format-change Clěo 😀 O’Neil 2026-01-01T00:03:00',
      'insertion Ann Lee 2026-01-01T00:01:00',
      'insertion Ben <b>&"Co"</b> 2026-01-01T00:02:00',
      'insertion Ben <b>&"Co"</b> 2026-01-01T00:05:00',
    ])
    expect(annotations(fodt)).toEqual([
      'false Ann Lee 2026-01-01T00:01:00 Typo <i>.',
      'false Ann Lee 2026-01-01T00:08:00 Two|paragraphs',
      'true Ann Lee 2026-01-01T00:07:00 Done?',
      'true Clěo 😀 O’Neil 2026-01-02T00:00:00 Yes.',
    ])
  })

  test.each([...stories.keys()])('finds the authors and times of all changes and comments of %s', (name) => {
    const { edition } = written(stories.get(name)!)
    const fodt = desk.text(`${name}.fodt`)
    const proposed = new Set(expectedSuggestions(edition).map(({ by, at }) => `${by} ${at?.slice(0, 19)}`))
    expect(new Set(regions(fodt).map((region) => region.replace(/^\S+ /, '')))).toEqual(proposed)
    const notes = expectedNotes(edition).flatMap(({ replies, ...note }) => [note, ...replies])
    const reasons = expectedSuggestions(edition).flatMap(({ reason, replies, ...rest }) =>
      reason === '' && replies.length === 0 ? [] : [{ ...rest, body: reason }, ...replies],
    )
    expect(annotations(fodt).length).toBe(notes.length + reasons.length)
  })

  test.each(KEPT)('saves %s so that text, suggestions and notes come back in', (name) => {
    const { edition } = written(stories.get(name)!)
    const back = read(desk.bytes(`saved/${name}.docx`))
    expect(back.draft).toEqual(draftOf(stories.get(name)!.runs))
    const words = new PresentWords(legalRuns(deltaOf(back.draft)))
    const outcomes = (suggestions: typeof back.suggestions) =>
      [...suggestions].sort(byTime).map((one) => ({ ...outcomeOf(words, one), replies: [] }))
    const expected = expectedSuggestions(edition)
    expect(outcomes(back.suggestions)).toEqual(outcomes(expected))
    // It forgets who answers whom: replies come back as notes of their own.
    const notes = [...expectedNotes(edition), ...expected.map((one) => ({ ...one, body: '', resolved: false }))]
    const all = notes.flatMap(apart).filter(({ body }) => body !== '')
    expect(back.notes.flatMap(apart).sort(byWords)).toEqual(all.sort(byWords))
  })
})

describe('pandoc', () => {
  test.each(KEPT)('accepts %s to our accepted text, and rejects it to our original', async (name) => {
    const text = async (changes: string) => {
      const { stdout } = await desk.run('pandoc', [`--track-changes=${changes}`, '-t', 'json', `${name}.docx`])
      return paragraphsOf(JSON.parse(stdout))
    }
    const { edition } = written(stories.get(name)!, 'accepted')
    const accepted = edition.lines.map(({ items }) => items.map((item) => ('text' in item ? item.text : '')).join(''))
    expect(await text('accept')).toEqual(squeezed(accepted))
    expect(await text('reject')).toEqual(squeezed(linesOf(draftOf(stories.get(name)!.runs))))
  })
})

describe('a file that pandoc made', () => {
  test('comes in with its headings, marks, changes, comments, footnotes and broken lines', async () => {
    const [ann, ben] = ['author="Ann" date="2026-01-28T12:00:00Z"', 'author="Ben" date="2026-01-29T12:00:00Z"']
    const words = `In [teh]{.deletion ${ann}}[the]{.insertion ${ann}} *end* `
    const noted = `[Why?]{.comment-start id="0" ${ben}}it[]{.comment-end id="0"} was **so**.[^1]`
    desk.put(
      'theirs.md',
      `---\ntitle: Theirs\n---\n\n## Chapter\n\n${words}${noted}\n\n| A verse\n| in lines\n\n[^1]: See there.\n`,
    )
    await desk.run('pandoc', ['-f', 'markdown', '-t', 'docx', '-o', 'theirs.docx', 'theirs.md'])
    const { draft, suggestions, notes, title, losses } = read(desk.bytes('theirs.docx'))
    expect(title).toBe('Theirs')
    expect(draft.lines).toEqual([
      { block: 1, spans: [{ text: 'Theirs' }] },
      { block: 2, spans: [{ text: 'Chapter' }] },
      {
        spans: [
          { text: 'In teh ' },
          { text: 'end', italic: true },
          { text: ' it was ' },
          { text: 'so', bold: true },
          { text: '.' },
        ],
      },
      { spans: [{ text: 'A verse' }] },
      { gap: 1, spans: [{ text: 'in lines' }] },
    ])
    const change = [{ delete: 3 }, { insert: 'the' }]
    const at = { by: 'Ann', at: '2026-01-28T12:00:00Z' }
    expect(suggestions).toEqual([{ ...at, place: { from: 19, to: 22 }, change, reason: '', replies: [] }])
    expect(notes).toMatchObject([
      { by: 'Ben', body: 'Why?', place: { from: 27, to: 29 } },
      { by: '', body: 'Footnote: See there.', place: { from: 37, to: 37 } },
    ])
    expect(losses).toMatchObject([{ kind: 'footnotes', count: 1 }])
  })
})

describe('the package', () => {
  test('is whole for unzip, each part well-formed for xmllint', async () => {
    for (const name of stories.keys()) {
      await desk.run('unzip', ['-tq', `${name}.docx`])
      await desk.run('unzip', ['-qo', `${name}.docx`, '-d', name])
    }
    const parts = [...stories.keys()].flatMap((name) => PARTS.map((part) => `${name}/${part}`))
    const comments = ['comments', 'commentsExtended', 'people'].map((part) => `every-case/word/${part}.xml`)
    await desk.run('xmllint', ['--noout', '--nonet', ...parts, ...comments])
  })

  test('is opened by python-docx, with its paragraphs, styles and title', async () => {
    const script = [
      'import docx, json, sys',
      'story = docx.Document(sys.argv[1])',
      'lines = [(line.style.name, line.text) for line in story.paragraphs]',
      'print(json.dumps([story.core_properties.title, lines]))',
    ].join('\n')
    desk.put('plain.docx', written(everyCase(), 'accepted').bytes)
    const { stdout } = await desk.run('/usr/bin/python3', ['-c', script, desk.path('plain.docx')])
    expect(JSON.parse(stdout)).toEqual([
      'A story',
      [
        ['Heading 1', 'Chapter'],
        ['Story text', 'In the end it was so.'],
        ['Story text', 'A new line. '],
        ['Story text', 'The rest 😀 goes on. And this is joined.'],
        ['Heading 2', 'Not yet a heading!'],
      ],
    ])
  })
})

const PARTS = [
  '[Content_Types].xml',
  '_rels/.rels',
  'docProps/core.xml',
  'word/document.xml',
  'word/_rels/document.xml.rels',
  'word/styles.xml',
  'word/settings.xml',
  'word/footer1.xml',
]

/** One of each kind of change, and comments of every kind. */
function everyCase(): ReviewedStory {
  const story = new ReviewedStory(
    draftOfLines(
      'Chapter',
      'In teh end it was so.',
      'The rest 😀 goes on.',
      ' And this is joined.',
      'Not yet a heading',
    ),
  )
  story.text.format(0, 1, { block: 1 })
  story.replace('teh', 'the', { reason: 'Typo <i>.' })
  story.suggest(at(story, 'The rest'), [{ insert: 'A new line. \n' }], { by: 'ben-account' })
  story.suggest(story.placeOf('rest'), [{ retain: 4, attributes: { bold: true } }], { by: 'cleo-account' })
  story.suggest({ from: at(story, ' And').from - 1, to: at(story, ' And').from }, [{ delete: 1 }])
  story.suggest({ from: story.words.length, to: story.words.length }, [{ insert: '!' }], { by: 'ben-account' })
  const heading = at(story, 'Not yet').from - 1
  story.suggest({ from: heading, to: heading + 1 }, [{ retain: 1, attributes: { block: 2 } }])
  const yes = { id: 'yes', by: 'cleo-account', at: '2026-01-02T00:00:00.000Z', body: 'Yes.', editedAt: null }
  story.note(story.placeOf('it was'), {
    body: 'Done?',
    resolved: { by: 'ann-account', at: '2026-01-03T00:00:00.000Z' },
    replies: [{ ...yes, deleted: false, reactions: {} }],
  })
  story.note(story.placeOf('goes '), { body: 'Two\nparagraphs' })
  return story
}

function at(story: ReviewedStory, words: string): { from: number; to: number } {
  const { from } = story.placeOf(words)
  return { from, to: from }
}

/** "kind creator time", in order. */
function regions(fodt: string): string[] {
  return [...fodt.matchAll(/<text:changed-region[^>]*>\s*<text:(\S+?)>([\s\S]*?)<\/text:changed-region>/g)]
    .map(([, kind, inner]) => `${kind} ${inOrder(inner!)}`)
    .sort()
}

/** "resolved creator time body", in order; paragraphs parted by "|". */
function annotations(fodt: string): string[] {
  return [...fodt.matchAll(/<office:annotation [^>]*loext:resolved="(\w+)"[^>]*>([\s\S]*?)<\/office:annotation>/g)]
    .map(([, resolved, inner]) => {
      const body = [...inner!.matchAll(/<text:p[^>]*>([\s\S]*?)<\/text:p>/g)]
        .map(([, words]) => unescaped(words!))
        .join('|')
      return `${resolved} ${inOrder(inner!)} ${body}`
    })
    .sort()
}

function inOrder(inner: string): string {
  const of = (name: string) => unescaped(new RegExp(`<${name}>([^<]*)</${name}>`).exec(inner)?.[1] ?? '')
  return `${of('dc:creator')} ${of('dc:date').slice(0, 19)}`
}

function unescaped(xml: string): string {
  const entities: [string, string][] = [
    ['&lt;', '<'],
    ['&gt;', '>'],
    ['&quot;', '"'],
    ['&apos;', "'"],
    ['&amp;', '&'],
  ]
  return entities.reduce((text, [entity, letter]) => text.replaceAll(entity, letter), xml.replace(/<[^>]*>/g, ''))
}

interface Spoken extends ReadWords {
  place: ReadNote['place']
  resolved: boolean
}

/** What is said in a thread, each by itself. */
function apart({ replies, place, resolved, by, at, body }: ReadNote): Spoken[] {
  return [{ by, at, body }, ...replies].map((one) => ({ ...one, place, resolved }))
}

function byWords(one: Spoken, other: Spoken): number {
  const key = ({ at, body, place }: Spoken) => `${at} ${body} ${place?.from}`
  return key(one) < key(other) ? -1 : 1
}

function linesOf(draft: Draft): string[] {
  return draft.lines.map(lineText)
}

/** Lines with words, without blanks: pandoc keeps no empty paragraphs, and puts a blank where it joins two. */
function squeezed(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/\s+/g, '')).filter((line) => line !== '')
}

type Pandoc = { t?: string; c?: unknown } | Pandoc[] | string | number

/** The words of each paragraph and heading of a document of pandoc's. */
function paragraphsOf({ blocks }: { blocks: Pandoc[] }): string[] {
  return squeezed(blocks.flatMap(wordsOfBlock))
}

function wordsOfBlock(block: Pandoc): string[] {
  if (typeof block !== 'object' || Array.isArray(block)) return []
  if (block.t === 'BlockQuote' || block.t === 'Div')
    return (block.c as Pandoc[]).flat().flatMap((one) => wordsOfBlock(one as Pandoc))
  return [wordsOf(block.t === 'Header' ? (block.c as Pandoc[])[2]! : (block.c as Pandoc))]
}

function wordsOf(inline: Pandoc): string {
  if (Array.isArray(inline)) return inline.map(wordsOf).join('')
  if (typeof inline !== 'object') return ''
  if (inline.t === 'Str') return String(inline.c)
  if (inline.t === 'Space' || inline.t === 'SoftBreak' || inline.t === 'LineBreak') return ' '
  return wordsOf((inline.c ?? []) as Pandoc)
}
