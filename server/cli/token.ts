/** `galley token create|list|revoke`: access tokens for programs, the owner's unless somebody else is named. */
import { ROLES } from '../../shared/roles.ts'
import { createAccount, ownerOf } from '../auth/accounts.ts'
import { record } from '../auth/activity.ts'
import { OPERATOR } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import { ticketId } from '../auth/sessions.ts'
import { createToken, listTokens, revokeToken } from '../auth/tokens.ts'
import { openWorkbench, type Workbench } from '../build.ts'
import { readConfig } from '../config.ts'
import type { StoredTicket, StoredUser } from '../storage/storage.ts'
import type { Desk } from '../stories/desk.ts'
import { findStory } from '../stories/find-story.ts'
import { personCalled } from './person-called.ts'
import { type Given, oneOf, type Terminal, UsageError, type Verb } from './verb.ts'

export const tokenVerb: Verb = {
  name: 'token',
  takes: 'create --name NAME | list | revoke ID',
  summary: 'Makes, lists and revokes access tokens',
  options: {
    name: { value: 'NAME', hint: 'what the token is for, so that it can be told from others' },
    role: { value: ROLES.join('|'), hint: 'the most it may do, all that its person may if not given' },
    story: { value: 'STORY', hint: 'the only story that it opens, every one of its person if not given' },
    days: { value: 'DAYS', hint: 'how long it is good for, until it is revoked if not given' },
    for: { value: 'NAME', hint: 'whose token it is, by name or account id, the owner if not given' },
    owner: { value: 'NAME', hint: 'name of the owner where nobody owns this Galley yet, "Owner" if not given' },
  },
  settings: ['data'],
  run: async (given, terminal) => {
    const action = ACTIONS[given.words[0] ?? '']
    if (!action) throw new UsageError('"token" is followed by create, list or revoke.')
    action.check(given)
    const bench = await openWorkbench(readConfig(given.values, terminal.env, terminal.folder), { create: true })
    try {
      await action.run(bench, given, terminal)
    } finally {
      await bench.close()
    }
    return 0
  },
}

interface Action {
  check(given: Given): void
  run(bench: Workbench, given: Given, terminal: Terminal): Promise<void>
}

const ACTIONS: Partial<Record<string, Action>> = {
  create: {
    check: (given) => {
      if (given.words.length > 1) throw new UsageError(`"token create" takes no ${given.words[1]}.`)
      if (!given.values.name) throw new UsageError('--name is missing.')
      oneOf(given, 'role', ROLES, undefined)
      daysOf(given)
    },
    run: async ({ desk }, given, terminal) => {
      const user =
        given.values.for === undefined
          ? await ownerNow(desk, given)
          : await personCalled(desk, given.values.for, '--for=')
      const role = oneOf(given, 'role', ROLES, undefined) ?? null
      const story = given.values.story === undefined ? null : (await findStory(desk, given.values.story)).id
      // A token opens nothing that its person may not: said now, not when a program fails.
      if (story !== null) await authorise(desk, { user, limit: null }, 'read', { story })
      const token = await createToken(desk, user, given.values.name ?? '', { role, story, days: daysOf(given) })
      const detail = { name: given.values.name ?? '', role: role ?? '', done: 'made' }
      await record(desk, OPERATOR, { act: 'token', story, about: user.id, detail })
      // Alone on standard output, so that a script can keep it; it is never shown again.
      terminal.out(token)
    },
  },
  list: {
    check: (given) => {
      if (given.words.length > 1) throw new UsageError(`"token list" takes no ${given.words[1]}.`)
    },
    run: async ({ desk }, _, terminal) => {
      const names = new Map((await desk.storage.people.users()).map(({ id, name }) => [id, name]))
      for (const token of await listTokens(desk)) terminal.out(rowOf(token, names.get(token.user ?? '') ?? ''))
    },
  },
  revoke: {
    check: (given) => {
      if (given.words.length !== 2) throw new UsageError('"token revoke" takes the ID that "token list" shows.')
    },
    run: async ({ desk }, given, terminal) => {
      const { label, role, story, user } = await revokeToken(desk, given.words[1] ?? '')
      const detail = { name: label, role: role ?? '', done: 'revoked' }
      await record(desk, OPERATOR, { act: 'token', story, about: user, detail })
      terminal.note(`Revoked "${label}".`)
    },
  },
}

/** Id, name, when it was made; then whose, the most it may do, its story, when it ends: "" where there is no limit. */
function rowOf(token: StoredTicket, person: string): string {
  const made = new Date(token.createdAt).toISOString()
  const ends = token.expiresAt === null ? '' : new Date(token.expiresAt).toISOString()
  return [ticketId(token), token.label, made, person, token.role ?? '', token.story ?? '', ends].join('\t')
}

async function ownerNow(desk: Desk, given: Given): Promise<StoredUser> {
  return (await ownerOf(desk)) ?? createAccount(desk, { name: given.values.owner ?? 'Owner', owner: true })
}

function daysOf(given: Given): number | null {
  const text = given.values.days
  if (text === undefined) return null
  const days = /^\d{1,3}$/.test(text) ? Number(text) : 0
  if (days >= 1 && days <= 366) return days
  throw new UsageError(`--days takes a number from 1 to 366, not "${text}".`)
}
