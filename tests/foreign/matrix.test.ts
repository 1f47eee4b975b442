/**
 * Every format in every view, of stories of every kind, read by a program of others: its words are those of our view. What
 * a file cannot hold is either refused or in its own report.
 */
import { mkdirSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { writeStory } from '../../server/stories/write-story.ts'
import type { View } from '../../shared/codecs/edition.ts'
import { FORMATS, type FormatName } from '../../shared/codecs/formats.ts'
import { readTxt } from '../../shared/codecs/txt.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Encoding } from '../../shared/story/file-form.ts'
import { stateOf } from '../../shared/story/story-doc.ts'
import { decided } from '../kit/critic-reader.ts'
import { ForeignDesk } from '../kit/foreign.ts'
import { NAMES, ReviewedStory } from '../shared/codecs/edition-parts.ts'
import { bytesOf } from '../shared/codecs/text-files.ts'

const desk = new ForeignDesk()
afterAll(() => desk.remove())

interface Fixture {
  text: string
  encoding: Encoding
  bom: boolean
}

const utf8 = { encoding: 'utf-8', bom: false } as const
const LONG = Array.from(
  { length: 1500 },
  (_, nth) => `Paragraph ${nth}: the old house by the sea was as it had been, and so it went.`,
)

const FIXTURES: Record<string, Fixture> = {
  'plain ascii': { ...utf8, text: 'The old man sat.\n\nHe saw the end.\nA verse of it.\n\n\n\nAnother scene.\n' },
  'CRLF in Windows-1252': {
    ...{ encoding: 'windows-1252', bom: false },
    text: '“The old café…”\r\n\r\nNaïve — said Zoë, at the end.\r\n\r\nFin\r\n',
  },
  'UTF-16': { encoding: 'utf-16le', bom: true, text: 'The old Ḃook.\n\nAt the end, 字.\n' },
  'no last line end': { ...utf8, text: 'An old tale.\n\n\tIt has an end' },
  'right to left, and emoji': {
    ...utf8,
    text: 'שלום old עולם 👩🏽‍🚀.\n\nمرحبا end \u{1f600}\u{1f600}\n\n\u200fRTL\u200e mark\n',
  },
  long: { ...utf8, text: `${LONG.join('\n\n')}\n\nThe end.\n` },
  'hostile to markup': {
    ...utf8,
    text: '# Not <b>old</b> & *new* _x_ `code` [a](b) {++ins++}\n\n1. one\n\n    four blanks\n\n<!-- no --> &amp; ]]> \\ | end\n\na\u0001b\fc\n\n--- a\n\n~~x~~ {>>y<<} $1^2$ http://a.example\n',
  },
  empty: { ...utf8, text: '' },
}

/** What is proposed, in words that stand once or more in each but the empty one. */
const CHANGES = [
  ['old', 'ancient'],
  ['end', 'end, indeed'],
] as const

const inView = (text: string, view: View) =>
  view === 'now' ? text : CHANGES.reduce((words, [was, now]) => words.replace(was, now), text)

function written(name: string, format: FormatName, view: View) {
  const { text, encoding, bom } = FIXTURES[name]!
  const source = bytesOf(text, encoding, bom)
  const { draft, form } = readTxt(source, { encoding })
  const story = new ReviewedStory(draft)
  for (const [was, now] of text === '' ? [] : CHANGES) story.replace(was, now)
  const telling = { title: '', language: 'en', date: '2026-02-03T04:05:06Z', names: NAMES, review: story.review }
  const kept = { updates: [stateOf(story.doc).snapshot], form, name: 'a story.txt', source }
  return { source, ...writeStory({ ...kept, telling, format, options: { view } }) }
}

/**
 * Words line by line, as far as formats of paragraphs know them: blanks at the ends and runs of them say nothing. A form feed
 * is a page break in Word, at which pandoc breaks the line.
 */
function linesOf(text: string, format: FormatName, losses: readonly { kind: string }[]): string[] {
  const isLost = losses.some(({ kind }) => kind === 'characters')
  const broken = format === 'docx' ? text.replaceAll('\f', '\n') : text
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a report says is lost
  const held = isLost ? broken.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '') : broken
  return squeezed(held.split(/\r\n|\r|\n/))
}

function squeezed(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/[ \t]+/g, ' ').trim()).filter((line) => line !== '')
}

interface Node {
  t: string
  c?: unknown
}

/** Of pandoc's JSON; `gone` are the marks whose words are left out. */
function pandocLines(json: string, gone?: 'Strikeout' | 'Underline'): string[] {
  const lines: string[] = []
  const inline = ({ t, c }: Node): string => {
    if (t === gone) return ''
    if (t === 'Str') return c as string
    if (t === 'Space' || t === 'SoftBreak') return ' '
    if (t === 'LineBreak' || (t === 'RawInline' && /^<br/.test((c as string[])[1] ?? ''))) return '\n'
    if (t === 'RawInline' || t === 'Note') return ''
    if (['Emph', 'Strong', 'Strikeout', 'Underline'].includes(t)) return (c as Node[]).map(inline).join('')
    if (t === 'Span' || t === 'Link') return ((c as [unknown, Node[]])[1] ?? []).map(inline).join('')
    throw new Error(`markup that was not ours: ${t} ${JSON.stringify(c)}`)
  }
  const block = ({ t, c }: Node): void => {
    if (t === 'Para' || t === 'Plain') lines.push(...(c as Node[]).map(inline).join('').split('\n'))
    else if (t === 'Header') lines.push((c as [number, unknown, Node[]])[2].map(inline).join(''))
    else if (t === 'Div') for (const inner of (c as [unknown, Node[]])[1]) block(inner)
    // So pandoc calls paragraphs of Word that are set in.
    else if (t === 'BlockQuote') for (const inner of c as Node[]) block(inner)
    else if (t !== 'HorizontalRule') throw new Error(`markup that was not ours: ${t} ${JSON.stringify(c)}`)
  }
  for (const one of (JSON.parse(json) as { blocks: Node[] }).blocks) block(one)
  return squeezed(lines)
}

