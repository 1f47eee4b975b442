import { expect, test } from 'vitest'
import { check, NO_TOOLS } from '../../../shared/proof/checker.ts'
import { adverbTag } from '../../../shared/proof/rules/adverb-tag.ts'
import { doubledWord } from '../../../shared/proof/rules/doubled-word.ts'
import { USUAL } from '../../../shared/proof/settings.ts'
import { styleReport } from '../../../shared/proof/style-report.ts'

const speech = '"Go," she said angrily.'

test('matters of taste are counted by chapter and scene, errors are not', () => {
  const lines = [
    { text: speech },
    { text: 'One', heading: true },
    { text: `${speech} And the the end.` },
    { text: speech },
    { text: '* * *' },
    { text: 'Nothing here.' },
    { text: 'Two', heading: true },
    { text: speech },
  ]
  const findings = check(lines, { ...USUAL, level: 'style' }, NO_TOOLS, [adverbTag, doubledWord])
  expect(styleReport(lines, findings)).toEqual([
    { title: null, scene: 1, from: 0, to: 1, words: 4, counts: { 'adverb-tag': 1 } },
    { title: 'One', scene: 1, from: 2, to: 4, words: 12, counts: { 'adverb-tag': 2 } },
    { title: 'One', scene: 2, from: 5, to: 6, words: 2, counts: {} },
    { title: 'Two', scene: 1, from: 7, to: 8, words: 4, counts: { 'adverb-tag': 1 } },
  ])
})

test('an empty story has no chapters', () => {
  expect(styleReport([], [])).toEqual([])
})
