/**
 * Programs of others that read what we write and write what we read: each test file has a folder of its own for them, and a
 * profile where they keep one. A program that is missing fails the test with one line that says how to get it.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

export interface Ran {
  /** null = ended by a signal. */
  code: number | null
  stdout: string
  stderr: string
}

export interface RunOptions {
  stdin?: string | Uint8Array
  /** Exit codes that are no failure; [0] where nothing is said. */
  codes?: readonly number[]
}

export class ForeignDesk {
  readonly folder = mkdtempSync(join(tmpdir(), 'galley-foreign-'))

  /** Where a file of that name is, or will be. */
  path(name: string): string {
    return join(this.folder, name)
  }

  put(name: string, bytes: Uint8Array | string): string {
    writeFileSync(this.path(name), bytes)
    return this.path(name)
  }

  bytes(name: string): Uint8Array {
    return new Uint8Array(readFileSync(this.path(name)))
  }

  text(name: string): string {
    return readFileSync(this.path(name), 'utf8')
  }

  /** Runs a program in the folder. Fails with what it said when it ends with a code that is not among those expected. */
  async run(program: Program, args: readonly string[], { stdin, codes = [0] }: RunOptions = {}): Promise<Ran> {
    const ran = await started(findProgram(program), args, this.folder, stdin)
    if (ran.code !== null && codes.includes(ran.code)) return ran
    throw new Error(`${program} ${args.join(' ')} ended with ${ran.code}: ${ran.stderr || ran.stdout}`)
  }

  /**
   * LibreOffice makes each of the folder's files into one of that kind, beside it or in a folder within. One start for all
   * of them: a start costs seconds. `to`: "fodt", "docx"…
   */
  async convert(names: readonly string[], to: string, into = '.'): Promise<void> {
    const profile = `-env:UserInstallation=file://${this.path('profile')}`
    const said = await this.run('soffice', [
      profile,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      this.path(into),
      ...names.map((name) => this.path(name)),
    ])
    for (const name of names) {
      const made = join(into, name.replace(/\.[^.]*$/, `.${to.split(':')[0]}`))
      if (!existsSync(this.path(made))) throw new Error(`soffice made no ${made}: ${said.stderr || said.stdout}`)
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** Program → the package of Debian that has it. */
const PACKAGES = {
  soffice: 'libreoffice-writer-nogui',
  pandoc: 'pandoc',
  xmllint: 'libxml2-utils',
  unzip: 'unzip',
  git: 'git',
  patch: 'patch',
  java: 'default-jre-headless',
  // The system's own: the packages of Debian are for that one.
  '/usr/bin/python3': 'python3-docx',
} as const

export type Program = keyof typeof PACKAGES

function findProgram(program: Program): string {
  const places = program.startsWith('/') ? [''] : (process.env.PATH ?? '').split(delimiter)
  const found = places.map((place) => join(place, program)).find((path) => existsSync(path))
  if (found) return found
  throw new Error(`This test needs ${program}, which is not on this machine: apt-get install ${PACKAGES[program]}`)
}

function started(path: string, args: readonly string[], cwd: string, stdin: RunOptions['stdin']): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, { cwd, env: { ...process.env, HOME: cwd, LC_ALL: 'C.UTF-8' } })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() })
    })
    // A program that does not read to the end of what it is given says so by its exit.
    child.stdin.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') reject(error)
    })
    child.stdin.end(stdin ?? '')
  })
}
