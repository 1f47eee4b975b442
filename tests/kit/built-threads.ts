/**
 * Builds the server's worker threads once for a whole test run. Without it every server under test would have its
 * threads translated from TypeScript again, each time for a second of a core.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'

/** @returns what takes the build away again. */
export async function setup(): Promise<() => Promise<void>> {
  // In there, since the threads ask for packages by name.
  const folder = await mkdtemp(join(import.meta.dirname, '../../node_modules/.galley-threads-'))
  await build({ mode: 'server', logLevel: 'warn', build: { outDir: folder, sourcemap: false } })
  process.env.GALLEY_BUILT_THREADS = folder
  return () => rm(folder, { recursive: true })
}
