/**
 * Where a worker thread begins while the TypeScript sources themselves are running: a worker does not inherit the
 * hooks that let the main thread read them, and `--import tsx` skips workers. A test run has built the threads
 * beforehand and names their folder. Never part of the build.
 */
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { workerData } from 'node:worker_threads'

const { GALLEY_BUILT_THREADS: built } = process.env

if (built) {
  await import(pathToFileURL(join(built, `${basename(workerData.thread, '.ts')}.js`)).href)
} else {
  const { register } = await import('tsx/esm/api')
  register()
  await import(workerData.thread)
}
