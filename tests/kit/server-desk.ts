/**
 * The desk of the use cases and the whole HTTP app on a fresh data folder, without rooms and threads: texts are
 * worked on on the spot. For tests of what is around the rooms.
 */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAccount } from '../../server/auth/accounts.ts'
import type { Actor } from '../../server/auth/actor.ts'
import { OpenidProvider, type OpenidSettings } from '../../server/auth/provider.ts'
import { beginSession } from '../../server/auth/sessions.ts'
import { createApp } from '../../server/http/app.ts'
import { LibraryFeed } from '../../server/http/library-feed.ts'
import { OpenDoors } from '../../server/http/open-doors.ts'
import type { WebApp } from '../../server/http/web.ts'
import { openSqlite } from '../../server/storage/open-sqlite.ts'
import { type Desk, NOBODY_LIVE } from '../../server/stories/desk.ts'
import { CardWriter } from '../../server/stories/story-card.ts'
import { perform } from '../../server/stories/text-work.ts'
import type { TextWork } from '../../server/stories/text-worker.ts'
import type { Role } from '../../shared/roles.ts'

export interface DeskHouse {
  folder: string
  desk: Desk
  app: WebApp
  feed: LibraryFeed
  doors: OpenDoors
  /** What the live side was told: sockets dropped, roles changed. */
  dropped: { filter: { story?: string; user?: string }; code: number }[]
  raised: { story: string; user: string; role: Role | null }[]
  /** Who is said to be inside. */
  inside: Map<string, string[]>
  /** Faults of the program that were logged; a test of expected refusals leaves it empty. */
  faults: string[]
  /** Milliseconds that the clock is ahead. */
  ahead: number
  close(): Promise<void>
}

/** Where a clock stands that stands still, milliseconds since 1970. */
const STILL = Date.UTC(2026, 0, 1)

export async function openDeskHouse(
  options: { url?: URL; proxies?: number; still?: boolean; client?: string; openid?: OpenidSettings } = {},
): Promise<DeskHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-desk-'))
  const storage = await openSqlite(join(folder, 'data'))
  const house = { folder, dropped: [], raised: [], inside: new Map(), faults: [], ahead: 0 } as unknown as DeskHouse
  const log = (fault: string) => void house.faults.push(fault)
  const desk: Desk = {
    storage,
    now: () => (options.still ? STILL : Date.now()) + house.ahead,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    texts,
    live: {
      present: (story) => house.inside.get(story) ?? [],
      inside: (filter) =>
        [...house.inside]
          .flatMap(([story, users]) => users.map((user) => ({ story, user })))
          .filter(({ story, user }) => (filter.story ?? story) === story && (filter.user ?? user) === user),
      drop: (filter, code) => void house.dropped.push({ filter, code }),
      updatePerson: () => undefined,
      setRole: (story, user, role) => void house.raised.push({ story, user, role }),
      review: NOBODY_LIVE.review,
    },
    exports: join(folder, 'exports'),
    replaced: join(folder, 'data/replaced'),
    told: (story) => house.feed.poke(story),
  }
  const cards = new CardWriter(desk)
  house.desk = desk
  house.feed = new LibraryFeed(desk, cards, log, { gather: 10, poll: 50 })
  house.doors = new OpenDoors(desk)
  house.app = createApp({
    desk,
    rooms: { connect: () => () => undefined },
    cards,
    feed: house.feed,
    doors: house.doors,
    url: options.url ?? null,
    proxies: options.proxies ?? 0,
    provider: options.openid ? new OpenidProvider(desk, options.openid) : null,
    client: options.client ?? join(folder, 'client'),
    log,
  })
  house.close = async () => {
    house.feed.close()
    house.doors.shutAll()
    await storage.close()
    await rm(folder, { recursive: true, force: true })
  }
  return house
}

/** A person with an account, a session cookie, and a role on the stories named. */
export interface Guest {
  actor: Actor & { user: NonNullable<Actor['user']> }
  cookie: string
}

export async function welcome(
  { desk }: DeskHouse,
  name: string,
  options: { owner?: boolean; role?: Role; story?: string } = {},
): Promise<Guest> {
  const user = await createAccount(desk, { name, owner: options.owner ?? false })
  if (options.role && options.story) await desk.storage.people.setRole(options.story, user.id, options.role)
  return { actor: { user, limit: null }, cookie: `galley_session=${await beginSession(desk, user, 'test')}` }
}

/** Asks the app as a browser on its own page does. */
export function asBrowser(app: WebApp, cookie: string | null = null) {
  return (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    headers.set('host', 'localhost')
    if (!headers.has('origin')) headers.set('origin', 'http://localhost')
    if (cookie !== null) headers.set('cookie', cookie)
    return app.request(`http://localhost${path}`, { ...init, headers })
  }
}

/** A JSON request's second half. */
export function json(method: string, body: unknown): RequestInit {
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

/** Files as a form sends them. */
export function form(files: Record<string, Uint8Array | string>, fields: Record<string, string> = {}): RequestInit {
  const body = new FormData()
  for (const [name, content] of Object.entries(files)) {
    body.append('files', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name)
  }
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return { method: 'POST', body }
}

const texts: TextWork = { run: async (name, ask) => perform(name, ask) }
