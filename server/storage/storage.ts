/**
 * What is kept, as an interface: one contract suite (tests/contracts/storage.ts) runs against every implementation.
 * Times are milliseconds since 1970. Every promise that resolves to a write means: on disk, flushed.
 */
import type { EventFigures } from '../../shared/review/figures.ts'
import type { LinkRole, Role } from '../../shared/roles.ts'
import type { FileForm } from '../../shared/story/file-form.ts'

/** One gated update of a room on its way to the log, or events of its review, or both at once. */
export interface Append {
  story: string
  /** Account that wrote it; "" = the server itself. */
  user: string
  at: number
  /** Null = events alone; its sequence number is then answered as 0. */
  update: Uint8Array | null
  /** Yjs client ids that this update uses for the first time in this story; bound to `user` for ever. */
  newClients: number[]
  /** In the same transaction. Events that are stored already, by a commit that was reported as failed, are passed over. */
  events?: readonly StoredEvent[]
  /** What the events mean for the figures of the review, one each. */
  figures?: readonly EventFigures[]
  /** Up to which update of the log direct writing has been noted in the review, with these events. Absent = as before. */
  noted?: number
}

export interface LogRow {
  seq: number
  update: Uint8Array
}

/** A row of the log with who wrote it and when. */
export interface TailRow extends LogRow {
  user: string
  at: number
}

/** One event of a story's review. */
export interface StoredEvent {
  /** Given by whoever appends: from 1, without gaps. */
  seq: number
  /** Of its command; no two events of a story have the same. */
  id: string
  at: number
  user: string
  /** For that account alone. */
  alone: boolean
  /** JSON of an EventBody (shared/review/events). */
  body: string
}

