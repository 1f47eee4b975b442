/** How passwords are hashed and compared, at their true cost; and that not too many are at once. */
import { scryptSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { foldedLogin, passwordHash, passwordMatches } from '../../../server/auth/passwords.ts'

const salt = new Uint8Array(16).fill(7)

test('a hash carries its parameters, and matches its password alone, however its accents were typed', async () => {
  const hash = await passwordHash('Zo\u00eb rides a battery', salt)
  expect(hash).toMatch(/^\$scrypt\$ln=16,r=8,p=1\$BwcHBwcHBwcHBwcHBwcHBw\$[\w+/]{43}$/)
  expect(await passwordMatches('Zoe\u0308 rides a battery', hash)).toBe(true)
  expect(await passwordMatches('Zoe rides a battery', hash)).toBe(false)
})

test('a hash of other parameters is still understood', async () => {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '')
  const weaker = scryptSync('the same', salt, 32, { N: 1024, r: 4, p: 1 })
  const stored = `$scrypt$ln=10,r=4,p=1$${base64(salt)}$${base64(weaker)}`
  expect(await passwordMatches('the same', stored)).toBe(true)
  expect(await passwordMatches('another', stored)).toBe(false)
  await expect(passwordMatches('the same', 'plain text')).rejects.toThrow('no hash')
})

test('[T19] of a crowd two are hashed at a time and sixteen wait; the rest are told to come back', async () => {
  const crowd = await Promise.allSettled(Array.from({ length: 20 }, () => passwordHash('the same', salt)))
  const refused = crowd.filter((one) => one.status === 'rejected')
  expect(refused.map(({ reason }) => reason)).toEqual([
    expect.objectContaining({ code: 'rate', seconds: 5 }),
    expect.objectContaining({ code: 'rate', seconds: 5 }),
  ])
  expect(new Set(crowd.map((one) => (one.status === 'fulfilled' ? one.value : '')).filter(Boolean)).size).toBe(1)
  expect(await passwordMatches('the same', await passwordHash('the same', salt))).toBe(true)
})

test.each([
  ['Ann', 'ann'],
  ['  ANN.o_b-c@Example  ', 'ann.o_b-c@example'],
  ['ＡＮＮ', 'ann'],
  ['ﬁona', 'fiona'],
  ['Зоя', 'зоя'],
  ['小明子', '小明子'],
])('the login %j is kept as %j', (login, folded) => {
  expect(foldedLogin(login)).toBe(folded)
})

test.each([
  '',
  'an',
  'ann b',
  'ann\0',
  'ann\u200bb',
  'ann\u202eb',
  'ann\ufeffb',
  'ann\ud83d',
  'ann/b',
  "ann'--",
  'x'.repeat(101),
])('%j is no login', (login) => {
  expect(foldedLogin(login)).toBeNull()
})