async function pandoc(bytes: Uint8Array | string, from: string, ...more: string[]): Promise<string> {
  const file = `read.${from}`
  desk.put(file, bytes)
  return (await desk.run('pandoc', ['-f', from, '-t', 'json', ...more, file])).stdout
}

/** A view's words as the foreign program has them; of a marked file those of it with all accepted, and with all rejected. */
type Reading = Partial<Record<'now' | 'accepted', string[]>>

async function readBack(format: FormatName, view: View, bytes: Uint8Array): Promise<Reading> {
  const text = () => new TextDecoder().decode(bytes)
  if (format === 'docx') {
    const of = async (changes: string) => pandocLines(await pandoc(bytes, 'docx', `--track-changes=${changes}`))
    if (view === 'marked') return { now: await of('reject'), accepted: await of('accept') }
    return { [view]: await of('accept') }
  }
  if (format === 'critic') {
    const of = async (verdict: 'accept' | 'reject') => pandocLines(await pandoc(decided(text(), verdict), 'commonmark'))
    return { now: await of('reject'), accepted: await of('accept') }
  }
  const json = await pandoc(bytes, { md: 'commonmark', html: 'html', archive: 'html', epub: 'epub' }[format as 'md'])
  if (view !== 'marked') return { [view]: pandocLines(json) }
  return { now: pandocLines(json, 'Underline'), accepted: pandocLines(json, 'Strikeout') }
}

const READ_BY_PANDOC = ['docx', 'md', 'critic', 'html', 'archive', 'epub'] as const
const READ_BY_PATCH = ['patch', 'mbox'] as const
/** Read by others where nothing of the story is to be read: see their own tests. */
const NO_STORY = ['record-csv', 'record-json', 'annotations']

test('every format is in the matrix', () => {
  expect([...READ_BY_PANDOC, ...READ_BY_PATCH, 'txt', 'tei', ...NO_STORY].sort()).toEqual(Object.keys(FORMATS).sort())
})

const names = Object.keys(FIXTURES)

describe.each(names)('%s', (name) => {
  const { text, encoding, bom } = FIXTURES[name]!

  test.each(READ_BY_PANDOC.flatMap((format) => FORMATS[format].views.map((view) => ({ format, view }))))(
    '$format, $view: pandoc reads the words of our view',
    async ({ format, view }) => {
      const { bytes, losses } = written(name, format, view)
      const read = await readBack(format, view, bytes)
      expect(Object.keys(read).length).toBe(view === 'marked' ? 2 : 1)
      for (const [as, lines] of Object.entries(read)) {
        expect(lines, `as ${as}`).toEqual(linesOf(inView(text, as as View), format, losses))
      }
    },
    60_000,
  )

  test.each(['now', 'accepted'] as const)('txt, %s: is the file, byte for byte', (view) => {
    expect(written(name, 'txt', view).bytes).toEqual(bytesOf(inView(text, view), encoding, bom))
  })

  test.each(READ_BY_PATCH)(
    '%s, accepted: patch makes the file of it, or it is refused in a sentence',
    async (format) => {
      if (encoding === 'utf-16le') {
        expect(() => written(name, format, 'accepted')).toThrow(Refusal)
        return
      }
      const { bytes, source } = written(name, format, 'accepted')
      const folder = `${format}-${name.replaceAll(' ', '-')}`
      mkdirSync(desk.path(folder))
      desk.put(`${folder}/a story.txt`, source)
      desk.put(`${folder}.in`, bytes)
      if (text !== '') await desk.run('patch', ['-s', '-p1', '-d', folder, '-i', `../${folder}.in`])
      else expect(bytes.length).toBe(0)
      expect(desk.bytes(`${folder}/a story.txt`)).toEqual(bytesOf(inView(text, 'accepted'), encoding, bom))
    },
  )

  test.each(['now', 'accepted'] as const)('tei, %s: xmllint reads the words of our view', async (view) => {
    const { bytes, losses } = written(name, 'tei', view)
    desk.put('read.xml', bytes)
    const words = 'string(//*[local-name()="text"])'
    const { stdout } = await desk.run('xmllint', ['--nonet', '--huge', '--xpath', words, 'read.xml'])
    const solid = (lines: readonly string[]) => lines.join('').replace(/[ \t\n]/g, '')
    expect(solid([stdout])).toBe(solid(linesOf(inView(text, view), 'tei', losses)))
  })
})
