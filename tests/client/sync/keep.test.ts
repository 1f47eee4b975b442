import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { Keep, lacks } from '../../../client/sync/keep.ts'
import { MemoryStore } from './memory-store.ts'

const SERVER = 1
const note = (why: string) => ({ title: 'One', why, at: '2026-01-02T03:04:05.000Z' })

/** The first state of a story, as the server makes it. */
function firstState(words = 'One.'): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = SERVER
  doc.getText('text').insert(0, `\n${words}`, {})
  return Y.encodeStateAsUpdate(doc)
}

interface Tab {
  doc: Y.Doc
  text: Y.Text
  keep: Keep
  edits: number
  kept: number
  fault: string | null
  announced: number
}

async function openTab(store: MemoryStore, { mayWrite = true } = {}): Promise<Tab> {
  const doc = new Y.Doc()
  const tab = { doc, text: doc.getText('text'), edits: 0, kept: 0, fault: null as string | null, announced: 0 } as Tab
  tab.keep = new Keep(store, doc, mayWrite, {
    edited: (count) => {
      tab.edits += count
    },
    kept: (through) => {
      tab.kept = through
    },
    fault: (message) => {
      tab.fault = message
    },
    announce: () => {
      tab.announced += 1
    },
  })
  await tab.keep.begin({ read: true, note })
  return tab
}

/** All work that is under way in the store. */
async function settled(tab: Tab): Promise<void> {
  await tab.keep.absorb()
}

afterEach(() => {
  vi.useRealTimers()
})

