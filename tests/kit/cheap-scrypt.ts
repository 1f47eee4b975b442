/**
 * scrypt at a cost of nothing, for tests of what is around passwords: with the true one each password takes 64 MiB and a
 * good part of a second. For `vi.mock('node:crypto', cheapScrypt)`; tests/server/auth/passwords.test.ts uses the true one.
 */
import type * as Crypto from 'node:crypto'

export async function cheapScrypt(original: () => Promise<unknown>): Promise<object> {
  const crypto = (await original()) as typeof Crypto
  return { ...crypto, default: crypto, scrypt: cheaply }

  function cheaply(
    password: Crypto.BinaryLike,
    salt: Crypto.BinaryLike,
    length: number,
    _options: Crypto.ScryptOptions,
    done: (error: Error | null, key: Buffer) => void,
  ): void {
    crypto.scrypt(password, salt, length, { N: 2, r: 1, p: 1 }, done)
  }
}
