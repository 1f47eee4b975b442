/** The events of each story's review in SQL. They are written together with the text (sql-rooms.ts), and never changed. */
import { type Kysely, sql } from 'kysely'
import { checksumOf, verify } from './checksum.ts'
import type { Engine } from './engine.ts'
import { FigureStatements } from './review-figures.ts'
import type { Value } from './sqlite-message.ts'
import { DamagedError, type EventPage, type ReviewFigures, type ReviewStorage, type StoredEvent } from './storage.ts'
import type { Tables } from './tables.ts'

/** Bodies of one page, code units; a bigger one comes alone. */
const PAGE = 1 << 20

export class SqlReview implements ReviewStorage {
  readonly #engine: Engine
  readonly #sql: { page: string; last: string; head: string; seqOf: string }
  readonly #figures: FigureStatements

  constructor(engine: Engine) {
    this.#engine = engine
    this.#sql = statementsOf(engine)
    this.#figures = new FigureStatements(engine.db)
  }

  async list(story: string, after: number, limit: number, reader?: string): Promise<EventPage> {
    const mine = reader ?? ''
    const everybodys = reader === undefined ? 1 : 0
    const [page, last, heads] = await this.#engine.atomically('read', [
      { sql: this.#sql.page, rows: [[story, after, mine, everybodys, limit, PAGE]] },
      { sql: this.#sql.last, rows: [[story, mine, everybodys]] },
      { sql: this.#sql.head, rows: [[story]] },
    ])
    const events = (page?.rows ?? []).map((row) => eventOf(story, row))
    if (reader === undefined) mustFollow(story, after, events)
    const head = Number(heads?.rows[0]?.head ?? 0)
    const upto = events.at(-1)?.seq ?? head
    const more = upto < Number(last?.rows[0]?.last ?? 0)
    return { events, upto: more ? upto : head, head }
  }

  async head(story: string): Promise<number> {
    const [heads] = await this.#engine.atomically('read', [{ sql: this.#sql.head, rows: [[story]] }])
    return Number(heads?.rows[0]?.head ?? 0)
  }

  async seqOf(story: string, ids: readonly string[]): Promise<Map<string, number>> {
    if (ids.length === 0) return new Map()
    const rows = ids.map((id): Value[] => [story, id])
    const [found] = await this.#engine.atomically('read', [{ sql: this.#sql.seqOf, rows }])
    return new Map((found?.rows ?? []).map(({ id, seq }) => [String(id), Number(seq)]))
  }

  async authors(story: string): Promise<string[]> {
    const rows = await this.#engine.db
      .selectFrom('review_events')
      .select('account')
      .distinct()
      .where('story', '=', story)
      .where('alone', '=', 0)
      .orderBy('account')
      .execute()
    return rows.map(({ account }) => account)
  }

  figures(asked: readonly { story: string; reader: string }[]): Promise<ReviewFigures[]> {
    return this.#figures.read(this.#engine, asked)
  }
}

/** Inserts one event, with the parameters of `eventRow`. One that is there already, with the same id, stays as it is. */
export function eventStatement(db: Kysely<Tables>): string {
  return db
    .insertInto('review_events')
    .values({ story: '', seq: 0, id: '', at: 0, account: '', alone: 0, body: '', checksum: 0 })
    .onConflict((conflict) => conflict.columns(['story', 'id']).doNothing())
    .compile().sql
}

export function eventRow(story: string, { seq, id, at, user, alone, body }: StoredEvent): Value[] {
  return [story, seq, id, at, user, alone ? 1 : 0, body, checksumOf(Buffer.from(body))]
}

/** Their parameters follow in the order in which they are written. */
function statementsOf({ db }: Engine) {
  const mayRead = sql<boolean>`(alone = 0 or account = ${''} or ${0} = 1)`
  return {
    page: db
      .selectFrom(
        db
          .selectFrom('review_events')
          .selectAll()
          .select(sql<number>`sum(length(body)) over (order by seq) - length(body)`.as('before'))
          .where('story', '=', '')
          .where('seq', '>', 0)
          .where(mayRead)
          .orderBy('seq')
          .limit(0)
          .as('page'),
      )
      .selectAll()
      .where('before', '<', 0)
      .orderBy('seq')
      .compile().sql,
    last: db
      .selectFrom('review_events')
      .select(sql<number>`max(seq)`.as('last'))
      .where('story', '=', '')
      .where(mayRead)
      .compile().sql,
    head: db.selectFrom('review_events').select(sql<number>`max(seq)`.as('head')).where('story', '=', '').compile().sql,
    seqOf: db.selectFrom('review_events').select(['id', 'seq']).where('story', '=', '').where('id', '=', '').compile()
      .sql,
  }
}

/** Events are numbered without gaps, and nobody deletes one. */
function mustFollow(story: string, after: number, events: readonly StoredEvent[]): void {
  for (const [index, { seq }] of events.entries()) {
    const wanted = after + index + 1
    if (seq !== wanted) throw new DamagedError(`The review of story ${story} has lost event ${wanted}.`)
  }
}

function eventOf(story: string, row: Record<string, Value>): StoredEvent {
  const seq = Number(row.seq)
  const body = String(row.body)
  verify(`event ${seq} of the review of story ${story}`, Number(row.checksum), Buffer.from(body))
  return {
    seq,
    id: String(row.id),
    at: Number(row.at),
    user: String(row.account),
    alone: Number(row.alone) === 1,
    body,
  }
}
