/**
 * Which account somebody gets whom the OpenID provider vouches for. Told apart by issuer and subject alone, never by a
 * mail address: providers let people change those, give them out anew, and do not always check them.
 */
import { Refusal } from '../../shared/refusals.ts'
import type { Role } from '../../shared/roles.ts'
import type { StoredUser } from '../storage/storage.ts'
import { checkedName, createAccount, MOST_NAME } from './accounts.ts'
import { record } from './activity.ts'
import { confirm } from './confirm.ts'
import { type AuthDesk, MINUTE } from './desk.ts'
import { type OpenidProvider, type ProviderAccount, ProviderProblem } from './provider.ts'
import type { Flow } from './provider-flows.ts'
import type { Entry } from './sessions.ts'

/** For somebody of whom the provider tells no name that can be shown. */
const NAMELESS = 'Newcomer'

/** What `checkedName` refuses: here it is taken out, since nobody is there to type the name anew. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]|\p{Cs}/gu

/** How far the provider's clock may be behind ours, milliseconds. */
const MOST_DRIFT = MINUTE

/** By identity, so that two answers for one newcomer at the same time do not open two accounts. */
const turns = new WeakMap<OpenidProvider, Map<string, Promise<unknown>>>()

/**
 * The account of whom the provider vouches for, opened now for a newcomer. `present` is who is signed in in that browser.
 * Throws ProviderProblem: `removed`, or `signed-in` when it would turn a signed-in person into another one.
 */
export function personFor(
  desk: AuthDesk,
  provider: OpenidProvider,
  account: ProviderAccount,
  present: StoredUser | null,
): Promise<StoredUser> {
  return inTurn(provider, account, async () => {
    const known = await desk.storage.credentials.identity(account.issuer, account.subject)
    const user = known && (await desk.storage.people.user(known.user))
    if (known && (!user || user.goneAt !== null)) {
      await record(desk, null, { act: 'sign-in-failed', about: known.user, detail: { way: 'provider', login: '' } })
      throw new ProviderProblem('removed')
    }
    if (!user || known.unlinkedAt !== null) {
      if (present) throw new ProviderProblem('signed-in')
      // The role for newcomers is given once: else unlinking would bring it back to whom the owner has taken it from.
      return newcomer(desk, provider, account, user === null ? provider.role : null)
    }
    if (present && present.id !== user.id) throw new ProviderProblem('signed-in')
    return user
  })
}

/**
 * Links the provider's account to `user`; done already is fine. Throws ProviderProblem `taken` when it is somebody else's,
 * or `user` has another one there.
 */
export function linkIdentity(
  desk: AuthDesk,
  provider: OpenidProvider,
  account: Pick<ProviderAccount, 'issuer' | 'subject'>,
  user: StoredUser,
): Promise<void> {
  return inTurn(provider, account, async () => {
    const { issuer, subject } = account
    const { credentials } = desk.storage
    const present = (await credentials.identities(user.id)).filter((one) => one.issuer === issuer)
    if (present.some((one) => one.subject === subject)) return
    const before = await credentials.identity(issuer, subject)
    const gone = before !== null && (await desk.storage.people.user(before.user))?.goneAt !== null
    const identity = { issuer, subject, user: user.id, createdAt: desk.now() }
    if (present.length > 0 || gone || !(await credentials.addIdentity(identity))) throw new ProviderProblem('taken')
    await record(desk, { user }, { act: 'credential', detail: { way: 'provider', done: 'set' } })
  })
}

/**
 * Confirms the session of somebody who was just asked at the provider who they are. Throws ProviderProblem `another` for an
 * account there that is not linked to this person, and `unasked` when the provider did not ask anew.
 */
export async function confirmAtProvider(
  desk: AuthDesk,
  flow: Pick<Flow, 'begunAt'>,
  { issuer, subject, authenticatedAt }: Pick<ProviderAccount, 'issuer' | 'subject' | 'authenticatedAt'>,
  entry: Entry,
): Promise<void> {
  const identity = await desk.storage.credentials.identity(issuer, subject)
  if (identity?.user !== entry.user.id || identity.unlinkedAt !== null) throw new ProviderProblem('another')
  if (authenticatedAt === null || authenticatedAt < flow.begunAt - MOST_DRIFT) throw new ProviderProblem('unasked')
  await confirm(desk, entry)
}

/** From now on no provider's account opens this one; that there was none is fine. It stays known for one that was here. */
export async function unlinkIdentity(desk: AuthDesk, user: StoredUser): Promise<void> {
  if ((await desk.storage.credentials.identities(user.id)).length === 0) return
  await desk.storage.credentials.unlinkIdentities(user.id, desk.now())
  await record(desk, { user }, { act: 'credential', detail: { way: 'provider', done: 'removed' } })
}

async function newcomer(
  desk: AuthDesk,
  provider: OpenidProvider,
  account: ProviderAccount,
  role: Role | null,
): Promise<StoredUser> {
  const user = await createAccount(desk, { name: shownName(await account.names()), owner: false })
  const { issuer, subject } = account
  const identity = { issuer, subject, user: user.id, createdAt: desk.now() }
  // Nobody can have taken it meanwhile: only this process adds identities, and they come in turn.
  if (!(await desk.storage.credentials.addIdentity(identity))) throw new Error('newcomer: the identity is taken')
  return role === null ? user : admitted(desk, user, role, provider.label)
}

async function admitted(desk: AuthDesk, user: StoredUser, role: Role, by: string): Promise<StoredUser> {
  await desk.storage.people.updateUser(user.id, { libraryRole: role })
  await record(desk, { user }, { act: 'joined', detail: { role, by } })
  return { ...user, libraryRole: role }
}

/** The first name that can be shown, cut to what a name may have. */
function shownName(names: readonly string[]): string {
  for (const name of names) {
    try {
      return checkedName(cut(name.replace(UNSEEN, '').trim()))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return NAMELESS
}

/** Whole characters as people see them, at most `MOST_NAME` UTF-16 code units. */
function cut(name: string): string {
  let end = 0
  for (const { index, segment } of new Intl.Segmenter().segment(name.slice(0, 4 * MOST_NAME))) {
    if (index + segment.length > MOST_NAME) break
    end = index + segment.length
  }
  return name.slice(0, end)
}

async function inTurn<T>(
  provider: OpenidProvider,
  { issuer, subject }: Pick<ProviderAccount, 'issuer' | 'subject'>,
  work: () => Promise<T>,
): Promise<T> {
  const running = turns.get(provider) ?? new Map<string, Promise<unknown>>()
  turns.set(provider, running)
  const key = JSON.stringify([issuer, subject])
  const before = running.get(key) ?? Promise.resolve()
  const turn = before.then(work)
  // The next one comes also when this one fails; the failure is told to whoever asked.
  const done = turn.catch(() => undefined)
  running.set(key, done)
  try {
    return await turn
  } finally {
    if (running.get(key) === done) running.delete(key)
  }
}
