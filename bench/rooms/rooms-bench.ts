/** The rooms bench: the same workloads, one server after the other, on the same machine in the same run. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Figures, say } from '../figures.ts'
import { DIALECTS, type Dialect, ServerProcess } from '../servers.ts'
import { kill, type Lost } from './killing.ts'
import { memoryPerStory, openNovel, typedNovel } from './opening.ts'
import { flood, typing } from './typing.ts'

interface Size {
  typingSeconds: number
  floodEdits: number
  floodRooms: number
  floodRoomEdits: number
  novel: { words: number; updates: number }
  stories: number
  killSeconds: number
  kills: number
}

const FULL: Size = {
  typingSeconds: 20,
  floodEdits: 5_000,
  floodRooms: 50,
  floodRoomEdits: 400,
  novel: { words: 100_000, updates: 20_000 },
  stories: 200,
  killSeconds: 6,
  kills: 3,
}

const QUICK: Size = {
  typingSeconds: 5,
  floodEdits: 1_000,
  floodRooms: 10,
  floodRoomEdits: 200,
  novel: { words: 20_000, updates: 4_000 },
  stories: 50,
  killSeconds: 3,
  kills: 1,
}

/** Prints progress on standard error and the table on standard output. */
export async function benchRooms(quick: boolean): Promise<void> {
  const size = quick ? QUICK : FULL
  const figures = new Figures()
  const novel = typedNovel(size.novel.words, size.novel.updates)
  for (const dialect of DIALECTS) {
    await withFolder((folder) => typingFigures(figures, dialect, folder, size))
    await withFolder((folder) => floodFigures(figures, dialect, folder, size))
    await withFolder(async (folder) => {
      say(`${dialect.name}: a novel of ${size.novel.words} words, typed as ${size.novel.updates} updates`)
      const { first, later, bytes } = await openNovel(dialect, folder, novel)
      figures.set('novel, first open after a restart', 'ms', dialect.name, first)
      figures.set('novel, open after later restarts', 'ms', dialect.name, later)
      figures.set('novel, sent to its first reader', 'kB', dialect.name, bytes / 1000)
    })
    await withFolder(async (folder) => {
      say(`${dialect.name}: memory of ${size.stories} open stories`)
      const kib = await memoryPerStory(dialect, folder, { stories: size.stories, letters: 20_000 })
      figures.set('memory per open story of 20 kB', 'KiB', dialect.name, kib)
    })
    await killFigures(figures, dialect, size)
  }
  process.stdout.write(`${figures.table(DIALECTS.map(({ name }) => name))}\n`)
  say(`kept in ${figures.keep('rooms', size)}`)
}

async function typingFigures(figures: Figures, dialect: Dialect, folder: string, size: Size): Promise<void> {
  say(`${dialect.name}: 20 people typing 5 letters a second into one story`)
  const server = await ServerProcess.start(dialect, folder)
  const typed = await typing(server, { people: 20, perSecond: 5, seconds: size.typingSeconds })
  await server.stop()
  const { name } = dialect
  figures.set('20 typing, seen by the others p50', 'ms', name, typed.seen.p50)
  figures.set('… p95', 'ms', name, typed.seen.p95)
  figures.set('… p99', 'ms', name, typed.seen.p99)
  figures.set('… acknowledged p50', 'ms', name, typed.acknowledged?.p50 ?? null)
  figures.set('… acknowledged p99 ', 'ms', name, typed.acknowledged?.p99 ?? null)
  figures.set('… server time per edit', 'ms', name, typed.cpuPerEdit)
  figures.set('… bytes to all others per edit', 'B', name, typed.bytesPerEdit)
}

async function floodFigures(figures: Figures, dialect: Dialect, folder: string, size: Size): Promise<void> {
  say(`${dialect.name}: 10 people typing as fast as they can`)
  const server = await ServerProcess.start(dialect, folder)
  const one = await flood(server, { rooms: 1, people: 10, edits: size.floodEdits })
  say(`${dialect.name}: 4 people in each of ${size.floodRooms} stories typing as fast as they can`)
  const many = await flood(server, { rooms: size.floodRooms, people: 4, edits: size.floodRoomEdits })
  await server.stop()
  const { name } = dialect
  figures.set('1 story × 10 flat out, edits per second of server CPU', '', name, one.editsPerCpuSecond)
  figures.set('… edits per second to everybody', '', name, one.editsPerSecond)
  figures.set('… work left afterwards', 'ms', name, one.workLeft)
  figures.set(
    `${size.floodRooms} stories × 4 flat out, edits per second of server CPU`,
    '',
    name,
    many.editsPerCpuSecond,
  )
  figures.set('… edits per second to everybody ', '', name, many.editsPerSecond)
}

async function killFigures(figures: Figures, dialect: Dialect, size: Size): Promise<void> {
  for (const [label, perSecond] of [
    ['kill -9 while 4 type', 10],
    ['kill -9 while 4 type flat out', null],
  ] as const) {
    const rounds: Lost[] = []
    for (let round = 1; round <= size.kills; round += 1) {
      say(`${dialect.name}: ${label}, round ${round} of ${size.kills}`)
      const room = `killed-${round}`
      await withFolder(async (folder) => {
        rounds.push(await kill(dialect, folder, { people: 4, perSecond, seconds: size.killSeconds, room }))
      })
    }
    const total = (read: (lost: Lost) => number | null) =>
      rounds.reduce<number | null>((all, lost) => (read(lost) === null ? null : (all ?? 0) + (read(lost) ?? 0)), 0)
    figures.set(
      `${label}: edits others had seen`,
      '',
      dialect.name,
      total(({ seen }) => seen),
    )
    figures.set(
      `${label}: of them lost`,
      '',
      dialect.name,
      total(({ seenLost }) => seenLost),
    )
    figures.set(
      `${label}: acknowledged, then lost`,
      '',
      dialect.name,
      total(({ acknowledgedLost }) => acknowledgedLost),
    )
  }
}

async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'))
  try {
    await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
