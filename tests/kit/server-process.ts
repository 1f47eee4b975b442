/**
 * A real Galley in a process of its own, as a person starts it: built, on a free port, with a data folder that can
 * outlive it. For tests that kill it.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

export interface RunningGalley {
  url: string
  /** The one-use owner's link as printed, null when somebody owns it already. */
  ownerLink: string | null
  /** All that it printed on standard output. */
  printed: string
  process: ChildProcess
}

/** A folder for one test's data and exports; `start` may be called again after a kill, on the same port. */
export class GalleyHouse {
  readonly folder = mkdtempSync(join(tmpdir(), 'galley-house-'))
  readonly data = join(this.folder, 'data')
  readonly exports = join(this.folder, 'exports')
  private port = 0
  private running: RunningGalley | null = null

  async start(options: { stories?: string } = {}): Promise<RunningGalley> {
    this.port ||= await freePort()
    const args = ['serve', '--port', String(this.port), '--data', this.data, '--exports', this.exports]
    args.push('--stories', options.stories ?? join(root, 'seeds'))
    const child = spawn(process.execPath, [join(root, 'dist/server/cli.js'), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: this.folder,
    })
    const url = `http://127.0.0.1:${this.port}`
    const galley: RunningGalley = { url, ownerLink: null, printed: '', process: child }
    let complaints = ''
    child.stdout.on('data', (chunk: Buffer) => {
      galley.printed += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      complaints += chunk.toString()
    })
    await waitFor(async () => {
      if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}: ${complaints}`)
      return await answers(`${url}/api/session`)
    })
    await waitFor(async () => galley.printed.includes('Stop with'))
    // What is printed names the machine; the tests' browsers stay with its number, for a cookie belongs to one of them.
    const secret = galley.printed.match(/http:\/\/localhost:\d+\/owner\/(\S+)/)?.[1]
    galley.ownerLink = secret ? `${url}/owner/${secret}` : null
    this.running = galley
    return galley
  }

  /** SIGKILL, as a power cut would; returns when the process is gone. */
  async kill(): Promise<void> {
    await this.end('SIGKILL')
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM')
    rmSync(this.folder, { recursive: true, force: true })
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.running?.process
    this.running = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((done) => child.once('exit', done))
    child.kill(signal)
    await gone
  }
}

/** Asks until it is true; a throw ends the waiting, so does the limit (milliseconds). */
export async function waitFor(question: () => Promise<boolean>, limit = 20_000): Promise<void> {
  const until = Date.now() + limit
  while (!(await question())) {
    if (Date.now() > until) throw new Error('waited in vain')
    await new Promise((done) => setTimeout(done, 50))
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? done(address.port) : fail(new Error('no port'))))
    })
  })
}
