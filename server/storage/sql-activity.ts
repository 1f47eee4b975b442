/** The activity log: who did what, in order. Entries are added and read, never changed. */
import type { Engine } from './engine.ts'
import type { ActivityStorage, StoredActivity } from './storage.ts'

export class SqlActivity implements ActivityStorage {
  readonly #engine: Engine

  constructor(engine: Engine) {
    this.#engine = engine
  }

  async add({ at, story, user, act, about, detail }: Omit<StoredActivity, 'seq'>): Promise<void> {
    await this.#engine.db
      .insertInto('activity')
      .values({ at, story, account: user, act, about, detail: JSON.stringify(detail) })
      .execute()
  }

  async list(filter: { story?: string; before?: number; limit: number }): Promise<StoredActivity[]> {
    let query = this.#engine.db.selectFrom('activity').selectAll()
    if (filter.story !== undefined) query = query.where('story', '=', filter.story)
    if (filter.before !== undefined) query = query.where('seq', '<', filter.before)
    const rows = await query.orderBy('seq', 'desc').limit(filter.limit).execute()
    return rows.map((row) => ({
      seq: Number(row.seq),
      at: Number(row.at),
      story: row.story,
      user: row.account,
      act: row.act,
      about: row.about,
      detail: JSON.parse(row.detail) as Record<string, string>,
    }))
  }
}
