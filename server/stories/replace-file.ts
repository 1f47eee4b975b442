/**
 * Puts other bytes in the place of a file that another program may be changing at the same moment. What stands there is
 * looked at again directly before the exchange and once more after it, by a second name given to the very same file.
 * No system call exchanges a file only if it is still the one that was read, so a moment of some microseconds is left, between
 * the last look and the rename; what is replaced is therefore kept by the caller first.
 */
import { randomBytes } from 'node:crypto'
import type { BigIntStats } from 'node:fs'
import { link, lstat, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '../../shared/refusals.ts'
import { flushFolder, isSystemError, writeFlushed, writeRefusal } from './write-file.ts'

export interface Replacing {
  /** Whether these bytes may be replaced; asked of whatever is found there. */
  mayGo: (present: Uint8Array) => boolean
  /** Keeps what is about to be replaced. Nothing is replaced before it resolves. */
  keep: (present: Uint8Array) => Promise<void>
}

export interface ReplacedFile {
  /** The file had these bytes already and was left alone. */
  unchanged: boolean
  /**
   * Name of a file beside it with what another program wrote into the replaced file while it was being replaced; null, hardly
   * ever anything else.
   */
  beside: string | null
}

/**
 * The file keeps its permissions; one that is gone is made anew. `path` is absolute, in a folder that exists. Throws Refusal
 * `conflict` when what is there may not go, is no plain file, or was changed meanwhile; then it stands as it is.
 */
export async function replaceFile(path: string, bytes: Uint8Array, { mayGo, keep }: Replacing): Promise<ReplacedFile> {
  const [folder, name] = [dirname(path), basename(path)]
  const token = randomBytes(8).toString('hex')
  const made = join(folder, `.${token}.galley`)
  const old = join(folder, `.${token}.replaced.galley`)
  try {
    const present = await bytesAt(path)
    if (present && isSame(present, bytes)) return { unchanged: true, beside: null }
    if (present && !mayGo(present)) throw changed(name)
    await writeFlushed(made, bytes, present ? (await lstat(path)).mode & 0o7777 : undefined)
    if (!present) {
      await putNew(made, path)
      return { unchanged: false, beside: null }
    }
    await keep(present)
    const second = await secondName(path, old)
    const [found, there, read] = [await bytesAt(second), await lookAt(path), await lookAt(second)]
    if (!found || !isSame(found, present) || there === null || there !== read) throw changed(name)
    await rename(made, path)
    return { unchanged: false, beside: second === old ? await writtenMeanwhile(old, present, path) : null }
  } catch (error) {
    throw writeRefusal(folder, error)
  } finally {
    await Promise.all([rm(made, { force: true }), rm(old, { force: true })])
    await flushFolder(folder)
  }
}

/** Null when there is no such file. Throws Refusal `unavailable` for one that cannot be read, `conflict` for what is no plain file. */
export async function bytesAt(path: string): Promise<Uint8Array | null> {
  try {
    if (!(await lstat(path)).isFile())
      throw new Refusal('conflict', `${basename(path)} is not a plain file any more; move it away first.`)
    return await readFile(path)
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return null
    if (isSystemError(error, 'EACCES', 'EISDIR'))
      throw new Refusal('unavailable', `${basename(path)} cannot be read any more.`)
    throw error
  }
}

export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}

function changed(name: string): Refusal {
  return new Refusal(
    'conflict',
    `${name} was changed by somebody else since it was last read. Bring these changes in first; nothing was written.`,
  )
}

/** Under a name that nothing has: a file that somebody makes meanwhile is not written over. */
async function putNew(made: string, path: string): Promise<void> {
  try {
    await link(made, path)
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) throw changed(basename(path))
    if (!isSystemError(error, ...NO_LINKS)) throw error
    if ((await lookAt(path)) !== null) throw changed(basename(path))
    await rename(made, path)
  }
}

/** What file systems answer that know no second names. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']

/** The file's own name again where it cannot have a second one. */
async function secondName(path: string, wished: string): Promise<string> {
  try {
    await link(path, wished)
    return wished
  } catch (error) {
    if (isSystemError(error, ...NO_LINKS, 'ENOENT')) return path
    throw error
  }
}

/** Which file it is and in which state; null = none. */
async function lookAt(path: string): Promise<string | null> {
  try {
    return stampOf(await lstat(path, { bigint: true }))
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return null
    throw error
  }
}

/** The same for the same file as long as nobody writes it. */
export function stampOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ')
}

/**
 * A program that had the replaced file open may have gone on writing into it: then that file (`old`, a second name of it) gets a name
 * beside `path` that people see, which is answered. `present`: what was replaced.
 */
export async function writtenMeanwhile(old: string, present: Uint8Array, path: string): Promise<string | null> {
  const found = await readFile(old)
  if (isSame(found, present)) return null
  const name = `${basename(path)}.written-meanwhile-${randomBytes(4).toString('hex')}`
  await rename(old, join(dirname(path), name))
  return name
}