describe('a story kept in the browser', () => {
  test('what was typed and not acknowledged is there after a reload, and still counts as unacknowledged', async () => {
    const store = new MemoryStore()
    const first = await openTab(store)
    Y.applyUpdate(first.doc, firstState(), 'server')
    first.text.insert(5, ' Two.', {})
    await settled(first)
    expect(first.kept).toBe(1)
    await first.keep.close()

    const second = await openTab(store)
    expect(second.text.toString()).toBe('\nOne. Two.')
    expect([second.edits, second.kept]).toEqual([1, 1])
  })

  test('a story whose first line was made a heading, and made none again, is whole after a reload', async () => {
    const store = new MemoryStore()
    let last = await openTab(store)
    Y.applyUpdate(last.doc, firstState(), 'server')
    for (const block of [1, null]) {
      last.text.format(0, 1, { block })
      last.text.insert(5, block === 1 ? ' Two.' : ' Three.', {})
      await settled(last)
      await last.keep.close()
      last = await openTab(store)
    }
    expect(last.text.toString()).toBe('\nOne. Three. Two.')
    expect(store.aside).toHaveLength(0)
  })

  test('the story itself is kept as soon as it arrives', async () => {
    const store = new MemoryStore()
    const first = await openTab(store)
    Y.applyUpdate(first.doc, firstState(), 'server')
    await settled(first)
    const second = await openTab(store)
    expect(second.text.toString()).toBe('\nOne.')
  })

  test('an edit that was acknowledged is not sent or counted again', async () => {
    const store = new MemoryStore()
    const first = await openTab(store)
    Y.applyUpdate(first.doc, firstState(), 'server')
    first.text.insert(5, ' Two.', {})
    first.text.insert(10, ' Three.', {})
    first.keep.acknowledge(1)
    expect(first.keep.unacknowledged()).toHaveLength(1)
    await first.keep.close()
    const second = await openTab(store)
    expect(second.text.toString()).toBe('\nOne. Two. Three.')
    expect(second.edits).toBe(1)
  })

  test('a store that fails is reported, and gets everything when it works again', async () => {
    vi.useFakeTimers()
    const store = new MemoryStore()
    const first = await openTab(store)
    Y.applyUpdate(first.doc, firstState(), 'server')
    first.text.insert(5, ' Two.', {})
    await settled(first)
    store.failing = true
    store.kept = []
    first.text.insert(10, ' Three.', {})
    await settled(first)
    expect(first.fault).toMatch(/QuotaExceededError/)
    expect(first.kept).toBe(1)
    store.failing = false
    await vi.advanceTimersByTimeAsync(5_000)
    expect(first.fault).toBeNull()
    expect(first.kept).toBe(2)
    const second = await openTab(store)
    expect(second.text.toString()).toBe('\nOne. Two. Three.')
    expect(second.edits).toBe(2)
  })

  test('closing tries once more, without waiting for the next try', async () => {
    const store = new MemoryStore()
    const tab = await openTab(store)
    Y.applyUpdate(tab.doc, firstState(), 'server')
    store.failing = true
    tab.text.insert(5, ' Two.', {})
    await settled(tab)
    store.failing = false
    await tab.keep.close()
    expect(store.kept.some((row) => row.unacknowledged)).toBe(true)
  })

  test('a store that cannot even be read is reported, and typing goes on', async () => {
    const store = new MemoryStore()
    store.failing = true
    const tab = await openTab(store)
    expect(tab.fault).not.toBeNull()
    tab.text.insert(0, 'x', {})
    expect(tab.edits).toBe(1)
    expect(tab.kept).toBe(0)
    await tab.keep.close()
  })

  test('another tab takes in what this one typed offline, and either may acknowledge it', async () => {
    const store = new MemoryStore()
    const one = await openTab(store)
    Y.applyUpdate(one.doc, firstState(), 'server')
    one.text.insert(5, ' Two.', {})
    await settled(one)
    const two = await openTab(store)
    one.text.insert(10, ' Three.', {})
    await settled(one)
    await two.keep.absorb()
    expect(two.text.toString()).toBe('\nOne. Two. Three.')
    expect(two.edits).toBe(2)
    two.keep.acknowledge(2)
    await settled(two)
    expect(store.kept.some((row) => row.unacknowledged)).toBe(false)
    expect(one.announced).toBeGreaterThan(0)
  })

  test("a reader's tidying up is not waited for", async () => {
    const store = new MemoryStore()
    const tab = await openTab(store, { mayWrite: false })
    Y.applyUpdate(tab.doc, firstState(), 'server')
    tab.text.delete(1, 1)
    expect(tab.edits).toBe(0)
    await tab.keep.close()
    expect(store.kept.some((row) => row.unacknowledged)).toBe(false)
  })

  test('many rows become few, and lose nothing', async () => {
    const store = new MemoryStore()
    const tab = await openTab(store)
    Y.applyUpdate(tab.doc, firstState(), 'server')
    for (let index = 0; index < 450; index += 1) {
      tab.text.insert(tab.text.length, 'x', {})
      await settled(tab)
      if (index < 440) tab.keep.acknowledge(index + 1)
    }
    await tab.keep.close()
    expect(store.kept.length).toBeLessThan(260)
    const again = await openTab(store)
    expect(again.text.toString()).toBe(tab.text.toString())
    expect(again.edits).toBe(10)
  })

  test('an edit that was acknowledged while the store failed does not come back as unacknowledged', async () => {
    vi.useFakeTimers()
    const store = new MemoryStore()
    const tab = await openTab(store)
    Y.applyUpdate(tab.doc, firstState(), 'server')
    store.failing = true
    tab.text.insert(5, ' Two.', {})
    await settled(tab)
    tab.text.insert(10, ' Three.', {})
    tab.text.insert(17, ' Four.', {})
    tab.keep.acknowledge(2)
    store.failing = false
    await vi.advanceTimersByTimeAsync(4_000)
    expect(store.kept.filter((row) => row.unacknowledged)).toHaveLength(1)
    expect(tab.kept).toBe(3)
  })

  test('rows with a gap before them are set aside and not used', async () => {
    const store = new MemoryStore()
    const doc = new Y.Doc()
    Y.applyUpdate(doc, firstState())
    doc.getText('text').insert(5, 'lost', {})
    const before = Y.encodeStateVector(doc)
    doc.getText('text').insert(9, '!', {})
    await store.append([
      { update: firstState() as Uint8Array<ArrayBuffer>, unacknowledged: false },
      { update: Y.encodeStateAsUpdate(doc, before) as Uint8Array<ArrayBuffer>, unacknowledged: true },
    ])
    const keep = new Keep(store, new Y.Doc(), true, { edited() {}, kept() {}, fault() {}, announce() {} })
    expect(await keep.begin({ read: true, note })).toBe('spoilt')
  })

  test('rows that make no whole text are set aside and not used', async () => {
    const store = new MemoryStore()
    const doc = new Y.Doc()
    Y.applyUpdate(doc, firstState())
    const before = Y.encodeStateVector(doc)
    doc.getText('text').insert(5, '!', {})
    await store.append([
      { update: Y.encodeStateAsUpdate(doc, before) as Uint8Array<ArrayBuffer>, unacknowledged: true },
    ])
    const keep = new Keep(store, new Y.Doc(), true, { edited() {}, kept() {}, fault() {}, announce() {} })
    expect(await keep.begin({ read: true, note })).toBe('spoilt')
    expect(store.kept).toHaveLength(0)
    expect(store.aside).toHaveLength(1)
  })
})

