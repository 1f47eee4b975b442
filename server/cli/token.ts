/** `galley token create|list|revoke`: the owner's access tokens for programs. */
import { createAccount, ownerOf } from '../auth/accounts.ts'
import { createToken, listTokens, revokeToken } from '../auth/tokens.ts'
import { openWorkbench, type Workbench } from '../build.ts'
import { readConfig } from '../config.ts'
import { type Given, type Terminal, UsageError, type Verb } from './verb.ts'

export const tokenVerb: Verb = {
  name: 'token',
  takes: 'create --name NAME | list | revoke ID',
  summary: "Makes, lists and revokes the owner's access tokens",
  options: {
    name: { value: 'NAME', hint: 'what the token is for, so that it can be told from others' },
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
    },
    run: async ({ desk }, given, terminal) => {
      const owner =
        (await ownerOf(desk)) ?? (await createAccount(desk, { name: given.values.owner ?? 'Owner', owner: true }))
      // Alone on standard output, so that a script can keep it; it is never shown again.
      terminal.out(await createToken(desk, owner, given.values.name ?? ''))
    },
  },
  list: {
    check: (given) => {
      if (given.words.length > 1) throw new UsageError(`"token list" takes no ${given.words[1]}.`)
    },
    run: async ({ desk }, _, terminal) => {
      for (const { id, name, createdAt } of await listTokens(desk)) {
        terminal.out([id, name, new Date(createdAt).toISOString()].join('\t'))
      }
    },
  },
  revoke: {
    check: (given) => {
      if (given.words.length !== 2) throw new UsageError('"token revoke" takes the ID that "token list" shows.')
    },
    run: async ({ desk }, given, terminal) => {
      const { name } = await revokeToken(desk, given.words[1] ?? '')
      terminal.note(`Revoked "${name}".`)
    },
  },
}
