/**
 * Sees to it that the programs of others are there that the tests hold our files against, installing those that are missing
 * with apt where it may. What cannot be had is told in one line each, and the exit code is 1. Node's own modules only.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What the tests call it, how to see that it is there, Debian's package, and where others get it. */
const PROGRAMS = [
  { name: 'git', package: 'git', from: 'https://git-scm.com', isThere: () => onPath('git') },
  { name: 'patch', package: 'patch', from: 'https://savannah.gnu.org/projects/patch', isThere: () => onPath('patch') },
  { name: 'unzip', package: 'unzip', from: 'https://infozip.sourceforge.net', isThere: () => onPath('unzip') },
  {
    name: 'xmllint',
    package: 'libxml2-utils',
    from: 'https://gitlab.gnome.org/GNOME/libxml2',
    isThere: () => onPath('xmllint'),
  },
  { name: 'pandoc', package: 'pandoc', from: 'https://pandoc.org', isThere: () => onPath('pandoc') },
  {
    name: 'LibreOffice (soffice)',
    package: 'libreoffice-writer-nogui',
    from: 'https://www.libreoffice.org',
    isThere: () => onPath('soffice'),
  },
  {
    name: 'java',
    package: 'default-jre-headless',
    from: 'https://adoptium.net',
    isThere: () => onPath('java'),
  },
  {
    name: 'epubcheck (/usr/share/java/epubcheck.jar)',
    package: 'epubcheck',
    from: 'https://www.w3.org/publishing/epubcheck',
    isThere: () => may('/usr/share/java/epubcheck.jar', constants.R_OK),
  },
  {
    name: 'python-docx (for /usr/bin/python3)',
    package: 'python3-docx',
    from: 'https://pypi.org/project/python-docx',
    isThere: () => spawnSync('/usr/bin/python3', ['-c', 'import docx'], { stdio: 'ignore' }).status === 0,
  },
]

const missing = PROGRAMS.filter(({ isThere }) => !isThere())
const canInstall = process.getuid?.() === 0 && onPath('apt-get')
if (missing.length > 0 && canInstall) {
  apt('update', '-qq')
  for (const program of missing) {
    say(`Installing ${program.name} for the tests…`)
    apt('install', '-y', '-qq', '--no-install-recommends', program.package)
  }
}
const left = missing.filter(({ isThere }) => !isThere())
for (const { name, package: wanted, from } of left) {
  say(`The tests need ${name}, which is not on this machine. Debian: apt-get install ${wanted}; elsewhere: ${from}`)
}
process.exitCode = left.length === 0 ? 0 : 1

/** What it says is said where it fails. */
function apt(...args) {
  const { status, stderr } = spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0 && stderr) say(stderr.trim())
}

function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => may(join(folder, program), constants.X_OK))
}

function may(path, mode) {
  try {
    accessSync(path, mode)
    return true
  } catch {
    // Not there, or not for us: the same to who wants to use it.
    return false
  }
}

function say(text) {
  process.stderr.write(`${text}\n`)
}
