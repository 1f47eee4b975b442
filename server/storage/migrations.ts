/** How the tables come to be, version by version. Portable SQL: the same statements run on SQLite and Postgres. */
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import { fillFigures } from './review-figures.ts'
import type { Tables } from './tables.ts'

/** What the engine calls a column of bytes: the one word in which the engines differ here. */
export type BytesType = 'blob' | 'bytea'

/** Each takes the schema one version further. Never edited once released; a change is a new entry at the end. */
const MIGRATIONS: readonly ((db: Transaction<Tables>, bytes: BytesType) => Promise<void>)[] = [
  createAll,
  createWaysIn,
  keepUnlinked,
  createReview,
  createFigures,
  createWebhook,
  noteConfirmations,
  noteTokens,
  createOrigins,
]

/** Brings the database to the newest schema, in one transaction. Throws when a newer program made it. */
export async function migrate(db: Kysely<Tables>, bytes: BytesType): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction.schema
      .createTable('schema_version')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.notNull())
      .execute()
    const row = await transaction.selectFrom('schema_version').select('version').executeTakeFirst()
    const version = row?.version ?? 0
    if (version > MIGRATIONS.length) {
      throw new Error(`This data folder was written by a newer Galley (schema ${version}, known ${MIGRATIONS.length}).`)
    }
    for (const step of MIGRATIONS.slice(version)) await step(transaction, bytes)
    if (!row) await transaction.insertInto('schema_version').values({ version: MIGRATIONS.length }).execute()
    else if (version < MIGRATIONS.length) {
      await transaction.updateTable('schema_version').set({ version: MIGRATIONS.length }).execute()
    }
  })
}

