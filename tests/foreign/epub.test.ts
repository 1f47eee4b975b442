/** Programs of others read our books: epubcheck finds no error and no warning, pandoc the same words. */
import { existsSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Manuscript } from '../../shared/codecs/codec.ts'
import { epub } from '../../shared/codecs/epub/epub.ts'
import { ForeignDesk } from '../kit/foreign.ts'
import { lineOf, manuscriptOf } from '../kit/manuscripts.ts'
import { charactersIn, inView, markedManuscript, mergedManuscripts } from '../kit/marked-manuscripts.ts'
import { blanksJoined, pandocCharacters } from '../kit/pandoc-characters.ts'

const desk = new ForeignDesk()
afterAll(() => desk.remove())

const JAR = '/usr/share/java/epubcheck.jar'
const seed = Math.floor(Math.random() * 0x7fffffff)
const marked = mergedManuscripts(fc.sample(markedManuscript, { seed, numRuns: 100 }))

const said = { id: 'whole', kind: 'question', by: 'a', at: '2026-03-04T05:06:07Z', label: 'plot', replies: [] } as const
/** Longer than one file of a book may be, with and without headings. */
const long = Array.from({ length: 3000 }, (_, index) =>
  index % 1000 === 900
    ? lineOf(`Chapter ${index}`, { block: 1 + (index % 3) })
    : lineOf(
        `Paragraph ${index}: ${'she said that it would rain, '.repeat(5)}and it did.`,
        index % 50 ? {} : { gap: 4 },
      ),
)
const deep = [6, 1, 3, 2, 2, 6, 1].map((block) => lineOf(`Level ${block} \u0001\f<&>`, { block }))
const books: Record<string, Manuscript> = {
  marked: manuscriptOf([...marked.edition.lines, ...deep], {
    ...marked.edition,
    notes: [
      ...marked.edition.notes,
      {
        ...said,
        body: 'All of it?\nYes.',
        place: null,
        mustFix: true,
        assigned: null,
        resolved: { by: 'b', at: said.at },
        quote: '',
      },
    ],
  }),
  long: manuscriptOf(long),
  empty: manuscriptOf([lineOf('')], { title: '' }),
  hostile: manuscriptOf([lineOf('***'), lineOf('a\ud800\u0000b\ufffe'), lineOf('#')], {
    title: '<&"\u0001>',
    language: '“en”',
  }),
}

test('epubcheck finds no error and no warning in any of them', async () => {
  if (!existsSync(JAR))
    throw new Error(`This test needs ${JAR}, which is not on this machine: apt-get install epubcheck`)
  for (const [name, book] of Object.entries(books)) {
    desk.put(`${name}.epub`, epub.write(book).bytes)
    // Warnings fail it as well.
    const { stdout, stderr, code } = await desk.run('java', ['-jar', JAR, '--failonwarnings', `${name}.epub`], {
      codes: [0, 1],
    })
    expect({ name, code, said: code === 0 ? '' : stdout + stderr }, `seed ${seed}`).toEqual({ name, code: 0, said: '' })
  }
}, 600_000)

test.each(['now', 'accepted', 'long'] as const)(
  'pandoc reads the book as its words: %s',
  async (name) => {
    const book = name === 'long' ? books.long! : inView(marked, name)
    desk.put(`${name}-read.epub`, epub.write(book).bytes)
    const { stdout } = await desk.run('pandoc', ['-f', 'epub', '-t', 'json', `${name}-read.epub`])
    const read = pandocCharacters(stdout)
    // Each file of the book begins with a paragraph of pandoc's own, an empty target for links; breaks are not asked for here.
    const ours = read.filter(
      (character, at) => character !== '<hr>' && (character !== '<p>' || !isOpening(read[at + 1])),
    )
    const expected = blanksJoined(charactersIn(book, 'now'))
    const wrong = expected.findIndex((character, at) => ours[at] !== character)
    const around = wrong < 0 ? '' : [expected, ours].map((all) => all.slice(wrong - 20, wrong + 5).join('')).join('\n')
    expect({ wrong, around, length: ours.length }, `seed ${seed}`).toEqual({
      wrong: -1,
      around: '',
      length: expected.length,
    })
  },
  120_000,
)

function isOpening(character: string | undefined): boolean {
  return character === undefined || /^<(p\d?|hr)>$/.test(character)
}
