/**
 * The bundle budget: script needed to open a story for the first time, gzipped, as the browser would load it: the
 * entry, the story page and everything that they import statically. Prints the parts; exits 1 over the budget.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const BUDGET = 250 * 1024
const root = new URL('../dist/client/', import.meta.url).pathname
const manifest = JSON.parse(readFileSync(join(root, '.vite/manifest.json'), 'utf8'))

const wanted = Object.keys(manifest).filter(
  (key) => manifest[key].isEntry || /pages\/story-page|editor\/story-editor|sync\/open-story/.test(key),
)
const seen = new Set()
const visit = (key) => {
  if (seen.has(key)) return
  seen.add(key)
  for (const next of manifest[key].imports ?? []) visit(next)
}
for (const key of wanted) visit(key)

let total = 0
for (const key of seen) {
  const { file } = manifest[key]
  if (!file.endsWith('.js')) continue
  const size = gzipSync(readFileSync(join(root, file))).length
  total += size
  process.stdout.write(`${String(Math.round(size / 102.4) / 10).padStart(7)} kB  ${file}\n`)
}
process.stdout.write(
  `${String(Math.round(total / 102.4) / 10).padStart(7)} kB  of ${BUDGET / 1024} kB gzipped script for the first open of a story\n`,
)
process.exitCode = total > BUDGET || total === 0 ? 1 : 0
