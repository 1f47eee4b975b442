/** `galley restore FILE`: makes an absent or empty data folder from a backup, all or nothing. */
import { resolve } from 'node:path'
import { readConfig } from '../config.ts'
import { restore } from '../stories/restore.ts'
import { onlyWord, type Verb } from './verb.ts'

export const restoreVerb: Verb = {
  name: 'restore',
  takes: 'FILE',
  summary: 'Makes a new data folder from a backup',
  options: {},
  settings: ['data'],
  run: async (given, terminal) => {
    const { data } = readConfig(given.values, terminal.env, terminal.folder)
    const stories = await restore(resolve(terminal.folder, onlyWord(given, 'FILE')), data)
    terminal.out(`${data}: ${stories === 1 ? '1 story' : `${stories} stories`}`)
    return 0
  },
}
