/**
 * What the top bar says about one's words, as a pure reducer: `afterEvent` gathers facts, `saveStateOf` reads the state
 * off them at a moment. An edit is one local Yjs update, numbered from 1 in this tab; edits found in the browser's
 * store count too. It never says "saved" while an edit is not on the server's disk. Times are milliseconds.
 */

export interface SaveState {
  /** `left` is the page's: words of this person will not be saved (left-words.ts); its count is of words. */
  kind: 'saved' | 'saving' | 'offline-kept' | 'offline-not-kept' | 'sending' | 'not-saving' | 'left'
  /** With `saving`: true for the first 400 ms. Nothing needs to be said yet, but "Saved" would not be true. */
  quiet?: true
  /** Edits that are not on the server's disk; with `sending`, `offline-kept`, `offline-not-kept` and `not-saving`. */
  count?: number
  /** A sentence for the person: what happened and what to do. With `not-saving` and `offline-not-kept`. */
  reason?: string
}

/** What of the review waits here: words as well, though not of the text. */
export interface NotesFacts {
  /** Commands that are not on the server's disk. */
  readonly waiting: number
  /** Of them those that are not in this browser's store. */
  readonly unkept: number
  /** Since when the oldest of them waits. */
  readonly since: number
  /** Why the browser's store does not take them; null = it does. */
  readonly fault: string | null
}

/** Frame `frame` of this connection, sent at `at`, carries every edit up to `through` that was not sent before. */
export interface Cover {
  frame: number
  through: number
  at: number
}

export interface SaveFacts {
  /** `connecting` only before the first answer of this visit; `ended` = the server does not want us back. */
  readonly link: 'connecting' | 'online' | 'offline' | 'ended'
  readonly linkSince: number
  readonly edits: number
  /** Edits 1…acknowledged are on the server's disk. */
  readonly acknowledged: number
  /** Edits 1…kept are in this browser's store. */
  readonly kept: number
  /** Since when edit kept + 1 waits for the store. */
  readonly unkeptSince: number
  /** Edits 1…backlog were made before this connection. */
  readonly backlog: number
  /** Frames of this connection that are not known to be on disk, in order. */
  readonly covers: readonly Cover[]
  readonly sentFrames: number
  /** Why the browser's store does not take edits; null = it does. */
  readonly storeFault: string | null
  /** The first refusal of this connection; `frame` 0 = the room itself cannot save for now. */
  readonly refusal: { frame: number; message: string } | null
  readonly ended: string | null
  readonly notes: NotesFacts
}

export type SaveEvent =
  | { type: 'edited'; at: number; count?: number }
  | { type: 'kept'; through: number; at: number }
  | { type: 'store'; fault: string | null }
  | { type: 'online'; at: number }
  | { type: 'offline'; at: number }
  | { type: 'sent'; frame: number; at: number }
  | { type: 'saved'; frame: number }
  | { type: 'refused'; frame: number; message: string }
  | { type: 'ended'; message: string; at: number }
  | { type: 'notes'; notes: NotesFacts }

/** "Saving…" is said after this long, and not before. */
export const QUIET_MS = 400
/** The server owes an answer within this; later the person is told that nothing is being saved. */
export const OVERDUE_MS = 10_000
/** A first connection that takes longer than this is called offline. */
export const CONNECT_MS = 3_000

export function noFacts(at: number): SaveFacts {
  return {
    link: 'connecting',
    linkSince: at,
    edits: 0,
    acknowledged: 0,
    kept: 0,
    unkeptSince: at,
    backlog: 0,
    covers: [],
    sentFrames: 0,
    storeFault: null,
    refusal: null,
    ended: null,
    notes: { waiting: 0, unkept: 0, since: at, fault: null },
  }
}

/** The facts after one event. A refused frame and all after it never count as saved: only a new connection repeats them. */
export function afterEvent(facts: SaveFacts, event: SaveEvent): SaveFacts {
  switch (event.type) {
    case 'edited':
      return {
        ...facts,
        edits: facts.edits + (event.count ?? 1),
        unkeptSince: facts.kept === facts.edits ? event.at : facts.unkeptSince,
      }
    case 'kept':
      return { ...facts, kept: Math.max(facts.kept, Math.min(event.through, facts.edits)), unkeptSince: event.at }
    case 'store':
      return { ...facts, storeFault: event.fault }
    case 'online':
      return {
        ...facts,
        link: 'online',
        linkSince: event.at,
        backlog: facts.edits,
        covers: [],
        sentFrames: 0,
        refusal: null,
        ended: null,
      }
    case 'offline':
      if (facts.link === 'offline' || facts.link === 'ended') return facts
      return { ...facts, link: 'offline', linkSince: event.at, covers: [], sentFrames: 0 }
    case 'sent': {
      const cover = { frame: event.frame, through: facts.edits, at: event.at }
      return { ...facts, covers: [...facts.covers, cover], sentFrames: event.frame }
    }
    case 'saved':
      return afterSaved(facts, event.frame)
    case 'refused':
      if (facts.refusal && facts.refusal.frame > 0) return facts
      return { ...facts, refusal: { frame: event.frame, message: event.message } }
    case 'ended':
      return { ...facts, link: 'ended', linkSince: event.at, covers: [], sentFrames: 0, ended: event.message }
    case 'notes':
      return { ...facts, notes: event.notes }
  }
}

