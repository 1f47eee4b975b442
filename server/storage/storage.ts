/**
 * What is kept, as an interface: one contract suite (tests/contracts/storage.ts) runs against every implementation.
 * Times are milliseconds since 1970. Every promise that resolves to a write means: on disk, flushed.
 */
import type { Role } from '../../shared/roles.ts'
import type { FileForm } from '../../shared/story/file-form.ts'

/** One gated update of a room on its way to the log. */
export interface Append {
  story: string
  /** Account that wrote it. */
  user: string
  at: number
  update: Uint8Array
  /** Yjs client ids that this update uses for the first time in this story; bound to `user` for ever. */
  newClients: number[]
}

export interface LogRow {
  seq: number
  update: Uint8Array
}

/** A room as stored: the snapshot covers every seq up to `upto`, the tail holds what came after, in order. */
export interface StoredRoom {
  snapshot: Uint8Array
  /** Encoded state vector of the snapshot. */
  stateVector: Uint8Array
  upto: number
  tail: LogRow[]
  /** Which account each Yjs client id belongs to. */
  clients: Map<number, string>
}

export interface RoomStorage {
  /** Read in one transaction. Null when the story does not exist. Throws DamagedError when a checksum is wrong. */
  load(story: string): Promise<StoredRoom | null>
  /**
   * Resolves with the sequence numbers (per story, from 1, without gaps) once all of the batch is on disk; the batch
   * is one transaction: on failure none of it is stored. Callers need not batch themselves: what is asked for while a
   * commit is in flight shares the next one.
   */
  append(batch: readonly Append[]): Promise<number[]>
  /** Replaces snapshot and rows up to `upto`. Refuses (throws) to go back behind the present snapshot. */
  compact(story: string, upto: number, snapshot: Uint8Array, stateVector: Uint8Array): Promise<void>
}

export interface StoredStory {
  id: string
  /** File name at intake, unique only by chance. */
  name: string
  /** Given by a person; null = taken from the text. */
  title: string | null
  /** Derived from the text whenever it has been quiet: title, opening words, counts. */
  derivedTitle: string
  opening: string
  words: number
  lines: number
  form: FileForm
  encodingGuessed: boolean
  createdAt: number
  changedAt: number
  changedBy: string | null
  deletedAt: number | null
}

export interface NewStory {
  story: StoredStory
  /** Bytes of the file as taken in; null for a story that was started here. */
  source: Uint8Array | null
  /** The first state of the room: sentinel and text, made by the server's own client id. */
  snapshot: Uint8Array
  stateVector: Uint8Array
  /** That client id; it is bound to no account, so nobody can write under it. */
  client: number
}

export interface StoryStorage {
  create(story: NewStory): Promise<void>
  get(id: string): Promise<StoredStory | null>
  /** Without the deleted ones unless asked. */
  list(options?: { deleted?: boolean }): Promise<StoredStory[]>
  source(id: string): Promise<Uint8Array | null>
  /** Whether `source` would answer bytes, without reading them; false for a story that does not exist. */
  hasSource(id: string): Promise<boolean>
  update(id: string, change: Partial<Omit<StoredStory, 'id'>>): Promise<void>
}

export interface StoredUser {
  id: string
  name: string
  /** 1…8. */
  swatch: number
  owner: boolean
  createdAt: number
}

/** A secret that opens something. Only the SHA-256 of its text is ever stored. */
export interface StoredTicket {
  hash: string
  kind: 'owner-link' | 'session' | 'invite' | 'token'
  /** Whom it opens the door as (session, token); who made it (invite); null for the owner link. */
  user: string | null
  /** Shown in lists: token name, browser. */
  label: string
  /** Invite: for which story and as what. */
  story: string | null
  role: Role | null
  createdAt: number
  expiresAt: number | null
  usedAt: number | null
}

export interface PeopleStorage {
  createUser(user: StoredUser): Promise<void>
  updateUser(id: string, change: Partial<Pick<StoredUser, 'name' | 'swatch'>>): Promise<void>
  users(): Promise<StoredUser[]>
  user(id: string): Promise<StoredUser | null>
  createTicket(ticket: StoredTicket): Promise<void>
  ticket(hash: string): Promise<StoredTicket | null>
  tickets(filter: { kind: StoredTicket['kind']; story?: string; user?: string }): Promise<StoredTicket[]>
  /** False when it was gone or, with `once`, used already: of two concurrent calls one gets true. */
  useTicket(hash: string, at: number, once: boolean): Promise<boolean>
  deleteTicket(hash: string): Promise<void>
  /** Role on a story; null removes it. */
  setRole(story: string, user: string, role: Role | null): Promise<void>
  role(story: string, user: string): Promise<Role | null>
  members(story: string): Promise<{ user: string; role: Role }[]>
  /** Story id → role, all of one person's. */
  roles(user: string): Promise<Map<string, Role>>
}

export interface Storage {
  readonly rooms: RoomStorage
  readonly stories: StoryStorage
  readonly people: PeopleStorage
  /** A number that grows when another process has written (the command line beside a running server). */
  version(): Promise<number>
  /** Writes one consistent, self-contained copy to `file`, which must not exist. */
  backup(file: string): Promise<void>
  close(): Promise<void>
}

/** A stored byte is not what was written. Names what is hurt; never repaired silently. */
export class DamagedError extends Error {
  override readonly name = 'DamagedError'
}
