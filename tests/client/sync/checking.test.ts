/** The page's view of the checker stays level with the text, however late the worker speaks. */
import { signal } from '@preact/signals-core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { startChecking } from '../../../client/sync/checking.ts'
import type { CheckingAnswer, CheckingOrder } from '../../../client/sync/checking-worker.ts'
import { Checker, check } from '../../../shared/proof/checker.ts'
import type { Finding } from '../../../shared/proof/finding.ts'
import { sourceLinesOf } from '../../../shared/proof/source-lines.ts'
import { settingsOf } from '../../../shared/proof/story-settings.ts'
import { EMPTY_REVIEW } from '../../../shared/review/state.ts'
import { TEXT_ROOT } from '../../../shared/story/attributes.ts'
import { draftOf } from '../../../shared/story/delta.ts'

/** The worker's part without its dictionaries; it answers when `speak` is called. */
class SlowWorker extends EventTarget {
  static last: SlowWorker
  readonly checker = new Checker()
  readonly orders: CheckingOrder[] = []
  version = 0
  ended = false

  constructor() {
    super()
    SlowWorker.last = this
  }

  postMessage(order: CheckingOrder): void {
    this.orders.push(structuredClone(order))
  }

  /** Takes in some orders, works a little, and answers. */
  speak(orders: number, steps: number): number {
    for (const order of this.orders.splice(0, orders)) {
      if (order.kind === 'use') this.checker.use(order.settings)
      if (order.kind === 'change') {
        this.checker.change(order.from, order.removed, order.lines)
        this.version += 1
      }
    }
    const { left, changed } = this.checker.step(steps)
    const lines = changed.map((line): [number, ReturnType<Checker['findingsOf']>] => [
      line,
      this.checker.findingsOf(line),
    ])
    this.answer({ kind: 'checked', version: this.version, lines, left, dialect: 'en-US' })
    return left + this.orders.length
  }

  answer(data: CheckingAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }

  terminate(): void {
    this.ended = true
  }
}

const LINES = ['He went to the the door.', 'It rained and and rained.', 'Nothing here.', '']

beforeEach(() => {
  vi.stubGlobal('Worker', SlowWorker)
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function opened() {
  const text = new Y.Doc().getText(TEXT_ROOT)
  text.insert(0, `\n${LINES.join('\n')}`, {})
  const review = signal(EMPTY_REVIEW)
  const checking = startChecking({ text, gap: 2, review })
  return { text, review, checking, worker: SlowWorker.last }
}

function settle(worker: SlowWorker): void {
  vi.advanceTimersByTime(2_000)
  for (let turn = 0; worker.speak(99, 99) > 0; turn += 1) if (turn > 50) throw new Error('settle: never at rest')
}

test('after random edits and late answers every line has what the whole story checked anew has', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    let state = seed
    const below = (end: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
      return Math.floor((state / 2 ** 32) * end)
    }
    const { text, checking, worker } = opened()
    for (let act = 0; act < 30; act += 1) {
      const at = 1 + below(text.length - 1)
      if (below(3) === 0) text.delete(at, Math.min(1 + below(8), text.length - at))
      else text.insert(at, ['the the ', '\n', 'x', 'and and', '\n\nit it is'][below(5)]!, {})
      if (below(2) === 0) vi.advanceTimersByTime(below(600))
      if (below(3) > 0) worker.speak(below(2), 1 + below(12))
    }
    settle(worker)
    const source = sourceLinesOf(draftOf(text.toDelta()), { gap: 2 })
    const lines = checking.lines.value
    expect(
      lines.map((line) => line.text),
      `seed ${seed}`,
    ).toEqual(source.map((line) => line.text))
    expect(
      lines.flatMap(({ findings }) => findings),
      `seed ${seed}`,
    ).toEqual(check(source, settingsOf(EMPTY_REVIEW, 'default')))
    checking.stop()
    expect(worker.ended).toBe(true)
  }
})

test('what was found in a line stays while it is written in, until it was looked at again', () => {
  const { text, checking, worker } = opened()
  settle(worker)
  expect(checking.lines.value[0]?.findings).toHaveLength(1)
  text.insert(3, '!', {})
  vi.advanceTimersByTime(300)
  expect(checking.lines.value[0]).toMatchObject({ text: LINES[0], findings: [{ rule: 'doubled-word' }] })
  settle(worker)
  expect(checking.lines.value[0]?.text).toBe('He! went to the the door.')
})

