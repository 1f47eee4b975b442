/** Names and colours of people. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccount } from '../../../server/auth/accounts.ts'
import { asBrowser, type DeskHouse, json, openDeskHouse, welcome } from '../../kit/server-desk.ts'

let house: DeskHouse
beforeAll(async () => {
  house = await openDeskHouse()
})
afterAll(() => house.close())

const session = async (cookie: string) => (await asBrowser(house.app, cookie)('/api/session')).json()

describe('a name', () => {
  test.each([
    ['nothing', '   '],
    ['a line end', 'Ann\nEve'],
    ['a NUL', 'Ann\0'],
    ['a mark that turns the writing', 'Ann\u202egnirts'],
    ['an isolate', 'Ann\u2067'],
    ['half a character', 'Ann\ud83d'],
    ['61 characters', 'x'.repeat(61)],
  ])('of or with %s is refused', async (_, name) => {
    const { cookie } = await welcome(house, 'Ann')
    const answer = await asBrowser(house.app, cookie)('/api/session', json('PATCH', { name, swatch: 1 }))
    expect(answer.status).toBe(400)
    expect(await session(cookie)).toMatchObject({ person: { name: 'Ann' } })
  })

  test('is kept as it was typed, without the blanks around it', async () => {
    const { cookie } = await welcome(house, 'Ann')
    await asBrowser(house.app, cookie)('/api/session', json('PATCH', { name: '  Zoë O’Hara 小  ', swatch: 8 }))
    expect(await session(cookie)).toMatchObject({ person: { name: 'Zoë O’Hara 小', swatch: 8 } })
  })
})

test('a newcomer gets the colour that the fewest have', async () => {
  const fresh = await openDeskHouse()
  try {
    await createAccount(fresh.desk, { name: 'Picky', swatch: 2, owner: false })
    const given: number[] = []
    for (let i = 0; i < 8; i += 1) given.push((await createAccount(fresh.desk, { name: 'Any', owner: false })).swatch)
    expect(given).toEqual([1, 3, 4, 5, 6, 7, 8, 1])
    await expect(createAccount(fresh.desk, { name: 'No', swatch: 9, owner: false })).rejects.toThrow('1 to 8')
  } finally {
    await fresh.close()
  }
})
