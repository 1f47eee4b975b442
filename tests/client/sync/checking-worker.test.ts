/** The checker's worker: what it waits for, and in which order it tells what it finds. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test, vi } from 'vitest'
import type { CheckingAnswer, CheckingOrder } from '../../../client/sync/checking-worker.ts'
import { USUAL } from '../../../shared/proof/settings.ts'

/** When the parts of speech arrive. */
let arrival: Promise<void> = Promise.resolve()
vi.mock('../../../shared/proof/wink-tagger.ts', async () => {
  await arrival
  return { winkTagger: () => null }
})

type Checked = Extract<CheckingAnswer, { kind: 'checked' }>

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** The worker with its dictionaries read from the disk. */
async function started() {
  const told: Checked[] = []
  let hear: (event: { data: CheckingOrder }) => void = () => undefined
  vi.stubGlobal('addEventListener', (_type: string, listener: typeof hear) => {
    hear = listener
  })
  vi.stubGlobal('postMessage', (answer: CheckingAnswer) => {
    if (answer.kind === 'checked') told.push(structuredClone(answer))
  })
  vi.stubGlobal('fetch', (url: URL) => Promise.resolve(new Response(readFileSync(fileURLToPath(url)))))
  await import('../../../client/sync/checking-worker.ts')
  /** Until all findings stand. */
  const rest = () => vi.waitFor(() => expect(told.at(-1)?.left).toBe(0), { timeout: 20_000 })
  return { told, rest, order: (data: CheckingOrder) => hear({ data }) }
}

test('a story is read when the parts of speech do not come, too', async () => {
  arrival = new Promise(() => undefined)
  const { told, rest, order } = await started()
  order({ kind: 'use', settings: USUAL })
  order({ kind: 'change', from: 0, removed: 0, lines: [{ text: 'Nobody saw it wich way.', gap: 2, heading: false }] })
  await rest()
  expect(told.flatMap(({ lines }) => lines)[0]).toMatchObject([0, [{ rule: 'spelling', offset: 14 }]])
})

test('what a changed line alone tells comes before the rules that look at the whole story have had their turn', async () => {
  arrival = Promise.resolve()
  const { told, rest, order } = await started()
  const lines = ['The boat came in.', 'Nobody saw it go.', 'It was late.'].map((text) => ({
    text,
    gap: 2,
    heading: false,
  }))
  order({ kind: 'use', settings: USUAL })
  order({ kind: 'change', from: 0, removed: 0, lines })
  await rest()
  told.length = 0
  order({ kind: 'change', from: 1, removed: 1, lines: [{ text: 'Nobody saw it wich way.', gap: 2, heading: false }] })
  await rest()
  const [first] = told
  expect(first?.lines.find(([line]) => line === 1)?.[1]).toMatchObject([{ rule: 'spelling', offset: 14 }])
  expect(first?.left).toBe(1)
})
