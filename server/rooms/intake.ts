/**
 * What becomes of the updates that come in: judged by the gate, then on to the commit queue, refused with a reason, or
 * held for a moment because they build on something that is still on its way. A client that types while its connection
 * is being made sends such updates: the sync step 2 that explains them comes a little later.
 */
import { may } from '../../shared/roles.ts'
import { CLOSE, SYNC } from '../../shared/wire/frames.ts'
import type { CommitQueue } from './commit-queue.ts'
import { syncFrame } from './encode-frames.ts'
import { type GateLimits, judge, STEP2_LIMITS, UPDATE_LIMITS } from './gate.ts'
import type { RoomLimits } from './limits.ts'
import type { Peer } from './peer.ts'
import type { RoomLog } from './room-log.ts'

interface HeldUpdate {
  frame: number
  update: Uint8Array
}

interface Held {
  updates: HeldUpdate[]
  bytes: number
  timer: NodeJS.Timeout
}

/** What was held is often in the step 2 that has come since. */
const RETRY_LIMITS: GateLimits = { ...UPDATE_LIMITS, repeats: true }

export class Intake {
  readonly #log: RoomLog
  readonly #queue: CommitQueue<Peer>
  readonly #limits: RoomLimits
  readonly #held = new Map<Peer, Held>()
  /** Sync step 1 frames sent to each connection and not answered. */
  readonly #asked = new WeakMap<Peer, number>()

  constructor(log: RoomLog, queue: CommitQueue<Peer>, limits: RoomLimits) {
    this.#log = log
    this.#queue = queue
    this.#limits = limits
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
    if (!this.#judge(peer, frame, copy, awaited ? STEP2_LIMITS : UPDATE_LIMITS)) this.#hold(peer, frame, copy)
    else if (this.#held.size > 0) this.#retry()
  }

  forget(peer: Peer): void {
    clearTimeout(this.#held.get(peer)?.timer)
    this.#held.delete(peer)
  }

  /** False when it has to wait. */
  #judge(peer: Peer, frame: number, update: Uint8Array, limits: GateLimits): boolean {
    const full = update.length > 2 && this.#log.bytes + this.#queue.bytes + update.length > this.#limits.storyBytes
    if (full && may(peer.person.role, 'write')) {
      peer.refuse({
        frame,
        code: 'too-large',
        message: 'This story has grown as big as a story may. Nothing more can be saved in it.',
      })
      return true
    }
    const verdict = judge(update, this.#log, peer.person, limits)
    switch (verdict.kind) {
      case 'early':
        return false
      case 'malformed':
        peer.close(CLOSE.malformed, verdict.message)
        return true
      case 'refused':
        peer.refuse({ frame, code: verdict.code, message: verdict.message })
        return true
      case 'pass':
        if (verdict.update === null && this.#queue.idle) peer.stored([frame])
        else this.#queue.push({ author: peer, user: peer.person.id, frame, ...verdict })
        return true
    }
  }

  #hold(peer: Peer, frame: number, update: Uint8Array): void {
    const held = this.#held.get(peer) ?? { updates: [], bytes: 0, timer: this.#wait(peer, () => this.#askAgain(peer)) }
    this.#held.set(peer, held)
    held.updates.push({ frame, update })
    held.bytes += update.byteLength
    if (held.bytes > this.#limits.heldBytes) this.#giveUp(peer)
  }

  /** Goes round until nothing that is held can pass: one may be what another waits for. */
  #retry(): void {
    for (let moved = true; moved; ) {
      moved = false
      for (const [peer, held] of this.#held) {
        const rest = held.updates.filter(({ frame, update }) => !this.#judge(peer, frame, update, RETRY_LIMITS))
        if (rest.length === held.updates.length) continue
        moved = true
        held.updates = rest
        held.bytes = rest.reduce((sum, { update }) => sum + update.byteLength, 0)
        if (rest.length === 0) this.forget(peer)
      }
    }
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
