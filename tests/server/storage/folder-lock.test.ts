import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lockFolder } from '../../../server/storage/folder-lock.ts'

const fresh = () => mkdtemp(join(tmpdir(), 'galley-lock-'))

it('gives a folder to one server at a time', async () => {
  const data = await fresh()
  const lock = await lockFolder(data)
  await expect(lockFolder(data)).rejects.toMatchObject({ code: 'conflict' })
  await lock.release()
  await lock.release()
  const again = await lockFolder(data)
  await again.release()
})

it('keeps another process out, and forgets it the moment it is killed', async () => {
  const data = await fresh()
  const source = new URL('../../../server/storage/folder-lock.ts', import.meta.url)
  const script = `import(${JSON.stringify(source.href)}).then(async ({ lockFolder }) => {
    await lockFolder(process.argv[1]); console.log('held'); setInterval(() => {}, 1000) })`
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', script, data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  await expect(lockFolder(data)).rejects.toMatchObject({ code: 'conflict' })
  child.kill('SIGKILL')
  await once(child, 'exit')
  await (await lockFolder(data)).release()
})
