/** Accounts, the tickets that open doors (only their hashes), and who has which role on which story. */
import type { Selectable } from 'kysely'
import type { Role } from '../../shared/roles.ts'
import type { Engine } from './engine.ts'
import type { PeopleStorage, StoredTicket, StoredUser } from './storage.ts'
import type { Tables } from './tables.ts'

export class SqlPeople implements PeopleStorage {
  readonly #engine: Engine

  constructor(engine: Engine) {
    this.#engine = engine
  }

  async createUser(user: StoredUser): Promise<void> {
    await this.#engine.db
      .insertInto('users')
      .values({
        id: user.id,
        name: user.name,
        swatch: user.swatch,
        owner: user.owner ? 1 : 0,
        created_at: user.createdAt,
        library_role: user.libraryRole,
        gone_at: user.goneAt,
      })
      .execute()
  }

  async updateUser(
    id: string,
    change: Partial<Pick<StoredUser, 'name' | 'swatch' | 'libraryRole' | 'goneAt'>>,
  ): Promise<void> {
    const { name, swatch, libraryRole, goneAt } = change
    const set = {
      ...(name === undefined ? {} : { name }),
      ...(swatch === undefined ? {} : { swatch }),
      ...(libraryRole === undefined ? {} : { library_role: libraryRole }),
      ...(goneAt === undefined ? {} : { gone_at: goneAt }),
    }
    if (Object.keys(set).length === 0) return
    await this.#engine.db.updateTable('users').set(set).where('id', '=', id).execute()
  }

  async users(): Promise<StoredUser[]> {
    const rows = await this.#engine.db.selectFrom('users').selectAll().orderBy('created_at').orderBy('id').execute()
    return rows.map(userOf)
  }

  async user(id: string): Promise<StoredUser | null> {
    const row = await this.#engine.db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? userOf(row) : null
  }

  async owner(): Promise<StoredUser | null> {
    const row = await this.#engine.db
      .selectFrom('users')
      .selectAll()
      .where('owner', '=', 1)
      .orderBy('created_at')
      .orderBy('id')
      .executeTakeFirst()
    return row ? userOf(row) : null
  }

  async createTicket(ticket: StoredTicket): Promise<void> {
    await this.#engine.db
      .insertInto('tickets')
      .values({
        hash: ticket.hash,
        kind: ticket.kind,
        account: ticket.user,
        label: ticket.label,
        story: ticket.story,
        role: ticket.role,
        created_at: ticket.createdAt,
        expires_at: ticket.expiresAt,
        used_at: ticket.usedAt,
        uses: ticket.uses,
        most_uses: ticket.mostUses,
        confirmed_at: ticket.confirmedAt,
        token: ticket.token,
      })
      .execute()
  }

  async ticket(hash: string): Promise<StoredTicket | null> {
    const row = await this.#engine.db.selectFrom('tickets').selectAll().where('hash', '=', hash).executeTakeFirst()
    return row ? ticketOf(row) : null
  }

  async tickets(filter: { kind: StoredTicket['kind']; story?: string | null; user?: string }): Promise<StoredTicket[]> {
    let query = this.#engine.db.selectFrom('tickets').selectAll().where('kind', '=', filter.kind)
    if (filter.story === null) query = query.where('story', 'is', null)
    else if (filter.story !== undefined) query = query.where('story', '=', filter.story)
    if (filter.user !== undefined) query = query.where('account', '=', filter.user)
    return (await query.orderBy('created_at').orderBy('hash').execute()).map(ticketOf)
  }

  async useTicket(hash: string, at: number): Promise<boolean> {
    // One statement decides, so that of several openers at the same moment no more change the row than may.
    const { numUpdatedRows } = await this.#engine.db
      .updateTable('tickets')
      .set((row) => ({ used_at: at, uses: row('uses', '+', 1) }))
      .where('hash', '=', hash)
      .where((row) => row.or([row('most_uses', 'is', null), row('uses', '<', row.ref('most_uses'))]))
      .executeTakeFirst()
    return numUpdatedRows > 0n
  }

  async deleteTicket(hash: string): Promise<void> {
    await this.#engine.db.deleteFrom('tickets').where('hash', '=', hash).execute()
  }

  async confirmSession(hash: string, at: number): Promise<void> {
    await this.#engine.db
      .updateTable('tickets')
      .set({ confirmed_at: at })
      .where('hash', '=', hash)
      .where('kind', '=', 'session')
      .execute()
  }

  async setRole(story: string, user: string, role: Role | null): Promise<void> {
    const { db } = this.#engine
    if (role === null) {
      await db.deleteFrom('members').where('story', '=', story).where('account', '=', user).execute()
      return
    }
    await db
      .insertInto('members')
      .values({ story, account: user, role })
      .onConflict((conflict) => conflict.columns(['story', 'account']).doUpdateSet({ role }))
      .execute()
  }

  async role(story: string, user: string): Promise<Role | null> {
    const row = await this.#engine.db
      .selectFrom('members')
      .select('role')
      .where('story', '=', story)
      .where('account', '=', user)
      .executeTakeFirst()
    return row ? (row.role as Role) : null
  }

  async members(story: string): Promise<{ user: string; role: Role }[]> {
    const rows = await this.#engine.db
      .selectFrom('members')
      .select(['account', 'role'])
      .where('story', '=', story)
      .orderBy('account')
      .execute()
    return rows.map((row) => ({ user: row.account, role: row.role as Role }))
  }

  async roles(user: string): Promise<Map<string, Role>> {
    const rows = await this.#engine.db
      .selectFrom('members')
      .select(['story', 'role'])
      .where('account', '=', user)
      .execute()
    return new Map(rows.map((row) => [row.story, row.role as Role]))
  }

  async noteVisit(story: string, user: string, at: number): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await this.#engine.db
      .insertInto('visits')
      .values({ story, account: user, at })
      .onConflict((conflict) => conflict.columns(['story', 'account']).doNothing())
      .executeTakeFirst()
    return (numInsertedOrUpdatedRows ?? 0n) > 0n
  }

  async visitors(story: string): Promise<string[]> {
    const rows = await this.#engine.db
      .selectFrom('visits')
      .select('account')
      .where('story', '=', story)
      .orderBy('at')
      .orderBy('account')
      .execute()
    return rows.map(({ account }) => account)
  }

  async visits(user: string): Promise<string[]> {
    const rows = await this.#engine.db.selectFrom('visits').select('story').where('account', '=', user).execute()
    return rows.map(({ story }) => story)
  }
}

function userOf(row: Selectable<Tables['users']>): StoredUser {
  return {
    id: row.id,
    name: row.name,
    swatch: Number(row.swatch),
    owner: Number(row.owner) === 1,
    createdAt: Number(row.created_at),
    libraryRole: row.library_role as Role | null,
    goneAt: row.gone_at === null ? null : Number(row.gone_at),
  }
}

function ticketOf(row: Selectable<Tables['tickets']>): StoredTicket {
  return {
    hash: row.hash,
    kind: row.kind as StoredTicket['kind'],
    user: row.account,
    label: row.label,
    story: row.story,
    role: row.role as Role | null,
    createdAt: Number(row.created_at),
    expiresAt: row.expires_at === null ? null : Number(row.expires_at),
    usedAt: row.used_at === null ? null : Number(row.used_at),
    uses: Number(row.uses),
    mostUses: row.most_uses === null ? null : Number(row.most_uses),
    confirmedAt: row.confirmed_at === null ? null : Number(row.confirmed_at),
    token: row.token,
  }
}
