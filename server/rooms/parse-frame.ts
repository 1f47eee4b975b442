/** What a client says on a room's socket. Throws MalformedFrame; what an update or a state holds is judged elsewhere. */
import { createDecoder, hasContent, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { MESSAGE, SYNC } from '../../shared/wire/frames.ts'

export type ClientFrame =
  | { kind: 'step1'; stateVector: Uint8Array }
  /** A sync step 2 or an update. */
  | { kind: 'text'; step2: boolean; update: Uint8Array }
  | { kind: 'presence'; update: Uint8Array }
  | { kind: 'query' }
  /** Asks for the review's events behind this one. */
  | { kind: 'review'; after: number }

export class MalformedFrame extends Error {
  override readonly name = 'MalformedFrame'
}

/** Room for the sessions of a long life; each takes at most ten bytes. */
const MAX_STATE_VECTOR = 256 << 10

/** A stock client repeats to the server what it has just heard of everybody, so more than one state. */
const MAX_PRESENCE = 1 << 20

/** The frame's parts are views into `bytes`. */
export function parseFrame(bytes: Uint8Array): ClientFrame {
  try {
    const decoder = createDecoder(bytes)
    const type = readVarUint(decoder)
    if (type === MESSAGE.queryAwareness) return { kind: 'query' }
    if (type === MESSAGE.reviewAfter) {
      const after = readVarUint(decoder)
      if (hasContent(decoder)) throw new MalformedFrame('bytes left over')
      return { kind: 'review', after }
    }
    const sync = type === MESSAGE.sync ? readVarUint(decoder) : null
    if (sync === null && type !== MESSAGE.awareness) throw new MalformedFrame(`a message of type ${type}`)
    const payload = readVarUint8Array(decoder)
    if (hasContent(decoder)) throw new MalformedFrame('bytes left over')
    switch (sync) {
      case null:
        if (payload.length > MAX_PRESENCE) throw new MalformedFrame('a presence update out of bounds')
        return { kind: 'presence', update: payload }
      case SYNC.step1:
        checkStateVector(payload)
        return { kind: 'step1', stateVector: payload }
      case SYNC.step2:
      case SYNC.update:
        return { kind: 'text', step2: sync === SYNC.step2, update: payload }
      default:
        throw new MalformedFrame(`a sync message of type ${sync}`)
    }
  } catch (error) {
    throw error instanceof MalformedFrame ? error : new MalformedFrame('a message that cannot be read')
  }
}

function checkStateVector(bytes: Uint8Array): void {
  if (bytes.length === 0) return
  if (bytes.length > MAX_STATE_VECTOR) throw new MalformedFrame('a state vector out of bounds')
  const decoder = createDecoder(bytes)
  for (let left = 2 * readVarUint(decoder); left > 0; left--) readVarUint(decoder)
  if (hasContent(decoder)) throw new MalformedFrame('a state vector with bytes left over')
}
