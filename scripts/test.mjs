/**
 * `npm test`: everything, in the order in which failures are cheapest. Each stage runs even when an earlier one failed,
 * so that one run tells all, and what failed is named once more at the end. The last line is `N passed, N failed`; a
 * skipped test counts as failed.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { ensureBuilt, ensureInstalled } from './ensure.mjs'

const root = new URL('..', import.meta.url).pathname
process.chdir(root)
const reports = mkdtempSync(join(tmpdir(), 'galley-test-'))
let passed = 0
let failed = 0
/** A name and the first words of its error, for each that failed. */
const failures = []

await ensureInstalled()

await single('format and lint', bin('@biomejs/biome/bin/biome'), ['check', '.'])
await single('types', bin('typescript/bin/tsc'), ['-p', '.'])
await single('types of shared, without DOM and Node', bin('typescript/bin/tsc'), ['-p', 'shared'])
await single('dead code', bin('knip/bin/knip.js'), ['--no-progress'])
await single('programs of others that read our files', 'scripts/foreign.mjs', [])
await stage('unit, property and server tests', vitest)
await stage('build', async () => count((await attempt(ensureBuilt)) ? 1 : 0, 1))
await single('bundle budget', 'scripts/budget.mjs', [])
await stage('browser tests', browser)

rmSync(reports, { recursive: true, force: true })
if (failures.length > 0) process.stdout.write(`\nFailed:\n${failures.map((line) => `  ${line}\n`).join('')}`)
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1

function bin(path) {
  return join('node_modules', path)
}

async function stage(name, body) {
  const start = Date.now()
  process.stdout.write(`\n── ${name}\n`)
  const before = failed
  const named = failures.length
  await body()
  if (failed > before && failures.length === named) failures.push(name)
  process.stdout.write(
    `── ${name}: ${failed === before ? 'ok' : 'FAILED'} (${Math.round((Date.now() - start) / 1000)} s)\n`,
  )
}

function single(name, script, args) {
  return stage(name, async () => count((await run(script, args)) === 0 ? 1 : 0, 1))
}

async function vitest() {
  const file = join(reports, 'vitest.json')
  const code = await run(bin('vitest/vitest.mjs'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const report = readReport(file)
  for (const { name, assertionResults, message } of report?.testResults ?? []) {
    const path = name.slice(root.length)
    if (assertionResults.length === 0) failures.push(`${path}: ${firstLines(message)}`)
    for (const { status, fullName, failureMessages } of assertionResults) {
      if (status !== 'passed') failures.push(`${path} › ${fullName}: ${firstLines(failureMessages?.[0] ?? status)}`)
    }
  }
  const good = report?.numPassedTests ?? 0
  const all = report?.numTotalTests ?? 1
  count(good, code !== 0 && good === all ? all + 1 : all)
}

async function browser() {
  const executable = await attempt(ensureChromium)
  if (!executable) return count(0, 1)
  const file = join(reports, 'playwright.json')
  const code = await run(bin('@playwright/test/cli.js'), ['test', '--reporter=list,json'], {
    CHROMIUM_PATH: executable,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  })
  const report = readReport(file)
  for (const { file, title, results } of specsOf(report?.suites ?? [])) {
    const bad = results.find(({ status }) => status !== 'passed')
    if (bad) failures.push(`${file} › ${title}: ${firstLines(bad.error?.message ?? bad.status)}`)
  }
  const stats = report?.stats
  const good = stats?.expected ?? 0
  const all = stats ? stats.expected + stats.unexpected + stats.flaky + stats.skipped : 1
  return count(good, code !== 0 && good === all ? all + 1 : all)
}

/** Playwright's report nests suites in suites. */
function specsOf(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs.map(({ file, title, tests }) => ({ file, title, results: tests.flatMap(({ results }) => results) })),
    ...specsOf(inner),
  ])
}

/** A failed property tells its seed and the example that broke it in its second and third. */
function firstLines(message = '') {
  return message.split('\n', 3).join(' · ').slice(0, 500)
}

function count(good, all) {
  passed += good
  failed += all - good
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    process.stdout.write(`No test report: ${error.message}\n`)
    return null
  }
}

async function attempt(action) {
  try {
    return (await action()) ?? true
  } catch (error) {
    process.stdout.write(`${error.message}\n`)
    return null
  }
}

function run(script, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    child.on('close', (code) => resolve(code ?? 1))
  })
}
