import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  afterEvent,
  CONNECT_MS,
  mayLeave,
  nextChangeAt,
  noFacts,
  OVERDUE_MS,
  QUIET_MS,
  type SaveEvent,
  type SaveFacts,
  saveStateOf,
} from '../../../client/sync/save-state.ts'

function factsOf(...events: SaveEvent[]): SaveFacts {
  return events.reduce(afterEvent, noFacts(0))
}

const connected: SaveEvent[] = [
  { type: 'online', at: 10 },
  { type: 'sent', frame: 1, at: 11 },
  { type: 'saved', frame: 1 },
]

describe('what the top bar says', () => {
  test('an untouched story is saved, connected or still connecting', () => {
    expect(saveStateOf(noFacts(0), 100)).toEqual({ kind: 'saved' })
    expect(saveStateOf(factsOf(...connected), 100)).toEqual({ kind: 'saved' })
  })

  test('a first connection that takes too long is called offline', () => {
    expect(saveStateOf(noFacts(0), CONNECT_MS)).toEqual({ kind: 'offline-kept', count: 0 })
  })

  test('an edit is quiet at first, then "saving", then "not saving"', () => {
    const facts = factsOf(...connected, { type: 'edited', at: 1000 }, { type: 'sent', frame: 2, at: 1000 })
    expect(saveStateOf(facts, 1000 + QUIET_MS - 1)).toEqual({ kind: 'saving', quiet: true })
    expect(saveStateOf(facts, 1000 + QUIET_MS)).toEqual({ kind: 'saving' })
    expect(saveStateOf(facts, 1000 + OVERDUE_MS)).toMatchObject({ kind: 'not-saving', count: 1 })
    expect(saveStateOf(afterEvent(facts, { type: 'saved', frame: 2 }), 1000 + OVERDUE_MS)).toEqual({ kind: 'saved' })
  })

  test('a note that is not on the server counts like an edit: saving, overdue, kept here, not kept', () => {
    const note = (unkept: number, fault: string | null = null): SaveEvent => ({
      type: 'notes',
      notes: { waiting: 1, unkept, since: 1000, fault },
    })
    const online = factsOf(...connected, note(1))
    expect(saveStateOf(online, 1000 + QUIET_MS - 1)).toEqual({ kind: 'saving', quiet: true })
    expect(saveStateOf(online, 1000 + OVERDUE_MS)).toMatchObject({ kind: 'not-saving', count: 1 })
    expect(mayLeave(online)).toBe(false)
    const away = factsOf(...connected, { type: 'offline', at: 900 }, note(0))
    expect(saveStateOf(away, 1001)).toEqual({ kind: 'offline-kept', count: 1 })
    expect(mayLeave(away)).toBe(true)
    const full = factsOf(...connected, { type: 'offline', at: 900 }, note(1, 'Full.'))
    expect(saveStateOf(full, 1001)).toEqual({ kind: 'offline-not-kept', count: 1, reason: 'Full.' })
    expect(saveStateOf(afterEvent(away, { type: 'online', at: 2000 }), 2001)).toEqual({ kind: 'sending', count: 1 })
    const done: SaveEvent = { type: 'notes', notes: { waiting: 0, unkept: 0, since: 3000, fault: null } }
    expect(saveStateOf(afterEvent(online, done), 60_000)).toEqual({ kind: 'saved' })
  })

  test('edits made offline are kept, and are sent with their number when the connection is back', () => {
    const away = factsOf(
      ...connected,
      { type: 'offline', at: 50 },
      { type: 'edited', at: 60 },
      { type: 'edited', at: 70 },
      { type: 'kept', through: 2, at: 72 },
    )
    expect(saveStateOf(away, 80)).toEqual({ kind: 'offline-kept', count: 2 })
    const back = [{ type: 'online', at: 90 } as const, { type: 'sent', frame: 1, at: 91 } as const].reduce(
      afterEvent,
      away,
    )
    expect(saveStateOf(back, 95)).toEqual({ kind: 'sending', count: 2 })
    expect(saveStateOf(afterEvent(back, { type: 'saved', frame: 1 }), 96)).toEqual({ kind: 'saved' })
  })

  test('an edit that the browser could not keep is said not to be kept', () => {
    const facts = factsOf({ type: 'offline', at: 5 }, { type: 'edited', at: 6 }, { type: 'store', fault: 'Full.' })
    expect(saveStateOf(facts, 7)).toEqual({ kind: 'offline-not-kept', count: 1, reason: 'Full.' })
    expect(mayLeave(facts)).toBe(false)
  })

  test('a refused frame and the frames after it stay unsaved until a new connection repeats them', () => {
    const facts = factsOf(
      ...connected,
      { type: 'edited', at: 20 },
      { type: 'sent', frame: 2, at: 20 },
      { type: 'edited', at: 30 },
      { type: 'sent', frame: 3, at: 30 },
      { type: 'refused', frame: 2, message: 'You may only read.' },
      { type: 'saved', frame: 3 },
    )
    expect(saveStateOf(facts, 40)).toEqual({ kind: 'not-saving', count: 2, reason: 'You may only read.' })
    const again = [{ type: 'online', at: 50 } as const, { type: 'sent', frame: 1, at: 51 } as const].reduce(
      afterEvent,
      facts,
    )
    expect(saveStateOf(afterEvent(again, { type: 'saved', frame: 1 }), 52)).toEqual({ kind: 'saved' })
  })

  test('a room that cannot save says so, and recovers by catching up', () => {
    const facts = factsOf(
      ...connected,
      { type: 'edited', at: 20 },
      { type: 'sent', frame: 2, at: 20 },
      { type: 'refused', frame: 0, message: 'The disk is full.' },
    )
    expect(saveStateOf(facts, 30)).toMatchObject({ kind: 'not-saving', reason: 'The disk is full.' })
    expect(saveStateOf(afterEvent(facts, { type: 'saved', frame: 2 }), 40)).toEqual({ kind: 'saved' })
  })

  test('a story that the server took away is not saving, whatever comes later', () => {
    const facts = factsOf(...connected, { type: 'ended', message: 'Deleted.', at: 20 }, { type: 'offline', at: 21 })
    expect(saveStateOf(facts, 30)).toMatchObject({ kind: 'not-saving', reason: 'Deleted.' })
  })
})

