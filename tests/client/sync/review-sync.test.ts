import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { StaleRefusal } from '../../../client/sync/review.ts'
import { MemoryReview } from './memory-review.ts'
import { noteId, openNote, propose, ReviewClient } from './review-client.ts'
import { SmallLedger } from './small-ledger.ts'

const ADA = 'ada-----'
const BEN = 'ben-----'

let ledger: SmallLedger
let store: MemoryReview
let clients: ReviewClient[]

beforeEach(() => {
  ledger = new SmallLedger()
  store = new MemoryReview()
  clients = []
})

afterEach(async () => {
  for (const client of clients) await client.sync.close()
})

async function enter(account = ADA, kept = account === ADA ? store : new MemoryReview()): Promise<ReviewClient> {
  const client = await ReviewClient.open(ledger, account, kept)
  clients.push(client)
  return client
}

/** A tab that finds no server. */
async function enterOffline(kept = store): Promise<ReviewClient> {
  const client = new ReviewClient(ledger, ADA, kept)
  client.line.cut = true
  clients.push(client)
  await client.sync.begin()
  client.sync.offline()
  return client
}

const bodies = (client: ReviewClient) => [...client.state.notes.values()].map(({ body }) => body)
const quiet = (client: ReviewClient) => vi.waitFor(() => expect(client.store.rows.size).toBe(0))

