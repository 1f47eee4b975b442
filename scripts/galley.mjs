#!/usr/bin/env node
/** Galley's command: installs and builds where that is needed, then runs the built command line. */
import { ensureBuilt, ensureInstalled } from './ensure.mjs'

try {
  await ensureInstalled()
  await ensureBuilt()
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
await import('../dist/server/cli.js')
