/**
 * Passwords: how they are kept and compared. scrypt (RFC 7914) in a text that carries its own parameters, so that they
 * can be raised later. Each hash takes 64 MiB for a moment, therefore two at a time and a short queue.
 */
import { type BinaryLike, randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { Refusal } from '../../shared/refusals.ts'
import type { StoredUser } from '../storage/storage.ts'
import type { AuthDesk } from './desk.ts'
import { TooOften } from './too-often.ts'

/** log2 of scrypt's N; with r = 8 a hash takes 64 MiB and a fifth of a second. */
const COST = 16
const BLOCK = 8
const SALT_BYTES = 16
const HASH_BYTES = 32
const AT_ONCE = 2
const MOST_WAITING = 16

const STORED = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=1\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$/

/** Letters and digits of any script, dots, hyphens, underscores, "@". */
const LOGIN = /^[\p{L}\p{M}\p{N}._@-]{3,100}$/u

/** The login as it is kept and looked up: NFKC and lower case. Null for what cannot be one. */
export function foldedLogin(login: string): string | null {
  const folded = login.trim().normalize('NFKC').toLowerCase().normalize('NFKC')
  return LOGIN.test(folded) ? folded : null
}

/**
 * Sets or changes the person's password. `bad-request` for a login with other characters; `conflict` for somebody else's;
 * `forbidden` when one is set already and `current` is not it.
 */
export async function setPassword(
  desk: AuthDesk,
  user: StoredUser,
  given: { login: string; password: string; current?: string | undefined },
): Promise<void> {
  const login = foldedLogin(given.login)
  if (login === null) {
    throw new Refusal('bad-request', 'A sign-in name has letters, digits, dots, hyphens, underscores or "@" only.')
  }
  const present = await desk.storage.credentials.passwordOf(user.id)
  if (present && !(await passwordMatches(given.current ?? '', present.hash))) {
    throw new Refusal('forbidden', 'That is not your present password. Nothing was changed.')
  }
  const hash = await passwordHash(given.password, desk.random(SALT_BYTES))
  if (await desk.storage.credentials.setPassword({ user: user.id, login, hash })) return
  throw new Refusal('conflict', 'That sign-in name is taken. Choose another.')
}

/** The account that login and password open; null for any wrong pair, which takes as long as a right one. */
export async function accountFor(desk: AuthDesk, login: string, password: string): Promise<StoredUser | null> {
  const folded = foldedLogin(login)
  const known = await desk.storage.credentials.passwordFor(folded ?? '')
  const matches = await passwordMatches(password, known?.hash ?? DECOY)
  // Asked again: while this one waited for its turn the password may have become another.
  const present = await desk.storage.credentials.passwordFor(folded ?? '')
  const user = await desk.storage.people.user(known?.user ?? '')
  return matches && known && present?.hash === known.hash && user && user.goneAt === null ? user : null
}

/** `$scrypt$ln=…,r=…,p=…$salt$hash`, both in base64 without padding. Throws `rate` when too many wait already. */
export async function passwordHash(password: string, salt: Uint8Array): Promise<string> {
  const hash = await inTurn(() => derive(password, salt, COST, BLOCK))
  return `$scrypt$ln=${COST},r=${BLOCK},p=1$${base64(salt)}$${base64(hash)}`
}

/** Compares in constant time. Throws `rate` as `passwordHash` does. */
export async function passwordMatches(password: string, stored: string): Promise<boolean> {
  const [, cost, block, salt = '', hash = ''] = STORED.exec(stored) ?? []
  if (cost === undefined) throw new Error('passwordMatches: what is stored is no hash of a password')
  const derived = await inTurn(() => derive(password, Buffer.from(salt, 'base64'), Number(cost), Number(block)))
  return timingSafeEqual(derived, Buffer.from(hash, 'base64'))
}

/** What an unknown login is compared with: nobody knows a password for it. */
const DECOY = `$scrypt$ln=${COST},r=${BLOCK},p=1$${base64(randomBytes(SALT_BYTES))}$${base64(randomBytes(HASH_BYTES))}`

let running = 0
const waiting: (() => void)[] = []

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw new TooOften('Too many people are signing in at this moment.', 5)
    await new Promise<void>((go) => waiting.push(go))
  } else {
    running += 1
  }
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    // The turn is handed on, so that nobody who comes now gets in between.
    if (next) next()
    else running -= 1
  }
}

function derive(password: string, salt: BinaryLike, cost: number, block: number): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** cost, r: block, p: 1, maxmem: 2 ** cost * block * 256 }
  return new Promise((done, fail) => {
    // Keyboards differ in how they compose an accent; NFKC makes the same password of both.
    scrypt(password.normalize('NFKC'), salt, HASH_BYTES, options, (error, key) => (error ? fail(error) : done(key)))
  })
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '')
}
