/** `galley export`: writes corrected stories into a folder, each whole or not at all, and prints the paths. */
import { relative, resolve } from 'node:path'
import { Refusal } from '../../shared/refusals.ts'
import { ENCODINGS } from '../../shared/story/file-form.ts'
import { OPERATOR } from '../auth/actor.ts'
import { openWorkbench } from '../build.ts'
import { readConfig } from '../config.ts'
import type { Desk } from '../stories/desk.ts'
import { FORMAT_NAMES } from '../stories/export-story.ts'
import { findStory } from '../stories/find-story.ts'
import { writeToFolder } from '../stories/write-to-folder.ts'
import { type Given, oneOf, UsageError, type Verb } from './verb.ts'

export const exportVerb: Verb = {
  name: 'export',
  takes: '[STORY…]',
  summary: 'Writes stories back to files; prints the paths',
  options: {
    all: { value: null, hint: 'every story' },
    format: { value: FORMAT_NAMES.join('|'), hint: 'txt: the corrected file; patch: what changed, as a unified diff' },
    encoding: { value: ENCODINGS.join('|'), hint: "instead of the file's own, where new words do not fit it" },
    out: { value: 'DIR', hint: 'folder to write into, the export folder if not given' },
  },
  settings: ['data', 'exports'],
  run: async (given, terminal) => {
    const format = oneOf(given, 'format', FORMAT_NAMES, 'txt') ?? 'txt'
    const encoding = oneOf(given, 'encoding', ENCODINGS, undefined)
    if (given.flags.all && given.words.length > 0) throw new UsageError('Name stories or give --all, not both.')
    if (!given.flags.all && given.words.length === 0) throw new UsageError('STORY is missing; --all takes every story.')
    const config = readConfig(given.values, terminal.env, terminal.folder)
    const folder = given.values.out === undefined ? config.exports : resolve(terminal.folder, given.values.out)
    const bench = await openWorkbench(config)
    let failed = 0
    try {
      for (const wanted of await wantedOf(bench.desk, given)) {
        try {
          const { id, name } = await findStory(bench.desk, wanted)
          const { path, losses } = await writeToFolder(bench.desk, OPERATOR, id, { format, folder, encoding })
          terminal.out(relative(terminal.folder, path).startsWith('..') ? path : relative(terminal.folder, path))
          for (const { message } of losses) terminal.note(`${name}: ${message}`)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          failed += 1
          terminal.note(`${wanted}: ${error.message}`)
        }
      }
    } finally {
      await bench.close()
    }
    return failed === 0 ? 0 : 1
  },
}

async function wantedOf(desk: Desk, given: Given): Promise<string[]> {
  if (!given.flags.all) return given.words
  return (await desk.storage.stories.list()).map(({ id }) => id)
}
