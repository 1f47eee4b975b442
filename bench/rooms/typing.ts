/** People typing into one story: how soon the others see a letter, and what it costs the server. */
import { percentile } from '../figures.ts'
import type { ServerProcess } from '../servers.ts'
import { pause } from '../servers.ts'
import { LightClient } from './light-client.ts'

export interface Typed {
  /** From sending a letter to each other client having it, milliseconds. */
  seen: { p50: number; p95: number; p99: number }
  /** From sending a letter to its acknowledgement; null where there is none. */
  acknowledged: { p50: number; p99: number } | null
  /** Server time per edit, all threads, milliseconds. */
  cpuPerEdit: number
  bytesPerEdit: number
}

/** `people` type `perSecond` letters each, for `seconds`, evenly but not in step. */
export async function typing(
  server: ServerProcess,
  { people, perSecond, seconds }: { people: number; perSecond: number; seconds: number },
): Promise<Typed> {
  const room = 'typing-room'
  const clients: LightClient[] = []
  for (let index = 0; index < people; index += 1) clients.push(await LightClient.open(server, room, 100 + index))
  const sentAt = new Map<number, number[]>(clients.map(({ author }) => [author, []]))
  const seen: number[] = []
  const acknowledged: number[] = []
  for (const client of clients) {
    client.onSeen = (author, from, to) => {
      const times = sentAt.get(author)
      if (!times || author === client.author) return
      const now = performance.now()
      for (let clock = from; clock < to; clock += 1) seen.push(now - (times[clock] ?? now))
    }
    let told = 0
    client.onAcknowledged = () => {
      const now = performance.now()
      for (; told < client.acknowledged; told += 1) acknowledged.push(now - (sentAt.get(client.author)?.[told] ?? now))
    }
  }
  const type = (client: LightClient) => {
    sentAt.get(client.author)?.push(performance.now())
    client.type()
  }
  // Warm up: what a server compiles and grows once is not what an edit costs.
  await press(clients, perSecond, 2, type)
  await pause(500)
  seen.length = 0
  acknowledged.length = 0
  const before = await server.load()
  const received = clients.reduce((sum, client) => sum + client.received, 0)
  const edits = await press(clients, perSecond, seconds, type)
  await pause(500)
  const after = await server.load()
  const bytes = clients.reduce((sum, client) => sum + client.received, 0) - received
  for (const client of clients) await client.close()
  return {
    seen: { p50: percentile(seen, 0.5), p95: percentile(seen, 0.95), p99: percentile(seen, 0.99) },
    acknowledged:
      acknowledged.length === 0 ? null : { p50: percentile(acknowledged, 0.5), p99: percentile(acknowledged, 0.99) },
    cpuPerEdit: (after.cpu - before.cpu) / edits,
    bytesPerEdit: bytes / edits,
  }
}

async function press(
  clients: readonly LightClient[],
  perSecond: number,
  seconds: number,
  type: (client: LightClient) => void,
): Promise<number> {
  const step = 1000 / perSecond / clients.length
  const total = seconds * perSecond * clients.length
  const start = performance.now()
  for (let edit = 0; edit < total; edit += 1) {
    const due = start + edit * step
    const wait = due - performance.now()
    if (wait > 1) await pause(wait)
    const client = clients[edit % clients.length]
    if (client) type(client)
  }
  return total
}

export interface Flood {
  /** Edits that everybody has, per second of server time. */
  editsPerCpuSecond: number
  editsPerSecond: number
  /** How long the server works on after the last edit was seen, milliseconds. */
  workLeft: number
}

/** Everybody in `rooms` types as fast as the neighbour sees it, at most `WINDOW` letters ahead. */
export async function flood(
  server: ServerProcess,
  { rooms, people, edits }: { rooms: number; people: number; edits: number },
): Promise<Flood> {
  const groups: LightClient[][] = []
  for (let room = 0; room < rooms; room += 1) {
    const group: LightClient[] = []
    for (let person = 0; person < people; person += 1) {
      group.push(await LightClient.open(server, `flood-${rooms}-${room}`, 1000 + room * 100 + person))
    }
    groups.push(group)
  }
  const before = await server.load()
  const start = performance.now()
  await Promise.all(groups.map((group) => floodRoom(group, edits)))
  const took = performance.now() - start
  const atOnce = (await server.load()).cpu - before.cpu
  const workLeft = await server.quiet()
  const cpu = (await server.load()).cpu - before.cpu
  for (const group of groups) for (const client of group) await client.close()
  const total = rooms * people * edits
  // What is still to be done when everybody has seen it belongs to the price.
  return { editsPerCpuSecond: total / (Math.max(cpu, atOnce) / 1000), editsPerSecond: total / (took / 1000), workLeft }
}

const WINDOW = 100

async function floodRoom(group: readonly LightClient[], edits: number): Promise<void> {
  const pumps = group.map((client, index) => {
    const watcher = group[(index + 1) % group.length] ?? client
    return () => {
      const through = watcher.seen.get(client.author) ?? 0
      while (client.sent < edits && client.sent - through < WINDOW) client.type()
    }
  })
  group.forEach((client, index) => {
    const pump = pumps[(index + group.length - 1) % group.length]
    const watched = group[(index + group.length - 1) % group.length]?.author
    client.onSeen = (author) => {
      if (author === watched) pump?.()
    }
  })
  for (const pump of pumps) pump()
  const hasAll = (client: LightClient) =>
    group.every(({ author }) => author === client.author || (client.seen.get(author) ?? 0) >= edits)
  await Promise.all(group.map((client) => client.until(() => hasAll(client))))
}
