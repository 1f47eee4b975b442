/**
 * Puts bytes under a name in a folder: all of them or none, and never outside. Written beside its place, flushed, then
 * renamed over it, so that a link standing there is replaced and not followed.
 */
import { randomBytes } from 'node:crypto'
import { lstat, mkdir, open, readFile, realpath, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Refusal } from '../../shared/refusals.ts'

export interface Written {
  /** Absolute path. */
  path: string
  /** The file had these bytes already and was left alone. */
  unchanged: boolean
}

/**
 * `name` must be a bare file name; anything else is a mistake of the caller and throws. The folder is made if absent. `mode`: the
 * permissions that the file gets; as the system has it if not given.
 */
export async function writeFileIn(
  folder: string,
  name: string,
  bytes: Uint8Array,
  { mode }: { mode?: number | undefined } = {},
): Promise<Written> {
  if (name !== basename(name) || name === '.' || name === '..' || name === '' || name.includes('\0')) {
    throw new Error(`writeFileIn: not a file name: ${JSON.stringify(name)}`)
  }
  const place = await folderFor(folder)
  const path = join(place, name)
  const there = await kindOf(path)
  if (there === 'other') throw new Refusal('conflict', `"${name}" in the folder is not a file; move it away first.`)
  if (there === 'file' && Buffer.compare(await readFile(path), bytes) === 0) return { path, unchanged: true }
  const beside = join(place, `.${randomBytes(8).toString('hex')}.galley`)
  try {
    await writeFlushed(beside, bytes, mode)
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw writeRefusal(folder, error)
  }
  await flushFolder(place)
  return { path, unchanged: false }
}

/** Makes a file where none is, on disk once it resolves; `mode`: as in `writeFileIn`. Throws the system's EEXIST where one is. */
export async function writeFlushed(path: string, bytes: Uint8Array, mode: number | undefined): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    if (mode !== undefined) await file.chmod(mode)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes a rename in this folder outlive a power cut, where the system can. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    // Some file systems refuse to flush a folder; the file itself is flushed by then.
    if (!isSystemError(error, 'EINVAL', 'EPERM', 'EISDIR', 'ENOTSUP')) throw error
  } finally {
    await handle.close()
  }
}

/** True for an error of the operating system with one of these codes. */
export function isSystemError(error: unknown, ...codes: string[]): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code)
}

async function folderFor(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true })
    return await realpath(folder)
  } catch (error) {
    throw writeRefusal(folder, error)
  }
}

async function kindOf(path: string): Promise<'nothing' | 'file' | 'link' | 'other'> {
  try {
    const stats = await lstat(path)
    if (stats.isSymbolicLink()) return 'link'
    return stats.isFile() ? 'file' : 'other'
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return 'nothing'
    throw error
  }
}

/** What the system refused, as a Refusal where a person can do something about it; else the error itself. */
export function writeRefusal(folder: string, error: unknown): unknown {
  if (isSystemError(error, 'EACCES', 'EPERM', 'EROFS')) {
    return new Refusal('unavailable', `The folder ${folder} cannot be written to; change its rights or name another.`)
  }
  if (isSystemError(error, 'ENOSPC', 'EDQUOT')) {
    return new Refusal('unavailable', `The disk with the folder ${folder} is full; nothing was written.`)
  }
  if (isSystemError(error, 'ENOTDIR', 'EEXIST')) {
    return new Refusal('conflict', `${folder} is not a folder; name another.`)
  }
  return error
}
