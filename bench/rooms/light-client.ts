/**
 * A client that costs the bench little: it speaks the protocol, writes edits by hand as Yjs updates of one letter, and
 * notes of what comes back only which edits it has seen. An edit is (author, clock).
 */
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import {
  createEncoder,
  toUint8Array,
  writeUint8,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { TEXT_ROOT } from '../../shared/story/attributes.ts'
import { MESSAGE, SYNC } from '../../shared/wire/frames.ts'
import type { ServerProcess } from '../servers.ts'

/** Author of the leading "\n". */
const FIRST_AUTHOR = 1

export class LightClient {
  readonly author: number
  /** Author → how many clocks of theirs have been seen. */
  readonly seen = new Map<number, number>()
  /** Edits sent, and how many of them the server acknowledged. */
  sent = 0
  acknowledged = 0
  /** Bytes received. */
  received = 0
  /** Called for each stretch of edits that comes in: clocks from … to - 1. */
  onSeen: (author: number, from: number, to: number) => void = () => undefined
  onAcknowledged: () => void = () => undefined
  readonly #socket: WebSocket
  readonly #server: ServerProcess
  readonly #room: string
  #wakers: { ready: () => boolean; wake: () => void }[] = []
  #closed = false
  #answered = false
  #acknowledgedFrames = 0
  /** Frames before the first edit that are acknowledged like one. */
  #seeded = 0

  private constructor(server: ServerProcess, room: string, author: number) {
    this.#server = server
    this.#room = room
    this.author = author
    const { dialect, port } = server
    this.#socket = new WebSocket(`ws://127.0.0.1:${port}${dialect.path(room, author)}`, { perMessageDeflate: false })
    this.#socket.binaryType = 'nodebuffer'
    this.#socket.on('message', (data: Buffer) => this.#read(data))
    this.#socket.on('open', () => {
      const greeting = dialect.greeting(room)
      if (greeting) this.#socket.send(greeting)
      this.#sendSync(SYNC.step1, Uint8Array.of(0))
    })
    this.#socket.on('error', () => undefined)
    this.#socket.on('close', () => {
      this.#closed = true
      this.#wake()
    })
  }

  /** Resolves when the text's first state has been seen; makes it where the server does not. */
  static async open(server: ServerProcess, room: string, author: number): Promise<LightClient> {
    const client = LightClient.begin(server, room, author)
    await client.until(() => client.#answered)
    if (server.dialect.seedsText) await client.until(() => client.seen.has(FIRST_AUTHOR))
    else if (!client.seen.has(FIRST_AUTHOR)) {
      client.#seeded = 1
      client.#sendSync(SYNC.update, firstState())
    }
    return client
  }

  /** Does not wait for anything. */
  static begin(server: ServerProcess, room: string, author: number): LightClient {
    return new LightClient(server, room, author)
  }

  /** Types one letter behind the one before. */
  type(): void {
    const clock = this.sent
    this.send(letter(this.author, clock))
  }

  /** Sends an update, which counts as one edit. */
  send(update: Uint8Array): void {
    this.sent += 1
    this.#sendSync(SYNC.update, update)
  }

  /** Rejects when the connection ends before it is so. */
  until(ready: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const wake = () => (ready() ? resolve() : reject(new Error(`connection of ${this.#server.dialect.name} ended`)))
      if (ready() || this.#closed) wake()
      else this.#wakers.push({ ready, wake })
    })
  }

  async close(): Promise<void> {
    if (this.#closed) return
    const ended = new Promise<void>((resolve) => this.#socket.once('close', () => resolve()))
    this.#socket.close()
    await ended
  }

  #sendSync(kind: number, body: Uint8Array): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return
    const encoder = createEncoder()
    writeVarUint(encoder, MESSAGE.sync)
    writeVarUint(encoder, kind)
    writeVarUint8Array(encoder, body)
    this.#socket.send(this.#server.dialect.wrap(this.#room, toUint8Array(encoder)))
  }

  #read(data: Buffer): void {
    this.received += data.byteLength
    const { dialect } = this.#server
    const decoder = createDecoder(data)
    dialect.unwrap(decoder)
    const type = readVarUint(decoder)
    if (type === MESSAGE.sync) {
      const kind = readVarUint(decoder)
      if (kind !== SYNC.step1) this.#see(readVarUint8Array(decoder))
      if (kind === SYNC.step2) this.#answered = true
    } else {
      const frames = dialect.acknowledged(type, decoder, this.#acknowledgedFrames)
      if (frames === null) return
      this.#acknowledgedFrames = frames
      this.acknowledged = Math.max(0, frames - this.#seeded)
      this.onAcknowledged()
    }
    this.#wake()
  }

  #see(update: Uint8Array): void {
    const { from, to } = Y.parseUpdateMeta(update)
    for (const [author, end] of to) {
      const start = from.get(author) ?? 0
      if (end > (this.seen.get(author) ?? 0)) this.seen.set(author, end)
      this.onSeen(author, start, end)
    }
  }

  #wake(): void {
    if (this.#wakers.length === 0) return
    const woken = this.#wakers.filter(({ ready }) => this.#closed || ready())
    this.#wakers = this.#wakers.filter((waker) => !woken.includes(waker))
    for (const { wake } of woken) wake()
  }
}

/** The leading "\n", as Galley's server makes it. */
export function firstState(): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = FIRST_AUTHOR
  doc.getText(TEXT_ROOT).insert(0, '\n')
  return Y.encodeStateAsUpdate(doc)
}

/** The V1 update that inserts one letter behind the author's last one, or behind the leading "\n". */
function letter(author: number, clock: number): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, 1)
  writeVarUint(encoder, 1)
  writeVarUint(encoder, author)
  writeVarUint(encoder, clock)
  writeUint8(encoder, 0x84) // a string with a left origin
  writeVarUint(encoder, clock === 0 ? FIRST_AUTHOR : author)
  writeVarUint(encoder, clock === 0 ? 0 : clock - 1)
  writeVarString(encoder, 'e')
  writeVarUint(encoder, 0)
  return toUint8Array(encoder)
}
