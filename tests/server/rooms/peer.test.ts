import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../../server/rooms/limits.ts'
import { Peer } from '../../../server/rooms/peer.ts'
import type { RoomSocket } from '../../../server/rooms/room-socket.ts'
import { freshLog } from '../../kit/honest-traffic.ts'

const TOO_FULL_FOR_MORE = LIMITS.behindBuffer + 1
const UPDATE = new Uint8Array([1])

/** A wire that takes only as much as it is told to. */
class SlowSocket implements RoomSocket {
  bufferedAmount = 0
  terminated = false
  send(): void {}
  close(): void {}
  ping(): void {}
  pause(): void {}
  resume(): void {}
  on(): void {}
  terminate(): void {
    this.terminated = true
  }
}

function slowPeer() {
  const clock = { now: 1_760_000_000_000 }
  const socket = new SlowSocket()
  const person = { id: 'eve', name: 'Eve', swatch: 1, role: 'reader', most: null } as const
  const peer = new Peer(
    socket,
    person,
    true,
    LIMITS,
    () => clock.now,
    () => {},
  )
  const log = freshLog()
  const sweep = () => peer.catchUp(log, () => UPDATE)
  /** It has just been sent a long story, and others go on writing. */
  const fallBehind = () => {
    peer.sendState(UPDATE, 0)
    socket.bufferedAmount = TOO_FULL_FOR_MORE
    peer.sendUpdates([UPDATE], 1)
    expect(peer.lagging).toBe(true)
  }
  return { clock, socket, sweep, fallBehind }
}

describe('a connection that is behind', () => {
  it('is given its time from its coming in on, however soon it fell behind', () => {
    const { clock, socket, sweep, fallBehind } = slowPeer()
    fallBehind()
    clock.now += 250
    sweep()
    expect(socket.terminated).toBe(false)
    clock.now += LIMITS.stalledFor - 251
    sweep()
    expect(socket.terminated).toBe(false)
  })

  it('is kept while it takes anything, and let go when it has taken nothing for too long', () => {
    const { clock, socket, sweep, fallBehind } = slowPeer()
    fallBehind()
    for (let round = 0; round < 5; round++) {
      clock.now += LIMITS.stalledFor - 1
      socket.bufferedAmount -= 10
      sweep()
      expect(socket.terminated, `round ${round}`).toBe(false)
    }
    clock.now += LIMITS.stalledFor + 1
    sweep()
    expect(socket.terminated).toBe(true)
  })
})
