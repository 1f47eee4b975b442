/**
 * This person's commands that are not on the server: kept in this browser, sent in order, undone or shown when the server
 * will not have them. A command may be sent twice (a lost answer, a second tab): its id makes that harmless. What a command
 * does on the screen is review-sync's.
 */
import { Refusal, type RefusalCode } from '../../shared/refusals.ts'
import type { Command } from '../../shared/review/commands.ts'
import type { ReviewEvent } from '../../shared/review/events.ts'
import type { CommandResult, Stale } from '../../shared/wire/review.ts'
import { ApiError } from './api.ts'
import { completed, wordsIn } from './complete-command.ts'
import type { KeptReview, OutboxRow } from './kept-review.ts'
import { type Answered, StaleRefusal } from './review.ts'

export interface OutboxWatch {
  /** What waits is other than it was. */
  changed(): void
  /** A sentence for the person, or null when the store works again. */
  fault(message: string | null): void
  /** Other tabs of this person may want to read the store. */
  announce(): void
}

export interface Entry extends OutboxRow {
  readonly command: Command
  /** It is in this browser's store. */
  kept: boolean
  /** Number of its event; null = not known to be done. */
  seq: number | null
  asker: { resolve(answer: Answered): void; reject(error: Error): void } | null
  /** Part of a request that is under way. */
  sending: boolean
}

/** The server takes no more in one request. */
const MOST_COMMANDS = 200
/** UTF-16 code units of one request; the server takes 2 MiB. */
const MOST_LETTERS = 500_000
/** Without an answer for so long the server counts as out of reach. Milliseconds. */
const ANSWER_MS = 20_000
const RETRY_MS = 2_000
const MOST_RETRY_MS = 30_000
/** Nothing will change by sending again, before the connection to the room has come back. */
const BARRED: readonly string[] = ['signed-out', 'forbidden', 'not-found', 'gone']
/** One of the commands is at fault, not all. */
const FAULTY: readonly string[] = ['bad-request', 'too-large', 'malformed']

export class ReviewOutbox {
  readonly #store: KeptReview
  readonly #post: (commands: readonly Command[]) => Promise<CommandResult[]>
  readonly #watch: OutboxWatch
  /** In the order in which they were asked; those that are done too, until their event is here. */
  #entries: Entry[] = []
  readonly #unwritten = new Set<Entry>()
  #unremoved = new Set<string>()
  /** Ids of which nothing more is to be heard. */
  readonly #over = new Set<string>()
  #lastAt = 0
  #head = 0
  #sending = false
  #reachable = true
  /** The server came back while a request was under way that was made before. */
  #backSince = false
  #closed = false
  #shut = false
  #faulty = false
  #retryMs = RETRY_MS
  #resend: ReturnType<typeof setTimeout> | null = null
  #rewrite: ReturnType<typeof setTimeout> | null = null
  #work: Promise<void> = Promise.resolve()

  constructor(store: KeptReview, post: (commands: readonly Command[]) => Promise<CommandResult[]>, watch: OutboxWatch) {
    this.#store = store
    this.#post = post
    this.#watch = watch
  }

  get entries(): readonly Entry[] {
    return this.#entries
  }

  /** Takes in what this browser keeps: from an earlier visit, or from another tab. */
  async absorb(): Promise<void> {
    try {
      const rows = await this.#store.outbox()
      const known = new Map(this.#entries.map((entry) => [entry.id, entry]))
      const there = new Set(rows.map(({ id }) => id))
      for (const row of rows) {
        const entry = known.get(row.id)
        if (entry && row.refused && entry.asker === null) entry.refused = row.refused
        if (this.#over.has(row.id)) this.#unremoved.add(row.id)
        if (entry || this.#over.has(row.id)) continue
        const command = completed(row.command)
        this.#entries.push({ ...row, command, kept: true, seq: null, asker: null, sending: false })
        this.#lastAt = Math.max(this.#lastAt, row.at)
      }
      // Another tab has discarded it.
      const discarded = (entry: Entry) => entry.kept && entry.refused !== null && !there.has(entry.id)
      this.#entries = this.#entries.filter((entry) => this.#unwritten.has(entry) || !discarded(entry))
      this.#entries.sort((one, other) => one.at - other.at)
    } catch (error) {
      this.#fail(error)
    }
    this.#watch.changed()
    void this.#flush()
    void this.#send()
  }

  /** Resolves and rejects as ReviewHandle's `ask`. */
  add(command: Command): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const entry = this.#entry(command)
      entry.asker = { resolve, reject }
      if (command.type === 'see') this.#drop(this.#entries.filter((other) => other.command.type === 'see'))
      this.#entries.push(entry)
      this.#write(entry)
      this.#watch.changed()
      this.#again()
    })
  }

