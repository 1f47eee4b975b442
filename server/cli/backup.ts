/** `galley backup FILE`: one consistent copy of everything, also while a server runs. */
import { resolve } from 'node:path'
import { openWorkbench } from '../build.ts'
import { readConfig } from '../config.ts'
import { backup } from '../stories/backup.ts'
import { onlyWord, type Verb } from './verb.ts'

export const backupVerb: Verb = {
  name: 'backup',
  takes: 'FILE',
  summary: 'Copies everything into one new file',
  options: {},
  settings: ['data'],
  run: async (given, terminal) => {
    const file = resolve(terminal.folder, onlyWord(given, 'FILE'))
    const bench = await openWorkbench(readConfig(given.values, terminal.env, terminal.folder))
    try {
      await backup(bench.desk, file)
    } finally {
      await bench.close()
    }
    terminal.out(file)
    return 0
  },
}
