/**
 * The tables as Kysely sees them; how they come to be is in migrations.ts. Times are milliseconds, truth values 0 and 1,
 * checksums CRC-32.
 */
import type { Generated } from 'kysely'

export interface Tables {
  schema_version: { version: number }
  stories: {
    id: string
    name: string
    title: string | null
    derived_title: string
    opening: string
    words: number
    lines: number
    /** FileForm as JSON. */
    form: string
    encoding_guessed: number
    created_at: number
    changed_at: number
    changed_by: string | null
    deleted_at: number | null
    link_role: string | null
  }
  sources: { story: string; data: Uint8Array; checksum: number }
  /** The last sequence number given out, apart from the snapshot: a big row would be rewritten with every append. */
  room_heads: {
    story: string
    head: number
    /** Up to which update direct writing has been noted in the review. */
    noted: Generated<number>
  }
  room_snapshots: { story: string; upto: number; data: Uint8Array; state_vector: Uint8Array; checksum: number }
  room_updates: { story: string; seq: number; account: string; at: number; data: Uint8Array; checksum: number }
  /** `account` is "" for the server's own client ids. */
  room_clients: { story: string; client: number; account: string }
  /** `id` is the command's, `body` JSON of the event without its stamp; `alone` 1 = for that account only. */
  review_events: {
    story: string
    seq: number
    id: string
    at: number
    account: string
    alone: number
    body: string
    checksum: number
  }
  /** `account` "" = what everybody sees, else that account's private notes. Figures in shared/review/figures. */
  review_open: { story: string; account: string; notes: number; suggestions: number }
  /** `account` did it, for `recipient`; "" = for everybody else. */
  review_news: { story: string; seq: number; item: string; part: string; account: string; recipient: string }
  review_seen: { story: string; account: string; upto: number; at: number }
  /** The file on this machine that a story came from. */
  origins: { story: string; path: string; data: Uint8Array; checksum: number }
  webhook_positions: { story: string; upto: number }
  users: {
    id: string
    name: string
    swatch: number
    owner: number
    created_at: number
    library_role: string | null
    gone_at: number | null
  }
  tickets: {
    hash: string
    kind: string
    account: string | null
    label: string
    story: string | null
    role: string | null
    created_at: number
    expires_at: number | null
    used_at: number | null
    uses: number
    most_uses: number | null
    confirmed_at: number | null
    token: string | null
  }
  members: { story: string; account: string; role: string }
  visits: { story: string; account: string; at: number }
  passwords: { account: string; login: string; hash: string }
  passkeys: {
    id: string
    account: string
    public_key: Uint8Array
    counter: number
    /** JSON list. */
    transports: string
    label: string
    created_at: number
    used_at: number | null
  }
  identities: { issuer: string; subject: string; account: string; created_at: number; unlinked_at: number | null }
  activity: {
    seq: Generated<number>
    at: number
    story: string | null
    account: string | null
    act: string
    about: string | null
    /** JSON object. */
    detail: string
  }
}