/** What is true at `now`. */
export function saveStateOf(facts: SaveFacts, now: number): SaveState {
  const count = facts.edits - facts.acknowledged + facts.notes.waiting
  if (facts.link === 'ended') return { kind: 'not-saving', count, reason: facts.ended ?? '' }
  if (facts.link === 'online' && facts.refusal) return { kind: 'not-saving', count, reason: facts.refusal.message }
  if (facts.link === 'online') return online(facts, count, now)
  if (facts.link === 'connecting' && now - facts.linkSince < CONNECT_MS && count === 0) return { kind: 'saved' }
  return offline(facts, count, now)
}

/** The next moment after `now` at which the state may change by time alone; null when there is none. */
export function nextChangeAt(facts: SaveFacts, now: number): number | null {
  const moments = [facts.linkSince + CONNECT_MS]
  for (const since of [waitingSince(facts), notesSince(facts), facts.unkeptSince, facts.notes.since])
    moments.push(since + QUIET_MS, since + OVERDUE_MS)
  const coming = moments.filter((moment) => moment > now)
  return coming.length === 0 ? null : Math.min(...coming)
}

/** False while an edit or a note is neither on the server's disk nor in this browser's store: leaving would lose it. */
export function mayLeave(facts: SaveFacts): boolean {
  return facts.notes.unkept === 0 && isTextKept(facts)
}

/** True when the server owes no answer: all that was sent is on disk, or was refused, or nobody is there to answer. */
export function isAnswered({ link, covers, refusal }: SaveFacts): boolean {
  if (link !== 'online') return true
  const refused = refusal?.frame ?? 0
  return covers.every(({ frame }) => refused > 0 && frame >= refused)
}

function isTextKept(facts: SaveFacts): boolean {
  return facts.edits <= Math.max(facts.acknowledged, facts.kept)
}

function afterSaved(facts: SaveFacts, frame: number): SaveFacts {
  const refused = facts.refusal?.frame ?? 0
  const through = Math.min(frame, facts.sentFrames, refused > 0 ? refused - 1 : Number.POSITIVE_INFINITY)
  const done = facts.covers.filter((cover) => cover.frame <= through)
  return {
    ...facts,
    covers: facts.covers.slice(done.length),
    acknowledged: Math.max(facts.acknowledged, done.at(-1)?.through ?? 0),
    // A room that could not save says so once, and says that it can again by catching up.
    refusal: facts.refusal?.frame === 0 && done.length === facts.covers.length ? null : facts.refusal,
  }
}

function online(facts: SaveFacts, count: number, now: number): SaveState {
  if (count === 0) return { kind: 'saved' }
  const textSince = facts.edits > facts.acknowledged ? waitingSince(facts) : now
  const waited = now - Math.min(textSince, facts.notes.waiting > 0 ? notesSince(facts) : now)
  if (waited >= OVERDUE_MS) {
    const reason = 'The server has not confirmed your last changes. Keep this page open, or copy your words.'
    return { kind: 'not-saving', count, reason }
  }
  const earlierNotes = facts.notes.waiting > 0 && facts.notes.since < facts.linkSince
  if (facts.acknowledged < facts.backlog || earlierNotes) return { kind: 'sending', count }
  return waited < QUIET_MS ? { kind: 'saving', quiet: true } : { kind: 'saving' }
}

function offline(facts: SaveFacts, count: number, now: number): SaveState {
  const fault = facts.storeFault ?? (facts.notes.unkept > 0 ? facts.notes.fault : null)
  if (fault !== null) return { kind: 'offline-not-kept', count, reason: fault }
  if (mayLeave(facts)) return { kind: 'offline-kept', count }
  const waited = now - (isTextKept(facts) ? facts.notes.since : facts.unkeptSince)
  if (waited < QUIET_MS) return { kind: 'saving', quiet: true }
  if (waited < OVERDUE_MS) return { kind: 'saving' }
  return { kind: 'offline-not-kept', count, reason: 'This browser does not answer when asked to keep your words.' }
}

/** Since when the server owes an answer for the oldest edit it has not acknowledged. */
function waitingSince(facts: SaveFacts): number {
  const owed = facts.covers.find((cover) => cover.through > facts.acknowledged)
  return owed ? owed.at : facts.linkSince
}

function notesSince({ notes, linkSince }: SaveFacts): number {
  return Math.max(notes.since, linkSince)
}