  /** The command is known to be hopeless and was never sent; it is here for its words. */
  addRefused(command: Command, { code, message }: Refusal): void {
    const entry = { ...this.#entry(command), refused: { code, message } }
    this.#entries.push(entry)
    this.#write(entry)
    this.#watch.changed()
  }

  /** The server has told these events of this person, and everybody's up to number `head`. */
  arrived(own: readonly ReviewEvent[], head: number): void {
    this.#head = Math.max(this.#head, head)
    const seqs = new Map(own.map(({ id, seq }) => [id, seq]))
    for (const entry of this.#entries) entry.seq = seqs.get(entry.id) ?? entry.seq
    this.#dropDone()
    for (const id of seqs.keys()) this.#over.add(id)
  }

  /** The server has no more than `head` events. What it had called done beyond them it may have lost: that is sent again. */
  confirm(head: number): void {
    this.#head = head
    for (const entry of this.#entries) if (entry.seq !== null && entry.seq > head) entry.seq = null
    void this.#send()
  }

  /** The server can be reached. */
  online(): void {
    this.#retryMs = RETRY_MS
    this.#backSince = this.#sending
    this.#again()
  }

  /** One that was refused is sent again, as it is. */
  sendAgain(id: string): void {
    const entry = this.#entries.find((one) => one.id === id && one.refused !== null)
    if (!entry) return
    entry.refused = null
    this.#write(entry)
    this.#watch.changed()
    this.#again()
  }

  discard(id: string): void {
    this.#drop(this.#entries.filter((entry) => entry.id === id && entry.refused !== null))
    this.#watch.changed()
  }

  /** Writes what is left and lets go of the store. Nothing is sent any more; who still waits is told that it is kept. */
  async close(): Promise<void> {
    this.#closed = true
    for (const timer of [this.#resend, this.#rewrite]) if (timer !== null) clearTimeout(timer)
    await this.#flush()
    this.#shut = true
    this.#reachable = false
    this.#tellKept()
    for (const { asker } of this.#entries) asker?.reject(new Refusal('unavailable', 'The story was closed.'))
    this.#store.close()
  }

  #entry(command: Command): Entry {
    this.#lastAt = Math.max(Date.now(), this.#lastAt + 1)
    return {
      id: command.id,
      command,
      at: this.#lastAt,
      refused: null,
      kept: false,
      seq: null,
      asker: null,
      sending: false,
    }
  }

  async #send(): Promise<void> {
    if (this.#sending || this.#closed || this.#resend !== null) return
    this.#sending = true
    // What is asked in one breath goes together.
    await Promise.resolve()
    let most = MOST_COMMANDS
    let batch = this.#batch(most)
    while (batch.length > 0 && !this.#closed) {
      const failure = await this.#sendBatch(batch)
      if (failure === null) {
        this.#reachable = true
        this.#retryMs = RETRY_MS
      } else if (FAULTY.includes(failure.code) && batch.length > 1) {
        most = Math.ceil(batch.length / 2)
      } else if (FAULTY.includes(failure.code)) {
        for (const entry of batch) this.#refuse(entry, failure)
      } else if (!this.#backSince) {
        this.#unreached(failure.code)
        break
      }
      this.#backSince = false
      batch = this.#batch(most)
    }
    this.#sending = false
    // What was asked while the last answer came in.
    if (this.#reachable && this.#batch(1).length > 0) void this.#send()
  }

  /** Null when the server answered for each. */
  async #sendBatch(batch: readonly Entry[]): Promise<{ code: string; message: string } | null> {
    let timer: ReturnType<typeof setTimeout> | undefined
    for (const entry of batch) entry.sending = true
    try {
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new ApiError('unreachable', 'The server does not answer.', 0)), ANSWER_MS)
      })
      const results = await Promise.race([this.#post(batch.map(({ command }) => command)), late])
      const byId = new Map(results.map((result) => [result.id, result]))
      for (const entry of batch) {
        const result = byId.get(entry.id)
        if (result) this.#answered(entry, result)
      }
      this.#dropDone()
      return byId.size >= batch.length ? null : { code: 'unavailable', message: 'The server left a command out.' }
    } catch (error) {
      // Only what the network or the server said is an answer to live with.
      if (error instanceof ApiError) return error
      console.error(error)
      return { code: 'unavailable', message: String(error) }
    } finally {
      clearTimeout(timer)
      for (const entry of batch) {
        entry.sending = false
        if (this.#over.has(entry.id)) this.#tellDone(entry)
      }
    }
  }

  #answered(entry: Entry, { seq, error, stale }: CommandResult): void {
    if (error) {
      this.#refuse(entry, error, stale)
      return
    }
    entry.seq = seq
    entry.asker?.resolve({ seq, stale })
    entry.asker = null
  }

  #refuse(entry: Entry, { code, message }: { code: string; message: string }, stale: readonly Stale[] = []): void {
    if (this.#over.has(entry.id)) return
    const { asker, command } = entry
    entry.asker = null
    asker?.reject(stale.length > 0 ? new StaleRefusal(message, stale) : new Refusal(code as RefusalCode, message))
    // A decision of which nobody waits to hear would fail in silence.
    const unheard = asker === null && isDecision(command)
    if (unheard || wordsIn(command) !== '') {
      entry.refused = { code, message }
      this.#write(entry)
    } else {
      this.#drop([entry])
    }
    this.#watch.changed()
  }

  #unreached(code: string): void {
    this.#reachable = false
    this.#tellKept()
    if (this.#closed || BARRED.includes(code)) return
    this.#resend = setTimeout(() => this.#again(), this.#retryMs)
    this.#retryMs = Math.min(this.#retryMs * 2, MOST_RETRY_MS)
  }

  #again(): void {
    if (this.#resend !== null) clearTimeout(this.#resend)
    this.#resend = null
    this.#reachable = true
    void this.#send()
  }

  /** As many of those that wait as go into one request. */
  #batch(most: number): Entry[] {
    const batch: Entry[] = []
    let letters = 0
    for (const entry of this.#entries) {
      if (entry.refused || entry.seq !== null) continue
      letters += JSON.stringify(entry.command).length
      if (batch.length > 0 && (batch.length >= most || letters > MOST_LETTERS)) break
      batch.push(entry)
    }
    return batch
  }

  #dropDone(): void {
    const done = this.#entries.filter(({ seq }) => seq !== null && seq <= this.#head)
    if (done.length > 0) this.#drop(done)
    this.#watch.changed()
  }

  #drop(entries: readonly Entry[]): void {
    if (entries.length === 0) return
    const gone = new Set(entries)
    for (const entry of entries) {
      this.#over.add(entry.id)
      this.#unwritten.delete(entry)
      this.#unremoved.add(entry.id)
      // What was left out of a decision only the answer tells.
      if (!entry.sending || !isDecision(entry.command)) this.#tellDone(entry)
    }
    this.#entries = this.#entries.filter((entry) => !gone.has(entry))
    void this.#flush()
  }

