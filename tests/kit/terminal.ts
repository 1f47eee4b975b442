/** The command line as a person sees it: what a command prints, says besides and answers, run in this process. */
import { runCommand } from '../../server/cli/run-command.ts'

export interface Outcome {
  code: number
  out: string
  err: string
  progress: string
}

/** Relative paths are relative to `folder`; the environment is empty. */
export async function inTerminal(folder: string, args: readonly string[]): Promise<Outcome> {
  const outcome: Outcome = { code: -1, out: '', err: '', progress: '' }
  outcome.code = await runCommand([...args], {
    out: (line) => {
      outcome.out += `${line}\n`
    },
    note: (line) => {
      outcome.err += `${line}\n`
    },
    progress: (text) => {
      outcome.progress += `${text}\n`
    },
    env: {},
    folder,
  })
  return outcome
}
