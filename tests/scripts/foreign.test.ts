/** The script that sees to the programs of others, on machines where some are missing: those that it sees are on the PATH alone. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const PROGRAMS = ['git', 'patch', 'unzip', 'xmllint', 'pandoc', 'soffice', 'java']
const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A PATH of one folder with these programs in it, and perhaps an apt of ours that installs what it is asked for there. */
function machine(programs: readonly string[], apt: string | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'galley-machine-'))
  folders.push(folder)
  for (const program of programs) symlinkSync(whereIs(program), join(folder, program))
  if (apt !== null) writeFileSync(join(folder, 'apt-get'), `#!/bin/sh\n${apt}\n`, { mode: 0o755 })
  return folder
}

function whereIs(program: string): string {
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, program))
  const found = places.find((path) => existsSync(path))
  if (!found) throw new Error(`This test needs ${program}: node scripts/foreign.mjs`)
  return found
}

function run(PATH: string): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/foreign.mjs'], {
    env: { ...process.env, PATH },
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

test('says nothing where all of them are there', () => {
  expect(run(machine(PROGRAMS, null))).toEqual({ status: 0, said: '' })
})

test('names each that is missing in one line that says how to get it, and fails', () => {
  const { status, said } = run(machine(['git', 'patch', 'unzip', 'xmllint', 'java'], null))
  expect(status).toBe(1)
  expect(said.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^The tests need pandoc, .*apt-get install pandoc; elsewhere: https:/),
    expect.stringMatching(/^The tests need LibreOffice \(soffice\), .*apt-get install libreoffice-writer-nogui;/),
  ])
})

test('installs what is missing with apt where it may, one line each, and says what could not be had', () => {
  const folder = machine(
    PROGRAMS.filter((program) => program !== 'pandoc'),
    'exit 0',
  )
  const install = `[ "$1" = install ] || exit 0\nfor wanted; do :; done\n/bin/ln -s /bin/true "${folder}/$wanted"`
  const asRoot = process.getuid?.() === 0
  const failed = run(folder)
  expect(failed.status).toBe(1)
  expect(failed.said).toMatch(
    asRoot ? /^Installing pandoc for the tests…\nThe tests need pandoc/ : /^The tests need pandoc/,
  )
  writeFileSync(join(folder, 'apt-get'), `#!/bin/sh\n${install}\n`)
  const done = run(folder)
  if (asRoot) expect(done).toEqual({ status: 0, said: 'Installing pandoc for the tests…\n' })
  else expect(done.status).toBe(1)
})
