/** Accounts: a name, a colour, and whether it is the owner's. No address, no password; sessions and tokens open them. */
import { Refusal } from '../../shared/refusals.ts'
import type { StoredUser } from '../storage/storage.ts'
import type { AuthDesk } from './desk.ts'
import { newId } from './secrets.ts'

/** The longest name, in UTF-16 code units. */
export const MOST_NAME = 60
const SWATCHES = 8

/** Control characters, and the invisible ones that turn the direction of what stands after them. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]|\p{Cs}/u

/** The name as it is kept: trimmed. Throws `bad-request` for an empty, too long or deceptive one. */
export function checkedName(name: string): string {
  const trimmed = name.trim()
  if (trimmed === '') throw new Refusal('bad-request', 'Please give a name.')
  if (trimmed.length > MOST_NAME) throw new Refusal('bad-request', `A name has at most ${MOST_NAME} characters.`)
  if (UNSEEN.test(trimmed)) {
    throw new Refusal('bad-request', 'That name holds an invisible control character. Please type it anew.')
  }
  return trimmed
}

/** Throws `bad-request` where `changeProfile` would, changing nothing. */
export function checkProfile(profile: { name: string; swatch: number }): void {
  checkedName(profile.name)
  checkedSwatch(profile.swatch)
}

/** Opens an account. Without a swatch it gets the colour that the fewest have; of equals the first. */
export async function createAccount(
  desk: AuthDesk,
  given: { name: string; swatch?: number | undefined; owner: boolean },
): Promise<StoredUser> {
  const user: StoredUser = {
    id: newId(desk.random),
    name: checkedName(given.name),
    swatch: given.swatch === undefined ? await rarestSwatch(desk) : checkedSwatch(given.swatch),
    owner: given.owner,
    createdAt: desk.now(),
    libraryRole: null,
    goneAt: null,
  }
  await desk.storage.people.createUser(user)
  return user
}

/** Changes name and colour; returns the account as it is now. */
export async function changeProfile(
  desk: AuthDesk,
  user: StoredUser,
  change: { name: string; swatch: number },
): Promise<StoredUser> {
  const changed = { name: checkedName(change.name), swatch: checkedSwatch(change.swatch) }
  await desk.storage.people.updateUser(user.id, changed)
  return { ...user, ...changed }
}

/** The owner's account, null while nobody owns this Galley. */
export function ownerOf(desk: AuthDesk): Promise<StoredUser | null> {
  return desk.storage.people.owner()
}

/** The colour that the fewest people have, 1…8; of equals the first. */
export async function rarestSwatch(desk: AuthDesk): Promise<number> {
  const counts = new Array<number>(SWATCHES).fill(0)
  for (const { swatch } of await desk.storage.people.users()) counts[swatch - 1] = (counts[swatch - 1] ?? 0) + 1
  return counts.indexOf(Math.min(...counts)) + 1
}

function checkedSwatch(swatch: number): number {
  if (!Number.isInteger(swatch) || swatch < 1 || swatch > SWATCHES) {
    throw new Refusal('bad-request', `A colour is a number from 1 to ${SWATCHES}.`)
  }
  return swatch
}
