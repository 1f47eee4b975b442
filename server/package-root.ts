/** Where the installed package lies (both as sources and as built files) and which version it is. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const PACKAGE_ROOT = findRoot(import.meta.dirname)

export const VERSION = readVersion()

/** The built client. */
export const CLIENT_FOLDER = join(PACKAGE_ROOT, 'dist', 'client')

function findRoot(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
    if (folder === dirname(folder)) throw new Error(`package-root: no package.json above ${start}`)
  }
}

function readVersion(): string {
  const told: unknown = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8'))
  const version = typeof told === 'object' && told !== null && 'version' in told ? told.version : null
  if (typeof version !== 'string') throw new Error('package-root: package.json names no version')
  return version
}
