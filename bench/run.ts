/**
 * `npm run bench [rooms|editor|gate|review|proof|checks-browser|files] [--quick]`: Galley and its peers side by side, in the same run on this
 * machine; its gate against none, a marked novel's page against an unmarked one's. The peers are installed into bench/peers at the first run and are no part of Galley.
 * Tables on standard output, progress on standard error, figures in bench/results/.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildServers } from './build-servers.ts'
import { benchChecksBrowser } from './checks-browser/checks-browser-bench.ts'
import { benchEditor } from './editor/editor-bench.ts'
import { say } from './figures.ts'
import { benchFiles } from './files/files-bench.ts'
import { benchGate } from './gate/gate-bench.ts'
import { benchPassages } from './proof/passages-bench.ts'
import { benchMarked, benchProof } from './proof/proof-bench.ts'
import { benchReview } from './review/review-bench.ts'
import { benchRooms } from './rooms/rooms-bench.ts'

const BENCHES: Record<string, (quick: boolean) => Promise<void>> = {
  rooms: benchRooms,
  editor: benchEditor,
  gate: benchGate,
  review: benchReview,
  proof: benchProof,
  'checks-browser': benchChecksBrowser,
  files: benchFiles,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    marked: { type: 'string' },
    key: { type: 'string' },
    passages: { type: 'boolean', default: false },
  },
})
const wanted = positionals.length > 0 ? positionals : Object.keys(BENCHES)
const unknown = wanted.filter((name) => !BENCHES[name])
if (unknown.length > 0) {
  process.stderr.write(`No bench called ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.\n`)
  process.exit(2)
}
if (values.marked !== undefined && values.key !== undefined) {
  await benchMarked(values.marked, values.key)
  process.exit(0)
}
if (values.passages) {
  await benchPassages()
  process.exit(0)
}
// The story's page is compared with itself alone, files with nothing.
if (wanted.some((name) => !['review', 'checks-browser', 'files'].includes(name))) installPeers()
// The checker and files need no server.
if (wanted.some((name) => !['review', 'proof', 'checks-browser', 'files'].includes(name))) await buildServers()
for (const name of wanted) await BENCHES[name]?.(values.quick)

function installPeers(): void {
  const folder = join(import.meta.dirname, 'peers')
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const missing = Object.entries(dependencies).filter(([name, version]) => installed(folder, name) !== version)
  if (missing.length === 0) return
  say(`installing what Galley is compared with: ${missing.map(([name]) => name).join(', ')} (a few minutes, once)`)
  const options = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund']
  const { status } = spawnSync('npm', ['install', ...options], { cwd: folder, stdio: ['ignore', 2, 2] })
  if (status === 0) return
  process.stderr.write('The peers could not be installed; npm says why above.\n')
  process.exit(1)
}

function installed(folder: string, name: string): string | null {
  const file = join(folder, 'node_modules', name, 'package.json')
  if (!existsSync(file)) return null
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
