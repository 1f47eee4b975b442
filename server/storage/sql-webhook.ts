/** How far each story's review has been delivered to the webhook. */
import { sql } from 'kysely'
import type { Engine } from './engine.ts'
import type { WebhookStorage } from './storage.ts'

/** Stands where a story would: since when it is there, what has no position begins at its first event. */
const BEGUN = ''

export class SqlWebhook implements WebhookStorage {
  readonly #engine: Engine

  constructor(engine: Engine) {
    this.#engine = engine
  }

  async begin(): Promise<void> {
    await this.#engine.db.transaction().execute(async (transaction) => {
      const begun = await transaction
        .selectFrom('webhook_positions')
        .select('story')
        .where('story', '=', BEGUN)
        .executeTakeFirst()
      if (begun) return
      await transaction
        .insertInto('webhook_positions')
        .columns(['story', 'upto'])
        .expression((from) => from.selectFrom('stories').select(['stories.id', HEAD.as('upto')]))
        .execute()
      await transaction.insertInto('webhook_positions').values({ story: BEGUN, upto: 0 }).execute()
    })
  }

  async behind(): Promise<string[]> {
    const rows = await this.#engine.db
      .selectFrom('stories')
      .leftJoin('webhook_positions', 'webhook_positions.story', 'stories.id')
      .select('stories.id')
      .where(HEAD, '>', sql<number>`coalesce(webhook_positions.upto, 0)`)
      .orderBy('stories.id')
      .execute()
    return rows.map(({ id }) => id)
  }

  async position(story: string): Promise<number> {
    const row = await this.#engine.db
      .selectFrom('webhook_positions')
      .select('upto')
      .where('story', '=', story)
      .executeTakeFirst()
    return Number(row?.upto ?? 0)
  }

  async move(story: string, upto: number): Promise<void> {
    await this.#engine.db
      .insertInto('webhook_positions')
      .values({ story, upto })
      .onConflict((conflict) => conflict.column('story').doUpdateSet({ upto }))
      .execute()
  }
}

/** Number of the last event of the story in the row. */
const HEAD = sql<number>`coalesce((select max(seq) from review_events where review_events.story = stories.id), 0)`
