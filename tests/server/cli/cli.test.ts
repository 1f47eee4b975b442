/** The command line as a person calls it: output, exit code; as a process of its own where that matters. */
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lockFolder } from '../../../server/storage/folder-lock.ts'
import { startUnderTest } from '../../kit/server-under-test.ts'
import { inTerminal } from '../../kit/terminal.ts'

const root = resolve(import.meta.dirname, '../../..')
const seeds = join(root, 'seeds')

let folder: string
let seedNames: string[]
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-cli-'))
  seedNames = (await readdir(seeds)).filter((name) => name.endsWith('.txt')).sort()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** In this process, in the test's folder. */
const galley = (...args: string[]) => inTerminal(folder, args)

interface Ended {
  code: number | null
  out: string
  err: string
}

/** The same in a process of its own. */
function spawned(...args: string[]): Promise<Ended> {
  const entry = ['--import', import.meta.resolve('tsx'), join(root, 'server/cli/cli.ts')]
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(GALLEY_|PORT$)/.test(name)))
  const child = spawn(process.execPath, [...entry, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const outcome: Ended = { code: null, out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => {
    outcome.out += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    outcome.err += chunk.toString()
  })
  return new Promise((done) => child.once('close', (code) => done({ ...outcome, code })))
}

/** One line, no stack. */
const sentence = expect.stringMatching(/^[^\n]+\n$/)

async function expectSeedsIn(out: string): Promise<void> {
  expect((await readdir(out)).sort()).toEqual(seedNames)
  for (const name of seedNames) {
    expect(Buffer.compare(await readFile(join(out, name)), await readFile(join(seeds, name))), name).toBe(0)
  }
}

test('import and export of the seeds gives identical files; list tells of them', async () => {
  const taken = await spawned('import', ...seedNames.map((name) => join(seeds, name)), '--data', 'one')
  expect(taken).toMatchObject({ code: 0, err: '' })
  const rows = taken.out.trimEnd().split('\n')
  expect(rows).toHaveLength(seedNames.length)
  for (const row of rows) expect(row).toMatch(/^[\w-]{16}\t\S+\.txt\t\d+$/)

  const exported = await spawned('export', '--all', '--data', 'one', '--out', 'one-out')
  expect(exported).toMatchObject({ code: 0, err: '' })
  expect(exported.out.trimEnd().split('\n').sort()).toEqual(seedNames.map((name) => join('one-out', name)))
  await expectSeedsIn(join(folder, 'one-out'))

  const listed = JSON.parse((await spawned('list', '--format', 'json', '--data', 'one')).out) as unknown[]
  expect(listed).toHaveLength(seedNames.length)
  expect(listed[0]).toMatchObject({ name: expect.any(String), words: expect.any(Number), hasSource: true })
})

test('a story is named by id, file name or stem; a patch of an untouched story is empty', async () => {
  const [id = ''] = (await galley('import', join(seeds, seedNames[0] ?? ''), '--data', 'two')).out.split('\t')
  const stem = (seedNames[0] ?? '').replace('.txt', '')
  for (const name of [id, `${stem}.txt`, stem]) {
    const { code, out } = await galley('export', name, '--data', 'two', '--out', 'two-out', '--format', 'patch')
    expect([code, out]).toEqual([0, `${join('two-out', `${stem}.patch`)}\n`])
  }
  expect((await readFile(join(folder, 'two-out', `${stem}.patch`))).length).toBe(0)
  await galley('import', join(seeds, seedNames[0] ?? ''), '--data', 'two')
  const ambiguous = await galley('export', stem, '--data', 'two')
  expect(ambiguous).toMatchObject({ code: 1, out: '', err: sentence })
  expect(ambiguous.err).toContain(id)
  const absent = await galley('export', 'nothing-like-it', '--data', 'two')
  expect(absent).toMatchObject({ code: 1, out: '', err: sentence })
})

test('import goes on after a bad file, and says so by its exit code', async () => {
  await mkdir(join(folder, 'in'), { recursive: true })
  await writeFile(join(folder, 'in', 'bad.bin'), new Uint8Array([1, 0, 0, 2]))
  await writeFile(join(folder, 'in', 'curly.txt'), new Uint8Array([0x93, 0x41, 0x94, 0x0a]))
  const args = ['in/bad.bin', 'in/missing.txt', 'in', 'in/curly.txt']
  const { code, out, err } = await galley('import', ...args, '--encoding', 'windows-1252', '--data', 'three')
  expect(code).toBe(1)
  expect(out).toMatch(/^[\w-]{16}\tcurly\.txt\t1\n$/)
  expect(
    err
      .trimEnd()
      .split('\n')
      .map((line) => line.split(':')[0]),
  ).toEqual(['in/bad.bin', 'in/missing.txt', 'in'])
})

test('commands work beside a running server, each seeing what the other wrote', async () => {
  const server = await startUnderTest({ stories: null })
  try {
    const data = join(server.folder, 'data')
    const created = await spawned('token', 'create', '--name', 'script', '--owner', 'Ann', '--data', data)
    expect(created).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^gly_[\w-]{43}\n$/) })
    const headers = { authorization: `Bearer ${created.out.trim()}` }
    const [id] = (await spawned('import', join(seeds, seedNames[0] ?? ''), '--data', data)).out.split('\t')
    const seen = (await (await fetch(`${server.url}/api/stories`, { headers })).json()) as { stories: unknown[] }
    expect(seen.stories).toMatchObject([{ id, name: seedNames[0] }])
    const body = JSON.stringify({ name: 'Over HTTP', text: 'Words.' })
    const init = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body }
    expect((await fetch(`${server.url}/api/stories`, init)).status).toBe(201)
    expect((await galley('list', '--data', data)).out).toContain('Over HTTP.txt')

    const [row = ''] = (await galley('token', 'list', '--data', data)).out.split('\n')
    expect(row).toMatch(/^[\w-]{16}\tscript\t/)
    expect((await galley('token', 'revoke', row.split('\t')[0] ?? '', '--data', data)).code).toBe(0)
    expect((await fetch(`${server.url}/api/stories`, { headers })).status).toBe(401)

    const second = await spawned('serve', '--port', '0', '--data', data)
    expect(second).toMatchObject({ code: 1, out: '', err: sentence })
  } finally {
    await server.close()
  }
}, 90_000)

