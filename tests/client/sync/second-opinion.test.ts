/** The second opinion keeps level with the checker's lines, asks of one line at a time, and asks nothing twice. */

import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { effect, signal } from '@preact/signals-core'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CheckedLine } from '../../../client/sync/checking.ts'
import { type SecondOpinionHandle, startSecondOpinion } from '../../../client/sync/second-opinion.ts'
import { ENGINE_BYTES, TRAVEL_BYTES } from '../../../client/sync/second-opinion-size.ts'
import type { SecondAnswer, SecondOrder } from '../../../client/sync/second-opinion-worker.ts'
import { findingKey } from '../../../shared/proof/finding.ts'
import type { Remark } from '../../../shared/proof/second-opinion.ts'
import type { Dialect } from '../../../shared/proof/style-sheet.ts'
import { EMPTY_REVIEW } from '../../../shared/review/state.ts'

/** The worker's part: finds the word "bad", when `speak` is called. */
class SlowWorker extends EventTarget {
  static last: SlowWorker
  readonly orders: SecondOrder[] = []
  readonly read: string[] = []
  ended = false

  constructor() {
    super()
    SlowWorker.last = this
  }

  postMessage(order: SecondOrder): void {
    this.orders.push(structuredClone(order))
  }

  /** Carries out the oldest order; false when there is none. */
  speak(): boolean {
    const order = this.orders.shift()
    if (!order) return false
    if (order.kind === 'prepare') this.answer({ kind: 'ready' })
    else {
      this.read.push(order.text)
      this.answer({ kind: 'read', text: order.text, remarks: remarksOn(order.text) })
    }
    return true
  }

  answer(data: SecondAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }

  terminate(): void {
    this.ended = true
  }
}

function remarksOn(text: string): Remark[] {
  return [...text.matchAll(/bad/g)].map(({ index }) => ({
    rule: 'harper/bad',
    offset: index,
    length: 3,
    message: 'It is bad.',
    replacements: ['good'],
  }))
}

const lines = signal<readonly CheckedLine[]>([])
const left = signal(0)
const dialect = signal<Dialect | null>('en-US')
const review = signal(EMPTY_REVIEW)
let handle: SecondOpinionHandle | null = null
let stopDrawing = (): void => {}

const set = (...texts: (string | null)[]) => {
  lines.value = texts.map((text) => ({ text, findings: [] }))
}

function begin(): SecondOpinionHandle {
  handle?.stop()
  stopDrawing()
  const begun = startSecondOpinion({ checking: { lines, left, dialect, names: async () => [] }, review })
  // As the page does.
  stopDrawing = effect(() => void begun.lines.value)
  handle = begun
  return begun
}

/** Lets the worker speak until it has nothing to say and nobody asks it anything. */
async function settle(): Promise<void> {
  do await vi.advanceTimersByTimeAsync(300)
  while (SlowWorker.last.speak())
  await vi.advanceTimersByTimeAsync(300)
}

const found = () => handle!.lines.value.map(({ findings }) => findings.map(({ line, offset }) => `${line}:${offset}`))

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('Worker', SlowWorker)
  left.value = 0
  dialect.value = 'en-US'
  review.value = EMPTY_REVIEW
  set('A bad one.', 'Nothing.', '', 'Another bad one.')
})

