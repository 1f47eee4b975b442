import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openSqlite } from '../../../server/storage/open-sqlite.ts'
import { dice } from '../../kit/honest-traffic.ts'
import { RawClient } from '../../kit/raw-client.ts'
import { storedText, until } from '../../kit/room-under-test.ts'

const SEED = Number(process.env.GALLEY_SEED ?? Date.now() % 1_000_000)
const ROUNDS = 6
const WRITERS = 6

interface Letter {
  text: string
  frame: number
  at: number
}

it(`loses nothing that was acknowledged or seen by another, however often it is killed (seed ${SEED})`, async () => {
  const random = dice(SEED)
  const data = await mkdtemp(join(tmpdir(), 'galley-killed-'))
  const known: string[] = []
  let [acknowledged, seen] = [0, 0]
  for (let round = 0; round < ROUNDS; round++) {
    const server = spawn(process.execPath, ['--import', 'tsx', 'tests/kit/room-server.ts', data], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = (await once(server.stdout, 'data')) as [Buffer]
    const url = String(line).trim()
    const writers = await Promise.all(
      Array.from({ length: WRITERS }, (_, index) => new RawClient(url, { user: `w${index}`, galley: '1' }).sync()),
    )
    const letters: Letter[][] = writers.map(() => [])
    const end = Date.now() + 200 + random() * 600
    while (Date.now() < end) {
      for (const [index, writer] of writers.entries()) {
        const text = `[${round}.${index}.${letters[index]?.length}]`
        // At the end of the story, so that nobody writes inside somebody else's word.
        const frame = writer.change((own) => own.insert(own.length, text, {}))
        letters[index]?.push({ text, frame, at: 0 })
      }
      await new Promise((resolve) => setTimeout(resolve, random() * 6))
    }
    server.kill('SIGKILL')
    await once(server, 'exit')
    await until(() => writers.every(({ closed }) => closed !== null), 'the sockets have noticed')
    for (const [index, writer] of writers.entries()) {
      for (const { text, frame } of letters[index] ?? []) {
        const byAnother = writers.some((other) => other !== writer && other.text.toString().includes(text))
        if (frame <= writer.lastSaved) acknowledged++
        if (byAnother) seen++
        if (frame <= writer.lastSaved || byAnother) known.push(text)
      }
    }
    const storage = await openSqlite(data)
    const stored = await storedText(storage, 'story1')
    await storage.close()
    expect(known.filter((text) => !stored.includes(text))).toEqual([])
  }
  // The rounds must have been worth something.
  expect(Math.min(acknowledged, seen)).toBeGreaterThan(ROUNDS * 20)
  await rm(data, { recursive: true, force: true })
}, 120_000)
