import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allowed, type Inline, mentionsIn, parseBody, plainBody } from '../../../../client/panels/margin/note-body.ts'

const PEOPLE = [
  { id: 'june01', name: 'June' },
  { id: 'june02', name: 'June Park' },
]

/** The tree in brackets. */
function shown(body: string): string {
  const inline = (node: Inline): string => {
    if (node.kind === 'text') return node.text
    if (node.kind === 'break') return '/'
    if (node.kind === 'mention') return `<${node.account}>`
    const inside = node.inside.map(inline).join('')
    return node.kind === 'link' ? `[${inside}](${node.href})` : `${node.kind}(${inside})`
  }
  return parseBody(body, PEOPLE)
    .map(({ kind, inside }) => `${kind === 'quote' ? '> ' : ''}${inside.map(inline).join('')}`)
    .join(' | ')
}

describe('the body of a note', () => {
  test.each([
    ['plain words', 'plain words'],
    ['a *slip* of **the pen**', 'a em(slip) of strong(the pen)'],
    ['**very *much* so**', 'strong(very em(much) so)'],
    ['_so_ and snake_case_name', 'em(so) and snake_case_name'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['> she said\n> so\nNo.', '> she said/so | No.'],
    ['one\n\ntwo', 'one | two'],
    ['[here](https://example.org/a)', '[here](https://example.org/a)'],
    ['see https://example.org/a, then', 'see [https://example.org/a](https://example.org/a), then'],
    ['[here](javascript:alert)', '[here](javascript:alert)'],
    ['@June Park, your call; @June too, june@June', '<june02>, your call; <june01> too, june@June'],
    ['@Juneau', '@Juneau'],
    ['<b>bold</b>', '<b>bold</b>'],
  ])('%j is %j', (body, tree) => {
    expect(shown(body)).toBe(tree)
  })

  test('links only where a browser may safely go', () => {
    for (const bad of [
      'javascript:alert(1)',
      'JaVaScRiPt:x',
      'data:text/html,x',
      'vbscript:x',
      '//example.org',
      '/api/x',
      'file:///etc',
    ]) {
      expect(allowed(bad)).toBeNull()
    }
    expect(allowed('mailto:june@example.org')).toBe('mailto:june@example.org')
  })

  test('names each person once', () => {
    expect(mentionsIn('@June Park and *@June Park* and @June', PEOPLE)).toEqual(['june02', 'june01'])
  })

  test('loses no letter, whatever was typed', () => {
    const piece = fc.constantFrom('*', '**', '_', '> ', '[', ']', 'https://a.b/c', '@', 'June', ' ', '\n', 'word')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const typed = pieces.join('')
        const count = (text: string) => text.match(/word|June/g)?.length ?? 0
        expect(count(plainBody(typed))).toBe(count(typed))
      }),
    )
  })
})
