/**
 * The gate: is this update sound, and may this person write it? Judged on its structs before anything is applied, and
 * without a Y.Doc: the only parent is the root `text`, whose first character is the server's, so every honest insertion
 * stands between neighbours that exist, stood side by side for its author (text-order.ts), and are not the halves of one
 * character (pair-index.ts). An update passes whole or not at all; what passed advances the gate's clocks.
 */
import * as Y from 'yjs'
import { may, type Role } from '../../shared/roles.ts'
import { EOL_LETTERS, MARKS, MAX_GAP } from '../../shared/story/attributes.ts'
import { type Causal, causalOrder, type Step } from './causal-order.ts'
import { encodeStateVector, encodeUpdate } from './encode-update.ts'
import type { Misfit, TextIndex } from './text-index.ts'
import {
  type ClockRange,
  MalformedUpdate,
  readUpdate,
  type Section,
  type Struct,
  type StructId,
  type UpdateContent,
} from './update-structs.ts'

/** What the gate knows of a room: everything that passed it, whether on disk yet or not. */
export interface GateState {
  /** Client id → first clock that is not known. */
  clocks: Map<number, number>
  /** Client id → account. */
  clients: Map<number, string>
  /** Order, pairs and deletions of all that passed; asked for when somebody first writes. The gate keeps it up. */
  text(): TextIndex
}

export interface Writer {
  /** Account. */
  id: string
  role: Role
}

export type Verdict =
  /** `update` holds what is new, in the bytes to store and show; null when nothing is. */
  | { kind: 'pass'; update: Uint8Array | null; newClients: number[] }
  /** It builds on `needs`, or something as unknown: wait for that, or ask the client for it. */
  | { kind: 'early'; needs: StructId }
  | { kind: 'refused'; code: 'forbidden' | 'bad-request' | 'too-large'; message: string }
  /** Not a V1 update at all. */
  | { kind: 'malformed'; message: string }

/**
 * The account that has shown itself to others under a client id. Who sees an id could otherwise write under it before
 * its owner has written a first letter, and shut the owner out.
 */
export type ShownBy = (client: number) => string | undefined

const nobody: ShownBy = () => undefined

export interface GateLimits {
  bytes: number
  structs: number
  /** Of looking through what others wrote at the same places; ten million take some tenths of a second. */
  walk: number
  /** Its deletions may repeat known ones, and are compared with them. */
  repeats: boolean
}

export const UPDATE_LIMITS: GateLimits = { bytes: 1 << 20, structs: 100_000, walk: 1_000_000, repeats: false }
/** A sync step 2 brings everything that was written offline. */
export const STEP2_LIMITS: GateLimits = { bytes: 16 << 20, structs: 1_000_000, walk: 20_000_000, repeats: true }

/** The account that no person has. The server's own client ids belong to it: of a story's first state, and of decisions. */
export const SERVER_ACCOUNT = ''

/** No story is longer than this many code units, deleted ones counted: a clock beyond it is made up. */
const MAX_CLOCK = 2 ** 31
const MAX_CLIENT = 2 ** 32 - 1
const MAX_SECTIONS = 1000

/** Judges, and when the verdict is `pass` takes the update into `state`. Never throws for bad bytes. */
export function judge(
  bytes: Uint8Array,
  state: GateState,
  writer: Writer,
  limits: GateLimits,
  shownBy: ShownBy = nobody,
): Verdict {
  if (bytes.length > limits.bytes)
    return refused('too-large', 'That is more than one change may hold. Paste it in parts.')
  // What an idle client answers to a sync step 1, and so by far the most frequent of all that brings nothing.
  if (bytes.length === 2 && bytes[0] === 0 && bytes[1] === 0) return { kind: 'pass', update: null, newClients: [] }
  const writes = may(writer.role, 'write')
  // A reader brings deletions to tidy up, and nothing else: not worth reading megabytes for.
  if (!writes && bytes.length > UPDATE_LIMITS.bytes) {
    return bytes[0] === 0 ? { kind: 'pass', update: null, newClients: [] } : refused('forbidden', READS_ONLY)
  }
  let content: UpdateContent
  try {
    content = readUpdate(bytes, limits.structs)
  } catch (error) {
    if (error instanceof MalformedUpdate) return { kind: 'malformed', message: error.message }
    throw error
  }
  const fresh = freshOf(content.sections, state)
  if (!writes) {
    // Yjs tidies up redundant marks by itself and sends that too, also from somebody who only reads.
    if (fresh.length === 0) return { kind: 'pass', update: null, newClients: [] }
    return refused('forbidden', READS_ONLY)
  }
  return (
    faultOfContent(content, state) ??
    faultOfAuthor(fresh, state, writer, shownBy) ??
    inTime(bytes, content, fresh, state, writer, limits)
  )
}

