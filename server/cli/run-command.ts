/** Picks the verb, runs it, and turns what went wrong into one sentence and an exit code. */
import { Refusal } from '../../shared/refusals.ts'
import { VERSION } from '../package-root.ts'
import { DamagedError } from '../storage/storage.ts'
import { backupVerb } from './backup.ts'
import { checkVerb } from './check.ts'
import { exportVerb } from './export.ts'
import { importVerb } from './import.ts'
import { listVerb } from './list.ts'
import { ownerLinkVerb } from './owner-link.ts'
import { recordVerb } from './record.ts'
import { restoreVerb } from './restore.ts'
import { serveVerb } from './serve.ts'
import { sheetVerb } from './sheet.ts'
import { signInLinkVerb } from './sign-in-link.ts'
import { tokenVerb } from './token.ts'
import { helpOf, readArguments, type Terminal, UsageError, type Verb } from './verb.ts'

const VERBS: readonly Verb[] = [
  serveVerb,
  importVerb,
  listVerb,
  exportVerb,
  recordVerb,
  sheetVerb,
  checkVerb,
  tokenVerb,
  ownerLinkVerb,
  signInLinkVerb,
  backupVerb,
  restoreVerb,
]

/** `args` as after the program's name. Resolves with the exit code: 0 done, 1 failed, 2 called wrongly. */
export async function runCommand(args: string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args
  const verb = VERBS.find((one) => one.name === name)
  try {
    if (name === '--version') return say(terminal, VERSION)
    if (name === undefined || name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
      return name === undefined ? complain(terminal, new UsageError(overview())) : say(terminal, overview())
    }
    if (!verb) throw new UsageError(`There is no command "${name}".`)
    const given = readArguments(verb, rest)
    return given.flags.help ? say(terminal, helpOf(verb)) : await verb.run(given, terminal)
  } catch (error) {
    return complain(terminal, error, verb)
  }
}

function say(terminal: Terminal, text: string): number {
  terminal.out(text)
  return 0
}

function complain(terminal: Terminal, error: unknown, verb?: Verb): number {
  if (error instanceof UsageError) {
    const hint = verb ? `"galley ${verb.name} --help" tells how it is called.` : '"galley --help" lists the commands.'
    terminal.note(error.message.includes('\n') ? error.message : `${error.message} ${hint}`)
    return 2
  }
  if (error instanceof Refusal) {
    terminal.note(error.message)
    // A setting that cannot be meant is a wrong call like a wrong option.
    return error.code === 'bad-request' ? 2 : 1
  }
  if (error instanceof DamagedError) {
    terminal.note(`The data are damaged: ${error.message}`)
    return 1
  }
  terminal.note(`Galley failed: ${error instanceof Error ? error.message : String(error)}`)
  if (terminal.env.GALLEY_DEBUG && error instanceof Error) terminal.note(error.stack ?? '')
  return 1
}

function overview(): string {
  const width = Math.max(...VERBS.map(({ name, takes }) => name.length + takes.length))
  return [
    'Galley: several people correct stories together, and the corrected text goes back to files.',
    '',
    'Usage: galley COMMAND [options]',
    '',
    ...VERBS.map(({ name, takes, summary }) => `  ${`${name} ${takes}`.padEnd(width + 1)}  ${summary}`),
    '',
    '"galley COMMAND --help" tells more. STORY is an id, a file name, or a file name without its extension.',
  ].join('\n')
}
