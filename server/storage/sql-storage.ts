/** The whole storage on one SQL engine. */
import type { Engine } from './engine.ts'
import { SqlActivity } from './sql-activity.ts'
import { SqlCredentials } from './sql-credentials.ts'
import { SqlOrigins } from './sql-origins.ts'
import { SqlPeople } from './sql-people.ts'
import { SqlReview } from './sql-review.ts'
import { SqlRooms } from './sql-rooms.ts'
import { SqlStories } from './sql-stories.ts'
import { SqlWebhook } from './sql-webhook.ts'
import type { Storage } from './storage.ts'

export class SqlStorage implements Storage {
  readonly rooms: SqlRooms
  readonly review: SqlReview
  readonly stories: SqlStories
  readonly origins: SqlOrigins
  readonly people: SqlPeople
  readonly credentials: SqlCredentials
  readonly activity: SqlActivity
  readonly webhook: SqlWebhook
  readonly #engine: Engine

  constructor(engine: Engine) {
    this.#engine = engine
    this.rooms = new SqlRooms(engine)
    this.review = new SqlReview(engine)
    this.stories = new SqlStories(engine)
    this.origins = new SqlOrigins(engine)
    this.people = new SqlPeople(engine)
    this.credentials = new SqlCredentials(engine)
    this.activity = new SqlActivity(engine)
    this.webhook = new SqlWebhook(engine)
  }

  version(): Promise<number> {
    return this.#engine.version()
  }

  backup(file: string): Promise<void> {
    return this.#engine.copyTo(file)
  }

  close(): Promise<void> {
    return this.#engine.close()
  }
}