afterEach(() => {
  handle?.stop()
  handle = null
  stopDrawing()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('what it says stands among the findings of its lines, and how far it has come is told', async () => {
  const { progress } = begin()
  expect(progress.value).toEqual({ kind: 'loading', bytes: 0 })
  await vi.advanceTimersByTimeAsync(300)
  SlowWorker.last.answer({ kind: 'loading', bytes: 5 })
  expect(progress.value).toEqual({ kind: 'loading', bytes: 5 })
  SlowWorker.last.speak()
  await vi.advanceTimersByTimeAsync(300)
  expect(progress.value).toEqual({ kind: 'reading', left: 3, of: 4 })
  await settle()
  expect(progress.value).toEqual({ kind: 'done' })
  expect(found()).toEqual([['0:2'], [], [], ['3:8']])
})

test('it waits until our own checker has nothing left to do', async () => {
  left.value = 2
  begin()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(SlowWorker.last.orders).toEqual([])
  left.value = 0
  await settle()
  expect(SlowWorker.last.read).toHaveLength(3)
  left.value = 1
  set('New.')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(SlowWorker.last.orders).toEqual([])
})

test('lines on the screen come first, and a line is asked about once', async () => {
  set('One.', 'Two.', 'Three.', 'One.')
  begin()
  handle!.prefer(2)
  await settle()
  expect(SlowWorker.last.read).toEqual(['Three.', 'One.', 'Two.'])
})

test('a line that was changed while it was read is read as it now is, before the others', async () => {
  set('One.', 'Two.', 'Three.', 'Four.')
  begin()
  await vi.advanceTimersByTimeAsync(300)
  SlowWorker.last.speak()
  await vi.advanceTimersByTimeAsync(300)
  set('One.', 'Two.', 'Three.', 'A bad four.')
  await settle()
  expect(SlowWorker.last.read).toEqual(['One.', 'A bad four.', 'Two.', 'Three.'])
  expect(found()).toEqual([[], [], [], ['3:2']])
})

test('what stands beside the place that one writes at stays, until the line was read again', async () => {
  begin()
  await settle()
  set('A bad one, maybe.', 'Nothing.', '', 'Another bad one.')
  expect(found()).toEqual([['0:2'], [], [], ['3:8']])
  set('Such a bad one, maybe.', 'Nothing.', '', 'Another bad one.')
  expect(found()[0]).toEqual(['0:7'])
  await settle()
  expect(found()[0]).toEqual(['0:7'])
})

test('another dialect is another opinion: all is read anew', async () => {
  begin()
  await settle()
  dialect.value = 'en-GB'
  await settle()
  expect(SlowWorker.last.read).toHaveLength(6)
  expect(found()).toEqual([['0:2'], [], [], ['3:8']])
})

test('a rule that is switched off, and a dismissal, go at once and nothing is read for them', async () => {
  begin()
  await settle()
  const key = handle!.lines.value[0]!.findings[0]!.key
  review.value = { ...EMPTY_REVIEW, dismissed: new Map([[key, { rule: 'harper/bad', words: 'bad', by: 'a', at: '' }]]) }
  expect(found()).toEqual([[], [], [], ['3:8']])
  review.value = { ...EMPTY_REVIEW, off: new Map([['harper/bad', { by: 'a', at: '' }]]) }
  expect(found()).toEqual([[], [], [], []])
  await settle()
  expect(SlowWorker.last.read).toHaveLength(3)
})

test('words of which a finding of ours was dismissed do not come back as its own', async () => {
  begin()
  await settle()
  const { text } = handle!.lines.value[0]!
  const key = findingKey('verb-form', text!, 0, 5)
  review.value = {
    ...EMPTY_REVIEW,
    dismissed: new Map([[key, { rule: 'verb-form', words: 'A bad', by: 'a', at: '' }]]),
  }
  expect(found()).toEqual([[], [], [], ['3:8']])
  await settle()
  expect(found()).toEqual([[], [], [], ['3:8']])
})

test('a failure is told, whenever it comes, and nothing is asked after it', async () => {
  for (const rest of [() => vi.advanceTimersByTimeAsync(300), settle]) {
    begin()
    await rest()
    SlowWorker.last.orders.length = 0
    SlowWorker.last.answer({ kind: 'failed', message: 'engine.wasm: 404' })
    expect(handle!.progress.value).toEqual({ kind: 'failed', message: 'engine.wasm: 404' })
    set(`Other words ${rest.name}.`)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(SlowWorker.last.orders).toEqual([])
    expect(handle!.progress.value.kind).toBe('failed')
  }
})

test('after stop nothing is asked, and the worker is gone', async () => {
  begin()
  await vi.advanceTimersByTimeAsync(300)
  handle!.stop()
  expect(SlowWorker.last.ended).toBe(true)
  SlowWorker.last.orders.length = 0
  set('New.')
  await settle()
  expect(SlowWorker.last.orders).toEqual([])
})

test('whatever lines come and go, in the end what is said is what the lines deserve', async () => {
  const line = fc.constantFrom('bad', 'a bad b', 'fine', 'bad bad', '', null)
  const state = fc.record({ texts: fc.array(line, { maxLength: 6 }), busy: fc.boolean(), spoken: fc.nat(2) })
  await fc.assert(
    fc.asyncProperty(fc.array(state, { maxLength: 5 }), async (states) => {
      set('bad')
      left.value = 0
      begin()
      for (const { texts, busy, spoken } of states) {
        left.value = busy ? 1 : 0
        set(...texts)
        for (let times = 0; times < spoken; times += 1) {
          await vi.advanceTimersByTimeAsync(100)
          SlowWorker.last.speak()
        }
      }
      left.value = 0
      await settle()
      const wanted = lines.value.map(({ text }, index) =>
        remarksOn(text ?? '').map(({ offset }) => `${index}:${offset}`),
      )
      expect(found()).toEqual(wanted)
    }),
    { numRuns: 60 },
  )
})

test('its size is that of the engine that is installed', () => {
  const bytes = readFileSync(new URL('harper_wasm_slim_bg.wasm', import.meta.resolve('harper.js/slimBinary')))
  expect(ENGINE_BYTES).toBe(bytes.length)
  const travels = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
  expect(Math.abs(travels.length - TRAVEL_BYTES) / TRAVEL_BYTES).toBeLessThan(0.1)
})
