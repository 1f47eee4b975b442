/**
 * Where a worker thread begins while the TypeScript sources themselves are running: a worker does not inherit the
 * hooks that let the main thread read them, and `--import tsx` skips workers. Never part of the build.
 */
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
await import(workerData.thread)
