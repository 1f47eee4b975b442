/** `galley record`: the correction record of a story, printed or written to a file. */
import { basename, dirname, resolve } from 'node:path'
import { OPERATOR } from '../auth/actor.ts'
import { openWorkbench } from '../build.ts'
import { readConfig } from '../config.ts'
import { exportRecord, RECORD_FORMATS } from '../stories/correction-record.ts'
import { findStory } from '../stories/find-story.ts'
import { writeFileIn } from '../stories/write-file.ts'
import { oneOf, onlyWord, type Verb } from './verb.ts'

export const recordVerb: Verb = {
  name: 'record',
  takes: 'STORY',
  summary: 'Prints what was corrected: by whom, when and why',
  options: {
    format: {
      value: RECORD_FORMATS.join('|'),
      hint: 'a table for spreadsheets, or data for programs; csv if not given',
    },
    output: { value: 'FILE', hint: 'writes it there and prints the path' },
  },
  settings: ['data'],
  run: async (given, terminal) => {
    const wanted = onlyWord(given, 'STORY')
    const format = oneOf(given, 'format', RECORD_FORMATS, 'csv') ?? 'csv'
    const bench = await openWorkbench(readConfig(given.values, terminal.env, terminal.folder))
    try {
      const { id } = await findStory(bench.desk, wanted)
      const { bytes } = await exportRecord(bench.desk, OPERATOR, id, format)
      if (given.values.output === undefined) {
        terminal.out(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).trimEnd())
      } else {
        const file = resolve(terminal.folder, given.values.output)
        terminal.out((await writeFileIn(dirname(file), basename(file), bytes)).path)
      }
    } finally {
      await bench.close()
    }
    return 0
  },
}
