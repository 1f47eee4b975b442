/** The messages of a room's socket as bytes, and a connection that sends whatever it is told to and notes the answers. */
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { WebSocket } from 'ws'

export interface Presence {
  client: number
  clock: number
  json: string
}

export function syncMessage(kind: number, payload: Uint8Array): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, 0)
  writeVarUint(encoder, kind)
  writeVarUint8Array(encoder, payload)
  return toUint8Array(encoder)
}

export const step1 = (stateVector: Uint8Array) => syncMessage(0, stateVector)
export const step2 = (bytes: Uint8Array) => syncMessage(1, bytes)
export const update = (bytes: Uint8Array) => syncMessage(2, bytes)

export function awareness(entries: readonly Presence[]): Uint8Array {
  const states = createEncoder()
  writeVarUint(states, entries.length)
  for (const { client, clock, json } of entries) {
    writeVarUint(states, client)
    writeVarUint(states, clock)
    writeVarString(states, json)
  }
  const encoder = createEncoder()
  writeVarUint(encoder, 1)
  writeVarUint8Array(encoder, toUint8Array(states))
  return toUint8Array(encoder)
}

/** Answers nothing that it is asked. */
export class AttackSocket {
  readonly socket: WebSocket
  readonly refusals: { frame: number; code: string; message: string }[] = []
  closed: { code: number; reason: string } | null = null
  /** Frames of its own that the room is done with. */
  saved = 0
  /** Presence messages heard. */
  presences = 0

  constructor(url: string, headers: Record<string, string>) {
    this.socket = new WebSocket(url, { headers, perMessageDeflate: false })
    this.socket.on('message', (data: Buffer) => this.#hear(new Uint8Array(data)))
    this.socket.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() }
    })
    this.socket.on('error', () => {
      this.closed ??= { code: 0, reason: 'could not connect' }
    })
  }

  /** Resolves when the room has said its first word, or none: what comes before that is only kept for it, and not much. */
  open(): Promise<this> {
    return new Promise((done, fail) => {
      this.socket.once('message', () => done(this))
      this.socket.once('close', () => done(this))
      this.socket.once('error', fail)
    })
  }

  send(frames: readonly Uint8Array[]): void {
    for (const frame of frames) if (this.socket.readyState === WebSocket.OPEN) this.socket.send(frame)
  }

  drop(): void {
    this.socket.terminate()
  }

  #hear(bytes: Uint8Array): void {
    const decoder = createDecoder(bytes)
    const type = readVarUint(decoder)
    if (type === 1) this.presences++
    else if (type === 100) this.saved = readVarUint(decoder)
    else if (type === 101) this.refusals.push(JSON.parse(readVarString(decoder)))
  }
}
