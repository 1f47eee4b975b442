/**
 * Who is where in a room: the states that y-websocket calls awareness, built by the server. A connection speaks for the
 * client id it used first and for no other; name and colour come from the account; the server keeps the clock.
 */
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'
import type { PresenceState } from '../../shared/wire/frames.ts'
import { awarenessEntry, awarenessFrame } from './encode-frames.ts'
import { MalformedFrame } from './parse-frame.ts'
import { personColour } from './person-colours.ts'

/** A person as a room is told of them. */
export interface PresencePerson {
  id: string
  name: string
  swatch: number
}

/** One connection. Objects are compared by identity. */
export interface PresenceSource {
  readonly person: PresencePerson
}

interface Entry {
  source: PresenceSource
  client: number
  clock: number
  place: Pick<PresenceState, 'cursor' | 'view'>
  bytes: Uint8Array
}

/** Longest state that is read, in bytes. */
const MAX_STATE = 4096
/** Of more client ids than this the one that came longest ago and is away is forgotten. */
const MOST_REMEMBERED = 20_000
const MAX_LINE = 10_000_000

export class Presence {
  readonly #now: () => number
  readonly #entries = new Map<number, Entry>()
  readonly #ids = new Map<PresenceSource, number>()
  /** Client id → account that showed itself under it first, also when it is away: an id tells whose tab it was. */
  readonly #shownBy = new Map<number, string>()
  #lastClock = 0

  /** `now` is in milliseconds; clocks begin there, so that they go on rising after a restart of the server. */
  constructor(now: () => number) {
    this.#now = now
  }

  /** The client id this connection speaks for, once it has spoken. */
  idOf(source: PresenceSource): number | null {
    return this.#ids.get(source) ?? null
  }

  /** The account that showed itself under a client id first, as long as the room is open. */
  shownBy(client: number): string | undefined {
    return this.#shownBy.get(client)
  }

  /**
   * Takes an awareness update from a connection. `mayUse` tells whether the person may speak for a client id. Answers
   * the client ids whose state changed. Throws MalformedFrame when the bytes are not an awareness update.
   */
  take(source: PresenceSource, update: Uint8Array, mayUse: (client: number) => boolean): number[] {
    const changed: number[] = []
    for (const { client, json } of readEntries(update)) {
      if (!this.#owns(source, client, mayUse)) continue
      if (json === 'null') changed.push(...this.leave(source))
      else if (json.length <= MAX_STATE) {
        this.#set(source, client, placeOf(stateOf(json)))
        changed.push(client)
      }
    }
    return changed
  }

  /** The connection has gone, or shows itself no longer. A newer connection of the same client id is left alone. */
  leave(source: PresenceSource): number[] {
    const client = this.#ids.get(source)
    this.#ids.delete(source)
    if (client === undefined || this.#entries.get(client)?.source !== source) return []
    this.#entries.delete(client)
    return [client]
  }

  /** The person's name or colour has changed: answers the client ids whose state says so now. */
  refresh(person: string): number[] {
    const mine = [...this.#entries.values()].filter(({ source }) => source.person.id === person)
    for (const { source, client, place } of mine) this.#set(source, client, place)
    return mine.map(({ client }) => client)
  }

  /** All who are here as one frame, without the client id `except`; a frame without states when nobody is. */
  everybody(except: number | null): Uint8Array {
    const entries = [...this.#entries.values()].filter(({ client }) => client !== except)
    return awarenessFrame(entries.map(({ bytes }) => bytes))
  }

  /** The present states of these client ids, "gone" for those that have left, without the id `except`; null if none. */
  changes(clients: Iterable<number>, except: number | null): Uint8Array | null {
    const entries: Uint8Array[] = []
    for (const client of clients) {
      if (client === except) continue
      entries.push(this.#entries.get(client)?.bytes ?? awarenessEntry(client, this.#tick(), 'null'))
    }
    return entries.length === 0 ? null : awarenessFrame(entries)
  }

  #owns(source: PresenceSource, client: number, mayUse: (client: number) => boolean): boolean {
    const own = this.#ids.get(source)
    if (own !== undefined) return own === client
    if (!mayUse(client)) return false
    // A tab that comes back before its old socket was noticed to be dead takes its place over.
    if ((this.#shownBy.get(client) ?? source.person.id) !== source.person.id) return false
    this.#ids.set(source, client)
    this.#remember(client, source.person.id)
    return true
  }

  #set(source: PresenceSource, client: number, place: Entry['place']): void {
    const { id, name, swatch } = source.person
    const state: PresenceState = { user: { id, name, swatch, color: personColour(swatch) }, ...place }
    const clock = this.#tick()
    this.#entries.set(client, {
      source,
      client,
      clock,
      place,
      bytes: awarenessEntry(client, clock, JSON.stringify(state)),
    })
  }

  #remember(client: number, account: string): void {
    this.#shownBy.delete(client)
    this.#shownBy.set(client, account)
    if (this.#shownBy.size <= MOST_REMEMBERED) return
    for (const old of this.#shownBy.keys()) {
      if (this.#entries.has(old)) continue
      this.#shownBy.delete(old)
      return
    }
  }

  #tick(): number {
    this.#lastClock = Math.max(this.#lastClock + 1, this.#now())
    return this.#lastClock
  }
}

/** All of it is read before any of it counts. */
function readEntries(update: Uint8Array): { client: number; json: string }[] {
  try {
    const decoder = createDecoder(update)
    const entries: { client: number; json: string }[] = []
    for (let left = readVarUint(decoder); left > 0; left--) {
      const client = readVarUint(decoder)
      readVarUint(decoder)
      entries.push({ client, json: readVarString(decoder) })
    }
    return entries
  } catch {
    throw new MalformedFrame('a presence update that cannot be read')
  }
}

function stateOf(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new MalformedFrame('a presence state that cannot be read')
  }
}

/** What a client may say of itself, and nothing else of what it said. */
function placeOf(state: unknown): Entry['place'] {
  const place: Entry['place'] = {}
  if (!isObject(state)) return place
  const { cursor, view } = state
  if (cursor === null) place.cursor = null
  else if (isObject(cursor) && isPosition(cursor.anchor) && isPosition(cursor.head)) {
    place.cursor = { anchor: positionOf(cursor.anchor), head: positionOf(cursor.head) }
  }
  if (view === null) place.view = null
  else if (isObject(view) && isCount(view.line, MAX_LINE)) place.view = { line: view.line }
  return place
}

/** A Yjs relative position as JSON: an item, or the end of a root. */
function isPosition(value: unknown): value is Record<string, unknown> {
  if (!isObject(value)) return false
  const { type, tname, item, assoc } = value
  return (
    (type === undefined || type === null || isId(type)) &&
    (tname === undefined || tname === null || (typeof tname === 'string' && tname.length <= 64)) &&
    (item === undefined || item === null || isId(item)) &&
    (assoc === undefined || (Number.isInteger(assoc) && Math.abs(assoc as number) <= 1))
  )
}

function positionOf(value: Record<string, unknown>): Record<string, unknown> {
  const copy: Record<string, unknown> = {}
  for (const key of ['type', 'tname', 'item', 'assoc']) {
    const part = value[key]
    if (part !== undefined) copy[key] = isObject(part) ? { client: part.client, clock: part.clock } : part
  }
  return copy
}

function isId(value: unknown): boolean {
  return isObject(value) && isCount(value.client, 2 ** 32 - 1) && isCount(value.clock, 2 ** 31)
}

function isCount(value: unknown, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
