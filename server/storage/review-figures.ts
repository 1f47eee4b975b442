/**
 * The figures of reviews in SQL: what is open, what is news to whom, who has looked how far. They are written in the
 * transaction of their events (sql-rooms.ts); what an event means for them is worked out in shared/review/figures.
 */
import { CompiledQuery, type Kysely, sql } from 'kysely'
import type { ReviewEvent } from '../../shared/review/events.ts'
import { type EventFigures, figuresOf } from '../../shared/review/figures.ts'
import { reduce } from '../../shared/review/reduce.ts'
import { EMPTY_REVIEW } from '../../shared/review/state.ts'
import type { Engine } from './engine.ts'
import type { Statement, Value } from './sqlite-message.ts'
import type { ReviewFigures } from './storage.ts'
import type { Tables } from './tables.ts'

/** Events folded at once when those of earlier versions are counted. */
const PAGE = 1_000

export class FigureStatements {
  readonly #sql: { open: string; news: string; over: string; seen: string; read: string }

  constructor(db: Kysely<Tables>) {
    this.#sql = statementsOf(db)
  }

  /** Twice with the same does no more than once. News is made before older news is ended, which its number tells apart. */
  write(batch: readonly { story: string; figure: EventFigures }[]): Statement[] {
    const [open, news, over, seen]: [Value[][], Value[][], Value[][], Value[][]] = [[], [], [], []]
    for (const { story, figure } of batch) {
      const { seq, by } = figure
      if (figure.open) open.push([story, figure.open.account, figure.open.notes, figure.open.suggestions])
      for (const { item, part, to } of figure.news) news.push([story, seq, item, part, by, to])
      for (const { item, part } of figure.over) over.push([story, item, part, seq])
      if (figure.seen) seen.push([story, by, figure.seen.upto, figure.seen.at])
    }
    return [
      { sql: this.#sql.open, rows: open },
      { sql: this.#sql.news, rows: news },
      { sql: this.#sql.over, rows: over },
      { sql: this.#sql.seen, rows: seen },
    ]
  }

  async read(engine: Engine, asked: readonly { story: string; reader: string }[]): Promise<ReviewFigures[]> {
    if (asked.length === 0) return []
    const rows = asked.map(({ story, reader }): Value[] => [story, reader, story, story, story])
    const [found] = await engine.atomically('read', [{ sql: this.#sql.read, rows }])
    return (found?.rows ?? []).map(({ notes, suggestions, fresh, seen_at }) => ({
      notes: Number(notes),
      suggestions: Number(suggestions),
      fresh: Number(fresh),
      seenAt: seen_at === null || seen_at === undefined ? null : Number(seen_at),
    }))
  }
}

/** Counts the reviews that were there before there were figures. */
export async function fillFigures(db: Kysely<Tables>): Promise<void> {
  const statements = new FigureStatements(db)
  const stories = await db.selectFrom('review_events').select('story').distinct().execute()
  for (const { story } of stories) {
    let state = EMPTY_REVIEW
    for (;;) {
      const rows = await db
        .selectFrom('review_events')
        .selectAll()
        .where('story', '=', story)
        .where('seq', '>', state.seq)
        .orderBy('seq')
        .limit(PAGE)
        .execute()
      if (rows.length === 0) break
      for (const { seq, at, account, alone, body } of rows) {
        const stamp = { seq: Number(seq), at: new Date(Number(at)).toISOString(), by: account }
        const event = { ...(JSON.parse(body) as object), ...stamp } as ReviewEvent
        const after = reduce(state, [event])
        const figure = figuresOf(state, event, after, Number(alone) === 1)
        state = after
        await writeEach(db, statements.write([{ story, figure }]))
      }
    }
  }
}

async function writeEach(db: Kysely<Tables>, statements: readonly Statement[]): Promise<void> {
  for (const { sql: text, rows } of statements) {
    for (const parameters of rows) await db.executeQuery(CompiledQuery.raw(text, [...parameters]))
  }
}

/** Their parameters follow in the order in which they are written. */
function statementsOf(db: Kysely<Tables>) {
  return {
    open: db
      .insertInto('review_open')
      .values({ story: '', account: '', notes: 0, suggestions: 0 })
      .onConflict((conflict) =>
        conflict.columns(['story', 'account']).doUpdateSet({
          notes: sql`excluded.notes`,
          suggestions: sql`excluded.suggestions`,
        }),
      )
      .compile().sql,
    news: db
      .insertInto('review_news')
      .values({ story: '', seq: 0, item: '', part: '', account: '', recipient: '' })
      .onConflict((conflict) => conflict.columns(['story', 'seq', 'item']).doNothing())
      .compile().sql,
    over: db
      .deleteFrom('review_news')
      .where('story', '=', '')
      .where('item', '=', '')
      .where('part', '=', '')
      .where('seq', '<', 0)
      .compile().sql,
    seen: db
      .insertInto('review_seen')
      .values({ story: '', account: '', upto: 0, at: 0 })
      .onConflict((conflict) =>
        conflict.columns(['story', 'account']).doUpdateSet({ upto: sql`excluded.upto`, at: sql`excluded.at` }),
      )
      .compile().sql,
    // A row for each run, whether or not there is anything. Private notes of nobody ("") would be everybody's.
    read: sql`select
      coalesce(everybodys.notes, 0) + case when asked.reader = '' then 0 else coalesce(own.notes, 0) end as notes,
      coalesce(everybodys.suggestions, 0) as suggestions,
      seen.at as seen_at,
      (select count(distinct item) from review_news
        where story = ${''} and seq > seen.upto and seen.upto > 0 and account <> asked.reader
          and recipient in ('', asked.reader)) as fresh
      from (select ${''} as reader) as asked
      left join review_open as everybodys on everybodys.story = ${''} and everybodys.account = ''
      left join review_open as own on own.story = ${''} and own.account = asked.reader
      left join review_seen as seen on seen.story = ${''} and seen.account = asked.reader`.compile(db).sql,
  }
}
