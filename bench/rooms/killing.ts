/** kill -9 while people type: what somebody had seen, or was told is safe, and is not there afterwards. */
import { type Dialect, pause, ServerProcess } from '../servers.ts'
import { LightClient } from './light-client.ts'

export interface Lost {
  /** Edits that another person had on the screen before the kill. */
  seen: number
  seenLost: number
  /** Null where the server acknowledges nothing. */
  acknowledged: number | null
  acknowledgedLost: number | null
}

/** `people` type for `seconds`, `perSecond` letters each or as fast as they can (null); then the power goes. */
export async function kill(
  dialect: Dialect,
  folder: string,
  { people, perSecond, seconds, room }: { people: number; perSecond: number | null; seconds: number; room: string },
): Promise<Lost> {
  const server = await ServerProcess.start(dialect, folder)
  const clients: LightClient[] = []
  for (let index = 0; index < people; index += 1) clients.push(await LightClient.open(server, room, 100 + index))
  const end = performance.now() + seconds * 1000
  while (performance.now() < end) {
    if (perSecond === null) {
      for (const client of clients) if (lag(clients, client) < 200) for (let n = 0; n < 50; n += 1) client.type()
      await pause(0)
    } else {
      for (const client of clients) client.type()
      await pause(1000 / perSecond)
    }
  }
  await server.stop('SIGKILL')
  const seen = clients.map(({ author }) => seenByOthers(clients, author))
  const acknowledged = clients.map((client) => client.acknowledged)

  const again = await ServerProcess.start(dialect, folder)
  const reader = await LightClient.open(again, room, 50)
  await pause(1_500) // a first answer may be empty and the text come later
  const there = clients.map(({ author }) => reader.seen.get(author) ?? 0)
  await reader.close()
  await again.stop()
  const missing = (had: readonly number[]) =>
    had.reduce((sum, count, index) => sum + Math.max(0, count - (there[index] ?? 0)), 0)
  const acknowledges = acknowledged.some((count) => count > 0)
  return {
    seen: sum(seen),
    seenLost: missing(seen),
    acknowledged: acknowledges ? sum(acknowledged) : null,
    acknowledgedLost: acknowledges ? missing(acknowledged) : null,
  }
}

function seenByOthers(clients: readonly LightClient[], author: number): number {
  return Math.max(0, ...clients.filter((client) => client.author !== author).map(({ seen }) => seen.get(author) ?? 0))
}

function lag(clients: readonly LightClient[], client: LightClient): number {
  return client.sent - seenByOthers(clients, client.author)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
