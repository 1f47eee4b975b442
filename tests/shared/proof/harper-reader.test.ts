/** Harper itself, set up as for a story: what it says comes out as remarks on the right letters. */
import { LocalLinter } from 'harper.js'
import { slimBinary } from 'harper.js/slimBinary'
import { beforeAll, describe, expect, test } from 'vitest'
import { prepareHarper, readWithHarper } from '../../../shared/proof/harper-reader.ts'
import { HARPER_OFF, harperRule, isHarperRule } from '../../../shared/proof/harper-rules.ts'
import { plainRuleName } from '../../../shared/proof/rule-name.ts'
import { RULES } from '../../../shared/proof/rules.ts'
import { CommandSchema } from '../../../shared/review/commands.ts'

let linter: LocalLinter
let names: string[]
beforeAll(async () => {
  linter = new LocalLinter({ binary: slimBinary })
  names = Object.keys(await linter.getDefaultLintConfig())
  await prepareHarper(linter, 'en-GB', ['Vrellix'])
})

describe('what it says', () => {
  test('stands on its words in UTF-16 code units, behind emoji too, with its corrections', async () => {
    const text = '😀😀 “So,” he said, for all intensive purposes she should of gone.'
    const remarks = await readWithHarper(linter, text)
    expect(
      remarks.map(({ rule, offset, length, replacements }) => [
        rule,
        text.slice(offset, offset + length),
        replacements[0],
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['harper/all-intents-and-purposes', 'for all intensive purposes', 'for all intents and purposes'],
        ['harper/modal-of', 'should of', 'should have'],
      ]),
    )
    expect(remarks.find(({ rule }) => rule === 'harper/modal-of')?.message).toBe('Use “have” rather than “of” here.')
  })

  test('is the same when it is asked again', async () => {
    const text = 'She could care less, irregardless of what he say.'
    expect(await readWithHarper(linter, text)).toEqual(await readWithHarper(linter, text))
  })

  test('leaves out what people write in stories on purpose, and spelling', async () => {
    const text = 'damn it... “he was Vrellix mispelt.” she flung it, let out a sigh, the the end'
    expect((await readWithHarper(linter, text)).map(({ rule }) => rule)).toEqual([])
  })
})

describe('its rules', () => {
  test('that are switched off are all there', () => {
    expect(HARPER_OFF.filter((name) => !names.includes(name))).toEqual([])
    expect(new Set(HARPER_OFF).size).toBe(HARPER_OFF.length)
  })

  test('have names of their own here, which the review takes and none of ours has', () => {
    const rules = names.map(harperRule)
    expect(new Set(rules).size).toBe(names.length)
    const taken = (rule: string) =>
      CommandSchema.safeParse({ id: 'aaaaaaaaaaaaaaaaaaaaa', type: 'switch-rule', rule, on: false }).success
    expect(rules.filter((rule) => !taken(rule))).toEqual([])
    expect(RULES.filter(({ name }) => isHarperRule(name) || rules.includes(name))).toEqual([])
    expect(taken('harper/modal of')).toBe(false)
    expect(taken('a/b/c-d')).toBe(false)
  })

  test('are told by whose they are', () => {
    expect(plainRuleName(harperRule('ModalOf'))).toBe('Modal of, from Harper')
    expect(plainRuleName('tag-comma')).toBe('Tag comma')
  })
})
