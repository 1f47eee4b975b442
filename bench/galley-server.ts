/** Galley's rooms and storage as they ship, behind a bare upgrade: no accounts; a story comes into being when asked for. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { Rooms } from '../server/rooms/rooms.ts'
import { TextReader } from '../server/rooms/text-reader.ts'
import { openSqlite } from '../server/storage/open-sqlite.ts'
import { NEW_FORM } from '../shared/story/file-form.ts'
import { encodeStory } from '../shared/story/story-doc.ts'
import { reportLoad } from './report-load.ts'

const SERVER_CLIENT = 1
const folder = process.argv[2] ?? 'data'
const storage = await openSqlite(folder)
const reader = new TextReader()
const rooms = new Rooms({
  storage,
  reader,
  log: ({ what, error }) => process.stderr.write(`galley-server: ${what}: ${String(error)}\n`),
})
const known = new Map<string, Promise<void>>()

async function ensureStory(id: string): Promise<void> {
  if (await storage.stories.get(id)) return
  const snapshot = encodeStory({ lines: [{ spans: [] }] }, SERVER_CLIENT)
  await storage.stories.create({
    story: {
      id,
      name: `${id}.txt`,
      title: null,
      derivedTitle: id,
      opening: '',
      words: 0,
      lines: 1,
      form: NEW_FORM,
      encodingGuessed: false,
      createdAt: Date.now(),
      changedAt: Date.now(),
      changedBy: null,
      deletedAt: null,
      linkRole: null,
    },
    source: null,
    snapshot,
    stateVector: Y.encodeStateVectorFromUpdate(snapshot),
    client: SERVER_CLIENT,
  })
}

const sockets = new WebSocketServer({ noServer: true, maxPayload: 17 << 20, perMessageDeflate: false })
const server = createServer()
server.on('upgrade', (request, socket, head) => {
  const url = new URL(request.url ?? '/', 'http://bench')
  const id = url.pathname.split('/').at(-1) ?? ''
  const as = url.searchParams.get('as') ?? '0'
  let story = known.get(id)
  if (!story) {
    story = ensureStory(id)
    known.set(id, story)
  }
  void story.then(() => {
    sockets.handleUpgrade(request, socket, head, (client) => {
      rooms.connect(id, { id: `person-${as}`, name: `Person ${as}`, swatch: 1, role: 'editor', most: null }, client, {
        galley: true,
      })
    })
  })
})
server.listen(0, '127.0.0.1', () => reportLoad((server.address() as AddressInfo).port))

process.on('SIGTERM', () => {
  void rooms
    .close()
    .then(() => reader.close())
    .then(() => storage.close())
    .then(() => process.exit())
})
