/** Sign-ins under way: once, in time, in the browser that began, and never more than are remembered. */
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { AuthDesk } from '../../../server/auth/desk.ts'
import { FLOW_AGE, MOST_FLOWS, ProviderFlows } from '../../../server/auth/provider-flows.ts'

const asked = { redirectUri: 'http://localhost/return', to: '/', present: null }

function flowsAt(clock: { now: number }): ProviderFlows {
  const desk = { now: () => clock.now, random: (bytes: number) => new Uint8Array(randomBytes(bytes)) }
  return new ProviderFlows(desk as unknown as AuthDesk)
}

test('each is found once, by both of its secrets', () => {
  const flows = flowsAt({ now: 0 })
  const one = flows.begin(asked)
  const other = flows.begin({ ...asked, present: { user: 'ann', act: 'link' } })
  expect(flows.take(one.state, one.browser)).toEqual(one.flow)
  expect(flows.take(one.state, one.browser)).toBeNull()
  expect(flows.take(other.state, one.browser)).toBeNull()
  expect(flows.take(other.state, other.browser)).toBeNull()
})

test('of too many the oldest is forgotten, the others are not', () => {
  const flows = flowsAt({ now: 0 })
  const begun = Array.from({ length: MOST_FLOWS + 1 }, () => flows.begin(asked))
  const found = begun.map(({ state, browser }) => flows.take(state, browser) !== null)
  expect(found.indexOf(true)).toBe(1)
  expect(found.slice(1).every(Boolean)).toBe(true)
})

test('it lives to the last moment, also while others come and old ones go', () => {
  const clock = { now: 0 }
  const flows = flowsAt(clock)
  const old = flows.begin(asked)
  clock.now = 1
  const young = flows.begin(asked)
  clock.now = FLOW_AGE
  flows.begin(asked)
  expect(flows.take(old.state, old.browser)).toBeNull()
  expect(flows.take(young.state, young.browser)).toEqual(young.flow)
})
