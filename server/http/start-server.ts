/** A whole server on a data folder: opened, listening, and closed again in the right order. */
import { freshOwnerLink, ownerLinkAt } from '../auth/owner-link.ts'
import { OpenidProvider } from '../auth/provider.ts'
import { openServerBench, type ServerBench } from '../build.ts'
import type { Config } from '../config.ts'
import { CLIENT_FOLDER } from '../package-root.ts'
import { lockFolder } from '../storage/folder-lock.ts'
import { applyRights } from '../stories/apply-rights.ts'
import { CardWriter } from '../stories/story-card.ts'
import { type TakenFile, takeInFolder } from '../stories/take-in-folder.ts'
import { Webhook, type WebhookTimes } from '../stories/webhook.ts'
import { createApp } from './app.ts'
import { type FeedTimes, LibraryFeed } from './library-feed.ts'
import { type Listening, listen, originOf } from './listen.ts'
import { OpenDoors } from './open-doors.ts'
import type { WebApp } from './web.ts'

/** How often sessions with open sockets are looked at for having grown too old, milliseconds. */
const SWEEP = 60_000

export interface ServerOptions {
  /** Folder of the built client. */
  client?: string
  log?: (fault: string) => void
  /** Hears of each file that the first start takes in. */
  taken?: (file: TakenFile) => void
  feed?: FeedTimes
  webhook?: WebhookTimes
}

export interface RunningServer extends ServerBench {
  app: WebApp
  url: string
  /** Where people are told to go: the public address, else this machine's by name. */
  address: string
  port: number
  /** The owner's one-use link of this start; null while a browser of the owner is signed in. */
  ownerLink: string | null
}

/** Throws `conflict` when another server has the folder, `unavailable` when the port is taken; then nothing stays open. */
export async function startServer(config: Config, options: ServerOptions = {}): Promise<RunningServer> {
  const log = options.log ?? ((fault) => process.stderr.write(`${fault}\n`))
  const lock = await lockFolder(config.data)
  const undo: (() => Promise<void>)[] = [() => lock.release()]
  try {
    const bench = await openServerBench(config, log)
    undo.unshift(() => bench.close())
    const { desk } = bench
    await takeInFolder(desk, config.stories, config.data, options.taken ?? (() => undefined))
    const cards = new CardWriter(desk)
    const feed = new LibraryFeed(desk, cards, log, options.feed)
    const doors = new OpenDoors(desk)
    bench.onTold((story) => feed.poke(story))
    const client = options.client ?? CLIENT_FOLDER
    const provider = config.openid && new OpenidProvider(desk, config.openid)
    const app = createApp({
      desk,
      rooms: bench.rooms,
      cards,
      feed,
      doors,
      url: config.url,
      proxies: config.proxies,
      provider,
      client,
      log,
    })
    const webhook = config.webhook && new Webhook(desk, config.webhook, log, options.webhook)
    undo.unshift(async () => webhook?.close())
    await webhook?.start()
    if (webhook) bench.rooms.on('reviewed', (story) => webhook.poke(story))
    const listening = await listen(app, config)
    undo.unshift(() => listening.close(0))
    const ownerSecret = await freshOwnerLink(desk)
    feed.watch(async () => {
      await doors.sweep()
      await applyRights(desk, {}, '')
    })
    const sweep = setInterval(() => void doors.sweep().catch((error: unknown) => log(String(error))), SWEEP).unref()
    const address = originOf(config, listening.port)
    return {
      ...bench,
      app,
      url: listening.url,
      address,
      port: listening.port,
      ownerLink: ownerSecret && ownerLinkAt(address, ownerSecret),
      close: () => closeAll(listening, { feed, doors, sweep, webhook }, bench, lock),
    }
  } catch (error) {
    for (const step of undo) await step()
    throw error
  }
}

/** Streams end, rooms flush and tell their people to come back, then the port, the database, and the folder are free. */
async function closeAll(
  listening: Listening,
  {
    feed,
    doors,
    sweep,
    webhook,
  }: { feed: LibraryFeed; doors: OpenDoors; sweep: NodeJS.Timeout; webhook: Webhook | null },
  bench: ServerBench,
  lock: { release(): Promise<void> },
): Promise<void> {
  clearInterval(sweep)
  feed.close()
  const closed = listening.close()
  await bench.rooms.close()
  doors.shutAll()
  await closed
  await webhook?.close()
  await bench.close()
  await lock.release()
}
