/** What the dialogs offer is what the codecs can do; the lists are apart, as the codecs are not for the browser. */
import { expect, test } from 'vitest'
import { KINDS, viewsOf } from '../../../../client/panels/export/export-choices.ts'
import type { View } from '../../../../shared/codecs/edition.ts'
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
