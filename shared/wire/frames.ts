/**
 * The numbers on a room's socket. 0–3 are y-websocket's own (sync, awareness, auth, query awareness); 100 and up are
 * Galley's and go only to clients that ask with `?galley=1`.
 */
import type { ReviewEvent } from '../review/events.ts'
import type { Role } from '../roles.ts'

export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** Payload varUint: how many update-bearing frames (sync step 2 and update) of this connection are on disk. */
  saved: 100,
  /** Payload varString of JSON RefusedFrame. */
  refused: 101,
  /** Payload varString of JSON RoleFrame: the receiver's role in this story is another from here on. */
  role: 102,
  /**
   * Payload varString of JSON ReviewFrame, then varUint8Array of a Yjs update: what an acceptance did to the text, to be
   * applied together with its event; empty for all other events.
   */
  review: 103,
  /**
   * From the client. Payload varUint: send all events behind this sequence number, and from now on every new one. It is
   * answered by one frame at least, without events when there are none; a `head` below the number means that the server
   * holds an earlier state (a backup), and the client asks again from 0.
   */
  reviewAfter: 104,
} as const

export const SYNC = { step1: 0, step2: 1, update: 2 } as const

/** What a refusal frame says. `frame` counts the update-bearing frames of this connection from 1; 0 = the room itself. */
export interface RefusedFrame {
  frame: number
  code: string
  message: string
}

/** What a role frame says. A role that is taken away altogether closes the socket instead (CLOSE.forbidden). */
export interface RoleFrame {
  role: Role
  /** Name of the person who decided; "" = the terminal. */
  by: string
  /** ISO 8601, UTC. */
  at: string
}

/** New events of the review, those that the receiver may see. */
export interface ReviewFrame {
  events: ReviewEvent[]
  /** Sequence number of the last event that this frame accounts for, shown or not. */
  head: number
  /** More frames of the same answer to `reviewAfter` follow. */
  more?: true
}

/** Close codes of a room's socket. A client stops reconnecting at `stop` codes. */
export const CLOSE = {
  goingAway: 1001,
  malformed: 1007,
  policy: 1008,
  tooLarge: 1009,
  restarting: 1012,
  tryLater: 1013,
  signedOut: 4401,
  forbidden: 4403,
  gone: 4410,
} as const

/** The presence a server builds; `cursor` and `view` are the client's own, the rest comes from the account. */
export interface PresenceState {
  user: {
    id: string
    name: string
    /** 1…8: which of the eight person colours. */
    swatch: number
    /** The same colour as CSS, for stock clients. */
    color: string
  }
  /** Encoded Yjs relative positions as JSON, or null when the text has no selection. */
  cursor?: { anchor: unknown; head: unknown } | null
  /** First line in view, from 0; for following. */
  view?: { line: number } | null
}
