/** `galley owner-link`: a fresh one-use link for an owner who is locked out, also while a server runs. */
import { ownerLinkAt, replaceOwnerLink } from '../auth/owner-link.ts'
import { openWorkbench } from '../build.ts'
import { readConfig } from '../config.ts'
import { originOf } from '../http/listen.ts'
import { UsageError, type Verb } from './verb.ts'

export const ownerLinkVerb: Verb = {
  name: 'owner-link',
  takes: '',
  summary: "Prints a fresh owner's link, to be opened once; earlier ones end",
  options: {},
  settings: ['data', 'port', 'host', 'url'],
  run: async (given, terminal) => {
    if (given.words.length > 0) throw new UsageError(`"owner-link" takes no ${given.words[0]}.`)
    const config = readConfig(given.values, terminal.env, terminal.folder)
    const bench = await openWorkbench(config)
    try {
      terminal.out(ownerLinkAt(originOf(config, config.port), await replaceOwnerLink(bench.desk)))
    } finally {
      await bench.close()
    }
    return 0
  },
}
