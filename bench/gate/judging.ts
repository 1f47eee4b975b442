/** What the gate costs by itself: building its index of a novel, and judging one update, by what the person does. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import * as Y from 'yjs'
import { judge, UPDATE_LIMITS } from '../../server/rooms/gate.ts'
import { TextIndex } from '../../server/rooms/text-index.ts'
import { median, percentile } from '../figures.ts'
import { actsOf, type Habit, novelLog } from './novel-traffic.ts'

const WRITER = { id: 'person', role: 'editor' } as const

export interface Judged {
  /** Microseconds for each update. */
  median: number
  p99: number
}

export interface Built {
  /** Milliseconds. */
  took: number
  /** MB of heap that it holds. */
  heap: number
}

/** Reads the log of a novel through, as when somebody first writes in it. */
export function building(words: number, updates: number): Built {
  const { snapshot, updates: tail } = novelLog(words, updates).state
  const times: number[] = []
  for (let round = 0; round < 7; round += 1) {
    const start = performance.now()
    TextIndex.of([snapshot, ...tail])
    times.push(performance.now() - start)
  }
  const before = heapUsed()
  const kept = TextIndex.of([snapshot, ...tail])
  const after = heapUsed()
  if (kept.order.runs().next().done) throw new Error('building: an empty index')
  return { took: median(times), heap: after - before }
}

/** Five people do the same kind of thing at once, and the gate has their updates by turns. */
export function judging(words: number, updates: number, habit: Habit, acts: number): Judged {
  const log = novelLog(words, updates)
  const whole = log.answer(Uint8Array.of(0))
  const people = [2001, 2002, 2003, 2004, 2005].map((client) => actsOf(whole, client, habit, acts / 5))
  log.text()
  const times: number[] = []
  for (let act = 0; act < acts / 5; act += 1) {
    for (const sent of people) {
      const update = sent[act] as Uint8Array
      const start = performance.now()
      const { kind } = judge(update, log, WRITER, UPDATE_LIMITS)
      times.push((performance.now() - start) * 1000)
      if (kind !== 'pass') throw new Error(`judging: the gate says ${kind} to honest ${habit}`)
    }
  }
  // What the compiler has not seen often enough is not what an update costs.
  times.splice(0, Math.floor(times.length / 4))
  if (Y.decodeStateVector(log.stateVector()).size < people.length) throw new Error('judging: nothing was judged')
  return { median: percentile(times, 0.5), p99: percentile(times, 0.99) }
}

/** MB, garbage collected first. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  return process.memoryUsage().heapUsed / 1e6
}
