/** Rooms over real sockets on a port of their own, with a story to write in, and clients to write with. */
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket, WebSocketServer } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Decider } from '../../server/rooms/ledger.ts'
import type { RoomLimits } from '../../server/rooms/limits.ts'
import type { RoomPerson } from '../../server/rooms/peer.ts'
import { Rooms } from '../../server/rooms/rooms.ts'
import { TextReader } from '../../server/rooms/text-reader.ts'
import { openSqlite } from '../../server/storage/open-sqlite.ts'
import type { Storage } from '../../server/storage/storage.ts'
import { NEW_FORM } from '../../shared/story/file-form.ts'
import { encodeStory } from '../../shared/story/story-doc.ts'

/** The client id that makes every story's first state here. */
export const SEED_CLIENT = 4_000_000_000

/** Stores a story whose lines are these. */
export async function addStory(storage: Storage, id: string, lines: readonly string[]): Promise<void> {
  const snapshot = encodeStory({ lines: lines.map((text) => ({ spans: text ? [{ text }] : [] })) }, SEED_CLIENT)
  await storage.stories.create({
    story: {
      id,
      name: `${id}.txt`,
      title: null,
      derivedTitle: '',
      opening: '',
      words: 0,
      lines: lines.length,
      form: NEW_FORM,
      encodingGuessed: false,
      createdAt: 1,
      changedAt: 1,
      changedBy: null,
      deletedAt: null,
      linkRole: null,
    },
    source: null,
    snapshot,
    stateVector: Y.encodeStateVectorFromUpdate(snapshot),
    client: SEED_CLIENT,
  })
}

/** The text of a stored story, read without any of the rooms. */
export async function storedText(storage: Storage, id: string): Promise<string> {
  const room = await storage.rooms.load(id)
  if (!room) throw new Error(`no story ${id}`)
  const doc = new Y.Doc()
  doc.getText('text')
  for (const update of [room.snapshot, ...room.tail.map((row) => row.update)]) Y.applyUpdate(doc, update)
  return doc.getText('text').toString()
}

export interface RoomUnderTest {
  url: string
  rooms: Rooms
  storage: Storage
  reader: TextReader
  wss: WebSocketServer
  /** What the rooms reported as having gone wrong. */
  faults: { room: string; what: string; error: unknown }[]
  close(): Promise<void>
}

export interface RoomOptions {
  data?: string
  limits?: Partial<RoomLimits>
  decider?: Decider
  now?: () => number
  /** Stands between the rooms and the real storage. */
  wrap?: (storage: Storage) => Storage
  port?: number
  /** Asked once more when a connection is inside, as the server's route does. */
  settle?: (story: string, user: string) => Promise<void>
}

/** ws://…/STORY?user=ID&role=ROLE[&galley=1]; the story "story1" is there, with two lines. */
export async function roomUnderTest(options: RoomOptions = {}): Promise<RoomUnderTest> {
  const data = options.data ?? (await mkdtemp(join(tmpdir(), 'galley-room-')))
  const storage = await openSqlite(data)
  if (!(await storage.stories.get('story1'))) await addStory(storage, 'story1', ['One line.', 'Another line.'])
  const reader = new TextReader()
  const faults: RoomUnderTest['faults'] = []
  const rooms = new Rooms({
    storage: options.wrap ? options.wrap(storage) : storage,
    reader,
    log: (event) => faults.push(event),
    ...(options.limits ? { limits: options.limits } : {}),
    ...(options.decider ? { decider: options.decider } : {}),
    ...(options.now ? { now: options.now } : {}),
  })
  const wss = new WebSocketServer({
    host: '127.0.0.1',
    port: options.port ?? 0,
    maxPayload: 17 << 20,
    perMessageDeflate: false,
  })
  wss.on('connection', (socket, request) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost')
    const id = searchParams.get('user') ?? 'ann'
    const role = (searchParams.get('role') ?? 'editor') as RoomPerson['role']
    const person = { id, name: `Name of ${id}`, swatch: 3, role, most: null }
    const { settle } = options
    const story = pathname.slice(1)
    rooms.connect(story, person, socket, {
      galley: searchParams.has('galley'),
      ...(settle ? { settle: () => settle(story, id) } : {}),
    })
  })
  await once(wss, 'listening')
  return {
    url: `ws://127.0.0.1:${(wss.address() as AddressInfo).port}`,
    rooms,
    storage,
    reader,
    wss,
    faults,
    close: async () => {
      await rooms.close()
      for (const socket of wss.clients) socket.terminate()
      await new Promise((resolve) => wss.close(resolve))
      await reader.close()
      await storage.close()
      if (!options.data) await rm(data, { recursive: true, force: true })
    },
  }
}

export interface StockClient {
  doc: Y.Doc
  text: Y.Text
  provider: WebsocketProvider
  close(): void
}

/** y-websocket's own provider, as anybody would use it. */
export function stockClient(
  url: string,
  params: Record<string, string>,
  story = 'story1',
  doc = new Y.Doc(),
): StockClient {
  const text = doc.getText('text')
  const provider = new WebsocketProvider(url, story, doc, {
    params,
    disableBc: true,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    maxBackoffTime: 200,
  })
  return {
    doc,
    text,
    provider,
    close: () => {
      provider.destroy()
      doc.destroy()
    },
  }
}

/** Waits until the claim holds; fails with what it last said. */
export async function until(claim: () => boolean | Promise<boolean>, what: string, within = 10_000): Promise<void> {
  const end = Date.now() + within
  while (!(await claim())) {
    if (Date.now() > end) throw new Error(`still not true after ${within} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
