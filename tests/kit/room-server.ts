/**
 * A server of rooms as a process of its own, to be killed: `node --import tsx tests/kit/room-server.ts FOLDER`. Prints
 * its address as the first line. Each line that it is given, JSON of {by, command}, is a command for the review of
 * "story1"; it answers with a line of JSON {id, seq} once that is on disk, seq null when it was refused.
 */
import { createInterface } from 'node:readline'
import type { Command } from '../../shared/review/commands.ts'
import type { Reviewer } from '../../shared/review/judge.ts'
import { roomUnderTest } from './room-under-test.ts'

const [data] = process.argv.slice(2)
if (!data) throw new Error('room-server.ts needs a data folder')
// A short tail, so that it is killed while folding too.
const { url, rooms } = await roomUnderTest({ data, limits: { compactRows: 40, surveyAfter: 50, linger: 50 } })
process.stdout.write(`${url}\n`)
createInterface({ input: process.stdin }).on('line', (line) => {
  const { by, command } = JSON.parse(line) as { by: Reviewer; command: Command }
  const answer = (seq: number | null) => process.stdout.write(`${JSON.stringify({ id: command.id, seq })}\n`)
  rooms.review('story1', by, command).then(
    async ({ seq, stored }) => answer((await stored) ? seq : null),
    () => answer(null),
  )
})
