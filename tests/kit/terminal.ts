/** The command line as a person sees it: what a command prints, says besides and answers, run in this process. */
import { runCommand } from '../../server/cli/run-command.ts'

export interface Outcome {
  code: number
  out: string
  err: string
  progress: string
}

interface Given {
  /** The person presses Ctrl-C at the first progress that says this. */
  interruptAt?: RegExp
}

/** Relative paths are relative to `folder`; the environment is empty. */
export async function inTerminal(folder: string, args: readonly string[], given: Given = {}): Promise<Outcome> {
  const outcome: Outcome = { code: -1, out: '', err: '', progress: '' }
  const pressed = new AbortController()
  outcome.code = await runCommand([...args], {
    out: (line) => {
      outcome.out += `${line}\n`
    },
    note: (line) => {
      outcome.err += `${line}\n`
    },
    progress: (text) => {
      outcome.progress += `${text}\n`
      if (given.interruptAt?.test(text)) pressed.abort()
    },
    interruptible: () => pressed.signal,
    env: {},
    folder,
  })
  return outcome
}