describe('edits that nobody may send any more', () => {
  async function unsent(): Promise<MemoryStore> {
    const store = new MemoryStore()
    const tab = await openTab(store)
    Y.applyUpdate(tab.doc, firstState(), 'server')
    tab.text.insert(5, ' Two.', {})
    await settled(tab)
    await tab.keep.close()
    return store
  }

  test('are set aside when the story is opened by somebody who may only read, and the place is empty', async () => {
    const store = await unsent()
    const watch = { edited() {}, kept() {}, fault() {}, announce() {} }
    const keep = new Keep(store, new Y.Doc(), false, watch)
    expect(await keep.begin({ read: true, note })).toBe('barred')
    expect(store.notes).toEqual([note('barred')])
    expect([store.kept, keep.aside]).toEqual([[], 'aside 1'])
    expect(keep.unacknowledged()).toHaveLength(1)
  })

  test('stay where they are for somebody who may write', async () => {
    const store = await unsent()
    const tab = await openTab(store)
    expect(tab.text.toString()).toBe('\nOne. Two.')
    expect(store.aside).toEqual([])
  })

  test('go without a trace when there is no note, and another tab puts its own story in again', async () => {
    const store = await unsent()
    const [one, two] = [await openTab(store), await openTab(store)]
    expect(await one.keep.setAside(null)).toBeNull()
    expect([store.kept, store.aside]).toEqual([[], []])
    await two.keep.renew()
    const third = await openTab(store)
    expect(third.text.toString()).toBe('\nOne. Two.')
  })
})

describe('a server that went back', () => {
  async function acknowledgedStory(): Promise<{ tab: Tab; server: Y.Doc }> {
    const tab = await openTab(new MemoryStore())
    const server = new Y.Doc()
    Y.applyUpdate(server, firstState())
    Y.applyUpdate(tab.doc, firstState(), 'server')
    tab.text.insert(5, ' Two.', {})
    tab.keep.acknowledge(1)
    return { tab, server }
  }
  const vectorOf = (doc: Y.Doc) => Y.decodeStateVector(Y.encodeStateVector(doc))

  test('is noticed when an acknowledged edit is gone', async () => {
    const { tab, server } = await acknowledgedStory()
    expect(lacks(vectorOf(server), tab.keep.acknowledged())).toBe(true)
  })

  test('is noticed when another story has taken the place', async () => {
    const { tab } = await acknowledgedStory()
    expect(lacks(new Map([[77, 5]]), tab.keep.acknowledged())).toBe(true)
  })

  test('is not suspected because of edits that it never acknowledged, kept or not', async () => {
    const { tab, server } = await acknowledgedStory()
    Y.applyUpdate(server, Y.encodeStateAsUpdate(tab.doc))
    tab.text.insert(1, 'Zero. ', {})
    tab.text.insert(1, 'More. ', {})
    expect(lacks(vectorOf(server), tab.keep.acknowledged())).toBe(false)
    // It got one of them before it was killed, and had no time to say so.
    Y.applyUpdate(server, tab.keep.unacknowledged()[0]!)
    expect(lacks(vectorOf(server), tab.keep.acknowledged())).toBe(false)
  })

  test('is not suspected because of what another tab typed after it was asked, acknowledged before it is heard', async () => {
    const store = new MemoryStore()
    const [one, server] = [await openTab(store), new Y.Doc()]
    Y.applyUpdate(server, firstState())
    Y.applyUpdate(one.doc, firstState(), 'server')
    const two = await openTab(store)
    const [before, asked] = [two.keep.acknowledged(), vectorOf(server)]
    one.text.insert(5, ' Two.', {})
    Y.applyUpdate(server, Y.encodeStateAsUpdate(one.doc))
    await one.keep.absorb()
    one.keep.acknowledge(1)
    await one.keep.absorb()
    await two.keep.absorb()
    expect(two.text.toString()).toBe('\nOne. Two.')
    expect(lacks(asked, before)).toBe(false)
    // Asked after that, it has to have it.
    expect(lacks(asked, two.keep.acknowledged())).toBe(true)
    expect(lacks(vectorOf(server), two.keep.acknowledged())).toBe(false)
  })
})

