/** Work on whole texts: others are served meanwhile, limits hold, and what one text breaks the next does not feel. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { OPERATOR } from '../../../server/auth/actor.ts'
import { exportStory } from '../../../server/stories/export-story.ts'
import { takeIn } from '../../../server/stories/take-in.ts'
import { TextWorker, WORK_LIMITS } from '../../../server/stories/text-worker.ts'
import { EMPTY_REVIEW } from '../../../shared/review/state.ts'
import { asBrowser, type DeskHouse, openDeskHouse, welcome } from '../../kit/server-desk.ts'

const MIB = 1024 * 1024
const utf8 = (text: string) => new TextEncoder().encode(text)
/** Every line stands otherwise than usual: the costliest text for its bytes. */
const odd = (lines: number) => utf8('a\n\nb\r\n'.repeat(lines / 2))
const prose = (bytes: number) => utf8('The ferry left at six, and nobody spoke of it. '.repeat(bytes / 47))

let limits = { ...WORK_LIMITS }
let worker: TextWorker
beforeEach(() => {
  limits = { ...WORK_LIMITS }
  worker = new TextWorker(limits)
})
afterEach(() => worker.close())

const recognise = (bytes: Uint8Array) => worker.run('recognise', { name: 'a.txt', bytes, encoding: undefined })

describe('while a long text is worked on', () => {
  test('short ones are worked on', async () => {
    const done: string[] = []
    await recognise(utf8('warm'))
    const long = recognise(prose(10 * MIB)).then(() => done.push('long'))
    for (let count = 0; count < 5; count += 1) await recognise(utf8('A few words.')).then(() => done.push('short'))
    await long
    expect(done).toEqual(['short', 'short', 'short', 'short', 'short', 'long'])
  })

  describe('by a house', () => {
    let house: DeskHouse
    beforeEach(async () => {
      house = await openDeskHouse()
      Object.assign(house.desk, { texts: worker })
    })
    afterEach(() => house.close())

    test('its event loop answers others, all the way from the file to its export', async () => {
      const { cookie } = await welcome(house, 'Ann', { owner: true })
      const ask = asBrowser(house.app, cookie)
      const file = odd(190_000)
      /** Requests that were answered while the work went on. */
      const answered = async <Result>(work: Promise<Result>): Promise<[Result, number]> => {
        let going = true
        const ended = work.finally(() => {
          going = false
        })
        let count = 0
        while (going) {
          expect((await ask('/api/stories')).status).toBe(200)
          count += 1
        }
        return [await ended, count]
      }
      const [story, duringTakeIn] = await answered(takeIn(house.desk, OPERATOR, { name: 'odd.txt', bytes: file }))
      const [written, duringExport] = await answered(exportStory(house.desk, OPERATOR, story.id, 'txt'))
      expect(Buffer.compare(written.bytes, file)).toBe(0)
      expect(Math.min(duringTakeIn, duringExport)).toBeGreaterThan(10)
    })
  })
})

describe('a text that exceeds a limit', () => {
  test('of time is refused with what to do, and the next one is taken', async () => {
    limits.within = 1
    await expect(recognise(prose(10 * MIB))).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/within 1 second\. Split it/),
    })
    limits.within = WORK_LIMITS.within
    expect(await recognise(prose(MIB))).toMatchObject({ title: expect.stringMatching(/^The ferry left/) })
  })

  test('of memory is refused with what to do, and the next one is taken', async () => {
    limits.memory = 64
    await expect(recognise(odd(199_000))).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringMatching(/memory.*Split it/),
    })
    limits.memory = WORK_LIMITS.memory
    expect(await recognise(odd(199_000))).toMatchObject({ words: 199_000 })
  })

  test('of lines is refused by the number, before anything is made of it', async () => {
    const message = 'This text has more than 200,000 lines; split it into parts first.'
    for (const text of ['a\n'.repeat(5 * MIB), `${'a\n'.repeat(200_000)}a`]) {
      await expect(recognise(utf8(text))).rejects.toMatchObject({ code: 'too-large', message })
    }
    expect(await recognise(utf8('a\n'.repeat(200_000)))).toMatchObject({ paragraphs: 200_000 })
  })

  test('of line ends at its end is refused, since every library would be told all of them', async () => {
    const refusal = { code: 'too-large', message: expect.stringMatching(/10,000 line ends/) }
    await expect(recognise(utf8(`a${'\n'.repeat(10_001)}`))).rejects.toMatchObject(refusal)
    expect(await recognise(utf8(`a${'\n'.repeat(10_000)}`))).toMatchObject({ paragraphs: 1 })
  })
})

