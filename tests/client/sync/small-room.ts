/** A room for tests, on a free port: speaks the frames of shared/wire over `ws`, and saves or refuses when told. */
import type { AddressInfo } from 'node:net'
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import {
  createEncoder,
  type Encoder,
  toUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding'
import { type WebSocket, WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { MESSAGE, type RefusedFrame, type ReviewFrame, type RoleFrame, SYNC } from '../../../shared/wire/frames.ts'

export class SmallRoom {
  doc = new Y.Doc()
  /** Paths that were connected to. */
  readonly visits: string[] = []
  /** Update-bearing frames of the present connection, as they came. */
  received: { kind: number; update: Uint8Array }[] = []
  /** Numbers behind which events of the review were asked for. */
  readonly reviewAsked: number[] = []
  /** Saves each frame at once, as long as nobody turns it off. */
  saving = true
  refuse: ((frame: number) => RefusedFrame | null) | null = null
  readonly #server: WebSocketServer
  #socket: WebSocket | null = null

  private constructor(server: WebSocketServer) {
    this.#server = server
    server.on('connection', (socket, request) => {
      this.visits.push(request.url ?? '')
      this.received = []
      this.#socket = socket
      socket.on('message', (data: Buffer) => this.#read(new Uint8Array(data)))
      this.#sync(SYNC.step1, Y.encodeStateVector(this.doc))
    })
  }

  static open(): Promise<SmallRoom> {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
    return new Promise((resolve) => {
      server.once('listening', () => resolve(new SmallRoom(server)))
    })
  }

  get origin(): string {
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Applies what was received and says how much is on disk. */
  save(): void {
    for (const { update } of this.received) Y.applyUpdate(this.doc, update)
    this.#send((encoder) => {
      writeVarUint(encoder, MESSAGE.saved)
      writeVarUint(encoder, this.received.length)
    })
  }

  write(change: (text: Y.Text) => void): void {
    const before = Y.encodeStateVector(this.doc)
    change(this.doc.getText('text'))
    this.#sync(SYNC.update, Y.encodeStateAsUpdate(this.doc, before))
  }

  tellRole(frame: RoleFrame): void {
    this.#send((encoder) => {
      writeVarUint(encoder, MESSAGE.role)
      writeVarString(encoder, JSON.stringify(frame))
    })
  }

  tellReview(frame: ReviewFrame, update: Uint8Array): void {
    this.#send((encoder) => {
      writeVarUint(encoder, MESSAGE.review)
      writeVarString(encoder, JSON.stringify(frame))
      writeVarUint8Array(encoder, update)
    })
  }

  hangUp(code: number): void {
    this.#socket?.close(code)
  }

  close(): Promise<void> {
    for (const client of this.#server.clients) client.terminate()
    return new Promise((resolve) => {
      this.#server.close(() => resolve())
    })
  }

  #read(data: Uint8Array): void {
    const decoder = createDecoder(data)
    const type = readVarUint(decoder)
    if (type === MESSAGE.reviewAfter) this.reviewAsked.push(readVarUint(decoder))
    if (type !== MESSAGE.sync) return
    const kind = readVarUint(decoder)
    const body = readVarUint8Array(decoder)
    if (kind === SYNC.step1) {
      this.#sync(SYNC.step2, Y.encodeStateAsUpdate(this.doc, body))
      return
    }
    this.received.push({ kind, update: body })
    const refusal = this.refuse?.(this.received.length)
    if (refusal) {
      this.#send((encoder) => {
        writeVarUint(encoder, MESSAGE.refused)
        writeVarString(encoder, JSON.stringify(refusal))
      })
    } else if (this.saving) this.save()
  }

  #sync(kind: number, body: Uint8Array): void {
    this.#send((encoder) => {
      writeVarUint(encoder, MESSAGE.sync)
      writeVarUint(encoder, kind)
      writeVarUint8Array(encoder, body)
    })
  }

  #send(write: (encoder: Encoder) => void): void {
    const encoder = createEncoder()
    write(encoder)
    this.#socket?.send(toUint8Array(encoder))
  }
}
