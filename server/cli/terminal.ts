/** The real terminal. A reader that goes away early (`galley list | head`) ends the program quietly. */
import type { Terminal } from './verb.ts'

export function standardTerminal(): Terminal {
  const watched = process.stderr.isTTY === true
  let drawn = false
  const wipe = () => {
    if (drawn) process.stderr.write('\r\u001b[2K')
    drawn = false
  }
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit()
    throw error
  })
  return {
    out: (line) => {
      wipe()
      process.stdout.write(`${line}\n`)
    },
    note: (line) => {
      wipe()
      process.stderr.write(`${line}\n`)
    },
    progress: (text) => {
      if (!watched) return
      wipe()
      process.stderr.write(text)
      drawn = true
    },
    interruptible: () => {
      const pressed = new AbortController()
      process.once('SIGINT', () => pressed.abort())
      return pressed.signal
    },
    env: process.env,
    folder: process.cwd(),
  }
}
