/** `galley check FILE…`: proofreads plain files, without a server and without a data folder. Reads; never writes. */

import { readTxt } from '../../shared/codecs/txt.ts'
import { Checker, type Tools } from '../../shared/proof/checker.ts'
import type { Finding, Level } from '../../shared/proof/finding.ts'
import { learnNames } from '../../shared/proof/names.ts'
import { type ApprovedWord, type Settings, USUAL } from '../../shared/proof/settings.ts'
import { readSheet } from '../../shared/proof/sheet-file.ts'
import { sourceLinesOf } from '../../shared/proof/source-lines.ts'
import { sheetOf } from '../../shared/proof/story-settings.ts'
import { Refusal } from '../../shared/refusals.ts'
import { endsOf, lineText } from '../../shared/story/lines.ts'
import { MOST_FILE } from '../stories/take-in.ts'
import { loadTools } from './checker-tools.ts'
import { readGiven } from './read-given.ts'
import { loadSecondOpinion, type SecondReader } from './second-opinion.ts'
import { oneOf, type Terminal, UsageError, type Verb } from './verb.ts'

/** One finding as it is printed. */
export interface FileFinding {
  file: string
  /** UTF-16 code units of the decoded file; a byte order mark is not one of them. */
  offset: number
  length: number
  rule: string
  level: Level
  message: string
  /** Best first; each takes the place of exactly the range. */
  replacements: readonly string[]
}

/** Lines between two words of progress. */
const STEP = 200

export const checkVerb: Verb = {
  name: 'check',
  takes: 'FILE…',
  summary: 'Proofreads text files: dialogue, punctuation, spelling, consistency; changes nothing',
  options: {
    format: { value: 'text|json', hint: 'lines for people, or one array for programs; text if not given' },
    level: { value: 'default|style', hint: 'style adds what is a matter of taste; default if not given' },
    words: { value: 'FILE', hint: 'words that are right, one in each line' },
    sheet: { value: 'FILE', hint: 'a style sheet as Galley exports it, Markdown or JSON' },
    'learn-names': { value: null, hint: 'takes the names it finds in a story as known' },
    'second-opinion': {
      value: null,
      hint: 'what Harper, a general grammar checker, says besides; slow: a novel takes minutes',
    },
    strict: { value: null, hint: 'exit code 1 when anything is found' },
  },
  settings: [],
  run: async (given, terminal) => {
    if (given.words.length === 0) throw new UsageError('FILE is missing.')
    const format = oneOf(given, 'format', ['text', 'json'] as const, 'text')
    const level = oneOf(given, 'level', ['default', 'style'] as const, 'default') ?? 'default'
    const settings = await settingsOf(given.values, level, terminal)
    terminal.progress('Loading the dictionaries…')
    const tools = await loadTools()
    if (given.flags['second-opinion'] === true) terminal.progress('Loading Harper…')
    const second = given.flags['second-opinion'] === true ? await loadSecondOpinion() : null
    const reading: Reading = { tools, second, learn: given.flags['learn-names'] === true }
    const found: FileFinding[] = []
    let failed = 0
    for (const file of given.words) {
      try {
        const inFile = await checkFile(file, settings, reading, terminal)
        if (format === 'text') for (const line of inFile.lines) terminal.out(line)
        for (const finding of inFile.findings) found.push(finding)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        failed += 1
        terminal.note(`${file}: ${error.message}`)
      }
    }
    terminal.progress('')
    if (format === 'json') terminal.out(JSON.stringify(found, null, 2))
    else
      terminal.note(
        `${found.length} ${found.length === 1 ? 'finding' : 'findings'} in ${given.words.length - failed} of ${given.words.length} files.`,
      )
    return failed > 0 || (given.flags.strict === true && found.length > 0) ? 1 : 0
  },
}