test('random typing in two tabs with reloads, failures and acknowledgements loses nothing that was called kept', async () => {
  vi.useFakeTimers()
  const acts = fc.array(
    fc.tuple(
      fc.constantFrom('type', 'type', 'type', 'server', 'ack', 'reload', 'absorb', 'fail', 'mend', 'wait'),
      fc.nat(1),
    ),
    { maxLength: 40 },
  )
  await fc.assert(
    fc.asyncProperty(acts, async (script) => {
      const store = new MemoryStore()
      const server = new Y.Doc()
      Y.applyUpdate(server, firstState())
      const tabs = [await openTab(store), await openTab(store)]
      for (const tab of tabs) Y.applyUpdate(tab.doc, Y.encodeStateAsUpdate(server), 'server')
      let letter = 0
      /** Letters that one tab was told are kept, and that nobody deletes. */
      const promised = new Set<string>()
      const typed: { tab: Tab; number: number; letter: string }[] = []
      for (const [act, index] of script) {
        const tab = tabs[index]!
        if (act === 'type') {
          const mark = String.fromCharCode(0x4e00 + letter)
          letter += 1
          tab.text.insert(tab.text.length, mark, {})
          typed.push({ tab, number: tab.edits, letter: mark })
        } else if (act === 'server') {
          Y.applyUpdate(tab.doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(tab.doc)), 'server')
        } else if (act === 'ack') {
          Y.applyUpdate(server, Y.encodeStateAsUpdate(tab.doc, Y.encodeStateVector(server)))
          tab.keep.acknowledge(tab.edits)
        } else if (act === 'absorb') await tab.keep.absorb()
        else if (act === 'fail') store.failing = true
        else if (act === 'mend') store.failing = false
        else if (act === 'wait') await vi.advanceTimersByTimeAsync(4_000)
        else if (act === 'reload') {
          await settled(tab)
          for (const edit of typed) if (edit.tab === tab && edit.number <= tab.kept) promised.add(edit.letter)
          await tab.keep.close()
          const opened = await openTab(store)
          tabs[index] = opened
          // A page lets nobody type before the first content is there.
          if (opened.text.length === 0) Y.applyUpdate(opened.doc, Y.encodeStateAsUpdate(server), 'server')
        }
      }
      store.failing = false
      for (const tab of tabs) {
        await vi.advanceTimersByTimeAsync(4_000)
        await settled(tab)
        for (const edit of typed) if (edit.tab === tab && edit.number <= tab.kept) promised.add(edit.letter)
        await tab.keep.close()
      }
      const last = await openTab(store)
      Y.applyUpdate(last.doc, Y.encodeStateAsUpdate(server), 'server')
      const words = last.text.toString()
      for (const mark of promised) expect(words).toContain(mark)
      // What only this browser has is known to be unacknowledged.
      const merged = new Y.Doc()
      Y.applyUpdate(merged, Y.encodeStateAsUpdate(server))
      for (const update of last.keep.unacknowledged()) Y.applyUpdate(merged, update)
      for (const mark of promised) expect(merged.getText('text').toString()).toContain(mark)
      await last.keep.close()
    }),
    { numRuns: 300 },
  )
})
