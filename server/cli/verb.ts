/** What a command of the command line is, and how its arguments are read. */
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { SETTINGS, type Setting } from '../config.ts'

/** Where a command prints; results on `out`, everything else on `note`. */
export interface Terminal {
  /** One line of result on standard output. */
  out(line: string): void
  /** One line on standard error. */
  note(line: string): void
  /** Progress on standard error, only where a person watches; overwritten by the next. */
  progress(text: string): void
  /** From now on Ctrl-C aborts this and no longer ends the program, until it is pressed again. Absent where nobody can press it. */
  interruptible?(): AbortSignal
  env: Record<string, string | undefined>
  folder: string
}

export interface Verb {
  name: string
  /** Arguments as in the usage line, e.g. "FILE…". */
  takes: string
  summary: string
  /** Own options beside settings: name → hint; the hint of one that takes a value begins with its name in capitals. */
  options: Record<string, { value: string | null; hint: string }>
  settings: readonly Setting[]
  /** Resolves with the exit code. Throws UsageError for a wrong call and Refusal for an expected no. */
  run(given: Given, terminal: Terminal): Promise<number>
}

export interface Given {
  words: string[]
  /** Options with a value. */
  values: Record<string, string | undefined>
  /** Options without one. */
  flags: Record<string, boolean | undefined>
}

/** The command was called wrongly: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Reads what follows the verb. Throws UsageError naming what it does not know. */
export function readArguments(verb: Verb, args: string[]): Given {
  const options: NonNullable<ParseArgsConfig['options']> = { help: { type: 'boolean', short: 'h' } }
  for (const [name, { value }] of Object.entries(verb.options)) {
    options[name] = { type: value === null ? 'boolean' : 'string' }
  }
  for (const setting of verb.settings) options[setting] = { type: 'string' }
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true })
    const given: Given = { words: positionals, values: {}, flags: {} }
    for (const [name, value] of Object.entries(values)) {
      if (typeof value === 'string') given.values[name] = value
      if (typeof value === 'boolean') given.flags[name] = value
    }
    return given
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(firstSentence(error.message))
    throw error
  }
}

/** One word where exactly one is needed. */
export function onlyWord(given: Given, name: string): string {
  const [word] = given.words
  if (word === undefined) throw new UsageError(`${name} is missing.`)
  if (given.words.length > 1) throw new UsageError(`Only one ${name} is taken, not ${given.words.length}.`)
  return word
}

/** One of the allowed values, or the fallback when none was given. */
export function oneOf<Value extends string>(
  given: Given,
  option: string,
  allowed: readonly Value[],
  fallback: Value | undefined,
): Value | undefined {
  const value = given.values[option]
  if (value === undefined) return fallback
  const found = allowed.find((one) => one === value)
  if (found === undefined) throw new UsageError(`--${option} takes ${allowed.join(' or ')}, not "${value}".`)
  return found
}

/** The help page of one verb. */
export function helpOf(verb: Verb): string {
  const rows: [string, string][] = [
    ...Object.entries(verb.options).map(([name, { value, hint }]): [string, string] => [
      `--${name}${value === null ? '' : ` ${value}`}`,
      hint,
    ]),
    ...verb.settings.map((setting): [string, string] => {
      const { hint, fallback, variables } = SETTINGS[setting]
      const otherwise = fallback === '' ? '' : `, ${fallback} if not given`
      return [`--${setting} ${setting.toUpperCase()}`, `${hint}${otherwise} (${variables.join(', ')})`]
    }),
    ['--help', 'this page'],
  ]
  const width = Math.max(...rows.map(([left]) => left.length))
  const usage = `galley ${verb.name}${verb.takes === '' ? '' : ` ${verb.takes}`} [options]`
  return [
    verb.summary,
    '',
    `Usage: ${usage}`,
    '',
    ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`),
  ].join('\n')
}

function firstSentence(message: string): string {
  return `${(message.split(/\. (?=[A-Z])/)[0] ?? message).replace(/\.$/, '')}.`
}