  #tellDone(entry: Entry): void {
    entry.asker?.resolve({ seq: entry.seq, stale: [] })
    entry.asker = null
  }

  #write(entry: Entry): void {
    this.#unwritten.add(entry)
    void this.#flush()
  }

  /** One piece of work on the store after the other. What fails is told and tried again. */
  #flush(): Promise<void> {
    this.#work = this.#work.then(async () => {
      const [writes, removals] = [[...this.#unwritten], [...this.#unremoved]]
      if (writes.length + removals.length === 0 || this.#shut) return
      this.#unwritten.clear()
      this.#unremoved = new Set()
      try {
        const rows = writes.map(({ id, command, at, refused }): OutboxRow => ({ id, command, at, refused }))
        if (rows.length > 0) await this.#store.put(rows)
        for (const entry of writes) entry.kept = true
        if (removals.length > 0) await this.#store.remove(removals)
      } catch (error) {
        for (const entry of writes) if (!this.#over.has(entry.id)) this.#unwritten.add(entry)
        for (const id of removals) this.#unremoved.add(id)
        return this.#fail(error)
      }
      if (this.#faulty) this.#watch.fault(null)
      this.#faulty = false
      this.#tellKept()
      this.#watch.changed()
      this.#watch.announce()
    })
    return this.#work
  }

  #tellKept(): void {
    if (this.#reachable) return
    for (const entry of this.#entries) {
      if (!entry.kept || !entry.asker) continue
      entry.asker.resolve({ seq: null, stale: [] })
      entry.asker = null
    }
  }

  #fail(error: unknown): void {
    this.#faulty = true
    const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    this.#watch.fault(`This browser does not keep your notes (${cause}). Copy them before you close the page.`)
    if (this.#rewrite !== null || this.#closed) return
    this.#rewrite = setTimeout(() => {
      this.#rewrite = null
      void this.#flush()
    }, RETRY_MS)
  }
}

export function isDecision({ type }: { type: string }): boolean {
  return type === 'decide' || type === 'undecide'
}
