/**
 * Starts one of the server's worker threads: the built file beside the bundle, or the TypeScript source when the
 * sources themselves are running (tests, the development server).
 */
import { existsSync } from 'node:fs'
import { type ResourceLimits, Worker } from 'node:worker_threads'

/** `base` is the caller's import.meta.url; `name` is the thread's file beside it, without ending. */
export function startThread(
  base: string,
  name: string,
  data: Record<string, string>,
  resourceLimits: ResourceLimits = {},
): Worker {
  if (!base.endsWith('.ts')) {
    // The caller may have been bundled into a chunk, which lies one folder further down than the entries.
    const built = ['./', '../'].map((folder) => new URL(`${folder}${name}.js`, base)).find((url) => existsSync(url))
    if (!built) throw new Error(`startThread: ${name}.js is missing from the build`)
    return new Worker(built, { workerData: data, resourceLimits })
  }
  const thread = new URL(`./${name}.ts`, base).href
  const begin = new URL('../storage/source-thread.mjs', base)
  return new Worker(begin, { workerData: { ...data, thread }, resourceLimits })
}