describe('the review of an open story', () => {
  test('a note is shown at once, waits until the server has it, and is then the server’s', async () => {
    const ada = await enter()
    const asked = ada.sync.ask(openNote('one'))
    await Promise.resolve()
    expect(bodies(ada)).toEqual(['one'])
    expect(ada.waiting).toHaveLength(1)
    expect(ada.notes).toMatchObject({ waiting: 1, unkept: 1 })
    expect(await asked).toEqual({ seq: 1, stale: [] })
    expect(ada.waiting).toEqual([])
    expect(ada.notes).toMatchObject({ waiting: 0, unkept: 0 })
    expect(ada.state).toEqual(ledger.state)
    await quiet(ada)
  })

  test('what another does arrives, in frames of any size, with numbers left out', async () => {
    const ben = await enter(BEN)
    for (const name of ['one', 'two', 'mine', 'three']) await ben.sync.ask(openNote(name, { private: name === 'mine' }))
    const ada = new ReviewClient(ledger, ADA, store)
    clients.push(ada)
    await ada.sync.begin()
    ada.connect(1)
    await ada.sync.ready
    expect(bodies(ada)).toEqual(['one', 'two', 'three'])
    await ben.sync.ask(openNote('four'))
    expect(bodies(ada)).toEqual(['one', 'two', 'three', 'four'])
  })

  test('offline a note is kept before it is called kept, is there after a reload, and is sent once when the server is back', async () => {
    const ada = await enterOffline()
    expect(await ada.sync.ask(openNote('one'))).toEqual({ seq: null, stale: [] })
    expect(store.rows.size).toBe(1)
    expect(ada.notes).toMatchObject({ waiting: 1, unkept: 0 })

    const again = await enterOffline()
    expect(bodies(again)).toEqual(['one'])
    expect(again.waiting).toMatchObject([{ refused: null, command: { body: 'one' } }])
    expect(again.sync.unsaved()).toBe('one')
    again.goOnline()
    await quiet(again)
    expect(ledger.events.map(({ type }) => type)).toEqual(['open-note'])
    expect(again.state).toEqual(ledger.state)
  })

  test('what the server told is there offline', async () => {
    const ben = await enter(BEN)
    await ben.sync.ask(openNote('one'))
    await enter()
    await vi.waitFor(() => expect(store.kept.size).toBe(1))
    await ben.sync.ask(openNote('two'))
    await vi.waitFor(() => expect(store.kept.size).toBe(2))
    expect(bodies(await enterOffline())).toEqual(['one', 'two'])
  })

  test('what waits goes in one request, in the order in which it was asked', async () => {
    const ada = await enterOffline()
    await ada.sync.ask(openNote('one'))
    await ada.sync.ask({ type: 'reply', thread: noteId('one'), reply: noteId('r'), body: 'Indeed.' })
    await ada.sync.ask({ type: 'resolve', note: noteId('one') })
    const posts = vi.spyOn(ledger, 'post')
    ada.goOnline()
    await quiet(ada)
    expect(posts).toHaveBeenCalledTimes(1)
    expect(ledger.events.map(({ type }) => type)).toEqual(['open-note', 'reply', 'resolve'])
  })

  test('an answer that was lost makes no second note', async () => {
    const ada = await enter()
    ada.disconnect()
    ada.line.deaf = true
    expect(await ada.sync.ask(openNote('one'))).toEqual({ seq: null, stale: [] })
    expect(ledger.events).toHaveLength(1)
    ada.goOnline()
    await quiet(ada)
    expect(ledger.events).toHaveLength(1)
    expect(ada.waiting).toEqual([])
  })

  test('the server’s word comes by the feed before the answer: nothing is shown twice, and the asker hears the number', async () => {
    const ada = await enter()
    ada.line.deaf = true
    expect(await ada.sync.ask(openNote('one'))).toEqual({ seq: 1, stale: [] })
    expect(bodies(ada)).toEqual(['one'])
    expect(ada.waiting).toEqual([])
  })

  test('the answer comes before the feed: the note stays in sight, and no longer waits', async () => {
    const ada = await enter()
    ada.disconnect()
    expect(await ada.sync.ask(openNote('one'))).toEqual({ seq: 1, stale: [] })
    expect(ada.waiting).toEqual([])
    expect(bodies(ada)).toEqual(['one'])
  })

  test('a command that is hopeless is refused at once and not sent; its words stay until they are discarded', async () => {
    const ada = await enter()
    ada.role.value = 'reader'
    await expect(ada.sync.ask(openNote('one'))).rejects.toMatchObject({ code: 'forbidden' })
    expect(ledger.posted.size).toBe(0)
    expect(bodies(ada)).toEqual([])
    expect(ada.waiting).toMatchObject([{ refused: { code: 'forbidden' }, command: { body: 'one' } }])
    expect((await enterOffline()).waiting).toHaveLength(1)
    ada.sync.discard(ada.waiting[0]!.id)
    expect(ada.waiting).toEqual([])
    await quiet(ada)
  })

  test('what was refused is sent again when its role has come back, once, and stays when it is refused again', async () => {
    const ada = await enter()
    ledger.roles.set(ADA, 'reader')
    await expect(ada.sync.ask(openNote('one'))).rejects.toMatchObject({ code: 'forbidden' })
    const { id } = ada.waiting[0]!
    ada.sync.sendAgain(id)
    expect(ada.waiting).toMatchObject([{ id, refused: null }])
    await vi.waitFor(() => expect(ada.waiting).toMatchObject([{ id, refused: { code: 'forbidden' } }]))
    ledger.roles.set(ADA, 'commenter')
    ada.sync.sendAgain(id)
    await vi.waitFor(() => expect(ada.waiting).toEqual([]))
    expect(bodies(ada)).toEqual(['one'])
    expect(ledger.events.map(({ type }) => type)).toEqual(['open-note'])
    await quiet(ada)
  })

  test('a command that the server refuses is undone here; the one without words leaves nothing', async () => {
    const ada = await enter()
    ledger.roles.set(ADA, 'reader')
    await expect(ada.sync.ask(openNote('one'))).rejects.toMatchObject({ code: 'forbidden' })
    expect(bodies(ada)).toEqual([])
    expect(ada.waiting).toMatchObject([{ refused: { code: 'forbidden' } }])
    ledger.roles.set(ADA, 'commenter')
    await ada.sync.ask(openNote('two'))
    ledger.roles.set(ADA, 'reader')
    await expect(ada.sync.ask({ type: 'resolve', note: noteId('two') })).rejects.toThrow()
    expect(ada.state.notes.get(noteId('two'))?.resolved).toBeNull()
    expect(ada.waiting).toHaveLength(1)
    expect(ada.notes).toMatchObject({ waiting: 0 })
  })

  test('one command that the server cannot read does not stop those beside it', async () => {
    const ada = await enterOffline()
    await ada.sync.ask(openNote('one'))
    await ada.sync.ask(openNote('two', { body: 'x'.repeat(10_001) }))
    await ada.sync.ask(openNote('three'))
    const { ApiError } = await import('../../../client/sync/api.ts')
    const post = ledger.post.bind(ledger)
    vi.spyOn(ledger, 'post').mockImplementation((account, commands) =>
      post(account, commands).catch(() => Promise.reject(new ApiError('bad-request', 'Too long.', 400))),
    )
    ada.goOnline()
    await vi.waitFor(() => expect(ada.waiting).toMatchObject([{ refused: { code: 'bad-request' } }]))
    await vi.waitFor(() => expect(ledger.events).toHaveLength(2))
    expect(bodies(ada)).toEqual(['one', 'three'])
  })

  test('a decision is not shown before the server has made it, and then comes with its text in one go', async () => {
    const ben = await enter(BEN)
    await ben.sync.ask(propose('b'))
    const ada = await enter()
    ledger.update = Uint8Array.of(7)
    const order: string[] = []
    ada.sync.onAcceptance((events, apply) => {
      order.push(`decided ${events.length} ${ada.applied.length} ${ada.state.suggestions.get(noteId('b'))?.status}`)
      apply()
      apply()
      order.push(`applied ${ada.applied.length}`)
    })
    const stop = ada.sync.state.subscribe(({ suggestions }) => order.push(String(suggestions.get(noteId('b'))?.status)))
    const decided = ada.sync.ask({
      type: 'decide',
      verdict: 'accept',
      decisions: [{ suggestion: noteId('b'), rev: 1 }],
    })
    await Promise.resolve()
    expect(ada.waiting).toMatchObject([{ command: { type: 'decide' } }])
    expect(ada.state.suggestions.get(noteId('b'))?.status).toBe('open')
    expect(await decided).toEqual({ seq: 2, stale: [] })
    stop()
    expect(order.filter((step) => step !== 'open')).toEqual(['decided 1 0 open', 'applied 1', 'accepted'])
    expect(ben.applied).toEqual([Uint8Array.of(7)])
  })

  test('what was left out of a decision is told with its present words, also when all of it was', async () => {
    const ada = await enter()
    await ada.sync.ask(propose('b'))
    await ada.sync.ask(propose('c'))
    ledger.stale = [{ suggestion: noteId('b'), now: null }]
    const decide = (...names: string[]) =>
      ada.sync.ask({
        type: 'decide',
        verdict: 'accept',
        decisions: names.map((name) => ({ suggestion: noteId(name), rev: 1 })),
      })
    expect(await decide('b', 'c')).toEqual({ seq: 3, stale: ledger.stale })
    const refused = await decide('b').catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(StaleRefusal)
    expect(refused).toMatchObject({ code: 'conflict', stale: ledger.stale })
  })

  test('a decision made offline that is refused later is told, for nobody waits for it any more', async () => {
    const ben = await enter(BEN)
    await ben.sync.ask(propose('b'))
    const ada = await enter()
    ada.goOffline()
    await ada.sync.ask({ type: 'decide', verdict: 'reject', decisions: [{ suggestion: noteId('b'), rev: 1 }] })
    await ben.sync.ask({ type: 'withdraw', suggestion: noteId('b'), rev: 1 })
    ada.goOnline()
    await vi.waitFor(() => expect(ada.waiting).toMatchObject([{ refused: { code: 'conflict' } }]))
  })

  test('two tabs of one person show the same, and what one discards goes in the other', async () => {
    const one = await enterOffline()
    const two = await enterOffline()
    await one.sync.ask(openNote('one'))
    await two.sync.absorb()
    expect(bodies(two)).toEqual(['one'])
    ledger.roles.set(ADA, 'reader')
    one.goOnline()
    two.goOnline()
    await vi.waitFor(() => expect(two.waiting).toMatchObject([{ refused: { code: 'forbidden' } }]))
    await vi.waitFor(() => expect(one.waiting).toMatchObject([{ refused: { code: 'forbidden' } }]))
    await vi.waitFor(() => expect([...store.rows.values()]).toMatchObject([{ refused: { code: 'forbidden' } }]))
    one.sync.discard(one.waiting[0]!.id)
    await quiet(one)
    await two.sync.absorb()
    expect(two.waiting).toEqual([])
  })

  test('a store that fails is told, and what waits is kept as soon as it works again', async () => {
    vi.useFakeTimers()
    const ada = await enterOffline()
    store.failing = true
    const asked = ada.sync.ask(openNote('one'))
    const told = vi.fn()
    void asked.then(told)
    await vi.advanceTimersByTimeAsync(100)
    expect(ada.notes).toMatchObject({ waiting: 1, unkept: 1, fault: expect.stringContaining('QuotaExceededError') })
    expect(told).not.toHaveBeenCalled()
    store.failing = false
    await vi.advanceTimersByTimeAsync(10_000)
    expect(ada.notes).toMatchObject({ waiting: 1, unkept: 0, fault: null })
    expect(told).toHaveBeenCalledWith({ seq: null, stale: [] })
    vi.useRealTimers()
  })

  test('a server that came back from a backup is believed, and gets again what it has lost of this person’s', async () => {
    const ben = await enter(BEN)
    await ben.sync.ask(openNote('one'))
    await ben.sync.ask(openNote('two'))
    const ada = await enter()
    expect(bodies(ada)).toEqual(['one', 'two'])
    ada.disconnect()
    ledger.restore(1)
    ada.goOnline()
    expect(bodies(ada)).toEqual(['one'])
    await vi.waitFor(() => expect([...store.kept.keys()]).toEqual([1]))
  })

  test('kept events without their beginning are not added to, so that no hole stays', async () => {
    const ben = await enter(BEN)
    await ben.sync.ask(openNote('one'))
    await enter()
    await vi.waitFor(() => expect(store.kept.size).toBe(1))
    store.kept.clear()
    await ben.sync.ask(openNote('two'))
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(store.kept.size).toBe(0)
  })

  test('what one had looked at before this visit stays, whatever is looked at during it', async () => {
    const ben = await enter(BEN)
    await ben.sync.ask(openNote('one'))
    const first = await enter()
    expect(first.sync.seenBefore.value).toBe(0)
    first.sync.seen()
    await quiet(first)
    await vi.waitFor(() => expect(ledger.state.seen.get(ADA)?.upto).toBe(1))
    expect(first.state.seen.get(ADA)?.upto).toBe(1)
    expect(first.sync.seenBefore.value).toBe(0)
    first.sync.seen()
    expect(ledger.events).toHaveLength(2)
    expect(first.waiting).toEqual([])
    await ben.sync.ask(openNote('two'))

    const second = await enter()
    expect(second.sync.seenBefore.value).toBe(1)
    second.sync.seen()
    await vi.waitFor(() => expect(ledger.state.seen.get(ADA)?.upto).toBe(3))
    expect(second.sync.seenBefore.value).toBe(1)
  })
})
