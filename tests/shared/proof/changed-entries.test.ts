import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ChangedEntries } from '../../../shared/proof/changed-entries.ts'

describe('changed entries', () => {
  test('are told once, where they stand, whatever was cut and put in between', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('change' as const), at: fc.nat(30) }),
      fc.record({ kind: fc.constant('splice' as const), at: fc.nat(30), removed: fc.nat(3), added: fc.nat(3) }),
      fc.record({ kind: fc.constant('take' as const) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const entries = Array.from({ length: 10 }, () => ({}))
        const changed = new ChangedEntries<object>()
        const expected = new Set<object>()
        for (const one of steps) {
          if (one.kind === 'change') {
            const entry = entries[one.at % Math.max(1, entries.length)]
            if (entry === undefined) continue
            changed.add(entry, entries.indexOf(entry))
            expected.add(entry)
          } else if (one.kind === 'splice') {
            const from = Math.min(one.at, entries.length)
            const fresh = Array.from({ length: one.added }, () => ({}))
            for (const gone of entries.splice(from, one.removed, ...fresh)) {
              changed.delete(gone)
              expected.delete(gone)
            }
            changed.moved(entries.length)
          } else {
            const at = entries.flatMap((entry, index) => (expected.has(entry) ? [index] : []))
            expect(changed.take(entries)).toEqual(at)
            expect(changed.take(entries)).toEqual([])
            expected.clear()
          }
        }
      }),
    )
  })
})
