/** Puts the parts of a server together: storage, rooms, the desk of the use cases. Who binds them to a port is http's. */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../shared/refusals.ts'
import { record } from './auth/activity.ts'
import type { Config } from './config.ts'
import { TextDecider } from './rooms/decider.ts'
import { Rooms } from './rooms/rooms.ts'
import { TextReader } from './rooms/text-reader.ts'
import { DATABASE_FILE, openSqlite } from './storage/open-sqlite.ts'
import type { Storage } from './storage/storage.ts'
import { type Desk, NOBODY_LIVE } from './stories/desk.ts'
import { REPLACED_FOLDER } from './stories/replaced-files.ts'
import { TextWorker } from './stories/text-worker.ts'

/** What a command works with, on a data folder that a server may be using at the same time. */
export interface Workbench {
  storage: Storage
  desk: Desk
  close(): Promise<void>
}

/**
 * Opens the data folder for a command. Throws `not-found` where there is none, so that a mistyped folder is told and not
 * made; `create` makes it.
 */
export async function openWorkbench(
  config: Pick<Config, 'data' | 'exports'>,
  options: { create?: boolean } = {},
): Promise<Workbench> {
  if (!options.create && !existsSync(join(config.data, DATABASE_FILE))) {
    throw new Refusal('not-found', `There are no stories in ${config.data} yet; name another folder by --data.`)
  }
  const storage = await openSqlite(config.data)
  const texts = new TextWorker()
  const desk: Desk = {
    ...ground(storage, config),
    texts,
    live: NOBODY_LIVE,
    told: () => undefined,
  }
  return {
    storage,
    desk,
    close: async () => {
      await texts.close()
      await storage.close()
    },
  }
}

/** What a server works with. */
export interface ServerBench extends Workbench {
  rooms: Rooms
  /** Calls `poke` after a story changed for libraries; null = perhaps any. Set once. */
  onTold(poke: (story: string | null) => void): void
}

/** Opens the data folder for the one server that may run on it; the caller holds its lock (storage/folder-lock.ts). */
export async function openServerBench(
  config: Pick<Config, 'data' | 'exports'>,
  log: (fault: string) => void,
): Promise<ServerBench> {
  const storage = await openSqlite(config.data)
  const reader = new TextReader()
  const texts = new TextWorker()
  const rooms = new Rooms({
    storage,
    reader,
    decider: new TextDecider(reader),
    log: ({ room, what, error }) => log(`room ${room}: ${what}: ${String(error)}`),
    refused: ({ story, user, code, message }) => {
      const detail = { what: 'socket', code, message }
      record(desk, { user: { id: user } }, { act: 'refused', story, detail }).catch((error: unknown) =>
        log(`activity: ${String(error)}`),
      )
    },
  })
  let poke: (story: string | null) => void = () => undefined
  const desk: Desk = {
    ...ground(storage, config),
    texts,
    live: rooms,
    told: (story) => poke(story),
  }
  for (const event of ['presence', 'changed', 'counted', 'reviewed'] as const) rooms.on(event, (story) => poke(story))
  return {
    storage,
    desk,
    rooms,
    onTold: (listener) => {
      poke = listener
    },
    close: async () => {
      await rooms.close()
      await Promise.all([reader.close(), texts.close()])
      await storage.close()
    },
  }
}

function ground(
  storage: Storage,
  { data, exports }: Pick<Config, 'data' | 'exports'>,
): Pick<Desk, 'storage' | 'now' | 'random' | 'exports' | 'replaced'> {
  const replaced = join(data, REPLACED_FOLDER)
  return { storage, now: Date.now, random: (bytes) => new Uint8Array(randomBytes(bytes)), exports, replaced }
}
