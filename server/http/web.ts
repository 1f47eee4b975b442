/** What the routes share: the parts of a running server, and what the guard found out about a request. */
import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import type { Actor } from '../auth/actor.ts'
import type { OpenidProvider } from '../auth/provider.ts'
import type { Entry } from '../auth/sessions.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Desk } from '../stories/desk.ts'
import type { CardWriter } from '../stories/story-card.ts'
import type { LibraryFeed } from './library-feed.ts'
import type { OpenDoors } from './open-doors.ts'

export interface Parts {
  desk: Desk
  rooms: Pick<Rooms, 'connect'>
  cards: CardWriter
  feed: LibraryFeed
  doors: OpenDoors
  /** Public address where it is not the one a request came to; https makes cookies Secure. */
  url: URL | null
  /** How many proxies of one's own stand in front and say whom they were asked by. */
  proxies: number
  /** Where people may sign in besides; null = nowhere. */
  provider: OpenidProvider | null
  /** Folder of the built client. */
  client: string
  /** Hears of faults of the program; never of secrets or of anybody's text. */
  log: (fault: string) => void
}

export type Web = {
  /** Empty where a test calls the app without a socket. */
  Bindings: Partial<HttpBindings>
  Variables: {
    /** How the asker came in; null = not signed in. */
    entry: Entry | null
    /** Null exactly when `entry` is. */
    actor: Actor | null
  }
}

export type WebContext = Context<Web>
export type WebApp = Hono<Web>
