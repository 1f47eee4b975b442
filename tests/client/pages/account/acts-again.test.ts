import { beforeEach, expect, test, vi } from 'vitest'
import { keepAct, takeAct } from '../../../../client/pages/account/acts-again.ts'

const kept = new Map<string, string>()

beforeEach(() => {
  kept.clear()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
})

test('an act is taken up once', () => {
  expect(takeAct()).toBeNull()
  keepAct('passkey-remove AbC_-9')
  expect(takeAct()).toBe('passkey-remove AbC_-9')
  expect(takeAct()).toBeNull()
})

test('what is no name of an act is none, and is not kept either', () => {
  for (const word of ['', 'toString', 'token-make ', 'passkey-remove', 'passkey-remove a b', 'sessions-end']) {
    keepAct(word as 'token-make')
    expect(takeAct(), word).toBeNull()
    expect(kept.size).toBe(0)
  }
})
