/** `galley sign-in-link PERSON`: lets somebody back in who has forgotten their only way, also while a server runs. */
import { Refusal } from '../../shared/refusals.ts'
import { makePersonLink, personLinkAt } from '../auth/owner-link.ts'
import { openWorkbench } from '../build.ts'
import { readConfig } from '../config.ts'
import { originOf } from '../http/listen.ts'
import { personCalled } from './person-called.ts'
import { onlyWord, type Verb } from './verb.ts'

export const signInLinkVerb: Verb = {
  name: 'sign-in-link',
  takes: 'PERSON',
  summary: 'Prints a link that lets somebody in once, within three days; earlier ones of theirs end',
  options: {},
  settings: ['data', 'port', 'host', 'url'],
  run: async (given, terminal) => {
    const wanted = onlyWord(given, 'PERSON')
    const config = readConfig(given.values, terminal.env, terminal.folder)
    const bench = await openWorkbench(config)
    try {
      const person = await personCalled(bench.desk, wanted, '')
      if (person.owner) throw new Refusal('bad-request', 'That is the owner, whose link "galley owner-link" prints.')
      terminal.out(personLinkAt(originOf(config, config.port), await makePersonLink(bench.desk, person)))
    } finally {
      await bench.close()
    }
    return 0
  },
}
