import { describe, expect, test } from 'vitest'
import {
  lengthWords,
  lossWords,
  pairProblem,
  signOutWords,
  waysBack,
} from '../../../../client/pages/account/way-back.ts'
import type { AccountAnswer } from '../../../../shared/wire/account.ts'

const passkey = { id: 'p', label: 'Phone', createdAt: '2026-01-01T00:00:00Z', usedAt: null }
const account: AccountAnswer = {
  person: { id: 'u', name: 'Ruth', swatch: 1 },
  owner: false,
  confirm: false,
  login: null,
  passkeys: [],
  provider: null,
  sessions: [],
  tokens: [],
}

describe('ways back', () => {
  test('a provider counts once an account there is linked', () => {
    expect(waysBack(account)).toEqual([])
    expect(waysBack({ ...account, provider: { label: 'House', linkedAt: null } })).toEqual([])
    const linked = { label: 'House', linkedAt: '2026-01-01T00:00:00Z' }
    expect(waysBack({ ...account, login: 'ruth', passkeys: [passkey, passkey], provider: linked })).toEqual([
      'password',
      'passkey',
      'passkey',
      'provider',
    ])
  })

  test('removing one asks only when it is the last', () => {
    expect(lossWords({ ...account, login: 'ruth' })).toContain('only way back')
    expect(lossWords({ ...account, login: 'ruth', passkeys: [passkey] })).toBe('')
    expect(lossWords({ ...account, passkeys: [passkey, passkey] })).toBe('')
  })

  test('who cannot come back is told how others bring them back: the owner from the terminal, all else by a link', () => {
    expect(lossWords({ ...account, owner: true, passkeys: [passkey] })).toContain('owner’s link')
    expect(lossWords({ ...account, passkeys: [passkey] })).toContain('as a new person')
    expect(signOutWords(false, true)).toContain('owner’s link')
    expect(signOutWords(false, false)).toContain('as a new person')
    expect(signOutWords(true, true)).not.toContain('owner’s link')
  })
})

describe('a new password', () => {
  test('is judged by its length alone', () => {
    expect(pairProblem('ruth', 'aaaaaaaaaa')).toBe('')
    expect(pairProblem('ruth', 'Tr0ub4d&3')).toContain('1 more')
  })

  test('needs a name to sign in with', () => {
    expect(pairProblem('  r ', 'aaaaaaaaaa')).toContain('name')
    expect(pairProblem('', 'aaaaaaaaaa')).toContain('name')
  })

  test('has its length said while it is typed', () => {
    expect(['', 'a', 'aaaaaaaaaa', 'a'.repeat(20)].map(lengthWords)).toEqual([
      'At least 10; only the length counts.',
      '1 of at least 10',
      '10: long enough',
      '20: very good',
    ])
  })
})
