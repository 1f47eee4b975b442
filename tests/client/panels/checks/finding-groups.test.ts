import { expect, test } from 'vitest'
import { countWords } from '../../../../client/panels/checks/checks-count.ts'
import { findingGroups } from '../../../../client/panels/checks/finding-groups.ts'
import type { Finding, Level } from '../../../../shared/proof/finding.ts'

function finding(rule: string, line: number, level: Level = 'default'): Finding {
  return {
    rule,
    level,
    kind: 'grammar',
    line,
    offset: 0,
    length: 1,
    message: '',
    replacements: [],
    sure: false,
    key: `${line}`,
  }
}

const lines = [
  { text: 'a', findings: [finding('article', 0), finding('echo', 0, 'style')] },
  { text: 'b', findings: [] },
  { text: 'c', findings: [finding('verb-form', 2), finding('article', 2)] },
]

test('findings of one level stand by rule, the rule with the most first, each in the order of the text', () => {
  const groups = findingGroups(lines, new Map([['verb-form', { title: 'Verb form' }]]), 'default')
  expect(groups.map(({ title, findings }) => [title, findings.map(({ line }) => line)])).toEqual([
    ['Article', [0, 2]],
    ['Verb form', [2]],
  ])
  expect(findingGroups(lines, new Map(), 'style').map(({ rule }) => rule)).toEqual(['echo'])
})

test('the strip counts findings, and says how far the reading is while it is not done', () => {
  expect(countWords(lines, 0)).toBe('4 findings')
  expect(countWords([lines[1]!], 0)).toBe('No findings')
  expect(countWords(lines, 2)).toBe('Reading 1 of 3 lines…')
})
