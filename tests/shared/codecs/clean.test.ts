/** Cleaning: each choice changes what it names by the style sheet, nothing else, and nothing a second time. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clean } from '../../../shared/codecs/clean.ts'
import { CLEANINGS, type Cleaning } from '../../../shared/codecs/export-options.ts'
import { fileText, readTxt } from '../../../shared/codecs/txt.ts'
import type { StyleSheet } from '../../../shared/proof/style-sheet.ts'
import { breakMarkOf } from '../../../shared/proof/summary.ts'
import type { Draft } from '../../../shared/story/draft.ts'
import { NEW_FORM } from '../../../shared/story/file-form.ts'
import { bytesOf } from './text-files.ts'

const SHEET: StyleSheet = { quoteForm: 'curly', dash: 'em', ellipsis: '…', sceneBreak: '* * *' }

/** A file with those choices made. */
function cleaned(text: string, choices: readonly Cleaning[], sheet: StyleSheet | null = SHEET) {
  const { draft, form } = readTxt(bytesOf(text, 'utf-8', false))
  const made = clean(draft, form, choices, { sheet, dismissed: [] })
  return { text: fileText(made.draft, made.form), counts: made.cleaned.map(({ count }) => count) }
}

describe('a choice makes everything of its kind as the style sheet has it', () => {
  test.each<[Cleaning, string, string, number]>([
    ['scene-breaks', 'One.\n\n~~~\n\nTwo.\n\n***\n', 'One.\n\n* * *\n\nTwo.\n\n* * *\n', 2],
    ['quotes', "\"It's 'all' right,\" he said.\n", '“It’s ‘all’ right,” he said.\n', 5],
    ['dashes', 'It was late -- too late. A - b.\n', 'It was late—too late. A—b.\n', 2],
    ['ellipsis', 'Wait... What . . . is it?\n', 'Wait… What … is it?\n', 2],
    ['trailing-blanks', 'One. \t\n\n  Two.\n   \nThree. ', 'One.\n\n  Two.\n\nThree.', 3],
    ['final-newline', 'One.\n\nTwo.', 'One.\n\nTwo.\n', 1],
    ['final-newline', 'One.\r\n\r\nTwo.\r\n\r\n\r\n', 'One.\r\n\r\nTwo.\r\n', 2],
  ])('%s', (choice, before, after, count) => {
    expect(cleaned(before, [choice])).toEqual({ text: after, counts: [count] })
  })

  test('or, where the sheet does not say, as most of the story has it', () => {
    const text = `${'Wait… '.repeat(8)}Wait...\n`
    expect(cleaned(text, ['ellipsis'], null).text).toBe(`${'Wait… '.repeat(8)}Wait…\n`)
    expect(cleaned('Wait... Wait…\n', ['ellipsis'], null)).toEqual({ text: 'Wait... Wait…\n', counts: [0] })
  })
})

test('nothing is chosen unless it is, and an empty story stays empty', () => {
  const { draft, form } = readTxt(bytesOf('"One" -- two... ', 'utf-8', false))
  expect(clean(draft, form, [], { sheet: SHEET, dismissed: [] })).toEqual({ draft, form, cleaned: [] })
  const empty: Draft = { lines: [{ spans: [] }] }
  const made = clean(empty, NEW_FORM, CLEANINGS, { sheet: SHEET, dismissed: [] })
  expect(made).toMatchObject({ draft: empty, form: NEW_FORM })
  expect(made.cleaned.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0])
})

test('marks stay on their words, and what is put in has those of the first character that went', () => {
  const draft: Draft = { lines: [{ spans: [{ text: 'He -' }, { text: '- "ran', bold: true }, { text: '"' }] }] }
  const made = clean(draft, NEW_FORM, ['quotes', 'dashes'], { sheet: SHEET, dismissed: [] })
  expect(made.draft.lines[0]?.spans).toEqual([{ text: 'He—' }, { text: '“ran', bold: true }, { text: '”' }])
  expect(draft.lines[0]?.spans[0]?.text).toBe('He -')
})

const PIECES = [
  'He',
  'said',
  '"Go,"',
  '“No,”',
  "don't",
  '’tis',
  "'em",
  '--',
  '—',
  ' – ',
  ' - ',
  '...',
  '…',
  '. . .',
  '....',
]
const WORDS = [...PIECES, ' ', ' ', '\t', '.', '?', '\u{1f600}', '***', '~~~', 'I-', "'", '"']
const text = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom('\n', '\n\n', ' \n')), { maxLength: 40 })
  .map((all) => all.join(''))
const sheets = fc.record(
  {
    quoteForm: fc.constantFrom('straight', 'curly'),
    dash: fc.constantFrom('em', 'spaced-em', 'spaced-en', 'double-hyphen', 'spaced-double-hyphen'),
    ellipsis: fc.constantFrom('…', '...', '. . .'),
    sceneBreak: fc.constantFrom('* * *', '#', ''),
  },
  { requiredKeys: [] },
)

/** What a choice has nothing to do with. */
const REST: Record<Cleaning, (file: string) => string> = {
  'scene-breaks': (file) =>
    file
      .split('\n')
      .filter((line) => breakMarkOf(line) === null)
      .join('\n'),
  quotes: (file) => file.replace(/["'“”‘’]/g, 'q'),
  dashes: (file) => file.replace(/[-–— \t]/g, ''),
  ellipsis: (file) => file.replace(/…/g, '...').replace(/ (?=\.)|(?<=\.) /g, ''),
  'trailing-blanks': (file) => file.replace(/[ \t]+(?=\n|$)/g, ''),
  'final-newline': (file) => file.replace(/\n+$/, ''),
}

describe('for whatever text and sheet', () => {
  test.each(CLEANINGS)('%s changes only what it names', (choice) => {
    fc.assert(
      fc.property(text, sheets, (before, sheet) => {
        const { text: after } = cleaned(before, [choice], sheet)
        expect(REST[choice](after)).toBe(REST[choice](before))
      }),
      { numRuns: 300 },
    )
  })

  const sets: readonly (readonly Cleaning[])[] = [...CLEANINGS.map((choice) => [choice]), CLEANINGS]

  test.each(sets.map((choices) => ({ choices })))('cleaning what is clean changes nothing: $choices', ({ choices }) => {
    fc.assert(
      fc.property(text, sheets, (before, sheet) => {
        const { draft, form } = readTxt(bytesOf(before, 'utf-8', false))
        const once = clean(draft, form, choices, { sheet, dismissed: [] })
        const twice = clean(once.draft, once.form, choices, { sheet, dismissed: [] })
        expect(fileText(twice.draft, twice.form)).toBe(fileText(once.draft, once.form))
        expect(twice.cleaned.map(({ count }) => count)).toEqual(choices.map(() => 0))
      }),
      { numRuns: 300 },
    )
  })
})
