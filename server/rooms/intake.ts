/**
 * What becomes of the updates that come in: judged by the gate, then on to the commit queue, refused with a reason, or
 * held for a moment because they build on something that is still on its way. A client that types while its connection
 * is being made sends such updates: the sync step 2 that explains them comes a little later.
 */
import { may } from '../../shared/roles.ts'
import { CLOSE, SYNC } from '../../shared/wire/frames.ts'
import type { CommitQueue } from './commit-queue.ts'
import { syncFrame } from './encode-frames.ts'
import { type GateLimits, judge, type ShownBy, STEP2_LIMITS, UPDATE_LIMITS } from './gate.ts'
import type { RoomLimits } from './limits.ts'
import type { Peer } from './peer.ts'
import type { RoomLog } from './room-log.ts'
import type { StructId } from './update-structs.ts'

interface HeldUpdate {
  frame: number
  update: Uint8Array
  /** Not looked at again before this is known. */
  needs: StructId
}

interface Held {
  updates: HeldUpdate[]
  bytes: number
  timer: NodeJS.Timeout
}

/** Held updates of one connection; honest ones are the letters typed while it is being made. */
const MOST_HELD = 1_000

/** What was held is often in the step 2 that has come since. */
const RETRY_LIMITS: GateLimits = { ...UPDATE_LIMITS, repeats: true }

export class Intake {
  readonly #log: RoomLog
  readonly #queue: CommitQueue<Peer>
  readonly #limits: RoomLimits
  readonly #shownBy: ShownBy
  readonly #held = new Map<Peer, Held>()
  /** Sync step 1 frames sent to each connection and not answered. */
  readonly #asked = new WeakMap<Peer, number>()

  constructor(log: RoomLog, queue: CommitQueue<Peer>, limits: RoomLimits, shownBy: ShownBy) {
    this.#log = log
    this.#queue = queue
    this.#limits = limits
    this.#shownBy = shownBy
  }

  /** Asks a connection for everything that the server lacks. */
  ask(peer: Peer): void {
    this.#asked.set(peer, (this.#asked.get(peer) ?? 0) + 1)
    peer.send(syncFrame(SYNC.step1, this.#log.stateVector()))
  }

  /** `update` may be a view; it is copied when it is kept. */
  take(peer: Peer, step2: boolean, update: Uint8Array): void {
    const frame = peer.nextFrame()
    const asked = this.#asked.get(peer) ?? 0
    const awaited = step2 && asked > 0
    if (awaited) this.#asked.set(peer, asked - 1)
    // The socket's read buffer is reused and shared, so this copy is the one that lives on.
    const copy = update.slice()
    const needs = this.#judge(peer, frame, copy, awaited ? STEP2_LIMITS : UPDATE_LIMITS)
    if (needs) this.#hold(peer, { frame, update: copy, needs })
    else if (this.#held.size > 0) this.#retry()
  }

  forget(peer: Peer): void {
    clearTimeout(this.#held.get(peer)?.timer)
    this.#held.delete(peer)
  }

  /** What it has to wait for; null when it is dealt with. */
  #judge(peer: Peer, frame: number, update: Uint8Array, limits: GateLimits): StructId | null {
    const full = update.length > 2 && this.#log.bytes + this.#queue.bytes + update.length > this.#limits.storyBytes
    if (full && may(peer.person.role, 'write')) {
      peer.refuse({
        frame,
        code: 'too-large',
        message: 'This story has grown as big as a story may. Nothing more can be saved in it.',
      })
      return null
    }
    const verdict = judge(update, this.#log, peer.person, limits, this.#shownBy)
    switch (verdict.kind) {
      case 'early':
        return verdict.needs
      case 'malformed':
        peer.close(CLOSE.malformed, verdict.message)
        return null
      case 'refused':
        peer.refuse({ frame, code: verdict.code, message: verdict.message })
        return null
      case 'pass':
        if (verdict.update === null && this.#queue.idle) peer.stored([frame])
        else this.#queue.push({ author: peer, user: peer.person.id, frame, ...verdict })
        return null
    }
  }

  #hold(peer: Peer, late: HeldUpdate): void {
    const held = this.#held.get(peer) ?? { updates: [], bytes: 0, timer: this.#wait(peer, () => this.#askAgain(peer)) }
    this.#held.set(peer, held)
    held.updates.push(late)
    held.bytes += late.update.byteLength
    if (held.bytes > this.#limits.heldBytes || held.updates.length > MOST_HELD) this.#giveUp(peer)
  }

  /** Goes round until nothing that is held can pass: one may be what another waits for. */
  #retry(): void {
    for (let moved = true; moved; ) {
      moved = false
      for (const [peer, held] of this.#held) {
        const rest = held.updates.filter((late) => this.#stillWaits(peer, late))
        if (rest.length === held.updates.length) continue
        moved = true
        held.updates = rest
        held.bytes = rest.reduce((sum, { update }) => sum + update.byteLength, 0)
        if (rest.length === 0) this.forget(peer)
      }
    }
  }

  /** Costs next to nothing until what it needs has come: all that is held is gone through for every update that passes. */
  #stillWaits(peer: Peer, late: HeldUpdate): boolean {
    const { client, clock } = late.needs
    if ((this.#log.clocks.get(client) ?? 0) <= clock) return true
    const needs = this.#judge(peer, late.frame, late.update, RETRY_LIMITS)
    if (needs) late.needs = needs
    return needs !== null
  }

  #askAgain(peer: Peer): void {
    const held = this.#held.get(peer)
    if (!held) return
    this.ask(peer)
    held.timer = this.#wait(peer, () => this.#giveUp(peer))
  }

  #giveUp(peer: Peer): void {
    const held = this.#held.get(peer)
    this.forget(peer)
    for (const { frame } of held?.updates ?? []) {
      const message = 'This change builds on others that never reached the server. Reload the page.'
      peer.refuse({ frame, code: 'conflict', message })
    }
  }

  #wait(peer: Peer, then: () => void): NodeJS.Timeout {
    return setTimeout(() => {
      if (peer.closed) this.forget(peer)
      else then()
    }, this.#limits.heldFor)
  }
}
