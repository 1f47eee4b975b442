/** What the dialogs offer is what the codecs can do; the lists are apart, as the codecs are not for the browser. */
import { expect, test } from 'vitest'
import { KINDS, packedName, viewsOf, wouldWords } from '../../../../client/panels/export/export-choices.ts'
import { progressWords } from '../../../../client/panels/export/progress-words.ts'
import type { View } from '../../../../shared/codecs/edition.ts'
import { CLEANINGS } from '../../../../shared/codecs/export-options.ts'
import { FORMATS, type FormatName } from '../../../../shared/codecs/formats.ts'
import { PACKED_ENDINGS } from '../../../../shared/codecs/readable.ts'
import { READERS } from '../../../../shared/codecs/readers.ts'

test('every format is offered in every view that it has, and in no other', () => {
  const offered = new Map<FormatName, View[]>()
  for (const { formats, variant } of KINDS) {
    for (const [view, format] of [...Object.entries(formats), ...Object.entries(variant?.formats ?? {})]) {
      offered.set(format, [...(offered.get(format) ?? []), view as View])
    }
  }
  const able = Object.entries(FORMATS).map(([format, { views }]) => [format, [...views].sort()])
  expect(Object.fromEntries([...offered].map(([format, views]) => [format, views.sort()]))).toEqual(
    Object.fromEntries(able),
  )
})

test('the usual view of a format comes first', () => {
  for (const kind of KINDS) {
    const [first] = viewsOf(kind, false)
    const format = first && kind.formats[first]
    expect(format && (kind.id === 'md' ? 'now' : FORMATS[format].views[0]), kind.id).toBe(first)
  }
})

test('a person is offered just the files that can be read', () => {
  expect(READERS.flatMap(({ extensions }) => extensions).sort()).toEqual([...PACKED_ENDINGS].sort())
})

test('cleaning is said as what would be, since nothing is written yet', () => {
  for (const choice of CLEANINGS) {
    for (const count of [0, 1, 2_000]) expect(wouldWords({ choice, count })).toMatch(/^(No|1|2,000) .* would be /)
  }
  expect(wouldWords({ choice: 'dashes', count: 1 })).toBe('1 dash would be drawn as the story draws it.')
})

test('of every file that is not read as it is there is a word for what it is', () => {
  for (const ending of PACKED_ENDINGS) expect(packedName(`a.b${ending.toUpperCase()}`), ending).toMatch(/^an? \w+/)
  expect([packedName('a.txt'), packedName('constructor'), packedName('docx.txt')]).toEqual([null, null, null])
})

test('progress says how far it is in what is being done', () => {
  const all = 40
  expect(progressWords({ stage: 'writing', done: 12, all }, 'the files')).toBe('12 of 40 stories')
  expect(progressWords({ stage: 'packing', done: all, all }, 'the files')).toBe('Packing 40 stories')
  expect(progressWords({ stage: 'writing', done: 0, all: 0 }, 'the Word file')).toBe('Writing the Word file')
  expect(progressWords({ stage: 'receiving', done: 1_500_000, all: 3_000_000 }, '')).toBe('1.5 MB of 3.0 MB received')
})