test('an answer that tells nothing new makes nobody look again', () => {
  const { checking, worker } = opened()
  settle(worker)
  const lines = checking.lines.value
  const again = (findings: Finding[]) =>
    worker.answer({ kind: 'checked', version: 1, lines: [[0, findings]], left: 0, dialect: 'en-US' })
  const [finding] = lines[0]!.findings
  again([{ ...finding! }])
  expect(checking.lines.value).toBe(lines)
  again([{ ...finding!, message: 'Other words.' }])
  expect(checking.lines.value[0]?.findings[0]?.message).toBe('Other words.')
})

test('the worker hears of a change when the text rests, and of one who never rests all the same', () => {
  const { text, worker } = opened()
  const changes = () => worker.orders.filter(({ kind }) => kind === 'change').length
  expect(changes()).toBe(1)
  for (let letter = 0; letter < 10; letter += 1) {
    text.insert(1, 'A', {})
    vi.advanceTimersByTime(120)
    expect(changes()).toBe(1)
  }
  vi.advanceTimersByTime(180)
  expect(changes()).toBe(2)
  for (let letter = 0; letter < 20; letter += 1) {
    text.insert(1, 'b', {})
    vi.advanceTimersByTime(100)
  }
  expect(changes()).toBeGreaterThan(2)
})

test('what is found while the text does not rest yet is shown when it does, and of one who never rests all the same', () => {
  const { text, checking, worker } = opened()
  settle(worker)
  const rules = () => checking.lines.value[2]?.findings.map(({ rule }) => rule)
  const at = text.toString().indexOf('here.')
  text.insert(at, 'at the the door ', {})
  vi.advanceTimersByTime(200)
  worker.speak(99, 99)
  worker.speak(99, 99)
  expect(rules()).toEqual([])
  vi.advanceTimersByTime(50)
  expect(rules()).toEqual(['doubled-word'])

  text.delete(at + 3, 4)
  vi.advanceTimersByTime(200)
  worker.speak(99, 99)
  text.insert(at, 'x', {})
  vi.advanceTimersByTime(200)
  expect(rules()).toEqual(['doubled-word'])
  for (let letter = 0; letter < 13; letter += 1) {
    text.insert(at, 'x', {})
    vi.advanceTimersByTime(100)
    worker.speak(99, 99)
  }
  expect(rules()).toEqual([])
})

test('a word that the review allows reaches the worker, a reply to a note does not', () => {
  const { review, worker } = opened()
  const uses = () => worker.orders.filter(({ kind }) => kind === 'use').length
  expect(uses()).toBe(1)
  review.value = { ...EMPTY_REVIEW, seq: 1 }
  expect(uses()).toBe(1)
  const ino = { word: 'Ino', kind: 'name' as const, by: 'ann', at: 't', allowed: { by: 'ann', at: 't' } }
  review.value = { ...EMPTY_REVIEW, seq: 2, words: new Map([['Ino', ino]]) }
  expect(uses()).toBe(2)
})

test('a check that stopped working is named, and nobody waits for a worker that stopped', () => {
  const { checking, worker } = opened()
  expect([checking.failed.value, checking.missing.value]).toEqual([null, null])
  const facts = {
    level: 'default',
    kind: 'grammar',
    explain: '',
    example: { wrong: '', right: '' },
    source: '',
  } as const
  worker.answer({ kind: 'rules', rules: [{ ...facts, name: 'doubled-word', title: 'Doubled word' }] })
  worker.answer({ kind: 'faults', rules: ['doubled-word'] })
  expect(checking.failed.value).toMatch(/^The check “Doubled word” stopped working and is off/)
  worker.answer({ kind: 'faults', rules: ['doubled-word', 'lost-line'] })
  expect(checking.failed.value).toMatch(/^The checks “Doubled word” and “lost-line” stopped working and are off/)
  expect(checking.left.value).toBeGreaterThan(0)
  worker.answer({ kind: 'stopped', message: 'out of memory' })
  expect([checking.left.value, checking.missing.value]).toEqual([0, null])
  expect(checking.failed.value).toBe('The checker stopped: out of memory. Load the page again.')
})
