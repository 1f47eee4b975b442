import { describe, expect, test } from 'vitest'
import { unclosedQuote } from '../../../../shared/proof/rules/unclosed-quote.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('unclosed-quote', () => {
  test('a few words that break off answer it, so the speech was over', () => {
    const long =
      '“I have lain in that house for ten days with a fish on me, and not one of you would hold a mirror to my mouth.'
    expect(fixWith(unclosedQuote, `${long}\n\n“But the doctor said—”`)).toBe(`${long}”\n\n“But the doctor said—”`)
    expect(
      findWith(unclosedQuote, `${long}\n\n“And then I slept, and dreamt of the sea, and nobody woke me for a week.”`),
    ).toEqual([])
  })

  test.each([
    ['"We leave at dawn, he said.', '"We leave at dawn," he said.'],
    ['"We leave at dawn.', '"We leave at dawn."'],
    ['“We leave at dawn!', '“We leave at dawn!”'],
    ['“We leave at dawn? she asked.', '“We leave at dawn?” she asked.'],
    ['"We leave at dawn," he said. "Be there.', '"We leave at dawn," he said. "Be there."'],
    ['"We leave at dawn, "he said.', '"We leave at dawn," he said.'],
    ['"We leave at dawn.\n\n"I know," she said.', '"We leave at dawn."\n\n"I know," she said.'],
    ['"We leave. She shrugged. "Now."', '"We leave." She shrugged. "Now."'],
    ['"We leave at dawn.\n\nThey slept.', '"We leave at dawn."\n\nThey slept.'],
    ['“We leave at dawn, said the old man. “Be there.”', '“We leave at dawn,” said the old man. “Be there.”'],
  ])('%s', (wrong, right) => {
    expect(fixWith(unclosedQuote, wrong)).toBe(right)
  })

  test.each([
    '"We leave at dawn," he said.',
    '"We leave at dawn, and we ride along the river until the bridge, and there we wait for the rest.\n\n"Be there," he said.',
    '“One.\n\n“Two.\n\n“Three.”',
    '"Roses are red,\nviolets are blue,\nso are you," he sang.',
    'He was 6\'2" tall.',
    "'Tis late. The dogs' bones. Rock 'n' roll.",
    "She thought of the '90s.",
    "'We leave at dawn,' he said.",
    '"He said \'go\' and left."',
    'Nothing is said here.',
    '"I am," he said, "late."',
    '"We leave at dawn, and we ride along the river until the bridge, and there we wait for the rest.\n\n \n\n"Be there."',
  ])('silent: %s', (right) => {
    expect(findWith(unclosedQuote, right)).toEqual([])
  })

  test('single marks count where the story speaks in them', () => {
    const said = "'Go,' he said. 'Yes,' she said. 'No,' he said."
    expect(fixWith(unclosedQuote, `${said}\n\n'Now we go`)).toBe(`${said}\n\n'Now we go.'`)
    expect(findWith(unclosedQuote, "'Now we go")).toEqual([])
  })

  test('a paragraph that closes what it never opened is the other rule’s', () => {
    expect(findWith(unclosedQuote, '"We leave at dawn.\n\nBe there," he said.')).toEqual([])
  })
})
