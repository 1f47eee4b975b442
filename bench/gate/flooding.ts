/** Rooms under load with the gate and without it: the same people type the same letters into the same novel. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LightClient } from '../rooms/light-client.ts'
import { typedNovel, typeIn } from '../rooms/opening.ts'
import { type Dialect, GALLEY, ServerProcess } from '../servers.ts'
import { actsOf, novelLog } from './novel-traffic.ts'

export const OPEN: Dialect = { ...GALLEY, name: 'Galley without its gate', script: 'dist/open-gate/galley-server.js' }

export interface Load {
  words: number
  updates: number
  people: number
  /** Of each, after WARM. */
  letters: number
}

export interface Rate {
  /** Edits that everybody has, per second of server time. */
  perCpuSecond: number
  perSecond: number
}

const ROOM = 'the-novel'
/** Letters that somebody is ahead of what their neighbour has seen. */
const WINDOW = 100
/** Letters of each before the clock starts: until then it is the engine's compiler that is measured. */
const WARM = 1_500

/** Each server `rounds` times, by turns. */
export async function flooding(load: Load, rounds: number): Promise<{ gate: Rate[]; open: Rate[] }> {
  const stored = mkdtempSync(join(tmpdir(), 'galley-bench-'))
  const letters = typedLetters(load)
  const rates = { gate: [] as Rate[], open: [] as Rate[] }
  try {
    const writing = await ServerProcess.start(GALLEY, stored)
    await typeIn(writing, ROOM, typedNovel(load.words, load.updates))
    await writing.stop()
    for (let round = 0; round < rounds; round += 1) {
      const turn = [
        { to: rates.gate, dialect: GALLEY },
        { to: rates.open, dialect: OPEN },
      ]
      for (const { to, dialect } of round % 2 === 0 ? turn : turn.reverse()) {
        to.push(await flood(dialect, stored, letters))
      }
    }
    return rates
  } finally {
    rmSync(stored, { recursive: true, force: true })
  }
}

/** Client → what they type, a letter each: mostly on, one in seven somewhere else. */
function typedLetters({ words, updates, people, letters }: Load): Map<number, Uint8Array[]> {
  const whole = novelLog(words, updates).answer(Uint8Array.of(0))
  const clients = Array.from({ length: people }, (_, index) => 3000 + index)
  return new Map(clients.map((client) => [client, actsOf(whole, client, 'letters', WARM + letters)]))
}

async function flood(dialect: Dialect, stored: string, letters: ReadonlyMap<number, Uint8Array[]>): Promise<Rate> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'))
  try {
    cpSync(stored, folder, { recursive: true })
    const server = await ServerProcess.start(dialect, folder)
    const people: { client: LightClient; typed: readonly Uint8Array[] }[] = []
    for (const [author, typed] of letters) people.push({ client: await LightClient.open(server, ROOM, author), typed })
    const total = people[0]?.typed.length ?? 0
    await typeUntil(people, WARM)
    await server.quiet()
    const before = await server.load()
    const start = performance.now()
    await typeUntil(people, total)
    const took = performance.now() - start
    // What is still to be done when everybody has seen it belongs to the price.
    await server.quiet()
    const { cpu } = await server.load()
    for (const { client } of people) await client.close()
    await server.stop()
    const edits = people.length * (total - WARM)
    return { perCpuSecond: edits / ((cpu - before.cpu) / 1000), perSecond: edits / (took / 1000) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Everybody types up to their `end`th letter as fast as the neighbour sees it. */
async function typeUntil(people: readonly { client: LightClient; typed: readonly Uint8Array[] }[], end: number) {
  for (const [index, { client, typed }] of people.entries()) {
    const watcher = people[(index + 1) % people.length]?.client ?? client
    const pump = () => {
      const through = watcher.seen.get(client.author) ?? 0
      while (client.sent < end && client.sent - through < WINDOW) client.send(typed[client.sent] as Uint8Array)
    }
    watcher.onSeen = (author) => {
      if (author === client.author) pump()
    }
    pump()
  }
  const hasAll = (client: LightClient) =>
    people.every(({ client: { author } }) => author === client.author || (client.seen.get(author) ?? 0) >= end)
  await Promise.all(people.map(({ client }) => client.until(() => hasAll(client))))
}
