import { expect, test } from 'vitest'
import {
  isOfBlanks,
  isSlight,
  sayChange,
  shapeOf,
  shortWords,
  shownParts,
} from '../../../../client/panels/suggestions/change-words.ts'
import type { Base, Change } from '../../../../shared/review/change.ts'

const plain = (insert: string): Base => [{ insert }]

test.each<[string, Base, Change, string, string]>([
  ['words that go', plain('various different'), [{ delete: 17 }], 'delete', 'delete “various different”'],
  ['words that come', [], [{ insert: 'very ' }], 'insert', 'insert “very ”'],
  [
    'words for words',
    plain('parafin'),
    [{ delete: 7 }, { insert: 'paraffin' }],
    'replace',
    'replace “parafin” by “paraffin”',
  ],
  ['a split', plain('said. '), [{ retain: 5 }, { insert: '\n' }, { retain: 1 }], 'split', 'split the line'],
  ['a join', plain('\n'), [{ delete: 1 }], 'join', 'join with the next line'],
  ['italics', plain('people'), [{ retain: 6, attributes: { italic: true } }], 'format', 'set in italics “people”'],
  ['a heading', plain('\n'), [{ retain: 1, attributes: { block: 2 } }], 'format', 'make the line a heading'],
  ['a space', plain(' '), [{ delete: 1 }], 'delete', 'delete a space'],
  [
    'one blank for another',
    plain(' '),
    [{ delete: 1 }, { insert: '\u00A0' }],
    'replace',
    'replace a space by a no-break space',
  ],
  [
    'several places at once',
    plain('the bell of the buoy'),
    [{ delete: 1 }, { insert: 'T' }, { retain: 8 }, { delete: 2 }, { insert: 'on' }, { retain: 9 }],
    'replace',
    'change “the bell of the buoy” to “The bell on the buoy”',
  ],
])('%s have a shape and a sentence', (_, base, change, shape, said) => {
  expect(shapeOf(base, change)).toBe(shape)
  expect(sayChange(base, change)).toBe(said)
})

test('long words that stay are cut beside what changes, what changes is shown whole', () => {
  const long = 'a'.repeat(100)
  const parts = shownParts(plain(`${long}x${long}`), [
    { retain: 100 },
    { delete: 1 },
    { insert: long },
    { retain: 100 },
  ])
  expect(parts.map(({ text }) => text)).toEqual([`…${'a'.repeat(32)}`, 'x', long, `${'a'.repeat(32)}…`])
})

test('a comma is slight, a word is not', () => {
  expect(isSlight({ kind: 'new', text: ', ', attributes: {} })).toBe(true)
  expect(isSlight({ kind: 'gone', text: 'the', attributes: {} })).toBe(false)
  expect(isSlight({ kind: 'same', text: ',', attributes: {} })).toBe(false)
})

test('what is of blanks alone has nothing that could be seen', () => {
  expect(isOfBlanks(plain('a  b'), [{ retain: 1 }, { delete: 1 }])).toBe(true)
  expect(isOfBlanks(plain('a'), [{ retain: 1 }, { insert: ' b' }])).toBe(false)
  expect(isOfBlanks(plain('a\n'), [{ retain: 1 }, { delete: 1 }])).toBe(false)
  expect(isOfBlanks(plain('a'), [{ retain: 1, attributes: { bold: true } }])).toBe(false)
})

test('words on one line never end in half a character', () => {
  expect(shortWords('a\nb')).toBe('a¶b')
  expect(shortWords(`${'a'.repeat(8)}😀b`, 10)).toBe(`${'a'.repeat(8)}…`)
})
