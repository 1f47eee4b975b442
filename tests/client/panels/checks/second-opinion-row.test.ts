/** What the checks panel says of the second opinion while it is on its way. */
import { expect, test } from 'vitest'
import { progressWords } from '../../../../client/panels/checks/second-opinion-row.ts'
import { ENGINE_BYTES } from '../../../../client/sync/second-opinion-size.ts'

test('loading is told in hundredths and never goes past all of it', () => {
  const words = (bytes: number) => progressWords({ kind: 'loading', bytes })
  expect([0, ENGINE_BYTES / 2, ENGINE_BYTES - 1, ENGINE_BYTES + 5].map(words)).toEqual([
    'Loading… 0 %',
    'Loading… 50 %',
    'Loading… 99 %',
    'Loading… 100 %',
  ])
})

test('reading is told in lines, the end in words, a failure with its reason and what to do', () => {
  expect(progressWords({ kind: 'reading', left: 2_300, of: 3_300 })).toBe('1,000 of 3,300 lines read by Harper')
  expect(progressWords({ kind: 'reading', left: 1, of: 1 })).toBe('0 of 1 line read by Harper')
  expect(progressWords({ kind: 'done' })).toBe('Harper has read all lines.')
  expect(progressWords({ kind: 'failed', message: 'engine.wasm: 404' })).toMatch(/\(engine\.wasm: 404\).*off and on/)
})
