/**
 * Makes a fresh clone runnable: installs what the lock file names, builds what changed. Node's own modules only, since
 * it runs before anything is installed. All it says goes to standard error.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const OLDEST_NODE = [20, 19]
const SOURCES = ['client', 'server', 'shared', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json']
const STAMP = join(root, 'dist', 'built-from.txt')

/** Throws a sentence for people when Node is too old. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [needed, neededMinor] = OLDEST_NODE
  if (major > needed || (major === needed && minor >= neededMinor)) return
  throw new Error(`Galley needs Node ${OLDEST_NODE.join('.')} or newer; this is ${version}. See https://nodejs.org.`)
}

/** Installs the packages unless those of the lock file are there. */
export async function ensureInstalled() {
  checkNode()
  if (await isInstalled()) return
  await alone(async () => {
    if (await isInstalled()) return
    say('Installing packages (once)…')
    // Not "npm ci": a lock made where some other platform's binaries are missing from the registry fails there.
    const npm = ['install', '--no-save', '--no-audit', '--no-fund', '--include=dev', '--loglevel=error']
    const shell = process.platform === 'win32'
    await run(shell ? 'npm.cmd' : 'npm', npm, 'The packages could not be installed', { shell })
  })
}

/** Builds client and server unless dist/ was made from exactly these sources. */
export async function ensureBuilt() {
  if (await isBuilt()) return
  await alone(async () => {
    const wanted = await sourcesHash()
    if (await isBuilt(wanted)) return
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
    await rm(STAMP, { force: true })
    for (const [what, args] of [
      ['server', ['--mode', 'server']],
      ['client', []],
    ]) {
      say(`Building the ${what}…`)
      await run(process.execPath, [vite, 'build', '--logLevel', 'error', ...args], `The ${what} could not be built`)
    }
    await writeFile(STAMP, wanted)
  })
}

async function isInstalled() {
  const [wanted, there] = await Promise.all([
    readPackages(join(root, 'package-lock.json')),
    readPackages(join(root, 'node_modules', '.package-lock.json')),
  ])
  if (!wanted || !there) return false
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || there[path]?.version === version,
  )
}

/** What a lock file lists; null when there is none. npm writes its own into node_modules when all is in place. */
async function readPackages(file) {
  const text = await readOrNull(file)
  return text === null ? null : JSON.parse(text).packages
}

async function isBuilt(wanted) {
  const stamp = await readOrNull(STAMP)
  return stamp !== null && stamp === (wanted ?? (await sourcesHash()))
}

/** Of names and contents, so that a switched branch and a deleted file count too. */
async function sourcesHash() {
  const hash = createHash('sha256')
  for (const path of (await Promise.all(SOURCES.map((name) => filesIn(join(root, name))))).flat()) {
    hash.update(`\0${relative(root, path)}\0`).update(await readFile(path))
  }
  return hash.digest('hex')
}

async function filesIn(path) {
  try {
    const entries = await readdir(path, { withFileTypes: true })
    entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    return (await Promise.all(entries.map((entry) => filesIn(join(path, entry.name))))).flat()
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path]
    if (error.code === 'ENOENT') return []
    throw error
  }
}

async function readOrNull(file) {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

/** Runs `work` while no other process does so for this folder; a lock whose holder is gone is taken over. */
async function alone(work) {
  const lock = join(tmpdir(), `galley-${createHash('sha256').update(root).digest('hex').slice(0, 16)}.lock`)
  const holder = join(lock, 'pid')
  for (let told = false; !(await taken(lock)); told = true) {
    if (await isAbandoned(lock, holder)) await rm(lock, { recursive: true, force: true })
    else if (!told) say('Waiting for another Galley that installs or builds in this folder…')
    await new Promise((done) => setTimeout(done, 200))
  }
  try {
    await writeFile(holder, String(process.pid))
    await work()
  } finally {
    await rm(lock, { recursive: true, force: true })
  }
}

async function taken(lock) {
  try {
    await mkdir(lock)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** Its holder is gone, or went before it could leave its number. */
async function isAbandoned(lock, holder) {
  const pid = Number(await readOrNull(holder))
  if (pid > 0) return !isRunning(pid)
  try {
    return Date.now() - (await stat(lock)).mtimeMs > 10_000
  } catch (error) {
    if (error.code === 'ENOENT') return false
    throw error
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Standard output stays free for the command that is run in the end. */
function run(command, args, failure, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options })
    child.once('error', (error) => fail(new Error(`${failure}: ${error.message}`)))
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`${failure}; what stands above says why.`))))
  })
}

function say(text) {
  process.stderr.write(`${text}\n`)
}
