/** What files held before a story was written back into them: the last ones of each story, in the data folder. */
import { createHash } from 'node:crypto'
import { readdir, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFileIn } from './write-file.ts'

/** Of one story; older ones go. */
const MOST = 20

/** On disk once it resolves. The same bytes are kept once. `at`: milliseconds since 1970. */
export async function keepReplaced(
  folder: string,
  { story, name, bytes, at }: { story: string; name: string; bytes: Uint8Array; at: number },
): Promise<void> {
  const own = join(folder, story)
  const print = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  const { path } = await writeFileIn(own, `${print}-${name}`, bytes, { mode: 0o600 })
  await utimes(path, at / 1000, at / 1000)
  const kept = await Promise.all(
    (await readdir(own)).map(async (file) => ({ file, at: (await stat(join(own, file))).mtimeMs })),
  )
  kept.sort((one, other) => other.at - one.at)
  await Promise.all(kept.slice(MOST).map(({ file }) => rm(join(own, file), { force: true })))
}