/** A server, a store and a wire that lose, delay and refuse; it knows what really is where. */
class World {
  now = 0
  facts = noFacts(0)
  onDisk = 0
  inStore = 0
  #online = false
  #frames: { through: number; committed: boolean }[] = []
  #refusedFrom = Number.POSITIVE_INFINITY
  #answers: SaveEvent[] = []

  tell(event: SaveEvent): void {
    this.facts = afterEvent(this.facts, event)
  }

  act(act: string, size: number): void {
    this.now += size
    if (act === 'edit') this.#edit()
    else if (act === 'keep' && this.inStore < this.facts.edits) {
      this.inStore += 1
      this.tell({ type: 'kept', through: this.inStore, at: this.now })
    } else if (act === 'connect' && !this.#online) this.#connect()
    else if (act === 'drop' && this.#online) {
      this.#online = false
      this.tell({ type: 'offline', at: this.now })
    } else if (act === 'commit') this.#commit()
    else if (act === 'refuse') this.#refuse()
    else if (act === 'deliver') {
      const answer = this.#answers.shift()
      if (answer && this.#online) this.tell(answer)
    } else if (act === 'fault') this.tell({ type: 'store', fault: size % 2 ? 'Full.' : null })
    else if (act === 'ill') this.#answers.push({ type: 'refused', frame: 0, message: 'Ill.' })
  }

  #edit(): void {
    this.tell({ type: 'edited', at: this.now })
    if (this.#online) this.#send()
  }

  #connect(): void {
    this.#online = true
    this.#frames = []
    this.#answers = []
    this.#refusedFrom = Number.POSITIVE_INFINITY
    this.tell({ type: 'online', at: this.now })
    this.#send()
  }

  #send(): void {
    this.#frames.push({ through: this.facts.edits, committed: false })
    this.tell({ type: 'sent', frame: this.#frames.length, at: this.now })
  }

  #commit(): void {
    const index = this.#frames.findIndex((frame) => !frame.committed)
    const frame = this.#frames[index]
    if (!frame) return
    frame.committed = true
    // What follows a refused frame has a gap before it; a server that counts it all the same must not be believed.
    if (index + 1 < this.#refusedFrom) this.onDisk = Math.max(this.onDisk, frame.through)
    this.#answers.push({ type: 'saved', frame: index + 1 })
  }

  #refuse(): void {
    const index = this.#frames.findIndex((frame) => !frame.committed)
    const frame = this.#frames[index]
    if (!frame) return
    frame.committed = true
    this.#refusedFrom = Math.min(this.#refusedFrom, index + 1)
    this.#answers.push({ type: 'refused', frame: index + 1, message: 'No.' })
  }
}

const steps = fc.array(
  fc.tuple(
    fc.constantFrom(
      'edit',
      'edit',
      'keep',
      'connect',
      'drop',
      'commit',
      'commit',
      'deliver',
      'deliver',
      'refuse',
      'fault',
      'ill',
    ),
    fc.constantFrom(0, 1, 7, 300, 450, 4_000, 11_000),
  ),
  { maxLength: 60 },
)

describe('whatever happens', () => {
  test('"saved" is said only when every edit is on the server\'s disk, and "kept" only when it is kept', () => {
    fc.assert(
      fc.property(steps, (acts) => {
        const world = new World()
        for (const [act, size] of acts) {
          world.act(act, size)
          const { kind } = saveStateOf(world.facts, world.now)
          if (kind === 'saved') expect(world.onDisk).toBe(world.facts.edits)
          if (kind === 'offline-kept') expect(Math.max(world.onDisk, world.inStore)).toBe(world.facts.edits)
          if (mayLeave(world.facts)) expect(Math.max(world.onDisk, world.inStore)).toBe(world.facts.edits)
          expect(world.facts.acknowledged).toBeLessThanOrEqual(world.onDisk)
        }
      }),
      { numRuns: 3_000 },
    )
  })

  test('once everything is connected, committed and delivered, it says "saved"', () => {
    fc.assert(
      fc.property(steps, (acts) => {
        const world = new World()
        for (const [act, size] of acts) world.act(act, size)
        world.act('drop', 1)
        world.act('connect', 1)
        for (let step = 0; step < 4; step += 1) {
          world.act('commit', 1)
          world.act('deliver', 1)
        }
        expect(saveStateOf(world.facts, world.now)).toEqual({ kind: 'saved' })
      }),
      { numRuns: 1_000 },
    )
  })

  test('the state changes by time alone only at the moments announced', () => {
    fc.assert(
      fc.property(steps, fc.nat(15_000), (acts, wait) => {
        const world = new World()
        for (const [act, size] of acts) world.act(act, size)
        const next = nextChangeAt(world.facts, world.now)
        const moment = Math.min(world.now + wait, next === null ? Number.POSITIVE_INFINITY : next - 1)
        expect(saveStateOf(world.facts, moment)).toEqual(saveStateOf(world.facts, world.now))
      }),
      { numRuns: 2_000 },
    )
  })
})
