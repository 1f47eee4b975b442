import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { eventOf } from '../../../server/rooms/ledger.ts'
import { openSqlite } from '../../../server/storage/open-sqlite.ts'
import type { ReviewEvent } from '../../../shared/review/events.ts'
import type { Reviewer } from '../../../shared/review/judge.ts'
import { reduce } from '../../../shared/review/reduce.ts'
import { EMPTY_REVIEW, type ReviewState } from '../../../shared/review/state.ts'
import { dice } from '../../kit/honest-traffic.ts'
import { RawClient } from '../../kit/raw-client.ts'
import { anyCommand, PEOPLE } from '../../kit/review-commands.ts'
import { until } from '../../kit/room-under-test.ts'

const SEED = Number(process.env.GALLEY_SEED ?? Date.now() % 1_000_000)
const ROUNDS = 4

it(`loses no event that was acknowledged or shown, and doubles none, however often it is killed (seed ${SEED})`, async () => {
  const random = dice(SEED)
  const data = await mkdtemp(join(tmpdir(), 'galley-killed-'))
  let state: ReviewState = EMPTY_REVIEW
  let unanswered: { by: Reviewer; line: string }[] = []
  const acknowledged = new Map<string, number>()
  const shown = new Map<number, ReviewEvent>()
  for (let round = 0; round < ROUNDS; round++) {
    const server = spawn(process.execPath, ['--import', 'tsx', 'tests/kit/room-server.ts', data], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const lines = createInterface({ input: server.stdout })
    // It is written to while it dies.
    server.stdin.on('error', () => undefined)
    const [url] = (await once(lines, 'line')) as [string]
    const answered = new Set<string>()
    lines.on('line', (line) => {
      const { id, seq } = JSON.parse(line) as { id: string; seq: number | null }
      answered.add(id)
      if (seq === null) return
      expect(acknowledged.get(id) ?? seq).toBe(seq)
      acknowledged.set(id, seq)
    })
    const watcher = await new RawClient(url, { user: PEOPLE[1]?.id ?? '', galley: '1' }).sync()
    watcher.askReview(0)
    await until(() => watcher.reviews.length > 0, 'the review is answered')
    const asked = new Map<string, { by: Reviewer; line: string }>()
    const send = (by: Reviewer, line: string) => {
      asked.set((JSON.parse(line) as { command: { id: string } }).command.id, { by, line })
      server.stdin.write(`${line}\n`)
    }
    // What was not answered when it was killed comes again, as from an outbox.
    for (const { by, line } of unanswered) send(by, line)
    const end = Date.now() + 200 + random() * 400
    while (Date.now() < end) {
      state = reduce(state, watcher.events)
      const by = PEOPLE[Math.floor(random() * PEOPLE.length)]
      if (by) send(by, JSON.stringify({ by, command: anyCommand(state, random) }))
      await new Promise((resolve) => setTimeout(resolve, random() * 6))
    }
    server.kill('SIGKILL')
    await once(server, 'exit')
    await until(() => watcher.closed !== null, 'the socket has noticed')
    for (const event of watcher.events) shown.set(event.seq, event)
    unanswered = [...asked].flatMap(([id, one]) => (answered.has(id) ? [] : one))
    const storage = await openSqlite(data)
    const page = await storage.review.list('story1', 0, 100_000)
    await storage.close()
    const byId = new Map(page.events.map(({ id, seq }) => [id, seq]))
    expect(page.upto).toBe(page.head)
    expect([...acknowledged].filter(([id, seq]) => byId.get(id) !== seq)).toEqual([])
    const events = new Map(page.events.map((event) => [event.seq, eventOf(event)]))
    for (const [seq, event] of shown) expect(events.get(seq)).toEqual(event)
    state = EMPTY_REVIEW
  }
  // The rounds must have been worth something.
  expect(Math.min(acknowledged.size, shown.size)).toBeGreaterThan(ROUNDS * 5)
  await rm(data, { recursive: true, force: true })
}, 120_000)
