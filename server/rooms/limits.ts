/** How much a room bears, in one place. Milliseconds and bytes. */
export interface RoomLimits {
  /** Connections of everybody in one story, and of one person in all stories. */
  peersPerRoom: number
  peersPerPerson: number
  /** Received before the story has been loaded. */
  earlyFrames: number
  /** Updates that wait for something they build on: how much, and how long until the client is asked for it. */
  heldBytes: number
  heldFor: number
  /** How big a story may grow, what was deleted counted. */
  storyBytes: number
  /** Refusals after which a connection is closed. */
  refusals: number
  /** Outgoing: above `behind` updates stop and are made up for below `caughtUp`; above `presence` states are skipped. */
  presenceBuffer: number
  behindBuffer: number
  caughtUpBuffer: number
  fullBuffer: number
  /** A connection that takes nothing for so long is closed. */
  stalledFor: number
  /** Accepted but not on disk; above it the sockets are paused. */
  unwrittenBytes: number
  /** Presence goes out at most this often. */
  presenceEvery: number
  pingEvery: number
  /** How long a story without anybody in it stays in memory. */
  linger: number
  /**
   * Rows or bytes of the tail after which it is folded into the snapshot when counts are taken next; at four times as
   * much at once. When closing, a few are enough.
   */
  compactRows: number
  compactBytes: number
  closingRows: number
  closingBytes: number
  /** Counts are taken after so long without a change, and at the latest after `surveyAtLatest`. */
  surveyAfter: number
  surveyAtLatest: number
  /** How long a stop of the server may wait for what is unwritten. */
  closeWithin: number
}

export const LIMITS: RoomLimits = {
  peersPerRoom: 500,
  peersPerPerson: 100,
  earlyFrames: 200,
  heldBytes: 1 << 20,
  heldFor: 2_000,
  storyBytes: 64 << 20,
  refusals: 20,
  presenceBuffer: 256 << 10,
  behindBuffer: 1 << 20,
  caughtUpBuffer: 64 << 10,
  fullBuffer: 40 << 20,
  stalledFor: 30_000,
  unwrittenBytes: 4 << 20,
  presenceEvery: 30,
  pingEvery: 30_000,
  linger: 30_000,
  compactRows: 500,
  compactBytes: 256 << 10,
  closingRows: 20,
  closingBytes: 8 << 10,
  surveyAfter: 1_000,
  surveyAtLatest: 30_000,
  closeWithin: 4_000,
}