/** Sections with something new in them. What somebody types is a single one, and no list is made for it. */
function freshOf(sections: Section[], { clocks }: GateState): Section[] {
  for (const { client, end } of sections) {
    if (end <= (clocks.get(client) ?? 0)) return sections.filter(({ client, end }) => end > (clocks.get(client) ?? 0))
  }
  return sections
}

const READS_ONLY = 'You can read this story, but not change it.'

function refused(code: 'forbidden' | 'bad-request' | 'too-large', message: string): Verdict {
  return { kind: 'refused', code, message }
}

/** Structs that are known already are not looked at: whatever they say is cut off. */
function faultOfContent({ sections, deletes }: UpdateContent, { clocks }: GateState): Verdict | null {
  if (sections.length > MAX_SECTIONS) return refused('too-large', 'Too many sessions in one change.')
  for (const { client, end, structs } of sections) {
    if (client === 0 || client > MAX_CLIENT || end > MAX_CLOCK)
      return refused('bad-request', 'Made-up session numbers.')
    const known = clocks.get(client) ?? 0
    for (const struct of structs) {
      const fault = struct.clock + struct.length > known || struct.kind === 'other' ? faultOfStruct(struct) : null
      if (fault) return refused('bad-request', fault)
    }
  }
  for (const { clock, length } of deletes) {
    if (clock + length > MAX_CLOCK) return refused('bad-request', 'Made-up deletions.')
  }
  return null
}

function faultOfStruct({ kind, detail, key, control, rooted }: Struct): string | null {
  if (rooted) return IN_FRONT
  switch (kind) {
    case 'other':
      return `A story holds text and its formatting only, no ${detail}.`
    case 'gc':
      // What is left of a nested type, and there are none: deleted text stays as `deleted`, between its neighbours.
      return 'A story has no parts that could have been thrown away.'
    case 'string':
      return control ? 'The text holds a carriage return or a NUL character.' : null
    case 'format':
      return isAttribute(key, detail) ? null : `No such formatting: ${key.slice(0, 40)}.`
    case 'deleted':
    case 'skip':
      return null
  }
}

const IN_FRONT = 'Nothing may stand before the first line of a story.'

const MISFITS: Record<Misfit, Verdict> = {
  front: refused('bad-request', IN_FRONT),
  apart: refused('bad-request', 'This change was made between places that were never side by side. Reload the page.'),
  costly: refused('too-large', 'Too many people changed the same places meanwhile. Reload the page and try again.'),
  halved: refused(
    'bad-request',
    'That would cut a character in two, an emoji for one. Insert or delete it as a whole.',
  ),
}

const NUMBER = /^[1-9][0-9]{0,3}$/
const LETTERS = new RegExp(`^"[${Object.keys(EOL_LETTERS).join('')}]{1,${MAX_GAP}}"$`)

/** `json` is the value as Yjs writes it; null ends a stretch of formatting. */
function isAttribute(key: string, json: string): boolean {
  if ((MARKS as readonly string[]).includes(key)) return json === 'true' || json === 'null'
  if (key === 'gap') return json === 'null' || (NUMBER.test(json) && Number(json) <= MAX_GAP)
  if (key === 'block') return json === 'null' || (NUMBER.test(json) && Number(json) <= 6)
  if (key === 'eol') return json === 'null' || LETTERS.test(json)
  return false
}

