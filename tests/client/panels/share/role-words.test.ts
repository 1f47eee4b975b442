import { describe, expect, test } from 'vitest'
import {
  allowed,
  aRole,
  gains,
  listed,
  losses,
  refused,
  roleName,
  roleSentence,
} from '../../../../client/panels/share/role-words.ts'
import { ACTS, type Act, may, ROLES } from '../../../../shared/roles.ts'

const acts = Object.keys(ACTS) as Act[]

describe.each(ROLES)('a %s', (role) => {
  test('may all that the table allows, and is told of nothing else', () => {
    expect(allowed(role)).toEqual(acts.filter((act) => may(role, act)).map((act) => ACTS[act].does))
    for (const act of acts) if (!may(role, act)) expect(allowed(role)).not.toContain(ACTS[act].does)
  })

  test('has a name, and a sentence that says what is its own', () => {
    expect(roleName(role).toLowerCase()).toBe(role)
    for (const own of gains(role)) expect(roleSentence(role)).toContain(own)
    expect(roleSentence(role)).toMatch(/^may /)
  })

  test('loses nothing by becoming the same, and all by being removed', () => {
    expect(losses(role, role)).toEqual([])
    expect(losses(role, null)).toEqual(allowed(role))
  })

  test('is told what the next one may and they may not', () => {
    for (const act of refused(role)) expect(allowed(role)).not.toContain(act)
    expect(refused(role).length > 0).toBe(role !== 'maintainer')
  })
})

test('what a fall costs is what lies between', () => {
  const lost = acts.filter((act) => may('editor', act) && !may('reader', act)).map((act) => ACTS[act].does)
  expect(losses('editor', 'reader')).toEqual(lost)
  expect(lost).toContain(ACTS.write.does)
  expect(losses('reader', 'editor')).toEqual([])
})

test('a role is told by what it has beyond the one before it', () => {
  expect(roleSentence('commenter')).toBe(`may do all that a reader may, and ${ACTS.annotate.does}`)
  expect(roleSentence('proofreader')).toBe(`may do all that a commenter may, and ${ACTS.propose.does}`)
  expect(aRole('editor')).toBe('an editor')
})

test('acts are listed so that their own commas do not mislead', () => {
  expect(listed(['a'])).toBe('a')
  expect(listed(['a', 'b'])).toBe('a and b')
  expect(listed(['a', 'b'], 'or')).toBe('a or b')
  expect(listed(['a, b', 'c', 'd'])).toBe('a, b; c; and d')
})
