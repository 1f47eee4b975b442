/**
 * A whole Galley in this process: rooms, HTTP, sockets, a data folder of its own, on a free port. For tests that go
 * through real sockets, and for browser tests. `server-process.ts` is the one for tests that kill it.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createAccount, ownerOf } from '../../server/auth/accounts.ts'
import { beginSession } from '../../server/auth/sessions.ts'
import { createToken } from '../../server/auth/tokens.ts'
import type { Config } from '../../server/config.ts'
import { type RunningServer, startServer } from '../../server/http/start-server.ts'
import type { StoredUser } from '../../server/storage/storage.ts'
import type { WebhookTimes } from '../../server/stories/webhook.ts'

export interface ServerUnderTest {
  url: string
  /** Secret of the owner's one-use link; null once somebody owns it. */
  ownerToken: string | null
  folder: string
  storage: RunningServer['storage']
  rooms: RunningServer['rooms']
  desk: RunningServer['desk']
  app: RunningServer['app']
  /** Faults of the program that were logged. */
  faults: string[]
  /** The owner, made when first asked for, with a personal access token. */
  owner(): Promise<{ user: StoredUser; token: string }>
  /** A session cookie ("name=value") for somebody. */
  cookie(user: StoredUser): Promise<string>
  /** Stops and starts it again on the same port and data. */
  restart(): Promise<void>
  close(): Promise<void>
}

export interface UnderTestOptions {
  /** Folder whose texts the first start takes in; the project's seeds by default, null = none. */
  stories?: string | null
  /** Folder of the built client; dist/client by default. */
  client?: string
  openid?: Config['openid']
  webhook?: Config['webhook']
  webhookTimes?: WebhookTimes
}

export async function startUnderTest(options: UnderTestOptions = {}): Promise<ServerUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-server-'))
  const seeds = resolve(import.meta.dirname, '../../seeds')
  const faults: string[] = []
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    data: join(folder, 'data'),
    stories: options.stories === null ? join(folder, 'none') : (options.stories ?? seeds),
    exports: join(folder, 'exports'),
    url: null,
    proxies: 0,
    openid: options.openid ?? null,
    webhook: options.webhook ?? null,
  }
  const start = () =>
    startServer(config, {
      ...(options.client === undefined ? {} : { client: options.client }),
      ...(options.webhookTimes ? { webhook: options.webhookTimes } : {}),
      log: (fault) => void faults.push(fault),
    })
  let server = await start()
  config.port = server.port
  let owner: { user: StoredUser; token: string } | null = null
  return {
    url: server.url,
    folder,
    faults,
    get ownerToken() {
      return server.ownerLink?.split('/owner/')[1] ?? null
    },
    get storage() {
      return server.storage
    },
    get rooms() {
      return server.rooms
    },
    get desk() {
      return server.desk
    },
    get app() {
      return server.app
    },
    owner: async () => {
      const user = (await ownerOf(server.desk)) ?? (await createAccount(server.desk, { name: 'Owner', owner: true }))
      owner ??= { user, token: await createToken(server.desk, user, 'tests') }
      return owner
    },
    cookie: async (user) => `galley_session=${await beginSession(server.desk, user, 'test')}`,
    restart: async () => {
      await server.close()
      server = await start()
    },
    close: async () => {
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
