/** A client of a room made of single frames: says what it is told to and remembers what it hears. */
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { ReviewEvent } from '../../shared/review/events.ts'
import { MESSAGE, type RefusedFrame, type ReviewFrame, type RoleFrame, SYNC } from '../../shared/wire/frames.ts'
import { until } from './room-under-test.ts'

export interface PresenceEntry {
  client: number
  clock: number
  state: { user: { id: string; name: string; swatch: number; color: string }; cursor?: unknown; view?: unknown } | null
}

export class RawClient {
  readonly socket: WebSocket
  /** Holds what the room has sent; changes made here are sent with `change`. A number is the client id of a new one. */
  readonly doc: Y.Doc
  /** In the order heard. */
  readonly saved: number[] = []
  readonly refused: RefusedFrame[] = []
  readonly roles: RoleFrame[] = []
  readonly updates: Uint8Array[] = []
  readonly reviews: (ReviewFrame & { update: Uint8Array })[] = []
  readonly presence: PresenceEntry[] = []
  /** Every message, as it came. */
  readonly heard: Uint8Array[] = []
  messages = 0
  step2s = 0
  /** Update-bearing frames sent. */
  sent = 0
  closed: number | null = null
  /** Status of a refused upgrade. */
  turnedAway: number | null = null
  /** Answer a sync step 1 by itself, as every real client does. */
  answers = true

  constructor(
    url: string,
    params: Record<string, string> = {},
    story = 'story1',
    doc: Y.Doc | number = new Y.Doc(),
    headers: Record<string, string> = {},
  ) {
    this.doc = typeof doc === 'number' ? new Y.Doc() : doc
    if (typeof doc === 'number') this.doc.clientID = doc
    this.doc.getText('text')
    this.socket = new WebSocket(`${url}/${story}?${new URLSearchParams(params)}`, { perMessageDeflate: false, headers })
    this.socket.binaryType = 'nodebuffer'
    this.socket.on('message', (data: Buffer) => this.#hear(new Uint8Array(data)))
    this.socket.on('close', (code) => {
      this.closed = code
    })
    this.socket.on('unexpected-response', (request, { statusCode }) => {
      this.turnedAway = statusCode ?? 0
      request.destroy()
    })
    this.socket.on('error', () => {
      this.closed ??= 0
    })
  }

  get text(): Y.Text {
    return this.doc.getText('text')
  }

  get lastSaved(): number {
    return this.saved.at(-1) ?? 0
  }

  /** Connected and in step with the room. */
  async sync(): Promise<this> {
    await until(() => this.socket.readyState === WebSocket.OPEN, 'the socket is open')
    const before = this.step2s
    this.sendSync(SYNC.step1, Y.encodeStateVector(this.doc))
    await until(() => this.step2s > before, 'the room has answered')
    return this
  }

  send(bytes: Uint8Array): void {
    this.socket.send(bytes)
  }

  sendSync(kind: number, payload: Uint8Array): void {
    if (kind !== SYNC.step1) this.sent++
    const encoder = createEncoder()
    writeVarUint(encoder, MESSAGE.sync)
    writeVarUint(encoder, kind)
    writeVarUint8Array(encoder, payload)
    this.send(toUint8Array(encoder))
  }

  /** Asks for the review's events behind `after`. */
  askReview(after = 0): void {
    const encoder = createEncoder()
    writeVarUint(encoder, MESSAGE.reviewAfter)
    writeVarUint(encoder, after)
    this.send(toUint8Array(encoder))
  }

  /** Events heard, in order of coming. */
  get events(): ReviewEvent[] {
    return this.reviews.flatMap(({ events }) => events)
  }

  /** Changes the own text and sends the update; answers the number of its frame. */
  change(act: (text: Y.Text) => void): number {
    const made: Uint8Array[] = []
    const hear = (update: Uint8Array) => made.push(update)
    this.doc.on('update', hear)
    this.doc.transact(() => act(this.text))
    this.doc.off('update', hear)
    for (const update of made) this.sendSync(SYNC.update, update)
    return this.sent
  }

  sendPresence(client: number, clock: number, state: unknown): void {
    const update = createEncoder()
    writeVarUint(update, 1)
    writeVarUint(update, client)
    writeVarUint(update, clock)
    writeVarString(update, JSON.stringify(state))
    const encoder = createEncoder()
    writeVarUint(encoder, MESSAGE.awareness)
    writeVarUint8Array(encoder, toUint8Array(update))
    this.send(toUint8Array(encoder))
  }

  /** What is known of a client id; undefined when nothing was heard. */
  stateOf(client: number): PresenceEntry['state'] | undefined {
    return this.presence.findLast((entry) => entry.client === client)?.state
  }

  close(): void {
    this.socket.terminate()
  }

  #hear(bytes: Uint8Array): void {
    this.messages++
    this.heard.push(bytes)
    const decoder = createDecoder(bytes)
    const type = readVarUint(decoder)
    if (type === MESSAGE.saved) this.saved.push(readVarUint(decoder))
    else if (type === MESSAGE.refused) this.refused.push(JSON.parse(readVarString(decoder)) as RefusedFrame)
    else if (type === MESSAGE.role) this.roles.push(JSON.parse(readVarString(decoder)) as RoleFrame)
    else if (type === MESSAGE.review) {
      const frame = JSON.parse(readVarString(decoder)) as ReviewFrame
      const update = readVarUint8Array(decoder)
      this.reviews.push({ ...frame, update })
      if (update.length > 0) Y.applyUpdate(this.doc, update, 'room')
    } else if (type === MESSAGE.awareness) this.#hearPresence(readVarUint8Array(decoder))
    else if (type === MESSAGE.sync) {
      const kind = readVarUint(decoder)
      const payload = readVarUint8Array(decoder)
      if (kind === SYNC.step1) {
        if (this.answers) this.sendSync(SYNC.step2, Y.encodeStateAsUpdate(this.doc, payload))
        return
      }
      if (kind === SYNC.step2) this.step2s++
      else this.updates.push(payload)
      Y.applyUpdate(this.doc, payload, 'room')
    }
  }

  #hearPresence(update: Uint8Array): void {
    const decoder = createDecoder(update)
    for (let left = readVarUint(decoder); left > 0; left--) {
      const entry = { client: readVarUint(decoder), clock: readVarUint(decoder) }
      this.presence.push({ ...entry, state: JSON.parse(readVarString(decoder)) as PresenceEntry['state'] })
    }
  }
}
