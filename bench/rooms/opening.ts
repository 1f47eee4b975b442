/** Opening what is already there: a novel after a restart, and what an open story costs in memory. */
import * as Y from 'yjs'
import { TEXT_ROOT } from '../../shared/story/attributes.ts'
import { median } from '../figures.ts'
import { type Dialect, pause, ServerProcess } from '../servers.ts'
import { firstState, LightClient } from './light-client.ts'

const NOVELIST = 1000
const READER = 50

/** A novel as it was typed: updates of one author, five words each, one in seven somewhere else in the text. */
export function typedNovel(words: number, updates: number): Uint8Array[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, firstState())
  doc.clientID = NOVELIST
  const text = doc.getText(TEXT_ROOT)
  const typed: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => typed.push(update))
  const vocabulary = ['the', 'house', 'was', 'quiet', 'until', 'morning', 'and', 'nobody', 'had', 'spoken', 'of', 'it']
  let seed = 12345
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % below
  }
  let place = 1
  for (let index = 0; index < updates; index += 1) {
    if (random(7) === 0) place = 1 + random(text.length)
    let piece = index % 40 === 39 ? '\n' : ''
    for (let word = 0; word < words / updates; word += 1) piece += `${vocabulary[random(vocabulary.length)]} `
    text.insert(place, piece, {})
    place += piece.length
  }
  return typed
}

/** Types `updates` into a room at the pace at which a second client sees them. */
export async function typeIn(server: ServerProcess, room: string, updates: readonly Uint8Array[]): Promise<void> {
  const writer = await LightClient.open(server, room, NOVELIST)
  const reader = await LightClient.open(server, room, READER)
  let seenFrames = 0
  reader.onSeen = (author) => {
    if (author === NOVELIST) seenFrames += 1
  }
  const ends = updates.map((update) => Y.parseUpdateMeta(update).to.get(NOVELIST) ?? 0)
  for (let index = 0; index < updates.length; index += 200) {
    const batch = updates.slice(index, index + 200)
    for (const update of batch) writer.send(update)
    await reader.until(() => (reader.seen.get(NOVELIST) ?? 0) >= (ends[index + batch.length - 1] ?? 0))
  }
  if (seenFrames === 0) throw new Error('typeIn: nothing was seen')
  await server.quiet()
  await writer.close()
  await reader.close()
}

export interface Opened {
  /** From the first byte of the connection to the whole text, milliseconds. */
  first: number
  later: number
  bytes: number
}

/** Writes the novel, restarts the server, and opens it as the first one to come; then again after more restarts. */
export async function openNovel(dialect: Dialect, folder: string, novel: readonly Uint8Array[]): Promise<Opened> {
  const room = 'the-novel'
  const whole = Y.parseUpdateMeta(novel.at(-1) ?? new Uint8Array()).to.get(NOVELIST) ?? 0
  const writing = await ServerProcess.start(dialect, folder)
  await typeIn(writing, room, novel)
  await pause(3_000) // longer than any debounce of a store
  await writing.quiet()
  await writing.stop()
  const times: number[] = []
  let bytes = 0
  for (let opening = 0; opening < 4; opening += 1) {
    const server = await ServerProcess.start(dialect, folder)
    await pause(500)
    // Another, small room first: what a process does once is not what opening a story costs.
    await (await LightClient.open(server, 'warm-up', READER)).close()
    const start = performance.now()
    const reader = LightClient.begin(server, room, READER)
    await reader.until(() => (reader.seen.get(NOVELIST) ?? 0) >= whole)
    times.push(performance.now() - start)
    bytes = Math.max(bytes, reader.received)
    await reader.close()
    await server.quiet()
    await server.stop()
  }
  return { first: times[0] ?? Number.NaN, later: median(times.slice(1)), bytes }
}

/** Resident memory that each open story adds, KiB: `stories` stories of `letters` letters, one client in each. */
export async function memoryPerStory(
  dialect: Dialect,
  folder: string,
  { stories, letters }: { stories: number; letters: number },
): Promise<number> {
  const body = typedNovel(letters / 5, letters / 250)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, firstState())
  for (const update of body) Y.applyUpdate(doc, update)
  const once = Y.encodeStateAsUpdate(doc, Y.encodeStateVectorFromUpdate(firstState()))
  const length = Y.parseUpdateMeta(once).to.get(NOVELIST) ?? 0

  const writing = await ServerProcess.start(dialect, folder)
  for (let story = 0; story < stories; story += 1) {
    const writer = await LightClient.open(writing, `memory-${story}`, NOVELIST)
    const reader = await LightClient.open(writing, `memory-${story}`, READER)
    writer.send(once)
    await reader.until(() => (reader.seen.get(NOVELIST) ?? 0) >= length)
    await writer.close()
    await reader.close()
  }
  await pause(3_000)
  await writing.quiet()
  await writing.stop()

  const server = await ServerProcess.start(dialect, folder)
  await (await LightClient.open(server, 'warm-up', READER)).close()
  await server.quiet()
  const before = await server.load({ tidy: true })
  const readers: LightClient[] = []
  for (let story = 0; story < stories; story += 1) {
    const reader = LightClient.begin(server, `memory-${story}`, READER + story)
    await reader.until(() => (reader.seen.get(NOVELIST) ?? 0) >= length)
    readers.push(reader)
  }
  await server.quiet()
  const after = await server.load({ tidy: true })
  for (const reader of readers) await reader.close()
  await server.stop()
  return (after.rss - before.rss) / 1024 / stories
}