/** A room as stored: the snapshot covers every seq up to `upto`, the tail holds what came after, in order. */
export interface StoredRoom {
  snapshot: Uint8Array
  /** Encoded state vector of the snapshot. */
  stateVector: Uint8Array
  upto: number
  tail: TailRow[]
  /** Which account each Yjs client id belongs to. */
  clients: Map<number, string>
  /** Direct writing up to this seq has been noted in the review. */
  noted: number
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

/** Some events of a review, oldest first. */
export interface EventPage {
  events: StoredEvent[]
  /** The page accounts for all events up to this one, for the reader or not. */
  upto: number
  /** Sequence number of the story's last event when the page was read; there is more when `upto` is less. */
  head: number
}

export interface ReviewStorage {
  /**
   * Events behind `after`: all of them, or with `reader` only those that this account may see. At most `limit`, and about
   * 1 MiB of bodies, but at least one if there is any. Throws DamagedError when a checksum is wrong or an event is lost.
   */
  list(story: string, after: number, limit: number, reader?: string): Promise<EventPage>
  /** Sequence number of the last event; 0 = there is none. */
  head(story: string): Promise<number>
  /** Id → sequence number, of those that there are. */
  seqOf(story: string, ids: readonly string[]): Promise<Map<string, number>>
  /** Accounts of the events that everybody may see, each once. */
  authors(story: string): Promise<string[]>
  /** One for each pair asked for, in order; of a story without a review all are 0. Reads no events. */
  figures(asked: readonly { story: string; reader: string }[]): Promise<ReviewFigures[]>
}

/** How far the review of each story has been delivered to the webhook. */
export interface WebhookStorage {
  /** The first time: what has happened up to now is not to be delivered. Later calls change nothing. */
  begin(): Promise<void>
  /** Stories in whose review more has happened than was delivered, deleted ones too. */
  behind(): Promise<string[]>
  /** Events up to this one were delivered, or need not be. */
  position(story: string): Promise<number>
  move(story: string, upto: number): Promise<void>
}

/** A review in numbers, for one account. */
export interface ReviewFigures {
  /** Open ones that the account may see. */
  notes: number
  suggestions: number
  /** Notes, suggestions and direct edits about which others did something since the account looked; 0 = or it never did. */
  fresh: number
  /** When it looked last; null = never. */
  seenAt: number | null
}

export interface StoredStory {
  id: string
  /** File name at intake, unique only by chance; its ending says what kind of file that was. */
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
  /** What anybody with the story's address may do; null = nothing, they need an invitation. */
  linkRole: LinkRole | null
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
  /** The first events of its review, and what they mean for its figures, one each. */
  events?: readonly StoredEvent[]
  figures?: readonly EventFigures[]
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
  /** Sequence number of the last update of its text, without reading that: while it is the same, so is the text. 0 = none yet. */
  textHead(id: string): Promise<number>
}

/** A file on this machine that a story came from and may be written back to. */
export interface Origin {
  /** Absolute, without links. */
  path: string
  /** The file's bytes when Galley last read or wrote it. Another file is one that somebody else has changed since. */
  known: Uint8Array
}

export interface OriginStorage {
  /** Null = it came from no file here. Throws DamagedError. */
  get(story: string): Promise<Origin | null>
  /** Stories that have one → path. */
  paths(): Promise<Map<string, string>>
  /** The same with a word for each that is another for other bytes (CRC-32 and length), without reading them. */
  marks(): Promise<Map<string, { path: string; mark: string }>>
  /** In place of what was there. */
  put(story: string, origin: Origin): Promise<void>
}

export interface StoredUser {
  id: string
  name: string
  /** 1…8. */
  swatch: number
  owner: boolean
  createdAt: number
  /** Role on every story there is and will be; null = only where they were invited. */
  libraryRole: Role | null
  /** Set when the person was removed from the library: the name stays on what they did, nothing opens for them. */
  goneAt: number | null
}

/** A secret that opens something. Only the SHA-256 of its text is ever stored. */
export interface StoredTicket {
  hash: string
  kind: 'owner-link' | 'session' | 'invite' | 'token'
  /** Whom it opens the door as (session, token, a link that lets somebody back in); who made it (invite); null for the owner link. */
  user: string | null
  /** Shown in lists: token name, browser. */
  label: string
  /** Invite: for which story, null = the whole library. Token: for which story alone, null = all that its person may. */
  story: string | null
  /** Invite: as what. Token: the most it may do, null = all that its person may. */
  role: Role | null
  createdAt: number
  expiresAt: number | null
  /** Last use. */
  usedAt: number | null
  uses: number
  /** Null = any number of times. */
  mostUses: number | null
  /** Session: when its person last showed who they are, at its beginning or again later. Null for the others. */
  confirmedAt: number | null
  /** Invite: hash of the access token by which it was made, with which it ends. Null for the others. */
  token: string | null
}

/** How somebody comes back with a password. */
export interface StoredPassword {
  user: string
  /** Unique, as `foldedLogin` of server/auth makes it. */
  login: string
  /** Salted hash with its parameters; never the password. */
  hash: string
}

/** A WebAuthn credential (Web Authentication Level 3, §4). */
export interface StoredPasskey {
  /** Credential id, base64url. */
  id: string
  user: string
  /** COSE key. */
  publicKey: Uint8Array
  counter: number
  transports: string[]
  label: string
  createdAt: number
  usedAt: number | null
}

/** An account at an OpenID provider; `issuer` and `subject` together are unique (OpenID Connect Core 1.0, §5.7). */
export interface StoredIdentity {
  issuer: string
  subject: string
  user: string
  createdAt: number
  /** From then on it opens nothing; kept, so that unlinking makes nobody a newcomer. Null = it opens its account. */
  unlinkedAt: number | null
}

export interface PeopleStorage {
  createUser(user: StoredUser): Promise<void>
  updateUser(id: string, change: Partial<Pick<StoredUser, 'name' | 'swatch' | 'libraryRole' | 'goneAt'>>): Promise<void>
  users(): Promise<StoredUser[]>
  user(id: string): Promise<StoredUser | null>
  /** The first that owns the library, null while nobody does. */
  owner(): Promise<StoredUser | null>
  createTicket(ticket: StoredTicket): Promise<void>
  ticket(hash: string): Promise<StoredTicket | null>
  /** Oldest first. `story: null` asks for those of the whole library. */
  tickets(filter: { kind: StoredTicket['kind']; story?: string | null; user?: string }): Promise<StoredTicket[]>
  /** Counts a use. False when it was gone or used `mostUses` times already: of concurrent calls no more than that get true. */
  useTicket(hash: string, at: number): Promise<boolean>
  deleteTicket(hash: string): Promise<void>
  /** Sets `confirmedAt` of a session; of any other ticket, and of one that is gone, nothing. */
  confirmSession(hash: string, at: number): Promise<void>
  /** Role on a story; null removes it. */
  setRole(story: string, user: string, role: Role | null): Promise<void>
  role(story: string, user: string): Promise<Role | null>
  members(story: string): Promise<{ user: string; role: Role }[]>
  /** Story id → role, all of one person's. */
  roles(user: string): Promise<Map<string, Role>>
  /** Remembers that somebody came in by the story's address alone; true when it is the first time. */
  noteVisit(story: string, user: string, at: number): Promise<boolean>
  /** Accounts that ever came in so, first come first. */
  visitors(story: string): Promise<string[]>
  /** Stories that a person ever came into so. */
  visits(user: string): Promise<string[]>
}

export interface CredentialStorage {
  /** Replaces the person's present one. False when the login is another person's. */
  setPassword(password: StoredPassword): Promise<boolean>
  passwordOf(user: string): Promise<StoredPassword | null>
  passwordFor(login: string): Promise<StoredPassword | null>
  deletePassword(user: string): Promise<void>
  addPasskey(passkey: StoredPasskey): Promise<void>
  passkey(id: string): Promise<StoredPasskey | null>
  /** Oldest first. */
  passkeys(user: string): Promise<StoredPasskey[]>
  usePasskey(id: string, counter: number, at: number): Promise<void>
  deletePasskey(id: string): Promise<void>
  /** False when that identity is linked already, to whomever; one that was unlinked becomes the new one's. */
  addIdentity(identity: Omit<StoredIdentity, 'unlinkedAt'>): Promise<boolean>
  /** Also one that was unlinked. */
  identity(issuer: string, subject: string): Promise<StoredIdentity | null>
  /** Those that open the account. */
  identities(user: string): Promise<StoredIdentity[]>
  unlinkIdentities(user: string, at: number): Promise<void>
}

/** One thing that somebody did, or tried to do. Never story text, never a secret. */
export interface StoredActivity {
  /** Grows with every entry. */
  seq: number
  at: number
  /** Null = about the whole library. */
  story: string | null
  /** Who; null = the terminal, or somebody without an account. */
  user: string | null
  /** What: one of ACTIVITIES in shared/wire/people. */
  act: string
  /** Account that it was done to; null = none. */
  about: string | null
  /** What else a reader needs: role, name of a file, reason. */
  detail: Record<string, string>
}

export interface ActivityStorage {
  add(entry: Omit<StoredActivity, 'seq'>): Promise<void>
  /** Newest first, at most `limit`, those before `before` (a seq) if given. Without `story` all there are. */
  list(filter: { story?: string; before?: number; limit: number }): Promise<StoredActivity[]>
}

export interface Storage {
  readonly rooms: RoomStorage
  readonly review: ReviewStorage
  readonly stories: StoryStorage
  readonly origins: OriginStorage
  readonly people: PeopleStorage
  readonly credentials: CredentialStorage
  readonly activity: ActivityStorage
  readonly webhook: WebhookStorage
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