describe('backup and restore', () => {
  beforeAll(async () => {
    await galley('import', ...seedNames.map((name) => join(seeds, name)), '--data', 'source')
    const made = await galley('backup', 'backup.galley', '--data', 'source')
    expect(made).toEqual({ code: 0, out: `${join(folder, 'backup.galley')}\n`, err: '', progress: '' })
  })

  test('gives the same library, in a folder that was absent or empty', async () => {
    await mkdir(join(folder, 'empty'))
    for (const data of ['absent', 'empty']) {
      expect(await galley('restore', 'backup.galley', '--data', data)).toMatchObject({ code: 0, err: '' })
      expect((await galley('export', '--all', '--data', data, '--out', `${data}-out`)).code).toBe(0)
      await expectSeedsIn(join(folder, `${data}-out`))
    }
  })

  test('a backup never overwrites a file', async () => {
    const before = await readFile(join(folder, 'backup.galley'))
    expect(await galley('backup', 'backup.galley', '--data', 'source')).toMatchObject({
      code: 1,
      out: '',
      err: sentence,
    })
    expect(Buffer.compare(await readFile(join(folder, 'backup.galley')), before)).toBe(0)
  })

  test('a folder that holds anything is left as it is', async () => {
    await mkdir(join(folder, 'full'))
    await writeFile(join(folder, 'full', 'note'), 'mine')
    expect(await galley('restore', 'backup.galley', '--data', 'full')).toMatchObject({
      code: 1,
      out: '',
      err: sentence,
    })
    expect(await readdir(join(folder, 'full'))).toEqual(['note'])
  })

  test('a damaged, cut or foreign file makes no folder', async () => {
    const good = await readFile(join(folder, 'backup.galley'))
    const at = good.lastIndexOf('Kakashi')
    expect(at).toBeGreaterThan(0)
    const flipped = Buffer.from(good)
    flipped.write('Kakasha', at)
    const files = { cut: good.subarray(0, good.length / 2), foreign: Buffer.from('not a backup'), flipped }
    for (const [name, bytes] of Object.entries(files)) {
      await writeFile(join(folder, name), bytes)
      expect(await galley('restore', name, '--data', `from-${name}`)).toMatchObject({ code: 1, out: '', err: sentence })
    }
    expect(await galley('restore', 'missing', '--data', 'from-missing')).toMatchObject({ code: 1, err: sentence })
    const left = await readdir(folder)
    expect(left.filter((name) => /^from-|^\.restoring/.test(name))).toEqual([])
  })
})

describe('a wrong call', () => {
  test.each([
    ['no command', []],
    ['a command that does not exist', ['exprot']],
    ['an option that does not exist', ['list', '--formt', 'json']],
    ['a value that is not allowed', ['list', '--format', 'xml']],
    ['a missing file', ['import']],
    ['stories and --all', ['export', 'x', '--all']],
    ['neither stories nor --all', ['export']],
    ['a port that is none', ['serve', '--port', '70000']],
    ['a token without a name', ['token', 'create']],
    ['a token of a role that is none', ['token', 'create', '--name', 'x', '--role', 'owner']],
    ['a token for no day', ['token', 'create', '--name', 'x', '--days', '0']],
    ['a number of proxies that is none', ['serve', '--proxies', 'two']],
    ['two files for one', ['backup', 'a', 'b']],
  ])('with %s ends with 2 and nothing on standard output', async (_, args) => {
    const { code, out, err } = await galley(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/\S/)
    expect(err).not.toMatch(/\n\s+at /)
  })

  test('names a data folder that is not there, and does not make it', async () => {
    expect(await galley('list', '--data', 'mistyped')).toMatchObject({ code: 1, out: '', err: sentence })
    expect(await readdir(folder)).not.toContain('mistyped')
  })
})

test('a wrong call of the process ends with 2, a refused one with 1, each with its sentence on standard error', async () => {
  const wrong = await spawned('list', '--formt')
  expect(wrong).toEqual({ code: 2, out: '', err: sentence })
  const refused = await spawned('export', 'x', '--data', 'nowhere')
  expect(refused).toEqual({ code: 1, out: '', err: sentence })
})

test('every command explains itself', async () => {
  const overview = await galley('--help')
  expect(overview.code).toBe(0)
  for (const verb of [
    'serve',
    'import',
    'list',
    'export',
    'record',
    'sheet',
    'token',
    'owner-link',
    'sign-in-link',
    'backup',
    'restore',
  ]) {
    expect(overview.out).toContain(`\n  ${verb} `)
    const { code, out, err } = await galley(verb, '--help')
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain(`Usage: galley ${verb}`)
    expect(out).toContain('--data')
  }
})

test('a folder that a server holds is free again once it is released', async () => {
  const data = join(folder, 'held')
  const lock = await lockFolder(data)
  await expect(lockFolder(data)).rejects.toThrow(/already running/)
  await lock.release()
  await (await lockFolder(data)).release()
})
