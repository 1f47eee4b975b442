/** How people come back from another device: passwords, passkeys, accounts at an OpenID provider. */
import type { Selectable } from 'kysely'
import type { Engine } from './engine.ts'
import type { CredentialStorage, StoredIdentity, StoredPasskey, StoredPassword } from './storage.ts'
import type { Tables } from './tables.ts'

export class SqlCredentials implements CredentialStorage {
  readonly #engine: Engine

  constructor(engine: Engine) {
    this.#engine = engine
  }

  setPassword({ user, login, hash }: StoredPassword): Promise<boolean> {
    return this.#engine.db.transaction().execute(async (transaction) => {
      const taken = await transaction
        .selectFrom('passwords')
        .select('account')
        .where('login', '=', login)
        .where('account', '!=', user)
        .executeTakeFirst()
      if (taken) return false
      await transaction
        .insertInto('passwords')
        .values({ account: user, login, hash })
        .onConflict((conflict) => conflict.column('account').doUpdateSet({ login, hash }))
        .execute()
      return true
    })
  }

  async passwordOf(user: string): Promise<StoredPassword | null> {
    const row = await this.#engine.db.selectFrom('passwords').selectAll().where('account', '=', user).executeTakeFirst()
    return row ? passwordOf(row) : null
  }

  async passwordFor(login: string): Promise<StoredPassword | null> {
    const row = await this.#engine.db.selectFrom('passwords').selectAll().where('login', '=', login).executeTakeFirst()
    return row ? passwordOf(row) : null
  }

  async deletePassword(user: string): Promise<void> {
    await this.#engine.db.deleteFrom('passwords').where('account', '=', user).execute()
  }

  async addPasskey(passkey: StoredPasskey): Promise<void> {
    await this.#engine.db
      .insertInto('passkeys')
      .values({
        id: passkey.id,
        account: passkey.user,
        public_key: passkey.publicKey,
        counter: passkey.counter,
        transports: JSON.stringify(passkey.transports),
        label: passkey.label,
        created_at: passkey.createdAt,
        used_at: passkey.usedAt,
      })
      .execute()
  }

  async passkey(id: string): Promise<StoredPasskey | null> {
    const row = await this.#engine.db.selectFrom('passkeys').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? passkeyOf(row) : null
  }

  async passkeys(user: string): Promise<StoredPasskey[]> {
    const rows = await this.#engine.db
      .selectFrom('passkeys')
      .selectAll()
      .where('account', '=', user)
      .orderBy('created_at')
      .orderBy('id')
      .execute()
    return rows.map(passkeyOf)
  }

  async usePasskey(id: string, counter: number, at: number): Promise<void> {
    await this.#engine.db.updateTable('passkeys').set({ counter, used_at: at }).where('id', '=', id).execute()
  }

  async deletePasskey(id: string): Promise<void> {
    await this.#engine.db.deleteFrom('passkeys').where('id', '=', id).execute()
  }

  async addIdentity({ issuer, subject, user, createdAt }: Omit<StoredIdentity, 'unlinkedAt'>): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await this.#engine.db
      .insertInto('identities')
      .values({ issuer, subject, account: user, created_at: createdAt, unlinked_at: null })
      .onConflict((conflict) =>
        conflict
          .columns(['issuer', 'subject'])
          .doUpdateSet({ account: user, created_at: createdAt, unlinked_at: null })
          .where('identities.unlinked_at', 'is not', null),
      )
      .executeTakeFirstOrThrow()
    return (numInsertedOrUpdatedRows ?? 0n) > 0n
  }

  async identity(issuer: string, subject: string): Promise<StoredIdentity | null> {
    const row = await this.#engine.db
      .selectFrom('identities')
      .selectAll()
      .where('issuer', '=', issuer)
      .where('subject', '=', subject)
      .executeTakeFirst()
    return row ? identityOf(row) : null
  }

  async identities(user: string): Promise<StoredIdentity[]> {
    const rows = await this.#engine.db
      .selectFrom('identities')
      .selectAll()
      .where('account', '=', user)
      .where('unlinked_at', 'is', null)
      .orderBy('created_at')
      .execute()
    return rows.map(identityOf)
  }

  async unlinkIdentities(user: string, at: number): Promise<void> {
    await this.#engine.db
      .updateTable('identities')
      .set({ unlinked_at: at })
      .where('account', '=', user)
      .where('unlinked_at', 'is', null)
      .execute()
  }
}

function passwordOf({ account, login, hash }: Selectable<Tables['passwords']>): StoredPassword {
  return { user: account, login, hash }
}

function passkeyOf(row: Selectable<Tables['passkeys']>): StoredPasskey {
  return {
    id: row.id,
    user: row.account,
    publicKey: new Uint8Array(row.public_key),
    counter: Number(row.counter),
    transports: JSON.parse(row.transports) as string[],
    label: row.label,
    createdAt: Number(row.created_at),
    usedAt: row.used_at === null ? null : Number(row.used_at),
  }
}

function identityOf(row: Selectable<Tables['identities']>): StoredIdentity {
  return {
    issuer: row.issuer,
    subject: row.subject,
    user: row.account,
    createdAt: Number(row.created_at),
    unlinkedAt: row.unlinked_at === null ? null : Number(row.unlinked_at),
  }
}
