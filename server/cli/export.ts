/** `galley export`: writes stories into a folder, each whole or not at all, or into one zip, and prints the paths. */
import { basename, dirname, relative, resolve } from 'node:path'
import { VIEWS } from '../../shared/codecs/edition.ts'
import { CLEANINGS, type Cleaning, type ExportOptions } from '../../shared/codecs/export-options.ts'
import type { FormatName } from '../../shared/codecs/formats.ts'
import { Refusal } from '../../shared/refusals.ts'
import { ENCODINGS } from '../../shared/story/file-form.ts'
import { OPERATOR } from '../auth/actor.ts'
import { openWorkbench } from '../build.ts'
import { readConfig } from '../config.ts'
import type { Desk } from '../stories/desk.ts'
import { exportLibrary, type ReportRow } from '../stories/export-library.ts'
import { FORMAT_NAMES } from '../stories/export-story.ts'
import { findStory } from '../stories/find-story.ts'
import { writeFileIn } from '../stories/write-file.ts'
import { writeToFolder } from '../stories/write-to-folder.ts'
import { exportInPlace } from './export-in-place.ts'
import { type Given, oneOf, type Terminal, UsageError, type Verb } from './verb.ts'

export const exportVerb: Verb = {
  name: 'export',
  takes: '[STORY…]',
  summary: 'Writes stories back to files; prints the paths',
  options: {
    all: { value: null, hint: 'every story' },
    format: { value: FORMAT_NAMES.join('|'), hint: 'txt, the corrected file, if not given' },
    view: {
      value: VIEWS.join('|'),
      hint: 'the text as it stands, with all open suggestions made, or with them marked in it',
    },
    'no-names': { value: null, hint: 'people are "Reviewer 1" and so on' },
    'no-notes': { value: null, hint: 'without notes, and without what was said about suggestions' },
    clean: { value: CLEANINGS.join(','), hint: 'what is made tidy by the style sheet, in txt and patch' },
    encoding: { value: ENCODINGS.join('|'), hint: "instead of the file's own, where new words do not fit it" },
    out: { value: 'DIR', hint: 'folder to write into, the export folder if not given' },
    zip: { value: 'FILE', hint: 'all of them into one zip instead' },
    'in-place': {
      value: null,
      hint: 'into the files that they came from; never over changes that nobody here has seen',
    },
    force: {
      value: null,
      hint: 'with --in-place, also while changes from the file are not decided: takes them out of it',
    },
    report: { value: 'FILE', hint: 'what each file does not hold, as JSON' },
  },
  settings: ['data', 'exports'],
  run: async (given, terminal) => {
    const wish = { ...wishOf(given), signal: terminal.interruptible?.() }
    const config = readConfig(given.values, terminal.env, terminal.folder)
    const bench = await openWorkbench(config)
    try {
      const folder = given.values.out === undefined ? config.exports : resolve(terminal.folder, given.values.out)
      const { desk } = bench
      if (given.flags['in-place']) {
        const { signal } = wish
        const choices = { force: given.flags.force === true, signal }
        const whole = await exportInPlace(desk, terminal, given.flags.all ? null : given.words, choices)
        return endCode(terminal, !whole, signal)
      }
      const { rows, failed } = wish.zip
        ? await intoZip(desk, given, terminal, { ...wish, zip: wish.zip })
        : await intoFolder(desk, given, terminal, { ...wish, folder })
      if (given.values.report !== undefined) {
        const report = `${JSON.stringify({ format: wish.format, view: wish.options.view ?? null, stories: rows }, null, 2)}\n`
        await writeTo(terminal, given.values.report, new TextEncoder().encode(report))
      }
      return endCode(terminal, failed, wish.signal)
    } catch (error) {
      if (wish.signal?.aborted && error instanceof Refusal) return endCode(terminal, true, wish.signal)
      throw error
    } finally {
      await bench.close()
    }
  },
}

/** Options that make no sense for a file that is written back. */
const IN_FILES = new Set(['format', 'view', 'clean', 'encoding', 'out', 'zip', 'report'])

interface Wish {
  format: FormatName
  options: ExportOptions
  /** Aborted when the person at the terminal gives up. */
  signal?: AbortSignal | undefined
}

interface Made {
  rows: ReportRow[]
  failed: boolean
}

