/** What taking a sheet over would change. */
import { expect, test } from 'vitest'
import { sheetDifference } from '../../../../client/panels/checks/sheet-difference.ts'
import { readSheet, sheetToJson, sheetToMarkdown } from '../../../../shared/proof/sheet-file.ts'
import type { StyleEntry } from '../../../../shared/review/state.ts'
import { type StyleDecision, styleId } from '../../../../shared/review/style.ts'

const DECISIONS: StyleDecision[] = [
  { part: 'dialect', value: 'en-GB' },
  { part: 'quotes', value: 'single' },
  { part: 'quoteForm', value: 'curly' },
  { part: 'dash', value: 'spaced-en' },
  { part: 'ellipsis', value: '. . .' },
  { part: 'spellNumbersBelow', value: 100 },
  { part: 'sceneBreak', value: '' },
  // Keys in another order than a file has them.
  { part: 'muteDialogue', value: { spelling: true, grammar: false } },
  { variants: ['gray'], preferred: 'grey', part: 'spelling' },
  { part: 'name', kind: 'place', aliases: ['the Mole'], name: 'North Mole' },
]

const sheet = (decisions: readonly StyleDecision[], example = '') =>
  new Map(
    decisions.map((decision): [string, StyleEntry] => {
      const id = styleId(decision)
      return [id, { id, decision, example, by: 'ruth', at: '2026-05-01T10:00:00Z' }]
    }),
  )

test.each([
  ['Markdown', (entries: StyleEntry[]) => sheetToMarkdown('Low Water', entries)],
  ['JSON', (entries: StyleEntry[]) => sheetToJson(entries)],
])('a sheet that went out as %s changes nothing when it comes in again', (_, write) => {
  const style = sheet(DECISIONS, 'A grey sky.')
  const { entries, unread } = readSheet(write([...style.values()]))
  expect(unread).toEqual([])
  expect(sheetDifference(entries, style)).toEqual({ added: [], changed: [], same: DECISIONS.length, tooLong: [] })
})

test('new decisions, others and equal ones are told apart', () => {
  const style = sheet([
    { part: 'dash', value: 'em' },
    { part: 'ellipsis', value: '…' },
  ])
  const given: StyleDecision[] = [
    { part: 'dash', value: 'spaced-en' },
    { part: 'ellipsis', value: '…' },
    { part: 'quotes', value: 'single' },
  ]
  const { added, changed, same } = sheetDifference(
    given.map((decision) => ({ decision, example: '' })),
    style,
  )
  expect(added.map(({ decision }) => decision.part)).toEqual(['quotes'])
  expect(changed).toEqual([
    { decision: { part: 'dash', value: 'spaced-en' }, example: '', before: { part: 'dash', value: 'em' } },
  ])
  expect(same).toBe(1)
})

test('another example is a change', () => {
  const style = sheet([{ part: 'dash', value: 'em' }])
  const { changed } = sheetDifference([{ decision: { part: 'dash', value: 'em' }, example: 'Salt—and rope.' }], style)
  expect(changed).toHaveLength(1)
})

test('what no sheet can hold is named, and a long example is cut, not inside a letter', () => {
  const long: StyleDecision = { part: 'name', name: 'x'.repeat(61), aliases: [], kind: 'person' }
  const many: StyleDecision = {
    part: 'spelling',
    preferred: 'a',
    variants: Array.from({ length: 41 }, (_, n) => `b${n}`),
  }
  const fits: StyleDecision = { part: 'dash', value: 'em' }
  const example = `${'x'.repeat(299)}😄`
  const { added, tooLong } = sheetDifference(
    [long, many, fits].map((decision) => ({ decision, example })),
    new Map(),
  )
  expect(tooLong.map(({ decision }) => decision)).toEqual([long, many])
  expect(added.map((entry) => entry.example)).toEqual(['x'.repeat(299)])
})
