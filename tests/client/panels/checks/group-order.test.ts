/** Rules keep their places in the panel while their findings become fewer. */
import { expect, test } from 'vitest'
import { GroupOrder } from '../../../../client/panels/checks/group-order.ts'

const groups = (...rules: string[]) => rules.map((rule) => ({ rule }))
const named = (some: readonly { rule: string }[]) => some.map(({ rule }) => rule).join(' ')

test('while findings come in, the order is theirs; from then on each rule keeps its place', () => {
  const order = new GroupOrder()
  expect(named(order.arranged(groups('a', 'b'), false))).toBe('a b')
  expect(named(order.arranged(groups('b', 'c', 'a'), false))).toBe('b c a')
  expect(named(order.arranged(groups('b', 'c', 'a'), true))).toBe('b c a')
  expect(named(order.arranged(groups('a', 'c', 'b'), true))).toBe('b c a')
  expect(named(order.arranged(groups('c', 'a', 'b'), false))).toBe('b c a')
})

test('a rule that is gone and comes back, or was not there, has a place all the same', () => {
  const order = new GroupOrder()
  order.arranged(groups('b', 'c', 'a'), true)
  expect(named(order.arranged(groups('a', 'b'), true))).toBe('b a')
  expect(named(order.arranged(groups('a', 'c', 'b'), true))).toBe('b c a')
  expect(named(order.arranged(groups('constructor', 'c', 'new', 'b', 'a'), true))).toBe('constructor b c new a')
})

test('the first rule lies open until somebody shuts it, and what somebody opened stays open', () => {
  const order = new GroupOrder()
  expect([order.isOpen('a', true), order.isOpen('b', false)]).toEqual([true, false])
  order.turn('a', false)
  order.turn('b', true)
  expect([order.isOpen('a', true), order.isOpen('b', false)]).toEqual([false, true])
})
