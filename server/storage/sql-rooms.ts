/** The log of each room in SQL: snapshot, tail, head counter and who owns which Yjs client id. */
import { sql } from 'kysely'
import { Refusal } from '../../shared/refusals.ts'
import { checksumOf, verify } from './checksum.ts'
import type { Engine } from './engine.ts'
import { GroupCommit } from './group-commit.ts'
import { FigureStatements } from './review-figures.ts'
import { eventRow, eventStatement } from './sql-review.ts'
import type { RunResult, Value } from './sqlite-message.ts'
import { type Append, DamagedError, type RoomStorage, type StoredRoom, type TailRow } from './storage.ts'

export class SqlRooms implements RoomStorage {
  readonly #engine: Engine
  readonly #commits: GroupCommit
  readonly #figures: FigureStatements
  readonly #sql: {
    raise: string
    row: string
    client: string
    snapshot: string
    head: string
    tail: string
    clients: string
    noted: string
    event: string
  }

  constructor(engine: Engine) {
    this.#engine = engine
    this.#commits = new GroupCommit((batch) => this.#write(batch))
    this.#figures = new FigureStatements(engine.db)
    this.#sql = statementsOf(engine)
  }

  async load(story: string): Promise<StoredRoom | null> {
    const texts = [this.#sql.snapshot, this.#sql.head, this.#sql.tail, this.#sql.clients]
    const results = await this.#engine.atomically(
      'read',
      texts.map((text) => ({ sql: text, rows: [[story]] })),
    )
    const [snapshots, heads, tail, clients] = results.map(({ rows }) => rows)
    const snapshot = snapshots?.[0]
    const head = heads?.[0]
    if (!snapshot && !head) return null
    if (!snapshot || !head || !tail || !clients)
      throw new DamagedError(`Story ${story} has lost its snapshot or its head.`)
    const data = bytesOf(snapshot.data)
    const stateVector = bytesOf(snapshot.state_vector)
    verify(`the snapshot of story ${story}`, Number(snapshot.checksum), data, stateVector)
    const upto = Number(snapshot.upto)
    return {
      snapshot: data,
      stateVector,
      upto,
      tail: tailOf(story, upto, Number(head.head), tail),
      clients: new Map(clients.map((row) => [Number(row.client), String(row.account)])),
      noted: Number(head.noted),
    }
  }

  append(batch: readonly Append[]): Promise<number[]> {
    return this.#commits.append(batch)
  }

  async compact(story: string, upto: number, snapshot: Uint8Array, stateVector: Uint8Array): Promise<void> {
    await this.#engine.db.transaction().execute(async (transaction) => {
      const present = await transaction
        .selectFrom('room_snapshots')
        .innerJoin('room_heads', 'room_heads.story', 'room_snapshots.story')
        .select(['room_snapshots.upto', 'room_heads.head'])
        .where('room_snapshots.story', '=', story)
        .executeTakeFirst()
      if (!present) throw new Refusal('not-found', `There is no story ${story}.`)
      if (upto < Number(present.upto) || upto > Number(present.head)) {
        throw new Error(`compact: ${upto} is outside ${present.upto}…${present.head} of story ${story}`)
      }
      await transaction
        .updateTable('room_snapshots')
        .set({ upto, data: snapshot, state_vector: stateVector, checksum: checksumOf(snapshot, stateVector) })
        .where('story', '=', story)
        .execute()
      await transaction.deleteFrom('room_updates').where('story', '=', story).where('seq', '<=', upto).execute()
    })
  }

  async #write(batch: readonly Append[]): Promise<number[]> {
    const counts = new Map<string, number>()
    for (const { story, update } of batch) if (update) counts.set(story, (counts.get(story) ?? 0) + 1)
    const given = new Map<string, number>()
    const rows: Value[][] = []
    const clients: Value[][] = []
    const reviewed: Value[][] = []
    const notes: Value[][] = []
    for (const { story, user, at, update, newClients, events = [], noted } of batch) {
      for (const event of events) reviewed.push(eventRow(story, event))
      if (noted !== undefined) notes.push([noted, story])
      if (!update) continue
      const nth = (given.get(story) ?? 0) + 1
      given.set(story, nth)
      const behindHead = (counts.get(story) ?? 0) - nth
      rows.push([story, story, behindHead, user, at, update, checksumOf(update)])
      for (const client of newClients) clients.push([story, client, user])
    }
    const results = await this.#engine.atomically('write', [
      { sql: this.#sql.raise, rows: [...counts].map(([story, count]) => [count, story]) },
      { sql: this.#sql.row, rows },
      { sql: this.#sql.client, rows: clients },
      { sql: this.#sql.event, rows: reviewed },
      ...this.#figures.write(batch.flatMap(({ story, figures = [] }) => figures.map((figure) => ({ story, figure })))),
      { sql: this.#sql.noted, rows: notes },
    ])
    return seqsOf(batch, counts, results[0])
  }
}

/** The statements of the hot paths, compiled once. Their parameters follow in the order in which they are written. */
function statementsOf({ db }: Engine) {
  const head = sql<number>`(select head from room_heads where story = ${''})`
  return {
    raise: db
      .updateTable('room_heads')
      .set({ head: sql<number>`head + ${0}` })
      .where('story', '=', '')
      .returning(['story', 'head'])
      .compile().sql,
    // A story that does not exist has no head: seq becomes null and the whole batch is refused.
    row: db
      .insertInto('room_updates')
      .values({ story: '', seq: sql<number>`${head} - ${0}`, account: '', at: 0, data: new Uint8Array(), checksum: 0 })
      .compile().sql,
    // The first binding holds. It can be there already when a commit was reported as failed but had reached the disk.
    client: db
      .insertInto('room_clients')
      .values({ story: '', client: 0, account: '' })
      .onConflict((conflict) => conflict.columns(['story', 'client']).doNothing())
      .compile().sql,
    snapshot: db
      .selectFrom('room_snapshots')
      .select(['upto', 'data', 'state_vector', 'checksum'])
      .where('story', '=', '')
      .compile().sql,
    head: db.selectFrom('room_heads').select(['head', 'noted']).where('story', '=', '').compile().sql,
    noted: db.updateTable('room_heads').set({ noted: 0 }).where('story', '=', '').compile().sql,
    event: eventStatement(db),
    tail: db
      .selectFrom('room_updates')
      .select(['seq', 'account', 'at', 'data', 'checksum'])
      .where('story', '=', '')
      .orderBy('seq')
      .compile().sql,
    clients: db.selectFrom('room_clients').select(['client', 'account']).where('story', '=', '').compile().sql,
  }
}

function tailOf(story: string, upto: number, head: number, rows: RunResult['rows']): TailRow[] {
  const tail = rows.map((row, index): TailRow => {
    const seq = Number(row.seq)
    if (seq !== upto + index + 1) throw new DamagedError(`Story ${story} has lost update ${upto + index + 1}.`)
    const update = bytesOf(row.data)
    verify(`update ${seq} of story ${story}`, Number(row.checksum), update)
    return { seq, update, user: String(row.account), at: Number(row.at) }
  })
  if (upto + tail.length !== head) throw new DamagedError(`Story ${story} has lost update ${upto + tail.length + 1}.`)
  return tail
}

function seqsOf(batch: readonly Append[], counts: Map<string, number>, raised: RunResult | undefined): number[] {
  const next = new Map<string, number>()
  for (const row of raised?.rows ?? []) {
    const story = String(row.story)
    next.set(story, Number(row.head) - (counts.get(story) ?? 0))
  }
  return batch.map(({ story, update }) => {
    if (!update) return 0
    const seq = (next.get(story) ?? Number.NaN) + 1
    next.set(story, seq)
    return seq
  })
}

function bytesOf(value: Value | undefined): Uint8Array {
  if (value instanceof Uint8Array) return value
  throw new DamagedError('A stored byte string is not bytes.')
}
