/** A style sheet goes into a file and comes back the same, from a person's hand as well. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSheet, type SheetEntry, sheetToJson, sheetToMarkdown } from '../../../shared/proof/sheet-file.ts'
import { styleId } from '../../../shared/review/style.ts'
import { DASHES, DIALECTS, ELLIPSES } from '../../../shared/review/vocabulary.ts'

const word = fc.constantFrom('grey', 'Mara Voss', 'Sakura-chan', 'The Sound', 'o’clock', 'naïve')
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 4 })
const decision = fc.oneof(
  fc.record({ part: fc.constant('dialect' as const), value: fc.constantFrom(...DIALECTS) }),
  fc.record({ part: fc.constant('quotes' as const), value: fc.constantFrom('double' as const, 'single' as const) }),
  fc.record({ part: fc.constant('quoteForm' as const), value: fc.constantFrom('straight' as const, 'curly' as const) }),
  fc.record({ part: fc.constant('dash' as const), value: fc.constantFrom(...DASHES) }),
  fc.record({ part: fc.constant('ellipsis' as const), value: fc.constantFrom(...ELLIPSES) }),
  fc.record({ part: fc.constant('spellNumbersBelow' as const), value: fc.nat(1000) }),
  fc.record({ part: fc.constant('sceneBreak' as const), value: fc.constantFrom('', '* * *', '#', '---') }),
  fc.record({
    part: fc.constant('muteDialogue' as const),
    value: fc.record({ grammar: fc.boolean(), spelling: fc.boolean() }),
  }),
  fc.record({ part: fc.constant('spelling' as const), preferred: word, variants: words }),
  fc.record({
    part: fc.constant('name' as const),
    name: word,
    aliases: fc.uniqueArray(word, { maxLength: 4 }),
    kind: fc.constantFrom('person' as const, 'place' as const, 'term' as const),
  }),
)
const sheet = fc.uniqueArray(
  fc.record({ decision, example: fc.constantFrom('', 'The grey sea.', 'She said: “(no), - > #”') }),
  { selector: (entry) => styleId(entry.decision), maxLength: 12 },
)
const sorted = (entries: readonly SheetEntry[]) =>
  [...entries].sort((one, other) => (styleId(one.decision) < styleId(other.decision) ? -1 : 1))
const byFile = (file: string) => {
  const { entries, unread } = readSheet(file)
  return { entries: sorted(entries), unread }
}

test.each([
  ['Markdown', (entries: readonly SheetEntry[]) => sheetToMarkdown('To Die For', entries)],
  ['JSON', sheetToJson],
])('what is written as %s is read back the same', (_, write) => {
  fc.assert(
    fc.property(sheet, (entries) => {
      expect(byFile(write(entries))).toEqual({ entries: sorted(entries), unread: [] })
    }),
  )
})

test('Markdown written by a person is read, and what says nothing known is told', () => {
  const file =
    '# Style sheet\r\n\r\n## Style\r\n* Dash: Em dash, closed up\r\n* Mood: sombre\r\n\r\n## Spellings\r\n- grey (not: gray, grai)\r\n'
  expect(readSheet(file)).toEqual({
    entries: [
      { decision: { part: 'dash', value: 'em' }, example: '' },
      { decision: { part: 'spelling', preferred: 'grey', variants: ['gray', 'grai'] }, example: '' },
    ],
    unread: ['* Mood: sombre'],
  })
})

test('JSON that is none, and decisions of a wrong shape, are told and nothing else is taken', () => {
  expect(readSheet('{ "styleSheet": [').entries).toEqual([])
  const { entries, unread } = readSheet(
    '{"styleSheet":[{"decision":{"part":"quotes","value":"triple"}},{"decision":{"part":"quotes","value":"single","__proto__":1}},7]}',
  )
  expect(entries).toEqual([{ decision: { part: 'quotes', value: 'single' }, example: '' }])
  expect(unread).toHaveLength(2)
})
