/** Quotation marks told from apostrophes, and what is speech. Marked strings: ⟦ opens, ⟧ closes. */
import { describe, expect, test } from 'vitest'
import { ProseLine } from '../../../shared/proof/prose-line.ts'

function marked(text: string): string {
  let out = ''
  let at = 0
  for (const { offset, role } of new ProseLine({ text }).quoteMarks) {
    out += text.slice(at, offset) + (role === 'open' ? '⟦' : '⟧')
    at = offset + 1
  }
  return out + text.slice(at)
}

function spoken(text: string): string[] {
  return new ProseLine({ text }).quotations
    .filter(({ speech }) => speech)
    .map(({ start, end }) => text.slice(start, end))
}

describe('quotation marks', () => {
  test.each([
    ['"Go," she said. "Now."', '⟦Go,⟧ she said. ⟦Now.⟧'],
    ['“Go,” she said. “Now.”', '⟦Go,⟧ she said. ⟦Now.⟧'],
    ['"I was—" He fell.', '⟦I was—⟧ He fell.'],
    ['"Unclosed, and on', '⟦Unclosed, and on'],
    ["'I don't know,' he said, 'what the dogs' bones are.'", "⟦I don't know,⟧ he said, ⟦what the dogs' bones are.⟧"],
    ['‘I don’t know,’ he said, ‘what the dogs’ bones are.’', '⟦I don’t know,⟧ he said, ⟦what the dogs’ bones are.⟧'],
    ['"He said \'Go.\' and left."', '⟦He said ⟦Go.⟧ and left.⟧'],
    ["a place they called 'The Sound'. Nobody knew.", 'a place they called ⟦The Sound⟧. Nobody knew.'],
    ["Give 'em goin' rate, 'tis the '90s, rock 'n' roll.", "Give 'em goin' rate, 'tis the '90s, rock 'n' roll."],
    ["'And then he left,' she said.", '⟦And then he left,⟧ she said.'],
    ["'Cause I said so.", "'Cause I said so."],
    ['He was 5\'10" tall.', 'He was 5\'10" tall.'],
    ["the dogs' tails and James' hat", "the dogs' tails and James' hat"],
    ['"Open" "and open again', '⟦Open⟧ ⟦and open again'],
    ['‘One ‘two three.’', '⟦One ⟦two three.⟧'],
    ['No opening," she said.', 'No opening,⟧ she said.'],
  ])('%s', (text, expected) => {
    expect(marked(text)).toBe(expected)
  })
})

describe('speech', () => {
  test.each<[string, string[]]>([
    ['"Go," she said. "Now."', ['"Go,"', '"Now."']],
    ['She called it "home" and left.', []],
    ["the so-called 'The Sound' came", []],
    ['"Go" she said.', ['"Go"']],
    ["'I know,' he said.", ["'I know,'"]],
    ['He said, "Never', ['"Never']],
    ['"She said \'no.\'"', ['"She said \'no.\'"', "'no.'"]],
  ])('%s', (text, expected) => {
    expect(spoken(text)).toEqual(expected)
  })

  test('the marks themselves are speech, what stands between two speeches is not', () => {
    const line = new ProseLine({ text: '"Go," she said. "Now."' })
    expect([0, 4, 5, 6, 16, 21].map((at) => line.isSpeech(at))).toEqual([true, true, false, false, true, true])
  })
})
