/** Which findings belong to which row of the style sheet. */
import { expect, test } from 'vitest'
import { deviationsFrom, RULES_OF } from '../../../../client/panels/checks/deviations.ts'
import { check, NO_TOOLS } from '../../../../shared/proof/checker.ts'
import type { Finding } from '../../../../shared/proof/finding.ts'
import { RULES } from '../../../../shared/proof/rules.ts'
import { USUAL } from '../../../../shared/proof/settings.ts'
import { sheetOf } from '../../../../shared/proof/story-settings.ts'
import type { StyleDecision } from '../../../../shared/review/style.ts'
import { SPELLERS } from '../../../kit/dictionaries.ts'

const GREY: StyleDecision = { part: 'spelling', preferred: 'grey', variants: ['gray'] }
const OK: StyleDecision = { part: 'spelling', preferred: 'okay', variants: ['ok', 'O.K.'] }
const DASH: StyleDecision = { part: 'dash', value: 'em' }
const HANNE: StyleDecision = { part: 'name', name: 'Hanne Voldt', aliases: ['Hannelore'], kind: 'person' }

function found(texts: readonly string[], decisions: readonly StyleDecision[], spelled = false) {
  const settings = { ...USUAL, sheet: sheetOf(decisions) }
  const tools = spelled ? SPELLERS : NO_TOOLS
  const findings = check(
    texts.map((text) => ({ text })),
    settings,
    tools,
  )
  const words = ({ line, offset, length }: Finding) => texts[line]!.slice(offset, offset + length)
  const byRule = new Map<string, Finding[]>()
  for (const finding of findings) byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding])
  return { byRule, words }
}

test('every rule that a row names is in the catalogue', () => {
  const names = new Set(RULES.map(({ name }) => name))
  expect(
    Object.values(RULES_OF)
      .flat()
      .filter((rule) => !names.has(rule)),
  ).toEqual([])
})

test('each spelling has the deviations from itself, whatever their capital', () => {
  const { byRule, words } = found(['Gray sky, ok?', 'A gray cat.'], [GREY, OK])
  expect(deviationsFrom(GREY, byRule, words).map(words)).toEqual(['Gray', 'gray'])
  expect(deviationsFrom(OK, byRule, words).map(words)).toEqual(['ok'])
})

test('a form has those of its rules, and no others', () => {
  const { byRule, words } = found(['The sea -- and the gray sky.'], [GREY, DASH])
  expect(deviationsFrom(DASH, byRule, words).map(({ rule }) => rule)).toEqual(['dash-form'])
})

test('a name has what is nearly one of its words', () => {
  const text = Array.from({ length: 12 }, () => 'And then Hanne looked at Tolliver for a while.')
  const { byRule, words } = found([...text, 'And then Hannne looked at Tolilver.'], [HANNE], true)
  expect(byRule.get('near-name')?.map(words)).toEqual(['Hannne', 'Tolilver'])
  expect(deviationsFrom(HANNE, byRule, words).map(words)).toEqual(['Hannne'])
})

test('nothing is looked for where no rule does', () => {
  const { byRule, words } = found(['The gray sky.'], [GREY])
  expect(deviationsFrom({ part: 'quotes', value: 'single' }, byRule, words)).toEqual([])
})
