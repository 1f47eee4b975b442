/** The stories as a library knows them: name, title, counts, form, and the file as it was taken in. */
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { LinkRole } from '../../shared/roles.ts'
import type { FileForm } from '../../shared/story/file-form.ts'
import { checksumOf, verify } from './checksum.ts'
import type { Engine } from './engine.ts'
import { FigureStatements } from './review-figures.ts'
import { eventRow, eventStatement } from './sql-review.ts'
import type { Statement, Value } from './sqlite-message.ts'
import type { NewStory, StoredStory, StoryStorage } from './storage.ts'
import type { Tables } from './tables.ts'

export class SqlStories implements StoryStorage {
  readonly #engine: Engine

  constructor(engine: Engine) {
    this.#engine = engine
  }

  async create({ story, source, snapshot, stateVector, client, events = [], figures = [] }: NewStory): Promise<void> {
    const { db } = this.#engine
    const { id } = story
    const inserts = [
      db.insertInto('stories').values(rowOf(story)),
      ...(source ? [db.insertInto('sources').values({ story: id, data: source, checksum: checksumOf(source) })] : []),
      db.insertInto('room_heads').values({ story: id, head: 0 }),
      db.insertInto('room_snapshots').values({
        story: id,
        upto: 0,
        data: snapshot,
        state_vector: stateVector,
        checksum: checksumOf(snapshot, stateVector),
      }),
      db.insertInto('room_clients').values({ story: id, client, account: '' }),
    ]
    await this.#engine.atomically('write', [
      ...inserts.map((insert): Statement => {
        const { sql, parameters } = insert.compile()
        return { sql, rows: [parameters as Value[]] }
      }),
      { sql: eventStatement(db), rows: events.map((event) => eventRow(id, event)) },
      ...new FigureStatements(db).write(figures.map((figure) => ({ story: id, figure }))),
    ])
  }

  async get(id: string): Promise<StoredStory | null> {
    const row = await this.#engine.db.selectFrom('stories').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? storyOf(row) : null
  }

  async list(options?: { deleted?: boolean }): Promise<StoredStory[]> {
    let query = this.#engine.db.selectFrom('stories').selectAll().orderBy('created_at').orderBy('id')
    if (!options?.deleted) query = query.where('deleted_at', 'is', null)
    return (await query.execute()).map(storyOf)
  }

  async source(id: string): Promise<Uint8Array | null> {
    const row = await this.#engine.db
      .selectFrom('sources')
      .select(['data', 'checksum'])
      .where('story', '=', id)
      .executeTakeFirst()
    if (!row) return null
    verify(`the file of story ${id} as taken in`, row.checksum, row.data)
    return row.data
  }

  async hasSource(id: string): Promise<boolean> {
    const row = await this.#engine.db.selectFrom('sources').select('story').where('story', '=', id).executeTakeFirst()
    return row !== undefined
  }

  async update(id: string, change: Partial<Omit<StoredStory, 'id'>>): Promise<void> {
    const set = changesOf(change)
    if (Object.keys(set).length === 0) return
    await this.#engine.db.updateTable('stories').set(set).where('id', '=', id).execute()
  }

  async textHead(id: string): Promise<number> {
    const row = await this.#engine.db.selectFrom('room_heads').select('head').where('story', '=', id).executeTakeFirst()
    return Number(row?.head ?? 0)
  }
}

function rowOf(story: StoredStory): Insertable<Tables['stories']> {
  return {
    id: story.id,
    name: story.name,
    title: story.title,
    derived_title: story.derivedTitle,
    opening: story.opening,
    words: story.words,
    lines: story.lines,
    form: JSON.stringify(story.form),
    encoding_guessed: story.encodingGuessed ? 1 : 0,
    created_at: story.createdAt,
    changed_at: story.changedAt,
    changed_by: story.changedBy,
    deleted_at: story.deletedAt,
    link_role: story.linkRole,
  }
}

function changesOf(change: Partial<Omit<StoredStory, 'id'>>): Updateable<Tables['stories']> {
  const set: Updateable<Tables['stories']> = {}
  if (change.name !== undefined) set.name = change.name
  if (change.title !== undefined) set.title = change.title
  if (change.derivedTitle !== undefined) set.derived_title = change.derivedTitle
  if (change.opening !== undefined) set.opening = change.opening
  if (change.words !== undefined) set.words = change.words
  if (change.lines !== undefined) set.lines = change.lines
  if (change.form !== undefined) set.form = JSON.stringify(change.form)
  if (change.encodingGuessed !== undefined) set.encoding_guessed = change.encodingGuessed ? 1 : 0
  if (change.createdAt !== undefined) set.created_at = change.createdAt
  if (change.changedAt !== undefined) set.changed_at = change.changedAt
  if (change.changedBy !== undefined) set.changed_by = change.changedBy
  if (change.deletedAt !== undefined) set.deleted_at = change.deletedAt
  if (change.linkRole !== undefined) set.link_role = change.linkRole
  return set
}

function storyOf(row: Selectable<Tables['stories']>): StoredStory {
  return {
    id: row.id,
    name: row.name,
    title: row.title,
    derivedTitle: row.derived_title,
    opening: row.opening,
    words: Number(row.words),
    lines: Number(row.lines),
    form: JSON.parse(row.form) as FileForm,
    encodingGuessed: Number(row.encoding_guessed) === 1,
    createdAt: Number(row.created_at),
    changedAt: Number(row.changed_at),
    changedBy: row.changed_by,
    deletedAt: row.deleted_at === null ? null : Number(row.deleted_at),
    linkRole: row.link_role as LinkRole | null,
  }
}
