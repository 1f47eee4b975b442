/** The activity log: what is kept of a happening, and that a flood of refused attempts does not bury the rest. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { record } from '../../../server/auth/activity.ts'
import { MINUTE } from '../../../server/auth/desk.ts'
import { type DeskHouse, openDeskHouse, welcome } from '../../kit/server-desk.ts'

let house: DeskHouse
beforeEach(async () => {
  house = await openDeskHouse()
})
afterEach(() => house.close())

const log = () => house.desk.storage.activity.list({ limit: 10_000 })

test('an entry says who, what, where, and when; the terminal is nobody', async () => {
  const { actor } = await welcome(house, 'Ann')
  await record(house.desk, actor, { act: 'renamed', story: 'story1', detail: { title: 'New' } })
  await record(house.desk, null, { act: 'exported', detail: { format: 'txt' } })
  expect(await log()).toMatchObject([
    { user: null, act: 'exported', story: null, about: null, detail: { format: 'txt' } },
    { user: actor.user.id, act: 'renamed', story: 'story1', detail: { title: 'New' } },
  ])
})

test('[T27] a detail is one short line of whole characters', async () => {
  const detail = { title: `a\r\nb\0\u202ec${'x'.repeat(193)}😀` }
  await record(house.desk, null, { act: 'renamed', detail })
  const [entry] = await log()
  expect(entry?.detail).toEqual({ title: `a  b  c${'x'.repeat(193)}` })
})

describe('refused attempts', () => {
  const attempt = (from: string, what = 'GET /x') =>
    record(house.desk, null, { act: 'refused', detail: { what, code: 'forbidden' }, from })

  test('of a kind cost one row a minute, and every one is counted', async () => {
    for (let i = 0; i < 50; i += 1) await attempt('1.2.3.4')
    expect((await log()).map(({ detail }) => detail.count)).toEqual(['1'])
    house.ahead = MINUTE
    await attempt('1.2.3.4')
    for (let i = 0; i < 50; i += 1) await attempt('1.2.3.4')
    expect((await log()).map(({ detail }) => detail.count)).toEqual(['50', '1'])
  })

  test('that nobody repeats are still told, with the next of any kind', async () => {
    for (let i = 0; i < 3; i += 1) await attempt('1.2.3.4')
    house.ahead = MINUTE
    await attempt('1.2.3.4', 'GET /other')
    expect((await log()).map(({ detail }) => [detail.what, detail.count]).sort()).toEqual([
      ['GET /other', '1'],
      ['GET /x', '1'],
      ['GET /x', '2'],
    ])
  })

  test('of different people, places and reasons are told apart', async () => {
    const { actor } = await welcome(house, 'Ann')
    await attempt('1.2.3.4')
    await attempt('1.2.3.5')
    await attempt('1.2.3.4', 'GET /y')
    await record(house.desk, actor, { act: 'refused', detail: { what: 'GET /x', code: 'rate' } })
    await record(house.desk, actor, { act: 'refused', story: 's', detail: { what: 'GET /x', code: 'rate' } })
    expect(await log()).toHaveLength(5)
  })

  test('from ever new addresses cost no more than a fixed number of rows', async () => {
    for (let i = 0; i < 2300; i += 1) await attempt(`address ${i}`)
    expect(await log()).toHaveLength(2001)
    house.ahead = MINUTE
    await attempt('last')
    expect((await log()).map(({ detail }) => detail.count).filter((count) => count !== '1')).toEqual(['299'])
  })
})

test('what is no refusal is never gathered', async () => {
  for (let i = 0; i < 3; i += 1) await record(house.desk, null, { act: 'exported' })
  expect(await log()).toHaveLength(3)
})