function faultOfAuthor(fresh: readonly Section[], state: GateState, writer: Writer, shownBy: ShownBy): Verdict | null {
  for (const { client } of fresh) {
    const account = state.clients.get(client) ?? shownBy(client)
    if (account !== undefined && account !== writer.id) {
      return refused('forbidden', 'This change is under another person’s session. Reload the page and try again.')
    }
  }
  return null
}

/** Goes on when everything the update builds on is known, or comes with it in an order that Yjs can apply. */
function inTime(
  bytes: Uint8Array,
  content: UpdateContent,
  fresh: readonly Section[],
  state: GateState,
  writer: Writer,
  limits: GateLimits,
): Verdict {
  const causal: Causal = causalOrder(fresh, (client) => state.clocks.get(client) ?? 0)
  if (causal.needs) return { kind: 'early', needs: causal.needs }
  if (content.deletes.length > 0) {
    const ends = new Map(fresh.map(({ client, end }) => [client, end]))
    const unknown = content.deletes.find(
      ({ client, clock, length }) => clock + length > (ends.get(client) ?? state.clocks.get(client) ?? 0),
    )
    if (unknown) {
      return { kind: 'early', needs: { client: unknown.client, clock: unknown.clock + unknown.length - 1 } }
    }
  }
  return admit(bytes, content, fresh, causal.steps, state, writer, limits)
}

function admit(
  bytes: Uint8Array,
  content: UpdateContent,
  fresh: readonly Section[],
  steps: readonly Step[],
  state: GateState,
  writer: Writer,
  limits: GateLimits,
): Verdict {
  if (fresh.length === 0 && content.deletes.length === 0) return { kind: 'pass', update: null, newClients: [] }
  const text = state.text()
  const { opening } = text.order
  if (content.deletes.length > 0 && opening && content.deletes.some((range) => holds(range, opening))) {
    return refused('bad-request', 'The first line of a story cannot be removed, only emptied.')
  }
  const deletes =
    limits.repeats && content.deletes.length > 0
      ? content.deletes.flatMap((range) => text.deleted.missing(range))
      : content.deletes
  const misfit = text.take(steps, deletes, state.clocks, { left: limits.walk })
  if (misfit) return MISFITS[misfit]
  const newClients: number[] = []
  const update = newPart(bytes, content, fresh, deletes, state)
  for (const { client, end } of fresh) {
    state.clocks.set(client, end)
    if (!state.clients.has(client)) {
      state.clients.set(client, writer.id)
      newClients.push(client)
    }
  }
  return { kind: 'pass', update, newClients }
}

/**
 * The bytes that say what is new and nothing else. Structs known already are cut off, because a client that repeats
 * them differently would make later readers of the log see another text than those who were there.
 */
function newPart(
  bytes: Uint8Array,
  content: UpdateContent,
  fresh: readonly Section[],
  deletes: readonly ClockRange[],
  state: GateState,
): Uint8Array | null {
  if (fresh.length === 0 && deletes.length === 0) return null
  const overlaps = overlapsKnown(content.sections, state)
  if (!overlaps && deletes.length === content.deletes.length) return bytes
  const clocks = content.sections.map(({ client }): [number, number] => [client, state.clocks.get(client) ?? 0])
  const cut = overlaps ? Y.diffUpdate(bytes, encodeStateVector(clocks)) : bytes
  const structsEnd = overlaps ? readUpdate(cut, STEP2_LIMITS.structs).deletesAt : content.deletesAt
  return encodeUpdate(cut.subarray(0, structsEnd), deletes)
}

function overlapsKnown(sections: readonly Section[], { clocks }: GateState): boolean {
  for (const { client, clock } of sections) if (clock < (clocks.get(client) ?? 0)) return true
  return false
}

function holds({ client, clock, length }: ClockRange, id: StructId): boolean {
  return client === id.client && clock <= id.clock && id.clock < clock + length
}