function wishOf(given: Given): Wish & { zip: string | undefined } {
  const { flags, values, words } = given
  if (flags.all && words.length > 0) throw new UsageError('Name stories or give --all, not both.')
  if (!flags.all && words.length === 0) throw new UsageError('STORY is missing; --all takes every story.')
  if (
    flags['in-place'] &&
    Object.keys({ ...values }).some((name) => values[name] !== undefined && IN_FILES.has(name))
  ) {
    throw new UsageError('--in-place writes the corrected text as it stands; give no format, view or place.')
  }
  if (flags.force && !flags['in-place']) throw new UsageError('--force goes with --in-place.')
  if (values.zip !== undefined && values.out !== undefined) throw new UsageError('Give --out or --zip, not both.')
  return {
    format: oneOf(given, 'format', FORMAT_NAMES, 'txt') ?? 'txt',
    options: {
      view: oneOf(given, 'view', VIEWS, undefined),
      names: !flags['no-names'],
      notes: !flags['no-notes'],
      clean: cleaningsOf(values.clean),
      encoding: oneOf(given, 'encoding', ENCODINGS, undefined),
    },
    zip: values.zip,
  }
}

function cleaningsOf(value: string | undefined): Cleaning[] {
  const wanted = value?.split(',').map((word) => word.trim()) ?? []
  for (const word of wanted) {
    if (!CLEANINGS.some((choice) => choice === word)) {
      throw new UsageError(`--clean takes ${CLEANINGS.join(', ')}, with commas between, not "${word}".`)
    }
  }
  return CLEANINGS.filter((choice) => wanted.includes(choice))
}

async function intoFolder(
  desk: Desk,
  given: Given,
  terminal: Terminal,
  { format, options, signal, folder }: Wish & { folder: string },
): Promise<Made> {
  const rows: ReportRow[] = []
  let failed = false
  const wanted = await wantedOf(desk, given)
  for (const [nth, word] of wanted.entries()) {
    if (signal?.aborted) break
    const told = (stage: string) => terminal.progress(`${progressOf(nth + 1, wanted.length)}: ${stage} ${word}`)
    told('reading')
    try {
      const { id, name, title, derivedTitle } = await findStory(desk, word)
      const about = { id, title: title ?? derivedTitle }
      const { path, file, bytes, losses, cleaned } = await writeToFolder(desk, OPERATOR, id, {
        ...options,
        format,
        folder,
        watch: { signal, told },
      })
      rows.push({ ...about, file, bytes, losses, cleaned, error: null })
      terminal.out(shown(terminal, path))
      tell(terminal, name, { losses, cleaned })
    } catch (error) {
      if (signal?.aborted) break
      if (!(error instanceof Refusal) || error.code === 'bad-request') throw error
      failed = true
      const { code, message } = error
      rows.push({ id: word, title: '', file: null, bytes: 0, losses: [], cleaned: [], error: { code, message } })
      terminal.note(`${word}: ${message}`)
    }
  }
  return { rows, failed }
}

async function intoZip(
  desk: Desk,
  given: Given,
  terminal: Terminal,
  { format, options, signal, zip }: Wish & { zip: string },
): Promise<Made> {
  const only: string[] = []
  for (const word of await wantedOf(desk, given)) only.push((await findStory(desk, word)).id)
  const progress = (done: number, all: number) => terminal.progress(progressOf(done, all))
  const { bytes, stories } = await exportLibrary(desk, OPERATOR, { format, options, only, progress, signal })
  terminal.out(await writeTo(terminal, zip, bytes))
  for (const row of stories) {
    tell(terminal, row.file ?? row.title, row)
    if (row.error) terminal.note(`${row.title}: ${row.error.message}`)
  }
  return { rows: stories, failed: stories.some(({ error }) => error !== null) }
}

/** "12 of 40 stories". */
function progressOf(done: number, all: number): string {
  return `${done} of ${all} ${all === 1 ? 'story' : 'stories'}`
}

/** As a shell has it for a program that was interrupted, besides the usual two. */
const INTERRUPTED = 130

function endCode(terminal: Terminal, failed: boolean, signal: AbortSignal | undefined): number {
  if (!signal?.aborted) return failed ? 1 : 0
  terminal.note('Given up. What is named above was written whole, and nothing else.')
  return INTERRUPTED
}

/** What the file does not hold, and what was made tidy in it. */
function tell(terminal: Terminal, name: string, { losses, cleaned }: Pick<ReportRow, 'losses' | 'cleaned'>): void {
  for (const { message } of losses) terminal.note(`${name}: ${message}`)
  for (const { count, message } of cleaned) if (count > 0) terminal.note(`${name}: ${message}`)
}

/** Resolves with the path as it is shown. */
async function writeTo(terminal: Terminal, file: string, bytes: Uint8Array): Promise<string> {
  const whole = resolve(terminal.folder, file)
  return shown(terminal, (await writeFileIn(dirname(whole), basename(whole), bytes)).path)
}

function shown(terminal: Terminal, path: string): string {
  const near = relative(terminal.folder, path)
  return near.startsWith('..') ? path : near
}

async function wantedOf(desk: Desk, given: Given): Promise<string[]> {
  if (!given.flags.all) return given.words
  return (await desk.storage.stories.list()).map(({ id }) => id)
}
