/** The one table of who may do what, and that docs/roles.md says the same. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  ACTS,
  type Act,
  HOUSE_ACTS,
  type HouseAct,
  highestRole,
  LINK_ROLES,
  lowerRole,
  may,
  mayInHouse,
  ROLES,
  STANDINGS,
} from '../../shared/roles.ts'

const acts = Object.keys(ACTS) as Act[]
const houseActs = Object.keys(HOUSE_ACTS) as HouseAct[]

describe('the table', () => {
  test('gives each role all that the ones before it may', () => {
    for (const act of acts) {
      const allowed = ROLES.map((role) => may(role, act))
      expect(allowed, act).toEqual([...allowed].sort())
      expect(allowed.at(-1), act).toBe(true)
    }
    for (const act of houseActs) {
      const allowed = STANDINGS.map((standing) => mayInHouse(standing, act))
      expect(allowed, act).toEqual([...allowed].sort())
      expect(allowed.at(-1), act).toBe(true)
    }
  })

  test('gives nothing to somebody without a role', () => {
    expect(acts.filter((act) => may(null, act))).toEqual([])
  })

  test('gives an address no right to change the text, or to propose a change', () => {
    for (const role of LINK_ROLES) {
      for (const act of ['write', 'propose', 'decide'] as const) expect(may(role, act), act).toBe(false)
    }
  })

  test('knows the higher and the lower of two roles, where there are two', () => {
    for (const [index, one] of ROLES.entries()) {
      for (const [at, other] of ROLES.entries()) {
        expect(highestRole(one, other)).toBe(ROLES[Math.max(index, at)])
        expect(lowerRole(one, other)).toBe(ROLES[Math.min(index, at)])
      }
      expect([highestRole(one, null), lowerRole(one, null), lowerRole(null, one)]).toEqual([one, null, null])
    }
    expect(highestRole()).toBeNull()
  })
})

describe('docs/roles.md', () => {
  const page = readFileSync(resolve(import.meta.dirname, '../../docs/roles.md'), 'utf8')

  test('shows what each role may do to a story, as the table has it', () => {
    expect(tableUnder('A story')).toEqual([
      ['', ...ROLES],
      ...acts.map((act) => [ACTS[act].does, ...ROLES.map((role) => (may(role, act) ? '✓' : ''))]),
    ])
  })

  test('shows what each standing may do in the library, as the table has it', () => {
    expect(tableUnder('The library')).toEqual([
      ['', ...STANDINGS],
      ...houseActs.map((act) => [
        HOUSE_ACTS[act].does,
        ...STANDINGS.map((standing) => (mayInHouse(standing, act) ? '✓' : '')),
      ]),
    ])
  })

  test('says what each role is for, and which roles an address may give', () => {
    for (const role of ROLES) expect(page).toMatch(new RegExp(`^- \\*\\*${role}\\*\\*: `, 'm'))
    expect(page).toContain(`(${LINK_ROLES.join(' or ')})`)
  })

  /** Cells of the first table under a heading, row by row. */
  function tableUnder(heading: string): string[][] {
    const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? ''
    const lines = section.split('\n').filter((line) => line.startsWith('|'))
    return lines
      .filter((line) => !/^[|\s:-]+$/.test(line))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      )
  }
})
