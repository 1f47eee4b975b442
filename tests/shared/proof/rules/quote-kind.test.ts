import { describe, expect, test } from 'vitest'
import { quoteKind } from '../../../../shared/proof/rules/quote-kind.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

const double = { sheet: { quotes: 'double' } } as const
const single = { sheet: { quotes: 'single' } } as const

describe('quote-kind', () => {
  test.each([
    ["'I am late,' she said.", '"I am late," she said.'],
    ['‘I am late,’ she said. ‘Very.’', '“I am late,” she said. “Very.”'],
    ['\'I said "go" twice,\' he said.', '"I said \'go\' twice," he said.'],
    ["'I don't know, 'tis the dogs' own,' he said.", "\"I don't know, 'tis the dogs' own,\" he said."],
    ['‘Don’t,’ she said.', '“Don’t,” she said.'],
  ])('double is decided: %s', (wrong, right) => {
    expect(fixWith(quoteKind, wrong, double)).toBe(right)
    expect(findWith(quoteKind, right, double)).toEqual([])
  })

  test.each([
    ['"I am late," she said.', "'I am late,' she said."],
    ['“I said ‘go’ twice,” he said.', '‘I said “go” twice,’ he said.'],
    ["\"It's rock 'n' roll,\" he said.", "'It's rock 'n' roll,' he said."],
  ])('single is decided: %s', (wrong, right) => {
    expect(fixWith(quoteKind, wrong, single)).toBe(right)
  })

  test('a speech that goes on for several lines changes the mark of each, to the last', () => {
    expect(fixWith(quoteKind, '‘We went.\n\n‘We saw it.\n\n‘We came back.’', double)).toBe(
      '“We went.\n\n“We saw it.\n\n“We came back.”',
    )
    expect(fixWith(quoteKind, '"We went.\n\n"We came back."', single)).toBe("'We went.\n\n'We came back.'")
  })

  test('one finding is one speech, so that no fix leaves half of its marks', () => {
    const [found, ...more] = findWith(quoteKind, "'One,' he said.", double)
    expect(more).toEqual([])
    expect(found).toMatchObject({ offset: 0, length: 6, replacements: ['"One,"'], sure: true })
  })

  test.each([
    "'Twas late, and the dogs' bowls were 'bout empty.",
    'He called it the ‘old mill’ and went in.',
    '"She said \'go\' to me," he told them.',
    "'I must go,' she thought.",
    '«Non,» dit-il.',
    "Rock 'n' roll in '99.",
    "'Cause nobody came.",
  ])('silent where double is decided: %s', (right) => {
    expect(findWith(quoteKind, right, double)).toEqual([])
  })

  test('silent where nobody has decided, whatever most of the story does', () => {
    const most = Array.from({ length: 9 }, () => '"One," he said.').join('\n\n')
    expect(findWith(quoteKind, `${most}\n\n'Two,' he said.`)).toEqual([])
  })
})
