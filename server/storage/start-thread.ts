/**
 * Starts one of the server's worker threads: the built file beside the bundle, or the TypeScript source when the
 * sources themselves are running (tests, the development server).
 */
import { Worker } from 'node:worker_threads'

/** `base` is the caller's import.meta.url; `name` is the thread's file beside it, without ending. */
export function startThread(base: string, name: string, data: Record<string, string>): Worker {
  if (!base.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, base), { workerData: data })
  const thread = new URL(`./${name}.ts`, base).href
  const begin = new URL('../storage/source-thread.mjs', base)
  return new Worker(begin, { workerData: { ...data, thread } })
}
