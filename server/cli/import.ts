/** `galley import FILE…`: takes files in, one line of result each; one that is refused does not stop the others. */
import { basename } from 'node:path'
import { Refusal } from '../../shared/refusals.ts'
import { ENCODINGS } from '../../shared/story/file-form.ts'
import { OPERATOR } from '../auth/actor.ts'
import { openWorkbench } from '../build.ts'
import { readConfig } from '../config.ts'
import { MOST_FILE, takeIn } from '../stories/take-in.ts'
import { readGiven } from './read-given.ts'
import { oneOf, UsageError, type Verb } from './verb.ts'

export const importVerb: Verb = {
  name: 'import',
  takes: 'FILE…',
  summary: 'Takes text files in as stories; prints id, file name and words of each',
  options: { encoding: { value: 'ENCODING', hint: `how the files are encoded: ${ENCODINGS.join(', ')}` } },
  settings: ['data'],
  run: async (given, terminal) => {
    if (given.words.length === 0) throw new UsageError('FILE is missing.')
    const encoding = oneOf(given, 'encoding', ENCODINGS, undefined)
    const bench = await openWorkbench(readConfig(given.values, terminal.env, terminal.folder), { create: true })
    let failed = 0
    try {
      for (const [index, file] of given.words.entries()) {
        terminal.progress(`${index + 1} of ${given.words.length}: ${file}`)
        try {
          const bytes = await readGiven(terminal.folder, file, MOST_FILE)
          const story = await takeIn(bench.desk, OPERATOR, { name: basename(file), bytes, encoding })
          terminal.out([story.id, story.name, story.words].join('\t'))
          for (const { message } of story.losses) terminal.note(`${file}: ${message}`)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          failed += 1
          terminal.note(`${file}: ${error.message}`)
        }
      }
    } finally {
      terminal.progress('')
      await bench.close()
    }
    return failed === 0 ? 0 : 1
  },
}
