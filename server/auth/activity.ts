/**
 * The one door into the activity log: who did what, or tried to. Refused attempts and failed sign-ins are gathered, so
 * that a flood of them costs a row a minute and hides nothing else. Reading the log is for stories/list-activity.
 */
import type { ActivityName } from '../../shared/wire/people.ts'
import type { Storage, StoredActivity } from '../storage/storage.ts'
import { type AuthDesk, MINUTE } from './desk.ts'

/** What happened; what `about` and `detail` hold for each act is said in shared/wire/people.ts. */
export interface Happening {
  act: ActivityName
  /** Null or absent = about the whole library. */
  story?: string | null | undefined
  /** Account that it was done to. */
  about?: string | null | undefined
  /** Never story text, never a secret. Values are cut to 200 code units and lose their control characters. */
  detail?: Record<string, string>
  /** Address of somebody without an account: tells floods apart and is not kept. */
  from?: string | undefined
}

/** Who did it: an actor, an account by its id, or null for the terminal and for somebody without an account. */
export type Doer = { readonly user: { readonly id: string } | null } | null

const MOST_VALUE = 200

/** What others can make happen as often as they like. */
const GATHERED: ReadonlySet<ActivityName> = new Set(['refused', 'sign-in-failed', 'webhook-failed', 'webhook-back'])

/** Kinds of attempts told apart within a minute; what comes beyond is gathered in one. */
const MOST_KINDS = 2000

const UNSEEN = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

interface Gathered {
  /** Not told yet. */
  count: number
  since: number
  entry: Omit<StoredActivity, 'seq' | 'at'>
}

interface Told {
  entry: Gathered['entry']
  count: number
}

const REST = 'the rest'

/** By storage, since desks of one house are copied about. */
const gatherers = new WeakMap<Storage, Map<string, Gathered>>()

/**
 * Keeps one entry. Of attempts that were refused, and of troubles with the webhook, the first of a kind is written at once; those
 * of the minute after it are counted and written as one row with the next that comes. `detail.count` says how many.
 */
export async function record(desk: AuthDesk, doer: Doer, happening: Happening): Promise<void> {
  const { act, story = null, about = null, detail = {}, from = '' } = happening
  const entry = { act, story, about, user: doer?.user?.id ?? null, detail: cleaned(detail) }
  if (!GATHERED.has(act)) {
    await desk.storage.activity.add({ ...entry, at: desk.now() })
    return
  }
  for (const told of gather(desk, entry, from)) {
    await desk.storage.activity.add({
      ...told.entry,
      detail: { ...told.entry.detail, count: String(told.count) },
      at: desk.now(),
    })
  }
}

/** What is to be written now: this attempt if it is the first of its minute, and what waited for longer than one. */
function gather(desk: AuthDesk, entry: Gathered['entry'], from: string): Told[] {
  const kinds = gatherers.get(desk.storage) ?? new Map<string, Gathered>()
  gatherers.set(desk.storage, kinds)
  const now = desk.now()
  const told: Told[] = []
  const name = nameOf(entry, from)
  let earlier = 0
  for (const [other, { since, count, entry: waiting }] of kinds) {
    if (now - since < MINUTE) continue
    kinds.delete(other)
    if (other === name) earlier = count
    else if (count > 0) told.push({ entry: waiting, count })
  }
  const full = !kinds.has(name) && kinds.size >= MOST_KINDS
  const kind = full ? REST : name
  const known = kinds.get(kind)
  if (known) known.count += 1
  else {
    // Of too many kinds at once it is no longer said who and where.
    const kept = full ? { ...entry, user: null, story: null, about: null, detail: {} } : entry
    kinds.set(kind, { count: 0, since: now, entry: kept })
    told.push({ entry: kept, count: earlier + 1 })
  }
  return told
}

function nameOf({ act, user, story, detail }: Gathered['entry'], from: string): string {
  const { what = '', code = '', way = '', login = '' } = detail
  return JSON.stringify([act, user ?? `@${from}`, story, what, code, way, login])
}

function cleaned(detail: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(detail).map(([key, value]) => [key, value.slice(0, MOST_VALUE).replace(UNSEEN, ' ')]),
  )
}
