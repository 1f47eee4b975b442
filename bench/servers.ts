/**
 * The servers that are compared: how each is started in a process of its own, and how its dialect of the y-websocket
 * protocol is spoken. Clients and measurements are the same for all.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { type Decoder, readVarString, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { MESSAGE } from '../shared/wire/frames.ts'

export interface Dialect {
  name: string
  /** As build-servers leaves it. */
  script: string
  /** Path and query of a room, for the client that edits as `client`. */
  path(room: string, client: number): string
  /** Sent before anything else. */
  greeting(room: string): Uint8Array | null
  wrap(room: string, frame: Uint8Array): Uint8Array
  /** Strips what `wrap` put on. */
  unwrap(decoder: Decoder): void
  /** How many edits of this connection are acknowledged, read off a frame of type `type`; null = another kind of frame. */
  acknowledged(type: number, decoder: Decoder, before: number): number | null
  /** The text begins with a "\n" that the server made; elsewhere the first client makes it. */
  seedsText: boolean
}

const plain = {
  greeting: () => null,
  wrap: (_room: string, frame: Uint8Array) => frame,
  unwrap: () => undefined,
}

export const GALLEY: Dialect = {
  ...plain,
  name: 'Galley',
  script: 'dist/galley-server.js',
  path: (room, client) => `/rooms/${room}?galley=1&as=${client}`,
  acknowledged: (type, decoder) => (type === MESSAGE.saved ? readVarUint(decoder) : null),
  seedsText: true,
}

/** Message numbers of Hocuspocus 4. Its acknowledgement says "applied in memory". */
const HOCUSPOCUS_AUTH = 2
const HOCUSPOCUS_SYNC_STATUS = 8

export const HOCUSPOCUS: Dialect = {
  name: 'Hocuspocus',
  script: 'peers/dist/hocuspocus-server.js',
  path: () => '/',
  greeting(room) {
    const encoder = createEncoder()
    writeVarString(encoder, room)
    writeVarUint(encoder, HOCUSPOCUS_AUTH)
    writeVarUint(encoder, 0)
    writeVarString(encoder, '')
    return toUint8Array(encoder)
  },
  wrap(room, frame) {
    const encoder = createEncoder()
    writeVarString(encoder, room)
    writeUint8Array(encoder, frame)
    return toUint8Array(encoder)
  },
  unwrap: (decoder) => void readVarString(decoder),
  acknowledged: (type, decoder, before) =>
    type === HOCUSPOCUS_SYNC_STATUS ? before + (readVarUint(decoder) === 1 ? 1 : 0) : null,
  seedsText: false,
}

export const Y_WEBSOCKET: Dialect = {
  ...plain,
  name: 'y-websocket-server',
  script: 'peers/dist/y-websocket-server.js',
  path: (room) => `/${room}`,
  acknowledged: () => null,
  seedsText: false,
}

export const DIALECTS = [GALLEY, HOCUSPOCUS, Y_WEBSOCKET] as const

export interface Load {
  /** User and system time of all threads, milliseconds. */
  cpu: number
  /** Resident memory, bytes. */
  rss: number
}

const QUIET_STEP_MS = 200

export class ServerProcess {
  readonly dialect: Dialect
  readonly port: number
  readonly #child: ChildProcess

  private constructor(dialect: Dialect, port: number, child: ChildProcess) {
    this.dialect = dialect
    this.port = port
    this.#child = child
  }

  /** Resolves when it listens; `folder` holds all that it keeps. */
  static async start(dialect: Dialect, folder: string): Promise<ServerProcess> {
    const script = join(import.meta.dirname, dialect.script)
    const child = spawn(process.execPath, ['--expose-gc', script, folder], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, YPERSISTENCE: join(folder, 'level'), NODE_ENV: 'production' },
    })
    const port = await reply(child, (message) => (message as { port?: number }).port)
    return new ServerProcess(dialect, port, child)
  }

  /** With `tidy` it collects its garbage first, which costs time of its own. */
  async load({ tidy = false } = {}): Promise<Load> {
    const answer = reply(this.#child, (message) => (message as { load?: Load }).load)
    this.#child.send(tidy ? 'tidy' : 'load')
    return await answer
  }

  /** Waits until it has used less than 5 % of a core for a second. Answers for how long it had worked on, milliseconds. */
  async quiet(): Promise<number> {
    const start = performance.now()
    let busyUntil = start
    let before = (await this.load()).cpu
    while (performance.now() - busyUntil < 1_000) {
      await pause(QUIET_STEP_MS)
      const { cpu } = await this.load()
      if (cpu - before > QUIET_STEP_MS / 20) busyUntil = performance.now()
      before = cpu
    }
    return busyUntil - start
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const ended = new Promise<void>((resolve) => this.#child.once('exit', () => resolve()))
    this.#child.kill(signal)
    await ended
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

function reply<T>(child: ChildProcess, read: (message: unknown) => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const listen = (message: unknown) => {
      const found = read(message)
      if (found === undefined) return
      child.off('message', listen)
      child.off('exit', fail)
      resolve(found)
    }
    const fail = (code: number | null) => reject(new Error(`a server under measurement ended with ${code}`))
    child.on('message', listen)
    child.once('exit', fail)
  })
}