async function settingsOf(
  values: Record<string, string | undefined>,
  level: Level,
  terminal: Terminal,
): Promise<Settings> {
  const { words, sheet } = values
  const listed = words === undefined ? '' : new TextDecoder().decode(await readGiven(terminal.folder, words))
  const read = sheet === undefined ? null : readSheet(new TextDecoder().decode(await readGiven(terminal.folder, sheet)))
  for (const line of read?.unread ?? []) terminal.note(`${sheet}: not understood and left out: ${line}`)
  const decisions = read?.entries.map(({ decision }) => decision) ?? []
  const mute = decisions.find(({ part }) => part === 'muteDialogue')
  return {
    ...USUAL,
    level,
    words: listed
      .split(/\r\n?|\n/)
      .map((line) => line.replace(/#.*$/, '').trim())
      .filter((word) => word !== '')
      .map((word): ApprovedWord => ({ word, kind: /^\p{Lu}/u.test(word) ? 'name' : 'spelling' })),
    sheet: sheetOf(decisions),
    muteDialogue: mute?.part === 'muteDialogue' ? mute.value : USUAL.muteDialogue,
  }
}

interface Reading {
  tools: Tools
  /** Null where nobody asked for it. */
  second: SecondReader | null
  /** The story's names are known. */
  learn: boolean
}

async function checkFile(
  file: string,
  given: Settings,
  { tools, second, learn }: Reading,
  terminal: Terminal,
): Promise<{ findings: FileFinding[]; lines: string[] }> {
  const bytes = await readGiven(terminal.folder, file, MOST_FILE)
  const { draft, form } = readTxt(bytes)
  const source = sourceLinesOf(draft, form)
  let settings = given
  const checker = new Checker(settings, tools)
  checker.open(source)
  const read = (what: string): void => {
    for (let left = source.length; left > 0; ) {
      left = checker.step(STEP).left
      terminal.progress(`${file}: ${what}, ${Math.max(0, source.length - left)} of ${source.length} lines`)
    }
  }
  read('reading')
  if (learn) {
    const learnt = learnNames(checker.story).map(({ word, kind }): ApprovedWord => ({ word, kind }))
    settings = { ...settings, words: [...settings.words, ...learnt] }
    checker.use(settings, tools)
    read('reading again with its names')
  }
  for (const { rule, message } of checker.faults)
    terminal.note(`${file}: the rule ${rule} was left out, it failed: ${message}`)
  const places: { at: number; row: number }[] = []
  let [at, row] = [0, 1]
  for (const [index, line] of draft.lines.entries()) {
    const ends = endsOf(line, index, form)
    at += ends.join('').length
    row += ends.length
    places.push({ at, row })
    at += lineText(line).length
  }
  const own = checker.findings().map((finding) => ({ ...finding, replacements: checker.suggest(finding) }))
  const others = second
    ? await second(checker, settings, (lines, of) =>
        terminal.progress(`${file}: Harper reads, ${lines} of ${of} lines`),
      )
    : []
  const all = [...own, ...others].sort((one, other) => one.line - other.line || one.offset - other.offset)
  return {
    findings: all.map((finding) => ({
      file,
      offset: places[finding.line]!.at + finding.offset,
      length: finding.length,
      rule: finding.rule,
      level: finding.level,
      message: finding.message,
      replacements: finding.replacements,
    })),
    lines: all.map((finding) => asLine(file, places[finding.line]!.row, source[finding.line]!.text, finding)),
  }
}

/** `story.txt:12:5 tag-comma  …gone.[ "Leave me." ]he said  message  → replacement`, as compilers write. */
function asLine(
  file: string,
  row: number,
  text: string,
  { offset, length, rule, message, replacements }: Finding,
): string {
  const words = text.slice(offset, offset + length)
  const [best] = replacements
  const fix = best === undefined ? '' : best === '' ? ' → leave out' : ` → ${best}`
  return `${file}:${row}:${offset + 1} ${rule}: ${words === '' ? '' : `“${words}”${fix}. `}${message}`
}
