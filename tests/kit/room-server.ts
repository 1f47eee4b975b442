/**
 * A server of rooms as a process of its own, to be killed: `node --import tsx tests/kit/room-server.ts FOLDER`. Prints
 * its address as the first line.
 */
import { roomUnderTest } from './room-under-test.ts'

const [data] = process.argv.slice(2)
if (!data) throw new Error('room-server.ts needs a data folder')
// A short tail, so that it is killed while folding too.
const { url } = await roomUnderTest({ data, limits: { compactRows: 40, surveyAfter: 50, linger: 50 } })
process.stdout.write(`${url}\n`)
