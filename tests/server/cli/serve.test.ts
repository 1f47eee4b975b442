/** `galley serve` as a process: what it prints, and how it ends. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')

let folder: string
const running = new Set<ChildProcess>()
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-serve-'))
})
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

interface Serving {
  child: ChildProcess
  out: () => string
  err: () => string
  ended: Promise<number | null>
  /** Resolves once standard output matches. */
  says(pattern: RegExp): Promise<RegExpMatchArray>
}

function serve(...args: string[]): Serving {
  const entry = ['--import', import.meta.resolve('tsx'), join(root, 'server/cli/cli.ts')]
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(GALLEY_|PORT$)/.test(name)))
  const child = spawn(process.execPath, [...entry, 'serve', '--stories', join(root, 'seeds'), ...args], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let out = ''
  let err = ''
  const looks = new Set<() => void>()
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
    for (const look of looks) look()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString()
  })
  const ended = new Promise<number | null>((done) =>
    child.once('close', (code) => {
      running.delete(child)
      done(code)
    }),
  )
  const says = (pattern: RegExp) =>
    new Promise<RegExpMatchArray>((done, fail) => {
      const look = () => {
        const match = out.match(pattern)
        if (match) done(match)
      }
      looks.add(look)
      look()
      void ended.then((code) => fail(new Error(`ended with ${code}: ${err}`)))
    })
  return { child, out: () => out, err: () => err, ended, says }
}

test('prints where it is and the link of the owner, stops cleanly with streams open, and keeps everything', async () => {
  const first = serve('--port', '0')
  const [, address = ''] = await first.says(/open at (http:\/\/localhost:\d+)/)
  const [link = ''] = await first.says(/http:\/\/localhost:\d+\/owner\/[\w-]{43}/)
  expect(link.startsWith(address)).toBe(true)
  await first.says(/3 stories/)
  const body = JSON.stringify({ token: link.split('/owner/')[1], name: 'Ann', swatch: 1 })
  const init = { method: 'POST', headers: { 'content-type': 'application/json', origin: address }, body }
  const answer = await fetch(`${address}/api/session`, init)
  expect(answer.status).toBe(201)
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const stream = await fetch(`${address}/api/events`, { headers: { cookie } })
  expect(stream.status).toBe(200)
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)

  const second = serve('--port', '0')
  const [, again = ''] = await second.says(/open at (http:\/\/localhost:\d+)/)
  await second.says(/3 stories/)
  expect(second.out()).not.toContain('/owner/')
  const session = await fetch(`${again}/api/session`, { headers: { cookie } })
  expect(await session.json()).toMatchObject({ person: { name: 'Ann' }, owner: true })
  second.child.kill('SIGINT')
  expect(await second.ended).toBe(0)
})

test('says in one sentence that the port is in use', async () => {
  const other = createServer()
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
  const address = other.address()
  const port = address && typeof address === 'object' ? address.port : 0
  try {
    const refused = serve('--port', String(port))
    expect(await refused.ended).toBe(1)
    expect([refused.out(), refused.err()]).toEqual(['', expect.stringMatching(/^[^\n]*\bin use\b[^\n]*\n$/)])
  } finally {
    other.close()
  }
})