async function createAll(db: Transaction<Tables>, bytesType: BytesType): Promise<void> {
  const bytes = sql.raw(bytesType)
  await db.schema
    .createTable('stories')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('title', 'text')
    .addColumn('derived_title', 'text', (column) => column.notNull())
    .addColumn('opening', 'text', (column) => column.notNull())
    .addColumn('words', 'integer', (column) => column.notNull())
    .addColumn('lines', 'integer', (column) => column.notNull())
    .addColumn('form', 'text', (column) => column.notNull())
    .addColumn('encoding_guessed', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_by', 'text')
    .addColumn('deleted_at', 'bigint')
    .execute()
  await db.schema
    .createTable('sources')
    .addColumn('story', 'text', (column) => column.primaryKey().notNull().references('stories.id'))
    .addColumn('data', bytes, (column) => column.notNull())
    .addColumn('checksum', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('room_heads')
    .addColumn('story', 'text', (column) => column.primaryKey().notNull().references('stories.id'))
    .addColumn('head', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('room_snapshots')
    .addColumn('story', 'text', (column) => column.primaryKey().notNull().references('stories.id'))
    .addColumn('upto', 'bigint', (column) => column.notNull())
    .addColumn('data', bytes, (column) => column.notNull())
    .addColumn('state_vector', bytes, (column) => column.notNull())
    .addColumn('checksum', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('room_updates')
    .addColumn('story', 'text', (column) => column.notNull().references('stories.id'))
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('data', bytes, (column) => column.notNull())
    .addColumn('checksum', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('room_updates_key', ['story', 'seq'])
    // One tree in place of a table and an index beside it: every commit writes a page less.
    .modifyEnd(bytesType === 'blob' ? sql`without rowid` : sql``)
    .execute()
  await db.schema
    .createTable('room_clients')
    .addColumn('story', 'text', (column) => column.notNull().references('stories.id'))
    .addColumn('client', 'bigint', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('room_clients_key', ['story', 'client'])
    .execute()
  await createPeople(db)
}

async function createPeople(db: Transaction<Tables>): Promise<void> {
  await db.schema
    .createTable('users')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('swatch', 'integer', (column) => column.notNull())
    .addColumn('owner', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('tickets')
    .addColumn('hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.references('users.id'))
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('story', 'text', (column) => column.references('stories.id'))
    .addColumn('role', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint')
    .addColumn('used_at', 'bigint')
    .execute()
  await db.schema
    .createTable('members')
    .addColumn('story', 'text', (column) => column.notNull().references('stories.id'))
    .addColumn('account', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('members_key', ['story', 'account'])
    .execute()
  await db.schema.createIndex('members_account').on('members').column('account').execute()
  await db.schema.createIndex('tickets_account').on('tickets').column('account').execute()
}

/** Roles on the whole library and by address, links that are used up, ways of coming back, the activity log. */
async function createWaysIn(db: Transaction<Tables>, bytesType: BytesType): Promise<void> {
  await db.schema.alterTable('stories').addColumn('link_role', 'text').execute()
  await db.schema.alterTable('users').addColumn('library_role', 'text').execute()
  await db.schema.alterTable('users').addColumn('gone_at', 'bigint').execute()
  await db.schema
    .alterTable('tickets')
    .addColumn('uses', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('tickets').addColumn('most_uses', 'integer').execute()
  await db.updateTable('tickets').set({ most_uses: 1 }).where('kind', '=', 'owner-link').execute()
  await db.updateTable('tickets').set({ uses: 1 }).where('used_at', 'is not', null).execute()
  await db.schema
    .createTable('visits')
    .addColumn('story', 'text', (column) => column.notNull().references('stories.id'))
    .addColumn('account', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('visits_key', ['story', 'account'])
    .execute()
  await db.schema.createIndex('visits_account').on('visits').column('account').execute()
  await createCredentials(db, sql.raw(bytesType))
  await db.schema
    .createTable('activity')
    .addColumn('seq', bytesType === 'blob' ? 'integer' : 'bigserial', (column) =>
      bytesType === 'blob' ? column.primaryKey().autoIncrement() : column.primaryKey(),
    )
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('story', 'text')
    .addColumn('account', 'text')
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('about', 'text')
    .addColumn('detail', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('activity_story').on('activity').columns(['story', 'seq']).execute()
}

async function createCredentials(db: Transaction<Tables>, bytes: RawBuilder<unknown>): Promise<void> {
  await db.schema
    .createTable('passwords')
    .addColumn('account', 'text', (column) => column.primaryKey().notNull().references('users.id'))
    .addColumn('login', 'text', (column) => column.notNull().unique())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('passkeys')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('account', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('public_key', bytes, (column) => column.notNull())
    .addColumn('counter', 'bigint', (column) => column.notNull())
    .addColumn('transports', 'text', (column) => column.notNull())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint')
    .execute()
  await db.schema
    .createTable('identities')
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('identities_key', ['issuer', 'subject'])
    .execute()
  await db.schema.createIndex('passkeys_account').on('passkeys').column('account').execute()
  await db.schema.createIndex('identities_account').on('identities').column('account').execute()
}

/** Identities that were unlinked are kept. */
async function keepUnlinked(db: Transaction<Tables>): Promise<void> {
  await db.schema.alterTable('identities').addColumn('unlinked_at', 'bigint').execute()
}

/** The events of each story's review, and how far direct writing has become some. What was written before is not noted. */
async function createReview(db: Transaction<Tables>, bytesType: BytesType): Promise<void> {
  await db.schema
    .createTable('review_events')
    .addColumn('story', 'text', (column) => column.notNull().references('stories.id'))
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('alone', 'integer', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('checksum', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('review_events_key', ['story', 'seq'])
    .addUniqueConstraint('review_events_id', ['story', 'id'])
    .modifyEnd(bytesType === 'blob' ? sql`without rowid` : sql``)
    .execute()
  await db.schema
    .alterTable('room_heads')
    .addColumn('noted', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.updateTable('room_heads').set({ noted: sql<number>`head` }).execute()
}

/** What libraries show of reviews, counted for those that there are. */
async function createFigures(db: Transaction<Tables>, bytesType: BytesType): Promise<void> {
  const lean = bytesType === 'blob' ? sql`without rowid` : sql``
  await db.schema
    .createTable('review_open')
    .addColumn('story', 'text', (column) => column.notNull().references('stories.id'))
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('notes', 'integer', (column) => column.notNull())
    .addColumn('suggestions', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('review_open_key', ['story', 'account'])
    .modifyEnd(lean)
    .execute()
  await db.schema
    .createTable('review_news')
    .addColumn('story', 'text', (column) => column.notNull().references('stories.id'))
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('part', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('recipient', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('review_news_key', ['story', 'seq', 'item'])
    .modifyEnd(lean)
    .execute()
  await db.schema.createIndex('review_news_item').on('review_news').columns(['story', 'item']).execute()
  await db.schema
    .createTable('review_seen')
    .addColumn('story', 'text', (column) => column.notNull().references('stories.id'))
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('upto', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('review_seen_key', ['story', 'account'])
    .modifyEnd(lean)
    .execute()
  await fillFigures(db)
}

async function createWebhook(db: Transaction<Tables>): Promise<void> {
  await db.schema
    .createTable('webhook_positions')
    .addColumn('story', 'text', (column) => column.primaryKey().notNull())
    .addColumn('upto', 'bigint', (column) => column.notNull())
    .execute()
}

/** When the person of a session last showed who they are: so far, at its beginning. */
async function noteConfirmations(db: Transaction<Tables>): Promise<void> {
  await db.schema.alterTable('tickets').addColumn('confirmed_at', 'bigint').execute()
  await db.updateTable('tickets').set({ confirmed_at: sql<number>`created_at` }).where('kind', '=', 'session').execute()
}

/** The token by which an invite link was made. Of those that are there already it is not known. */
async function noteTokens(db: Transaction<Tables>): Promise<void> {
  await db.schema.alterTable('tickets').addColumn('token', 'text').execute()
}

async function createOrigins(db: Transaction<Tables>, bytesType: BytesType): Promise<void> {
  await db.schema
    .createTable('origins')
    .addColumn('story', 'text', (column) => column.primaryKey().notNull())
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('data', sql.raw(bytesType), (column) => column.notNull())
    .addColumn('checksum', 'bigint', (column) => column.notNull())
    .execute()
}