test('what the work refuses arrives as a refusal, and a fault as a fault', async () => {
  await expect(recognise(Uint8Array.of(0x61, 0, 0, 0x62))).rejects.toMatchObject({
    name: 'Refusal',
    code: 'not-lossless',
    message: expect.stringMatching(/NUL/),
  })
  const { snapshot, form } = await worker.run('takeIn', {
    name: 'a.txt',
    bytes: utf8('One'),
    encoding: undefined,
    client: 7,
  })
  const kept = { updates: [snapshot], form, name: 'one/two.txt', source: utf8('Two') }
  const telling = { title: '', language: 'en', date: '2026-01-01T00:00:00Z', names: new Map(), review: EMPTY_REVIEW }
  const fault = worker.run('write', { ...kept, telling, format: 'patch', options: {} })
  await expect(fault).rejects.toMatchObject({ name: 'Error', message: expect.stringMatching(/a file name is wanted/) })
  expect(await worker.run('compare', kept)).toMatchObject({ differs: 1, identical: false })
})

test('a log with a gap is a fault, never a shorter text', async () => {
  const { form } = await worker.run('takeIn', { name: 'a.txt', bytes: utf8('One'), encoding: undefined, client: 7 })
  // One struct of client 5 at clock 3, whose clocks 0 to 2 are nowhere: a text "x" after (5, 2).
  const gap = Uint8Array.of(1, 1, 5, 3, 0x84, 5, 2, 1, 0x78, 0)
  const asked = worker.run('compare', { updates: [gap], form, name: 'one.txt', source: null })
  await expect(asked).rejects.toThrow('has a gap')
})

test('more jobs than may wait are refused at once, and those before them are done', async () => {
  limits.waiting = 2
  const first = recognise(utf8('warm'))
  await first
  const jobs = ['one', 'two', 'three', 'four'].map((text) => recognise(utf8(text)))
  const outcomes = await Promise.allSettled(jobs)
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected'])
  expect(outcomes[3]).toMatchObject({ reason: { code: 'unavailable' } })
})

test('what nobody waits for any more is not begun, and one that is at work does not hold up the next', async () => {
  await recognise(utf8('warm'))
  const given = [new AbortController(), new AbortController()]
  const begun: string[] = []
  const ask = { name: 'a.txt', bytes: prose(10 * MIB), encoding: undefined }
  const jobs = given.map(({ signal }, nth) =>
    worker.run('recognise', ask, { signal, told: () => void begun.push(`job ${nth}`) }),
  )
  const outcomes = Promise.allSettled(jobs)
  const last = recognise(prose(MIB))
  for (const one of given) one.abort()
  for (const outcome of await outcomes) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } })
  }
  expect((await last).words).toBeGreaterThan(100_000)
  await expect(worker.run('recognise', ask, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'unavailable',
  })
})

test('whoever writes a story hears of each stage as it begins', async () => {
  const house = await openDeskHouse()
  try {
    Object.assign(house.desk, { texts: worker })
    const { id } = await takeIn(house.desk, OPERATOR, { name: 'a.txt', bytes: utf8('A "few" words. \n') })
    const stages: string[] = []
    const told = (stage: string) => void stages.push(stage)
    await exportStory(house.desk, OPERATOR, id, 'docx', {}, { told })
    expect(stages.splice(0)).toEqual(['reading', 'arranging', 'writing'])
    await exportStory(house.desk, OPERATOR, id, 'txt', { clean: ['quotes'] }, { told })
    expect(stages).toEqual(['reading', 'arranging', 'cleaning', 'writing'])
  } finally {
    await house.close()
  }
})

test('closing refuses what is asked for and what waits', async () => {
  const jobs = [recognise(prose(10 * MIB)), recognise(prose(10 * MIB)), recognise(utf8('short'))]
  const outcomes = Promise.allSettled(jobs)
  await worker.close()
  for (const outcome of await outcomes) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } })
  }
  await expect(recognise(utf8('late'))).rejects.toMatchObject({ code: 'unavailable' })
})
