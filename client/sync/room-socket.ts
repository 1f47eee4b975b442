/**
 * The connection to a story's room: y-websocket's provider with a socket that counts what must be saved, and the
 * frames of our own ("saved", "refused", "role", "review"). Nothing of a connection is merged, in either direction, before `admit` has
 * seen what the server holds. What the counts mean for the person is save-state's.
 */
import { clone, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, length, toUint8Array, writeVarUint } from 'lib0/encoding'
import type { Awareness } from 'y-protocols/awareness'
import { type MessageHandler, WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { ROLES } from '../../shared/roles.ts'
import { CLOSE, MESSAGE, type RefusedFrame, type ReviewFrame, type RoleFrame, SYNC } from '../../shared/wire/frames.ts'

export interface RoomWatch {
  /** A connection is about to be tried: what the server says on it, it says after this. */
  connecting(): void
  online(): void
  /** `opened` false: an attempt to connect failed, and the server's reason, if it had one, cannot be seen from here. */
  offline(opened: boolean): void
  /** The server closed with a code after which there is no coming back. */
  ended(code: number): void
  /** Update-bearing frame `frame` (from 1, on this connection) went out. */
  sent(frame: number): void
  /** That many update-bearing frames of this connection are on disk. */
  saved(frames: number): void
  refused(refusal: RefusedFrame): void
  /** This person's role in the story is another. */
  role(change: RoleFrame): void
  /** The server's text has arrived on this connection. */
  synced(): void
  /** Asked on each connection once it is admitted: behind which event of the review this browser wants them. */
  reviewAfter(): number
  /** Events of the review; `update` is what they did to the text, empty for nothing. Only on admitted connections. */
  review(frame: ReviewFrame, update: Uint8Array): void
  /** Asked on each connection with the server's state vector before anything is merged. False keeps the two apart for good. */
  admit(server: Map<number, number>): Promise<boolean>
}

export interface RoomOptions {
  /** ws://host or wss://host. */
  origin: string
  story: string
  doc: Y.Doc
  awareness: Awareness
  watch: RoomWatch
  /** The browser's own unless a test brings another. */
  Socket?: typeof WebSocket
}

export interface RoomConnection {
  /** Origin of the Yjs transactions that came from the server. */
  readonly origin: object
  /** Drops the connection and makes a new one, which sends again what the server has not got. */
  again(): void
  /** Asks once more for the events of the review behind that number; without effect while there is no connection. */
  askReview(after: number): void
  close(): void
}

const STOP: readonly number[] = [CLOSE.signedOut, CLOSE.forbidden, CLOSE.gone]
const MAX_BACKOFF_MS = 5_000
/** y-websocket gives a connection up after 30 s without a frame; the answer to this is one. */
const HEARTBEAT_MS = 12_000

/** Begins to connect at once and keeps trying until closed. */
export function connectRoom({ origin, story, doc, awareness, watch, Socket = WebSocket }: RoomOptions): RoomConnection {
  const provider = new WebsocketProvider(`${origin}/rooms`, story, doc, {
    connect: false,
    awareness,
    params: { galley: '1' },
    disableBc: true,
    maxBackoffTime: MAX_BACKOFF_MS,
    WebSocketPolyfill: countingSocket(Socket, watch),
    shouldReconnect: ({ code }) => !STOP.includes(code),
  })
  provider.messageHandlers[MESSAGE.saved] = (_encoder, decoder) => watch.saved(readVarUint(decoder))
  provider.messageHandlers[MESSAGE.refused] = (_encoder, decoder) => watch.refused(refusalIn(readVarString(decoder)))
  provider.messageHandlers[MESSAGE.role] = (_encoder, decoder) => watch.role(roleIn(readVarString(decoder)))
  const admission = { socket: null as unknown }
  const askReview = (after: number) => {
    if (admission.socket !== null && admission.socket === provider.ws) provider.ws?.send(reviewAfter(after))
  }
  provider.messageHandlers[MESSAGE.sync] = admitted(provider, watch, () => {
    admission.socket = provider.ws
    askReview(watch.reviewAfter())
  })
  provider.messageHandlers[MESSAGE.review] = (_encoder, decoder) => {
    const frame = reviewIn(readVarString(decoder))
    if (admission.socket === provider.ws) watch.review(frame, readVarUint8Array(decoder))
  }
  let opened = false
  provider.on('status', ({ status }) => {
    if (status !== 'connected') return
    opened = true
    watch.online()
  })
  provider.on('connection-close', () => {
    const wasOpen = opened
    opened = false
    watch.offline(wasOpen)
  })
  provider.on('closed', ({ code }) => watch.ended(code))
  provider.on('sync', (synced) => {
    if (synced) watch.synced()
  })
  const heartbeat = setInterval(() => {
    if (provider.wsconnected) provider.ws?.send(Uint8Array.of(MESSAGE.queryAwareness))
  }, HEARTBEAT_MS)
  provider.connect()
  return {
    origin: provider,
    again() {
      provider.disconnect()
      provider.connect()
    },
    askReview,
    close() {
      clearInterval(heartbeat)
      provider.destroy()
    },
  }
}

/**
 * A WebSocket that tells of its making and of each update-bearing frame it sends, counted per connection. Updates made
 * before the first sync step 2 are not sent at all: they are in that step 2, and alone they would stand after a gap.
 */
function countingSocket(Base: typeof WebSocket, watch: RoomWatch): typeof WebSocket {
  return class extends Base {
    #frames = 0

    constructor(...parts: ConstructorParameters<typeof WebSocket>) {
      watch.connecting()
      super(...parts)
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      const kind = data instanceof Uint8Array && data[0] === MESSAGE.sync ? data[1] : undefined
      if (kind === SYNC.update && this.#frames === 0) return
      super.send(data)
      if (kind === SYNC.step2 || kind === SYNC.update) {
        this.#frames += 1
        watch.sent(this.#frames)
      }
    }
  }
}

/** y-websocket's own handler of sync frames, held back on each connection until the server's step 1 was admitted. */
function admitted(provider: WebsocketProvider, watch: RoomWatch, opened: () => void): MessageHandler {
  const merge = provider.messageHandlers[MESSAGE.sync]
  if (!merge) throw new Error('admitted: y-websocket has no handler for sync frames')
  let socket: unknown = null
  let state: 'waiting' | 'asking' | 'admitted' | 'barred' = 'waiting'
  let held: (() => void)[] = []

  return (encoder, decoder, self, emitSynced, type) => {
    if (socket !== provider.ws) {
      socket = provider.ws
      state = state === 'barred' ? 'barred' : 'waiting'
      held = []
    }
    if (state === 'barred') return
    if (state === 'admitted') return merge(encoder, decoder, self, emitSynced, type)
    const asked = socket
    held.push(() => {
      const answer = createEncoder()
      merge(answer, decoder, self, emitSynced, type)
      if (length(answer) > 1) provider.ws?.send(toUint8Array(answer))
    })
    if (state === 'asking') return
    const peek = clone(decoder)
    if (readVarUint(peek) !== SYNC.step1) return
    state = 'asking'
    void watch.admit(Y.decodeStateVector(readVarUint8Array(peek))).then((good) => {
      if (asked !== provider.ws) return
      state = good ? 'admitted' : 'barred'
      const waiting = held
      held = []
      for (const frame of good ? waiting : []) frame()
      if (good) opened()
      else provider.disconnect()
    })
  }
}

function refusalIn(json: string): RefusedFrame {
  const value: unknown = JSON.parse(json)
  const { frame, code, message } = value as Partial<RefusedFrame>
  if (typeof frame !== 'number' || typeof code !== 'string' || typeof message !== 'string') {
    throw new Error(`refusalIn: not a refusal: ${json.slice(0, 200)}`)
  }
  return { frame, code, message }
}

function roleIn(json: string): RoleFrame {
  const value: unknown = JSON.parse(json)
  const { role, by, at } = value as Partial<RoleFrame>
  const known = ROLES.find((name) => name === role)
  if (!known || typeof by !== 'string' || typeof at !== 'string') {
    throw new Error(`roleIn: not a role: ${json.slice(0, 200)}`)
  }
  return { role: known, by, at }
}

function reviewIn(json: string): ReviewFrame {
  const value = JSON.parse(json) as Partial<ReviewFrame>
  if (!Array.isArray(value.events) || typeof value.head !== 'number') {
    throw new Error(`reviewIn: no events of a review: ${json.slice(0, 200)}`)
  }
  return { events: value.events, head: value.head, ...(value.more && { more: true }) }
}

function reviewAfter(seq: number): Uint8Array<ArrayBuffer> {
  const encoder = createEncoder()
  writeVarUint(encoder, MESSAGE.reviewAfter)
  writeVarUint(encoder, seq)
  return toUint8Array(encoder) as Uint8Array<ArrayBuffer>
}
